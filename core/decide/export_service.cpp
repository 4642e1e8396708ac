#include "core/decide/export_service.h"

#include <algorithm>

#include "core/base/crypto.h"
#include "core/decide/case_door.h"
#include "core/decide/case_service.h"
#include "core/decide/originals.h"
#include "core/exchange/errors.h"
#include "core/review/errors.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"

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

/// The cases that this post knows to have come in the same file: all of them leave with it.
Result<std::vector<CaseId>> casesOf(store::Store& store, const Hash& original) {
    COTEJO_TRY_ASSIGN(auto reader, store.reader());
    COTEJO_TRY_ASSIGN(const auto owners, store.blobs(reader).owners(original));
    std::vector<CaseId> cases;
    for (const auto& owner : owners) {
        const auto id = CaseId::fromBytes(owner);
        if (!id) continue;
        COTEJO_TRY_ASSIGN(const auto known, store::CaseTable(reader).find(*id));  // nothing where it is an entry of a list
        if (known) cases.push_back(*id);
    }
    return cases;
}

/// Every file that the case came in, byte for byte. Whoever may not see a sample or a traveler that a file holds, in this case or in another
/// that came in the same file, gets none of it; the act goes into each of these cases.
Result<exchange::CaseExport> exportOriginals(access::Desk& desk, const CaseId& id, const Departure& departure) {
    CaseDoor door(desk, "export");
    CaseService service(desk);
    std::vector<record::OriginalFile> originals;
    {
        COTEJO_TRY_ASSIGN(const auto visible, door.view(id));
        COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
        COTEJO_TRY_ASSIGN(const auto whole, store::CaseTable(reader).find(id));
        COTEJO_TRY_ASSIGN(originals, originalsOf(reader, whole ? *whole : visible.view));
    }
    if (originals.empty())
        return fail(exchange::kCannotExpress, "No file that the case came in is kept: it was typed or captured here, or its files are larger than what is kept.");
    const auto format = std::string(record::codeOf(departure.format));
    record::RecordExport act{departure.recipient, departure.recipientCountry, format, sha256(format)};
    std::vector<CaseId> together;
    for (const auto& original : originals) {
        COTEJO_TRY_ASSIGN(auto cases, casesOf(desk.store(), original.sha256));
        if (std::ranges::find(cases, id) == cases.end()) cases.push_back(id);
        for (const auto& each : cases) {
            COTEJO_TRY_ASSIGN(const auto visible, door.view(each));
            COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
            COTEJO_TRY_ASSIGN(const auto whole, store::CaseTable(reader).find(each));
            if (whole) COTEJO_TRY(mayShowOriginal(visible, *whole, original.sha256));
            if (std::ranges::find(together, each) == together.end()) together.push_back(each);
        }
    }
    for (const auto& each : together) {
        COTEJO_TRY_ASSIGN(auto refused, service.refusals(each, act));
        if (!refused.empty()) return tl::unexpected<Error>(std::move(refused.front()));
    }
    exchange::CaseExport content;
    for (const auto& original : originals) {
        COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
        COTEJO_TRY_ASSIGN(auto bytes, desk.store().blobs(reader).get(original.sha256));
        content.files.push_back({nameOfOriginal(original, content.files.size() + 1), original.mime, std::move(bytes)});
    }
    content.left.emplace_back("what the case knows besides: a file goes out as it came in, with whatever was corrected here since uncorrected in it");
    act.content = hashOf(content);
    for (const auto& each : together) COTEJO_TRY(service.perform(each, act));
    return content;
}

}  // namespace

Result<exchange::CaseExport> exportCase(access::Desk& desk, const CaseId& id, const Departure& departure) {
    if (departure.format == exchange::CaseFormat::Original) return exportOriginals(desk, id, departure);
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
