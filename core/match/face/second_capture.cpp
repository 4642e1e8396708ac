#include "core/match/face/second_capture.h"

#include <opencv2/imgproc.hpp>

namespace cotejo::match {

cv::Mat secondCapture(const cv::Mat& portrait, std::uint64_t seed) {
    if (portrait.empty()) return {};
    cv::RNG random(seed * 0x9E3779B97F4A7C15U + 1);
    const auto within = [&](double low, double high) { return random.uniform(low, high); };
    const cv::Point2f middle(static_cast<float>(portrait.cols) / 2, static_cast<float>(portrait.rows) / 2);
    cv::Mat move = cv::getRotationMatrix2D(middle, within(-6, 6), within(0.94, 1.06));
    move.at<double>(0, 2) += within(-0.02, 0.02) * portrait.cols;
    move.at<double>(1, 2) += within(-0.02, 0.02) * portrait.rows;
    cv::Mat changed;
    cv::warpAffine(portrait, changed, move, portrait.size(), cv::INTER_CUBIC, cv::BORDER_REFLECT_101);
    cv::GaussianBlur(changed, changed, {}, within(0.3, 0.3 + portrait.cols / 400.0));
    cv::Mat values;
    changed.convertTo(values, CV_32F, 1 / 255.0);
    cv::pow(values, within(0.8, 1.25), values);
    const cv::Scalar light(within(0.9, 1.08), within(0.94, 1.06), within(0.9, 1.08));
    cv::multiply(values, light, values);
    cv::Mat noise(values.size(), values.type());
    random.fill(noise, cv::RNG::NORMAL, 0, within(0.004, 0.014));
    values += noise;
    values.convertTo(changed, CV_8U, 255);
    return changed;
}

}  // namespace cotejo::match
