#include <algorithm>
#include <variant>

#include "core/store/case_table.h"
#include "core/store/search_words.h"

/// The queue's reading side: one SELECT a page, built from fixed pieces with bound values. States are read one by one from an
/// index that is already in queue order, at most a page each, then merged: the cost of a page does not depend on how many
/// cases there are.
namespace cotejo::store {
namespace {

constexpr std::string_view kRow =
    "SELECT r.id, r.entity, r.number, r.post, r.state, r.priority, r.reason, r.deadline, r.deadline_kind, r.family_name, "
    "r.given_names, r.birth_date, r.nationality, r.document_issuer, r.document_number, r.holds, r.lease_officer, r.lease_name, "
    "r.lease_until, r.opened, EXISTS(SELECT 1 FROM event e INDEXED BY event_unsent_entity WHERE e.entity = r.entity AND "
    "e.gseq IS NULL AND e.entity IS NOT NULL), r.attention";

/// Which of two clocks a row is due by, for one reader: the one that runs, or the one it was opened with.
constexpr std::string_view kRunning = "r.deadline";
constexpr std::string_view kOpened = "r.attention";

/// Sort columns before the id: always two.
std::string sortOf(QueueOrder order, std::string_view due) {
    switch (order) {
        case QueueOrder::Deadline: return std::string(due) + ", 0";
        case QueueOrder::Newest: return "r.opened, 0";
        case QueueOrder::Urgency: break;
    }
    return "r.priority, " + std::string(due);
}

/// SQL text and its values, grown side by side.
struct Query {
    std::string sql;
    std::vector<std::variant<std::int64_t, std::string, Bytes>> values;

    template <class T>
    void add(std::string_view text, const T& value) {
        sql += text;
        if constexpr (std::is_integral_v<T>)
            values.emplace_back(static_cast<std::int64_t>(value));
        else if constexpr (std::is_convertible_v<T, std::string_view>)
            values.emplace_back(std::string(value));
        else
            values.emplace_back(Bytes(value.bytes().begin(), value.bytes().end()));
    }
    void bindTo(Statement& statement) const {
        int index = 0;
        for (const auto& value : values)
            std::visit([&](const auto& each) { statement.bind(++index, each); }, value);
    }
};

/// Everything of the filter but its states and its search words.
void addPredicates(Query& query, const QueueFilter& filter, const std::optional<QueueCursor>& after, std::string_view due) {
    if (filter.post) query.add(" AND r.post=?", *filter.post);
    const auto addSet = [&](std::string_view column, const auto& set, const auto& valueOf) {
        if (set.empty()) return;
        query.sql += " AND " + std::string(column) + " IN (";
        bool first = true;
        for (const auto& each : set) {
            query.add(first ? "?" : ",?", valueOf(each));
            first = false;
        }
        query.sql += ")";
    };
    addSet("r.priority", filter.priorities, [](auto each) { return static_cast<int>(each); });
    addSet("r.reason", filter.reasons, [](auto each) { return record::codeOf(each); });
    if (!filter.holds.empty()) {
        std::int64_t mask = 0;
        for (const auto kind : filter.holds) mask |= std::int64_t{1} << static_cast<int>(kind);
        query.add(" AND r.holds <> 0 AND (r.holds & ?) <> 0", mask);
    }
    if (filter.leasedTo) {
        query.add(" AND r.lease_officer=?", *filter.leasedTo);
        query.add(" AND r.lease_until > ?", toMillis(filter.now));
    }
    if (filter.notLeased) query.add(" AND (r.lease_until IS NULL OR r.lease_until <= ?)", toMillis(filter.now));
    if (filter.openedSince) query.add(" AND r.opened >= ?", toMillis(*filter.openedSince));
    if (filter.dueBefore) query.add(" AND " + std::string(due) + " < ?", toMillis(*filter.dueBefore));
    if (!after) return;
    const bool backwards = filter.order == QueueOrder::Newest;
    if (filter.order == QueueOrder::Urgency) {
        query.add(" AND (r.priority, " + std::string(due) + ", r.id) > (?, ?, ?)", after->first);
        query.values.emplace_back(after->second);
    } else {
        query.add(backwards ? std::string(" AND (r.opened, r.id) < (?, ?)") : " AND (" + std::string(due) + ", r.id) > (?, ?)", after->first);
    }
    query.values.emplace_back(after->id);
}

std::string indexFor(const QueueFilter& filter, std::string_view due) {
    if (filter.leasedTo) return " INDEXED BY case_leased";
    if (filter.order == QueueOrder::Newest) return " INDEXED BY case_opened";
    const std::string clock = due == kRunning ? "" : "_opened";
    if (filter.order == QueueOrder::Deadline) return " INDEXED BY case_deadline" + clock;
    if (!filter.holds.empty()) return " INDEXED BY case_held" + clock;
    return (filter.post ? " INDEXED BY case_post_urgency" : " INDEXED BY case_urgency") + clock;
}

std::vector<record::CaseState> statesOf(const QueueFilter& filter) {
    std::vector<record::CaseState> states(filter.states.begin(), filter.states.end());
    if (states.empty())
        for (const auto& [state, code] : record::codes<record::CaseState>)
            if (isOpen(state)) states.push_back(state);
    return states;
}

constexpr std::string_view kShownTo = "EXISTS(SELECT 1 FROM case_shown s WHERE s.entity = r.entity AND s.usr = ?)";

/// Appends to the UNION the rows of one state that are due by one clock.
void addPart(Query& query, const QueueFilter& filter, const std::optional<QueueCursor>& after, std::int64_t limit, record::CaseState state,
             std::string_view due, std::optional<bool> shown) {
    const auto sort = sortOf(filter.order, due);
    query.sql += query.values.empty() ? "" : " UNION ALL ";
    query.add("SELECT * FROM (SELECT r.id, " + sort + " FROM case_row r" + indexFor(filter, due) + " WHERE r.state=?", record::codeOf(state));
    if (shown) query.add((*shown ? " AND " : " AND NOT ") + std::string(kShownTo), *filter.clocks.shownTo);
    addPredicates(query, filter, after, due);
    const auto by = filter.order == QueueOrder::Newest     ? std::string("r.opened DESC, r.id DESC")
                    : filter.order == QueueOrder::Deadline ? std::string(due) + ", r.id"
                                                           : sort + ", r.id";
    query.add(" ORDER BY " + by + " LIMIT ?)", limit);
}

/// Ids of the rows of a page in order, as a query with the columns id, first, second.
Query idsOf(const QueueFilter& filter, const std::optional<QueueCursor>& after, std::int64_t limit) {
    const auto& clocks = filter.clocks;
    const auto runs = [&](record::CaseState state) { return clocks.all || clocks.in.contains(state); };
    Query query;
    if (const auto words = searchExpression(filter.text); !words.empty()) {
        // Few rows, in any order: each may choose its clock by itself.
        query.sql = "WITH found AS (SELECT r.*, ";
        if (clocks.all) {
            query.sql += "r.deadline";
        } else {
            query.sql += "CASE WHEN r.state IN (''";
            for (const auto state : clocks.in) query.add(",?", record::codeOf(state));
            query.sql += ")";
            if (clocks.shownTo) query.add(" AND " + std::string(kShownTo), *clocks.shownTo);
            query.sql += " THEN r.deadline ELSE r.attention END";
        }
        query.add(" AS due FROM case_row r WHERE r.id IN (SELECT rowid FROM case_search WHERE case_search MATCH ?", words);
        query.add(" ORDER BY rowid DESC LIMIT ?) AND r.state IN (''", static_cast<std::int64_t>(CaseTable::kSearchCap));
        for (const auto state : statesOf(filter)) query.add(",?", record::codeOf(state));
        query.sql += ")) SELECT r.id, " + sortOf(filter.order, "r.due") + " FROM found r WHERE 1";
        addPredicates(query, filter, after, "r.due");
    } else {
        for (const auto state : statesOf(filter)) {
            if (!runs(state) || !clocks.shownTo || clocks.all) {
                addPart(query, filter, after, limit, state, runs(state) ? kRunning : kOpened, {});
            } else {
                addPart(query, filter, after, limit, state, kRunning, true);
                addPart(query, filter, after, limit, state, kOpened, false);
            }
        }
        query.sql = "SELECT * FROM (" + query.sql + ")";
    }
    query.add(filter.order == QueueOrder::Newest ? " ORDER BY 2 DESC, 3 DESC, 1 DESC LIMIT ?" : " ORDER BY 2, 3, 1 LIMIT ?", limit);
    return query;
}

CaseRow caseRowOf(const Statement& rows) {
    CaseRow row;
    row.id = rows.id<CaseId>(1);
    row.number = rows.text(2);
    row.post = rows.id<PostId>(3);
    row.state = record::fromCode<record::CaseState>(rows.text(4)).value_or(record::CaseState::Received);
    row.priority = static_cast<record::Priority>(rows.integer(5));
    row.reason = record::fromCode<record::ReferralReason>(rows.text(6)).value_or(record::ReferralReason::ManualReferral);
    row.deadline = rows.time(7);
    row.deadlineKind = record::fromCode<record::DeadlineKind>(rows.text(8)).value_or(record::DeadlineKind::Attention);
    row.familyName = rows.text(9);
    row.givenNames = rows.text(10);
    row.birthDate = rows.text(11);
    row.nationality = rows.text(12);
    row.documentIssuer = rows.text(13);
    row.documentNumber = rows.text(14);
    for (const auto& [kind, code] : record::codes<record::HoldKind>)
        if (rows.integer(15) & (std::int64_t{1} << static_cast<int>(kind))) row.holds.insert(kind);
    if (!rows.isNull(16)) row.lease = record::Lease{rows.id<OfficerId>(16), rows.text(17), rows.time(18)};
    row.opened = rows.time(19);
    row.waiting = rows.integer(20) != 0;
    row.attentionDue = rows.time(21);
    return row;
}

}  // namespace

Result<std::optional<CaseRow>> CaseTable::row(const CaseId& id) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kRow) + " FROM case_row r WHERE r.entity=?"));
    COTEJO_TRY_ASSIGN(const bool found, rows.bindAll(id).step());
    return found ? std::optional<CaseRow>(caseRowOf(rows)) : std::nullopt;
}

Result<QueuePage> CaseTable::page(const QueueFilter& filter, const std::optional<QueueCursor>& after, std::size_t limit) {
    const auto size = std::clamp<std::size_t>(limit, 1, 500);
    const auto query = idsOf(filter, after, static_cast<std::int64_t>(size));
    COTEJO_TRY_ASSIGN(auto ids, m_db.prepare(query.sql));
    query.bindTo(ids);
    COTEJO_TRY_ASSIGN(auto details, m_db.prepare(std::string(kRow) + " FROM case_row r WHERE r.id=?"));
    QueuePage page;
    QueueCursor last;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, ids.step());
        if (!more) break;
        last = {ids.integer(1), ids.integer(2), ids.integer(0)};
        details.reset();
        COTEJO_TRY_ASSIGN(const bool found, details.bindAll(last.id).step());
        if (found) page.rows.push_back(caseRowOf(details));
    }
    if (page.rows.size() == size) page.next = last;
    if (const auto words = searchExpression(filter.text); !words.empty()) {
        COTEJO_TRY_ASSIGN(const auto beyond, m_db.integer("SELECT rowid FROM case_search WHERE case_search MATCH ? "
                                                          "ORDER BY rowid DESC LIMIT 1 OFFSET 2000",
                                                          words));
        page.searchCapped = beyond.has_value();
    }
    return page;
}

Result<std::int64_t> CaseTable::countUpTo(const QueueFilter& filter, std::int64_t cap) {
    auto query = idsOf(filter, {}, cap);
    query.sql = "SELECT count(*) FROM (" + query.sql + ")";
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(query.sql));
    query.bindTo(rows);
    COTEJO_TRY_ASSIGN(const bool row, rows.step());
    return row ? rows.integer(0) : 0;
}

}  // namespace cotejo::store
