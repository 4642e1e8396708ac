#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/case.h"

/// The rules as tables; table.cpp is written to be read by a lawyer. Any thread: constants only.
namespace cotejo::decide {

/// A few enumerators of an enum.
template <class Enum>
class Set {
  public:
    constexpr Set() = default;
    constexpr Set(std::initializer_list<Enum> members) {
        for (const auto member : members) m_bits |= 1u << static_cast<unsigned>(member);
    }
    constexpr bool has(Enum member) const { return (m_bits >> static_cast<unsigned>(member) & 1u) != 0; }
    constexpr bool empty() const { return m_bits == 0; }
    constexpr Set operator|(Set other) const { return Set(m_bits | other.m_bits); }
    constexpr Set without(Set other) const { return Set(m_bits & ~other.m_bits); }

  private:
    constexpr explicit Set(unsigned bits) : m_bits(bits) {}
    unsigned m_bits = 0;
};

enum class Reach { Anywhere, OnlineOnly };

/// Who may do an act, in which states, under which holds not, and where the case goes.
struct ActRow {
    std::string_view act;                     ///< event type
    Set<record::CaseState> states;            ///< an unlisted state is a refusal (E_STATE)
    Set<record::Role> roles;                  ///< one of them suffices
    const char* withoutRole;                  ///< refusal code for anyone else
    Reach reach = Reach::Anywhere;
    Set<record::HoldKind> forbiddenBy;        ///< holds under which it is refused (E_HOLD_...)
    std::optional<record::CaseState> next{};  ///< where it is always the same
    bool restsOnFindings = false;             ///< is judged by what others found: not for who is kept blind (E_KEPT_BLIND)
};

/// Who may place and lift a hold.
struct HoldRow {
    record::HoldKind kind;
    Set<record::Role> placedBy;
    Set<record::Role> liftedBy;
    Reach lift = Reach::Anywhere;
    bool liftNeedsDocument = false;           ///< a paper of the dossier of a kind that ends it (PaperRow::ends)
};

/// What a disposition needs.
struct DispositionRow {
    record::Disposition disposition;
    Set<record::Outcome> plain;               ///< outcomes with which it is executed without an approval
    Set<record::Outcome> withApproval;        ///< outcomes with which a supervisor must approve it
    Set<record::HoldKind> forbiddenBy;        ///< at proposal, submission, approval and execution alike
    bool adverse = false;                     ///< acts on an entry when identified: the entry must be actionable
    bool onStaleSnapshot = false;             ///< may rest on a snapshot of 24 to 72 hours
    Reach execution = Reach::Anywhere;
    Set<record::EntryPurpose> purposes{};     ///< of the identified entry; empty: any
    bool releases = false;                    ///< lets the person go: plain only after a whole search
    bool refers = false;                      ///< waits for its answer: it does not end a case
    bool needsConfirmation = false;           ///< of the entry's owner, or two supervisors' override
    bool needsManifest = false;               ///< stands on a frozen manifest before it is carried out
};

/// Somebody other than who supplied it could not read the paper: it is read by nobody, and stands for no paper that is needed.
inline constexpr std::string_view kUnreadable = "unreadable";

/// What a paper of the dossier is.
struct PaperRow {
    std::string_view kind;
    bool waivable = true;                     ///< may be answered with "does not apply because"
    Set<record::Disposition> neededBy{};
    std::optional<record::HoldKind> places{}; ///< the hold that follows from such a paper
    bool afterProposalOnly = false;           ///< only one that comes after a proposal places it
    bool restricted = false;                  ///< protected content, always
    Set<record::HoldKind> ends{};             ///< holds that are lifted with it: those that want a document, or that such a paper placed
    bool opensTheWay = false;                 ///< like one that is needed: who supplied it does not approve
};

/// Nothing for a type that is not an act on a case.
const ActRow* rowOf(std::string_view act);
const HoldRow& rowOf(record::HoldKind kind);
const DispositionRow& rowOf(record::Disposition disposition);
/// Null for a kind that is not one of the table's.
const PaperRow* paperOf(std::string_view kind);

/// Kinds of papers that lift a hold of this kind.
std::vector<std::string> papersEnding(record::HoldKind kind);

/// The tables themselves, for those who print or walk them.
std::span<const ActRow> actRows();
std::span<const HoldRow> holdRows();
std::span<const DispositionRow> dispositionRows();
std::span<const PaperRow> paperRows();

/// Share of the conclusions that need no second examiner which go to one all the same, so that a verification tells nothing.
inline constexpr double kVerifiedShare = 0.10;

}  // namespace cotejo::decide
