#include "core/store/blob_table.h"

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/store/blob_file.h"
#include "core/store/errors.h"

namespace cotejo::store {
namespace {

enum BlobState { kAbsent = 0, kInline = 1, kInFile = 2, kErased = 3 };

std::string shortOf(const Hash& sha) { return sha.text().substr(0, 12); }

tl::unexpected<Error> notHere(const Hash& sha) {
    return fail(kMissing, "attachment " + shortOf(sha) + " has not arrived yet or was erased; sync again", {{"sha256", sha.text()}});
}

}  // namespace

Status expectBlob(Database& database, const record::BlobRef& blob, ByteView owner) {
    COTEJO_TRY(database.run("INSERT INTO blob(sha, len, mime, state) VALUES(?,?,?,0) ON CONFLICT(sha) DO UPDATE SET "
                            "state = CASE state WHEN 3 THEN 0 ELSE state END, len = CASE len WHEN 0 THEN excluded.len ELSE len END",
                            blob.sha256, blob.length, blob.mime));
    return database.run("INSERT INTO blob_use(sha, owner) VALUES(?,?) ON CONFLICT DO NOTHING", blob.sha256, owner);
}

Result<Hash> BlobTable::put(Transaction& transaction, ByteView bytes, std::string_view mime) {
    if (bytes.size() > kBlobCap) return fail(base::kTooLarge, "an attachment may have at most 256 MiB");
    const Hash sha = sha256(bytes);
    COTEJO_TRY_ASSIGN(const auto state, m_db.integer("SELECT state FROM blob WHERE sha=?", sha));
    if (state == kInline || state == kInFile) return sha;
    constexpr std::string_view kSet =
        "INSERT INTO blob(sha, len, mime, state, bytes, file, key) VALUES(?,?,?,?,?,?,?) ON CONFLICT(sha) DO UPDATE SET "
        "len=excluded.len, mime=excluded.mime, state=excluded.state, bytes=excluded.bytes, file=excluded.file, key=excluded.key";
    const auto length = static_cast<std::int64_t>(bytes.size());
    if (bytes.size() <= kInlineCap) {
        COTEJO_TRY(m_db.run(kSet, sha, length, mime, int{kInline}, bytes, nullptr, nullptr));
    } else {
        const auto key = Secret::random(32);
        const std::string file = FixedBytes<struct FileTag, 16>::fromBytes(Secret::random(16).view())->text();
        std::error_code error;
        std::filesystem::create_directories(pathOf(file).parent_path(), error);
        COTEJO_TRY(writeBlobFile(pathOf(file), key, bytes, sha.bytes()));
        transaction.onRollback([path = pathOf(file)] {
            std::error_code ignored;
            std::filesystem::remove(path, ignored);
        });
        COTEJO_TRY(m_db.run(kSet, sha, length, mime, int{kInFile}, nullptr, file, key.view()));
    }
    return sha;
}

Result<std::vector<Bytes>> BlobTable::owners(const Hash& sha) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT owner FROM blob_use WHERE sha=? ORDER BY owner"));
    rows.bindAll(sha);
    std::vector<Bytes> owners;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, rows.step());
        if (!more) return owners;
        owners.push_back(rows.blob(0));
    }
}

Result<Bytes> BlobTable::get(const Hash& sha) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT state, bytes, file, key FROM blob WHERE sha=?"));
    COTEJO_TRY_ASSIGN(const bool found, rows.bindAll(sha).step());
    const std::int64_t state = found ? rows.integer(0) : std::int64_t{kAbsent};
    Bytes bytes;
    if (state == kInline) {
        bytes = rows.blob(1);
    } else if (state == kInFile) {
        const auto path = pathOf(rows.text(2));
        auto plain = readBlobFile(path, Secret::copyOf(rows.blobView(3)), sha.bytes());
        if (!plain && plain.error().is(base::kNotFound))
            return fail(kCorrupt, "the file of attachment " + shortOf(sha) + " is gone; restore a copy of the post's blobs folder",
                        {{"sha256", sha.text()}});
        if (!plain) return plain;
        bytes = std::move(*plain);
    } else {
        return notHere(sha);
    }
    if (sha256(bytes) != sha)
        return fail(kCorrupt, "attachment " + shortOf(sha) + " does not have its hash; restore a copy or sync again",
                    {{"sha256", sha.text()}});
    return bytes;
}

Result<bool> BlobTable::has(const Hash& sha) {
    COTEJO_TRY_ASSIGN(const auto state, m_db.integer("SELECT state FROM blob WHERE sha=?", sha));
    return state == kInline || state == kInFile;
}

Result<std::optional<std::uint64_t>> BlobTable::length(const Hash& sha) {
    COTEJO_TRY_ASSIGN(const auto length, m_db.integer("SELECT len FROM blob WHERE sha=?", sha));
    return length ? std::optional<std::uint64_t>(static_cast<std::uint64_t>(*length)) : std::nullopt;
}

Result<std::vector<BlobTable::Missing>> BlobTable::missing(std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT b.sha, b.len, (SELECT coalesce(sum(length(p.bytes)), 0) FROM blob_part p "
                                              "WHERE p.sha = b.sha), b.mime FROM blob b WHERE b.state=0 ORDER BY b.len LIMIT ?"));
    rows.bindAll(static_cast<std::int64_t>(limit));
    std::vector<Missing> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back({rows.id<Hash>(0), static_cast<std::uint64_t>(rows.integer(1)),
                         static_cast<std::uint64_t>(rows.integer(2)), rows.text(3)});
    }
}

Status BlobTable::addPart(const Hash& sha, std::uint64_t offset, ByteView bytes) {
    COTEJO_TRY_ASSIGN(const auto have,
                      m_db.integer("SELECT coalesce(sum(length(bytes)), 0) FROM blob_part WHERE sha=?", sha));
    if (static_cast<std::uint64_t>(*have) != offset || offset + bytes.size() > kBlobCap)
        return fail(base::kInvalidArgument, "a piece of attachment " + shortOf(sha) + " does not follow the last one",
                    {{"have", std::to_string(*have)}});
    return m_db.run("INSERT INTO blob_part(sha, off, bytes) VALUES(?,?,?)", sha, offset, bytes);
}

Status BlobTable::finishParts(Transaction& transaction, const Hash& sha) {
    Bytes whole;
    std::string mime;
    {
        COTEJO_TRY_ASSIGN(auto parts, m_db.prepare("SELECT p.bytes, b.mime FROM blob_part p JOIN blob b USING(sha) "
                                                   "WHERE p.sha=? ORDER BY p.off"));
        parts.bindAll(sha);
        while (true) {
            COTEJO_TRY_ASSIGN(const bool row, parts.step());
            if (!row) break;
            const auto piece = parts.blobView(0);
            whole.insert(whole.end(), piece.begin(), piece.end());
            mime = parts.text(1);
        }
    }
    if (sha256(whole) != sha)
        return fail(kCorrupt, "attachment " + shortOf(sha) + " arrived damaged; it will be fetched again", {{"sha256", sha.text()}});
    COTEJO_TRY(put(transaction, whole, mime));
    return dropParts(sha);
}

Status BlobTable::dropParts(const Hash& sha) { return m_db.run("DELETE FROM blob_part WHERE sha=?", sha); }

Status BlobTable::release(Transaction& transaction, const Hash& sha, ByteView owner) {
    COTEJO_TRY(m_db.run("DELETE FROM blob_use WHERE sha=? AND owner=?", sha, owner));
    COTEJO_TRY_ASSIGN(const auto others, m_db.integer("SELECT 1 FROM blob_use WHERE sha=? LIMIT 1", sha));
    return others ? Status() : erase(transaction, sha);
}

Status BlobTable::erase(Transaction&, const Hash& sha) {
    // The file stays until the key is gone for good: without its key it is noise, and removing it first could lose it.
    COTEJO_TRY(dropParts(sha));
    return m_db.run("UPDATE blob SET state=3, bytes=NULL, key=NULL WHERE sha=?", sha);
}

}  // namespace cotejo::store
