#include "ui/partner/partner_loader.h"

#include <algorithm>
#include <map>

#include "core/decide/case_service.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/refusal.h"
#include "core/partner/errors.h"
#include "core/review/errors.h"
#include "core/review/visible_case.h"
#include "core/store/case_table.h"
#include "core/store/officer_table.h"
#include "ui/bridge/case_loader.h"
#include "ui/bridge/text.h"
#include "ui/partner/partner_text.h"

namespace cotejo::partner_ui {

using record::PartnerPurpose;
using record::RequestState;

namespace {

constexpr char kAnyReason[] = "-";

void chooseAgreement(InquiryFile& file) {
    const auto* chosen = file.profile();
    if (chosen == nullptr) {
        const auto asks = std::ranges::find_if(file.profiles, [](const auto& each) { return !askable(each).empty(); });
        if (asks == file.profiles.end()) return;
        file.choice.profile = asks->id;
        chosen = &*asks;
    }
    const auto purposes = askable(*chosen);
    if (!purposes.empty() && std::ranges::find(purposes, file.choice.purpose) == purposes.end()) file.choice.purpose = purposes.front();
}

/// The one identification that an answer could be about, where nobody chose.
void chooseEntry(InquiryFile& file) {
    auto& entry = file.choice.entry;
    if (file.choice.purpose != PartnerPurpose::Confirmation) {
        entry.reset();
        return;
    }
    const auto& all = file.file.view.identifications;
    if (entry && std::ranges::find(all, *entry, &record::Identification::entry) == all.end()) entry.reset();
    if (!entry && file.file.view.identification) entry = file.file.view.identification->entry;
}

Status judge(access::Desk& desk, InquiryFile& file, const record::RequestId& request, const Hash& packet) {
    const auto& id = file.file.view.id;
    decide::CaseService service(desk);
    COTEJO_TRY_ASSIGN(file.authoriseRefused, service.refusals(id, record::AuthoriseRequest{request, packet, kAnyReason}));
    if (!file.shown) {
        // Nobody wrote it yet: what counts is what the case itself refuses.
        std::erase_if(file.authoriseRefused, [](const auto& each) { return each.is(decide::kRequestUnknown); });
        return {};
    }
    COTEJO_TRY_ASSIGN(const auto cancel, service.refusals(id, record::CancelRequest{request, kAnyReason}));
    COTEJO_TRY_ASSIGN(const auto close, service.refusals(id, record::CloseRequest{request, kAnyReason}));
    file.mayCancel = cancel.empty();
    file.mayClose = close.empty();
    return {};
}

Status showDraft(access::Desk& desk, InquiryFile& file) {
    chooseAgreement(file);
    chooseEntry(file);
    partner::RequestService service(desk);
    auto preview = service.preview(file.file.view.id, file.choice.profile, file.choice.purpose, file.choice.samples, file.choice.entry);
    if (!preview) {
        file.noMessage = preview.error();
        return {};
    }
    file.preview = std::move(*preview);
    file.needsSupervisor = file.preview->needsSupervisor;
    file.mayDraft = file.preview->refused.empty();
    return judge(desk, file, file.preview->terms.id, file.preview->terms.packet);
}

Status showRequest(access::Desk& desk, InquiryFile& file, bool openMessage) {
    const auto& request = *file.request();
    const auto& known = request.previewedBy;
    const bool read = std::ranges::find(known, file.file.officer.id) != known.end();
    partner::RequestService service(desk);
    if (request.state == RequestState::Drafted || read || openMessage) {
        auto packet = service.open(file.file.view.id, request.terms.id);
        if (packet) file.packet = std::move(*packet);
        else file.noMessage = packet.error();
    }
    if (!request.message.isZero()) {
        auto answer = service.answer(file.file.view.id, request.terms.id);
        if (answer) file.answer = std::move(*answer);
        else file.noAnswer = answer.error();
    }
    // Opening may have written that this person read it.
    COTEJO_TRY_ASSIGN(file.file, bridge::loadCaseFile(desk, file.file.view.id));
    if (file.request() == nullptr) return tl::unexpected<Error>(decide::refusal(decide::kRequestUnknown));
    file.needsSupervisor = decide::needsSupervisor(file.file.view, *file.request());
    return judge(desk, file, file.request()->terms.id, file.request()->terms.packet);
}

std::map<OfficerId, QString> namesFor(const std::vector<record::Officer>& officers) {
    std::map<OfficerId, QString> names;
    for (const auto& each : officers) names[each.id] = bridge::fromText(each.displayName);
    return names;
}

Result<std::vector<record::Officer>> officersOf(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    return store::OfficerTable(reader).all();
}

}  // namespace

std::vector<PartnerPurpose> askable(const partner::Profile& profile) {
    std::vector<PartnerPurpose> purposes;
    for (const auto& [purpose, rule] : profile.purposes)
        if (rule.direction != partner::Direction::Answer && purpose != PartnerPurpose::FugitiveNotice) purposes.push_back(purpose);
    return purposes;
}

Result<InquiryFile> loadInquiry(access::Desk& desk, const CaseId& id, const InquiryQuestion& question) {
    InquiryFile file;
    COTEJO_TRY_ASSIGN(file.file, bridge::loadCaseFile(desk, id));
    file.choice = question.choice;
    file.shown = question.shown;
    partner::RequestService service(desk);
    COTEJO_TRY_ASSIGN(file.profiles, service.profiles());
    if (!file.shown && question.whatIsOpen) {
        const auto& all = file.file.view.partnerRequests;
        const auto open = std::find_if(all.rbegin(), all.rend(), [](const auto& each) { return isOpen(each); });
        if (open != all.rend()) file.shown = open->terms.id;
    }
    if (file.request() == nullptr) file.shown.reset();
    COTEJO_TRY(file.shown ? showRequest(desk, file, question.openMessage) : showDraft(desk, file));
    COTEJO_TRY_ASSIGN(const auto officers, officersOf(desk));
    const auto now = desk.clock().now();
    const OfficerId drafter = file.request() != nullptr ? file.request()->draftedBy : file.file.officer.id;
    for (const auto& each : officers)
        if (each.active && each.id != drafter && each.post == file.file.officer.post && each.holds(record::Role::Supervisor, now))
            file.supervisors.push_back(bridge::fromText(each.displayName));
    std::ranges::sort(file.supervisors);
    return file;
}

Result<PartnersFile> loadPartners(access::Desk& desk) {
    PartnersFile file;
    file.now = desk.clock().now();
    partner::RequestService service(desk);
    COTEJO_TRY_ASSIGN(file.profiles, service.profiles());
    auto listed = service.requests();
    if (!listed) {
        if (!listed.error().is(review::kMayNotRead)) return tl::unexpected<Error>(listed.error());
        file.requestsRefused = listed.error();
        return file;
    }
    COTEJO_TRY_ASSIGN(const auto officers, officersOf(desk));
    const auto names = namesFor(officers);
    const auto nameOf = [&](const OfficerId& id) { return names.contains(id) ? names.at(id) : QString(); };
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    const auto& self = desk.officer();
    std::map<CaseId, review::VisibleCase> cases;
    for (auto& each : *listed) {
        if (!cases.contains(each.caseId)) {
            COTEJO_TRY_ASSIGN(const auto whole, store::CaseTable(reader).find(each.caseId));
            if (!whole) continue;  // it left this post a moment ago
            // As the list itself: of the case it shows only its person, its requests and the signs of samples that were given.
            cases.emplace(each.caseId, review::visibleCase(*whole, self, file.now, [](const auto&) { return std::nullopt; }));
        }
        const auto& visible = cases.at(each.caseId);
        const auto& request = each.request;
        ListedInquiry inquiry;
        inquiry.needsSupervisor = decide::needsSupervisor(visible.view, request);
        inquiry.draftedBy = nameOf(request.draftedBy);
        if (request.authorisedBy) inquiry.authorisedBy = nameOf(*request.authorisedBy);
        inquiry.samples = samplesOf(request.terms, visible.view.captures);
        inquiry.identityHidden = visible.identityHidden;
        const bool supervises = self.holds(record::Role::Supervisor, file.now);
        if (request.state == RequestState::Drafted) inquiry.waitsForMe = inquiry.needsSupervisor ? supervises && request.draftedBy != self.id : request.draftedBy == self.id;
        else if (request.state == RequestState::Answered || request.state == RequestState::Refused) inquiry.waitsForMe = request.draftedBy == self.id;
        else if (request.state == RequestState::Unanswered) inquiry.waitsForMe = supervises;
        inquiry.listed = std::move(each);
        file.requests.push_back(std::move(inquiry));
    }
    return file;
}

}  // namespace cotejo::partner_ui
