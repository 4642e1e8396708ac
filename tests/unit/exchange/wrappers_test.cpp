#include "core/exchange/base64.h"
#include "core/exchange/osia/osia.h"
#include "tests/unit/exchange/field_files.h"

/// Row 12: base64 as mail programs, browsers and consoles wrap it.
namespace cotejo::exchange::wrappers_test {
namespace {

std::string lines(const std::string& text, std::size_t width, const char* end) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); i += width) result += text.substr(i, width) + end;
    return result;
}

std::string url(std::string text) {
    for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text.substr(0, text.find('='));
}

std::string encounter(const std::string& image) {
    return Json({{"encounterId", "1"}, {"status", "ACTIVE"}, {"encounterType", "X"},
                 {"biometricData", {{{"biometricType", "FINGER"}, {"biometricSubType", "RIGHT_INDEX"}, {"image", image}}}}}).dump();
}

TEST(Base64, DialectsGiveTheSameBytesAndAreNamed) {
    Bytes bytes;
    for (int i = 0; i < 1000; ++i) bytes.push_back(static_cast<std::uint8_t>(i * 37 + i / 7));
    const std::string plain = toBase64(bytes);
    ASSERT_NE(plain.find_first_of("+/"), plain.npos);
    EXPECT_EQ(readBase64(plain)->dialect, "");
    const std::pair<std::string, const char*> dialects[] = {{lines(plain, 76, "\r\n"), "line breaks"},
                                                            {lines(plain, 64, "\n"), "line breaks"},
                                                            {url(plain), "alphabet for URLs"},
                                                            {"data:image/png;base64," + plain, "data: prefix"},
                                                            {"DATA:application/octet-stream;charset=x;BASE64," + lines(plain, 76, "%0D%0A"), "data: prefix"},
                                                            {lines(plain, 76, "\\n"), "escaped twice"},
                                                            {plain.substr(0, plain.find('=')), "no padding"}};
    for (const auto& [text, name] : dialects) {
        const auto read = readBase64(text);
        ASSERT_TRUE(read) << name;
        EXPECT_EQ(read->bytes, bytes) << name;
        EXPECT_NE(read->dialect.find(name), std::string::npos) << read->dialect;
    }
}

TEST(Base64, DamageHasAPlace) {
    Base64Fault fault;
    EXPECT_FALSE(readBase64("QUJD!UJD", &fault));
    EXPECT_EQ(fault.at, 4u);
    for (const char* text : {"QUJDR", "QUI=QUJD", "QR==", "QUJDQQ=", "QQ===", "data:image/png,QUJD", "%41%41%41%41"}) EXPECT_FALSE(readBase64(text)) << text;
    EXPECT_TRUE(readBase64("")->bytes.empty());
}

TEST(Base64, EveryLengthComesBack) {
    for (std::size_t size = 0; size < 200; ++size) {
        Bytes bytes(size);
        for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 91 + size);
        const std::string text = toBase64(bytes);
        EXPECT_EQ(readBase64(text)->bytes, bytes);
        EXPECT_EQ(readBase64(url(text))->bytes, bytes);
        // A cut text is damage or fewer bytes, never others.
        for (std::size_t cut = 0; cut < text.size(); ++cut)
            if (const auto part = readBase64(text.substr(0, cut))) {
                ASSERT_LE(part->bytes.size(), size);
                ASSERT_TRUE(std::equal(part->bytes.begin(), part->bytes.end(), bytes.begin()));
            }
    }
}

TEST(Wrappers, OsiaImagesAreReadWithANote) {
    const std::string plain = toBase64(kJpeg);
    for (const std::string& text : {lines(plain, 8, "\r\n"), url(plain), "data:image/jpeg;base64," + plain}) {
        const auto document = readBytes(viewOf(encounter(text)));
        ASSERT_TRUE(document) << document.error().detail;
        ASSERT_EQ(document->images.size(), 1u);
        EXPECT_EQ(document->images[0].bytes, kJpeg);
        const Finding* note = findingOf(document->report, "osia.base64_dialect");
        ASSERT_TRUE(note != nullptr);
        EXPECT_EQ(note->severity, Severity::Note);
        EXPECT_FALSE(document->report.hasErrors());
    }
    const auto damaged = readBytes(viewOf(encounter("QUJD*UJD")));
    ASSERT_TRUE(damaged);
    EXPECT_NE(findingOf(damaged->report, "osia.base64")->detail.find("character 5"), std::string::npos);
}

TEST(Wrappers, AWholeFileOfBase64IsReadForWhatItWraps) {
    Bytes file = kJpeg;
    file.insert(file.begin() + 15, 100, 0);
    const auto document = readBytes(viewOf(lines(toBase64(file), 76, "\r\n")), "mail.txt");
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->images.at(0).mime, "image/jpeg");
    EXPECT_TRUE(hasRule(document->report, "intake.base64_dialect"));
    EXPECT_FALSE(readBytes(viewOf(lines(toBase64(bytesOf(std::string(200, 'x'))), 76, "\n")), "mail.txt"));
}

TEST(Wrappers, TheFileFromTheFieldHasItsPrint) {
    const auto bytes = fieldFile("osia_mime_76_columns.json");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes);
    ASSERT_TRUE(document) << document.error().detail;
    ASSERT_EQ(document->images.size(), 1u);
    EXPECT_TRUE(imaging::decodeImage(document->images[0].bytes));
    EXPECT_EQ(document->images[0].position, record::FingerPosition::RightIndex);
    EXPECT_TRUE(hasRule(document->report, "osia.base64_dialect"));
    expectEveryCutIsSaid(*bytes, "osia.json", 7);
}

}  // namespace
}  // namespace cotejo::exchange::wrappers_test
