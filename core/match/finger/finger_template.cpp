#include "core/match/finger/finger_template.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/match/finger/errors.h"
#include "core/match/finger/extract/extract.h"

namespace cotejo::match {
namespace {

constexpr std::string_view kMagic = "CTJF";
constexpr std::uint16_t kVersion = 2;  // 1 did not name its engine
constexpr std::size_t kEngine = 8;     // bytes of the engine's parameter hash: templates of different engines do not compare
constexpr std::size_t kChecksum = 8;
constexpr std::size_t kMaxSingularities = 16;
constexpr float kPositionStep = 8;       // steps per pixel
constexpr float kDirectionSteps = 1024;  // steps per turn
constexpr float kTurn = 2 * std::numbers::pi_v<float>;

std::uint16_t stepsOf(float position) {
    return static_cast<std::uint16_t>(std::lround(position * kPositionStep));
}
std::uint16_t turnOf(float direction) {
    return static_cast<std::uint16_t>(std::lround(direction / kTurn * kDirectionSteps) &
                                      (static_cast<long>(kDirectionSteps) - 1));
}
float positionOf(std::uint16_t steps) {
    return static_cast<float>(steps) / kPositionStep;
}
float directionOf(std::uint16_t steps) {
    return static_cast<float>(steps) / kDirectionSteps * kTurn;
}

// Runs of the same byte as (count, byte); the maps are mostly long runs of "unknown" and short runs of
// pattern.
void writeRuns(ByteWriter& out, const std::vector<std::uint8_t>& values) {
    for (std::size_t at = 0; at < values.size();) {
        std::size_t end = at;
        const bool none = values[at] == DirectionField::kNone;
        while (end < values.size() && end - at < 0x7fff && (values[end] == DirectionField::kNone) == none)
            ++end;
        out.u16(static_cast<std::uint16_t>((none ? 0x8000U : 0U) | (end - at)));
        if (!none) out.raw(ByteView(values).subspan(at, end - at));
        at = end;
    }
}

bool readRuns(ByteReader& in, std::vector<std::uint8_t>& values) {
    for (std::size_t at = 0; at < values.size();) {
        const std::uint16_t head = in.u16();
        const std::size_t count = head & 0x7fffU;
        if (in.failed() || count == 0 || count > values.size() - at) return false;
        if (!(head & 0x8000U)) {
            const ByteView run = in.raw(count);
            if (in.failed() || std::find(run.begin(), run.end(), DirectionField::kNone) != run.end())
                return false;
            std::copy(run.begin(), run.end(), values.begin() + static_cast<std::ptrdiff_t>(at));
        } else {
            std::fill_n(values.begin() + static_cast<std::ptrdiff_t>(at), count, DirectionField::kNone);
        }
        at += count;
    }
    return true;
}

// Four samples a byte; a byte with an unknown sample is unknown as a whole (kNone).
std::vector<std::uint8_t> packRidges(const RidgeMap& map) {
    std::vector<std::uint8_t> packed;
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; x += 4) {
            unsigned byte = 0;
            bool known = true;
            for (int k = 0; k < 4; ++k) {
                const int value =
                    x + k < map.width ? map.value[static_cast<std::size_t>(y * map.width + x + k)] : -3;
                known = known && value != 0;
                byte |= static_cast<unsigned>((value + 3) / 2) << (2 * k);
            }
            // 255 means "unknown" in the runs: four strong valley samples become three strong and one weak.
            packed.push_back(known ? static_cast<std::uint8_t>(byte == 255 ? 191 : byte)
                                   : DirectionField::kNone);
        }
    return packed;
}

void unpackRidges(const std::vector<std::uint8_t>& packed, RidgeMap& map) {
    map.value.assign(static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height), 0);
    std::size_t at = 0;
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; x += 4, ++at) {
            if (packed[at] == DirectionField::kNone) continue;
            for (int k = 0; k < 4 && x + k < map.width; ++k)
                map.value[static_cast<std::size_t>(y * map.width + x + k)] =
                    static_cast<std::int8_t>(static_cast<int>((packed[at] >> (2 * k)) & 3U) * 2 - 3);
        }
}

tl::unexpected<Error> damaged(const char* what) {
    return fail(kFingerTemplateDamaged, std::string("The finger template is damaged (") + what +
                                            "). Extract it again from the image.");
}

}  // namespace

Minutia rounded(Minutia minutia) {
    minutia.x = positionOf(stepsOf(minutia.x));
    minutia.y = positionOf(stepsOf(minutia.y));
    minutia.direction = directionOf(turnOf(minutia.direction));
    return minutia;
}

void settleRidges(RidgeMap& map) {
    if (!map.value.empty()) unpackRidges(packRidges(map), map);
}

Bytes encodeFinger(const FingerTemplate& finger) {
    ByteWriter out;
    out.raw(viewOf(kMagic));
    out.u16(kVersion);
    out.raw(fingerAlgorithm().model.bytes().first(kEngine));
    out.u16(static_cast<std::uint16_t>(finger.width));
    out.u16(static_cast<std::uint16_t>(finger.height));
    out.u8(finger.quality);
    out.u8(finger.hasRidges() ? 1 : 0);
    out.u16(static_cast<std::uint16_t>(finger.minutiae.size()));
    for (const Minutia& each : finger.minutiae) {
        out.u16(stepsOf(each.x));
        out.u16(stepsOf(each.y));
        out.u16(static_cast<std::uint16_t>(turnOf(each.direction) | (static_cast<unsigned>(each.type) << 12) |
                                           (each.border ? 0x4000U : 0U)));
        out.u8(each.quality);
    }
    out.u8(static_cast<std::uint8_t>(finger.singularities.size()));
    for (const Singularity& each : finger.singularities) {
        out.u16(stepsOf(each.x));
        out.u16(stepsOf(each.y));
        out.u16(static_cast<std::uint16_t>(turnOf(each.direction) |
                                           (each.kind == Singularity::Kind::Delta ? 0x8000U : 0U)));
    }
    if (finger.hasRidges()) {
        writeRuns(out, finger.field.angle);
        writeRuns(out, packRidges(finger.ridges));
    }
    const Hash sum = sha256(out.bytes());
    out.raw(sum.bytes().first(kChecksum));
    return out.take();
}

Result<FingerTemplate> decodeFinger(ByteView bytes) {
    if (bytes.size() < kMagic.size() + 2 + kEngine + kChecksum || textOf(bytes.first(kMagic.size())) != kMagic)
        return damaged("no CTJF mark");
    ByteReader in(bytes.first(bytes.size() - kChecksum));
    in.raw(kMagic.size());
    if (const unsigned version = in.u16(); version != kVersion)
        return fail(kFingerTemplateVersion, "The finger template has version " + std::to_string(version) +
                                                ", this program reads version " + std::to_string(kVersion) +
                                                ". Extract it again from the image.");
    if (!std::ranges::equal(in.raw(kEngine), fingerAlgorithm().model.bytes().first(kEngine)))
        return fail(kFingerTemplateVersion, "The finger template was made by another version of the engine; this is " +
                                                fingerAlgorithm().version + ". Extract it again from the image.");
    const Hash sum = sha256(bytes.first(bytes.size() - kChecksum));
    if (!equalConstantTime(sum.bytes().first(kChecksum), bytes.last(kChecksum))) return damaged("checksum");
    FingerTemplate finger;
    finger.width = in.u16();
    finger.height = in.u16();
    finger.quality = in.u8();
    const unsigned ridges = in.u8();
    const std::size_t count = in.u16();
    if (in.failed() || finger.width < 1 || finger.height < 1 || finger.width > FingerTemplate::kMaxSide ||
        finger.height > FingerTemplate::kMaxSide)
        return damaged("size");
    if (finger.quality > 100 || ridges > 1 || count > FingerTemplate::kMaxMinutiae) return damaged("head");
    for (std::size_t k = 0; k < count; ++k) {
        Minutia each;
        each.x = positionOf(in.u16());
        each.y = positionOf(in.u16());
        const unsigned packed = in.u16();
        each.direction = directionOf(packed & 0x3ffU);
        const unsigned type = (packed >> 12) & 3U;
        each.type = static_cast<MinutiaType>(type);
        each.border = (packed & 0x4000U) != 0;
        each.quality = in.u8();
        if (in.failed() || (packed & 0x8c00U) || type > 2 || each.quality > 100 ||
            each.x > static_cast<float>(finger.width) || each.y > static_cast<float>(finger.height))
            return damaged("minutiae");
        finger.minutiae.push_back(each);
    }
    const std::size_t singularities = in.u8();
    if (singularities > kMaxSingularities) return damaged("singularities");
    for (std::size_t k = 0; k < singularities; ++k) {
        Singularity each;
        each.x = positionOf(in.u16());
        each.y = positionOf(in.u16());
        const unsigned packed = in.u16();
        each.direction = directionOf(packed & 0x3ffU);
        each.kind = (packed & 0x8000U) ? Singularity::Kind::Delta : Singularity::Kind::Core;
        if (in.failed() || (packed & 0x7c00U) || each.x > static_cast<float>(finger.width) ||
            each.y > static_cast<float>(finger.height))
            return damaged("singularities");
        finger.singularities.push_back(each);
    }
    if (ridges) {
        finger.field.width = (finger.width + DirectionField::kCell - 1) / DirectionField::kCell;
        finger.field.height = (finger.height + DirectionField::kCell - 1) / DirectionField::kCell;
        finger.field.angle.resize(static_cast<std::size_t>(finger.field.width) *
                                  static_cast<std::size_t>(finger.field.height));
        if (!readRuns(in, finger.field.angle)) return damaged("direction field");
        finger.ridges.width = (finger.width + RidgeMap::kStep - 1) / RidgeMap::kStep;
        finger.ridges.height = (finger.height + RidgeMap::kStep - 1) / RidgeMap::kStep;
        std::vector<std::uint8_t> packed(static_cast<std::size_t>((finger.ridges.width + 3) / 4) *
                                         static_cast<std::size_t>(finger.ridges.height));
        if (!readRuns(in, packed)) return damaged("ridge map");
        unpackRidges(packed, finger.ridges);
    }
    if (in.failed() || in.left() != 0) return damaged("length");
    return finger;
}

Result<FingerTemplate> templateFromMinutiae(const std::vector<Minutia>& minutiae, int width, int height,
                                            double ppi) {
    if (!(ppi >= 50 && ppi <= 4000))
        return fail(kFingerPpiUnsupported,
                    "Minutiae at " + std::to_string(ppi) + " ppi cannot be used; 50 to 4000 ppi can.");
    const double scale = 500 / ppi;
    FingerTemplate finger;
    if (width < 1 || height < 1 || width * scale > FingerTemplate::kMaxSide ||
        height * scale > FingerTemplate::kMaxSide)
        return fail(kFingerTooLarge, "A minutiae record of " + std::to_string(width) + " x " +
                                         std::to_string(height) + " pixels at " + std::to_string(ppi) +
                                         " ppi is not one finger.");
    finger.width = std::max(1, static_cast<int>(std::lround(width * scale)));
    finger.height = std::max(1, static_cast<int>(std::lround(height * scale)));
    for (std::size_t k = 0; k < minutiae.size(); ++k) {
        Minutia each = minutiae[k];
        if (!(each.x >= 0 && each.y >= 0 && each.x <= static_cast<float>(width) &&
              each.y <= static_cast<float>(height)) ||
            !std::isfinite(each.direction) || std::abs(each.direction) > 100)
            return fail(base::kInvalidArgument,
                        "Minutia " + std::to_string(k + 1) + " lies outside its image or has no direction.");
        each.x = std::min(static_cast<float>(each.x * scale), static_cast<float>(finger.width));
        each.y = std::min(static_cast<float>(each.y * scale), static_cast<float>(finger.height));
        each.quality = std::min<std::uint8_t>(each.quality, 100);
        finger.minutiae.push_back(rounded(each));
    }
    if (finger.minutiae.size() > FingerTemplate::kMaxMinutiae) {
        std::stable_sort(finger.minutiae.begin(), finger.minutiae.end(),
                         [](const Minutia& a, const Minutia& b) { return a.quality > b.quality; });
        finger.minutiae.resize(FingerTemplate::kMaxMinutiae);
    }
    return finger;
}

}  // namespace cotejo::match
