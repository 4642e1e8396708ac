#include <algorithm>
#include <filesystem>
#include <memory>
#include <sstream>

#include "app/cli/console.h"
#include "app/cli/csv_mapping.h"
#include "app/cli/mosip_command.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/exchange/document_json.h"
#include "core/exchange/errors.h"
#include "core/exchange/minutiae_codec.h"
#include "core/exchange/nist_itl.h"
#include "core/exchange/read_exchange.h"
#include "core/exchange/wsq.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/intake/inspect.h"

namespace cotejo::cli {

namespace {

namespace fs = std::filesystem;
using exchange::ExchangeDocument;
using exchange::Severity;

struct ExchangeCall {
    std::string file, output, mapping, profile;
    double ppi = 0;
    double rate = 0.75;
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
        text << "zone: " << record::codeOf(zone.format) << (zone.protection ? ", PROTECTION" : "") << '\n';
        for (const auto& check : zone.checks)
            text << "  " << check.field << " check " << check.given << ": " << record::codeOf(check.state)
                 << '\n';
        for (const auto& proposal : zone.proposals)
            text << "  proposal: line " << proposal.line << " column " << proposal.column << ": "
                 << proposal.to << " for " << proposal.from << '\n';
    }
    return text.str() + plainReport(document.report);
}

std::string extensionOf(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return extension;
}

Result<Bytes> encodeAs(const std::string& extension, const imaging::DecodedImage& image,
                       const ExchangeCall& call) {
    record::Ppi ppi = image.ppi;
    if (call.ppi > 0) ppi = {call.ppi, record::PpiSource::Declared};
    if (extension == ".png") return imaging::encodePng(image.pixels, ppi);
    if (extension == ".jpg" || extension == ".jpeg") return imaging::encodeJpeg(image.pixels, 92, ppi);
    if (extension == ".jp2") return imaging::encodeJpeg2000(image.pixels, ppi);
    if (extension == ".wsq") {
        const cv::Mat gray = imaging::toGray(image.pixels);
        const cv::Mat pixels = gray.isContinuous() ? gray : gray.clone();
        return exchange::encodeWsq({pixels.data, pixels.total()}, pixels.cols, pixels.rows, call.rate, ppi);
    }
    return fail(exchange::kCannotExpress,
                "An image is written as .png, .jpg, .jp2 or .wsq, not as \"" + extension + "\"; name the output so.");
}

// What the bytes become under the output's extension; errors know no file yet.
Result<Bytes> converted(ByteView bytes, exchange::ExchangeFormat format, const std::string& extension,
                        const ExchangeCall& call) {
    constexpr std::string_view kTransactions[] = {".an2", ".an", ".nist", ".nst", ".eft", ".int"};
    const bool toTransaction =
        std::find(std::begin(kTransactions), std::end(kTransactions), extension) != std::end(kTransactions);
    switch (format) {
        case exchange::ExchangeFormat::Image:
        case exchange::ExchangeFormat::Wsq: {
            COTEJO_TRY_ASSIGN(const imaging::DecodedImage image, imaging::decodeImage(bytes));
            return encodeAs(extension, image, call);
        }
        case exchange::ExchangeFormat::NistItl: {
            if (!toTransaction) break;
            COTEJO_TRY_ASSIGN(const exchange::NistFile file, exchange::readNistItl(bytes));
            return exchange::rewriteNistItl(file);
        }
        case exchange::ExchangeFormat::Minutiae: {
            if (extension != ".iso" && extension != ".fmr") break;
            COTEJO_TRY_ASSIGN(const exchange::MinutiaeFile file, exchange::readMinutiae(bytes));
            // What was cut away or not understood would be missing from the new file without a word.
            for (const auto& finding : file.report.findings)
                if (finding.severity == Severity::Error)
                    return fail(base::kMalformed, finding.field + ": " + finding.detail);
            return exchange::writeMinutiae2005(file.views);
        }
        default:
            break;
    }
    return fail(exchange::kCannotExpress,
                "This " + std::string(record::codeOf(format)) + " file cannot be written as \"" + extension +
                    "\". Images go to .png, .jpg, .jp2 and .wsq, ANSI/NIST-ITL to .an2, minutiae templates to .iso; "
                    "\"exchange export\" takes the images out of any other file.");
}

Result<Bytes> convert(const ExchangeCall& call) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(call.file));
    const auto format = exchange::recogniseFormat(bytes, call.file);
    if (!format)
        return inFile(call.file, {exchange::kUnknownFormat,
                                  "its first bytes are of no format read here; \"exchange show --help\" names them.", {}});
    auto result = converted(bytes, *format, extensionOf(call.output), call);
    if (!result) return inFile(call.file, result.error());
    return result;
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

    auto* convertCommand =
        group->add_subcommand("convert", "Write a file anew in the format of the output's extension");
    convertCommand->add_option("IN", call->file)->required();
    convertCommand
        ->add_option("OUT", call->output,
                     ".png, .jpg, .jp2, .wsq; .an2 from ANSI/NIST-ITL; .iso from minutiae")
        ->required();
    convertCommand->add_option("--rate", call->rate, "WSQ bits a pixel: 0.75 is 15:1, 2.25 is 5:1")
        ->check(CLI::Range(0.1, 8.0));
    convertCommand
        ->add_option("--ppi", call->ppi, "Resolution to write, where the input states none or a wrong one")
        ->check(CLI::Range(10.0, 20000.0));
    convertCommand->callback([call, &console] {
        const auto bytes = convert(*call);
        if (!bytes) return console.report(bytes.error());
        if (const auto written = writeFileAtomically(call->output, *bytes); !written)
            return console.report(written.error());
        console.answer({{"output", call->output}, {"bytes", bytes->size()}},
                       call->output + ": " + std::to_string(bytes->size()) + " bytes");
    });

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
