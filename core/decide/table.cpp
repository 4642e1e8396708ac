#include "core/decide/table.h"

#include <algorithm>

#include "core/decide/errors.h"

/// CASEWORK.md as tables. A cell that is not listed is a refusal. What a cell needs besides (documents, reasons, another
/// person) stands in rules.cpp, in the same order. PROTECTION is placed by anyone at any time and is in no table of refusals.
namespace cotejo::decide {
namespace {

using S = record::CaseState;
using R = record::Role;
using H = record::HoldKind;
using O = record::Outcome;
using D = record::Disposition;
using States = Set<S>;
using Roles = Set<R>;
using Holds = Set<H>;

constexpr States kBeforeReview{S::Received, S::Triage, S::Recapture, S::Returned, S::Reopened};
constexpr States kExamination{S::InReview, S::InVerification, S::Panel};
constexpr States kConcluded{S::Concluded1, S::InVerification, S::Disagreement, S::Panel, S::IdentityResolved};
constexpr States kDeciding{S::IdentityResolved, S::DispositionProposed, S::PendingApproval, S::Approved, S::Rejected};
constexpr States kFinal{S::Executed, S::Closed, S::Cancelled};
constexpr States kNotFinal = kBeforeReview | kExamination | kConcluded | kDeciding;
constexpr States kOpen = kNotFinal | States{S::Executed};  // an executed case waits for answers and for its end
constexpr States kEvery = kNotFinal | kFinal;
constexpr States kIdentified = kDeciding | States{S::Returned, S::Executed};

constexpr Roles kOfficer{R::Officer};
constexpr Roles kSupervisor{R::Supervisor};
constexpr Roles kExaminer{R::ExaminerFace, R::ExaminerFinger};
constexpr Roles kCaseStaff = kOfficer | kExaminer;
constexpr Roles kWriters = kCaseStaff | Roles{R::Supervisor, R::Protection, R::Dpo};
constexpr Roles kReaders = kWriters | Roles{R::Auditor};
constexpr Roles kPeople = kReaders | Roles{R::Admin};
constexpr Roles kProgram{R::System};

// While two posts differ, nothing moves the case but a supervisor's resolution.
constexpr Holds kConflict{H::Conflict};
// Officers read PROTECTION, MEDICAL and LEGAL_RETENTION as one neutral "on hold"; so that nobody can tell them apart by what is
// refused, the three forbid the same acts and dispositions.
constexpr Holds kNeutral{H::Protection, H::Medical, H::LegalRetention};

// clang-format off
constexpr ActRow kActs[] = {
    // act                      states                                            who                     else            where               holds that forbid it   then               of findings
    {"case.open",               {},                                               kOfficer,               kRole,          Reach::Anywhere,    {},                    {}},
    {"biometric.attach",        kBeforeReview | States{S::InReview},              kCaseStaff,             kRole,          Reach::Anywhere,    {},                    {}},
    {"biometric.unusable",      kBeforeReview | States{S::InReview},              kCaseStaff,             kRole,          Reach::Anywhere,    {},                    {}},
    {"case.amend",              kNotFinal,                                        kCaseStaff | Roles{R::Dpo}, kRole,      Reach::Anywhere,    {},                    {}},
    {"case.legal_basis",        kBeforeReview | States{S::InReview},              kOfficer,               kRole,          Reach::Anywhere,    {},                    {}},
    {"case.triage",             {S::Received, S::Returned, S::Reopened},          kOfficer,               kRole,          Reach::Anywhere,    kConflict,             {}},
    {"case.lease",              {S::Triage, S::Recapture, S::InReview, S::Concluded1, S::InVerification, S::Disagreement,
                                 S::Panel, S::IdentityResolved, S::DispositionProposed},
                                                                                  kCaseStaff,             kRole,          Reach::Anywhere,    kConflict,             {}},
    {"case.release",            kNotFinal,                                        kCaseStaff | kSupervisor, kRole,        Reach::Anywhere,    {},                    {}},
    {"case.recapture",          {S::InReview},                                    kCaseStaff,             kRole,          Reach::Anywhere,    kConflict,             S::Recapture},
    {"case.return",             kNotFinal.without({S::Received, S::Returned, S::Reopened}),
                                                                                  kOfficer | kSupervisor, kRole,          Reach::Anywhere,    kConflict,             S::Returned},
    {"match.search",            {S::Triage, S::InReview},                         kCaseStaff | kProgram,  kRole,          Reach::Anywhere,    {},                    {}},
    {"portrait.analysis",       kBeforeReview | States{S::InReview, S::IdentityResolved},
                                                                                  kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"portrait.open",           kBeforeReview | States{S::InReview, S::IdentityResolved},
                                                                                  kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"portrait.conclude",       kBeforeReview | States{S::InReview, S::IdentityResolved},
                                                                                  kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"portrait.reveal",         kBeforeReview | States{S::InReview, S::IdentityResolved},
                                                                                  kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.analysis",    kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.visit",       kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.provisional", kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.reveal",      kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.conclude",    kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    kConflict,             {}},
    {"examination.open_notes",  kConcluded | kDeciding | kFinal,                  kReaders,               kRole,          Reach::Anywhere,    {},                    {}},
    {"examination.order",       kIdentified,                                      kSupervisor,            kRole,          Reach::Anywhere,    kConflict,             S::Triage, true},
    {"examination.withdraw",    {S::Triage, S::InReview, S::Recapture, S::Returned},
                                                                                  kSupervisor,            kRole,          Reach::Anywhere,    kConflict,             S::IdentityResolved, true},
    {"coverage.read",           kExamination | kConcluded | kDeciding,            kReaders,               kRole,          Reach::Anywhere,    {},                    {}},
    {"document.add",            kOpen,                                            kWriters,               kRole,          Reach::Anywhere,    {},                    {}},
    {"document.kind",           kOpen,                                            kWriters,               kRole,          Reach::Anywhere,    {},                    {}},
    {"document.waive",          kNotFinal,                                        kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}},
    {"document.open",           kEvery,                                           kReaders,               kRole,          Reach::Anywhere,    {},                    {}},
    {"decision.propose",        {S::IdentityResolved, S::DispositionProposed},    kOfficer,               kRole,          Reach::Anywhere,    kConflict,             S::DispositionProposed},
    {"decision.submit",         {S::DispositionProposed},                         kOfficer,               kRole,          Reach::Anywhere,    kConflict,             S::PendingApproval},
    // An approved case may be approved again: when the approval grew old, or the dossier changed.
    {"decision.approve",        {S::PendingApproval, S::Approved},                kSupervisor,            kRole,          Reach::OnlineOnly,  kConflict,             S::Approved},
    {"decision.reject",         {S::PendingApproval, S::Approved},                kSupervisor,            kRole,          Reach::Anywhere,    kConflict,             S::Rejected},
    {"decision.manifest",       {S::Approved},                                    kOfficer,               kRole,          Reach::OnlineOnly,  kConflict,             {}},
    {"decision.execute",        {S::DispositionProposed, S::Approved},            kOfficer,               kRole,          Reach::Anywhere,    kConflict,             S::Executed},
    {"referral.answer",         {S::Executed},                                    kOfficer | Roles{R::Protection}, kRole, Reach::Anywhere,    kConflict,             {}},
    {"case.close",              {S::Executed},                                    kOfficer | kSupervisor, kRole,          Reach::Anywhere,    kConflict,             S::Closed},
    {"case.reopen",             {S::Closed},                                      kSupervisor | Roles{R::Dpo}, kRole,     Reach::Anywhere,    kConflict,             S::Reopened},
    {"case.cancel",             kNotFinal,                                        kSupervisor,            kRole,          Reach::Anywhere,
                                kNeutral | Holds{H::Conflict, H::Child, H::ReleaseGuard, H::DataDispute},                                       S::Cancelled, true},
    {"hold.place",              kEvery,                                           kPeople,                kRole,          Reach::Anywhere,    {},                    {}},
    {"hold.lift",               kEvery,                                           kWriters,               kRole,          Reach::Anywhere,    {},                    {}},
    {"watchlist.request",       kIdentified,                                      kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}, true},
    {"watchlist.confirm",       kIdentified,                                      kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}, true},
    {"watchlist.countersign",   kIdentified,                                      kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}, true},
    {"watchlist.settle",        kIdentified,                                      kSupervisor,            kRole,          Reach::Anywhere,    {},                    {}, true},
    {"guard.override",          kIdentified,                                      kSupervisor,            kRole,          Reach::OnlineOnly,  kConflict,             {}, true},
    {"guard.lapse",             kIdentified,                                      kSupervisor,            kRole,          Reach::Anywhere,    kConflict,             {}, true},
    {"entry.status",            kOpen,                                            kProgram,               kRole,          Reach::Anywhere,    {},                    {}},
    {"conflict.resolve",        kEvery,                                           kSupervisor,            kRole,          Reach::OnlineOnly,  {},                    {}, true},
    {"case.export",             kEvery,                                           kOfficer | kSupervisor, kRole,          Reach::OnlineOnly,  kNeutral,              {}},
    // To a partner state. Whether the agreement lets it is core/partner's; a case on hold sends nothing, whatever the hold.
    {"partner.draft",           kOpen,                                            kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}},
    {"partner.preview",         kOpen,                                            kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}},
    {"partner.authorise",       kOpen,                                            kOfficer | kSupervisor, kRole,          Reach::OnlineOnly,  kNeutral | kConflict,  {}},
    {"partner.cancel",          kEvery,                                           kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}},
    {"partner.close",           kEvery,                                           kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}, true},
    {"partner.report",          kEvery,                                           kProgram,               kRole,          Reach::Anywhere,    {},                    {}},
    {"note.add",                kEvery,                                           kWriters | kProgram,    kRole,          Reach::Anywhere,    {},                    {}},
    {"view.record",             kEvery,                                           kReaders | kProgram,    kRole,          Reach::Anywhere,    {},                    {}},
};

constexpr HoldRow kHolds[] = {
    // hold               placed by                                      lifted by                        where it is lifted   needs a document
    {H::Protection,     kPeople,                                       {R::Protection},                 Reach::OnlineOnly,   true},
    {H::Child,          kWriters,                                      {R::Protection},                 Reach::OnlineOnly,   true},
    // Follows from an identification and ends by an answer, a withdrawal, two supervisors, clock two or a re-examination.
    {H::ReleaseGuard,   {},                                            {},                              Reach::Anywhere,     false},
    {H::DataDispute,    kCaseStaff | Roles{R::Supervisor, R::Dpo},     {R::Dpo},                        Reach::Anywhere,     false},
    {H::Conflict,       {},                                            {},                              Reach::Anywhere,     false},
    {H::Medical,        kWriters,                                      {R::Supervisor, R::Protection},  Reach::Anywhere,     false},
    {H::LegalRetention, {R::Supervisor, R::Dpo},                       {R::Supervisor, R::Dpo},         Reach::Anywhere,     false},
};
// clang-format on

using P = record::EntryPurpose;
constexpr Set<O> kNoMatch{O::Excluded, O::NoCandidate};
constexpr Set<O> kAnyOutcome = kNoMatch | Set<O>{O::Inconclusive, O::Identified};
constexpr Holds kAdverse = kNeutral | Holds{H::Child, H::DataDispute};
constexpr Holds kGuard{H::ReleaseGuard};

// clang-format off
constexpr DispositionRow kDispositions[] = {
    // disposition           without approval                      with approval                       holds that forbid it  adverse on a stale list  execution     purposes                    releases refers confirmed manifest
    {D::Admit,             kNoMatch,                             {O::Inconclusive, O::Identified},   kGuard,               false,  false,  Reach::Anywhere,   {},                         true,    false, false,    false},
    {D::Release,           kNoMatch,                             {O::Inconclusive, O::Identified},   kGuard,               false,  false,  Reach::Anywhere,   {},                         true,    false, false,    false},
    {D::ReferPartnerCheck, kAnyOutcome,                          {},                                 kNeutral,             false,  true,   Reach::Anywhere,   {},                         false,   true,  false,    false},
    {D::HoldFugitive,      {},                                   {O::Identified},                    kAdverse,             true,   false,  Reach::Anywhere,   {P::Wanted},                false,   false, true,     false},
    {D::RefuseEntry,       {},                                   kNoMatch | Set<O>{O::Identified},   kAdverse,             true,   false,  Reach::Anywhere,   {P::Wanted, P::RefuseEntry}, false,  false, false,    false},
    {D::Repatriate,        {},                                   {O::Identified},                    kAdverse | kGuard,    true,   false,  Reach::OnlineOnly, {},                         false,   false, false,    true},
    {D::ReferProtection,   kAnyOutcome,                          {},                                 {},                   false,  true,   Reach::Anywhere,   {},                         false,   true,  false,    false},
    {D::NoAction,          kNoMatch,                             {O::Inconclusive, O::Identified},   kGuard,               false,  false,  Reach::Anywhere,   {},                         true,    false, false,    false},
};

constexpr Set<D> kReturn{D::Repatriate};
constexpr PaperRow kPapers[] = {
    // paper                     may be waived  needed by                            places the hold     only after a proposal  restricted  ends                          opens the way
    {"identity_basis",           false,  {D::Repatriate, D::HoldFugitive},          {},                 false, false, {}},
    {"nationality",              false,  kReturn,                                   {},                 false, false, {}},
    {"protection_information",   false,  kReturn,                                   {},                 false, false, {}},
    {"fear_question",            false,  kReturn,                                   {},                 false, false, {}},
    {"vulnerability",            true,   kReturn,                                   H::Medical,         true,  false, {}},
    {"child",                    true,   kReturn,                                   {},                 false, false, {}},
    {"medical",                  true,   kReturn,                                   H::Medical,         true,  false, {}},
    {"family_unity",             true,   kReturn,                                   {},                 false, false, {}},
    {"final_order",              false,  kReturn,                                   {},                 false, false, {}},
    {"consular_contact",         true,   kReturn,                                   {},                 false, false, {}},
    {"appeal_window",            false,  kReturn,                                   {},                 false, false, {}},
    {"appeal_waiver",            true,   {},                                        {},                 false, false, {}, true},
    {"refusal_notice",           false,  {D::RefuseEntry},                          {},                 false, false, {}},
    {"rights_information",       false,  {D::HoldFugitive, D::RefuseEntry},         {},                 false, false, {}},
    {"owner_answer",             true,   {},                                        {},                 false, false, {}, true},
    {"order_suspension",         true,   {},                                        H::LegalRetention,  false, false, {}},
    {"suspension_ended",         true,   {},                                        {},                 false, false, {H::LegalRetention}, true},
    {"fear_answer",              true,   {},                                        H::Protection,      false, true, {}},
    {"protection_decision",      true,   {},                                        {},                 false, true,  {H::Protection, H::Child}, true},
    {"age_decision",             true,   {},                                        {},                 false, false, {H::Child}, true},
    {kUnreadable,                true,   {},                                        {},                 false, false, {}},
    {"other",                    true,   {},                                        {},                 false, false, {}},
};
// clang-format on

}  // namespace

const ActRow* rowOf(std::string_view act) {
    const auto* row = std::ranges::find(kActs, act, &ActRow::act);
    return row == std::end(kActs) ? nullptr : row;
}

const HoldRow& rowOf(record::HoldKind kind) { return *std::ranges::find(kHolds, kind, &HoldRow::kind); }

const DispositionRow& rowOf(record::Disposition disposition) {
    return *std::ranges::find(kDispositions, disposition, &DispositionRow::disposition);
}

const PaperRow* paperOf(std::string_view kind) {
    const auto* row = std::ranges::find(kPapers, kind, &PaperRow::kind);
    return row == std::end(kPapers) ? nullptr : row;
}

std::vector<std::string> papersEnding(record::HoldKind kind) {
    std::vector<std::string> kinds;
    for (const auto& row : kPapers)
        if (row.ends.has(kind)) kinds.emplace_back(row.kind);
    return kinds;
}

std::span<const ActRow> actRows() { return kActs; }
std::span<const HoldRow> holdRows() { return kHolds; }
std::span<const DispositionRow> dispositionRows() { return kDispositions; }
std::span<const PaperRow> paperRows() { return kPapers; }

}  // namespace cotejo::decide
