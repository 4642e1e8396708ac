#include "core/decide/originals.h"

#include <algorithm>

#include "core/review/errors.h"
#include "core/store/event_table.h"

namespace cotejo::decide {

Result<std::vector<record::OriginalFile>> originalsOf(store::Database& database, const record::CaseView& whole) {
    std::vector<record::OriginalFile> found;
    const auto add = [&](const record::OriginalFile& original) {
        if (!original.sha256.isZero() && std::ranges::find(found, original.sha256, &record::OriginalFile::sha256) == found.end()) found.push_back(original);
    };
    COTEJO_TRY_ASSIGN(const auto openings, store::EventTable(database).ofCase(whole.id, "case.open"));
    for (const auto& event : openings) {
        COTEJO_TRY_ASSIGN(const auto act, record::readAct(event.type, event.body));
        const auto& open = std::get<record::OpenCase>(act);
        // Of several openings one took effect: the one whose number the case has.
        if (open.number == whole.number) std::ranges::for_each(open.originals, add);
    }
    for (const auto& capture : whole.captures) add({capture.original, capture.originalMime});
    return found;
}

Status mayShowOriginal(const review::VisibleCase& visible, const record::CaseView& whole, const Hash& original) {
    const auto refused = [](const char* why) {
        return Status(fail(review::kNotVisible, why, {{"rule", "score_last"}, {"remedy", "ask_supervisor"}}));
    };
    if (visible.identityHidden) return refused("the file tells whose case this is, which is hidden from you while it is examined");
    for (const auto& capture : whole.captures) {
        if (capture.original != original && capture.blob != original) continue;
        if (std::ranges::find(visible.view.captures, capture.id, &record::Capture::id) == visible.view.captures.end())
            return refused("the file holds a sample that is hidden from you now");
    }
    for (const auto& document : whole.documents)
        if (document.blob == original && std::ranges::find(visible.view.documents, original, &record::DossierDocument::blob) == visible.view.documents.end())
            return refused("the file is a paper of the dossier that is not open to you");
    return {};
}

std::string nameOfOriginal(const record::OriginalFile& original, std::size_t number) {
    constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
        {"application/x-ansi-nist-itl", ".an2"}, {"application/xml", ".xml"}, {"application/x-iso-biometric", ".iso"}, {"text/plain", ".txt"},
        {"text/csv", ".csv"},                    {"application/json", ".json"}, {"application/pdf", ".pdf"},           {"application/x-finger-minutiae", ".iso"},
        {"image/jpeg", ".jpg"},                  {"image/png", ".png"},        {"image/bmp", ".bmp"},                  {"image/jp2", ".jp2"},
        {"image/tiff", ".tif"},                  {"image/x-wsq", ".wsq"},      {"image/webp", ".webp"},                {"image/heic", ".heic"},
        {"image/x-portable-anymap", ".pnm"}};
    const auto* known = std::ranges::find(kEndings, std::string_view(original.mime), &std::pair<std::string_view, std::string_view>::first);
    return (number < 10 ? "original_0" : "original_") + std::to_string(number) + std::string(known == std::end(kEndings) ? ".bin" : known->second);
}

}  // namespace cotejo::decide
