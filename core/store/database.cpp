#include "core/store/database.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <unistd.h>
#include <utility>

#include "core/base/errors.h"
#include "core/store/errors.h"

namespace cotejo::store {
namespace {

/// The officer must make room; the rest of the disk is fine.
bool isSpaceErrno(int value) { return value == ENOSPC || value == EFBIG || value == EDQUOT; }

tl::unexpected<Error> storeError(sqlite3* handle, int code, const std::filesystem::path& path, bool opening, bool keyed) {
    const std::string file = path.filename().string();
    const std::string why = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    const int systemErrno = handle ? sqlite3_system_errno(handle) : 0;
    const std::vector<std::pair<std::string, std::string>> params{{"file", file}};
    const auto full = [&] {
        return fail(kFull, file + " cannot grow: no space is left on its disk. Free some space; nothing saved is lost.", params);
    };
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return fail(kBusy, file + " is in use by another program. Close it or try again.", params);
        case SQLITE_FULL:
            return full();
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return fail(kReadOnly, file + " may not be written. Check the permissions of its folder.", params);
        case SQLITE_CANTOPEN:
            if (isSpaceErrno(systemErrno)) return full();
            if (systemErrno == EACCES || systemErrno == EROFS || systemErrno == EPERM)
                return fail(kReadOnly, file + " may not be opened here. Check the permissions of its folder.", params);
            return fail(kIo, file + " cannot be opened (" + why + ").", params);
        case SQLITE_IOERR:
            if (isSpaceErrno(systemErrno)) return full();
            if (code == SQLITE_IOERR_DATA || code == SQLITE_IOERR_CORRUPTFS) break;
            return fail(kIo, "the disk failed while " + file + " was used (" + why + "). Check the disk before going on.", params);
        case SQLITE_NOTADB:
            if (opening && keyed)
                return fail(kKey, "the key does not open " + file + ", or its first page is damaged. The file was not changed.",
                            params);
            break;
        case SQLITE_CORRUPT:
            break;
        case SQLITE_INTERRUPT:
            return fail(base::kCancelled, "stopped on request", params);
        case SQLITE_CONSTRAINT: {
            constexpr std::string_view kCheck = "CHECK constraint failed: ";
            auto named = params;
            named.emplace_back("rule", why.starts_with(kCheck) ? why.substr(kCheck.size()) : why);
            return fail(kConstraint, "a rule of the database refused the change: " + why, std::move(named));
        }
        default:
            return fail(base::kInternal, "SQLite " + std::to_string(code) + " in " + file + ": " + why, params);
    }
    return fail(kCorrupt, file + " is damaged (" + why + "). It was not changed: keep it, and restore a copy or sync again.",
                params);
}

}  // namespace

struct Database::Connection {
    sqlite3* handle = nullptr;
    std::filesystem::path path;
    bool keyed = false;
    bool opening = true;
    std::map<std::string, sqlite3_stmt*, std::less<>> idle;  ///< prepared statements nobody uses right now

    ~Connection() {
        for (auto& [sql, statement] : idle) sqlite3_finalize(statement);
        sqlite3_close_v2(handle);
    }
    tl::unexpected<Error> error(int code) const { return storeError(handle, code, path, opening, keyed); }
};

Result<std::string> checkLibrary() {
    const std::string cipher = sqlite3mc_version();
    if (std::strcmp(sqlite3_libversion(), SQLITE_VERSION) != 0 || cipher != SQLITE3MC_VERSION_STRING ||
        std::strcmp(sqlite3_sourceid(), SQLITE_SOURCE_ID) != 0)
        return fail(kVersion, std::string("this program was built for SQLite " SQLITE_VERSION " but runs with ") +
                                  sqlite3_libversion() + "; reinstall it");
    return "SQLite " SQLITE_VERSION ", " + cipher;
}

Database::Database(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::filesystem::path& path, const OpenOptions& options) {
    if (const auto library = checkLibrary(); !library) return tl::unexpected<Error>(library.error());
    if (options.key && options.key->size() != 32) return fail(base::kInvalidArgument, "a database key is 32 bytes");
    std::error_code error;
    const bool exists = std::filesystem::exists(path, error);
    if (!exists && (options.readOnly || !options.create))
        return fail(base::kNotFound, path.filename().string() + " does not exist in " + path.parent_path().string());
    if (exists && !options.create && std::filesystem::file_size(path, error) == 0)  // SQLite would begin a new database in it
        return fail(kCorrupt, path.filename().string() + " is empty; it was cut off. Keep it, and restore a copy.",
                    {{"file", path.filename().string()}});
    if (!exists) {
        // Made here, so that its permission is right from the first byte; SQLite gives -wal and -shm the same.
        const int descriptor = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
        if (descriptor < 0 && errno != EEXIST)
            return fail(isSpaceErrno(errno) ? kFull : kReadOnly,
                        path.string() + " cannot be made: " + std::strerror(errno), {{"file", path.filename().string()}});
        if (descriptor >= 0) ::close(descriptor);
    }

    Database database(std::make_unique<Connection>());
    auto& connection = *database.m_connection;
    connection.path = path;
    connection.keyed = options.key != nullptr;
    const int flags = (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX |
                      SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
    if (const int code = sqlite3_open_v2(std::filesystem::absolute(path).c_str(), &connection.handle, flags, nullptr); code != SQLITE_OK)
        return connection.error(code);
    sqlite3_busy_timeout(connection.handle, static_cast<int>(options.busyTimeout.count()));
    if (options.key) {
        const int cipher = sqlite3mc_cipher_index("chacha20");
        if (cipher <= 0 || sqlite3mc_config(connection.handle, "cipher", cipher) != cipher)
            return fail(kVersion, "this SQLite has no ChaCha20 cipher; reinstall the program");
        Secret phrase(4 + 32);  // "raw:" tells the library that the key needs no derivation
        std::memcpy(phrase.data(), "raw:", 4);
        std::memcpy(phrase.data() + 4, options.key->data(), 32);
        if (const int code = sqlite3_key_v2(connection.handle, "main", phrase.data(), static_cast<int>(phrase.size()));
            code != SQLITE_OK)
            return connection.error(code);
    }
    sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);  // one plan a statement, whatever is bound
    sqlite3_limit(connection.handle, SQLITE_LIMIT_LENGTH, 64 << 20);
    COTEJO_TRY(database.execute("SELECT count(*) FROM sqlite_schema"));
    COTEJO_TRY(database.execute("PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON;"
                                "PRAGMA recursive_triggers=ON; PRAGMA cache_size=-16000; PRAGMA mmap_size=0"));
    if (!options.readOnly)
        COTEJO_TRY(database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=16777216"));
    else
        COTEJO_TRY(database.execute("PRAGMA query_only=ON"));
    connection.opening = false;
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    auto& connection = *m_connection;
    if (const auto found = connection.idle.find(sql); found != connection.idle.end()) {
        sqlite3_stmt* statement = found->second;
        connection.idle.erase(found);
        return Statement(&connection, statement);
    }
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    if (const int code = sqlite3_prepare_v3(connection.handle, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, &tail);
        code != SQLITE_OK)
        return connection.error(code);
    if (!statement) return fail(base::kInvalidArgument, "an empty statement");
    return Statement(&connection, statement);
}

Status Database::execute(const std::string& sql) {
    if (const int code = sqlite3_exec(m_connection->handle, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        return m_connection->error(code);
    return {};
}

std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(m_connection->handle); }
std::int64_t Database::changes() const { return sqlite3_changes64(m_connection->handle); }
const std::filesystem::path& Database::path() const { return m_connection->path; }
bool Database::inTransaction() const { return sqlite3_get_autocommit(m_connection->handle) == 0; }
void Database::interrupt() { sqlite3_interrupt(m_connection->handle); }

Status Database::checkpoint() {
    const int code = sqlite3_wal_checkpoint_v2(m_connection->handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) return m_connection->error(code);
    return {};
}

Statement::Statement(Database::Connection* connection, sqlite3_stmt* statement)
    : m_connection(connection), m_statement(statement) {}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection), m_statement(std::exchange(other.m_statement, nullptr)),
      m_bindFailure(other.m_bindFailure) {}

Statement::~Statement() {
    if (!m_statement) return;
    constexpr std::size_t kIdleCap = 128;
    reset();
    if (m_connection->idle.size() < kIdleCap &&
        m_connection->idle.try_emplace(sqlite3_sql(m_statement), m_statement).second)
        return;
    sqlite3_finalize(m_statement);
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_bindFailure = SQLITE_OK;
}

Statement& Statement::bind(int index, std::nullptr_t) {
    if (const int code = sqlite3_bind_null(m_statement, index); code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(m_statement, index, value); code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Statement& Statement::bind(int index, double value) {
    if (const int code = sqlite3_bind_double(m_statement, index, value); code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    const int code = sqlite3_bind_text64(m_statement, index, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                                         SQLITE_UTF8);
    if (code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Statement& Statement::bind(int index, ByteView blob) {
    const int code = blob.empty() ? sqlite3_bind_zeroblob(m_statement, index, 0)
                                  : sqlite3_bind_blob64(m_statement, index, blob.data(), blob.size(), SQLITE_TRANSIENT);
    if (code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Result<bool> Statement::step() {
    if (m_bindFailure != SQLITE_OK) return m_connection->error(m_bindFailure);
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return m_connection->error(code);
}

Status Statement::run() {
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, step());
        if (!row) return {};
    }
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }

std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))) : std::string();
}

ByteView Statement::blobView(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) : 0};
}

Bytes Statement::blob(int column) const {
    const auto view = blobView(column);
    return {view.begin(), view.end()};
}

Result<Transaction> Transaction::begin(Database& database) {
    COTEJO_TRY(database.execute("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_undo(std::move(other.m_undo)) {}

Transaction::~Transaction() { rollback(); }

void Transaction::rollback() {
    if (!m_database) return;
    if (m_database->inTransaction()) (void)m_database->execute("ROLLBACK");  // SQLite may have done so itself
    m_database = nullptr;
    for (auto& undo : m_undo) undo();
    m_undo.clear();
}

Status Transaction::commit() {
    if (!m_database) return fail(base::kInternal, "a transaction was committed twice");
    if (auto done = m_database->execute("COMMIT"); !done) {
        rollback();
        return done;
    }
    m_database = nullptr;
    m_undo.clear();
    return {};
}

}  // namespace cotejo::store
