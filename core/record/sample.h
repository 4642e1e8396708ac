#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/record/code.h"
#include "core/record/quality.h"

namespace cotejo::record {

enum class Modality { Face, Finger };
template <>
inline constexpr auto codes<Modality> = std::to_array<Code<Modality>>({{Modality::Face, "face"}, {Modality::Finger, "finger"}});

/// ISO/IEC 19794-2 table of finger positions; the numbers are the standard's.
enum class FingerPosition {
    Unknown = 0, RightThumb = 1, RightIndex = 2, RightMiddle = 3, RightRing = 4, RightLittle = 5,
    LeftThumb = 6, LeftIndex = 7, LeftMiddle = 8, LeftRing = 9, LeftLittle = 10
};
template <>
inline constexpr auto codes<FingerPosition> = std::to_array<Code<FingerPosition>>({
    {FingerPosition::Unknown, "unknown"}, {FingerPosition::RightThumb, "right_thumb"}, {FingerPosition::RightIndex, "right_index"},
    {FingerPosition::RightMiddle, "right_middle"}, {FingerPosition::RightRing, "right_ring"},
    {FingerPosition::RightLittle, "right_little"}, {FingerPosition::LeftThumb, "left_thumb"},
    {FingerPosition::LeftIndex, "left_index"}, {FingerPosition::LeftMiddle, "left_middle"},
    {FingerPosition::LeftRing, "left_ring"}, {FingerPosition::LeftLittle, "left_little"}});

/// Where a resolution comes from. Unknown is a state of its own: nothing assumes 500 silently.
enum class PpiSource { Header, Declared, Assumed, Unknown };
template <>
inline constexpr auto codes<PpiSource> = std::to_array<Code<PpiSource>>(
    {{PpiSource::Header, "header"}, {PpiSource::Declared, "declared"}, {PpiSource::Assumed, "assumed"}, {PpiSource::Unknown, "unknown"}});

/// Pixels per inch of a sample, with provenance. `value` is 0 exactly when the source is Unknown.
struct Ppi {
    double value = 0;
    PpiSource source = PpiSource::Unknown;
    bool known() const { return source != PpiSource::Unknown; }
    bool operator==(const Ppi&) const = default;
};

/// Why there is no sample of a finger that is expected.
enum class MissingReason { None, Amputated, Bandaged, NotCaptured };
template <>
inline constexpr auto codes<MissingReason> = std::to_array<Code<MissingReason>>(
    {{MissingReason::None, "none"}, {MissingReason::Amputated, "amputated"}, {MissingReason::Bandaged, "bandaged"},
     {MissingReason::NotCaptured, "not_captured"}});

/// What an image was taken for.
enum class CaptureKind { Live, Document, Reference };
template <>
inline constexpr auto codes<CaptureKind> = std::to_array<Code<CaptureKind>>(
    {{CaptureKind::Live, "live"}, {CaptureKind::Document, "document"}, {CaptureKind::Reference, "reference"}});

/// Who says when a sample was captured. Only what the post captured itself is live.
enum class CaptureOrigin { Post, Record, Picture, Unknown };
template <>
inline constexpr auto codes<CaptureOrigin> = std::to_array<Code<CaptureOrigin>>(
    {{CaptureOrigin::Post, "post"}, {CaptureOrigin::Record, "record"}, {CaptureOrigin::Picture, "picture"}, {CaptureOrigin::Unknown, "unknown"}});

/// A fact as a file gives it, and the place that states it: "14.003", "EXIF", "/biometricData/0/captureDevice". An empty value is
/// unknown, and then nobody states it.
struct StatedValue {
    std::string value;
    std::string from;
    bool known() const { return !value.empty(); }
    bool operator==(const StatedValue&) const = default;
};

/// What took a sample, as far as its file says.
struct CaptureDevice {
    StatedValue make;
    StatedValue model;
    StatedValue serial;
    bool known() const { return make.known() || model.known() || serial.known(); }
    bool operator==(const CaptureDevice&) const = default;
};

/// One biometric sample of a traveler or a watchlist entry. The original bytes are in the store under `blob`.
struct Capture {
    CaptureId id;
    Modality modality = Modality::Face;
    CaptureKind kind = CaptureKind::Live;
    FingerPosition position = FingerPosition::Unknown;  ///< fingers only
    MissingReason missing = MissingReason::None;        ///< with any other value there is no image
    Hash blob;                                          ///< SHA-256 of the original bytes; zero when missing
    std::string mime;                                   ///< of the original bytes, e.g. "image/png", "image/x-wsq"
    int width = 0;                                      ///< pixels; 0 while not decoded
    int height = 0;
    Ppi ppi;                                            ///< fingers only
    std::string undecoded;                              ///< why the image cannot be shown yet; empty when it can
    std::string partial{};                              ///< what of a cut picture is not there, English; empty for a whole one
    UtcTime captured{};                                 ///< zero when unknown
    CaptureOrigin origin = CaptureOrigin::Post;         ///< whose word `captured` is
    StatedValue capturedOn{};                           ///< the day as its file says it, parts unknown as zeros: "1998-00-00"
    StatedValue impression{};                           ///< a name of exchange/sample_codes.h: "live_plain", "latent"...
    StatedValue hand{};                                 ///< "right", "left", "both"
    StatedValue positionWritten{};                      ///< the code or word that `position` was read from: "13", "RIGHT_INDEX"
    CaptureDevice device{};
    std::vector<Quality> qualities{};                   ///< of its file, then of this post
    std::vector<QualityFailure> unmeasured{};           ///< measures that were asked for and gave no value
    Hash original{};                                    ///< SHA-256 of the whole file it came in (`blob` where it is that file); zero: none
    std::string originalMime{};
    std::string originalPlace{};                        ///< where in that file: "Type-14 IDC 03 (record 5)", "page 2"
};

}  // namespace cotejo::record
