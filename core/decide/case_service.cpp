#include "core/decide/case_service.h"

#include <algorithm>

#include "core/base/json.h"
#include "core/decide/case_projection.h"
#include "core/decide/effects.h"
#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/refusal.h"
#include "core/journal/admin_events.h"
#include "core/journal/roster_book.h"
#include "core/review/errors.h"
#include "core/review/linked_cases.h"
#include "core/review/visible_case.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"

namespace cotejo::decide {
namespace {

constexpr auto kContact = std::chrono::minutes(5);

/// As the signed events say: what is kept for reading is not judged by.
Result<record::CaseView> caseIn(store::Database& database, const CaseId& id) {
    COTEJO_TRY_ASSIGN(auto view, CaseProjection::fold(database, id));
    if (view.id.isZero()) return tl::unexpected<Error>(refusal(kNoSuchCase));
    return view;
}

bool examines(const record::Act& act) {
    return std::holds_alternative<record::TakeLease>(act) || std::holds_alternative<record::SaveAnalysis>(act) ||
           std::holds_alternative<record::VisitCandidate>(act) || std::holds_alternative<record::SaveProvisional>(act) ||
           std::holds_alternative<record::Reveal>(act) || std::holds_alternative<record::Conclude>(act);
}

}  // namespace

Result<bool> isOnline(store::Database& database, const Clock& clock) {
    store::SyncState state(database);
    COTEJO_TRY_ASSIGN(const auto epoch, state.bytes(store::SyncState::kEpoch));
    if (!epoch) return true;
    COTEJO_TRY_ASSIGN(const auto elapsed, state.integer(store::SyncState::kPassElapsed));
    COTEJO_TRY_ASSIGN(const auto boot, state.text(store::SyncState::kPassBoot));
    if (!elapsed || !boot || *boot != clock.boot()) return false;
    return clock.elapsed() - std::chrono::milliseconds(*elapsed) <= kContact;
}

Result<Conditions> CaseService::conditions(store::Database& database, const record::CaseView& view) const {
    Conditions conditions;
    conditions.now = m_desk.clock().now();
    COTEJO_TRY_ASSIGN(conditions.policy, policy(database));
    COTEJO_TRY_ASSIGN(conditions.online, isOnline(database, m_desk.clock()));
    COTEJO_TRY_ASSIGN(const auto issued, store::SyncState(database).integer(store::SyncState::kWatchlistIssued));
    if (issued) conditions.snapshot = record::snapshotAge(fromMillis(*issued), conditions.now);
    if (view.identification) {
        COTEJO_TRY_ASSIGN(conditions.entry, store::WatchlistTable(database).find(view.identification->entry));
    }
    return conditions;
}

Result<record::CaseView> CaseService::append(store::Transaction& transaction, const CaseId& id, const record::CaseView& view,
                                             const record::Act& act, Hash* written) {
    const auto role = actingRole(act, self(), m_desk.clock().now());
    auto draft = journal::Draft::of(act, id, view.heads, std::string(codeOf(role.value_or(record::Role::Officer))));
    COTEJO_TRY_ASSIGN(const auto event, m_desk.journal().append(transaction, std::move(draft)));
    if (written) *written = record::hashOf(event);
    return CaseProjection::folded(transaction, id);
}

/// The case once the central server has said its word on an act that is written.
Result<record::CaseView> CaseService::witnessed(const CaseId& id, const Hash& event) {
    const auto reached = m_desk.awaited().reach();
    const auto said = m_desk.awaited().end(event);
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(auto view, caseIn(reader, id));
    const auto line = std::ranges::find(view.history, event, &record::HistoryLine::event);
    if (line != view.history.end() && line->refusal.empty()) return view;
    const auto codes = refusalCodes();
    const bool known = said && std::ranges::find(codes, *said) != codes.end();
    auto error = refusal(known ? std::string_view(*said) : kNotWitnessed);
    if (!reached) error.params.emplace_back("why", reached.error().code);
    return tl::unexpected<Error>(std::move(error));
}

Status CaseService::recordRefusal(store::Transaction& transaction, const CaseId& id, const record::CaseView& view, const record::Act& act,
                                  const Error& error) {
    const Json body{{"act", record::typeOf(act)}, {"code", error.code}};
    journal::Draft draft;
    draft.type = journal::kRefused;
    draft.body = bytesOf(canonicalJson(body));
    draft.entity = id;
    draft.parents = view.heads;
    draft.role = codeOf(actingRole(act, self(), m_desk.clock().now()).value_or(record::Role::Officer));
    COTEJO_TRY(m_desk.journal().append(transaction, std::move(draft)));
    COTEJO_TRY(CaseProjection::folded(transaction, id));
    return {};
}

/// What is told of an act that only a settled case allows, allowed or refused, tells that it is settled so: that was shown then, to who has
/// a qualification to examine and never opened the case.
Result<record::CaseView> CaseService::told(store::Transaction& transaction, const CaseId& id, record::CaseView view, const record::Act& act) {
    const auto now = m_desk.clock().now();
    if (!tellsFindings(act) || !review::isResolved(view.state) || review::knowsFindings(view, m_desk.officer(), now)) return view;
    if (!canEverDo(act, m_desk.officer(), now)) return view;
    return append(transaction, id, view, record::ViewRecord{std::string(record::typeOf(act)), {record::Shown::Conclusions}});
}

/// What this person was shown elsewhere of the same samples or the same person is noted here before they examine.
Result<record::CaseView> CaseService::linked(store::Transaction& transaction, const CaseId& id, record::CaseView view, const record::Act& act) {
    if (!examines(act) || !isExaminable(view.state) || view.wasShown(m_desk.officer().id, record::Shown::Linked)) return view;
    COTEJO_TRY_ASSIGN(const bool known, review::knowsFromElsewhere(transaction, m_desk, view));
    if (!known) return view;
    return append(transaction, id, view, record::ViewRecord{"other_case", {record::Shown::Linked}});
}

Result<record::CaseView> CaseService::asJudged(store::Database& database, record::CaseView view) const {
    if (!isExaminable(view.state)) return view;
    COTEJO_TRY_ASSIGN(const bool known, review::knowsFromElsewhere(database, m_desk, view));
    if (known) view.exposure[m_desk.officer().id].push_back({record::Shown::Linked, view.round, false, false});
    return view;
}

Result<record::CaseView> CaseService::performWith(const CaseId& id, const record::Act& act, const Attach& attach) {
    std::optional<Error> refused;
    Hash waiting;
    auto done = m_desk.store().write([&](store::Transaction& transaction) -> Result<record::CaseView> {
        COTEJO_TRY_ASSIGN(auto before, caseIn(transaction, id));
        const auto heads = before.heads;
        COTEJO_TRY_ASSIGN(auto settled, told(transaction, id, std::move(before), act));
        COTEJO_TRY_ASSIGN(const auto view, linked(transaction, id, std::move(settled), act));
        COTEJO_TRY_ASSIGN(const auto now, conditions(transaction, view));
        if (auto allowed = check(view, act, self(), now); !allowed) {
            auto error = neutral(std::move(allowed).error(), view, m_desk.officer(), now.now);
            const bool approves = std::holds_alternative<record::Approve>(act);
            if (!approves && heads == view.heads) return tl::unexpected<Error>(std::move(error));
            if (approves) COTEJO_TRY(recordRefusal(transaction, id, view, act, error));
            refused = std::move(error);  // what was written stays: the refusal told something
            return view;
        }
        if (attach) COTEJO_TRY(attach(transaction));
        COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(transaction));
        if (!roster || !needsServer(view, act)) return append(transaction, id, view, act);
        if (!m_desk.awaited().canReach()) return tl::unexpected<Error>(refusal(kOffline));
        COTEJO_TRY_ASSIGN(auto after, append(transaction, id, view, act, &waiting));
        m_desk.awaited().begin(waiting);
        return after;
    });
    if (done && !waiting.isZero()) return witnessed(id, waiting);
    if (!waiting.isZero()) m_desk.awaited().end(waiting);
    if (done && !refused) return done;
    return tl::unexpected<Error>(refused ? std::move(*refused) : std::move(done).error());
}

Result<record::CaseView> CaseService::perform(const CaseId& id, const record::Act& act) { return performWith(id, act, {}); }

Result<record::CaseView> CaseService::attach(const CaseId& id, NewCapture capture) {
    if (capture.capture.id.isZero()) capture.capture.id = CaptureId::random();
    if (!capture.bytes.empty()) capture.capture.blob = sha256(capture.bytes);
    return performWith(id, record::AttachCapture{capture.capture}, [&](store::Transaction& transaction) -> Status {
        if (capture.bytes.empty()) return {};
        COTEJO_TRY(m_desk.store().blobs(transaction).put(transaction, capture.bytes, capture.capture.mime));
        return {};
    });
}

Result<record::CaseView> CaseService::addDocument(const CaseId& id, record::DossierDocument document, Bytes bytes) {
    if (!bytes.empty()) document.blob = sha256(bytes);
    const auto mime = document.mime;
    return performWith(id, record::AddDocument{std::move(document)}, [&](store::Transaction& transaction) -> Status {
        COTEJO_TRY(m_desk.store().blobs(transaction).put(transaction, bytes, mime));
        return {};
    });
}

Result<record::CaseView> CaseService::take(const CaseId& id) {
    std::optional<Policy> settled;
    {
        COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
        COTEJO_TRY_ASSIGN(settled, policy(reader));
    }
    return perform(id, record::TakeLease{m_desk.officer().displayName, m_desk.clock().now() + settled->lease});
}

Result<record::CaseView> CaseService::search(const CaseId& id, review::SearchService& engine, std::stop_token stop,
                                             const review::SearchProgress& progress, const record::SearchLimits& limits) {
    record::RecordSearch asked;
    asked.limits = limits;
    asked.coverage.searched.emplace_back();  // judged as a search that reaches a list
    COTEJO_TRY_ASSIGN(auto refused, refusals(id, asked));
    if (!refused.empty()) return tl::unexpected<Error>(std::move(refused.front()));
    std::optional<record::CaseView> view;
    {
        COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
        COTEJO_TRY_ASSIGN(view, caseIn(reader, id));
    }
    COTEJO_TRY_ASSIGN(const auto act, engine.search(*view, limits, std::move(stop), progress));
    return perform(id, act);
}

Result<record::CaseView> CaseService::recordImpossibleSearch(const CaseId& id, review::SearchService& engine) {
    std::optional<record::CaseView> view;
    std::string why;
    {
        COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
        COTEJO_TRY_ASSIGN(view, caseIn(reader, id));
        COTEJO_TRY_ASSIGN(const auto now, conditions(reader, *view));
        const bool samples = std::ranges::any_of(view->captures, [&](const auto& each) {
            return each.missing == record::MissingReason::None && each.kind != record::CaptureKind::Reference && !view->unusable.contains(each.id);
        });
        if (now.snapshot == record::SnapshotAge::Expired)
            why = "snapshot_expired";
        else if (!samples)
            why = "no_samples";
    }
    if (why.empty()) {
        // Samples that no engine can use are impossible too; the engine says so itself.
        const auto tried = engine.search(*view);
        if (tried || !tried.error().is(review::kNothingToSearch)) return tl::unexpected<Error>(refusal(kNoSearch, {{"gaps", "search"}}));
        why = "no_usable_sample";
    }
    COTEJO_TRY_ASSIGN(const auto act, engine.impossible(*view, why));
    return perform(id, act);
}

Result<CaseId> CaseService::openWithin(store::Transaction& transaction, record::OpenCase act, std::vector<NewCapture> captures) {
    if (act.post.isZero()) act.post = m_desk.post();
    if (act.traveler.id.isZero()) act.traveler.id = TravelerId::random();
    if (act.date.empty()) act.date = toIso(m_desk.clock().now()).substr(0, 10);
    if (act.number.empty()) {
        COTEJO_TRY_ASSIGN(act.number, store::CaseTable(transaction).nextNumber(m_desk.postName(), m_desk.clock().now()));
    } else {
        COTEJO_TRY_ASSIGN(const auto same, store::CaseTable(transaction).findByNumber(act.number));
        if (!same.empty()) return tl::unexpected<Error>(refusal(kCaseExists, {{"number", act.number}}));
    }
    const auto id = m_newId();
    const record::CaseView nothing;
    COTEJO_TRY_ASSIGN(const auto now, conditions(transaction, nothing));
    COTEJO_TRY(check(nothing, act, self(), now));
    COTEJO_TRY_ASSIGN(auto view, append(transaction, id, nothing, act));
    auto blobs = m_desk.store().blobs(transaction);
    for (auto& each : captures) {
        if (each.capture.id.isZero()) each.capture.id = CaptureId::random();
        if (!each.bytes.empty()) {
            COTEJO_TRY_ASSIGN(each.capture.blob, blobs.put(transaction, each.bytes, each.capture.mime));
        }
        const record::Act attach = record::AttachCapture{each.capture};
        COTEJO_TRY(check(view, attach, self(), now));
        COTEJO_TRY_ASSIGN(view, append(transaction, id, view, attach));
    }
    return id;
}

Result<CaseId> CaseService::open(record::OpenCase act, std::vector<NewCapture> captures) {
    return m_desk.store().write([&](store::Transaction& transaction) -> Result<CaseId> {
        return openWithin(transaction, std::move(act), std::move(captures));
    });
}

Result<Hash> CaseService::dossier(const CaseId& id) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto view, caseIn(reader, id));
    return dossierHash(view);
}

Result<std::vector<Error>> CaseService::refusals(const CaseId& id, const record::Act& act) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(auto whole, caseIn(reader, id));
    COTEJO_TRY_ASSIGN(const auto view, examines(act) ? asJudged(reader, std::move(whole)) : std::move(whole));
    COTEJO_TRY_ASSIGN(const auto now, conditions(reader, view));
    auto reasons = decide::refusals(view, act, self(), now);
    for (auto& reason : reasons) reason = neutral(std::move(reason), view, m_desk.officer(), now.now);
    return reasons;
}

}  // namespace cotejo::decide
