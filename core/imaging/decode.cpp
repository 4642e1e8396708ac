#include "core/imaging/decode.h"

#include <algorithm>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/errors.h"
#include "core/exchange/images/pnm.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/alpha.h"
#include "core/imaging/codecs.h"
#include "core/imaging/errors.h"
#include "core/imaging/heif.h"
#include "core/imaging/salvage.h"

namespace cotejo::imaging {

namespace {

tl::unexpected<Error> gaveUp(ImageFormat format) {
    const std::string name(nameOf(format));
    return fail(base::kMalformed, "The " + name + " image is damaged: its header reads, its pixels do not.",
                {{"format", name}});
}

// OpenCV applies a TIFF's orientation by itself and cannot be told not to; one place should do it for all
// formats.
Bytes withoutOrientation(ByteView bytes, const ImageHeader& header) {
    Bytes copy(bytes.begin(), bytes.end());
    copy[*header.orientationOffset] = header.bigEndian ? 0 : 1;
    copy[*header.orientationOffset + 1] = header.bigEndian ? 1 : 0;
    return copy;
}

cv::Mat decodeRaw(const Codecs& library, ByteView bytes) {
    // The library reports what it dislikes to standard error; callers get it as an Error instead.
    static const bool quiet = [] {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        return true;
    }();
    static_cast<void>(quiet);
    const cv::Mat input(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::uint8_t*>(bytes.data()));
    constexpr int kUnchanged = -1;  // cv::IMREAD_UNCHANGED
    return library.decode(input, kUnchanged);
}

cv::Mat toEightBits(const cv::Mat& pixels, const ImageHeader& header) {
    if (pixels.depth() == CV_8U) return pixels;
    const int bits = header.format == ImageFormat::Jpeg2000 ? header.bitDepth : 16;
    const double scale = 255.0 / ((1 << bits) - 1);
    cv::Mat result;
    if (header.inverted)
        pixels.convertTo(result, CV_8U, -scale, 255);
    else
        pixels.convertTo(result, CV_8U, scale);
    return result;
}

bool isGray(const cv::Mat& bgr) {
    for (int y = 0; y < bgr.rows; ++y) {
        const auto* row = bgr.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgr.cols; ++x)
            if (row[x][0] != row[x][1] || row[x][0] != row[x][2]) return false;
    }
    return true;
}

cv::Mat normalise(const cv::Mat& pixels, const ImageHeader& header) {
    cv::Mat result = toEightBits(pixels, header);
    if (result.channels() == 4) result = detail::onWhite(result);
    // A palette or alpha makes the library answer in colour although every pixel is gray.
    if (result.channels() == 3 && header.channels < 3 && isGray(result))
        cv::extractChannel(result, result, 0);
    return result;
}

cv::Mat upright(const cv::Mat& pixels, int orientation) {
    cv::Mat result = pixels;
    if (orientation >= 5) cv::transpose(pixels, result);
    switch (orientation) {
        case 2:
        case 6:
            cv::flip(result, result, 1);
            break;
        case 3:
        case 7:
            cv::flip(result, result, -1);
            break;
        case 4:
        case 8:
            cv::flip(result, result, 0);
            break;
        default:
            break;
    }
    return result;
}

Result<DecodedImage> decodeWsq(ByteView bytes, const DecodeLimits& limits) {
    COTEJO_TRY_ASSIGN(const exchange::WsqImage wsq,
                      exchange::decodeWsq(bytes, {limits.maxSide, limits.maxPixels}));
    DecodedImage image;
    image.pixels =
        cv::Mat(wsq.height, wsq.width, CV_8UC1, const_cast<std::uint8_t*>(wsq.pixels.data())).clone();
    image.mime = mimeOf(ImageFormat::Wsq);
    image.ppi = wsq.ppi;
    image.missing = wsq.missing;
    return image;
}

Result<DecodedImage> decodePnm(ByteView bytes, const DecodeLimits& limits) {
    COTEJO_TRY_ASSIGN(const exchange::PnmImage pnm, exchange::decodePnm(bytes, {limits.maxSide, limits.maxPixels}));
    const bool colour = pnm.header.channels == 3;
    const cv::Mat found(pnm.header.height, pnm.header.width, colour ? CV_8UC3 : CV_8UC1, const_cast<std::uint8_t*>(pnm.pixels.data()));
    DecodedImage image;
    if (colour)
        cv::cvtColor(found, image.pixels, cv::COLOR_RGB2BGR);
    else
        image.pixels = found.clone();
    image.mime = mimeOf(ImageFormat::Pnm);
    image.bitDepth = pnm.header.highest > 255 ? 16 : pnm.header.highest > 1 ? 8 : 1;
    return image;
}

DecodedImage finished(const cv::Mat& raw, const ImageHeader& header) {
    DecodedImage image;
    image.pixels = upright(normalise(raw, header), header.orientation);
    if (!image.pixels.isContinuous()) image.pixels = image.pixels.clone();
    image.mime = mimeOf(header.format);
    image.ppi = header.ppi;
    image.orientation = header.orientation;
    image.bitDepth = header.bitDepth;
    return image;
}

// What is whole of a picture whose file ends early; `why` where that is nothing.
Result<DecodedImage> decodeCut(ByteView bytes, const Error& why, const DecodeLimits& limits) {
    const auto format = recogniseImage(bytes);
    COTEJO_TRY_ASSIGN(const Codecs library, codecs());
    try {
        auto saved = format ? detail::salvage(library, bytes, *format, limits) : std::nullopt;
        if (!saved || saved->pixels.depth() > CV_16U || saved->pixels.channels() == 2) return tl::unexpected<Error>(why);
        DecodedImage image = finished(saved->pixels, saved->header);
        image.missing = std::move(saved->missing);
        return image;
    } catch (const std::exception&) {
        return tl::unexpected<Error>(why);
    }
}

}  // namespace

namespace detail {

cv::Mat onWhite(const cv::Mat& bgra) {
    cv::Mat result(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto* from = bgra.ptr<cv::Vec4b>(y);
        auto* to = result.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x)
            for (int c = 0; c < 3; ++c)
                to[x][c] = static_cast<std::uint8_t>(
                    (from[x][c] * from[x][3] + 255 * (255 - from[x][3]) + 127) / 255);
    }
    return result;
}

}  // namespace detail

Result<DecodedImage> decodeImage(ByteView bytes, const DecodeLimits& limits) {
    if (bytes.size() > (512u << 20)) return fail(base::kTooLarge, "The image has more than 512 MiB.");
    const auto found = readImageHeader(bytes, limits);
    if (!found) return found.error().is(base::kMalformed) ? decodeCut(bytes, found.error(), limits) : tl::unexpected<Error>(found.error());
    const ImageHeader& header = *found;
    if (header.format == ImageFormat::Wsq) return decodeWsq(bytes, limits);
    if (header.format == ImageFormat::Pnm) return decodePnm(bytes, limits);
    if (header.format == ImageFormat::Heic) {
        try {
            return detail::decodeHeif(bytes);
        } catch (const std::exception&) {
            return gaveUp(header.format);
        }
    }
    COTEJO_TRY_ASSIGN(const Codecs library, codecs());
    try {
        const cv::Mat raw = header.orientation != 1 && header.orientationOffset
                                ? decodeRaw(library, withoutOrientation(bytes, header))
                                : decodeRaw(library, bytes);
        if (raw.empty() || raw.cols != header.width || raw.rows != header.height || raw.depth() > CV_16U ||
            raw.channels() == 2)
            return gaveUp(header.format);
        return finished(raw, header);
    } catch (const std::exception&) {
        return gaveUp(header.format);
    }
}

cv::Mat toGray(const cv::Mat& pixels) {
    if (pixels.channels() == 1) return pixels;
    cv::Mat gray;
    cv::cvtColor(pixels, gray, cv::COLOR_BGR2GRAY);
    return gray;
}

cv::Mat thumbnail(const cv::Mat& pixels, int maxSide) {
    const int longer = std::max(pixels.cols, pixels.rows);
    if (longer <= maxSide) return pixels.clone();
    const double scale = static_cast<double>(maxSide) / longer;
    cv::Mat small;
    cv::resize(pixels, small,
               {std::max(1, static_cast<int>(pixels.cols * scale + 0.5)),
                std::max(1, static_cast<int>(pixels.rows * scale + 0.5))},
               0, 0, cv::INTER_AREA);
    return small;
}

}  // namespace cotejo::imaging
