#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <sstream>

#include "core/base/file.h"
#include "core/decide/case_door.h"
#include "core/decide/case_service.h"
#include "core/decide/export_service.h"
#include "core/decide/facts.h"
#include "core/journal/verify.h"
#include "core/partner/request_service.h"
#include "core/review/statistics.h"
#include "core/review/work_queue.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/test_post.h"
#include "tests/unit/decide/requests.h"

/// Twin cases in twin posts: in one a need of protection was expressed, with an answer, a note and its own people at work; in the other the
/// case is on hold for a medical reason. Everything that an officer can get out of the program, by whatever door, is the same bytes.
namespace cotejo::decide::testing {
namespace {

const char* const kReaders[] = {"officer", "ana", "berta", "carlos"};

CaseId twinId(long pair) {
    for (int again = 0;; ++again) {
        const auto id = *CaseId::fromBytes(sha256("twin " + std::to_string(pair) + " " + std::to_string(again)).bytes().first(16));
        if (!drawnForVerification(id, {1, {}}) && !drawnForVerification(id, {2, {}})) return id;
    }
}

/// One of the two posts, and the words by which its names read like the other's.
class TwinPost {
  public:
    TwinPost() {
        post.add("officer", {{Role::Officer}});
        for (const char* login : {"ana", "berta", "carlos"}) post.add(login, {{Role::Officer}, {Role::ExaminerFinger}});
        post.add("supervisor", {{Role::Supervisor}});
        post.add("protection", {{Role::Protection}});
        for (const char* login : {"officer", "ana", "berta", "carlos", "supervisor", "protection", "admin"}) {
            desks[login] = std::move(*post.signIn(login));
            m_names.emplace_back(desks[login]->officer().id.text(), login);
        }
        m_names.emplace_back(desks["admin"]->post().text(), "post");
        m_names.emplace_back(desks["admin"]->device().text(), "device");
        const auto fresh = desks["admin"]->store().write([&](store::Transaction& tx) -> Status {
            WatchlistEntry entry;
            entry.id = one[0].entry;
            entry.gallery = "wanted";
            entry.version = 1;
            auto blobs = desks["admin"]->store().blobs(tx);
            COTEJO_TRY(store::WatchlistTable(tx).put(tx, blobs, entry));
            return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(post.clock.now()));
        });
        if (!fresh) std::abort();
    }
    void open(long pair) {
        OpenCase act;
        act.number = "PA-2026-" + std::to_string(100000 + pair);
        act.legalBasis = "border control";
        act.deadline = post.clock.now() + std::chrono::hours(2 + pair % 5);
        act.traveler.id = *TravelerId::fromBytes(sha256("traveler " + std::to_string(pair / 2)).bytes().first(16));  // each twice
        act.traveler.familyName = "SPECIMEN " + std::to_string(pair);
        act.traveler.birthDate = "1980-05-01";
        id = *CaseService(*desks["officer"], {}, [&] { return twinId(pair); }).open(act);
    }
    std::string act(const std::string& login, const Act& act) {
        const auto done = CaseService(*desks[login]).perform(id, act);
        return done ? "" : plain(told(done.error()));
    }
    std::string paper(const std::string& login, const std::string& kind, const std::string& words) {
        auto document = testing::paper(kind).document;
        const auto done = CaseService(*desks[login]).addDocument(id, document, bytesOf(words));
        return done ? "" : done.error().code;
    }
    CaseView truth() {
        auto reader = desks["admin"]->store().reader();
        return *CaseProjection::fold(*reader, id);
    }

    /// The queue, each way it can be asked.
    std::string queue(const std::string& login) {
        review::WorkQueue queue(*desks[login]);
        std::string text;
        for (const auto order : {store::QueueOrder::Urgency, store::QueueOrder::Deadline, store::QueueOrder::Newest})
            for (int filterBy = 0; filterBy < 4; ++filterBy) {
                store::QueueFilter filter;
                filter.order = order;
                if (filterBy == 1) filter.holds = {HoldKind::Protection};
                if (filterBy == 2) filter.holds = {HoldKind::Medical};
                if (filterBy == 3) filter.dueBefore = post.clock.now() + std::chrono::hours(3);
                const auto page = queue.page(filter, {}, 100);
                if (!page) return told(page.error());
                for (const auto& row : page->rows) text += rowText(row) + "\n";
                text += "--\n";
            }
        const auto counters = queue.counters();
        if (!counters) return text + told(counters.error());
        text += std::to_string(counters->onHold) + " on hold, " + std::to_string(counters->mine) + " mine, " + std::to_string(counters->counters.open) + " open\n";
        for (const auto& [kind, count] : counters->counters.openByHold) text += std::string(codeOf(kind)) + " " + std::to_string(count) + "\n";
        for (const auto& [state, count] : counters->counters.byState) text += std::string(codeOf(state)) + " " + std::to_string(count) + "\n";
        const auto glance = queue.glance(id);
        if (!glance) return text + told(glance.error());
        return plain(text + rowText(glance->row) + glance->traveler.familyName + std::to_string(glance->papers) + std::to_string(glance->captures.size()));
    }
    /// The case file, its timeline, and what anything that could be tried would be answered.
    std::string file(const std::string& login, const std::vector<Act>& tried) {
        CaseDoor door(*desks[login]);
        const auto visible = door.view(id);
        if (!visible) return told(visible.error());
        auto json = Json::parse(caseToJson(visible->view));
        json.erase("heads");
        // Officers stand in the order of their random numbers, which no two posts share.
        const auto byName = [&](const char* list, const auto& officer) {
            if (!json.contains(list)) return;
            auto each = json[list].get<std::vector<Json>>();
            std::ranges::sort(each, {}, [&](const Json& item) { return plain(officer(item)); });
            json[list] = each;
        };
        for (const char* set : {"comparisonActors", "proposalActors", "coverageReadBy"})
            byName(set, [](const Json& item) { return item.get<std::string>(); });
        byName("exposure", [](const Json& item) { return item[0].get<std::string>(); });
        auto text = canonicalJson(json) + (visible->onHold ? " on hold since " + toIso(*visible->onHoldSince) : "") + (visible->blind ? " blind" : "") + "\n";
        const auto encounters = door.encounters(id);
        if (!encounters) return told(encounters.error());
        for (const auto& each : encounters->cases)
            text += each.number + " " + std::string(codeOf(each.state)) + (each.outcome ? std::string(codeOf(*each.outcome)) : "") + "\n";
        for (const auto& act : tried) {
            text += std::string(typeOf(act)) + ":";
            const auto refused = CaseService(*desks[login]).refusals(id, act);
            for (const auto& each : *refused) text += told(each) + ";";
            text += "\n";
        }
        const auto requests = partner::RequestService(*desks[login]).requests();
        if (!requests) return plain(text + told(requests.error()));
        for (const auto& each : *requests) text += each.caseNumber + " " + std::string(codeOf(each.request.state)) + " " + each.request.reason + "\n";
        const auto content = exportCase(*desks[login], id, {exchange::CaseFormat::NistItl, "agency", "UTO", "post"});
        text += content ? "exported " + std::to_string(content->files.size()) : told(content.error());
        return plain(text);
    }
    /// What the officer may take home of the journal: the own acts.
    std::string journal(const std::string& login) {
        const auto target = post.folder().parent_path() / (login + ".jsonl");
        std::filesystem::remove(target);
        const auto done = journal::exportJournal(desks["admin"]->store(), target, {false, desks[login]->officer().id});
        if (!done) return told(done.error());
        const auto bytes = readFile(target, 64u << 20);
        if (!bytes) return told(bytes.error());
        std::string text;
        std::istringstream lines(std::string(cotejo::textOf(*bytes)));
        for (std::string line; std::getline(lines, line);) {
            const auto json = Json::parse(line);
            if (!json.contains("type")) continue;  // whose keys signed: devices and officers, the same of every post
            text += json["type"].get<std::string>() + " " + std::to_string(json["seq"].get<long>()) + "\n";
        }
        return text;
    }
    std::string statistics() {
        const auto figures = review::StatisticsReader(*desks["supervisor"]).read(review::StatisticsSpan::All);
        return figures ? review::statisticsCsv(*figures) : told(figures.error());
    }

    test::TestPost post;
    std::map<std::string, std::unique_ptr<access::Desk>> desks;
    std::vector<Candidate> one = {candidate("one", Modality::Finger, 41, 1)};
    CaseId id;

  private:
    static std::string told(const Error& error) {
        auto text = error.code + "{" + error.detail + " ";
        for (const auto& [key, value] : error.params) text += key + "=" + value + ";";
        return text + "}";
    }
    static std::string rowText(const review::VisibleRow& row) {
        auto text = row.row.number + " " + std::string(codeOf(row.row.state)) + " " + row.row.familyName + " " + toIso(row.row.deadline) + " " +
                    std::string(codeOf(row.row.deadlineKind)) + " " + toIso(row.row.attentionDue) + (row.row.lease ? " " + row.row.lease->officerName : "") +
                    (row.row.waiting ? " waiting" : "") + (row.onHold ? " on hold" : "") + (row.mine ? " mine" : "") + (row.identityHidden ? " hidden" : "");
        for (const auto kind : row.row.holds) text += " " + std::string(codeOf(kind));
        return text;
    }
    /// Names instead of the random numbers of this post, and one word for every hash: hashes differ as the entries do.
    std::string plain(std::string text) const {
        for (const auto& [from, to] : m_names)
            for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) text.replace(at, from.size(), to);
        std::string out;
        for (std::size_t i = 0; i < text.size();) {
            std::size_t end = i;
            while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || (text[end] >= 'a' && text[end] <= 'f'))) ++end;
            if (end - i == 64) out += "#";
            else out += end == i ? std::string(1, text[i]) : text.substr(i, end - i);
            i = std::max(end, i + 1);
        }
        return out;
    }
    std::vector<std::pair<std::string, std::string>> m_names;
};

std::vector<Act> tried(const TwinPost& twin, UtcTime now) {
    return {TakeLease{"x", now + std::chrono::minutes(20)}, SaveAnalysis{"whorl"}, conclude(twin.one, ExaminerConclusion::Identification), ReadCoverage{},
            propose(Disposition::Admit), propose(Disposition::Repatriate), propose(Disposition::HoldFugitive), propose(Disposition::RefuseEntry),
            propose(Disposition::ReferPartnerCheck), propose(Disposition::ReferProtection), SubmitForApproval{}, Execute{"done"}, CloseCase{}, CancelCase{"twice"},
            RecordExport{"agency", "UTO", "osia", sha256("bytes")}, OpenDocument{sha256("fears return"), 1}, NameDocument{sha256("fears return"), "other"},
            LiftHold{HoldKind::Protection, "no", {}}, LiftHold{HoldKind::Medical, "no", {}}, PlaceHold{HoldKind::LegalRetention}, AddNote{"seen"},
            PreviewRequest{requestIdOf(kRequest), sha256("packet")}, AuthoriseRequest{requestIdOf(kRequest), sha256("packet"), "needed"},
            CancelRequest{requestIdOf(kRequest), "no"}, CloseRequest{requestIdOf(kRequest), "no"}, DraftRequest{termsOf("another"), {}}};
}

TEST(TwinPosts, EverythingThatLeavesTheProgramIsTheSame) {
    const char* wanted = std::getenv("COTEJO_DECIDE_TWIN_POSTS");
    const char* from = std::getenv("COTEJO_DECIDE_FIRST_PAIR");
    const long pairs = wanted ? std::atol(wanted) : 2, firstPair = from ? std::atol(from) : 0;
    std::optional<TwinPost> posts[2];
    long outputs = 0, bytes = 0;
    const auto same = [&](const std::string& one, const std::string& other, const std::string& where) {
        const auto at = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
        const auto start = at > 120 ? at - 120 : 0;
        ASSERT_EQ(one == other, true) << where << ": ..." << one.substr(start, 300) << "\n... against ..." << other.substr(start, 300);
        ++outputs;
        bytes += static_cast<long>(one.size());
    };
    for (long pair = firstPair; pair < firstPair + pairs; ++pair) {
        // Posts with a handful of cases: what is asked of a queue is asked of all its rows.
        if ((pair - firstPair) % 20 == 0)
            for (auto& each : posts) each.emplace();
        auto &claim = *posts[0], &medical = *posts[1];
        std::mt19937_64 random(static_cast<std::uint64_t>(pair));
        const auto both = [&](const std::string& login, const Act& act) {
            const auto first = claim.act(login, act), second = medical.act(login, act);
            EXPECT_EQ(first, second) << "pair " << pair << " " << login << " " << typeOf(act);
        };
        const auto later = [&] {
            claim.post.clock.advance(std::chrono::seconds(7));
            medical.post.clock.advance(std::chrono::seconds(7));
        };
        claim.open(pair);
        medical.open(pair);
        // By the book to the end of the examination and beyond; the need is expressed somewhere on the way.
        const std::vector<std::pair<std::string, Act>> book = {
            {"officer", DraftRequest{termsOf(kRequest), {}}}, {"officer", PreviewRequest{requestIdOf(kRequest), sha256("packet")}},
            {"supervisor", PreviewRequest{requestIdOf(kRequest), sha256("packet")}}, {"supervisor", AuthoriseRequest{requestIdOf(kRequest), sha256("packet"), "needed"}},
            {"officer", StartTriage{}}, {"officer", search(claim.one)}, {"ana", TakeLease{"ana", {}}}, {"ana", SaveAnalysis{"whorl"}},
            {"ana", VisitCandidate{claim.one[0].id}}, {"ana", conclude(claim.one, ExaminerConclusion::Identification)}, {"berta", TakeLease{"berta", {}}},
            {"berta", SaveAnalysis{"whorl"}}, {"berta", VisitCandidate{claim.one[0].id}}, {"berta", conclude(claim.one, ExaminerConclusion::Identification)},
            {"officer", TakeLease{"officer", {}}}, {"officer", ReadCoverage{}}, {"officer", RequestConfirmation{"telephone"}},
            {"officer", propose(random() % 2 == 0 ? Disposition::ReferProtection : Disposition::ReferPartnerCheck)}, {"officer", Execute{"referred"}}};
        const auto heldAfter = random() % book.size();
        for (std::size_t step = 0; step < book.size(); ++step) {
            const auto where = "pair " + std::to_string(pair) + " step " + std::to_string(step);
            if (step == heldAfter) {
                const std::string who = kReaders[random() % std::size(kReaders)];
                ASSERT_EQ(claim.act(who, PlaceHold{HoldKind::Protection}), "") << where;
                ASSERT_EQ(medical.act(who, PlaceHold{HoldKind::Medical}), "") << where;
            }
            if (step > heldAfter && random() % 2 == 0) {  // the claim goes its own way
                ASSERT_EQ(claim.paper("protection", "fear_answer", "fears return " + std::to_string(step)), "") << where;
                ASSERT_EQ(claim.act("protection", AddNote{"fears return"}), "") << where;
                if (random() % 2 == 0) (void)CaseDoor(*claim.desks["protection"]).view(claim.id);
            }
            auto [login, act] = book[step];
            if (auto* lease = std::get_if<TakeLease>(&act)) lease->until = claim.post.clock.now() + std::chrono::minutes(20);
            if (auto* draft = std::get_if<DraftRequest>(&act)) {
                draft->terms.created = claim.post.clock.now();
                draft->terms.expires = draft->terms.created + std::chrono::hours(8);
            }
            if (login == "supervisor") {  // who reads the kinds of holds may be told them
                (void)claim.act(login, act);
                (void)medical.act(login, act);
            } else {
                both(login, act);
            }
            later();
            for (const std::string reader : kReaders) {
                same(claim.queue(reader), medical.queue(reader), where + " queue of " + reader);
                if (::testing::Test::HasFailure()) return;
                if (random() % 3 != 0) continue;  // reading is remembered: not everybody reads at every step
                same(claim.file(reader, tried(claim, claim.post.clock.now())), medical.file(reader, tried(medical, medical.post.clock.now())), where + " case of " + reader);
                if (::testing::Test::HasFailure()) return;
            }
        }
        for (const std::string reader : kReaders) same(claim.journal(reader), medical.journal(reader), "journal of " + reader);
        same(claim.statistics(), medical.statistics(), "statistics");
        if (::testing::Test::HasFailure()) return;
    }
    std::printf("twin posts: %ld pairs, %ld outputs of %ld bytes compared\n", pairs, outputs, bytes);
}

}  // namespace
}  // namespace cotejo::decide::testing
