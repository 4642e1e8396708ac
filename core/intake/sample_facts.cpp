#include "core/intake/sample_facts.h"

#include "core/exchange/sample_codes.h"

namespace cotejo::intake {
namespace {

constexpr std::size_t kMostText = 128;
constexpr std::size_t kMostQualities = 16;

std::string cut(const std::string& text) {
    if (text.size() <= kMostText) return text;
    std::size_t end = kMostText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end);
}

record::StatedValue cut(const record::StatedValue& stated) {
    return stated.known() ? record::StatedValue{cut(stated.value), cut(stated.from)} : record::StatedValue();
}

}  // namespace

void takeFacts(record::Capture& capture, const exchange::ExchangeImage& image) {
    capture.capturedOn = cut(record::StatedValue{image.captured, image.capturedFrom});
    capture.impression = cut(image.impression);
    capture.hand = cut(image.hand);
    capture.positionWritten = cut(image.positionWritten);
    capture.device = {cut(image.device.make), cut(image.device.model), cut(image.device.serial)};
    for (const auto& each : image.qualities)
        if (capture.qualities.size() < kMostQualities)
            capture.qualities.push_back({each.value, cut(each.algorithm), cut(each.version), cut(each.source)});
    capture.originalPlace = cut(image.source);
}

void takeFacts(record::Capture& capture, const exchange::MinutiaeRecord& view) {
    exchange::ExchangeImage said;
    said.captured = view.captured;
    if (!view.captured.empty()) said.capturedFrom = "capture date";
    said.impression = {std::string(exchange::impressionName(view.impression)), "impression type"};
    said.hand = {std::string(exchange::handOfPosition(view.positionCode)), "finger position"};
    said.positionWritten = {std::to_string(view.positionCode), "finger position"};
    said.device.model = {view.device, "capture device"};
    if (view.quality) said.qualities.push_back({*view.quality, "", "", "finger quality"});
    said.source = view.source;
    takeFacts(capture, said);
}

std::string originalMime(const exchange::ExchangeDocument& document) {
    using exchange::ExchangeFormat;
    switch (document.format) {
        case ExchangeFormat::NistItl: return "application/x-ansi-nist-itl";
        case ExchangeFormat::NistItlXml:
        case ExchangeFormat::CbeffXml: return "application/xml";
        case ExchangeFormat::Minutiae:
        case ExchangeFormat::FingerImages:
        case ExchangeFormat::FaceImages:
        case ExchangeFormat::IrisImages:
        case ExchangeFormat::Iso39794: return "application/x-iso-biometric";
        case ExchangeFormat::Mrz: return "text/plain";
        case ExchangeFormat::TravelerCsv: return "text/csv";
        case ExchangeFormat::Osia:
        case ExchangeFormat::MosipRequest:
        case ExchangeFormat::MosipResponse: return "application/json";
        case ExchangeFormat::Pdf: return "application/pdf";
        case ExchangeFormat::Image:
        case ExchangeFormat::Wsq: break;
    }
    return document.formatName.starts_with("image/") ? document.formatName : "application/octet-stream";
}

}  // namespace cotejo::intake
