#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/record/event.h"
#include "core/store/database.h"

namespace cotejo::store {

/// Notes that `owner` (a case, a watchlist entry) names an attachment, which may not be here yet. What was erased counts as
/// missing again.
Status expectBlob(Database& database, const record::BlobRef& blob, ByteView owner);

/// Images and documents by the SHA-256 of their bytes. Up to 64 KiB inside the encrypted database, above in a file of its own
/// with a random name and a random key that stands in the database: erasing the key erases the file's meaning. Thread of the
/// connection it is made with.
class BlobTable {
  public:
    static constexpr std::size_t kInlineCap = 64u << 10;
    static constexpr std::size_t kBlobCap = 256u << 20;

    /// `folder` is the post's blobs/ folder. Usually made by Store::blobs().
    BlobTable(Database& database, std::filesystem::path folder) : m_db(database), m_folder(std::move(folder)) {}

    /// Keeps the bytes; the same bytes twice are one attachment. Inside a Transaction pass it, so that a file written for a
    /// rolled back transaction goes too. Error: E_TOO_LARGE above 256 MiB.
    Result<Hash> put(Transaction& transaction, ByteView bytes, std::string_view mime);
    /// Checked against the hash. Errors: E_STORE_MISSING when it has not arrived or was erased, E_STORE_CORRUPT.
    Result<Bytes> get(const Hash& sha);
    Result<bool> has(const Hash& sha);
    /// Length in bytes of an attachment that is known, here or not.
    Result<std::optional<std::uint64_t>> length(const Hash& sha);
    /// The cases and watchlist entries that name it, by the bytes of their ids.
    Result<std::vector<Bytes>> owners(const Hash& sha);

    /// Attachments that events name and that are not here, smallest first.
    struct Missing {
        Hash sha256;
        std::uint64_t length = 0;
        std::uint64_t have = 0;  ///< bytes already received by addPart
        std::string mime;
    };
    Result<std::vector<Missing>> missing(std::size_t limit = 1000);
    /// The next piece of a missing attachment; `offset` must be where the last piece ended (E_INVALID_ARGUMENT).
    Status addPart(const Hash& sha, std::uint64_t offset, ByteView bytes);
    /// Puts the pieces together. E_STORE_CORRUPT if they do not have this hash: then dropParts (in a transaction of its own) and
    /// fetch again.
    Status finishParts(Transaction& transaction, const Hash& sha);
    Status dropParts(const Hash& sha);

    /// Takes back `owner`'s use; when nobody else uses the attachment its bytes and key are erased, the hash stays.
    Status release(Transaction& transaction, const Hash& sha, ByteView owner);

  private:
    Status erase(Transaction& transaction, const Hash& sha);
    std::filesystem::path pathOf(const std::string& file) const { return m_folder / file.substr(0, 2) / file; }
    Database& m_db;
    std::filesystem::path m_folder;
};

}  // namespace cotejo::store
