#pragma once

#include <QImage>
#include <opencv2/core/mat.hpp>

#include "core/access/desk.h"
#include "core/record/sample.h"

/// Stored evidence to pictures. Jobs only: decoding never happens on the main thread.
namespace cotejo::bridge {

/// BGR or gray, 8 bits, as a picture of its own memory.
QImage toImage(const cv::Mat& pixels);
/// Bytes of a sample, paper or reference of a case that this officer may see now. Errors: E_NOT_VISIBLE, E_STORE_MISSING.
Result<Bytes> loadBlob(access::Desk& desk, const CaseId& id, const Hash& blob);
/// Any image format that is read here, WSQ included. Errors: E_IMAGE_*, E_MALFORMED, E_EXCHANGE_*.
Result<QImage> decodeImage(ByteView bytes);
/// The whole picture of a capture of this case.
Result<QImage> loadImage(access::Desk& desk, const CaseId& id, const record::Capture& capture);
/// Fitted into `side` x `side` px.
Result<QImage> loadThumbnail(access::Desk& desk, const CaseId& id, const record::Capture& capture, int side);

}  // namespace cotejo::bridge
