#include "app/cli/console.h"
#include "app/cli/post/quality_command.h"
#include "app/cli/post_options.h"
#include "core/decide/policy.h"
#include "core/journal/roster_book.h"
#include "core/sync/roster_client.h"

namespace cotejo::cli {
namespace {

struct PolicyCall {
    PostOptions post;
    std::string record;
    std::int64_t lease = 0, approval = 0, urgent = 0, routine = 0, hold = 0, remittal = 0;  // minutes
};

Status show(const PolicyCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(auto reader, desk->store().reader());
    COTEJO_TRY_ASSIGN(const auto policy, decide::policyOf(reader));
    const auto minutes = [](std::chrono::milliseconds value) { return std::to_string(value.count() / 60000) + " min\n"; };
    console.answer(Json::parse(decide::policyToJson(policy)),
                   "decision         " + (policy.record.empty() ? std::string("none: defaults") : policy.record) + "\nlease            " +
                       minutes(policy.lease) + "approval         " + minutes(policy.approval) + "confirm urgent   " + minutes(policy.confirmUrgent) +
                       "confirm routine  " + minutes(policy.confirmRoutine) + "maximum holding  " +
                       (policy.maximumHold ? minutes(*policy.maximumHold) : std::string("none: nobody is held without confirmation\n")) +
                       "remittal         " + minutes(policy.remittal));
    return {};
}

Status set(const PolicyCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    std::optional<decide::Policy> policy;
    {
        COTEJO_TRY_ASSIGN(auto reader, desk->store().reader());
        COTEJO_TRY_ASSIGN(policy, decide::policyOf(reader));
    }
    policy->record = call.record;
    const auto take = [](std::int64_t minutes, std::chrono::milliseconds& into) {
        if (minutes > 0) into = std::chrono::minutes(minutes);
    };
    take(call.lease, policy->lease);
    take(call.approval, policy->approval);
    take(call.urgent, policy->confirmUrgent);
    take(call.routine, policy->confirmRoutine);
    take(call.remittal, policy->remittal);
    if (call.hold > 0) policy->maximumHold = std::chrono::minutes(call.hold);
    {
        COTEJO_TRY_ASSIGN(auto reader, desk->store().reader());
        COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
        if (roster) {
            COTEJO_TRY_ASSIGN(const auto settled, decide::settledPolicy(*desk, *policy));
            COTEJO_TRY_ASSIGN(const auto done, sync::propose(*desk, roster::SetPolicy{settled}, std::chrono::seconds(30)));
            console.answer({{"entered", done.entered}, {"version", done.version}, {"policy", Json::parse(settled)}},
                           done.entered ? "settled: " + policy->record + "\n" : "waits for the signature of a second administrator ('officer sign')\n");
            return {};
        }
    }
    COTEJO_TRY(decide::setPolicy(*desk, *policy));
    console.answer(Json::parse(decide::policyToJson(*policy)), "settled: " + policy->record + "\n");
    return {};
}

}  // namespace

void addPolicyCommand(CLI::App& root, Console& console) {
    auto call = std::make_shared<PolicyCall>();
    auto* policy = root.add_subcommand("policy", "What the organisation settles: clocks and the maximum of provisional holding");
    policy->require_subcommand(1);
    policy->fallthrough();
    call->post.addTo(*policy);
    addQualityCommand(*policy, console);
    policy->add_subcommand("show", "The numbers and the decision they stand on")->callback([=, &console] {
        if (const auto done = show(*call, console); !done) console.report(done.error());
    });
    auto* settling = policy->add_subcommand("set", "Settle them (administrators)");
    settling->add_option("--record", call->record, "The decision of the organisation, with its number and date")->required();
    settling->add_option("--lease", call->lease, "Minutes a case is leased");
    settling->add_option("--approval", call->approval, "Minutes an approval is good for");
    settling->add_option("--confirm-urgent", call->urgent, "Minutes an entry's owner has, urgent");
    settling->add_option("--confirm-routine", call->routine, "Minutes an entry's owner has, routine");
    settling->add_option("--maximum-hold", call->hold, "Minutes of provisional holding; without it there is none");
    settling->add_option("--remittal", call->remittal, "Minutes to the authority that decides on protection");
    settling->callback([=, &console] {
        if (const auto done = set(*call, console); !done) console.report(done.error());
    });
}

}  // namespace cotejo::cli
