#include <filesystem>

#include "app/cli/cases/case_table.h"
#include "app/cli/cases/case_text.h"
#include "app/cli/console.h"
#include "app/cli/post_options.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/decide/case_service.h"
#include "core/decide/errors.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/header.h"
#include "core/decide/case_door.h"

namespace cotejo::cli {
namespace {

using namespace record;

struct CaseCall {
    PostOptions post;
    std::string number, text, reason, against, basis, file, kind, title, which, choice, answer, reference, receipt;
    std::string family, given, birth, sex = "X", nationality, documentNumber, documentType = "P", documentIssuer;
    std::string referral = "manual_referral", priority = "normal", position = "unknown", order = "urgency", state;
    std::vector<std::string> faces, fingers;
    double ppi = 0;
    std::size_t limit = 50;
    bool all = false, restricted = false;
};
using Call = std::shared_ptr<CaseCall>;

/// A signed-in officer and the case that the command names.
struct Session {
    explicit Session(std::unique_ptr<access::Desk> signedIn) : desk(std::move(signedIn)), service(*desk), reader(*desk, "cli") {}
    std::unique_ptr<access::Desk> desk;
    decide::CaseService service;
    decide::CaseDoor reader;
    CaseId id;
};

template <class Enum>
Result<Enum> readCode(const std::string& text, std::string_view option) {
    if (const auto value = fromCode<Enum>(text)) return *value;
    std::string known;
    for (const auto& [each, code] : codes<Enum>) known += (known.empty() ? "" : ", ") + std::string(code);
    return fail(base::kInvalidArgument, std::string(option) + ": " + text + " is none of " + known);
}

Result<decide::NewCapture> readCapture(const std::string& path, Modality modality, const CaseCall& call) {
    decide::NewCapture sample;
    COTEJO_TRY_ASSIGN(sample.bytes, readFile(path));
    auto& capture = sample.capture;
    capture.id = CaptureId::random();
    capture.modality = modality;
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
    if (modality == Modality::Face) capture.ppi = {};
    if (call.ppi > 0 && modality == Modality::Finger) capture.ppi = {call.ppi, PpiSource::Declared};
    return sample;
}

Status list(const CaseCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    store::QueueFilter filter;
    filter.text = call.text;
    if (!call.state.empty()) {
        COTEJO_TRY_ASSIGN(const auto state, readCode<CaseState>(call.state, "--state"));
        filter.states = {state};
    } else if (call.all) {
        for (const auto& [state, code] : codes<CaseState>) filter.states.insert(state);
    }
    filter.order = call.order == "newest" ? store::QueueOrder::Newest : call.order == "deadline" ? store::QueueOrder::Deadline : store::QueueOrder::Urgency;
    review::WorkQueue queue(*desk);
    Json rows = Json::array();
    std::vector<review::VisibleRow> table;
    std::string plain;
    std::optional<store::QueueCursor> after;
    bool more = false;
    do {
        COTEJO_TRY_ASSIGN(const auto page, queue.page(filter, after, std::min<std::size_t>(call.limit - rows.size(), 500)));
        for (const auto& row : page.rows) {
            rows.push_back(rowJson(row));
            plain += rowText(row);
            if (!call.file.empty()) table.push_back(row);
        }
        after = page.next;
        more = after.has_value();
    } while (after && rows.size() < call.limit);
    if (!call.file.empty()) {
        COTEJO_TRY(writeFileAtomically(call.file, viewOf(caseListCsv(table))));
        console.answer({{"output", call.file}, {"cases", table.size()}, {"more", more}}, call.file + ": " + std::to_string(table.size()) + " cases\n");
        return {};
    }
    console.answer({{"cases", rows}, {"more", more}}, plain.empty() ? "no cases\n" : plain);
    return {};
}

Status encounters(const CaseCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    COTEJO_TRY_ASSIGN(const auto id, decide::CaseDoor(*desk).find(call.number));
    COTEJO_TRY_ASSIGN(const auto found, decide::CaseDoor(*desk).encounters(id));
    Json rows = Json::array();
    std::string plain;
    for (const auto& each : found.cases) {
        Json row{{"number", each.number}, {"opened", toIso(each.opened)}, {"post", each.postName}, {"state", codeOf(each.state)},
                 {"reason", codeOf(each.reason)}, {"tie", each.tie == review::EncounterTie::SameTraveler ? "traveler" : "document"}};
        if (!each.document.empty()) row["document"] = each.document;
        if (each.outcome) row["outcome"] = codeOf(*each.outcome);
        rows.push_back(std::move(row));
        plain += toIso(each.opened) + "  " + each.number + "  " + std::string(codeOf(each.state)) + "  " + std::string(codeOf(each.reason)) + "\n";
    }
    console.answer({{"encounters", rows}, {"identity_hidden", found.identityHidden}, {"outcomes_hidden", found.outcomesHidden}, {"more", found.capped}},
                   found.identityHidden ? "hidden during the blind examination\n" : plain.empty() ? "no other case\n" : plain);
    return {};
}

Status open(const CaseCall& call, Console& console) {
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
    if (!call.documentNumber.empty()) {
        Document document;
        document.type = call.documentType;
        document.issuer = call.documentIssuer;
        document.number = call.documentNumber;
        act.traveler.documents.push_back(std::move(document));
    }
    std::vector<decide::NewCapture> samples;
    for (const auto& path : call.faces) {
        COTEJO_TRY_ASSIGN(auto sample, readCapture(path, Modality::Face, call));
        samples.push_back(std::move(sample));
    }
    for (const auto& path : call.fingers) {
        COTEJO_TRY_ASSIGN(auto sample, readCapture(path, Modality::Finger, call));
        samples.push_back(std::move(sample));
    }
    COTEJO_TRY_ASSIGN(auto desk, call.post.signIn());
    Session session(std::move(desk));
    const auto now = session.desk->clock().now();
    act.deadline = now + (act.priority == Priority::Urgent ? std::chrono::minutes(30) : std::chrono::hours(4));
    COTEJO_TRY_ASSIGN(const auto id, session.service.open(std::move(act), std::move(samples)));
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(id));
    console.answer(caseJson(visible), visible.view.number + "\n");
    return {};
}

/// The candidate that a letter of the officer's own order or an identifier names.
Result<CandidateId> candidateOf(Session& session, const std::string& which) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    for (const auto& each : visible.candidates)
        if (each.letter == which || each.id.text() == which) return each.id;
    return fail(decide::kNoCandidate, "the case has no candidate " + which);
}

Result<Hash> documentOf(Session& session, const std::string& which) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    for (const auto& each : visible.view.documents)
        if (each.title == which || each.kind == which || (which.size() >= 8 && each.blob.text().starts_with(which))) return each.blob;
    return fail(decide::kDocumentMissing, "the dossier shows you no document " + which);
}

Result<CaseView> visit(Session& session, const CaseCall& call) {
    if (!call.all) {
        COTEJO_TRY_ASSIGN(const auto candidate, candidateOf(session, call.which));
        return session.service.perform(session.id, VisitCandidate{candidate});
    }
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    CaseView view = visible.view;
    for (const auto& each : visible.candidates) {
        if (each.visited) continue;
        COTEJO_TRY_ASSIGN(view, session.service.perform(session.id, VisitCandidate{each.id}));
    }
    return view;
}

Result<CandidateConclusion> conclusionOf(Session& session, const CaseCall& call) {
    CandidateConclusion conclusion;
    COTEJO_TRY_ASSIGN(conclusion.candidate, candidateOf(session, call.which));
    COTEJO_TRY_ASSIGN(conclusion.conclusion, readCode<ExaminerConclusion>(call.choice, "--conclusion"));
    conclusion.reasons = call.reason;
    conclusion.counterReason = call.against;
    return conclusion;
}

/// The saved provisional conclusions, one of them changed if the command names it; the outcome follows from them.
Result<CaseView> conclude(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    std::optional<CandidateConclusion> changed;
    if (!call.which.empty()) {
        COTEJO_TRY_ASSIGN(changed, conclusionOf(session, call));
    }
    Conclude act;
    bool unsure = visible.candidates.empty() && !visible.view.coverage;
    for (const auto& each : visible.candidates) {
        if (changed && changed->candidate == each.id)
            act.conclusions.push_back(*changed);
        else if (each.provisional)
            act.conclusions.push_back(*each.provisional);
        else
            continue;
        const auto value = act.conclusions.back().conclusion;
        unsure = unsure || isInconclusive(value);
        if (value == ExaminerConclusion::Identification && !act.identified) act.identified = each.id;
    }
    act.outcome = act.identified ? Outcome::Identified : unsure ? Outcome::Inconclusive : visible.candidates.empty() ? Outcome::NoCandidate : Outcome::Excluded;
    return session.service.perform(session.id, act);
}

Result<CaseView> openDocuments(Session& session, const CaseCall& call) {
    if (!call.all) {
        COTEJO_TRY_ASSIGN(const auto blob, documentOf(session, call.which));
        return session.service.perform(session.id, OpenDocument{blob, 1});
    }
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    CaseView view = visible.view;
    for (const auto& each : visible.view.documents) {
        COTEJO_TRY_ASSIGN(view, session.service.perform(session.id, OpenDocument{each.blob, each.pages}));
    }
    return view;
}

Result<CaseView> addDocument(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(auto bytes, readFile(call.file));
    DossierDocument document;
    document.kind = call.kind;
    document.title = call.title.empty() ? std::filesystem::path(call.file).filename().string() : call.title;
    document.mime = textOf(bytes).starts_with("%PDF") ? "application/pdf" : "application/octet-stream";
    if (const auto header = imaging::readImageHeader(bytes)) document.mime = imaging::mimeOf(header->format);
    document.restricted = call.restricted;
    return session.service.addDocument(session.id, std::move(document), std::move(bytes));
}

Result<CaseView> lift(Session& session, const CaseCall& call) {
    LiftHold act;
    COTEJO_TRY_ASSIGN(act.kind, readCode<HoldKind>(call.kind, "KIND"));
    act.reason = call.reason;
    if (!call.which.empty()) {
        COTEJO_TRY_ASSIGN(act.document, documentOf(session, call.which));
    }
    return session.service.perform(session.id, act);
}

Result<CaseView> propose(Session& session, const CaseCall& call) {
    ProposeDisposition act;
    COTEJO_TRY_ASSIGN(act.disposition, readCode<Disposition>(call.choice, "--disposition"));
    act.reasons = call.reason;
    act.legalBasis = call.basis;
    return session.service.perform(session.id, act);
}

Result<CaseView> resolve(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    ResolveConflict act;
    act.reason = call.reason;
    for (const auto& head : visible.view.decisionHeads) {
        act.heads.push_back(head.event);
        if (call.choice.size() >= 8 && head.event.text().starts_with(call.choice)) act.chosen = head.event;
    }
    if (act.chosen.isZero() && call.choice != "none")
        return fail(decide::kConflictHeads, "--choose names one of the differing decisions (see case show), or none");
    return session.service.perform(session.id, act);
}

}  // namespace

void addCaseCommand(CLI::App& root, Console& console) {
    auto call = std::make_shared<CaseCall>();
    CLI::App* kase = root.add_subcommand("case", "Cases: list, show, and every act of the people who work on them");
    kase->require_subcommand(1);
    kase->fallthrough();
    call->post.addTo(*kase);

    auto* listing = kase->add_subcommand("list", "The queue");
    listing->add_option("--state", call->state, "Only this state");
    listing->add_option("--text", call->text, "Words of names, document or case numbers");
    listing->add_option("--order", call->order)->check(CLI::IsMember({"urgency", "deadline", "newest"}));
    listing->add_option("--limit", call->limit)->check(CLI::Range(1, 100000));
    listing->add_option("--csv", call->file, "Write the list into this table instead");
    listing->add_flag("--all", call->all, "Closed and cancelled cases too");
    listing->callback([=, &console] {
        if (const auto done = list(*call, console); !done) console.report(done.error());
    });

    auto* meeting = kase->add_subcommand("encounters", "Other cases of the same traveler record or document");
    meeting->add_option("number", call->number, "Case number")->required();
    meeting->callback([=, &console] {
        if (const auto done = encounters(*call, console); !done) console.report(done.error());
    });

    addCaseStatisticsCommand(*kase, std::shared_ptr<const PostOptions>(call, &call->post), console);

    auto* opening = kase->add_subcommand("open", "Open a case");
    opening->add_option("--number", call->number, "Default: the next free number of the post");
    opening->add_option("--family", call->family)->required();
    opening->add_option("--given", call->given);
    opening->add_option("--birth", call->birth, "YYYY-MM-DD");
    opening->add_option("--sex", call->sex);
    opening->add_option("--nationality", call->nationality);
    opening->add_option("--document-number", call->documentNumber);
    opening->add_option("--document-type", call->documentType);
    opening->add_option("--document-issuer", call->documentIssuer);
    opening->add_option("--legal-basis", call->basis);
    opening->add_option("--referral", call->referral);
    opening->add_option("--priority", call->priority);
    opening->add_option("--note", call->text);
    opening->add_option("--face", call->faces, "Image of the face");
    opening->add_option("--finger", call->fingers, "Image of a finger, all of --position");
    opening->add_option("--position", call->position);
    opening->add_option("--ppi", call->ppi);
    opening->callback([=, &console] {
        if (const auto done = open(*call, console); !done) console.report(done.error());
    });

    /// A command on one case: signs in, finds it, does the act, prints what the officer sees afterwards.
    using Do = std::function<Result<CaseView>(Session&, const CaseCall&)>;
    const auto act = [&](const char* name, const char* help, Do work) {
        auto* command = kase->add_subcommand(name, help);
        command->add_option("number", call->number, "Case number")->required();
        command->callback([call, &console, work = std::move(work)] {
            const auto done = [&]() -> Status {
                COTEJO_TRY_ASSIGN(auto desk, call->post.signIn());
                Session session(std::move(desk));
                COTEJO_TRY_ASSIGN(session.id, session.reader.find(call->number));
                if (work) {
                    COTEJO_TRY(work(session, *call));
                }
                COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
                console.answer(caseJson(visible), work ? visible.view.number + "  " + std::string(codeOf(visible.view.state)) + "\n" : caseText(visible));
                return {};
            }();
            if (!done) console.report(done.error());
        });
        return command;
    };
    const auto simple = [&](const char* name, const char* help, std::function<Act(const CaseCall&)> make) {
        return act(name, help, [make = std::move(make)](Session& session, const CaseCall& with) {
            return session.service.perform(session.id, make(with));
        });
    };
    const auto withReason = [&](CLI::App* command) {
        command->add_option("--reason", call->reason);
        return command;
    };

    act("show", "What you may see of a case", {});
    auto* attach = act("attach", "Add a sample", [](Session& session, const CaseCall& with) -> Result<CaseView> {
        const bool face = !with.faces.empty();
        if (with.faces.size() + with.fingers.size() != 1) return fail(base::kInvalidArgument, "Name one image with --face or --finger.");
        COTEJO_TRY_ASSIGN(auto sample, readCapture(face ? with.faces[0] : with.fingers[0], face ? Modality::Face : Modality::Finger, with));
        return session.service.attach(session.id, std::move(sample));
    });
    attach->add_option("--face", call->faces);
    attach->add_option("--finger", call->fingers);
    attach->add_option("--position", call->position);
    attach->add_option("--ppi", call->ppi);
    simple("legal-basis", "Set the legal basis", [](const CaseCall& with) { return SetLegalBasis{with.text}; })
        ->add_option("text", call->text)->required();
    simple("triage", "Begin triage", [](const CaseCall&) { return StartTriage{}; });
    act("take", "Take the case, or renew the lease", [](Session& session, const CaseCall&) { return session.service.take(session.id); });
    simple("release", "Give the case back to the queue", [](const CaseCall&) { return ReleaseLease{}; });
    withReason(simple("recapture", "Ask for other samples", [](const CaseCall& with) { return RequestRecapture{with.reason}; }));
    withReason(simple("return", "Return the case", [](const CaseCall& with) { return ReturnCase{with.reason}; }));
    act("search", "Search the watchlist with the case's samples", [](Session& session, const CaseCall&) -> Result<CaseView> {
        COTEJO_TRY_ASSIGN(auto thresholds, review::shippedThresholds());
        review::SearchService engine(*session.desk, std::move(thresholds));
        return session.service.search(session.id, engine);
    });
    simple("analyse", "Save the analysis of the samples", [](const CaseCall& with) { return SaveAnalysis{with.text}; })
        ->add_option("--text", call->text)->required();
    auto* visiting = act("visit", "Look at a candidate", visit);
    visiting->add_option("--candidate", call->which, "Letter or identifier");
    visiting->add_flag("--all", call->all, "Every candidate not yet visited");
    const auto concluding = [&](CLI::App* command, bool required) {
        command->add_option("--candidate", call->which, "Letter or identifier")->required(required);
        command->add_option("--conclusion", call->choice, "exclusion, inconclusive or identification")->required(required);
        command->add_option("--reason", call->reason);
        command->add_option("--against", call->against, "The strongest reason against");
    };
    concluding(act("provisional", "Save a conclusion about a candidate before the scores", [](Session& session, const CaseCall& with) -> Result<CaseView> {
                   COTEJO_TRY_ASSIGN(const auto conclusion, conclusionOf(session, with));
                   return session.service.perform(session.id, SaveProvisional{conclusion});
               }), true);
    simple("reveal", "Show scores and entries", [](const CaseCall&) { return Reveal{}; });
    concluding(act("conclude", "Conclude from the saved conclusions", conclude), false);
    simple("open-notes", "Open the other examiners' notes", [](const CaseCall&) { return OpenOtherNotes{}; });
    simple("read-coverage", "Confirm that you read the coverage statement", [](const CaseCall&) { return ReadCoverage{}; });
    auto* proposing = act("propose", "Propose a disposition", propose);
    proposing->add_option("--disposition", call->choice)->required();
    proposing->add_option("--reason", call->reason);
    proposing->add_option("--legal-basis", call->basis);
    simple("submit", "Submit for approval", [](const CaseCall&) { return SubmitForApproval{}; });
    auto* adding = act("add-document", "Add a document to the dossier", addDocument);
    adding->add_option("--file", call->file)->required();
    adding->add_option("--kind", call->kind)->required();
    adding->add_option("--title", call->title);
    adding->add_flag("--restricted", call->restricted, "For protection alone");
    auto* opened = act("open-document", "Note that you opened a document", openDocuments);
    opened->add_option("--document", call->which, "Title, kind, or the first 8 digits of its hash");
    opened->add_flag("--all", call->all);
    withReason(act("approve", "Approve the proposal", [](Session& session, const CaseCall& with) -> Result<CaseView> {
        COTEJO_TRY_ASSIGN(const auto dossier, session.service.dossier(session.id));
        return session.service.perform(session.id, Approve{with.reason, dossier});
    }));
    withReason(simple("reject", "Reject the proposal", [](const CaseCall& with) { return Reject{with.reason}; }));
    simple("execute", "Carry out what was decided", [](const CaseCall& with) { return Execute{with.receipt}; })
        ->add_option("--receipt", call->receipt, "Flight, handover or release");
    simple("close", "Close the case", [](const CaseCall&) { return CloseCase{}; });
    withReason(simple("reopen", "Reopen a closed case", [](const CaseCall& with) { return ReopenCase{with.reason}; }));
    withReason(simple("cancel", "Cancel the case", [](const CaseCall& with) { return CancelCase{with.reason}; }));
    act("hold", "Place a hold; protection is never refused", [](Session& session, const CaseCall& with) -> Result<CaseView> {
        COTEJO_TRY_ASSIGN(const auto kind, readCode<HoldKind>(with.kind, "KIND"));
        return session.service.perform(session.id, PlaceHold{kind});
    })->add_option("kind", call->kind)->required();
    auto* lifting = act("lift", "Lift a hold", lift);
    lifting->add_option("kind", call->kind)->required();
    lifting->add_option("--reason", call->reason);
    lifting->add_option("--document", call->which, "Decision document of the dossier");
    auto* confirming = simple("confirm", "Record the answer of the entry's owner", [](const CaseCall& with) { return ConfirmEntry{with.answer, with.reference, {}, {}, {}, {}}; });
    confirming->add_option("--answer", call->answer, "confirmed, not_confirmed, need_time or no_answer")->required();
    confirming->add_option("--reference", call->reference);
    auto* resolving = withReason(act("resolve", "Resolve a conflict of two posts", resolve));
    resolving->add_option("--choose", call->choice, "First digits of the decision's hash, or none")->required();
    simple("note", "Add a note", [](const CaseCall& with) { return AddNote{with.text}; })->add_option("--text", call->text)->required();
    act("delete", "Refused: nobody deletes", [](Session&, const CaseCall&) -> Result<CaseView> {
        return tl::unexpected<Error>(decide::checkDelete().error());
    });
}

}  // namespace cotejo::cli
