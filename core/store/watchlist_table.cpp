#include "core/store/watchlist_table.h"

#include "core/record/act.h"
#include "core/store/errors.h"

namespace cotejo::store {
namespace {

Result<record::WatchlistEntry> readEntry(const std::string& doc) {
    auto entry = record::entryFromJson(doc);
    if (!entry) return fail(kCorrupt, "a stored watchlist entry cannot be read: " + entry.error().detail + ". Sync again.");
    return entry;
}

WatchlistTable::Reference readReference(const Statement& rows) {
    WatchlistTable::Reference reference;
    reference.entry = rows.id<WatchlistEntryId>(0);
    reference.capture = rows.id<CaptureId>(1);
    reference.modality = record::fromCode<record::Modality>(rows.text(2)).value_or(record::Modality::Face);
    reference.position = static_cast<record::FingerPosition>(rows.integer(3));
    reference.blob = rows.id<Hash>(4);
    return reference;
}

}  // namespace

Status WatchlistTable::dropCaptures(Transaction& transaction, BlobTable& blobs, const WatchlistEntryId& id) {
    std::vector<std::pair<CaptureId, std::optional<Hash>>> captures;
    {
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT capture, blob FROM watchlist_capture WHERE entry=?"));
        rows.bindAll(id);
        while (true) {
            COTEJO_TRY_ASSIGN(const bool row, rows.step());
            if (!row) break;
            captures.emplace_back(rows.id<CaptureId>(0), rows.optionalId<Hash>(1));
        }
    }
    for (const auto& [capture, blob] : captures) {
        COTEJO_TRY(TemplateTable(m_db).drop(capture));
        if (blob) COTEJO_TRY(blobs.release(transaction, *blob, id.bytes()));
    }
    return m_db.run("DELETE FROM watchlist_capture WHERE entry=?", id);
}

Status WatchlistTable::put(Transaction& transaction, BlobTable blobs, const record::WatchlistEntry& entry) {
    if (entry.status == record::EntryStatus::Withdrawn) return withdraw(transaction, std::move(blobs), entry.id, entry.version);
    std::optional<record::WatchlistEntry> old;
    {
        COTEJO_TRY_ASSIGN(old, find(entry.id));
    }
    if (old && old->version > entry.version) return {};
    COTEJO_TRY(write(entry));
    // Samples that stay keep their templates; the others go.
    for (const auto& before : old ? old->captures : std::vector<record::Capture>()) {
        bool stays = false;
        for (const auto& now : entry.captures) stays = stays || (now.id == before.id && now.blob == before.blob);
        if (stays) continue;
        COTEJO_TRY(TemplateTable(m_db).drop(before.id));
        COTEJO_TRY(m_db.run("DELETE FROM watchlist_capture WHERE capture=?", before.id));
        bool used = before.blob.isZero();
        for (const auto& now : entry.captures) used = used || now.blob == before.blob;
        if (!used) COTEJO_TRY(blobs.release(transaction, before.blob, entry.id.bytes()));
    }
    for (const auto& capture : entry.captures) {
        const auto blob = capture.blob.isZero() ? std::nullopt : std::optional(capture.blob);
        COTEJO_TRY(m_db.run("INSERT INTO watchlist_capture(capture, entry, modality, position, blob) VALUES(?,?,?,?,?) "
                            "ON CONFLICT(capture) DO UPDATE SET entry=excluded.entry, modality=excluded.modality, "
                            "position=excluded.position, blob=excluded.blob",
                            capture.id, entry.id, record::codeOf(capture.modality), static_cast<int>(capture.position), blob));
        if (blob) COTEJO_TRY(expectBlob(m_db, {*blob, 0, capture.mime, std::string(record::codeOf(capture.modality))}, entry.id.bytes()));
    }
    return {};
}

Status WatchlistTable::withdraw(Transaction& transaction, BlobTable blobs, const WatchlistEntryId& id, std::int64_t version) {
    COTEJO_TRY_ASSIGN(const auto old, find(id));
    record::WatchlistEntry tombstone;
    tombstone.id = id;
    tombstone.gallery = old ? old->gallery : "";
    tombstone.status = record::EntryStatus::Withdrawn;
    tombstone.version = std::max(version, old ? old->version : version);
    COTEJO_TRY(dropCaptures(transaction, blobs, id));
    return write(tombstone);
}

Status WatchlistTable::write(const record::WatchlistEntry& entry) {
    return m_db.run("INSERT INTO watchlist_entry(entry, gallery, status, version, doc, change) "
                    "VALUES(?,?,?,?,?,(SELECT coalesce(max(change), 0) + 1 FROM watchlist_entry)) "
                    "ON CONFLICT(entry) DO UPDATE SET gallery=excluded.gallery, status=excluded.status, "
                    "version=excluded.version, doc=excluded.doc, change=excluded.change",
                    entry.id, entry.gallery, record::codeOf(entry.status), entry.version, record::entryToJson(entry));
}

Result<std::vector<WatchlistTable::Change>> WatchlistTable::changes(std::int64_t after, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT change, doc FROM watchlist_entry WHERE change > ? AND gallery NOT GLOB 'answer:*' ORDER BY change LIMIT ?"));
    rows.bindAll(after, static_cast<std::int64_t>(limit));
    std::vector<Change> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        COTEJO_TRY_ASSIGN(auto entry, readEntry(rows.text(1)));
        found.push_back({rows.integer(0), std::move(entry)});
    }
}

Result<std::optional<record::WatchlistEntry>> WatchlistTable::find(const WatchlistEntryId& id) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT doc FROM watchlist_entry WHERE entry=?"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(id).step());
    if (!row) return std::optional<record::WatchlistEntry>();
    COTEJO_TRY_ASSIGN(auto entry, readEntry(rows.text(0)));
    return std::optional<record::WatchlistEntry>(std::move(entry));
}

Result<std::vector<WatchlistTable::Row>> WatchlistTable::list(std::string_view gallery, std::optional<record::EntryStatus> status,
                                                              std::int64_t after, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT id, doc FROM watchlist_entry WHERE id > ?1 AND ((?2 = '' AND gallery NOT GLOB 'answer:*') OR gallery = ?2) "
                                              "AND (?3 = '' OR status = ?3) ORDER BY id LIMIT ?4"));
    rows.bindAll(after, gallery, status ? record::codeOf(*status) : std::string_view(), static_cast<std::int64_t>(limit));
    std::vector<Row> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        COTEJO_TRY_ASSIGN(auto entry, readEntry(rows.text(1)));
        found.push_back({rows.integer(0), std::move(entry)});
    }
}

Result<std::vector<WatchlistTable::Texts>> WatchlistTable::texts(std::string_view gallery, std::optional<record::EntryStatus> status,
                                                                std::int64_t after, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT id, entry, gallery, json_extract(doc, '$.issuer'), json_extract(doc, '$.issuerCountry'), "
                                              "json_extract(doc, '$.name'), json_extract(doc, '$.reason'), json_extract(doc, '$.caveats') "
                                              "FROM watchlist_entry WHERE id > ?1 AND ((?2 = '' AND gallery NOT GLOB 'answer:*') OR gallery = ?2) "
                                              "AND (?3 = '' OR status = ?3) ORDER BY id LIMIT ?4"));
    rows.bindAll(after, gallery, status ? record::codeOf(*status) : std::string_view(), static_cast<std::int64_t>(limit));
    std::vector<Texts> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back({rows.integer(0), rows.id<WatchlistEntryId>(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6), rows.text(7)});
    }
}

Result<std::vector<WatchlistTable::Gallery>> WatchlistTable::galleries() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT gallery, sum(status = 'active'), count(*) FROM watchlist_entry "
                                              "WHERE gallery NOT GLOB 'answer:*' GROUP BY gallery ORDER BY gallery"));
    std::vector<Gallery> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back({rows.text(0), rows.integer(1), rows.integer(2)});
    }
}

Result<std::vector<WatchlistTable::Reference>> WatchlistTable::references(std::string_view gallery, record::Modality modality) {
    COTEJO_TRY_ASSIGN(auto rows,
                      m_db.prepare("SELECT c.entry, c.capture, c.modality, c.position, c.blob FROM watchlist_entry e "
                                   "JOIN watchlist_capture c ON c.entry = e.entry WHERE e.gallery=? AND e.status='active' AND "
                                   "c.modality=? ORDER BY e.id, c.capture"));
    rows.bindAll(gallery, record::codeOf(modality));
    std::vector<Reference> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(readReference(rows));
    }
}

Status TemplateTable::put(const CaptureId& capture, const record::Algorithm& algorithm, ByteView bytes) {
    return m_db.run("INSERT INTO template(capture, algorithm, version, model, bytes) VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET "
                    "bytes=excluded.bytes, failure=NULL",
                    capture, algorithm.name, algorithm.version, algorithm.model, bytes);
}

Status TemplateTable::putFailure(const CaptureId& capture, const record::Algorithm& algorithm, std::string_view code) {
    return m_db.run("INSERT INTO template(capture, algorithm, version, model, failure) VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET "
                    "bytes=NULL, failure=excluded.failure",
                    capture, algorithm.name, algorithm.version, algorithm.model, code);
}

Result<std::optional<TemplateTable::Outcome>> TemplateTable::find(const CaptureId& capture, const record::Algorithm& algorithm) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT bytes, failure FROM template WHERE capture=? AND algorithm=? AND version=? "
                                              "AND model=?"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(capture, algorithm.name, algorithm.version, algorithm.model).step());
    return row ? std::optional(Outcome{rows.blob(0), rows.text(1)}) : std::nullopt;
}

Status TemplateTable::forEachReference(std::string_view gallery, const record::Algorithm& algorithm,
                                       const std::function<bool(const WatchlistTable::Reference&, ByteView)>& each) {
    COTEJO_TRY_ASSIGN(auto rows,
                      m_db.prepare("SELECT c.entry, c.capture, c.modality, c.position, c.blob, t.bytes FROM watchlist_entry e "
                                   "JOIN watchlist_capture c ON c.entry = e.entry JOIN template t ON t.capture = c.capture "
                                   "WHERE e.gallery=? AND e.status='active' AND t.algorithm=? AND t.version=? AND t.model=? "
                                   "AND t.bytes IS NOT NULL ORDER BY e.id, c.capture"));
    rows.bindAll(gallery, algorithm.name, algorithm.version, algorithm.model);
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row || !each(readReference(rows), rows.blobView(5))) return {};
    }
}

Status TemplateTable::drop(const CaptureId& capture) { return m_db.run("DELETE FROM template WHERE capture=?", capture); }

}  // namespace cotejo::store
