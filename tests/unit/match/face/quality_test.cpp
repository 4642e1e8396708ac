#include "core/match/face/quality/quality.h"

#include <opencv2/imgproc.hpp>

#include "tests/unit/match/face/face_support.h"

namespace cotejo::match::quality {
namespace {

/// A portrait large enough for every measure.
cv::Mat large(int number) {
    cv::Mat image;
    cv::resize(portrait(number), image, {}, 4, 4, cv::INTER_CUBIC);
    return image;
}

std::vector<Measure> measured(const cv::Mat& image) {
    const auto found = sharedEngine().extract(image);
    if (!found) throw std::runtime_error(found.error().detail);
    return measureFace(image, *found);
}

const Measure& of(const std::vector<Measure>& all, Component component) {
    return all.at(static_cast<std::size_t>(component));
}
double valueOf(const std::vector<Measure>& all, Component component) {
    const auto* value = std::get_if<Value>(&of(all, component).outcome);
    return value ? value->value : std::nan("");
}

TEST(FaceQuality, MeasuresEveryComponentInOrder) {
    const auto all = measured(large(1));
    ASSERT_EQ(all.size(), record::codes<Component>.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].component, record::codes<Component>[i].first);
        EXPECT_TRUE(std::holds_alternative<Value>(all[i].outcome) ||
                    all[i].component == Component::Background)
            << record::codeOf(all[i].component);
        EXPECT_TRUE(std::holds_alternative<Value>(all[i].outcome) || !all[i].advice);
    }
}

TEST(FaceQuality, EyeDistanceFollowsTheImageSize) {
    const double once = valueOf(measured(portrait(1)), Component::EyeDistance);
    const double fourTimes = valueOf(measured(large(1)), Component::EyeDistance);
    EXPECT_NEAR(fourTimes / once, 4, 0.3);
    EXPECT_EQ(of(measured(portrait(1)), Component::EyeDistance).advice, Advice::MoveCloser);
}

TEST(FaceQuality, BlurLowersSharpnessAndStrength) {
    const auto sharp = measured(portrait(1));
    cv::Mat blurred;
    cv::GaussianBlur(portrait(1), blurred, {}, 2.5);
    const auto soft = measured(blurred);
    EXPECT_LT(valueOf(soft, Component::Sharpness), 0.6 * valueOf(sharp, Component::Sharpness));
    EXPECT_EQ(of(soft, Component::Sharpness).advice, Advice::HoldStillAndFocus);
    EXPECT_FALSE(of(sharp, Component::Sharpness).advice);
    EXPECT_LT(valueOf(soft, Component::FaceStrength), valueOf(sharp, Component::FaceStrength));
}

TEST(FaceQuality, LightIsMeasuredAndAdvisedOn) {
    cv::Mat dark, bright, flat, oneSide = large(1);
    large(1).convertTo(dark, -1, 0.15);
    large(1).convertTo(bright, -1, 1.4, 80);
    large(1).convertTo(flat, -1, 0.15, 110);
    for (int y = 0; y < oneSide.rows; ++y)
        for (int x = 0; x < oneSide.cols; ++x)
            for (int c = 0; c < 3; ++c) {
                auto& value = oneSide.at<cv::Vec3b>(y, x)[c];
                value = cv::saturate_cast<std::uint8_t>(
                    value * std::clamp(1.8 - 3.2 * (x / double(oneSide.cols) - 0.25), 0.25, 1.6));
            }
    const auto plain = measured(large(1));
    EXPECT_FALSE(of(plain, Component::Brightness).advice);
    EXPECT_EQ(of(measured(dark), Component::Brightness).advice, Advice::MoreLight);
    EXPECT_EQ(of(measured(dark), Component::UnderExposure).advice, Advice::MoreLight);
    EXPECT_EQ(of(measured(bright), Component::OverExposure).advice, Advice::SofterLight);
    EXPECT_EQ(of(measured(flat), Component::DynamicRange).advice, Advice::EvenLight);
    EXPECT_LT(valueOf(measured(oneSide), Component::IlluminationUniformity),
              valueOf(plain, Component::IlluminationUniformity));
}

TEST(FaceQuality, RollIsTheTurnOfTheHead) {
    const cv::Mat image = large(1);
    const double before = valueOf(measured(image), Component::Roll);
    cv::Mat turned;
    cv::warpAffine(image, turned, cv::getRotationMatrix2D({256, 256}, -15, 1), image.size(), cv::INTER_LINEAR,
                   cv::BORDER_REFLECT_101);
    const auto after = measured(turned);
    EXPECT_NEAR(valueOf(after, Component::Roll) - before, 15, 3);
    EXPECT_EQ(of(after, Component::Roll).advice, Advice::StraightenHead);
    cv::Mat onItsSide;
    cv::rotate(image, onItsSide, cv::ROTATE_90_CLOCKWISE);
    EXPECT_NEAR(valueOf(measured(onItsSide), Component::Roll), before, 3);
    EXPECT_NEAR(valueOf(measured(onItsSide), Component::Margins),
                valueOf(measured(image), Component::Margins), 0.15);
}

TEST(FaceQuality, AnotherPersonAndATightCropAreNoticed) {
    cv::Mat two(512, 1024, CV_8UC3);
    large(1).copyTo(two(cv::Rect(0, 0, 512, 512)));
    large(8).copyTo(two(cv::Rect(512, 0, 512, 512)));
    EXPECT_EQ(of(measured(two), Component::SingleFace).advice, Advice::OnePersonOnly);
    EXPECT_FALSE(of(measured(large(1)), Component::SingleFace).advice);
    const auto found = sharedEngine().extract(large(1));
    ASSERT_TRUE(found);
    const cv::Rect face = cv::Rect(found->chosen().box) & cv::Rect(0, 0, 512, 512);
    EXPECT_EQ(of(measured(large(1)(face).clone()), Component::Margins).advice, Advice::LeaveSpace);
}

TEST(FaceQuality, ColourIsNotApplicableToGrayImages) {
    cv::Mat gray, blue = large(1);
    cv::cvtColor(large(1), gray, cv::COLOR_BGR2GRAY);
    EXPECT_EQ(std::get<Inapplicable>(of(measured(gray), Component::NaturalColour).outcome),
              Inapplicable::GrayImage);
    EXPECT_FALSE(of(measured(large(1)), Component::NaturalColour).advice);
    cv::Mat channels[3];
    cv::split(blue, channels);
    channels[2] *= 0.5;
    channels[0] *= 1.5;
    cv::merge(channels, 3, blue);
    EXPECT_EQ(of(measured(blue), Component::NaturalColour).advice, Advice::CheckColours);
}

TEST(FaceQuality, BackgroundNeedsRoomAndTellsPlainFromBusy) {
    cv::Mat scene(900, 900, CV_8UC3, cv::Scalar(190, 190, 190));
    large(1).copyTo(scene(cv::Rect(194, 194, 512, 512)));
    const auto found = sharedEngine().extract(scene);
    ASSERT_TRUE(found);
    const auto face = found->chosen().box;
    cv::Mat mask(scene.size(), CV_8U, cv::Scalar(255));
    cv::ellipse(mask, {int(face.x + face.width / 2), int(face.y + face.height / 2)},
                {int(face.width), int(face.height)}, 0, 0, 360, cv::Scalar(0), cv::FILLED);
    cv::Mat plain = scene.clone(), busy = scene.clone(), noise(scene.size(), CV_8UC3);
    plain.setTo(cv::Scalar(190, 190, 190), mask);
    cv::RNG random(1);
    random.fill(noise, cv::RNG::UNIFORM, 0, 256);
    cv::GaussianBlur(noise, noise, {}, 5);
    cv::normalize(noise, noise, 0, 255, cv::NORM_MINMAX);
    noise.copyTo(busy, mask);
    EXPECT_FALSE(of(measured(plain), Component::Background).advice);
    EXPECT_EQ(of(measured(busy), Component::Background).advice, Advice::PlainBackground);
    EXPECT_EQ(std::get<Inapplicable>(of(measured(scene(cv::Rect(face) & cv::Rect(0, 0, 900, 900)).clone()),
                                        Component::Background)
                                         .outcome),
              Inapplicable::NoBackgroundVisible);
}

TEST(FaceQuality, DegenerateLandmarksFailEveryMeasureWithTheReason) {
    auto found = sharedEngine().extract(portrait(1));
    ASSERT_TRUE(found);
    found->points.fill({20, 20});
    for (const auto& each : measureFace(portrait(1), *found)) {
        ASSERT_TRUE(std::holds_alternative<Failure>(each.outcome)) << record::codeOf(each.component);
        EXPECT_FALSE(each.advice);
    }
}

}  // namespace
}  // namespace cotejo::match::quality
