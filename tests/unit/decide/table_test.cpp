#include <gtest/gtest.h>

#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "core/decide/errors.h"
#include "core/decide/refusal.h"
#include "core/decide/table.h"
#include "tests/unit/decide/post.h"
#include "tests/unit/decide/requests.h"
#include "tests/unit/decide/second_table.h"

/// Walks the cells of (state x act x roles x holds x exposure x connection x age of the list) against a second table, written from CASEWORK.md without a
/// look at core/decide/table.cpp. Each case is prepared so that nothing but the cell itself can refuse the act.
namespace cotejo::decide::testing {
namespace {

std::set<std::string> words(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

const Hash kPaper = sha256("paper"), kDecision = sha256("decision"), kLive = sha256("live"), kDocument = sha256("document");
CaptureId captureIdOf(const Hash& blob) { return *CaptureId::fromBytes(blob.bytes().first(16)); }

std::string wordOf(const std::string& name) {
    const auto space = name.find(' ');
    return space == std::string::npos ? "" : name.substr(space + 1);
}

/// A case in this state in which the actor has done everything that the act needs.
CaseView prepared(CaseState state, const Officer& actor, const std::string& name, const Candidate& found) {
    const auto now = kStart;
    CaseView view;
    view.id = kCase;
    view.number = "PA-2026-000001";
    view.legalBasis = "border control";
    view.state = state;
    view.candidates = {found};
    view.coverage = search({}).coverage;
    view.coverageReadBy = {actor.id};
    view.lease = Lease{actor.id, actor.displayName, now + std::chrono::minutes(20)};
    for (const auto& [blob, kind] : {std::pair{kLive, CaptureKind::Live}, {kDocument, CaptureKind::Document}}) {
        Capture capture;
        capture.id = captureIdOf(blob);
        capture.blob = blob;
        capture.modality = found.modality;
        capture.kind = kind;
        view.captures.push_back(capture);
        view.coverage->samples.push_back(capture.id);
    }
    if (name.starts_with("portrait.")) {
        PortraitCheck own;
        own.examiner = actor.id;
        own.modality = found.modality;
        own.analysis = "oval";
        own.live = captureIdOf(kLive);
        own.document = captureIdOf(kDocument);
        own.opened = name == "portrait.conclude" || name == "portrait.reveal";
        if (name == "portrait.reveal") own.conclusion = ExaminerConclusion::Identification;
        if (name != "portrait.analysis") view.portraits = {own};
    }
    const auto other = person("examiner 1", {}).id, another = person("examiner 2", {}).id;
    const auto add = [&](const std::string& kind) {
        DossierDocument document = paper(kind).document;
        document.openedBy[actor.id] = now;
        view.documents.push_back(document);
    };
    for (const auto* kind : {"identity_basis", "nationality", "protection_information", "fear_question", "vulnerability", "child", "medical",
                             "family_unity", "final_order", "consular_contact", "appeal_window", "refusal_notice", "rights_information"})
        add(kind);
    add("owner_answer");
    view.documents.back().blob = kPaper;
    add("protection_decision");
    view.documents.back().blob = kDecision;
    const int number = examinationNumber(state);
    for (int before = 1; before <= (number == 0 ? 2 : number - 1); ++before) {
        Examination each;
        each.examiner = before == 1 ? other : another;
        each.number = before;
        each.concluded = now;
        each.outcome = before == 1 ? Outcome::Identified : Outcome::Excluded;
        each.final[found.id] = conclusion(found, before == 1 ? ExaminerConclusion::Identification : ExaminerConclusion::Exclusion);
        if (state != CaseState::Triage) view.examinations.push_back(each);
    }
    if (number > 0) {
        Examination own;
        own.examiner = actor.id;
        own.number = number;
        own.analysisSaved = true;
        if (name != "examination.analysis") {
            own.visited = {found.id};
            own.provisional[found.id] = conclusion(found, ExaminerConclusion::Exclusion);
        }
        view.examinations.push_back(own);
    }
    const auto word = wordOf(name);
    const bool close = name == "case.close";
    const auto disposition = fromCode<Disposition>(word).value_or(close ? Disposition::Admit : Disposition::ReferProtection);
    const bool adverse = words("hold_fugitive refuse_entry repatriate").contains(word);
    const bool identified = adverse || name.starts_with("watchlist.") || name.starts_with("guard.");
    view.outcome = identified ? Outcome::Identified : Outcome::Excluded;
    view.settledBy = {other, another};
    if (identified) view.identification = Identification{sha256("identified"), found.id, found.entry, found.facts, {other, another}, {}, now, {}, false};
    if (name == "guard.lapse") view.identification->since = now - std::chrono::hours(5);
    if (identified) view.identifications = {*view.identification};
    if (name.starts_with("partner.")) {
        PartnerRequest before;
        before.terms.id = RequestId::fromText("0000000000000000000000000000000a").value();
        before.terms.country = "UTN";
        before.terms.partner = "Utopía Norte";
        before.state = RequestState::Closed;
        before.sentAt = now;
        auto request = before;
        request.terms = termsOf(kRequest);
        request.sentAt.reset();
        request.draftedBy = actor.id;
        request.previewedBy = {actor.id};
        request.state = name == "partner.close" ? RequestState::Answered : name == "partner.report" ? RequestState::Sent : RequestState::Drafted;
        if (name == "partner.report") request.authorisedBy = other;
        view.partnerRequests = {before};
        if (name != "partner.draft") view.partnerRequests.push_back(request);
    }
    if (name == "examination.withdraw") view.reexaminations.push_back({sha256("order"), actor.id, now, "doubtful", false, false, false});
    view.confirmation = name == "guard.lapse" ? "" : "confirmed";
    OwnerAnswer answer{sha256("answer"), found.entry, "confirmed", "UTO-1", "e-mail", "duty officer", now, kPaper, other, {}, false};
    if (name == "watchlist.countersign") view.answers = {answer};
    if (name == "watchlist.settle") {
        answer.countersignedBy = another;
        view.answers = {answer, answer};
        view.answers[1].event = sha256("second answer");
        view.answers[1].answer = "not_confirmed";
    }
    DispositionRecord record;
    record.disposition = disposition;
    record.proposedBy = person("proposer", {}).id;
    record.approved = true;
    record.decidedAt = now - std::chrono::hours(1);
    record.manifest = "UT 418";
    record.receipt = close ? "admitted" : "";
    view.disposition = record;
    DecisionHead one, two;
    one.event = sha256("one");
    two.event = sha256("other");
    view.decisionHeads = {one, two};
    return view;
}

Act actOf(const std::string& name, const Candidate& found, const CaseView& view) {
    const auto type = name.substr(0, name.find(' '));
    const auto word = wordOf(name);
    const auto live = captureIdOf(kLive), document = captureIdOf(kDocument);
    Capture capture;
    capture.id = CaptureId::random();
    capture.blob = sha256("image");
    OpenCase open;
    open.number = "PA-2026-000002";
    if (type == "case.open") return open;
    if (type == "biometric.attach") return AttachCapture{capture};
    if (type == "biometric.unusable") return MarkUnusable{live, "of another person"};
    if (type == "case.amend") return AmendTraveler{{}, "misspelt"};
    if (type == "case.legal_basis") return SetLegalBasis{"border control"};
    if (type == "case.triage") return StartTriage{};
    if (type == "case.lease") return TakeLease{"specimen", kStart + std::chrono::minutes(30)};
    if (type == "case.release") return ReleaseLease{};
    if (type == "case.recapture") return RequestRecapture{"blurred"};
    if (type == "case.return") return ReturnCase{"the document is missing"};
    if (type == "match.search") return search({found});
    if (type == "portrait.analysis") return SavePortraitAnalysis{found.modality, "oval"};
    if (type == "portrait.open") return OpenPortrait{live, document};
    if (type == "portrait.conclude") return ConcludePortrait{live, document, ExaminerConclusion::Identification, "ears", "light"};
    if (type == "portrait.reveal") return RevealPortrait{live, document, {}};
    if (type == "examination.analysis") return SaveAnalysis{"whorl"};
    if (type == "examination.visit") return VisitCandidate{found.id};
    if (type == "examination.provisional") return SaveProvisional{conclusion(found, ExaminerConclusion::Exclusion)};
    if (type == "examination.reveal") return Reveal{};
    if (type == "examination.conclude") return conclude({found}, ExaminerConclusion::Exclusion);
    if (type == "examination.open_notes") return OpenOtherNotes{};
    if (type == "examination.order") return OrderReexamination{"doubtful"};
    if (type == "examination.withdraw") return WithdrawReexamination{"a mistake"};
    if (type == "coverage.read") return ReadCoverage{};
    if (type == "document.add") return paper("other");
    if (type == "document.kind") return NameDocument{kPaper, "other"};
    if (type == "document.waive") return WaivePaper{"family_unity", "travels alone"};
    if (type == "document.open") return OpenDocument{kPaper, 1};
    if (type == "decision.propose") return propose(*fromCode<Disposition>(word));
    if (type == "decision.submit") return SubmitForApproval{};
    if (type == "decision.approve") return Approve{"complete", dossierHash(view)};
    if (type == "decision.reject") return Reject{"not proportionate"};
    if (type == "decision.manifest") return FreezeManifest{"UT 418"};
    if (type == "decision.execute") return Execute{"handover 118"};
    if (type == "referral.answer") return AnswerReferral{"nothing known", "UTO-7"};
    if (type == "case.close") return CloseCase{};
    if (type == "case.reopen") return ReopenCase{"corrected datum"};
    if (type == "case.cancel") return CancelCase{"opened twice"};
    if (type == "hold.place") return PlaceHold{*fromCode<HoldKind>(word)};
    if (type == "hold.lift") return LiftHold{*fromCode<HoldKind>(word), "decided", kDecision};
    if (type == "watchlist.request") return RequestConfirmation{"telephone"};
    if (type == "watchlist.confirm") return ConfirmEntry{"confirmed", "ref 1", "telephone", "duty officer", kStart, kPaper};
    if (type == "watchlist.countersign") return CountersignAnswer{sha256("answer")};
    if (type == "watchlist.settle") return SettleAnswers{sha256("answer"), "signed letter"};
    if (type == "guard.override") return OverrideGuard{word, "read the file", "art. 9"};
    if (type == "guard.lapse") return LapseGuard{};
    if (type == "entry.status") return ChangeEntry{found.entry, EntryStatus::Withdrawn, 7};
    if (type == "conflict.resolve") return ResolveConflict{sha256("one"), {sha256("one"), sha256("other")}, "read both"};
    if (type == "partner.draft") return DraftRequest{termsOf(kRequest), {}};
    if (type == "partner.preview") return PreviewRequest{requestIdOf(kRequest), sha256("packet")};
    if (type == "partner.authorise") return AuthoriseRequest{requestIdOf(kRequest), sha256("packet"), "agreed"};
    if (type == "partner.cancel") return CancelRequest{requestIdOf(kRequest), "not needed"};
    if (type == "partner.close") return CloseRequest{requestIdOf(kRequest), "read"};
    if (type == "partner.report") return ReportRequest{requestIdOf(kRequest), RequestStep::Acknowledged, kStart, {}};
    if (type == "case.export") return RecordExport{"agency", "UTO", "osia", sha256("bytes")};
    if (type == "note.add") return AddNote{"seen"};
    if (type == "view.record") return ViewRecord{"overview", {}};
    ADD_FAILURE() << "no act " << name;
    return AddNote{};
}

/// One cell: everything that varies besides the act.
struct Cell {
    std::string stateCode;
    CaseState state = CaseState::Received;
    std::string roles;            // letters
    std::vector<std::string> holds;
    bool online = true;
    char age = 'F';
    bool shown = false;           // the actor was shown scores
};

struct Prepared {
    CaseView view;
    Act act;
    Actor actor;
    Conditions conditions;
    std::vector<std::string> holds;  // of the cell, and those that the act needs
};

Prepared prepare(const Cell& cell, const std::string& name) {
    std::vector<RoleGrant> grants;
    for (const auto letter : cell.roles) grants.push_back({kRoles.at(letter), UtcTime::max()});
    Prepared made{{}, AddNote{}, {person("actor", {}), cell.roles == "y"}, {}, cell.holds};
    made.actor.officer.grants = grants;
    const bool face = cell.roles.find('f') != std::string::npos && cell.roles.find('g') == std::string::npos;
    const auto found = candidate("one", face ? Modality::Face : Modality::Finger, 30, 1);
    made.view = prepared(cell.state, made.actor.officer, name, found);
    const bool approval = name.starts_with("decision.");
    const auto need = [&](const std::string& code) {
        if (std::ranges::find(made.holds, code) == made.holds.end()) made.holds.push_back(code);
    };
    if (name.starts_with("hold.lift "))
        for (const auto& [code, kind] : kHolds)
            if (codeOf(kind) == name.substr(10)) need(code);
    if (name == "conflict.resolve") need("CO");
    if (name == "guard.override release" || name == "guard.lapse") need("RG");
    for (const auto& code : made.holds) made.view.holds.push_back({kHolds.at(code), {}, kStart - std::chrono::hours(5), {}});
    if (cell.shown) made.view.exposure[made.actor.officer.id] = {{Shown::Scores, {}, false}};
    if (approval && !name.starts_with("decision.approve")) made.view.disposition->approvedDossier = dossierHash(made.view);
    made.act = actOf(name, found, made.view);
    auto& now = made.conditions;
    now.now = kStart;
    now.online = cell.online;
    now.snapshot = cell.age == 'F' ? SnapshotAge::Fresh : cell.age == 'S' ? SnapshotAge::Stale : SnapshotAge::Expired;
    now.entry = WatchlistEntry{};
    now.policy.maximumHold = std::chrono::hours(1);
    return made;
}

/// From whom what others found is kept: whoever may still be asked to examine and was shown nothing of it, until the identity is resolved.
bool keptFrom(const Cell& cell) {
    const auto has = [&](const char* letters) { return cell.roles.find_first_of(letters) != std::string::npos; };
    return !cell.shown && !words("RC ID DP PE AP RJ EX CL").contains(cell.stateCode) && (has("fg") || !has("spda")) && cell.roles != "y";
}

/// What CASEWORK.md says of the cell, by the table above alone.
bool expectedAllowed(const std::vector<const Expected*>& rows, const std::string& name, const Cell& cell, const std::vector<std::string>& holds) {
    if (name == "hold.place protection") return cell.roles != "y" ;
    for (const auto* row : rows) {
        if (!words(row->states).contains(cell.stateCode) || *row->otherwise) continue;
        if (std::string(row->roles).find_first_of(cell.roles) == std::string::npos) continue;
        // Both kinds of acts on a candidate need the qualification for its samples: the cell's candidate is of the actor's own kind.
        if (row->onlineOnly && !cell.online) return false;
        if (row->knowing && keptFrom(cell)) return false;
        if (name == "guard.lapse" && cell.roles.find('m') != std::string::npos) return false;  // whoever may settle the clock
        const auto forbidding = words(row->holds);
        if (std::ranges::any_of(holds, [&](const auto& code) { return forbidding.contains(code); })) return false;
        if (name == "case.close" && !holds.empty()) return false;
        if (std::string(row->ages).find(cell.age) == std::string::npos) return false;
        return !(row->blind && cell.shown);
    }
    return false;
}

std::map<std::string, std::vector<const Expected*>> expectedActs() {
    std::map<std::string, std::vector<const Expected*>> acts;
    for (const auto& row : kExpected) acts[row.name].push_back(&row);
    return acts;
}

/// For runs of mutants, which ask about one act or need only a part of the cells.
struct Sparse {
    std::string act;
    long step = 1;
    static Sparse asked() {
        const char *act = std::getenv("COTEJO_DECIDE_ACT"), *step = std::getenv("COTEJO_DECIDE_STEP");
        return {act ? act : "", step ? std::atol(step) : 1};
    }
    bool wants(const std::string& name) const { return act.empty() || name.substr(0, name.find(' ')) == act; }
    bool whole() const { return act.empty() && step == 1; }
};

/// Every state, act, exposure, connection and age of the list, with every set of roles under no hold and every role under every set of holds.
/// COTEJO_DECIDE_EVERY_CELL=1 walks them all (some minutes); otherwise every single role without holds and every 401st of the others.
TEST(Table, EveryCellIsAllowedOrRefusedAsTheSecondTableSays) {
    const bool all = std::getenv("COTEJO_DECIDE_EVERY_CELL") != nullptr;
    const auto acts = expectedActs();
    std::set<std::string> types;
    for (const auto& [name, rows] : acts) types.insert(name.substr(0, name.find(' ')));
    EXPECT_EQ(types.size(), std::variant_size_v<Act>) << "an act has no expectation";
    std::vector<std::pair<std::string, std::vector<std::string>>> people;
    const std::string letters = "ofgspdam";
    for (unsigned set = 1; set < 256; ++set) {
        std::string roles;
        for (unsigned i = 0; i < letters.size(); ++i)
            if (set >> i & 1u) roles += letters[i];
        people.emplace_back(roles, std::vector<std::string>{});
    }
    people.emplace_back("y", std::vector<std::string>{});
    std::vector<std::string> holdCodes;
    for (const auto& [code, kind] : kHolds) holdCodes.push_back(code);
    for (unsigned set = 1; set < 128; ++set)
        for (const auto letter : letters + "y") {
            std::vector<std::string> holds;
            for (unsigned i = 0; i < holdCodes.size(); ++i)
                if (set >> i & 1u) holds.push_back(holdCodes[i]);
            people.emplace_back(std::string(1, letter), holds);
        }
    long cells = 0, allowed = 0, turn = 0;
    const auto sparse = Sparse::asked();
    for (const auto& [name, rows] : acts) {
        if (!sparse.wants(name)) continue;
        for (const auto& [stateCode, state] : kStates)
            for (const auto& [roles, holds] : people)
                for (const bool online : {true, false})
                    for (const char age : {'F', 'S', 'X'})
                        for (const bool shown : {false, true}) {
                            if (!all && ++turn % 401 != 0 && !(holds.empty() && roles.size() == 1)) continue;
                            if (turn % sparse.step != 0) continue;
                            const Cell cell{stateCode, state, roles, holds, online, age, shown};
                            if (name == "case.open") continue;  // on a case that exists: never
                            const auto made = prepare(cell, name);
                            ++cells;
                            const auto got = check(made.view, made.act, made.actor, made.conditions);
                            const bool expected = expectedAllowed(rows, name, cell, made.holds);
                            std::string held;
                            for (const auto& code : holds) held += code + " ";
                            ASSERT_EQ(bool(got), expected) << name << " in " << stateCode << " as " << roles << (online ? " online" : " offline") << " list "
                                                           << age << (shown ? " shown" : "") << " under " << held << (got ? "" : got.error().code);
                            allowed += expected;
                        }
    }
    EXPECT_TRUE(allowed > 10000 || !sparse.whole());
    std::printf("cells walked: %ld, allowed: %ld, refused: %ld%s\n", cells, allowed, cells - allowed, all ? "" : " (one in 401; COTEJO_DECIDE_EVERY_CELL=1 for all)");
}

/// The codes themselves, where nothing but one cell refuses.
TEST(Table, ARefusalNamesWhatRefuses) {
    const auto sparse = Sparse::asked();
    long turn = 0;
    for (const auto& [name, rows] : expectedActs())
        for (const auto& [stateCode, state] : kStates)
            for (const auto& [letter, role] : kRoles)
                for (int holdAt = -1; holdAt < static_cast<int>(kHolds.size()); ++holdAt) {
                    if (!sparse.wants(name) || ++turn % sparse.step != 0) continue;
                    Cell cell{stateCode, state, std::string(1, letter), {}, true, 'F', false};
                    if (holdAt >= 0) cell.holds = {std::next(kHolds.begin(), holdAt)->first};
                    const auto made = prepare(cell, name);
                    std::set<std::string> got, expected;
                    for (const auto& error : refusals(made.view, made.act, made.actor, made.conditions)) got.insert(error.code);
                    const Expected* row = nullptr;
                    std::string anyRole;
                    for (const auto* each : rows) {
                        anyRole += each->roles;
                        if (words(each->states).contains(stateCode)) row = each;
                    }
                    if (name == "case.open" || *rows.front()->otherwise || !row || name == "hold.place protection") continue;
                    const bool mine = anyRole.find(letter) != std::string::npos;
                    if (!mine) {
                        EXPECT_TRUE(got.contains(rows.front()->withoutRole) || got.contains("E_ROLE") || got.contains("E_NOT_QUALIFIED")) << name << " " << stateCode << " " << letter;
                        continue;
                    }
                    if (std::string(row->roles).find(letter) == std::string::npos) expected.insert(row->withoutRole);
                    if (*row->otherwise) expected.insert(row->otherwise);
                    for (const auto& code : made.holds)
                        if (words(row->holds).contains(code)) expected.insert(std::string(holdCode(kHolds.at(code))));
                    if (name == "case.close" && !made.holds.empty()) expected.insert("E_OPEN_MATTERS");
                    if (row->knowing && keptFrom(cell)) {
                        std::erase_if(expected, [&](const auto& code) { return code != row->withoutRole; });
                        expected.insert("E_KEPT_BLIND");
                    }
                    ASSERT_EQ(got, expected) << name << " in " << stateCode << " as " << codeOf(role) << " hold " << holdAt;
                }
}

/// The rows of the acts themselves, also where another rule would refuse as well: what is printed for a lawyer is what is meant.
TEST(Table, ARowSaysWhatTheSecondTableSays) {
    for (const auto& row : actRows()) {
        const std::string type(row.act);
        std::set<std::string> states, holds;
        std::string roles;
        bool online = true, first = true;
        for (const auto& each : kExpected) {
            const std::string name = each.name;
            if (name.substr(0, name.find(' ')) != type) continue;
            states.merge(words(each.states));
            roles += each.roles;
            online = online && each.onlineOnly;
            const auto here = words(each.holds);
            if (std::exchange(first, false)) holds = here;
            std::erase_if(holds, [&](const auto& code) { return !here.contains(code); });
        }
        if (type == "hold.lift") roles = "ofgspd", online = false;  // what each kind asks for stands in its own table
        if (type == "hold.place") states = words(kAll);
        if (type == "decision.execute") online = false;
        if (type == "decision.manifest") holds = {"CO"};  // the others come with the disposition
        for (const auto& [code, state] : kStates) EXPECT_EQ(row.states.has(state), states.contains(code)) << type << " in " << code;
        for (const auto& [letter, role] : kRoles) EXPECT_EQ(row.roles.has(role), roles.find(letter) != std::string::npos) << type << " as " << letter;
        for (const auto& [code, kind] : kHolds) EXPECT_EQ(row.forbiddenBy.has(kind), holds.contains(code)) << type << " under " << code;
        EXPECT_EQ(row.reach == Reach::OnlineOnly, online && type != "guard.lapse") << type;
        const bool examiners = type.starts_with("portrait.") || (type.starts_with("examination.") && type != "examination.open_notes" && type != "examination.order" && type != "examination.withdraw");
        EXPECT_STREQ(row.withoutRole, examiners ? "E_NOT_QUALIFIED" : "E_ROLE") << type;
    }
}

TEST(Table, TheProgramItselfNeverDoesAnActWithLegalEffect) {
    const Actor program{{}, true};
    Conditions conditions;
    conditions.online = true;
    for (const auto& row : kExpected) {
        const std::string name = row.name;
        if (name == "match.search" || name == "note.add" || name == "view.record" || name == "entry.status" || name == "partner.report") continue;
        for (const auto& [code, state] : kStates) {
            const auto found = candidate("one", Modality::Finger, 30, 1);
            const auto view = prepared(state, program.officer, name, found);
            const auto refused = check(view, actOf(name, found, view), program, conditions);
            ASSERT_FALSE(refused) << name << " in " << code;
        }
    }
}

TEST(Refusals, EveryOneNamesItsRuleAndItsRemedy) {
    std::set<std::string> seen;
    for (const auto code : refusalCodes()) {
        const auto error = refusal(code);
        EXPECT_EQ(error.code, code);
        EXPECT_GT(error.detail.size(), 30u) << code;
        ASSERT_GE(error.params.size(), 2u);
        EXPECT_EQ(error.params[0].first, "rule");
        EXPECT_EQ(error.params[1].first, "remedy");
        EXPECT_FALSE(error.params[0].second.empty() || error.params[1].second.empty()) << code;
        EXPECT_TRUE(seen.insert(std::string(code)).second) << code << " twice";
    }
    for (const auto& [code, kind] : kHolds) EXPECT_TRUE(seen.contains(std::string(holdCode(kind)))) << code;
}

}  // namespace
}  // namespace cotejo::decide::testing
