#include "app/server/roster_desk.h"

#include <algorithm>

#include "app/server/authority.h"
#include "app/terminal/passphrase.h"
#include "core/base/errors.h"
#include "core/roster/errors.h"

namespace cotejo::server {

void addSigners(CLI::App& command, Signers& signers) {
    command.add_option("--key", signers.keys, "Key file of an administrator (twice for two signatures)")->required();
    command.add_option("--passphrase-file", signers.passphraseFiles, "File with the passphrase of each, in the same order (else asked on the terminal)");
}

Result<std::unique_ptr<RosterDesk>> RosterDesk::open(const std::filesystem::path& folder, const Signers& signers, bool signs) {
    COTEJO_TRY_ASSIGN(const auto authority, Authority::open(folder));
    COTEJO_TRY_ASSIGN(auto store, SqliteServerStore::open(folder, authority.storeKey()));
    auto desk = std::unique_ptr<RosterDesk>(new RosterDesk(std::move(store)));
    if (!signs) return desk;
    if (signers.keys.empty() || signers.keys.size() > 2) return fail(base::kInvalidArgument, "name the key files of one or two administrators with --key");
    for (std::size_t i = 0; i < signers.keys.size(); ++i) {
        const auto file = i < signers.passphraseFiles.size() ? signers.passphraseFiles[i] : std::string();
        COTEJO_TRY_ASSIGN(const auto passphrase, readPassphrase(file, "Passphrase of " + signers.keys[i]));
        COTEJO_TRY_ASSIGN(auto key, roster::openAdminKey(signers.keys[i], textOf(passphrase.view())));
        desk->m_keys.push_back(std::move(key));
    }
    return desk;
}

Result<roster::Roster> RosterDesk::latest() {
    COTEJO_TRY_ASSIGN(const auto history, m_keeper.current());
    if (!history) return fail(roster::kChain, "this server has no roster: make it with 'cotejo-server init'");
    return history->latest();
}

Result<sync::RosterAnswer> RosterDesk::enter(roster::Change change) {
    COTEJO_TRY_ASSIGN(const auto roster, latest());
    return handIn(roster.next(std::move(change), SystemClock().now()));
}

Result<sync::RosterAnswer> RosterDesk::handIn(roster::Entry entry) {
    for (const auto& each : m_keys) {
        const bool signedAlready = std::ranges::any_of(entry.signatures, [&](const auto& one) { return one.by == each.officer.id; });
        if (!signedAlready && entry.signatures.size() < 2) roster::sign(entry, each.officer.id, each.key);
    }
    return m_keeper.handIn(entry);
}

void tell(const Answer& answer, const sync::RosterAnswer& done, const std::string& what) {
    answer({{"entered", done.entered}, {"version", done.version}},
           done.entered ? what + "; roster version " + std::to_string(done.version)
                        : what + " waits for a second administrator: run 'cotejo-server roster sign' with their key");
}

}  // namespace cotejo::server
