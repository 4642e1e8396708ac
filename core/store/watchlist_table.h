#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/record/score.h"
#include "core/record/watchlist.h"
#include "core/store/blob_table.h"
#include "core/store/database.h"

namespace cotejo::store {

/// Entries of the last watchlist snapshot. Entries that stop being active stay as entries; `withdraw` leaves only the id, status
/// and version, and erases templates and images at once. Thread of its connection.
class WatchlistTable {
  public:
    explicit WatchlistTable(Database& database) : m_db(database) {}

    /// New or changed; replaces its captures. An entry older than what is stored is left out (no way back).
    Status put(Transaction& transaction, BlobTable blobs, const record::WatchlistEntry& entry);
    Status withdraw(Transaction& transaction, BlobTable blobs, const WatchlistEntryId& id, std::int64_t version);
    Result<std::optional<record::WatchlistEntry>> find(const WatchlistEntryId& id);
    /// In order of arrival after row `after`, at most `limit`; `gallery` empty for all, no `status` for any. Whom partners named in answers
    /// (record::kAnswerLists) is in none of the lists and changes below but where its own list is named.
    struct Row {
        std::int64_t id = 0;
        record::WatchlistEntry entry;
    };
    Result<std::vector<Row>> list(std::string_view gallery, std::optional<record::EntryStatus> status, std::int64_t after,
                                  std::size_t limit);
    /// The texts of the same entries, for finding words in them: a fifth of the cost of reading the entries.
    struct Texts {
        std::int64_t id = 0;
        WatchlistEntryId entry;
        std::string gallery, issuer, issuerCountry, name, reason, caveats;
    };
    Result<std::vector<Texts>> texts(std::string_view gallery, std::optional<record::EntryStatus> status, std::int64_t after, std::size_t limit);
    /// The last change of each entry that changed after change `after`, oldest first; withdrawn ones are among them.
    struct Change {
        std::int64_t number = 0;
        record::WatchlistEntry entry;
    };
    Result<std::vector<Change>> changes(std::int64_t after, std::size_t limit);
    struct Gallery {
        std::string name;
        std::int64_t active = 0;  ///< entries that may alert
        std::int64_t all = 0;
    };
    Result<std::vector<Gallery>> galleries();

    /// One sample of an active entry, for identification searches.
    struct Reference {
        WatchlistEntryId entry;
        CaptureId capture;
        record::Modality modality = record::Modality::Face;
        record::FingerPosition position = record::FingerPosition::Unknown;
        Hash blob;
    };
    Result<std::vector<Reference>> references(std::string_view gallery, record::Modality modality);

  private:
    Status write(const record::WatchlistEntry& entry);
    Status dropCaptures(Transaction& transaction, BlobTable& blobs, const WatchlistEntryId& id);
    Database& m_db;
};

/// What an algorithm extracted from a capture, or why it could not. Scores need templates of the same algorithm, version and
/// model. Thread of its connection.
class TemplateTable {
  public:
    explicit TemplateTable(Database& database) : m_db(database) {}

    struct Outcome {
        Bytes bytes;          ///< empty when extraction failed
        std::string failure;  ///< code; empty when there is a template
    };
    Status put(const CaptureId& capture, const record::Algorithm& algorithm, ByteView bytes);
    Status putFailure(const CaptureId& capture, const record::Algorithm& algorithm, std::string_view code);
    Result<std::optional<Outcome>> find(const CaptureId& capture, const record::Algorithm& algorithm);
    /// Calls `each` for every reference of active entries of the gallery that has a template of this algorithm; stops when it
    /// returns false. The bytes are valid during the call only.
    Status forEachReference(std::string_view gallery, const record::Algorithm& algorithm,
                            const std::function<bool(const WatchlistTable::Reference&, ByteView)>& each);
    Status drop(const CaptureId& capture);

  private:
    Database& m_db;
};

}  // namespace cotejo::store
