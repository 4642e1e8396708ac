#include "app/server/watchlist_import.h"

#include <algorithm>

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/exchange/tables/watchlist_csv.h"
#include "core/imaging/decode.h"
#include "core/intake/inspect.h"
#include "core/record/act.h"
#include "core/sync/protocol.h"

namespace cotejo::server {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownFaults = 50;

/// A file of an image; read again when it is put, so that a long list does not fill the memory.
struct ImageFile {
    fs::path path;
    std::optional<Hash> hash;  ///< what an entry names it by
};

struct Gathered {
    std::vector<record::WatchlistEntry> entries;
    std::vector<ImageFile> images;
};

/// False for an empty file.
Result<bool> putImage(ServerStore& store, const ImageFile& file) {
    COTEJO_TRY_ASSIGN(const Bytes image, readFile(file.path, sync::kBlobCap));
    if (image.empty()) return false;
    const auto hash = sha256(image);
    if (file.hash && *file.hash != hash)
        return fail(base::kNotReadable, file.path.string() + " changed while the list was read. Import it again.");
    COTEJO_TRY(store.expectBlob(hash, image.size()));
    COTEJO_TRY_ASSIGN(auto state, store.blob(hash, {DeviceId(), [](const PostId&) { return true; }}));
    while (state && !state->complete()) {
        const auto piece = ByteView(image).subspan(state->have).first(std::min<std::size_t>(sync::kPieceBytes, image.size() - state->have));
        COTEJO_TRY_ASSIGN(state, store.appendBlob(hash, DeviceId(), image.size(), state->have, piece));
    }
    return true;
}

Result<Gathered> fromJson(const WatchlistSource& source, ByteView bytes) {
    COTEJO_TRY_ASSIGN(const auto document, parseJson(textOf(bytes), source.file.string(), kFileCap));
    const auto list = document.is_array() ? document : document.value("entries", Json());
    if (!list.is_array())
        return fail(base::kMalformed, source.file.string() + " is neither a list of entries nor an object with \"entries\"");
    Gathered gathered;
    for (const auto& item : list) {
        auto entry = record::entryFromJson(canonicalJson(item));
        if (!entry)
            return fail(base::kMalformed, source.file.string() + ", entry " + std::to_string(gathered.entries.size() + 1) + ": " +
                                              entry.error().detail);
        gathered.entries.push_back(std::move(*entry));
    }
    if (source.images.empty()) return gathered;
    std::error_code problem;
    for (const auto& file : fs::directory_iterator(source.images, problem)) {
        if (file.is_regular_file()) gathered.images.push_back({file.path(), {}});
    }
    if (problem) return fail(base::kNotReadable, source.images.string() + ": " + problem.message());
    return gathered;
}

/// The image that a row names, as a capture of its entry.
Result<record::Capture> captureOf(const exchange::ListedEntry& row, const exchange::ExchangeImageFile& named, ByteView bytes, double ppi) {
    COTEJO_TRY_ASSIGN(const auto decoded, imaging::decodeImage(bytes));
    record::Capture capture;
    capture.modality = named.subject == exchange::ImageSubject::Face ? record::Modality::Face : record::Modality::Finger;
    capture.kind = record::CaptureKind::Reference;
    capture.position = named.position;
    capture.blob = sha256(bytes);
    capture.mime = decoded.mime;
    capture.width = decoded.pixels.cols;
    capture.height = decoded.pixels.rows;
    if (capture.modality == record::Modality::Finger) {
        if (decoded.ppi.known() && decoded.ppi.value >= intake::kLeastPrintPpi) capture.ppi = decoded.ppi;
        if (!capture.ppi.known() && ppi > 0) capture.ppi = {ppi, record::PpiSource::Declared};
        if (!capture.ppi.known())
            return fail(base::kMalformed, "its resolution is unknown, so that it could never be found. State --ppi if all of them have the same.");
    }
    ByteWriter all;
    all.field("watchlist capture");
    all.raw(row.entry.id.bytes());
    all.raw(capture.blob.bytes());
    all.field(record::codeOf(capture.position));
    capture.id = *CaptureId::fromBytes(sha256(all.bytes()).bytes().first(CaptureId::size));
    return capture;
}

Result<Gathered> fromTable(const WatchlistSource& source, ByteView bytes) {
    std::optional<exchange::CsvMapping> mapping;
    if (!source.mapping.empty()) {
        COTEJO_TRY_ASSIGN(const Bytes text, readFile(source.mapping));
        auto parsed = exchange::parseCsvMapping(textOf(text), exchange::CsvContent::Watchlist);
        if (!parsed) return inFile(source.mapping.string(), parsed.error());
        mapping = std::move(*parsed);
    }
    auto table = exchange::readCsv(bytes, {}, {exchange::CsvContent::Watchlist, mapping ? &*mapping : nullptr});
    if (!table) return inFile(source.file.string(), table.error());
    if (!mapping) mapping = exchange::guessCsvMapping(table->header, exchange::CsvContent::Watchlist);
    if (!mapping)
        return fail(base::kMalformed, source.file.string() + ", line 1: the header names no entry. Call a column \"reference\", or state --mapping.");
    auto listed = exchange::watchlistOf(std::move(*table), *mapping);
    Gathered gathered;
    const fs::path folder = source.images.empty() ? source.file.parent_path() : source.images;
    for (auto& row : listed.entries) {
        for (const auto& named : row.images) {
            const auto wrong = [&](const std::string& why) {
                listed.report.add({exchange::Severity::Error, row.source, named.path, "watchlist.image", why, {}});
            };
            if (intake::leavesFolder(named.path)) {
                wrong("it lies outside the folder and is not read.");
                continue;
            }
            auto image = readFile(folder / named.path, sync::kBlobCap);
            if (!image) {
                wrong(image.error().detail);
                continue;
            }
            auto capture = captureOf(row, named, *image, source.ppi);
            if (!capture) {
                wrong(capture.error().detail);
                continue;
            }
            gathered.images.push_back({folder / named.path, capture->blob});
            row.entry.captures.push_back(std::move(*capture));
        }
        gathered.entries.push_back(std::move(row.entry));
    }
    if (!listed.report.hasErrors()) return gathered;
    std::string faults = source.file.string() + " was not taken, nothing of it:";
    std::size_t shown = 0;
    for (const auto& finding : listed.report.findings)
        if (finding.severity == exchange::Severity::Error && ++shown <= kShownFaults)
            faults += "\n  " + finding.record + (finding.field.empty() ? "" : ", " + finding.field) + ": " + finding.detail;
    if (const auto more = shown + listed.report.dropped; more > kShownFaults) faults += "\n  and " + std::to_string(more - kShownFaults) + " more";
    return fail(base::kMalformed, faults);
}

}  // namespace

Result<ImportedWatchlist> importWatchlist(ServerStore& store, const WatchlistSource& source) {
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(source.file));
    const auto extension = source.file.extension();
    const bool table = extension == ".csv" || extension == ".CSV";
    COTEJO_TRY_ASSIGN(const auto gathered, table ? fromTable(source, bytes) : fromJson(source, bytes));
    ImportedWatchlist done;
    // Images first: no entry may ever name one that is not there.
    for (const auto& image : gathered.images) {
        COTEJO_TRY_ASSIGN(const bool put, putImage(store, image));
        done.images += put ? 1 : 0;
    }
    COTEJO_TRY_ASSIGN(done.version, store.putWatchlist(gathered.entries));
    done.entries = gathered.entries.size();
    return done;
}

}  // namespace cotejo::server
