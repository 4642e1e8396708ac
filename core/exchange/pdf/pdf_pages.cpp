#include "core/exchange/pdf/pdf_pages.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/exif.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/pdf/pdf_image.h"

namespace cotejo::exchange {

namespace {

constexpr std::size_t kMaxFile = 256u << 20;
constexpr std::size_t kMaxPages = 500;
constexpr std::size_t kMostCounted = 10'000;
constexpr std::size_t kMaxPdfPictures = 1000;
constexpr std::size_t kMaxContents = 32u << 20;   // decoded drawing instructions of a page
constexpr std::size_t kMaxIndex = 64u << 20;      // a decoded stream of objects
constexpr std::size_t kMaxOperators = 2'000'000;  // of a page, its forms included
constexpr std::size_t kMaxAll = 1u << 30;         // bytes of all pictures together
constexpr int kMaxForms = 4;                      // forms inside of each other
constexpr int kSmallest = 32;                     // pixels a side: smaller ones are bullets and shades

/// [a b c d], as PDF writes the linear part of a transformation.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1;
    Matrix before(const Matrix& outer) const {
        return {a * outer.a + b * outer.c, a * outer.b + b * outer.d, c * outer.a + d * outer.c, c * outer.b + d * outer.d};
    }
};

// How the unit square of a picture lies on the page, as an EXIF orientation.
int orientationOf(const Matrix& m) {
    if (std::abs(m.a) + std::abs(m.d) >= std::abs(m.b) + std::abs(m.c))
        return m.a >= 0 ? (m.d >= 0 ? 1 : 4) : (m.d >= 0 ? 2 : 3);
    return m.b >= 0 ? (m.c >= 0 ? 7 : 8) : (m.c >= 0 ? 6 : 5);
}

Matrix turnedBy(int degrees) {
    switch ((degrees % 360 + 360) % 360) {
        case 90: return {0, -1, 1, 0};
        case 180: return {-1, 0, 0, -1};
        case 270: return {0, 1, -1, 0};
        default: return {};
    }
}

struct Drawn {
    QPDFObjectHandle image;
    int orientation = 1;
};

/// What a page draws: its pictures with their places, in order.
class PageWalker : public QPDFObjectHandle::ParserCallbacks {
  public:
    PageWalker(QPDFObjectHandle resources, Matrix matrix, int depth, std::size_t& operators, std::vector<Drawn>& drawn)
        : m_resources(resources), m_matrix(matrix), m_depth(depth), m_operators(operators), m_drawn(drawn) {}

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (object.isInlineImage()) {
            ++inlined;
            return;
        }
        if (!object.isOperator()) {
            if (m_operands.size() < 64) m_operands.push_back(object);
            return;
        }
        if (++m_operators > kMaxOperators) {
            cut = true;
            terminateParsing();
            return;
        }
        apply(object.getOperatorValue());
        m_operands.clear();
    }
    void handleEOF() override {}

    std::size_t inlined = 0;
    bool cut = false;

  private:
    void apply(const std::string& name) {
        if (name == "q" && m_saved.size() < 256) {
            m_saved.push_back(m_matrix);
        } else if (name == "Q" && !m_saved.empty()) {
            m_matrix = m_saved.back();
            m_saved.pop_back();
        } else if (name == "cm" && m_operands.size() >= 6) {
            if (const auto matrix = matrixOf(m_operands)) m_matrix = matrix->before(m_matrix);
        } else if (name == "Do" && !m_operands.empty() && m_operands.back().isName()) {
            draw(m_operands.back().getName());
        }
    }
    static std::optional<Matrix> matrixOf(std::vector<QPDFObjectHandle>& numbers) {
        double values[4];
        for (std::size_t i = 0; i < 4; ++i) {
            if (!numbers[i].isNumber()) return std::nullopt;
            values[i] = numbers[i].getNumericValue();
        }
        return Matrix{values[0], values[1], values[2], values[3]};
    }
    void draw(const std::string& name) {
        if (!m_resources.isDictionary()) return;
        QPDFObjectHandle objects = m_resources.getKey("/XObject");
        QPDFObjectHandle object = objects.isDictionary() ? objects.getKey(name) : QPDFObjectHandle::newNull();
        if (!object.isStream()) return;
        QPDFObjectHandle kind = object.getDict().getKey("/Subtype");
        if (!kind.isName()) return;
        if (kind.getName() == "/Image" && m_drawn.size() < kMaxPdfPictures) m_drawn.push_back({object, orientationOf(m_matrix)});
        if (kind.getName() == "/Form" && m_depth < kMaxForms) form(object);
    }
    void form(QPDFObjectHandle object) {
        static_cast<void>(pdf::decodedStream(object, qpdf_dl_generalized, kMaxContents));  // so much and no more
        QPDFObjectHandle resources = object.getDict().getKey("/Resources");
        Matrix matrix = m_matrix;
        if (QPDFObjectHandle own = object.getDict().getKey("/Matrix"); own.isArray() && own.getArrayNItems() >= 6) {
            auto numbers = own.getArrayAsVector();
            if (const auto found = matrixOf(numbers)) matrix = found->before(m_matrix);
        }
        PageWalker inner(resources.isDictionary() ? resources : m_resources, matrix, m_depth + 1, m_operators, m_drawn);
        QPDFPageObjectHelper(object).parseContents(&inner);
        inlined += inner.inlined;
        cut = cut || inner.cut;
    }

    QPDFObjectHandle m_resources;
    Matrix m_matrix;
    int m_depth;
    std::size_t& m_operators;
    std::vector<Drawn>& m_drawn;
    std::vector<QPDFObjectHandle> m_operands;
    std::vector<Matrix> m_saved;
};

// Streams that hold objects are decoded by the library as a whole: one that unpacks to more than kMaxIndex is refused beforehand.
bool unpacksTooFar(ByteView bytes) {
    const auto text = textOf(bytes);
    constexpr std::size_t kDictionary = 64u << 10;
    Bytes scratch(64u << 10);
    std::size_t all = 0;
    for (auto at = text.find("stream"); at != text.npos; at = text.find("stream", at + 6)) {
        if (at >= 3 && text.substr(at - 3, 3) == "end") continue;
        auto dictionary = text.substr(at - std::min(at, kDictionary), std::min(at, kDictionary));
        if (const auto begin = dictionary.rfind("obj"); begin != dictionary.npos) dictionary.remove_prefix(begin);
        if (dictionary.find("ObjStm") == dictionary.npos && dictionary.find("XRef") == dictionary.npos && dictionary.find('#') == dictionary.npos) continue;
        std::size_t data = at + 6;
        while (data < text.size() && (text[data] == '\r' || text[data] == '\n')) ++data;
        const auto packed = dictionary.find("Flate");
        if (packed != dictionary.npos && dictionary.find("Flate", packed + 5) != dictionary.npos) return true;  // packed twice
        z_stream stream{};
        stream.next_in = const_cast<Bytef*>(bytes.data() + data);
        stream.avail_in = static_cast<uInt>(bytes.size() - data);
        if (inflateInit(&stream) != Z_OK) return true;
        std::size_t unpacked = 0;
        int state = Z_OK;
        while (state == Z_OK && unpacked <= kMaxIndex) {
            stream.next_out = scratch.data();
            stream.avail_out = static_cast<uInt>(scratch.size());
            state = inflate(&stream, Z_NO_FLUSH);
            unpacked += scratch.size() - stream.avail_out;
        }
        inflateEnd(&stream);
        all += unpacked;
        if (unpacked > kMaxIndex || all > kMaxAll) return true;
    }
    return false;
}

// The library walks the tree of pages by calling itself, level by level.
bool treeIsTooDeep(QPDF& file) {
    constexpr int kMaxLevels = 64;
    constexpr std::size_t kMaxNodes = 200'000;
    std::vector<std::pair<QPDFObjectHandle, int>> open{{file.getRoot().getKey("/Pages"), 1}};
    for (std::size_t nodes = 0; !open.empty(); ++nodes) {
        auto [node, level] = open.back();
        open.pop_back();
        if (level > kMaxLevels || nodes > kMaxNodes) return true;
        QPDFObjectHandle kids = node.isDictionary() ? node.getKey("/Kids") : QPDFObjectHandle::newNull();
        if (!kids.isArray()) continue;
        const int count = kids.getArrayNItems();
        if (open.size() + static_cast<std::size_t>(count) > kMaxNodes) return true;
        for (int i = 0; i < count; ++i) open.emplace_back(kids.getArrayItem(i), level + 1);
    }
    return false;
}

Status open(QPDF& file, ByteView bytes) {
    if (bytes.size() > kMaxFile) return fail(base::kTooLarge, "The PDF has more than 256 MiB.");
    if (unpacksTooFar(bytes)) return fail(base::kTooLarge, "The PDF holds a list of objects that unpacks to more than 64 MiB; it is not read.");
    file.setSuppressWarnings(true);
    file.processMemoryFile("file", reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (treeIsTooDeep(file)) return fail(base::kMalformed, "The tree of pages of the PDF goes too deep or in a circle; it is not read. Save its pages as PNG or JPEG.");
    return {};
}

/// Runs `work`, with what the library throws as an error.
template <class Work>
auto guarded(ByteView bytes, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const QPDFExc& wrong) {
        if (wrong.getErrorCode() == qpdf_e_password)
            return fail(kNotDecoded, "The PDF asks for a password. Open it, print it into a new PDF without one, and import that.");
        return fail(base::kMalformed, "The PDF is damaged or cut short (byte " + std::to_string(wrong.getFilePosition()) + " of " + std::to_string(bytes.size()) + "): " + wrong.getMessageDetail().substr(0, 200) + ".");
    } catch (const pdf::TooMuch&) {
        return fail(base::kTooLarge, "The PDF unpacks to more than is read.");
    } catch (const std::exception& wrong) {
        return fail(base::kMalformed, "The PDF of " + std::to_string(bytes.size()) + " bytes cannot be read: " + std::string(wrong.what()).substr(0, 200) + ".");
    }
}

class PdfReader {
  public:
    Result<ExchangeDocument> read(ByteView bytes);

  private:
    void page(QPDFPageObjectHelper page, std::size_t index, std::size_t count);
    void take(const Drawn& drawn, const std::string& place, std::set<QPDFObjGen>& seen);
    void find(Severity severity, const std::string& place, const char* rule, std::string detail) {
        m_document.report.add({severity, place, "", rule, std::move(detail), {}});
    }

    ExchangeDocument m_document;
    std::size_t m_bytes = 0;
    std::size_t m_small = 0;
};

void PdfReader::take(const Drawn& drawn, const std::string& place, std::set<QPDFObjGen>& seen) {
    QPDFObjectHandle image = drawn.image;
    if (image.isIndirect() && !seen.insert(image.getObjGen()).second) return;  // drawn twice on the page
    if (m_document.images.size() >= kMaxPdfPictures || m_bytes > kMaxAll) return;
    pdf::PdfPicture picture = pdf::pictureOf(image, drawn.orientation);
    if (picture.width < kSmallest && picture.height < kSmallest && picture.width > 0) {
        ++m_small;
        return;
    }
    if (picture.bytes.empty())
        return find(Severity::Warning, place, "pdf.picture", "A picture of " + place + " cannot be taken out: " + picture.unread + ". Save the page as PNG or JPEG.");
    if (picture.unread == "turned")
        find(Severity::Note, place, "pdf.turned", "The page shows the picture turned or mirrored; it is taken out as it is stored.");
    ExchangeImage result;
    const auto probe = probeImage(picture.bytes);
    result.mime = probe ? probe->mime : "application/octet-stream";
    if (!probe) result.undecoded = "unknown_coding";
    if (probe && probe->lossless) result.undecoded = "jpeg_lossless";
    result.width = probe ? probe->width : 0;
    result.height = probe ? probe->height : 0;
    result.source = place;
    if (result.mime == "image/jpeg") {
        const ExifFacts facts = readExif(pdf::decodedStream(image, qpdf_dl_none, kMaxFile), result.mime);
        result.captured = facts.captured;
        if (!facts.captured.empty()) result.capturedFrom = "EXIF";
        result.device = deviceOf(facts);
    }
    m_bytes += picture.bytes.size();
    result.bytes = std::move(picture.bytes);
    m_document.images.push_back(std::move(result));
}

void PdfReader::page(QPDFPageObjectHelper page, std::size_t index, std::size_t count) {
    const std::string place = "page " + std::to_string(index + 1) + " of " + std::to_string(count);
    const std::size_t before = m_document.images.size(), warned = m_document.report.findings.size();
    std::size_t contents = 0;
    for (QPDFObjectHandle stream : page.getObjectHandle().getPageContents())
        if (stream.isStream() && (contents += pdf::decodedStream(stream, qpdf_dl_generalized, kMaxContents).size()) > kMaxContents) throw pdf::TooMuch();
    QPDFObjectHandle rotation = page.getAttribute("/Rotate", false);
    const Matrix matrix = turnedBy(rotation.isInteger() ? rotation.getIntValueAsInt() : 0);
    std::vector<Drawn> drawn;
    std::size_t operators = 0;
    for (int pass = 0; pass < 2; ++pass) {
        drawn.clear();
        PageWalker walker(page.getAttribute("/Resources", false), matrix, 0, operators, drawn);
        page.parseContents(&walker);
        if (walker.cut) find(Severity::Warning, place, "pdf.page", "The page draws more than is followed; what comes after is not looked at.");
        if (walker.inlined == 0 || pass == 1) break;
        page.externalizeInlineImages(0);
    }
    std::set<QPDFObjGen> seen;
    for (const Drawn& each : drawn) take(each, place, seen);
    if (m_document.images.size() == before && m_document.report.findings.size() == warned)
        find(Severity::Warning, place, "pdf.page", "The " + place + " has no picture; text and drawings are not made into one. Save the page as PNG or JPEG.");
}

Result<ExchangeDocument> PdfReader::read(ByteView bytes) {
    m_document.format = ExchangeFormat::Pdf;
    QPDF file;
    COTEJO_TRY(open(file, bytes));
    m_document.formatName = "PDF " + file.getPDFVersion().substr(0, 8);
    auto pages = QPDFPageDocumentHelper(file).getAllPages();
    if (pages.empty())
        return fail(base::kMalformed, "The PDF of " + std::to_string(bytes.size()) + " bytes has no page: it ends before them or was never filled. Save the document again, or its pages as PNG or JPEG.");
    for (std::size_t i = 0; i < std::min(pages.size(), kMaxPages); ++i) {
        try {
            page(pages[i], i, pages.size());
        } catch (const pdf::TooMuch&) {
            find(Severity::Warning, "page " + std::to_string(i + 1), "pdf.page", "Page " + std::to_string(i + 1) + " of " + std::to_string(pages.size()) + " unpacks to more than is read. Save it as PNG or JPEG.");
        } catch (const std::exception&) {
            find(Severity::Warning, "page " + std::to_string(i + 1), "pdf.page", "Page " + std::to_string(i + 1) + " of " + std::to_string(pages.size()) + " is damaged and not read. Ask for the file again.");
        }
    }
    if (pages.size() > kMaxPages || m_document.images.size() >= kMaxPdfPictures || m_bytes > kMaxAll)
        find(Severity::Warning, "", "pdf.cap", "Only the first pages are read: " + std::to_string(pages.size()) + " pages hold more pictures than an import takes.");
    if (m_small > 0) find(Severity::Note, "", "pdf.small", std::to_string(m_small) + " pictures below 32 pixels a side are left out.");
    if (file.anyWarnings()) find(Severity::Warning, "", "pdf.damaged", "The PDF is damaged or cut short, and was read as far as its parts could be found; the file ends at byte " + std::to_string(bytes.size()) + ". Look whether every page is there.");
    return std::move(m_document);
}

}  // namespace

Result<ExchangeDocument> readPdf(ByteView bytes) {
    return guarded(bytes, [&] { return PdfReader().read(bytes); });
}

Result<int> countPdfPages(ByteView bytes) {
    return guarded(bytes, [&]() -> Result<int> {
        QPDF file;
        COTEJO_TRY(open(file, bytes));
        const auto pages = QPDFPageDocumentHelper(file).getAllPages().size();
        if (pages == 0 || pages > kMostCounted || file.anyWarnings())
            return fail(base::kMalformed, "The PDF of " + std::to_string(bytes.size()) + " bytes is damaged, cut short or without a page. Print it into a new PDF.");
        return static_cast<int>(pages);
    });
}

bool looksLikePdf(ByteView bytes) {
    return textOf(bytes).substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

}  // namespace cotejo::exchange
