#include "core/exchange/mrz/mrz.h"

#include <algorithm>
#include <numeric>

#include "core/base/errors.h"
#include "core/exchange/country_codes.h"
#include "core/exchange/mrz/mrz_lines.h"
#include "core/exchange/mrz/mrz_parser.h"
#include "core/record/name_key.h"

namespace cotejo::exchange {

namespace {

bool allInAlphabet(const std::string& line) {
    return std::all_of(line.begin(), line.end(), mrz::inAlphabet);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

tl::unexpected<Error> foreignCharacter(const std::string& text, std::size_t line, std::size_t at) {
    const std::string column = std::to_string(mrz::columnOf(text, at)), number = std::to_string(line + 1);
    return fail(base::kMalformed,
                "Line " + number + ", column " + column + " of the machine-readable zone has a character other than A to Z, 0 to 9 and <. Compare it with the printed document.",
                {{"line", number}, {"column", column}});
}

tl::unexpected<Error> wrongLengths(const std::vector<std::string>& lines) {
    if (const mrz::Layout* near = mrz::nearestLayout(lines)) {
        std::string text;
        std::size_t first = lines.size();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::size_t length = mrz::lengthOf(lines[i]);
            if (length == near->width) continue;
            first = std::min(first, i);
            text += (text.empty() ? "Line " : "; line ") + std::to_string(i + 1) + " has " + std::to_string(length) + " characters, " + std::to_string(near->width) + " needed";
        }
        return fail(base::kMalformed,
                    text + " (" + std::string(record::codeOf(near->format)) + "). " +
                        (mrz::lengthOf(lines[first]) < near->width ? "Characters, or fillers, were left out in reading" : "Characters were read twice") +
                        ": compare with the printed document.",
                    {{"line", std::to_string(first + 1)}, {"length", std::to_string(mrz::lengthOf(lines[first]))}, {"needed", std::to_string(near->width)}});
    }
    std::string sizes;
    for (const auto& line : lines) sizes += (sizes.empty() ? "" : ", ") + std::to_string(mrz::lengthOf(line));
    return fail(base::kMalformed,
                "A machine-readable zone has three lines of 30, or two of 36 or 44 characters; this one "
                "has lines of " +
                    (sizes.empty() ? "0" : sizes) + ".");
}

// Fields of a damaged zone that stand for themselves.
void takeConfirmed(record::Traveler& traveler, record::Document& paper, const MrzReading& reading, const std::vector<bool>& whole) {
    const auto holds = [&](const char* field, std::size_t line) {
        if (whole[line]) return true;
        return std::any_of(reading.checks.begin(), reading.checks.end(), [&](const MrzCheck& check) {
            return check.field == field && check.state == MrzCheckState::Right && check.covered.find_first_not_of('<') != std::string::npos;
        });
    };
    const bool td1 = reading.format == MrzFormat::Td1;
    // Codes and names stand before whatever was left out at the end of their line.
    paper.type = reading.documentCode;
    paper.issuer = reading.issuer;
    traveler.familyName = reading.familyName;
    traveler.givenNames = reading.givenNames;
    if (holds("documentNumber", td1 ? 0 : 1)) paper.number = reading.documentNumber;
    if (holds("birthDate", 1)) traveler.birthDate = reading.birthDate;
    if (holds("expiry", 1)) paper.expiry = reading.expiry;
    if (whole[1]) {
        traveler.sex = reading.sex;
        traveler.nationality = reading.nationality;
    }
}

// Right digits over something, and none wrong, where one is needed.
bool confirmed(const MrzReading& reading) {
    const auto right = std::count_if(reading.checks.begin(), reading.checks.end(), [](const MrzCheck& check) {
        return check.state == MrzCheckState::Right && check.covered.find_first_not_of('<') != check.covered.npos;
    });
    return right >= 2 && reading.checksHold();
}

std::optional<MrzReading> readLines(const std::vector<std::string>& lines, UtcTime captured) {
    if (auto national = mrz::parseNational(lines, captured)) return national;
    const mrz::Layout* layout = mrz::layoutFor(lines);
    return layout == nullptr ? std::nullopt : std::optional(mrz::parseLayout(lines, *layout, captured));
}

// The same lines in the order in which every digit is right.
std::optional<MrzReading> inAnotherOrder(const std::vector<std::string>& lines, UtcTime captured) {
    if (lines.size() < 2 || lines.size() > 3) return std::nullopt;
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), 0u);
    while (std::next_permutation(order.begin(), order.end())) {
        std::vector<std::string> turned;
        for (const std::size_t at : order) turned.push_back(lines[at]);
        if (auto reading = readLines(turned, captured); reading && confirmed(*reading) && isCountryCode(reading->issuer)) return reading;
    }
    return std::nullopt;
}

}  // namespace

bool MrzReading::checksHold() const {
    return std::none_of(checks.begin(), checks.end(),
                        [](const MrzCheck& c) { return c.state == MrzCheckState::Wrong; });
}

record::Traveler MrzReading::traveler() const {
    record::Traveler result;
    result.familyName = familyName;
    result.givenNames = givenNames;
    result.birthDate = birthDate;
    result.sex = sex;
    result.nationality = nationality;
    result.documents.push_back({documentCode, issuer, documentNumber, expiry, joined(lines)});
    return result;
}

char mrzCheckDigit(std::string_view text) {
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!mrz::inAlphabet(c)) return '?';
        sum += kWeights[i % 3] * (c == '<' ? 0 : mrz::isDigit(c) ? c - '0' : c - 'A' + 10);
    }
    return static_cast<char>('0' + sum % 10);
}

bool looksLikeMrz(std::string_view text) {
    if (text.size() > mrz::kMaxText) return false;
    const auto lines = mrz::linesOf(text).text;
    return std::all_of(lines.begin(), lines.end(), allInAlphabet) && (mrz::layoutFor(lines) != nullptr || mrz::parseNational(lines, {}));
}

bool nearlyMrz(std::string_view text) {
    if (text.size() > mrz::kMaxText) return false;
    const auto found = mrz::linesOf(text);
    if (found.zones > 1) return true;
    const auto& lines = found.text;
    if (text.size() > 1024) return false;
    if (lines.empty() || lines.size() > 4) return false;
    std::size_t characters = 0, foreign = 0, fillers = 0;
    for (const auto& line : lines) {
        if (line.size() > 100) return false;
        characters += line.size();
        foreign += static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return !mrz::inAlphabet(c); }));
        fillers += static_cast<std::size_t>(std::count(line.begin(), line.end(), '<'));
    }
    // Two lines of a card at the least; one character in eight may be of no zone.
    return characters >= 50 && characters <= 140 && foreign * 8 <= characters && fillers >= 4 && joined(lines).find("<<") != std::string::npos;
}

Result<MrzReading> parseMrz(std::string_view text, UtcTime captured) {
    if (text.size() > mrz::kMaxText)
        return fail(base::kMalformed, "A machine-readable zone has at most 90 characters, not " +
                                          std::to_string(text.size()) + ".");
    const mrz::Lines lines = mrz::linesOf(text);
    if (lines.zones > 1)
        return fail(base::kMalformed, "The text has " + std::to_string(lines.zones) + " machine-readable zones. Save each in a file of its own, or as a column \"MRZ\" of a table.",
                    {{"zones", std::to_string(lines.zones)}});
    for (std::size_t i = 0; i < lines.text.size(); ++i)
        for (std::size_t c = 0; c < lines.text[i].size(); ++c)
            if (!mrz::inAlphabet(lines.text[i][c])) return foreignCharacter(lines.text[i], i, c);
    MrzReading reading;
    if (auto national = mrz::parseNational(lines.text, captured)) {
        reading = std::move(*national);
    } else {
        const mrz::Layout* layout = mrz::layoutFor(lines.text);
        if (layout == nullptr) return wrongLengths(lines.text);
        reading = mrz::parseLayout(lines.text, *layout, captured);
        if (auto turned = confirmed(reading) ? std::nullopt : inAnotherOrder(lines.text, captured)) {
            reading = std::move(*turned);
            reading.report.add({Severity::Note, "", "", "mrz.order", "The lines stood in another order. They were read in the one in which every check digit is right.", {}});
        } else if (reading.checked) {
            mrz::propose(reading, *layout, captured);
        }
    }
    if (lines.apart)
        reading.report.add({Severity::Note, "", "", "mrz.among", "Other lines of text stood around the zone; only the zone was read.", {}});
    if (lines.changed)
        reading.report.add({Severity::Note,
                            "",
                            "",
                            "mrz.blanks",
                            "Blanks were left out, small letters raised or fillers of another form read.",
                            {}});
    return reading;
}

std::optional<record::Traveler> salvageMrz(std::string_view text, UtcTime captured) {
    if (!nearlyMrz(text) || mrz::linesOf(text).zones > 1) return std::nullopt;
    const std::vector<std::string> read = mrz::linesOf(text).text;
    record::Traveler traveler;
    record::Document paper;
    if (const mrz::Layout* layout = mrz::nearestLayout(read); layout != nullptr && std::all_of(read.begin(), read.end(), allInAlphabet)) {
        std::vector<std::string> lines = read;
        std::vector<bool> whole;
        for (auto& line : lines) {
            whole.push_back(line.size() == layout->width);
            line.resize(layout->width, '<');
        }
        takeConfirmed(traveler, paper, mrz::parseLayout(std::move(lines), *layout, captured), whole);
    }
    paper.mrz = joined(read);
    traveler.documents.push_back(std::move(paper));
    return traveler;
}

NameAgreement compareWithMrz(std::string_view familyName, std::string_view givenNames,
                             const MrzReading& reading) {
    const std::string zone =
        reading.familyName + (reading.givenNames.empty() ? "" : " ") + reading.givenNames;
    const std::string both = std::string(familyName) + " " + std::string(givenNames);
    for (const std::string& name : {record::normaliseNameAsMrz(both), record::normaliseName(both)}) {
        if (name == zone) return NameAgreement::Same;
        if (reading.nameTruncated && name.starts_with(zone)) return NameAgreement::SameAsFarAsItGoes;
    }
    return NameAgreement::Different;
}

}  // namespace cotejo::exchange
