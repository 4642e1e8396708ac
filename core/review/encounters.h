#pragma once

#include <stop_token>

#include "core/access/desk.h"
#include "core/journal/projection.h"
#include "core/review/linked_cases.h"
#include "core/review/visible_case.h"

namespace cotejo::review {

/// Another case that the officer may see, as it is shown in the timeline of one.
struct Encounter {
    CaseId id;
    std::string number;
    PostId post;
    std::string postName;                    ///< empty where this post was never told of it
    UtcTime opened{};
    record::CaseState state = record::CaseState::Received;
    record::ReferralReason reason = record::ReferralReason::ManualReferral;
    std::optional<record::Outcome> outcome;  ///< of its examination; nothing while it has none, or while outcomes are hidden
    EncounterTie tie = EncounterTie::SameTraveler;
    std::string document;                    ///< number that both name; empty for SameTraveler
};

struct Encounters {
    std::vector<Encounter> cases;  ///< last opened first
    bool identityHidden = false;   ///< blind examination: nothing is looked for, since it would tell who it is
    bool outcomesHidden = false;   ///< what others concluded about this person is shown after the own conclusion
    bool capped = false;           ///< more cases have these words than were looked at
};

/// Other cases of the same traveler (record) or with a document of the same issuer and number. Cases whose identity is hidden from the
/// officer are left out: being listed here would tell it. Any thread; the desk outlives it. Errors: as CaseReader.
class EncounterReader {
  public:
    static constexpr std::size_t kMost = 50;

    EncounterReader(access::Desk& desk, journal::Projection& projection) : m_desk(desk), m_projection(projection) {}
    Result<Encounters> of(const CaseId& id, std::stop_token stop = {});

  private:
    access::Desk& m_desk;
    journal::Projection& m_projection;
};

}  // namespace cotejo::review
