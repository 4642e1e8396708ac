#include "app/cli/demo/watchlist.h"

#include "app/cli/demo/cast.h"
#include "core/base/crypto.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/record/act.h"

namespace cotejo::cli::demo {
namespace {

/// Number of the impression that a watchlist holds; travelers have others.
constexpr int kReferenceImpression = 100;

}  // namespace

Result<WrittenWatchlist> writeWatchlist(const std::filesystem::path& folder, UtcTime now) {
    COTEJO_TRY_ASSIGN(auto wanted, readWanted(now));
    const auto images = folder / "images";
    std::error_code why;
    std::filesystem::create_directories(images, why);
    WrittenWatchlist written;
    Json entries = Json::array();
    for (auto& person : wanted) {
        for (const auto position : fingersInOrder(person.fingers)) {
            COTEJO_TRY_ASSIGN(const auto bytes, fingerBytes(person.owner, position, kReferenceImpression));
            record::Capture capture;
            capture.id = *CaptureId::fromBytes(
                sha256("capture " + person.entry.name + std::string(record::codeOf(position))).bytes().first(16));
            capture.modality = record::Modality::Finger;
            capture.kind = record::CaptureKind::Reference;
            capture.position = position;
            capture.blob = sha256(bytes);
            capture.mime = "image/png";
            capture.width = 388;
            capture.height = 500;
            capture.ppi = {500, record::PpiSource::Header};
            capture.captured = now - std::chrono::days(400);
            COTEJO_TRY(writeFileAtomically(images / (capture.blob.text() + ".png"), bytes));
            person.entry.captures.push_back(capture);
            ++written.images;
        }
        entries.push_back(Json::parse(record::entryToJson(person.entry)));
        ++written.entries;
    }
    COTEJO_TRY(writeFileAtomically(folder / "watchlist.json", cotejo::viewOf(Json{{"entries", entries}}.dump(1))));
    return written;
}

}  // namespace cotejo::cli::demo
