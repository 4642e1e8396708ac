#include "core/exchange/minutiae/minutiae_codec.h"

#include <algorithm>
#include <cmath>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

enum class Dialect { Iso2005, Iso2011, Ansi2004, Ansi2009 };

constexpr double kIsoAngle = 360.0 / 256;
constexpr double kAnsiAngle = 2;
constexpr std::size_t kMaxViews = 10'000;

std::string nameOf(Dialect dialect) {
    switch (dialect) {
        case Dialect::Iso2005:
            return "ISO/IEC 19794-2:2005";
        case Dialect::Iso2011:
            return "ISO/IEC 19794-2:2011";
        case Dialect::Ansi2004:
            return "ANSI/INCITS 378-2004";
        case Dialect::Ansi2009:
            return "ANSI/INCITS 378-2009";
    }
    return {};
}

std::optional<int> qualityOf(int value) {
    return value >= 1 && value <= 100 ? std::optional<int>(value) : std::nullopt;
}

std::uint32_t u16At(ByteView bytes, std::size_t at) {
    return bytes.size() < at + 2 ? 0u : static_cast<std::uint32_t>(bytes[at] << 8 | bytes[at + 1]);
}
std::uint32_t u32At(ByteView bytes, std::size_t at) {
    return u16At(bytes, at) << 16 | u16At(bytes, at + 2);
}

// Where the views of a 19794-2:2011 record end by the lengths that they state; 0 where one is too short for a view.
std::uint64_t endByIsoLengths(ByteView bytes) {
    std::uint64_t end = 15;
    for (std::uint32_t i = 0, count = u16At(bytes, 12); i < count && end < bytes.size(); ++i) {
        const std::uint32_t length = u32At(bytes, static_cast<std::size_t>(end));
        if (length < 34) return 0;
        end += length;
    }
    return end;
}

// Where the views of a 378-2009 record end by their counts.
std::uint64_t endByAnsiCounts(ByteView bytes) {
    std::size_t end = 21;
    for (int i = 0, count = bytes.size() > 19 ? bytes[19] : 0; i < count && end + 17 <= bytes.size(); ++i) {
        end += 17 + 6u * bytes[end + 16];
        end += 2 + u16At(bytes, end);
    }
    return end;
}

// 19794-2:2011 and 378-2009 share magic and version. The one whose parts add up to the file is it; where the file is cut or
// damaged and neither does, a first view that fits into the declared length speaks for ISO.
bool isAnsi2009(ByteView bytes) {
    const std::uint64_t declared = u32At(bytes, 8), iso = endByIsoLengths(bytes), ansi = endByAnsiCounts(bytes);
    if (iso == declared || iso == bytes.size()) return false;
    if (ansi == declared || ansi == bytes.size()) return true;
    const std::uint32_t first = u32At(bytes, 15);
    return bytes.size() >= 19 && (first < 34 || 15 + std::uint64_t{first} > declared);
}

class MinutiaeReader {
  public:
    explicit MinutiaeReader(ByteView bytes) : m_bytes(bytes), m_reader(bytes) {}
    Result<MinutiaeFile> read();

  private:
    Result<Dialect> dialect() const;
    bool header(Dialect dialect);
    bool view(Dialect dialect, std::size_t index);
    void extendedData(const MinutiaeRecord& view);
    void checkEnd();
    void minutiae(MinutiaeRecord& view, int count, int size, double step);
    void checkView(const MinutiaeRecord& view);
    void add(Severity severity, const std::string& record, const char* rule, std::string detail) {
        m_file.report.add(
            {severity, record, "byte " + std::to_string(m_reader.position()), rule, std::move(detail), {}});
    }

    ByteView m_bytes;
    ByteReader m_reader;
    MinutiaeFile m_file;
    MinutiaeRecord m_common;  // what the record header says about all views
    std::size_t m_views = 0;
    std::uint64_t m_declared = 0;
    bool m_certified = false;
};

// 378-2004 and 19794-2:2005 share magic and version; the shape of the length field tells them apart.
Result<Dialect> MinutiaeReader::dialect() const {
    const auto text = textOf(m_bytes);
    if (!text.starts_with("FMR\0"sv))
        return fail(base::kMalformed, "The bytes do not begin with the FMR of a minutiae template.");
    if (m_bytes.size() < 8)
        return fail(base::kMalformed, "The minutiae template ends inside its version number.");
    const auto version = text.substr(4, 4);
    if (version == " 20\0"sv) {
        if (u32At(m_bytes, 8) == m_bytes.size()) return Dialect::Iso2005;
        return u16At(m_bytes, 8) != 0 || u32At(m_bytes, 10) == m_bytes.size() ? Dialect::Ansi2004
                                                                              : Dialect::Iso2005;
    }
    if (version == "030\0"sv) return isAnsi2009(m_bytes) ? Dialect::Ansi2009 : Dialect::Iso2011;
    return fail(
        kNotDecoded,
        "Minutiae templates of version \"" + toUtf8(text.substr(4, 3)) +
            "\" are not decoded; 19794-2:2005 and :2011, 378-2004 and -2009 are. The bytes are kept.");
}

bool MinutiaeReader::header(Dialect dialect) {
    m_reader.raw(8);
    if (dialect == Dialect::Ansi2004) {
        m_declared = m_reader.u16();
        if (m_declared == 0) m_declared = m_reader.u32();
        m_reader.raw(4);  // CBEFF owner and type
    } else {
        m_declared = m_reader.u32();
    }
    switch (dialect) {
        case Dialect::Iso2005:
        case Dialect::Ansi2004:
            m_reader.u16();  // capture equipment
            m_common.width = m_reader.u16();
            m_common.height = m_reader.u16();
            m_common.xPpcm = m_reader.u16();
            m_common.yPpcm = m_reader.u16();
            m_views = m_reader.u8();
            m_reader.u8();
            break;
        case Dialect::Iso2011:
            m_views = m_reader.u16();
            m_certified = m_reader.u8() != 0;
            break;
        case Dialect::Ansi2009:
            m_reader.raw(7);  // CBEFF owner and type, certification, capture equipment
            m_views = m_reader.u8();
            m_reader.u8();
            break;
    }
    return !m_reader.failed();
}

void MinutiaeReader::minutiae(MinutiaeRecord& view, int count, int size, double step) {
    for (int i = 0; i < count; ++i) {
        const int x = m_reader.u16();
        const int y = m_reader.u16();
        const int angle = m_reader.u8();
        const int quality = size >= 6 ? m_reader.u8() : 0;
        if (size > 6) m_reader.raw(static_cast<std::size_t>(size) - 6);
        if (m_reader.failed()) return;
        constexpr MinutiaType kTypes[] = {MinutiaType::Other, MinutiaType::Ending, MinutiaType::Bifurcation,
                                          MinutiaType::Other};
        view.minutiae.push_back({static_cast<double>(x & 0x3fff), static_cast<double>(y & 0x3fff),
                                 std::fmod(angle * step, 360.0), kTypes[x >> 14], qualityOf(quality)});
    }
}

// Extended data is optional: where it is missing or cut, the minutiae before it are whole all the same.
void MinutiaeReader::extendedData(const MinutiaeRecord& view) {
    const std::size_t at = m_reader.position(), left = m_reader.left();
    const std::string whole = " The " + std::to_string(view.minutiae.size()) + " minutiae of the view are whole.";
    if (left < 2) {
        m_reader.raw(left);
        add(Severity::Warning, view.source, "fmr.extended",
            "The file ends at byte " + std::to_string(m_bytes.size()) + ", where the length of the extended data belongs." + whole);
        return;
    }
    const std::size_t said = m_reader.u16();
    if (said + 2 > left)
        add(Severity::Warning, view.source, "fmr.extended",
            "At byte " + std::to_string(at) + " the extended data is said to have " + std::to_string(said) + " bytes; " +
                std::to_string(left - 2) + " are there. It is not read." + whole);
    m_reader.raw(std::min(said, m_reader.left()));
}

bool MinutiaeReader::view(Dialect dialect, std::size_t index) {
    const std::size_t begin = m_reader.position();
    std::optional<std::size_t> declared;
    MinutiaeRecord view = m_common;
    view.format = nameOf(dialect);
    view.source = "view " + std::to_string(index + 1);
    int size = 6;
    switch (dialect) {
        case Dialect::Iso2005:
        case Dialect::Ansi2004: {
            view.positionCode = m_reader.u8();
            const int both = m_reader.u8();
            view.view = both >> 4;
            view.impression = both & 15;
            view.quality = qualityOf(m_reader.u8());
            break;
        }
        case Dialect::Iso2011: {
            declared = m_reader.u32();
            m_reader.raw(9 + 1 + 2 + 2);  // capture date, device technology, vendor, type
            for (int blocks = m_reader.u8(), i = 0; i < blocks; ++i) {
                const auto quality = qualityOf(m_reader.u8());
                if (!view.quality) view.quality = quality;
                m_reader.raw(4);
            }
            if (m_certified) m_reader.raw(3u * m_reader.u8());
            view.positionCode = m_reader.u8();
            view.view = m_reader.u8();
            view.xPpcm = m_reader.u16();
            view.yPpcm = m_reader.u16();
            view.impression = m_reader.u8();
            view.width = m_reader.u16();
            view.height = m_reader.u16();
            size = m_reader.u8() >> 4;
            break;
        }
        case Dialect::Ansi2009:
            view.positionCode = m_reader.u8();
            view.view = m_reader.u8();
            view.impression = m_reader.u8();
            view.quality = qualityOf(m_reader.u8());
            m_reader.raw(4);
            view.width = m_reader.u16();
            view.height = m_reader.u16();
            view.xPpcm = m_reader.u16();
            view.yPpcm = m_reader.u16();
            break;
    }
    if (size < 5) {
        add(Severity::Error, view.source, "fmr.size",
            "A minutia of " + std::to_string(size) + " bytes cannot be read; 5 or 6 are defined.");
        return false;
    }
    const int count = m_reader.u8();
    const bool iso = dialect == Dialect::Iso2005 || dialect == Dialect::Iso2011;
    minutiae(view, count, size, iso ? kIsoAngle : kAnsiAngle);
    if (m_reader.failed()) {
        add(Severity::Error, view.source, "fmr.cut",
            "The template ends inside this view, after " + std::to_string(view.minutiae.size()) + " of " +
                std::to_string(count) + " minutiae. It is cut short; ask for it again.");
        return false;
    }
    extendedData(view);
    if (const std::size_t used = m_reader.position() - begin; declared && *declared != used)
        add(Severity::Warning, view.source, "fmr.view",
            "The view says it has " + std::to_string(*declared) + " bytes; its minutiae and extended data end after " +
                std::to_string(used) + ".");
    view.position = view.positionCode <= 10 ? static_cast<record::FingerPosition>(view.positionCode)
                                            : record::FingerPosition::Unknown;
    checkView(view);
    m_file.views.push_back(std::move(view));
    return true;
}

void MinutiaeReader::checkView(const MinutiaeRecord& view) {
    if (view.positionCode > 10)
        add(Severity::Warning, view.source, "fmr.position",
            "Finger position " + std::to_string(view.positionCode) + " is not a finger.");
    if (view.xPpcm <= 0 || view.yPpcm <= 0)
        add(Severity::Warning, view.source, "fmr.resolution", "The resolution is not stated.");
    const auto outside = std::count_if(view.minutiae.begin(), view.minutiae.end(), [&](const Minutia& m) {
        return m.x >= view.width || m.y >= view.height;
    });
    if (outside > 0)
        add(Severity::Warning, view.source, "fmr.outside",
            std::to_string(outside) + " minutiae lie outside the image.");
    if (view.minutiae.empty()) add(Severity::Warning, view.source, "fmr.empty", "The view has no minutiae.");
}

Result<MinutiaeFile> MinutiaeReader::read() {
    COTEJO_TRY_ASSIGN(const Dialect dialect, dialect());
    if (!header(dialect))
        return fail(base::kMalformed, "The minutiae template ends inside its header, at byte " +
                                          std::to_string(m_bytes.size()) + ".");
    if (m_declared != m_bytes.size())
        add(m_declared > m_bytes.size() ? Severity::Error : Severity::Warning, "", "fmr.length",
            "The header says " + std::to_string(m_declared) + " bytes, the file has " +
                std::to_string(m_bytes.size()) + ".");
    if (m_views == 0) add(Severity::Error, "", "fmr.views", "The template has no finger view.");
    for (std::size_t i = 0; i < std::min(m_views, kMaxViews); ++i)
        if (!view(dialect, i)) break;
    checkEnd();
    return std::move(m_file);
}

// What was not read is said: nothing is lost in silence.
void MinutiaeReader::checkEnd() {
    if (m_views > kMaxViews) add(Severity::Error, "", "fmr.cap", "Only the first 10,000 views are read.");
    if (!m_reader.failed() && m_reader.left() > 0 && m_file.views.size() == m_views)
        add(Severity::Warning, "", "fmr.trailing",
            "The last " + std::to_string(m_reader.left()) + " bytes belong to no view that the header counts.");
}

tl::unexpected<Error> cannot(const MinutiaeRecord& view, const std::string& why) {
    return fail(kCannotExpress, "ISO/IEC 19794-2:2005 cannot express " +
                                    (view.source.empty() ? "a view" : view.source) + ": " + why + ".");
}

Status checkExpressible(const MinutiaeRecord& view, const MinutiaeRecord& first) {
    if (view.width != first.width || view.height != first.height || view.xPpcm != first.xPpcm ||
        view.yPpcm != first.yPpcm)
        return cannot(view, "its image size or resolution differs from the first view's");
    if (view.minutiae.size() > 255) return cannot(view, "it has more than 255 minutiae");
    if (view.view < 0 || view.view > 15 || view.impression < 0 || view.impression > 15)
        return cannot(view, "its view number or impression does not fit four bits");
    for (const Minutia& m : view.minutiae)
        if (!(m.x >= 0 && m.x < 16'383 && m.y >= 0 && m.y < 16'383 && m.angle >= 0 && m.angle < 360))
            return cannot(view, "a minutia lies outside 0 to 16,382 pixels or 0 to 360 degrees");
    return {};
}

void writeView(ByteWriter& writer, const MinutiaeRecord& view) {
    writer.u8(static_cast<std::uint8_t>(view.position != record::FingerPosition::Unknown
                                            ? static_cast<int>(view.position)
                                            : view.positionCode));
    writer.u8(static_cast<std::uint8_t>(view.view << 4 | view.impression));
    writer.u8(static_cast<std::uint8_t>(view.quality.value_or(0)));
    writer.u8(static_cast<std::uint8_t>(view.minutiae.size()));
    for (const Minutia& m : view.minutiae) {
        const int type = m.type == MinutiaType::Ending ? 1 : m.type == MinutiaType::Bifurcation ? 2 : 0;
        writer.u16(static_cast<std::uint16_t>(type << 14 | static_cast<int>(std::lround(m.x))));
        writer.u16(static_cast<std::uint16_t>(std::lround(m.y)));
        writer.u8(static_cast<std::uint8_t>(std::lround(m.angle / kIsoAngle) & 255));
        writer.u8(static_cast<std::uint8_t>(m.quality.value_or(0)));
    }
    writer.u16(0);
}

}  // namespace

Result<MinutiaeFile> readMinutiae(ByteView bytes) {
    return MinutiaeReader(bytes).read();
}

Result<Bytes> writeMinutiae2005(std::span<const MinutiaeRecord> views) {
    if (views.empty() || views.size() > 255)
        return fail(kCannotExpress,
                    "ISO/IEC 19794-2:2005 holds 1 to 255 views, not " + std::to_string(views.size()) + ".");
    const MinutiaeRecord& first = views.front();
    const auto fits = [](double value) { return value >= 0 && value <= 65'535; };
    if (!fits(first.width) || !fits(first.height) || !fits(first.xPpcm) || !fits(first.yPpcm))
        return cannot(first, "its image size or resolution does not fit 16 bits");
    std::size_t length = 24;
    for (const MinutiaeRecord& view : views) {
        COTEJO_TRY(checkExpressible(view, first));
        length += 6 + 6 * view.minutiae.size();
    }
    ByteWriter writer;
    writer.raw(viewOf("FMR\0 20\0"sv));
    writer.u32(static_cast<std::uint32_t>(length));
    writer.u16(0);
    writer.u16(static_cast<std::uint16_t>(first.width));
    writer.u16(static_cast<std::uint16_t>(first.height));
    writer.u16(static_cast<std::uint16_t>(std::lround(first.xPpcm)));
    writer.u16(static_cast<std::uint16_t>(std::lround(first.yPpcm)));
    writer.u8(static_cast<std::uint8_t>(views.size()));
    writer.u8(0);
    for (const MinutiaeRecord& view : views)
        writeView(writer, view);
    return writer.take();
}

}  // namespace cotejo::exchange
