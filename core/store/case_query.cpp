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

struct Order {
    std::string_view columns;  ///< sort columns before the id
    std::string_view ascending;
    std::string_view after;    ///< row is behind the cursor
    bool backwards;
};

Order orderOf(QueueOrder order) {
    switch (order) {
        case QueueOrder::Deadline:
            return {"r.deadline, 0, r.id", "deadline, id", "(r.deadline, r.id) > (?, ?)", false};
        case QueueOrder::Newest:
            return {"r.opened, 0, r.id", "opened, id", "(r.opened, r.id) < (?, ?)", true};
        case QueueOrder::Urgency:
            break;
    }
    return {"r.priority, r.deadline, r.id", "priority, deadline, id", "(r.priority, r.deadline, r.id) > (?, ?, ?)", false};
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
void addPredicates(Query& query, const QueueFilter& filter, const std::optional<QueueCursor>& after) {
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
    if (filter.dueBefore) query.add(" AND r.deadline < ?", toMillis(*filter.dueBefore));
    if (after) {
        query.sql += " AND ";
        const auto order = orderOf(filter.order);
        query.add(order.after, after->first);
        if (filter.order == QueueOrder::Urgency) query.values.emplace_back(after->second);
        query.values.emplace_back(after->id);
    }
}

std::string_view indexFor(const QueueFilter& filter) {
    if (filter.leasedTo) return " INDEXED BY case_leased";
    if (filter.order == QueueOrder::Deadline) return " INDEXED BY case_deadline";
    if (filter.order == QueueOrder::Newest) return " INDEXED BY case_opened";
    if (!filter.holds.empty()) return " INDEXED BY case_held";
    return filter.post ? " INDEXED BY case_post_urgency" : " INDEXED BY case_urgency";
}

std::string orderBy(const QueueFilter& filter) {
    const auto order = orderOf(filter.order);
    return order.backwards ? " ORDER BY 2 DESC, 3 DESC, 1 DESC" : " ORDER BY 2, 3, 1";
}

std::vector<record::CaseState> statesOf(const QueueFilter& filter) {
    std::vector<record::CaseState> states(filter.states.begin(), filter.states.end());
    if (states.empty())
        for (const auto& [state, code] : record::codes<record::CaseState>)
            if (isOpen(state)) states.push_back(state);
    return states;
}

/// Ids of the rows of a page in order, as a query with the columns id, first, second.
Query idsOf(const QueueFilter& filter, const std::optional<QueueCursor>& after, std::int64_t limit) {
    const auto order = orderOf(filter.order);
    const std::string columns = filter.order == QueueOrder::Urgency ? "r.id, r.priority, r.deadline"
                                : filter.order == QueueOrder::Deadline ? "r.id, r.deadline, 0"
                                                                       : "r.id, r.opened, 0";
    Query query;
    if (const auto words = searchExpression(filter.text); !words.empty()) {
        query.add("SELECT " + columns +
                      " FROM case_row r WHERE r.id IN (SELECT rowid FROM case_search WHERE case_search MATCH ?",
                  words);
        query.add(" ORDER BY rowid DESC LIMIT ?) AND r.state IN (", static_cast<std::int64_t>(CaseTable::kSearchCap));
        bool first = true;
        for (const auto state : statesOf(filter)) {
            query.add(first ? "?" : ",?", record::codeOf(state));
            first = false;
        }
        query.sql += ")";
        addPredicates(query, filter, after);
    } else {
        query.sql = "SELECT * FROM (";
        bool first = true;
        for (const auto state : statesOf(filter)) {
            query.sql += first ? "" : " UNION ALL ";
            query.add("SELECT * FROM (SELECT " + columns + " FROM case_row r" + std::string(indexFor(filter)) + " WHERE r.state=?",
                      record::codeOf(state));
            addPredicates(query, filter, after);
            std::string sort = " ORDER BY ";
            if (order.backwards)
                sort += "r.opened DESC, r.id DESC";
            else
                sort += filter.order == QueueOrder::Deadline ? "r.deadline, r.id" : "r.priority, r.deadline, r.id";
            query.add(sort + " LIMIT ?)", limit);
            first = false;
        }
        query.sql += ")";
    }
    query.add(orderBy(filter) + " LIMIT ?", limit);
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
