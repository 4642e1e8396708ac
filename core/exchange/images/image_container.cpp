#include "core/exchange/images/image_container.h"

#include <algorithm>
#include <cmath>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/sample_codes.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kMaxImages = 1000;

enum class Kind { Fir2005, Fir2011, Fac2005, Fac2011, Iir2011 };

class ContainerReader {
  public:
    explicit ContainerReader(ByteView bytes) : m_bytes(bytes), m_reader(bytes) {}
    Result<ExchangeDocument> read();

  private:
    bool header(Kind kind);
    bool finger2005(ExchangeImage& image);
    bool finger2011(ExchangeImage& image);
    bool face2005(ExchangeImage& image);
    bool face2011(ExchangeImage& image);
    bool iris2011(ExchangeImage& image);
    std::size_t representationHead(ExchangeImage& image);
    void passRest(const ExchangeImage& image, std::size_t begin, std::size_t length);
    void finish(ExchangeImage& image, ByteView data, int depth);
    bool representation(Kind kind, std::size_t index);
    void add(Severity severity, const std::string& record, std::size_t byte, const char* rule, std::string detail) {
        m_document.report.add({severity, record, "byte " + std::to_string(byte), rule, std::move(detail), {}});
    }
    bool moreToRead(Kind kind) const;
    void checkEnd();
    record::Ppi ppi(int unit, int x, int y) const {
        if (x <= 0 || std::abs(x - y) > 0.01 * x) return {};
        const double value = unit == 2 ? x * 2.54 : x;
        const double hundred = std::round(value / 100) * 100;
        return {unit == 2 && std::abs(value - hundred) < 0.004 * hundred ? hundred : value,
                record::PpiSource::Header};
    }

    ByteView m_bytes;
    ByteReader m_reader;
    ExchangeDocument m_document;
    std::size_t m_count = 0;
    std::uint64_t m_declared = 0;
    bool m_certified = false;
    int m_unit = 1, m_x = 0, m_y = 0, m_depth = 8;
    unsigned m_device = 0;
};

bool ContainerReader::header(Kind kind) {
    m_reader.raw(8);
    switch (kind) {
        case Kind::Fir2005:
            m_declared = static_cast<std::uint64_t>(m_reader.u16()) << 32;
            m_declared |= m_reader.u32();
            m_device = m_reader.u16();
            m_reader.u16();  // acquisition level
            m_count = m_reader.u8();
            m_unit = m_reader.u8();
            m_reader.raw(4);  // scan resolution
            m_x = m_reader.u16();
            m_y = m_reader.u16();
            m_depth = m_reader.u8();
            m_reader.raw(3);  // compression, which the image itself tells; reserved
            break;
        case Kind::Fir2011:
            m_declared = m_reader.u32();
            m_count = m_reader.u16();
            m_certified = m_reader.u8() != 0;
            m_reader.u8();  // number of positions
            break;
        case Kind::Fac2005:
            m_declared = m_reader.u32();
            m_count = m_reader.u16();
            break;
        case Kind::Fac2011:
            m_declared = m_reader.u32();
            m_count = m_reader.u16();
            m_certified = m_reader.u8() != 0;
            m_reader.u16();  // temporal semantics
            break;
        case Kind::Iir2011:
            m_declared = m_reader.u32();
            m_count = m_reader.u16();
            m_certified = m_reader.u8() != 0;
            m_reader.u8();  // number of eyes
            break;
    }
    return !m_reader.failed();
}

// "2022-12-28"; nothing where parts of it say "not known" or are none.
std::string dateOf(int year, int month, int day) {
    if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
    const auto two = [](int value) { return std::string(value < 10 ? "-0" : "-") + std::to_string(value); };
    return std::to_string(year) + two(month) + two(day);
}

// What begins every representation of the 2011 versions (ISO/IEC 19794-1:2011, clause 12); answers its length.
std::size_t ContainerReader::representationHead(ExchangeImage& image) {
    const std::size_t length = m_reader.u32();
    const int year = m_reader.u16(), month = m_reader.u8(), day = m_reader.u8();
    m_reader.raw(5);  // time of day
    image.captured = dateOf(year, month, day);
    if (!image.captured.empty()) image.capturedFrom = "capture date";
    m_reader.u8();  // device technology
    const unsigned vendor = m_reader.u16(), type = m_reader.u16();
    if (vendor != 0 || type != 0) image.device = {{"vendor " + hexCode(vendor), "capture device"}, {"type " + hexCode(type), "capture device"}, {}};
    for (int i = 0, blocks = m_reader.u8(); i < blocks; ++i) {
        const int value = m_reader.u8();
        const unsigned by = m_reader.u16(), algorithm = m_reader.u16();
        if (value > 100 || m_reader.failed()) continue;  // 255 says that it failed
        const std::string name = by == 0 && algorithm == 0 ? "" : "vendor " + hexCode(by) + " algorithm " + hexCode(algorithm);
        image.qualities.push_back({value, name, "", "quality block " + std::to_string(i + 1)});
    }
    if (m_certified) m_reader.raw(3u * m_reader.u8());
    return length;
}

// The 2011 versions say both how long a representation and how long its image is. Extended data may stand between the
// two ends and is passed over; any other difference is damage, though the image is whole.
void ContainerReader::passRest(const ExchangeImage& image, std::size_t begin, std::size_t length) {
    const std::size_t used = m_reader.position() - begin;
    if (length < used)
        add(Severity::Warning, image.source, begin, "iso.representation",
            "The representation says it has " + std::to_string(length) + " bytes; its image ends after " +
                std::to_string(used) + ".");
    else if (length - used > m_reader.left())
        add(Severity::Error, image.source, begin, "iso.cut",
            "The representation says it has " + std::to_string(length) + " bytes; the file ends after " +
                std::to_string(m_bytes.size() - begin) + ". The image is whole, what follows it is missing.");
    if (length > used) m_reader.raw(std::min(length - used, m_reader.left()));
}

void ContainerReader::finish(ExchangeImage& image, ByteView data, int depth) {
    image.bytes.assign(data.begin(), data.end());
    if (const auto probe = probeImage(data)) {
        image.mime = probe->mime;
        if (probe->lossless) image.undecoded = "jpeg_lossless";
    } else if (auto wrapped = depth == 8 ? wrapRawGray(data, image.width, image.height, 8, image.ppi.value)
                                         : std::nullopt) {
        image.bytes = std::move(*wrapped);
        image.mime = "image/bmp";
    } else {
        image.mime = "application/octet-stream";
        image.undecoded = "unknown_coding";
        add(Severity::Error, image.source, static_cast<std::size_t>(data.data() - m_bytes.data()), "iso.image",
            "The image data begins like no image that is known and does not fill its size; the bytes are kept.");
    }
}

bool ContainerReader::finger2005(ExchangeImage& image) {
    const std::size_t length = m_reader.u32();
    image.positionCode = m_reader.u8();
    m_reader.raw(2);  // count of views, view
    const int quality = m_reader.u8();
    if (quality <= 100 && quality > 0) image.qualities.push_back({quality, "", "", "finger quality"});
    image.impression = {std::string(impressionName(m_reader.u8())), "impression type"};
    if (m_device != 0) image.device.model = {"device " + hexCode(m_device), "capture device"};
    image.width = m_reader.u16();
    image.height = m_reader.u16();
    m_reader.u8();
    if (m_reader.failed() || length < 14) return false;
    image.ppi = ppi(m_unit, m_x, m_y);
    const ByteView data = m_reader.raw(length - 14);
    if (m_reader.failed()) return false;
    finish(image, data, m_depth);
    return true;
}

bool ContainerReader::finger2011(ExchangeImage& image) {
    const std::size_t begin = m_reader.position();
    const std::size_t whole = representationHead(image);
    image.positionCode = m_reader.u8();
    m_reader.u8();  // representation number
    const int unit = m_reader.u8();
    m_reader.raw(4);  // scan sampling rate
    const int x = m_reader.u16();
    const int y = m_reader.u16();
    const int depth = m_reader.u8();
    m_reader.u8();  // compression, which the image itself tells
    image.impression = {std::string(impressionName(m_reader.u8())), "impression type"};
    image.width = m_reader.u16();
    image.height = m_reader.u16();
    const ByteView data = m_reader.raw(m_reader.u32());
    if (m_reader.failed()) return false;
    passRest(image, begin, whole);
    image.ppi = ppi(unit, x, y);
    finish(image, data, depth);
    return true;
}

bool ContainerReader::face2005(ExchangeImage& image) {
    const std::size_t begin = m_reader.position();
    const std::size_t length = m_reader.u32();
    const std::size_t points = m_reader.u16();
    m_reader.raw(14);  // gender, colours, properties, expression, pose
    m_reader.raw(8 * points);
    m_reader.raw(2);  // image type, data type
    image.width = m_reader.u16();
    image.height = m_reader.u16();
    m_reader.raw(6);  // colour space, source, device, quality
    const std::size_t head = m_reader.position() - begin;
    if (m_reader.failed() || length < head) return false;
    const ByteView data = m_reader.raw(length - head);
    if (m_reader.failed()) return false;
    finish(image, data, 0);
    return true;
}

bool ContainerReader::face2011(ExchangeImage& image) {
    const std::size_t begin = m_reader.position();
    const std::size_t whole = representationHead(image);
    const std::size_t points = m_reader.u16();
    m_reader.raw(15);  // gender, colours, height, properties, expression, pose
    m_reader.raw(8 * points);
    m_reader.raw(2);  // image type, data type
    image.width = m_reader.u16();
    image.height = m_reader.u16();
    m_reader.raw(5);  // sampling rate level, processing, cross reference, colour space
    const ByteView data = m_reader.raw(m_reader.u32());
    if (m_reader.failed()) return false;
    passRest(image, begin, whole);
    finish(image, data, 0);
    return true;
}

bool ContainerReader::iris2011(ExchangeImage& image) {
    const std::size_t begin = m_reader.position();
    const std::size_t whole = representationHead(image);
    m_reader.u16();  // representation number
    const int eye = m_reader.u8();
    image.hand = {eye == 1 ? "right" : eye == 2 ? "left" : "", "eye label"};
    m_reader.raw(3);  // image type, format, properties
    image.width = m_reader.u16();
    image.height = m_reader.u16();
    const int depth = m_reader.u8();
    m_reader.raw(2 + 2 + 2 + 8 + 4);  // range, roll angle and its uncertainty, centre, diameter
    const ByteView data = m_reader.raw(m_reader.u32());
    if (m_reader.failed()) return false;
    passRest(image, begin, whole);
    finish(image, data, depth);
    return true;
}

bool ContainerReader::representation(Kind kind, std::size_t index) {
    ExchangeImage image;
    image.source = "representation " + std::to_string(index + 1);
    const bool finger = kind == Kind::Fir2005 || kind == Kind::Fir2011;
    image.subject = finger ? ImageSubject::Finger : kind == Kind::Iir2011 ? ImageSubject::Iris : ImageSubject::Face;
    const bool whole = kind == Kind::Fir2005   ? finger2005(image)
                       : kind == Kind::Fir2011 ? finger2011(image)
                       : kind == Kind::Fac2005 ? face2005(image)
                       : kind == Kind::Fac2011 ? face2011(image)
                                               : iris2011(image);
    if (!whole) {
        add(Severity::Error, image.source, m_reader.position(), "iso.cut",
            "The record ends inside this representation. It is cut short; ask for it again.");
        return false;
    }
    if (finger) {
        if (image.positionCode >= 13 && image.positionCode <= 15) image.subject = ImageSubject::FingerGroup;
        if (image.positionCode >= 20 && image.positionCode <= 36) image.subject = ImageSubject::Palm;
        image.hand = {std::string(handOfPosition(image.positionCode)), "finger position"};
        image.positionWritten = {std::to_string(image.positionCode), "finger position"};
        if (image.positionCode <= 10)
            image.position = static_cast<record::FingerPosition>(image.positionCode);
    }
    m_document.images.push_back(std::move(image));
    return true;
}

// The 2005 finger record counts fingers, each of which may have several views.
bool ContainerReader::moreToRead(Kind kind) const {
    const std::size_t read = m_document.images.size();
    if (read >= kMaxImages) return false;
    return read < m_count || (kind == Kind::Fir2005 && read > 0 && m_reader.left() > 0);
}

// What was not read is said: nothing is lost in silence.
void ContainerReader::checkEnd() {
    const std::size_t left = m_reader.left();
    if (m_reader.failed() || left == 0) return;
    if (m_document.images.size() >= kMaxImages)
        add(Severity::Error, "", m_reader.position(), "iso.cap", "Only the first 1,000 images are read.");
    else
        add(Severity::Warning, "", m_reader.position(), "iso.trailing",
            "The last " + std::to_string(left) + " bytes belong to no representation that the header counts.");
}

Result<ExchangeDocument> ContainerReader::read() {
    struct Known {
        std::string_view magic;
        Kind kind;
        ExchangeFormat format;
        const char* name;
    };
    static constexpr Known kKnown[] = {
        {"FIR\0" "010\0"sv, Kind::Fir2005, ExchangeFormat::FingerImages, "ISO/IEC 19794-4:2005"},
        {"FIR\0" "020\0"sv, Kind::Fir2011, ExchangeFormat::FingerImages, "ISO/IEC 19794-4:2011"},
        {"FAC\0" "010\0"sv, Kind::Fac2005, ExchangeFormat::FaceImages, "ISO/IEC 19794-5:2005"},
        {"FAC\0" "030\0"sv, Kind::Fac2011, ExchangeFormat::FaceImages, "ISO/IEC 19794-5:2011"},
        {"IIR\0" "020\0"sv, Kind::Iir2011, ExchangeFormat::IrisImages, "ISO/IEC 19794-6:2011"}};
    const auto magic = textOf(m_bytes).substr(0, 8);
    const auto known = std::find_if(std::begin(kKnown), std::end(kKnown), [&](const Known& each) { return each.magic == magic; });
    if (known == std::end(kKnown)) {
        if (magic.starts_with("FIR\0"sv) || magic.starts_with("FAC\0"sv) || magic.starts_with("IIR\0"sv))
            return fail(kNotDecoded,
                        "This version of an ISO/IEC 19794 image record is not decoded; 19794-4 and -5 of 2005 "
                        "and 2011 and 19794-6 of 2011 are. The bytes are kept.");
        return fail(base::kMalformed,
                    "The bytes do not begin with the FIR, FAC or IIR of an ISO/IEC 19794 image record.");
    }
    const Kind kind = known->kind;
    if (!header(kind))
        return fail(base::kMalformed, "The image record ends inside its header, at byte " +
                                          std::to_string(m_bytes.size()) + ".");
    m_document.format = known->format;
    m_document.formatName = known->name;
    if (m_declared != m_bytes.size())
        add(m_declared > m_bytes.size() ? Severity::Error : Severity::Warning, "", 8, "iso.length",
            "The header says " + std::to_string(m_declared) + " bytes, the file has " +
                std::to_string(m_bytes.size()) + ".");
    if (m_count == 0) add(Severity::Error, "", 8, "iso.empty", "The record holds no image.");
    while (moreToRead(kind))
        if (!representation(kind, m_document.images.size())) break;
    checkEnd();
    return std::move(m_document);
}

}  // namespace

Result<ExchangeDocument> readImageContainer(ByteView bytes) {
    return ContainerReader(bytes).read();
}

}  // namespace cotejo::exchange
