#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/exchange/document.h"

namespace cotejo::exchange::osia {

/// A biometricSubType. `position` is the code of ISO/IEC 19794 for fingers and palms, 0 for the others.
struct SubType {
    std::string_view name;
    ImageSubject subject;
    int position;
};

inline constexpr auto kSubTypes = std::to_array<SubType>({
    {"UNKNOWN", ImageSubject::Unknown, 0},
    {"RIGHT_THUMB", ImageSubject::Finger, 1},
    {"RIGHT_INDEX", ImageSubject::Finger, 2},
    {"RIGHT_MIDDLE", ImageSubject::Finger, 3},
    {"RIGHT_RING", ImageSubject::Finger, 4},
    {"RIGHT_LITTLE", ImageSubject::Finger, 5},
    {"LEFT_THUMB", ImageSubject::Finger, 6},
    {"LEFT_INDEX", ImageSubject::Finger, 7},
    {"LEFT_MIDDLE", ImageSubject::Finger, 8},
    {"LEFT_RING", ImageSubject::Finger, 9},
    {"LEFT_LITTLE", ImageSubject::Finger, 10},
    {"PLAIN_RIGHT_FOUR_FINGERS", ImageSubject::FingerGroup, 13},
    {"PLAIN_LEFT_FOUR_FINGERS", ImageSubject::FingerGroup, 14},
    {"PLAIN_THUMBS", ImageSubject::FingerGroup, 15},
    {"UNKNOWN_PALM", ImageSubject::Palm, 20},
    {"RIGHT_FULL_PALM", ImageSubject::Palm, 21},
    {"RIGHT_WRITERS_PALM", ImageSubject::Palm, 22},
    {"LEFT_FULL_PALM", ImageSubject::Palm, 23},
    {"LEFT_WRITERS_PALM", ImageSubject::Palm, 24},
    {"RIGHT_LOWER_PALM", ImageSubject::Palm, 25},
    {"RIGHT_UPPER_PALM", ImageSubject::Palm, 26},
    {"LEFT_LOWER_PALM", ImageSubject::Palm, 27},
    {"LEFT_UPPER_PALM", ImageSubject::Palm, 28},
    {"RIGHT_OTHER", ImageSubject::Palm, 29},
    {"LEFT_OTHER", ImageSubject::Palm, 30},
    {"RIGHT_INTERDIGITAL", ImageSubject::Palm, 31},
    {"RIGHT_THENAR", ImageSubject::Palm, 32},
    {"RIGHT_HYPOTHENAR", ImageSubject::Palm, 33},
    {"LEFT_INTERDIGITAL", ImageSubject::Palm, 34},
    {"LEFT_THENAR", ImageSubject::Palm, 35},
    {"LEFT_HYPOTHENAR", ImageSubject::Palm, 36},
    {"RIGHT_INDEX_AND_MIDDLE", ImageSubject::FingerGroup, 40},
    {"RIGHT_MIDDLE_AND_RING", ImageSubject::FingerGroup, 41},
    {"RIGHT_RING_AND_LITTLE", ImageSubject::FingerGroup, 42},
    {"LEFT_INDEX_AND_MIDDLE", ImageSubject::FingerGroup, 43},
    {"LEFT_MIDDLE_AND_RING", ImageSubject::FingerGroup, 44},
    {"LEFT_RING_AND_LITTLE", ImageSubject::FingerGroup, 45},
    {"RIGHT_INDEX_AND_LEFT_INDEX", ImageSubject::FingerGroup, 46},
    {"RIGHT_INDEX_AND_MIDDLE_AND_RING", ImageSubject::FingerGroup, 47},
    {"RIGHT_MIDDLE_AND_RING_AND_LITTLE", ImageSubject::FingerGroup, 48},
    {"LEFT_INDEX_AND_MIDDLE_AND_RING", ImageSubject::FingerGroup, 49},
    {"LEFT_MIDDLE_AND_RING_AND_LITTLE", ImageSubject::FingerGroup, 50},
    {"EYE_UNDEF", ImageSubject::Iris, 0},
    {"EYE_RIGHT", ImageSubject::Iris, 0},
    {"EYE_LEFT", ImageSubject::Iris, 0},
    {"PORTRAIT", ImageSubject::Face, 0},
    {"LEFT_PROFILE", ImageSubject::Face, 0},
    {"RIGHT_PROFILE", ImageSubject::Face, 0},
});

/// Null for a name that the standard does not have.
inline const SubType* subTypeNamed(std::string_view name) {
    for (const SubType& each : kSubTypes)
        if (each.name == name) return &each;
    return nullptr;
}

inline std::string_view typeName(ImageSubject subject) {
    switch (subject) {
        case ImageSubject::Face: return "FACE";
        case ImageSubject::Iris: return "IRIS";
        case ImageSubject::Signature: return "SIGNATURE";
        case ImageSubject::Unknown: return "UNKNOWN";
        default: return "FINGER";  // palms and latents too
    }
}

/// "UNKNOWN" where the standard has no name for what is shown; "" for a signature.
inline std::string_view subTypeName(ImageSubject subject, record::FingerPosition position, int positionCode) {
    if (subject == ImageSubject::Signature) return "";
    if (subject == ImageSubject::Face) return "PORTRAIT";
    if (subject == ImageSubject::Iris) return "EYE_UNDEF";
    const int code = subject == ImageSubject::Finger ? static_cast<int>(position) : positionCode;
    for (const SubType& each : kSubTypes)
        if (each.subject == subject && each.position == code) return each.name;
    return "UNKNOWN";
}

/// Finding a file's coding by its first bytes gives a MIME type; this is OSIA's name for it. Nothing for others.
inline std::optional<std::string_view> compressionOf(std::string_view mime) {
    if (mime == "image/x-wsq") return "WSQ";
    if (mime == "image/jpeg") return "JPEG";
    if (mime == "image/jp2") return "JPEG2000";
    if (mime == "image/png") return "PNG";
    return std::nullopt;
}

}  // namespace cotejo::exchange::osia
