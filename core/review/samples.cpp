#include "core/review/samples.h"

#include <functional>
#include <opencv2/core.hpp>

#include "core/base/errors.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/decode.h"
#include "core/match/finger/extract/extract.h"
#include "core/store/blob_table.h"
#include "core/store/errors.h"
#include "core/store/watchlist_table.h"

namespace cotejo::review {
namespace {

constexpr char kWsq[] = "image/x-wsq";

Result<match::FingerImage> fingerImage(ByteView bytes, const record::Capture& capture) {
    match::FingerImage print;
    if (capture.mime == kWsq) {
        COTEJO_TRY_ASSIGN(const auto image, exchange::decodeWsq(bytes));
        print.pixels = cv::Mat(image.height, image.width, CV_8UC1, const_cast<std::uint8_t*>(image.pixels.data())).clone();
        print.ppi = image.ppi;
    } else {
        COTEJO_TRY_ASSIGN(const auto image, imaging::decodeImage(bytes));
        print.pixels = imaging::toGray(image.pixels);
        print.ppi = image.ppi;
    }
    if (capture.ppi.known()) print.ppi = capture.ppi;  // what people declared about a sample stands above its header
    return print;
}

/// A failure that a later attempt could not change; others are not kept.
bool isLasting(const Error& error) {
    return !error.is(base::kCancelled) && !error.is(store::kMissing) && !error.is(store::kBusy) && !error.is(base::kInternal);
}

}  // namespace

Result<Bytes> Samples::templateBytes(const record::Capture& capture, const record::Algorithm& algorithm,
                                     const std::function<Result<Bytes>(ByteView)>& extract) {
    Result<Bytes> bytes = Bytes();
    {
        COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
        COTEJO_TRY_ASSIGN(auto known, store::TemplateTable(reader).find(capture.id, algorithm));
        if (known && !known->failure.empty()) return fail(known->failure, "this sample could not be used: " + known->failure);
        if (known) return std::move(known->bytes);
        bytes = m_desk.store().blobs(reader).get(capture.blob);
    }
    auto made = bytes ? extract(*bytes) : Result<Bytes>(tl::unexpected<Error>(bytes.error()));
    if (!made && !isLasting(made.error())) return made;
    auto kept = m_desk.store().write([&](store::Transaction& transaction) -> Status {
        store::TemplateTable templates(transaction);
        return made ? templates.put(capture.id, algorithm, *made) : templates.putFailure(capture.id, algorithm, made.error().code);
    });
    if (!kept) return tl::unexpected<Error>(std::move(kept).error());
    return made;
}

Result<match::FingerTemplate> Samples::finger(const record::Capture& capture, std::stop_token stop) {
    COTEJO_TRY_ASSIGN(const auto bytes, templateBytes(capture, match::fingerAlgorithm(), [&](ByteView original) -> Result<Bytes> {
                          COTEJO_TRY_ASSIGN(const auto print, fingerImage(original, capture));
                          COTEJO_TRY_ASSIGN(const auto extraction, match::extractFinger(print, {}, stop));
                          return match::encodeFinger(extraction.finger);
                      }));
    return match::decodeFinger(bytes);
}

Status Samples::loadEngine() {
    if (m_engine) return {};
    COTEJO_TRY_ASSIGN(m_engine, match::FaceEngine::loadDefault());
    return {};
}

Result<record::Algorithm> Samples::faceAlgorithm() {
    COTEJO_TRY(loadEngine());
    return m_engine->algorithm();
}

Result<match::FaceTemplate> Samples::face(const record::Capture& capture, std::stop_token stop) {
    COTEJO_TRY(loadEngine());
    COTEJO_TRY_ASSIGN(const auto bytes, templateBytes(capture, m_engine->algorithm(), [&](ByteView original) -> Result<Bytes> {
                          COTEJO_TRY_ASSIGN(const auto image, imaging::decodeImage(original));
                          COTEJO_TRY_ASSIGN(const auto extraction, m_engine->extract(image.pixels, stop));
                          return extraction.faceTemplate.encode();
                      }));
    return match::FaceTemplate::decode(bytes);
}

}  // namespace cotejo::review
