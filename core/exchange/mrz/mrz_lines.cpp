#include "core/exchange/mrz/mrz_lines.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/exchange/text.h"

namespace cotejo::exchange::mrz {

namespace {

struct Form {
    std::string_view written, meant;
};

// What stands for a filler where somebody typed, printed or pasted a zone; and what is nothing.
constexpr auto kForms = std::to_array<Form>({
    {"&lt;", "<"}, {"&LT;", "<"}, {"\xc2\xab", "<<"}, {"\xe2\x80\xb9", "<"}, {"\xef\xbc\x9c", "<"}, {"\xe3\x80\x88", "<"}, {"\xe3\x80\x8a", "<<"},
    {"\xe2\x9f\xa8", "<"}, {"\xe2\x8c\xa9", "<"}, {"\xe2\x89\xaa", "<<"}, {"\xe2\x89\xa4", "<"},
    {"\xc2\xa0", ""}, {"\xe2\x80\x8b", ""}, {"\xe2\x80\xaf", ""}, {"\xe2\x80\x89", ""}, {"\xe3\x80\x80", ""}, {"\xef\xbb\xbf", ""}, {"\xc2\xad", ""}, {"\xe2\x80\x8e", ""},
});

// Full-width letters and digits of Asian keyboards.
char ofFullWidth(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xef') return 0;
    const auto second = static_cast<std::uint8_t>(text[1]), third = static_cast<std::uint8_t>(text[2]);
    const int point = 0xf000 + ((second & 0x3f) << 6) + (third & 0x3f);
    if (point >= 0xff10 && point <= 0xff19) return static_cast<char>('0' + (point - 0xff10));
    if (point >= 0xff21 && point <= 0xff3a) return static_cast<char>('A' + (point - 0xff21));
    return 0;
}

void cutJoined(std::vector<std::string>& lines) {
    if (lines.size() != 1) return;
    const std::string whole = lines.front();
    const std::size_t count = whole.size() == 90 ? 3 : whole.size() == 72 || whole.size() == 88 ? 2 : 1;
    if (count == 1) return;
    lines.clear();
    for (std::size_t i = 0; i < count; ++i) lines.push_back(whole.substr(i * whole.size() / count, whole.size() / count));
}

bool isOfZone(const std::string& line) {
    return std::all_of(line.begin(), line.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<'; });
}

// Lines of a zone's width and alphabet that stand together, one of them with the two fillers behind a name.
void keepZone(Lines& lines) {
    struct Shape {
        std::size_t lines, width;
    };
    std::size_t found = 0, first = 0, count = 0;
    for (std::size_t at = 0; at < lines.text.size();) {
        std::size_t taken = 1;
        for (const Shape& shape : {Shape{3, 30}, Shape{2, 36}, Shape{2, 44}}) {
            if (at + shape.lines > lines.text.size()) continue;
            const auto begin = lines.text.begin() + static_cast<std::ptrdiff_t>(at), end = begin + static_cast<std::ptrdiff_t>(shape.lines);
            if (!std::all_of(begin, end, [&](const std::string& line) { return line.size() == shape.width && isOfZone(line); })) continue;
            if (std::none_of(begin, end, [](const std::string& line) { return line.find("<<") != line.npos; })) continue;
            ++found;
            first = at;
            count = taken = shape.lines;
            break;
        }
        at += taken;
    }
    lines.zones = std::max<std::size_t>(found, 1);
    if (found != 1 || count == lines.text.size()) return;
    lines.text = std::vector<std::string>(lines.text.begin() + static_cast<std::ptrdiff_t>(first), lines.text.begin() + static_cast<std::ptrdiff_t>(first + count));
    lines.apart = true;
}

}  // namespace

Lines linesOf(std::string_view given) {
    Lines result;
    given = given.substr(0, kMaxText);
    std::string decoded;
    if (!isUtf8(given) || given.find('\0') != given.npos)
        if (auto text = decodeText(given)) decoded = std::move(text->text);
    std::string_view text = decoded.empty() ? given : std::string_view(decoded);
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);  // no departure: many programs write it
    std::string line;
    const auto flush = [&] {
        if (!line.empty()) result.text.push_back(std::move(line));
        line.clear();
    };
    while (!text.empty()) {
        const char c = text.front();
        const auto form = std::find_if(kForms.begin(), kForms.end(), [&](const Form& each) { return text.starts_with(each.written); });
        if (form != kForms.end()) {
            line += form->meant;
            text.remove_prefix(form->written.size());
            result.changed = true;
            continue;
        }
        if (const char plain = ofFullWidth(text); plain != 0) {
            line += plain;
            text.remove_prefix(3);
            result.changed = true;
            continue;
        }
        text.remove_prefix(1);
        if (c == '\n' || c == '\r') {
            flush();
        } else if (c == ' ' || c == '\t' || c == '\v' || c == '\f') {
            result.changed = true;
        } else if (c >= 'a' && c <= 'z') {
            line += static_cast<char>(c - 32);
            result.changed = true;
        } else {
            line += c;
        }
    }
    flush();
    cutJoined(result.text);
    keepZone(result);
    return result;
}

std::size_t columnOf(const std::string& line, std::size_t byte) {
    return lengthOf(line.substr(0, byte)) + 1;
}

std::size_t lengthOf(const std::string& line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<std::uint8_t>(c) & 0xc0) != 0x80; }));
}

}  // namespace cotejo::exchange::mrz
