#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/journal/verify.h"
#include "core/store/event_table.h"
#include "core/store/officer_table.h"

namespace cotejo::journal {
namespace {

/// A new file of mode 0600 that is written line by line and kept only when everything was.
class LineFile {
  public:
    explicit LineFile(std::filesystem::path path) : m_path(std::move(path)) {
        m_descriptor = ::open(m_path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
        if (m_descriptor < 0) m_errno = errno;
    }
    LineFile(const LineFile&) = delete;
    LineFile& operator=(const LineFile&) = delete;
    ~LineFile() {
        if (m_descriptor < 0) return;
        ::close(m_descriptor);
        if (!m_finished) ::unlink(m_path.c_str());
    }

    Status add(const Json& line) {
        m_buffer += canonicalJson(line) + "\n";
        return m_buffer.size() < (1u << 20) ? status() : flush();
    }
    Status finish() {
        COTEJO_TRY(flush());
        if (::fsync(m_descriptor) != 0) m_errno = errno;
        m_finished = m_errno == 0;
        return status();
    }
    Status status() const {
        if (m_errno == 0) return {};
        return fail(base::kNotWritable, m_path.string() + " cannot be written: " + std::strerror(m_errno));
    }

  private:
    Status flush() {
        for (std::size_t at = 0; at < m_buffer.size() && m_errno == 0;) {
            const auto wrote = ::write(m_descriptor, m_buffer.data() + at, m_buffer.size() - at);
            if (wrote >= 0)
                at += static_cast<std::size_t>(wrote);
            else if (errno != EINTR)
                m_errno = errno;
        }
        m_buffer.clear();
        return status();
    }
    std::filesystem::path m_path;
    std::string m_buffer;
    int m_descriptor = -1;
    int m_errno = 0;
    bool m_finished = false;
};

}  // namespace

Result<std::int64_t> exportJournal(store::Store& store, const std::filesystem::path& target, const ExportReader& whom, const Progress& progress,
                                   std::stop_token stop) {
    LineFile file(target);
    COTEJO_TRY(file.status());
    COTEJO_TRY_ASSIGN(auto reader, store.reader());
    COTEJO_TRY_ASSIGN(const auto total, reader.db().integer("SELECT count(*) FROM event"));
    Json header{{"cotejo_journal", 1}, {"whole", whom.auditor}, {"devices", Json::array()}, {"officers", Json::array()}};
    COTEJO_TRY_ASSIGN(const auto devices, store::DeviceTable(reader).all());
    for (const auto& device : devices)
        header["devices"].push_back({{"id", device.id.text()}, {"key", device.key.text()}, {"name", device.name}});
    COTEJO_TRY_ASSIGN(const auto officers, store::OfficerTable(reader).all());
    for (const auto& officer : officers)
        header["officers"].push_back({{"id", officer.id.text()}, {"key", officer.key.text()}, {"login", officer.login}});
    COTEJO_TRY(file.add(header));

    COTEJO_TRY_ASSIGN(auto rows, reader.db().prepare("SELECT hash, gseq, state, type, chain, seq, t_wall, envelope, role "
                                                     "FROM event WHERE ?1 OR usr=?2 ORDER BY id"));
    rows.bindAll(static_cast<std::int64_t>(whom.auditor), whom.officer);
    std::int64_t done = 0;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) break;
        if (stop.stop_requested()) return fail(base::kCancelled, "stopped on request");
        Json line{{"hash", toHex(rows.blobView(0))}, {"state", rows.integer(2)},
                  {"type", rows.text(3)},            {"chain", toHex(rows.blobView(4))},
                  {"seq", rows.integer(5)},          {"time", toIso(rows.time(6))},
                  {"envelope", toBase64(rows.blobView(7))}};
        if (!whom.auditor && (rows.text(3) == "match.search" || rows.text(8) == record::codeOf(record::Role::System))) line.erase("envelope");
        line["gseq"] = rows.isNull(1) ? Json() : Json(rows.integer(1));
        COTEJO_TRY(file.add(line));
        if (++done % 1024 == 0 && progress) progress(done, total.value_or(0));
    }
    COTEJO_TRY(file.finish());
    if (progress) progress(done, total.value_or(0));
    return done;
}

}  // namespace cotejo::journal
