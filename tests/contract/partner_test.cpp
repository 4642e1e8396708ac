// Asking a partner state (PARTNER.md) with a real server, a real agency that is none, and a post.
#include <gtest/gtest.h>

#include <random>

#include "app/server/errors.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "tests/contract/partner_world.h"

namespace cotejo::test {
namespace {

using record::PartnerPurpose;
using record::PartnerReply;
using record::RequestState;

std::string codeOfQuarantined(const Json& status) {
    for (const auto& each : status["messages"])
        if (each["kind"] == "quarantined") return each["code"].get<std::string>();
    return {};
}

TEST(Partner, ACandidateComesBackAndTheCaseTellsEachStep) {
    PartnerWorld world;
    const auto id = world.open();
    const auto request = world.ask(id);
    ASSERT_TRUE(request) << request.error().code << ": " << request.error().detail;
    const auto told = world.until(id, *request, RequestState::Answered);
    ASSERT_EQ(told.state, RequestState::Answered);
    EXPECT_EQ(told.reply, PartnerReply::Candidates);
    EXPECT_EQ(told.candidates, 1);
    EXPECT_EQ(told.sendings, 1);
    EXPECT_TRUE(told.sentAt && told.acknowledgedAt && told.answeredAt);
    EXPECT_TRUE(told.quarantined.empty());
    {
        const auto officer = world.north.desk("officer");
        EXPECT_EQ(partner::RequestService(*officer).answer(id, *request).error().code, decide::kKeptBlind) << "who may still be asked to examine";
    }
    const auto supervisor = world.north.desk("supervisor");
    const auto answer = partner::RequestService(*supervisor).answer(id, *request);
    ASSERT_TRUE(answer) << answer.error().code << ": " << answer.error().detail;
    ASSERT_EQ(answer->candidates.size(), 1u);
    EXPECT_EQ(answer->candidates.front().reference, "UTN-2024-0");
    EXPECT_EQ(answer->candidates.front().person.nationality, "") << "the agreement does not name it";
    ASSERT_EQ(answer->coverage.searched.size(), 1u);
    EXPECT_EQ(answer->coverage.searched.front().size, 1204);
    const auto received = world.agency.said("request");
    ASSERT_EQ(received.size(), 1u);
    EXPECT_EQ(received.front()["packet"], told.terms.packet.text()) << "exactly what was authorised";
    // The same answer lies there still, sealed anew at every call: nothing of it.
    world.untilStatus(*request, [&](const Json&) { return world.agency.said("answer").size() >= 3; });
    EXPECT_EQ(world.request(id, *request).state, RequestState::Answered);
    EXPECT_EQ(codeOfQuarantined(world.status(*request)), "");
}

TEST(Partner, EveryAnswerIsToldAsWhatItIs) {
    PartnerWorld world;
    const auto nobody = world.open("NOBODY", "1960-01-01");
    const auto none = world.ask(nobody);
    ASSERT_TRUE(none) << none.error().code;
    EXPECT_EQ(world.until(nobody, *none, RequestState::Answered).reply, PartnerReply::NoCandidate);

    world.agency.script({{"reply", "refused"}, {"reason", "not_competent"}});
    const auto refusedCase = world.open();
    const auto refused = world.ask(refusedCase);
    ASSERT_TRUE(refused);
    const auto no = world.until(refusedCase, *refused, RequestState::Refused);
    EXPECT_EQ(no.state, RequestState::Refused);
    EXPECT_EQ(no.reason, "not_competent");

    world.agency.script({{"reply", "need_time"}, {"until_minutes", 60}, {"after", 3}, {"then", {{"reply", "confirmed"}}}});
    const auto slowCase = world.open();
    const auto slow = world.ask(slowCase, PartnerPurpose::Nationality);
    ASSERT_TRUE(slow) << slow.error().code << ": " << slow.error().detail;
    const auto waits = world.until(slowCase, *slow, [](const auto& each) { return each.reply.has_value(); });
    EXPECT_TRUE(waits.reply == PartnerReply::NeedTime ? waits.until.has_value() : waits.reply == PartnerReply::Confirmed);
    const auto confirmed = world.until(slowCase, *slow, RequestState::Answered);
    EXPECT_EQ(confirmed.state, RequestState::Answered);
    EXPECT_EQ(confirmed.reply, PartnerReply::Confirmed);
    EXPECT_TRUE(confirmed.quarantined.empty()) << "time was asked for, then it came";
}

struct Bad {
    const char* what;
    Json script;
    const char* code;
};

TEST(Partner, WhatIsNotBelievedIsKeptAndChangesNothing) {
    PartnerWorld world;
    const Bad all[] = {
        {"signed by a stranger", {{"wrong_key", true}}, partner::kAnswerForged},
        {"sealed to somebody else", {{"wrong_box", true}}, partner::kAnswerForged},
        {"another request", {{"lie", "request"}}, partner::kAnswerStray},
        {"another purpose", {{"lie", "purpose"}}, partner::kAnswerStray},
        {"another agreement", {{"lie", "profile"}}, partner::kAnswerStray},
        {"another version of it", {{"lie", "profile_hash"}}, partner::kAnswerStray},
        {"a reply to another purpose", {{"reply", "confirmed"}}, partner::kAnswerStray},
        {"more candidates than asked", {{"reply", "candidates"}, {"candidates", 4}}, partner::kAnswerExcess},
        {"a grade that is not named", {{"reply", "candidates"}, {"grade", "allegation"}}, partner::kAnswerExcess},
        {"fields that are not named", {{"reply", "candidates"}, {"all_fields", true}}, partner::kAnswerExcess},
        {"cut to less than an envelope", {{"cut", 60}}, partner::kAnswerMalformed},
        {"cut inside the seal", {{"cut", 400}}, partner::kAnswerForged},
        {"a message that is cut", {{"cut_inside", 100}}, partner::kAnswerMalformed},
        {"deep", {{"deep", 5000}}, partner::kAnswerExcess},
        {"a foreign format", {{"foreign", true}}, partner::kAnswerMalformed},
        {"oversized", {{"oversized", 8 << 20}}, partner::kAnswerExcess},
        {"the answer to another request", {{"replay", true}}, partner::kAnswerStray},
    };
    for (const auto& bad : all) {
        SCOPED_TRACE(bad.what);
        world.agency.script(bad.script);
        const auto id = world.open();
        const auto request = world.ask(id);
        ASSERT_TRUE(request) << request.error().code << ": " << request.error().detail;
        const auto told = world.until(id, *request, [](const auto& each) { return !each.quarantined.empty(); });
        ASSERT_FALSE(told.quarantined.empty());
        const auto code = codeOfQuarantined(world.status(*request));
        EXPECT_EQ(code, bad.code);
        // What came is there still, for whoever wants to know what it was.
        const auto file = world.agency.folder() / "kept";
        ASSERT_EQ(world.server.command({"partner", "message", request->text(), told.quarantined.front().text(), file.string()}).status, 0);
        EXPECT_EQ(sha256(readFile(file).value()), told.quarantined.front());
        EXPECT_EQ(told.state, RequestState::Acknowledged);
        EXPECT_FALSE(told.reply.has_value());
        EXPECT_EQ(told.candidates, 0);
        // Once it tells the truth, that counts.
        world.agency.stop();
        std::filesystem::remove(world.agency.folder() / "requests" / (request->text() + ".answer"));
        world.agency.script(Json::object());
        world.agency.start(world.keys);
        EXPECT_EQ(world.until(id, *request, RequestState::Answered).reply, PartnerReply::Candidates);
    }
}

TEST(Partner, AnAcknowledgementThatLiesIsNone) {
    PartnerWorld world;
    for (const auto& script : {Json{{"ack_wrong_key", true}}, Json{{"ack_lie", "packet"}}, Json{{"ack_lie", "request"}}}) {
        world.agency.script(script);
        const auto id = world.open();
        const auto request = world.ask(id);
        ASSERT_TRUE(request);
        const auto told = world.until(id, *request, [](const auto& each) { return !each.quarantined.empty(); });
        EXPECT_FALSE(told.quarantined.empty());
        EXPECT_EQ(told.state, RequestState::Sent);
        EXPECT_FALSE(told.acknowledgedAt.has_value());
        world.agency.script(Json::object());
        EXPECT_EQ(world.until(id, *request, RequestState::Answered).sendings, 1) << "asked again under the same id until it is acknowledged: one sending";
    }
}

TEST(Partner, APartnerThatChangesItsMindIsNotFollowed) {
    PartnerWorld world;
    world.agency.script({{"reply", "no_candidate"}, {"after", 2}, {"then", {{"reply", "candidates"}}}});
    const auto id = world.open();
    const auto request = world.ask(id);
    ASSERT_TRUE(request);
    const auto told = world.until(id, *request, [](const auto& each) { return !each.quarantined.empty(); });
    EXPECT_EQ(codeOfQuarantined(world.status(*request)), partner::kAnswerLate);
    EXPECT_EQ(told.state, RequestState::Answered);
    EXPECT_EQ(told.reply, PartnerReply::NoCandidate);
}

TEST(Partner, APartnerThatFailsHangsOrBreaksOffIsAskedAgain) {
    PartnerWorld world;
    const Json scripts[] = {{{"fail_posts", 2}, {"status", 500}}, {{"drop_posts", 2}}, {{"fail_gets", 2}, {"status", 503}}, {{"drop_gets", 2}},
                            {{"hang_posts", 1}, {"hang_ms", 12'000}}};
    for (const auto& script : scripts) {
        SCOPED_TRACE(script.dump());
        world.agency.script(script);
        const auto id = world.open();
        const auto request = world.ask(id);
        ASSERT_TRUE(request);
        const auto told = world.until(id, *request, RequestState::Answered);
        EXPECT_EQ(told.state, RequestState::Answered);
        EXPECT_EQ(told.sendings, 1);
        EXPECT_TRUE(told.quarantined.empty());
    }
    std::set<std::string> fresh;
    for (const auto& each : world.agency.said("request")) {
        EXPECT_FALSE(each["other"].get<bool>());
        if (!each["new"].get<bool>()) continue;
        EXPECT_TRUE(fresh.insert(each["request"].get<std::string>()).second);
    }
    EXPECT_EQ(fresh.size(), std::size(scripts));
}

TEST(Partner, AHoldThatCameAfterTheAuthorisationLetsNothingLeave) {
    PartnerWorld world;
    world.agency.stop();
    const auto id = world.open();
    const auto request = world.ask(id);
    ASSERT_TRUE(request);
    const auto waits = world.untilStatus(*request, [](const Json& each) { return each.value("problem", "") == server::kPartnerUnreached; });
    EXPECT_EQ(waits["state"], "waiting");
    EXPECT_EQ(world.request(id, *request).state, RequestState::Authorised) << "what could not be reached was told nothing";
    Staffed::act(*world.north.desk("officer"), id, record::PlaceHold{record::HoldKind::Protection}, "officer", world.north.view(id).heads);
    ASSERT_TRUE(world.north.sync());
    world.agency.start(world.keys);
    const auto ended = world.untilStatus(*request, [](const Json& each) { return each["state"] == "ended"; });
    EXPECT_EQ(ended["state"], "ended");
    EXPECT_EQ(ended["problem"], decide::kOnHold);
    EXPECT_EQ(world.request(id, *request).state, RequestState::Cancelled);
    EXPECT_FALSE(world.request(id, *request).left());
    EXPECT_TRUE(world.agency.said("request").empty());
    // Nor anything new of this case.
    EXPECT_FALSE(world.ask(id));
    EXPECT_TRUE(world.agency.said("request").empty());
}

TEST(Partner, AnAgreementThatEndedLetsNothingLeave) {
    PartnerWorld world;
    world.agency.stop();
    const auto id = world.open();
    const auto request = world.ask(id);
    ASSERT_TRUE(request);
    const auto later = world.open();
    const auto drafted = world.draft(later);
    ASSERT_TRUE(drafted);
    // Another version of it, which ended a moment ago.
    auto ended = world.profile();
    ended.version = 2;
    ended.validUntil = std::chrono::floor<std::chrono::seconds>(world.north.clock.now() - std::chrono::seconds(5));
    world.load(ended);
    world.agency.start(world.keys);
    EXPECT_EQ(world.untilStatus(*request, [](const Json& each) { return each["state"] == "ended"; })["problem"], partner::kNotPreviewed);
    const auto told = world.until(id, *request, RequestState::Cancelled);
    EXPECT_EQ(told.state, RequestState::Cancelled);
    // A modified program of a post that has not heard of it gets no witness.
    const auto supervisor = world.north.desk("supervisor");
    sync::keepInReach(*supervisor);
    decide::CaseService service(*supervisor);
    const auto packet = decide::requestOf(world.north.view(later), *drafted)->terms.packet;
    ASSERT_TRUE(service.perform(later, record::PreviewRequest{*drafted, packet}));
    const auto refused = service.perform(later, record::AuthoriseRequest{*drafted, packet, "because"});
    EXPECT_FALSE(refused);
    EXPECT_TRUE(world.status(*drafted).empty()) << "it never came into the outbox";
    EXPECT_TRUE(world.agency.said("request").empty());
}

TEST(Partner, WhatAModifiedProgramSaysThatWouldLeaveDoesNot) {
    PartnerWorld world;
    const auto id = world.open();
    const auto officer = world.north.desk("officer");
    const auto preview = partner::RequestService(*officer).preview(id, kAgreement, PartnerPurpose::BorderInquiry);
    ASSERT_TRUE(preview) << preview.error().code << ": " << preview.error().detail;
    const auto tried = [&](const std::function<void(record::RequestTerms&)>& change) {
        auto terms = preview->terms;
        terms.id = record::RequestId::random();
        change(terms);
        decide::CaseService drafts(*officer);
        EXPECT_TRUE(drafts.perform(id, record::DraftRequest{terms, {}}));
        const auto supervisor = world.north.desk("supervisor");
        sync::keepInReach(*supervisor);
        decide::CaseService service(*supervisor);
        EXPECT_TRUE(service.perform(id, record::PreviewRequest{terms.id, terms.packet}));
        const auto done = service.perform(id, record::AuthoriseRequest{terms.id, terms.packet, "because"});
        return std::pair(terms.id, done ? std::string() : done.error().code);
    };
    // Another message than the case gives: only the server can tell, and does.
    const auto [other, witnessed] = tried([](auto& terms) { terms.packet = sha256("something else"); });
    EXPECT_EQ(witnessed, "");
    EXPECT_EQ(world.untilStatus(other, [](const Json& each) { return each.value("state", "") == "ended"; })["problem"], partner::kNotPreviewed);
    EXPECT_EQ(world.until(id, other, RequestState::Cancelled).reason, partner::kNotPreviewed);
    // Another recipient, a longer time, no supervisor: refused before.
    EXPECT_NE(tried([](auto& terms) { terms.country = "XXA"; }).second, "");
    EXPECT_NE(tried([](auto& terms) { terms.expires += std::chrono::hours(1000); }).second, "");
    EXPECT_NE(tried([](auto& terms) { terms.profileHash = sha256("no agreement"); }).second, "");
    EXPECT_NE(tried([](auto& terms) { terms.profile = "XXX-00"; }).second, "");
    EXPECT_TRUE(world.agency.said("request").empty());
}

TEST(Partner, NobodyButTheServerSaysWhatBecameOfARequest) {
    PartnerWorld world;
    world.agency.script({{"silent", true}});
    const auto id = world.open();
    const auto request = world.ask(id);
    ASSERT_TRUE(request);
    ASSERT_EQ(world.until(id, *request, RequestState::Acknowledged).state, RequestState::Acknowledged);
    record::ReportRequest invented;
    invented.request = *request;
    invented.step = record::RequestStep::Answered;
    invented.at = world.north.clock.now();
    invented.reply = PartnerReply::NoCandidate;
    const auto officer = world.north.desk("officer");
    sync::keepInReach(*officer);
    Staffed::write(*officer, journal::Draft::of(invented, id, world.north.view(id).heads, "system"));
    const auto after = world.request(id, *request);
    EXPECT_EQ(after.state, RequestState::Acknowledged);
    EXPECT_FALSE(after.reply.has_value());
}

TEST(Partner, AKilledServerSendsEveryRequestOnce) {
    const char* wanted = std::getenv("COTEJO_PARTNER_KILLS");
    const int kills = wanted ? std::atoi(wanted) : 25;
    PartnerWorld world({}, "60");
    // So long that kills fall between every two steps.
    world.agency.script({{"hang_posts", 1'000'000}, {"hang_ms", 25}});
    std::mt19937 random(20261201);
    std::map<record::RequestId, CaseId> asked;
    CaseId id;
    for (int i = 0; i < kills; ++i) {
        if (i % 10 == 0) id = world.open();
        const auto request = world.ask(id);
        ASSERT_TRUE(request) << i << ": " << request.error().code << ": " << request.error().detail;
        asked[*request] = id;
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 140));
        world.server.kill();
        world.server.start();
    }
    int unacknowledged = 0;
    for (const auto& [request, of] : asked) unacknowledged += !world.until(of, request, [](const auto& each) { return each.acknowledgedAt && each.reply; }).acknowledgedAt.has_value();
    std::map<std::string, int> fresh;
    int repeated = 0, changed = 0;
    for (const auto& each : world.agency.said("request")) {
        if (each["new"].get<bool>()) ++fresh[each["request"].get<std::string>()];
        repeated += each["times"].get<int>() > 1;
        changed += each["other"].get<bool>();
    }
    int lost = 0, doubled = 0;
    for (const auto& [request, of] : asked) lost += !fresh.contains(request.text());
    for (const auto& [request, times] : fresh) doubled += times > 1 || !asked.contains(*record::RequestId::fromText(request));
    EXPECT_EQ(lost, 0);
    EXPECT_EQ(doubled, 0);
    EXPECT_EQ(changed, 0) << "another message under the same id";
    EXPECT_EQ(unacknowledged, 0);
    for (const auto& [request, of] : asked) {
        const auto told = world.request(of, request);
        EXPECT_EQ(told.sendings, 1);
        EXPECT_TRUE(told.quarantined.empty());
    }
    std::cout << kills << " kills, " << asked.size() << " requests, " << lost << " lost, " << doubled << " doubled, " << repeated << " handed over again under their id\n";
}

TEST(Partner, FilesCarryARequestToAPartnerWithoutAServer) {
    PartnerWorld world([](auto& profile) {
        profile.carrier = partner::Carrier::Spool;
        profile.address = "norte";
        profile.authority.clear();
    });
    const auto id = world.open();
    const auto request = world.ask(id);
    ASSERT_TRUE(request) << request.error().code;
    const auto told = world.until(id, *request, RequestState::Answered);
    EXPECT_EQ(told.reply, PartnerReply::Candidates);
    EXPECT_TRUE(told.acknowledgedAt.has_value());
    EXPECT_EQ(world.agency.said("request").size(), 1u) << "what was handed over is not handed over again";
}

}  // namespace
}  // namespace cotejo::test
