#include "app/cli/post_options.h"

#include "app/terminal/passphrase.h"
#include "core/sync/sync_client.h"

namespace cotejo::cli {

void PostOptions::addTo(CLI::App& command) {
    command.add_option("--post", m_folder, "Folder of the post")->required();
    command.add_option("--login", m_login, "Officer who signs in")->required();
    command.add_option("--passphrase-file", m_passphraseFile,
                       "File with the passphrase (else COTEJO_PASSPHRASE_FILE, else asked on the terminal)");
}

Result<std::unique_ptr<access::Desk>> PostOptions::signIn() const {
    static const SystemClock clock;
    COTEJO_TRY_ASSIGN(const auto passphrase, readPassphrase(m_passphraseFile, "Passphrase of " + m_login));
    COTEJO_TRY_ASSIGN(auto desk, access::signIn(m_folder, m_login, textOf(passphrase.view()), clock));
    sync::keepInReach(*desk);
    return desk;
}

}  // namespace cotejo::cli
