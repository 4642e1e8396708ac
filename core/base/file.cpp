#include "core/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/errors.h"
#include "core/base/id.h"

namespace cotejo {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_fd >= 0) ::close(m_fd);
    }
    int get() const { return m_fd; }

  private:
    int m_fd;
};

}  // namespace

Result<Bytes> readFile(const std::filesystem::path& path, std::size_t cap) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    const auto name = path.string();
    if (file.get() < 0) {
        const int why = errno;
        return why == ENOENT ? fail(base::kNotFound, name + " does not exist", {{"file", name}})
                             : fail(base::kNotReadable, name + " cannot be opened: " + std::strerror(why), {{"file", name}});
    }
    struct stat about {};
    if (::fstat(file.get(), &about) != 0 || !S_ISREG(about.st_mode))
        return fail(base::kNotReadable, name + " is not a regular file", {{"file", name}});
    if (static_cast<std::uint64_t>(about.st_size) > cap)
        return fail(base::kTooLarge, name + " has " + std::to_string(about.st_size) + " bytes; at most " + std::to_string(cap) +
                                         " are read", {{"file", name}});
    Bytes bytes(static_cast<std::size_t>(about.st_size));
    std::size_t got = 0;
    while (got < bytes.size()) {
        const auto count = ::read(file.get(), bytes.data() + got, bytes.size() - got);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(base::kNotReadable, name + " cannot be read: " + std::strerror(errno), {{"file", name}});
        if (count == 0) break;
        got += static_cast<std::size_t>(count);
    }
    bytes.resize(got);
    return bytes;
}

Status writeFileAtomically(const std::filesystem::path& path, ByteView bytes, unsigned mode) {
    std::array<std::uint8_t, 6> suffix;
    fillRandom(suffix.data(), suffix.size());
    auto part = path;
    part += ".part-" + toHex(suffix);
    const auto refuse = [&](const char* what) {
        const auto why = std::string(std::strerror(errno));
        ::unlink(part.c_str());
        return fail(base::kNotWritable, path.string() + " cannot be " + what + ": " + why, {{"file", path.string()}});
    };
    {
        const Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (file.get() < 0) return refuse("created");
        std::size_t done = 0;
        while (done < bytes.size()) {
            const auto count = ::write(file.get(), bytes.data() + done, bytes.size() - done);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return refuse("written");
            done += static_cast<std::size_t>(count);
        }
        if (::fsync(file.get()) != 0) return refuse("made durable");
    }
    if (::rename(part.c_str(), path.c_str()) != 0) return refuse("put in place");
    const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0)
        return fail(base::kNotWritable, "folder of " + path.string() + " cannot be made durable: " + std::strerror(errno));
    return {};
}

}  // namespace cotejo
