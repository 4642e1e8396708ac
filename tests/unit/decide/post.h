#pragma once

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/decide/facts.h"
#include "core/decide/fold.h"
#include "core/decide/rules.h"
#include "core/record/act.h"

/// People and posts that write events without a store, for tests of the rules and the fold.
namespace cotejo::decide::testing {

using namespace record;

inline const UtcTime kStart = fromMillis(1794823200000);

inline Officer person(const std::string& login, std::initializer_list<Role> roles) {
    Officer officer;
    officer.id = *OfficerId::fromBytes(sha256("officer " + login).bytes().first(16));
    officer.login = login;
    officer.displayName = login;
    for (const auto role : roles) officer.grants.push_back({role, UtcTime::max()});
    return officer;
}

/// The officers of a small organisation.
struct People {
    Officer officer = person("officer", {Role::Officer});
    Officer ana = person("ana", {Role::Officer, Role::ExaminerFace, Role::ExaminerFinger});
    Officer berta = person("berta", {Role::Officer, Role::ExaminerFace, Role::ExaminerFinger});
    Officer carlos = person("carlos", {Role::Officer, Role::ExaminerFace, Role::ExaminerFinger});
    Officer dora = person("dora", {Role::Officer, Role::ExaminerFace, Role::ExaminerFinger});
    Officer supervisor = person("supervisor", {Role::Supervisor});
    Officer second = person("second", {Role::Supervisor});
    Officer protection = person("protection", {Role::Protection});
    Officer dpo = person("dpo", {Role::Dpo});
    Officer auditor = person("auditor", {Role::Auditor});
    Officer admin = person("admin", {Role::Admin});

    OfficerLookup lookup() const {
        return [everyone = std::make_shared<std::vector<Officer>>(std::vector{officer, ana, berta, carlos, dora, supervisor, second, protection, dpo, auditor, admin})](
                   const OfficerId& id, const Hash&) -> std::optional<Officer> {
            const auto found = std::ranges::find(*everyone, id, &Officer::id);
            return found == everyone->end() ? std::nullopt : std::optional(*found);
        };
    }
};

inline const CaseId kCase = *CaseId::fromText("5ca5e0000000000000000000000000a1");

/// The program itself is a person of the role system here.
inline Actor actorOf(const Officer& who) { return {who, who.grants.size() == 1 && who.grants[0].role == Role::System}; }

/// One device with its own copy of one case.
class Post {
  public:
    Post(const People& people, const std::string& name) : m_officers(std::make_shared<OfficerLookup>(people.lookup())) {
        m_device = *DeviceId::fromBytes(sha256("device " + name).bytes().first(16));
        conditions.now = kStart;
        conditions.online = true;
        conditions.snapshot = SnapshotAge::Fresh;
        conditions.entry = WatchlistEntry{};
        conditions.entry->gallery = "wanted";
    }

    Post(const Post& other) : conditions(other.conditions), events(other.events), m_officers(other.m_officers), m_device(other.m_device), m_seq(other.m_seq) {}
    Post& operator=(const Post&) = delete;

    /// Only what came since is folded.
    const CaseView& view() const {
        if (!m_case) m_case = std::make_unique<GrowingCase>(*m_officers);
        if (m_folded != events.size()) m_case->add(std::span(events).subspan(std::exchange(m_folded, events.size())));
        return m_case->view();
    }

    /// Does the act by the rules; its refusal code, or "" when it is done.
    std::string act(const Officer& who, const Act& act) {
        if (const auto allowed = check(view(), act, actorOf(who), conditions); !allowed) return allowed.error().code;
        force(who, act);
        return "";
    }
    /// Writes the event whatever the rules say. The caller may change it until the view is asked for.
    Event& force(const Officer& who, const Act& act) {
        Event event;
        event.org = "UTO";
        event.device = m_device;
        event.seq = ++m_seq;
        event.type = typeOf(act);
        event.entity = kCase;
        event.parents = view().heads;
        event.user = who.id;
        const auto acting = actingRole(act, actorOf(who), conditions.now);
        event.role = acting ? codeOf(*acting) : codeOf(Role::Officer);
        event.wall = conditions.now;
        event.body = bodyOf(act);
        conditions.now += std::chrono::seconds(1);
        return events.emplace_back(std::move(event));
    }
    void learn(const Post& other) {
        hashes();
        std::set<Hash> known(m_hashes.begin(), m_hashes.end());
        const auto& theirs = other.hashes();
        for (std::size_t i = 0; i < theirs.size(); ++i)
            if (known.insert(theirs[i]).second) events.push_back(other.events[i]);
    }
    /// Of `events`, in their order.
    const std::vector<Hash>& hashes() const {
        while (m_hashes.size() < events.size()) m_hashes.push_back(hashOf(events[m_hashes.size()]));
        return m_hashes;
    }

    Conditions conditions;
    std::vector<Event> events;

  private:
    std::shared_ptr<OfficerLookup> m_officers;
    DeviceId m_device;
    std::uint64_t m_seq = 0;
    mutable std::unique_ptr<GrowingCase> m_case;
    mutable std::size_t m_folded = 0;
    mutable std::vector<Hash> m_hashes;
};

inline Candidate candidate(const std::string& name, Modality modality, double score, int rank) {
    Candidate each;
    each.id = *CandidateId::fromBytes(sha256("candidate " + name).bytes().first(16));
    each.entry = *WatchlistEntryId::fromBytes(sha256("entry " + name).bytes().first(16));
    each.modality = modality;
    each.score = {score, {"specimen", "1.0.0", sha256("model")}};
    each.rank = rank;
    each.facts = {"wanted", EntryPurpose::Wanted, EvidenceGrade::Warrant, "UTO", 1};
    return each;
}

inline RecordSearch search(std::vector<Candidate> candidates) {
    RecordSearch act;
    act.candidates = std::move(candidates);
    act.coverage.searched.push_back({"wanted", 5000, 5000, kStart});
    act.coverage.asked = {"wanted"};
    act.coverage.fingers = 2;
    return act;
}

inline CandidateConclusion conclusion(const Candidate& candidate, ExaminerConclusion value) {
    return {candidate.id, value, "ridge flow and 14 pairs", "smudged lower third", false};
}

/// The conclude act that says this of every candidate.
inline Conclude conclude(const std::vector<Candidate>& candidates, ExaminerConclusion value) {
    Conclude act;
    for (const auto& each : candidates) act.conclusions.push_back(conclusion(each, value));
    act.outcome = candidates.empty()                            ? Outcome::NoCandidate
                  : value == ExaminerConclusion::Identification ? Outcome::Identified
                  : value == ExaminerConclusion::Exclusion      ? Outcome::Excluded
                                                                : Outcome::Inconclusive;
    if (act.outcome == Outcome::Identified) act.identified = candidates.front().id;
    return act;
}

inline TakeLease lease(const Post& post, const Officer& who) {
    return {who.displayName, post.conditions.now + std::chrono::minutes(30)};
}

/// Opens the case and leads it to review by ana with these candidates.
inline std::string toReview(Post& post, const People& people, const std::vector<Candidate>& candidates) {
    OpenCase open;
    open.number = "PA-2026-000001";
    open.legalBasis = "border control";
    open.traveler.familyName = "SPECIMEN";
    open.traveler.birthDate = "1980-05-01";
    open.date = "2026-11-16";
    std::string refused = post.act(people.officer, open);
    refused += post.act(people.officer, StartTriage{});
    refused += post.act(people.ana, lease(post, people.ana));
    refused += post.act(people.ana, search(candidates));
    return refused;
}

/// Identified by ana and berta.
inline std::string examine(Post& post, const Officer& who, const std::vector<Candidate>& candidates, ExaminerConclusion value);
inline std::string identify(Post& post, const People& people, const std::vector<Candidate>& candidates) {
    std::string refused = examine(post, people.ana, candidates, ExaminerConclusion::Identification);
    refused += post.act(people.berta, lease(post, people.berta));
    return refused + examine(post, people.berta, candidates, ExaminerConclusion::Identification);
}

/// One examiner's whole examination, without the lease.
inline std::string examine(Post& post, const Officer& who, const std::vector<Candidate>& candidates, ExaminerConclusion value) {
    std::string refused = post.act(who, SaveAnalysis{"whorl, clear core, two deltas"});
    for (const auto& each : candidates) {
        refused += post.act(who, VisitCandidate{each.id});
        refused += post.act(who, SaveProvisional{conclusion(each, value)});
    }
    refused += post.act(who, conclude(candidates, value));
    return refused;
}

inline ProposeDisposition propose(Disposition disposition) {
    return {disposition, "identity established by two examiners", "art. 12"};
}

/// Of the dossier as it stands.
inline Approve approve(const Post& post) { return {"complete", dossierHash(post.view())}; }

inline AddDocument paper(const std::string& kind, const std::string& name = "") {
    DossierDocument document;
    document.kind = kind;
    document.title = kind;
    document.mime = "text/plain";
    document.blob = sha256("paper " + kind + name);
    document.restricted = kind == "fear_answer" || kind == "protection_decision";
    if (kind == "appeal_window") document.until = "2026-11-01";
    return {document};
}
inline Hash paperHash(const std::string& kind, const std::string& name = "") { return sha256("paper " + kind + name); }

/// Every paper that a disposition needs.
inline std::string addPapers(Post& post, const Officer& who, Disposition disposition) {
    std::string refused;
    for (const auto& kind : missingPapers(post.view(), disposition)) refused += post.act(who, paper(kind));
    return refused;
}
inline std::string readPapers(Post& post, const Officer& who) {
    std::string refused;
    const auto documents = post.view().documents;
    for (const auto& each : documents)
        if (!each.restricted) refused += post.act(who, OpenDocument{each.blob, each.pages});
    return refused;
}

/// The entry's owner answers; recorded by one, countersigned by another who read the paper.
inline std::string answered(Post& post, const Officer& records, const Officer& countersigns, const std::string& word, const WatchlistEntryId& entry = {}) {
    std::string refused;
    if (std::ranges::none_of(post.view().documents, [](const auto& each) { return each.blob == paperHash("owner_answer"); }))
        refused += post.act(records, paper("owner_answer"));
    refused += post.act(records, ConfirmEntry{word, "UTO-1", "e-mail", "duty officer, UTO", post.conditions.now, paperHash("owner_answer"), entry});
    if (!refused.empty()) return refused;
    const auto answer = post.view().answers.back().event;
    refused += post.act(countersigns, OpenDocument{paperHash("owner_answer"), 1});
    return refused + post.act(countersigns, CountersignAnswer{answer});
}

}  // namespace cotejo::decide::testing
