#include "core/exchange/nist/nist_extract.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/exchange/country_codes.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/nist/nist_detail.h"
#include "core/exchange/sample_codes.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using namespace nist;

constexpr std::size_t kMaxFact = 2000;

record::FingerPosition fingerOf(int code) {
    if (code >= 1 && code <= 10) return static_cast<record::FingerPosition>(code);
    if (code == 11) return record::FingerPosition::RightThumb;
    if (code == 12) return record::FingerPosition::LeftThumb;
    return record::FingerPosition::Unknown;
}

ImageSubject subjectOfFinger(int code) {
    if (code >= 13 && code <= 15) return ImageSubject::FingerGroup;
    if (code >= 40 && code <= 54) return ImageSubject::FingerGroup;
    return code >= 20 && code <= 38 ? ImageSubject::Palm : ImageSubject::Finger;
}

// "19840403" -> "1984-04-03"; parts that are "00" stay so, a date of zeros alone is none.
std::string isoDate(std::string_view text) {
    if (text.size() < 8 || wholeNumber(text.substr(0, 8)).value_or(0) == 0) return {};
    return std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
           std::string(text.substr(6, 2));
}

std::string shown(const NistField& field) {
    std::string result;
    for (const char c : field.text().substr(0, kMaxFact)) {
        if (c == kRs)
            result += " / ";
        else if (c == kUs)
            result += ", ";
        else
            result += c;
    }
    return toUtf8(result);
}

// Types 10 and up carry numbers in a unit; 0.5 % covers the rounding of 19.69 pixels a millimetre and 197 a
// centimetre.
record::Ppi ppiFrom(double horizontal, double vertical, double perInch) {
    if (!(horizontal > 0) || !(vertical > 0) ||
        std::abs(horizontal - vertical) > 0.01 * std::max(horizontal, vertical))
        return {};
    const double ppi = horizontal * perInch;
    if (ppi < 10 || ppi > 20'000) return {};
    const double hundred = std::round(ppi / 100) * 100;
    const bool metric = perInch != 1;
    return {metric && hundred > 0 && std::abs(ppi - hundred) < 0.0012 * hundred ? hundred : ppi,
            record::PpiSource::Header};
}

double decimal(std::string_view text) {
    const auto point = text.find('.');
    const auto whole = wholeNumber(text.substr(0, point));
    if (!whole) return 0;
    double value = *whole;
    if (point != text.npos)
        if (const auto part = wholeNumber(text.substr(point + 1)))
            value += *part / std::pow(10.0, static_cast<double>(text.size() - point - 1));
    return value;
}

class Extractor {
  public:
    Extractor(const NistFile& file, const NistProfile& profile) : m_file(file), m_profile(profile) {}
    ExchangeDocument run();

  private:
    void person(const NistRecord& record);
    void missing(const NistRecord& record, const NistField& field);
    void binaryImage(const NistRecord& record);
    void taggedImage(const NistRecord& record);
    void minutiae(const NistRecord& record);
    void agreement();
    void setBytes(ExchangeImage& image, const NistRecord& record, ByteView bytes, std::string_view coding,
                  int bits);
    void stateFinger(ExchangeImage& image, const NistRecord& record, int impression);
    void qualities(ExchangeImage& image, const NistRecord& record);
    record::CaptureDevice deviceOf(const NistRecord& record) const;
    std::vector<ExchangeFact> factsOf(const NistRecord& record) const;
    record::Ppi headerPpi(int field) const {
        const double perMillimetre = decimal(m_file.header().text(field));
        return ppiFrom(perMillimetre, perMillimetre, 25.4);
    }

    const NistFile& m_file;
    const NistProfile& m_profile;
    ExchangeDocument m_document;
};

std::vector<ExchangeFact> Extractor::factsOf(const NistRecord& record) const {
    std::vector<ExchangeFact> facts;
    for (const NistField& field : record.fields) {
        if (field.number <= 1 || (field.number == kDataField && hasDataField(record.type)) ||
            facts.size() >= 500)
            continue;
        ExchangeFact fact{fieldName(record.type, field.number), "", shown(field)};
        const auto known = m_profile.fields.find(field.number);
        if (record.type == 2 && known != m_profile.fields.end()) fact.label = known->second.label;
        facts.push_back(std::move(fact));
    }
    return facts;
}

void Extractor::missing(const NistRecord& record, const NistField& field) {
    for (const auto& items : field.subfields()) {
        if (items.size() < 2) continue;
        const auto code = wholeNumber(items[0]);
        ExchangeImage image;
        image.subject = ImageSubject::Finger;
        image.positionCode = code.value_or(0);
        image.position = fingerOf(image.positionCode);
        // XX is an amputation; UP says only that no print could be taken.
        image.missing =
            items[1] == "XX" ? record::MissingReason::Amputated : record::MissingReason::NotCaptured;
        image.source = record.name();
        if (code && m_document.images.size() < kMaxNistRecords) m_document.images.push_back(std::move(image));
    }
}

void Extractor::person(const NistRecord& record) {
    ExchangePerson person;
    person.source = record.name();
    person.facts = factsOf(record);
    for (const NistField& field : record.fields) {
        const auto known = m_profile.fields.find(field.number);
        const std::string meaning = known == m_profile.fields.end() ? "" : known->second.meaning;
        const std::string value = toUtf8(field.text().substr(0, kMaxFact));
        if (meaning == "name") {
            const auto comma = value.find(',');
            person.traveler.familyName = value.substr(0, comma);
            if (comma != value.npos)
                person.traveler.givenNames =
                    value.substr(value.find_first_not_of(' ', comma + 1) == value.npos
                                     ? comma + 1
                                     : value.find_first_not_of(' ', comma + 1));
        } else if (meaning == "alias") {
            for (const auto& items : field.subfields())
                person.aliases.push_back(toUtf8(items.front()));
        } else if (meaning == "birthDate") {
            person.traveler.birthDate = isoDate(value);
        } else if (meaning == "sex") {
            person.traveler.sex = value == "F"   ? record::Sex::Female
                                  : value == "M" ? record::Sex::Male
                                                 : record::Sex::Unspecified;
        } else if (meaning == "nationality") {
            // Older dictionaries use two-letter codes of their own, which are not the traveler's; they stay a
            // fact.
            if (value.size() == 3 && isCountryCode(value)) person.traveler.nationality = value;
        } else if (meaning == "missingFingers") {
            missing(record, field);
        }
    }
    m_document.persons.push_back(std::move(person));
}

void Extractor::setBytes(ExchangeImage& image, const NistRecord& record, ByteView bytes,
                         std::string_view coding, int bits) {
    image.bytes.assign(bytes.begin(), bytes.end());
    const auto probe = probeImage(bytes);
    if (probe) {
        image.mime = probe->mime;
        if (probe->lossless) image.undecoded = "jpeg_lossless";
    } else if (auto wrapped = wrapRawGray(bytes, image.width, image.height, bits, image.ppi.value);
               coding == "NONE" && wrapped) {
        image.bytes = std::move(*wrapped);
        image.mime = "image/bmp";
    } else {
        image.mime = "application/octet-stream";
        image.undecoded = "unknown_coding";
    }
    if (!record.complete) image.undecoded = "cut";
}

// How and of which hand a print was taken; `impression` is the code, from field 003.
void Extractor::stateFinger(ExchangeImage& image, const NistRecord& record, int impression) {
    image.impression = {std::string(impressionName(impression)), fieldName(record.type, 3)};
    const std::string from = record.type >= 10 ? fieldName(record.type, 13) : "FGP";
    image.hand = {std::string(handOfPosition(image.positionCode)), from};
    const NistField* written = record.type >= 10 ? record.field(13) : nullptr;
    if (written != nullptr)
        image.positionWritten = {shown(*written), from};
    else if (record.binary && !record.binary->positions.empty())
        image.positionWritten = {std::to_string(image.positionCode), from};
}

// xx.904 is the maker, model and serial number of what took the image, xx.903 a number of the device.
record::CaptureDevice Extractor::deviceOf(const NistRecord& record) const {
    constexpr std::size_t kMost = 64;
    record::CaptureDevice device;
    if (const NistField* field = record.field(904)) {
        const auto subfields = field->subfields();
        const auto item = [&](std::size_t at) {
            if (subfields.empty() || subfields.front().size() <= at || subfields.front()[at].empty()) return StatedValue();
            return StatedValue{toUtf8(subfields.front()[at].substr(0, kMost)), fieldName(record.type, 904)};
        };
        device = {item(0), item(1), item(2)};
    }
    if (const NistField* number = record.field(903); number != nullptr && !device.serial.known() && !number->value.empty())
        device.serial = {shown(*number), fieldName(record.type, 903)};
    return device;
}

// 14.024 and 15.024: position, value, vendor, algorithm; 14.022: position and NFIQ; 10.024: value, vendor, algorithm.
void Extractor::qualities(ExchangeImage& image, const NistRecord& record) {
    const auto add = [&](int number, std::size_t valueAt) {
        const NistField* field = record.field(number);
        if (field == nullptr) return;
        for (const auto& items : field->subfields()) {
            const auto value = items.size() > valueAt ? wholeNumber(items[valueAt]) : std::nullopt;
            if (!value || *value > 100) continue;  // 254 and 255 say that there is none
            record::Quality quality{*value, "", "", fieldName(record.type, number)};
            if (number == 22)
                quality.algorithm = "NFIQ";
            else if (items.size() > valueAt + 2)
                quality.algorithm = "vendor " + toUtf8(items[valueAt + 1].substr(0, 16)) + " algorithm " + toUtf8(items[valueAt + 2].substr(0, 16));
            if (image.qualities.size() < 32) image.qualities.push_back(std::move(quality));
        }
    };
    if (record.type == 14) add(22, 1);
    if (record.type == 10 || record.type == 17) add(24, 0);
    if (record.type >= 13 && record.type <= 15) add(24, 1);
}

void Extractor::binaryImage(const NistRecord& record) {
    if (!record.binary || record.image.empty()) return;
    const NistBinaryHeader& binary = *record.binary;
    ExchangeImage image;
    image.source = record.name();
    image.width = binary.width;
    image.height = binary.height;
    image.positionCode = binary.positions.empty() ? 0 : binary.positions.front();
    if (record.type == 8) {
        image.subject = ImageSubject::Signature;
    } else if (record.type == 7) {
        image.subject = ImageSubject::Unknown;
    } else {
        image.subject = subjectOfFinger(image.positionCode);
        if (binary.positions.size() <= 1) image.position = fingerOf(image.positionCode);
    }
    if (record.type < 7) stateFinger(image, record, binary.impression);
    image.ppi = headerPpi(binary.scanResolution == 1 ? 11 : 12);
    const bool bilevel = record.type == 5 || record.type == 6 || record.type == 8;
    setBytes(image, record, record.image, binary.compression == 0 ? "NONE" : "", bilevel ? 1 : 8);
    m_document.images.push_back(std::move(image));
}

void Extractor::taggedImage(const NistRecord& record) {
    if (record.type == 14)
        if (const NistField* amputated = record.field(18)) missing(record, *amputated);
    const NistField* data = record.field(kDataField);
    if (data == nullptr || data->value.empty()) return;
    ExchangeImage image;
    image.source = record.name();
    image.facts = factsOf(record);
    image.width = record.number(6).value_or(0);
    image.height = record.number(7).value_or(0);
    image.captured = isoDate(record.text(5));
    if (!image.captured.empty()) image.capturedFrom = fieldName(record.type, 5);
    image.device = deviceOf(record);
    const int unit = record.number(8).value_or(0);
    if (unit == 1 || unit == 2)
        image.ppi =
            ppiFrom(record.number(9).value_or(0), record.number(10).value_or(0), unit == 1 ? 1 : 2.54);
    if (record.type >= 13 && record.type <= 15 && record.field(13) != nullptr)
        image.positionCode = wholeNumber(record.field(13)->subfields().front().front()).value_or(0);
    switch (record.type) {
        case 10:
            image.subject = record.text(3).starts_with("FACE") ? ImageSubject::Face : ImageSubject::Unknown;
            break;
        case 13:
            image.subject = ImageSubject::Latent;
            break;
        case 14:
            image.subject = subjectOfFinger(image.positionCode);
            image.position = fingerOf(image.positionCode);
            break;
        case 15:
            image.subject = ImageSubject::Palm;
            break;
        case 17:
            image.subject = ImageSubject::Iris;
            break;
        default:
            break;
    }
    if (record.type >= 13 && record.type <= 15) stateFinger(image, record, record.number(3).value_or(-1));
    qualities(image, record);
    setBytes(image, record, data->value, record.text(11), 8);
    m_document.images.push_back(std::move(image));
}

void Extractor::minutiae(const NistRecord& record) {
    auto sets = minutiaeOf(m_file, record, m_document.report);
    sets.front().facts = factsOf(record);
    for (auto& set : sets)
        m_document.minutiae.push_back(std::move(set));
}

// What the profile asks for beyond the standard.
void Extractor::agreement() {
    const auto& allowed = m_profile.transactions;
    const std::string transaction = toUtf8(m_file.header().text(4).substr(0, 32));
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), transaction) == allowed.end())
        m_document.report.add({Severity::Warning, m_file.header().name(), fieldName(1, 4), "nist.profile_transaction",
                               "The profile " + m_profile.id + " does not have the transaction \"" + transaction + "\".", {}});
    for (const NistRecord& record : m_file.records)
        for (const int field : m_profile.mandatory)
            if (record.type == 2 && record.text(field).empty())
                m_document.report.add({Severity::Warning, record.name(), fieldName(2, field), "nist.profile_mandatory",
                                       "The profile " + m_profile.id + " asks for this field; it is missing or empty.", {}});
}

ExchangeDocument Extractor::run() {
    m_document.format = ExchangeFormat::NistItl;
    m_document.formatName = "ANSI/NIST-ITL " + toUtf8(std::string_view(m_file.version()).substr(0, 8));
    m_document.facts = factsOf(m_file.header());
    for (const NistRecord& record : m_file.records) {
        if (record.type == 2) person(record);
        if (isBinaryType(record.type)) binaryImage(record);
        if (record.type == 10 || (record.type >= 13 && record.type <= 17)) taggedImage(record);
        if (record.type == 9) minutiae(record);
        if (record.type == 98 || record.type == 99 || (record.type >= 18 && record.type <= 22))
            for (auto& fact : factsOf(record))
                m_document.facts.push_back(std::move(fact));
    }
    ValidationReport unread = std::exchange(m_document.report, m_file.report);
    m_document.report.append(validateNistItl(m_file));
    m_document.report.append(std::move(unread));
    agreement();
    return std::move(m_document);
}

}  // namespace

ExchangeDocument documentOf(const NistFile& file, const NistProfile& profile) {
    return Extractor(file, profile).run();
}

}  // namespace cotejo::exchange
