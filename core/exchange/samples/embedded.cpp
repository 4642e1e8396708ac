#include "core/exchange/samples/embedded.h"

#include "core/exchange/images/image_container.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/minutiae/minutiae_codec.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

void takeFindings(ExchangeDocument& document, ValidationReport report, const std::string& place) {
    for (auto& finding : report.findings) {
        finding.record = finding.record.empty() ? place : place + ", " + finding.record;
        document.report.add(std::move(finding));
    }
    document.report.dropped += report.dropped;
}

/// What stands around a record, where the record itself does not say it; a contradiction is said.
void fillGaps(ExchangeDocument& document, ExchangeImage& inner, const ExchangeImage& outer, const std::string& place) {
    const auto fill = [](StatedValue& mine, const StatedValue& theirs) {
        if (mine.value.empty()) mine = theirs;
    };
    inner.person = outer.person;
    inner.source = outer.source + (outer.source.empty() ? "" : ", ") + inner.source;
    if (outer.subject != ImageSubject::Unknown && inner.subject != outer.subject && inner.subject != ImageSubject::FingerGroup)
        document.report.add({Severity::Warning, place, "", "image.subject",
                             "What stands around the record says " + std::string(record::codeOf(outer.subject)) + ", the record itself is of " +
                                 std::string(record::codeOf(inner.subject)) + "; the record counts.", {}});
    if (inner.subject == ImageSubject::Finger && outer.position != record::FingerPosition::Unknown) {
        if (inner.position == record::FingerPosition::Unknown) {
            inner.position = outer.position;
            inner.positionCode = outer.positionCode;
        } else if (inner.position != outer.position) {
            document.report.add({Severity::Warning, place, "", "image.subject",
                                 "What stands around the record says " + std::string(record::codeOf(outer.position)) + ", the record itself " +
                                     std::string(record::codeOf(inner.position)) + "; the record counts. Look at the image.", {}});
        }
    }
    if (inner.captured.empty()) {
        inner.captured = outer.captured;
        inner.capturedFrom = outer.capturedFrom;
    }
    fill(inner.impression, outer.impression);
    fill(inner.hand, outer.hand);
    fill(inner.positionWritten, outer.positionWritten);
    if (!inner.device.known()) inner.device = outer.device;
    inner.qualities.insert(inner.qualities.end(), outer.qualities.begin(), outer.qualities.end());
    inner.facts.insert(inner.facts.end(), outer.facts.begin(), outer.facts.end());
}

bool keepUnread(ExchangeDocument& document, ExchangeImage image, ByteView bytes, const std::string& place, const char* rule, const std::string& why) {
    image.mime = "application/octet-stream";
    image.bytes.assign(bytes.begin(), bytes.end());
    image.undecoded = "unknown_coding";
    document.images.push_back(std::move(image));
    document.report.add({Severity::Error, place, "", rule, why + " The " + std::to_string(bytes.size()) + " bytes are kept. Ask the sender for it again.", {}});
    return false;
}

}  // namespace

bool addEmbedded(ExchangeDocument& document, ExchangeImage image, ByteView bytes, const std::string& place, const char* rule, int rawBits) {
    const auto text = textOf(bytes);
    if (text.starts_with("FIR\0"sv) || text.starts_with("FAC\0"sv) || text.starts_with("IIR\0"sv)) {
        auto inside = readImageContainer(bytes);
        if (!inside) return keepUnread(document, std::move(image), bytes, place, rule, inside.error().detail);
        takeFindings(document, std::move(inside->report), place);
        for (auto& each : inside->images) {
            fillGaps(document, each, image, place);
            document.images.push_back(std::move(each));
        }
        return true;
    }
    if (text.starts_with("FMR\0"sv)) {
        auto inside = readMinutiae(bytes);
        if (!inside) return keepUnread(document, std::move(image), bytes, place, rule, inside.error().detail);
        takeFindings(document, std::move(inside->report), place);
        for (auto& view : inside->views) {
            view.source = image.source + (image.source.empty() ? "" : ", ") + view.source;
            document.minutiae.push_back(std::move(view));
        }
        return true;
    }
    if (const auto probe = probeImage(bytes)) {
        image.mime = probe->mime;
        if (probe->width > 0) {
            image.width = probe->width;
            image.height = probe->height;
        }
        if (probe->lossless) image.undecoded = "jpeg_lossless";
        image.bytes.assign(bytes.begin(), bytes.end());
        document.images.push_back(std::move(image));
        return true;
    }
    if (auto wrapped = rawBits != 0 ? wrapRawGray(bytes, image.width, image.height, rawBits, image.ppi.value) : std::nullopt) {
        image.mime = "image/bmp";
        image.bytes = std::move(*wrapped);
        document.images.push_back(std::move(image));
        return true;
    }
    return keepUnread(document, std::move(image), bytes, place, rule, "The bytes begin like no image or record that is read here.");
}

}  // namespace cotejo::exchange
