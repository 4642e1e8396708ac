#include <algorithm>
#include <cmath>

#include "core/exchange/nist/nist_detail.h"
#include "core/exchange/nist/nist_extract.h"

namespace cotejo::exchange {

namespace {

using namespace nist;

constexpr double kTenMicrometres = 1000;  // units per centimetre
constexpr std::size_t kMaxMinutiae = 10'000;

record::FingerPosition singleFinger(int code) {
    return code >= 1 && code <= 10 ? static_cast<record::FingerPosition>(code)
                                   : record::FingerPosition::Unknown;
}

int first(const NistRecord& record, int field) {
    const NistField* found = record.field(field);
    return found == nullptr ? 0 : wholeNumber(found->subfields().front().front()).value_or(0);
}

MinutiaeRecord begin(const NistRecord& record, const char* format, int position) {
    MinutiaeRecord result;
    result.format = format;
    result.source = record.name();
    result.positionCode = position;
    result.position = singleFinger(position);
    result.impression = record.number(3).value_or(0);
    return result;
}

std::optional<Minutia> legacyMinutia(const std::vector<std::string_view>& items) {
    // Index, XXXXYYYYTTT, quality, type (A ending, B bifurcation, C compound, D or U undetermined), ridge counts.
    if (items.size() < 2 || items[1].size() < 11) return std::nullopt;
    const auto x = wholeNumber(items[1].substr(0, 4)), y = wholeNumber(items[1].substr(4, 4)),
               angle = wholeNumber(items[1].substr(8, 3));
    if (!x || !y || !angle || *angle >= 360) return std::nullopt;
    Minutia minutia{static_cast<double>(*x), static_cast<double>(*y), static_cast<double>(*angle),
                    MinutiaType::Other, std::nullopt};
    if (items.size() > 3)
        minutia.type = items[3] == "A"   ? MinutiaType::Ending
                       : items[3] == "B" ? MinutiaType::Bifurcation
                                         : MinutiaType::Other;
    return minutia;
}

std::optional<Minutia> incitsMinutia(const std::vector<std::string_view>& items) {
    // Index, x, y, angle in steps of two degrees, type, quality.
    if (items.size() < 5) return std::nullopt;
    const auto x = wholeNumber(items[1]), y = wholeNumber(items[2]), angle = wholeNumber(items[3]),
               type = wholeNumber(items[4]);
    if (!x || !y || !angle || *angle > 179) return std::nullopt;
    Minutia minutia{static_cast<double>(*x), static_cast<double>(*y), *angle * 2.0, MinutiaType::Other,
                    std::nullopt};
    minutia.type = type == 1   ? MinutiaType::Ending
                   : type == 2 ? MinutiaType::Bifurcation
                               : MinutiaType::Other;
    const auto quality = items.size() > 5 ? wholeNumber(items[5]) : std::nullopt;
    if (quality && *quality >= 1 && *quality <= 100) minutia.quality = quality;
    return minutia;
}

std::optional<Minutia> efsMinutia(const std::vector<std::string_view>& items) {
    // x, y, direction in degrees, type.
    if (items.size() < 3) return std::nullopt;
    const auto x = wholeNumber(items[0]), y = wholeNumber(items[1]), angle = wholeNumber(items[2]);
    if (!x || !y || !angle || *angle > 360) return std::nullopt;
    Minutia minutia{static_cast<double>(*x), static_cast<double>(*y), std::fmod(*angle, 360.0),
                    MinutiaType::Other, std::nullopt};
    if (items.size() > 3)
        minutia.type = items[3] == "E"   ? MinutiaType::Ending
                       : items[3] == "B" ? MinutiaType::Bifurcation
                                         : MinutiaType::Other;
    return minutia;
}

/// Reads the blocks of one record one after the other.
class Type9Reader {
  public:
    Type9Reader(const NistFile& file, const NistRecord& record, ValidationReport& report)
        : m_file(file), m_record(record), m_report(report) {}
    std::vector<MinutiaeRecord> read();

  private:
    /// `countField` counts the minutiae; 0 where none does, or the validation compares it.
    template <class Parse>
    void fill(MinutiaeRecord& target, const NistField& field, int countField, Parse parse);
    void turnRound(MinutiaeRecord& target);
    std::optional<double> heightInUnits() const;
    void legacy(const NistField& list);
    void iafis(const NistField& list);
    void incits(const NistField& list);
    void extended();
    void unread();
    void add(Severity severity, int field, const char* rule, std::string detail) {
        m_report.add({severity, m_record.name(), fieldName(9, field), rule, std::move(detail), {}});
    }

    const NistFile& m_file;
    const NistRecord& m_record;
    ValidationReport& m_report;
    std::vector<MinutiaeRecord> m_sets;
};

template <class Parse>
void Type9Reader::fill(MinutiaeRecord& target, const NistField& field, int countField, Parse parse) {
    std::size_t stated = 0;
    for (const auto& items : field.subfields()) {
        stated += items.size() > 1 || !items.front().empty();
        if (const auto minutia = parse(items); minutia && target.minutiae.size() < kMaxMinutiae) target.minutiae.push_back(*minutia);
    }
    if (target.minutiae.size() != stated)
        add(Severity::Warning, field.number, "nist.minutia",
            std::to_string(target.minutiae.size()) + " of " + std::to_string(stated) + " minutiae are read; the others are not as the block defines them.");
    const auto count = countField == 0 ? std::nullopt : m_record.number(countField);
    if (count && static_cast<std::size_t>(*count) != stated)
        add(Severity::Warning, countField, "nist.count",
            "It counts " + std::to_string(*count) + " minutiae; " + fieldName(9, field.number) + " has " + std::to_string(stated) + ".");
}

// Height of the image with the same IDC in units of 10 micrometres.
std::optional<double> Type9Reader::heightInUnits() const {
    for (const NistRecord& each : m_file.records) {
        if (each.idc() != m_record.idc()) continue;
        if (each.type == 4 && each.binary) {
            const NistField* scale = m_file.header().field(each.binary->scanResolution == 1 ? 11 : 12);
            const auto whole = scale != nullptr && scale->text().size() == 5 ? wholeNumber(scale->text().substr(0, 2)) : std::nullopt;
            const auto part = whole ? wholeNumber(scale->text().substr(3, 2)) : std::nullopt;
            if (whole && part && *whole > 0) return each.binary->height / (*whole + *part / 100.0) * 100;
        }
        if (each.type >= 13 && each.type <= 15) {
            const int height = each.number(7).value_or(0), unit = each.number(8).value_or(0), scale = each.number(10).value_or(0);
            if (height > 0 && scale > 0 && (unit == 1 || unit == 2)) return height / (unit == 1 ? scale / 2.54 : scale) * kTenMicrometres;
        }
    }
    return std::nullopt;
}

// The standard's upward y is turned round by the image's height, where there is one that holds the minutiae.
void Type9Reader::turnRound(MinutiaeRecord& target) {
    const auto height = heightInUnits();
    const bool inside = height && std::all_of(target.minutiae.begin(), target.minutiae.end(), [&](const Minutia& m) { return m.y <= *height; });
    target.yUpward = !inside;
    if (inside)
        for (Minutia& minutia : target.minutiae)
            minutia.y = *height - minutia.y;
    else if (height)
        add(Severity::Warning, 2, "nist.outside",
            "Minutiae lie above the image of the same IDC, which is " + std::to_string(std::lround(*height)) +
                " units of 0.01 mm high. Their y is left as it is written, from the bottom edge.");
}

void Type9Reader::legacy(const NistField& list) {
    MinutiaeRecord set = begin(m_record, "ANSI/NIST-ITL Type-9", first(m_record, 6));
    set.xPpcm = set.yPpcm = kTenMicrometres;
    fill(set, list, 0, legacyMinutia);
    turnRound(set);
    m_sets.push_back(std::move(set));
}

// Fields 9.013 to 9.030 of the FBI's specification (EBTS); minutiae as in 9.012, with ridge counts behind them.
void Type9Reader::iafis(const NistField& list) {
    MinutiaeRecord set = begin(m_record, "ANSI/NIST-ITL Type-9 I-AFIS", first(m_record, 14));
    set.xPpcm = set.yPpcm = kTenMicrometres;
    fill(set, list, 15, legacyMinutia);
    turnRound(set);
    m_sets.push_back(std::move(set));
}

void Type9Reader::incits(const NistField& list) {
    MinutiaeRecord set = begin(m_record, "ANSI/NIST-ITL Type-9 INCITS 378", first(m_record, 134));
    set.width = first(m_record, 128);
    set.height = first(m_record, 129);
    const double unit = first(m_record, 130) == 1 ? 1 / 2.54 : 1;
    set.xPpcm = first(m_record, 131) * unit;
    set.yPpcm = first(m_record, 132) * unit;
    fill(set, list, 136, incitsMinutia);
    const auto quality = m_record.field(135) == nullptr ? std::nullopt : wholeNumber(m_record.field(135)->subfields().front().front());
    if (quality && *quality <= 100) set.quality = quality;
    m_sets.push_back(std::move(set));
}

// A record of the Extended Feature Set may describe a print by other features than minutiae; its fields are shown all the same.
void Type9Reader::extended() {
    const NistField* list = m_record.field(331);
    if (list == nullptr && !m_sets.empty()) return;
    const bool efs = std::any_of(m_record.fields.begin(), m_record.fields.end(), [](const NistField& field) { return field.number >= 300 && field.number < 400; });
    MinutiaeRecord set = begin(m_record, efs ? "ANSI/NIST-ITL Type-9 EFS" : "ANSI/NIST-ITL Type-9", first(m_record, 302));
    set.xPpcm = set.yPpcm = kTenMicrometres;
    if (list != nullptr) fill(set, *list, 0, efsMinutia);
    m_sets.push_back(std::move(set));
}

// The blocks that ANSI/NIST-ITL 1-2011 reserves for one vendor each (table of Type-9 field numbers).
struct VendorBlock {
    int from;
    int to;
    const char* owner;
};
constexpr VendorBlock kVendorBlocks[] = {{31, 55, "Cogent"},           {56, 70, "Motorola"}, {71, 99, "Sagem Morpho"},
                                         {100, 125, "NEC"},            {151, 175, "Identix"}, {176, 225, "another system"},
                                         {226, 299, "another system"}, {400, 900, "another system"}};

void Type9Reader::unread() {
    const auto size = [&](int from, int to) {
        std::size_t bytes = 0;
        for (const NistField& field : m_record.fields)
            if (field.number >= from && field.number <= to) bytes += field.value.size();
        return bytes;
    };
    for (const VendorBlock& block : kVendorBlocks)
        if (const std::size_t bytes = size(block.from, block.to); bytes > 0)
            add(Severity::Warning, block.from, "nist.unread",
                "The features of " + std::string(block.owner) + " (" + fieldName(9, block.from) + " to " + fieldName(9, block.to) + ", " +
                    std::to_string(bytes) + " bytes) are not decoded; they are kept. Ask the sender for the block of INCITS 378 (9.126 to 9.150).");
    if (m_record.field(23) == nullptr)
        if (const std::size_t bytes = size(13, 30); bytes > 0)
            add(Severity::Warning, 23, "nist.unread",
                "The block of I-AFIS (9.013 to 9.030, " + std::to_string(bytes) + " bytes) has no list of minutiae; it is kept as it is.");
    if (m_record.field(137) == nullptr)
        if (const std::size_t bytes = size(126, 150); bytes > 0)
            add(Severity::Warning, 137, "nist.unread",
                "The block of INCITS 378 (9.126 to 9.150, " + std::to_string(bytes) + " bytes) has no list of minutiae; it is kept as it is.");
    if (const NistField* data = m_record.field(kDataField); data != nullptr)
        add(Severity::Warning, kDataField, "nist.unread",
            std::to_string(data->value.size()) + " bytes of data stand in a field that the standard does not give to Type-9; they are kept, not decoded.");
}

std::vector<MinutiaeRecord> Type9Reader::read() {
    if (const NistField* list = m_record.field(12)) legacy(*list);
    if (const NistField* list = m_record.field(23)) iafis(*list);
    if (const NistField* list = m_record.field(137)) incits(*list);
    extended();
    unread();
    return std::move(m_sets);
}

}  // namespace

std::vector<MinutiaeRecord> minutiaeOf(const NistFile& file, const NistRecord& record, ValidationReport& report) {
    return Type9Reader(file, record, report).read();
}

}  // namespace cotejo::exchange
