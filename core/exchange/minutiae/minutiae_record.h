#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/exchange/fact.h"
#include "core/record/sample.h"

namespace cotejo::exchange {

enum class MinutiaType { Other, Ending, Bifurcation };

/// One minutia of a foreign template, in its image's pixels.
struct Minutia {
    double x = 0;      ///< from the left edge
    double y = 0;      ///< from the top edge
    double angle = 0;  ///< degrees in [0, 360), counter-clockwise from the positive x axis, along the ridge
                       ///< as its standard says
    MinutiaType type = MinutiaType::Other;
    std::optional<int> quality;  ///< 0 to 100; nothing where the format says "not reported"
    bool operator==(const Minutia&) const = default;
};

/// One finger view of a foreign template, whatever its format.
struct MinutiaeRecord {
    std::string format;  ///< "ISO/IEC 19794-2:2005", "ANSI/NIST-ITL Type-9 EFS"...
    int width = 0;       ///< pixels; 0 when the format does not say
    int height = 0;
    double xPpcm = 0;  ///< pixels per centimetre; 0 when unknown
    double yPpcm = 0;
    bool yUpward =
        false;  ///< y counts from the bottom edge: the format says so and the image's height is not known
    record::FingerPosition position = record::FingerPosition::Unknown;
    int positionCode = 0;  ///< as written; above 10 for palms and slaps
    int view = 0;
    int impression = 0;          ///< code of the format's impression table
    std::optional<int> quality;  ///< of the finger view, 0 to 100
    std::string captured;        ///< "YYYY-MM-DD"; empty when the format does not say (19794-2:2011 alone does)
    std::string device;          ///< capture device as written; empty when not told
    std::vector<Minutia> minutiae;
    std::string source;               ///< where in the file: "view 1", "Type-9 IDC 02"
    std::vector<ExchangeFact> facts;  ///< Type-9: every field of the record, with its first set of minutiae
    record::Ppi ppi() const {
        if (xPpcm <= 0) return {};
        return {xPpcm * 2.54, record::PpiSource::Header};
    }
};

}  // namespace cotejo::exchange

template <>
inline constexpr auto cotejo::record::codes<cotejo::exchange::MinutiaType> =
    std::to_array<cotejo::record::Code<cotejo::exchange::MinutiaType>>(
        {{cotejo::exchange::MinutiaType::Other, "other"},
         {cotejo::exchange::MinutiaType::Ending, "ending"},
         {cotejo::exchange::MinutiaType::Bifurcation, "bifurcation"}});
