#include <algorithm>

#include "core/decide/case_service.h"
#include "core/exchange/mrz/mrz.h"
#include "core/review/work_queue.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/image.h"
#include "ui/bridge/text.h"
#include "ui/queue/preview_panel.h"
#include "ui/queue/queue_page.h"

namespace cotejo::queue {

namespace {

using widgets::Ink;

void addContents(Preview& preview, const review::Glance& glance) {
    for (const auto& document : glance.traveler.documents) {
        if (document.mrz.empty()) continue;
        const auto zone = exchange::parseMrz(document.mrz, glance.row.row.opened);
        if (!zone) continue;
        const auto wrong = std::ranges::count_if(zone->checks, [](const auto& check) { return check.state == exchange::MrzCheckState::Wrong; });
        preview.contents.push_back({QStringLiteral("document"), PreviewPanel::tr("Document %1").arg(bridge::fromText(record::codeOf(zone->format))),
                                    wrong > 0 ? PreviewPanel::tr("%n digits do not hold", nullptr, int(wrong)) : PreviewPanel::tr("digits hold"),
                                    wrong > 0 ? Ink::Warn : Ink::Ok});
    }
    int faces = 0, fingers = 0, missing = 0;
    for (const auto& capture : glance.captures) {
        if (capture.missing != record::MissingReason::None) ++missing;
        else if (capture.modality == record::Modality::Face) ++faces;
        else ++fingers;
    }
    if (faces > 0) preview.contents.push_back({QStringLiteral("face"), PreviewPanel::tr("Faces"), bridge::countText(faces), Ink::T1});
    if (fingers + missing > 0)
        preview.contents.push_back({QStringLiteral("finger"), PreviewPanel::tr("Fingerprints"),
                                    missing > 0 ? PreviewPanel::tr("%1, %2 missing").arg(fingers).arg(missing) : bridge::countText(fingers), Ink::T1});
    if (glance.papers > 0)
        preview.contents.push_back({QStringLiteral("note"), PreviewPanel::tr("Papers"), bridge::countText(std::int64_t(glance.papers)), Ink::T1});
}

void addNeeds(Preview& preview, const review::Glance& glance, const std::vector<Error>& refusals, UtcTime now) {
    const auto need = [&](bool met, const QString& text, const QString& detail) {
        preview.needs.push_back({met ? QStringLiteral("check") : QStringLiteral("close"), text, detail, Ink::T3});
    };
    const auto& lease = glance.row.row.lease;
    const bool free = !lease || lease->until <= now || glance.row.mine;
    need(free, PreviewPanel::tr("Nobody else has it"), free ? QString() : bridge::fromText(lease->officerName));
    need(glance.hasLegalBasis, PreviewPanel::tr("Legal basis set"), {});
    if (!refusals.empty() && !refusals.front().is("E_LEASED")) need(false, bridge::errorText(refusals.front()).title, bridge::fromText(refusals.front().code));
}

}  // namespace

/// Of a case in passing: nothing that would count as shown to this officer.
Result<Preview> loadPreview(access::Desk& desk, const CaseId& id) {
    COTEJO_TRY_ASSIGN(const auto glance, review::WorkQueue(desk).glance(id));
    decide::CaseService service(desk);
    const auto now = desk.clock().now();
    std::optional<decide::Policy> policy;
    {
        COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
        COTEJO_TRY_ASSIGN(policy, service.policy(reader));
    }
    COTEJO_TRY_ASSIGN(const auto refusals, service.refusals(id, record::TakeLease{desk.officer().displayName, now + policy->lease}));
    Preview preview;
    const auto& row = glance.row.row;
    if (!glance.row.identityHidden) {
        preview.person = bridge::personName(glance.traveler);
        preview.facts = bridge::personFacts(glance.traveler);
    }
    preview.number = bridge::fromText(row.number);
    preview.badges.push_back(bridge::look(row.state));
    for (const auto kind : row.holds) preview.badges.push_back(bridge::look(kind, true));
    if (glance.row.onHold) preview.badges.push_back(bridge::neutralHoldLook());
    preview.clockKind = bridge::text(row.deadlineKind);
    preview.opened = row.opened;
    preview.deadline = row.deadline;
    preview.why = bridge::text(row.reason) + (glance.referralNote.empty() ? QString() : QStringLiteral(". ") + bridge::fromText(glance.referralNote));
    addContents(preview, glance);
    addNeeds(preview, glance, refusals, now);
    preview.canTake = refusals.empty();
    preview.mine = glance.row.mine;
    if (glance.row.identityHidden) return preview;
    const record::Capture* portrait = nullptr;
    for (const auto& capture : glance.captures)
        if (capture.modality == record::Modality::Face && capture.missing == record::MissingReason::None &&
            (portrait == nullptr || capture.kind == record::CaptureKind::Document))
            portrait = &capture;
    if (portrait != nullptr)
        if (auto image = bridge::loadThumbnail(desk, id, *portrait, 200)) preview.portrait = std::move(*image);
    return preview;
}

}  // namespace cotejo::queue
