#include "app/server/key_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "app/server/errors.h"
#include "core/base/errors.h"
#include "core/base/file.h"

namespace cotejo::server {
namespace {
constexpr std::size_t kKeyFileCap = 64 * 1024;
}

Result<Bytes> readKeyFile(const std::filesystem::path& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0)
        return fail(kFolder, path.parent_path().string() + " has no " + path.filename().string() +
                                 ": it is not a folder made by 'cotejo-server init'");
    if ((about.st_mode & 077) != 0)
        return fail(kAuthority, path.string() + " may be read by others; run 'chmod 600' on it, and renew it if others had access");
    return readFile(path, kKeyFileCap);
}

Result<Secret> readSecretFile(const std::filesystem::path& path) {
    COTEJO_TRY_ASSIGN(const auto text, readKeyFile(path));
    const auto bytes = fromHex(textOf(text));
    if (!bytes || bytes->size() != 32) return fail(kAuthority, path.filename().string() + " does not hold 32 bytes in hexadecimal");
    return Secret::copyOf(*bytes);
}

Status makeSecretFile(const std::filesystem::path& path) {
    std::error_code problem;
    if (std::filesystem::exists(path, problem)) return {};
    auto fresh = path;
    fresh += ".new-" + toHex(Secret::random(6).view());
    COTEJO_TRY(writeFileAtomically(fresh, viewOf(toHex(Secret::random(32).view())), 0600));
    // A link, not a rename: of two that make it at once the first one stays.
    const bool linked = ::link(fresh.c_str(), path.c_str()) == 0 || errno == EEXIST;
    const auto why = std::string(std::strerror(errno));
    ::unlink(fresh.c_str());
    if (!linked) return fail(base::kNotWritable, path.string() + " cannot be made: " + why);
    return {};
}

}  // namespace cotejo::server
