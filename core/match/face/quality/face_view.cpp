#include "core/match/face/quality/face_view.h"

#include <opencv2/imgproc.hpp>

namespace cotejo::match::quality {
namespace {

const FivePoints kStandard{
    cv::Point2f(38.3F, 51.7F), {73.5F, 51.5F}, {56.0F, 71.7F}, {41.5F, 92.4F}, {70.7F, 92.2F}};
constexpr int kSide = 112;

bool isGray(const cv::Mat& crop) {
    for (int y = 0; y < crop.rows; ++y)
        for (int x = 0; x < crop.cols; ++x) {
            const auto& pixel = crop.at<cv::Vec3b>(y, x);
            if (std::abs(pixel[0] - pixel[1]) > 2 || std::abs(pixel[1] - pixel[2]) > 2) return false;
        }
    return true;
}

}  // namespace

std::optional<FaceView> viewFace(const cv::Mat& image, const FaceExtraction& extraction) {
    FaceView view;
    view.extraction = &extraction;
    if (image.channels() == 1)
        cv::cvtColor(image, view.image, cv::COLOR_GRAY2BGR);
    else if (image.channels() == 4)
        cv::cvtColor(image, view.image, cv::COLOR_BGRA2BGR);
    else
        view.image = image;
    const auto toCrop = similarityBetween(extraction.points, kStandard);
    if (!(toCrop.scale() > 1e-4 && toCrop.scale() < 50)) return std::nullopt;
    view.unit = 1 / toCrop.scale();
    view.eyeDistance = cv::norm(extraction.points[1] - extraction.points[0]);
    view.crop = alignedCrop(view.image, toCrop, kSide);
    view.gray = isGray(view.crop);
    cv::cvtColor(view.crop, view.luminance, cv::COLOR_BGR2GRAY);
    std::vector<cv::Point> outline, hull;
    if (const auto& landmarks = extraction.chosen().landmarks) {
        for (std::size_t i = 0; i < view.landmarks.size(); ++i) {
            view.landmarks[i] = toCrop.apply((*landmarks)[i]);
            outline.emplace_back(cvRound(view.landmarks[i].x), cvRound(view.landmarks[i].y));
        }
    } else {
        cv::ellipse2Poly({56, 76}, {36, 36}, 0, 0, 360, 10, outline);  // brows to chin of the standard face
    }
    cv::convexHull(outline, hull);
    cv::Mat face = cv::Mat::zeros(kSide, kSide, CV_8U);
    cv::fillConvexPoly(face, hull, cv::Scalar(255));
    const cv::Mat whole(view.image.size(), CV_8U, cv::Scalar(255));
    const cv::Mat inside = alignedCrop(whole, toCrop, kSide) > 127;
    cv::bitwise_and(face, inside, view.mask);
    const int all = cv::countNonZero(face);
    view.insideShare = all > 0 ? double(cv::countNonZero(view.mask)) / all : 0;
    return view;
}

double luminanceShare(const FaceView& view, int low, int high) {
    cv::Mat within;
    cv::inRange(view.luminance, cv::Scalar(low), cv::Scalar(high), within);
    cv::bitwise_and(within, view.mask, within);
    return double(cv::countNonZero(within)) / std::max(1, cv::countNonZero(view.mask));
}

}  // namespace cotejo::match::quality
