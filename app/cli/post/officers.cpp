#include "app/cli/post/officers.h"

#include "core/base/errors.h"

namespace cotejo::cli {

Result<std::vector<record::RoleGrant>> readGrants(const std::vector<std::string>& texts) {
    std::vector<record::RoleGrant> grants;
    for (const auto& text : texts) {
        const auto colon = text.find(':');
        const auto role = record::fromCode<record::Role>(text.substr(0, colon));
        const auto until = colon == std::string::npos ? std::optional(UtcTime::max())
                                                      : fromIso(text.substr(colon + 1) + "T00:00:00.000Z");
        if (!role || *role == record::Role::System || !until)
            return fail(base::kInvalidArgument, "\"" + text + "\" is no role; write one of the roles, with :YYYY-MM-DD if it ends",
                        {{"field", "role"}});
        grants.push_back({*role, *until});
    }
    return grants;
}

Json officerJson(const record::Officer& officer) {
    Json roles = Json::array();
    for (const auto& grant : officer.grants) {
        Json role{{"role", record::codeOf(grant.role)}};
        if (grant.validUntil != UtcTime::max()) role["until"] = toIso(grant.validUntil);
        roles.push_back(std::move(role));
    }
    return {{"id", officer.id.text()}, {"login", officer.login},   {"name", officer.displayName},
            {"roles", roles},          {"active", officer.active}, {"key", officer.key.text()}};
}

std::string officerText(const record::Officer& officer) {
    std::string text = officer.login + "  " + officer.displayName + (officer.active ? "" : "  (inactive)");
    for (const auto& grant : officer.grants) {
        text += "  " + std::string(record::codeOf(grant.role));
        if (grant.validUntil != UtcTime::max()) text += " until " + toIso(grant.validUntil).substr(0, 10);
    }
    return text;
}

}  // namespace cotejo::cli
