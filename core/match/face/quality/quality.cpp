#include "core/match/face/quality/quality.h"

#include "core/match/face/quality/clarity/face_strength.h"
#include "core/match/face/quality/clarity/sharpness.h"
#include "core/match/face/quality/frame/background.h"
#include "core/match/face/quality/frame/eye_distance.h"
#include "core/match/face/quality/frame/head_size.h"
#include "core/match/face/quality/frame/margins.h"
#include "core/match/face/quality/frame/single_face.h"
#include "core/match/face/quality/light/brightness.h"
#include "core/match/face/quality/light/dynamic_range.h"
#include "core/match/face/quality/light/illumination_uniformity.h"
#include "core/match/face/quality/light/natural_colour.h"
#include "core/match/face/quality/light/over_exposure.h"
#include "core/match/face/quality/light/under_exposure.h"
#include "core/match/face/quality/pose/eyes_open.h"
#include "core/match/face/quality/pose/mouth_closed.h"
#include "core/match/face/quality/pose/pitch.h"
#include "core/match/face/quality/pose/roll.h"
#include "core/match/face/quality/pose/yaw.h"

namespace cotejo::match::quality {
namespace {

/// Less of the face than this in the image, and its pixels say nothing about the rest.
constexpr double kLeastInside = 0.6;

struct Measurer {
    Component component;
    Measure (*measure)(const FaceView&);
    bool needsPixels;
    bool needsLandmarks = false;  ///< more than eyes, nose and corners of the mouth
};
constexpr Measurer kMeasurers[] = {
    {Component::SingleFace, measureSingleFace, false},
    {Component::EyeDistance, measureEyeDistance, false},
    {Component::HeadSize, measureHeadSize, false, true},
    {Component::Margins, measureMargins, false},
    {Component::Roll, measureRoll, false},
    {Component::Yaw, measureYaw, false, true},
    {Component::Pitch, measurePitch, false, true},
    {Component::Sharpness, measureSharpness, true},
    {Component::Brightness, measureBrightness, true},
    {Component::UnderExposure, measureUnderExposure, true},
    {Component::OverExposure, measureOverExposure, true},
    {Component::DynamicRange, measureDynamicRange, true},
    {Component::IlluminationUniformity, measureIlluminationUniformity, true, true},
    {Component::NaturalColour, measureNaturalColour, true},
    {Component::Background, measureBackground, false},
    {Component::EyesOpen, measureEyesOpen, false, true},
    {Component::MouthClosed, measureMouthClosed, false, true},
    {Component::FaceStrength, measureFaceStrength, false},
};

}  // namespace

std::vector<Measure> measureFace(const cv::Mat& image, const FaceExtraction& extraction) {
    const auto view = viewFace(image, extraction);
    std::vector<Measure> all;
    for (const auto& each : kMeasurers) {
        if (!view)
            all.push_back({each.component, Failure::LandmarksDegenerate, {}});
        else if (each.needsLandmarks && !extraction.chosen().landmarks)
            all.push_back({each.component, Inapplicable::NoLandmarks, {}});
        else if (each.needsPixels && view->insideShare < kLeastInside)
            all.push_back({each.component, Failure::FaceOutsideImage, {}});
        else
            all.push_back(each.measure(*view));
    }
    return all;
}

}  // namespace cotejo::match::quality
