#include <algorithm>

#include "ui/bridge/case_loader.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/image.h"
#include "ui/bridge/text.h"
#include "ui/queue/preview_panel.h"
#include "ui/queue/queue_page.h"

namespace cotejo::queue {

namespace {

using widgets::Ink;

void addContents(Preview& preview, const bridge::CaseFile& file) {
    for (const auto& [index, zone] : file.zones) {
        const auto wrong = std::ranges::count_if(zone.checks, [](const auto& check) { return check.state == exchange::MrzCheckState::Wrong; });
        preview.contents.push_back({QStringLiteral("document"), PreviewPanel::tr("Document %1").arg(bridge::fromText(record::codeOf(zone.format))),
                                    wrong > 0 ? PreviewPanel::tr("%n digits do not hold", nullptr, int(wrong)) : PreviewPanel::tr("digits hold"),
                                    wrong > 0 ? Ink::Warn : Ink::Ok});
    }
    int faces = 0, fingers = 0, missing = 0;
    for (const auto& capture : file.view.captures) {
        if (capture.missing != record::MissingReason::None) ++missing;
        else if (capture.modality == record::Modality::Face) ++faces;
        else ++fingers;
    }
    if (faces > 0) preview.contents.push_back({QStringLiteral("face"), PreviewPanel::tr("Faces"), bridge::countText(faces), Ink::T1});
    if (fingers + missing > 0)
        preview.contents.push_back({QStringLiteral("finger"), PreviewPanel::tr("Fingerprints"),
                                    missing > 0 ? PreviewPanel::tr("%1, %2 missing").arg(fingers).arg(missing) : bridge::countText(fingers), Ink::T1});
    if (!file.view.documents.empty())
        preview.contents.push_back({QStringLiteral("note"), PreviewPanel::tr("Papers"), bridge::countText(std::int64_t(file.view.documents.size())), Ink::T1});
}

void addNeeds(Preview& preview, const bridge::CaseFile& file) {
    const auto need = [&](bool met, const QString& text, const QString& detail) {
        preview.needs.push_back({met ? QStringLiteral("check") : QStringLiteral("close"), text, detail, Ink::T3});
    };
    const bool free = !file.view.lease || file.view.lease->until <= file.now || file.mine;
    need(free, PreviewPanel::tr("Nobody else has it"), free ? QString() : bridge::fromText(file.view.lease->officerName));
    need(!file.view.legalBasis.empty(), PreviewPanel::tr("Legal basis set"), {});
    if (const auto* option = file.option("case.lease"); option != nullptr && !option->allowed() && !option->refusal->is("E_LEASED"))
        need(false, bridge::errorText(*option->refusal).title, bridge::fromText(option->refusal->code));
}

}  // namespace

Result<Preview> loadPreview(access::Desk& desk, const CaseId& id) {
    COTEJO_TRY_ASSIGN(const auto file, bridge::loadCaseFile(desk, id));
    Preview preview;
    const auto& view = file.view;
    if (!file.identityHidden) {
        preview.person = bridge::personName(view.traveler);
        preview.facts = bridge::personFacts(view.traveler);
    }
    preview.number = bridge::fromText(view.number);
    preview.badges.push_back(bridge::look(view.state));
    for (const auto& hold : view.holds) preview.badges.push_back(bridge::look(hold.kind, file.readsHolds));
    if (file.onHold) preview.badges.push_back(bridge::neutralHoldLook());
    preview.clockKind = bridge::text(view.deadlineKind);
    preview.opened = view.opened;
    preview.deadline = view.deadline;
    preview.why = bridge::text(view.reason) + (view.referralNote.empty() || file.identityHidden
                                                   ? QString() : QStringLiteral(". ") + bridge::fromText(view.referralNote));
    addContents(preview, file);
    addNeeds(preview, file);
    preview.canTake = file.allows("case.lease");
    preview.mine = file.mine;
    if (!file.identityHidden) {
        const record::Capture* portrait = nullptr;
        for (const auto& capture : view.captures)
            if (capture.modality == record::Modality::Face && capture.missing == record::MissingReason::None &&
                (portrait == nullptr || capture.kind == record::CaptureKind::Document))
                portrait = &capture;
        if (portrait != nullptr)
            if (auto image = bridge::loadThumbnail(desk, id, *portrait, 200)) preview.portrait = std::move(*image);
    }
    return preview;
}

}  // namespace cotejo::queue
