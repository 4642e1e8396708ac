#include "core/exchange/nist/nist_extract.h"
#include "tests/unit/exchange/field_files.h"

/// Row 14: the blocks of Type-9 are read or named.
namespace cotejo::exchange::type9_test {
namespace {

constexpr char kUs = '\x1f', kRs = '\x1e';

std::string minutia(int index, int x, int y, int angle, const char* type) {
    char text[64];
    std::snprintf(text, sizeof text, "%03d%c%04d%04d%03d%c00%c%s", index, kUs, x, y, angle, kUs, kUs, type);
    return text;
}

// A transaction with one Type-9 record and a Type-14 image of 200 lines at 500 ppi under the same number.
ExchangeDocument withFields(std::initializer_list<std::pair<int, std::string>> fields) {
    NistFile file = makeNistItl("CTJ", "20261101", "D", "O", "1");
    addNistRecord(file, 2, 0);
    NistRecord& record = addNistRecord(file, 9, 1);
    for (const auto& [number, value] : fields) record.set(number, value);
    NistRecord& image = addNistRecord(file, 14, 1);
    for (const auto& [number, value] : {std::pair{3, "0"}, {6, "150"}, {7, "200"}, {8, "1"}, {9, "500"}, {10, "500"}, {11, "JPEGB"}, {13, "2"}}) image.set(number, std::string_view(value));
    image.set(999, ByteView(kJpeg));
    return *readBytes(*writeNistItl(file));
}

TEST(Type9, IafisMinutiaeAreReadAndTurnedRound) {
    const auto document = withFields({{14, "08"}, {15, "3"}, {23, minutia(1, 100, 200, 0, "A") + kRs + minutia(2, 300, 400, 90, "B") + kRs + minutia(3, 700, 1000, 359, "C")}});
    ASSERT_EQ(document.minutiae.size(), 1u);
    const MinutiaeRecord& set = document.minutiae[0];
    EXPECT_EQ(set.format, "ANSI/NIST-ITL Type-9 I-AFIS");
    EXPECT_EQ(set.position, record::FingerPosition::LeftMiddle);
    ASSERT_EQ(set.minutiae.size(), 3u);
    EXPECT_FALSE(set.yUpward);
    EXPECT_NEAR(set.minutiae[0].y, 1016 - 200, 0.5);
    EXPECT_EQ(set.minutiae[0].type, MinutiaType::Ending);
    EXPECT_EQ(set.minutiae[1].type, MinutiaType::Bifurcation);
    EXPECT_EQ(set.minutiae[2].type, MinutiaType::Other);
    EXPECT_EQ(set.minutiae[1].angle, 90);
    EXPECT_FALSE(hasRule(document.report, "nist.unread"));
    EXPECT_FALSE(hasRule(document.report, "nist.count"));
}

TEST(Type9, CountsAndMinutiaeThatAreNoneAreSaid) {
    const auto document = withFields({{15, "4"}, {23, minutia(1, 100, 200, 0, "A") + kRs + "rubbish" + kUs + "x" + kRs + minutia(3, 1, 1, 900, "A")}});
    EXPECT_EQ(document.minutiae.at(0).minutiae.size(), 1u);
    EXPECT_TRUE(hasRule(document.report, "nist.count"));
    EXPECT_NE(findingOf(document.report, "nist.minutia")->detail.find("1 of 3"), std::string::npos);
}

TEST(Type9, BlocksOfVendorsAreNamedWithTheirSize) {
    const std::pair<int, const char*> blocks[] = {{31, "Cogent"}, {60, "Motorola"}, {75, "Sagem Morpho"}, {110, "NEC"}, {160, "Identix"}, {200, "another system"}};
    for (const auto& [field, owner] : blocks) {
        const auto document = withFields({{field, std::string(123, 'v')}});
        const Finding* finding = findingOf(document.report, "nist.unread");
        ASSERT_TRUE(finding != nullptr) << owner;
        EXPECT_EQ(finding->severity, Severity::Warning);
        EXPECT_NE(finding->detail.find(owner), std::string::npos) << finding->detail;
        EXPECT_NE(finding->detail.find("123 bytes"), std::string::npos) << finding->detail;
    }
}

TEST(Type9, IncitsAndIafisInOneRecordGiveTwoSets) {
    const std::string list = std::string("1") + kUs + "10" + kUs + "20" + kUs + "45" + kUs + "1" + kUs + "60";
    const auto document = withFields({{14, "2"}, {23, minutia(1, 100, 200, 0, "A")}, {126, "27"}, {128, "150"}, {129, "200"}, {130, "1"}, {131, "500"}, {132, "500"}, {134, "2"}, {136, "1"}, {137, list}});
    ASSERT_EQ(document.minutiae.size(), 2u);
    EXPECT_EQ(document.minutiae[1].minutiae.at(0).angle, 90);
    EXPECT_EQ(document.minutiae[1].minutiae.at(0).quality, 60);
    EXPECT_NEAR(document.minutiae[1].ppi().value, 500, 1);
}

TEST(Type9, TheFilesFromTheField) {
    const auto iafis = fieldFile("nist_type9_iafis_features.an2"), data = fieldFile("nist_type9_with_image_data.an2");
    if (!iafis || !data) GTEST_SKIP() << "skipped: data set not found";
    const auto features = readBytes(*iafis);
    ASSERT_TRUE(features) << features.error().detail;
    ASSERT_EQ(features->minutiae.size(), 1u);
    EXPECT_EQ(features->minutiae[0].minutiae.size(), 12u);
    EXPECT_EQ(features->images.size(), 1u);
    const auto block = readBytes(*data);
    ASSERT_TRUE(block) << block.error().detail;
    const Finding* finding = findingOf(block->report, "nist.unread");
    ASSERT_TRUE(finding != nullptr);
    EXPECT_EQ(finding->field, "9.999");
    EXPECT_FALSE(hasRule(block->report, "nist.tag"));
    EXPECT_EQ(block->images.size(), 1u) << "the record behind the data is found";
    expectEveryCutIsSaid(*iafis, "a.an2", 5);
    expectEveryCutIsSaid(*data, "b.an2", 5);
}

}  // namespace
}  // namespace cotejo::exchange::type9_test
