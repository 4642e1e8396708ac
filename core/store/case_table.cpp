#include "core/store/case_table.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/record/act.h"
#include "core/record/name_key.h"
#include "core/store/errors.h"
#include "core/store/search_words.h"

namespace cotejo::store {
namespace {

std::int64_t bitOf(record::HoldKind kind) { return std::int64_t{1} << static_cast<int>(kind); }

std::int64_t maskOf(const std::vector<record::Hold>& holds) {
    std::int64_t mask = 0;
    for (const auto& hold : holds) mask |= bitOf(hold.kind);
    return mask;
}

/// Names of the counters that a case with these values is counted under.
std::vector<std::string> counterNames(std::string_view state, std::int64_t priority, std::int64_t holds) {
    std::vector<std::string> names{"state:" + std::string(state)};
    const auto known = record::fromCode<record::CaseState>(state);
    if (!known || !isOpen(*known)) return names;
    names.push_back("priority:" + std::to_string(priority));
    for (const auto& [kind, code] : record::codes<record::HoldKind>)
        if (holds & bitOf(kind)) names.push_back("hold:" + std::string(code));
    return names;
}

}  // namespace

bool isOpen(record::CaseState state) {
    return state != record::CaseState::Closed && state != record::CaseState::Cancelled;
}

Status CaseTable::count(const PostId& post, std::string_view name, std::int64_t by) {
    return m_db.run("INSERT INTO counter(post, name, n) VALUES(?,?,?) ON CONFLICT(post, name) DO UPDATE SET n = n + excluded.n",
                    post, name, by);
}

Status CaseTable::put(const record::CaseView& view) {
    std::optional<std::int64_t> id;
    PostId oldPost;
    std::vector<std::string> oldCounters;
    std::string oldSearch;
    {
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT id, post, state, priority, holds, search FROM case_row WHERE entity=?"));
        COTEJO_TRY_ASSIGN(const bool found, rows.bindAll(view.id).step());
        if (found) {
            id = rows.integer(0);
            oldPost = rows.id<PostId>(1);
            oldCounters = counterNames(rows.text(2), rows.integer(3), rows.integer(4));
            oldSearch = rows.text(5);
        }
    }
    const auto holds = maskOf(view.holds);
    const auto priority = static_cast<int>(view.priority);
    const auto state = record::codeOf(view.state);
    const auto search = searchWords(view);
    const record::Document none;
    const auto& document = view.traveler.documents.empty() ? none : view.traveler.documents.front();
    COTEJO_TRY(m_db.run(
        "INSERT INTO case_row(id, entity, number, post, state, priority, reason, deadline, deadline_kind, family_name, "
        "given_names, birth_date, nationality, document_issuer, document_number, holds, lease_officer, lease_name, lease_until, "
        "opened, attention, search) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(entity) DO UPDATE SET "
        "number=excluded.number, post=excluded.post, state=excluded.state, priority=excluded.priority, reason=excluded.reason, "
        "deadline=excluded.deadline, deadline_kind=excluded.deadline_kind, family_name=excluded.family_name, "
        "given_names=excluded.given_names, birth_date=excluded.birth_date, nationality=excluded.nationality, "
        "document_issuer=excluded.document_issuer, document_number=excluded.document_number, holds=excluded.holds, "
        "lease_officer=excluded.lease_officer, lease_name=excluded.lease_name, lease_until=excluded.lease_until, "
        "opened=excluded.opened, attention=excluded.attention, search=excluded.search",
        id, view.id, view.number, view.post, state, priority, record::codeOf(view.reason), view.deadline,
        record::codeOf(view.deadlineKind), view.traveler.familyName, view.traveler.givenNames, view.traveler.birthDate,
        view.traveler.nationality, document.issuer, document.number, holds,
        view.lease ? std::optional(view.lease->officer) : std::nullopt,
        view.lease ? std::optional(view.lease->officerName) : std::nullopt,
        view.lease ? std::optional(view.lease->until) : std::nullopt, view.opened, view.attentionDue, search));
    const bool isNew = !id;
    if (isNew) id = m_db.lastRowId();
    COTEJO_TRY(m_db.run("INSERT INTO case_doc(id, doc) VALUES(?,?) ON CONFLICT(id) DO UPDATE SET doc=excluded.doc", *id,
                        record::caseToJson(view)));

    const auto newCounters = counterNames(state, priority, holds);
    if (isNew || oldCounters != newCounters || oldPost != view.post) {
        for (const auto& name : oldCounters) COTEJO_TRY(count(oldPost, name, -1));
        for (const auto& name : newCounters) COTEJO_TRY(count(view.post, name, 1));
    }
    if (isNew || oldSearch != search) {
        if (!isNew) COTEJO_TRY(m_db.run("DELETE FROM case_search WHERE rowid=?", *id));
        COTEJO_TRY(m_db.run("INSERT INTO case_search(rowid, words) VALUES(?,?)", *id, search));
    }
    for (const auto& [kind, actors] : {std::pair{"comparison", &view.comparisonActors}, {"proposal", &view.proposalActors},
                                       {"clearance", &view.clearanceActors}})
        for (const auto& officer : *actors)
            COTEJO_TRY(m_db.run("INSERT INTO act_actor(entity, usr, kind) VALUES(?,?,?) ON CONFLICT DO NOTHING", view.id, officer,
                                kind));
    std::set<WatchlistEntryId> entries;
    for (const auto& candidate : view.candidates) entries.insert(candidate.entry);
    for (const auto& each : view.identifications) entries.insert(each.entry);
    for (const auto& entry : entries)
        COTEJO_TRY(m_db.run("INSERT INTO case_entry(entry, entity) VALUES(?,?) ON CONFLICT DO NOTHING", entry, view.id));
    COTEJO_TRY(m_db.run("DELETE FROM entry_doubt WHERE entity=?", view.id));
    for (const auto& [entry, version] : view.doubted)
        COTEJO_TRY(m_db.run("INSERT INTO entry_doubt(entry, entity, version) VALUES(?,?,?)", entry, view.id, version));
    for (const auto& [officer, shown] : view.exposure)
        if (std::ranges::any_of(shown, [](const auto& each) { return isFinding(each.what); }))
            COTEJO_TRY(m_db.run("INSERT INTO case_shown(entity, usr) VALUES(?,?) ON CONFLICT DO NOTHING", view.id, officer));
    return {};
}

Result<bool> CaseTable::holds(const record::CaseView& view) {
    const record::Document none;
    const auto& document = view.traveler.documents.empty() ? none : view.traveler.documents.front();
    COTEJO_TRY_ASSIGN(
        const auto found,
        m_db.integer("SELECT 1 FROM case_row r JOIN case_doc d ON d.id = r.id WHERE r.entity=? AND r.number=? AND r.post=? AND r.state=? AND r.priority=? "
                     "AND r.reason=? AND r.deadline=? AND r.deadline_kind=? AND r.family_name=? AND r.given_names=? AND r.birth_date=? AND r.nationality=? "
                     "AND r.document_issuer=? AND r.document_number=? AND r.holds=? AND r.lease_officer IS ? AND r.lease_name IS ? AND r.lease_until IS ? "
                     "AND r.opened=? AND r.attention=? AND r.search=? AND d.doc=?",
                     view.id, view.number, view.post, record::codeOf(view.state), static_cast<int>(view.priority), record::codeOf(view.reason), view.deadline,
                     record::codeOf(view.deadlineKind), view.traveler.familyName, view.traveler.givenNames, view.traveler.birthDate,
                     view.traveler.nationality, document.issuer, document.number, maskOf(view.holds),
                     view.lease ? std::optional(view.lease->officer) : std::nullopt, view.lease ? std::optional(view.lease->officerName) : std::nullopt,
                     view.lease ? std::optional(view.lease->until) : std::nullopt, view.opened, view.attentionDue, searchWords(view),
                     record::caseToJson(view)));
    return found.has_value();
}

Result<std::vector<CaseId>> CaseTable::ofEntry(const WatchlistEntryId& entry) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT entity FROM case_entry WHERE entry=? ORDER BY entity"));
    rows.bindAll(entry);
    std::vector<CaseId> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(rows.id<CaseId>(0));
    }
}

Result<bool> CaseTable::isQuarantined(const WatchlistEntryId& entry, std::int64_t version) {
    COTEJO_TRY_ASSIGN(const auto found, m_db.integer("SELECT 1 FROM entry_doubt WHERE entry=? AND version >= ?", entry, version));
    return found.has_value();
}

Result<std::vector<WatchlistEntryId>> CaseTable::entriesInCases() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT DISTINCT entry FROM case_entry ORDER BY entry"));
    std::vector<WatchlistEntryId> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(rows.id<WatchlistEntryId>(0));
    }
}

Result<bool> CaseTable::wasShown(const CaseId& id, const OfficerId& officer) {
    COTEJO_TRY_ASSIGN(const auto found, m_db.integer("SELECT 1 FROM case_shown WHERE entity=? AND usr=?", id, officer));
    return found.has_value();
}

Result<std::optional<record::CaseView>> CaseTable::find(const CaseId& id) {
    COTEJO_TRY_ASSIGN(auto rows,
                      m_db.prepare("SELECT d.doc FROM case_row r JOIN case_doc d ON d.id = r.id WHERE r.entity=?"));
    COTEJO_TRY_ASSIGN(const bool found, rows.bindAll(id).step());
    if (!found) return std::optional<record::CaseView>();
    auto view = record::caseFromJson(rows.text(0));
    if (!view)
        return fail(kCorrupt, "the stored state of case " + id.text() + " cannot be read (" + view.error().detail +
                                  "). Rebuild it from the journal.");
    return std::optional<record::CaseView>(std::move(*view));
}

Result<std::vector<CaseId>> CaseTable::findByNumber(std::string_view number) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT entity FROM case_row WHERE number=? ORDER BY opened, id"));
    rows.bindAll(number);
    std::vector<CaseId> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(rows.id<CaseId>(0));
    }
}

Result<std::string> CaseTable::nextNumber(std::string_view postName, UtcTime now) {
    std::string prefix;
    bool start = true;
    for (const char c : record::normaliseName(postName)) {
        if (start && c != ' ' && prefix.size() < 4) prefix.push_back(c);
        start = c == ' ';
    }
    prefix = (prefix.empty() ? "C" : prefix) + "-" + toIso(now).substr(0, 4) + "-";
    // Six digits and nothing else: a number that somebody typed neither moves the count nor ends it.
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT number FROM case_row WHERE number > ?1 AND number < ?1 || ':' "
                                              "AND number GLOB ?1 || '[0-9][0-9][0-9][0-9][0-9][0-9]' ORDER BY number DESC LIMIT 1"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(prefix).step());
    for (long next = 1 + (row ? std::strtol(rows.text(0).c_str() + prefix.size(), nullptr, 10) : 0);; ++next) {
        char digits[24];
        std::snprintf(digits, sizeof digits, "%06ld", next);
        COTEJO_TRY_ASSIGN(const auto taken, findByNumber(prefix + digits));
        if (taken.empty()) return prefix + digits;
    }
}

Result<std::vector<std::pair<std::int64_t, CaseId>>> CaseTable::ids(std::int64_t after, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT id, entity FROM case_row WHERE id > ? ORDER BY id LIMIT ?"));
    rows.bindAll(after, static_cast<std::int64_t>(limit));
    std::vector<std::pair<std::int64_t, CaseId>> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.emplace_back(rows.integer(0), rows.id<CaseId>(1));
    }
}

Result<std::map<record::ReferralReason, std::int64_t>> CaseTable::openByReason() {
    std::map<record::ReferralReason, std::int64_t> counted;
    for (const auto& [state, code] : record::codes<record::CaseState>) {
        if (!isOpen(state)) continue;
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT reason, count(*) FROM case_row WHERE state=? GROUP BY reason"));
        rows.bindAll(code);
        while (true) {
            COTEJO_TRY_ASSIGN(const bool row, rows.step());
            if (!row) break;
            if (const auto reason = record::fromCode<record::ReferralReason>(rows.text(0))) counted[*reason] += rows.integer(1);
        }
    }
    return counted;
}

Result<CaseCounters> CaseTable::counters(const std::optional<PostId>& post) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(post ? "SELECT name, n FROM counter WHERE post=?" : "SELECT name, n FROM counter"));
    if (post) rows.bind(1, *post);
    CaseCounters counters;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return counters;
        const auto name = rows.text(0);
        const auto n = rows.integer(1);
        const auto colon = name.find(':');
        const auto kind = std::string_view(name).substr(0, colon);
        const auto value = std::string_view(name).substr(colon + 1);
        if (kind == "state") {
            const auto state = record::fromCode<record::CaseState>(value);
            if (!state) continue;
            counters.byState[*state] += n;
            counters.total += n;
            if (isOpen(*state)) counters.open += n;
        } else if (kind == "priority") {
            for (const auto& [priority, code] : record::codes<record::Priority>)
                if (value == std::to_string(static_cast<int>(priority))) counters.openByPriority[priority] += n;
        } else if (const auto hold = record::fromCode<record::HoldKind>(value)) {
            counters.openByHold[*hold] += n;
        }
    }
}

}  // namespace cotejo::store
