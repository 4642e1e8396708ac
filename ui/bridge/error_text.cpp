#include "ui/bridge/error_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

#include "ui/bridge/text.h"

namespace cotejo::bridge {

namespace {

constexpr char kContext[] = "Errors";

struct Row {
    std::string_view code;
    const char* title;
    const char* rule;    ///< nullptr: a failure, not a refusal
    const char* remedy;
};


constexpr Row kRows[] = {
    // base
    {"E_NOT_FOUND", QT_TRANSLATE_NOOP("Errors", "It was not found"), nullptr, QT_TRANSLATE_NOOP("Errors", "Check the name or the folder, then try again.")},
    {"E_NOT_READABLE", QT_TRANSLATE_NOOP("Errors", "The file cannot be read"), nullptr, QT_TRANSLATE_NOOP("Errors", "Check its permissions and that the disk is connected.")},
    {"E_NOT_WRITABLE", QT_TRANSLATE_NOOP("Errors", "It cannot be written"), nullptr, QT_TRANSLATE_NOOP("Errors", "Check permissions and free disk space.")},
    {"E_TOO_LARGE", QT_TRANSLATE_NOOP("Errors", "It is larger than allowed"), nullptr, QT_TRANSLATE_NOOP("Errors", "Split it or reduce it. Nothing was read in part.")},
    {"E_MALFORMED", QT_TRANSLATE_NOOP("Errors", "The contents do not follow their format"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Ask the sender for a correct file. Nothing was written.")},
    {"E_INVALID_ARGUMENT", QT_TRANSLATE_NOOP("Errors", "A value is outside what is allowed"), nullptr, QT_TRANSLATE_NOOP("Errors", "Correct the value and try again.")},
    {"E_CANCELLED", QT_TRANSLATE_NOOP("Errors", "Stopped at your request"), nullptr, QT_TRANSLATE_NOOP("Errors", "What was finished before stays. Start again to go on.")},
    {"E_INTERNAL", QT_TRANSLATE_NOOP("Errors", "Something failed that should not"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Your data are as before. Tell whoever looks after this program, with the code and the time.")},
    // store
    {"E_STORE_BUSY", QT_TRANSLATE_NOOP("Errors", "Another program is using the data of this post"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Close the other window of Cotejo and try again.")},
    {"E_STORE_FULL", QT_TRANSLATE_NOOP("Errors", "The disk is full"), nullptr, QT_TRANSLATE_NOOP("Errors", "Free some space. What was saved before is safe.")},
    {"E_STORE_READ_ONLY", QT_TRANSLATE_NOOP("Errors", "The data of this post may not be written"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Check the permissions of the folder of the post.")},
    {"E_STORE_IO", QT_TRANSLATE_NOOP("Errors", "The disk failed"), nullptr, QT_TRANSLATE_NOOP("Errors", "Check the disk and its cable, then start again. Do not copy over the folder.")},
    {"E_STORE_CORRUPT", QT_TRANSLATE_NOOP("Errors", "The data of this post are damaged"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Stop working here and call support. Cotejo changes and deletes nothing by itself.")},
    {"E_STORE_KEY", QT_TRANSLATE_NOOP("Errors", "The key does not open these data"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "The folder belongs to another post, or was exchanged. Call support.")},
    {"E_STORE_VERSION", QT_TRANSLATE_NOOP("Errors", "The data were written by a newer Cotejo"), nullptr, QT_TRANSLATE_NOOP("Errors", "Update this program.")},
    {"E_STORE_CONSTRAINT", QT_TRANSLATE_NOOP("Errors", "The database refused the change"), QT_TRANSLATE_NOOP("Errors", "The same rules stand in the database."),
     QT_TRANSLATE_NOOP("Errors", "Reload the case and look at its present state.")},
    {"E_STORE_MISSING", QT_TRANSLATE_NOOP("Errors", "The attachment is not here"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "It has not arrived yet, or was erased after its retention. Synchronise and try again.")},
    {"E_STORE_EXISTS", QT_TRANSLATE_NOOP("Errors", "There is a post in this folder already"), nullptr, QT_TRANSLATE_NOOP("Errors", "Choose another folder.")},
    // journal
    {"E_JOURNAL_SYSTEM", QT_TRANSLATE_NOOP("Errors", "Only a person may do this"), QT_TRANSLATE_NOOP("Errors", "No act with legal effect is done by the program."), QT_TRANSLATE_NOOP("Errors", "An officer does it.")},
    {"E_JOURNAL_TOO_LARGE", QT_TRANSLATE_NOOP("Errors", "The act is too large"), nullptr, QT_TRANSLATE_NOOP("Errors", "Attach images and long texts as documents.")},
    // access
    {"E_ACCESS_PASSPHRASE", QT_TRANSLATE_NOOP("Errors", "Name or passphrase is wrong"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Type it again. After five failures the account is locked for 15 minutes.")},
    {"E_ACCESS_LOCKED", QT_TRANSLATE_NOOP("Errors", "The account is locked"), QT_TRANSLATE_NOOP("Errors", "Five failures lock an account for 15 minutes."),
     QT_TRANSLATE_NOOP("Errors", "Wait until the time shown. What you saved is safe.")},
    {"E_ACCESS_ROSTER", QT_TRANSLATE_NOOP("Errors", "The organisation's roster says this"), QT_TRANSLATE_NOOP("Errors", "Functions, suspensions and policy of an organisation are signed by its administrators, not set at a post."), QT_TRANSLATE_NOOP("Errors", "An administrator of the roster changes it there.")},
    {"E_ACCESS_OTHER_POST", QT_TRANSLATE_NOOP("Errors", "The officer belongs to another post"), QT_TRANSLATE_NOOP("Errors", "Each post's administrator looks after its own people."),
     QT_TRANSLATE_NOOP("Errors", "Ask the administrator of that post.")},
    {"E_ACCESS_INACTIVE", QT_TRANSLATE_NOOP("Errors", "The account is not active"), QT_TRANSLATE_NOOP("Errors", "Only active officers sign in."), QT_TRANSLATE_NOOP("Errors", "Ask your administrator.")},
    {"E_ACCESS_WEAK", QT_TRANSLATE_NOOP("Errors", "The passphrase is too short"), QT_TRANSLATE_NOOP("Errors", "A passphrase has at least 12 characters."), QT_TRANSLATE_NOOP("Errors", "Choose a longer one.")},
    {"E_ACCESS_LOGIN_TAKEN", QT_TRANSLATE_NOOP("Errors", "There is an officer of this name already"), nullptr, QT_TRANSLATE_NOOP("Errors", "Choose another name.")},
    {"E_ACCESS_NO_POST", QT_TRANSLATE_NOOP("Errors", "There is no post in this folder"), nullptr, QT_TRANSLATE_NOOP("Errors", "Choose the folder of a post.")},
    {"E_ACCESS_NOT_ADMIN", QT_TRANSLATE_NOOP("Errors", "Only an administrator may do this"), QT_TRANSLATE_NOOP("Errors", "Each act has its roles."), QT_TRANSLATE_NOOP("Errors", "Ask your administrator.")},
    {"E_ACCESS_SLOTS", QT_TRANSLATE_NOOP("Errors", "The sign-in data of this post are damaged or were changed from outside"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Stop working here and call support.")},
    // imaging, exchange, intake
    {"E_IMAGE_UNKNOWN", QT_TRANSLATE_NOOP("Errors", "This is no image of a known format"), nullptr, QT_TRANSLATE_NOOP("Errors", "Known: PNG, JPEG, TIFF, BMP and JPEG 2000.")},
    {"E_IMAGE_CODECS", QT_TRANSLATE_NOOP("Errors", "The image library cannot be loaded"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Install the package libopencv-imgcodecs406 again, then start the program anew.")},
    {"E_IMAGE_UNSUPPORTED", QT_TRANSLATE_NOOP("Errors", "A variant of the image format that is not read"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Ask for the image in another format. The bytes are kept.")},
    {"E_EXCHANGE_UNKNOWN_FORMAT", QT_TRANSLATE_NOOP("Errors", "The file is of no format that is read here"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Known: ANSI/NIST-ITL, ISO 19794, OSIA and MOSIP, images, CSV and MRZ lines.")},
    {"E_EXCHANGE_NOT_DECODED", QT_TRANSLATE_NOOP("Errors", "The format is known, but not read yet"), nullptr, QT_TRANSLATE_NOOP("Errors", "The bytes are kept as they came.")},
    {"E_EXCHANGE_CANNOT_EXPRESS", QT_TRANSLATE_NOOP("Errors", "A value has no place in the format"), nullptr, QT_TRANSLATE_NOOP("Errors", "Choose another format, or leave the value out.")},
    {"E_INTAKE_NOTHING_USABLE", QT_TRANSLATE_NOOP("Errors", "Nothing in it can be used"), nullptr,
     QT_TRANSLATE_NOOP("Errors", "Neither a sample nor a name could be read. Ask the sender for a better file.")},
    {"E_INTAKE_NOT_OPENED", QT_TRANSLATE_NOOP("Errors", "No case was opened from it"), nullptr, QT_TRANSLATE_NOOP("Errors", "Nothing of it was written. Sign in with the role of an officer.")},
    // match
    {"E_SCORE_INCOMPARABLE", QT_TRANSLATE_NOOP("Errors", "These scores do not compare"), QT_TRANSLATE_NOOP("Errors", "Scores of different algorithms or models do not compare."),
     QT_TRANSLATE_NOOP("Errors", "Search again with one of them.")},
    {"E_CALIBRATION_MISSING", QT_TRANSLATE_NOOP("Errors", "There is no calibration for this algorithm"), QT_TRANSLATE_NOOP("Errors", "A score is shown only with its calibration."),
     QT_TRANSLATE_NOOP("Errors", "Install the calibration report of this version.")},
    {"E_CALIBRATION_BAD", QT_TRANSLATE_NOOP("Errors", "The calibration report is not usable"), QT_TRANSLATE_NOOP("Errors", "A score is shown only with its calibration."),
     QT_TRANSLATE_NOOP("Errors", "Install a correct calibration report.")},
    {"E_MODEL_MANIFEST", QT_TRANSLATE_NOOP("Errors", "The list of face models is damaged"), nullptr, QT_TRANSLATE_NOOP("Errors", "Install the program again.")},
    {"E_MODEL_HASH", QT_TRANSLATE_NOOP("Errors", "A face model is not the one that was reviewed"), QT_TRANSLATE_NOOP("Errors", "Only reviewed models compare."),
     QT_TRANSLATE_NOOP("Errors", "Run the set-up again. Face matching stays off.")},
    {"E_MODEL_SHAPE", QT_TRANSLATE_NOOP("Errors", "A face model does not fit this version"), nullptr, QT_TRANSLATE_NOOP("Errors", "Run the set-up again. Face matching stays off.")},
    {"E_MODEL_SELF_TEST", QT_TRANSLATE_NOOP("Errors", "The self-test of face matching failed"), QT_TRANSLATE_NOOP("Errors", "Without a passed self-test nothing is matched."),
     QT_TRANSLATE_NOOP("Errors", "Start again; if it stays, call support. Face matching stays off.")},
    {"E_FACE_IMAGE", QT_TRANSLATE_NOOP("Errors", "The image cannot be used for a face"), nullptr, QT_TRANSLATE_NOOP("Errors", "Use an image of at least the size asked for.")},
    {"E_FACE_NOT_FOUND", QT_TRANSLATE_NOOP("Errors", "No face was found in the image"), nullptr, QT_TRANSLATE_NOOP("Errors", "Capture again, facing the camera. Not finding one is an ordinary outcome.")},
    {"E_FACE_TEMPLATE", QT_TRANSLATE_NOOP("Errors", "A face template is damaged"), nullptr, QT_TRANSLATE_NOOP("Errors", "It is made anew from the image.")},
    {"E_FINGER_PPI_UNKNOWN", QT_TRANSLATE_NOOP("Errors", "The resolution of the fingerprint is not known"), QT_TRANSLATE_NOOP("Errors", "No resolution is assumed silently."),
     QT_TRANSLATE_NOOP("Errors", "State the resolution of the scanner.")},
    {"E_FINGER_PPI_UNSUPPORTED", QT_TRANSLATE_NOOP("Errors", "The resolution of the fingerprint is not supported"), nullptr, QT_TRANSLATE_NOOP("Errors", "Capture again at 500 or 1000 ppi.")},
    {"E_FINGER_TOO_SMALL", QT_TRANSLATE_NOOP("Errors", "The fingerprint is too small"), nullptr, QT_TRANSLATE_NOOP("Errors", "Capture again with the whole fingertip.")},
    {"E_FINGER_TOO_LARGE", QT_TRANSLATE_NOOP("Errors", "The fingerprint image is too large"), nullptr, QT_TRANSLATE_NOOP("Errors", "Cut it to one finger.")},
    {"E_FINGER_BLANK", QT_TRANSLATE_NOOP("Errors", "The image is blank"), nullptr, QT_TRANSLATE_NOOP("Errors", "Capture again.")},
    {"E_FINGER_NO_RIDGES", QT_TRANSLATE_NOOP("Errors", "No ridges were found"), nullptr, QT_TRANSLATE_NOOP("Errors", "Clean finger and scanner and capture again.")},
    {"E_FINGER_TOO_FEW_MINUTIAE", QT_TRANSLATE_NOOP("Errors", "Too few minutiae were found"), nullptr, QT_TRANSLATE_NOOP("Errors", "Capture again with more pressure, or note that it cannot be captured.")},
    {"E_FINGER_TEMPLATE_DAMAGED", QT_TRANSLATE_NOOP("Errors", "A fingerprint template is damaged"), nullptr, QT_TRANSLATE_NOOP("Errors", "It is made anew from the image.")},
    {"E_FINGER_TEMPLATE_VERSION", QT_TRANSLATE_NOOP("Errors", "A fingerprint template is of another version"), nullptr, QT_TRANSLATE_NOOP("Errors", "It is made anew from the image.")},
    {"E_FINGER_SELF_TEST", QT_TRANSLATE_NOOP("Errors", "The self-test of fingerprint matching failed"), QT_TRANSLATE_NOOP("Errors", "Without a passed self-test nothing is matched."),
     QT_TRANSLATE_NOOP("Errors", "Start again; if it stays, call support.")},
    // decide
    {"E_STATE", QT_TRANSLATE_NOOP("Errors", "Not possible in this state of the case"), QT_TRANSLATE_NOOP("Errors", "Each state of a case has its acts."),
     QT_TRANSLATE_NOOP("Errors", "Do the act that leads on from this state.")},
    {"E_ROLE", QT_TRANSLATE_NOOP("Errors", "Your roles do not allow this"), QT_TRANSLATE_NOOP("Errors", "Each act has its roles."), QT_TRANSLATE_NOOP("Errors", "Ask someone who holds an allowed role.")},
    {"E_CASE_UNKNOWN", QT_TRANSLATE_NOOP("Errors", "This post knows no such case"), nullptr, QT_TRANSLATE_NOOP("Errors", "Check the number, or synchronise.")},
    {"E_NOT_VISIBLE", QT_TRANSLATE_NOOP("Errors", "Not open to you now"), QT_TRANSLATE_NOOP("Errors", "Each sees what the work needs, when it needs it."),
     QT_TRANSLATE_NOOP("Errors", "Save what comes before, or ask someone whose role it is.")},
    {"E_NO_SAMPLES", QT_TRANSLATE_NOOP("Errors", "No sample could be searched"), QT_TRANSLATE_NOOP("Errors", "A search rests on at least one usable sample."),
     QT_TRANSLATE_NOOP("Errors", "Ask for a recapture, or note that it cannot be captured.")},
    {"E_CASE_EXISTS", QT_TRANSLATE_NOOP("Errors", "The case is open already"), QT_TRANSLATE_NOOP("Errors", "A case is opened once."), QT_TRANSLATE_NOOP("Errors", "Work on the one there is.")},
    {"E_NO_LEGAL_BASIS", QT_TRANSLATE_NOOP("Errors", "The legal basis is missing"), QT_TRANSLATE_NOOP("Errors", "Nothing is done without a legal basis."), QT_TRANSLATE_NOOP("Errors", "Set the legal basis first.")},
    {"E_LEASED", QT_TRANSLATE_NOOP("Errors", "Another officer has this case"), QT_TRANSLATE_NOOP("Errors", "One officer at a time works on a case."),
     QT_TRANSLATE_NOOP("Errors", "Wait until the time ends, or ask that officer to give it back.")},
    {"E_NO_LEASE", QT_TRANSLATE_NOOP("Errors", "You do not have this case"), QT_TRANSLATE_NOOP("Errors", "Only who has taken a case changes it."), QT_TRANSLATE_NOOP("Errors", "Take the case first.")},
    {"E_NOT_QUALIFIED", QT_TRANSLATE_NOOP("Errors", "No valid qualification"), QT_TRANSLATE_NOOP("Errors", "Only an examiner with a valid qualification for these samples concludes."),
     QT_TRANSLATE_NOOP("Errors", "Ask a qualified examiner to take the case.")},
    {"E_ANALYSIS_MISSING", QT_TRANSLATE_NOOP("Errors", "The analysis of the sample is missing"), QT_TRANSLATE_NOOP("Errors", "The sample is analysed before references are shown."),
     QT_TRANSLATE_NOOP("Errors", "Open the comparison and save the analysis.")},
    {"E_ANALYSIS_LOCKED", QT_TRANSLATE_NOOP("Errors", "The analysis cannot be changed any more"), QT_TRANSLATE_NOOP("Errors", "References were shown: the analysis stands as saved."),
     QT_TRANSLATE_NOOP("Errors", "Add what is missing as a note in the Overview.")},
    {"E_NOT_OPENED", QT_TRANSLATE_NOOP("Errors", "The portrait was not opened beside the live sample"), QT_TRANSLATE_NOOP("Errors", "The document is compared after the live sample was analysed, side by side."),
     QT_TRANSLATE_NOOP("Errors", "Open the portrait beside the live sample in the tab of the comparison, then conclude.")},
    {"E_NO_SEARCH", QT_TRANSLATE_NOOP("Errors", "The search is not whole"), QT_TRANSLATE_NOOP("Errors", "Every list and every sample is searched before a conclusion, or has its reason why not."),
     QT_TRANSLATE_NOOP("Errors", "Search the lists again in the tab Decision; mark samples that cannot be used as unusable in Documents.")},
    {"E_OPEN_MATTERS", QT_TRANSLATE_NOOP("Errors", "The case cannot end yet"), QT_TRANSLATE_NOOP("Errors", "A case ends when no hold, referral or re-examination is open."),
     QT_TRANSLATE_NOOP("Errors", "Settle what is named: each stands with its own way out in the Overview of the case.")},
    {"E_APPROVAL_OUTDATED", QT_TRANSLATE_NOOP("Errors", "The dossier is not the one that was approved"), QT_TRANSLATE_NOOP("Errors", "An approval is given for exactly one dossier."),
     QT_TRANSLATE_NOOP("Errors", "A supervisor reads what is new in Approvals and approves again.")},
    {"E_PAPER_MISSING", QT_TRANSLATE_NOOP("Errors", "Papers are missing"), QT_TRANSLATE_NOOP("Errors", "Each disposition needs its papers, or the reason why one does not apply."),
     QT_TRANSLATE_NOOP("Errors", "Add each in Documents, or say there why it does not apply.")},
    {"E_APPEAL_OPEN", QT_TRANSLATE_NOOP("Errors", "The appeal window still runs"), QT_TRANSLATE_NOOP("Errors", "Nobody is returned while an appeal is possible."),
     QT_TRANSLATE_NOOP("Errors", "Wait for its end, or add the waiver signed with counsel in Documents.")},
    {"E_NOT_CONFIRMED", QT_TRANSLATE_NOOP("Errors", "The entry's owner has not confirmed"), QT_TRANSLATE_NOOP("Errors", "Nobody is held for another before the owner of the entry confirmed."),
     QT_TRANSLATE_NOOP("Errors", "Request the answer in the tab Release guard, record it there and have another person countersign it.")},
    {"E_NOT_VERIFIED", QT_TRANSLATE_NOOP("Errors", "Two blind examiners are needed"), QT_TRANSLATE_NOOP("Errors", "An act against a person rests on two examiners who did not know of each other."),
     QT_TRANSLATE_NOOP("Errors", "A supervisor orders a re-examination in the Overview of the case.")},
    {"E_NOT_DRAWABLE", QT_TRANSLATE_NOOP("Errors", "The paper cannot be shown page by page"), QT_TRANSLATE_NOOP("Errors", "What nobody can read page by page is no paper of a dossier."),
     QT_TRANSLATE_NOOP("Errors", "Save it as a PDF without password, a picture of one page or plain text, and add that.")},
    {"E_NOT_ON_MANIFEST", QT_TRANSLATE_NOOP("Errors", "The case stands on no manifest"), QT_TRANSLATE_NOOP("Errors", "A return is put on a manifest and checked again before it is carried out."),
     QT_TRANSLATE_NOOP("Errors", "Put it on the manifest in the tab Disposition.")},
    {"E_ENTRY_PURPOSE", QT_TRANSLATE_NOOP("Errors", "The entry is on its list for something else"), QT_TRANSLATE_NOOP("Errors", "A disposition fits what the entry is on its list for."),
     QT_TRANSLATE_NOOP("Errors", "Choose a disposition that the entry carries in the tab Disposition.")},
    {"E_NO_ANSWER", QT_TRANSLATE_NOOP("Errors", "There is no such answer to act on"), QT_TRANSLATE_NOOP("Errors", "Answers are recorded first, then countersigned, and settled where they differ."),
     QT_TRANSLATE_NOOP("Errors", "Record the owner's answer in the tab Release guard.")},
    {"E_WHICH_ENTRY", QT_TRANSLATE_NOOP("Errors", "Which entry is it about?"), QT_TRANSLATE_NOOP("Errors", "The person is identified as several entries, each with its own owner and guard."),
     QT_TRANSLATE_NOOP("Errors", "Name the entry that this is about.")},
    {"E_NOT_EXAMINED", QT_TRANSLATE_NOOP("Errors", "A candidate was never examined"), QT_TRANSLATE_NOOP("Errors", "Nobody is let go, and nothing is done against anybody, over a candidate on whom nobody concluded."),
     QT_TRANSLATE_NOOP("Errors", "A supervisor returns the case or orders a re-examination in its Overview.")},
    {"E_CONCLUDED_BEFORE", QT_TRANSLATE_NOOP("Errors", "You concluded on this pair already"), QT_TRANSLATE_NOOP("Errors", "Nobody concludes on the same pair twice."),
     QT_TRANSLATE_NOOP("Errors", "Add what is missing as a note in the Overview.")},
    {"E_IDENTIFIED_APART", QT_TRANSLATE_NOOP("Errors", "One of the posts identified the person"), QT_TRANSLATE_NOOP("Errors", "What an examiner found is not put aside by choosing what another found."),
     QT_TRANSLATE_NOOP("Errors", "Choose the decision that identifies, or none of them: two others examine.")},
    {"E_CLOCK_RUNS", QT_TRANSLATE_NOOP("Errors", "The legal maximum has not run out"), QT_TRANSLATE_NOOP("Errors", "A guard lapses only after the longest holding that the organisation settled by its policy record."),
     QT_TRANSLATE_NOOP("Errors", "Wait for the owner's answer; two supervisors may override the guard.")},
    {"E_ORDERED_BY_OTHER", QT_TRANSLATE_NOOP("Errors", "Another supervisor ordered the re-examination"), QT_TRANSLATE_NOOP("Errors", "Only who ordered it withdraws it."),
     QT_TRANSLATE_NOOP("Errors", "Ask them, or let two examiners end it.")},
    // requests to partner states
    {"E_NOT_PREVIEWED", QT_TRANSLATE_NOOP("Errors", "What would leave is not what was previewed"), QT_TRANSLATE_NOOP("Errors", "Nothing leaves but exactly what whoever authorises it had before them."),
     QT_TRANSLATE_NOOP("Errors", "Open the preview; where the case changed, draft the request anew.")},
    {"E_REQUEST_UNKNOWN", QT_TRANSLATE_NOOP("Errors", "The case has no such request to a partner"), QT_TRANSLATE_NOOP("Errors", "Only what was drafted is authorised, and only who was told something is told a correction."),
     QT_TRANSLATE_NOOP("Errors", "Choose a request of the list.")},
    {"E_REQUEST_STATE", QT_TRANSLATE_NOOP("Errors", "The request is not at this step"), QT_TRANSLATE_NOOP("Errors", "A request goes one step after the other."),
     QT_TRANSLATE_NOOP("Errors", "Look at how far it is.")},
    {"E_REQUEST_EXPIRED", QT_TRANSLATE_NOOP("Errors", "The time for an answer is over"), QT_TRANSLATE_NOOP("Errors", "A request has an end, after which no answer is awaited."),
     QT_TRANSLATE_NOOP("Errors", "Draft the request anew.")},
    {"E_NO_TRANSFER_BASIS", QT_TRANSLATE_NOOP("Errors", "The agreement does not allow this"), QT_TRANSLATE_NOOP("Errors", "Nothing leaves that an agreement in force does not name: purpose, direction, grade and field."),
     QT_TRANSLATE_NOOP("Errors", "Choose another agreement or purpose; an administrator renews an agreement.")},
    {"E_NO_PROFILE", QT_TRANSLATE_NOOP("Errors", "The organisation has no such agreement"), QT_TRANSLATE_NOOP("Errors", "A partner is asked under an agreement that two administrators signed."),
     QT_TRANSLATE_NOOP("Errors", "Choose an agreement of the list, or ask an administrator.")},
    {"E_PARTNER_SAMPLE", QT_TRANSLATE_NOOP("Errors", "A sample cannot be sent"), QT_TRANSLATE_NOOP("Errors", "A message has only samples that the agreement names, free of what a file says beside its picture."),
     QT_TRANSLATE_NOOP("Errors", "Choose other samples, or capture this one anew.")},
    {"E_ANSWER_FORGED", QT_TRANSLATE_NOOP("Errors", "The message is not signed by the partner"), QT_TRANSLATE_NOOP("Errors", "An answer is a message that the partner signed and sealed to us."),
     QT_TRANSLATE_NOOP("Errors", "It is kept aside; call the partner by the contact of the agreement.")},
    {"E_ANSWER_STRAY", QT_TRANSLATE_NOOP("Errors", "The message answers nothing that was asked"), QT_TRANSLATE_NOOP("Errors", "An answer names the request, agreement and purpose it is about."),
     QT_TRANSLATE_NOOP("Errors", "It is kept aside; call the partner by the contact of the agreement.")},
    {"E_ANSWER_LATE", QT_TRANSLATE_NOOP("Errors", "The answer came too late"), QT_TRANSLATE_NOOP("Errors", "After its end, or after another answer, a message changes nothing."),
     QT_TRANSLATE_NOOP("Errors", "It is kept aside; ask anew if it matters.")},
    {"E_ANSWER_EXCESS", QT_TRANSLATE_NOOP("Errors", "The answer has more than was asked"), QT_TRANSLATE_NOOP("Errors", "An answer has at most the candidates, grades and bytes that the agreement names."),
     QT_TRANSLATE_NOOP("Errors", "It is kept aside; call the partner by the contact of the agreement.")},
    {"E_ANSWER_MALFORMED", QT_TRANSLATE_NOOP("Errors", "The answer cannot be read"), QT_TRANSLATE_NOOP("Errors", "An answer has one form, whole and bounded."),
     QT_TRANSLATE_NOOP("Errors", "It is kept aside; call the partner by the contact of the agreement.")},
    {"E_ENVELOPE_SIGNATURE", QT_TRANSLATE_NOOP("Errors", "The signature of the message does not hold"), QT_TRANSLATE_NOOP("Errors", "A message is signed by the key that the agreement names."),
     QT_TRANSLATE_NOOP("Errors", "It is kept aside; call the partner by the contact of the agreement.")},
    {"E_ENVELOPE_SEAL", QT_TRANSLATE_NOOP("Errors", "The message is not sealed to us"), QT_TRANSLATE_NOOP("Errors", "A message is sealed to our own key."),
     QT_TRANSLATE_NOOP("Errors", "It is kept aside; call the partner by the contact of the agreement.")},
    {"E_RETURN_BY_SUPERVISOR", QT_TRANSLATE_NOOP("Errors", "Only a supervisor returns this case now"), QT_TRANSLATE_NOOP("Errors", "From the first conclusion on a return is a supervisor's; what was found stays."),
     QT_TRANSLATE_NOOP("Errors", "Ask a supervisor to return it, or let the examination go to its end.")},
    {"E_NOT_SEARCHED", QT_TRANSLATE_NOOP("Errors", "The lists were not searched yet"), QT_TRANSLATE_NOOP("Errors", "An examination rests on a search with its coverage."),
     QT_TRANSLATE_NOOP("Errors", "Run the search first.")},
    {"E_CANDIDATE_UNKNOWN", QT_TRANSLATE_NOOP("Errors", "The case has no such candidate"), nullptr, QT_TRANSLATE_NOOP("Errors", "Choose one of the candidates shown.")},
    {"E_NOT_VISITED", QT_TRANSLATE_NOOP("Errors", "Not every candidate was looked at"), QT_TRANSLATE_NOOP("Errors", "Every candidate is looked at before a conclusion."),
     QT_TRANSLATE_NOOP("Errors", "Visit the candidates that are marked as not seen.")},
    {"E_PROVISIONAL_MISSING", QT_TRANSLATE_NOOP("Errors", "A provisional conclusion is missing"), QT_TRANSLATE_NOOP("Errors", "Every candidate gets a conclusion before scores are revealed."),
     QT_TRANSLATE_NOOP("Errors", "Save the missing conclusions.")},
    {"E_REVEALED", QT_TRANSLATE_NOOP("Errors", "Too late: the scores were revealed"), QT_TRANSLATE_NOOP("Errors", "Samples, search and what was saved before the reveal stand in this round."),
     QT_TRANSLATE_NOOP("Errors", "Conclude as you see it now and say why where you changed your mind, or request a recapture, which begins another round.")},
    {"E_NO_REASON", QT_TRANSLATE_NOOP("Errors", "Reasons are missing"), QT_TRANSLATE_NOOP("Errors", "A decision carries its reasons in words."), QT_TRANSLATE_NOOP("Errors", "Write the reasons down.")},
    {"E_NO_COUNTEREVIDENCE", QT_TRANSLATE_NOOP("Errors", "The reason against is missing"), QT_TRANSLATE_NOOP("Errors", "A conclusion names the strongest reason against itself."),
     QT_TRANSLATE_NOOP("Errors", "Write the strongest reason against.")},
    {"E_SAME_ACTOR", QT_TRANSLATE_NOOP("Errors", "Not on your own work"), QT_TRANSLATE_NOOP("Errors", "Nobody verifies, countersigns or settles what is their own."), QT_TRANSLATE_NOOP("Errors", "Another person does this: an examiner for a conclusion, an officer or supervisor for a record.")},
    {"E_NOT_BLIND", QT_TRANSLATE_NOOP("Errors", "You have seen something of this case"), QT_TRANSLATE_NOOP("Errors", "Who was shown scores, names, conclusions, an earlier round or the document's portrait of a case, narrowed its search down, or learned of it from another case of the same sample or person, does not examine it."),
     QT_TRANSLATE_NOOP("Errors", "An examiner who has seen nothing of it must take the case.")},
    {"E_KEPT_BLIND", QT_TRANSLATE_NOOP("Errors", "What was found is kept from you for now"), QT_TRANSLATE_NOOP("Errors", "Who may still be asked to examine a case does not act on what others found in it."),
     QT_TRANSLATE_NOOP("Errors", "A supervisor who does not examine does this, or you do it once the identity is resolved.")},
    {"E_SNAPSHOT_EXPIRED", QT_TRANSLATE_NOOP("Errors", "The lists have expired"), QT_TRANSLATE_NOOP("Errors", "Lists older than 72 hours are not searched."), QT_TRANSLATE_NOOP("Errors", "Synchronise first.")},
    {"E_SNAPSHOT_STALE", QT_TRANSLATE_NOOP("Errors", "The lists are old"), QT_TRANSLATE_NOOP("Errors", "With lists older than 24 hours a person may only be referred."),
     QT_TRANSLATE_NOOP("Errors", "Refer the person, or synchronise and search again.")},
    {"E_COVERAGE_UNREAD", QT_TRANSLATE_NOOP("Errors", "The coverage was not read"), QT_TRANSLATE_NOOP("Errors", "Who proposes knows what was searched and what was not."),
     QT_TRANSLATE_NOOP("Errors", "Read the coverage in the tab Decision.")},
    {"E_OUTCOME_MISMATCH", QT_TRANSLATE_NOOP("Errors", "It does not fit the outcome of the examination"), QT_TRANSLATE_NOOP("Errors", "A disposition fits the outcome of the examination."),
     QT_TRANSLATE_NOOP("Errors", "Choose one that fits, or conclude the comparison and its blind verification.")},
    {"E_APPROVAL_MISSING", QT_TRANSLATE_NOOP("Errors", "A supervisor's approval is missing"), QT_TRANSLATE_NOOP("Errors", "This disposition needs an approval."), QT_TRANSLATE_NOOP("Errors", "Send it for approval in the tab Disposition.")},
    {"E_APPROVAL_STALE", QT_TRANSLATE_NOOP("Errors", "The approval is too old"), QT_TRANSLATE_NOOP("Errors", "An approval is valid as long as the organisation's policy says."), QT_TRANSLATE_NOOP("Errors", "A supervisor approves it again in Approvals.")},
    {"E_FOUR_EYES", QT_TRANSLATE_NOOP("Errors", "You took part in this case"), QT_TRANSLATE_NOOP("Errors", "Who compared, proposed, lifted a hold, answered for an entry's owner, waived, named or supplied a paper, or settled the policy does not decide on it."), QT_TRANSLATE_NOOP("Errors", "Ask another supervisor.")},
    {"E_NOT_READ", QT_TRANSLATE_NOOP("Errors", "Documents have not been opened"), QT_TRANSLATE_NOOP("Errors", "A paper counts as opened once every page of it was drawn for you."),
     QT_TRANSLATE_NOOP("Errors", "Read the papers that are named to their last page.")},
    {"E_OFFLINE_NOT_ALLOWED", QT_TRANSLATE_NOOP("Errors", "Not possible without connection"), QT_TRANSLATE_NOOP("Errors", "This act needs the central server."), QT_TRANSLATE_NOOP("Errors", "Connect and try again.")},
    {"E_NOT_WITNESSED", QT_TRANSLATE_NOOP("Errors", "The server did not confirm it"), QT_TRANSLATE_NOOP("Errors", "The act is written, but without the server's word it has no effect."),
     QT_TRANSLATE_NOOP("Errors", "Synchronise, look at the case again and repeat it.")},
    {"E_NO_RECEIPT", QT_TRANSLATE_NOOP("Errors", "The receipt is missing"), QT_TRANSLATE_NOOP("Errors", "An execution names its receipt."), QT_TRANSLATE_NOOP("Errors", "Enter flight, handover or release.")},
    {"E_DOCUMENT_MISSING", QT_TRANSLATE_NOOP("Errors", "The paper is missing"), QT_TRANSLATE_NOOP("Errors", "This act names a paper of the dossier it rests on."),
     QT_TRANSLATE_NOOP("Errors", "Add the paper in Documents and name it.")},
    {"E_NO_DELETE", QT_TRANSLATE_NOOP("Errors", "Nothing is deleted"), QT_TRANSLATE_NOOP("Errors", "Nobody deletes; only retention purges, and leaves a trace."), QT_TRANSLATE_NOOP("Errors", "Mark it as unusable.")},
    {"E_ENTRY_NOT_ACTIONABLE", QT_TRANSLATE_NOOP("Errors", "The entry cannot be acted on"), QT_TRANSLATE_NOOP("Errors", "Only an active entry of fresh lists carries an act."),
     QT_TRANSLATE_NOOP("Errors", "Synchronise, or refer the person.")},
    {"E_RELEASE_GUARD", QT_TRANSLATE_NOOP("Errors", "An identification is unresolved"), QT_TRANSLATE_NOOP("Errors", "Nobody leaves under an unresolved identification."),
     QT_TRANSLATE_NOOP("Errors", "Request the owner's answer in the tab Release guard, record it, and have another person countersign it.")},
    {"E_HOLD_EXPIRED", QT_TRANSLATE_NOOP("Errors", "The maximum time of holding has passed"), QT_TRANSLATE_NOOP("Errors", "Nobody is held past the clock without confirmation."),
     QT_TRANSLATE_NOOP("Errors", "Record the confirmation in the tab Release guard, or a supervisor ends the guard there.")},
    {"E_HOLD_PROTECTION", QT_TRANSLATE_NOOP("Errors", "A protection hold forbids it"), QT_TRANSLATE_NOOP("Errors", "Only the protection role lifts this hold."), QT_TRANSLATE_NOOP("Errors", "Refer the person to protection.")},
    {"E_HOLD_CHILD", QT_TRANSLATE_NOOP("Errors", "A child hold forbids it"), QT_TRANSLATE_NOOP("Errors", "The protection role decides about children."), QT_TRANSLATE_NOOP("Errors", "Refer the case to protection.")},
    {"E_HOLD_RELEASE_GUARD", QT_TRANSLATE_NOOP("Errors", "An identification is unresolved"), QT_TRANSLATE_NOOP("Errors", "Nobody leaves under an unresolved identification."),
     QT_TRANSLATE_NOOP("Errors", "Request the owner's answer in the tab Release guard, record it, and have another person countersign it.")},
    {"E_HOLD_DATA_DISPUTE", QT_TRANSLATE_NOOP("Errors", "The data of this case are disputed"), QT_TRANSLATE_NOOP("Errors", "A rights request is decided first."), QT_TRANSLATE_NOOP("Errors", "Wait for the decision on the request.")},
    {"E_HOLD_CONFLICT", QT_TRANSLATE_NOOP("Errors", "Two posts decided differently"), QT_TRANSLATE_NOOP("Errors", "The more protective decision governs until a person resolves it."),
     QT_TRANSLATE_NOOP("Errors", "A supervisor resolves the conflict in Activity.")},
    {"E_HOLD_MEDICAL", QT_TRANSLATE_NOOP("Errors", "A medical hold forbids it"), QT_TRANSLATE_NOOP("Errors", "A hold is lifted before the act."), QT_TRANSLATE_NOOP("Errors", "A supervisor or protection lifts it.")},
    {"E_HOLD_LEGAL_RETENTION", QT_TRANSLATE_NOOP("Errors", "A legal retention forbids it"), QT_TRANSLATE_NOOP("Errors", "A hold is lifted before the act."), QT_TRANSLATE_NOOP("Errors", "A supervisor lifts it.")},
    {"E_HOLD", QT_TRANSLATE_NOOP("Errors", "The case is on hold"), QT_TRANSLATE_NOOP("Errors", "Some holds forbid this act."), QT_TRANSLATE_NOOP("Errors", "Refer the person, or ask your supervisor.")},
    {"E_WITHHELD", QT_TRANSLATE_NOOP("Errors", "The entry has no effect"), QT_TRANSLATE_NOOP("Errors", "It is in quarantine, or a newer Cotejo wrote it."), QT_TRANSLATE_NOOP("Errors", "Review it, or bring the program up to date.")},
    {"E_CONFLICT_HEADS", QT_TRANSLATE_NOOP("Errors", "Another decision has arrived"), QT_TRANSLATE_NOOP("Errors", "A resolution names every differing decision."), QT_TRANSLATE_NOOP("Errors", "Read the new one and resolve again.")},
    // sync
    {"E_SYNC_OFFLINE", QT_TRANSLATE_NOOP("Errors", "The server cannot be reached"), nullptr, QT_TRANSLATE_NOOP("Errors", "Nothing is lost: what waits is sent when the connection is back.")},
    {"E_SYNC_BUSY", QT_TRANSLATE_NOOP("Errors", "The server asked to come back later"), nullptr, QT_TRANSLATE_NOOP("Errors", "Cotejo tries again by itself.")},
    {"E_SYNC_CERTIFICATE", QT_TRANSLATE_NOOP("Errors", "The certificates do not fit"), QT_TRANSLATE_NOOP("Errors", "Server and post prove who they are."), QT_TRANSLATE_NOOP("Errors", "Ask your administrator to enrol this post again.")},
    {"E_SYNC_CLOCK", QT_TRANSLATE_NOOP("Errors", "The clock of this computer is wrong"), QT_TRANSLATE_NOOP("Errors", "Deadlines and signatures need the right time."),
     QT_TRANSLATE_NOOP("Errors", "Correct the date in the system settings, then try again.")},
    {"E_SYNC_REVOKED", QT_TRANSLATE_NOOP("Errors", "The server has withdrawn this device"), QT_TRANSLATE_NOOP("Errors", "A withdrawn device sends and receives nothing."), QT_TRANSLATE_NOOP("Errors", "Ask your administrator.")},
    {"E_SYNC_EPOCH", QT_TRANSLATE_NOOP("Errors", "The server keeps changing its history"), nullptr, QT_TRANSLATE_NOOP("Errors", "Ask your administrator to look at the server.")},
    {"E_SYNC_FORK", QT_TRANSLATE_NOOP("Errors", "The server holds other acts in our place"), QT_TRANSLATE_NOOP("Errors", "A chain has one history."), QT_TRANSLATE_NOOP("Errors", "Stop working here and call support.")},
    {"E_SYNC_PROTOCOL", QT_TRANSLATE_NOOP("Errors", "The server answered something unexpected"), nullptr, QT_TRANSLATE_NOOP("Errors", "Ask your administrator to look at the server.")},
    {"E_SYNC_UPGRADE", QT_TRANSLATE_NOOP("Errors", "This version is too old for the server"), nullptr, QT_TRANSLATE_NOOP("Errors", "Update this program. What waits is kept.")},
    {"E_SYNC_WATCHLIST", QT_TRANSLATE_NOOP("Errors", "The lists received were refused"), QT_TRANSLATE_NOOP("Errors", "Lists are signed and never go back."), QT_TRANSLATE_NOOP("Errors", "The lists of before stay. Ask your administrator.")},
    {"E_SYNC_NOT_ENROLLED", QT_TRANSLATE_NOOP("Errors", "This post has no server yet"), nullptr, QT_TRANSLATE_NOOP("Errors", "Ask your administrator for an enrolment code.")},
    {"E_SYNC_ROSTER", QT_TRANSLATE_NOOP("Errors", "The organisation's roster does not allow this"), QT_TRANSLATE_NOOP("Errors", "A post follows one roster, which administrators sign and which never goes back."), QT_TRANSLATE_NOOP("Errors", "Ask an administrator of the roster. What waits here is kept.")},
    {"E_ROSTER_CHAIN", QT_TRANSLATE_NOOP("Errors", "Another change of the roster came first"), QT_TRANSLATE_NOOP("Errors", "The roster is one row of changes, each signed upon the one before."), QT_TRANSLATE_NOOP("Errors", "Synchronise, look at the roster, and propose it again.")},
    {"E_ROSTER_SIGNATURE", QT_TRANSLATE_NOOP("Errors", "This change is not signed by an administrator"), QT_TRANSLATE_NOOP("Errors", "Only administrators of the roster change it."), QT_TRANSLATE_NOOP("Errors", "Ask an administrator.")},
    {"E_ROSTER_SECOND", QT_TRANSLATE_NOOP("Errors", "This change needs a second administrator"), QT_TRANSLATE_NOOP("Errors", "Who gets a function, and policy, are signed by two."), QT_TRANSLATE_NOOP("Errors", "Ask another administrator to sign it too.")},
    {"E_ROSTER_SEPARATION", QT_TRANSLATE_NOOP("Errors", "Administrator and a function in cases are not one person"), QT_TRANSLATE_NOOP("Errors", "Whoever gives functions does not use them."), QT_TRANSLATE_NOOP("Errors", "Choose one of the two for this person.")},
    {"E_ROSTER_PERSON", QT_TRANSLATE_NOOP("Errors", "This person or device is in the roster already"), QT_TRANSLATE_NOOP("Errors", "One person, one account; a withdrawn device does not come back."), QT_TRANSLATE_NOOP("Errors", "Change the functions of the account that is there.")},
    {"E_ROSTER_LAST", QT_TRANSLATE_NOOP("Errors", "Two administrators remain at least"), nullptr, QT_TRANSLATE_NOOP("Errors", "Admit another administrator first.")},
    {"E_ROSTER_UNKNOWN", QT_TRANSLATE_NOOP("Errors", "The roster does not name whom this is about"), nullptr, QT_TRANSLATE_NOOP("Errors", "Synchronise, and look at who is in it.")},
    {"E_ROSTER_KEY", QT_TRANSLATE_NOOP("Errors", "The administrator's key does not open"), nullptr, QT_TRANSLATE_NOOP("Errors", "Check the file and the passphrase.")},
    {"E_SYNC_CODE", QT_TRANSLATE_NOOP("Errors", "The enrolment code is not valid"), QT_TRANSLATE_NOOP("Errors", "A code works once and for a limited time."), QT_TRANSLATE_NOOP("Errors", "Ask for a new code.")},
};


const Row* rowOf(std::string_view code) {
    const auto* found = std::ranges::find(kRows, code, &Row::code);
    return found != std::end(kRows) ? found : nullptr;
}

QString say(const char* text) { return text == nullptr ? QString() : QCoreApplication::translate(kContext, text); }

/// "fear_question, child" in words.
template <class InWords>
QString listText(const std::string& codes, InWords inWords) {
    QStringList words;
    for (const QString& code : fromText(codes).split(QStringLiteral(", "))) words << inWords(code.toStdString());
    return words.join(QStringLiteral(", "));
}

QString purposeText(const std::string& code) {
    const auto purpose = record::fromCode<record::EntryPurpose>(code);
    return purpose ? text(*purpose) : fromText(code);
}

/// What the params name, in words; rule and remedy codes are told by the row already.
QString particulars(const Error& error) {
    QStringList parts;
    for (const auto& [name, value] : error.params) {
        if (value.empty()) continue;
        const QString shown = fromText(value);
        if (name == "file")
            parts << QCoreApplication::translate("Errors", "File: %1.").arg(shown.section(QLatin1Char('/'), -1));
        else if (name == "record") parts << QCoreApplication::translate("Errors", "Record: %1.").arg(shown);
        else if (name == "field") parts << QCoreApplication::translate("Errors", "Field: %1.").arg(shown);
        else if (name == "holder") parts << QCoreApplication::translate("Errors", "Taken by %1.").arg(shown);
        else if (name == "papers") parts << QCoreApplication::translate("Errors", "Missing: %1.").arg(listText(value, documentKindText));
        else if (name == "kinds") parts << QCoreApplication::translate("Errors", "A paper of this kind is named: %1.").arg(listText(value, documentKindText));
        else if (name == "documents") parts << QCoreApplication::translate("Errors", "Not read: %1.").arg(shown);
        else if (name == "matters") parts << QCoreApplication::translate("Errors", "Open: %1.").arg(listText(value, matterText));
        else if (name == "part")
            parts << (value == "comparison"  ? QCoreApplication::translate("Errors", "You compared in this case.")
                      : value == "clearance" ? QCoreApplication::translate("Errors", "In this case you lifted a hold, answered for the entry's owner, or waived, named or supplied a paper.")
                      : value == "policy"    ? QCoreApplication::translate("Errors", "You settled the policy, or are an administrator.")
                                             : QCoreApplication::translate("Errors", "You proposed in this case."));
        else if (name == "purpose") parts << QCoreApplication::translate("Errors", "It is listed for: %1.").arg(purposeText(value));
        else if (name == "server") parts << QCoreApplication::translate("Errors", "Server: %1.").arg(shown);
        else if (name == "until" && value.size() == 10) parts << QCoreApplication::translate("Errors", "Until %1.").arg(dateText(value));
        else if (name == "until" || name == "lockedUntil")
            if (const auto until = fromIso(value))
                parts << QCoreApplication::translate("Errors", "Until %1.").arg(clockText(*until));
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
