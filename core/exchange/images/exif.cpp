#include "core/exchange/images/exif.h"

#include <optional>

#include "core/exchange/images/tiff_directory.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::uint32_t kMake = 0x010f, kModel = 0x0110, kExifDirectory = 0x8769, kOriginal = 0x9003, kDigitized = 0x9004, kBodySerial = 0xa431;

// "2026:11:01 10:20:30" -> "2026-11-01"; nothing for zeros and blanks, which stand for unknown.
std::string dateFrom(std::string_view text) {
    const auto date = dateIn(text.substr(0, 10), "YYYY:MM:DD");
    if (!date || date->starts_with("0000") || date->find("-00") != date->npos) return {};
    return *date;
}

ExifFacts factsOf(ByteView block) {
    ExifFacts facts;
    const auto file = TiffView::open(block);
    const auto directory = file ? file->directory(file->first()) : std::nullopt;
    if (!directory) return facts;
    const auto textAt = [&](const TiffDirectory& in, std::uint32_t tag) {
        const TiffEntry* entry = in.entry(tag);
        return entry == nullptr ? std::string() : file->text(*entry);
    };
    facts.make = textAt(*directory, kMake);
    facts.model = textAt(*directory, kModel);
    // Some cameras write their make into both.
    if (!facts.make.empty() && facts.model.starts_with(facts.make + " ")) facts.model.erase(0, facts.make.size() + 1);
    const TiffEntry* pointer = directory->entry(kExifDirectory);
    const auto inner = pointer != nullptr ? file->directory(file->number(*pointer)) : std::nullopt;
    if (!inner) return facts;
    facts.captured = dateFrom(textAt(*inner, kOriginal));
    facts.serial = textAt(*inner, kBodySerial);
    if (facts.captured.empty()) facts.captured = dateFrom(textAt(*inner, kDigitized));
    return facts;
}

ByteView blockOfJpeg(ByteView bytes) {
    for (std::size_t at = 2; at + 4 < bytes.size() && bytes[at] == 0xff;) {
        const int marker = bytes[at + 1];
        if (marker == 0xda || marker == 0xd9) break;
        const std::size_t length = static_cast<std::size_t>(bytes[at + 2]) << 8 | bytes[at + 3];
        if (length < 2 || length > bytes.size() - at - 2) break;
        const ByteView body = bytes.subspan(at + 4, length - 2);
        if (marker == 0xe1 && textOf(body).starts_with("Exif\0\0"sv)) return body.subspan(6);
        at += 2 + length;
    }
    return {};
}

ByteView blockOfPng(ByteView bytes) {
    ByteReader reader(bytes.subspan(8));
    while (!reader.failed() && reader.left() >= 12) {
        const std::uint32_t length = reader.u32();
        const auto type = textOf(reader.raw(4));
        const ByteView body = reader.raw(length);
        if (type == "eXIf") return body;
        if (type == "IDAT") break;  // some writers put it behind; not worth a walk over the pixels
        reader.u32();
    }
    return {};
}

ByteView blockOfWebp(ByteView bytes) {
    const auto le32 = [&](std::size_t at) {
        return static_cast<std::uint32_t>(bytes[at]) | static_cast<std::uint32_t>(bytes[at + 1]) << 8 |
               static_cast<std::uint32_t>(bytes[at + 2]) << 16 | static_cast<std::uint32_t>(bytes[at + 3]) << 24;
    };
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::size_t length = le32(at + 4);
        if (length > bytes.size() - at - 8) break;
        ByteView body = bytes.subspan(at + 8, length);
        if (textOf(bytes).substr(at, 4) == "EXIF") return textOf(body).starts_with("Exif\0\0"sv) ? body.subspan(6) : body;
        at += 8 + length + (length & 1);
    }
    return {};
}

// An item of the file's meta box, wherever it lies: the block begins with its own name.
ByteView blockOfHeic(ByteView bytes) {
    const auto text = textOf(bytes);
    for (const auto mark : {"Exif\0\0II*\0"sv, "Exif\0\0MM\0*"sv})
        if (const auto at = text.find(mark); at != text.npos) return bytes.subspan(at + 6);
    return {};
}

}  // namespace

ExifFacts readExif(ByteView bytes, std::string_view mime) {
    if (mime == "image/jpeg") return factsOf(blockOfJpeg(bytes));
    if (mime == "image/png" && bytes.size() > 8) return factsOf(blockOfPng(bytes));
    if (mime == "image/tiff") return factsOf(bytes);
    if (mime == "image/webp") return factsOf(blockOfWebp(bytes));
    if (mime == "image/heic") return factsOf(blockOfHeic(bytes));
    return {};
}

record::CaptureDevice deviceOf(const ExifFacts& facts) {
    const auto stated = [](const std::string& value) { return value.empty() ? record::StatedValue() : record::StatedValue{value, "EXIF"}; };
    return {stated(facts.make), stated(facts.model), stated(facts.serial)};
}

}  // namespace cotejo::exchange
