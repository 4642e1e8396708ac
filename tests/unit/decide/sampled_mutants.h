#pragma once

#include <array>

/// The mutants of the suite, drawn by a seed from all of them before any was run, and what became of each: README.md says how to draw anew.
namespace cotejo::mutants {

struct Sampled {
    const char* key;
    bool dies;  ///< a test killed it when it was drawn; false: a gap of the tests, or no difference that shows
};

inline constexpr std::array<Sampled, 60> kSample = {{
    {"core/decide/rules.cpp | never | !review::decidesOnly(officer, now) && !review::knowsFindings(view, officer, now)", true},
    {"core/decide/judge.cpp | left out | no(kReturnBySupervisor);", true},
    {"core/decide/judge.cpp | always | !opening && !row.states.has(view.state)", true},
    {"core/decide/judge.cpp | always | !captureOf(act.capture)", true},
    {"core/decide/judge.cpp | negated | !blindState", true},
    {"core/decide/judge.cpp | never | readablePaper(*act.document, kind) != nullptr", true},
    {"core/decide/judge.cpp | != as == | readablePaper(*act.document, kind) != nullptr", true},
    {"core/decide/judge_examination.cpp | never | own && !own->visited.empty()", true},
    {"core/decide/judge_examination.cpp | negated | blank(each.counterReason)", true},
    {"core/decide/judge_examination.cpp | never | own && own->score", true},
    {"core/decide/judge_examination.cpp | without this operand of && | !act.identified #3", true},
    {"core/decide/judge_disposition.cpp | left out | return no(kOutcomeMismatch); #3", true},
    {"core/decide/judge_disposition.cpp | negated | m_now && (!record.decidedAt || m_now->now - *record.decidedAt >= m_now->policy.approval)", true},
    {"core/decide/judge_disposition.cpp | always | !row || row->restricted != found->restricted", true},
    {"core/decide/judge_disposition.cpp | without this operand of && | m_now #3", true},
    {"core/decide/facts.cpp | never | view.identification", true},
    {"core/decide/effects.cpp | left out | version = std::max(version, candidate.facts.listVersion);", true},
    {"core/decide/effects.cpp | left out | view.deadlineKind = record::DeadlineKind::IssuerConfirmation;", true},
    {"core/decide/effects.cpp | negated | m_lineage.sees(m_at, each.by)", true},
    {"core/decide/effects.cpp | == as != | m_seen->round == 1", true},
    {"core/decide/effects.cpp | == as != | view.confirmation == \"confirmed\"", true},
    {"core/decide/effects.cpp | == as != | view.priority == record::Priority::Urgent", true},
    {"core/decide/effects.cpp | without this operand of || | each.modality != modality", true},
    {"core/decide/effects_of_acts.cpp | left out | view.lease = Lease{user, act.officerName, act.until};", true},
    {"core/decide/effects_of_acts.cpp | left out | version = act.version;", true},
    {"core/decide/effects_of_acts.cpp | always | from == CaseState::Concluded1 || from == CaseState::InVerification", true},
    {"core/decide/effects_of_acts.cpp | never | const auto* waived = std::get_if<WaivePaper>(&act)", true},
    {"core/decide/effects_of_acts.cpp | negated | document.blob == opened->blob", true},
    {"core/decide/effects_of_acts.cpp | == as != | each.event == act.answer #2", true},
    {"core/decide/effects_of_acts.cpp | without this operand of && | each.restricted == act.document.restricted", true},
    {"core/decide/effects_of_acts.cpp | without this operand of || | row->restricted != document.restricted", true},
    {"core/review/visible_case.cpp | left out | view.resume.reset();", true},
    {"core/review/visible_case.cpp | left out | visible.identityHidden = true;", true},
    {"core/review/visible_case.cpp | left out | out.field(\"cotejo candidate order 1\");", false},
    {"core/review/visible_case.cpp | always | each.round == view.round && each.examiner != officer.id", true},
    {"core/review/visible_case.cpp | without this operand of && | (!resolved || view.state == CaseState::IdentityResolved)", false},
    {"table | act biometric.unusable under protection", true},
    {"table | act case.amend by officer", true},
    {"table | act match.search in rejected", true},
    {"table | act portrait.open in panel", true},
    {"table | act portrait.open in identity_resolved", true},
    {"table | act portrait.conclude in received", true},
    {"table | act examination.analysis in pending_approval", true},
    {"table | act examination.analysis by supervisor", true},
    {"table | act examination.visit by auditor", true},
    {"table | act examination.reveal in panel", true},
    {"table | act examination.reveal by examiner_finger", true},
    {"table | act examination.reveal reach", true},
    {"table | act examination.conclude by examiner_finger", true},
    {"table | act examination.open_notes in identity_resolved", true},
    {"table | act document.open under release_guard", true},
    {"table | act decision.approve in executed", true},
    {"table | act case.cancel in recapture", true},
    {"table | act conflict.resolve under release_guard", true},
    {"table | act note.add by protection", true},
    {"table | disposition no_action under data_dispute", true},
    {"table | paper vulnerability needed by admit", true},
    {"table | paper child needed by refer_partner_check", true},
    {"table | paper final_order is no row", true},
    {"table | paper age_decision needed by hold_fugitive", true},
}};

}  // namespace cotejo::mutants
