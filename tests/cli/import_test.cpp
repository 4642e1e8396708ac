#include <algorithm>

#include "tests/cli/case_fixture.h"
#include "tests/cli/run_cli.h"

namespace cotejo {
namespace {

class ImportCli : public test::CaseCli {
  protected:
    /// Both streams, as a terminal would get them.
    test::CliAnswer import(const std::string& arguments) {
        return test::runCli("import --post '" + post.folder().string() + "' --login aldecoa --passphrase-file " + file("passphrase") + " --legal-basis 'art. 4' " +
                            arguments + " </dev/null");
    }
};

/// Bytes by which a terminal would do something else than show a character: all controls but those of lines and columns, and C1 in UTF-8.
std::size_t orders(const std::string& text) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto code = static_cast<unsigned char>(text[i]);
        const bool c1 = code == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        // The counter of the progress goes back to the start of its own line.
        if ((code < 0x20 && code != '\n' && code != '\t' && code != '\r') || code == 0x7F || c1) ++found;
    }
    return found;
}

TEST_F(ImportCli, WordsOfFilesGiveTheTerminalNoOrders) {
    const std::string clear = "\x1b[2J", title = "\x1b]0;owned\x07", c1 = "\xC2\x9B" "31m", rubout = "\x7F";
    const auto folder = temp / "in";
    // The name of a person's folder, of a sample in it that cannot be read, and of a file that no reader knows.
    std::filesystem::create_directories(folder / ("SPECIMEN" + clear + rubout));
    const auto person = folder / ("SPECIMEN" + clear + rubout);
    ASSERT_TRUE(writeFileAtomically(person / "right_index.png", png(99, 1)));
    ASSERT_TRUE(writeFileAtomically(person / ("face" + c1 + ".png"), bytesOf("no picture")));
    ASSERT_TRUE(writeFileAtomically(folder / ("notes" + title + ".xyz"), bytesOf("of no kind")));
    // A table whose cells are quoted in its findings.
    std::filesystem::create_directories(folder / "table");
    ASSERT_TRUE(writeFileAtomically(folder / "table" / "people.csv",
                                    bytesOf("familyName,givenNames,birthDate,sex,nationality,documentNumber,issuer\nMUESTRA" + clear + ",ANA,1984-" + title + "," + c1 +
                                            ",UT" + clear + ",X1" + rubout + ",UTO\n")));
    const auto answer = import("'" + folder.string() + "'");
    EXPECT_EQ(orders(answer.output), 0u) << Json(answer.output).dump(-1, ' ', true, Json::error_handler_t::replace);
    // The words themselves stand there: that nothing was printed would prove nothing.
    for (const char* word : {"SPECIMEN\uFFFD[2J", "notes\uFFFD]0;owned", "face\uFFFD31m", "UT\uFFFD[2J"})
        EXPECT_NE(answer.output.find(word), std::string::npos) << word << " in " << Json(answer.output).dump(-1, ' ', true, Json::error_handler_t::replace);
    // What a program reads has them escaped, byte for byte.
    const auto machine = import("--json '" + folder.string() + "'");
    EXPECT_EQ(machine.output.find_first_of("\x1b\x07\x7f"), std::string::npos);
    EXPECT_EQ(machine.output.find(c1.substr(0, 2)), std::string::npos);
    const auto document = parseJson(machine.output, "answer");
    ASSERT_TRUE(document) << machine.output.substr(0, 400);
    EXPECT_TRUE(std::ranges::any_of((*document)["units"], [&](const Json& unit) { return unit["label"] == "SPECIMEN" + clear + rubout; })) << document->dump();
}

TEST_F(ImportCli, ACaseSaysWhoseWordItsSamplesAndCodesAre) {
    const auto folder = temp / "in" / "R-9";
    std::filesystem::create_directories(folder);
    ASSERT_TRUE(writeFileAtomically(folder / "right_index.png", png(99, 1)));
    ASSERT_TRUE(writeFileAtomically(folder / "zone.mrz", bytesOf("PTUTODOE<<AMAL<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nR123456783XXB8801018F3101012<<<<<<<<<<<<<<06")));
    const auto imported = import("'" + folder.parent_path().string() + "'");
    ASSERT_EQ(imported.status, 0) << imported.output;
    const auto at = imported.output.find("R-9  ");
    ASSERT_NE(at, std::string::npos) << imported.output;
    const auto number = imported.output.substr(at + 5, imported.output.find('\n', at) - at - 5);
    const auto shown = test::runCli("case --post '" + post.folder().string() + "' --login aldecoa --passphrase-file " + file("passphrase") + " show " + number + " </dev/null");
    EXPECT_NE(shown.output.find("XXB (refugee, 1951 Convention)"), std::string::npos) << shown.output;
    EXPECT_NE(shown.output.find("sex F"), std::string::npos) << shown.output;
    EXPECT_NE(shown.output.find("finger  imported  right_index  day of capture unknown"), std::string::npos) << shown.output;
    EXPECT_EQ(shown.output.find("  live"), std::string::npos) << shown.output;
}

}  // namespace
}  // namespace cotejo
