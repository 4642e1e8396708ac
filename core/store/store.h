#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

#include "core/store/database.h"

namespace cotejo::store {

class Store;
class BlobTable;

/// A read connection on loan; goes back to its Store at the end of the scope. Use it in one thread. Two statements see one state of
/// the store only within `whole`.
class Reader {
  public:
    Reader(Reader&& other) noexcept;
    Reader& operator=(Reader&&) = delete;
    ~Reader();
    Database& db() { return *m_database; }
    operator Database&() { return *m_database; }
    /// Runs `read()`, which returns a Status or Result, over one state of the store.
    template <class Read>
    auto whole(Read&& read) -> std::invoke_result_t<Read> {
        if (auto begun = m_database->execute("BEGIN"); !begun) return tl::unexpected<Error>(std::move(begun).error());
        auto result = read();
        (void)m_database->execute("ROLLBACK");
        return result;
    }

  private:
    friend class Store;
    Reader(Store& store, std::unique_ptr<Database> database);
    Store* m_store;
    std::unique_ptr<Database> m_database;
};

/// A post's folder while it is unlocked: cases.db (encrypted) and blobs/. All functions: any thread. One write at a time; a
/// write is on the disk when it returns.
class Store {
  public:
    static constexpr char kDatabaseName[] = "cases.db";
    static constexpr char kBlobFolder[] = "blobs";

    /// Makes the folder's database. Errors: E_INVALID_ARGUMENT when there is one already, and those of Database::open.
    static Result<std::unique_ptr<Store>> create(const std::filesystem::path& folder, const Secret& dek);
    /// `dek` is the data key that a key slot unlocked. Errors: E_NOT_FOUND, E_STORE_KEY, E_STORE_CORRUPT, E_STORE_VERSION...
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder, const Secret& dek);
    ~Store();
    Store(const Store&) = delete;

    /// Runs `work(Transaction&)`, which returns a Status or Result, and commits if it succeeded. Whatever it returned as an
    /// error, or a failure to commit, leaves nothing behind. Do not call write() inside `work`.
    template <class Work>
    auto write(Work&& work) -> std::invoke_result_t<Work, Transaction&>;
    /// Imports: calls `each(Transaction&, index)` for 0..count-1, `batch` calls a transaction. A failing call undoes its batch
    /// and stops; earlier batches stay. Returns how many were committed. Error E_CANCELLED after `stop`: param "done".
    template <class Each>
    Result<std::size_t> writeMany(std::size_t count, std::size_t batch, Each&& each, std::stop_token stop = {});
    /// Error: those of Database::open.
    Result<Reader> reader();
    /// Attachments, through this connection or transaction.
    BlobTable blobs(Database& database) const;

    const std::filesystem::path& folder() const { return m_folder; }
    /// Grows with every commit made through this object: cheap to ask "did anything change?".
    std::uint64_t changeCount() const { return m_changes.load(std::memory_order_relaxed); }
    /// Reads every page, index and link of the database: E_STORE_CORRUPT with the first finding. Slow.
    Status checkIntegrity();

  private:
    friend class Reader;
    Store(std::filesystem::path folder, Secret key, Database writer);
    Result<Transaction> beginWrite();
    Status finishWrite(Transaction& transaction);
    void giveBack(std::unique_ptr<Database> database);

    std::filesystem::path m_folder;
    Secret m_key;
    std::mutex m_writeLock;
    Database m_writer;
    bool m_diskFailed = false;  ///< under m_writeLock. After a failed sync nothing more is believed until reopened
    std::mutex m_poolLock;
    std::vector<std::unique_ptr<Database>> m_pool;
    std::atomic<std::uint64_t> m_changes{0};
};

template <class Work>
auto Store::write(Work&& work) -> std::invoke_result_t<Work, Transaction&> {
    const std::lock_guard lock(m_writeLock);
    auto transaction = beginWrite();
    if (!transaction) return tl::unexpected<Error>(std::move(transaction).error());
    auto result = work(*transaction);
    if (!result) return result;
    if (auto done = finishWrite(*transaction); !done) return tl::unexpected<Error>(std::move(done).error());
    return result;
}

template <class Each>
Result<std::size_t> Store::writeMany(std::size_t count, std::size_t batch, Each&& each, std::stop_token stop) {
    std::size_t done = 0;
    while (done < count) {
        if (stop.stop_requested())
            return fail("E_CANCELLED", "stopped on request", {{"done", std::to_string(done)}});
        const std::size_t end = std::min(count, done + std::max<std::size_t>(batch, 1));
        auto written = write([&](Transaction& transaction) -> Status {
            for (std::size_t i = done; i < end; ++i) COTEJO_TRY(each(transaction, i));
            return {};
        });
        if (!written) return tl::unexpected<Error>(std::move(written).error());
        done = end;
    }
    return done;
}

}  // namespace cotejo::store
