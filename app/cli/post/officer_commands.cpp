#include "app/cli/console.h"
#include "app/cli/post/officers.h"
#include "app/cli/post_options.h"
#include "app/terminal/passphrase.h"
#include "core/access/errors.h"
#include "core/base/errors.h"
#include "core/journal/roster_book.h"
#include "core/store/officer_table.h"
#include "core/sync/roster_client.h"

namespace cotejo::cli {
namespace {

constexpr std::chrono::seconds kBudget{30};

struct OfficerCall {
    PostOptions post;
    access::NewOfficer officer;
    std::vector<std::string> roles;
    std::string passphraseFile;
    std::string why;
    std::string person;
    std::string who;
    std::string keyPrint;
};
constexpr std::size_t kKeyPrint = 16;
using Shared = std::shared_ptr<OfficerCall>;

Result<std::shared_ptr<const roster::History>> rosterOf(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    return journal::rosterHere(reader);
}

/// An officer of this post; logins of other posts may be the same.
Result<record::Officer> officerNamed(access::Desk& desk, const std::string& login) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto officers, store::OfficerTable(reader).all());
    for (const auto& each : officers)
        if ((each.login == login && each.post == desk.post()) || each.id.text() == login) return each;
    return fail(base::kNotFound, "this post has no officer " + login + "; 'officer list' shows who there is", {{"login", login}});
}

void tell(Console& console, const sync::RosterAnswer& done) {
    console.answer({{"entered", done.entered}, {"version", done.version}},
                   done.entered ? "entered as version " + std::to_string(done.version) + " of the roster; it counts here with the next sync"
                                : "waits for the signature of a second administrator ('officer waiting', 'officer sign')");
}

/// Where the organisation has a roster, a change is proposed to it; a post that works alone changes its own people.
Status change(Console& console, const OfficerCall& call, const std::function<roster::Change(const record::Officer&)>& inRoster,
              const std::function<Status(access::Desk&, const record::Officer&)>& alone) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(const auto officer, officerNamed(*desk, call.who));
    COTEJO_TRY_ASSIGN(const auto roster, rosterOf(*desk));
    if (roster) {
        COTEJO_TRY_ASSIGN(const auto done, sync::propose(*desk, inRoster(officer), kBudget));
        tell(console, done);
        return {};
    }
    COTEJO_TRY(alone(*desk, officer));
    COTEJO_TRY_ASSIGN(const auto after, officerNamed(*desk, call.who));
    console.answer(officerJson(after), officerText(after));
    return {};
}

Status add(Console& console, OfficerCall& call) {
    COTEJO_TRY_ASSIGN(call.officer.grants, readGrants(call.roles));
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(const auto passphrase, readPassphrase(call.passphraseFile, "New passphrase of " + call.officer.login));
    COTEJO_TRY_ASSIGN(const auto officer, access::addOfficer(*desk, call.officer, textOf(passphrase.view())));
    COTEJO_TRY_ASSIGN(const auto roster, rosterOf(*desk));
    console.answer(officerJson(officer), "added " + officerText(officer) +
                                             (roster ? "\nThe account has no role until the roster names it: sync, then 'officer admit' by an administrator" : ""));
    return {};
}

Status list(Console& console, OfficerCall& call) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(auto reader, desk->store().reader());
    COTEJO_TRY_ASSIGN(const auto officers, store::OfficerTable(reader).all());
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
    Json all = Json::array();
    std::string text;
    for (const auto& officer : officers) {
        const bool waits = roster && !roster->latest().member(officer.id);
        all.push_back(officerJson(officer));
        if (roster) all.back()["waits_for_roster"] = waits;
        text += officerText(officer) + (waits ? "  (waits for the roster: no role yet)" : "") + "\n";
    }
    console.answer({{"officers", all}}, text);
    return {};
}

Status waiting(Console& console, OfficerCall& call) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(const auto reply, sync::waitingAtServer(*desk, kBudget));
    Json people = Json::array(), entries = Json::array();
    std::string text;
    for (const auto& each : reply.introductions) {
        for (const auto& officer : each.officers) {
            people.push_back(officerJson(officer));
            people.back()["post_name"] = each.postName;
            text += officer.id.text() + "  " + each.postName + "  asks for: " + officerText(officer) + "  key " + sha256(officer.key.bytes()).text().substr(0, 16) + "\n";
        }
    }
    for (const auto& bytes : reply.entries) {
        const auto entry = roster::decodeEntry(bytes);
        if (!entry) continue;
        entries.push_back({{"hash", roster::hashOf(*entry).text()}, {"kind", roster::kindOf(entry->change)}, {"entry", Json::parse(textOf(bytes))}});
        text += "second signature: " + roster::hashOf(*entry).text() + "  " + std::string(textOf(bytes)) + "\n";
    }
    console.answer({{"people", people}, {"entries", entries}}, text.empty() ? "nothing waits" : text);
    return {};
}

Status sign(Console& console, OfficerCall& call) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(const auto reply, sync::waitingAtServer(*desk, kBudget));
    for (const auto& bytes : reply.entries) {
        auto entry = roster::decodeEntry(bytes);
        if (!entry || roster::hashOf(*entry).text() != call.who) continue;
        entry->signatures.clear();
        COTEJO_TRY_ASSIGN(const auto done, sync::countersign(*desk, std::move(*entry), kBudget));
        tell(console, done);
        return {};
    }
    return fail(base::kNotFound, "nothing with this hash waits; see 'officer waiting'");
}

Status admit(Console& console, OfficerCall& call) {
    COTEJO_TRY_ASSIGN(const auto grants, readGrants(call.roles));
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(const auto reply, sync::waitingAtServer(*desk, kBudget));
    for (const auto& each : reply.introductions) {
        for (auto officer : each.officers) {
            if (officer.id.text() != call.who) continue;
            // What was compared with the person is what is signed: another device may have put its own key under this name.
            if (!sha256(officer.key.bytes()).text().starts_with(call.keyPrint) || call.keyPrint.size() < kKeyPrint) continue;
            if (!grants.empty()) officer.grants = grants;
            officer.active = true;
            COTEJO_TRY_ASSIGN(const auto done, sync::propose(*desk, roster::AdmitOfficer{officer, roster::personOf(desk->org(), call.person)}, kBudget));
            tell(console, done);
            return {};
        }
    }
    return fail(base::kNotFound, "nobody with this id and key waits; see 'officer waiting'");
}

}  // namespace

void addOfficerCommands(CLI::App& root, Console& console) {
    auto* group = root.add_subcommand("officer", "Who may sign in at a post, and who may act: the organisation's roster");
    group->require_subcommand(1);
    const auto command = [&](const char* name, const char* about, auto run) {
        auto* made = group->add_subcommand(name, about);
        auto call = std::make_shared<OfficerCall>();
        call->post.addTo(*made);
        made->callback([call, run, &console] {
            if (const Status done = run(console, *call); !done) console.report(done.error());
        });
        return std::pair(made, call);
    };
    const auto [adding, added] = command("add", "Add an officer (administrators)", add);
    adding->add_option("--new-login", added->officer.login, "Login of the new officer")->required();
    adding->add_option("--display-name", added->officer.displayName, "Name as others see it")->required();
    adding->add_option("--role", added->roles, "ROLE, or ROLE:YYYY-MM-DD for one that ends; may be repeated")->required();
    adding->add_option("--new-passphrase-file", added->passphraseFile, "File with the new officer's passphrase (else asked)");

    const auto about = [&](const std::pair<CLI::App*, Shared>& made) {
        made.first->add_option("officer", made.second->who, "Login of an officer of this post, or an id")->required();
        return made;
    };
    const auto reasoned = [](const std::pair<CLI::App*, Shared>& made) {
        made.first->add_option("--why", made.second->why, "The reason, which stands in the organisation's roster");
    };
    reasoned(about(command("suspend", "What they do from now on has no effect; what they signed before stays valid (administrators)", [](Console& to, OfficerCall& call) {
        return change(to, call, [&](const auto& who) { return roster::SuspendOfficer{who.id, call.why}; },
                      [](access::Desk& desk, const auto& who) { return access::setOfficerActive(desk, who.id, false); });
    })));
    reasoned(about(command("restore", "The officer may act again (administrators)", [](Console& to, OfficerCall& call) {
        return change(to, call, [&](const auto& who) { return roster::RestoreOfficer{who.id, call.why}; },
                      [](access::Desk& desk, const auto& who) { return access::setOfficerActive(desk, who.id, true); });
    })));
    const auto [grant, granted] = about(command("grant", "Replace the officer's roles; one that is left out ends now (administrators)", [](Console& to, OfficerCall& call) -> Status {
        COTEJO_TRY_ASSIGN(const auto grants, readGrants(call.roles));
        return change(to, call, [&](const auto& who) { return roster::SetRoles{who.id, grants}; },
                      [&](access::Desk& desk, const auto& who) { return access::setGrants(desk, who.id, grants); });
    }));
    grant->add_option("--role", granted->roles, "ROLE, or ROLE:YYYY-MM-DD for one that ends; may be repeated")->required();

    command("list", "Officers known at this post, with their roles", list);
    command("waiting", "Who asks to be admitted to the roster, and which changes lack a second signature (administrators)", waiting);
    const auto [signing, signed_] = command("sign", "Put the second signature under a change of the roster (administrators)", sign);
    signing->add_option("hash", signed_->who, "As 'officer waiting' shows it")->required();
    const auto [admitting, admitted] = command("admit", "Propose that the roster names somebody (administrators)", admit);
    admitting->add_option("officer", admitted->who, "Id, as 'officer waiting' shows it")->required();
    admitting->add_option("--key-print", admitted->keyPrint, "First 16 signs of their key, as the person read them to you")->required();
    admitting->add_option("--person", admitted->person, "Personnel number, of which the roster keeps a hash")->required();
    admitting->add_option("--role", admitted->roles, "Instead of what was asked for; may be repeated");
}

}  // namespace cotejo::cli
