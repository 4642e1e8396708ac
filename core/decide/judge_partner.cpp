#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/judge.h"
#include "core/review/visible_case.h"

/// Requests to a partner state. What the agreement says of them is core/partner's; here is what no agreement changes.
namespace cotejo::decide {

using record::PartnerPurpose;
using record::RequestState;

const record::PartnerRequest* Judge::request(const record::RequestId& id) {
    const auto* found = requestOf(m_view, id);
    if (!found) no(kRequestUnknown);
    return found;
}

void Judge::judge(const record::DraftRequest& act) {
    const auto& terms = act.terms;
    if (restsOnFindings(terms.purpose) && m_now && review::keptBlind(m_view, m_actor.officer, m_now->now)) return no(kKeptBlind);
    const bool whole = !terms.id.isZero() && !blank(terms.profile) && !blank(terms.partner) && !blank(terms.country) && !terms.packet.isZero() && terms.length > 0;
    if (!whole || requestOf(m_view, terms.id)) invalid("a request has an identifier of its own, an agreement, a partner and what would leave");
    if (terms.expires <= terms.created) no(kRequestExpired);
    for (const auto& sample : terms.samples) {
        const auto* capture = captureOf(sample);
        if (!capture || capture->kind == record::CaptureKind::Reference || m_view.unusable.contains(sample)) invalid("a sample that is named is not of the case, or unusable");
    }
    if (terms.purpose == PartnerPurpose::Confirmation) {
        const auto named = about(act.entry.value_or(WatchlistEntryId{}));
        // Its owner is asked, by the name that the owner gave it: an answer about another would end this one's guard.
        const auto reference = terms.entryReference.value_or("");
        const bool answered = !named.empty() && std::ranges::any_of(m_view.partnerRequests, [&](const auto& each) {
            return each.reply == record::PartnerReply::Candidates && samePartner(each.terms, terms) && record::answeredEntry(each.terms.id, reference) == named.front()->entry;
        });
        if (!named.empty() && (named.front()->facts.issuerCountry != terms.country || (reference != named.front()->entry.text() && !answered))) no(kWhichEntry);
    }
    if (terms.purpose == PartnerPurpose::PreRemoval && !returnApproved(m_view)) no(kApprovalMissing);
    if (terms.purpose == PartnerPurpose::FugitiveNotice) invalid("a notice is not asked in a case");
    if (act.entry && terms.purpose != PartnerPurpose::Confirmation) invalid("only a confirmation is about an entry");
    const bool told = std::ranges::any_of(m_view.partnerRequests, [&](const auto& each) { return each.left() && samePartner(each.terms, terms); });
    if (terms.purpose == PartnerPurpose::Correction && !told) no(kRequestUnknown);
}

void Judge::judge(const record::PreviewRequest& act) {
    const auto* known = request(act.request);
    if (known && known->terms.packet != act.packet) no(kNotPreviewed);
}

void Judge::judge(const record::AuthoriseRequest& act) {
    const auto* known = request(act.request);
    if (!known) return;
    if (known->state != RequestState::Drafted) no(kRequestState, {{"request_state", std::string(codeOf(known->state))}});
    if (restsOnFindings(known->terms.purpose) && m_now && review::keptBlind(m_view, m_actor.officer, m_now->now)) return no(kKeptBlind);
    if (known->terms.packet != act.packet || std::ranges::find(known->previewedBy, self()) == known->previewedBy.end()) no(kNotPreviewed);
    if (m_now && m_now->now >= known->terms.expires) no(kRequestExpired);
    // An approved return that was undone tells nobody abroad.
    if (known->terms.purpose == PartnerPurpose::PreRemoval && !returnApproved(m_view)) no(kApprovalMissing);
    if (!needsSupervisor(m_view, *known)) return;
    if (!has(record::Role::Supervisor)) no(kRole, {{"roles", std::string(codeOf(record::Role::Supervisor))}});
    if (known->draftedBy == self()) no(kFourEyes);
    reason(act.reason);
}

void Judge::judge(const record::CancelRequest& act) {
    const auto* known = request(act.request);
    if (!known) return;
    if (known->state != RequestState::Drafted && known->state != RequestState::Authorised) no(kRequestState, {{"request_state", std::string(codeOf(known->state))}});
    if (known->draftedBy != self() && !has(record::Role::Supervisor)) no(kRole, {{"roles", std::string(codeOf(record::Role::Supervisor))}});
    reason(act.reason);
}

void Judge::judge(const record::CloseRequest& act) {
    const auto* known = request(act.request);
    if (!known) return;
    const bool ended = known->state == RequestState::Answered || known->state == RequestState::Refused || known->state == RequestState::Unanswered;
    if (!ended) no(kRequestState, {{"request_state", std::string(codeOf(known->state))}});
    reason(act.reason);
}

void Judge::judge(const record::ReportRequest& act) {
    const auto* known = request(act.request);
    // What the server says is held against its own books by its witness; a case knows only whether anything could have left.
    if (known && !known->authorisedBy) no(kRequestState, {{"request_state", std::string(codeOf(known->state))}});
}

}  // namespace cotejo::decide
