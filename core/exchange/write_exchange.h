#pragma once

#include <span>

#include "core/exchange/document.h"
#include "core/exchange/nist/nist_compose.h"

/// What came in can go out: the content of a stored case in the formats of others. Pure; whoever calls it has asked whether it may.
namespace cotejo::exchange {

/// A sample of a case: the record's own values, the stored bytes, and what is known beside them.
struct CaseSample {
    record::Capture capture;
    Bytes bytes;                                ///< of `capture.blob`; empty when missing
    std::string capturedOn;                     ///< "YYYY-MM-DD" of the capture itself where `capture.capturedOn` does not say it; never the day of import
    std::optional<MinutiaeRecord> minutiae;     ///< of the same sample, when there is a template
};

enum class CaseFormat {
    NistItl,       ///< one ANSI/NIST-ITL transaction
    Osia,          ///< one OSIA person
    Minutiae,      ///< an ISO/IEC 19794-2:2005 template a sample with minutiae
    FingerImages,  ///< an ISO/IEC 19794-4:2005 record a finger
    Images,        ///< the images as they are stored
    Original       ///< the files that the case came in: not for `exportCase`, which has only what was read from them
};

struct CaseFile {
    std::string name;  ///< "transaction.an2", "person.json", "02_right_index.wsq": no part of it is of the traveler
    std::string mime;
    Bytes bytes;
};

struct CaseExport {
    std::vector<CaseFile> files;
    std::vector<std::string> left;  ///< what has no place in the format, one English line each: nothing is dropped silently
};

/// The case as a document of one person, by which every writer goes.
ExchangeDocument documentOf(const record::Traveler& traveler, std::span<const CaseSample> samples);

/// `heading` and `profile` are for ANSI/NIST-ITL only. Errors: E_EXCHANGE_CANNOT_EXPRESS when nothing of the case has a place in the
/// format, those of transactionOf.
Result<CaseExport> exportCase(const record::Traveler& traveler, std::span<const CaseSample> samples, CaseFormat format,
                              const NistHeading& heading = {}, const NistProfile& profile = neutralNistProfile());

}  // namespace cotejo::exchange

template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::CaseFormat> =
    std::to_array<cotejo::record::Code<cotejo::exchange::CaseFormat>>(
        {{cotejo::exchange::CaseFormat::NistItl, "nist_itl"},
         {cotejo::exchange::CaseFormat::Osia, "osia"},
         {cotejo::exchange::CaseFormat::Minutiae, "minutiae"},
         {cotejo::exchange::CaseFormat::FingerImages, "finger_images"},
         {cotejo::exchange::CaseFormat::Images, "images"},
         {cotejo::exchange::CaseFormat::Original, "original"}});
