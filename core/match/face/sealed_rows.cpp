#include "core/match/face/sealed_rows.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/base/errors.h"

namespace cotejo::match {
namespace {

tl::unexpected<Error> refused(const char* code, const std::string& what, int why) {
    return fail(code, what + ": " + std::string(std::strerror(why)));
}

/// A file that has no name and goes with its last handle, also when the program is killed.
int unnamedFile(const std::filesystem::path& folder) {
    const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return file;
    std::string name = (folder / ".rows-XXXXXX").string();
    const int named = mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) unlink(name.c_str());
    return named;
}

}  // namespace

Result<SealedRows> SealedRows::create(const std::filesystem::path& folder, std::size_t rowBytes) {
    const int file = unnamedFile(folder);
    if (file < 0)
        return refused(base::kNotWritable, folder.string() + " cannot hold the gallery's temporary file",
                       errno);
    return SealedRows(file, rowBytes);
}

SealedRows::SealedRows(int file, std::size_t rowBytes) : m_file(file), m_rowBytes(rowBytes) {
    crypto_aead_xchacha20poly1305_ietf_keygen(m_key.data());
}

SealedRows::SealedRows(SealedRows&& other) noexcept
    : m_file(std::exchange(other.m_file, -1)),
      m_rowBytes(other.m_rowBytes),
      m_next(other.m_next),
      m_key(other.m_key) {
    sodium_memzero(other.m_key.data(), other.m_key.size());
}

SealedRows::~SealedRows() {
    sodium_memzero(m_key.data(), m_key.size());
    if (m_file >= 0) close(m_file);
}

SealedRows::Nonce SealedRows::nonceOf(std::uint32_t number) {
    Nonce nonce{};
    std::memcpy(nonce.data(), &number, sizeof number);
    return nonce;
}

Result<std::uint32_t> SealedRows::put(const std::int8_t* row) {
    if (m_next > std::numeric_limits<std::uint32_t>::max())
        return fail(base::kTooLarge,
                    "the gallery's file has used up its row numbers; build the gallery anew");
    const auto number = static_cast<std::uint32_t>(m_next++);  // spent even if the write fails
    std::vector<unsigned char> sealed(sealedBytes());
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr,
                                               reinterpret_cast<const unsigned char*>(row), m_rowBytes,
                                               nullptr, 0, nullptr, nonceOf(number).data(), m_key.data());
    const auto written = pwrite(m_file, sealed.data(), sealed.size(),
                                static_cast<off_t>(number * std::uint64_t(sealed.size())));
    if (written != static_cast<ssize_t>(sealed.size()))
        return refused(base::kNotWritable, "a reference cannot be written to the gallery's temporary file",
                       written < 0 ? errno : ENOSPC);
    return number;
}

Status SealedRows::get(std::uint32_t number, std::int8_t* row) const {
    std::vector<unsigned char> sealed(sealedBytes());
    const auto got = pread(m_file, sealed.data(), sealed.size(),
                           static_cast<off_t>(number * std::uint64_t(sealed.size())));
    if (got < 0)
        return refused(base::kNotReadable, "a reference cannot be read from the gallery's temporary file",
                       errno);
    if (got != static_cast<ssize_t>(sealed.size()) ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(row), nullptr, nullptr,
                                                   sealed.data(), sealed.size(), nullptr, 0,
                                                   nonceOf(number).data(), m_key.data()) != 0)
        return fail(base::kNotReadable,
                    "row " + std::to_string(number) +
                        " of the gallery's temporary file is not what was written; build the "
                        "gallery anew");
    return {};
}

void SealedRows::erase(std::uint32_t number) {
    const auto at = static_cast<off_t>(number * std::uint64_t(sealedBytes()));
    if (fallocate(m_file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, at,
                  static_cast<off_t>(sealedBytes())) == 0)
        return;
    const std::vector<unsigned char> zeros(sealedBytes());
    // Where this fails too, what stays is enciphered and its row is never asked for again.
    [[maybe_unused]] const auto written = pwrite(m_file, zeros.data(), zeros.size(), at);
}

}  // namespace cotejo::match
