#include "core/review/watchlist_view.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/record/name_key.h"
#include "core/review/errors.h"
#include "core/review/visible_case.h"
#include "core/store/case_table.h"
#include "core/store/sync_state.h"

namespace cotejo::review {
namespace {

constexpr std::size_t kChunk = 500;
constexpr std::size_t kMostPast = 500;
constexpr std::size_t kLeastOfId = 6;  ///< letters of an id that count as one

VisibleEntry visibleEntry(const record::WatchlistEntry& entry, bool readsNames, UtcTime now) {
    VisibleEntry visible;
    visible.id = entry.id;
    visible.gallery = entry.gallery;
    visible.status = entry.status;
    visible.grade = entry.grade;
    visible.issuer = entry.issuer;
    visible.issuerCountry = entry.issuerCountry;
    if (entry.reviewBy != UtcTime{}) visible.reviewBy = entry.reviewBy;
    visible.pastReview = visible.reviewBy && now >= *visible.reviewBy;
    for (const auto& capture : entry.captures) {
        if (capture.missing != record::MissingReason::None) continue;
        ++(capture.modality == record::Modality::Face ? visible.faces : visible.fingers);
    }
    visible.version = entry.version;
    visible.namesHidden = !readsNames;
    if (readsNames) {
        visible.name = entry.name;
        visible.reason = entry.reason;
        visible.caveats = entry.caveats;
    }
    return visible;
}

/// Of each word typed the forms of which one must be there.
using Words = std::vector<std::vector<std::string>>;

/// Only what is visible to the officer is looked at: a search must not tell what the row hides.
bool hasWords(const store::WatchlistTable::Texts& texts, bool readsNames, const Words& words) {
    std::string visible;
    const auto add = [&](const std::string& part) {
        const auto plain = record::normaliseName(part), mrz = record::normaliseNameAsMrz(part);
        visible += " " + plain;
        if (mrz != plain) visible += " " + mrz;
    };
    for (const auto* part : {&texts.issuer, &texts.issuerCountry, &texts.gallery}) add(*part);
    if (readsNames)
        for (const auto* part : {&texts.name, &texts.reason, &texts.caveats}) add(*part);
    if (readsNames)
        for (const auto& key : record::nameSearchKeys(texts.name)) visible += " " + key;
    const auto id = record::normaliseName(texts.entry.text());
    return std::ranges::all_of(words, [&](const auto& forms) {
        return std::ranges::any_of(forms, [&](const auto& word) {
            return visible.find(" " + word) != std::string::npos || (word.size() >= kLeastOfId && id.starts_with(word));
        });
    });
}

}  // namespace

bool readsEntryNames(const record::Officer& officer, UtcTime now) {
    return officer.active && officer.holds(record::Role::Supervisor, now) && !officer.holds(record::Role::ExaminerFace, now) &&
           !officer.holds(record::Role::ExaminerFinger, now);
}

Status WatchlistView::mayRead() const {
    if (readsCases(m_desk.officer(), m_desk.clock().now())) return {};
    return fail(kMayNotRead, "none of your roles shows you the lists; ask someone who holds an allowed role",
                {{"rule", "roles"}, {"remedy", "authorised_role"}});
}

Result<VisibleEntry> WatchlistView::show(store::Database& database, const record::WatchlistEntry& entry) const {
    const auto now = m_desk.clock().now();
    auto visible = visibleEntry(entry, readsEntryNames(m_desk.officer(), now), now);
    if (decidesOnly(m_desk.officer(), now)) {
        COTEJO_TRY_ASSIGN(visible.quarantined, store::CaseTable(database).isQuarantined(entry.id, entry.version));
    }
    return visible;
}

Result<std::vector<PastCandidate>> WatchlistView::pastCandidates(const WatchlistEntryId& entry) {
    if (!decidesOnly(m_desk.officer(), m_desk.clock().now()))
        return fail(kMayNotRead, "where an entry came up is read by supervisors and others who decide and never examine; ask one of them",
                    {{"rule", "roles"}, {"remedy", "authorised_role"}});
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    store::CaseTable cases(reader);
    COTEJO_TRY_ASSIGN(const auto ids, cases.ofEntry(entry));
    std::vector<PastCandidate> past;
    for (const auto& id : ids) {
        COTEJO_TRY_ASSIGN(const auto view, cases.find(id));
        if (!view) continue;
        past.push_back({id, view->number, view->state, view->opened, view->identifiedAs(entry),
                        view->doubted.contains(entry)});
    }
    std::ranges::sort(past, std::greater{}, &PastCandidate::opened);
    if (past.size() > kMostPast) past.resize(kMostPast);
    return past;
}

Result<ListState> WatchlistView::state() {
    COTEJO_TRY(mayRead());
    const auto now = m_desk.clock().now();
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    store::SyncState sync(reader);
    ListState state;
    COTEJO_TRY_ASSIGN(const auto issued, sync.integer(store::SyncState::kWatchlistIssued));
    if (issued) {
        state.issued = fromMillis(*issued);
        state.age = record::snapshotAge(*state.issued, now);
    }
    COTEJO_TRY_ASSIGN(const auto version, sync.integer(store::SyncState::kWatchlistVersion));
    state.version = version.value_or(0);
    COTEJO_TRY_ASSIGN(state.galleries, store::WatchlistTable(reader).galleries());
    state.readsNames = readsEntryNames(m_desk.officer(), now);
    return state;
}

Result<EntryPage> WatchlistView::page(const EntryFilter& filter, std::optional<std::int64_t> after, std::size_t limit,
                                      std::stop_token stop) {
    COTEJO_TRY(mayRead());
    const bool readsNames = readsEntryNames(m_desk.officer(), m_desk.clock().now());
    const auto size = std::clamp<std::size_t>(limit, 1, 500);
    const auto words = record::nameQueryWords(filter.text.substr(0, 256));
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    store::WatchlistTable table(reader);
    EntryPage page;
    if (words.empty()) {
        COTEJO_TRY_ASSIGN(const auto rows, table.list(filter.gallery, filter.status, after.value_or(0), size));
        for (const auto& row : rows) {
            COTEJO_TRY_ASSIGN(auto shown, show(reader, row.entry));
            page.rows.push_back(std::move(shown));
        }
        if (rows.size() == size) page.next = rows.back().id;
        return page;
    }
    auto at = after.value_or(0);
    while (true) {
        if (stop.stop_requested()) return fail(base::kCancelled, "the list was not read to its end");
        COTEJO_TRY_ASSIGN(const auto texts, table.texts(filter.gallery, filter.status, at, kChunk));
        for (const auto& each : texts) {
            at = each.id;
            if (!hasWords(each, readsNames, words)) continue;
            COTEJO_TRY_ASSIGN(const auto entry, table.find(each.entry));
            if (entry) {
                COTEJO_TRY_ASSIGN(auto shown, show(reader, *entry));
                page.rows.push_back(std::move(shown));
            }
            if (page.rows.size() < size) continue;
            page.next = at;
            return page;
        }
        if (texts.size() < kChunk) return page;
    }
}

}  // namespace cotejo::review
