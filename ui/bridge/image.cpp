#include "ui/bridge/image.h"

#include "core/exchange/wsq/wsq.h"
#include "core/imaging/decode.h"
#include "core/decide/case_door.h"

namespace cotejo::bridge {

namespace {

// SOI marker of a WSQ stream (IAFIS-IC-0110).
bool isWsq(ByteView bytes) { return bytes.size() > 2 && bytes[0] == 0xFF && bytes[1] == 0xA0; }

Result<cv::Mat> pixelsOf(ByteView bytes) {
    if (!isWsq(bytes)) {
        COTEJO_TRY_ASSIGN(auto decoded, imaging::decodeImage(bytes));
        return std::move(decoded.pixels);
    }
    COTEJO_TRY_ASSIGN(auto wsq, exchange::decodeWsq(bytes));
    return cv::Mat(wsq.height, wsq.width, CV_8UC1, wsq.pixels.data()).clone();
}

}  // namespace

QImage toImage(const cv::Mat& pixels) {
    if (pixels.empty()) return {};
    const auto step = static_cast<qsizetype>(pixels.step);
    if (pixels.type() == CV_8UC1) return QImage(pixels.data, pixels.cols, pixels.rows, step, QImage::Format_Grayscale8).copy();
    if (pixels.type() == CV_8UC3)
        return QImage(pixels.data, pixels.cols, pixels.rows, step, QImage::Format_BGR888).convertToFormat(QImage::Format_RGB32);
    return {};
}

Result<Bytes> loadBlob(access::Desk& desk, const CaseId& id, const Hash& blob) { return decide::CaseDoor(desk).blob(id, blob); }

Result<QImage> decodeImage(ByteView bytes) {
    COTEJO_TRY_ASSIGN(const auto pixels, pixelsOf(bytes));
    return toImage(pixels);
}

Result<QImage> loadImage(access::Desk& desk, const CaseId& id, const record::Capture& capture) {
    COTEJO_TRY_ASSIGN(const auto bytes, loadBlob(desk, id, capture.blob));
    return decodeImage(bytes);
}

Result<QImage> loadThumbnail(access::Desk& desk, const CaseId& id, const record::Capture& capture, int side) {
    COTEJO_TRY_ASSIGN(const auto bytes, loadBlob(desk, id, capture.blob));
    COTEJO_TRY_ASSIGN(const auto pixels, pixelsOf(bytes));
    return toImage(imaging::thumbnail(pixels, side));
}

}  // namespace cotejo::bridge
