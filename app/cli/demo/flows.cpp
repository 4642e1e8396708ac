#include "app/cli/demo/flows.h"

#include <map>

#include "app/cli/demo/posts.h"
#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/share.h"
#include "core/decide/case_service.h"
#include "core/decide/errors.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/match/face/second_capture.h"
#include "core/store/case_table.h"

namespace cotejo::cli::demo {
namespace {

constexpr char kLegalBasis[] = "Ley de control fronterizo de UTO, art. 12";
constexpr char kConflictTraveler[] = "OKONJO";
constexpr char kRepatriatedTraveler[] = "DUBROVSKA";
constexpr char kPlainText[] = "text/plain; charset=utf-8";

// Who does what at the first post: the first two examine, the third is the blind second where the second was first.
constexpr char kFirstExaminer[] = "salvatierra";
constexpr char kSecondExaminer[] = "aldecoa";
constexpr char kSupervisor[] = "quintanar";
constexpr char kSecondSupervisor[] = "montiel";

using decide::CaseService;
using record::ExaminerConclusion;

/// What an examiner of the demo says about a candidate: the cast's fingers settle the truth.
using Judge = std::function<ExaminerConclusion(const record::Candidate&)>;

/// Signs officers in once each; Argon2id takes its time.
class Staff {
  public:
    Staff(const std::filesystem::path& folder, std::string post, const Clock& clock)
        : m_folder(folder), m_post(std::move(post)), m_clock(clock) {}

    Result<access::Desk*> desk(const std::string& login) {
        auto& desk = m_desks[login];
        if (!desk) {
            COTEJO_TRY_ASSIGN(desk, signIn(m_folder, m_post, login, m_clock));
        }
        return desk.get();
    }
    /// Performs acts one after the other in an officer's name.
    Status perform(const std::string& login, const CaseId& id, const std::vector<record::Act>& acts) {
        COTEJO_TRY_ASSIGN(auto* at, desk(login));
        CaseService service(*at);
        for (const auto& act : acts) COTEJO_TRY(service.perform(id, act));
        return {};
    }
    Status take(const std::string& login, const CaseId& id) {
        COTEJO_TRY_ASSIGN(auto* at, desk(login));
        COTEJO_TRY(CaseService(*at).take(id));
        return {};
    }
    /// A paper of text in the dossier; answers its hash.
    Result<Hash> paper(const std::string& login, const CaseId& id, const std::string& kind, const std::string& title, const std::string& text,
                       const std::string& until = {}) {
        COTEJO_TRY_ASSIGN(auto* at, desk(login));
        record::DossierDocument document;
        document.kind = kind;
        document.title = title;
        document.mime = kPlainText;
        document.until = until;
        const auto bytes = bytesOf(title + "\n\n" + text);
        COTEJO_TRY(CaseService(*at).addDocument(id, document, bytes));
        return sha256(bytes);
    }

  private:
    std::filesystem::path m_folder;
    std::string m_post;
    const Clock& m_clock;
    std::map<std::string, std::unique_ptr<access::Desk>> m_desks;
};

Result<record::CaseView> viewOf(access::Desk& desk, const CaseId& id) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    COTEJO_TRY_ASSIGN(auto view, store::CaseTable(reader).find(id));
    if (!view) return fail(base::kInternal, "the demo lost a case");
    return std::move(*view);
}

Result<CaseId> openCase(access::Desk& desk, const CastMember& member) {
    const auto now = desk.clock().now();
    record::OpenCase open;
    open.priority = member.priority;
    open.reason = member.reason;
    open.legalBasis = kLegalBasis;
    open.traveler = member.traveler;
    open.deadline = now + member.deadline;
    if (member.reason == record::ReferralReason::MrzCheckDigit) open.referralNote = "MUESTRA. La línea lectora no cuadra con su dígito.";
    std::vector<decide::NewCapture> captures;
    const auto add = [&](record::Modality modality, record::CaptureKind kind, record::FingerPosition position, const char* mime, int width,
                         int height, Bytes bytes) {
        decide::NewCapture capture;
        capture.capture.modality = modality;
        capture.capture.kind = kind;
        capture.capture.position = position;
        capture.capture.mime = mime;
        capture.capture.width = width;
        capture.capture.height = height;
        if (modality == record::Modality::Finger) capture.capture.ppi = {500, record::PpiSource::Header};
        capture.capture.captured = now;
        capture.bytes = std::move(bytes);
        captures.push_back(std::move(capture));
    };
    if (member.portrait > 0) {
        COTEJO_TRY_ASSIGN(const auto portrait, portraitBytes(member.portrait));
        COTEJO_TRY_ASSIGN(const auto decoded, imaging::decodeImage(portrait));
        const auto second = match::secondCapture(decoded.pixels, numberOf(member.traveler.familyName));
        COTEJO_TRY_ASSIGN(auto live, imaging::encodePng(second));
        add(record::Modality::Face, record::CaptureKind::Document, {}, "image/jpeg", decoded.pixels.cols, decoded.pixels.rows, portrait);
        add(record::Modality::Face, record::CaptureKind::Live, {}, "image/png", second.cols, second.rows, std::move(live));
    }
    for (const auto position : fingersInOrder(member.fingers)) {
        if (position == record::FingerPosition::LeftLittle) continue;  // bandaged: see below
        COTEJO_TRY_ASSIGN(auto bytes, fingerBytes(member.traveler.familyName, position, 1));
        add(record::Modality::Finger, record::CaptureKind::Live, position, "image/png", 388, 500, std::move(bytes));
    }
    if (member.fingers == 10) {
        decide::NewCapture bandaged;
        bandaged.capture.modality = record::Modality::Finger;
        bandaged.capture.position = record::FingerPosition::LeftLittle;
        bandaged.capture.missing = record::MissingReason::Bandaged;
        bandaged.capture.captured = now;
        captures.push_back(std::move(bandaged));
    }
    return CaseService(desk).open(std::move(open), std::move(captures));
}

/// One examination, from the lease to the conclusion. The demo reads the store directly: it plays everybody, and shows nothing.
Status examine(Staff& staff, const std::string& login, const CaseId& id, const Judge& judge) {
    COTEJO_TRY_ASSIGN(auto* desk, staff.desk(login));
    COTEJO_TRY(staff.take(login, id));
    COTEJO_TRY(staff.perform(login, id, {record::SaveAnalysis{"MUESTRA. Crestas claras en las dos manos; núcleo y deltas visibles."}}));
    COTEJO_TRY_ASSIGN(const auto view, viewOf(*desk, id));
    record::Conclude conclude;
    conclude.outcome = view.candidates.empty() ? record::Outcome::NoCandidate : record::Outcome::Excluded;
    for (const auto& candidate : view.candidates) {
        record::CandidateConclusion conclusion;
        conclusion.candidate = candidate.id;
        conclusion.conclusion = judge(candidate);
        const bool same = conclusion.conclusion == ExaminerConclusion::Identification;
        conclusion.reasons = same ? "MUESTRA. Catorce puntos concordantes sin diferencia inexplicada." : "MUESTRA. Tipo de dibujo y deltas distintos.";
        conclusion.counterReason = same ? "MUESTRA. Zona del delta borrosa en la referencia." : "MUESTRA. Parte del borde no se ve.";
        COTEJO_TRY(staff.perform(login, id, {record::VisitCandidate{candidate.id}, record::SaveProvisional{conclusion}}));
        if (same) {
            conclude.outcome = record::Outcome::Identified;
            conclude.identified = candidate.id;
        }
        conclude.conclusions.push_back(conclusion);
    }
    return staff.perform(login, id, {record::Reveal{}, conclude});
}

/// The first examination, and the blind second one where the first waits for it: every identification, every conclusion that differs from
/// the machine's decision, and a share that is drawn.
Status examineToTheEnd(Staff& staff, const CaseId& id, const Judge& judge) {
    COTEJO_TRY(examine(staff, kFirstExaminer, id, judge));
    COTEJO_TRY_ASSIGN(auto* desk, staff.desk(kFirstExaminer));
    COTEJO_TRY_ASSIGN(const auto view, viewOf(*desk, id));
    if (view.state == record::CaseState::Concluded1) COTEJO_TRY(examine(staff, kSecondExaminer, id, judge));
    return {};
}

/// Identifies the entry that holds this traveler's fingers, excludes every other.
Result<Judge> judgeFor(const std::string& familyName, UtcTime now) {
    COTEJO_TRY_ASSIGN(const auto wanted, readWanted(now));
    std::set<WatchlistEntryId> same;
    for (const auto& person : wanted)
        if (person.owner == familyName) same.insert(person.entry.id);
    return Judge([same](const record::Candidate& candidate) {
        return same.contains(candidate.entry) ? ExaminerConclusion::Identification : ExaminerConclusion::Exclusion;
    });
}

/// Nothing was found and everything searched: the person goes on, without an approval.
Status playAdmission(Staff& staff, const CaseId& id) {
    COTEJO_TRY(staff.take(kFirstExaminer, id));
    return staff.perform(kFirstExaminer, id,
                         {record::ReadCoverage{},
                          record::ProposeDisposition{record::Disposition::Admit, "MUESTRA. Sin coincidencia en lo buscado; documento en regla.", kLegalBasis},
                          record::Execute{"entrada 2026-UTO-0117"}, record::CloseCase{}});
}

/// Sends the case for approval, and makes sure that nothing but reading it, with the server in reach, is left for who is to approve.
Status submit(Staff& staff, const CaseId& id) {
    COTEJO_TRY(staff.perform(kFirstExaminer, id, {record::SubmitForApproval{}}));
    COTEJO_TRY_ASSIGN(auto* desk, staff.desk(kSupervisor));
    decide::CaseService service(*desk);
    COTEJO_TRY_ASSIGN(const auto dossier, service.dossier(id));
    COTEJO_TRY_ASSIGN(const auto refused, service.refusals(id, record::Approve{"MUESTRA", dossier}));
    for (const auto& each : refused)
        if (!each.is(decide::kNotRead) && !each.is(decide::kOffline)) return tl::unexpected<Error>(each);
    return {};
}

/// The owner of the entry was asked: a first answer by telephone waits for its countersignature, the written one has it. Then the proposal
/// goes to the supervisor's desk.
Status playFugitive(Staff& staff, const CaseId& id, UtcTime now) {
    COTEJO_TRY(staff.take(kFirstExaminer, id));
    COTEJO_TRY(staff.perform(kFirstExaminer, id,
                             {record::ReadCoverage{}, record::RequestConfirmation{"MUESTRA. Teléfono de guardia del juzgado"},
                              record::ConfirmEntry{"need_time", "MUESTRA 88/2024-1", "teléfono", "MUESTRA. Guardia, Juzgado 3.º de UTO", now, {}}}));
    COTEJO_TRY_ASSIGN(const auto answer, staff.paper(kFirstExaminer, id, "owner_answer", "Respuesta del juzgado",
                                                     "MUESTRA. El Juzgado 3.º de UTO confirma que la condena 88/2024 está vigente."));
    COTEJO_TRY(staff.perform(kFirstExaminer, id,
                             {record::ConfirmEntry{"confirmed", "MUESTRA 88/2024-2", "correo certificado", "MUESTRA. Secretaría, Juzgado 3.º de UTO", now, answer}}));
    COTEJO_TRY_ASSIGN(auto* desk, staff.desk(kFirstExaminer));
    COTEJO_TRY_ASSIGN(const auto view, viewOf(*desk, id));
    // Not by whoever is to approve.
    COTEJO_TRY(staff.perform(kSecondSupervisor, id, {record::OpenDocument{answer, 1}, record::CountersignAnswer{view.answers.back().event}}));
    COTEJO_TRY(staff.paper(kFirstExaminer, id, "identity_basis", "Base de la identidad", "MUESTRA. Identidad resuelta por dos examinadores, diez impresiones."));
    COTEJO_TRY(staff.paper(kFirstExaminer, id, "rights_information", "Información de derechos", "MUESTRA. Informado en su idioma de sus derechos; firmó."));
    COTEJO_TRY(staff.perform(kFirstExaminer, id,
                             {record::ProposeDisposition{record::Disposition::HoldFugitive, "MUESTRA. Dos examinadores y respuesta escrita del juzgado.",
                                                         "Ley de control fronterizo de UTO, art. 31"}}));
    return submit(staff, id);
}

Status playCase(Staff& staff, const CastMember& member, const CaseId& id, const Search& search, UtcTime now) {
    const auto& flow = member.flow;
    if (flow == "received") return {};
    COTEJO_TRY(staff.perform(kFirstExaminer, id, {record::StartTriage{}}));
    // Holds of the last two follow from the person's record: a document of code XXB, an age that nobody knows.
    if (flow == "triage" || flow == "protection" || flow == "child") return {};
    if (flow == "dispute") return staff.perform(kFirstExaminer, id, {record::PlaceHold{record::HoldKind::DataDispute}});
    COTEJO_TRY_ASSIGN(auto* desk, staff.desk(kFirstExaminer));
    COTEJO_TRY(search(*desk, id));
    if (flow == "conflict" || flow == "review") return {};
    COTEJO_TRY_ASSIGN(const auto judge, judgeFor(member.traveler.familyName, now));
    if (flow == "recapture") {
        COTEJO_TRY(staff.take(kSecondExaminer, id));
        return staff.perform(kSecondExaminer, id, {record::RequestRecapture{"MUESTRA. Pulgar derecho movido."}});
    }
    if (flow == "returned") {
        COTEJO_TRY(staff.take(kSecondExaminer, id));
        return staff.perform(kSecondExaminer, id, {record::ReturnCase{"MUESTRA. Falta la denuncia de pérdida."}});
    }
    if (flow == "second") return examine(staff, kSecondExaminer, id, judge);
    COTEJO_TRY(examineToTheEnd(staff, id, judge));
    if (flow == "admit") return playAdmission(staff, id);
    if (flow == "fugitive") return playFugitive(staff, id, now);
    if (flow == "reexamination")
        return staff.perform(kSupervisor, id, {record::OrderReexamination{"MUESTRA. Las impresiones del pulgar llegaron después; que las vean otras dos personas."}});
    return {};  // guard: nobody was asked yet; repatriation: goes on after the posts have synced
}

}  // namespace

Status playFirstPost(const std::filesystem::path& folder, const std::vector<CastMember>& cast, const Search& search, const Clock& clock) {
    Staff staff(folder, kFirstPost, clock);
    COTEJO_TRY_ASSIGN(auto* desk, staff.desk(kFirstExaminer));
    for (const auto& member : cast) {
        COTEJO_TRY_ASSIGN(const auto id, openCase(*desk, member));
        if (auto played = playCase(staff, member, id, search, clock.now()); !played) {
            auto error = std::move(played).error();
            error.detail = "demo case of " + member.traveler.familyName + " (" + member.flow + "): " + error.detail;
            return tl::unexpected<Error>(std::move(error));
        }
    }
    return {};
}

Status playConflict(const std::filesystem::path& folder, const std::string& post, const Clock& clock) {
    Staff staff(folder, post, clock);
    const std::string login = post == kFirstPost ? kSecondExaminer : "osorno";
    COTEJO_TRY_ASSIGN(auto* desk, staff.desk(login));
    COTEJO_TRY_ASSIGN(const auto id, caseOf(*desk, kConflictTraveler));
    // One post sees the candidate, the other finds the prints too poor: both in good faith, neither knowing of the other.
    COTEJO_TRY_ASSIGN(const auto sees, judgeFor(kConflictTraveler, clock.now()));
    const Judge doubts = [](const record::Candidate&) { return ExaminerConclusion::Exclusion; };
    return examine(staff, login, id, post == kFirstPost ? doubts : sees);
}

Status playRepatriation(const std::filesystem::path& folder, const Clock& clock) {
    Staff staff(folder, kFirstPost, clock);
    COTEJO_TRY_ASSIGN(auto* desk, staff.desk(kFirstExaminer));
    COTEJO_TRY_ASSIGN(const auto id, caseOf(*desk, kRepatriatedTraveler));
    COTEJO_TRY_ASSIGN(const auto share, findShare());
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(share / "demo" / "dossier.json"));
    COTEJO_TRY_ASSIGN(const auto dossier, parseJson(textOf(bytes), "dossier.json"));
    // A term that has ended, whenever the demo is made.
    const auto ended = toIso(clock.now() - std::chrono::days(16)).substr(0, 10);
    for (const auto& paper : dossier.value("documents", Json::array())) {
        auto text = textAt(paper, "text").value_or("");
        if (const auto at = text.find("{ended}"); at != std::string::npos) text.replace(at, 7, ended);
        COTEJO_TRY(staff.paper(kFirstExaminer, id, textAt(paper, "kind").value_or(""), textAt(paper, "title").value_or(""), text,
                               boolAt(paper, "ended").value_or(false) ? ended : ""));
    }
    COTEJO_TRY(staff.take(kFirstExaminer, id));
    COTEJO_TRY(staff.perform(kFirstExaminer, id,
                         {record::ReadCoverage{},
                          record::ProposeDisposition{record::Disposition::Repatriate,
                                                     "MUESTRA. Orden definitiva R-2026-1182; sin necesidad de protección expresada.",
                                                     "Acuerdo 2019/44, art. 6"}}));
    return submit(staff, id);
}

}  // namespace cotejo::cli::demo
