#include "app/cli/rules/rules_page.h"

#include <algorithm>
#include <vector>

#include "core/base/file.h"
#include "core/base/share.h"
#include "core/decide/refusal.h"
#include "core/decide/table.h"
#include "core/review/visible_case.h"

namespace cotejo::cli {
namespace {

using namespace decide;
using record::codeOf;
using record::codes;

constexpr std::size_t kWordsCap = 1u << 20;

/// The words of a code; the code itself where a site's own file has none.
std::string wordOf(const Json& words, std::string_view section, std::string_view code, std::string_view part = {}) {
    const auto found = words.find(std::string(section));
    if (found == words.end() || !found->is_object()) return std::string(code);
    if (part.empty()) return textAt(*found, code).value_or(std::string(code));
    const auto one = found->find(std::string(code));
    return one == found->end() ? std::string() : textAt(*one, part).value_or("");
}

std::string pageWord(const Json& words, std::string_view code) { return wordOf(words, "page", code); }

std::string nameOf(const Json& words, std::string_view section, std::string_view code) {
    auto name = wordOf(words, section, code, "name");
    return name.empty() ? std::string(code) : name;
}

std::string listOf(const std::vector<std::string>& all) {
    std::string text;
    for (const auto& each : all) text += (text.empty() ? "" : ", ") + each;
    return text;
}

template <class Enum, class Word>
std::vector<std::string> membersOf(Set<Enum> set, Word word) {
    std::vector<std::string> all;
    for (const auto& [value, code] : codes<Enum>)
        if (set.has(value)) all.push_back(word(code));
    return all;
}

template <class Enum>
Json codesJson(Set<Enum> set) {
    return membersOf(set, [](std::string_view code) { return std::string(code); });
}

template <class Enum>
std::string wordsOf(const Json& words, std::string_view section, Set<Enum> set) {
    return listOf(membersOf(set, [&](std::string_view code) { return wordOf(words, section, code); }));
}

std::string holdsOf(const Json& words, Set<record::HoldKind> set) {
    return listOf(membersOf(set, [&](std::string_view code) { return nameOf(words, "holds", code); }));
}

/// "- **Name** (code). Fact: words. Fact: words."
class Row {
  public:
    Row(const Json& words, const std::string& name, std::string_view code) : m_words(words), m_text("- **" + name + "** (`" + std::string(code) + "`).") {}
    /// A fact with its words; left out when there are none.
    Row& fact(std::string_view label, const std::string& text) {
        if (!text.empty()) m_text += " " + pageWord(m_words, label) + ": " + text + ".";
        return *this;
    }
    Row& yes(bool holds, std::string_view label) {
        if (holds) m_text += " " + pageWord(m_words, label) + (m_text.back() == '.' && pageWord(m_words, label).back() == '.' ? "" : ".");
        return *this;
    }
    Row& sentence(const std::string& text) {
        if (!text.empty()) m_text += " " + text;
        return *this;
    }
    std::string take() { return m_text + "\n"; }

  private:
    const Json& m_words;
    std::string m_text;
};

std::string statesOf(const Json& words, const ActRow& row) {
    if (row.states.empty()) return pageWord(words, "before_case");
    const bool every = std::ranges::all_of(codes<record::CaseState>, [&](const auto& each) { return row.states.has(each.first); });
    return every ? pageWord(words, "every_state") : wordsOf(words, "states", row.states);
}

std::string actsText(const Json& words) {
    std::string text;
    for (const auto& row : actRows())
        text += Row(words, nameOf(words, "acts", row.act), row.act)
                    .fact("who", wordsOf(words, "roles", row.roles))
                    .fact("states", statesOf(words, row))
                    .fact("forbidden", holdsOf(words, row.forbiddenBy))
                    .yes(row.reach == Reach::OnlineOnly, "online")
                    .yes(row.restsOnFindings, "knowing")
                    .fact("next", row.next ? wordOf(words, "states", codeOf(*row.next)) : "")
                    .fact("needs", wordOf(words, "acts", row.act, "needs"))
                    .take();
    return text;
}

std::string holdsText(const Json& words) {
    std::string text;
    for (const auto& row : holdRows()) {
        const auto code = codeOf(row.kind);
        const auto derived = wordOf(words, "holds", code, "derived");
        const auto placed = wordsOf(words, "roles", row.placedBy);
        const auto lifted = wordsOf(words, "roles", row.liftedBy);
        auto papers = papersEnding(row.kind);
        for (auto& paper : papers) paper = wordOf(words, "papers", paper);
        text += Row(words, nameOf(words, "holds", code), code)
                    .fact("placed", placed.empty() ? pageWord(words, "nobody") : placed)
                    .fact("derived", derived)
                    .fact("ends", wordOf(words, "holds", code, "ends"))
                    .fact("lifted", (lifted.empty() ? pageWord(words, "nobody") : lifted) + (row.liftNeedsDocument ? ", " + pageWord(words, "document") + ": " + listOf(papers) : ""))
                    .fact("ended_by", row.liftNeedsDocument ? "" : listOf(papers))
                    .yes(row.lift == Reach::OnlineOnly, "online")
                    .sentence(review::isNeutral(row.kind) ? pageWord(words, "neutral") : "")
                    .take();
    }
    return text;
}

std::string dispositionsText(const Json& words) {
    std::string text;
    for (const auto& row : dispositionRows()) {
        const auto code = codeOf(row.disposition);
        text += Row(words, wordOf(words, "dispositions", code), code)
                    .fact("plain", wordsOf(words, "outcomes", row.plain))
                    .fact("approval", wordsOf(words, "outcomes", row.withApproval))
                    .fact("forbidden", holdsOf(words, row.forbiddenBy))
                    .fact("purposes", wordsOf(words, "purposes", row.purposes))
                    .yes(row.adverse, "adverse")
                    .yes(row.onStaleSnapshot, "stale")
                    .yes(row.execution == Reach::OnlineOnly, "online")
                    .yes(row.releases, "releases")
                    .yes(row.refers, "refers")
                    .yes(row.needsConfirmation, "confirmation")
                    .yes(row.needsManifest, "manifest")
                    .take();
    }
    return text;
}

std::string papersText(const Json& words) {
    std::string text;
    for (const auto& row : paperRows()) {
        const auto needed = wordsOf(words, "dispositions", row.neededBy);
        text += Row(words, wordOf(words, "papers", row.kind), row.kind)
                    .fact("needed_by", needed)
                    .yes(!needed.empty(), row.waivable ? "waivable" : "not_waivable")
                    .fact("places", row.places ? nameOf(words, "holds", codeOf(*row.places)) + (row.afterProposalOnly ? ", " + pageWord(words, "after_proposal") : "") : "")
                    .fact("ends_holds", holdsOf(words, row.ends))
                    .yes(row.opensTheWay || !needed.empty(), "supplied")
                    .yes(row.restricted, "restricted")
                    .take();
    }
    return text;
}

std::string ruleOf(std::string_view code) { return refusal(code).params.front().second; }

std::string refusalsText(const Json& words) {
    std::string text;
    for (const auto code : refusalCodes())
        text += "- **" + std::string(code) + "**: " + wordOf(words, "refusals", code, "says") + " " + pageWord(words, "rule") + ": " +
                wordOf(words, "rules", ruleOf(code)) + ". " + pageWord(words, "remedy") + ": " + wordOf(words, "refusals", code, "remedy") + "\n";
    return text;
}

/// Folded at spaces; later lines are set in.
std::string folded(const std::string& line, std::size_t width) {
    std::string text, row;
    std::size_t columns = 0;
    for (std::size_t at = 0; at <= line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        const auto word = line.substr(at, end - at);
        const auto length = static_cast<std::size_t>(std::ranges::count_if(word, [](char each) { return (static_cast<unsigned char>(each) & 0xC0) != 0x80; }));
        if (columns > 0 && columns + 1 + length > width) {
            text += row + "\n";
            row = "  ";
            columns = 2;
        } else if (columns > 0) {
            row += " ";
            ++columns;
        }
        row += word;
        columns += length;
        at = end + 1;
    }
    return text + row + "\n";
}

}  // namespace

Result<Json> readRuleWords(const std::string& language) {
    COTEJO_TRY_ASSIGN(const auto share, findShare());
    const auto file = share / "rules" / (language + ".json");
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(file, kWordsCap));
    return parseJson(textOf(bytes), file.string());
}

Json rulesJson(const Json& words) {
    Json acts = Json::array(), holds = Json::array(), dispositions = Json::array(), papers = Json::array(), refused = Json::array();
    for (const auto& row : actRows())
        acts.push_back({{"act", row.act}, {"name", nameOf(words, "acts", row.act)}, {"who", codesJson(row.roles)}, {"states", codesJson(row.states)},
                        {"forbidden_by", codesJson(row.forbiddenBy)}, {"online_only", row.reach == Reach::OnlineOnly},
                        {"rests_on_findings", row.restsOnFindings}, {"next", row.next ? Json(codeOf(*row.next)) : Json()}, {"needs", wordOf(words, "acts", row.act, "needs")}, {"otherwise", row.withoutRole}});
    for (const auto& row : holdRows())
        holds.push_back({{"hold", codeOf(row.kind)}, {"name", nameOf(words, "holds", codeOf(row.kind))}, {"placed_by", codesJson(row.placedBy)},
                         {"lifted_by", codesJson(row.liftedBy)}, {"derived", wordOf(words, "holds", codeOf(row.kind), "derived")},
                         {"ends", wordOf(words, "holds", codeOf(row.kind), "ends")}, {"lift_online_only", row.lift == Reach::OnlineOnly},
                         {"lift_needs_document", row.liftNeedsDocument}, {"ended_by", papersEnding(row.kind)}, {"neutral", review::isNeutral(row.kind)}});
    for (const auto& row : dispositionRows())
        dispositions.push_back({{"disposition", codeOf(row.disposition)}, {"name", wordOf(words, "dispositions", codeOf(row.disposition))},
                                {"plain", codesJson(row.plain)}, {"with_approval", codesJson(row.withApproval)}, {"forbidden_by", codesJson(row.forbiddenBy)},
                                {"adverse", row.adverse}, {"on_stale_lists", row.onStaleSnapshot}, {"online_only", row.execution == Reach::OnlineOnly},
                                {"purposes", codesJson(row.purposes)}, {"releases", row.releases}, {"refers", row.refers},
                                {"needs_confirmation", row.needsConfirmation}, {"needs_manifest", row.needsManifest}});
    for (const auto& row : paperRows())
        papers.push_back({{"paper", row.kind}, {"name", wordOf(words, "papers", row.kind)}, {"needed_by", codesJson(row.neededBy)}, {"waivable", row.waivable},
                          {"places", row.places ? Json(codeOf(*row.places)) : Json()}, {"after_proposal_only", row.afterProposalOnly}, {"restricted", row.restricted}, {"ends", codesJson(row.ends)}, {"opens_the_way", row.opensTheWay}});
    for (const auto code : refusalCodes())
        refused.push_back({{"code", code}, {"rule", ruleOf(code)}, {"rule_words", wordOf(words, "rules", ruleOf(code))},
                           {"says", wordOf(words, "refusals", code, "says")}, {"remedy", wordOf(words, "refusals", code, "remedy")}});
    return {{"language", textAt(words, "language").value_or("")}, {"title", pageWord(words, "title")}, {"acts", acts}, {"holds", holds},
            {"dispositions", dispositions}, {"papers", papers}, {"refusals", refused}};
}

std::string rulesMarkdown(const Json& words) {
    std::string text = pageWord(words, "intro") + "\n";
    const auto section = [&](std::string_view name, const std::string& rows) { text += "\n## " + pageWord(words, name) + "\n" + rows; };
    section("acts", actsText(words));
    section("holds", holdsText(words));
    section("dispositions", dispositionsText(words));
    section("papers", papersText(words));
    section("refusals", refusalsText(words));
    return text;
}

std::string rulesText(const Json& words, std::size_t width) {
    std::string text = pageWord(words, "title") + "\n\n";
    const auto markdown = rulesMarkdown(words);
    for (std::size_t at = 0; at < markdown.size();) {
        const auto end = markdown.find('\n', at);
        auto line = markdown.substr(at, end - at);
        at = end + 1;
        for (const std::string mark : {"**", "`"})
            for (std::size_t found = 0; (found = line.find(mark, found)) != std::string::npos;) line.erase(found, mark.size());
        if (line.starts_with("## ")) line.erase(0, 3);
        text += folded(line, width);
    }
    return text;
}

}  // namespace cotejo::cli
