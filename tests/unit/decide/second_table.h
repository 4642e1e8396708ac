#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/record/case.h"

/// The rules once more, written from CASEWORK.md without a look at core/decide/table.cpp.
namespace cotejo::decide::testing {

using namespace record;

// Letters of the roles and states below.
inline const std::map<char, Role> kRoles = {{'o', Role::Officer}, {'f', Role::ExaminerFace}, {'g', Role::ExaminerFinger}, {'s', Role::Supervisor},
                                     {'p', Role::Protection}, {'d', Role::Dpo}, {'a', Role::Auditor}, {'m', Role::Admin}, {'y', Role::System}};
inline const std::map<std::string, CaseState> kStates = {
    {"RC", CaseState::Received}, {"TR", CaseState::Triage}, {"IR", CaseState::InReview}, {"RE", CaseState::Recapture},
    {"C1", CaseState::Concluded1}, {"IV", CaseState::InVerification}, {"DI", CaseState::Disagreement}, {"PN", CaseState::Panel},
    {"ID", CaseState::IdentityResolved}, {"DP", CaseState::DispositionProposed}, {"PE", CaseState::PendingApproval},
    {"AP", CaseState::Approved}, {"RJ", CaseState::Rejected}, {"RT", CaseState::Returned}, {"EX", CaseState::Executed},
    {"CL", CaseState::Closed}, {"RO", CaseState::Reopened}, {"CA", CaseState::Cancelled}};
inline const char* const kAll = "RC TR IR RE C1 IV DI PN ID DP PE AP RJ RT EX CL RO CA";
inline const char* const kOpen = "RC TR IR RE C1 IV DI PN ID DP PE AP RJ RT RO";

struct Expected {
    const char* name;
    const char* states;
    const char* roles;
    const char* withoutRole = "E_ROLE";
    bool onlineOnly = false;
    const char* holds = "";        // codes of holds that forbid it
    const char* otherwise = "";    // refused with this even so
    const char* ages = "FSX";      // ages of the list at which it is allowed: fresh, stale, expired
    bool blind = false;            // only for somebody who was shown nothing
    bool knowing = false;          // not for somebody from whom findings are kept
};

// PR protection, CH child, RG release guard, DD data dispute, CO conflict, ME medical, LR legal retention
inline const std::map<std::string, HoldKind> kHolds = {{"PR", HoldKind::Protection}, {"CH", HoldKind::Child}, {"RG", HoldKind::ReleaseGuard},
                                                {"DD", HoldKind::DataDispute}, {"CO", HoldKind::Conflict}, {"ME", HoldKind::Medical},
                                                {"LR", HoldKind::LegalRetention}};

inline const std::vector<Expected> kExpected = {
    {"case.open", "", "o"},
    {"biometric.attach", "RC TR IR RE RT RO", "ofg"},
    {"biometric.unusable", "RC TR IR RE RT RO", "ofg"},
    {"case.amend", kOpen, "ofgd"},
    {"case.legal_basis", "RC TR IR RE RT RO", "o"},
    {"case.triage", "RC RT RO", "o", "E_ROLE", false, "CO"},
    {"case.lease", "TR IR RE ID DP", "ofg", "E_ROLE", false, "CO"},
    {"case.lease", "C1 IV DI PN", "fg", "E_NOT_QUALIFIED", false, "CO", "", "FSX", true},
    {"case.release", kOpen, "ofgs"},
    {"case.recapture", "IR", "ofg", "E_ROLE", false, "CO"},
    {"case.return", "TR IR RE", "os", "E_ROLE", false, "CO"},
    {"case.return", "C1 IV DI PN ID DP PE AP RJ", "s", "E_RETURN_BY_SUPERVISOR", false, "CO"},
    {"match.search", "TR IR", "ofgy", "E_ROLE", false, "", "", "FS"},
    {"portrait.analysis", "RC TR IR RE RT RO ID", "fg", "E_NOT_QUALIFIED"},
    {"portrait.open", "RC TR IR RE RT RO ID", "fg", "E_NOT_QUALIFIED"},
    {"portrait.conclude", "RC TR IR RE RT RO ID", "fg", "E_NOT_QUALIFIED"},
    {"portrait.reveal", "RC TR IR RE RT RO ID", "fg", "E_NOT_QUALIFIED"},
    {"examination.analysis", "IR IV PN", "fg", "E_NOT_QUALIFIED", false, "", "", "FSX", true},
    {"examination.visit", "IR IV PN", "fg", "E_NOT_QUALIFIED", false, "", "", "FSX", true},
    {"examination.provisional", "IR IV PN", "fg", "E_NOT_QUALIFIED", false, "", "", "FSX", true},
    {"examination.reveal", "IR IV PN", "fg", "E_NOT_QUALIFIED", false, "", "", "FSX", true},
    {"examination.conclude", "IR IV PN", "fg", "E_NOT_QUALIFIED", false, "CO", "", "FSX", true},
    {"examination.open_notes", "C1 IV DI PN ID DP PE AP RJ EX CL CA", "ofgspda"},
    {"examination.withdraw", "TR IR RE RT", "s", "E_ROLE", false, "CO", "", "FSX", false, true},
    {"examination.order", "ID DP PE AP RJ RT EX", "s", "E_ROLE", false, "CO", "", "FSX", false, true},
    {"coverage.read", "IR C1 IV DI PN ID DP PE AP RJ", "ofgspda"},
    {"document.add", "RC TR IR RE C1 IV DI PN ID DP PE AP RJ RT RO EX", "ofgspd"},
    {"document.kind", "RC TR IR RE C1 IV DI PN ID DP PE AP RJ RT RO EX", "ofgspd"},
    {"document.waive", kOpen, "os"},
    {"document.open", kAll, "ofgspda"},
    {"decision.propose admit", "ID DP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.propose release", "ID DP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.propose no_action", "ID DP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.propose refer_partner_check", "ID DP", "o", "E_ROLE", false, "CO PR ME LR"},
    {"decision.propose hold_fugitive", "ID DP", "o", "E_ROLE", false, "CO PR ME LR CH DD", "", "F"},
    {"decision.propose refuse_entry", "ID DP", "o", "E_ROLE", false, "CO PR ME LR CH DD", "", "F"},
    {"decision.propose repatriate", "ID DP", "o", "E_ROLE", false, "CO PR ME LR CH DD RG", "", "F"},
    {"decision.propose refer_protection", "ID DP", "o", "E_ROLE", false, "CO"},
    {"decision.submit admit", "DP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.submit release", "DP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.submit no_action", "DP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.submit refer_partner_check", "DP", "o", "E_ROLE", false, "CO PR ME LR"},
    {"decision.submit hold_fugitive", "DP", "o", "E_ROLE", false, "CO PR ME LR CH DD", "", "F"},
    {"decision.submit refuse_entry", "DP", "o", "E_ROLE", false, "CO PR ME LR CH DD", "", "F"},
    {"decision.submit repatriate", "DP", "o", "E_ROLE", false, "CO PR ME LR CH DD RG", "", "F"},
    {"decision.submit refer_protection", "DP", "o", "E_ROLE", false, "CO"},
    {"decision.approve admit", "PE AP", "s", "E_ROLE", true, "CO RG", "", "F"},
    {"decision.approve release", "PE AP", "s", "E_ROLE", true, "CO RG", "", "F"},
    {"decision.approve no_action", "PE AP", "s", "E_ROLE", true, "CO RG", "", "F"},
    {"decision.approve refer_partner_check", "PE AP", "s", "E_ROLE", true, "CO PR ME LR"},
    {"decision.approve hold_fugitive", "PE AP", "s", "E_ROLE", true, "CO PR ME LR CH DD", "", "F"},
    {"decision.approve refuse_entry", "PE AP", "s", "E_ROLE", true, "CO PR ME LR CH DD", "", "F"},
    {"decision.approve repatriate", "PE AP", "s", "E_ROLE", true, "CO PR ME LR CH DD RG", "", "F"},
    {"decision.approve refer_protection", "PE AP", "s", "E_ROLE", true, "CO"},
    {"decision.reject", "PE AP", "s", "E_ROLE", false, "CO"},
    {"decision.manifest repatriate", "AP", "o", "E_ROLE", true, "CO PR ME LR CH DD RG", "", "F"},
    {"decision.execute admit", "DP AP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.execute release", "DP AP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.execute no_action", "DP AP", "o", "E_ROLE", false, "CO RG", "", "F"},
    {"decision.execute refer_partner_check", "DP AP", "o", "E_ROLE", false, "CO PR ME LR"},
    {"decision.execute hold_fugitive", "AP", "o", "E_ROLE", false, "CO PR ME LR CH DD", "", "F"},
    {"decision.execute hold_fugitive", "DP", "o", "E_ROLE", false, "CO PR ME LR CH DD", "E_APPROVAL_MISSING", "F"},
    {"decision.execute refuse_entry", "AP", "o", "E_ROLE", false, "CO PR ME LR CH DD", "", "F"},
    {"decision.execute refuse_entry", "DP", "o", "E_ROLE", false, "CO PR ME LR CH DD", "E_APPROVAL_MISSING", "F"},
    {"decision.execute repatriate", "AP", "o", "E_ROLE", true, "CO PR ME LR CH DD RG", "", "F"},
    {"decision.execute repatriate", "DP", "o", "E_ROLE", true, "CO PR ME LR CH DD RG", "E_APPROVAL_MISSING", "F"},
    {"decision.execute refer_protection", "DP AP", "o", "E_ROLE", false, "CO"},
    {"referral.answer refer_partner_check", "EX", "o", "E_ROLE", false, "CO"},
    {"referral.answer refer_protection", "EX", "p", "E_ROLE", false, "CO"},
    {"case.close", "EX", "os", "E_ROLE", false, "CO"},
    {"case.reopen", "CL", "sd", "E_ROLE", false, "CO"},
    {"case.cancel", kOpen, "s", "E_ROLE", false, "CO PR CH RG DD LR ME", "", "FSX", false, true},
    {"hold.place protection", kAll, "ofgspdam"},
    {"hold.place child", kAll, "ofgspd"},
    {"hold.place medical", kAll, "ofgspd"},
    {"hold.place data_dispute", kAll, "ofgsd"},
    {"hold.place legal_retention", kAll, "sd"},
    {"hold.place release_guard", "", "ofgspdam", "E_ROLE", false, "", "E_STATE"},
    {"hold.place conflict", "", "ofgspdam", "E_ROLE", false, "", "E_STATE"},
    {"hold.lift protection", kAll, "p", "E_ROLE", true},
    {"hold.lift child", kAll, "p", "E_ROLE", true},
    {"hold.lift medical", kAll, "sp"},
    {"hold.lift data_dispute", kAll, "d"},
    {"hold.lift legal_retention", kAll, "sd"},
    {"watchlist.request", "ID DP PE AP RJ RT EX", "os", "E_ROLE", false, "", "", "FSX", false, true},
    {"watchlist.confirm", "ID DP PE AP RJ RT EX", "os", "E_ROLE", false, "", "", "FSX", false, true},
    {"watchlist.countersign", "ID DP PE AP RJ RT EX", "os", "E_ROLE", false, "", "", "FSX", false, true},
    {"watchlist.settle", "ID DP PE AP RJ RT EX", "s", "E_ROLE", false, "", "", "FSX", false, true},
    {"guard.override release", "ID DP PE AP RJ RT EX", "s", "E_ROLE", true, "CO", "", "FSX", false, true},
    {"guard.override hold", "ID DP PE AP RJ RT EX", "s", "E_ROLE", true, "CO", "", "FSX", false, true},
    {"guard.lapse", "ID DP PE AP RJ RT EX", "s", "E_ROLE", false, "CO", "", "FSX", false, true},
    {"entry.status", "RC TR IR RE C1 IV DI PN ID DP PE AP RJ RT RO EX", "y"},
    {"conflict.resolve", kAll, "s", "E_ROLE", true, "", "", "FSX", false, true},
    {"case.export", kAll, "os", "E_ROLE", true, "PR ME LR"},
    {"partner.draft", "RC TR IR RE C1 IV DI PN ID DP PE AP RJ RT RO EX", "os"},
    {"partner.preview", "RC TR IR RE C1 IV DI PN ID DP PE AP RJ RT RO EX", "os"},
    {"partner.authorise", "RC TR IR RE C1 IV DI PN ID DP PE AP RJ RT RO EX", "os", "E_ROLE", true, "CO PR ME LR"},
    {"partner.cancel", kAll, "os"},
    {"partner.close", kAll, "os", "E_ROLE", false, "", "", "FSX", false, true},
    {"partner.report", kAll, "y"},
    {"note.add", kAll, "ofgspdy"},
    {"view.record", kAll, "ofgspday"},
};

}  // namespace cotejo::decide::testing
