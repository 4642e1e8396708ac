#include "core/record/safeguards.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/record/name_key.h"
#include "core/record/partial_date.h"

namespace cotejo::record {

namespace {

constexpr int kOldest = 120;

std::string plainCode(std::string_view text) {
    std::string code;
    for (const char c : text)
        if (c >= 'a' && c <= 'z')
            code += static_cast<char>(c - 32);
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            code += c;
        else if (c != ' ' && c != '<' && c != '\t')
            return {};
    return code;
}

struct ZoneCodes {
    std::string type, issuer, nationality;
};

// The codes of a zone by their places in Doc 9303-4 to -7, damaged lines included: codes stand before whatever is cut off.
ZoneCodes codesOf(std::string_view mrz) {
    std::vector<std::string> lines(1);
    for (const char c : mrz)
        if (c == '\n' || c == '\r') {
            if (!lines.back().empty()) lines.emplace_back();
        } else if (c != ' ' && c != '\t') {
            lines.back() += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        }
    if (lines.back().empty()) lines.pop_back();
    const auto part = [&](std::size_t line, std::size_t at, std::size_t length) {
        return line < lines.size() && at < lines[line].size() ? lines[line].substr(at, length) : std::string();
    };
    const std::size_t place = lines.size() >= 3 ? 15 : 10;
    ZoneCodes codes{part(0, 0, 2), part(0, 2, 3), part(1, place, 3)};
    const std::size_t width = lines.size() < 2 ? 0 : lines[1].size();
    if (width == 0 || width == 30 || width == 36 || width == 44) return codes;
    // Characters left out or read twice before the code move it: a refugee is not to lose protection by that.
    for (const std::size_t at : {place - 1, place + 1, place - 2, place + 2}) {
        const std::string moved = part(1, at, 3), before = part(1, at - 1, 1), behind = part(1, at + 3, 1);
        const auto isSign = [](const std::string& text) { return text.size() == 1 && ((text[0] >= '0' && text[0] <= '9') || text[0] == '<'); };
        if (protectionCodeIn(codes.nationality).empty() && !protectionCodeIn(moved).empty() && isSign(before) && (isSign(behind) || behind.empty())) codes.nationality = moved;
    }
    return codes;
}

bool hasAny(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

std::string issuerCode(std::string_view text) {
    const std::string code = plainCode(text);
    return code == "D" ? "DEU" : code;
}

struct Sign {
    std::string code, source;
};

Sign protectionOf(const Traveler& traveler) {
    if (auto code = protectionCodeIn(traveler.nationality); !code.empty()) return {code, "nationality"};
    for (const auto& paper : traveler.documents) {
        const ZoneCodes zone = codesOf(paper.mrz);
        if (auto code = protectionCodeIn(zone.nationality); !code.empty()) return {code, "mrz_nationality"};
        if (auto code = protectionCodeIn(zone.issuer); !code.empty()) return {code, "mrz_issuer"};
        if (auto code = protectionCodeIn(paper.issuer); !code.empty()) return {code, "issuer"};
    }
    for (const auto& paper : traveler.documents) {
        const ZoneCodes zone = codesOf(paper.mrz);
        if (auto code = protectionOfDocument(paper.type, paper.issuer, traveler.nationality); !code.empty()) return {code, "document_type"};
        if (auto code = protectionOfDocument(zone.type, zone.issuer, zone.nationality); !code.empty()) return {code, "mrz_document_type"};
    }
    return {};
}

void setMajority(Safeguards& safeguards, const Traveler& traveler, UtcTime at) {
    const auto born = PartialDate::parse(traveler.birthDate);
    const auto today = std::chrono::floor<std::chrono::days>(at);
    if (!born || born->year() == 0 || *born->earliest() > today) return;
    const int most = yearsBetween(*born->earliest(), today);
    // "Born this year" is no day in the future.
    const int least = yearsBetween(std::min(*born->latest(), today), today);
    const bool twoDigits = std::any_of(traveler.documents.begin(), traveler.documents.end(), [](const Document& d) { return !d.mrz.empty(); });
    if (least > kOldest || (least >= 100 && twoDigits)) return;
    safeguards.majority = least >= kMajorityAge ? Majority::Adult : Majority::Child;
    safeguards.majorityByDoubt = least < kMajorityAge && most >= kMajorityAge;
}

}  // namespace

std::string protectionCodeIn(std::string_view text) {
    std::string code = plainCode(text);
    // A B of the zone that was read as 8 is still a refugee's.
    if (code == "XX8") code = "XXB";
    return code == "XXA" || code == "XXB" || code == "XXC" ? code : std::string();
}

std::string protectionOfDocument(std::string_view type, std::string_view issuer, std::string_view nationality) {
    const std::string code = plainCode(type), by = issuerCode(issuer);
    if (code == "ME" && by == "DEU") return "ASY";  // the German proof of arrival
    if (code == "PR" || code == "PS") {
        const std::string of = issuerCode(nationality);
        if (by.empty() || of.empty() || of == by) return {};
        return code == "PR" ? "RTD" : "STD";
    }
    const std::string words = normaliseName(type);
    if (words.size() <= 2) return {};
    if (hasAny(words, {"XXA", "APATRID", "STATELESS", "STAATENLOS", "CONVENTION 1954", "CONVENCION 1954", "CONVENCION DE 1954", "CONVENTION OF 1954",
                       "CONVENTION DU 28 SEPTEMBRE 1954", "CONVENTION DE 1954", "CONVENCAO DE 1954"}))
        return "STD";
    if (hasAny(words, {"XXB", "XXC", "REFUGE", "REFUGIAD", "REFUGIE", "FLUCHTLING", "CONVENTION TRAVEL", "CONVENTION 1951", "CONVENCION 1951",
                       "CONVENCION DE 1951", "CONVENTION OF 1951", "CONVENTION DE 1951", "CONVENTION DU 28 JUILLET 1951", "CONVENCAO DE 1951",
                       "TITRE DE VOYAGE", "TITULO DE VIAJE"}))
        return "RTD";
    if (hasAny(words, {"ASYLUM", "ASILO", "ASILE", "ANKUNFTSNACHWEIS", "AUFENTHALTSGESTATTUNG", "UNHCR", "ACNUR"})) return "ASY";
    return {};
}

Safeguards safeguardsOf(const Traveler& traveler, UtcTime at) {
    Safeguards safeguards;
    const Sign sign = protectionOf(traveler);
    safeguards.protectionCode = sign.code;
    safeguards.protectionSource = sign.source;
    setMajority(safeguards, traveler, at);
    return safeguards;
}

}  // namespace cotejo::record
