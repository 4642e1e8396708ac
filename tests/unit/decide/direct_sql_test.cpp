#include <gtest/gtest.h>

#include "core/decide/case_door.h"
#include "core/decide/case_projection.h"
#include "core/decide/case_service.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/journal/errors.h"
#include "core/journal/verify.h"
#include "core/review/work_queue.h"
#include "core/store/case_table.h"
#include "core/store/errors.h"
#include "core/store/event_table.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/test_post.h"
#include "tests/support/undrawn.h"
#include "tests/unit/decide/post.h"

/// The attacks of the histories as direct writes on the store: by a program that opens it itself, with the officer's own keys or with others'.
/// Each is refused by the database, or has no effect in the fold, and what is kept ready for reading cannot be made to lie.
namespace cotejo::decide::testing {
namespace {

struct DirectSql : ::testing::Test {
    test::TestPost post;
    std::map<std::string, std::unique_ptr<access::Desk>> desks;
    CaseProjection projection;
    std::vector<Candidate> one = {candidate("one", Modality::Finger, 41, 1)};
    CaseId id;

    void SetUp() override {
        post.add("officer", {{Role::Officer}});
        for (const char* login : {"ana", "berta", "carlos"}) post.add(login, {{Role::Officer}, {Role::ExaminerFinger}});
        for (const char* login : {"supervisor", "second"}) post.add(login, {{Role::Supervisor}});
        for (const char* login : {"officer", "ana", "berta", "carlos", "supervisor", "second", "admin"}) desks[login] = std::move(*post.signIn(login));
        WatchlistEntry entry;
        entry.id = one[0].entry;
        entry.gallery = "wanted";
        entry.grade = EvidenceGrade::Warrant;
        entry.version = 1;
        const auto listed = desks["admin"]->store().write([&](store::Transaction& tx) -> Status {
            COTEJO_TRY(store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(post.clock.now())));
            auto blobs = desks["admin"]->store().blobs(tx);
            return store::WatchlistTable(tx).put(tx, blobs, entry);
        });
        ASSERT_TRUE(listed) << listed.error().detail;
        OpenCase open;
        open.legalBasis = "border control";
        open.traveler.familyName = "SPECIMEN";
        open.traveler.birthDate = "1980-05-01";
        id = *CaseService(*desks["officer"], {}, test::undrawnId).open(open);
        does("officer", StartTriage{});
        does("officer", search(one));
        for (const char* login : {"ana", "berta"}) {
            ASSERT_TRUE(CaseService(*desks[login]).take(id));
            does(login, SaveAnalysis{"whorl"});
            does(login, VisitCandidate{one[0].id});
            does(login, conclude(one, ExaminerConclusion::Identification));
        }
        ASSERT_TRUE(truth().has(HoldKind::ReleaseGuard));
    }
    void does(const std::string& login, const Act& act) {
        const auto done = CaseService(*desks[login]).perform(id, act);
        ASSERT_TRUE(done) << login << " " << typeOf(act) << ": " << done.error().code;
    }
    std::string tries(const std::string& login, const Act& act) {
        const auto done = CaseService(*desks[login]).perform(id, act);
        return done ? "" : done.error().code;
    }
    /// What the signed entries say.
    CaseView truth() {
        auto reader = desks["admin"]->store().reader();
        return *CaseProjection::fold(*reader, id);
    }
    template <class... Values>
    std::string sql(std::string_view text, const Values&... values) {
        const auto done = desks["admin"]->store().write([&](store::Transaction& tx) -> Status { return tx.db().run(text, values...); });
        return done ? "" : done.error().code;
    }
    /// Written into the journal past the rules, with this officer's own keys; then folded as any entry is.
    std::string writes(const std::string& login, const Act& act, const std::string& role, std::optional<std::vector<Hash>> parents = {}) {
        auto& desk = *desks[login];
        const auto heads = parents ? *parents : truth().heads;
        const auto done = desk.store().write([&](store::Transaction& tx) -> Status {
            COTEJO_TRY(desk.journal().append(tx, journal::Draft::of(act, id, heads, role)));
            return projection.refold(tx, id);
        });
        return done ? "" : done.error().code;
    }
    /// An entry in the name of one officer, signed with a key that is not that officer's.
    std::string forges(const std::string& victim, const Act& act, const std::string& role, store::EventState state = store::EventState::Local) {
        Event event;
        event.org = "MIG";
        event.device = desks["ana"]->device();
        event.chain = ChainId::random();
        event.seq = 1;
        event.type = typeOf(act);
        event.entity = id;
        event.parents = truth().heads;
        event.user = desks[victim]->officer().id;
        event.role = role;
        event.wall = post.clock.now();
        event.body = bodyOf(act);
        sign(event, desks["ana"]->journal().deviceKey(), desks["ana"]->journal().deviceKey());
        const auto done = desks["admin"]->store().write([&](store::Transaction& tx) -> Status {
            COTEJO_TRY(store::EventTable(tx).insert(event, hashOf(event), state, {}, {}));
            return projection.refold(tx, id);
        });
        return done ? "" : done.error().code;
    }
    /// The case by the program's own door, as this officer may see it.
    CaseView shown(const std::string& login) { return CaseDoor(*desks[login]).view(id)->view; }

    void toPendingRefusal() {
        for (const char* each : {"supervisor", "second"}) does(each, OverrideGuard{"release", "sentence served", "art. 9"});
        ASSERT_TRUE(CaseService(*desks["officer"]).take(id));
        does("officer", ReadCoverage{});
        for (const auto& kind : missingPapers(truth(), Disposition::RefuseEntry)) {
            DossierDocument document = paper(kind).document;
            ASSERT_TRUE(CaseService(*desks["officer"]).addDocument(id, document, bytesOf("paper " + kind)));
        }
        does("officer", propose(Disposition::RefuseEntry));
        does("officer", SubmitForApproval{});
    }
};

TEST_F(DirectSql, AnEntryIsNeitherChangedNorTakenOut) {
    EXPECT_EQ(sql("UPDATE event SET usr=? WHERE type='examination.conclude'", desks["officer"]->officer().id), store::kConstraint);
    EXPECT_EQ(sql("UPDATE event SET type='note.add' WHERE type='examination.conclude'"), store::kConstraint);
    EXPECT_EQ(sql("UPDATE event SET t_wall=0"), store::kConstraint);
    EXPECT_EQ(sql("UPDATE event SET envelope=zeroblob(10)"), store::kConstraint);
    EXPECT_EQ(sql("DELETE FROM event WHERE type='examination.conclude'"), store::kConstraint);
    EXPECT_NE(sql("INSERT OR REPLACE INTO event SELECT id, hash, chain, seq, gseq, dev, usr, 'officer', 'note.add', entity, schema, t_wall, t_recv, state, envelope "
                  "FROM event WHERE type='examination.conclude'"), "");
    EXPECT_EQ(sql("DELETE FROM chain_tip"), store::kConstraint);
    EXPECT_TRUE(truth().has(HoldKind::ReleaseGuard));
}

TEST_F(DirectSql, WhoTookPartAndWhatWasSeenIsNotTakenOut) {
    EXPECT_EQ(sql("DELETE FROM act_actor"), store::kConstraint);
    EXPECT_EQ(sql("UPDATE act_actor SET usr=zeroblob(16)"), store::kConstraint);
    ASSERT_TRUE(CaseDoor(*desks["carlos"]).view(id));
    EXPECT_TRUE(truth().wasShown(desks["carlos"]->officer().id, Shown::Conclusions));
    EXPECT_EQ(sql("DELETE FROM case_shown"), store::kConstraint);
    EXPECT_EQ(sql("UPDATE case_shown SET usr=zeroblob(16)"), store::kConstraint);
    // Nor by taking it out of what is kept ready for reading.
    does("second", OrderReexamination{"doubtful"});
    auto lie = truth();
    lie.exposure.clear();
    ASSERT_EQ(sql("UPDATE case_doc SET doc=?", caseToJson(lie)), "");
    ASSERT_TRUE(CaseService(*desks["carlos"]).take(id));
    ASSERT_EQ(sql("UPDATE case_doc SET doc=?", caseToJson([&] {
                  auto again = truth();
                  again.exposure.clear();
                  return again;
              }())), "");
    EXPECT_EQ(tries("carlos", SaveAnalysis{"whorl"}), kNotBlind);
}

TEST_F(DirectSql, AnExaminerDoesNotApprove) {
    toPendingRefusal();
    const Approve act{"complete", dossierHash(truth())};
    EXPECT_EQ(writes("ana", act, "supervisor"), store::kConstraint) << "four eyes, in the database";
    EXPECT_EQ(truth().state, CaseState::PendingApproval);
    // Entered as if it had come from elsewhere, it stands in the history and has no effect.
    EXPECT_EQ(forges("ana", act, "supervisor", store::EventState::Pulled), "");
    EXPECT_EQ(truth().state, CaseState::PendingApproval);
    // In a supervisor's name, with another's key.
    EXPECT_EQ(forges("supervisor", act, "supervisor"), "");
    EXPECT_EQ(truth().state, CaseState::PendingApproval) << "nobody approves without the supervisor's own signature";
    EXPECT_EQ(tries("officer", Execute{"refused at the counter"}), kState);
}

TEST_F(DirectSql, NothingIsExecutedUponAForgedApproval) {
    toPendingRefusal();
    auto lie = truth();
    lie.state = CaseState::Approved;
    lie.disposition->approved = true;
    lie.disposition->decidedBy = desks["supervisor"]->officer().id;
    lie.disposition->decidedAt = post.clock.now();
    lie.disposition->approvedDossier = dossierHash(lie);
    ASSERT_EQ(sql("UPDATE case_doc SET doc=?", caseToJson(lie)), "");
    ASSERT_EQ(sql("UPDATE case_row SET state='approved'"), "");
    EXPECT_EQ(tries("officer", Execute{"refused at the counter"}), kState);
    EXPECT_EQ(writes("officer", Execute{"refused at the counter"}, "officer"), "");
    EXPECT_EQ(truth().state, CaseState::PendingApproval);
}

TEST_F(DirectSql, TheProgramItselfDecidesNothing) {
    EXPECT_EQ(writes("supervisor", LiftHold{HoldKind::Protection, "decided", {}}, "system"), journal::kSystemMayNot);
    EXPECT_EQ(writes("supervisor", Approve{"complete", {}}, "system"), journal::kSystemMayNot);
    EXPECT_EQ(forges("supervisor", Approve{"complete", {}}, "system"), store::kConstraint);
    EXPECT_EQ(forges("supervisor", CancelCase{"twice"}, "system", store::EventState::Pulled), store::kConstraint);
}

TEST_F(DirectSql, AHoldEndsByNobodysHandButItsOwn) {
    does("officer", PlaceHold{HoldKind::Protection});
    EXPECT_EQ(writes("officer", LiftHold{HoldKind::Protection, "no need", {}}, "protection"), "") << "stands in the history";
    EXPECT_EQ(writes("supervisor", LiftHold{HoldKind::ReleaseGuard, "no need", {}}, "supervisor"), "");
    EXPECT_EQ(writes("supervisor", OverrideGuard{"release", "no need", "art. 9"}, "supervisor"), "");
    EXPECT_EQ(forges("second", OverrideGuard{"release", "agreed", "art. 9"}, "supervisor"), "");
    EXPECT_TRUE(truth().has(HoldKind::Protection));
    EXPECT_TRUE(truth().has(HoldKind::ReleaseGuard)) << "one supervisor who writes for two is one";
    EXPECT_EQ(sql("DELETE FROM event WHERE type='hold.place'"), store::kConstraint);
}

TEST_F(DirectSql, WhatIsKeptReadyCannotBeMadeToLie) {
    does("officer", PlaceHold{HoldKind::Protection});
    auto lie = truth();
    lie.holds.clear();
    lie.identification.reset();
    lie.outcome = Outcome::Excluded;
    lie.traveler.familyName = "ANOTHER";
    const auto spoil = [&] {
        ASSERT_EQ(sql("UPDATE case_doc SET doc=?", caseToJson(lie)), "");
        ASSERT_EQ(sql("UPDATE case_row SET holds=0, family_name='ANOTHER', state='closed', deadline=0"), "");
    };
    spoil();
    const auto seen = shown("supervisor");
    EXPECT_TRUE(seen.has(HoldKind::Protection));
    EXPECT_TRUE(seen.has(HoldKind::ReleaseGuard));
    EXPECT_EQ(seen.traveler.familyName, "SPECIMEN");
    // Whoever opens the case mends what was spoilt, the queue's row too.
    const auto row = [&] {
        auto reader = desks["admin"]->store().reader();
        return **store::CaseTable(*reader).row(id);
    };
    EXPECT_EQ(row().familyName, "SPECIMEN");
    EXPECT_TRUE(row().holds.contains(HoldKind::ReleaseGuard));
    EXPECT_EQ(row().state, CaseState::IdentityResolved);
    // Nor is anything done upon a lie.
    spoil();
    ASSERT_TRUE(CaseService(*desks["officer"]).take(id));
    spoil();
    does("officer", ReadCoverage{});
    spoil();
    EXPECT_EQ(tries("officer", propose(Disposition::Admit)), kReleaseGuard);
    spoil();
    const auto refused = CaseService(*desks["officer"]).refusals(id, propose(Disposition::Admit));
    ASSERT_TRUE(refused);
    EXPECT_TRUE(std::ranges::any_of(*refused, [](const auto& each) { return each.code == kReleaseGuard; }));
}

TEST_F(DirectSql, ABackdatedActCarriesNothingPastAHold) {
    toPendingRefusal();
    const auto before = truth().heads;
    const Approve act{"complete", dossierHash(truth())};
    does("officer", PlaceHold{HoldKind::Protection});
    // Written as if the hold had not been seen: approved then, and of another dossier than the one there is now.
    EXPECT_EQ(writes("supervisor", act, "supervisor", before), "");
    EXPECT_TRUE(truth().has(HoldKind::Protection));
    EXPECT_NE(tries("officer", Execute{"refused at the counter"}), "");
    EXPECT_NE(truth().state, CaseState::Executed);
}

TEST_F(DirectSql, TheJournalNamesWhatWasForged) {
    forges("supervisor", OverrideGuard{"release", "agreed", "art. 9"}, "supervisor");
    const auto verified = journal::verify(desks["admin"]->store());
    ASSERT_TRUE(verified);
    ASSERT_TRUE(verified->firstBad);
    EXPECT_EQ(verified->firstBad->code, "user_signature");
}

}  // namespace
}  // namespace cotejo::decide::testing
