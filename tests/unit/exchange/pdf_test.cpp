#include <opencv2/imgcodecs.hpp>
#include <zlib.h>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "tests/unit/exchange/field_files.h"

/// Row 16: pictures on the pages of a PDF, and what is refused by its name.
namespace cotejo::exchange::pdf_test {
namespace {

/// Objects in order, a cross-reference table and a trailer.
class Pdf {
  public:
    void object(const std::string& body) { m_objects.push_back(body); }
    void stream(const std::string& dictionary, std::string_view data) {
        object("<<" + dictionary + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + std::string(data) + "\nendstream");
    }
    Bytes bytes() const {
        std::string out = "%PDF-1.5\n";
        std::vector<std::size_t> at;
        for (std::size_t i = 0; i < m_objects.size(); ++i) {
            at.push_back(out.size());
            out += std::to_string(i + 1) + " 0 obj\n" + m_objects[i] + "\nendobj\n";
        }
        const std::size_t table = out.size();
        out += "xref\n0 " + std::to_string(at.size() + 1) + "\n0000000000 65535 f \n";
        for (const std::size_t each : at) {
            char line[32];
            std::snprintf(line, sizeof line, "%010zu 00000 n \n", each);
            out += line;
        }
        return bytesOf(out + "trailer\n<</Size " + std::to_string(at.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n");
    }

  private:
    std::vector<std::string> m_objects;
};

// One page that draws the image object 5 by `contents`.
Bytes pageWith(const std::string& imageDictionary, std::string_view data, const std::string& contents = "q 100 0 0 50 0 0 cm /I Do Q", const std::string& page = "") {
    Pdf pdf;
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>" + page + ">>");
    pdf.stream("", contents);
    pdf.stream("/Type/XObject/Subtype/Image" + imageDictionary, data);
    return pdf.bytes();
}

std::string deflated(const Bytes& bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    compress(reinterpret_cast<Bytef*>(out.data()), &size, bytes.data(), static_cast<uLong>(bytes.size()));
    out.resize(size);
    return out;
}

cv::Mat corners() {
    cv::Mat gray(40, 64, CV_8UC1, cv::Scalar(0));
    gray(cv::Rect(0, 0, 32, 20)).setTo(80);
    gray(cv::Rect(32, 0, 32, 20)).setTo(160);
    gray(cv::Rect(0, 20, 32, 20)).setTo(240);
    return gray;
}

cv::Mat only(const Bytes& pdf) {
    const auto document = readBytes(pdf, "a.pdf");
    EXPECT_TRUE(document) << document.error().detail;
    if (!document || document->images.size() != 1) {
        ADD_FAILURE() << (document ? document->images.size() : 0) << " images";
        return {};
    }
    EXPECT_FALSE(document->report.has(Severity::Warning)) << document->report.findings.front().detail;
    const auto decoded = imaging::decodeImage(document->images[0].bytes);
    EXPECT_TRUE(decoded) << decoded.error().detail;
    return decoded ? decoded->pixels : cv::Mat();
}

TEST(PdfPages, PicturesComeOutInTheirOwnCodingOrAsPng) {
    const cv::Mat gray = corners();
    const Bytes raw(gray.data, gray.data + gray.total());
    const std::string size = "/Width 64/Height 40";
    EXPECT_EQ(cv::norm(only(pageWith(size + "/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode", deflated(raw))), gray, cv::NORM_INF), 0);
    EXPECT_EQ(cv::norm(only(pageWith(size + "/BitsPerComponent 8/ColorSpace/DeviceGray", textOf(raw))), gray, cv::NORM_INF), 0);
    EXPECT_EQ(cv::norm(only(pageWith(size + "/BitsPerComponent 8/ColorSpace/DeviceGray/Decode[1 0]", textOf(raw))), 255 - gray, cv::NORM_INF), 0);
    Bytes colour;
    for (const std::uint8_t level : raw) colour.insert(colour.end(), {level, 10, 20});
    const cv::Mat rgb = only(pageWith(size + "/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode", deflated(colour)));
    EXPECT_EQ(rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(20, 10, 80));
    Bytes bits(8 * 40, 0xaa);
    EXPECT_EQ(only(pageWith(size + "/BitsPerComponent 1/ColorSpace/DeviceGray", textOf(bits))).at<std::uint8_t>(3, 1), 0);
    Bytes indices(64 * 40, 1);
    EXPECT_EQ(only(pageWith(size + "/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1 <000000010203>]", textOf(indices))).at<cv::Vec3b>(0, 0), cv::Vec3b(3, 2, 1));
    Bytes jpeg;
    cv::imencode(".jpg", gray, jpeg, {cv::IMWRITE_JPEG_QUALITY, 95});
    const auto document = readBytes(pageWith(size + "/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode", textOf(jpeg)), "a.pdf");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->images.at(0).bytes, jpeg) << "an upright JPEG goes through byte for byte";
    EXPECT_EQ(document->images[0].source, "page 1 of 1");
    EXPECT_EQ(document->format, ExchangeFormat::Pdf);
}

TEST(PdfPages, ThePageTurnsItsPictures) {
    const cv::Mat gray = corners();
    const Bytes raw(gray.data, gray.data + gray.total());
    Bytes jpeg;
    cv::imencode(".jpg", gray, jpeg, {cv::IMWRITE_JPEG_QUALITY, 98});
    const std::tuple<const char*, const char*, int> turns[] = {
        {"100 0 0 50 0 0", "", -1}, {"100 0 0 50 0 0", "/Rotate 90", cv::ROTATE_90_CLOCKWISE}, {"100 0 0 50 0 0", "/Rotate 180", cv::ROTATE_180},
        {"100 0 0 50 0 0", "/Rotate 270", cv::ROTATE_90_COUNTERCLOCKWISE}, {"0 100 -50 0 60 0", "", cv::ROTATE_90_COUNTERCLOCKWISE}, {"0 -100 50 0 0 100", "", cv::ROTATE_90_CLOCKWISE},
        {"-100 0 0 -50 100 50", "", cv::ROTATE_180}};
    for (const auto& [matrix, page, turn] : turns) {
        cv::Mat wanted = gray.clone();  // rotating by half a turn works in place
        if (turn >= 0) cv::rotate(gray, wanted, turn);
        const std::string contents = std::string("q ") + matrix + " cm /I Do Q";
        const cv::Mat flate = only(pageWith("/Width 64/Height 40/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode", deflated(raw), contents, page));
        ASSERT_EQ(flate.size(), wanted.size()) << matrix << page;
        EXPECT_EQ(cv::norm(flate, wanted, cv::NORM_INF), 0) << matrix << page;
        const cv::Mat coded = only(pageWith("/Width 64/Height 40/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode", textOf(jpeg), contents, page));
        ASSERT_EQ(coded.size(), wanted.size()) << matrix << page;
        EXPECT_LT(cv::norm(coded, wanted, cv::NORM_L1) / static_cast<double>(wanted.total()), 4) << matrix << page;
    }
}

TEST(PdfPages, WhatHasNoPictureIsSaid) {
    const auto text = readBytes(pageWith("/Width 64/Height 40/BitsPerComponent 8/ColorSpace/DeviceGray", std::string(64 * 40, 'x'), "BT (words) Tj ET"), "a.pdf");
    ASSERT_TRUE(text);
    EXPECT_TRUE(text->images.empty());
    EXPECT_NE(findingOf(text->report, "pdf.page")->detail.find("page 1 of 1"), std::string::npos);
    const auto lab = readBytes(pageWith("/Width 64/Height 40/BitsPerComponent 8/ColorSpace/Separation", std::string(64 * 40, 'x')), "a.pdf");
    EXPECT_TRUE(hasRule(lab->report, "pdf.picture"));
    const auto small = readBytes(pageWith("/Width 4/Height 4/BitsPerComponent 8/ColorSpace/DeviceGray", std::string(16, 'x')), "a.pdf");
    EXPECT_TRUE(hasRule(small->report, "pdf.small"));
    // A picture that promises more than it has.
    const auto shorter = readBytes(pageWith("/Width 64/Height 400/BitsPerComponent 8/ColorSpace/DeviceGray", std::string(64 * 40, 'x')), "a.pdf");
    EXPECT_TRUE(hasRule(shorter->report, "pdf.picture"));
}

TEST(PdfPages, CutsAndTheFileFromTheField) {
    const cv::Mat gray = corners();
    const Bytes raw(gray.data, gray.data + gray.total());
    Bytes whole = pageWith("/Width 64/Height 40/BitsPerComponent 8/ColorSpace/DeviceGray", textOf(raw));
    expectEveryCutIsSaid(ByteView(whole).first(whole.size() - 10), "cut.pdf", 17);
    const auto bytes = fieldFile("passport_scan.pdf");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes, "passport_scan.pdf");
    ASSERT_FALSE(document) << "it has no page";
    EXPECT_EQ(document.error().detail.find("passport_scan.pdf: "), 0u);
    EXPECT_NE(document.error().detail.find("PNG"), std::string::npos) << document.error().detail;
    expectEveryCutIsSaid(*bytes, "passport_scan.pdf");
}

TEST(Refusals, NameTheFileAndWhatHelps) {
    const Bytes zip = bytesOf(std::string("PK\x03\x04") + std::string(40, '\0'));
    const std::tuple<Bytes, const char*, const char*> files[] = {{zip, "travelers.xlsx", "CSV UTF-8"},
                                                                 {bytesOf("PK\x03\x04....xl/workbook.xml"), "copy", "CSV UTF-8"},
                                                                 {zip, "list.ods", "CSV"},
                                                                 {zip, "letter.docx", "Word"},
                                                                 {zip, "all.zip", "Unpack"},
                                                                 {bytesOf("GIF89a........"), "a.gif", "PNG"},
                                                                 {Bytes{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0}, "old.xls", "CSV UTF-8"}};
    for (const auto& [bytes, name, help] : files) {
        const auto document = readBytes(bytes, name);
        ASSERT_FALSE(document) << name;
        EXPECT_EQ(document.error().code, kNotDecoded);
        EXPECT_EQ(document.error().detail.find(std::string(name) + ": "), 0u) << document.error().detail;
        EXPECT_NE(document.error().detail.find(help), std::string::npos) << document.error().detail;
    }
    if (const auto bytes = fieldFile("travelers.xlsx")) {
        EXPECT_NE(readBytes(*bytes, "travelers.xlsx").error().detail.find("CSV UTF-8"), std::string::npos);
    }
}

}  // namespace
}  // namespace cotejo::exchange::pdf_test
