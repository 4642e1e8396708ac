#pragma once

#include "app/server/authority.h"
#include "app/server/roster_desk.h"

namespace cotejo::server {

/// "roster", "officer" and "device": what administrators sign at the server, with the keys that 'init' made.
void addRosterCommands(CLI::App& app, const AddCommand& add);

/// Who founds a roster: "login:Name" of each administrator, and where their passphrases come from.
struct Founders {
    std::vector<std::string> administrators;
    std::vector<std::string> passphraseFiles;
    bool testing = false;  ///< unit tests only: a cheap key derivation
};
/// Makes the keys of both below `folder`/administrators and the roster that they sign. Answers the root. Errors: E_INVALID_ARGUMENT unless two are named.
Result<Hash> foundRoster(ServerStore& store, const std::filesystem::path& folder, const std::string& organisation, const roster::ServerIdentity& server, const Founders& founders);

}  // namespace cotejo::server
