#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

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
};

/// Who may place and lift a hold.
struct HoldRow {
    record::HoldKind kind;
    Set<record::Role> placedBy;
    Set<record::Role> liftedBy;
    Reach lift = Reach::Anywhere;
    bool liftNeedsDocument = false;
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
};

/// Nothing for a type that is not an act on a case.
const ActRow* rowOf(std::string_view act);
const HoldRow& rowOf(record::HoldKind kind);
const DispositionRow& rowOf(record::Disposition disposition);

}  // namespace cotejo::decide
