#include "app/cli/exchange/convert_command.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/cli/exchange/csv_mapping.h"
#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/exchange/errors.h"
#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/mosip/mosip.h"
#include "core/exchange/nist/nist_compose.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/read_exchange.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/intake/inspect.h"

namespace cotejo::cli {

namespace {

namespace fs = std::filesystem;
using exchange::ExchangeFormat;

struct ConvertCall {
    std::string file, output, mapping, profile, as, finger;
    exchange::NistHeading heading;
    std::size_t person = 1;
    double ppi = 0;
    double rate = 0.75;
};

struct Converted {
    Bytes bytes;
    std::vector<std::string> left;  ///< what the output's format has no place for
};

std::string extensionOf(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return extension;
}

bool isAmong(const std::string& extension, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), extension) != list.end();
}

Result<Bytes> encodeAs(const std::string& extension, const imaging::DecodedImage& image, const ConvertCall& call) {
    record::Ppi ppi = image.ppi;
    if (call.ppi > 0) ppi = {call.ppi, record::PpiSource::Declared};
    if (extension == ".png") return imaging::encodePng(image.pixels, ppi);
    if (extension == ".jpg" || extension == ".jpeg") return imaging::encodeJpeg(image.pixels, 92, ppi);
    if (extension == ".jp2") return imaging::encodeJpeg2000(image.pixels, ppi);
    const cv::Mat gray = imaging::toGray(image.pixels);
    const cv::Mat pixels = gray.isContinuous() ? gray : gray.clone();
    return exchange::encodeWsq({pixels.data, pixels.total()}, pixels.cols, pixels.rows, call.rate, ppi);
}

// The content in neutral shapes, every image in a coding that the formats of other agencies have.
Result<exchange::ExchangeDocument> contentOf(const ConvertCall& call, const exchange::NistProfile& profile) {
    exchange::ReadOptions options{SystemClock().now(), &profile, nullptr};
    exchange::CsvMapping mapping;
    if (!call.mapping.empty()) {
        COTEJO_TRY_ASSIGN(mapping, readCsvMapping(call.mapping));
        options.csvMapping = &mapping;
    }
    COTEJO_TRY_ASSIGN(auto document, intake::inspectFile(call.file, options, exchange::kOsiaMaxRecords));
    if (document.format == ExchangeFormat::Image && call.as.empty())
        return fail(base::kInvalidArgument, "an image alone does not say what it shows: state --as face or --as finger.");
    for (auto& image : document.images) {
        if (image.subject == exchange::ImageSubject::Unknown && !call.as.empty())
            image.subject = call.as == "face" ? exchange::ImageSubject::Face : exchange::ImageSubject::Finger;
        if (const auto finger = record::fromCode<record::FingerPosition>(call.finger);
            finger && image.position == record::FingerPosition::Unknown)
            image.position = *finger;
        if (call.ppi > 0) image.ppi = {call.ppi, record::PpiSource::Declared};
        if (!image.undecoded.empty() || image.bytes.empty() || (image.mime != "image/bmp" && image.mime != "image/tiff")) continue;
        COTEJO_TRY_ASSIGN(const auto decoded, imaging::decodeImage(image.bytes));
        COTEJO_TRY_ASSIGN(image.bytes, imaging::encodePng(decoded.pixels, image.ppi));
        image.mime = "image/png";
    }
    return document;
}

Result<Converted> toTransaction(ByteView bytes, ConvertCall call, const exchange::NistProfile& profile) {
    if (call.heading.originator.empty() || call.heading.destination.empty())
        return fail(base::kInvalidArgument, "a new transaction names its agencies: state --originator and --destination.");
    if (call.heading.controlNumber.empty()) call.heading.controlNumber = sha256(bytes).text().substr(0, 16);
    call.heading.date = toIso(SystemClock().now()).substr(0, 10);
    std::erase(call.heading.date, '-');
    COTEJO_TRY_ASSIGN(const auto document, contentOf(call, profile));
    if (document.persons.size() > 1 && call.person == 0)
        return fail(base::kInvalidArgument, "it has " + std::to_string(document.persons.size()) +
                                                " persons and a transaction is about one: state --person, from 1.");
    Converted result;
    COTEJO_TRY_ASSIGN(const auto file,
                      exchange::transactionOf(document, std::max<std::size_t>(call.person, 1) - 1, call.heading, result.left, profile));
    COTEJO_TRY_ASSIGN(result.bytes, exchange::writeNistItl(file));
    return result;
}

Result<Converted> toJson(ByteView bytes, ExchangeFormat format, const ConvertCall& call, const exchange::NistProfile& profile) {
    Converted result;
    const auto keep = [&](const std::string& text) {
        result.bytes.assign(text.begin(), text.end());
        return result;
    };
    if (format == ExchangeFormat::Osia) {
        COTEJO_TRY_ASSIGN(const auto file, exchange::readOsia(bytes));
        return keep(exchange::writeOsia(file.message));
    }
    if (format == ExchangeFormat::MosipRequest) {
        COTEJO_TRY_ASSIGN(const auto request, exchange::readMosipRequest(bytes));
        COTEJO_TRY_ASSIGN(const auto text, exchange::writeMosip(request));
        return keep(text);
    }
    if (format == ExchangeFormat::MosipResponse) {
        COTEJO_TRY_ASSIGN(const auto response, exchange::readMosipResponse(bytes));
        COTEJO_TRY_ASSIGN(const auto text, exchange::writeMosip(response));
        return keep(text);
    }
    COTEJO_TRY_ASSIGN(const auto document, contentOf(call, profile));
    COTEJO_TRY_ASSIGN(const auto message, exchange::osiaOf(document, result.left));
    return keep(exchange::writeOsia(message));
}

Result<Converted> toTemplate(ByteView bytes) {
    COTEJO_TRY_ASSIGN(const exchange::MinutiaeFile file, exchange::readMinutiae(bytes));
    // What was cut away or not understood would be missing from the new file without a word.
    for (const auto& finding : file.report.findings)
        if (finding.severity == exchange::Severity::Error) return fail(base::kMalformed, finding.field + ": " + finding.detail);
    Converted result;
    COTEJO_TRY_ASSIGN(result.bytes, exchange::writeMinutiae2005(file.views));
    return result;
}

// What the bytes become under the output's extension; errors know no file yet.
Result<Converted> converted(ByteView bytes, ExchangeFormat format, const std::string& extension, const ConvertCall& call) {
    exchange::NistProfile profile = exchange::neutralNistProfile();
    if (!call.profile.empty()) {
        COTEJO_TRY_ASSIGN(const Bytes text, readFile(call.profile));
        COTEJO_TRY_ASSIGN(profile, exchange::parseNistProfile(textOf(text)));
    }
    const bool image = format == ExchangeFormat::Image || format == ExchangeFormat::Wsq;
    Converted result;
    if (image && isAmong(extension, {".png", ".jpg", ".jpeg", ".jp2", ".wsq"})) {
        COTEJO_TRY_ASSIGN(const imaging::DecodedImage decoded, imaging::decodeImage(bytes));
        COTEJO_TRY_ASSIGN(result.bytes, encodeAs(extension, decoded, call));
        return result;
    }
    if (isAmong(extension, {".an2", ".an", ".nist", ".nst", ".eft", ".int"})) {
        if (format != ExchangeFormat::NistItl) return toTransaction(bytes, call, profile);
        COTEJO_TRY_ASSIGN(const exchange::NistFile file, exchange::readNistItl(bytes));
        COTEJO_TRY_ASSIGN(result.bytes, exchange::rewriteNistItl(file));
        return result;
    }
    if (format == ExchangeFormat::Minutiae && isAmong(extension, {".iso", ".fmr"})) return toTemplate(bytes);
    if (extension == ".json") return toJson(bytes, format, call, profile);
    return fail(exchange::kCannotExpress,
                "This " + std::string(record::codeOf(format)) + " file cannot be written as \"" + extension +
                    "\". Images go to .png, .jpg, .jp2 and .wsq, minutiae templates to .iso, everything to .an2 (ANSI/NIST-ITL) and "
                    ".json (OSIA); \"exchange export\" takes the images out of any file.");
}

Result<Converted> convert(const ConvertCall& call) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(call.file));
    const auto format = exchange::recogniseFormat(bytes, call.file);
    if (!format)
        return inFile(call.file, {exchange::kUnknownFormat,
                                  "its first bytes are of no format read here; \"exchange show --help\" names them.", {}});
    auto result = converted(bytes, *format, extensionOf(call.output), call);
    if (!result) return inFile(call.file, result.error());
    return result;
}

}  // namespace

void addConvertCommand(CLI::App& exchange, Console& console) {
    auto call = std::make_shared<ConvertCall>();
    call->person = 0;
    auto* command = exchange.add_subcommand("convert", "Write a file anew in the format of the output's extension");
    command->add_option("IN", call->file, "Any file that \"exchange show\" reads")->required();
    command->add_option("OUT", call->output, ".png, .jpg, .jp2, .wsq for images; .iso for minutiae; .an2 and .json (OSIA) for all")->required();
    command->add_option("--rate", call->rate, "WSQ bits a pixel: 0.75 is 15:1, 2.25 is 5:1")->check(CLI::Range(0.1, 8.0));
    command->add_option("--ppi", call->ppi, "Resolution to write, where the input states none or a wrong one")->check(CLI::Range(10.0, 20000.0));
    command->add_option("--as", call->as, "What an image shows that does not say it")->check(CLI::IsMember({"face", "finger"}));
    command->add_option("--finger", call->finger, "Which finger it is, such as right_index");
    command->add_option("--mapping", call->mapping, "Which column of a table means what (JSON)");
    auto* transaction = command->add_option_group("New transaction", "For .an2 from anything but ANSI/NIST-ITL");
    call->heading.transaction = "CTJ";
    transaction->add_option("--transaction", call->heading.transaction, "Type of transaction (1.004)")->capture_default_str();
    transaction->add_option("--destination", call->heading.destination, "Agency that receives it (1.007)");
    transaction->add_option("--originator", call->heading.originator, "Agency that sends it (1.008)");
    transaction->add_option("--control", call->heading.controlNumber, "Control number (1.009); told from the input's bytes without it");
    transaction->add_option("--person", call->person, "Which person of several, from 1")->check(CLI::PositiveNumber);
    transaction->add_option("--profile", call->profile, "Transaction profile (JSON) that says what Type-2 fields mean");
    command->callback([call, &console] {
        if (!call->finger.empty() && !record::fromCode<record::FingerPosition>(call->finger))
            return console.report({base::kInvalidArgument, "--finger " + call->finger + " is no finger; right_thumb to left_little are.", {}});
        const auto done = convert(*call);
        if (!done) return console.report(done.error());
        if (const auto written = writeFileAtomically(call->output, done->bytes); !written) return console.report(written.error());
        std::string text = call->output + ": " + std::to_string(done->bytes.size()) + " bytes";
        for (const auto& left : done->left) text += "\nleft out: " + left;
        console.answer({{"output", call->output}, {"bytes", done->bytes.size()}, {"left", done->left}}, text);
    });
}

}  // namespace cotejo::cli
