#include "core/exchange/nist/nist_itl.h"

#include <gtest/gtest.h>

#include <map>

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "tests/unit/exchange/shared_files.h"

namespace cotejo::exchange {
namespace {

std::string text(const ValidationReport& report) {
    std::string all;
    for (const Finding& f : report.findings)
        all += std::string(record::codeOf(f.severity)) + " " + f.record + " " + f.field + " " + f.rule +
               ": " + f.detail + "\n";
    return all;
}

bool hasRule(const ValidationReport& report, std::string_view rule, Severity severity) {
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const Finding& f) { return f.rule == rule && f.severity == severity; });
}

// A small JPEG header is enough for the reader, which decodes nothing: 8 x 16 pixels.
Bytes smallJpeg() {
    return {0xff, 0xd8, 0xff, 0xe0, 0, 4,    0x1c, 0x1d, 0xff, 0xc0, 0,    11,   8,    0,
            16,   0,    8,    1,    1, 0x11, 0,    0xff, 0xda, 0x1c, 0x1d, 0x1e, 0xff, 0xd9};
}

NistFile sample() {
    NistFile file = makeNistItl("NFUF", "20261116", "NY0303000", "NY0303000", "1234567890");
    NistRecord& person = addNistRecord(file, 2, 0);
    person.set(18, "MUÑOZ PEÑA,ANA");
    person.set(22, "19840403");
    NistRecord& finger = addNistRecord(file, 4, 1);
    finger.binary->positions = {1};
    finger.binary->width = 4;
    finger.binary->height = 3;
    finger.image = Bytes(12, 200);
    NistRecord& face = addNistRecord(file, 10, 2);
    const std::pair<int, const char*> fields[] = {{3, "FACE"},   {4, "POST"},  {5, "20261116"}, {6, "8"},
                                                  {7, "16"},     {8, "1"},     {9, "500"},      {10, "500"},
                                                  {11, "JPEGB"}, {12, "SRGB"}, {13, "40"},      {20, "F"}};
    for (const auto& [number, value] : fields)
        face.set(number, value);
    face.set(999, smallJpeg());
    face.set(996, sha256(smallJpeg()).text());
    return file;
}

TEST(NistItl, WhatIsWrittenReadsBackWithoutAFinding) {
    const auto bytes = writeNistItl(sample());
    ASSERT_TRUE(bytes) << bytes.error().detail;
    const auto file = readNistItl(*bytes);
    ASSERT_TRUE(file);
    EXPECT_EQ(text(file->report), "");
    EXPECT_EQ(text(validateNistItl(*file)), "");
    ASSERT_EQ(file->records.size(), 4u);
    EXPECT_EQ(file->version(), "0502");
    EXPECT_EQ(file->records[1].text(18), "MUÑOZ PEÑA,ANA");
    ASSERT_TRUE(file->records[2].binary);
    EXPECT_EQ(file->records[2].binary->positions, std::vector<int>{1});
    EXPECT_EQ(file->records[2].image, Bytes(12, 200));
    EXPECT_EQ(file->records[3].field(999)->value, smallJpeg());
    EXPECT_EQ(file->records[3].name(), "Type-10 IDC 02 (record 4)");
    EXPECT_EQ(*writeNistItl(*file), *bytes);
    EXPECT_EQ(*rewriteNistItl(*file), *bytes);
}

TEST(NistItl, AChangedRecordGetsANewLengthAndTheRestStays) {
    const Bytes bytes = *writeNistItl(sample());
    auto file = readNistItl(bytes);
    ASSERT_TRUE(file);
    file->records[1].set(18, "PEÑA,ANA");
    const auto changed = readNistItl(*writeNistItl(*file));
    ASSERT_TRUE(changed);
    EXPECT_EQ(text(changed->report) + text(validateNistItl(*changed)), "");
    EXPECT_EQ(changed->records[1].text(18), "PEÑA,ANA");
    EXPECT_EQ(changed->records[3].original, file->records[3].original);
}

TEST(NistItl, TheHashOfTheDataIsVerified) {
    NistFile file = sample();
    Bytes other = smallJpeg();
    other.back() = 0xd8;
    file.records[3].set(999, other);
    EXPECT_TRUE(hasRule(validateNistItl(file), "nist.hash", Severity::Error));
}

TEST(NistItl, WrongLengthsCountsAndTypesAreFoundAndLocated) {
    const Bytes whole = *writeNistItl(sample());
    const std::string original(textOf(whole));
    const auto readWith = [&](const std::string& from, const std::string& to) {
        std::string changed = original;
        changed.replace(changed.find(from), from.size(), to);
        auto file = readNistItl(viewOf(changed));
        EXPECT_TRUE(file);
        file->report.append(validateNistItl(*file));
        EXPECT_EQ(*writeNistItl(*file), bytesOf(changed)) << "the bytes are kept, right or wrong";
        return *file;
    };
    const auto len = readWith("2.001:", "2.001:9");
    EXPECT_TRUE(hasRule(len.report, "nist.len", Severity::Error)) << text(len.report);
    EXPECT_EQ(len.records.size(), 4u) << "the record's own separator still tells its end";
    const auto count = readWith(
        "1\x1f"
        "3\x1e",
        "1\x1f"
        "4\x1e");
    EXPECT_TRUE(hasRule(count.report, "nist.cnt", Severity::Warning)) << text(count.report);
    const auto version = readWith("0502", "0777");
    EXPECT_TRUE(hasRule(version.report, "nist.version", Severity::Warning)) << text(version.report);
    const auto mandatory = readWith("1.004:NFUF", "1.004:");
    EXPECT_TRUE(hasRule(mandatory.report, "nist.mandatory", Severity::Warning)) << text(mandatory.report);
    const auto size = readWith("10.006:8", "10.006:9");
    EXPECT_TRUE(hasRule(size.report, "nist.size", Severity::Warning)) << text(size.report);
    EXPECT_EQ(readNistItl(viewOf("hello")).error().code, base::kMalformed);
    EXPECT_EQ(readNistItl({}).error().code, base::kMalformed);
}

TEST(NistItl, EveryCutGivesALocatedErrorAndKeepsItsBytes) {
    const Bytes whole = *writeNistItl(sample());
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        const ByteView part = ByteView(whole).first(cut);
        auto file = readNistItl(part);
        if (!file) {
            EXPECT_NE(file.error().detail.find("byte 0"), std::string::npos);
            continue;
        }
        file->report.append(validateNistItl(*file));
        ASSERT_TRUE(file->report.hasErrors()) << "cut at " << cut;
        for (const Finding& finding : file->report.findings)
            ASSERT_FALSE(finding.detail.empty() ||
                         (finding.record.empty() && finding.detail.find("byte") == std::string::npos));
        ASSERT_EQ(*writeNistItl(*file), Bytes(part.begin(), part.end())) << "cut at " << cut;
    }
}

TEST(NistItl, FlippedBitsNeverLoseAByteOfTheFile) {
    const Bytes whole = *writeNistItl(sample());
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            Bytes damaged = whole;
            damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ (1 << bit));
            const auto file = readNistItl(damaged);
            if (!file) continue;
            static_cast<void>(validateNistItl(*file));
            ASSERT_EQ(*writeNistItl(*file), damaged) << at << ' ' << bit;
        }
}

TEST(NistItl, TheSharedFilesReadAndComeBackIdentical) {
    const auto files = sharedFiles("nist_itl", ".an2");
    if (files.empty()) GTEST_SKIP() << "skipped: data set not found";
    const std::map<std::string, std::size_t> records = {{"face_jpb_DOM_GMT_DCS", 2},
                                                        {"type_5_wvu", 16},
                                                        {"valid1.1", 3},
                                                        {"valid1.14", 4},
                                                        {"valid1.3", 3},
                                                        {"valid1.4", 3},
                                                        {"valid1.7", 3},
                                                        {"valid1.9", 8}};
    for (const auto& path : files) {
        const auto bytes = readFile(path);
        ASSERT_TRUE(bytes);
        const auto file = readNistItl(*bytes);
        ASSERT_TRUE(file) << path;
        EXPECT_FALSE(file->report.hasErrors()) << path << "\n" << text(file->report);
        EXPECT_FALSE(validateNistItl(*file).hasErrors()) << path << "\n" << text(validateNistItl(*file));
        const auto known = records.find(path.stem().string());
        if (known != records.end()) {
            EXPECT_EQ(file->records.size(), known->second);
        }
        EXPECT_EQ(*writeNistItl(*file), *bytes) << path;
        EXPECT_EQ(*rewriteNistItl(*file), *bytes) << path;
    }
}

}  // namespace
}  // namespace cotejo::exchange
