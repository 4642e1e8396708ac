#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <opencv2/core.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "tests/cli/run_cli.h"
#include "tests/support/paths.h"

namespace cotejo {
namespace {

namespace fs = std::filesystem;

using Answer = test::CliAnswer;

Answer run(const std::string& arguments) { return test::runCli(arguments); }

class ExchangeCli : public testing::Test {
  protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("cotejo-cli-exchange-" + std::to_string(getpid()));
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    std::string write(const char* name, ByteView bytes) {
        const fs::path path = m_folder / name;
        EXPECT_TRUE(writeFileAtomically(path, bytes));
        return path.string();
    }
    std::string at(const char* name) const { return (m_folder / name).string(); }

    fs::path m_folder;
};

TEST_F(ExchangeCli, ShowsValidatesAndRewritesATransaction) {
    auto file = exchange::makeNistItl("CAR", "20261116", "A", "B", "1");
    exchange::addNistRecord(file, 2, 0).set(18, "SPECIMEN,ANA");
    const Bytes bytes = *exchange::writeNistItl(file);
    const auto path = write("a.an2", bytes);
    const auto shown = run("exchange show " + path + " --json");
    EXPECT_EQ(shown.status, 0) << shown.output;
    const auto document = parseJson(shown.output, "answer");
    ASSERT_TRUE(document) << shown.output;
    EXPECT_EQ((*document)["persons"][0]["familyName"], "SPECIMEN");
    EXPECT_EQ(run("exchange validate " + path).status, 0);
    EXPECT_EQ(run("exchange convert " + path + " " + at("b.an2")).status, 0);
    EXPECT_EQ(*readFile(at("b.an2")), bytes);
    const auto cut = write("cut.an2", ByteView(bytes).first(bytes.size() - 9));
    const auto validated = run("exchange validate " + cut);
    EXPECT_EQ(validated.status, 1);
    EXPECT_NE(validated.output.find("cut short"), std::string::npos) << validated.output;
}

TEST_F(ExchangeCli, ConvertsImagesBothWays) {
    cv::Mat pixels(80, 96, CV_8UC1);
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x)
            pixels.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(128 + 60 * std::sin(0.5 * x + 0.3 * y));
    const auto png = write("a.png", *imaging::encodePng(pixels));
    EXPECT_EQ(run("exchange convert " + png + " " + at("a.wsq") + " --rate 2.25 --ppi 500").status, 0);
    EXPECT_EQ(run("exchange convert " + at("a.wsq") + " " + at("b.png")).status, 0);
    const auto back = imaging::decodeImage(*readFile(at("b.png")));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->ppi.value, 500);
    EXPECT_LT(cv::norm(back->pixels, pixels, cv::NORM_L1) / static_cast<double>(pixels.total()), 6);
    EXPECT_EQ(run("exchange convert " + png + " " + at("a.xyz")).status, 1);
}

TEST_F(ExchangeCli, TheResolutionGoesAlongThroughEveryFormat) {
    cv::Mat pixels(80, 96, CV_8UC1);
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x)
            pixels.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(128 + 60 * std::sin(0.5 * x + 0.3 * y));
    std::string last = write("a.png", *imaging::encodePng(pixels, {1000, record::PpiSource::Declared}));
    for (const char* next : {"b.jp2", "c.png", "d.wsq", "e.jp2", "f.jpg", "g.png"}) {
        ASSERT_EQ(run("exchange convert " + last + " " + at(next)).status, 0) << next;
        const auto image = imaging::decodeImage(*readFile(at(next)));
        ASSERT_TRUE(image) << next << image.error().detail;
        EXPECT_EQ(image->ppi, (record::Ppi{1000, record::PpiSource::Header})) << next;
        last = at(next);
    }
    EXPECT_EQ(cv::norm(imaging::decodeImage(*readFile(at("c.png")))->pixels, pixels, cv::NORM_INF), 0)
        << "JPEG 2000 of a fingerprint loses nothing";
}

TEST_F(ExchangeCli, WhatIsWrittenForOtherAgenciesOpensWithoutAFinding) {
    write("r2.bmp", *exchange::wrapRawGray(Bytes(96 * 96, 90), 96, 96, 8, 500));
    const auto table = write("people.csv", viewOf("familyName,givenNames,birthDate,sex,nationality,documentNumber,issuer,finger:right_index\n"
                                                  "MUÑOZ PEÑA,ANA,1984-04-03,F,ESP,X1,UTO,r2.bmp\n"
                                                  "SPECIMEN,BEN,1990-01-02,M,UTO,X2,UTO,../outside.png\n"));
    const std::string agencies = " --originator UTO-POST --destination UTO-HQ";
    EXPECT_EQ(run("exchange convert " + table + " " + at("a.an2")).status, 2) << "no agencies";
    const auto two = run("exchange convert " + table + " " + at("a.an2") + agencies);
    EXPECT_EQ(two.status, 2);
    EXPECT_NE(two.output.find("--person"), std::string::npos) << two.output;
    EXPECT_FALSE(fs::exists(at("a.an2")));
    const auto first = run("exchange convert " + table + " " + at("a.an2") + agencies + " --person 1 --ppi 500");
    ASSERT_EQ(first.status, 0) << first.output;
    EXPECT_NE(first.output.find("left out: line 2: document X1"), std::string::npos) << first.output;
    ASSERT_EQ(run("exchange convert " + table + " " + at("a.json")).status, 0);
    ASSERT_EQ(run("exchange convert " + at("a.an2") + " " + at("b.json")).status, 0);
    ASSERT_EQ(run("exchange convert " + at("b.json") + " " + at("b.an2") + agencies).status, 0);
    for (const char* file : {"a.an2", "a.json", "b.json", "b.an2"}) {
        EXPECT_NE(run("exchange validate " + at(file)).output.find("no finding"), std::string::npos) << file;
        const auto shown = run("exchange show " + at(file)).output;
        for (const char* said : {"MUÑOZ PEÑA, ANA", "1984-04-03", "finger right_index, image/png, 96 x 96"})
            EXPECT_NE(shown.find(said), std::string::npos) << file << ": " << shown;
    }
}

TEST_F(ExchangeCli, AnImageAloneIsAskedWhatItShows) {
    const auto png = write("a.png", *imaging::encodePng(cv::Mat(96, 96, CV_8UC1, cv::Scalar(90)), {500, record::PpiSource::Declared}));
    const auto asked = run("exchange convert " + png + " " + at("a.json"));
    EXPECT_EQ(asked.status, 2);
    EXPECT_NE(asked.output.find("--as finger"), std::string::npos) << asked.output;
    ASSERT_EQ(run("exchange convert " + png + " " + at("a.json") + " --as finger --finger left_thumb").status, 0);
    const auto shown = run("exchange show " + at("a.json")).output;
    EXPECT_NE(shown.find("finger left_thumb, image/png, 96 x 96, 500 ppi"), std::string::npos) << shown;
}

TEST_F(ExchangeCli, WhatCannotBeConvertedNamesFilePlaceAndRemedy) {
    const Bytes pixels(64 * 64, 90);
    const Bytes wsq = *exchange::encodeWsq(pixels, 64, 64, 0.75);
    const auto says = [&](const std::string& input, const char* output, const std::string& place) {
        const auto answer = run("exchange convert " + input + " " + at(output));
        EXPECT_NE(answer.status, 0) << input;
        EXPECT_NE(answer.output.find(input), std::string::npos) << answer.output;
        EXPECT_NE(answer.output.find(place), std::string::npos) << answer.output;
        EXPECT_FALSE(fs::exists(at(output))) << "nothing half-made";
    };
    says(write("cut.wsq", ByteView(wsq).first(60)), "a.png", "byte");  // before any picture: nothing to show with what it lacks
    says(write("whole.wsq", wsq), "a.xyz", ".png, .jpg, .jp2 and .wsq");
    says(write("small.png", *imaging::encodePng(cv::Mat(20, 20, CV_8UC1, cv::Scalar(7)))), "a.wsq", "64 pixels a side");
    says(write("hello.bin", viewOf("hello")), "a.png", "no format read here");
    auto file = exchange::makeNistItl("CAR", "20261116", "A", "B", "1");
    says(write("a.an2", *exchange::writeNistItl(file)), "a.png", "exchange export");
    exchange::MinutiaeRecord view;
    view.width = view.height = 100;
    view.xPpcm = view.yPpcm = 197;
    view.minutiae.assign(3, {10, 10, 90, exchange::MinutiaType::Ending, 50});
    const Bytes minutiae = *exchange::writeMinutiae2005(std::vector{view});
    says(write("cut.iso", ByteView(minutiae).first(minutiae.size() - 5)), "b.iso", "byte");
}

TEST_F(ExchangeCli, AnAdjudicationIsAnsweredByTwoOperatorsOnly) {
    const auto request = write("r.json", viewOf(R"({"id":"mosip.manual.adjudication.adjudicate","requestId":"R","referenceId":"1",)"
                                                R"("gallery":{"referenceIds":[{"referenceId":"2"}]}})"));
    const std::string answer = "exchange answer " + request + " " + at("a.json") + " --duplicate ";
    EXPECT_EQ(run(answer + "2 --primary ana --secondary ana").status, 1);
    EXPECT_EQ(run(answer + "3 --primary ana --secondary bea").status, 2) << "the request does not name it";
    EXPECT_FALSE(fs::exists(at("a.json")));
    ASSERT_EQ(run(answer + "2 --primary ana --secondary bea").status, 0);
    EXPECT_EQ(run("exchange validate " + at("a.json")).status, 0);
    const auto shown = run("exchange show " + at("a.json")).output;
    for (const char* said : {"ana", "bea", "decided"}) EXPECT_NE(shown.find(said), std::string::npos) << shown;
    const auto wrong = run("exchange answer " + write("no.json", viewOf("{}")) + " " + at("b.json") + " --share-expired");
    EXPECT_EQ(wrong.status, 1);
    EXPECT_NE(wrong.output.find("no.json"), std::string::npos) << wrong.output;
}

TEST_F(ExchangeCli, SharedTransactionsAreRewrittenWithoutANewFinding) {
    const fs::path folder = fs::path(COTEJO_SHARED_DATA) / "nist_itl";
    if (!fs::exists(folder)) GTEST_SKIP() << "skipped: data set not found";
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".an2") continue;
        ASSERT_EQ(run("exchange convert " + entry.path().string() + " " + at("again.an2")).status, 0) << entry.path();
        EXPECT_EQ(run("exchange validate " + at("again.an2")).output, run("exchange validate " + entry.path().string()).output);
        EXPECT_EQ(*readFile(at("again.an2")), *readFile(entry.path()));
    }
}

TEST_F(ExchangeCli, WrongCallsAndFilesHaveTheirOwnStatus) {
    EXPECT_EQ(run("exchange").status, 2);
    EXPECT_EQ(run("exchange show").status, 2);
    const auto missing = run("exchange show " + at("none.an2"));
    EXPECT_EQ(missing.status, 1);
    EXPECT_NE(missing.output.find("none.an2"), std::string::npos);
    const auto unknown = run("exchange show " + write("x.bin", viewOf("hello")));
    EXPECT_EQ(unknown.status, 1);
    EXPECT_NE(unknown.output.find("x.bin"), std::string::npos);
}

}  // namespace
}  // namespace cotejo
