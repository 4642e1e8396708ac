#pragma once

#include <array>

/// The mutants of the suite, drawn by a seed from all of them before any was run, and what became of each: README.md says how to draw anew.
namespace cotejo::mutants {

struct Sampled {
    const char* key;
    bool dies;  ///< a test killed it when it was drawn; false: a gap of the tests, or no difference that shows
};

inline constexpr std::array<Sampled, 60> kSample = {{
    {"core/decide/rules.cpp | never | value == \"disagreement\"", true},
    {"core/decide/judge.cpp | left out | reason(act.text);", false},
    {"core/decide/judge.cpp | negated | !m_now", true},
    {"core/decide/judge.cpp | negated | !has(Role::Supervisor)", true},
    {"core/decide/judge.cpp | never | act.kind == HoldKind::Conflict", true},
    {"core/decide/judge.cpp | != as == | view.state != CaseState::Received", true},
    {"core/decide/judge.cpp | without this operand of && | (act.until <= m_now->now || act.until > m_now->now + m_now->policy.lease)", true},
    {"core/decide/judge_examination.cpp | never | !candidateOf(m_view, each.candidate)", false},
    {"core/decide/judge_examination.cpp | negated | m_view.reexamining()", true},
    {"core/decide/judge_examination.cpp | != as == | own->live != act.live", true},
    {"core/decide/judge_disposition.cpp | left out | forbiddenBy(row.forbiddenBy);", true},
    {"core/decide/judge_disposition.cpp | left out | no(kOutcomeMismatch);", false},
    {"core/decide/judge_disposition.cpp | negated | m_view.outcome", false},
    {"core/decide/judge_disposition.cpp | negated | mime == \"application/pdf\" || mime.starts_with(\"text/plain\") || (mime.starts_with(\"image/\") && mime != \"imag...", true},
    {"core/decide/judge_disposition.cpp | always | !given || !given->counts() || answerOf(m_view, given->entry) != \"differs\"", true},
    {"core/decide/facts.cpp | left out | out.field(value);", false},
    {"core/decide/facts.cpp | != as == | other->examiner != examiner", true},
    {"core/decide/effects.cpp | always | settlement.examiners.size() == 2", false},
    {"core/decide/effects.cpp | never | view.reexamination", false},
    {"core/decide/effects_of_acts.cpp | left out | view.resume = CaseState::Concluded1;", true},
    {"core/decide/effects_of_acts.cpp | left out | view.lease.reset(); #5", false},
    {"core/decide/effects_of_acts.cpp | left out | view.answers.push_back({m_lineage.hash(m_at), m_seen->entry, act.answer, act.reference, act.channel, act.an...", true},
    {"core/decide/effects_of_acts.cpp | left out | say(act.reason); #8", false},
    {"core/decide/effects_of_acts.cpp | left out | portrait(act.modality).analysis = act.analysis;", true},
    {"core/decide/effects_of_acts.cpp | always | !own.revealed", false},
    {"core/decide/effects_of_acts.cpp | never | const auto* left = std::get_if<RecordExport>(&act)", false},
    {"core/decide/effects_of_acts.cpp | without this operand of || | !view.disposition #2", false},
    {"core/decide/fold.cpp | negated | auto refused = refusalInPast(past, *m_acts[at], actor)", true},
    {"core/decide/fold.cpp | always | m_lineage.sees(at, before)", true},
    {"core/decide/fold.cpp | always | const auto* resolve = std::get_if<ResolveConflict>(&act)", true},
    {"core/decide/fold.cpp | never | verdict.identity.starts_with(\"identified\")", false},
    {"core/decide/fold.cpp | == as != | event.role == codeOf(record::Role::System)", true},
    {"core/decide/fold.cpp | without this operand of && | alone", true},
    {"core/review/visible_case.cpp | negated | !visible.readsHolds", true},
    {"core/review/visible_case.cpp | == as != | kind == HoldKind::LegalRetention", true},
    {"core/review/visible_case.cpp | == as != | line.detail == \"E_HOLD_MEDICAL\"", false},
    {"table | act biometric.unusable in closed", true},
    {"table | act case.recapture by dpo", true},
    {"table | act portrait.analysis by supervisor", true},
    {"table | act portrait.open in rejected", true},
    {"table | act examination.conclude in disagreement", true},
    {"table | act examination.order in triage", true},
    {"table | act examination.order in in_review", true},
    {"table | act examination.order under legal_retention", true},
    {"table | act document.kind in concluded_1", true},
    {"table | act document.kind in closed", true},
    {"table | act document.waive by officer", true},
    {"table | act decision.propose in triage", true},
    {"table | act decision.propose in executed", true},
    {"table | act decision.propose under child", true},
    {"table | act decision.submit in executed", true},
    {"table | act decision.approve in in_review", true},
    {"table | act case.reopen by dpo", true},
    {"table | act hold.lift in identity_resolved", true},
    {"table | act guard.lapse by examiner_face", true},
    {"table | act guard.lapse code without a role", true},
    {"table | disposition refer_partner_check confirmed", true},
    {"table | disposition repatriate purpose unspecified", true},
    {"table | disposition no_action with approval identified", true},
    {"table | paper protection_decision needed by repatriate", true},
}};

}  // namespace cotejo::mutants
