#include "core/base/errors.h"
#include "core/exchange/json_object.h"
#include "core/exchange/mosip/mosip.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

MosipReference referenceOf(JsonObject& object) {
    MosipReference reference{object.text("referenceId"), object.text("referenceURL"), {}};
    if (reference.referenceId.empty() && !object.has("referenceId"))
        object.find(Severity::Error, nullptr, "required", "There is no referenceId, so nobody is meant. Ask the sender for the message again.");
    return reference;
}

Result<Json> rootOf(ByteView bytes) {
    COTEJO_TRY_ASSIGN(Json root, parseJson(textOf(bytes), "The MOSIP message", kMosipMaxBytes));
    if (!root.is_object()) return fail(base::kMalformed, "The MOSIP message is no JSON object.");
    return root;
}

Status checkCount(const std::optional<Json>& list) {
    if (list && list->size() > kMosipMaxReferences)
        return fail(base::kTooLarge, "The MOSIP message names more than " + std::to_string(kMosipMaxReferences) + " records. Ask for it in parts.");
    return {};
}

MosipAnalytics analyticsOf(JsonObject& parent, ValidationReport& report) {
    MosipAnalytics result;
    auto value = parent.object("analytics");
    if (!value) return result;
    JsonObject object(std::move(*value), parent.pointerTo("analytics"), "mosip", report);
    result.primary = {object.text("primaryOperatorID"), object.text("primaryOperatorComments")};
    result.secondary = {object.text("secondaryOperatorID"), object.text("secondaryOperatorComments")};
    result.other = object.rest();
    return result;
}

void checkOperators(const MosipAnalytics& analytics, const std::string& at, ValidationReport& report) {
    const auto find = [&](const char* rule, const char* detail) { report.add({Severity::Warning, "", at, rule, detail, {}}); };
    if (analytics.primary.id.empty() || analytics.secondary.id.empty())
        find("mosip.operators", "The decision does not name both operators. Ask who decided, and who looked at it a second time.");
    else if (analytics.primary.id == analytics.secondary.id)
        find("mosip.same_operator", "Both operators are the same person. Ask for a second person to look at it.");
}

// The outcome of "1" or "2" and of the reason beside it.
void outcomeOf(MosipResponse& response, JsonObject& object) {
    const std::string value = object.textOrNumber("returnValue");
    const std::string reason = object.textOrNumber("failureReason");
    response.failureReason = wholeNumber(reason);
    if (!reason.empty() && !response.failureReason) {
        object.find(Severity::Warning, "failureReason", "code", "The reason is no number; it is kept as it came.");
        object.putBack("failureReason", reason);
    }
    if (value == "1") {
        response.outcome = MosipOutcome::Decided;
    } else if (response.failureReason == kMosipShareExpired) {
        response.outcome = MosipOutcome::ShareExpired;
        object.find(Severity::Note, "failureReason", "share_expired", "The data share had expired. Ask for a new one and adjudicate again.");
    } else {
        response.outcome = MosipOutcome::Failed;
        if (value != "2") object.find(Severity::Warning, "returnValue", "code", "The value is neither 1 (done) nor 2 (failed); the answer counts as failed.");
    }
    if (response.outcome == MosipOutcome::Decided && response.failureReason)
        object.find(Severity::Warning, "failureReason", "code", "A decision has a reason for failing beside it. Ask the sender which is right.");
}

}  // namespace

bool looksLikeMosip(std::string_view text) {
    if (!looksLikeJson(text)) return false;
    const auto has = [&](std::string_view name) { return text.find(name) != text.npos; };
    return has("\"mosip.manual.adjudication.adjudicate\"") ||
           (has("\"requestId\"") && (has("\"returnValue\"") || (has("\"referenceId\"") && has("\"gallery\""))));
}

Result<MosipRequest> readMosipRequest(ByteView bytes) {
    COTEJO_TRY_ASSIGN(Json root, rootOf(bytes));
    if (!root.contains("referenceId") && !root.contains("gallery"))
        return fail(base::kMalformed, "The MOSIP message is no request: it has neither referenceId nor gallery.");
    MosipRequest request;
    JsonObject object(std::move(root), "", "mosip", request.report);
    request.id = object.text("id");
    request.version = object.text("version");
    request.requestId = object.text("requestId");
    request.requestTime = object.text("requesttime");
    request.subject = referenceOf(object);
    if (request.requestId.empty() && !object.has("requestId"))
        object.find(Severity::Error, nullptr, "required", "There is no requestId, so no answer can be matched to it. Ask the sender for the message again.");
    if (auto gallery = object.object("gallery")) {
        JsonObject inner(std::move(*gallery), "/gallery", "mosip", request.report);
        auto list = inner.array("referenceIds");
        COTEJO_TRY(checkCount(list));
        for (std::size_t i = 0; list && i < list->size(); ++i) {
            JsonObject each(std::move((*list)[i]), "/gallery/referenceIds/" + std::to_string(i), "mosip", request.report);
            request.gallery.push_back(referenceOf(each));
            each.noteUnknown({"referenceId", "referenceURL"});
            request.gallery.back().other = each.rest();
        }
        inner.noteUnknown({"referenceIds", "addtional", "additional"});
        request.galleryOther = inner.rest();
    }
    if (request.gallery.empty())
        object.find(Severity::Warning, "gallery", "gallery", "The request names nobody to compare with. Ask the sender which records are meant.");
    object.noteUnknown({"id", "version", "requestId", "requesttime", "referenceId", "referenceURL", "gallery", "addtional", "additional"});
    request.other = object.rest();
    return request;
}

Result<MosipResponse> readMosipResponse(ByteView bytes) {
    COTEJO_TRY_ASSIGN(Json root, rootOf(bytes));
    if (!root.contains("returnValue") && !root.contains("candidateList"))
        return fail(base::kMalformed, "The MOSIP message is no answer: it has neither returnValue nor candidateList.");
    MosipResponse response;
    JsonObject object(std::move(root), "", "mosip", response.report);
    response.id = object.text("id");
    response.requestId = object.text("requestId");
    response.responseTime = object.text("responsetime");
    if (response.requestId.empty() && !object.has("requestId"))
        object.find(Severity::Error, nullptr, "required", "There is no requestId, so it answers nothing. Ask the sender for the message again.");
    outcomeOf(response, object);
    std::string count;
    if (auto candidateList = object.object("candidateList")) {
        JsonObject inner(std::move(*candidateList), "/candidateList", "mosip", response.report);
        count = inner.textOrNumber("count");
        auto list = inner.array("candidates");
        COTEJO_TRY(checkCount(list));
        for (std::size_t i = 0; list && i < list->size(); ++i) {
            JsonObject each(std::move((*list)[i]), "/candidateList/candidates/" + std::to_string(i), "mosip", response.report);
            MosipCandidate candidate;
            candidate.referenceId = each.text("referenceId");
            if (candidate.referenceId.empty() && !each.has("referenceId"))
                each.find(Severity::Error, nullptr, "required", "The candidate has no referenceId, so nobody is meant. Ask the sender for the message again.");
            candidate.analytics = analyticsOf(each, response.report);
            if (response.outcome == MosipOutcome::Decided) checkOperators(candidate.analytics, each.pointerTo("analytics"), response.report);
            each.noteUnknown({"referenceId", "analytics"});
            candidate.other = each.rest();
            response.candidates.push_back(std::move(candidate));
        }
        response.analytics = analyticsOf(inner, response.report);
        if (!count.empty() && count != std::to_string(response.candidates.size()))
            inner.find(Severity::Warning, "count", "count", "The count is not the number of candidates. Ask the sender whether some are missing.");
        inner.noteUnknown({"count", "candidates", "analytics"});
        response.listOther = inner.rest();
    }
    if (response.outcome == MosipOutcome::Decided && response.candidates.empty())
        checkOperators(response.analytics, "/candidateList/analytics", response.report);
    object.noteUnknown({"id", "requestId", "responsetime", "returnValue", "failureReason", "candidateList"});
    response.other = object.rest();
    return response;
}

Result<ExchangeDocument> readMosipDocument(ByteView bytes) {
    ExchangeDocument document;
    const auto add = [&](const char* field, const std::string& value) {
        if (!value.empty()) document.facts.push_back({field, "", value});
    };
    COTEJO_TRY_ASSIGN(const Json root, rootOf(bytes));
    if (root.contains("returnValue") || root.contains("candidateList")) {
        COTEJO_TRY_ASSIGN(MosipResponse response, readMosipResponse(bytes));
        document.format = ExchangeFormat::MosipResponse;
        document.formatName = "MOSIP adjudication answer";
        add("requestId", response.requestId);
        add("responsetime", response.responseTime);
        add("outcome", std::string(record::codeOf(response.outcome)));
        add("retryable", isRetryable(response.outcome) ? "yes" : "no");
        for (const auto& candidate : response.candidates) {
            add("duplicate", candidate.referenceId);
            add("primaryOperatorID", candidate.analytics.primary.id);
            add("secondaryOperatorID", candidate.analytics.secondary.id);
        }
        add("primaryOperatorID", response.analytics.primary.id);
        add("secondaryOperatorID", response.analytics.secondary.id);
        document.report = std::move(response.report);
        document.report.add({Severity::Note, "", "", "mosip.reference", "An answer names records by number only; there is nobody in it to import.", {}});
        return document;
    }
    COTEJO_TRY_ASSIGN(MosipRequest request, readMosipRequest(bytes));
    document.format = ExchangeFormat::MosipRequest;
    document.formatName = "MOSIP adjudication request";
    add("requestId", request.requestId);
    add("requesttime", request.requestTime);
    add("referenceId", request.subject.referenceId);
    for (const auto& each : request.gallery)
        add("gallery", each.referenceId);
    document.report = std::move(request.report);
    document.report.add({Severity::Note, "", "/referenceURL", "mosip.reference",
                         "What is known of the person stands behind the data share, which is not fetched. Import what your system fetches from it.", {}});
    return document;
}

}  // namespace cotejo::exchange
