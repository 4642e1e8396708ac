#include "app/server/partner/spool_carrier.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "app/server/errors.h"
#include "core/base/file.h"

namespace cotejo::server {
namespace {

Result<std::optional<Brought>> readBrought(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (file < 0 && errno == ENOENT) return std::optional<Brought>();
    const auto broken = [&](const std::string& why) {
        if (file >= 0) ::close(file);
        return fail(kPartnerFailed, path.string() + " cannot be read: " + why);
    };
    struct stat about {};
    if (file < 0) return broken(std::strerror(errno));
    if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) return broken("it is no file");
    Brought brought;
    brought.bytes.resize(kBroughtCap + 1);
    std::size_t got = 0;
    while (got < brought.bytes.size()) {
        const auto count = ::read(file, brought.bytes.data() + got, brought.bytes.size() - got);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return broken(std::strerror(errno));
        if (count == 0) break;
        got += static_cast<std::size_t>(count);
    }
    ::close(file);
    brought.cut = got > kBroughtCap;
    brought.bytes.resize(std::min(got, kBroughtCap));
    return std::optional(std::move(brought));
}

}  // namespace

Result<std::optional<Brought>> SpoolCarrier::send(const record::RequestId& id, ByteView envelope) {
    // Whether it is there or not, nothing is there in part: what cannot be written has not left.
    if (const auto written = writeFileAtomically(m_folder / "out" / (id.text() + ".request"), envelope, 0640); !written)
        return fail(kPartnerUnreached, written.error().detail);
    return acknowledgement(id);
}

Result<std::optional<Brought>> SpoolCarrier::acknowledgement(const record::RequestId& id) { return readBrought(m_folder / "in" / (id.text() + ".ack")); }
Result<std::optional<Brought>> SpoolCarrier::answer(const record::RequestId& id) { return readBrought(m_folder / "in" / (id.text() + ".answer")); }

}  // namespace cotejo::server
