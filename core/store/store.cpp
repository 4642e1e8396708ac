#include "core/store/store.h"

#include "core/base/errors.h"
#include "core/store/blob_table.h"
#include "core/store/errors.h"
#include "core/store/schema.h"

namespace cotejo::store {
namespace {

constexpr std::size_t kPoolCap = 8;

Secret databaseKey(const Secret& dek) { return subKey(dek, "cotejo cases.db"); }

}  // namespace

Reader::Reader(Store& store, std::unique_ptr<Database> database) : m_store(&store), m_database(std::move(database)) {}
Reader::Reader(Reader&& other) noexcept = default;
Reader::~Reader() {
    if (m_database) m_store->giveBack(std::move(m_database));
}

Store::Store(std::filesystem::path folder, Secret key, Database writer)
    : m_folder(std::move(folder)), m_key(std::move(key)), m_writer(std::move(writer)) {}

Store::~Store() {
    m_pool.clear();
    (void)m_writer.checkpoint();  // an empty log is quicker to open; a failure costs only that
}

Result<std::unique_ptr<Store>> Store::create(const std::filesystem::path& folder, const Secret& dek) {
    std::error_code error;
    std::filesystem::create_directories(folder / kBlobFolder, error);
    if (error) return fail(kReadOnly, folder.string() + " cannot be made: " + error.message());
    if (std::filesystem::exists(folder / kDatabaseName, error))
        return fail(base::kInvalidArgument, folder.string() + " already holds a post; choose another folder");
    auto key = databaseKey(dek);
    OpenOptions options;
    options.key = &key;
    COTEJO_TRY_ASSIGN(auto writer, Database::open(folder / kDatabaseName, options));
    COTEJO_TRY(applyMigrations(writer, postMigrations(), kPostApplication));
    return std::unique_ptr<Store>(new Store(folder, std::move(key), std::move(writer)));
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& folder, const Secret& dek) {
    auto key = databaseKey(dek);
    OpenOptions options;
    options.key = &key;
    options.create = false;
    COTEJO_TRY_ASSIGN(auto writer, Database::open(folder / kDatabaseName, options));
    COTEJO_TRY(applyMigrations(writer, postMigrations(), kPostApplication));
    return std::unique_ptr<Store>(new Store(folder, std::move(key), std::move(writer)));
}

Result<Transaction> Store::beginWrite() {
    if (m_diskFailed)
        return fail(kIo, "an earlier write failed on the disk. Close the program, check the disk, and open it again.");
    return Transaction::begin(m_writer);
}

Status Store::finishWrite(Transaction& transaction) {
    auto done = transaction.commit();
    if (done)
        m_changes.fetch_add(1, std::memory_order_relaxed);
    else if (done.error().is(kIo))
        m_diskFailed = true;  // what the disk holds now is unknown until it is read again
    return done;
}

Result<Reader> Store::reader() {
    {
        const std::lock_guard lock(m_poolLock);
        if (!m_pool.empty()) {
            auto database = std::move(m_pool.back());
            m_pool.pop_back();
            return Reader(*this, std::move(database));
        }
    }
    OpenOptions options;
    options.key = &m_key;
    options.readOnly = true;
    COTEJO_TRY_ASSIGN(auto database, Database::open(m_folder / kDatabaseName, options));
    return Reader(*this, std::make_unique<Database>(std::move(database)));
}

void Store::giveBack(std::unique_ptr<Database> database) {
    const std::lock_guard lock(m_poolLock);
    if (m_pool.size() < kPoolCap) m_pool.push_back(std::move(database));
}

BlobTable Store::blobs(Database& database) const { return {database, m_folder / kBlobFolder}; }

Status Store::checkIntegrity() {
    COTEJO_TRY_ASSIGN(auto borrowed, reader());
    for (const auto* check : {"PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"}) {
        COTEJO_TRY_ASSIGN(auto rows, borrowed.db().prepare(check));
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (row && rows.text(0) != "ok")
            return fail(kCorrupt, std::string(kDatabaseName) + " is damaged: " + rows.text(0) +
                                      ". It was not changed: keep it, and restore a copy or sync again.");
    }
    return {};
}

}  // namespace cotejo::store
