#include "core/exchange/nist/nist_compose.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/errors.h"
#include "core/exchange/errors.h"
#include "core/exchange/images/image_probe.h"
#include "core/exchange/nist/nist_detail.h"
#include "core/exchange/sample_codes.h"

namespace cotejo::exchange {

namespace {

using namespace nist;

constexpr int kMostRecords = 99;         // an IDC has two digits
constexpr std::size_t kMostMinutiae = 255;
constexpr auto kUnknownImpression = "29";
constexpr auto kUnknownDate = "00000000";

std::string items(std::initializer_list<std::string> values) {
    std::string text;
    const char* separator = "";
    for (const std::string& value : values) {
        text += separator + value;
        separator = "\x1f";
    }
    return text;
}

// Separators inside a text would end its field.
bool isPlain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= kFs && c <= kUs; });
}

// "1984-04-03" -> "19840403".
std::string compactDate(std::string_view iso) {
    std::string text(iso);
    std::erase(text, '-');
    return text.size() == 8 && wholeNumber(text) ? text : kUnknownDate;
}

std::string impressionCode(const ExchangeImage& image) {
    for (int code = 0; code < 29; ++code)
        if (!image.impression.value.empty() && impressionName(code) == image.impression.value) return std::to_string(code);
    return kUnknownImpression;
}

class Composer {
  public:
    Composer(const ExchangeDocument& document, std::size_t person, const NistHeading& heading, std::vector<std::string>& left,
             const NistProfile& profile)
        : m_document(document), m_person(person), m_heading(heading), m_left(left), m_profile(profile) {}
    Result<NistFile> compose();

  private:
    Status checkHeading() const;
    NistRecord& add(int type) { return addNistRecord(m_file, type, static_cast<int>(m_file.records.size()) - 1); }
    void person(const ExchangePerson& person);
    void put(NistRecord& record, std::string_view meaning, const std::string& value, const std::string& source);
    /// The value may have subfields.
    void putPlain(NistRecord& record, std::string_view meaning, const std::string& value, const std::string& source);
    void image(const ExchangeImage& image);
    void device(NistRecord& record, const ExchangeImage& image);
    void qualities(NistRecord& record, const ExchangeImage& image);
    void missing(const ExchangeImage& image);
    void minutiae(const MinutiaeRecord& view);
    void leave(const std::string& source, const std::string& what) { m_left.push_back(source + ": " + what); }

    const ExchangeDocument& m_document;
    std::size_t m_person;
    const NistHeading& m_heading;
    std::vector<std::string>& m_left;
    const NistProfile& m_profile;
    NistFile m_file;
};

Status Composer::checkHeading() const {
    const std::pair<const char*, const std::string&> parts[] = {{"type of transaction (1.004)", m_heading.transaction},
                                                                {"destination agency (1.007)", m_heading.destination},
                                                                {"originating agency (1.008)", m_heading.originator},
                                                                {"control number (1.009)", m_heading.controlNumber}};
    for (const auto& [name, value] : parts)
        if (value.empty() || value.size() > 64 || !isPlain(value))
            return fail(base::kInvalidArgument, std::string("The transaction's ") + name +
                                                    " must be stated: 1 to 64 characters without separators.");
    if (m_person >= std::max<std::size_t>(m_document.persons.size(), 1))
        return fail(base::kInvalidArgument, "There is no person " + std::to_string(m_person + 1) + " in it; it has " +
                                                std::to_string(m_document.persons.size()) + ".");
    return {};
}

void Composer::put(NistRecord& record, std::string_view meaning, const std::string& value, const std::string& source) {
    if (isPlain(value)) return putPlain(record, meaning, value, source);
    leave(source, std::string(meaning) + " has separators of fields in it");
}

void Composer::putPlain(NistRecord& record, std::string_view meaning, const std::string& value, const std::string& source) {
    if (value.empty()) return;
    const auto field = std::find_if(m_profile.fields.begin(), m_profile.fields.end(),
                                    [&](const auto& each) { return each.second.meaning == meaning; });
    if (field == m_profile.fields.end())
        return leave(source, std::string(meaning) + " has no place in the profile " + m_profile.id);
    record.set(field->first, value);
}

void Composer::person(const ExchangePerson& person) {
    const record::Traveler& traveler = person.traveler;
    NistRecord& record = add(2);
    std::string name = traveler.familyName;
    if (!traveler.givenNames.empty()) name += ", " + traveler.givenNames;
    put(record, "name", name, person.source);
    std::string aliases;
    for (const std::string& alias : person.aliases)
        if (isPlain(alias))
            aliases += (aliases.empty() ? "" : std::string(1, kRs)) + alias;
        else
            leave(person.source, "an alias with separators");
    putPlain(record, "alias", aliases, person.source);
    if (!traveler.birthDate.empty()) put(record, "birthDate", compactDate(traveler.birthDate), person.source);
    if (traveler.sex != record::Sex::Unspecified) put(record, "sex", std::string(record::codeOf(traveler.sex)), person.source);
    put(record, "nationality", traveler.nationality, person.source);
    for (const record::Document& paper : traveler.documents)
        leave(person.source, "document " + paper.number);
}

void Composer::missing(const ExchangeImage& image) {
    NistRecord& record = add(14);
    const std::string position = std::to_string(static_cast<int>(image.position));
    record.set(4, m_heading.originator);
    record.set(5, compactDate(image.captured));
    record.set(13, position);
    record.set(18, items({position, image.missing == record::MissingReason::Amputated ? "XX" : "UP"}));
}

void Composer::image(const ExchangeImage& image) {
    const bool face = image.subject == ImageSubject::Face;
    const bool finger = image.subject == ImageSubject::Finger || image.subject == ImageSubject::FingerGroup;
    if (!face && !finger) return leave(image.source, "an image of kind " + std::string(record::codeOf(image.subject)));
    if (image.missing != record::MissingReason::None)
        return finger && image.position != record::FingerPosition::Unknown ? missing(image)
                                                                           : leave(image.source, "a missing finger without position");
    const auto probe = probeImage(image.bytes);
    const std::string mime = probe ? probe->mime : image.mime;
    const std::string coding = mime == "image/x-wsq" && finger ? "WSQ20"
                               : mime == "image/jpeg"          ? (probe->lossless ? "JPEGL" : "JPEGB")
                               : mime == "image/jp2"           ? "JP2"
                               : mime == "image/png"           ? "PNG"
                                                               : "";
    const int width = probe && probe->width > 0 ? probe->width : image.width;
    const int height = probe && probe->height > 0 ? probe->height : image.height;
    if (coding.empty() || width <= 0 || height <= 0)
        return leave(image.source, "an image coded as " + (mime.empty() ? "unknown" : mime));
    NistRecord& record = add(face ? 10 : 14);
    const bool known = image.ppi.known();
    const std::string scale = known ? std::to_string(std::lround(image.ppi.value)) : "1";
    record.set(3, face ? "FACE" : impressionCode(image));
    record.set(4, m_heading.originator);
    record.set(5, compactDate(image.captured));
    record.set(6, std::to_string(width));
    record.set(7, std::to_string(height));
    record.set(8, known ? "1" : "0");  // 0: the two numbers that follow are the shape of a pixel
    record.set(9, scale);
    record.set(10, scale);
    record.set(11, coding);
    record.set(12, face ? "UNK" : "8");
    device(record, image);
    qualities(record, image);
    if (finger) record.set(13, std::to_string(image.subject == ImageSubject::Finger ? static_cast<int>(image.position) : image.positionCode));
    record.set(kDataField, ByteView(image.bytes));
}

// xx.904: maker, model and serial number, each of at most 50 characters.
void Composer::device(NistRecord& record, const ExchangeImage& image) {
    if (!image.device.known()) return;
    const auto &make = image.device.make.value, &model = image.device.model.value, &serial = image.device.serial.value;
    for (const auto* each : {&make, &model, &serial})
        if (!isPlain(*each) || each->size() > 50) return leave(image.source, "the capture device");
    record.set(904, items({make, model, serial}));
}

// "0x000d" of an ISO record as the transaction writes it: "000D", or in decimals.
std::string bare(const std::string& number, bool decimal) {
    unsigned value = 0;
    if (!number.starts_with("0x") || number.size() > 6) return number;
    if (std::from_chars(number.data() + 2, number.data() + number.size(), value, 16).ptr != number.data() + number.size()) return number;
    if (decimal) return std::to_string(value);
    std::string text = number.substr(2);
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c; });
    return text;
}

// Only algorithms that have a number of a vendor, and NFIQ, have a place: xx.024 and 14.022.
void Composer::qualities(NistRecord& record, const ExchangeImage& image) {
    const std::string position = std::to_string(image.subject == ImageSubject::Finger ? static_cast<int>(image.position) : image.positionCode);
    std::string numbered;
    for (const record::Quality& each : image.qualities) {
        if (each.algorithm == "NFIQ" && record.type == 14 && each.value >= 1 && each.value <= 5 && record.field(22) == nullptr) {
            record.set(22, items({position, std::to_string(each.value)}));
            continue;
        }
        const auto by = each.algorithm.find(" algorithm ");
        if (!each.algorithm.starts_with("vendor ") || by == each.algorithm.npos || !isPlain(each.algorithm) || each.value < 0 || each.value > 100) {
            leave(image.source, "its quality " + std::to_string(each.value) + " (" + (each.algorithm.empty() ? "algorithm not told" : each.algorithm) +
                                    "), whose algorithm has no number of a vendor");
            continue;
        }
        const std::string value = std::to_string(each.value), vendor = bare(each.algorithm.substr(7, by - 7), false), product = bare(each.algorithm.substr(by + 11), true);
        if (!numbered.empty()) numbered += kRs;
        numbered += record.type == 14 ? items({position, value, vendor, product}) : items({value, vendor, product});
    }
    if (!numbered.empty()) record.set(24, numbered);
}

// The block 9.126 to 9.137, in the order and the units of INCITS 378.
void Composer::minutiae(const MinutiaeRecord& view) {
    if (view.yUpward || view.width <= 0 || view.height <= 0 || view.xPpcm <= 0 || view.yPpcm <= 0)
        return leave(view.source, "minutiae without the size or the resolution of their image");
    if (view.minutiae.empty() || view.minutiae.size() > kMostMinutiae)
        return leave(view.source, std::to_string(view.minutiae.size()) + " minutiae, where 1 to 255 have a place");
    NistRecord& record = add(9);
    record.set(4, "U");
    record.set(126, items({"27", "513"}));
    record.set(128, std::to_string(view.width));
    record.set(129, std::to_string(view.height));
    record.set(130, "2");
    record.set(131, std::to_string(std::lround(view.xPpcm)));
    record.set(132, std::to_string(std::lround(view.yPpcm)));
    record.set(133, std::to_string(std::max(view.view, 0)));
    record.set(134, std::to_string(view.positionCode));
    record.set(136, std::to_string(view.minutiae.size()));
    std::string list;
    for (std::size_t i = 0; i < view.minutiae.size(); ++i) {
        const Minutia& each = view.minutiae[i];
        const std::string type = each.type == MinutiaType::Ending ? "1" : each.type == MinutiaType::Bifurcation ? "2" : "0";
        if (i > 0) list += kRs;
        list += items({std::to_string(i + 1), std::to_string(std::lround(each.x)), std::to_string(std::lround(each.y)),
                       std::to_string(std::lround(each.angle / 2) % 180), type, std::to_string(each.quality.value_or(0))});
    }
    record.set(137, list);
}

Result<NistFile> Composer::compose() {
    COTEJO_TRY(checkHeading());
    m_file = makeNistItl(m_heading.transaction, m_heading.date, m_heading.destination, m_heading.originator, m_heading.controlNumber);
    if (m_person < m_document.persons.size()) person(m_document.persons[m_person]);
    const std::size_t people = m_file.records.size();
    for (const ExchangeImage& each : m_document.images)
        if (each.person == m_person) image(each);
    for (const MinutiaeRecord& view : m_document.minutiae)
        minutiae(view);
    if (m_file.records.size() == people && (people == 1 || m_file.records.back().fields.size() <= 1))
        return fail(kCannotExpress, "There is neither a name nor an image nor a set of minutiae in it that has a place in a transaction.");
    if (m_file.records.size() > kMostRecords)
        return fail(kCannotExpress, "It needs " + std::to_string(m_file.records.size()) + " records; a transaction numbers 99.");
    return std::move(m_file);
}

}  // namespace

Result<NistFile> transactionOf(const ExchangeDocument& document, std::size_t person, const NistHeading& heading,
                               std::vector<std::string>& left, const NistProfile& profile) {
    return Composer(document, person, heading, left, profile).compose();
}

}  // namespace cotejo::exchange
