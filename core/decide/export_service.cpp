#include "core/decide/export_service.h"

#include "core/base/crypto.h"
#include "core/decide/case_door.h"
#include "core/decide/case_service.h"
#include "core/review/errors.h"

namespace cotejo::decide {
namespace {

constexpr char kTransaction[] = "COTEJO";

/// Over names and bytes of every file, in their order.
Hash hashOf(const exchange::CaseExport& content) {
    ByteWriter out;
    out.field("cotejo export 1");
    for (const auto& file : content.files) {
        out.field(file.name);
        out.raw(sha256(file.bytes).bytes());
    }
    return sha256(out.bytes());
}

std::string compactDay(UtcTime time) {
    auto day = toIso(time).substr(0, 10);
    std::erase(day, '-');
    return day;
}

}  // namespace

Result<exchange::CaseExport> exportCase(access::Desk& desk, const CaseId& id, const Departure& departure) {
    CaseDoor door(desk, "export");
    CaseService service(desk);
    COTEJO_TRY_ASSIGN(const auto visible, door.view(id));
    if (visible.identityHidden)
        return fail(review::kNotVisible, "whose case this is is hidden from you while it is examined; somebody who does not examine sends it",
                    {{"rule", "blind_second"}, {"remedy", "ask_supervisor"}});
    // Refused before anything is read: by the rules, with a stand-in for the hash that is not known yet.
    const auto format = std::string(record::codeOf(departure.format));
    record::RecordExport act{departure.recipient, departure.recipientCountry, format, sha256(format)};
    COTEJO_TRY_ASSIGN(auto refused, service.refusals(id, act));
    if (!refused.empty()) return tl::unexpected<Error>(std::move(refused.front()));
    std::vector<exchange::CaseSample> samples;
    for (const auto& capture : visible.view.captures) {
        if (capture.kind == record::CaptureKind::Reference || visible.view.unusable.contains(capture.id)) continue;
        auto& sample = samples.emplace_back();
        sample.capture = capture;
        if (capture.origin != record::CaptureOrigin::Unknown && capture.captured != UtcTime{}) sample.capturedOn = toIso(capture.captured).substr(0, 10);
        if (capture.missing != record::MissingReason::None) continue;
        COTEJO_TRY_ASSIGN(sample.bytes, door.blob(id, capture.blob));
    }
    const auto now = desk.clock().now();
    const exchange::NistHeading heading{kTransaction, departure.recipient, departure.originator.empty() ? desk.postName() : departure.originator,
                                        visible.view.number, compactDay(now)};
    COTEJO_TRY_ASSIGN(auto content, exchange::exportCase(visible.view.traveler, samples, departure.format, heading));
    if (visible.portraitHidden) content.left.emplace_back("the document's portrait is hidden until the live sample is analysed");
    act.content = hashOf(content);
    COTEJO_TRY(service.perform(id, act));
    return content;
}

}  // namespace cotejo::decide
