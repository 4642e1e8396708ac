#include <gtest/gtest.h>

#include "core/decide/errors.h"
#include "core/review/visible_case.h"
#include "tests/unit/decide/one_case.h"
#include "tests/unit/decide/requests.h"

/// Requests to a partner state (PARTNER.md): who may send what, what stops it, what came back and who may know it.
namespace cotejo::decide::testing {
namespace {

struct Requests : OneCase {
    Officer program = person("program", {Role::System});

    const PartnerRequest& request(const std::string& name = kRequest) const {
        const auto* found = requestOf(post.view(), requestIdOf(name));
        if (!found) throw std::runtime_error("no request " + name);
        return *found;
    }
    /// By the officer, previewed by the officer and the supervisor.
    std::string drafted(const std::string& name = kRequest, PartnerPurpose purpose = PartnerPurpose::BorderInquiry, const WatchlistEntryId& entry = {}) {
        auto terms = termsOf(name, purpose);
        terms.created = post.conditions.now;
        terms.expires = terms.created + std::chrono::hours(8);
        DraftRequest act{terms, {}};
        if (!entry.isZero()) act.entry = entry;
        if (purpose == PartnerPurpose::Confirmation) {
            act.terms.entryReference = entry.text();
            act.terms.country = "UTO";  // whose entry it is
        }
        std::string refused = post.act(people.officer, act);
        for (const auto* who : {&people.officer, &people.supervisor}) refused += post.act(*who, PreviewRequest{terms.id, terms.packet});
        return refused;
    }
    std::string authorised(const Officer& who, const std::string& name = kRequest) { return post.act(who, AuthoriseRequest{requestIdOf(name), sha256("packet"), "needed"}); }
    std::string reported(const ReportRequest& act) { return post.act(program, act); }
    std::string sent(const std::string& name = kRequest) {
        auto refused = drafted(name);
        refused += authorised(people.supervisor, name);
        refused += reported(report(name, RequestStep::Sent, post));
        return refused + reported(report(name, RequestStep::Acknowledged, post));
    }
};

TEST_F(Requests, GoFromDraftToClosed) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(drafted(), "");
    EXPECT_EQ(request().state, RequestState::Drafted);
    EXPECT_EQ(reported(report(kRequest, RequestStep::Sent, post)), kRequestState) << "nobody authorised it";
    ASSERT_EQ(authorised(people.supervisor), "");
    EXPECT_EQ(request().state, RequestState::Authorised);
    EXPECT_FALSE(request().left());
    ASSERT_EQ(reported(report(kRequest, RequestStep::Sent, post)), "");
    EXPECT_TRUE(request().left());
    ASSERT_EQ(reported(report(kRequest, RequestStep::Acknowledged, post)), "");
    EXPECT_EQ(request().state, RequestState::Acknowledged);
    EXPECT_EQ(post.act(people.supervisor, CloseRequest{requestIdOf(kRequest), "read"}), kRequestState);
    ASSERT_EQ(reported(answer(kRequest, PartnerReply::NoCandidate, post)), "");
    EXPECT_EQ(request().state, RequestState::Answered);
    EXPECT_EQ(post.act(people.supervisor, CloseRequest{requestIdOf(kRequest), " "}), "E_NO_REASON");
    ASSERT_EQ(post.act(people.supervisor, CloseRequest{requestIdOf(kRequest), "read"}), "");
    EXPECT_EQ(request().state, RequestState::Closed);
}

TEST_F(Requests, NothingLeavesThatItsAuthoriserDidNotSee) {
    ASSERT_EQ(toReview(post, people, {}), "");
    const auto terms = termsOf(kRequest);
    ASSERT_EQ(post.act(people.officer, DraftRequest{terms, {}}), "");
    EXPECT_EQ(authorised(people.supervisor), kNotPreviewed);
    EXPECT_EQ(post.act(people.supervisor, PreviewRequest{terms.id, sha256("packet and one byte")}), kNotPreviewed);
    ASSERT_EQ(post.act(people.officer, PreviewRequest{terms.id, terms.packet}), "");
    EXPECT_EQ(authorised(people.supervisor), kNotPreviewed) << "the officer saw it, the supervisor did not";
    ASSERT_EQ(post.act(people.supervisor, PreviewRequest{terms.id, terms.packet}), "");
    EXPECT_EQ(post.act(people.supervisor, AuthoriseRequest{terms.id, sha256("packet and one byte"), "needed"}), kNotPreviewed);
    EXPECT_EQ(authorised(people.supervisor), "");
}

TEST_F(Requests, AFirstContactIsASupervisorsWhoDidNotDraftIt) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(drafted(), "");
    EXPECT_EQ(authorised(people.officer), kRole);
    auto terms = termsOf("own");
    ASSERT_EQ(post.act(people.supervisor, DraftRequest{terms, {}}), "");
    ASSERT_EQ(post.act(people.supervisor, PreviewRequest{terms.id, terms.packet}), "");
    EXPECT_EQ(authorised(people.supervisor, "own"), kFourEyes);
    EXPECT_EQ(post.act(people.supervisor, AuthoriseRequest{requestIdOf(kRequest), sha256("packet"), ""}), "E_NO_REASON");
    ASSERT_EQ(authorised(people.supervisor), "");
    // That it was authorised is no contact: it has to have left.
    ASSERT_EQ(drafted("next"), "");
    EXPECT_EQ(authorised(people.officer, "next"), kRole);
    ASSERT_EQ(reported(report(kRequest, RequestStep::Sent, post)), "");
    EXPECT_EQ(authorised(people.officer, "next"), "") << "the agreement lets an officer ask again";
    auto strict = termsOf("strict");
    strict.bySupervisor = true;
    ASSERT_EQ(post.act(people.officer, DraftRequest{strict, {}}), "");
    ASSERT_EQ(post.act(people.officer, PreviewRequest{strict.id, strict.packet}), "");
    EXPECT_EQ(authorised(people.officer, "strict"), kRole);
    auto elsewhere = termsOf("elsewhere");
    elsewhere.country = "UTS";
    ASSERT_EQ(post.act(people.officer, DraftRequest{elsewhere, {}}), "");
    ASSERT_EQ(post.act(people.officer, PreviewRequest{elsewhere.id, elsewhere.packet}), "");
    EXPECT_EQ(authorised(people.officer, "elsewhere"), kRole) << "another partner was never asked in this case";
}

TEST_F(Requests, ACaseOnHoldSendsNothingWhateverTheHold) {
    for (const auto kind : {HoldKind::Protection, HoldKind::Medical, HoldKind::LegalRetention}) {
        Post fresh(people, "fresh");
        ASSERT_EQ(toReview(fresh, people, {}), "");
        const auto terms = termsOf(kRequest);
        ASSERT_EQ(fresh.act(people.officer, DraftRequest{terms, {}}), "");
        ASSERT_EQ(fresh.act(people.supervisor, PreviewRequest{terms.id, terms.packet}), "");
        ASSERT_EQ(fresh.act(people.supervisor, PlaceHold{kind}), "");
        const auto refused = check(fresh.view(), AuthoriseRequest{terms.id, terms.packet, "needed"}, {people.supervisor, false}, fresh.conditions);
        ASSERT_FALSE(refused) << codeOf(kind);
        EXPECT_EQ(neutral(refused.error(), fresh.view(), people.officer, fresh.conditions.now).code, kOnHold) << "and an officer reads the same of each";
    }
}

TEST_F(Requests, AHoldStopsWhatWaitsAndWhatLeftStaysKnown) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(drafted(), "");
    ASSERT_EQ(authorised(people.supervisor), "");
    Post server = post;
    ASSERT_EQ(post.act(people.officer, PlaceHold{HoldKind::Protection}), "");
    EXPECT_EQ(request().state, RequestState::Cancelled);
    EXPECT_EQ(request().reason, "E_HOLD");
    // The server had sent it before it learned of the hold: that is a fact.
    ASSERT_EQ(server.act(program, report(kRequest, RequestStep::Sent, server)), "");
    post.learn(server);
    EXPECT_EQ(request().state, RequestState::Sent);
    EXPECT_TRUE(request().left());
    ASSERT_EQ(drafted("after"), "");
    EXPECT_EQ(authorised(people.supervisor, "after"), kHoldProtection);
    ASSERT_EQ(post.act(people.supervisor, CancelRequest{requestIdOf("after"), "on hold"}), "");
    EXPECT_EQ(post.act(people.supervisor, CancelRequest{requestIdOf("after"), "again"}), kRequestState);
}

TEST_F(Requests, WhatCameBackIsKeptFromWhoExamines) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(sent(), "");
    auto came = answer(kRequest, PartnerReply::Candidates, post);
    came.candidates = 3;
    ASSERT_EQ(reported(came), "");
    for (const auto* blind : {&people.ana, &people.berta, &people.officer}) {
        const auto seen = seenBy(*blind);
        ASSERT_EQ(seen.view.partnerRequests.size(), 1u);
        const auto& hidden = seen.view.partnerRequests[0];
        EXPECT_FALSE(hidden.reply) << blind->login;
        EXPECT_EQ(hidden.candidates, 0);
        EXPECT_TRUE(hidden.message.isZero());
        EXPECT_EQ(hidden.state, RequestState::Acknowledged);
        EXPECT_EQ(told(*blind, {sha256("answer").text(), "\"candidates\":3"}), "");
    }
    EXPECT_EQ(seenBy(people.supervisor).view.partnerRequests[0].reply, PartnerReply::Candidates);
    EXPECT_EQ(post.act(people.officer, CloseRequest{requestIdOf(kRequest), "read"}), kKeptBlind);
}

TEST_F(Requests, AConfirmationIsAskedByWhoMayKnow) {
    ASSERT_EQ(toReview(post, people, one), "");
    EXPECT_EQ(drafted("early", PartnerPurpose::Confirmation).substr(0, std::string(kKeptBlind).size()), kKeptBlind);
    ASSERT_EQ(identify(post, people, one), "");
    auto terms = termsOf("nameless", PartnerPurpose::Confirmation);
    EXPECT_EQ(post.act(people.officer, DraftRequest{terms, one[0].entry}), kWhichEntry) << "without the partner's reference";
    terms.entryReference = one[0].entry.text();
    EXPECT_EQ(post.act(people.officer, DraftRequest{terms, one[0].entry}), kWhichEntry) << "asked of a state whose entry it is not";
    terms.country = "UTO";
    terms.entryReference = "UTN-77";
    EXPECT_EQ(post.act(people.officer, DraftRequest{terms, one[0].entry}), kWhichEntry) << "an answer about something else would end this one's guard";
    terms.entryReference = one[0].entry.text();
    EXPECT_EQ(post.act(people.officer, DraftRequest{terms, candidate("other", Modality::Finger, 1, 1).entry}), kWhichEntry);
    ASSERT_EQ(drafted("asked", PartnerPurpose::Confirmation, one[0].entry), "");
    EXPECT_EQ(authorised(people.officer, "asked"), kRole) << "a confirmation is a supervisor's to allow";
    ASSERT_EQ(authorised(people.supervisor, "asked"), "");
    const auto seen = seenBy(people.carlos);
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    ASSERT_EQ(reported(report("asked", RequestStep::Sent, post)), "");
    ASSERT_EQ(reported(answer("asked", PartnerReply::NotConfirmed, post)), "");
    EXPECT_EQ(post.view().confirmation, "not_confirmed") << "the owner's own signed word counts without a second person's";
    EXPECT_FALSE(post.view().has(HoldKind::ReleaseGuard));
    ASSERT_EQ(post.view().answers.size(), 1u);
    EXPECT_EQ(post.view().answers[0].channel, "partner");
    // Another post notes the same: still one answer.
    ASSERT_EQ(reported(answer("asked", PartnerReply::NotConfirmed, post)), "");
    EXPECT_EQ(post.view().answers.size(), 1u);
    EXPECT_EQ(seen.view.partnerRequests.size(), 1u);
}

TEST_F(Requests, AnEntryOfAnAnswerIsAskedAboutByTheNameThatItsOwnerGave) {
    one[0].entry = answeredEntry(requestIdOf(kRequest), "UTN-77");
    one[0].facts.issuerCountry = "UTN";
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(sent(), "");
    auto named = answer(kRequest, PartnerReply::Candidates, post);
    named.candidates = 1;
    ASSERT_EQ(reported(named), "");
    auto searched = search(one);
    searched.coverage.searched.push_back({answerList(requestIdOf(kRequest)), 1, 1, post.conditions.now});
    ASSERT_EQ(post.act(people.ana, searched), "");
    ASSERT_EQ(identify(post, people, one), "");
    auto terms = termsOf("confirm", PartnerPurpose::Confirmation);
    terms.entryReference = "UTN-78";
    EXPECT_EQ(post.act(people.officer, DraftRequest{terms, one[0].entry}), kWhichEntry);
    terms.entryReference = "UTN-77";
    EXPECT_EQ(post.act(people.officer, DraftRequest{terms, one[0].entry}), "");
}

TEST_F(Requests, ASignedAnswerBesideAnotherIsASupervisorsToSettle) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(identify(post, people, one), "");
    ASSERT_EQ(answered(post, people.officer, people.second, "confirmed"), "");
    ASSERT_EQ(drafted("asked", PartnerPurpose::Confirmation, one[0].entry), "");
    ASSERT_EQ(authorised(people.supervisor, "asked"), "");
    ASSERT_EQ(reported(report("asked", RequestStep::Sent, post)), "");
    ASSERT_EQ(reported(answer("asked", PartnerReply::NotConfirmed, post)), "");
    EXPECT_EQ(post.view().confirmation, "differs");
    EXPECT_TRUE(post.view().has(HoldKind::ReleaseGuard));
    ASSERT_EQ(post.act(people.dpo, SettleAnswers{post.view().answers[1].event, "signed"}), kRole);
    ASSERT_EQ(post.act(people.supervisor, SettleAnswers{post.view().answers[1].event, "signed"}), "");
    EXPECT_EQ(post.view().confirmation, "not_confirmed");
}

TEST_F(Requests, NeedingTimeIsNoAnswerYet) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(sent(), "");
    auto later = answer(kRequest, PartnerReply::NeedTime, post, "not yet");
    later.until = post.conditions.now + std::chrono::hours(2);
    ASSERT_EQ(reported(later), "");
    EXPECT_EQ(request().state, RequestState::Acknowledged);
    EXPECT_TRUE(request().until);
    ASSERT_EQ(reported(answer(kRequest, PartnerReply::NoCandidate, post)), "");
    EXPECT_EQ(request().state, RequestState::Answered);
    ASSERT_EQ(reported(answer(kRequest, PartnerReply::Candidates, post, "changed its mind")), "");
    EXPECT_EQ(request().reply, PartnerReply::NoCandidate) << "what was answered first stands";
}

TEST_F(Requests, NoAnswerBecomesAMatterForPeopleAndAnOpenOneKeepsTheCase) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(sent(), "");
    EXPECT_EQ(openMatters(post.view()), std::vector<std::string>{"partner_request"});
    ASSERT_EQ(reported(report(kRequest, RequestStep::SentAgain, post)), "");
    EXPECT_EQ(request().sendings, 2);
    ASSERT_EQ(reported(report(kRequest, RequestStep::Unanswered, post)), "");
    EXPECT_EQ(request().state, RequestState::Unanswered);
    EXPECT_TRUE(openMatters(post.view()).empty());
    ASSERT_EQ(post.view().notices.size(), 1u);
    EXPECT_EQ(post.view().notices[0].code, "partner_unanswered");
    ASSERT_EQ(reported(report(kRequest, RequestStep::Unanswered, post)), "");
    EXPECT_EQ(post.view().notices.size(), 1u);
    Post late = post;
    ASSERT_EQ(late.act(people.supervisor, CloseRequest{requestIdOf(kRequest), "called them"}), "");
    ASSERT_EQ(late.act(program, report(kRequest, RequestStep::Unanswered, late)), "");
    EXPECT_EQ(requestOf(late.view(), requestIdOf(kRequest))->state, RequestState::Closed) << "what somebody closed stays closed";
    EXPECT_EQ(late.view().notices.size(), 1u);
    auto forged = report(kRequest, RequestStep::Quarantined, post);
    forged.message = sha256("forged");
    ASSERT_EQ(reported(forged), "");
    ASSERT_EQ(reported(forged), "");
    EXPECT_EQ(request().quarantined.size(), 1u);
    EXPECT_EQ(request().state, RequestState::Unanswered) << "a message that is not believed changes nothing";
}

TEST_F(Requests, ANoticeBeforeRemovalFollowsTheApprovalAndACorrectionADisclosure) {
    ASSERT_EQ(toReview(post, people, {}), "");
    EXPECT_EQ(post.act(people.officer, DraftRequest{termsOf("removal", PartnerPurpose::PreRemoval), {}}), kKeptBlind);
    EXPECT_EQ(post.act(people.supervisor, DraftRequest{termsOf("removal", PartnerPurpose::PreRemoval), {}}), kApprovalMissing);
    EXPECT_EQ(post.act(people.officer, DraftRequest{termsOf("wrong", PartnerPurpose::Correction), {}}), kRequestUnknown) << "nothing was told that could be corrected";
    ASSERT_EQ(sent(), "");
    EXPECT_EQ(post.act(people.officer, DraftRequest{termsOf("wrong", PartnerPurpose::Correction), {}}), "");
    EXPECT_EQ(post.act(people.supervisor, DraftRequest{termsOf("notice", PartnerPurpose::FugitiveNotice), {}}), "E_INVALID_ARGUMENT");
}

TEST_F(Requests, AReturnThatWasUndoneIsAnnouncedToNobody) {
    CaseView view;
    view.id = kCase;
    view.state = CaseState::Approved;
    view.disposition.emplace().disposition = Disposition::Repatriate;
    view.disposition->approved = true;
    PartnerRequest removal;
    removal.terms = termsOf(kRequest, PartnerPurpose::PreRemoval);
    removal.draftedBy = people.officer.id;
    removal.previewedBy = {people.supervisor.id};
    view.partnerRequests = {removal};
    const AuthoriseRequest act{requestIdOf(kRequest), sha256("packet"), "needed"};
    EXPECT_TRUE(check(view, act, {people.supervisor, false}, post.conditions));
    view.disposition->disposition = Disposition::Admit;
    EXPECT_EQ(check(view, act, {people.supervisor, false}, post.conditions).error().code, kApprovalMissing) << "approved is something else by now";
    view.disposition->disposition = Disposition::Repatriate;
    view.state = CaseState::Rejected;
    EXPECT_EQ(check(view, act, {people.supervisor, false}, post.conditions).error().code, kApprovalMissing);
}

TEST_F(Requests, ARefusalDoesNotTellThatSomethingCameBack) {
    ASSERT_EQ(toReview(post, people, one), "");
    ASSERT_EQ(sent(), "");
    const auto told = [&](const Act& act) {
        const auto judged = check(post.view(), act, {people.officer, false}, post.conditions);
        std::string text;
        const auto error = neutral(judged.error(), post.view(), people.officer, post.conditions.now);
        for (const auto& [name, value] : error.params) text += name + "=" + value + ";";
        return error.code + text;
    };
    const Act again = AuthoriseRequest{requestIdOf(kRequest), sha256("packet"), "again"}, cancel = CancelRequest{requestIdOf(kRequest), "no"}, close = CloseRequest{requestIdOf(kRequest), "read"};
    const std::vector<std::string> before{told(again), told(cancel), told(close)};
    ASSERT_EQ(reported(answer(kRequest, PartnerReply::NoCandidate, post)), "");
    EXPECT_EQ(before, (std::vector<std::string>{told(again), told(cancel), told(close)}));
}

TEST_F(Requests, APartnerOfTheSameCountryIsAnother) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(sent(), "");
    auto terms = termsOf("other agency");
    terms.partner = "Utopía Norte, Policía";
    ASSERT_EQ(post.act(people.officer, DraftRequest{terms, {}}), "");
    ASSERT_EQ(post.act(people.officer, PreviewRequest{terms.id, terms.packet}), "");
    EXPECT_EQ(authorised(people.officer, "other agency"), kRole) << "it was never asked in this case";
    auto correction = termsOf("correction", PartnerPurpose::Correction);
    correction.partner = terms.partner;
    EXPECT_EQ(post.act(people.officer, DraftRequest{correction, {}}), kRequestUnknown) << "it was told nothing";
}

TEST_F(Requests, TheTimeForAnAnswerEnds) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(drafted(), "");
    post.conditions.now += std::chrono::hours(9);
    EXPECT_EQ(authorised(people.supervisor), kRequestExpired);
    auto backwards = termsOf("backwards");
    backwards.expires = backwards.created;
    EXPECT_EQ(post.act(people.officer, DraftRequest{backwards, {}}), kRequestExpired);
    post.conditions.online = false;
    ASSERT_EQ(drafted("fresh"), "") << "a draft is written at a post alone";
    EXPECT_EQ(authorised(people.supervisor, "fresh"), kOffline);
}

TEST_F(Requests, NobodyIsDecidedOnOverSomebodyWhomAPartnerNamed) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(sent(), "");
    auto named = answer(kRequest, PartnerReply::Candidates, post);
    named.candidates = 1;
    ASSERT_EQ(reported(named), "");
    ASSERT_EQ(examine(post, people.ana, {}, ExaminerConclusion::Exclusion), kNoSearch) << "the answer is searched before anybody concludes";
    auto again = search(one);
    again.coverage.asked.push_back(answerList(requestIdOf(kRequest)));
    again.coverage.searched.push_back({answerList(requestIdOf(kRequest)), 1, 1, post.conditions.now});
    ASSERT_EQ(post.act(people.ana, again), "");
    EXPECT_TRUE(searchGaps(post.view()).empty());
    ASSERT_EQ(examine(post, people.ana, one, ExaminerConclusion::Exclusion), "");
    EXPECT_TRUE(unexamined(post.view()).empty());

    Post late(people, "late");
    ASSERT_EQ(toReview(late, people, {}), "");
    const auto terms = termsOf(kRequest);
    ASSERT_EQ(late.act(people.officer, DraftRequest{terms, {}}), "");
    ASSERT_EQ(late.act(people.supervisor, PreviewRequest{terms.id, terms.packet}), "");
    ASSERT_EQ(late.act(people.supervisor, AuthoriseRequest{terms.id, terms.packet, "needed"}), "");
    ASSERT_EQ(late.act(program, report(kRequest, RequestStep::Sent, late)), "");
    ASSERT_EQ(examine(late, people.ana, {}, ExaminerConclusion::Exclusion), "");
    ASSERT_EQ(late.view().state, CaseState::IdentityResolved);
    ASSERT_EQ(late.act(people.ana, ReleaseLease{}), "");
    ASSERT_EQ(late.act(program, named), "");
    ASSERT_EQ(late.act(people.officer, lease(late, people.officer)), "");
    ASSERT_EQ(late.act(people.officer, ReadCoverage{}), "");
    EXPECT_EQ(late.act(people.officer, propose(Disposition::Admit)), kNotExamined) << "it came after the conclusion";
}

TEST_F(Requests, AnAnswerMakesAnApprovalOld) {
    ASSERT_EQ(toReview(post, people, {}), "");
    ASSERT_EQ(sent(), "");
    const auto before = dossierHash(post.view());
    ASSERT_EQ(reported(answer(kRequest, PartnerReply::Candidates, post)), "");
    EXPECT_NE(dossierHash(post.view()), before);
}

}  // namespace
}  // namespace cotejo::decide::testing
