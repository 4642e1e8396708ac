#include "app/server/roster_commands.h"

#include <algorithm>
#include <map>

#include "app/server/roster_desk.h"
#include "app/terminal/passphrase.h"
#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/record/code.h"
#include "core/roster/admin_key.h"
#include "core/roster/errors.h"

namespace cotejo::server {
namespace {

namespace fs = std::filesystem;
using roster::Change;

/// What the commands of this file read from the command line.
struct Call {
    Signers signers;
    std::string who;
    std::string why;
    std::vector<std::string> roles;
    std::vector<std::string> rolesOf;
    std::vector<std::string> persons;
    std::vector<std::string> scope;
};

Result<std::vector<record::RoleGrant>> grantsOf(const std::vector<std::string>& words) {
    std::vector<record::RoleGrant> grants;
    for (const auto& word : words) {
        const auto at = word.find('@');
        const auto role = record::fromCode<record::Role>(word.substr(0, at));
        if (!role) return fail(base::kInvalidArgument, "\"" + word + "\" is no role");
        record::RoleGrant grant{*role};
        if (at != std::string::npos) {
            const auto until = fromIso(word.substr(at + 1));
            if (!until) return fail(base::kInvalidArgument, "\"" + word.substr(at + 1) + "\" is no time; write 2027-01-31T00:00:00Z");
            grant.validUntil = *until;
        }
        grants.push_back(grant);
    }
    return grants;
}

/// LOGIN=VALUE.
Result<std::map<std::string, std::string>> pairsOf(const std::vector<std::string>& words) {
    std::map<std::string, std::string> pairs;
    for (const auto& word : words) {
        const auto at = word.find('=');
        if (at == std::string::npos || at == 0) return fail(base::kInvalidArgument, "\"" + word + "\" is not LOGIN=...");
        pairs[word.substr(0, at)] = word.substr(at + 1);
    }
    return pairs;
}

std::vector<std::string> splitAt(const std::string& text, char by) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find(by, from), text.size());
        if (to > from) parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

Json grantsJson(const std::vector<record::RoleGrant>& grants) {
    Json list = Json::array();
    for (const auto& each : grants)
        list.push_back(each.validUntil == UtcTime::max() ? std::string(codeOf(each.role)) : std::string(codeOf(each.role)) + "@" + toIso(each.validUntil));
    return list;
}

std::string wordsOf(const Json& list) {
    std::string words;
    for (const auto& each : list) words += (words.empty() ? "" : ", ") + each.get<std::string>();
    return words.empty() ? "no role" : words;
}

/// By id or by login; a login that several posts use needs the id.
Result<OfficerId> officerOf(const roster::Roster& roster, const std::string& who) {
    if (const auto id = OfficerId::fromText(who)) return *id;
    std::vector<OfficerId> found;
    for (const auto& [id, member] : roster.members())
        if (member.officer.login == who) found.push_back(id);
    if (found.size() == 1) return found.front();
    return fail(roster::kKnows, found.empty() ? "the roster names no officer \"" + who + "\"" : "several posts have an officer \"" + who + "\": name the id");
}

/// "all", "own", or posts by id or name.
Result<roster::Scope> scopeOf(const roster::Roster& roster, const std::vector<std::string>& words) {
    roster::Scope scope;
    for (const auto& word : words) {
        if (word == "own") continue;
        if (word == "all") {
            scope.everything = true;
            continue;
        }
        const auto named = std::ranges::find_if(roster.devices(), [&](const auto& each) { return each.second.post.text() == word || each.second.postName == word; });
        if (named == roster.devices().end()) return fail(roster::kKnows, "no device of the roster belongs to a post \"" + word + "\"; say all, own, or a post by id or name");
        scope.posts.push_back(named->second.post);
    }
    std::ranges::sort(scope.posts);
    const auto twice = std::ranges::unique(scope.posts);
    scope.posts.erase(twice.begin(), twice.end());
    return scope;
}

std::string scopeText(const roster::RosterDevice& device) {
    if (device.scope.everything) return "cases of all posts";
    return device.scope.posts.empty() ? "cases of its own post" : "cases of its own and " + std::to_string(device.scope.posts.size()) + " other posts";
}

Status show(RosterDesk& desk, const Answer& answer) {
    COTEJO_TRY_ASSIGN(const auto roster, desk.latest());
    Json officers = Json::array(), devices = Json::array();
    std::string plain = "organisation " + roster.org() + ", version " + std::to_string(roster.version()) + "\nroot " + roster.root().text() + "\n";
    for (const auto& [id, member] : roster.members()) {
        const auto roles = grantsJson(member.officer.grants);
        officers.push_back({{"id", id.text()}, {"login", member.officer.login}, {"name", member.officer.displayName}, {"post", member.officer.post.text()},
                            {"roles", roles}, {"suspended", member.suspended}});
        plain += id.text() + "  " + member.officer.login + "  " + member.officer.displayName + ": " + (member.suspended ? "suspended" : wordsOf(roles)) + "\n";
    }
    for (const auto& [id, device] : roster.devices()) {
        devices.push_back({{"id", id.text()}, {"post", device.post.text()}, {"post_name", device.postName}, {"name", device.name}, {"revoked", device.revoked},
                           {"receives", scopeText(device)}});
        plain += id.text() + "  " + device.postName + ", " + device.name + (device.revoked ? ": withdrawn" : "; " + scopeText(device)) + "\n";
    }
    answer({{"organisation", roster.org()}, {"version", roster.version()}, {"root", roster.root().text()}, {"officers", officers}, {"devices", devices}}, plain);
    return {};
}

Status waiting(RosterDesk& desk, const Answer& answer) {
    COTEJO_TRY_ASSIGN(const auto reply, desk.keeper().waiting());
    Json devices = Json::array(), entries = Json::array();
    std::string plain;
    for (const auto& each : reply.introductions) {
        Json officers = Json::array();
        plain += "device " + each.device.text() + "  " + each.postName + ", " + each.deviceName + "\n";
        for (const auto& officer : each.officers) {
            const auto roles = grantsJson(officer.grants);
            const auto print = sha256(officer.key.bytes()).text().substr(0, 16);
            officers.push_back({{"id", officer.id.text()}, {"login", officer.login}, {"name", officer.displayName}, {"asks_for", roles}, {"key", print}});
            plain += "  " + officer.login + "  " + officer.displayName + "  asks for " + wordsOf(roles) + "  key " + print + "\n";
        }
        devices.push_back({{"device", each.device.text()}, {"post_name", each.postName}, {"name", each.deviceName}, {"officers", officers}});
    }
    for (const auto& bytes : reply.entries) {
        const auto entry = roster::decodeEntry(bytes);
        if (!entry) continue;
        entries.push_back({{"hash", roster::hashOf(*entry).text()}, {"kind", roster::kindOf(entry->change)}, {"entry", Json::parse(textOf(bytes))}});
        plain += "needs a second signature: " + std::string(roster::kindOf(entry->change)) + "  " + roster::hashOf(*entry).text() + "\n  " + std::string(textOf(bytes)) + "\n";
    }
    answer({{"introductions", devices}, {"entries", entries}}, plain.empty() ? "nothing waits" : plain);
    return {};
}

/// A device and its people, as they introduced themselves or as the command line says.
Status admit(RosterDesk& desk, const Call& call, const Answer& answer) {
    COTEJO_TRY_ASSIGN(const auto reply, desk.keeper().waiting());
    const auto found = std::ranges::find_if(reply.introductions, [&](const auto& each) { return each.device.text() == call.who; });
    if (found == reply.introductions.end()) return fail(roster::kKnows, "no device " + call.who + " waits to be admitted; see 'cotejo-server roster waiting'");
    COTEJO_TRY_ASSIGN(const auto rolesOf, pairsOf(call.rolesOf));
    COTEJO_TRY_ASSIGN(const auto persons, pairsOf(call.persons));
    for (const auto* named : {&rolesOf, &persons})
        for (const auto& [login, value] : *named)
            if (std::ranges::none_of(found->officers, [&](const auto& each) { return each.login == login; }))
                return fail(roster::kKnows, "nobody with the login \"" + login + "\" waits at this device");
    std::vector<Change> changes;
    COTEJO_TRY_ASSIGN(const auto roster, desk.latest());
    if (!roster.device(found->device))
        changes.push_back(roster::AdmitDevice{found->device, found->key, found->post, found->postName, found->deviceName});
    if (!call.scope.empty()) {
        COTEJO_TRY_ASSIGN(auto scope, scopeOf(roster, call.scope));
        const auto* known = roster.device(found->device);
        if (scope != (known ? known->scope : roster::Scope())) changes.push_back(roster::SetScope{found->device, std::move(scope)});
    }
    for (auto officer : found->officers) {
        if (const auto roles = rolesOf.find(officer.login); roles != rolesOf.end()) {
            if (roles->second == "-") continue;
            COTEJO_TRY_ASSIGN(officer.grants, grantsOf(splitAt(roles->second, ',')));
        }
        const auto person = persons.find(officer.login);
        if (person == persons.end())
            return fail(base::kInvalidArgument, "the personnel number of \"" + officer.login + "\" is missing: --person " + officer.login + "=NUMBER, or leave them out with --role " + officer.login + "=-");
        officer.active = true;
        changes.push_back(roster::AdmitOfficer{officer, roster::personOf(roster.org(), person->second)});
    }
    // All of them are tried first: a post is admitted whole or not at all.
    auto trial = roster;
    for (const auto& each : changes) COTEJO_TRY(trial.admissibleChange(each));
    sync::RosterAnswer last;
    for (auto& each : changes) {
        COTEJO_TRY_ASSIGN(last, desk.enter(std::move(each)));
        if (!last.entered) break;
    }
    tell(answer, last, "admitted " + std::to_string(changes.size()));
    return {};
}

Status signWaiting(RosterDesk& desk, const Call& call, const Answer& answer) {
    COTEJO_TRY_ASSIGN(const auto reply, desk.keeper().waiting());
    for (const auto& bytes : reply.entries) {
        auto entry = roster::decodeEntry(bytes);
        if (!entry || roster::hashOf(*entry).text() != call.who) continue;
        entry->signatures.clear();  // the keeper joins the halves
        COTEJO_TRY_ASSIGN(const auto done, desk.handIn(std::move(*entry)));
        tell(answer, done, "signed");
        return {};
    }
    return fail(roster::kKnows, "nothing with this hash waits; see 'cotejo-server roster waiting'");
}

}  // namespace

Result<Hash> foundRoster(ServerStore& store, const fs::path& folder, const std::string& organisation, const roster::ServerIdentity& server, const Founders& founders) {
    if (organisation.empty()) return fail(base::kInvalidArgument, "a roster belongs to an organisation: name it with --org");
    if (founders.administrators.size() != 2)
        return fail(base::kInvalidArgument, "name two administrators with --administrator LOGIN:NAME, twice: what matters most is signed by both");
    std::error_code problem;
    fs::create_directories(folder / "administrators", problem);
    fs::permissions(folder / "administrators", fs::perms::owner_all, problem);
    std::vector<roster::AdminKey> keys;
    roster::Founding founding;
    founding.server = server;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& named = founders.administrators[i];
        const auto colon = named.find(':');
        const auto login = named.substr(0, colon);
        if (colon == std::string::npos || login.empty() || login.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") != std::string::npos)
            return fail(base::kInvalidArgument, "\"" + named + "\" is not LOGIN:NAME");
        const auto file = folder / "administrators" / (login + ".key");
        COTEJO_TRY_ASSIGN(const auto passphrase, readPassphrase(i < founders.passphraseFiles.size() ? founders.passphraseFiles[i] : "", "New passphrase of " + login));
        const auto cost = founders.testing ? KdfCost{1, 8192} : KdfCost{};
        COTEJO_TRY(roster::createAdminKey(file, login, named.substr(colon + 1), textOf(passphrase.view()), cost));
        COTEJO_TRY_ASSIGN(auto key, roster::openAdminKey(file, textOf(passphrase.view())));
        founding.administrators.push_back(key.officer);
        keys.push_back(std::move(key));
    }
    roster::Entry entry{1, {}, organisation, SystemClock().now(), founding, {}};
    for (const auto& each : keys) roster::sign(entry, each.officer.id, each.key);
    COTEJO_TRY(RosterKeeper(store).found(entry));
    return roster::hashOf(entry);
}

void addRosterCommands(CLI::App& app, const AddCommand& add) {
    const auto call = std::make_shared<Call>();
    const auto command = [&](CLI::App& under, const char* name, const char* about, bool signs, std::function<Status(RosterDesk&, const Answer&)> run) {
        auto* made = add(under, name, about, [call, signs, run](const fs::path& folder, const Answer& answer) -> Status {
            COTEJO_TRY_ASSIGN(const auto desk, RosterDesk::open(folder, call->signers, signs));
            return run(*desk, answer);
        });
        if (signs) addSigners(*made, call->signers);
        return made;
    };
    const auto whom = [&](CLI::App* made, const char* what, const char* about) { made->add_option(what, call->who, about)->required(); };
    auto* roster = app.add_subcommand("roster", "Who may act, as administrators signed it")->require_subcommand(1);
    command(*roster, "show", "People, roles and devices", false, [](RosterDesk& desk, const Answer& answer) { return show(desk, answer); });
    command(*roster, "waiting", "Devices and people who ask, and changes that lack a second signature", false,
            [](RosterDesk& desk, const Answer& answer) { return waiting(desk, answer); });
    auto* admission = command(*roster, "admit", "Admit a device and the people who work at it", true,
                              [call](RosterDesk& desk, const Answer& answer) { return admit(desk, *call, answer); });
    whom(admission, "DEVICE", "Id of the device");
    admission->add_option("--role", call->rolesOf, "LOGIN=ROLE,ROLE instead of what was asked for; LOGIN=- leaves somebody out");
    admission->add_option("--scope", call->scope, "Whose cases the device receives: own (default), all, or other posts by id or name");
    admission->add_option("--person", call->persons, "LOGIN=NUMBER: the personnel number, of which the roster keeps a hash");
    auto* second = command(*roster, "sign", "Put the second signature under a change that waits", true,
                           [call](RosterDesk& desk, const Answer& answer) { return signWaiting(desk, *call, answer); });
    whom(second, "HASH", "As 'roster waiting' shows it");

    auto* officer = app.add_subcommand("officer", "People of the roster")->require_subcommand(1);
    const auto about = [&](const char* name, const char* words, std::function<Result<Change>(const OfficerId&)> change) {
        auto* made = command(*officer, name, words, true, [call, change](RosterDesk& desk, const Answer& answer) -> Status {
            COTEJO_TRY_ASSIGN(const auto latest, desk.latest());
            COTEJO_TRY_ASSIGN(const auto id, officerOf(latest, call->who));
            COTEJO_TRY_ASSIGN(auto wanted, change(id));
            COTEJO_TRY_ASSIGN(const auto done, desk.enter(std::move(wanted)));
            tell(answer, done, id.text());
            return {};
        });
        whom(made, "OFFICER", "Login or id");
        return made;
    };
    about("suspend", "From now on nothing they do has an effect", [call](const OfficerId& id) -> Result<Change> { return roster::SuspendOfficer{id, call->why}; })
        ->add_option("--why", call->why, "The reason")->required();
    about("restore", "They may act again", [call](const OfficerId& id) -> Result<Change> { return roster::RestoreOfficer{id, call->why}; })
        ->add_option("--why", call->why, "The reason")->required();
    about("grant", "All roles they have from now on", [call](const OfficerId& id) -> Result<Change> {
        COTEJO_TRY_ASSIGN(auto grants, grantsOf(call->roles));
        return roster::SetRoles{id, std::move(grants)};
    })->add_option("--role", call->roles, "ROLE, or ROLE@2027-01-31T00:00:00Z (repeatable)");

    auto* device = app.get_subcommand("device");
    auto* revoke = command(*device, "revoke", "Withdraw a device: what it does from now on has no effect", true, [call](RosterDesk& desk, const Answer& answer) -> Status {
        const auto id = DeviceId::fromText(call->who);
        if (!id) return fail(base::kInvalidArgument, "a device id is 32 hexadecimal digits");
        COTEJO_TRY_ASSIGN(const auto done, desk.enter(roster::RevokeDevice{*id, call->why}));
        tell(answer, done, "withdrawn " + id->text());
        return {};
    });
    whom(revoke, "DEVICE", "Device id");
    auto* scope = command(*device, "scope", "Whose cases a device receives; more than it had is signed by two", true, [call](RosterDesk& desk, const Answer& answer) -> Status {
        const auto id = DeviceId::fromText(call->who);
        if (!id) return fail(base::kInvalidArgument, "a device id is 32 hexadecimal digits");
        COTEJO_TRY_ASSIGN(const auto latest, desk.latest());
        COTEJO_TRY_ASSIGN(auto wanted, scopeOf(latest, call->scope));
        COTEJO_TRY_ASSIGN(const auto done, desk.enter(roster::SetScope{*id, std::move(wanted)}));
        tell(answer, done, "scope of " + id->text());
        return {};
    });
    whom(scope, "DEVICE", "Device id");
    scope->add_option("--scope", call->scope, "own, all, or other posts by id or name")->required();
    revoke->add_option("--why", call->why, "The reason")->required();
}

}  // namespace cotejo::server
