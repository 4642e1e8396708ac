#include "app/terminal/passphrase.h"

#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "core/base/errors.h"
#include "core/base/file.h"

namespace cotejo {
namespace {

constexpr std::size_t kPassphraseCap = 4096;

/// Echo off while it lives.
class QuietTerminal {
  public:
    QuietTerminal() {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        auto quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_changed) m_changed = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;
    ~QuietTerminal() {
        if (m_changed) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

  private:
    termios m_before{};
    bool m_changed = false;
};

Secret withoutLineEnd(ByteView bytes) {
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r')) bytes = bytes.first(bytes.size() - 1);
    return Secret::copyOf(bytes);
}

}  // namespace

Result<Secret> readPassphrase(const std::string& file, const std::string& prompt) {
    const char* named = std::getenv("COTEJO_PASSPHRASE_FILE");
    const std::string path = !file.empty() ? file : named ? named : "";
    if (!path.empty()) {
        COTEJO_TRY_ASSIGN(auto bytes, readFile(path, kPassphraseCap));
        auto secret = withoutLineEnd(bytes);
        std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
        return secret;
    }
    if (::isatty(STDIN_FILENO) == 0)
        return fail(base::kInvalidArgument,
                    "a passphrase is needed: name a file with --passphrase-file or COTEJO_PASSPHRASE_FILE, or run this in a terminal");
    std::cerr << prompt << ": " << std::flush;
    std::string line;
    {
        const QuietTerminal quiet;
        std::getline(std::cin, line);
    }
    std::cerr << '\n';
    auto secret = withoutLineEnd(viewOf(line));
    std::fill(line.begin(), line.end(), '\0');
    return secret;
}

}  // namespace cotejo
