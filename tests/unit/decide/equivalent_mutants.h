#pragma once

#include <array>

/// Mutants that no test can kill because nothing observable differs, each with why. The run fails when one of these keys names nothing any more.
namespace cotejo::mutants {

struct Equivalent {
    const char* key;
    const char* reason;
};

inline constexpr std::array<Equivalent, 26> kEquivalent{{
    {"core/decide/rules.cpp | without this operand of && | !review::decidesOnly(officer, now)",
     "Whoever decides only is never kept blind and so always knows findings: the other operand says it."},
    {"core/decide/judge.cpp | without this operand of || | !m_now",
     "mustHold, which follows, returns at once where there is no now."},
    {"core/decide/judge_examination.cpp | without this operand of && | number >= 2",
     "No examination has a number below 1, so none is below the first."},
    {"core/decide/facts.cpp | < as <= | number < kVerifiedShare * 4294967296.0",
     "A tenth of 2^32 is no whole number: the number drawn never equals it."},
    {"core/decide/effects.cpp | without this operand of || | !each.concluded",
     "What is not concluded has no final conclusions: nothing of it is counted."},
    {"core/decide/effects_of_acts.cpp | left out | view.comparisonActors.insert(user); #3",
     "A visit is refused without an analysis of the same person, which has put them among the actors; nobody is taken out."},
    {"core/decide/effects_of_acts.cpp | left out | view.comparisonActors.insert(user); #4",
     "A provisional is refused without an analysis of the same person, which has put them among the actors; nobody is taken out."},
    {"core/decide/effects_of_acts.cpp | left out | view.comparisonActors.insert(user); #5",
     "A reveal is refused without an analysis of the same person, which has put them among the actors; nobody is taken out."},
    {"core/decide/effects_of_acts.cpp | left out | view.comparisonActors.insert(user); #6",
     "A conclusion is refused without an analysis of the same person, which has put them among the actors; nobody is taken out."},
    {"core/decide/effects_of_acts.cpp | left out | view.comparisonActors.insert(user); #8",
     "A portrait is opened, concluded and revealed only by who saved an analysis of it, which has put them among the actors."},
    {"core/decide/effects_of_acts.cpp | never | live == view.captures.end()",
     "The act is refused unless its author had the sample, and samples are never taken out of a case."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | given->recordedBy == user",
     "A countersignature of the own record is refused before it could have an effect (E_SAME_ACTOR)."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::AddNote>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::ViewRecord>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::OpenDocument>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::VisitCandidate>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::SaveProvisional>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::SaveAnalysis>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::Reveal>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::ReadCoverage>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::AttachCapture>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/effects_of_acts.cpp | without this operand of || | std::holds_alternative<record::TakeLease>(act)",
     "It only saves time: what derive() reads is not changed by this act, and derive() twice is derive() once."},
    {"core/decide/fold.cpp | left out | m_tips.emplace(m_done, std::move(own));",
     "It only saves time: a past that is not kept is folded anew."},
    {"core/decide/fold.cpp | left out | in.folder.reset();",
     "The next statements put another in its place; the one before is not asked meanwhile."},
    {"core/decide/fold.cpp | always | !alone",
     "It only saves time: a case folded anew is the case folded on (histories_test compares them)."},
    {"core/review/visible_case.cpp | without this operand of || | decidesOnly(officer, now) #3",
     "Whoever decides only may not examine, which is the next operand."}}};

}  // namespace cotejo::mutants
