#include "core/exchange/read_exchange.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/nist/nist_extract.h"
#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {
namespace {

using std::string_view_literals::operator""sv;

const ReadOptions kOptions{*fromIso("2026-11-16T10:00:00Z"), nullptr, nullptr};

TEST(ReadExchange, ATransactionGivesPersonImagesAndMissingFingers) {
    NistFile file = makeNistItl("CAR", "20261116", "A", "B", "1");
    file.records[0].set(11, "19.69");
    file.records[0].set(12, "19.69");
    NistRecord& person = addNistRecord(file, 2, 0);
    person.set(18, "MUÑOZ PEÑA, ANA");
    person.set(19, "ANITA\x1eNITA");
    person.set(21, "ESP");
    person.set(22, "19840403");
    person.set(24, "F");
    person.set(84,
               "07\x1fXX\x1e"
               "08\x1fUP");
    NistRecord& finger = addNistRecord(file, 4, 1);
    finger.binary->positions = {2};
    finger.binary->width = 4;
    finger.binary->height = 3;
    finger.image = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110};
    NistRecord& slap = addNistRecord(file, 14, 2);
    const std::pair<int, const char*> fields[] = {{3, "0"},      {4, "B"},  {5, "20261115"}, {6, "8"},
                                                  {7, "16"},     {8, "2"},  {9, "197"},      {10, "197"},
                                                  {11, "JPEGB"}, {12, "8"}, {13, "13"}};
    for (const auto& [number, value] : fields)
        slap.set(number, value);
    slap.set(999, kJpeg);
    const auto document = readExchangeFile(*writeNistItl(file), "test.an2", kOptions);
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_FALSE(document->report.hasErrors());
    EXPECT_EQ(document->format, ExchangeFormat::NistItl);
    ASSERT_EQ(document->persons.size(), 1u);
    const auto& traveler = document->persons[0].traveler;
    EXPECT_EQ(traveler.familyName, "MUÑOZ PEÑA");
    EXPECT_EQ(traveler.givenNames, "ANA");
    EXPECT_EQ(traveler.birthDate, "1984-04-03");
    EXPECT_EQ(traveler.nationality, "ESP");
    EXPECT_EQ(traveler.sex, record::Sex::Female);
    EXPECT_EQ(document->persons[0].aliases, (std::vector<std::string>{"ANITA", "NITA"}));
    ASSERT_EQ(document->images.size(), 4u);
    EXPECT_EQ(document->images[0].missing, record::MissingReason::Amputated);
    EXPECT_EQ(document->images[0].position, record::FingerPosition::LeftIndex);
    EXPECT_EQ(document->images[1].missing, record::MissingReason::NotCaptured);
    EXPECT_EQ(document->images[2].position, record::FingerPosition::RightIndex);
    EXPECT_EQ(document->images[2].mime, "image/bmp");
    EXPECT_EQ(document->images[2].ppi, (record::Ppi{500, record::PpiSource::Header}));
    EXPECT_EQ(document->images[2].undecoded, "");
    EXPECT_EQ(document->images[3].subject, ImageSubject::FingerGroup);
    EXPECT_EQ(document->images[3].ppi, (record::Ppi{500, record::PpiSource::Header}));
    EXPECT_EQ(document->images[3].captured, "2026-11-15");
    EXPECT_EQ(document->images[3].bytes, kJpeg);
}

TEST(ReadExchange, Type9MinutiaeOfThreeKinds) {
    NistFile file = makeNistItl("TPIS", "20261116", "A", "B", "1");
    file.records[0].set(12, "20.00");
    NistRecord& finger = addNistRecord(file, 4, 1);
    finger.binary->width = 400;
    finger.binary->height = 600;
    finger.image = Bytes(400 * 600);
    NistRecord& record = addNistRecord(file, 9, 1);
    record.set(6, "03");
    record.set(12,
               "1\x1f"
               "01000500090\x1f"
               "2\x1f"
               "A\x1e"
               "2\x1f"
               "01000500360\x1f"
               "2\x1f"
               "A");
    record.set(130, "2");
    record.set(131, "197");
    record.set(132, "197");
    record.set(134, "04");
    record.set(137,
               "1\x1f"
               "10\x1f"
               "20\x1f"
               "45\x1f"
               "2\x1f"
               "60");
    record.set(302, "05");
    record.set(331,
               "1500\x1f"
               "2500\x1f"
               "270\x1f"
               "B");
    const auto document = readExchangeFile(*writeNistItl(file), "", kOptions);
    ASSERT_TRUE(document);
    ASSERT_EQ(document->minutiae.size(), 3u);
    const auto& legacy = document->minutiae[0];
    ASSERT_EQ(legacy.minutiae.size(), 1u) << "an angle of 360 is no angle";
    EXPECT_EQ(legacy.position, record::FingerPosition::RightMiddle);
    EXPECT_FALSE(legacy.yUpward);
    EXPECT_EQ(legacy.minutiae[0], (Minutia{100, 2500, 90, MinutiaType::Ending, std::nullopt}));
    EXPECT_EQ(document->minutiae[1].minutiae[0], (Minutia{10, 20, 90, MinutiaType::Bifurcation, 60}));
    EXPECT_EQ(document->minutiae[2].minutiae[0],
              (Minutia{1500, 2500, 270, MinutiaType::Bifurcation, std::nullopt}));
    EXPECT_EQ(document->minutiae[2].position, record::FingerPosition::RightLittle);
}

Bytes fir2011(ByteView image) {
    ByteWriter w;
    w.raw(
        viewOf("FIR\0"
               "020\0"sv));
    const std::uint32_t representation =
        4 + 14 + 1 + 1 + 1 + 1 + 4 + 4 + 1 + 1 + 1 + 4 + 4 + static_cast<std::uint32_t>(image.size());
    w.u32(16 + representation);
    w.u16(1);
    w.u8(0);
    w.u8(1);
    w.u32(representation);
    w.raw(Bytes(14, 0xff));
    w.u8(0);
    w.u8(8);
    w.u8(0);
    w.u8(2);
    w.u32(197u << 16 | 197);
    w.u32(197u << 16 | 197);
    w.u8(8);
    w.u8(3);
    w.u8(0);
    w.u16(8);
    w.u16(16);
    w.u32(static_cast<std::uint32_t>(image.size()));
    w.raw(image);
    return w.take();
}

Bytes fac2005(ByteView image) {
    ByteWriter w;
    w.raw(
        viewOf("FAC\0"
               "010\0"sv));
    const std::uint32_t face = 20 + 8 + 12 + static_cast<std::uint32_t>(image.size());
    w.u32(14 + face);
    w.u16(1);
    w.u32(face);
    w.u16(1);
    w.raw(Bytes(14 + 8 + 2, 0));
    w.u16(8);
    w.u16(16);
    w.raw(Bytes(6, 0));
    w.raw(image);
    return w.take();
}

TEST(ReadExchange, IsoContainersGiveTheirImages) {
    const auto finger = readExchangeFile(fir2011(kJpeg), "f.fir", kOptions);
    ASSERT_TRUE(finger) << finger.error().detail;
    EXPECT_TRUE(finger->report.findings.empty());
    ASSERT_EQ(finger->images.size(), 1u);
    EXPECT_EQ(finger->images[0].bytes, kJpeg);
    EXPECT_EQ(finger->images[0].position, record::FingerPosition::LeftMiddle);
    EXPECT_EQ(finger->images[0].ppi, (record::Ppi{500, record::PpiSource::Header}));
    const auto raw = readExchangeFile(fir2011(Bytes(128, 7)), "f.fir", kOptions);
    EXPECT_EQ(raw->images.at(0).mime, "image/bmp");
    const auto face = readExchangeFile(fac2005(kJpeg), "f.fac", kOptions);
    ASSERT_TRUE(face);
    EXPECT_TRUE(face->report.findings.empty());
    EXPECT_EQ(face->images.at(0).bytes, kJpeg);
    EXPECT_EQ(face->images.at(0).subject, ImageSubject::Face);
    for (const Bytes& whole : {fir2011(kJpeg), fac2005(kJpeg)}) {
        for (std::size_t cut = 1; cut < whole.size(); ++cut) {
            const auto part = readExchangeFile(ByteView(whole).first(cut), "part", kOptions);
            EXPECT_TRUE(!part || part->report.hasErrors()) << cut;
        }
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            Bytes damaged = whole;
            damaged[bit / 8] = static_cast<std::uint8_t>(damaged[bit / 8] ^ (1 << (bit % 8)));
            const auto read = readExchangeFile(damaged, "damaged", kOptions);
            EXPECT_TRUE(read || !read.error().detail.empty());
        }
    }
}

TEST(ReadExchange, FormatsAreToldByTheirBytes) {
    EXPECT_EQ(recogniseFormat(viewOf("1.001:20\x1d")), ExchangeFormat::NistItl);
    EXPECT_EQ(recogniseFormat(viewOf("1.01:129\x1d")), ExchangeFormat::NistItl);
    EXPECT_EQ(recogniseFormat(kJpeg, "anything.an2"), ExchangeFormat::Image);
    EXPECT_EQ(recogniseFormat(viewOf("a,b\n"), "LIST.CSV"), ExchangeFormat::TravelerCsv);
    EXPECT_EQ(recogniseFormat(viewOf("a,b\n"), "list.txt"), std::nullopt);
    const auto xml =
        "<?xml version=\"1.0\"?><itl:NISTBiometricInformationExchangePackage "
        "xmlns:itl=\"http://biometrics.nist.gov/standard/2011\">";
    EXPECT_EQ(recogniseFormat(viewOf(xml)), ExchangeFormat::NistItlXml);
    EXPECT_EQ(readExchangeFile(viewOf(xml), "x.xml", kOptions).error().code, base::kMalformed) << "it ends inside its root";
    const Bytes asn1 = {0x64, 0x82, 0x00, 0x02, 0x30, 0x00};
    EXPECT_EQ(recogniseFormat(asn1), ExchangeFormat::Iso39794);
    const auto unknown = readExchangeFile(viewOf("hello"), "x.bin", kOptions);
    EXPECT_EQ(unknown.error().code, kUnknownFormat);
    EXPECT_TRUE(unknown.error().detail.starts_with("x.bin: "));
    EXPECT_EQ(readExchangeFile({}, "empty.an2", kOptions).error().code, kUnknownFormat);
}

TEST(ReadExchange, AProfileIsData) {
    const auto profile = parseNistProfile(
        R"({"id":"SITE","mandatory":[18],"fields":{"2.518":{"label":"NOM","meaning":"name"}}})");
    ASSERT_TRUE(profile) << profile.error().detail;
    NistFile file = makeNistItl("CAR", "20261116", "A", "B", "1");
    addNistRecord(file, 2, 0).set(518, "DOE,JO");
    ReadOptions options = kOptions;
    options.profile = &*profile;
    const auto document = readExchangeFile(*writeNistItl(file), "", options);
    EXPECT_EQ(document->persons.at(0).traveler.familyName, "DOE");
    EXPECT_EQ(document->persons[0].facts.back().label, "NOM");
    EXPECT_EQ(parseNistProfile("{}").error().code, base::kMalformed);
    EXPECT_EQ(parseNistProfile(R"({"id":"S","fields":{"3.1":{"label":"X"}}})").error().code,
              base::kMalformed);
}

TEST(ReadExchange, TheSharedFilesGiveTheirContent) {
    const auto files = sharedFiles("nist_itl", ".an2");
    if (files.empty()) GTEST_SKIP() << "skipped: data set not found";
    const std::map<std::string, std::pair<std::size_t, std::size_t>> content = {
        {"face_jpb_DOM_GMT_DCS", {0, 1}},
        {"type_5_wvu", {1, 14}},
        {"valid1.1", {1, 1}},
        {"valid1.14", {1, 1}},
        {"valid1.3", {1, 1}},
        {"valid1.4", {1, 1}},
        {"valid1.7", {1, 1}},
        {"valid1.9", {1, 6}}};
    for (const auto& path : files) {
        const auto document = readExchangeFile(*readFile(path), path.filename().string(), kOptions);
        ASSERT_TRUE(document) << path;
        const auto known = content.find(path.stem().string());
        if (known == content.end()) continue;
        EXPECT_EQ(document->persons.size(), known->second.first) << path;
        EXPECT_EQ(document->images.size(), known->second.second) << path;
        for (const auto& image : document->images)
            EXPECT_FALSE(image.bytes.empty());
    }
    const auto tenPrint = readExchangeFile(*readFile(files[1]), "type_5", kOptions);
    EXPECT_EQ(tenPrint->images.at(6).position, record::FingerPosition::LeftIndex);
    EXPECT_EQ(tenPrint->images.at(6).mime, "image/tiff");
    EXPECT_EQ(tenPrint->images.at(6).ppi, (record::Ppi{500, record::PpiSource::Header}));
}

}  // namespace
}  // namespace cotejo::exchange
