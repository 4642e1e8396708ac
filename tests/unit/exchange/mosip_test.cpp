#include "core/exchange/mosip/mosip.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/read_exchange.h"
#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {
namespace {

constexpr char kRequest[] = R"({"id":"mosip.manual.adjudication.adjudicate","version":"1.0","requestId":"R-1","requesttime":"2026-11-16T10:00:00.000Z",
    "referenceId":"100","referenceURL":"https://share.example/100","addtional":null,
    "gallery":{"referenceIds":[{"referenceId":"200","referenceURL":"https://share.example/200"},{"referenceId":"300","extra":1}]}})";

MosipResponse decided() {
    MosipResponse response;
    response.requestId = "R-1";
    response.outcome = MosipOutcome::Decided;
    response.candidates.push_back({"200", {{"op1", "same ridge flow"}, {"op2", "agreed"}, Json{{"Face", "F"}}}, Json::object()});
    return response;
}

TEST(Mosip, ARequestIsReadAndWrittenWithWhatIsUnknown) {
    const auto request = readMosipRequest(viewOf(kRequest));
    ASSERT_TRUE(request) << request.error().detail;
    EXPECT_EQ(request->requestId, "R-1");
    EXPECT_EQ(request->subject.referenceId, "100");
    ASSERT_EQ(request->gallery.size(), 2u);
    EXPECT_EQ(request->gallery[0].referenceUrl, "https://share.example/200");
    EXPECT_EQ(parseJson(*writeMosip(*request), "written").value(), parseJson(kRequest, "given").value());
    EXPECT_TRUE(hasRule(request->report, "mosip.unknown"));
}

TEST(Mosip, AnAnswerCarriesBothOperators) {
    const auto text = writeMosip(decided());
    ASSERT_TRUE(text) << text.error().detail;
    const auto back = readMosipResponse(viewOf(*text));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->candidates, decided().candidates);
    EXPECT_EQ(back->outcome, MosipOutcome::Decided);
    EXPECT_TRUE(back->report.findings.empty());
    for (const auto& [first, second] : {std::pair("op1", ""), std::pair("", "op2"), std::pair("op1", "op1")}) {
        MosipResponse response = decided();
        response.candidates[0].analytics.primary.id = first;
        response.candidates[0].analytics.secondary.id = second;
        const auto refused = writeMosip(response);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, kCannotExpress);
    }
    MosipResponse none = decided();
    none.candidates.clear();
    EXPECT_FALSE(writeMosip(none));
    none.analytics = {{"op1", ""}, {"op2", ""}, Json::object()};
    EXPECT_TRUE(writeMosip(none));
}

TEST(Mosip, AnExpiredShareIsARetryableStateAndNoError) {
    for (const char* text : {R"({"requestId":"R","returnValue":"2","failureReason":"17"})", R"({"requestId":"R","returnValue":2,"failureReason":17})"}) {
        const auto response = readMosipResponse(viewOf(text));
        ASSERT_TRUE(response) << response.error().detail;
        EXPECT_EQ(response->outcome, MosipOutcome::ShareExpired);
        EXPECT_TRUE(isRetryable(response->outcome));
        EXPECT_FALSE(response->report.has(Severity::Warning));
        EXPECT_FALSE(response->report.hasErrors());
        EXPECT_EQ(readMosipResponse(viewOf(*writeMosip(*response)))->outcome, MosipOutcome::ShareExpired);
    }
    const auto failed = readMosipResponse(viewOf(R"({"requestId":"R","returnValue":"2","failureReason":"3"})"));
    EXPECT_EQ(failed->outcome, MosipOutcome::Failed);
    EXPECT_FALSE(isRetryable(failed->outcome));
}

TEST(Mosip, OneOperatorAloneIsFound) {
    const auto response = readMosipResponse(viewOf(
        R"({"requestId":"R","returnValue":"1","candidateList":{"count":"2","candidates":[{"referenceId":"1","analytics":{"primaryOperatorID":"a"}},7]}})"));
    ASSERT_TRUE(response);
    EXPECT_TRUE(hasRule(response->report, "mosip.type"));
    EXPECT_TRUE(hasRule(response->report, "mosip.operators"));
}

TEST(Mosip, TruncationAndDepthAreErrors) {
    const std::string text = kRequest;
    for (std::size_t length = 1; length < text.size(); ++length)
        ASSERT_FALSE(readMosipDocument(viewOf(std::string_view(text).substr(0, length)))) << length;
    EXPECT_EQ(readMosipDocument(viewOf("{\"gallery\":" + std::string(100, '[') + std::string(100, ']') + "}")).error().code, base::kMalformed);
    EXPECT_EQ(recogniseFormat(viewOf(text), "r.json"), ExchangeFormat::MosipRequest);
    EXPECT_EQ(recogniseFormat(viewOf(*writeMosip(decided()))), ExchangeFormat::MosipResponse);
}

}  // namespace
}  // namespace cotejo::exchange
