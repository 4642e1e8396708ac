#include "ui/intake/finding_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <iterator>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"

namespace cotejo::intake_ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cotejo::intake_ui::Findings)
};

struct RuleText {
    std::string_view rule;  ///< whole, or only its last part where formats share it
    const char* text;
};

constexpr RuleText kRules[] = {
    {"cbeff.exception", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The sample is marked as an exception: it could not be taken as usual")},
    {"csv.column", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The mapping names a column that is not there")},
    {"csv.columns", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The row has another number of cells than the header")},
    {"csv.encoding", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The text is not UTF-8")},
    {"csv.mrz", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The machine-readable zone of the row cannot be read")},
    {"fmr.extended", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Extended data of a template is missing or cut; its minutiae are whole")},
    {"fmr.outside", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A minutia lies outside of its image")},
    {"fmr.view", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A view of a finger is not as the format defines it")},
    {"fmr.views", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The number of views is not the one that is stated")},
    {"intake.modality_assumed", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Face or finger was told by the colour")},
    {"intake.not_an_image", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The file is no image")},
    {"intake.not_compared", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Kept, but not compared")},
    {"intake.not_single_finger", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Not a single finger: kept, but not compared")},
    {"intake.outside", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A picture that the table names lies outside of its folder")},
    {"intake.ppi_unknown", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The resolution of a fingerprint is not known")},
    {"intake.undecoded", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The image is kept, but cannot be shown")},
    {"intake.unreadable", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The file cannot be read")},
    {"image.decode", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The image cannot be decoded")},
    {"image.page", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A picture of a file with several cannot be read")},
    {"image.pages", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The file holds several pictures; each is an image of its own")},
    {"image.partial", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A part of the image is missing; what is there is shown")},
    {"image.preview", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Previews and masks of other pictures are left out")},
    {"image.subject", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "What stands around an image contradicts what it is")},
    {"mosip.operators", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The decision does not name both operators")},
    {"mosip.same_operator", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Both operators are the same person")},
    {"mrz.blanks", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Blanks or small letters were put right in reading")},
    {"mrz.check", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A check digit is wrong")},
    {"mrz.protection", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The document is of a refugee or a stateless person")},
    {"mrz.truncated", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The name may be cut off")},
    {"nist.cnt", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The list of records does not agree with the file")},
    {"nist.count", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The number of minutiae is not the one that is stated")},
    {"nist.hash", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The hash of the image is wrong: its bytes were changed")},
    {"nist.idc", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The number of a record is not the announced one")},
    {"nist.len", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The length of a record is wrong")},
    {"nist.mandatory", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A mandatory field is missing")},
    {"nist.minutia", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Some minutiae are not as their block defines them")},
    {"nist.outside", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Minutiae lie outside of their image")},
    {"nist.pose", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The pose is not a defined one")},
    {"nist.profile_mandatory", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A field that the agreement asks for is missing")},
    {"nist.profile_transaction", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The kind of transaction is not agreed")},
    {"nist.separator", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A separator is missing or out of place")},
    {"nist.tag", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A field number is missing or out of place")},
    {"nist.twice", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A field stands twice")},
    {"nist.type", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The type of a record is not a defined one")},
    {"nist.unknown", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A part of the file cannot be told apart")},
    {"nist.unread", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A block of the record is kept, but not read")},
    {"nist.version", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The version is not a known one")},
    {"osia.candidates", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A list of candidates names people by number only")},
    {"osia.country", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A country code is not a known one")},
    {"osia.missing", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Which finger is missing is not told")},
    {"osia.presence", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A damaged finger counts as not captured")},
    {"osia.sub_type", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Type and sub-type contradict each other")},
    {"pdf.damaged", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The PDF is damaged and was read as far as possible")},
    {"pdf.page", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A page of the PDF gives no picture")},
    {"pdf.picture", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A picture of the PDF cannot be taken out")},
    {"pdf.small", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Very small pictures are left out")},
    {"pdf.turned", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A picture is stored turned and is not set upright")},
    {"type", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A value is of another kind than the format has there")},
    {"required", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Something that the format wants is missing")},
    {"unknown", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Something that the format does not have; it is kept")},
    {"share_expired", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The data share has expired")},
    {"gallery", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Nobody to compare with is named")},
    {"count", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A number is not the one that is stated")},
    {"base64", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The text of an image is damaged")},
    {"base64_dialect", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The text of an image is wrapped in an unusual way; it is read")},
    {"reference", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "What is meant stands elsewhere and is not fetched")},
    {"compression", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The coding of the image is not the stated or a known one")},
    {"code", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A code is not a known one")},
    {"date", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A date is not one, or not in the expected form")},
    {"name", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "No usable name")},
    {"sex", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The sex is not stated in a known way")},
    {"position", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The position of the finger is missing or not a defined one")},
    {"resolution", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The resolution is missing or not in the expected form")},
    {"size", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Sizes contradict each other")},
    {"image", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The image is missing or not what the record says")},
    {"cap", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "There is more than is read")},
    {"cut", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The file or a record of it is cut short")},
    {"empty", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "There is nothing in it")},
    {"length", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The length is not the stated one")},
    {"representation", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The length of a representation is not the stated one")},
    {"trailing", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Bytes are left over")},
};

}  // namespace

QString findingTitle(std::string_view rule) {
    if (rule.starts_with("E_")) return bridge::errorText(Error{std::string(rule), {}, {}}).title;
    const auto dot = rule.rfind('.');
    for (const auto asked : {rule, dot == std::string_view::npos ? rule : rule.substr(dot + 1)}) {
        const auto found = std::ranges::find(kRules, asked, &RuleText::rule);
        if (found != std::end(kRules)) return Words::tr(found->text);
    }
    return {};
}

QString placeText(std::string_view place) {
    QString text = bridge::fromText(place);
    const auto put = [&](const char* pattern, const QString& words) { text.replace(QRegularExpression(QLatin1String(pattern)), words); };
    put("\\brecord (\\d+)\\b", Words::tr("record %1").arg(QStringLiteral("\\1")));
    put("\\bview (\\d+)\\b", Words::tr("view %1").arg(QStringLiteral("\\1")));
    put("\\bline (\\d+)\\b", Words::tr("line %1").arg(QStringLiteral("\\1")));
    put("\\bType-(\\d+)\\b", Words::tr("Type-%1").arg(QStringLiteral("\\1")));
    return text;
}

}  // namespace cotejo::intake_ui
