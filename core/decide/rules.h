#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/decide/policy.h"
#include "core/record/act.h"

/// May this person do this act to this case now? Pure functions: no clock, no database. Any thread.
namespace cotejo::decide {

struct Actor {
    record::Officer officer;
    bool system = false;  ///< the program itself: never does an act with legal effect
};

/// The world around the case at the moment of the act.
struct Conditions {
    UtcTime now{};
    bool online = false;
    record::SnapshotAge snapshot = record::SnapshotAge::Expired;
    std::optional<record::WatchlistEntry> entry;  ///< behind the identified candidate, as this post has it now
    Policy policy;
};

/// Every reason why the act is refused, the first the most fundamental; empty when it is allowed. Errors carry "rule" and "remedy".
std::vector<Error> refusals(const record::CaseView& view, const record::Act& act, const Actor& actor,
                            const Conditions& conditions);
/// The first of `refusals`.
Status check(const record::CaseView& view, const record::Act& act, const Actor& actor, const Conditions& conditions);
/// The same for an act that was done, seen from its own past: without what depends on clocks and connections, so that no wall
/// clock changes a fold. Roles count that the officer ever held.
std::optional<Error> refusalInPast(const record::CaseView& past, const record::Act& act, const Actor& actor);
/// Always refused: E_NO_DELETE.
Status checkDelete();

/// The role in which the actor may do the act; nothing when none allows it.
std::optional<record::Role> actingRole(const record::Act& act, const Actor& actor, UtcTime now);
/// Whether the act needs the central server in reach, and its witness to have an effect.
bool needsServer(const record::CaseView& view, const record::Act& act);
/// Whether an answer to this act, allowed or refused, tells of findings: it rests on them, or only a settled case has it.
bool tellsFindings(const record::Act& act);
/// Whether this act can ever be this officer's, whatever the case: what is not is not offered.
bool canEverDo(const record::Act& act, const record::Officer& officer, UtcTime now);
/// Whether the proposed disposition needs a supervisor's approval. Letting a person go without a whole search does, and so does letting
/// go after a comparison with the document that did not say the same person.
bool needsApproval(const record::CaseView& view);
/// The refusal as this officer may read it: E_HOLD in place of the kinds of holds that are not theirs to read, and nothing of what others
/// found before it was shown to them.
Error neutral(Error error, const record::CaseView& view, const record::Officer& officer, UtcTime now);

/// 1 in review, 2 in verification, 3 in the panel, else 0.
int examinationNumber(record::CaseState state);
/// The officer's own examination in the present round and state; null when not begun.
const record::Examination* ownExamination(const record::CaseView& view, const OfficerId& officer);
/// The concluded examination of this number in the present round; null when there is none.
const record::Examination* concludedExamination(const record::CaseView& view, int number);
/// Documents this officer may see and has not opened; `now` is null for an act of the past, whatever needs it is skipped then.
std::vector<const record::DossierDocument*> unreadDocuments(const record::CaseView& view, const Actor& actor, const Conditions* now);

}  // namespace cotejo::decide
