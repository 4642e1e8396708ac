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
    // Index, XXXXYYYYTTT, quality, type, ridge counts.
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

template <class Parse>
void fill(MinutiaeRecord& target, const NistField& field, Parse parse) {
    for (const auto& items : field.subfields())
        if (const auto minutia = parse(items); minutia && target.minutiae.size() < kMaxMinutiae)
            target.minutiae.push_back(*minutia);
}

// Height of the image with the same IDC in units of 10 micrometres, which turns the standard's upward y
// round.
std::optional<double> heightInUnits(const NistFile& file, const NistRecord& record) {
    for (const NistRecord& each : file.records) {
        if (each.type != 4 || each.idc() != record.idc() || !each.binary) continue;
        const NistField* scale = file.header().field(each.binary->scanResolution == 1 ? 11 : 12);
        const auto whole = scale != nullptr && scale->text().size() == 5
                               ? wholeNumber(scale->text().substr(0, 2))
                               : std::nullopt;
        const auto part = whole ? wholeNumber(scale->text().substr(3, 2)) : std::nullopt;
        if (whole && part && *whole > 0) return each.binary->height / (*whole + *part / 100.0) * 100;
    }
    return std::nullopt;
}

}  // namespace

std::vector<MinutiaeRecord> minutiaeOf(const NistFile& file, const NistRecord& record) {
    std::vector<MinutiaeRecord> result;
    if (const NistField* list = record.field(12)) {
        MinutiaeRecord legacy = begin(record, "ANSI/NIST-ITL Type-9", first(record, 6));
        legacy.xPpcm = legacy.yPpcm = kTenMicrometres;
        fill(legacy, *list, legacyMinutia);
        const auto height = heightInUnits(file, record);
        legacy.yUpward = !height;
        if (height)
            for (Minutia& minutia : legacy.minutiae)
                minutia.y = *height - minutia.y;
        result.push_back(std::move(legacy));
    }
    if (const NistField* list = record.field(137)) {
        MinutiaeRecord incits = begin(record, "ANSI/NIST-ITL Type-9 INCITS 378", first(record, 134));
        incits.width = first(record, 128);
        incits.height = first(record, 129);
        const double unit = first(record, 130) == 1 ? 1 / 2.54 : 1;
        incits.xPpcm = first(record, 131) * unit;
        incits.yPpcm = first(record, 132) * unit;
        fill(incits, *list, incitsMinutia);
        result.push_back(std::move(incits));
    }
    // An EFS record may describe a print by other features than minutiae; its fields are shown all the same.
    if (const NistField* list = record.field(331); list != nullptr || result.empty()) {
        const bool extended = std::any_of(record.fields.begin(), record.fields.end(),
                                          [](const NistField& field) { return field.number >= 300; });
        MinutiaeRecord efs = begin(record, extended ? "ANSI/NIST-ITL Type-9 EFS" : "ANSI/NIST-ITL Type-9",
                                   first(record, 302));
        efs.xPpcm = efs.yPpcm = kTenMicrometres;
        if (list != nullptr) fill(efs, *list, efsMinutia);
        result.push_back(std::move(efs));
    }
    return result;
}

}  // namespace cotejo::exchange
