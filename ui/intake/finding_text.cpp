#include "ui/intake/finding_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <iterator>

#include "ui/bridge/error_text.h"
#include "ui/bridge/sample_text.h"
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
    {"csv.blanks", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Hard blanks and invisible characters were left out")},
    {"csv.clash", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Two columns say it differently")},
    {"csv.coded", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Names of countries were read as codes")},
    {"cbeff.exception", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The sample is marked as an exception: it could not be taken as usual")},
    {"csv.column", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The mapping names a column that is not there")},
    {"csv.columns", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The row has another number of cells than the header")},
    {"csv.date_calendar", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The year is of another calendar")},
    {"csv.date_column", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The dates of the table were read as a whole")},
    {"csv.date_future", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The day of birth is still to come")},
    {"csv.date_serial", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A number of a spreadsheet stands for a date")},
    {"csv.date_time", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A time of day may have moved the date")},
    {"csv.encoding", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The text is not UTF-8")},
    {"csv.footer", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A line of totals names nobody")},
    {"csv.line", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A line without cells was left out")},
    {"csv.mrz", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The machine-readable zone of the row cannot be read")},
    {"csv.ragged", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Cells at the end of a row are missing or empty")},
    {"csv.sep", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The table states its separator")},
    {"csv.sex_ambiguous", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "What stands for the sex has two meanings")},
    {"csv.sex_column", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The column of the sex was read as a whole")},
    {"csv.title", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Lines above the header were kept as titles")},
    {"fmr.extended", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Extended data of a template is missing or cut; its minutiae are whole")},
    {"fmr.outside", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A minutia lies outside of its image")},
    {"fmr.view", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A view of a finger is not as the format defines it")},
    {"fmr.views", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The number of views is not the one that is stated")},
    {"image.decode", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The image cannot be decoded")},
    {"intake.clash", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The files of a folder say it differently")},
    {"intake.modality_assumed", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Face or finger was told by the colour")},
    {"intake.not_an_image", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The file is no image")},
    {"intake.not_compared", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Kept, but not compared")},
    {"intake.not_single_finger", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Not a single finger: kept, but not compared")},
    {"intake.original_not_kept", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The file is too large to be kept whole")},
    {"intake.outside", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A picture that the table names lies outside of its folder")},
    {"intake.ppi_unknown", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The resolution of a fingerprint is not known")},
    {"intake.several_people", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The file tells of several people")},
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
    {"mrz.among", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The zone stood among other text")},
    {"mrz.birth_partial", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The date of birth is partly or wholly unknown")},
    {"mrz.blanks", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Blanks or small letters were put right in reading")},
    {"mrz.century", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The year of birth has two digits, and both centuries fit")},
    {"mrz.check", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A check digit is wrong")},
    {"mrz.date_order", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Born after the document expired")},
    {"mrz.line", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A line of the machine-readable zone is not whole")},
    {"mrz.national", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "A national document, read by its own rules")},
    {"mrz.not_checked", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Not laid out as Doc 9303: not checked")},
    {"mrz.order", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The lines of the zone came in another order")},
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
    {"watchlist.clash", QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Two columns say it differently")},
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

struct DetailText {
    std::string_view rule;
    std::array<std::string_view, 3> params;  ///< %1, %2, %3; all of them must be there
    const char* text;
};

constexpr DetailText kDetails[] = {
    {"csv.clash", {"taken", "left"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» was taken, «%2» was not. State in a mapping file which column counts.")},
    {"csv.code", {"value"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» is no code of a country and no country by name. Compare it with the document, or state under “values” in a mapping file what it means.")},
    {"csv.coded", {"value", "code"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Names and short codes were read as three-letter codes, such as «%1» as %2.")},
    {"csv.columns", {"cells", "columns"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The row has %1 cells, the header %2, and is left out. A text with the separator in it stands in quotation marks.")},
    {"csv.date", {"value"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» is no date of the expected form. State “dateFormat” in a mapping file, or correct the cell.")},
    {"csv.date_calendar", {"value", "proposal"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» would be %2. State the calendar as “dateFormat” in a mapping file, or correct the cell.")},
    {"csv.date_column", {"format"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "They were read as %1, the only form that fits all of them. If that is wrong, state “dateFormat” in a mapping file.")},
    {"csv.date_serial", {"value", "proposal"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» would be %2. State “dateFormat”: “EXCEL” in a mapping file if it is, or correct the cell.")},
    {"csv.encoding", {"encoding"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "It was read as %1. Check the accents; if they are wrong, state “encoding” in a mapping file.")},
    {"csv.ragged", {"cells", "columns"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The row has %1 cells, the header %2. What is missing counts as empty.")},
    {"csv.sep", {"separator"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The separator «%1» was followed.")},
    {"csv.sex", {"value"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» counts as X. Correct the cell, or state under “values” in a mapping file what it means.")},
    {"csv.sex_ambiguous", {"value"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» is a man in some tables and a woman in others, and nothing in the column tells which. It counts as X. State under “values” in a mapping file what it means.")},
    {"csv.sex_column", {"meanings"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "%1. If that is wrong, state “values” in a mapping file.")},
    {"csv.title", {"line"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "The header stands in line %1.")},
    {"intake.clash", {"taken", "left"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» was taken, «%2» was not. Are the files of one person?")},
    {"mrz.birth_partial", {"date"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "What is known of it: %1")},
    {"mrz.century", {"taken", "other"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "%1 was taken, %2 fits as well. Compare with the person.")},
    {"mrz.check", {"given", "expected"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "It is %1; the characters read give %2. Compare the line with the printed document.")},
    {"mrz.code", {"code"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "«%1» is not in the lists of ISO 3166 and Doc 9303.")},
    {"mrz.line", {"line", "length", "needed"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Line %1 has %2 characters, %3 are needed. Compare with the printed document.")},
    {"mrz.line", {"line", "column"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "Line %1, place %2 has a character other than A to Z, 0 to 9 and <.")},
    {"mrz.protection", {"code"}, QT_TRANSLATE_NOOP("cotejo::intake_ui::Findings", "%1: protection rules apply.")},
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

QString findingDetail(const exchange::Finding& finding) {
    if (finding.rule == "image.partial") return bridge::partialText(finding.detail);
    const auto value = [&](std::string_view name) -> const std::string* {
        const auto found = std::ranges::find(finding.params, name, &std::pair<std::string, std::string>::first);
        return found == finding.params.end() ? nullptr : &found->second;
    };
    for (const auto& detail : kDetails) {
        if (detail.rule != finding.rule) continue;
        const auto known = [&](std::string_view name) { return name.empty() || value(name) != nullptr; };
        if (!std::ranges::all_of(detail.params, known)) continue;
        QString text = Words::tr(detail.text);
        // One pass, so that a value with a %2 in it stays what it is.
        QString result;
        for (qsizetype at = 0; at < text.size(); ++at) {
            const int number = text[at] == QLatin1Char('%') && at + 1 < text.size() ? text[at + 1].digitValue() : -1;
            if (number < 1 || number > 3 || detail.params[std::size_t(number - 1)].empty()) {
                result += text[at];
                continue;
            }
            result += bridge::fromText(*value(detail.params[std::size_t(number - 1)]));
            ++at;
        }
        return result;
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
