#pragma once

#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/exchange/minutiae/minutiae_record.h"
#include "core/exchange/report.h"

/// Finger minutiae templates: ISO/IEC 19794-2:2005 and :2011, ANSI/INCITS 378-2004 and -2009, all beginning
/// with "FMR".
namespace cotejo::exchange {

struct MinutiaeFile {
    std::vector<MinutiaeRecord> views;
    ValidationReport report;
};

/// Reads the views that are complete; a view that is cut short, a wrong length or minutiae outside the image
/// become findings. Errors: E_MALFORMED when the header is not complete, E_EXCHANGE_NOT_DECODED for other
/// versions of the format.
Result<MinutiaeFile> readMinutiae(ByteView bytes);

/// ISO/IEC 19794-2:2005. All views must share one image size and resolution. Positions are rounded to pixels,
/// angles to steps of 1.40625 degrees. Error: E_EXCHANGE_CANNOT_EXPRESS naming the view.
Result<Bytes> writeMinutiae2005(std::span<const MinutiaeRecord> views);

}  // namespace cotejo::exchange
