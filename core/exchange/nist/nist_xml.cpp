#include "core/exchange/nist/nist_xml.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/base64.h"
#include "core/exchange/nist/nist_detail.h"
#include "core/exchange/nist/nist_extract.h"
#include "core/exchange/xml_tree.h"

namespace cotejo::exchange {

namespace {

using namespace nist;

struct RecordName {
    const char* element;
    int type;
};
constexpr RecordName kRecords[] = {{"PackageInformationRecord", 1},
                                   {"PackageDescriptiveTextRecord", 2},
                                   {"PackageHighResolutionGrayscaleImageRecord", 4},
                                   {"PackageFacialAndSMTImageRecord", 10},
                                   {"PackageLatentImageRecord", 13},
                                   {"PackageFrictionRidgeLatentImageRecord", 13},
                                   {"PackageFingerprintImageRecord", 14},
                                   {"PackageFingerImpressionImageRecord", 14},
                                   {"PackagePalmprintImageRecord", 15},
                                   {"PackageIrisImageRecord", 17}};

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool isRecord(std::string_view name) {
    return name.starts_with("Package") && endsWith(name, "Record");
}

// The first element of one of these names, not inside of what is said of another thing: missing fingers, qualities, segments.
const XmlElement* own(const XmlElement& element, std::initializer_list<std::string_view> names) {
    for (const XmlElement& child : element.children) {
        for (const auto name : names)
            if (child.name == name) return &child;
        if (child.name.find("Missing") != child.name.npos || child.name.find("Quality") != child.name.npos || child.name.find("Segment") != child.name.npos)
            continue;
        if (const XmlElement* found = own(child, names)) return found;
    }
    return nullptr;
}

const XmlElement* ownEnding(const XmlElement& element, std::string_view end) {
    for (const XmlElement& child : element.children) {
        if (endsWith(child.name, end)) return &child;
        if (const XmlElement* found = ownEnding(child, end)) return found;
    }
    return nullptr;
}

// Text of the element, or of the one inside it that holds an identification, a date, a text.
std::string leafText(const XmlElement* element) {
    if (element == nullptr) return {};
    if (std::string text = element->trimmed(); !text.empty() || element->children.empty()) return text.substr(0, 2000);
    return leafText(&element->children.front());
}

// "2026-11-01T..." -> "20261101"; nothing for anything else.
std::string compactDate(const std::string& text) {
    const auto day = dateIn(std::string_view(text).substr(0, 10), "YYYY-MM-DD");
    if (!day) return {};
    std::string date = *day;
    std::erase(date, '-');
    return date;
}

int numberOf(const std::string& text) {
    return wholeNumber(text).value_or(0);
}

class XmlTransaction {
  public:
    explicit XmlTransaction(const NistProfile& profile) : m_profile(profile) {}
    Result<NistXml> read(const XmlElement& root, const std::string& cut);

  private:
    void walk(const XmlElement& element);
    void header(const XmlElement& element);
    void person(const XmlElement& element, int idc);
    void gather(const XmlElement& element, const std::string& path, std::vector<ExchangeFact>& facts, NistRecord& record);
    void put(NistRecord& record, std::string_view meaning, const std::string& value);
    void grayscale(const XmlElement& element, int idc);
    void tagged(const XmlElement& element, int type, int idc);
    void missingFingers(const XmlElement& element, NistRecord& record);
    void qualities(const XmlElement& element, NistRecord& record);
    std::optional<Bytes> data(const XmlElement& element);
    void add(Severity severity, const XmlElement& at, const char* rule, std::string detail) {
        m_xml.report.add({severity, at.name.substr(0, 64), "line " + std::to_string(at.line), rule, std::move(detail), {}});
    }

    const NistProfile& m_profile;
    NistXml m_xml;
    std::vector<const XmlElement*> m_records;
};

void XmlTransaction::walk(const XmlElement& element) {
    if (m_records.size() > kMaxNistRecords) return;
    if (isRecord(element.name)) {
        m_records.push_back(&element);
        return;
    }
    for (const XmlElement& child : element.children)
        walk(child);
}

void XmlTransaction::header(const XmlElement& element) {
    const auto text = [&](std::initializer_list<std::string_view> names) { return leafText(own(element, names)); };
    NistRecord& record = m_xml.file.records.front();
    const std::pair<int, std::string> fields[] = {
        {4, text({"TransactionCategoryCode"})},
        {5, compactDate(text({"TransactionDate"}))},
        {7, text({"TransactionDestinationOrganization"})},
        {8, text({"TransactionOriginatingOrganization"})},
        {9, text({"TransactionControlIdentification"})},
        {11, text({"NativeScanningResolutionValue"})},
        {12, text({"NominalTransmittingResolutionValue"})}};
    for (const auto& [number, value] : fields)
        if (!value.empty()) record.set(number, value);
    if (const auto major = text({"TransactionMajorVersionValue"}), minor = text({"TransactionMinorVersionValue"}); major.size() == 2 && minor.size() == 2)
        record.set(2, major + minor);
    const XmlElement* count = own(element, {"ContentRecordQuantity"});
    if (count != nullptr && numberOf(count->trimmed()) != static_cast<int>(m_records.size()) - 1)
        add(Severity::Warning, *count, "nist.cnt",
            "It announces " + count->trimmed().substr(0, 16) + " records beside this one; the package has " + std::to_string(m_records.size() - 1) + ".");
}

void XmlTransaction::put(NistRecord& record, std::string_view meaning, const std::string& value) {
    if (value.empty()) return;
    const auto field = std::find_if(m_profile.fields.begin(), m_profile.fields.end(), [&](const auto& each) { return each.second.meaning == meaning; });
    if (field != m_profile.fields.end() && record.field(field->first) == nullptr) record.set(field->first, value);
}

// Every leaf is a fact; fields that are numbered by the users of the package (UserDefinedFieldID) become fields.
void XmlTransaction::gather(const XmlElement& element, const std::string& path, std::vector<ExchangeFact>& facts, NistRecord& record) {
    constexpr std::size_t kMaxFacts = 500;
    if (const XmlElement* id = element.child("UserDefinedFieldID")) {
        const auto tag = tagAt(id->trimmed() + ":");
        const std::string value = element.textOf({"DescriptionText"});
        if (tag && tag->type == 2 && tag->number > 2 && tag->number < 999 && !value.empty()) {
            record.set(tag->number, value);
            return;
        }
    }
    for (const XmlElement& child : element.children) {
        if (facts.size() >= kMaxFacts) return;
        if (child.name == "RecordCategoryCode" || child.name == "ImageReferenceIdentification" || child.name == "ImageReferenceID") continue;
        const std::string place = path.empty() ? child.name : path + "/" + child.name;
        if (child.children.empty()) {
            if (std::string value = child.trimmed(); !value.empty()) facts.push_back({place, "", value.substr(0, 2000)});
        } else {
            gather(child, place, facts, record);
        }
    }
}

void XmlTransaction::person(const XmlElement& element, int idc) {
    NistRecord& record = addNistRecord(m_xml.file, 2, idc);
    std::vector<ExchangeFact> facts;
    gather(element, "", facts, record);
    if (const XmlElement* name = element.below("PersonName")) {
        const std::string family = leafText(name->child("PersonSurName")), given = leafText(name->child("PersonGivenName")),
                          middle = leafText(name->child("PersonMiddleName")), full = leafText(name->child("PersonFullName"));
        const std::string rest = given + (given.empty() || middle.empty() ? "" : " ") + middle;
        put(record, "name", family.empty() && rest.empty() ? full : family + (rest.empty() ? "" : ", " + rest));
    }
    put(record, "birthDate", compactDate(leafText(element.below("PersonBirthDate"))));
    put(record, "sex", leafText(ownEnding(element, "PersonSexCode")));
    for (const char* key : {"PersonCitizenshipISO3166Alpha3Code", "PersonCitizenshipISO3166Code", "PersonNationalityISO3166Alpha3Code"})
        put(record, "nationality", leafText(element.below(key)));
    m_xml.facts.push_back(std::move(facts));
}

std::optional<Bytes> XmlTransaction::data(const XmlElement& element) {
    const XmlElement* text = own(element, {"BinaryBase64Object", "Base64BinaryObject", "BinaryObjectBase64"});
    if (text == nullptr || text->trimmed().empty()) return std::nullopt;
    Base64Fault fault;
    auto read = readBase64(text->trimmed(), &fault);
    if (!read) {
        add(Severity::Error, *text, "nist.base64",
            "The image is no base64 text: at character " + std::to_string(fault.at + 1) + " " + fault.what + ". Ask the sender for it again.");
        return std::nullopt;
    }
    if (!read->dialect.empty() && read->dialect != "line breaks or blanks")
        add(Severity::Note, *text, "nist.base64_dialect", "The base64 text has " + read->dialect + "; it is read all the same.");
    return std::move(read->bytes);
}

// Type-4: what stands in the fixed header of the traditional encoding.
void XmlTransaction::grayscale(const XmlElement& element, int idc) {
    NistRecord& record = addNistRecord(m_xml.file, 4, idc);
    NistBinaryHeader& binary = *record.binary;
    const auto text = [&](std::initializer_list<std::string_view> names) { return leafText(own(element, names)); };
    binary.impression = numberOf(leafText(ownEnding(element, "ImpressionCaptureCategoryCode"))) & 255;
    if (const std::string position = text({"FingerPositionCode"}); !position.empty()) binary.positions.push_back(numberOf(position) & 255);
    binary.scanResolution = numberOf(text({"CaptureResolutionCode"})) & 255;
    binary.width = std::min(numberOf(text({"ImageHorizontalLineLengthPixelQuantity"})), 65'535);
    binary.height = std::min(numberOf(text({"ImageVerticalLineLengthPixelQuantity"})), 65'535);
    constexpr std::string_view kCodings[] = {"NONE", "WSQ20", "JPEGB", "JPEGL", "JP2", "JP2L", "PNG"};
    std::string coding = text({"ImageCompressionAlgorithmCode", "ImageCompressionAlgorithmText"});
    std::transform(coding.begin(), coding.end(), coding.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    binary.compression = numberOf(coding) & 255;
    for (std::size_t i = 0; i < std::size(kCodings); ++i)
        if (coding == kCodings[i]) binary.compression = static_cast<int>(i);
    if (auto bytes = data(element))
        record.image = std::move(*bytes);
    else
        add(Severity::Error, element, "nist.image", "The record has no image that can be read.");
}

void XmlTransaction::missingFingers(const XmlElement& element, NistRecord& record) {
    std::string list;
    const auto collect = [&](const XmlElement& from, auto& again) -> void {
        for (const XmlElement& child : from.children) {
            if (child.name.find("FingerMissing") == child.name.npos || child.children.empty()) {
                again(child, again);
                continue;
            }
            const std::string position = leafText(child.below("FingerPositionCode"));
            std::string code = leafText(child.below("FingerMissingCode"));
            if (position.empty()) continue;
            list += (list.empty() ? "" : std::string(1, kRs)) + position + kUs + (code.empty() ? "UP" : code.substr(0, 2));
        }
    };
    collect(element, collect);
    if (!list.empty()) record.set(18, list);
}

void XmlTransaction::qualities(const XmlElement& element, NistRecord& record) {
    std::string nfiq, general;
    const auto collect = [&](const XmlElement& from, auto& again) -> void {
        for (const XmlElement& child : from.children) {
            again(child, again);
            const auto value = child.child("QualityValue"), measure = child.child("NISTQualityMeasure");
            if (value == nullptr && measure == nullptr) continue;
            const std::string position = leafText(child.below("FingerPositionCode"));
            const std::string place = record.type == 10 ? "" : (position.empty() ? "0" : position) + kUs;
            if (measure != nullptr) nfiq += (nfiq.empty() ? "" : std::string(1, kRs)) + place + leafText(measure);
            if (value != nullptr)
                general += (general.empty() ? "" : std::string(1, kRs)) + place + leafText(value) + kUs + leafText(child.below("QualityAlgorithmVendorIdentification")) +
                           kUs + leafText(child.below("QualityAlgorithmProductIdentification"));
        }
    };
    collect(element, collect);
    if (!nfiq.empty() && record.type == 14) record.set(22, nfiq);
    if (!general.empty() && record.type != 17) record.set(24, general);
}

void XmlTransaction::tagged(const XmlElement& element, int type, int idc) {
    NistRecord& record = addNistRecord(m_xml.file, type, idc);
    const auto text = [&](std::initializer_list<std::string_view> names) { return leafText(own(element, names)); };
    const auto put = [&](int field, const std::string& value) {
        if (!value.empty()) record.set(field, value);
    };
    std::string kind = type == 10   ? text({"ImageCategoryCode", "PhysicalFeatureImageCategoryCode"})
                       : type == 17 ? text({"IrisEyePositionCode"})
                                    : leafText(ownEnding(element, "ImpressionCaptureCategoryCode"));
    if (kind.empty()) kind = type == 10 && element.below("FaceImage") != nullptr ? "FACE" : type == 10 ? "" : text({"ImpressionTypeCode"});
    put(3, kind);
    put(4, text({"CaptureOrganization"}));
    put(5, compactDate(text({"CaptureDate", "ImageCaptureDate"})));
    put(6, text({"ImageHorizontalLineLengthPixelQuantity"}));
    put(7, text({"ImageVerticalLineLengthPixelQuantity"}));
    put(8, text({"ImageScaleUnitsCode"}));
    put(9, text({"ImageHorizontalPixelDensityValue", "ImageHorizontalPixelDensityQuantity"}));
    put(10, text({"ImageVerticalPixelDensityValue", "ImageVerticalPixelDensityQuantity"}));
    put(11, text({"ImageCompressionAlgorithmText", "ImageCompressionAlgorithmCode"}));
    put(12, type == 10 ? text({"ImageColorSpaceCode"}) : text({"ImageBitsPerPixelQuantity"}));
    if (type >= 13 && type <= 15) put(13, text({"FingerPositionCode", "PalmPositionCode", "FrictionRidgePositionCode"}));
    if (type == 14) missingFingers(element, record);
    qualities(element, record);
    put(20, text({"ImageCommentText", "FingerprintImageCommentText"}));
    put(903, text({"CaptureDeviceIdentification"}));
    const std::string make = text({"CaptureDeviceMakeText", "CaptureDeviceMake"}), model = text({"CaptureDeviceModelText", "CaptureDeviceModel"}),
                      serial = text({"CaptureDeviceSerialNumberText", "CaptureDeviceSerialNumberID"});
    if (!make.empty() || !model.empty() || !serial.empty()) put(904, make + kUs + model + kUs + serial);
    put(kHashField, text({"ImageHashValue"}));
    if (auto bytes = data(element))
        record.set(kDataField, ByteView(*bytes));
    else if (record.field(18) == nullptr || type != 14)
        add(Severity::Error, element, "nist.image", "The record has no image that can be read.");
}

Result<NistXml> XmlTransaction::read(const XmlElement& root, const std::string& cut) {
    m_xml.file = makeNistItl("", "", "", "", "");
    walk(root);
    const std::size_t begun = m_records.size();
    std::erase_if(m_records, [](const XmlElement* each) { return !each->whole; });
    if (!cut.empty() && !m_records.empty())
        m_xml.report.add({Severity::Warning, "", "", "nist.cut",
                          "The file ends at " + cut + " before it is complete: " + std::to_string(m_records.size()) + " whole records were read" +
                              (begun > m_records.size() ? ", one that is cut was not" : "") + ". Ask the sender for the file again.",
                          {{"count", std::to_string(m_records.size())}}});
    if (!cut.empty() && m_records.empty())
        return fail(base::kMalformed, "The XML ends at " + cut + " before its first record does. Ask the sender for it again.");
    if (m_records.size() > kMaxNistRecords) return fail(base::kTooLarge, "The package has more than 10,000 records.");
    if (m_records.empty())
        return fail(base::kMalformed, "There is no record of ANSI/NIST-ITL in the XML; its root is \"" + root.name.substr(0, 64) + "\" (line " + std::to_string(root.line) + ").");
    for (const XmlElement* element : m_records) {
        const auto known = std::find_if(std::begin(kRecords), std::end(kRecords), [&](const RecordName& each) { return element->name == each.element; });
        const XmlElement* reference = own(*element, {"ImageReferenceIdentification", "ImageReferenceID"});
        const int idc = std::min(numberOf(leafText(reference)), 99);
        if (known == std::end(kRecords)) {
            add(Severity::Warning, *element, "nist.unread", "Records of this name are not read from XML; ask for the traditional encoding if it is needed.");
            continue;
        }
        if (known->type > 1 && reference == nullptr) add(Severity::Warning, *element, "nist.idc", "The record has no number (IDC); 0 is taken.");
        switch (known->type) {
            case 1: header(*element); break;
            case 2: person(*element, idc); break;
            case 4: grayscale(*element, idc); break;
            default: tagged(*element, known->type, idc);
        }
    }
    if (m_xml.file.records.size() == 1)
        add(Severity::Warning, *m_records.front(), "nist.empty", "The package holds no person, image or other record that is read.");
    return std::move(m_xml);
}

}  // namespace

bool looksLikeNistXml(ByteView bytes) {
    if (!looksLikeXml(bytes)) return false;
    const std::string head = asciiHead(bytes);
    return head.find("biometrics.nist.gov") != head.npos || head.find("NISTBiometricInformationExchangePackage") != head.npos;
}

Result<NistXml> readNistXml(ByteView bytes, const NistProfile& profile) {
    std::string cut;
    COTEJO_TRY_ASSIGN(const XmlElement root, readXmlAsFarAsItGoes(bytes, cut));
    return XmlTransaction(profile).read(root, cut);
}

Result<ExchangeDocument> readNistXmlDocument(ByteView bytes, const NistProfile& profile) {
    COTEJO_TRY_ASSIGN(const NistXml xml, readNistXml(bytes, profile));
    // Through its bytes: lengths and counts are then those of a whole file, and what is found is found by the same rules.
    COTEJO_TRY_ASSIGN(const Bytes traditional, writeNistItl(xml.file));
    COTEJO_TRY_ASSIGN(const NistFile file, readNistItl(traditional));
    ExchangeDocument document = documentOf(file, profile);
    document.format = ExchangeFormat::NistItlXml;
    document.formatName += " XML";
    for (std::size_t i = 0; i < document.persons.size() && i < xml.facts.size(); ++i)
        document.persons[i].facts.insert(document.persons[i].facts.end(), xml.facts[i].begin(), xml.facts[i].end());
    document.report.append(xml.report);
    return document;
}

}  // namespace cotejo::exchange
