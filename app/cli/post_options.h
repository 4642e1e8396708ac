#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "core/access/desk.h"

namespace cotejo::cli {

/// --post, --login and --passphrase-file, common to every command that works on a post.
class PostOptions {
  public:
    /// Adds the options to `command`; `this` must outlive the parse (commands keep it in a shared_ptr).
    void addTo(CLI::App& command);
    /// Errors: those of readPassphrase and access::signIn.
    Result<std::unique_ptr<access::Desk>> signIn() const;
    const std::filesystem::path& folder() const { return m_folder; }

  private:
    std::filesystem::path m_folder;
    std::string m_login;
    std::string m_passphraseFile;
};

}  // namespace cotejo::cli
