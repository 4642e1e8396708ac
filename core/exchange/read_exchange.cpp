#include "core/exchange/read_exchange.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/base64.h"
#include "core/exchange/cbeff/cbeff_xml.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/exif.h"
#include "core/exchange/images/image_container.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/images/pages.h"
#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/mosip/mosip.h"
#include "core/exchange/nist/nist_extract.h"
#include "core/exchange/nist/nist_xml.h"
#include "core/exchange/osia/osia.h"
#include "core/exchange/pdf/pdf_pages.h"
#include "core/exchange/text.h"
#include "core/exchange/wsq/wsq.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

bool hasExtension(std::string_view name, std::string_view extension) {
    if (name.size() < extension.size()) return false;
    return std::equal(extension.begin(), extension.end(),
                      name.end() - static_cast<std::ptrdiff_t>(extension.size()),
                      [](char wanted, char c) { return wanted == (c >= 'A' && c <= 'Z' ? c + 32 : c); });
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

ExchangeImage imageOf(Bytes bytes, std::string source) {
    const auto probe = probeImage(bytes);
    ExchangeImage image;
    image.mime = probe ? probe->mime : "application/octet-stream";
    image.subject = image.mime == "image/x-wsq" ? ImageSubject::Finger : ImageSubject::Unknown;
    image.width = probe ? probe->width : 0;
    image.height = probe ? probe->height : 0;
    if (probe && probe->lossless) image.undecoded = "jpeg_lossless";
    image.bytes = std::move(bytes);
    image.source = std::move(source);
    return image;
}

// Several pictures in a file are several images.
ExchangeDocument readImage(ByteView bytes) {
    const std::string mime = probeImage(bytes)->mime;
    ExchangeDocument document;
    document.format = mime == "image/x-wsq" ? ExchangeFormat::Wsq : ExchangeFormat::Image;
    document.formatName = mime;
    PicturePages pages = pagesOf(bytes, mime);
    document.report = std::move(pages.report);
    for (auto& page : pages.pages) {
        document.images.push_back(imageOf(std::move(page.bytes), std::move(page.source)));
        document.images.back().facts = std::move(page.facts);
    }
    if (pages.pages.empty()) document.images.push_back(imageOf(Bytes(bytes.begin(), bytes.end()), "file"));
    // The pages of a TIFF are rewritten without their camera's data, which stands for all of them.
    const ExifFacts whole = mime == "image/tiff" ? readExif(bytes, mime) : ExifFacts();
    for (auto& image : document.images) {
        const ExifFacts own = mime == "image/tiff" ? whole : readExif(image.bytes, image.mime);
        image.captured = own.captured;
        if (!own.captured.empty()) image.capturedFrom = "EXIF";
        image.device = deviceOf(own);
    }
    return document;
}

// Whatever an image came in, what its WSQ lacks is said.
void checkImages(ExchangeDocument& document) {
    for (const auto& image : document.images) {
        if (image.mime != "image/x-wsq" || !image.undecoded.empty()) continue;
        if (std::string missing = missingOfWsq(image.bytes); !missing.empty())
            document.report.add({Severity::Warning, image.source, "", "image.partial", std::move(missing), {}});
    }
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
            return readNistXmlDocument(bytes, options.profile != nullptr ? *options.profile : neutralNistProfile());
        case ExchangeFormat::CbeffXml:
            return readCbeffXml(bytes);
        case ExchangeFormat::Pdf:
            return readPdf(bytes);
        case ExchangeFormat::Iso39794:
            return fail(kNotDecoded,
                        "This is an ISO/IEC 39794 record, which is not decoded yet. Ask for ISO/IEC 19794; "
                        "the bytes are kept.");
        case ExchangeFormat::Minutiae:
            return readMinutiaeDocument(bytes);
        case ExchangeFormat::FingerImages:
        case ExchangeFormat::FaceImages:
        case ExchangeFormat::IrisImages:
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
    if (text.starts_with("IIR\0"sv)) return ExchangeFormat::IrisImages;
    if (const auto probe = probeImage(bytes))
        return probe->mime == "image/x-wsq" ? ExchangeFormat::Wsq : ExchangeFormat::Image;
    if (looksLikeMosip(text))
        return text.find("\"returnValue\"") != text.npos ? ExchangeFormat::MosipResponse : ExchangeFormat::MosipRequest;
    if (looksLikeOsia(text)) return ExchangeFormat::Osia;
    if (looksLikeMrz(text)) return ExchangeFormat::Mrz;
    if (looksLikeNistXml(bytes)) return ExchangeFormat::NistItlXml;
    if (looksLikeCbeffXml(bytes)) return ExchangeFormat::CbeffXml;
    if (looksLikePdf(bytes)) return ExchangeFormat::Pdf;
    if (nearlyMrz(text) || hasExtension(fileName, ".mrz")) return ExchangeFormat::Mrz;
    if (isIso39794(bytes, text)) return ExchangeFormat::Iso39794;
    if (hasExtension(fileName, ".csv") || hasExtension(fileName, ".tsv")) return ExchangeFormat::TravelerCsv;
    return std::nullopt;
}

namespace {

/// Formats that people send and that are refused with what helps.
std::string knownRefusal(ByteView bytes, std::string_view fileName) {
    const auto text = textOf(bytes);
    if (text.starts_with("PK\x03\x04"sv)) {
        const auto head = text.substr(0, 64u << 10);
        const auto has = [&](std::string_view part) { return head.find(part) != head.npos || text.substr(text.size() - std::min<std::size_t>(text.size(), 64u << 10)).find(part) != text.npos; };
        if (hasExtension(fileName, ".xlsx") || hasExtension(fileName, ".xlsm") || has("xl/workbook"))
            return "this is an Excel workbook (XLSX), which is not read. Open it and save it as \"CSV UTF-8 (comma delimited)\", then import that file.";
        if (hasExtension(fileName, ".ods") || has("opendocument.spreadsheet"))
            return "this is an OpenDocument table, which is not read. Open it and save it as CSV in UTF-8, then import that file.";
        if (hasExtension(fileName, ".docx") || has("word/document"))
            return "this is a Word document, which is not read. Save its pictures as PNG or JPEG, or the whole as PDF.";
        return "this is a ZIP archive, which is not opened. Unpack it and import the files or the folder.";
    }
    if (text.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv))
        return "this is an Office file of 2003 or older (XLS, DOC), which is not read. Save a table as \"CSV UTF-8\", pictures as PNG or JPEG.";
    if (text.starts_with("\x1f\x8b"sv)) return "this file is compressed (gzip). Unpack it and import what is in it.";
    if (text.starts_with("GIF87a"sv) || text.starts_with("GIF89a"sv)) return "this is a GIF, which is not read. Save it as PNG.";
    if (text.size() >= 12 && text.substr(4, 8) == "ftypavif") return "this is an AVIF picture, which is not read. Save it as JPEG or PNG.";
    return {};
}

/// A whole file of base64, as mail programs and consoles leave them. Nothing for anything else.
std::optional<Base64Text> wrappedFile(ByteView bytes) {
    constexpr std::size_t kShortest = 64;
    if (bytes.size() < kShortest) return std::nullopt;
    auto text = textOf(bytes);
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    return readBase64(text);
}

Result<ExchangeDocument> readNamed(ByteView bytes, std::string_view fileName, const ReadOptions& options, const std::string& name, bool wrapped) {
    const auto format = recogniseFormat(bytes, fileName);
    if (format) {
        auto document = readAs(*format, bytes, options);
        if (!document) return inFile(name, document.error());
        checkImages(*document);
        return document;
    }
    if (std::string refusal = knownRefusal(bytes, fileName); !refusal.empty()) return fail(kNotDecoded, name + ": " + refusal, {{"file", name}});
    if (const auto inside = wrapped ? std::nullopt : wrappedFile(bytes); inside && recogniseFormat(inside->bytes)) {
        auto document = readNamed(inside->bytes, {}, options, name, true);
        if (document)
            document->report.add({Severity::Note, "", "", "intake.base64_dialect", "The whole file is base64 text" +
                                      (inside->dialect.empty() ? std::string() : " (" + inside->dialect + ")") + "; what it wraps is read.", {}});
        return document;
    }
    return fail(kUnknownFormat,
                name +
                    ": its first bytes are of no format read here: ANSI/NIST-ITL (traditional or XML), ISO/IEC 19794-2, -4, "
                    "-5, -6, ANSI 378, CBEFF XML, WSQ, PNG, JPEG, TIFF, BMP, JPEG 2000, PNM, WebP, HEIC, PDF, OSIA or MOSIP JSON, a "
                    "machine-readable zone, or a table named .csv.",
                {{"file", name}});
}

}  // namespace

Result<ExchangeDocument> readExchangeFile(ByteView bytes, std::string_view fileName,
                                          const ReadOptions& options) {
    const std::string name(fileName.empty() ? "The file" : fileName);
    if (bytes.empty()) return fail(kUnknownFormat, name + ": the file is empty.", {{"file", name}});
    return readNamed(bytes, fileName, options, name, false);
}

}  // namespace cotejo::exchange
