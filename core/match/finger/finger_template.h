#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace cotejo::match {

enum class MinutiaType : std::uint8_t { Other = 0, Ending = 1, Bifurcation = 2 };

/// A minutia in pixels of 500 ppi, x right, y down, origin at the image's upper left corner. `direction` is
/// in radians [0, 2 pi), counter-clockwise from +x as ISO/IEC 19794-2 has it: along the ridge of an ending,
/// along the valley between the branches of a bifurcation, away from the minutia. `quality` is 0-100.
struct Minutia {
    float x = 0;
    float y = 0;
    float direction = 0;
    MinutiaType type = MinutiaType::Other;
    std::uint8_t quality = 0;
    bool border = false;  ///< so near to the edge of the print that it may be the edge
    bool operator==(const Minutia&) const = default;
};

/// A core (loop centre) or delta (meeting of three flows), in pixels of 500 ppi. `direction` as for minutiae.
struct Singularity {
    enum class Kind : std::uint8_t { Core = 0, Delta = 1 };
    Kind kind = Kind::Core;
    float x = 0;
    float y = 0;
    float direction = 0;
    bool operator==(const Singularity&) const = default;
};

/// Ridge direction on a square grid: cell (i, j) is the middle of pixels [i*kCell, (i+1)*kCell). `angle`
/// steps are pi / 255, counter-clockwise from +x; kNone where there is no ridge pattern.
struct DirectionField {
    static constexpr int kCell = 8;
    static constexpr std::uint8_t kNone = 255;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> angle;
    bool operator==(const DirectionField&) const = default;
};

/// The enhanced ridge pattern, one sample every kStep pixels: -3 and -1 ridge, 1 and 3 valley, 0 unknown.
struct RidgeMap {
    static constexpr int kStep = 2;
    int width = 0;
    int height = 0;
    std::vector<std::int8_t> value;
    bool operator==(const RidgeMap&) const = default;
};

/// What is kept of a print and compared. Templates made from minutiae alone (another vendor's) have an empty
/// field and map. A value: any thread.
struct FingerTemplate {
    static constexpr std::size_t kMaxMinutiae = 250;
    static constexpr int kMaxSide = 2048;  ///< pixels of 500 ppi

    int width = 0;  ///< pixels of 500 ppi
    int height = 0;
    std::uint8_t quality = 0;  ///< 0-100, "Cotejo finger quality"; 0 also where unknown
    std::vector<Minutia> minutiae;
    std::vector<Singularity> singularities;
    DirectionField field;
    RidgeMap ridges;

    bool hasRidges() const { return !ridges.value.empty(); }
    bool operator==(const FingerTemplate&) const = default;
};

/// Compact, versioned, checksummed bytes ("CTJF") that name the engine. decodeFinger(encodeFinger(t)) == t for
/// every template of ours.
Bytes encodeFinger(const FingerTemplate& finger);
/// Reads bytes from anywhere. Errors: E_FINGER_TEMPLATE_VERSION (another format, or another engine's: their scores
/// would not compare), E_FINGER_TEMPLATE_DAMAGED.
Result<FingerTemplate> decodeFinger(ByteView bytes);

/// A template from minutiae of another extractor, such as ISO/IEC 19794-2 records. `ppi` is the resolution of
/// their coordinates, `width` and `height` are in the same pixels. Values are rounded as in our own
/// templates. Errors: E_FINGER_PPI_UNSUPPORTED, E_FINGER_TOO_LARGE, E_INVALID_ARGUMENT (a minutia outside the
/// image or not a number).
Result<FingerTemplate> templateFromMinutiae(const std::vector<Minutia>& minutiae, int width, int height,
                                            double ppi);

/// Rounds positions to 1/8 pixel and directions to 1/1024 turn, the precision that templates keep.
Minutia rounded(Minutia minutia);
/// Brings a ridge map to the precision that the encoding keeps.
void settleRidges(RidgeMap& map);

}  // namespace cotejo::match
