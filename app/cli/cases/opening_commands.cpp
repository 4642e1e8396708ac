#include "app/cli/cases/case_commands.h"
#include "app/cli/cases/case_text.h"
#include "core/base/file.h"
#include "core/exchange/wsq/wsq.h"
#include "core/exchange/read_exchange.h"
#include "core/imaging/header.h"
#include "core/intake/sample_facts.h"
#include "core/review/errors.h"
#include "core/review/sample_quality.h"

namespace cotejo::cli {
namespace {

using namespace record;

Result<decide::NewCapture> readCapture(const std::string& path, Modality modality, CaptureKind kind, const CaseCall& call) {
    decide::NewCapture sample;
    COTEJO_TRY_ASSIGN(sample.bytes, readFile(path));
    auto& capture = sample.capture;
    capture.id = CaptureId::random();
    capture.modality = modality;
    capture.kind = kind;
    if (modality == Modality::Finger) {
        COTEJO_TRY_ASSIGN(capture.position, readCode<FingerPosition>(call.position, "--position"));
    }
    if (const auto header = imaging::readImageHeader(sample.bytes)) {
        capture.mime = imaging::mimeOf(header->format);
        capture.width = header->width;
        capture.height = header->height;
        capture.ppi = header->ppi;
    } else if (const auto wsq = exchange::readWsqHeader(sample.bytes)) {
        capture.mime = "image/x-wsq";
        capture.width = wsq->width;
        capture.height = wsq->height;
        capture.ppi = wsq->ppi;
    } else {
        return inFile(path, header.error());
    }
    if (const auto document = exchange::readExchangeFile(sample.bytes, path, {}); document && document->images.size() == 1)
        intake::takeFacts(capture, document->images.front());
    capture.original = sha256(sample.bytes);
    capture.originalMime = capture.mime;
    if (modality == Modality::Face) capture.ppi = {};
    if (call.ppi > 0 && modality == Modality::Finger) capture.ppi = {call.ppi, PpiSource::Declared};
    return sample;
}

void setDocument(Traveler& traveler, const CaseCall& call) {
    if (traveler.documents.empty()) traveler.documents.emplace_back();
    auto& document = traveler.documents.front();
    for (const auto& [given, field] : {std::pair(&call.documentType, &document.type), {&call.documentIssuer, &document.issuer},
                                       {&call.documentNumber, &document.number}, {&call.documentExpiry, &document.expiry}})
        if (!given->empty()) *field = *given;
    if (document.type.empty()) document.type = "P";
}

Status openNew(const CaseCall& call, Console& console) {
    OpenCase act;
    act.number = call.number;
    act.legalBasis = call.basis;
    act.referralNote = call.text;
    COTEJO_TRY_ASSIGN(act.priority, readCode<Priority>(call.priority, "--priority"));
    COTEJO_TRY_ASSIGN(act.reason, readCode<ReferralReason>(call.referral, "--referral"));
    COTEJO_TRY_ASSIGN(act.traveler.sex, readCode<Sex>(call.sex, "--sex"));
    act.traveler.familyName = call.family;
    act.traveler.givenNames = call.given;
    act.traveler.birthDate = call.birth;
    act.traveler.nationality = call.nationality;
    if (!call.documentNumber.empty()) setDocument(act.traveler, call);
    std::vector<decide::NewCapture> samples;
    const auto add = [&](const std::vector<std::string>& paths, Modality modality, CaptureKind kind) -> Status {
        for (const auto& path : paths) {
            COTEJO_TRY_ASSIGN(auto sample, readCapture(path, modality, kind, call));
            samples.push_back(std::move(sample));
        }
        return {};
    };
    COTEJO_TRY(add(call.documentFaces, Modality::Face, CaptureKind::Document));
    COTEJO_TRY(add(call.faces, Modality::Face, CaptureKind::Live));
    COTEJO_TRY(add(call.fingers, Modality::Finger, CaptureKind::Live));
    COTEJO_TRY_ASSIGN(auto desk, call.post.signIn());
    Session session(std::move(desk));
    COTEJO_TRY_ASSIGN(const auto quality, review::SampleQuality::of(*session.desk));
    for (auto& each : samples) quality->measure(each.capture, each.bytes);
    const auto now = session.desk->clock().now();
    act.deadline = now + (act.priority == Priority::Urgent ? std::chrono::minutes(30) : std::chrono::hours(4));
    COTEJO_TRY_ASSIGN(session.id, session.service.open(std::move(act), std::move(samples)));
    COTEJO_TRY_ASSIGN(const auto shown, showCase(session));
    console.answer(caseJson(shown), shown.visible.view.number + "\n");
    return {};
}

Status attachSample(Session& session, const CaseCall& call) {
    if (call.faces.size() + call.fingers.size() + (call.missing.empty() ? 0 : 1) != 1)
        return fail(base::kInvalidArgument, "name one image with --face or --finger, or a reason why there is none with --missing");
    COTEJO_TRY_ASSIGN(const auto kind, readCode<CaptureKind>(call.sampleKind, "--kind"));
    if (kind == CaptureKind::Reference) return fail(base::kInvalidArgument, "--kind: references belong to the lists; a sample is live or document");
    if (call.missing.empty()) {
        const bool face = !call.faces.empty();
        COTEJO_TRY_ASSIGN(auto sample, readCapture(face ? call.faces[0] : call.fingers[0], face ? Modality::Face : Modality::Finger, kind, call));
        COTEJO_TRY_ASSIGN(const auto quality, review::SampleQuality::of(*session.desk));
        quality->measure(sample.capture, sample.bytes);
        COTEJO_TRY(session.service.attach(session.id, std::move(sample)));
        return {};
    }
    decide::NewCapture gone;
    gone.capture.modality = Modality::Finger;
    gone.capture.kind = kind;
    gone.capture.captured = session.desk->clock().now();
    COTEJO_TRY_ASSIGN(gone.capture.missing, readCode<MissingReason>(call.missing, "--missing"));
    COTEJO_TRY_ASSIGN(gone.capture.position, readCode<FingerPosition>(call.position, "--position"));
    if (gone.capture.missing == MissingReason::None || gone.capture.position == FingerPosition::Unknown)
        return fail(base::kInvalidArgument, "a missing finger has its reason (--missing) and its --position");
    COTEJO_TRY(session.service.attach(session.id, std::move(gone)));
    return {};
}

/// What is named replaces what the record says; what is not named stays.
Status amendRecord(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    if (visible.identityHidden)
        return fail(review::kNotVisible, "during a blind examination the record of the person is not open to you; conclude first, or ask another officer",
                    {{"rule", "score_last"}, {"remedy", "listed_act"}});
    AmendTraveler act{visible.view.traveler, call.reason};
    auto& traveler = act.traveler;
    for (const auto& [given, field] : {std::pair(&call.family, &traveler.familyName), {&call.given, &traveler.givenNames},
                                       {&call.birth, &traveler.birthDate}, {&call.nationality, &traveler.nationality}})
        if (!given->empty()) *field = *given;
    if (call.sex != "-") {
        COTEJO_TRY_ASSIGN(traveler.sex, readCode<Sex>(call.sex, "--sex"));
    }
    if (!call.documentNumber.empty() || !call.documentType.empty() || !call.documentIssuer.empty() || !call.documentExpiry.empty())
        setDocument(traveler, call);
    COTEJO_TRY(session.service.perform(session.id, act));
    return {};
}

void personOptions(CLI::App* command, CaseCall& call) {
    command->add_option("--given", call.given);
    command->add_option("--birth", call.birth, "YYYY-MM-DD; without one the age is unknown and the case is under a child hold");
    command->add_option("--nationality", call.nationality, "Three-letter code of ICAO 9303");
    command->add_option("--document-number", call.documentNumber);
    command->add_option("--document-type", call.documentType);
    command->add_option("--document-issuer", call.documentIssuer);
    command->add_option("--document-expiry", call.documentExpiry, "YYYY-MM-DD");
}

void sampleOptions(CLI::App* command, CaseCall& call) {
    command->add_option("--face", call.faces, "Image of the face");
    command->add_option("--finger", call.fingers, "Image of a finger, all of --position");
    command->add_option("--position", call.position, "Finger, for example right_index");
    command->add_option("--ppi", call.ppi, "Resolution of the fingers where their files do not state it");
}

}  // namespace

void addOpeningCommands(CaseCommands& commands) {
    const auto& call = commands.call;
    auto& console = commands.console;
    auto* opening = commands.group.add_subcommand("open", "Open a case");
    opening->add_option("--number", call->number, "Default: the next free number of the post");
    opening->add_option("--family", call->family)->required();
    opening->add_option("--sex", call->sex);
    personOptions(opening, *call);
    opening->add_option("--legal-basis", call->basis);
    opening->add_option("--referral", call->referral);
    opening->add_option("--priority", call->priority);
    opening->add_option("--note", call->text);
    sampleOptions(opening, *call);
    opening->add_option("--document-face", call->documentFaces, "Portrait of the document");
    opening->callback([call, &console] {
        if (const auto done = openNew(*call, console); !done) console.report(done.error());
    });

    commands.custom("show", "What you may see of a case", [](Session& session, const CaseCall&, Console& to) -> Status {
        COTEJO_TRY_ASSIGN(const auto shown, showCase(session));
        to.answer(caseJson(shown), caseText(shown));
        return {};
    });
    auto* attaching = commands.act("attach", "Add a sample, or say why there is none", attachSample);
    sampleOptions(attaching, *call);
    attaching->add_option("--kind", call->sampleKind, "live (of the person) or document (its portrait)");
    attaching->add_option("--missing", call->missing, "Why there is no image of the finger: amputated, bandaged, not_captured");
    commands.withReason(commands.act("unusable", "Mark a sample as unusable; nothing is deleted", [](Session& session, const CaseCall& with) -> Status {
        COTEJO_TRY_ASSIGN(const auto capture, captureOf(session, with.which));
        COTEJO_TRY(session.service.perform(session.id, MarkUnusable{capture, with.reason}));
        return {};
    }))->add_option("--sample", call->which, "First 8 digits of its identifier, or its finger")->required();
    auto* amending = commands.withReason(commands.act("amend", "Correct the record of the person", amendRecord));
    amending->add_option("--family", call->family);
    amending->add_option("--sex", call->sex);
    personOptions(amending, *call);
    amending->preparse_callback([call](std::size_t) { call->sex = "-"; });
    commands.simple("legal-basis", "Set the legal basis", [](const CaseCall& with) { return SetLegalBasis{with.text}; })
        ->add_option("text", call->text)->required();
    commands.simple("triage", "Begin triage", [](const CaseCall&) { return StartTriage{}; });
    commands.act("take", "Take the case, or renew the lease", [](Session& session, const CaseCall&) -> Status {
        COTEJO_TRY(session.service.take(session.id));
        return {};
    });
    commands.simple("release", "Give the case back to the queue", [](const CaseCall&) { return ReleaseLease{}; });
    commands.withReason(commands.simple("recapture", "Ask for other samples", [](const CaseCall& with) { return RequestRecapture{with.reason}; }));
    commands.withReason(commands.simple("return", "Return the case", [](const CaseCall& with) { return ReturnCase{with.reason}; }));
    commands.simple("note", "Add a note", [](const CaseCall& with) { return AddNote{with.text}; })->add_option("--text", call->text)->required();
    commands.withReason(commands.simple("reopen", "Reopen a closed case", [](const CaseCall& with) { return ReopenCase{with.reason}; }));
    commands.withReason(commands.simple("cancel", "Cancel the case", [](const CaseCall& with) { return CancelCase{with.reason}; }));
}

}  // namespace cotejo::cli
