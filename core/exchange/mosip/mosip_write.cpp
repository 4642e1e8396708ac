#include "core/exchange/errors.h"
#include "core/exchange/json_object.h"
#include "core/exchange/mosip/mosip.h"

namespace cotejo::exchange {

namespace {

constexpr char kAdjudicate[] = "mosip.manual.adjudication.adjudicate";

std::string textOfJson(const Json& root) {
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json jsonOf(const MosipReference& reference, Json object) {
    put(object, "referenceId", reference.referenceId);
    put(object, "referenceURL", reference.referenceUrl);
    return object;
}

void putAnalytics(Json& parent, const MosipAnalytics& analytics) {
    Json object = analytics.other;
    put(object, "primaryOperatorID", analytics.primary.id);
    put(object, "primaryOperatorComments", analytics.primary.comments);
    put(object, "secondaryOperatorID", analytics.secondary.id);
    put(object, "secondaryOperatorComments", analytics.secondary.comments);
    if (!object.empty()) parent["analytics"] = std::move(object);
}

Status checkOperators(const MosipAnalytics& analytics, const std::string& of) {
    if (analytics.primary.id.empty() || analytics.secondary.id.empty())
        return fail(kCannotExpress, "The decision about " + of + " needs a primary and a secondary operator.");
    if (analytics.primary.id == analytics.secondary.id)
        return fail(kCannotExpress, "The decision about " + of + " needs two different operators; both are the same.");
    return {};
}

}  // namespace

Result<std::string> writeMosip(const MosipRequest& request) {
    if (request.requestId.empty() || request.subject.referenceId.empty())
        return fail(kCannotExpress, "A request needs a requestId and a referenceId.");
    Json root = jsonOf(request.subject, request.other);
    root["id"] = request.id.empty() ? kAdjudicate : request.id;
    root["version"] = request.version.empty() ? "1.0" : request.version;
    root["requestId"] = request.requestId;
    put(root, "requesttime", request.requestTime);
    Json gallery = request.galleryOther;
    gallery["referenceIds"] = Json::array();
    for (const auto& each : request.gallery)
        gallery["referenceIds"].push_back(jsonOf(each, each.other));
    root["gallery"] = std::move(gallery);
    return textOfJson(root);
}

Result<std::string> writeMosip(const MosipResponse& response) {
    if (response.requestId.empty()) return fail(kCannotExpress, "An answer needs the requestId of its request.");
    Json root = response.other;
    root["id"] = response.id.empty() ? kAdjudicate : response.id;
    root["requestId"] = response.requestId;
    put(root, "responsetime", response.responseTime);
    root["returnValue"] = response.outcome == MosipOutcome::Decided ? "1" : "2";
    if (response.outcome == MosipOutcome::ShareExpired)
        root["failureReason"] = std::to_string(kMosipShareExpired);
    else if (response.failureReason)
        root["failureReason"] = std::to_string(*response.failureReason);
    if (response.outcome != MosipOutcome::Decided && response.candidates.empty() && response.listOther.empty()) return textOfJson(root);
    Json list = response.listOther;
    list["count"] = std::to_string(response.candidates.size());
    list["candidates"] = Json::array();
    for (const auto& candidate : response.candidates) {
        if (candidate.referenceId.empty()) return fail(kCannotExpress, "A candidate of the answer has no referenceId.");
        if (response.outcome == MosipOutcome::Decided) COTEJO_TRY(checkOperators(candidate.analytics, candidate.referenceId));
        Json object = candidate.other;
        object["referenceId"] = candidate.referenceId;
        putAnalytics(object, candidate.analytics);
        list["candidates"].push_back(std::move(object));
    }
    if (response.outcome == MosipOutcome::Decided && response.candidates.empty())
        COTEJO_TRY(checkOperators(response.analytics, "request " + response.requestId));
    putAnalytics(list, response.analytics);
    root["candidateList"] = std::move(list);
    return textOfJson(root);
}

}  // namespace cotejo::exchange
