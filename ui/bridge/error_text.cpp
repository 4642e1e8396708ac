#include "ui/bridge/error_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

#include "ui/bridge/text.h"

namespace cotejo::bridge {

namespace {

constexpr char kContext[] = "cotejo::bridge::ErrorText";

struct Row {
    std::string_view code;
    const char* title;
    const char* rule;    ///< nullptr: a failure, not a refusal
    const char* remedy;
};

#define SAY(text) QT_TRANSLATE_NOOP("cotejo::bridge::ErrorText", text)

constexpr Row kRows[] = {
    // base
    {"E_NOT_FOUND", SAY("It was not found"), nullptr, SAY("Check the name or the folder, then try again.")},
    {"E_NOT_READABLE", SAY("The file cannot be read"), nullptr, SAY("Check its permissions and that the disk is connected.")},
    {"E_NOT_WRITABLE", SAY("It cannot be written"), nullptr, SAY("Check permissions and free disk space.")},
    {"E_TOO_LARGE", SAY("It is larger than allowed"), nullptr, SAY("Split it or reduce it. Nothing was read in part.")},
    {"E_MALFORMED", SAY("The contents do not follow their format"), nullptr,
     SAY("Ask the sender for a correct file. Nothing was written.")},
    {"E_INVALID_ARGUMENT", SAY("A value is outside what is allowed"), nullptr, SAY("Correct the value and try again.")},
    {"E_CANCELLED", SAY("Stopped at your request"), nullptr, SAY("What was finished before stays. Start again to go on.")},
    {"E_INTERNAL", SAY("Something failed that should not"), nullptr,
     SAY("Your data are as before. Tell whoever looks after this program, with the code and the time.")},
    // store
    {"E_STORE_BUSY", SAY("Another program is using the data of this post"), nullptr,
     SAY("Close the other window of Cotejo and try again.")},
    {"E_STORE_FULL", SAY("The disk is full"), nullptr, SAY("Free some space. What was saved before is safe.")},
    {"E_STORE_READ_ONLY", SAY("The data of this post may not be written"), nullptr,
     SAY("Check the permissions of the folder of the post.")},
    {"E_STORE_IO", SAY("The disk failed"), nullptr, SAY("Check the disk and its cable, then start again. Do not copy over the folder.")},
    {"E_STORE_CORRUPT", SAY("The data of this post are damaged"), nullptr,
     SAY("Stop working here and call support. Cotejo changes and deletes nothing by itself.")},
    {"E_STORE_KEY", SAY("The key does not open these data"), nullptr,
     SAY("The folder belongs to another post, or was exchanged. Call support.")},
    {"E_STORE_VERSION", SAY("The data were written by a newer Cotejo"), nullptr, SAY("Update this program.")},
    {"E_STORE_CONSTRAINT", SAY("The database refused the change"), SAY("The same rules stand in the database."),
     SAY("Reload the case and look at its present state.")},
    {"E_STORE_MISSING", SAY("The attachment is not here"), nullptr,
     SAY("It has not arrived yet, or was erased after its retention. Synchronise and try again.")},
    {"E_STORE_EXISTS", SAY("There is a post in this folder already"), nullptr, SAY("Choose another folder.")},
    // journal
    {"E_JOURNAL_SYSTEM", SAY("Only a person may do this"), SAY("No act with legal effect is done by the program."), SAY("An officer does it.")},
    {"E_JOURNAL_TOO_LARGE", SAY("The act is too large"), nullptr, SAY("Attach images and long texts as documents.")},
    // access
    {"E_ACCESS_PASSPHRASE", SAY("Name or passphrase is wrong"), nullptr,
     SAY("Type it again. After five failures the account is locked for 15 minutes.")},
    {"E_ACCESS_LOCKED", SAY("The account is locked"), SAY("Five failures lock an account for 15 minutes."),
     SAY("Wait until the time shown. What you saved is safe.")},
    {"E_ACCESS_INACTIVE", SAY("The account is not active"), SAY("Only active officers sign in."), SAY("Ask your administrator.")},
    {"E_ACCESS_WEAK", SAY("The passphrase is too short"), SAY("A passphrase has at least 12 characters."), SAY("Choose a longer one.")},
    {"E_ACCESS_LOGIN_TAKEN", SAY("There is an officer of this name already"), nullptr, SAY("Choose another name.")},
    {"E_ACCESS_NO_POST", SAY("There is no post in this folder"), nullptr, SAY("Choose the folder of a post.")},
    {"E_ACCESS_NOT_ADMIN", SAY("Only an administrator may do this"), SAY("Each act has its roles."), SAY("Ask your administrator.")},
    {"E_ACCESS_SLOTS", SAY("The sign-in data of this post are damaged or were changed from outside"), nullptr,
     SAY("Stop working here and call support.")},
    // imaging, exchange, intake
    {"E_IMAGE_UNKNOWN", SAY("This is no image of a known format"), nullptr, SAY("Known: PNG, JPEG, TIFF, BMP and JPEG 2000.")},
    {"E_IMAGE_UNSUPPORTED", SAY("A variant of the image format that is not read"), nullptr,
     SAY("Ask for the image in another format. The bytes are kept.")},
    {"E_EXCHANGE_UNKNOWN_FORMAT", SAY("The file is of no format that is read here"), nullptr,
     SAY("Known: ANSI/NIST-ITL, ISO 19794-2, images, CSV and MRZ lines.")},
    {"E_EXCHANGE_NOT_DECODED", SAY("The format is known, but not read yet"), nullptr, SAY("The bytes are kept as they came.")},
    {"E_EXCHANGE_CANNOT_EXPRESS", SAY("A value has no place in the format"), nullptr, SAY("Choose another format, or leave the value out.")},
    {"E_INTAKE_NOTHING_USABLE", SAY("Nothing in it can be used"), nullptr,
     SAY("Neither a sample nor a name could be read. Ask the sender for a better file.")},
    // match
    {"E_SCORE_INCOMPARABLE", SAY("These scores do not compare"), SAY("Scores of different algorithms or models do not compare."),
     SAY("Search again with one of them.")},
    {"E_CALIBRATION_MISSING", SAY("There is no calibration for this algorithm"), SAY("A score is shown only with its calibration."),
     SAY("Install the calibration report of this version.")},
    {"E_CALIBRATION_BAD", SAY("The calibration report is not usable"), SAY("A score is shown only with its calibration."),
     SAY("Install a correct calibration report.")},
    {"E_MODEL_MANIFEST", SAY("The list of face models is damaged"), nullptr, SAY("Install the program again.")},
    {"E_MODEL_HASH", SAY("A face model is not the one that was reviewed"), SAY("Only reviewed models compare."),
     SAY("Run the set-up again. Face matching stays off.")},
    {"E_MODEL_SHAPE", SAY("A face model does not fit this version"), nullptr, SAY("Run the set-up again. Face matching stays off.")},
    {"E_MODEL_SELF_TEST", SAY("The self-test of face matching failed"), SAY("Without a passed self-test nothing is matched."),
     SAY("Start again; if it stays, call support. Face matching stays off.")},
    {"E_FACE_IMAGE", SAY("The image cannot be used for a face"), nullptr, SAY("Use an image of at least the size asked for.")},
    {"E_FACE_NOT_FOUND", SAY("No face was found in the image"), nullptr, SAY("Capture again, facing the camera. Not finding one is an ordinary outcome.")},
    {"E_FACE_TEMPLATE", SAY("A face template is damaged"), nullptr, SAY("It is made anew from the image.")},
    {"E_FINGER_PPI_UNKNOWN", SAY("The resolution of the fingerprint is not known"), SAY("No resolution is assumed silently."),
     SAY("State the resolution of the scanner.")},
    {"E_FINGER_PPI_UNSUPPORTED", SAY("The resolution of the fingerprint is not supported"), nullptr, SAY("Capture again at 500 or 1000 ppi.")},
    {"E_FINGER_TOO_SMALL", SAY("The fingerprint is too small"), nullptr, SAY("Capture again with the whole fingertip.")},
    {"E_FINGER_TOO_LARGE", SAY("The fingerprint image is too large"), nullptr, SAY("Cut it to one finger.")},
    {"E_FINGER_BLANK", SAY("The image is blank"), nullptr, SAY("Capture again.")},
    {"E_FINGER_NO_RIDGES", SAY("No ridges were found"), nullptr, SAY("Clean finger and scanner and capture again.")},
    {"E_FINGER_TOO_FEW_MINUTIAE", SAY("Too few minutiae were found"), nullptr, SAY("Capture again with more pressure, or note that it cannot be captured.")},
    {"E_FINGER_TEMPLATE_DAMAGED", SAY("A fingerprint template is damaged"), nullptr, SAY("It is made anew from the image.")},
    {"E_FINGER_TEMPLATE_VERSION", SAY("A fingerprint template is of another version"), nullptr, SAY("It is made anew from the image.")},
    {"E_FINGER_SELF_TEST", SAY("The self-test of fingerprint matching failed"), SAY("Without a passed self-test nothing is matched."),
     SAY("Start again; if it stays, call support.")},
    // decide
    {"E_STATE", SAY("Not possible in this state of the case"), SAY("Each state of a case has its acts."),
     SAY("Do the act that leads on from this state.")},
    {"E_ROLE", SAY("Your roles do not allow this"), SAY("Each act has its roles."), SAY("Ask someone who holds an allowed role.")},
    {"E_CASE_UNKNOWN", SAY("This post knows no such case"), nullptr, SAY("Check the number, or synchronise.")},
    {"E_CASE_EXISTS", SAY("The case is open already"), SAY("A case is opened once."), SAY("Work on the one there is.")},
    {"E_NO_LEGAL_BASIS", SAY("The legal basis is missing"), SAY("Nothing is done without a legal basis."), SAY("Set the legal basis first.")},
    {"E_LEASED", SAY("Another officer has this case"), SAY("One officer at a time works on a case."),
     SAY("Wait until the time ends, or ask that officer to give it back.")},
    {"E_NO_LEASE", SAY("You do not have this case"), SAY("Only who has taken a case changes it."), SAY("Take the case first.")},
    {"E_NOT_QUALIFIED", SAY("No valid qualification"), SAY("Only an examiner with a valid qualification for these samples concludes."),
     SAY("Ask a qualified examiner to take the case.")},
    {"E_ANALYSIS_MISSING", SAY("The analysis of the sample is missing"), SAY("The sample is analysed before references are shown."),
     SAY("Open the comparison and save the analysis.")},
    {"E_ANALYSIS_LOCKED", SAY("The analysis cannot be changed any more"), SAY("References were shown: the analysis stands as saved."),
     SAY("Add what is missing as a note.")},
    {"E_NOT_SEARCHED", SAY("The lists were not searched yet"), SAY("An examination rests on a search with its coverage."),
     SAY("Run the search first.")},
    {"E_CANDIDATE_UNKNOWN", SAY("The case has no such candidate"), nullptr, SAY("Choose one of the candidates shown.")},
    {"E_NOT_VISITED", SAY("Not every candidate was looked at"), SAY("Every candidate is looked at before a conclusion."),
     SAY("Visit the candidates that are marked as not seen.")},
    {"E_PROVISIONAL_MISSING", SAY("A provisional conclusion is missing"), SAY("Every candidate gets a conclusion before scores are revealed."),
     SAY("Save the missing conclusions.")},
    {"E_REVEALED", SAY("Too late: the scores were revealed"), SAY("What is saved before the reveal stands."),
     SAY("Return the case or ask for a recapture to start another examination.")},
    {"E_NO_REASON", SAY("Reasons are missing"), SAY("A decision carries its reasons in words."), SAY("Write the reasons down.")},
    {"E_NO_COUNTEREVIDENCE", SAY("The reason against is missing"), SAY("A conclusion names the strongest reason against itself."),
     SAY("Write the strongest reason against.")},
    {"E_SAME_ACTOR", SAY("Not your own conclusion"), SAY("Nobody verifies the own conclusion."), SAY("Another qualified examiner must take the case.")},
    {"E_NOT_BLIND", SAY("You have seen the other examiner's notes"), SAY("The second examination is blind."),
     SAY("An examiner who has not opened them must take the case.")},
    {"E_SNAPSHOT_EXPIRED", SAY("The lists have expired"), SAY("Lists older than 72 hours are not searched."), SAY("Synchronise first.")},
    {"E_SNAPSHOT_STALE", SAY("The lists are old"), SAY("With lists older than 24 hours a person may only be referred."),
     SAY("Refer the person, or synchronise and search again.")},
    {"E_COVERAGE_UNREAD", SAY("The coverage was not read"), SAY("Who proposes knows what was searched and what was not."),
     SAY("Read the coverage statement.")},
    {"E_NO_GRADE", SAY("The evidence grade is missing"), SAY("An identification is proposed with its evidence grade."), SAY("Choose the evidence grade.")},
    {"E_OUTCOME_MISMATCH", SAY("It does not fit the outcome of the examination"), SAY("A disposition fits the outcome of the examination."),
     SAY("Choose one that fits, or conclude the comparison and its blind verification.")},
    {"E_APPROVAL_MISSING", SAY("A supervisor's approval is missing"), SAY("This disposition needs an approval."), SAY("Send it for approval.")},
    {"E_APPROVAL_STALE", SAY("The approval is too old"), SAY("An approval is valid for 72 hours."), SAY("Return the case and have it approved again.")},
    {"E_FOUR_EYES", SAY("You took part in this case"), SAY("Who compared or proposed does not decide on it."), SAY("Ask another supervisor.")},
    {"E_NOT_READ", SAY("Documents have not been opened"), SAY("Who approves opens every document of the case, one by one."),
     SAY("Open the missing documents and approve again.")},
    {"E_OFFLINE_NOT_ALLOWED", SAY("Not possible without connection"), SAY("This act needs the central server."), SAY("Connect and try again.")},
    {"E_NO_RECEIPT", SAY("The receipt is missing"), SAY("An execution names its receipt."), SAY("Enter flight, handover or release.")},
    {"E_DOCUMENT_MISSING", SAY("The decision document is missing"), SAY("This hold is lifted with a decision document."),
     SAY("Add the document and name it.")},
    {"E_NO_DELETE", SAY("Nothing is deleted"), SAY("Nobody deletes; only retention purges, and leaves a trace."), SAY("Mark it as unusable.")},
    {"E_ENTRY_NOT_ACTIONABLE", SAY("The entry cannot be acted on"), SAY("Only an active entry of fresh lists carries an act."),
     SAY("Synchronise, or refer the person.")},
    {"E_RELEASE_GUARD", SAY("An identification is unresolved"), SAY("Nobody leaves under an unresolved identification."),
     SAY("Obtain and record the answer of the entry's owner.")},
    {"E_HOLD_EXPIRED", SAY("The maximum time of holding has passed"), SAY("Nobody is held past the clock without confirmation."),
     SAY("Record the confirmation, or release.")},
    {"E_HOLD_PROTECTION", SAY("A protection hold forbids it"), SAY("Only the protection role lifts this hold."), SAY("Refer the person to protection.")},
    {"E_HOLD_CHILD", SAY("A child hold forbids it"), SAY("The protection role decides about children."), SAY("Refer the case to protection.")},
    {"E_HOLD_RELEASE_GUARD", SAY("An identification is unresolved"), SAY("Nobody leaves under an unresolved identification."),
     SAY("Obtain and record the answer of the entry's owner.")},
    {"E_HOLD_DATA_DISPUTE", SAY("The data of this case are disputed"), SAY("A rights request is decided first."), SAY("Wait for the decision on the request.")},
    {"E_HOLD_CONFLICT", SAY("Two posts decided differently"), SAY("The more protective decision governs until a person resolves it."),
     SAY("A supervisor resolves the conflict in Activity.")},
    {"E_HOLD_MEDICAL", SAY("A medical hold forbids it"), SAY("A hold is lifted before the act."), SAY("A supervisor or protection lifts it.")},
    {"E_HOLD_LEGAL_RETENTION", SAY("A legal retention forbids it"), SAY("A hold is lifted before the act."), SAY("A supervisor lifts it.")},
    {"E_HOLD", SAY("The case is on hold"), SAY("Some holds forbid this act."), SAY("Refer the person, or ask your supervisor.")},
    {"E_WITHHELD", SAY("The entry has no effect"), SAY("It is in quarantine, or a newer Cotejo wrote it."), SAY("Review it, or bring the program up to date.")},
    {"E_NOT_VISIBLE", SAY("This is not shown to you now"), SAY("References and documents open when their turn has come."), SAY("Go on with the examination, or ask someone who may see it.")},
    {"E_NO_SAMPLES", SAY("Nothing could be searched"), SAY("A search needs at least one usable sample of the case."), SAY("Capture or import other samples.")},
    {"E_CONFLICT_HEADS", SAY("Another decision has arrived"), SAY("A resolution names every differing decision."), SAY("Read the new one and resolve again.")},
    // sync
    {"E_SYNC_OFFLINE", SAY("The server cannot be reached"), nullptr, SAY("Nothing is lost: what waits is sent when the connection is back.")},
    {"E_SYNC_BUSY", SAY("The server asked to come back later"), nullptr, SAY("Cotejo tries again by itself.")},
    {"E_SYNC_CERTIFICATE", SAY("The certificates do not fit"), SAY("Server and post prove who they are."), SAY("Ask your administrator to enrol this post again.")},
    {"E_SYNC_CLOCK", SAY("The clock of this computer is wrong"), SAY("Deadlines and signatures need the right time."),
     SAY("Correct the date in the system settings, then try again.")},
    {"E_SYNC_REVOKED", SAY("The server has withdrawn this device"), SAY("A withdrawn device sends and receives nothing."), SAY("Ask your administrator.")},
    {"E_SYNC_EPOCH", SAY("The server keeps changing its history"), nullptr, SAY("Ask your administrator to look at the server.")},
    {"E_SYNC_FORK", SAY("The server holds other acts in our place"), SAY("A chain has one history."), SAY("Stop working here and call support.")},
    {"E_SYNC_PROTOCOL", SAY("The server answered something unexpected"), nullptr, SAY("Ask your administrator to look at the server.")},
    {"E_SYNC_UPGRADE", SAY("This version is too old for the server"), nullptr, SAY("Update this program. What waits is kept.")},
    {"E_SYNC_WATCHLIST", SAY("The lists received were refused"), SAY("Lists are signed and never go back."), SAY("The lists of before stay. Ask your administrator.")},
    {"E_SYNC_NOT_ENROLLED", SAY("This post has no server yet"), nullptr, SAY("Ask your administrator for an enrolment code.")},
    {"E_SYNC_CODE", SAY("The enrolment code is not valid"), SAY("A code works once and for a limited time."), SAY("Ask for a new code.")},
};

#undef SAY

const Row* rowOf(std::string_view code) {
    const auto* found = std::ranges::find(kRows, code, &Row::code);
    return found != std::end(kRows) ? found : nullptr;
}

QString say(const char* text) { return text == nullptr ? QString() : QCoreApplication::translate(kContext, text); }

/// What the params name, in words; rule and remedy codes are told by the row already.
QString particulars(const Error& error) {
    QStringList parts;
    for (const auto& [name, value] : error.params) {
        if (value.empty()) continue;
        const QString shown = fromText(value);
        if (name == "file")
            parts << QCoreApplication::translate(kContext, "File: %1.").arg(shown.section(QLatin1Char('/'), -1));
        else if (name == "record") parts << QCoreApplication::translate(kContext, "Record: %1.").arg(shown);
        else if (name == "field") parts << QCoreApplication::translate(kContext, "Field: %1.").arg(shown);
        else if (name == "holder") parts << QCoreApplication::translate(kContext, "Taken by %1.").arg(shown);
        else if (name == "server") parts << QCoreApplication::translate(kContext, "Server: %1.").arg(shown);
        else if (name == "until" || name == "lockedUntil")
            if (const auto until = fromIso(value))
                parts << QCoreApplication::translate(kContext, "Until %1.").arg(clockText(*until));
    }
    return parts.join(QLatin1Char(' '));
}

}  // namespace

bool hasErrorText(std::string_view code) { return rowOf(code) != nullptr; }

ErrorText errorText(const Error& error) {
    const Row* row = rowOf(error.code);
    if (row == nullptr) row = rowOf("E_INTERNAL");
    return {say(row->title), say(row->rule), say(row->remedy), fromText(error.code)};
}

widgets::NoticeText noticeText(const Error& error) {
    const ErrorText text = errorText(error);
    widgets::NoticeText notice;
    notice.title = text.title;
    notice.rule = text.rule;
    notice.remedy = text.remedy;
    notice.code = text.code;
    notice.body = particulars(error);
    return notice;
}

}  // namespace cotejo::bridge
