#include <algorithm>
#include <array>
#include <set>

#include "core/base/crypto.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/nist/nist_detail.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using namespace nist;

constexpr auto kVersions =
    std::to_array<std::string_view>({"0101", "0200", "0201", "0300", "0400", "0500", "0501", "0502"});
constexpr auto kCompressions =
    std::to_array<std::string_view>({"NONE", "WSQ20", "JPEGB", "JPEGL", "JP2", "JP2L", "PNG"});
constexpr auto kPoses = std::to_array<std::string_view>({"F", "R", "L", "A", "D"});

std::string_view mimeOfCompression(std::string_view code) {
    if (code == "WSQ20" || code == "WSQ") return "image/x-wsq";
    if (code == "JPEGB" || code == "JPEGL") return "image/jpeg";
    if (code == "JP2" || code == "JP2L") return "image/jp2";
    if (code == "PNG") return "image/png";
    return {};
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool isDate(std::string_view text) {
    if (text.size() != 8 || !wholeNumber(text)) return false;
    const int month = *wholeNumber(text.substr(4, 2));
    const int day = *wholeNumber(text.substr(6, 2));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool isPixelsPerMillimetre(std::string_view text) {
    return text.size() == 5 && text[2] == '.' && wholeNumber(text.substr(0, 2)) &&
           wholeNumber(text.substr(3));
}

// Bytes of an uncompressed image; nothing where the record does not say that it is one of gray pixels.
std::optional<std::uint64_t> rawBytes(const NistRecord& record, int width, int height) {
    const auto columns = static_cast<std::uint64_t>(width), rows = static_cast<std::uint64_t>(height);
    if (width <= 0 || height <= 0) return std::nullopt;
    if (record.type == 3 || record.type == 4) {
        if (record.binary->compression != 0) return std::nullopt;
        return columns * rows;
    }
    if (record.type == 5 || record.type == 6) {
        if (record.binary->compression != 0) return std::nullopt;
        return (columns + 7) / 8 * rows;
    }
    const bool gray = (record.type >= 13 && record.type <= 15) && record.text(11) == "NONE" && record.number(12) == 8;
    return gray ? std::optional(columns * rows) : std::nullopt;
}

class Validator {
  public:
    explicit Validator(const NistFile& file) : m_file(file) {}
    ValidationReport run();

  private:
    void add(Severity severity, const NistRecord& record, int field, const char* rule, std::string detail) {
        m_report.add({severity,
                      record.name(),
                      field > 0 ? fieldName(record.type, field) : "",
                      rule,
                      std::move(detail),
                      {}});
    }
    void require(const NistRecord& record, std::initializer_list<int> fields) {
        for (const int field : fields)
            if (record.text(field).empty())
                add(Severity::Warning, record, field, "nist.mandatory",
                    "The standard asks for this field; it is missing or empty.");
    }
    void header(const NistRecord& record);
    void contents();
    void record(const NistRecord& record);
    void binary(const NistRecord& record);
    void minutiae(const NistRecord& record);
    void image(const NistRecord& record);
    void imageSize(const NistRecord& record, std::string_view declaredMime, ByteView bytes, int width,
                   int height, int field);
    void hash(const NistRecord& record);

    const NistFile& m_file;
    ValidationReport m_report;
};

void Validator::header(const NistRecord& record) {
    require(record, {1, 2, 3, 4, 5, 7, 8, 9, 11, 12});
    if (!among(kVersions, record.text(2)))
        add(Severity::Warning, record, 2, "nist.version",
            "The version \"" + toUtf8(record.text(2).substr(0, 8)) + "\" is not one of 0200 to 0502.");
    if (!record.text(5).empty() && !isDate(record.text(5)))
        add(Severity::Warning, record, 5, "nist.date", "The date is not of the form YYYYMMDD.");
    for (const int field : {11, 12})
        if (!record.text(field).empty() && !isPixelsPerMillimetre(record.text(field)))
            add(Severity::Warning, record, field, "nist.resolution",
                "The resolution is not of the form NN.NN pixels per millimetre.");
}

void Validator::contents() {
    const NistRecord& header = m_file.header();
    const NistField* field = header.field(3);
    if (field == nullptr)
        return add(Severity::Error, header, 3, "nist.cnt", "The file does not say which records it has.");
    const auto announced = field->subfields();
    const std::size_t others = m_file.records.size() - 1;
    const auto count = announced[0].size() > 1 ? wholeNumber(announced[0][1]) : std::nullopt;
    if (announced[0][0] != "1" || !count || static_cast<std::size_t>(*count) != announced.size() - 1)
        add(Severity::Warning, header, 3, "nist.cnt",
            "The count in the first subfield is not the number of subfields that follow.");
    if (announced.size() - 1 != others)
        add(announced.size() - 1 > others ? Severity::Error : Severity::Warning, header, 3, "nist.cnt",
            "It announces " + std::to_string(announced.size() - 1) + " records after Type-1; the file has " +
                std::to_string(others) + ".");
    for (std::size_t i = 1; i < announced.size() && i < m_file.records.size(); ++i) {
        const NistRecord& record = m_file.records[i];
        const auto idc = announced[i].size() > 1 ? wholeNumber(announced[i][1]) : std::nullopt;
        if (record.idc() != idc)
            add(Severity::Warning, record, 2, "nist.idc",
                "The IDC is not the one that 1.003 announces for this record.");
    }
}

void Validator::imageSize(const NistRecord& record, std::string_view declaredMime, ByteView bytes, int width,
                          int height, int field) {
    const auto probe = probeImage(bytes);
    if (!probe) {
        if (!declaredMime.empty())
            add(Severity::Error, record, field, "nist.image",
                "The image data does not begin like the " + std::string(declaredMime) + " that is declared.");
        else if (const auto needed = rawBytes(record, width, height); needed && bytes.size() != *needed)
            add(Severity::Error, record, field, "nist.size",
                "Uncompressed pixels of " + std::to_string(width) + " x " + std::to_string(height) + " need " +
                    std::to_string(*needed) + " bytes; there are " + std::to_string(bytes.size()) + ".");
        return;
    }
    if (!declaredMime.empty() && probe->mime != declaredMime)
        add(Severity::Warning, record, field, "nist.image",
            "The image is " + probe->mime + ", declared is " + std::string(declaredMime) + ".");
    if (declaredMime.empty() && probe->mime != "image/bmp")
        add(Severity::Warning, record, field, "nist.image",
            "The image is " + probe->mime + ", declared is none.");
    if (probe->width > 0 && probe->height > 0 && width > 0 && height > 0 &&
        (probe->width != width || probe->height != height))
        add(Severity::Warning, record, field, "nist.size",
            "The record says " + std::to_string(width) + " x " + std::to_string(height) +
                " pixels, the image itself " + std::to_string(probe->width) + " x " +
                std::to_string(probe->height) + ".");
}

void Validator::binary(const NistRecord& record) {
    if (!record.binary) return;
    const NistBinaryHeader& binary = *record.binary;
    // Type-7 is user-defined: its header often, but not always, has the shape of types 3 to 6. Type-8 has no
    // finger.
    if (record.type >= 7) return;
    for (const int position : binary.positions)
        if (position > 15)
            add(Severity::Warning, record, 4, "nist.position",
                "Finger position " + std::to_string(position) + " is not defined.");
    if (binary.positions.empty())
        add(Severity::Warning, record, 4, "nist.position", "No finger position is given.");
    if (binary.scanResolution > 1)
        add(Severity::Warning, record, 5, "nist.resolution", "ISR is neither 0 nor 1.");
    if (binary.width == 0 || binary.height == 0)
        add(Severity::Error, record, 6, "nist.size", "The image has no width or height.");
    if (binary.compression > 6)
        add(Severity::Error, record, 8, "nist.compression",
            "Compression code " + std::to_string(binary.compression) + " is not defined.");
    if (record.image.empty())
        return add(Severity::Error, record, 9, "nist.image", "The record has no image data.");
    if (record.complete) {
        const bool bilevel = record.type == 5 || record.type == 6;
        const auto code = static_cast<std::size_t>(binary.compression);
        const auto mime = code < kCompressions.size() && !bilevel ? mimeOfCompression(kCompressions[code])
                                                                  : std::string_view();
        imageSize(record, mime, record.image, binary.width, binary.height, 9);
    }
}

void Validator::minutiae(const NistRecord& record) {
    require(record, {1, 2});
    const NistField* list = record.field(12);
    const auto count = record.number(10);
    if (list == nullptr) return;
    require(record, {3, 4, 5, 6, 10});
    const std::size_t found = list->subfields().size();
    if (count && static_cast<std::size_t>(*count) != found)
        add(Severity::Warning, record, 10, "nist.count",
            "It counts " + std::to_string(*count) + " minutiae; 9.012 has " + std::to_string(found) + ".");
}

void Validator::hash(const NistRecord& record) {
    const std::string_view stated = record.text(kHashField);
    if (stated.empty()) return;
    const NistField* data = record.field(kDataField);
    const auto expected = Hash::fromText(stated);
    if (!expected)
        return add(Severity::Warning, record, kHashField, "nist.hash",
                   "The hash is not 64 hexadecimal digits.");
    if (data == nullptr || sha256(data->value) != *expected)
        add(Severity::Error, record, kHashField, "nist.hash",
            "The SHA-256 of the data does not match: the image was changed after the record was made, or "
            "damaged.");
}

void Validator::image(const NistRecord& record) {
    const NistField* data = record.field(kDataField);
    const bool mayBeMissing = record.type == 14 || record.type == 15;
    if (data == nullptr) {
        const bool explained = mayBeMissing && record.field(18) != nullptr;
        if (!explained)
            add(Severity::Error, record, kDataField, "nist.image", "The record has no image data.");
        require(record, {1, 2, 4, 5});
        return;
    }
    require(record, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    if (record.type == 10) {
        if (record.field(20) != nullptr && !among(kPoses, record.text(20)))
            add(Severity::Warning, record, 20, "nist.pose", "The pose is none of F, R, L, A, D.");
    } else if (record.type == 13 || record.type == 14 || record.type == 15) {
        require(record, {13});
    }
    const auto compression = record.text(11);
    if (!compression.empty() && !among(kCompressions, compression))
        add(Severity::Warning, record, 11, "nist.compression",
            "The compression code is none of NONE, WSQ20, JPEGB, JPEGL, JP2, JP2L, PNG.");
    const auto scale = record.number(8);
    if (!scale || *scale > 2) add(Severity::Warning, record, 8, "nist.resolution", "SLC is none of 0, 1, 2.");
    const auto width = record.number(6), height = record.number(7);
    if (!width || !height || *width == 0 || *height == 0)
        add(Severity::Warning, record, 6, "nist.size",
            "The record does not say the image's width and height in pixels.");
    if (record.complete)
        imageSize(record, mimeOfCompression(compression), data->value, width.value_or(0), height.value_or(0),
                  kDataField);
    hash(record);
}

void Validator::record(const NistRecord& record) {
    if (!isKnownType(record.type))
        add(Severity::Note, record, 0, "nist.type",
            "Records of this type are not defined; its bytes are kept.");
    std::set<int> seen;
    for (const NistField& field : record.fields)
        if (field.number > 0 && field.number != kDataField && !seen.insert(field.number).second)
            add(Severity::Warning, record, field.number, "nist.twice",
                "The field stands twice in the record.");
    switch (record.type) {
        case 1:
            return header(record);
        case 2:
            return require(record, {1, 2});
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
        case 8:
            return binary(record);
        case 9:
            return minutiae(record);
        case 10:
        case 13:
        case 14:
        case 15:
        case 16:
        case 17:
            return image(record);
        default:
            return hash(record);
    }
}

ValidationReport Validator::run() {
    contents();
    for (const NistRecord& each : m_file.records)
        record(each);
    return std::move(m_report);
}

}  // namespace

ValidationReport validateNistItl(const NistFile& file) {
    return Validator(file).run();
}

}  // namespace cotejo::exchange
