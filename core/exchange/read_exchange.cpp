#include "core/exchange/read_exchange.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/image_container.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/mosip/mosip.h"
#include "core/exchange/nist/nist_extract.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

bool hasExtension(std::string_view name, std::string_view extension) {
    if (name.size() < extension.size()) return false;
    return std::equal(extension.begin(), extension.end(),
                      name.end() - static_cast<std::ptrdiff_t>(extension.size()),
                      [](char wanted, char c) { return wanted == (c >= 'A' && c <= 'Z' ? c + 32 : c); });
}

bool isNistXml(std::string_view text) {
    const auto head = text.substr(0, 4096);
    return head.find("<?xml") != head.npos &&
           (head.find("biometrics.nist.gov") != head.npos ||
            head.find("NISTBiometricInformationExchangePackage") != head.npos);
}

// ISO/IEC 39794 records are ASN.1 with an application tag (part 4: 4, part 5: 5...) or XML with the
// standard's namespace.
bool isIso39794(ByteView bytes, std::string_view text) {
    if (bytes.size() >= 4 && bytes[0] >= 0x61 && bytes[0] <= 0x70 &&
        (bytes[1] == 0x82 || bytes[1] == 0x83 || bytes[1] == 0x84)) {
        const std::size_t digits = bytes[1] & 7;
        std::size_t length = 0;
        for (std::size_t i = 0; i < digits && 2 + i < bytes.size(); ++i)
            length = length << 8 | bytes[2 + i];
        return length + 2 + digits == bytes.size();
    }
    return text.substr(0, 4096).find("iso.org/iso-iec/39794") != text.npos;
}

Result<ExchangeDocument> readMinutiaeDocument(ByteView bytes) {
    COTEJO_TRY_ASSIGN(MinutiaeFile file, readMinutiae(bytes));
    ExchangeDocument document;
    document.format = ExchangeFormat::Minutiae;
    document.formatName = file.views.empty() ? "finger minutiae" : file.views.front().format;
    document.minutiae = std::move(file.views);
    document.report = std::move(file.report);
    return document;
}

Result<ExchangeDocument> readZone(ByteView bytes, UtcTime captured) {
    ExchangeDocument document;
    document.format = ExchangeFormat::Mrz;
    ExchangePerson person;
    auto reading = parseMrz(textOf(bytes), captured);
    if (!reading) {
        // A case can be opened from it and corrected; the zone stays as it was read.
        auto salvaged = salvageMrz(textOf(bytes), captured);
        if (!salvaged) return tl::unexpected(reading.error());
        document.formatName = "machine-readable zone";
        person.traveler = std::move(*salvaged);
        std::string line;
        for (const auto& [key, value] : reading.error().params)
            if (key == "line") line = "line " + value;
        document.report.add({Severity::Error, line, "", "mrz.line", reading.error().detail, reading.error().params});
        document.persons.push_back(std::move(person));
        return document;
    }
    document.formatName = record::codeOf(reading->format);
    person.traveler = reading->traveler();
    person.source = document.formatName;
    document.persons.push_back(std::move(person));
    document.report = reading->report;
    document.zones.push_back(std::move(*reading));
    return document;
}

ExchangeDocument readImage(ByteView bytes) {
    const ImageProbe probe = *probeImage(bytes);
    ExchangeDocument document;
    document.format = probe.mime == "image/x-wsq" ? ExchangeFormat::Wsq : ExchangeFormat::Image;
    document.formatName = probe.mime;
    ExchangeImage image;
    image.subject = document.format == ExchangeFormat::Wsq ? ImageSubject::Finger : ImageSubject::Unknown;
    image.mime = probe.mime;
    image.width = probe.width;
    image.height = probe.height;
    image.bytes.assign(bytes.begin(), bytes.end());
    image.source = "file";
    if (probe.lossless) image.undecoded = "jpeg_lossless";
    document.images.push_back(std::move(image));
    return document;
}

Result<ExchangeDocument> readTable(ByteView bytes, const ReadOptions& options) {
    COTEJO_TRY_ASSIGN(CsvTable table, readCsv(bytes, {}, {CsvContent::Travelers, options.csvMapping}));
    if (options.csvMapping != nullptr)
        return travelersOf(std::move(table), *options.csvMapping, options.captured);
    const auto guessed = guessCsvMapping(table.header);
    if (!guessed)
        return fail(base::kMalformed,
                    "No column of the table's header (line " + std::to_string(table.headerLine) + ") is known to name a person. Give a mapping file "
                    "that says which column means what.");
    return travelersOf(std::move(table), *guessed, options.captured);
}

Result<ExchangeDocument> readAs(ExchangeFormat format, ByteView bytes, const ReadOptions& options) {
    switch (format) {
        case ExchangeFormat::NistItl: {
            COTEJO_TRY_ASSIGN(const NistFile file, readNistItl(bytes));
            return documentOf(file, options.profile != nullptr ? *options.profile : neutralNistProfile());
        }
        case ExchangeFormat::NistItlXml:
            return fail(kNotDecoded,
                        "This is ANSI/NIST-ITL in its XML encoding, which is not decoded yet. Ask for the "
                        "traditional encoding; the bytes are kept.");
        case ExchangeFormat::Iso39794:
            return fail(kNotDecoded,
                        "This is an ISO/IEC 39794 record, which is not decoded yet. Ask for ISO/IEC 19794; "
                        "the bytes are kept.");
        case ExchangeFormat::Minutiae:
            return readMinutiaeDocument(bytes);
        case ExchangeFormat::FingerImages:
        case ExchangeFormat::FaceImages:
            return readImageContainer(bytes);
        case ExchangeFormat::Mrz:
            return readZone(bytes, options.captured);
        case ExchangeFormat::TravelerCsv:
            return readTable(bytes, options);
        case ExchangeFormat::Osia: {
            COTEJO_TRY_ASSIGN(const OsiaFile file, readOsia(bytes));
            return documentOf(file);
        }
        case ExchangeFormat::MosipRequest:
        case ExchangeFormat::MosipResponse:
            return readMosipDocument(bytes);
        case ExchangeFormat::Image:
        case ExchangeFormat::Wsq:
            return readImage(bytes);
    }
    return fail(base::kInternal, "A recognised format has no reader.");
}

}  // namespace

std::optional<ExchangeFormat> recogniseFormat(ByteView bytes, std::string_view fileName) {
    const auto text = textOf(bytes);
    if (looksLikeNistItl(bytes)) return ExchangeFormat::NistItl;
    if (text.starts_with("FMR\0"sv)) return ExchangeFormat::Minutiae;
    if (text.starts_with("FIR\0"sv)) return ExchangeFormat::FingerImages;
    if (text.starts_with("FAC\0"sv)) return ExchangeFormat::FaceImages;
    if (const auto probe = probeImage(bytes))
        return probe->mime == "image/x-wsq" ? ExchangeFormat::Wsq : ExchangeFormat::Image;
    if (looksLikeMosip(text))
        return text.find("\"returnValue\"") != text.npos ? ExchangeFormat::MosipResponse : ExchangeFormat::MosipRequest;
    if (looksLikeOsia(text)) return ExchangeFormat::Osia;
    if (looksLikeMrz(text) || nearlyMrz(text) || hasExtension(fileName, ".mrz")) return ExchangeFormat::Mrz;
    if (isNistXml(text)) return ExchangeFormat::NistItlXml;
    if (isIso39794(bytes, text)) return ExchangeFormat::Iso39794;
    if (hasExtension(fileName, ".csv") || hasExtension(fileName, ".tsv")) return ExchangeFormat::TravelerCsv;
    return std::nullopt;
}

Result<ExchangeDocument> readExchangeFile(ByteView bytes, std::string_view fileName,
                                          const ReadOptions& options) {
    const std::string name(fileName.empty() ? "The file" : fileName);
    if (bytes.empty()) return fail(kUnknownFormat, name + ": the file is empty.", {{"file", name}});
    const auto format = recogniseFormat(bytes, fileName);
    if (!format)
        return fail(kUnknownFormat,
                    name +
                        ": its first bytes are of no format read here: ANSI/NIST-ITL, ISO/IEC 19794-2, -4, "
                        "-5, ANSI 378, WSQ, PNG, JPEG, TIFF, BMP, "
                        "JPEG 2000, OSIA or MOSIP JSON, a machine-readable zone, or a table named .csv.",
                    {{"file", name}});
    auto document = readAs(*format, bytes, options);
    if (!document) return inFile(name, document.error());
    return document;
}

}  // namespace cotejo::exchange
