#include "core/review/linked_cases.h"

#include <algorithm>
#include <set>

#include "core/review/visible_case.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"

namespace cotejo::review {
namespace {

constexpr std::size_t kMostCases = 200;  // that name the same document

bool wasShownAny(const record::CaseView& view, const OfficerId& officer, bool chosenToo) {
    const auto found = view.exposure.find(officer);
    return found != view.exposure.end() && std::ranges::any_of(found->second, [&](const auto& each) {
        return record::isFinding(each.what) || (chosenToo && each.what == record::Shown::Chosen);
    });
}

bool somebodyCameUp(const record::CaseView& view) {
    return !view.candidates.empty() || view.identification || (view.outcome && *view.outcome != record::Outcome::NoCandidate);
}

}  // namespace

std::optional<std::pair<EncounterTie, std::string>> tieOf(const record::Traveler& one, const record::Traveler& other) {
    if (!one.id.isZero() && one.id == other.id) return std::pair(EncounterTie::SameTraveler, std::string());
    for (const auto& mine : one.documents)
        for (const auto& theirs : other.documents)
            if (!mine.number.empty() && mine.number == theirs.number && mine.issuer == theirs.issuer)
                return std::pair(EncounterTie::SameDocument, mine.number);
    return std::nullopt;
}

Result<bool> knowsFromElsewhere(store::Database& database, access::Desk& desk, const record::CaseView& view) {
    const auto& officer = desk.officer();
    if (!mayExamine(officer, desk.clock().now())) return false;
    store::CaseTable cases(database);
    std::set<CaseId> asked{view.id};
    for (const auto& capture : view.captures) {
        if (capture.blob.isZero()) continue;
        COTEJO_TRY_ASSIGN(const auto owners, desk.store().blobs(database).owners(capture.blob));
        for (const auto& owner : owners) {
            const auto id = CaseId::fromBytes(owner);
            if (!id || !asked.insert(*id).second) continue;
            COTEJO_TRY_ASSIGN(const auto other, cases.find(*id));  // nothing where the owner is an entry of a list
            if (other && wasShownAny(*other, officer.id, true)) return true;
        }
    }
    std::set<std::string> questions{view.traveler.familyName + " " + view.traveler.givenNames};
    for (const auto& document : view.traveler.documents) questions.insert(document.number);
    store::QueueFilter filter;
    for (const auto& [state, code] : record::codes<record::CaseState>) filter.states.insert(state);
    filter.order = store::QueueOrder::Newest;
    for (const auto& question : questions) {
        if (question.find_first_not_of(' ') == std::string::npos) continue;
        filter.text = question;
        COTEJO_TRY_ASSIGN(const auto page, cases.page(filter, {}, kMostCases));
        for (const auto& row : page.rows) {
            if (!asked.insert(row.id).second) continue;
            COTEJO_TRY_ASSIGN(const bool shown, cases.wasShown(row.id, officer.id));
            if (!shown) continue;
            COTEJO_TRY_ASSIGN(const auto other, cases.find(row.id));
            if (other && somebodyCameUp(*other) && tieOf(view.traveler, other->traveler) && wasShownAny(*other, officer.id, false)) return true;
        }
    }
    return false;
}

}  // namespace cotejo::review
