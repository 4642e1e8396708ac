#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/exchange/document.h"

/// Manual adjudication of MOSIP (messages "mosip.manual.adjudication.adjudicate", version 1.0). Members that are not named here are
/// kept in `other` and go out as they came.
namespace cotejo::exchange {

inline constexpr std::size_t kMosipMaxBytes = 64u << 20;
inline constexpr std::size_t kMosipMaxReferences = 10'000;
inline constexpr int kMosipShareExpired = 17;  ///< failureReason

struct MosipReference {
    std::string referenceId;
    std::string referenceUrl;  ///< data share; never fetched here
    Json other = Json::object();
    bool operator==(const MosipReference&) const = default;
};

struct MosipRequest {
    std::string id;
    std::string version;
    std::string requestId;
    std::string requestTime;  ///< ISO 8601 as written
    MosipReference subject;   ///< whose duplicates are asked about
    std::vector<MosipReference> gallery;
    Json galleryOther = Json::object();
    Json other = Json::object();
    ValidationReport report;
};

/// One of the two people who decided.
struct MosipOperator {
    std::string id;
    std::string comments;
    bool operator==(const MosipOperator&) const = default;
};

/// The "analytics" of a candidate or of the list.
struct MosipAnalytics {
    MosipOperator primary;
    MosipOperator secondary;
    Json other = Json::object();
    bool operator==(const MosipAnalytics&) const = default;
};

struct MosipCandidate {
    std::string referenceId;
    MosipAnalytics analytics;
    Json other = Json::object();
    bool operator==(const MosipCandidate&) const = default;
};

/// What an answer says. An expired data share is an ordinary state: ask for a new share and adjudicate again.
enum class MosipOutcome { Decided, ShareExpired, Failed };
constexpr bool isRetryable(MosipOutcome outcome) { return outcome == MosipOutcome::ShareExpired; }

struct MosipResponse {
    std::string id;
    std::string requestId;
    std::string responseTime;  ///< ISO 8601 as written
    MosipOutcome outcome = MosipOutcome::Failed;
    std::optional<int> failureReason;  ///< of Failed; kMosipShareExpired is ShareExpired
    std::vector<MosipCandidate> candidates;  ///< duplicates found; none is an answer too
    MosipAnalytics analytics;                ///< of the list: who decided when no duplicate was found
    Json listOther = Json::object();
    Json other = Json::object();
    ValidationReport report;
};

/// True for JSON text of a request or an answer.
bool looksLikeMosip(std::string_view text);

/// Lenient. Errors: E_MALFORMED (no JSON, deeper than 64, neither request nor answer), E_TOO_LARGE.
Result<MosipRequest> readMosipRequest(ByteView bytes);
Result<MosipResponse> readMosipResponse(ByteView bytes);
/// Whichever of the two it is, for display. Errors: as above.
Result<ExchangeDocument> readMosipDocument(ByteView bytes);

/// UTF-8 JSON. Errors: E_EXCHANGE_CANNOT_EXPRESS without requestId or referenceId.
Result<std::string> writeMosip(const MosipRequest& request);
/// As above. A decision needs two different operators, at each candidate or, when there is none, at the list. Errors:
/// E_EXCHANGE_CANNOT_EXPRESS naming what is missing.
Result<std::string> writeMosip(const MosipResponse& response);

}  // namespace cotejo::exchange

template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::MosipOutcome> =
    std::to_array<cotejo::record::Code<cotejo::exchange::MosipOutcome>>(
        {{cotejo::exchange::MosipOutcome::Decided, "decided"},
         {cotejo::exchange::MosipOutcome::ShareExpired, "share_expired"},
         {cotejo::exchange::MosipOutcome::Failed, "failed"}});
