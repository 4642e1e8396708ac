#include "tests/ui/staged_post.h"

#include <opencv2/imgproc.hpp>
#include <stdexcept>

#include "core/base/file.h"
#include "core/decide/portrait_service.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/match/face/second_capture.h"
#include "core/review/search_service.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "tests/support/print_png.h"
#include "tests/support/undrawn.h"
#include "ui/bridge/case_loader.h"

namespace cotejo::ui_test {
namespace {

using namespace record;

constexpr std::uint64_t kTraveler = 5200;
constexpr char kWanted[] = "OYELARAN, Specimen Babatunde";

template <class R>
auto orStop(R done) {
    if (!done) throw std::runtime_error(done.error().code + ": " + done.error().detail);
    if constexpr (!std::is_void_v<typename R::value_type>) return std::move(*done);
}

/// Specimen portrait 1 to 8 as another camera would take it.
Bytes portrait(int number, std::uint64_t camera) {
    const auto name = std::string(COTEJO_DEPS "/admin-lte/user") + std::to_string(number) + (number == 2 ? "-160x160" : "-128x128");
    cv::Mat large;
    cv::resize(orStop(imaging::decodeImage(orStop(readFile(name + ".jpg")))).pixels, large, {640, 640}, 0, 0, cv::INTER_CUBIC);
    return orStop(imaging::encodePng(camera == 0 ? large : match::secondCapture(large, camera), {}));
}

Capture sample(Modality modality, CaptureKind kind, FingerPosition position, UtcTime at) {
    Capture capture;
    capture.id = CaptureId::random();
    capture.modality = modality;
    capture.kind = kind;
    capture.position = position;
    capture.mime = "image/png";
    capture.captured = at;
    capture.width = modality == Modality::Face ? 640 : 388;
    capture.height = modality == Modality::Face ? 640 : 500;
    if (modality == Modality::Finger) capture.ppi = {500, PpiSource::Header};
    return capture;
}

}  // namespace

StagedPost::StagedPost() {
    for (const char* examiner : {"ana", "ben"}) m_post.add(examiner, {{Role::Officer}, {Role::ExaminerFinger}, {Role::ExaminerFace}});
    m_post.add("cleo", {{Role::Officer}});
    m_post.add("sue", {{Role::Supervisor}, {Role::Protection}});
    m_post.add("max", {{Role::Supervisor}});
    list();
    open();
}

std::unique_ptr<access::Desk> StagedPost::desk(const std::string& login) { return orStop(m_post.signIn(login)); }

void StagedPost::list() {
    const auto desk = this->desk("ana");
    const auto now = m_post.clock.now();
    auto& store = desk->store();
    const char* const names[] = {kWanted, "DUBROVSKA, Specimen Lena", "QUILLAY, Specimen Saúl", "FERREYRA, Specimen Nahuel", "LINDQVIST, Specimen Per Olof", "OKONJO, Specimen Benedict"};
    orStop(store.write([&](store::Transaction& tx) -> Status {
        for (int who = 0; who < 6; ++who) {
            WatchlistEntry entry;
            entry.id = WatchlistEntryId::random();
            const bool wanted = who == 0;
            entry.gallery = wanted ? "wanted" : "identity_register";
            entry.grade = wanted ? EvidenceGrade::Warrant : EvidenceGrade::Unknown;
            entry.name = names[who];
            entry.issuer = wanted ? "Utopia North, third prosecutor" : "Registry of UTO";
            entry.issuerCountry = "UTO";
            entry.reason = wanted ? "Invented charge, order 311/2025" : "";
            entry.caveats = wanted ? "Approach with an interpreter; the birth date is not certain." : "";
            entry.reviewBy = now + std::chrono::days(300);
            entry.version = 1;
            const auto put = [&](Capture capture, const Bytes& bytes) -> Status {
                COTEJO_TRY_ASSIGN(capture.blob, store.blobs(tx).put(tx, bytes, capture.mime));
                if (wanted) m_wanted.insert(capture.id);
                entry.captures.push_back(capture);
                return {};
            };
            for (const auto position : {FingerPosition::RightThumb, FingerPosition::RightIndex, FingerPosition::LeftIndex}) {
                COTEJO_TRY(put(sample(Modality::Finger, CaptureKind::Reference, position, now - std::chrono::days(400)),
                               test::printPng(kTraveler + std::uint64_t(100 * who) + std::uint64_t(position), 100)));
            }
            // No portrait is ever listed as wanted.
            if (!wanted) {
                COTEJO_TRY(put(sample(Modality::Face, CaptureKind::Reference, FingerPosition::Unknown, now - std::chrono::days(900)), portrait(who + 2, 7)));
            }
            COTEJO_TRY(store::WatchlistTable(tx).put(tx, store.blobs(tx), entry));
        }
        return store::SyncState(tx).set(store::SyncState::kWatchlistIssued, toMillis(now - std::chrono::minutes(134)));
    }));
}

void StagedPost::open() {
    const auto desk = this->desk("ana");
    const auto now = m_post.clock.now();
    OpenCase act;
    act.legalBasis = "Border control act of UTO, art. 12";
    act.reason = ReferralReason::MrzCheckDigit;
    act.referralNote = "The person says that the document was renewed last year.";
    act.traveler.familyName = "Eriksson";
    act.traveler.givenNames = "Anna Maria";
    act.traveler.birthDate = "1974-08-12";
    act.traveler.nationality = "UTO";
    // The specimen of Doc 9303 with a letter O where a digit stands.
    act.traveler.documents.push_back({"P", "UTO", "L8989O2C3", "2027-04-15", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8989O2C36UTO7408122F2704157ZE184226B<<<<<16"});
    act.deadline = now + std::chrono::minutes(43);
    std::vector<decide::NewCapture> captures;
    captures.push_back({sample(Modality::Face, CaptureKind::Live, FingerPosition::Unknown, now), portrait(4, 0)});
    captures.push_back({sample(Modality::Face, CaptureKind::Document, FingerPosition::Unknown, now - std::chrono::days(700)), portrait(4, 11)});
    for (int finger = 1; finger <= 9; ++finger)
        captures.push_back({sample(Modality::Finger, CaptureKind::Live, FingerPosition(finger), now), test::printPng(kTraveler + std::uint64_t(finger), 1)});
    auto bandaged = sample(Modality::Finger, CaptureKind::Live, FingerPosition::LeftLittle, now);
    bandaged.missing = MissingReason::Bandaged;
    bandaged.width = bandaged.height = 0;
    bandaged.mime.clear();
    captures.push_back({bandaged, {}});
    decide::CaseService service(*desk, {}, test::undrawnId);
    m_id = orStop(service.open(std::move(act), std::move(captures)));
}

void StagedPost::perform(access::Desk& desk, const Act& act) {
    const auto done = decide::CaseService(desk).perform(m_id, act);
    if (!done) throw std::runtime_error(std::string(typeOf(act)) + ": " + done.error().code + ": " + done.error().detail);
}

void StagedPost::search() {
    const auto desk = this->desk("ana");
    decide::CaseService service(*desk);
    perform(*desk, StartTriage{});
    review::SearchService engine(*desk, {});
    orStop(service.search(m_id, engine));
    orStop(service.take(m_id));
}

void StagedPost::compare() {
    const auto desk = this->desk("ana");
    perform(*desk, SaveAnalysis{"Frontal, even light; nine clear prints, cores and deltas visible."});
    const auto file = orStop(bridge::loadCaseFile(*desk, m_id));
    for (const auto& each : file.candidates) perform(*desk, VisitCandidate{each.id});
    CandidateConclusion first{file.candidates.front().id, ExaminerConclusion::SupportDifferent, "[feature] nose different tip\nOther tip of the nose.", "Light from one side.", false};
    perform(*desk, SaveProvisional{first});
    perform(*desk, SavePortraitAnalysis{Modality::Face, "Frontal, even light, sharp."});
    const auto both = orStop(bridge::loadCaseFile(*desk, m_id));
    CaptureId live, document;
    for (const auto& each : both.view.captures)
        if (each.modality == Modality::Face) (each.kind == CaptureKind::Document ? document : live) = each.id;
    perform(*desk, OpenPortrait{live, document});
}

void StagedPost::examine(access::Desk& desk, bool conclude) {
    auto file = orStop(bridge::loadCaseFile(desk, m_id));
    if (!file.own() || !file.own()->analysisSaved) perform(desk, SaveAnalysis{"Clear."});
    const auto isWanted = [this](const auto& candidate) { return m_wanted.contains(candidate.reference); };
    file = orStop(bridge::loadCaseFile(desk, m_id));
    Conclude act;
    for (const auto& each : file.candidates) {
        CandidateConclusion said{each.id, isWanted(each) ? ExaminerConclusion::Identification : ExaminerConclusion::Exclusion,
                                 isWanted(each) ? "Fourteen points agree without an unexplained difference." : "The ridge flow differs at the core.",
                                 "The delta of the reference is blurred.", false};
        if (isWanted(each)) act.identified = each.id;
        perform(desk, VisitCandidate{each.id});
        perform(desk, SaveProvisional{said});
        act.conclusions.push_back(said);
    }
    act.outcome = Outcome::Identified;
    perform(desk, Reveal{});
    if (conclude) perform(desk, act);
}

void StagedPost::reveal() {
    const auto desk = this->desk("ana");
    examine(*desk, false);
    const auto file = orStop(bridge::loadCaseFile(*desk, m_id));
    Capture live, document;
    for (const auto& each : file.view.captures)
        if (each.modality == Modality::Face) (each.kind == CaptureKind::Document ? document : live) = each;
    perform(*desk, ConcludePortrait{live.id, document.id, ExaminerConclusion::SupportSame, "Same ears, brows and lines.", "The portrait is two years old."});
    orStop(decide::revealPortrait(*desk, m_id, live, document));
}

void StagedPost::identify() {
    {
        const auto desk = this->desk("ana");
        const auto file = orStop(bridge::loadCaseFile(*desk, m_id));
        Conclude act;
        act.outcome = Outcome::Identified;
        for (const auto& [candidate, said] : file.own()->provisional) {
            act.conclusions.push_back(said);
            if (said.conclusion == ExaminerConclusion::Identification) act.identified = candidate;
        }
        perform(*desk, act);
    }
    {
        const auto desk = this->desk("ben");
        orStop(decide::CaseService(*desk).take(m_id));
        examine(*desk, true);
    }
    const auto desk = this->desk("cleo");
    orStop(decide::CaseService(*desk).take(m_id));
    perform(*desk, ReadCoverage{});
}

void StagedPost::submit() {
    Hash note;
    std::string lines;
    for (int i = 1; i <= 70; ++i) lines += "SPECIMEN. Call note, line " + std::to_string(i) + "\n";
    {
        const auto desk = this->desk("cleo");
        decide::CaseService service(*desk);
        perform(*desk, RequestConfirmation{"Telephone of the directory"});
        for (const char* kind : {"owner_answer", "identity_basis", "rights_information"}) {
            DossierDocument paper;
            paper.kind = kind;
            paper.title = std::string("SPECIMEN ") + kind;
            paper.mime = "text/plain";
            const bool isNote = paper.kind == "owner_answer";
            paper.pages = isNote ? 2 : 1;
            const auto bytes = isNote ? bytesOf(lines) : bytesOf("SPECIMEN. " + paper.kind + "\n");
            if (isNote) note = sha256(bytes);
            orStop(service.addDocument(m_id, paper, bytes));
        }
        perform(*desk, ConfirmEntry{"confirmed", "UTN-G-88-4471", "Telephone of the directory", "D. Ormaechea, prosecutor", m_post.clock.now(), note});
    }
    {
        const auto desk = this->desk("max");
        perform(*desk, OpenDocument{note, 2});
        const auto file = orStop(bridge::loadCaseFile(*desk, m_id));
        perform(*desk, CountersignAnswer{file.view.answers.front().event});
    }
    const auto desk = this->desk("cleo");
    orStop(decide::CaseService(*desk).take(m_id));
    perform(*desk, ProposeDisposition{Disposition::HoldFugitive, "The warrant stands; the owner confirmed it.", "Border control act of UTO, art. 31"});
    perform(*desk, SubmitForApproval{});
}

}  // namespace cotejo::ui_test
