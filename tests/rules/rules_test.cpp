// The rules that keep the house in order, checked on the text of the checkout. Each has a self-check, so that it can fail.

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <regex>
#include <set>

#include "tests/rules/source_tree.h"

namespace cotejo::rules {
namespace {

const std::vector<std::string> kRooms{"base",  "record", "roster", "store",  "journal", "access",  "exchange", "imaging",
                                      "intake", "match",  "review", "decide",  "partner", "report",   "sync"};

std::optional<std::size_t> roomRank(const std::string& room) {
    const auto at = std::find(kRooms.begin(), kRooms.end(), room);
    if (at == kRooms.end()) return std::nullopt;
    return static_cast<std::size_t>(at - kRooms.begin());
}

// "core/store/x.h" -> {"core", "store"}
std::pair<std::string, std::string> place(const std::string& path) {
    const auto first = path.find('/');
    const auto second = path.find('/', first + 1);
    return {path.substr(0, first), second == std::string::npos ? "" : path.substr(first + 1, second - first - 1)};
}

/// Inner rooms, in the order in which they may include each other; files beside them stand where the empty name stands. Rooms that
/// share a place do not know each other: what two of them share moves up.
using Places = std::vector<std::set<std::string>>;
const std::map<std::string, Places> kInnerRooms{
    {"core/exchange", {{""}, {"envelope", "images", "minutiae", "mrz", "wsq"}, {"samples"}, {"cbeff", "nist", "osia", "mosip", "pdf", "tables"}}},
    {"core/match/face/quality", {{""}, {"light", "pose", "frame", "clarity"}}},
    {"core/match/finger", {{""}, {"extract"}, {"compare"}, {"search"}}},
    {"ui/casefile", {{""}, {"acts"}, {"papers", "guard", "decision", "history"}, {"overview"}}},
    {"ui/compare", {{"canvas"}, {""}, {"reveal"}, {"protocol"}, {"face", "finger"}}},
    {"ui/widgets", {{"style"}, {""}, {"choices"}, {"tables", "layout"}}},
    {"app/cli", {{""}, {"cases", "exchange", "match", "post", "demo", "rules"}}},
};
/// Files of a room that join its inner rooms: they may include all of them.
const std::set<std::string> kFronts{"core/exchange/read_exchange.cpp", "core/exchange/read_exchange.h", "core/exchange/document.h",
                                    "core/exchange/write_exchange.cpp", "core/exchange/write_exchange.h",
                                    "core/match/face/quality/quality.cpp", "core/match/finger/finger_template.cpp", "core/match/finger/self_test.cpp",
                                    "core/match/finger/synthetic.cpp",
                                    "ui/casefile/case_page.cpp", "ui/casefile/case_page.h", "ui/casefile/case_work.cpp"};
std::string innerProblem(const std::string& path, const std::string& include) {
    for (const auto& [room, places] : kInnerRooms) {
        if (!path.starts_with(room + "/") || !include.starts_with(room + "/")) continue;
        const auto inner = [&](const std::string& file) {
            const auto rest = file.substr(room.size() + 1);
            const auto slash = rest.find('/');
            return slash == std::string::npos ? std::string() : rest.substr(0, slash);
        };
        const auto rank = [&](const std::string& name) -> std::optional<std::size_t> {
            for (std::size_t i = 0; i < places.size(); ++i)
                if (places[i].contains(name)) return i;
            return std::nullopt;
        };
        const auto mine = inner(path), theirs = inner(include);
        if (!rank(mine) || !rank(theirs)) return room + " has no inner room '" + (rank(mine) ? theirs : mine) + "'";
        if (mine == theirs || kFronts.contains(path)) return {};
        if (*rank(theirs) >= *rank(mine)) return "inner room '" + mine + "' must not include '" + theirs + "'";
    }
    return {};
}

/// What is wrong with a file at `path` including `include`; empty when nothing is.
std::string layerProblem(const std::string& path, const std::string& include) {
    static const std::map<std::string, int> height{{"core", 0}, {"ui", 1}, {"app", 2}};
    const auto [layer, room] = place(path);
    const auto [otherLayer, otherRoom] = place(include);
    if (!height.contains(layer) || !height.contains(otherLayer)) return {};
    if (height.at(otherLayer) > height.at(layer)) return layer + " must not include " + otherLayer;
    if (layer == "core" && otherLayer == "core") {
        const auto mine = roomRank(room);
        const auto theirs = roomRank(otherRoom);
        if (!mine || !theirs) return "core has no room '" + (mine ? otherRoom : room) + "'";
        if (*theirs > *mine) return "room " + room + " stands before room " + otherRoom;
    }
    return innerProblem(path, include);
}

std::string qtProblem(const std::string& line) {
    static const std::regex qt(R"(^\s*#\s*include\s*[<"](Q[A-Z]|Qt))");
    return std::regex_search(line, qt) ? "core must not include Qt" : "";
}

std::string untranslatedProblem(const std::string& line) {
    static const std::regex shown(
        R"re(\b(setText|setWindowTitle|setToolTip|setPlaceholderText|setAccessibleName|setAccessibleDescription|setStatusTip|addTab|addAction|setTitle|QLabel|QPushButton|QCheckBox|QRadioButton|QToolButton|QGroupBox)\s*[({]\s*(QStringLiteral\(|QLatin1String\(|QString::fromUtf8\()?\s*u?"[^"]*[A-Za-z]{3})re");
    return std::regex_search(line, shown) && line.find("// not translated:") == std::string::npos
               ? "text shown to people must go through tr(), or say '// not translated: why'"
               : "";
}

using LineRule = std::function<std::string(const SourceFile&, const std::string&)>;

std::string violations(const std::vector<SourceFile>& files, const LineRule& rule) {
    std::string found;
    for (const auto& file : files)
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            if (const auto problem = rule(file, file.lines[i]); !problem.empty())
                found += file.path + ":" + std::to_string(i + 1) + ": " + problem + "\n    " + file.lines[i] + "\n";
    return found;
}

TEST(Rules, IncludesPointTheAllowedWay) {
    EXPECT_NE(layerProblem("core/store/a.cpp", "core/match/b.h"), "");
    EXPECT_NE(layerProblem("core/store/a.cpp", "ui/bridge/b.h"), "");
    EXPECT_EQ(layerProblem("core/match/a.cpp", "core/store/b.h"), "");
    EXPECT_NE(layerProblem("core/exchange/mosip/a.cpp", "core/exchange/nist/b.h"), "");
    EXPECT_NE(layerProblem("ui/compare/face/a.cpp", "ui/compare/finger/b.h"), "");
    EXPECT_NE(layerProblem("core/match/face/quality/light/a.cpp", "core/match/face/quality/pose/b.h"), "");
    EXPECT_NE(layerProblem("ui/widgets/style/a.cpp", "ui/widgets/b.h"), "");
    EXPECT_NE(layerProblem("ui/casefile/guard/a.cpp", "ui/casefile/papers/b.h"), "");
    EXPECT_EQ(layerProblem("ui/casefile/case_page.cpp", "ui/casefile/papers/b.h"), "");
    EXPECT_NE(layerProblem("core/match/finger/extract/a.cpp", "core/match/finger/compare/b.h"), "");
    EXPECT_EQ(layerProblem("core/match/finger/search/a.cpp", "core/match/finger/compare/b.h"), "");
    static const std::regex include(R"(^\s*#\s*include\s*\"([^\"]+)\")");
    const auto files = sourceFiles({"core", "ui", "app"}, {".h", ".cpp"});
    ASSERT_FALSE(files.empty());
    EXPECT_EQ(violations(files,
                         [](const SourceFile& file, const std::string& line) -> std::string {
                             std::smatch match;
                             if (!std::regex_search(line, match, include)) return {};
                             return layerProblem(file.path, match[1]);
                         }),
              "");
}

TEST(Rules, CoreKnowsNoQt) {
    EXPECT_NE(qtProblem("#include <QString>"), "");
    EXPECT_NE(qtProblem("#  include \"QtCore/qglobal.h\""), "");
    EXPECT_EQ(qtProblem("#include <queue>"), "");
    EXPECT_EQ(violations(sourceFiles({"core", "app/cli", "app/server"}, {".h", ".cpp"}),
                         [](const SourceFile&, const std::string& line) { return qtProblem(line); }),
              "");
}

TEST(Rules, ShownTextIsTranslated) {
    EXPECT_NE(untranslatedProblem(R"(label->setText("Queue");)"), "");
    EXPECT_NE(untranslatedProblem(R"(auto* b = new QPushButton(QStringLiteral("Approve"), this);)"), "");
    EXPECT_EQ(untranslatedProblem(R"(label->setText(tr("Queue"));)"), "");
    EXPECT_EQ(untranslatedProblem(R"(label->setObjectName("queueTable");)"), "");
    EXPECT_EQ(violations(sourceFiles({"ui", "app/desktop"}, {".h", ".cpp"}),
                         [](const SourceFile&, const std::string& line) { return untranslatedProblem(line); }),
              "");
    for (const auto& file : sourceFiles({"translations"}, {".ts"}))
        EXPECT_EQ(violations({file},
                             [](const SourceFile&, const std::string& line) -> std::string {
                                 return line.find("type=\"unfinished\"") != std::string::npos ? "unfinished translation" : "";
                             }),
                  "");
}

TEST(Rules, EveryErrorCodeHasAText) {
    static const std::regex code(R"re("(E_[A-Z0-9_]+)")re");
    std::set<std::string> known;
    for (const auto& file : sourceFiles({"ui/bridge"}, {".cpp"})) {
        const auto text = file.text();
        for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) known.insert((*at)[1]);
    }
    const auto lists = sourceFiles({"core"}, {"errors.h"});
    ASSERT_FALSE(lists.empty());
    if (!std::filesystem::exists(top() / "ui/bridge")) return;
    std::string missing;
    std::set<std::string> listed;
    for (const auto& file : lists) {
        const auto text = file.text();
        for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) {
            listed.insert((*at)[1]);
            if (!known.contains((*at)[1])) missing += file.path + ": " + (*at)[1].str() + "\n";
        }
    }
    EXPECT_EQ(missing, "") << "codes without a sentence in ui/bridge/error_text.cpp";
    // Programs without a window list their own codes and say them in English on the command line.
    for (const auto& file : sourceFiles({"app"}, {"errors.h"})) {
        const auto text = file.text();
        for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) listed.insert((*at)[1]);
    }
    // A code used but listed nowhere would slip past the check above.
    EXPECT_EQ(violations(sourceFiles({"core", "app"}, {".cpp", ".h"}),
                         [&](const SourceFile&, const std::string& line) -> std::string {
                             for (std::sregex_iterator at(line.begin(), line.end(), code), end; at != end; ++at)
                                 if (!listed.contains((*at)[1]) && line.find("E_HOLD_\"") == std::string::npos)
                                     return (*at)[1].str() + " stands in no errors.h";
                             return {};
                         }),
              "");
}

TEST(Rules, EveryRefusalIsProvokedByATest) {
    static const std::regex listed(R"re(char (k[A-Za-z]+)\[\] = "(E_[A-Z_]+)")re");
    std::string asked;
    for (const auto& file : sourceFiles({"tests"}, {".cpp", ".h"}))
        if (!file.path.starts_with("tests/rules")) asked += file.text();
    const auto mentions = [&](const std::string& word) {
        const auto inName = [&](std::size_t at) { return at < asked.size() && (std::isalnum(static_cast<unsigned char>(asked[at])) || asked[at] == '_'); };
        for (auto at = asked.find(word); at != std::string::npos; at = asked.find(word, at + 1))
            if (!inName(at - 1) && !inName(at + word.size())) return true;
        return false;
    };
    std::string errors;
    for (const auto& file : sourceFiles({"core"}, {"errors.h"}))
        if (file.path == "core/decide/errors.h") errors = file.text();
    int codes = 0;
    std::string never;
    for (std::sregex_iterator at(errors.begin(), errors.end(), listed), end; at != end; ++at, ++codes)
        if (!mentions((*at)[1].str()) && !mentions((*at)[2].str())) never += (*at)[2].str() + " ";
    EXPECT_GT(codes, 50);
    EXPECT_EQ(never, "") << "no test expects these refusals";
}

TEST(Rules, EveryRuleOfAReportHasWords) {
    static const std::regex rule(R"re("((?:cbeff|csv|fmr|image|intake|iso|mosip|mrz|nist|osia|pdf)\.([a-z_]+))")re");
    const auto words = sourceFiles({"ui/intake"}, {"finding_text.cpp"});
    ASSERT_EQ(words.size(), 1u);
    const auto known = words.front().text();
    std::size_t seen = 0;
    std::string missing;
    for (const auto& file : sourceFiles({"core/exchange", "core/intake"}, {".cpp"})) {
        const auto text = file.text();
        for (std::sregex_iterator at(text.begin(), text.end(), rule), end; at != end; ++at, ++seen)
            if (known.find("{\"" + (*at)[1].str() + "\"") == std::string::npos && known.find("{\"" + (*at)[2].str() + "\"") == std::string::npos)
                missing += file.path + ": " + (*at)[1].str() + "\n";
    }
    // Those of JSON messages: the reader puts the format before them.
    static const std::regex member(R"re(find\(Severity::[A-Za-z]+, [^,]+, "([a-z0-9_]+)")re");
    for (const auto& file : sourceFiles({"core/exchange"}, {".cpp"})) {
        const auto text = file.text();
        for (std::sregex_iterator at(text.begin(), text.end(), member), end; at != end; ++at, ++seen)
            if (known.find("{\"" + (*at)[1].str() + "\"") == std::string::npos) missing += file.path + ": " + (*at)[1].str() + "\n";
    }
    EXPECT_GT(seen, 60u);
    EXPECT_EQ(missing, "") << "rules without words in ui/intake/finding_text.cpp";
}

TEST(Rules, EveryRoomIntroducesItselfAndNoFileIsTooLongToRead) {
    for (const auto& layer : {"core", "ui"})
        for (const auto& entry : std::filesystem::directory_iterator(top() / layer))
            if (entry.is_directory()) {
                EXPECT_TRUE(std::filesystem::exists(entry.path() / "README.md")) << entry.path() << " has no README.md";
            }
    for (const auto& file : sourceFiles({"core", "ui", "app", "tests"}, {".h", ".cpp"}))
        EXPECT_LE(file.lines.size(), 700u) << file.path;
}

TEST(Rules, BuildFilesAvoidTheKnownTraps) {
    const auto problem = [](const SourceFile&, const std::string& line) -> std::string {
        if (line.starts_with("#")) return {};
        for (const char* trap : {"highgui", "Qt6::Sql", "march=native"})
            if (line.find(trap) != std::string::npos && line.find('#') == std::string::npos) return trap;
        return {};
    };
    EXPECT_NE(problem({}, "target_link_libraries(x Qt6::Sql)"), "");
    EXPECT_EQ(violations(sourceFiles({"core", "ui", "app", "tests", "packaging"}, {"CMakeLists.txt", ".cmake"}), problem), "");
}

}  // namespace
}  // namespace cotejo::rules
