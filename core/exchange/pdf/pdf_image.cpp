#include "core/exchange/pdf/pdf_image.h"

#include <algorithm>
#include <qpdf/Pipeline.hh>

#include "core/exchange/images/raw_png.h"

namespace cotejo::exchange::pdf {

namespace {

using std::string_view_literals::operator""sv;

constexpr int kMaxSide = 12'000;
constexpr std::size_t kMaxPixels = 144'000'000;
constexpr std::size_t kMaxPictureBytes = 512u << 20;

class Limiter : public Pipeline {
  public:
    explicit Limiter(std::size_t most) : Pipeline("limit", nullptr), m_most(most) {}
    void write(unsigned char const* data, std::size_t length) override {
        if (length > m_most - bytes.size()) throw TooMuch();
        bytes.insert(bytes.end(), data, data + length);
    }
    void finish() override {}
    Bytes bytes;

  private:
    std::size_t m_most;
};

int wholeAt(QPDFObjectHandle dictionary, const std::string& key, int otherwise) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isInteger() ? std::clamp(value.getIntValueAsInt(), -1, 1 << 28) : otherwise;
}

bool yesAt(QPDFObjectHandle dictionary, const std::string& key) {
    if (!dictionary.isDictionary()) return false;
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isBool() && value.getBoolValue();
}

std::vector<std::string> filtersOf(QPDFObjectHandle dictionary) {
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    std::vector<std::string> names;
    if (filter.isName()) names.push_back(filter.getName());
    if (filter.isArray())
        for (int i = 0; i < std::min(filter.getArrayNItems(), 16); ++i)
            if (filter.getArrayItem(i).isName()) names.push_back(filter.getArrayItem(i).getName());
    return names;
}

// An EXIF block with nothing but an orientation takes the place of the camera's own, which PDF does not heed.
Bytes withOrientation(ByteView jpeg, int orientation) {
    Bytes out{0xff, 0xd8};
    if (orientation != 1) {
        const auto head = "\xff\xe1\0\x22" "Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0"sv;
        out.insert(out.end(), head.begin(), head.end());
        out.push_back(static_cast<std::uint8_t>(orientation));
        out.insert(out.end(), {0, 0, 0, 0, 0, 0});
    }
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == 0xff && jpeg[at + 1] != 0xda && jpeg[at + 1] != 0xd9) {
        const std::size_t length = 2 + (static_cast<std::size_t>(jpeg[at + 2]) << 8 | jpeg[at + 3]);
        if (length < 4 || length > jpeg.size() - at) break;
        const ByteView segment = jpeg.subspan(at, length);
        if (jpeg[at + 1] != 0xe1 || !textOf(segment).substr(4).starts_with("Exif\0"sv)) out.insert(out.end(), segment.begin(), segment.end());
        at += length;
    }
    out.insert(out.end(), jpeg.begin() + static_cast<std::ptrdiff_t>(at), jpeg.end());
    return out;
}

// Fax coding as a TIFF of one strip.
Bytes faxTiff(ByteView data, int width, int height, int k, bool blackIsOne, int orientation) {
    ByteWriter w;
    w.raw(viewOf("MM\0*"sv));
    w.u32(8);
    struct Tag {
        std::uint16_t tag, type;
        std::uint32_t value;
    };
    const auto size = static_cast<std::uint32_t>(data.size());
    const Tag tags[] = {{256, 4, static_cast<std::uint32_t>(width)}, {257, 4, static_cast<std::uint32_t>(height)}, {258, 3, 1},
                        {259, 3, k < 0 ? 4u : 3u}, {262, 3, blackIsOne ? 1u : 0u}, {273, 4, 8 + 2 + 12 * 12 + 4},
                        {274, 3, static_cast<std::uint32_t>(orientation)}, {277, 3, 1}, {278, 4, static_cast<std::uint32_t>(height)},
                        {279, 4, size}, {292, 4, k > 0 ? 1u : 0u}, {296, 3, 1}};
    w.u16(static_cast<std::uint16_t>(std::size(tags)));
    for (const Tag& each : tags) {
        w.u16(each.tag);
        w.u16(each.type);
        w.u32(1);
        if (each.type == 3) {
            w.u16(static_cast<std::uint16_t>(each.value));
            w.u16(0);
        } else {
            w.u32(each.value);
        }
    }
    w.u32(0);
    w.raw(data);
    return w.take();
}

/// How samples become gray or RGB.
struct Colours {
    int components = 0;  ///< of a sample as stored; 0 for a space that is not read
    bool indexed = false;
    int baseComponents = 0;
    Bytes palette;
};

int componentsOf(QPDFObjectHandle space) {
    const std::string name = space.isName() ? space.getName() : space.isArray() && space.getArrayNItems() > 0 && space.getArrayItem(0).isName() ? space.getArrayItem(0).getName() : "";
    if (name == "/DeviceGray" || name == "/CalGray" || name == "/G") return 1;
    if (name == "/DeviceRGB" || name == "/CalRGB" || name == "/RGB") return 3;
    if (name == "/DeviceCMYK" || name == "/CMYK") return 4;
    if (name == "/ICCBased" && space.getArrayNItems() > 1 && space.getArrayItem(1).isStream()) {
        const int count = wholeAt(space.getArrayItem(1).getDict(), "/N", 0);
        return count == 1 || count == 3 || count == 4 ? count : 0;
    }
    return 0;
}

Colours coloursOf(QPDFObjectHandle space) {
    Colours colours;
    const bool indexed = space.isArray() && space.getArrayNItems() >= 4 && space.getArrayItem(0).isName() &&
                         (space.getArrayItem(0).getName() == "/Indexed" || space.getArrayItem(0).getName() == "/I");
    if (!indexed) {
        colours.components = componentsOf(space);
        return colours;
    }
    colours.baseComponents = componentsOf(space.getArrayItem(1));
    if (colours.baseComponents == 0) return colours;
    QPDFObjectHandle list = space.getArrayItem(3);
    if (list.isString()) {
        const std::string text = list.getStringValue();
        colours.palette.assign(text.begin(), text.end());
    } else if (list.isStream()) {
        colours.palette = decodedStream(list, qpdf_dl_generalized, 1u << 20);
    }
    colours.indexed = true;
    colours.components = 1;
    colours.palette.resize(256u * static_cast<std::size_t>(colours.baseComponents));
    return colours;
}

std::uint8_t channelOf(const std::uint8_t* ink, int components, int channel) {
    if (components != 4) return ink[components == 1 ? 0 : channel];
    return static_cast<std::uint8_t>((255 - ink[channel]) * (255 - ink[3]) / 255);
}

// Samples of any depth as gray or RGB bytes.
Bytes pixelsOf(ByteView data, int width, int height, int bits, const Colours& colours, bool inverted, int& channels) {
    const int shown = colours.indexed ? colours.baseComponents : colours.components;
    channels = shown == 1 ? 1 : 3;
    const std::size_t perRow = static_cast<std::size_t>(width) * static_cast<std::size_t>(colours.components);
    const std::size_t row = (perRow * static_cast<std::size_t>(bits) + 7) / 8;
    Bytes out(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels));
    std::uint8_t* to = out.data();
    const int highest = (1 << std::min(bits, 8)) - 1;
    const auto sampleAt = [&](const std::uint8_t* line, std::size_t i) -> int {
        if (bits == 8) return line[i];
        if (bits == 16) return line[2 * i];
        const std::size_t bit = i * static_cast<std::size_t>(bits);
        return line[bit / 8] >> (8 - static_cast<int>(bit % 8) - bits) & highest;
    };
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* line = data.data() + static_cast<std::size_t>(y) * row;
        for (int x = 0; x < width; ++x) {
            std::uint8_t ink[4] = {};
            if (colours.indexed) {
                const auto index = static_cast<std::size_t>(sampleAt(line, static_cast<std::size_t>(x)));
                std::copy_n(colours.palette.begin() + static_cast<std::ptrdiff_t>(index * static_cast<std::size_t>(shown)), shown, ink);
            } else {
                for (int c = 0; c < colours.components; ++c) {
                    const int value = sampleAt(line, static_cast<std::size_t>(x) * static_cast<std::size_t>(colours.components) + static_cast<std::size_t>(c)) * 255 / highest;
                    ink[c] = static_cast<std::uint8_t>(inverted ? 255 - value : value);
                }
            }
            for (int c = 0; c < channels; ++c) *to++ = channelOf(ink, shown, c);
        }
    }
    return out;
}

Bytes turned(const Bytes& pixels, int& width, int& height, int channels, int orientation) {
    if (orientation == 1) return pixels;
    const bool swaps = orientation >= 5;
    const int outWidth = swaps ? height : width, outHeight = swaps ? width : height;
    Bytes out(pixels.size());
    for (int y = 0; y < outHeight; ++y)
        for (int x = 0; x < outWidth; ++x) {
            int fromX = swaps ? y : x, fromY = swaps ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) fromX = width - 1 - fromX;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) fromY = height - 1 - fromY;
            for (int c = 0; c < channels; ++c)
                out[(static_cast<std::size_t>(y) * static_cast<std::size_t>(outWidth) + static_cast<std::size_t>(x)) * static_cast<std::size_t>(channels) + static_cast<std::size_t>(c)] =
                    pixels[(static_cast<std::size_t>(fromY) * static_cast<std::size_t>(width) + static_cast<std::size_t>(fromX)) * static_cast<std::size_t>(channels) + static_cast<std::size_t>(c)];
        }
    width = outWidth;
    height = outHeight;
    return out;
}

void takePixels(PdfPicture& picture, QPDFObjectHandle image, int orientation) {
    QPDFObjectHandle dictionary = image.getDict();
    const bool mask = yesAt(dictionary, "/ImageMask");
    const int bits = mask ? 1 : wholeAt(dictionary, "/BitsPerComponent", 8);
    Colours colours;
    if (mask)
        colours.components = 1;
    else
        colours = coloursOf(dictionary.getKey("/ColorSpace"));
    if (colours.components == 0 || (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) || (colours.indexed && bits > 8)) {
        picture.unread = "its colours are of a kind that is not read";
        return;
    }
    const Bytes data = decodedStream(image, qpdf_dl_all, kMaxPictureBytes);
    const std::size_t row = (static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(colours.components) * static_cast<std::size_t>(bits) + 7) / 8;
    if (data.size() < row * static_cast<std::size_t>(picture.height)) {
        picture.unread = "its pixels are not all there or are coded in a way that is not read";
        return;
    }
    QPDFObjectHandle decode = dictionary.getKey("/Decode");
    const bool inverted = decode.isArray() && decode.getArrayNItems() > 0 && decode.getArrayItem(0).isNumber() && decode.getArrayItem(0).getNumericValue() > 0.5;
    int width = picture.width, height = picture.height, channels = 1;
    const Bytes pixels = turned(pixelsOf(data, width, height, bits, colours, inverted, channels), width, height, channels, orientation);
    if (auto png = rawPng(pixels, width, height, channels))
        picture.bytes = std::move(*png);
    else
        picture.unread = "its pixels cannot be taken over";
}

}  // namespace

Bytes decodedStream(QPDFObjectHandle stream, qpdf_stream_decode_level_e level, std::size_t most) {
    Limiter limiter(most);
    bool attempted = false;
    stream.pipeStreamData(&limiter, &attempted, 0, level, true, false);
    return std::move(limiter.bytes);
}

PdfPicture pictureOf(QPDFObjectHandle image, int orientation) {
    PdfPicture picture;
    QPDFObjectHandle dictionary = image.getDict();
    picture.width = wholeAt(dictionary, "/Width", 0);
    picture.height = wholeAt(dictionary, "/Height", 0);
    if (picture.width <= 0 || picture.height <= 0 || picture.width > kMaxSide || picture.height > kMaxSide ||
        static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) > kMaxPixels) {
        picture.unread = "it has no valid size or more pixels than are read";
        return picture;
    }
    const auto filters = filtersOf(dictionary);
    const std::string coding = filters.size() == 1 ? filters.front() : "";
    if (coding == "/DCTDecode" || coding == "/DCT") {
        const Bytes jpeg = decodedStream(image, qpdf_dl_none, kMaxPictureBytes);
        if (!textOf(jpeg).starts_with("\xff\xd8\xff"sv)) {
            picture.unread = "its JPEG data is damaged";
            return picture;
        }
        picture.bytes = withOrientation(jpeg, orientation);
    } else if (coding == "/JPXDecode") {
        picture.bytes = decodedStream(image, qpdf_dl_none, kMaxPictureBytes);
        if (orientation != 1) picture.unread = "turned";
    } else if (coding == "/CCITTFaxDecode" || coding == "/CCF") {
        QPDFObjectHandle parms = dictionary.getKey("/DecodeParms");
        if (parms.isArray() && parms.getArrayNItems() > 0) parms = parms.getArrayItem(0);
        const bool known = parms.isDictionary();
        const int k = known ? wholeAt(parms, "/K", 0) : 0, columns = known ? wholeAt(parms, "/Columns", 1728) : 1728;
        const Bytes data = decodedStream(image, qpdf_dl_none, kMaxPictureBytes);
        if (columns != picture.width || data.empty())
            picture.unread = "its fax data is damaged";
        else
            picture.bytes = faxTiff(data, picture.width, picture.height, k, known && yesAt(parms, "/BlackIs1"), orientation);
    } else if (std::find(filters.begin(), filters.end(), "/JBIG2Decode") != filters.end()) {
        picture.unread = "it is coded as JBIG2, which is not read";
    } else {
        takePixels(picture, image, orientation);
    }
    return picture;
}

}  // namespace cotejo::exchange::pdf
