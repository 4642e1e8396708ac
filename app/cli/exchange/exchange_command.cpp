#include <filesystem>
#include <memory>
#include <sstream>

#include "app/cli/console.h"
#include "app/cli/exchange/convert_command.h"
#include "app/cli/exchange/csv_mapping.h"
#include "app/cli/exchange/mosip_command.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/exchange/document_json.h"
#include "core/exchange/read_exchange.h"
#include "core/intake/inspect.h"

namespace cotejo::cli {

namespace {

namespace fs = std::filesystem;
using exchange::ExchangeDocument;
using exchange::Severity;

struct ExchangeCall {
    std::string file, output, mapping, profile;
};

// The document, with a finding for every image that does not decode.
Result<ExchangeDocument> readDocument(const ExchangeCall& call) {
    exchange::ReadOptions options;
    options.captured = SystemClock().now();
    exchange::NistProfile profile;
    exchange::CsvMapping mapping;
    if (!call.profile.empty()) {
        COTEJO_TRY_ASSIGN(const Bytes text, readFile(call.profile));
        COTEJO_TRY_ASSIGN(profile, exchange::parseNistProfile(textOf(text)));
        options.profile = &profile;
    }
    if (!call.mapping.empty()) {
        COTEJO_TRY_ASSIGN(mapping, readCsvMapping(call.mapping));
        options.csvMapping = &mapping;
    }
    return intake::inspectFile(call.file, options);
}

std::string plainReport(const exchange::ValidationReport& report) {
    std::ostringstream text;
    for (const auto& finding : report.findings)
        text << record::codeOf(finding.severity) << ": " << finding.record
             << (finding.record.empty() || finding.field.empty() ? "" : " ") << finding.field
             << (finding.record.empty() && finding.field.empty() ? "" : ": ") << finding.detail << " ["
             << finding.rule << "]\n";
    if (report.dropped > 0) text << "and " << report.dropped << " findings more\n";
    return text.str();
}

std::string plainImage(const exchange::ExchangeImage& image) {
    std::ostringstream text;
    text << "image: " << image.source << ", " << record::codeOf(image.subject);
    if (image.position != record::FingerPosition::Unknown) text << " " << record::codeOf(image.position);
    if (image.missing != record::MissingReason::None) {
        text << ", missing: " << record::codeOf(image.missing) << '\n';
        return text.str();
    }
    text << ", " << image.mime << ", " << image.width << " x " << image.height << ", ";
    if (image.ppi.known())
        text << image.ppi.value << " ppi (" << record::codeOf(image.ppi.source) << ")";
    else
        text << "ppi unknown";
    text << ", " << image.bytes.size() << " bytes";
    if (!image.undecoded.empty()) text << ", not decoded: " << image.undecoded;
    text << '\n';
    return text.str();
}

std::string plain(const std::vector<exchange::ExchangeFact>& facts) {
    std::string text;
    for (const auto& fact : facts)
        text += "  " + fact.field + " " + fact.label + (fact.label.empty() ? "" : " ") + fact.value + "\n";
    return text;
}

std::string plain(const ExchangeDocument& document) {
    std::ostringstream text;
    text << document.formatName << '\n';
    text << plain(document.facts);
    for (const auto& person : document.persons) {
        const auto& t = person.traveler;
        text << "person: " << person.source << ": " << t.familyName << ", " << t.givenNames << "; born "
             << (t.birthDate.empty() ? "?" : t.birthDate) << "; " << record::codeOf(t.sex) << "; "
             << (t.nationality.empty() ? "?" : t.nationality) << '\n';
        for (const auto& paper : t.documents)
            text << "  document " << paper.type << " " << paper.issuer << " " << paper.number << " until "
                 << paper.expiry << '\n';
        text << plain(person.facts);
    }
    for (const auto& image : document.images)
        text << plainImage(image);
    for (const auto& view : document.minutiae)
        text << "minutiae: " << view.source << ", " << view.format << ", " << record::codeOf(view.position)
             << ", " << view.minutiae.size() << " minutiae\n"
             << plain(view.facts);
    for (const auto& zone : document.zones) {
        text << "zone: " << record::codeOf(zone.format) << (zone.checked ? "" : ", not checked") << (zone.protection ? ", PROTECTION" : "") << '\n';
        for (const auto& check : zone.checks)
            text << "  " << check.field << " check " << check.given << ": " << record::codeOf(check.state)
                 << '\n';
        for (const auto& proposal : zone.proposals) {
            text << "  proposal:";
            for (const auto& change : proposal.changes)
                text << (&change == proposal.changes.data() ? " " : ", ") << "line " << change.line << " column " << change.column << ": " << change.to << " for " << change.from;
            text << '\n';
        }
    }
    return text.str() + plainReport(document.report);
}

std::string_view extensionOfMime(std::string_view mime) {
    if (mime == "image/png") return ".png";
    if (mime == "image/jpeg") return ".jpg";
    if (mime == "image/jp2") return ".jp2";
    if (mime == "image/tiff") return ".tif";
    if (mime == "image/bmp") return ".bmp";
    return mime == "image/x-wsq" ? ".wsq" : ".bin";
}

// Every image of the file under its own bytes: 01_finger_right_thumb.wsq.
Result<Json> exportImages(const ExchangeCall& call) {
    COTEJO_TRY_ASSIGN(const ExchangeDocument document, readDocument(call));
    std::error_code error;
    fs::create_directories(call.output, error);
    if (error) return fail(base::kNotWritable, "The folder " + call.output + " cannot be made.");
    Json written = Json::array();
    for (std::size_t i = 0; i < document.images.size(); ++i) {
        const auto& image = document.images[i];
        if (image.bytes.empty()) continue;
        std::string name = std::to_string(i + 1);
        name = std::string(name.size() < 2 ? 1 : 0, '0') + name + "_" +
               std::string(record::codeOf(image.subject));
        if (image.position != record::FingerPosition::Unknown)
            name += "_" + std::string(record::codeOf(image.position));
        const fs::path path = fs::path(call.output) / (name + std::string(extensionOfMime(image.mime)));
        COTEJO_TRY(writeFileAtomically(path, image.bytes));
        written.push_back(path.string());
    }
    return Json{{"written", written}};
}

}  // namespace

void addExchangeCommand(CLI::App& root, Console& console) {
    auto call = std::make_shared<ExchangeCall>();
    auto* group = root.add_subcommand("exchange",
                                      "Read, check and convert foreign files; needs no store and no sign-in");
    group->require_subcommand(1);
    const auto reading = [&](CLI::App* command) {
        command->add_option("FILE", call->file, "ANSI/NIST-ITL, ISO 19794, WSQ, image, OSIA or MOSIP JSON, MRZ text or .csv")
            ->required();
        command->add_option("--profile", call->profile,
                            "Transaction profile (JSON) that says what Type-2 fields mean");
        command->add_option("--mapping", call->mapping, "Which column of a table means what (JSON)");
    };

    auto* show = group->add_subcommand("show", "What a file holds, and what is wrong about it");
    reading(show);
    show->callback([call, &console] {
        const auto document = readDocument(*call);
        if (!document) return console.report(document.error());
        console.answer(exchange::toJson(*document), plain(*document));
    });

    auto* validate = group->add_subcommand(
        "validate", "Only what is wrong about a file; exit status 1 when there are errors");
    reading(validate);
    validate->callback([call, &console] {
        const auto document = readDocument(*call);
        if (!document) return console.report(document.error());
        const std::string text = plainReport(document->report);
        console.answer(exchange::toJson(document->report), text.empty() ? "no finding" : text);
        if (document->report.hasErrors()) console.setExitStatus(1);
    });

    addConvertCommand(*group, console);
    addMosipAnswerCommand(*group, console);

    auto* exporting =
        group->add_subcommand("export", "Write every image of a file into a folder, byte for byte");
    reading(exporting);
    exporting->add_option("FOLDER", call->output)->required();
    exporting->callback([call, &console] {
        const auto written = exportImages(*call);
        if (!written) return console.report(written.error());
        std::string text;
        for (const auto& path : (*written)["written"])
            text += path.get<std::string>() + "\n";
        console.answer(*written, text.empty() ? "no image" : text);
    });
}

}  // namespace cotejo::cli
