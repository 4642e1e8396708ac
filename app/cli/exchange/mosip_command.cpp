#include "app/cli/exchange/mosip_command.h"

#include <algorithm>
#include <memory>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/time.h"
#include "core/exchange/mosip/mosip.h"

namespace cotejo::cli {
namespace {

struct AnswerCall {
    std::string request, output;
    std::vector<std::string> duplicates;
    exchange::MosipOperator primary, secondary;
    bool shareExpired = false;
};

Result<exchange::MosipResponse> answerOf(const AnswerCall& call) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(call.request));
    const auto request = exchange::readMosipRequest(bytes);
    if (!request) return inFile(call.request, request.error());
    exchange::MosipResponse response;
    response.id = request->id;
    response.requestId = request->requestId;
    response.responseTime = toIso(SystemClock().now());
    if (call.shareExpired) {
        response.outcome = exchange::MosipOutcome::ShareExpired;
        return response;
    }
    response.outcome = exchange::MosipOutcome::Decided;
    const exchange::MosipAnalytics decided{call.primary, call.secondary, Json::object()};
    for (const auto& id : call.duplicates) {
        const bool asked = std::any_of(request->gallery.begin(), request->gallery.end(), [&](const auto& each) { return each.referenceId == id; });
        if (!asked) return fail(base::kInvalidArgument, "--duplicate " + id + ": the request does not name this record.");
        response.candidates.push_back({id, decided, Json::object()});
    }
    if (response.candidates.empty()) response.analytics = decided;
    return response;
}

}  // namespace

void addMosipAnswerCommand(CLI::App& exchange, Console& console) {
    auto call = std::make_shared<AnswerCall>();
    auto* command = exchange.add_subcommand("answer", "Answer a MOSIP adjudication request with what two operators found");
    command->add_option("REQUEST", call->request)->required();
    command->add_option("OUT", call->output)->required();
    command->add_option("--duplicate", call->duplicates, "Record of the request's gallery that is the same person; none: no duplicate");
    command->add_option("--primary", call->primary.id, "Who decided");
    command->add_option("--primary-comments", call->primary.comments);
    command->add_option("--secondary", call->secondary.id, "Who looked at it a second time");
    command->add_option("--secondary-comments", call->secondary.comments);
    command->add_flag("--share-expired", call->shareExpired, "The data share had expired (reason 17): ask for a new one");
    command->callback([call, &console] {
        const auto done = [&]() -> Status {
            COTEJO_TRY_ASSIGN(const auto response, answerOf(*call));
            COTEJO_TRY_ASSIGN(const auto text, exchange::writeMosip(response));
            COTEJO_TRY(writeFileAtomically(call->output, viewOf(text)));
            console.answer({{"output", call->output},
                            {"outcome", record::codeOf(response.outcome)},
                            {"retryable", exchange::isRetryable(response.outcome)},
                            {"duplicates", response.candidates.size()}},
                           call->output + ": " + std::string(record::codeOf(response.outcome)));
            return {};
        }();
        if (!done) console.report(done.error());
    });
}

}  // namespace cotejo::cli
