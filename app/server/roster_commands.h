#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "app/server/authority.h"
#include "app/server/store/sqlite_server_store.h"
#include "core/base/json.h"

namespace cotejo::server {

/// How main.cpp runs a command: its answer as JSON and as text for people.
using Answer = std::function<void(const Json& document, const std::string& plain)>;
using Command = std::function<Status(const std::filesystem::path& folder, const Answer& answer)>;
/// Adds a subcommand with the options common to all; main.cpp's.
using AddCommand = std::function<CLI::App*(CLI::App& under, const char* name, const char* about, Command run)>;

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
