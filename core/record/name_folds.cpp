#include "core/record/name_folds.h"

#include <algorithm>
#include <array>

namespace cotejo::record::detail {

namespace {

constexpr std::size_t kMostRuns = 64;

bool isVowel(char c) {
    return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U';
}

void replaceAll(std::string& word, std::string_view from, std::string_view to) {
    for (auto at = word.find(from); at != word.npos; at = word.find(from, at + to.size())) word.replace(at, from.size(), to);
}

// Behind "ABD" the article in any of its vowels, as L or grown into the letter that follows (sun letters): ABDUL-, ABDEL-, ABDOUR R-, ABDUS S-.
std::string servantOf(std::string_view word) {
    if (!word.starts_with("ABD") || word.size() < 7) return {};
    std::size_t at = 3;
    while (at < word.size() && isVowel(word[at])) ++at;
    if (at == 3 || at > 5 || at + 3 > word.size()) return {};
    std::string_view name = word.substr(at);
    if (name[0] == 'L')
        name.remove_prefix(1);
    else if (name[0] == name[1])
        name.remove_prefix(1);
    else if (name.starts_with("SHSH") || name.starts_with("CHCH"))
        name.remove_prefix(2);
    else if (name.starts_with("SSH"))
        name.remove_prefix(1);
    else
        return {};
    // ABDULLAH, ABDALLAH, ABD ALLAH.
    if (name.size() < 3) return {};
    return "ABD" + std::string(name);
}

// "-AL-DIN", "-UDDIN", "-EDDINE": of the faith.
std::string ofTheFaith(std::string_view word) {
    std::string text(word);
    if (text.ends_with("DINE")) text.pop_back();
    replaceAll(text, "DEEN", "DIN");
    if (!text.ends_with("DIN") || text.size() < 7) return {};
    std::string_view name = std::string_view(text).substr(0, text.size() - 3);
    if (name.back() != 'L' && name.back() != 'D') return {};
    name.remove_suffix(1);
    if (name.empty() || !isVowel(name.back())) return {};
    name.remove_suffix(1);
    return name.size() < 2 ? std::string() : std::string(name) + "DIN";
}

// One letter for the several by which tables of transliteration write Ю, Я, Е, Х, Й and the endings of names.
std::string slavic(std::string_view word) {
    std::string text(word);
    if (text.size() < 4) return text;
    if (text.starts_with("YU") || text.starts_with("JU")) text.replace(0, 2, "IU");
    if (text.starts_with("YA") || text.starts_with("JA")) text.replace(0, 2, "IA");
    if (text.starts_with("YE") || text.starts_with("JE")) text.replace(0, 2, "E");
    for (const auto& [from, to] : {std::pair{"IYA", "IA"}, {"IJA", "IA"}, {"IIA", "IA"}, {"YEV", "EV"}, {"JEV", "EV"}, {"IEV", "EV"}, {"OYE", "OE"}, {"AYE", "AE"}, {"OJE", "OE"}}) replaceAll(text, from, to);
    if (text.size() >= 6) replaceAll(text, "KH", "H");
    replaceAll(text, "DJ", "D");
    replaceAll(text, "TZ", "TS");
    for (const std::string_view ending : {"SKIY", "SKII", "SKYY", "SKYI", "SKIJ", "SKYJ", "SKY"})
        if (text.ends_with(ending)) {
            text.resize(text.size() - ending.size());
            text += "SKI";
            break;
        }
    for (const std::string_view ending : {"IY", "II", "YI", "YY", "IJ"})
        if (text.ends_with(ending)) {
            text.resize(text.size() - 2);
            text += 'I';
            break;
        }
    if (text.size() >= 2 && (text.back() == 'Y' || text.back() == 'J') && isVowel(text[text.size() - 2])) text.back() = 'I';
    return text;
}

}  // namespace

bool isParticle(std::string_view word) {
    static constexpr auto kParticles = std::to_array<std::string_view>(
        {"AL",  "EL",  "UL",  "IL",  "AS",  "AD",  "AN",  "AR",  "AT", "AZ", "ASH", "ACH", "ES",   "ED",  "EZ",  "ECH", "ER",  "UR",  "UD",  "US",  "UZ",  "DE", "DEL", "DELA",
         "LA",  "LAS", "LE",  "LES", "LOS", "DA",  "DAS", "DO",  "DOS", "DI", "DU", "DES", "E",   "I",    "Y",   "VON", "VAN", "DER", "DEN", "TER", "TEN", "ZU", "ZUM", "BIN",
         "BINT", "IBN", "BEN", "ABU", "ABOU", "OULD", "O",   "D",   "L"});
    return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

std::string otherForm(std::string_view word) {
    std::string form(word);
    replaceAll(form, "OU", "U");
    if (const std::string of = servantOf(form); !of.empty()) form = of;
    if (const std::string of = ofTheFaith(form); !of.empty()) form = of;
    if (form.starts_with("ABD") && form.size() > 6 && form.ends_with("ANE")) form.pop_back();
    form = slavic(form);
    return form == word ? std::string() : form;
}

std::vector<std::string> joinedRuns(const std::vector<std::string_view>& words) {
    std::vector<std::string> runs;
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string run(words[first]);
        bool particles = isParticle(words[first]);
        for (std::size_t next = first + 1; next < words.size() && runs.size() < kMostRuns; ++next) {
            run += words[next];
            runs.push_back(run);
            // "DE AVILA" is D'AVILA too.
            if (next == first + 1 && (words[first] == "DE" || words[first] == "DA" || words[first] == "DO") && !words[next].empty() && isVowel(words[next][0]))
                runs.push_back("D" + std::string(words[next]));
            particles = particles && isParticle(words[next]);
            if (next >= first + 2 && !particles) break;
        }
    }
    return runs;
}

}  // namespace cotejo::record::detail
