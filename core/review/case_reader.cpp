#include "core/review/case_reader.h"

#include <map>

#include "core/review/errors.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "core/store/watchlist_table.h"

namespace cotejo::review {
namespace {

tl::unexpected<Error> noSuchCase(std::string_view which) {
    return fail(kNoSuchCase, "this post knows no case " + std::string(which) + "; check the number or synchronise",
                {{"rule", "case_known"}, {"remedy", "check_number"}, {"number", std::string(which)}});
}

}  // namespace

Result<VisibleCase> CaseReader::viewIn(store::Database& database, const CaseId& id, std::optional<record::CaseView> known) {
    if (!readsCases(m_desk.officer(), m_desk.clock().now()))
        return fail(kMayNotRead, "none of your roles shows you cases; ask someone who holds an allowed role",
                    {{"rule", "roles"}, {"remedy", "authorised_role"}});
    auto& view = known;
    if (!view) {
        COTEJO_TRY_ASSIGN(view, store::CaseTable(database).find(id));
    }
    if (!view) return noSuchCase(id.text());
    std::map<WatchlistEntryId, record::WatchlistEntry> entries;
    for (const auto& candidate : view->candidates) {
        COTEJO_TRY_ASSIGN(auto entry, store::WatchlistTable(database).find(candidate.entry));
        if (entry) entries.emplace(candidate.entry, std::move(*entry));
    }
    return visibleCase(*view, m_desk.officer(), m_desk.clock().now(), [&](const WatchlistEntryId& entry) {
        const auto found = entries.find(entry);
        return found == entries.end() ? std::nullopt : std::optional(found->second);
    });
}

Result<VisibleCase> CaseReader::view(const CaseId& id, std::optional<record::CaseView> known) {
    {
        COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
        COTEJO_TRY_ASSIGN(auto visible, viewIn(reader, id, std::move(known)));
        if (visible.unrecorded.empty()) return visible;
        COTEJO_TRY(remember(id, visible.unrecorded));
    }
    // Read again: what is shown is what the case now knows to have been shown.
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    return viewIn(reader, id);
}

Status CaseReader::remember(const CaseId& id, const std::set<record::Shown>& shown) {
    return m_desk.store().write([&](store::Transaction& transaction) -> Status {
        COTEJO_TRY_ASSIGN(const auto view, store::CaseTable(transaction).find(id));
        if (!view) return noSuchCase(id.text());
        const auto& officer = m_desk.officer();
        const auto now = m_desk.clock().now();
        std::string role(codeOf(record::Role::Officer));
        for (const auto& [each, code] : record::codes<record::Role>)
            if (officer.holds(each, now)) {
                role = std::string(code);
                break;
            }
        const record::ViewRecord act{m_door, {shown.begin(), shown.end()}};
        COTEJO_TRY(m_desk.journal().append(transaction, journal::Draft::of(act, id, view->heads, role)));
        return m_projection.refold(transaction, id);
    });
}

Result<CaseId> CaseReader::find(std::string_view numberOrId) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto found, store::CaseTable(reader).findByNumber(numberOrId));
    if (!found.empty()) return found.front();
    if (const auto id = CaseId::fromText(numberOrId)) return *id;
    return noSuchCase(numberOrId);
}

Result<Bytes> CaseReader::blob(const CaseId& id, const Hash& sha) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto visible, viewIn(reader, id));
    bool shown = false;
    for (const auto& capture : visible.view.captures) shown = shown || capture.blob == sha;
    for (const auto& document : visible.view.documents) shown = shown || document.blob == sha;
    for (const auto& candidate : visible.candidates) {
        shown = shown || (candidate.referenceCapture && candidate.referenceCapture->blob == sha);
        for (const auto& reference : candidate.references) shown = shown || reference.blob == sha;
    }
    if (!shown)
        return fail(kNotVisible, "this case shows you no such image or document now", {{"rule", "score_last"}, {"remedy", "listed_act"}});
    return m_desk.store().blobs(reader).get(sha);
}

}  // namespace cotejo::review
