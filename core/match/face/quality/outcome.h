#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "core/record/code.h"

namespace cotejo::match::quality {

/// Components of ISO/IEC 29794-5 that can be measured from pixels and landmarks without guessing at the
/// person. The measures are our own, in units of their own; they are not OFIQ's numbers.
enum class Component {
    SingleFace,
    EyeDistance,
    HeadSize,
    Margins,
    Roll,
    Yaw,
    Pitch,
    Sharpness,
    Brightness,
    UnderExposure,
    OverExposure,
    DynamicRange,
    IlluminationUniformity,
    NaturalColour,
    Background,
    EyesOpen,
    MouthClosed,
    FaceStrength
};

/// What the operator can do about it. Advice never stops a comparison and says nothing about the person.
enum class Advice {
    OnePersonOnly,
    MoveCloser,
    MoveBack,
    LeaveSpace,
    StraightenHead,
    FaceTheCamera,
    LevelChin,
    HoldStillAndFocus,
    MoreLight,
    LessLight,
    SofterLight,
    EvenLight,
    CheckColours,
    PlainBackground,
    OpenEyes,
    CloseMouth,
    CaptureAgain
};

/// Why a measure has no meaning here: there is nothing wrong with the image or the measure.
enum class Inapplicable { GrayImage, NoBackgroundVisible, NoLandmarks };
/// Why a measure could not be computed.
enum class Failure { FaceOutsideImage, LandmarksDegenerate };

struct Value {
    double value = 0;
    std::string_view unit;
};
/// Value | not applicable | failed: never a zero that stands for "unknown".
using Outcome = std::variant<Value, Inapplicable, Failure>;

struct Measure {
    Component component{};
    Outcome outcome;
    std::optional<Advice> advice;  ///< only with a value
};

}  // namespace cotejo::match::quality

namespace cotejo::record {
template <>
inline constexpr auto codes<match::quality::Component> = std::to_array<Code<match::quality::Component>>(
    {{match::quality::Component::SingleFace, "single_face"},
     {match::quality::Component::EyeDistance, "eye_distance"},
     {match::quality::Component::HeadSize, "head_size"},
     {match::quality::Component::Margins, "margins"},
     {match::quality::Component::Roll, "roll"},
     {match::quality::Component::Yaw, "yaw"},
     {match::quality::Component::Pitch, "pitch"},
     {match::quality::Component::Sharpness, "sharpness"},
     {match::quality::Component::Brightness, "brightness"},
     {match::quality::Component::UnderExposure, "under_exposure"},
     {match::quality::Component::OverExposure, "over_exposure"},
     {match::quality::Component::DynamicRange, "dynamic_range"},
     {match::quality::Component::IlluminationUniformity, "illumination_uniformity"},
     {match::quality::Component::NaturalColour, "natural_colour"},
     {match::quality::Component::Background, "background"},
     {match::quality::Component::EyesOpen, "eyes_open"},
     {match::quality::Component::MouthClosed, "mouth_closed"},
     {match::quality::Component::FaceStrength, "face_strength"}});
template <>
inline constexpr auto codes<match::quality::Advice> = std::to_array<Code<match::quality::Advice>>(
    {{match::quality::Advice::OnePersonOnly, "one_person_only"},
     {match::quality::Advice::MoveCloser, "move_closer"},
     {match::quality::Advice::MoveBack, "move_back"},
     {match::quality::Advice::LeaveSpace, "leave_space"},
     {match::quality::Advice::StraightenHead, "straighten_head"},
     {match::quality::Advice::FaceTheCamera, "face_the_camera"},
     {match::quality::Advice::LevelChin, "level_chin"},
     {match::quality::Advice::HoldStillAndFocus, "hold_still_and_focus"},
     {match::quality::Advice::MoreLight, "more_light"},
     {match::quality::Advice::LessLight, "less_light"},
     {match::quality::Advice::SofterLight, "softer_light"},
     {match::quality::Advice::EvenLight, "even_light"},
     {match::quality::Advice::CheckColours, "check_colours"},
     {match::quality::Advice::PlainBackground, "plain_background"},
     {match::quality::Advice::OpenEyes, "open_eyes"},
     {match::quality::Advice::CloseMouth, "close_mouth"},
     {match::quality::Advice::CaptureAgain, "capture_again"}});
template <>
inline constexpr auto codes<match::quality::Inapplicable> = std::to_array<Code<match::quality::Inapplicable>>(
    {{match::quality::Inapplicable::GrayImage, "gray_image"},
     {match::quality::Inapplicable::NoBackgroundVisible, "no_background_visible"},
     {match::quality::Inapplicable::NoLandmarks, "no_landmarks"}});
template <>
inline constexpr auto codes<match::quality::Failure> = std::to_array<Code<match::quality::Failure>>(
    {{match::quality::Failure::FaceOutsideImage, "face_outside_image"},
     {match::quality::Failure::LandmarksDegenerate, "landmarks_degenerate"}});
}  // namespace cotejo::record
