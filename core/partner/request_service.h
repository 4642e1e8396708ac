#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/access/desk.h"
#include "core/decide/case_service.h"
#include "core/partner/message.h"
#include "core/partner/packet.h"

/// What an officer does with a request to a partner, at a post.
namespace cotejo::partner {

/// What would leave, before anything is written.
struct Preview {
    record::RequestTerms terms;
    Packet packet;
    std::optional<WatchlistEntryId> entry;
    bool needsSupervisor = false;        ///< by the agreement, by the purpose, or as the first contact with this partner in the case
    std::vector<Error> refused;          ///< why it could not be authorised now, whoever asks
};

/// A request with its case, for lists.
struct ListedRequest {
    CaseId caseId;
    std::string caseNumber;
    record::Traveler traveler;
    record::PartnerRequest request;
};

/// Over core/decide's one door: every act goes through CaseService, every reading through CaseDoor. Any thread; the desk outlives it.
class RequestService {
  public:
    explicit RequestService(access::Desk& desk) : m_desk(desk) {}

    /// Agreements of the organisation's roster, those in force first.
    Result<std::vector<Profile>> profiles();
    /// Error: E_NO_PROFILE.
    Result<Profile> profile(std::string_view id);

    /// Nothing is written. Without `samples` the agreement's choice (chooseSamples). `entry`: confirmation of a person identified as several. Errors: those of
    /// mayAsk and buildPacket, E_NOT_VISIBLE.
    Result<Preview> preview(const CaseId& id, std::string_view profile, record::PartnerPurpose purpose, const std::optional<std::vector<CaptureId>>& samples = {},
                            const std::optional<WatchlistEntryId>& entry = {});
    /// partner.draft, and partner.preview by the same person: exactly the bytes of the preview. Error: E_NOT_PREVIEWED when the case changed since.
    Result<record::CaseView> draft(const CaseId& id, const Preview& preview);
    /// The bytes of a drafted request once more, for whoever is to authorise it: partner.preview is written before they are handed out. Error: E_NOT_PREVIEWED
    /// when the case gives other bytes by now: it is drafted anew.
    Result<Packet> open(const CaseId& id, const record::RequestId& request);
    /// Errors: those of the rules, E_NOT_PREVIEWED, E_NO_TRANSFER_BASIS, E_NOT_WITNESSED with the server's reason.
    Result<record::CaseView> authorise(const CaseId& id, const record::RequestId& request, const std::string& reason);
    Result<record::CaseView> cancel(const CaseId& id, const record::RequestId& request, const std::string& reason);
    /// Ends an answered, refused or unanswered one once a person has read it.
    Result<record::CaseView> close(const CaseId& id, const record::RequestId& request, const std::string& reason);

    /// What the partner answered, where this person may read it. Errors: E_NOT_FOUND, E_KEPT_BLIND.
    Result<Answer> answer(const CaseId& id, const record::RequestId& request);

    /// Requests of all cases that this person may see; answers only where they may be read. `sentOnly`: the accounting of disclosures.
    Result<std::vector<ListedRequest>> requests(bool sentOnly = false);

  private:
    Result<std::vector<ChosenSample>> load(const CaseId& id, const record::CaseView& view, const std::vector<CaptureId>& samples);
    Result<std::string> referenceOf(const record::CaseView& view, const WatchlistEntryId& entry);
    Result<Packet> rebuild(const CaseId& id, const record::CaseView& view, const record::PartnerRequest& request);

    access::Desk& m_desk;
};

}  // namespace cotejo::partner
