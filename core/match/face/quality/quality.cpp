#include "core/match/face/quality/quality.h"

#include "core/match/face/quality/background.h"
#include "core/match/face/quality/brightness.h"
#include "core/match/face/quality/dynamic_range.h"
#include "core/match/face/quality/eye_distance.h"
#include "core/match/face/quality/eyes_open.h"
#include "core/match/face/quality/face_strength.h"
#include "core/match/face/quality/head_size.h"
#include "core/match/face/quality/illumination_uniformity.h"
#include "core/match/face/quality/margins.h"
#include "core/match/face/quality/mouth_closed.h"
#include "core/match/face/quality/natural_colour.h"
#include "core/match/face/quality/over_exposure.h"
#include "core/match/face/quality/pitch.h"
#include "core/match/face/quality/roll.h"
#include "core/match/face/quality/sharpness.h"
#include "core/match/face/quality/single_face.h"
#include "core/match/face/quality/under_exposure.h"
#include "core/match/face/quality/yaw.h"

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
