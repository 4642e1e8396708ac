#include <algorithm>
#include <array>

#include "core/exchange/mrz/mrz_parser.h"

namespace cotejo::exchange::mrz {

namespace {

constexpr std::size_t kMaxProposals = 16;
constexpr std::size_t kMaxAmbiguous = 9;  // characters of a number that pairs are made of
constexpr auto kAlike = std::to_array<std::pair<char, char>>(
    {{'O', '0'}, {'I', '1'}, {'B', '8'}, {'S', '5'}, {'Z', '2'}, {'G', '6'}, {'Q', '0'}, {'D', '0'}, {'L', '1'}, {'T', '7'}, {'A', '4'}});

enum class Content { Any, Digits, Letters };

struct Field {
    const char* name;
    Place place;
    Content content;
};

char asDigit(char c) {
    const auto at = std::find_if(kAlike.begin(), kAlike.end(), [&](const auto& each) { return each.first == c; });
    return at == kAlike.end() ? c : at->second;
}
char asLetter(char c) {
    const auto at = std::find_if(kAlike.begin(), kAlike.end(), [&](const auto& each) { return each.second == c; });
    return at == kAlike.end() ? c : at->first;
}

std::size_t faultsOf(const MrzReading& reading) {
    const auto& findings = reading.report.findings;
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.severity != Severity::Note; }));
}

class Proposer {
  public:
    Proposer(MrzReading& reading, const Layout& layout, UtcTime captured)
        : m_reading(reading), m_layout(layout), m_captured(captured), m_before(faultsOf(reading)) {}
    void run();

  private:
    void tryText(const Field& field, const std::string& text, bool wholeCheck);
    void singles(const Field& field);
    void wholeField(const Field& field);
    void pairs(const Field& field);
    void fillers(const Field& field);
    std::string textOf(const Field& field) const { return std::string(at(m_reading, field.place)); }

    MrzReading& m_reading;
    const Layout& m_layout;
    UtcTime m_captured;
    std::size_t m_before;
};

// Only what leaves less wrong than before is worth an officer's time; of more than one character only what makes the field's own digit hold.
void Proposer::tryText(const Field& field, const std::string& text, bool wholeCheck) {
    if (m_reading.proposals.size() >= kMaxProposals) return;
    const std::string now = textOf(field);
    if (text == now) return;
    MrzProposal proposal;
    proposal.field = field.name;
    proposal.lines = m_reading.lines;
    proposal.lines[field.place.line].replace(field.place.at, field.place.length, text);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != now[i])
            proposal.changes.push_back({static_cast<int>(field.place.line) + 1, static_cast<int>(field.place.at + i) + 1, now[i], text[i]});
    const bool known = std::any_of(m_reading.proposals.begin(), m_reading.proposals.end(), [&](const MrzProposal& p) { return p.lines == proposal.lines; });
    if (known) return;
    const MrzReading after = parseLayout(proposal.lines, m_layout, m_captured);
    if (faultsOf(after) >= m_before) return;
    // A digit that holds by chance makes no date of letters.
    const auto& findings = after.report.findings;
    if (field.content == Content::Digits &&
        std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == Severity::Error && f.field == field.name; }))
        return;
    if (wholeCheck)
        for (const MrzCheck& check : after.checks)
            if (check.field == field.name && check.state != MrzCheckState::Right) return;
    const MrzChange& first = proposal.changes.front();
    proposal.line = first.line;
    proposal.column = first.column;
    proposal.from = first.from;
    proposal.to = first.to;
    m_reading.proposals.push_back(std::move(proposal));
}

void Proposer::singles(const Field& field) {
    const std::string now = textOf(field);
    for (std::size_t i = 0; i < now.size(); ++i)
        for (const auto& [letter, digit] : kAlike) {
            std::string text = now;
            if (now[i] == letter && field.content != Content::Letters) text[i] = digit;
            if (now[i] == digit && field.content != Content::Digits) text[i] = letter;
            tryText(field, text, false);
        }
}

// All at once: a date has no letters, a name no digits.
void Proposer::wholeField(const Field& field) {
    if (field.content == Content::Any) return;
    std::string text = textOf(field);
    std::transform(text.begin(), text.end(), text.begin(), field.content == Content::Digits ? asDigit : asLetter);
    tryText(field, text, field.content == Content::Digits);
}

void Proposer::pairs(const Field& field) {
    if (field.content != Content::Any) return;
    const bool wrong = std::any_of(m_reading.checks.begin(), m_reading.checks.end(),
                                   [&](const MrzCheck& check) { return check.field == field.name && check.state == MrzCheckState::Wrong; });
    if (!wrong) return;
    const std::string now = textOf(field);
    std::vector<std::pair<std::size_t, char>> changes;
    for (std::size_t i = 0; i < now.size(); ++i)
        for (const char other : {asDigit(now[i]), asLetter(now[i])})
            if (other != now[i] && changes.size() < kMaxAmbiguous) changes.emplace_back(i, other);
    for (std::size_t a = 0; a < changes.size(); ++a)
        for (std::size_t b = a + 1; b < changes.size(); ++b) {
            if (changes[a].first == changes[b].first) continue;
            std::string text = now;
            text[changes[a].first] = changes[a].second;
            text[changes[b].first] = changes[b].second;
            tryText(field, text, true);
        }
}

// Printers' fillers are read as K, C, E or L: a row of one of them at the end of the names is none.
void Proposer::fillers(const Field& field) {
    std::string text = textOf(field);
    const char last = text.back();
    if (last != 'K' && last != 'C' && last != 'E' && last != 'L') return;
    const std::size_t begin = text.find_last_not_of(std::string("<") + last) + 1;
    if (std::count(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), last) < 4) return;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), '<');
    // No digit covers a name, so that nothing is less wrong: the row itself is the reason.
    const std::size_t before = m_before;
    m_before = before + 1;
    tryText(field, text, false);
    m_before = before;
}

void Proposer::run() {
    const auto widened = [](Place place) { return Place{place.line, place.at, place.length + 1}; };
    const Field names{"name", m_layout.names, Content::Letters};
    fillers(names);
    if (m_before == 0) return;
    const Field fields[] = {{"documentNumber", widened(m_layout.number), Content::Any},
                            {"birthDate", widened(m_layout.birth), Content::Digits},
                            {"expiry", widened(m_layout.expiry), Content::Digits},
                            {"optionalData", m_layout.optional, Content::Any},
                            {"issuer", m_layout.issuer, Content::Letters},
                            {"nationality", m_layout.nationality, Content::Letters},
                            names};
    for (const Field& field : fields) singles(field);
    for (const Field& field : fields) wholeField(field);
    for (const Field& field : fields) pairs(field);
}

}  // namespace

void propose(MrzReading& reading, const Layout& layout, UtcTime captured) {
    Proposer(reading, layout, captured).run();
}

}  // namespace cotejo::exchange::mrz
