#include "app/server/partner/agreements.h"

#include <algorithm>

#include "core/decide/facts.h"
#include "core/partner/errors.h"
#include "core/partner/packet.h"

namespace cotejo::server {

Result<partner::Profile> agreementNow(const roster::Roster& roster, std::string_view id) {
    const auto found = roster.partners().find(std::string(id));
    if (found == roster.partners().end()) return fail(partner::kNoProfile, "the roster has no agreement " + std::string(id));
    auto read = partner::readProfile(found->second);
    if (!read) return fail(partner::kNoProfile, "the agreement " + std::string(id) + " cannot be read: " + read.error().detail);
    return read;
}

std::optional<partner::Profile> agreementOf(const roster::History& history, const Hash& hash) {
    for (const auto& entry : history.entries()) {
        const auto* set = std::get_if<roster::SetPartner>(&entry.change);
        // The roster takes canonical JSON alone: its hash is the agreement's.
        if (!set || sha256(std::string_view(set->profile)) != hash) continue;
        auto read = partner::readProfile(set->profile);
        return read ? std::optional(std::move(*read)) : std::nullopt;
    }
    return std::nullopt;
}

Result<partner::Profile> agreementFor(const roster::Roster& roster, const record::CaseView& view, const record::PartnerRequest& request, UtcTime now) {
    const auto& terms = request.terms;
    COTEJO_TRY_ASSIGN(auto agreement, agreementNow(roster, terms.profile));
    if (partner::hashOf(agreement) != terms.profileHash) return fail(partner::kNotPreviewed, "the agreement is another than the request was drafted under");
    if (now >= terms.expires) return fail(decide::kRequestExpired, "the time in which the answer was awaited is over");
    const auto otherwise = [](const char* what) { return fail(partner::kNoTransferBasis, "the request says otherwise than the agreement", {{"reason", what}}); };
    if (terms.country != agreement.country || terms.partner != agreement.partner) return otherwise("country");
    std::optional<record::EvidenceGrade> grade;
    if (terms.purpose == record::PartnerPurpose::Confirmation) {
        const auto about = decide::identifiedBy(view, request.entry.value_or(WatchlistEntryId{}));
        if (about.empty() || about.front()->facts.issuerCountry != agreement.country) return otherwise("country");
        grade = about.front()->facts.grade;
    }
    COTEJO_TRY(partner::mayAsk(agreement, terms.purpose, grade, now));
    const auto& rule = agreement.purposes.at(terms.purpose);
    if (terms.legalBasis != agreement.legalBasis || terms.bySupervisor != rule.bySupervisor) return otherwise("terms");
    if (terms.created > now + std::chrono::minutes(15) || terms.expires > terms.created + 2 * rule.clock) return otherwise("clock");
    return agreement;
}

std::vector<PublicKey> signersAt(const partner::Profile& profile, UtcTime now) {
    std::vector<PublicKey> signers;
    for (const auto& key : partner::keysAt(profile, now)) signers.push_back(key.signing);
    return signers;
}

}  // namespace cotejo::server
