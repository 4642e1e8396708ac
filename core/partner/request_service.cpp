#include "core/partner/request_service.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/decide/case_door.h"
#include "core/decide/case_projection.h"
#include "core/decide/facts.h"
#include "core/decide/refusal.h"
#include "core/journal/roster_book.h"
#include "core/partner/errors.h"
#include "core/partner/report_watch.h"
#include "core/review/errors.h"
#include "core/store/case_table.h"
#include "core/store/event_table.h"
#include "core/store/watchlist_table.h"

namespace cotejo::partner {
namespace {

using record::PartnerPurpose;
using record::PartnerRequest;
using record::RequestId;

tl::unexpected<Error> notPreviewed(std::string detail) {
    return fail(kNotPreviewed, std::move(detail), {{"rule", "what_leaves"}, {"remedy", "preview_again"}});
}

/// The person and the samples, as whoever asks may see them.
Result<review::VisibleCase> shown(decide::CaseDoor& door, const CaseId& id) {
    COTEJO_TRY_ASSIGN(auto visible, door.view(id));
    if (visible.identityHidden)
        return fail(review::kNotVisible, "whose case this is is hidden from you while it is examined; somebody who does not examine asks the partner",
                    {{"rule", "blind_second"}, {"remedy", "ask_supervisor"}});
    return visible;
}

UtcTime wholeSecond(UtcTime time) { return std::chrono::floor<std::chrono::seconds>(time); }

}  // namespace

Result<std::vector<Profile>> RequestService::profiles() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
    std::vector<Profile> all;
    if (!roster) return all;
    for (const auto& [id, json] : roster->latest().partners()) {
        // One that a newer program wrote is left out here, and named where it is asked for.
        auto read = readProfile(json);
        if (read) all.push_back(std::move(*read));
    }
    const auto now = m_desk.clock().now();
    std::ranges::stable_partition(all, [&](const auto& each) { return inForce(each, now); });
    return all;
}

Result<Profile> RequestService::profile(std::string_view id) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
    const auto unknown = fail(kNoProfile, "the organisation's roster has no agreement " + std::string(id), {{"rule", "what_leaves"}, {"remedy", "ask_administrator"}});
    if (!roster) return unknown;
    const auto found = roster->latest().partners().find(std::string(id));
    if (found == roster->latest().partners().end()) return unknown;
    return readProfile(found->second);
}

/// What the partner calls the entry: as its answer named it, or as our list does for an entry that came with one.
Result<std::string> RequestService::referenceOf(const record::CaseView& view, const WatchlistEntryId& entry) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    for (const auto& request : view.partnerRequests) {
        if (request.reply != record::PartnerReply::Candidates) continue;
        const auto bytes = m_desk.store().blobs(reader).get(request.message);
        if (!bytes) continue;
        const auto answer = readAnswer(*bytes);
        if (!answer) continue;
        for (const auto& each : answer->candidates)
            if (record::answeredEntry(request.terms.id, each.reference) == entry) return each.reference;
    }
    return entry.text();
}

Result<std::vector<ChosenSample>> RequestService::load(const CaseId& id, const record::CaseView& view, const std::vector<CaptureId>& samples) {
    decide::CaseDoor door(m_desk, "partner");
    std::vector<ChosenSample> chosen;
    for (const auto& each : samples) {
        const auto capture = std::ranges::find(view.captures, each, &record::Capture::id);
        if (capture == view.captures.end() || view.unusable.contains(each) || capture->missing != record::MissingReason::None)
            return fail(kNoSample, "the case has no such sample to send, or it is hidden from you or unusable", {{"rule", "what_leaves"}, {"remedy", "draft_again"}, {"sample", each.text()}});
        COTEJO_TRY_ASSIGN(auto bytes, door.blob(id, capture->blob));
        chosen.push_back({*capture, std::move(bytes)});
    }
    return chosen;
}

Result<Preview> RequestService::preview(const CaseId& id, std::string_view profileId, PartnerPurpose purpose, const std::optional<std::vector<CaptureId>>& samples,
                                        const std::optional<WatchlistEntryId>& entry) {
    COTEJO_TRY_ASSIGN(const auto agreement, profile(profileId));
    const auto now = wholeSecond(m_desk.clock().now());
    decide::CaseDoor door(m_desk, "partner");
    COTEJO_TRY_ASSIGN(const auto visible, shown(door, id));
    Preview preview;
    auto& terms = preview.terms;
    std::optional<record::EvidenceGrade> grade;
    if (purpose == PartnerPurpose::Confirmation) {
        const auto about = decide::identifiedBy(visible.view, entry.value_or(WatchlistEntryId{}));
        if (about.empty()) return tl::unexpected<Error>(decide::refusal("E_WHICH_ENTRY"));
        const auto& fact = *about.front();
        if (fact.facts.issuerCountry != agreement.country)
            return fail(kNoTransferBasis, "the entry is not this partner's: it is asked of " + fact.facts.issuerCountry,
                        {{"rule", "what_leaves"}, {"remedy", "other_agreement"}, {"reason", "country"}});
        grade = fact.facts.grade;
        preview.entry = fact.entry;
        COTEJO_TRY_ASSIGN(terms.entryReference, referenceOf(visible.view, fact.entry));
    }
    COTEJO_TRY(mayAsk(agreement, purpose, grade, now));
    const auto& rule = agreement.purposes.at(purpose);
    terms.id = RequestId::random();
    terms.profile = agreement.id;
    terms.profileHash = hashOf(agreement);
    terms.partner = agreement.partner;
    terms.country = agreement.country;
    terms.legalBasis = agreement.legalBasis;
    terms.purpose = purpose;
    terms.samples = samples ? *samples : chooseSamples(rule, visible.view);
    std::ranges::sort(terms.samples);
    terms.created = now;
    terms.expires = now + 2 * rule.clock;
    terms.bySupervisor = rule.bySupervisor;
    COTEJO_TRY_ASSIGN(const auto chosen, load(id, visible.view, terms.samples));
    COTEJO_TRY_ASSIGN(preview.packet, buildPacket(agreement, terms, visible.view.traveler, chosen));
    terms.fields = preview.packet.fields;
    terms.packet = preview.packet.hash;
    terms.length = preview.packet.bytes.size();
    PartnerRequest drafted;
    drafted.terms = terms;
    preview.needsSupervisor = decide::needsSupervisor(visible.view, drafted);
    decide::CaseService service(m_desk);
    COTEJO_TRY_ASSIGN(preview.refused, service.refusals(id, record::DraftRequest{terms, preview.entry}));
    return preview;
}

Result<record::CaseView> RequestService::draft(const CaseId& id, const Preview& preview) {
    COTEJO_TRY_ASSIGN(const auto agreement, profile(preview.terms.profile));
    decide::CaseDoor door(m_desk, "partner");
    COTEJO_TRY_ASSIGN(const auto visible, shown(door, id));
    COTEJO_TRY_ASSIGN(const auto chosen, load(id, visible.view, preview.terms.samples));
    COTEJO_TRY_ASSIGN(const auto again, buildPacket(agreement, preview.terms, visible.view.traveler, chosen));
    if (again.hash != preview.terms.packet) return notPreviewed("the case or the agreement changed since the preview: it would leave otherwise than it was shown; preview it again");
    decide::CaseService service(m_desk);
    COTEJO_TRY(service.perform(id, record::DraftRequest{preview.terms, preview.entry}));
    return service.perform(id, record::PreviewRequest{preview.terms.id, preview.terms.packet});
}

Result<Packet> RequestService::rebuild(const CaseId& id, const record::CaseView& view, const PartnerRequest& request) {
    COTEJO_TRY_ASSIGN(const auto agreement, profile(request.terms.profile));
    if (hashOf(agreement) != request.terms.profileHash) return notPreviewed("the agreement is another than the request was drafted under; draft it anew");
    COTEJO_TRY_ASSIGN(const auto chosen, load(id, view, request.terms.samples));
    COTEJO_TRY_ASSIGN(auto packet, buildPacket(agreement, request.terms, view.traveler, chosen));
    if (packet.hash != request.terms.packet) return notPreviewed("the case gives another message by now than was drafted; draft the request anew");
    return packet;
}

Result<Packet> RequestService::open(const CaseId& id, const RequestId& request) {
    decide::CaseDoor door(m_desk, "partner");
    COTEJO_TRY_ASSIGN(const auto visible, shown(door, id));
    const auto* known = decide::requestOf(visible.view, request);
    if (!known) return tl::unexpected<Error>(decide::refusal("E_REQUEST_UNKNOWN"));
    COTEJO_TRY_ASSIGN(auto packet, rebuild(id, visible.view, *known));
    const auto& self = m_desk.officer().id;
    if (std::ranges::find(known->previewedBy, self) == known->previewedBy.end()) {
        decide::CaseService service(m_desk);
        COTEJO_TRY(service.perform(id, record::PreviewRequest{request, packet.hash}));
    }
    return packet;
}

Result<record::CaseView> RequestService::authorise(const CaseId& id, const RequestId& request, const std::string& reason) {
    decide::CaseDoor door(m_desk, "partner");
    COTEJO_TRY_ASSIGN(const auto visible, shown(door, id));
    const auto* known = decide::requestOf(visible.view, request);
    if (!known) return tl::unexpected<Error>(decide::refusal("E_REQUEST_UNKNOWN"));
    decide::CaseService service(m_desk);
    // The rules of the case first: whatever the agreement says, they tell more of what to do.
    COTEJO_TRY_ASSIGN(auto refused, service.refusals(id, record::AuthoriseRequest{request, known->terms.packet, reason}));
    if (!refused.empty()) return tl::unexpected<Error>(std::move(refused.front()));
    COTEJO_TRY_ASSIGN(const auto agreement, profile(known->terms.profile));
    std::optional<record::EvidenceGrade> grade;
    if (known->entry)
        for (const auto& each : visible.view.identifications)
            if (each.entry == *known->entry) grade = each.facts.grade;
    COTEJO_TRY(mayAsk(agreement, known->terms.purpose, grade, m_desk.clock().now()));
    COTEJO_TRY_ASSIGN(const auto packet, rebuild(id, visible.view, *known));
    return service.perform(id, record::AuthoriseRequest{request, packet.hash, reason});
}

Result<record::CaseView> RequestService::cancel(const CaseId& id, const RequestId& request, const std::string& reason) {
    return decide::CaseService(m_desk).perform(id, record::CancelRequest{request, reason});
}

Result<record::CaseView> RequestService::close(const CaseId& id, const RequestId& request, const std::string& reason) {
    return decide::CaseService(m_desk).perform(id, record::CloseRequest{request, reason});
}

Result<Answer> RequestService::answer(const CaseId& id, const RequestId& request) {
    decide::CaseDoor door(m_desk, "partner");
    COTEJO_TRY_ASSIGN(const auto visible, door.view(id));
    const auto* known = decide::requestOf(visible.view, request);
    if (!known) return tl::unexpected<Error>(decide::refusal("E_REQUEST_UNKNOWN"));
    if (visible.blind) return tl::unexpected<Error>(decide::refusal("E_KEPT_BLIND"));
    if (known->message.isZero()) return fail(base::kNotFound, "the partner has not answered this request yet");
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto bytes, m_desk.store().blobs(reader).get(known->message));
    return readAnswer(bytes);
}

Result<std::vector<ListedRequest>> RequestService::requests(bool sentOnly) {
    const auto& officer = m_desk.officer();
    const auto now = m_desk.clock().now();
    if (!review::readsCases(officer, now))
        return fail(review::kMayNotRead, "none of your roles shows you cases; ask someone who holds an allowed role", {{"rule", "roles"}, {"remedy", "authorised_role"}});
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto cases, store::EventTable(reader).casesWithRequests());
    std::vector<ListedRequest> all;
    decide::CaseDoor door(m_desk, "partner");
    for (const auto& id : cases) {
        COTEJO_TRY_ASSIGN(auto whole, store::CaseTable(reader).find(id));
        if (!whole) continue;  // of a case that is not here as a whole
        // A list shows nothing of the case but its person and its requests: only what came back is something that was shown.
        auto visible = review::visibleCase(*whole, officer, now, [](const auto&) { return std::nullopt; });
        const bool told = std::ranges::any_of(visible.view.partnerRequests, [](const auto& each) { return each.reply.has_value(); });
        if (told && visible.unrecorded.contains(record::Shown::Conclusions)) {
            COTEJO_TRY_ASSIGN(visible, door.view(id));
        }
        for (const auto& each : visible.view.partnerRequests)
            if (!sentOnly || each.left()) all.push_back({id, visible.view.number, visible.view.traveler, each});
    }
    std::ranges::stable_sort(all, [](const auto& one, const auto& other) { return one.request.draftedAt > other.request.draftedAt; });
    return all;
}

}  // namespace cotejo::partner
