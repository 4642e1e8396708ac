#include "core/decide/policy.h"

#include <algorithm>

#include "core/access/errors.h"
#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/base/log.h"
#include "core/journal/admin_events.h"
#include "core/journal/roster_book.h"
#include "core/store/sync_state.h"

namespace cotejo::decide {
namespace {

using std::chrono::milliseconds;
constexpr char kKey[] = "policy";

/// Name, least and most of each number: what no organisation may settle away.
struct Bound {
    const char* name;
    milliseconds Policy::*member;
    milliseconds least, most;
};
const Bound kBounds[] = {
    {"lease", &Policy::lease, std::chrono::minutes(5), std::chrono::hours(8)},
    {"approval", &Policy::approval, std::chrono::hours(1), std::chrono::hours(168)},
    {"confirm_urgent", &Policy::confirmUrgent, std::chrono::minutes(1), std::chrono::hours(24)},
    {"confirm_routine", &Policy::confirmRoutine, std::chrono::minutes(1), std::chrono::hours(72)},
    {"remittal", &Policy::remittal, std::chrono::hours(1), std::chrono::hours(24 * 30)},
};
constexpr auto kLeastHolding = std::chrono::hours(1), kMostHolding = std::chrono::hours(72);

}  // namespace

std::string policyToJson(const Policy& policy) {
    Json json{{"record", policy.record}, {"maximum_hold", policy.maximumHold ? Json(policy.maximumHold->count()) : Json()}};
    for (const auto& bound : kBounds) json[bound.name] = (policy.*bound.member).count();
    if (policy.maximumHold) {
        json["maximum_hold_since"] = toMillis(policy.holdSince);
        json["maximum_hold_by"] = policy.holdBy.text();
    }
    return canonicalJson(json);
}

Result<Policy> policyOf(store::Database& database) {
    COTEJO_TRY_ASSIGN(auto text, store::MetaTable(database).text(kKey));
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(database));
    if (roster) text = roster->latest().policy();
    if (!text) return Policy();
    auto policy = policyFromJson(*text);
    // Nobody's protection fails for the form of a number.
    if (!policy) logLine(LogLevel::Warning, "policy", "the policy of the organisation cannot be read; the defaults count: " + policy.error().detail);
    return policy ? std::move(*policy) : Policy();
}

Result<Policy> policyFromJson(const std::string& text) {
    Policy policy;
    COTEJO_TRY_ASSIGN(const auto json, parseJson(text, "policy", 4096));
    policy.record = textAt(json, "record").value_or("");
    for (const auto& bound : kBounds)
        if (const auto value = integerAt(json, bound.name)) policy.*bound.member = std::clamp(milliseconds(*value), bound.least, bound.most);
    if (const auto value = integerAt(json, "maximum_hold")) policy.maximumHold = std::clamp(milliseconds(*value), milliseconds(kLeastHolding), milliseconds(kMostHolding));
    if (const auto value = integerAt(json, "maximum_hold_since")) policy.holdSince = fromMillis(*value);
    if (const auto value = textAt(json, "maximum_hold_by")) policy.holdBy = OfficerId::fromText(*value).value_or(OfficerId());
    return policy;
}

Result<std::string> settledPolicy(access::Desk& admin, Policy policy) {
    if (!admin.holds(record::Role::Admin)) return fail(access::kNotAdmin, "only an administrator may do this");
    if (policy.record.find_first_not_of(" \t") == std::string::npos)
        return fail(base::kInvalidArgument, "a policy names the decision of the organisation that it stands on", {{"field", "record"}});
    for (const auto& bound : kBounds)
        if (policy.*bound.member < bound.least || policy.*bound.member > bound.most)
            return fail(base::kInvalidArgument, std::string(bound.name) + " is out of its bounds", {{"field", bound.name}});
    if (policy.maximumHold && (*policy.maximumHold < kLeastHolding || *policy.maximumHold > kMostHolding))
        return fail(base::kInvalidArgument, "the maximum of provisional holding is at least one and at most 72 hours", {{"field", "maximum_hold"}});
    COTEJO_TRY_ASSIGN(auto reader, admin.store().reader());
    COTEJO_TRY_ASSIGN(const auto before, policyOf(reader));
    const bool same = before.maximumHold == policy.maximumHold;
    policy.holdSince = same ? before.holdSince : admin.clock().now();
    policy.holdBy = same ? before.holdBy : admin.officer().id;
    return policyToJson(policy);
}

Status setPolicy(access::Desk& admin, Policy policy) {
    COTEJO_TRY_ASSIGN(const auto text, settledPolicy(admin, std::move(policy)));
    return admin.store().write([&](store::Transaction& transaction) -> Status {
        COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(transaction));
        if (roster) return fail(access::kRosterRules, "the policy of this organisation stands in its roster; change it there");
        COTEJO_TRY(store::MetaTable(transaction).set(kKey, std::string_view(text)));
        const auto event = admin.journal().append(
            transaction, {journal::kPolicyChanged, bytesOf(text), {}, {}, std::string(record::codeOf(record::Role::Admin)), {}, {}});
        return event ? Status() : Status(tl::unexpected<Error>(event.error()));
    });
}

}  // namespace cotejo::decide
