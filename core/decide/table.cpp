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
constexpr States kEvery = kNotFinal | kFinal;

constexpr Roles kOfficer{R::Officer};
constexpr Roles kSupervisor{R::Supervisor};
constexpr Roles kExaminer{R::ExaminerFace, R::ExaminerFinger};
constexpr Roles kCaseStaff = kOfficer | kExaminer;
constexpr Roles kWriters = kCaseStaff | Roles{R::Supervisor, R::Protection, R::Dpo};
constexpr Roles kReaders = kWriters | Roles{R::Auditor};
constexpr Roles kPeople = kReaders | Roles{R::Admin};

// While two posts differ, nothing moves the case but a supervisor's resolution.
constexpr Holds kConflict{H::Conflict};
// Officers read PROTECTION, MEDICAL and LEGAL_RETENTION as one neutral "on hold"; so that nobody can tell them apart by what is
// refused, the three forbid the same dispositions.
constexpr Holds kNeutral{H::Protection, H::Medical, H::LegalRetention};

// clang-format off
constexpr ActRow kActs[] = {
    // act                      states                                            who                     else            where               holds that forbid it   then
    {"case.open",               {},                                               kOfficer,               kRole,          Reach::Anywhere,    {},                    {}},
    {"biometric.attach",        kBeforeReview | States{S::InReview},              kCaseStaff,             kRole,          Reach::Anywhere,    {},                    {}},
    {"case.amend",              kBeforeReview | States{S::InReview},              kCaseStaff,             kRole,          Reach::Anywhere,    {},                    {}},
    {"case.legal_basis",        kBeforeReview | States{S::InReview},              kOfficer,               kRole,          Reach::Anywhere,    {},                    {}},
    {"case.triage",             {S::Received, S::Returned, S::Reopened},          kOfficer,               kRole,          Reach::Anywhere,    kConflict,             S::Triage},
    {"case.lease",              {S::Triage, S::Recapture, S::InReview, S::Concluded1, S::InVerification, S::Disagreement,
                                 S::Panel, S::IdentityResolved, S::DispositionProposed},
                                                                                  kCaseStaff,             kRole,          Reach::Anywhere,    kConflict,             {}},
    {"case.release",            kNotFinal,                                        kCaseStaff | kSupervisor, kRole,        Reach::Anywhere,    {},                    {}},
    {"case.recapture",          {S::InReview},                                    kCaseStaff,             kRole,          Reach::Anywhere,    kConflict,             S::Recapture},
    {"case.return",             kNotFinal.without({S::Received, S::Returned, S::Reopened}),
                                                                                  kOfficer | kSupervisor, kRole,          Reach::Anywhere,    kConflict,             S::Returned},
    {"match.search",            {S::Triage, S::InReview},                         kCaseStaff | Roles{R::System}, kRole,   Reach::Anywhere,    {},                    {}},
    {"examination.analysis",    kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.visit",       kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.provisional", kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.reveal",      kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    {},                    {}},
    {"examination.conclude",    kExamination,                                     kExaminer,              kNotQualified,  Reach::Anywhere,    kConflict,             {}},
    {"examination.open_notes",  kConcluded | kDeciding | kFinal,                  kReaders,               kRole,          Reach::Anywhere,    {},                    {}},
    {"coverage.read",           kExamination | kConcluded | kDeciding,            kReaders,               kRole,          Reach::Anywhere,    {},                    {}},
    {"document.add",            kNotFinal | States{S::Executed},                  kWriters,               kRole,          Reach::Anywhere,    {},                    {}},
    {"document.open",           kEvery,                                           kReaders,               kRole,          Reach::Anywhere,    {},                    {}},
    {"decision.propose",        {S::IdentityResolved, S::DispositionProposed},    kOfficer,               kRole,          Reach::Anywhere,    kConflict,             S::DispositionProposed},
    {"decision.submit",         {S::DispositionProposed},                         kOfficer,               kRole,          Reach::Anywhere,    kConflict,             S::PendingApproval},
    {"decision.approve",        {S::PendingApproval},                             kSupervisor,            kRole,          Reach::OnlineOnly,  kConflict,             S::Approved},
    {"decision.reject",         {S::PendingApproval},                             kSupervisor,            kRole,          Reach::Anywhere,    kConflict,             S::Rejected},
    {"decision.execute",        {S::DispositionProposed, S::Approved},            kOfficer,               kRole,          Reach::Anywhere,    kConflict,             S::Executed},
    {"case.close",              {S::Executed},                                    kOfficer | kSupervisor, kRole,          Reach::Anywhere,    kConflict,             S::Closed},
    {"case.reopen",             {S::Closed},                                      kSupervisor | Roles{R::Dpo}, kRole,     Reach::Anywhere,    kConflict,             S::Reopened},
    {"case.cancel",             kNotFinal,                                        kSupervisor,            kRole,          Reach::Anywhere,
                                {H::Conflict, H::Protection, H::Child, H::ReleaseGuard, H::DataDispute, H::LegalRetention},                      S::Cancelled},
    {"hold.place",              kEvery,                                           kPeople,                kRole,          Reach::Anywhere,    {},                    {}},
    {"hold.lift",               kEvery,                                           kWriters,               kRole,          Reach::Anywhere,    {},                    {}},
    {"watchlist.confirm",       kDeciding,                                        kOfficer | kSupervisor, kRole,          Reach::Anywhere,    {},                    {}},
    {"conflict.resolve",        kEvery,                                           kSupervisor,            kRole,          Reach::OnlineOnly,  {},                    {}},
    {"note.add",                kEvery,                                           kWriters | Roles{R::System}, kRole,     Reach::Anywhere,    {},                    {}},
    {"view.record",             kEvery,                                           kReaders | Roles{R::System}, kRole,     Reach::Anywhere,    {},                    {}},
};

constexpr HoldRow kHolds[] = {
    // hold               placed by                                      lifted by                        where it is lifted   needs a document
    {H::Protection,     kPeople,                                       {R::Protection},                 Reach::OnlineOnly,   true},
    {H::Child,          kWriters,                                      {R::Protection},                 Reach::OnlineOnly,   true},
    {H::ReleaseGuard,   kCaseStaff | kSupervisor,                      kSupervisor,                     Reach::Anywhere,     false},
    {H::DataDispute,    kCaseStaff | Roles{R::Supervisor, R::Dpo},     {R::Dpo},                        Reach::Anywhere,     false},
    {H::Conflict,       {},                                            {},                              Reach::Anywhere,     false},
    {H::Medical,        kWriters,                                      {R::Supervisor, R::Protection},  Reach::Anywhere,     false},
    {H::LegalRetention, {R::Supervisor, R::Dpo},                       {R::Supervisor, R::Dpo},         Reach::Anywhere,     false},
};
// clang-format on

constexpr Set<O> kNoMatch{O::Excluded, O::NoCandidate};
constexpr Holds kAdverse = kNeutral | Holds{H::Child, H::DataDispute};
constexpr Holds kGuard{H::ReleaseGuard};

// clang-format off
constexpr DispositionRow kDispositions[] = {
    // disposition           without approval                      with approval                       holds that forbid it                 adverse  on a stale list  execution
    {D::Admit,             kNoMatch,                             {O::Inconclusive, O::Identified},   kGuard,                              false,   false,  Reach::Anywhere},
    {D::Release,           kNoMatch,                             {O::Inconclusive, O::Identified},   kGuard,                              false,   false,  Reach::Anywhere},
    {D::ReferPartnerCheck, kNoMatch | Set<O>{O::Inconclusive, O::Identified}, {},                    kNeutral,                            false,   true,   Reach::Anywhere},
    {D::HoldFugitive,      {},                                   {O::Identified},                    kAdverse,                            true,    false,  Reach::Anywhere},
    {D::RefuseEntry,       {},                                   kNoMatch | Set<O>{O::Identified},   kAdverse,                            true,    false,  Reach::Anywhere},
    {D::Repatriate,        {},                                   {O::Identified},                    kAdverse | kGuard,                   true,    false,  Reach::OnlineOnly},
    {D::ReferProtection,   kNoMatch | Set<O>{O::Inconclusive, O::Identified}, {},                    {},                                  false,   true,   Reach::Anywhere},
    {D::NoAction,          kNoMatch | Set<O>{O::Inconclusive},   {O::Identified},                    kGuard,                              false,   false,  Reach::Anywhere},
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

}  // namespace cotejo::decide
