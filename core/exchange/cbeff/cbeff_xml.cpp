#include "core/exchange/cbeff/cbeff_xml.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/base64.h"
#include "core/exchange/sample_codes.h"
#include "core/exchange/samples/embedded.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

constexpr std::size_t kMaxRecords = 10'000;

bool isYes(const std::string& text) {
    return text == "true" || text == "TRUE" || text == "1";
}

// "Left IndexFinger", "Right Thumb", "LEFT_INDEX": words in any order.
int fingerOf(const std::string& subtype) {
    std::string words = subtype;
    std::transform(words.begin(), words.end(), words.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto has = [&](const char* word) { return words.find(word) != words.npos; };
    const int first = has("right") ? 1 : has("left") ? 6 : 0;
    if (first == 0) return 0;
    const char* const kParts[] = {"thumb", "index", "middle", "ring", "little"};
    for (int i = 0; i < 5; ++i)
        if (has(kParts[i])) return first + i;
    return 0;
}

class CbeffReader {
  public:
    Result<ExchangeDocument> read(const XmlElement& root, const std::string& cut);

  private:
    void record(const XmlElement& bir);
    void walk(const XmlElement& element);
    ExchangeImage around(const XmlElement& bir) const;
    void find(Severity severity, const std::string& field, const char* rule, std::string detail) {
        m_document.report.add({severity, m_place, field, rule, std::move(detail), {}});
    }

    ExchangeDocument m_document;
    std::string m_place;
    std::size_t m_count = 0;
    std::size_t m_cut = 0;
};

// What BDBInfo says of the sample in its BDB.
ExchangeImage CbeffReader::around(const XmlElement& bir) const {
    ExchangeImage image;
    image.source = m_place;
    const XmlElement* info = bir.child("BDBInfo");
    if (info == nullptr) return image;
    const std::string type = info->textOf({"Type"}), subtype = info->textOf({"Subtype"});
    image.subject = type.starts_with("Finger") || type.starts_with("FINGER") ? ImageSubject::Finger
                    : type == "Face" || type == "FACE"                       ? ImageSubject::Face
                    : type == "Iris" || type == "IRIS"                       ? ImageSubject::Iris
                                                                             : ImageSubject::Unknown;
    if (image.subject == ImageSubject::Finger) {
        image.positionCode = fingerOf(subtype);
        image.position = static_cast<record::FingerPosition>(image.positionCode);
        image.hand = {std::string(handOfPosition(image.positionCode)), "Subtype"};
    } else if (image.subject == ImageSubject::Iris) {
        image.hand = {subtype.find("Left") != subtype.npos ? "left" : subtype.find("Right") != subtype.npos ? "right" : "", "Subtype"};
    }
    if (const auto day = dateIn(info->textOf({"CreationDate"}).substr(0, 10), "YYYY-MM-DD")) {
        image.captured = *day;
        image.capturedFrom = "BDBInfo/CreationDate";
    }
    const auto named = [&](const XmlElement* of) {
        if (of == nullptr) return std::string();
        const std::string owner = of->textOf({"Organization"}), kind = of->textOf({"Type"});
        return owner + (owner.empty() || kind.empty() ? "" : " ") + kind;
    };
    for (const char* key : {"CaptureDevice", "Product"})
        if (const XmlElement* device = info->child(key); device != nullptr && !image.device.known()) {
            const auto stated = [&](const std::string& value) { return value.empty() ? StatedValue() : StatedValue{value.substr(0, 128), std::string("BDBInfo/") + key}; };
            image.device = {stated(device->textOf({"Organization"})), stated(device->textOf({"Type"})), {}};
        }
    if (!subtype.empty()) image.positionWritten = {subtype.substr(0, 64), "Subtype"};
    if (const XmlElement* quality = info->child("Quality"))
        if (const auto score = wholeNumber(quality->textOf({"Score"})); score && *score <= 100)
            image.qualities.push_back({*score, named(quality->child("Algorithm")), "", "BDBInfo/Quality"});
    for (const auto& [key, path] : {std::pair{"Subtype", "BDBInfo/Subtype"}, {"Purpose", "BDBInfo/Purpose"}, {"Level", "BDBInfo/Level"}})
        if (const std::string value = info->textOf({key}); !value.empty()) image.facts.push_back({path, "", value.substr(0, 200)});
    return image;
}

void CbeffReader::record(const XmlElement& bir) {
    m_place = "BIR " + std::to_string(++m_count) + " (line " + std::to_string(bir.line) + ")";
    ExchangeImage image = around(bir);
    bool exception = false;
    if (const XmlElement* others = bir.child("others"))
        for (const XmlElement& entry : others->children)
            for (const XmlAttribute& attribute : entry.attributes)
                exception = exception || (attribute.name == "key" && attribute.value == "EXCEPTION" && isYes(entry.trimmed()));
    const XmlElement* data = bir.child("BDB");
    const std::string text = data == nullptr ? std::string() : data->trimmed();
    if (text.empty() && exception && image.position != record::FingerPosition::Unknown) {
        image.missing = record::MissingReason::NotCaptured;
        m_document.images.push_back(std::move(image));
        return;
    }
    if (exception) find(Severity::Note, "others", "cbeff.exception", "The sample is marked as an exception: the biometric could not be taken as usual.");
    if (text.empty())
        return find(Severity::Warning, "BDB", "cbeff.empty", "The record holds no sample. Ask the sender for it.");
    if (image.subject == ImageSubject::Finger && image.position == record::FingerPosition::Unknown)
        find(Severity::Note, "BDBInfo/Subtype", "cbeff.position", "The sub-type names no single finger; the record inside may.");
    Base64Fault fault;
    const auto bytes = readBase64(text, &fault);
    if (!bytes || bytes->bytes.empty())
        return find(Severity::Error, "BDB", "cbeff.base64",
                    "The data is no base64 text: at character " + std::to_string(fault.at + 1) + " " + fault.what + ". Ask the sender for it again.");
    if (!bytes->dialect.empty() && bytes->dialect != "line breaks or blanks")
        find(Severity::Note, "BDB", "cbeff.base64_dialect", "The base64 text has " + bytes->dialect + "; it is read all the same.");
    const std::string place = m_place;
    addEmbedded(m_document, std::move(image), bytes->bytes, place, "cbeff.image");
}

void CbeffReader::walk(const XmlElement& element) {
    if (m_count > kMaxRecords) return;
    const bool holds = element.child("BDB") != nullptr || element.child("BDBInfo") != nullptr;
    if (element.name == "BIR" && holds) {
        if (element.whole)
            record(element);
        else
            ++m_cut;
    }
    for (const XmlElement& child : element.children)
        if (child.name != "BDBInfo" && child.name != "BDB") walk(child);
}

Result<ExchangeDocument> CbeffReader::read(const XmlElement& root, const std::string& cut) {
    m_document.format = ExchangeFormat::CbeffXml;
    m_document.formatName = "CBEFF XML";
    walk(root);
    if (m_count > kMaxRecords) return fail(base::kTooLarge, "The CBEFF file has more than 10,000 records.");
    if (m_count == 0 && !cut.empty())
        return fail(base::kMalformed, "The CBEFF XML ends at " + cut + " before its first record does. Ask the sender for it again.");
    if (!cut.empty())
        m_document.report.add({Severity::Warning, "", "", "cbeff.cut",
                               "The file ends at " + cut + " before it is complete: " + std::to_string(m_count) + " whole records were read" +
                                   (m_cut > 0 ? ", one that is cut was not" : "") + ". Ask the sender for the file again.",
                               {{"count", std::to_string(m_count)}}});
    if (m_count == 0) return fail(base::kMalformed, "There is no biometric information record (BIR with BDB) in the XML; its root is \"" + root.name.substr(0, 64) + "\" (line 1).");
    return std::move(m_document);
}

}  // namespace

Result<ExchangeDocument> readCbeffXml(ByteView bytes) {
    std::string cut;
    COTEJO_TRY_ASSIGN(const XmlElement root, readXmlAsFarAsItGoes(bytes, cut));
    return CbeffReader().read(root, cut);
}

bool looksLikeCbeffXml(ByteView bytes) {
    if (!looksLikeXml(bytes)) return false;
    const std::string head = asciiHead(bytes);
    for (const char* mark : {"<BIR>", "<BIR ", ":BIR>", ":BIR ", "iso-iec/19785"})
        if (head.find(mark) != head.npos) return true;
    return false;
}

}  // namespace cotejo::exchange
