#include "core/record/act.h"

#include "core/base/errors.h"
#include "core/record/json.h"

namespace cotejo::record {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Ppi, value, source)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(StatedValue, value, from)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CaptureDevice, make, model, serial)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Quality, value, algorithm, version, source)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(QualityFailure, algorithm, version, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(OriginalFile, sha256, mime)
// What is unknown is not written: a case has many samples, and most say little of themselves.
template <class Some, class Each>
void eachFact(Some& capture, Each each) {
    each("partial", capture.partial);
    each("capturedOn", capture.capturedOn);
    each("impression", capture.impression);
    each("hand", capture.hand);
    each("positionWritten", capture.positionWritten);
    each("device", capture.device);
    each("qualities", capture.qualities);
    each("unmeasured", capture.unmeasured);
    each("original", capture.original);
    each("originalMime", capture.originalMime);
    each("originalPlace", capture.originalPlace);
}
template <class Some, class Each>
void eachMemberOfCapture(Some& capture, Each each) {
    each("id", capture.id);
    each("modality", capture.modality);
    each("kind", capture.kind);
    each("position", capture.position);
    each("missing", capture.missing);
    each("blob", capture.blob);
    each("mime", capture.mime);
    each("width", capture.width);
    each("height", capture.height);
    each("ppi", capture.ppi);
    each("undecoded", capture.undecoded);
    each("captured", capture.captured);
    each("origin", capture.origin);
}
void to_json(Json& out, const Capture& capture) {
    eachMemberOfCapture(capture, [&](const char* name, const auto& member) { out[name] = member; });
    eachFact(capture, [&](const char* name, const auto& fact) {
        if (fact != std::decay_t<decltype(fact)>()) out[name] = fact;
    });
}
void from_json(const Json& in, Capture& capture) {
    const auto take = [&](const char* name, auto& member) {
        if (const auto found = in.find(name); found != in.end()) found->get_to(member);
    };
    if (!in.is_object()) throw std::invalid_argument("not a sample");
    eachMemberOfCapture(capture, take);
    eachFact(capture, take);
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Algorithm, name, version, model)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Score, value, algorithm)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Document, type, issuer, number, expiry, mrz)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Traveler, id, familyName, givenNames, birthDate, sex, nationality, documents)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(WatchlistEntry, id, gallery, statedPurpose, name, issuer, issuerCountry, reason, status, grade,
                                                reviewBy, caveats, captures, version)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Coverage::Gallery, name, size, compared, snapshot)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Coverage::NotSearched, what, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Coverage, searched, notSearched, faces, fingers, samples, asked, limited, comparisons,
                                                setAside, unreadable)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SearchLimits, purpose, galleries, fmrTarget, atMost, persons)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(EntryFacts, gallery, purpose, grade, issuerCountry, listVersion)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Round, number, begun)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Exposure, what, round, byReveal, asked)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Identification, event, candidate, entry, facts, examiners, round, since, guardEnded,
                                                contested)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(OwnerAnswer, event, entry, answer, reference, channel, answeredBy, answeredAt, paper,
                                                recordedBy, countersignedBy, settled)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ConfirmationRequest, by, at, number, channel, entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(GuardOverride, way, by, at, reason, legalBasis, identification, entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Reexamination, event, orderedBy, at, reason, ofConflict, complete,
                                                withdrawn)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Remark, type, restricted, ofHold, officer, at, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Notice, code, entry, at, officers)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PortraitCheck, examiner, modality, analysis, live, document, opened, conclusion, reasons,
                                                counterReason, at, score)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Lift, kind, by, at, document)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PaperWaiver, kind, reason, by, at)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Disclosure, by, at, recipient, recipientCountry, format, content)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RequestTerms, id, profile, profileHash, partner, country, legalBasis, purpose, entryReference,
                                                samples, created, expires, fields, packet, length, bySupervisor)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PartnerRequest, terms, state, entry, draftedBy, draftedAt, previewedBy, authorisedBy, authorisedAt,
                                                sentAt, sendings, acknowledgedAt, answeredAt, reply, message, candidates, until, reason, quarantined)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RoleGrant, role, validUntil)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Officer, id, login, displayName, post, grants, key, active)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Candidate, id, entry, modality, score, rank, decision, probe, reference, facts)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CandidateConclusion, candidate, conclusion, reasons, counterReason,
                                                changedAfterReveal)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Examination, examiner, number, round, orders, shuffleSeed, analysisSaved, analysis, visited,
                                                provisional, revealed, final, outcome, identified, concluded)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Hold, kind, placedBy, since, basis)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DossierDocument, blob, kind, title, mime, pages, until, added, addedBy, openedBy, restricted)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DispositionRecord, disposition, grade, reasons, legalBasis, proposedBy, proposedAt,
                                                decidedBy, decidedAt, decisionReason, approved, approvedDossier, manifest, receipt, answer, facts)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Lease, officer, officerName, until)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(HistoryLine, event, type, officer, at, detail, refusal, restricted)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DecisionHead, event, type, officer, device, at, watchlistVersion, identity,
                                                disposition, inForce)
// One list for both directions; the macro of the library ends at 64 members.
template <class Case, class Each>
void eachMember(Case& view, Each each) {
    each("id", view.id);
    each("number", view.number);
    each("post", view.post);
    each("state", view.state);
    each("round", view.round);
    each("priority", view.priority);
    each("reason", view.reason);
    each("referralNote", view.referralNote);
    each("legalBasis", view.legalBasis);
    each("traveler", view.traveler);
    each("captures", view.captures);
    each("candidates", view.candidates);
    each("coverage", view.coverage);
    each("searchedBy", view.searchedBy);
    each("coverageReadBy", view.coverageReadBy);
    each("examinations", view.examinations);
    each("outcome", view.outcome);
    each("identified", view.identified);
    each("settledBy", view.settledBy);
    each("identification", view.identification);
    each("identifications", view.identifications);
    each("reexaminations", view.reexaminations);
    each("guardEnded", view.guardEnded);
    each("answers", view.answers);
    each("requests", view.requests);
    each("overrides", view.overrides);
    each("entryStatus", view.entryStatus);
    each("doubted", view.doubted);
    each("portraits", view.portraits);
    each("exposure", view.exposure);
    each("remarks", view.remarks);
    each("notices", view.notices);
    each("waivers", view.waivers);
    each("lifts", view.lifts);
    each("pastDispositions", view.pastDispositions);
    each("disclosures", view.disclosures);
    each("partnerRequests", view.partnerRequests);
    each("unusable", view.unusable);
    each("resume", view.resume);
    each("openedOn", view.openedOn);
    each("confirmation", view.confirmation);
    each("holds", view.holds);
    each("lease", view.lease);
    each("documents", view.documents);
    each("disposition", view.disposition);
    each("opened", view.opened);
    each("deadline", view.deadline);
    each("deadlineKind", view.deadlineKind);
    each("attentionDue", view.attentionDue);
    each("comparisonActors", view.comparisonActors);
    each("proposalActors", view.proposalActors);
    each("clearanceActors", view.clearanceActors);
    each("decisionHeads", view.decisionHeads);
    each("heads", view.heads);
    each("history", view.history);
}
void to_json(Json& out, const CaseView& view) {
    eachMember(view, [&](const char* name, const auto& member) { out[name] = member; });
}
void from_json(const Json& in, CaseView& view) {
    eachMember(view, [&](const char* name, auto& member) {
        if (const auto found = in.find(name); found != in.end()) found->get_to(member);
    });
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(OpenCase, number, post, priority, reason, referralNote, legalBasis, traveler,
                                                deadline, deadlineKind, importedFrom, date, originals)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AttachCapture, capture)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AmendTraveler, traveler, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SetLegalBasis, legalBasis)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(TakeLease, officerName, until)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RequestRecapture, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ReturnCase, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RecordSearch, candidates, coverage, threshold, limits)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SaveAnalysis, analysis)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(VisitCandidate, candidate)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SaveProvisional, conclusion)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Conclude, outcome, identified, conclusions)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AddDocument, document)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OpenDocument, blob, pages)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ProposeDisposition, disposition, reasons, legalBasis)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Approve, reason, dossier)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Reject, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Execute, receipt)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ReopenCase, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CancelCase, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PlaceHold, kind)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LiftHold, kind, reason, document)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ConfirmEntry, answer, reference, channel, answeredBy, answeredAt, paper, entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ResolveConflict, chosen, heads, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AddNote, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ViewRecord, part, shown)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OrderReexamination, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(WithdrawReexamination, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CountersignAnswer, answer)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SettleAnswers, answer, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RequestConfirmation, channel, entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OverrideGuard, way, reason, legalBasis, entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LapseGuard, entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ChangeEntry, entry, status, version)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(WaivePaper, kind, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NameDocument, blob, kind)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AnswerReferral, answer, reference)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(FreezeManifest, manifest)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(MarkUnusable, capture, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SavePortraitAnalysis, modality, analysis)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OpenPortrait, live, document)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ConcludePortrait, live, document, conclusion, reasons, counterReason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RevealPortrait, live, document, score)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RecordExport, recipient, recipientCountry, format, content)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(DraftRequest, terms, entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PreviewRequest, request, packet)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AuthoriseRequest, request, packet, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CancelRequest, request, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CloseRequest, request, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ReportRequest, request, step, at, message, reply, until, candidates, reason)

namespace {

// In the order of the variant Act.
constexpr std::string_view kTypes[] = {
    "case.open", "biometric.attach", "case.amend", "case.legal_basis", "case.triage", "case.lease", "case.release",
    "case.recapture", "case.return", "match.search", "examination.analysis", "examination.visit", "examination.provisional",
    "examination.reveal", "examination.conclude", "examination.open_notes", "coverage.read", "document.add", "document.open",
    "decision.propose", "decision.submit", "decision.approve", "decision.reject", "decision.execute", "case.close",
    "case.reopen", "case.cancel", "hold.place", "hold.lift", "watchlist.confirm", "conflict.resolve", "note.add",
    "view.record", "examination.order", "watchlist.countersign", "watchlist.settle", "watchlist.request", "guard.override",
    "guard.lapse", "entry.status", "document.waive", "document.kind", "referral.answer", "decision.manifest", "biometric.unusable",
    "portrait.analysis", "portrait.open", "portrait.conclude", "portrait.reveal", "case.export", "examination.withdraw",
    "partner.draft", "partner.preview", "partner.authorise", "partner.cancel", "partner.close", "partner.report"};
static_assert(std::size(kTypes) == std::variant_size_v<Act>);

template <class T>
Json toBody(const T& act) {
    if constexpr (std::is_empty_v<T>)
        return Json::object();
    else
        return act;
}

template <std::size_t I = 0>
Act actAt(std::size_t index, const Json& body) {
    if constexpr (I < std::variant_size_v<Act>) {
        if (index != I) return actAt<I + 1>(index, body);
        using T = std::variant_alternative_t<I, Act>;
        if constexpr (std::is_empty_v<T>)
            return T{};
        else
            return body.get<T>();
    } else {
        throw std::invalid_argument("no such act");
    }
}

template <class T>
Result<T> readJson(std::string_view text, std::string_view what) {
    COTEJO_TRY_ASSIGN(const Json body, parseJson(text, what));
    try {
        return body.get<T>();
    } catch (const std::exception& error) {
        return fail(base::kMalformed, std::string(what) + ": " + error.what());
    }
}

}  // namespace

std::string_view typeOf(const Act& act) { return kTypes[act.index()]; }

Bytes bodyOf(const Act& act) {
    return bytesOf(canonicalJson(std::visit([](const auto& each) { return toBody(each); }, act)));
}

Result<Act> readAct(std::string_view type, ByteView body) {
    const auto at = std::find(std::begin(kTypes), std::end(kTypes), type);
    if (at == std::end(kTypes)) return fail(base::kNotFound, "event type " + std::string(type) + " is not an act on a case");
    COTEJO_TRY_ASSIGN(const Json parsed, parseJson(textOf(body), "body of " + std::string(type)));
    try {
        return actAt(static_cast<std::size_t>(at - std::begin(kTypes)), parsed);
    } catch (const std::exception& error) {
        return fail(base::kMalformed, "body of " + std::string(type) + ": " + error.what());
    }
}

std::vector<NamedBlob> blobsOf(const Act& act) {
    if (const auto* attach = std::get_if<AttachCapture>(&act)) {
        const Capture& capture = attach->capture;
        std::vector<NamedBlob> named;
        if (!capture.blob.isZero()) named.push_back({capture.blob, capture.mime, std::string(codeOf(capture.modality))});
        if (!capture.original.isZero()) named.push_back({capture.original, capture.originalMime, kOriginalRole});
        return named;
    }
    if (const auto* open = std::get_if<OpenCase>(&act)) {
        std::vector<NamedBlob> named;
        for (const auto& each : open->originals) named.push_back({each.sha256, each.mime, kOriginalRole});
        return named;
    }
    if (const auto* report = std::get_if<ReportRequest>(&act); report && report->step == RequestStep::Answered && !report->message.isZero()) return {{report->message, "application/json", kAnswerRole}};
    if (const auto* add = std::get_if<AddDocument>(&act)) return {{add->document.blob, add->document.mime, "document"}};
    return {};
}

std::string caseToJson(const CaseView& view) { return canonicalJson(Json(view)); }
Result<CaseView> caseFromJson(std::string_view text) { return readJson<CaseView>(text, "case"); }
std::string entryToJson(const WatchlistEntry& entry) { return canonicalJson(Json(entry)); }
Result<WatchlistEntry> entryFromJson(std::string_view text) { return readJson<WatchlistEntry>(text, "watchlist entry"); }
std::string officerToJson(const Officer& officer) { return canonicalJson(Json(officer)); }
Result<Officer> officerFromJson(std::string_view text) { return readJson<Officer>(text, "officer"); }

}  // namespace cotejo::record
