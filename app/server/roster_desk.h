#pragma once

#include <functional>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/server/roster_keeper.h"
#include "app/server/store/sqlite_server_store.h"
#include "core/base/json.h"
#include "core/roster/admin_key.h"

namespace cotejo::server {

/// How main.cpp runs a command: its answer as JSON and as text for people.
using Answer = std::function<void(const Json& document, const std::string& plain)>;
using Command = std::function<Status(const std::filesystem::path& folder, const Answer& answer)>;
/// Adds a subcommand with the options common to all; main.cpp's.
using AddCommand = std::function<CLI::App*(CLI::App& under, const char* name, const char* about, Command run)>;

/// Which administrators sign, by their key files, and where their passphrases come from.
struct Signers {
    std::vector<std::string> keys;
    std::vector<std::string> passphraseFiles;
};
void addSigners(CLI::App& command, Signers& signers);

/// Store, roster and signing administrators of one command.
class RosterDesk {
  public:
    /// `signs`: the keys are opened. Errors: those of Authority::open, of the store and of the keys.
    static Result<std::unique_ptr<RosterDesk>> open(const std::filesystem::path& folder, const Signers& signers, bool signs);

    ServerStore& store() { return *m_store; }
    RosterKeeper& keeper() { return m_keeper; }
    Result<roster::Roster> latest();
    /// Signs it with every key and hands it in.
    Result<sync::RosterAnswer> enter(roster::Change change);
    Result<sync::RosterAnswer> handIn(roster::Entry entry);

  private:
    explicit RosterDesk(std::unique_ptr<SqliteServerStore> store) : m_store(std::move(store)), m_keeper(*m_store) {}
    std::unique_ptr<SqliteServerStore> m_store;
    RosterKeeper m_keeper;
    std::vector<roster::AdminKey> m_keys;
};

/// Whether it entered, or waits for a second administrator.
void tell(const Answer& answer, const sync::RosterAnswer& done, const std::string& what);

}  // namespace cotejo::server
