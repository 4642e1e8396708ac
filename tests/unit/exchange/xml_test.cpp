#include "core/base/errors.h"
#include "core/exchange/cbeff/cbeff_xml.h"
#include "core/exchange/nist/nist_xml.h"
#include "core/exchange/xml_tree.h"
#include "tests/unit/exchange/field_files.h"

/// Row 15: CBEFF as MOSIP writes it, and ANSI/NIST-ITL in XML.
namespace cotejo::exchange::xml_test {
namespace {

TEST(Xml, LimitsHoldAndNothingIsFetched) {
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    EXPECT_EQ(readXml(bytesOf(deep)).error().code, base::kMalformed);
    std::string many = "<a>";
    for (int i = 0; i < 300; ++i) many += "<b/>";
    EXPECT_NE(readXml(bytesOf(many + "</a>"), {1u << 20, 64, 200}).error().detail.find("too many"), std::string::npos);
    EXPECT_EQ(readXml(bytesOf("<a/>"), {3, 64, 200}).error().code, base::kTooLarge);
    for (const char* text : {"<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"}) {
        const auto refused = readXml(bytesOf(text));
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().detail.find("document type"), std::string::npos) << refused.error().detail;
    }
    for (const char* text : {"", "<a", "<a></b>", "<a>&x;</a>", "<a/><b/>", "<a>\x01</a>", "<p:a/>"}) {
        const auto broken = readXml(bytesOf(text));
        ASSERT_FALSE(broken) << text;
        EXPECT_NE(broken.error().detail.find("line "), std::string::npos);
    }
    const auto root = readXml(bytesOf(" \n<x:a xmlns:x='urn:n' k='v'>1<b>2</b>3<![CDATA[<4>]]>&amp;</x:a>"));
    ASSERT_TRUE(root) << root.error().detail;
    EXPECT_EQ(root->name, "a");
    EXPECT_EQ(root->space, "urn:n");
    EXPECT_EQ(root->text, "13<4>&");
    EXPECT_EQ(root->attributes.at(0).value, "v");
}

std::string bir(const std::string& type, const std::string& subtype, const std::string& data, const std::string& others = "") {
    return "<BIR><BDBInfo><Format><Organization>Mosip</Organization><Type>7</Type></Format><CreationDate>2021-05-02T14:45:02.809Z</CreationDate><Type>" + type +
           "</Type><Subtype>" + subtype + "</Subtype><Quality><Algorithm><Organization>HMAC</Organization><Type>SHA-256</Type></Algorithm><Score>64</Score></Quality></BDBInfo><BDB>" +
           data + "</BDB>" + others + "</BIR>";
}

const char kOpen[] = "<?xml version=\"1.0\"?><BIR xmlns=\"http://standards.iso.org/iso-iec/19785/-3/ed-2/\">";

TEST(Cbeff, SamplesComeWithWhatStandsAroundThem) {
    const std::string picture = toBase64(kJpeg);
    const auto document = readBytes(viewOf(kOpen + bir("Finger", "Left IndexFinger", picture) + bir("Face", "", picture) + bir("Iris", "Right", picture) +
                                           bir("Finger", "Right Thumb", "", "<others><entry key=\"EXCEPTION\">true</entry></others>") + bir("Finger", "Left Thumb", "") +
                                           bir("Finger", "Left RingFinger", "Q*") + "</BIR>"), "m.xml");
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->format, ExchangeFormat::CbeffXml);
    ASSERT_EQ(document->images.size(), 4u);
    EXPECT_EQ(document->images[0].position, record::FingerPosition::LeftIndex);
    EXPECT_EQ(document->images[0].captured, "2021-05-02");
    EXPECT_EQ(document->images[0].capturedFrom, "BDBInfo/CreationDate");
    EXPECT_EQ(document->images[0].qualities.at(0), (record::Quality{64, "HMAC SHA-256", "", "BDBInfo/Quality"}));
    EXPECT_EQ(document->images[1].subject, ImageSubject::Face);
    EXPECT_EQ(document->images[2].subject, ImageSubject::Iris);
    EXPECT_EQ(document->images[2].hand.value, "right");
    EXPECT_EQ(document->images[3].missing, record::MissingReason::NotCaptured);
    EXPECT_EQ(document->images[3].position, record::FingerPosition::RightThumb);
    EXPECT_TRUE(hasRule(document->report, "cbeff.empty"));
    EXPECT_NE(findingOf(document->report, "cbeff.base64")->record.find("BIR 6 (line 1)"), std::string::npos);
}

TEST(Cbeff, AloneWithPrefixesAndInUtf16) {
    std::string one = "<ns2:BIR xmlns:ns2=\"http://standards.iso.org/iso-iec/19785/-3/ed-2/\">" + bir("Finger", "Right Thumb", toBase64(kJpeg)).substr(5);
    one.replace(one.rfind("</BIR>"), 6, "</ns2:BIR>");
    ASSERT_TRUE(readBytes(viewOf(one), "m.xml")) << readBytes(viewOf(one), "m.xml").error().detail;
    EXPECT_EQ(readBytes(viewOf(one), "m.xml")->images.size(), 1u);
    Bytes wide{0xff, 0xfe};
    for (const char c : one) wide.insert(wide.end(), {static_cast<std::uint8_t>(c), 0});
    const auto document = readBytes(wide, "m.xml");
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->images.at(0).position, record::FingerPosition::RightThumb);
    EXPECT_FALSE(readBytes(viewOf("<BIR><x/></BIR>"), "m.xml"));
}

TEST(Cbeff, TheFileFromTheField) {
    const auto bytes = fieldFile("cbeff_xml_two_fingers_and_face.xml");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes, "cbeff.xml");
    ASSERT_TRUE(document) << document.error().detail;
    ASSERT_EQ(document->images.size(), 3u);
    int fingers = 0, faces = 0;
    for (const auto& image : document->images) {
        EXPECT_TRUE(imaging::decodeImage(image.bytes)) << image.source;
        fingers += image.subject == ImageSubject::Finger && image.position != record::FingerPosition::Unknown;
        faces += image.subject == ImageSubject::Face;
        EXPECT_FALSE(image.captured.empty());
    }
    EXPECT_EQ(fingers, 2);
    EXPECT_EQ(faces, 1);
    EXPECT_FALSE(document->report.hasErrors());
    expectEveryCutIsSaid(*bytes, "cbeff.xml", 501);
}

TEST(Cbeff, AFileThatEndsInARecordGivesTheOnesBefore) {
    const auto bytes = fieldFile("cbeff_xml_two_fingers_and_face.xml");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto text = std::string(textOf(*bytes));
    std::vector<std::size_t> ends;
    for (auto at = text.find("</BIR>"); at != text.npos; at = text.find("</BIR>", at + 1)) ends.push_back(at + 6);
    ASSERT_GE(ends.size(), 3u);
    for (const std::size_t into : {40u, 400u}) {
        const auto part = readBytes(ByteView(*bytes).first(ends[1] + into));
        ASSERT_TRUE(part) << part.error().detail;
        EXPECT_EQ(part->images.size(), 2u);
        const Finding* finding = findingOf(part->report, "cbeff.cut");
        ASSERT_TRUE(finding != nullptr);
        EXPECT_EQ(finding->severity, Severity::Warning);
        EXPECT_NE(finding->detail.find("byte"), std::string::npos) << finding->detail;
    }
    const auto first = readBytes(ByteView(*bytes).first(ends[0] - 20));
    ASSERT_FALSE(first);
    EXPECT_NE(first.error().detail.find("byte"), std::string::npos) << first.error().detail;
}

TEST(Iris, ARecordFromTheFieldIsNamedForWhatItIs) {
    const auto bytes = fieldFile("02_one_traveler_one_folder/R-2041/0001Left_Iris.iso");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes, "iris.iso");
    ASSERT_TRUE(document) << document.error().detail;
    ASSERT_EQ(document->images.size(), 1u);
    EXPECT_EQ(document->images[0].subject, ImageSubject::Iris);
    EXPECT_EQ(document->images[0].hand.value, "left");
    EXPECT_EQ(document->images[0].captured, "2022-12-28");
    EXPECT_EQ(document->images[0].qualities.at(0).value, 80);
    EXPECT_TRUE(imaging::decodeImage(document->images[0].bytes));
    expectEveryCutIsSaid(*bytes, "iris.iso", 11);
}

std::string package(const std::string& records) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><itl:NISTBiometricInformationExchangePackage xmlns:itl=\"http://biometrics.nist.gov/standard/2011\" "
           "xmlns:biom=\"http://niem.gov/niem/biometrics/1.0\" xmlns:nc=\"http://niem.gov/niem/niem-core/2.0\"><itl:PackageInformationRecord>"
           "<biom:RecordCategoryCode>01</biom:RecordCategoryCode><biom:Transaction><biom:TransactionDate><nc:Date>2026-11-01</nc:Date></biom:TransactionDate>"
           "<biom:TransactionDestinationOrganization><nc:OrganizationIdentification><nc:IdentificationID>DEST</nc:IdentificationID></nc:OrganizationIdentification></biom:TransactionDestinationOrganization>"
           "<biom:TransactionOriginatingOrganization><nc:OrganizationIdentification><nc:IdentificationID>ORIG</nc:IdentificationID></nc:OrganizationIdentification></biom:TransactionOriginatingOrganization>"
           "<biom:TransactionControlIdentification><nc:IdentificationID>TCN-1</nc:IdentificationID></biom:TransactionControlIdentification>"
           "<biom:TransactionImageResolutionDetails><biom:NativeScanningResolutionValue>19.69</biom:NativeScanningResolutionValue><biom:NominalTransmittingResolutionValue>19.69</biom:NominalTransmittingResolutionValue></biom:TransactionImageResolutionDetails>"
           "<biom:TransactionCategoryCode>CTJ</biom:TransactionCategoryCode></biom:Transaction></itl:PackageInformationRecord>" + records + "</itl:NISTBiometricInformationExchangePackage>";
}

std::string idc(int number) {
    return "<biom:ImageReferenceIdentification><nc:IdentificationID>" + std::to_string(number) + "</nc:IdentificationID></biom:ImageReferenceIdentification>";
}

std::string fingerprint(int number, const std::string& position, const std::string& data) {
    return "<itl:PackageFingerprintImageRecord><biom:RecordCategoryCode>14</biom:RecordCategoryCode>" + idc(number) +
           "<biom:FingerImpressionImage><nc:BinaryBase64Object>" + data + "</nc:BinaryBase64Object><biom:ImageBitsPerPixelQuantity>8</biom:ImageBitsPerPixelQuantity>"
           "<biom:ImageCaptureDetail><biom:CaptureDate><nc:Date>2001-08-08</nc:Date></biom:CaptureDate><biom:CaptureDeviceMakeText>ACME</biom:CaptureDeviceMakeText><biom:CaptureOrganization><nc:OrganizationIdentification>"
           "<nc:IdentificationID>ORIG</nc:IdentificationID></nc:OrganizationIdentification></biom:CaptureOrganization></biom:ImageCaptureDetail>"
           "<biom:ImageCompressionAlgorithmText>JPEGB</biom:ImageCompressionAlgorithmText><biom:ImageHorizontalLineLengthPixelQuantity>8</biom:ImageHorizontalLineLengthPixelQuantity>"
           "<biom:ImageHorizontalPixelDensityValue>500</biom:ImageHorizontalPixelDensityValue><biom:ImageScaleUnitsCode>1</biom:ImageScaleUnitsCode>"
           "<biom:ImageVerticalLineLengthPixelQuantity>16</biom:ImageVerticalLineLengthPixelQuantity><biom:ImageVerticalPixelDensityValue>500</biom:ImageVerticalPixelDensityValue>"
           "<biom:FingerprintImageQuality><biom:FingerPositionCode>" + position + "</biom:FingerPositionCode><biom:QualityValue>77</biom:QualityValue></biom:FingerprintImageQuality>"
           "<biom:FingerPositionCode>" + position + "</biom:FingerPositionCode><biom:FingerprintImageImpressionCaptureCategoryCode>1</biom:FingerprintImageImpressionCaptureCategoryCode>"
           "</biom:FingerImpressionImage></itl:PackageFingerprintImageRecord>";
}

TEST(NistXml, RecordsOfTheFiveTypesAreRead) {
    const std::string data = toBase64(kJpeg);
    const std::string records =
        "<itl:PackageDescriptiveTextRecord><biom:RecordCategoryCode>02</biom:RecordCategoryCode>" + idc(0) +
        "<itl:UserDefinedDescriptiveDetail><x><nc:PersonName><nc:PersonGivenName>ANA</nc:PersonGivenName><nc:PersonMiddleName>MARÍA</nc:PersonMiddleName><nc:PersonSurName>SPECIMEN</nc:PersonSurName></nc:PersonName>"
        "<nc:PersonBirthDate><nc:Date>1974-08-12</nc:Date></nc:PersonBirthDate><nc:PersonSexCode>F</nc:PersonSexCode><nc:PersonHeightMeasure>170</nc:PersonHeightMeasure></x></itl:UserDefinedDescriptiveDetail></itl:PackageDescriptiveTextRecord>" +
        "<itl:PackageHighResolutionGrayscaleImageRecord>" + idc(1) + "<biom:FingerprintImage><nc:BinaryBase64Object>" + data +
        "</nc:BinaryBase64Object><biom:ImageCaptureDetail><biom:CaptureResolutionCode>1</biom:CaptureResolutionCode></biom:ImageCaptureDetail><biom:ImageCompressionAlgorithmCode>JPEGB</biom:ImageCompressionAlgorithmCode>"
        "<biom:ImageHorizontalLineLengthPixelQuantity>8</biom:ImageHorizontalLineLengthPixelQuantity><biom:ImageVerticalLineLengthPixelQuantity>16</biom:ImageVerticalLineLengthPixelQuantity>"
        "<biom:FingerPositionCode>7</biom:FingerPositionCode><biom:FingerprintImageImpressionCaptureCategoryCode>0</biom:FingerprintImageImpressionCaptureCategoryCode></biom:FingerprintImage></itl:PackageHighResolutionGrayscaleImageRecord>" +
        "<itl:PackageFacialAndSMTImageRecord>" + idc(2) + "<biom:FaceImage><nc:BinaryBase64Object>" + data +
        "</nc:BinaryBase64Object><biom:ImageCategoryCode>FACE</biom:ImageCategoryCode><biom:ImageCompressionAlgorithmText>JPEGB</biom:ImageCompressionAlgorithmText></biom:FaceImage></itl:PackageFacialAndSMTImageRecord>" +
        fingerprint(3, "2", data) +
        "<itl:PackageFingerprintImageRecord>" + idc(4) + "<biom:FingerImpressionImage><biom:FingerprintImageFingerMissing><biom:FingerPositionCode>9</biom:FingerPositionCode><biom:FingerMissingCode>XX</biom:FingerMissingCode></biom:FingerprintImageFingerMissing></biom:FingerImpressionImage></itl:PackageFingerprintImageRecord>"
        "<itl:PackageDNARecord>" + idc(5) + "</itl:PackageDNARecord>";
    const auto document = readBytes(viewOf(package(records)), "x.xml");
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->format, ExchangeFormat::NistItlXml);
    ASSERT_EQ(document->persons.size(), 1u);
    EXPECT_EQ(document->persons[0].traveler.familyName, "SPECIMEN");
    EXPECT_EQ(document->persons[0].traveler.givenNames, "ANA MARÍA");
    EXPECT_EQ(document->persons[0].traveler.birthDate, "1974-08-12");
    EXPECT_EQ(document->persons[0].traveler.sex, record::Sex::Female);
    EXPECT_TRUE(std::any_of(document->persons[0].facts.begin(), document->persons[0].facts.end(), [](const auto& f) { return f.value == "170"; }));
    ASSERT_EQ(document->images.size(), 4u);
    EXPECT_EQ(document->images[0].position, record::FingerPosition::LeftIndex);
    EXPECT_EQ(document->images[0].ppi.value, 500);
    EXPECT_EQ(document->images[0].impression.value, "live_plain");
    EXPECT_EQ(document->images[1].subject, ImageSubject::Face);
    EXPECT_EQ(document->images[2].position, record::FingerPosition::RightIndex);
    EXPECT_EQ(document->images[2].captured, "2001-08-08");
    EXPECT_EQ(document->images[2].impression.value, "live_rolled");
    EXPECT_EQ(document->images[2].qualities.at(0).value, 77);
    EXPECT_NE(document->images[2].device.make.value.find("ACME"), std::string::npos);
    EXPECT_EQ(document->images[2].bytes, kJpeg);
    EXPECT_EQ(document->images[3].missing, record::MissingReason::Amputated);
    EXPECT_TRUE(hasRule(document->report, "nist.unread"));
    EXPECT_FALSE(document->report.hasErrors());
    const auto xml = readNistXml(viewOf(package(records)));
    EXPECT_EQ(xml->file.header().text(9), "TCN-1");
    expectEveryCutIsSaid(viewOf(package(records)), "x.xml", 41);
}

TEST(NistXml, DamageAndNumberedFieldsHaveTheirPlace) {
    const auto damaged = readBytes(viewOf(package(fingerprint(1, "2", "Q!"))), "x.xml");
    ASSERT_TRUE(damaged);
    EXPECT_TRUE(damaged->report.hasErrors());
    EXPECT_NE(findingOf(damaged->report, "nist.base64")->field.find("line "), std::string::npos);
    const auto numbered = readBytes(viewOf(package("<itl:PackageDescriptiveTextRecord>" + idc(0) +
        "<itl:UserDefinedDescriptiveText><itl:UserDefinedFieldID>2.018</itl:UserDefinedFieldID><nc:DescriptionText>SPECIMEN, BO</nc:DescriptionText></itl:UserDefinedDescriptiveText></itl:PackageDescriptiveTextRecord>")), "x.xml");
    ASSERT_TRUE(numbered);
    EXPECT_EQ(numbered->persons.at(0).traveler.familyName, "SPECIMEN");
    EXPECT_FALSE(readBytes(viewOf("<a xmlns='http://biometrics.nist.gov/x'/>"), "x.xml"));
}

TEST(NistXml, TheFileFromTheFieldIsReadAndSaidToBeEmpty) {
    const auto bytes = fieldFile("nist_itl_xml_minimal.xml");
    if (!bytes) GTEST_SKIP() << "skipped: data set not found";
    const auto document = readBytes(*bytes, "x.xml");
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->format, ExchangeFormat::NistItlXml);
    EXPECT_TRUE(hasRule(document->report, "nist.empty"));
    expectEveryCutIsSaid(*bytes, "x.xml");
}

}  // namespace
}  // namespace cotejo::exchange::xml_test
