#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/codes.h"
#include "app/cli/console.h"
#include "app/cli/post_options.h"
#include "core/base/errors.h"
#include "core/decide/case_door.h"
#include "core/decide/case_service.h"

/// Inside of `cotejo-cli case`: what every subcommand shares. One file a subject: queue, opening, examination, portrait, papers, decision,
/// guard. Cases are read through decide::CaseDoor and changed through decide::CaseService alone.
namespace cotejo::cli {

/// Values of the options of every subcommand; one process runs one of them.
struct CaseCall {
    PostOptions post;
    std::string number, text, reason, against, basis, file, folder, kind, title, which, entry, choice, answer, reference, receipt;
    std::string format, recipient, country, originator;
    bool original = false;
    std::string channel, answeredBy, answeredAt, paper, way, until, missing, live, document, dossier, modality = "face";
    std::string family, given, birth, sex = "X", nationality, documentNumber, documentType, documentIssuer, documentExpiry;
    std::string referral = "manual_referral", priority = "normal", position = "unknown", order = "urgency", state, sampleKind = "live";
    std::vector<std::string> faces, fingers, documentFaces, galleries, persons;
    double ppi = 0, fmr = 0;
    int atMost = 0;
    std::size_t limit = 50;
    bool all = false, restricted = false, impossible = false;
};

/// A signed-in officer and the case that the command names.
struct Session {
    explicit Session(std::unique_ptr<access::Desk> signedIn) : desk(std::move(signedIn)), service(*desk), reader(*desk, "cli") {}
    std::unique_ptr<access::Desk> desk;
    decide::CaseService service;
    decide::CaseDoor reader;
    CaseId id;
};

/// A terminal shows no picture: it is written to be looked at, as NAME with the ending of its format. As the officer may see it.
Status writeSample(Session& session, const record::Capture& capture, const std::filesystem::path& folder, const std::string& name);

/// Adds commands to the group `case`.
class CaseCommands {
  public:
    using Call = std::shared_ptr<CaseCall>;
    using Work = std::function<Status(Session&, const CaseCall&)>;

    CaseCommands(CLI::App& to, Call values, Console& answers) : group(to), call(std::move(values)), console(answers) {}

    /// On one case: signs in, finds it, does the work, prints what the officer sees afterwards.
    CLI::App* act(const char* name, const char* help, Work work);
    /// The same with one act that the options spell out.
    CLI::App* simple(const char* name, const char* help, std::function<record::Act(const CaseCall&)> make);
    /// Signs in, finds the case; the work prints.
    CLI::App* custom(const char* name, const char* help, std::function<Status(Session&, const CaseCall&, Console&)> work);
    CLI::App* withReason(CLI::App* command);

    CLI::App& group;
    Call call;
    Console& console;

  private:
    void onCase(CLI::App* command, std::function<Status(Session&, const CaseCall&, Console&)> work);
};

/// The candidate that a letter of the officer's own order or an identifier names. Error: E_CANDIDATE_UNKNOWN.
Result<CandidateId> candidateOf(Session& session, const std::string& which);
/// The paper of the dossier that a title, a kind or the first 8 digits of its hash name. Error: E_DOCUMENT_MISSING.
Result<Hash> documentOf(Session& session, const std::string& which);
/// The sample that the first 8 digits of its identifier, or its finger position, name. Error: E_INVALID_ARGUMENT.
Result<CaptureId> captureOf(Session& session, const std::string& which);

void addQueueCommands(CaseCommands& commands);        // list, encounters, statistics
void addOpeningCommands(CaseCommands& commands);      // open, show, attach, unusable, amend, triage, take...
void addExaminationCommands(CaseCommands& commands);  // search, analyse ... conclude, order-reexamination
void addPortraitCommands(CaseCommands& commands);     // portrait analyse, open, conclude, reveal
void addPaperCommands(CaseCommands& commands);        // add-document, set-kind, waive, open-document
void addDecisionCommands(CaseCommands& commands);     // propose ... execute, referral-answer, close
void addExportCommand(CaseCommands& commands);       // export
void addGuardCommands(CaseCommands& commands);        // hold, lift, confirm, countersign, settle, override, lapse, resolve

}  // namespace cotejo::cli
