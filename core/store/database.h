#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

struct sqlite3;
struct sqlite3_stmt;

/// A thin, move-only layer over SQLite3 Multiple Ciphers. Every failure is one of the codes of errors.h; nothing throws, and
/// nothing here ever deletes, renames or recreates a database file.
namespace cotejo::store {

class Statement;

struct OpenOptions {
    const Secret* key = nullptr;  ///< 32 raw bytes (ChaCha20-Poly1305); null for a plain database
    bool readOnly = false;        ///< no write statement is allowed; the file must exist
    bool create = true;           ///< make the file (mode 0600) when there is none
    std::chrono::milliseconds busyTimeout{5000};
};

/// One connection. One thread at a time; not to be shared without a lock.
class Database {
  public:
    /// Opens with WAL, synchronous=FULL, foreign keys, secure_delete, temporary tables in memory. Reads the first page, so a
    /// wrong key (E_STORE_KEY) or a damaged file (E_STORE_CORRUPT) shows here. Errors: all of errors.h, E_NOT_FOUND.
    static Result<Database> open(const std::filesystem::path& path, const OpenOptions& options);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Prepared once, kept, and reset when the Statement goes out of scope.
    Result<Statement> prepare(std::string_view sql);
    /// Runs one or more statements without parameters.
    Status execute(const std::string& sql);
    /// prepare, bind in order, run to the end. Rows are ignored.
    template <class... Values>
    Status run(std::string_view sql, const Values&... values);
    /// First column of the first row, if there is one and it is not NULL.
    template <class... Values>
    Result<std::optional<std::int64_t>> integer(std::string_view sql, const Values&... values);

    std::int64_t lastRowId() const;
    /// Rows changed by the last INSERT, UPDATE or DELETE.
    std::int64_t changes() const;
    const std::filesystem::path& path() const;
    bool inTransaction() const;
    /// Makes running statements of this connection stop with E_CANCELLED. Any thread.
    void interrupt();
    /// Empties the write-ahead log into the database and cuts it to zero.
    Status checkpoint();

  private:
    friend class Statement;
    struct Connection;
    explicit Database(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

/// A prepared statement on loan from its Database, which must outlive it. Parameters count from 1, columns from 0.
class Statement {
  public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// A failure to bind is kept and reported by step().
    Statement& bind(int index, std::nullptr_t);
    Statement& bind(int index, std::nullopt_t) { return bind(index, nullptr); }
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, ByteView blob);
    Statement& bind(int index, int value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement& bind(int index, bool value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement& bind(int index, std::uint32_t value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement& bind(int index, std::uint64_t value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, const std::string& text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, const Bytes& blob) { return bind(index, ByteView(blob)); }
    Statement& bind(int index, UtcTime time) { return bind(index, toMillis(time)); }
    template <class Tag, std::size_t N>
    Statement& bind(int index, const FixedBytes<Tag, N>& value) { return bind(index, value.bytes()); }
    template <class T>
    Statement& bind(int index, const std::optional<T>& value) {
        return value ? bind(index, *value) : bind(index, nullptr);
    }
    template <class... Values>
    Statement& bindAll(const Values&... values) {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    /// True: a row is there. False: done.
    Result<bool> step();
    /// Steps to the end, ignoring rows.
    Status run();
    /// Ready for other values.
    void reset();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    Bytes blob(int column) const;
    /// Valid until the next step, reset or the end of the statement.
    ByteView blobView(int column) const;
    UtcTime time(int column) const { return fromMillis(integer(column)); }
    /// Zero value where the column is NULL or has another size.
    template <class T>
    T id(int column) const { return T::fromBytes(blobView(column)).value_or(T{}); }
    template <class T>
    std::optional<T> optionalId(int column) const {
        return isNull(column) ? std::nullopt : std::optional<T>(T::fromBytes(blobView(column)));
    }

  private:
    friend class Database;
    Statement(Database::Connection* connection, sqlite3_stmt* statement);
    Database::Connection* m_connection;
    sqlite3_stmt* m_statement;
    int m_bindFailure = 0;
};

/// BEGIN IMMEDIATE now, ROLLBACK at the end of its scope unless commit() succeeded. Use inside the thread of its Database.
class Transaction {
  public:
    /// Errors: E_STORE_BUSY when another program writes longer than the busy timeout.
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// After success everything written is on the disk. After failure everything was rolled back.
    Status commit();
    /// Called once if the transaction does not commit (files written beside the database).
    void onRollback(std::function<void()> undo) { m_undo.push_back(std::move(undo)); }
    Database& db() { return *m_database; }
    operator Database&() { return *m_database; }

  private:
    explicit Transaction(Database& database) : m_database(&database) {}
    void rollback();
    Database* m_database;
    std::vector<std::function<void()>> m_undo;
};

/// "SQLite 3.x.y, SQLite3 Multiple Ciphers a.b.c". Error E_STORE_VERSION when the program runs with another SQLite than the
/// one it was built with, or one without ciphers.
Result<std::string> checkLibrary();

template <class... Values>
Status Database::run(std::string_view sql, const Values&... values) {
    COTEJO_TRY_ASSIGN(auto statement, prepare(sql));
    return statement.bindAll(values...).run();
}

template <class... Values>
Result<std::optional<std::int64_t>> Database::integer(std::string_view sql, const Values&... values) {
    COTEJO_TRY_ASSIGN(auto statement, prepare(sql));
    COTEJO_TRY_ASSIGN(const bool row, statement.bindAll(values...).step());
    if (!row || statement.isNull(0)) return std::optional<std::int64_t>();
    return std::optional<std::int64_t>(statement.integer(0));
}

}  // namespace cotejo::store
