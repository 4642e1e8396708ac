#include "core/record/act.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"

namespace cotejo::record {
namespace {

template <std::size_t... I>
std::vector<Act> oneOfEach(std::index_sequence<I...>) {
    return {Act(std::variant_alternative_t<I, Act>{})...};
}

TEST(Act, EveryKindReadsBackFromItsBody) {
    for (const auto& act : oneOfEach(std::make_index_sequence<std::variant_size_v<Act>>())) {
        const auto body = bodyOf(act);
        const auto back = readAct(typeOf(act), body);
        ASSERT_TRUE(back) << typeOf(act) << ": " << back.error().detail;
        EXPECT_EQ(back->index(), act.index());
        EXPECT_EQ(bodyOf(*back), body) << typeOf(act);
    }
}

TEST(Act, ForeignBodiesAreRefusedNotGuessed) {
    EXPECT_EQ(readAct("hold.place", viewOf(R"({"kind":"of a sort"})")).error().code, base::kMalformed);
    EXPECT_EQ(readAct("hold.place", viewOf("{}")).error().code, base::kMalformed);
    EXPECT_EQ(readAct("hold.place", viewOf("[")).error().code, base::kMalformed);
    EXPECT_EQ(readAct("document.open", viewOf(R"({"blob":"00"})")).error().code, base::kMalformed);
    EXPECT_EQ(readAct("case.delete", viewOf("{}")).error().code, base::kNotFound);
}

TEST(CaseView, JsonGoesBothWays) {
    CaseView view;
    view.id = CaseId::random();
    view.number = "PA-2026-000001";
    view.traveler.familyName = "MUÑOZ PEÑA";
    view.holds = {{HoldKind::Protection, OfficerId::random(), fromMillis(5)}};
    view.examinations.emplace_back();
    view.examinations.back().provisional[CandidateId::random()].conclusion =
        ExaminerConclusion::Identification;
    const auto text = caseToJson(view);
    const auto back = caseFromJson(text);
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(caseToJson(*back), text);
    EXPECT_TRUE(back->has(HoldKind::Protection));
}

Capture withEveryFact() {
    Capture capture;
    capture.id = CaptureId::random();
    capture.modality = Modality::Finger;
    capture.blob = sha256("print");
    capture.mime = "image/x-wsq";
    capture.partial = "rows 300 to 400 of 400";
    capture.capturedOn = {"1998-00-00", "14.005"};
    capture.impression = {"live_rolled", "14.003"};
    capture.hand = {"right", "14.013"};
    capture.positionWritten = {"2", "14.013"};
    capture.device = {{"ACME", "14.904"}, {"X1", "14.904"}, {"0042", "14.904"}};
    capture.qualities = {{61, "NFIQ 2", "2.2", "post"}};
    capture.unmeasured = {{"OFIQ", "1.0", "timed_out"}};
    capture.original = sha256("transaction");
    capture.originalMime = "application/x-ansi-nist-itl";
    capture.originalPlace = "Type-14 IDC 01 (record 3)";
    return capture;
}

TEST(Act, ASamplesFactsComeBackWithWhoStatesThem) {
    const auto capture = withEveryFact();
    const auto back = readAct("biometric.attach", bodyOf(AttachCapture{capture}));
    ASSERT_TRUE(back) << back.error().detail;
    const auto& read = std::get<AttachCapture>(*back).capture;
    EXPECT_EQ(read.partial, capture.partial);
    EXPECT_EQ(read.capturedOn, capture.capturedOn);
    EXPECT_EQ(read.impression, capture.impression);
    EXPECT_EQ(read.hand, capture.hand);
    EXPECT_EQ(read.positionWritten, capture.positionWritten);
    EXPECT_EQ(read.device, capture.device);
    EXPECT_EQ(read.qualities, capture.qualities);
    EXPECT_EQ(read.unmeasured, capture.unmeasured);
    EXPECT_EQ(read.original, capture.original);
    EXPECT_EQ(read.originalMime, capture.originalMime);
    EXPECT_EQ(read.originalPlace, capture.originalPlace);
}

TEST(Act, WhatIsUnknownOfASampleIsNotWritten) {
    const auto body = std::string(textOf(bodyOf(AttachCapture{})));
    for (const auto* fact : {"impression", "hand", "device", "qualities", "unmeasured", "original", "capturedOn"})
        EXPECT_EQ(body.find('"' + std::string(fact) + '"'), std::string::npos) << fact;
    EXPECT_FALSE(Capture().impression.known());
    EXPECT_FALSE(Capture().device.known());
}

TEST(Act, AnOriginalIsAnAttachmentOfItsOwnKind) {
    const auto capture = withEveryFact();
    const auto named = blobsOf(AttachCapture{capture});
    ASSERT_EQ(named.size(), 2u);
    EXPECT_EQ(named[0].role, "finger");
    EXPECT_EQ(named[1].role, kOriginalRole);
    EXPECT_EQ(named[1].sha256, capture.original);
    EXPECT_EQ(named[1].mime, capture.originalMime);
    OpenCase open;
    open.originals = {{sha256("lines of a zone"), "text/plain"}};
    ASSERT_EQ(blobsOf(open).size(), 1u);
    EXPECT_EQ(blobsOf(open)[0].role, kOriginalRole);
    EXPECT_TRUE(blobsOf(OpenCase{}).empty());
}

}  // namespace
}  // namespace cotejo::record
