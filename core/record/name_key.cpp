#include "core/record/name_key.h"

#include "core/record/name_folds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

namespace cotejo::record {

namespace {

struct Letters {
    char32_t letter;
    std::string_view plain;
    std::string_view mrz;
};

// Letters of more than one plain letter, or spelled otherwise in an MRZ (ICAO Doc 9303-3, section 6 A).
constexpr auto kPairs = std::to_array<Letters>({
    {0xc4, "A", "AE"},   {0xc5, "A", "AA"},    {0xc6, "AE", "AE"},  {0xd0, "D", "D"},    {0xd6, "O", "OE"},
    {0xd8, "O", "OE"},   {0xdc, "U", "UE"},    {0xde, "TH", "TH"},  {0xdf, "SS", "SS"},  {0xe4, "A", "AE"},
    {0xe5, "A", "AA"},   {0xe6, "AE", "AE"},   {0xf0, "D", "D"},    {0xf6, "O", "OE"},   {0xf8, "O", "OE"},
    {0xfc, "U", "UE"},   {0xfe, "TH", "TH"},   {0x132, "IJ", "IJ"}, {0x133, "IJ", "IJ"}, {0x152, "OE", "OE"},
    {0x153, "OE", "OE"}, {0x18f, "E", "E"},    {0x259, "E", "E"},   {0x1a0, "O", "O"},   {0x1a1, "O", "O"},
    {0x1af, "U", "U"},   {0x1b0, "U", "U"},    {0x218, "S", "S"},   {0x219, "S", "S"},   {0x21a, "T", "T"},
    {0x21b, "T", "T"},   {0x1e9e, "SS", "SS"},
});

// Base letters of consecutive code points; '?' where kPairs knows better.
constexpr std::string_view kLatin1 =
    "AAAA???CEEEEIIII?NOOOO? ?UUU?Y??AAAA???CEEEEIIII?NOOOO? ?UUU?Y?Y";  // U+00C0
constexpr std::string_view kExtendedA =                                  // U+0100
    "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII??JJKKKLLLLLLLLLLNNNNNNNNNOOOOOO??"
    "RRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";
constexpr std::string_view kAdditional =  // U+1E00
    "AABBBBBBCCDDDDDDDDDDEEEEEEEEEEFFGGHHHHHHHHHHIIIIKKKKKKLLLLLLLLMMMMMMNNNNNNNNOOOOOOOOPPPPRRRRRRRRSSSSSSSS"
    "SSTTTTTTTTUUUUUUUUUUVVVV"
    "WWWWWWWWWWXXXXYYZZZZZZHTWYAS?S?"
    "SAAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEEEEEEEEEEIIIIOOOOOOOOOOOOOOOOOOOOOOOOUUUUUUUUUUUUUUYYYYYYYY";
static_assert(kLatin1.size() == 64 && kExtendedA.size() == 128 && kAdditional.size() == 0xfa);

// U+0400 to U+042F; lower case follows at +0x50 and +0x20 (ICAO Doc 9303-3, section 6 B).
constexpr auto kCyrillic = std::to_array<std::string_view>(
    {"E", "E", "D", "G", "IE", "DZ", "I",  "I",  "J",  "LJ",   "NJ", "C", "K", "I", "U",  "DZ",
     "A", "B", "V", "G", "D",  "E",  "ZH", "Z",  "I",  "I",    "K",  "L", "M", "N", "O",  "P",
     "R", "S", "T", "U", "F",  "KH", "TS", "CH", "SH", "SHCH", "IE", "Y", "",  "E", "IU", "IA"});

struct Spelling {
    bool known = false;
    std::string_view text;
};

Spelling letterAt(std::string_view table, char32_t index) {
    return {table[index] != '?', table.substr(index, 1)};
}

Spelling latin(char32_t c, bool mrz) {
    const auto* pair =
        std::find_if(kPairs.begin(), kPairs.end(), [&](const Letters& each) { return each.letter == c; });
    if (pair != kPairs.end()) return {true, mrz ? pair->mrz : pair->plain};
    if (c >= 0xc0 && c <= 0xff) return letterAt(kLatin1, c - 0xc0);
    if (c >= 0x100 && c <= 0x17f) return letterAt(kExtendedA, c - 0x100);
    if (c >= 0x1e00 && c < 0x1e00 + kAdditional.size()) return letterAt(kAdditional, c - 0x1e00);
    return {};
}

Spelling cyrillic(char32_t c) {
    if (c == 0x490 || c == 0x491) return {true, "G"};
    if (c >= 0x450 && c <= 0x45f) c -= 0x50;
    if (c >= 0x430 && c <= 0x44f) c -= 0x20;
    if (c >= 0x400 && c < 0x400 + kCyrillic.size()) return {true, kCyrillic[c - 0x400]};
    return {};
}

// Arabic letters that names write one for the other, and marks that most leave out.
char32_t plainArabic(char32_t c) {
    switch (c) {
        case 0x622: case 0x623: case 0x625: case 0x671: return 0x627;  // alef
        case 0x629: return 0x647;                                      // teh marbuta as heh
        case 0x649: case 0x6cc: return 0x64a;                          // alef maksura and Farsi yeh as yeh
        case 0x6a9: return 0x643;                                      // keheh as kaf
        default: return c;
    }
}
bool isArabicMark(char32_t c) {
    return c == 0x640 || (c >= 0x64b && c <= 0x65f) || c == 0x670;
}

bool isApostrophe(char32_t c) {
    return c == '\'' || c == '`' || c == 0xb4 || c == 0x2018 || c == 0x2019 || c == 0x2bb || c == 0x2bc || c == 0x2be || c == 0x2bf || c == 0x2b9;
}

bool vanishes(char32_t c) {
    return isApostrophe(c) || isArabicMark(c) || c == '.' || c == 0xb7 || (c >= 0x300 && c <= 0x36f) || c == 0xad || c == 0x200b ||
           c == 0x200c || c == 0x200d || c == 0x200e || c == 0x200f || c == 0xfeff;
}

struct Decoded {
    char32_t letter = ' ';
    std::size_t length = 1;
};

// One code point; a space of one byte for anything that is not valid UTF-8.
Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xf0 && first < 0xf5   ? 4
                               : first >= 0xe0 && first < 0xf0 ? 3
                               : first >= 0xc2 && first < 0xe0 ? 2
                                                               : 0;
    if (length == 0 || text.size() < length) return {};
    char32_t letter = first & (0xff >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return {};
        letter = letter << 6 | (byte(i) & 0x3f);
    }
    if ((length == 3 && letter < 0x800) || (length == 4 && (letter < 0x10000 || letter > 0x10ffff)) ||
        (letter >= 0xd800 && letter < 0xe000))
        return {};
    return {letter, length};
}

bool isOtherScript(char32_t c) {
    // Greek, Hebrew, Arabic, Indic, East Asian letters: kept, so that a name still finds itself. Punctuation
    // blocks are not.
    return c >= 0x370 && !(c >= 0x2000 && c <= 0x2e7f) && !(c >= 0x3000 && c <= 0x3004) && c < 0xe000;
}

enum class Apostrophes { Vanish, Separate };

std::string inUtf8(char32_t c) {
    return {static_cast<char>(0xc0 | (c >> 6 & 0x1f)), static_cast<char>(0x80 | (c & 0x3f))};  // Arabic: two bytes
}

std::string normalise(std::string_view utf8, bool mrz, Apostrophes apostrophes = Apostrophes::Vanish) {
    std::string result;
    const auto space = [&] {
        if (!result.empty() && result.back() != ' ') result += ' ';
    };
    while (!utf8.empty()) {
        const auto [c, length] = decode(utf8);
        std::string original(utf8.substr(0, length));
        utf8.remove_prefix(length);
        if (apostrophes == Apostrophes::Separate && isApostrophe(c)) {
            space();
            continue;
        }
        if (const char32_t plain = plainArabic(c); plain != c) original = inUtf8(plain);
        if (c < 0x80) {
            if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
                result += static_cast<char>(c);
            else if (c >= 'a' && c <= 'z')
                result += static_cast<char>(c - 32);
            else if (!vanishes(c))
                space();
            continue;
        }
        if (vanishes(c)) continue;
        Spelling spelling = latin(c, mrz);
        if (!spelling.known) spelling = cyrillic(c);
        if (spelling.known && spelling.text != " ")
            result += spelling.text;
        else if (!spelling.known && isOtherScript(c))
            result += original;
        else
            space();
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace

std::string normaliseName(std::string_view utf8) {
    return normalise(utf8, false);
}

std::string normaliseNameAsMrz(std::string_view utf8) {
    return normalise(utf8, true);
}

namespace {

std::vector<std::string_view> wordsOf(std::string_view name) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (end > at) words.push_back(name.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

using detail::isParticle;

// "ALHASSAN" as "HASSAN", and the same in Arabic letters; empty where too little would be left.
std::string_view withoutArticle(std::string_view word) {
    constexpr std::string_view kArabic = "\xd8\xa7\xd9\x84";
    if (word.starts_with(kArabic) && word.size() >= kArabic.size() + 6) return word.substr(kArabic.size());
    if ((word.starts_with("AL") || word.starts_with("EL")) && word.size() >= 6) return word.substr(2);
    return {};
}

void addJoined(std::set<std::string>& keys, const std::vector<std::string_view>& words) {
    std::string all, bare;
    for (const auto word : words) {
        all += word;
        if (!isParticle(word)) bare += word;
    }
    if (words.size() > 1) keys.insert(all);
    if (!bare.empty()) keys.insert(bare);
}

}  // namespace

std::vector<std::string> nameSearchKeys(std::string_view utf8) {
    std::set<std::string> keys;
    for (const auto& spelling : {normalise(utf8, false), normalise(utf8, true), normalise(utf8, false, Apostrophes::Separate)}) {
        const auto words = wordsOf(spelling);
        for (const auto word : words) {
            keys.insert(std::string(word));
            if (const auto bare = withoutArticle(word); !bare.empty()) keys.insert(std::string(bare));
            if (auto other = detail::otherForm(word); !other.empty()) keys.insert(std::move(other));
        }
        for (auto& run : detail::joinedRuns(words)) {
            if (auto other = detail::otherForm(run); !other.empty()) keys.insert(std::move(other));
            keys.insert(std::move(run));
        }
        addJoined(keys, words);
    }
    return {keys.begin(), keys.end()};
}

std::vector<std::vector<std::string>> nameQueryWords(std::string_view utf8) {
    const std::string name = normaliseName(utf8);
    const auto words = wordsOf(name);
    const bool onlyParticles = std::all_of(words.begin(), words.end(), isParticle);
    std::vector<std::vector<std::string>> query;
    const auto add = [](std::vector<std::string>& forms, std::string form) {
        if (!form.empty() && std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        // A particle that was left out on either side decides nothing; the last word may be the beginning of a longer one.
        if (!onlyParticles && isParticle(words[i]) && i + 1 < words.size()) continue;
        std::vector<std::string> forms{std::string(words[i])};
        if (const auto bare = withoutArticle(words[i]); !bare.empty() && static_cast<unsigned char>(words[i][0]) >= 0x80) forms.emplace_back(bare);
        add(forms, detail::otherForm(words[i]));
        // Another writer joined it to its neighbour, or to the particles before it: both words then stand in that one.
        std::string before, behind(words[i]);
        for (std::size_t at = i; at-- > 0;) {
            before.insert(0, words[at]);
            add(forms, before + std::string(words[i]));
            add(forms, detail::otherForm(before + std::string(words[i])));
            if (!isParticle(words[at])) break;
            if (at + 1 == i && (words[at] == "DE" || words[at] == "DA" || words[at] == "DO")) add(forms, "D" + std::string(words[i]));
        }
        for (std::size_t at = i + 1; at < words.size(); ++at) {
            behind += words[at];
            if (isParticle(words[at]) && at + 1 < words.size()) continue;
            add(forms, behind);
            add(forms, detail::otherForm(behind));
            break;
        }
        query.push_back(std::move(forms));
    }
    return query;
}

std::string sortedNameKey(std::string_view utf8) {
    const std::string name = normaliseName(utf8);
    std::vector<std::string_view> words = wordsOf(name);
    std::sort(words.begin(), words.end());
    std::string result;
    for (const auto word : words)
        (result += result.empty() ? "" : " ") += word;
    return result;
}

}  // namespace cotejo::record
