#include "core/exchange/images/without_metadata.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>

#include "core/base/file.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "tests/support/paths.h"

/// Pictures for others: the same pixels, and nothing beside them.
namespace cotejo::exchange::metadata_test {
namespace {

using namespace std::string_view_literals;

std::vector<std::filesystem::path> files(const char* folder, std::string_view extension, std::size_t most) {
    std::vector<std::filesystem::path> all;
    const auto path = std::filesystem::path(COTEJO_SHARED_DATA) / folder;
    if (!std::filesystem::exists(path)) return all;
    for (const auto& each : std::filesystem::recursive_directory_iterator(path))
        if (each.path().extension() == extension) all.push_back(each.path());
    std::ranges::sort(all);
    if (all.size() > most) all.resize(most);
    return all;
}

std::string codeOf(const Result<Bytes>& result) { return result ? "" : result.error().code; }
bool has(ByteView bytes, std::string_view text) { return textOf(bytes).find(text) != std::string_view::npos; }

Bytes pixelsOf(ByteView bytes) {
    const auto image = imaging::decodeImage(bytes);
    if (!image) return {};
    const cv::Mat whole = image->pixels.isContinuous() ? image->pixels : image->pixels.clone();
    return {whole.data, whole.data + whole.total() * whole.elemSize()};
}

Bytes inserted(ByteView bytes, std::size_t at, ByteView what) {
    Bytes out(bytes.begin(), bytes.end());
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(at), what.begin(), what.end());
    return out;
}

Bytes jpegSegment(std::uint8_t marker, std::string_view body) {
    Bytes out{0xff, marker, static_cast<std::uint8_t>((body.size() + 2) >> 8), static_cast<std::uint8_t>(body.size() + 2)};
    out.insert(out.end(), body.begin(), body.end());
    return out;
}

Bytes pngChunk(std::string_view type, std::string_view body) {
    ByteWriter writer;
    writer.u32(static_cast<std::uint32_t>(body.size()));
    const std::string both = std::string(type) + std::string(body);
    writer.raw(viewOf(both));
    writer.u32(static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(both.data()), static_cast<uInt>(both.size()))));
    return writer.take();
}

TEST(WithoutMetadata, RealPicturesKeepTheirPixels) {
    std::size_t count = 0;
    for (const auto& [folder, extension, mime] : {std::tuple{"faces", ".jpg", "image/jpeg"}, std::tuple{"fingerprints", ".png", "image/png"}, std::tuple{"wsq", ".wsq", "image/x-wsq"}})
        for (const auto& path : files(folder, extension, 60)) {
            const auto bytes = *readFile(path);
            const auto clean = withoutMetadata(bytes, mime);
            ASSERT_TRUE(clean) << path << clean.error().detail;
            EXPECT_LE(clean->size(), bytes.size());
            EXPECT_EQ(pixelsOf(*clean), pixelsOf(bytes)) << path;
            EXPECT_FALSE(pixelsOf(*clean).empty()) << path;
            EXPECT_EQ(*withoutMetadata(*clean, mime), *clean) << "clean already";
            for (const auto mark : {"Exif\0\0"sv, "NIST_COM"sv, "http://ns.adobe.com"sv, "Photoshop 3.0"sv, "ICC_PROFILE"sv, "tEXt"sv, "tIME"sv})
                EXPECT_FALSE(has(*clean, mark)) << path << mark;
            ++count;
        }
    if (std::filesystem::exists(COTEJO_SHARED_DATA)) {
        EXPECT_GE(count, 130u);
    }
}

TEST(WithoutMetadata, EverySegmentOfAJpegGoes) {
    cv::Mat gray(40, 60, CV_8U);
    for (int i = 0; i < 2400; ++i) gray.data[i] = static_cast<std::uint8_t>(i * 7);
    const auto plain = *imaging::encodeJpeg(gray, 90, {500, record::PpiSource::Header});
    const auto clean = *withoutMetadata(plain, "image/jpeg");
    for (int marker = 0xe0; marker <= 0xff - 1; ++marker) {
        if (marker > 0xef && marker != 0xfe) continue;
        for (const std::size_t at : {std::size_t{2}, std::size_t{20}}) {
            const auto marked = inserted(plain, at, jpegSegment(static_cast<std::uint8_t>(marker), "OPERATOR-NAME"));
            const auto result = withoutMetadata(marked, "image/jpeg");
            ASSERT_TRUE(result) << marker << result.error().detail;
            EXPECT_EQ(*result, clean) << marker;
        }
    }
    EXPECT_EQ(*withoutMetadata(inserted(plain, plain.size(), viewOf("BEHIND-THE-END")), "image/jpeg"), clean);
    const auto turned = jpegSegment(0xe1, "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"sv);
    EXPECT_EQ(codeOf(withoutMetadata(inserted(plain, 2, turned), "image/jpeg")), kCannotExpress);
    EXPECT_EQ(pixelsOf(clean), pixelsOf(plain));
    for (std::size_t cut = 0; cut < clean.size(); ++cut) ASSERT_FALSE(withoutMetadata(ByteView(clean).first(cut), "image/jpeg")) << cut;
}

TEST(WithoutMetadata, EveryChunkOfAPngGoesThatIsNoPixel) {
    cv::Mat gray(20, 30, CV_8U, cv::Scalar(90));
    const auto plain = *imaging::encodePng(gray, {500, record::PpiSource::Header});
    const auto clean = *withoutMetadata(plain, "image/png");
    EXPECT_TRUE(has(clean, "pHYs"));
    for (const auto* type : {"tEXt", "iTXt", "zTXt", "tIME", "eXIf", "iCCP", "prVt"}) {
        EXPECT_EQ(*withoutMetadata(inserted(plain, 33, pngChunk(type, "Author\0OPERATOR-NAME"sv)), "image/png"), clean) << type;
    }
    EXPECT_EQ(*withoutMetadata(inserted(plain, plain.size(), viewOf("BEHIND-THE-END")), "image/png"), clean);
    EXPECT_FALSE(withoutMetadata(inserted(plain, 33, pngChunk("SECR", "x")), "image/png")) << "a critical chunk that nobody knows";
    for (std::size_t cut = 0; cut < clean.size(); ++cut) ASSERT_FALSE(withoutMetadata(ByteView(clean).first(cut), "image/png")) << cut;
}

TEST(WithoutMetadata, CommentsOfAWsqGo) {
    std::size_t count = 0;
    for (const auto& path : files("wsq", ".wsq", 3)) {
        const auto bytes = *readFile(path);
        const auto clean = *withoutMetadata(bytes, "image/x-wsq");
        const auto comment = jpegSegment(0xa8, "NIST_COM 3\nPPI 500\nOPERATOR somebody\n");
        EXPECT_EQ(*withoutMetadata(inserted(bytes, 2, comment), "image/x-wsq"), clean);
        EXPECT_FALSE(has(clean, "NIST_COM"));
        for (std::size_t cut = 0; cut < clean.size(); cut += 1 + clean.size() / 900) ASSERT_FALSE(withoutMetadata(ByteView(clean).first(cut), "image/x-wsq")) << cut;
        ++count;
    }
    if (std::filesystem::exists(COTEJO_SHARED_DATA)) {
        EXPECT_EQ(count, 3u);
    }
}

TEST(WithoutMetadata, BoxesAndCommentsOfAJpeg2000Go) {
    cv::Mat gray(64, 48, CV_8U);
    for (int i = 0; i < 64 * 48; ++i) gray.data[i] = static_cast<std::uint8_t>(i * 13);
    const auto plain = *imaging::encodeJpeg2000(gray, {500, record::PpiSource::Header});
    const auto clean = withoutMetadata(plain, "image/jp2");
    ASSERT_TRUE(clean) << clean.error().detail;
    EXPECT_EQ(pixelsOf(*clean), pixelsOf(plain));
    EXPECT_FALSE(has(*clean, "\xff\x64"sv)) << "no comment";
    ByteWriter box;
    box.u32(8 + 13);
    box.raw(viewOf("xml OPERATOR-NAME"));
    EXPECT_EQ(*withoutMetadata(inserted(plain, 12, box.bytes()), "image/jp2"), *clean);
    for (std::size_t cut = 0; cut < clean->size(); ++cut) ASSERT_FALSE(withoutMetadata(ByteView(*clean).first(cut), "image/jp2")) << cut;
}

TEST(WithoutMetadata, WhatCannotBeCleanedIsRefused) {
    const std::pair<const char*, const char*> others[] = {{"field/photo.webp", "image/webp"}, {"field/photo_from_phone.heic", "image/heic"}, {"field/two_pages_left_and_right_index.tif", "image/tiff"}};
    for (const auto& [name, mime] : others) {
        const auto path = std::filesystem::path(COTEJO_SHARED_DATA) / name;
        if (!std::filesystem::exists(path)) continue;
        const auto result = withoutMetadata(*readFile(path), mime);
        EXPECT_EQ(codeOf(result), kCannotExpress) << name;
        EXPECT_NE(result.error().detail.find("re-encode"), std::string::npos);
    }
    EXPECT_EQ(codeOf(withoutMetadata(bytesOf("nothing"), "image/png")), kCannotExpress);
    EXPECT_EQ(codeOf(withoutMetadata(*wrapRawGray(Bytes(64), 8, 8, 8, 500), "image/png")), kCannotExpress) << "not what it is said to be";
}

}  // namespace
}  // namespace cotejo::exchange::metadata_test
