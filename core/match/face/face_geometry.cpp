#include "core/match/face/face_geometry.h"

#include <cmath>
#include <complex>
#include <opencv2/imgproc.hpp>

namespace cotejo::match {
namespace {

cv::Point2f meanOf(const Landmarks& all, std::initializer_list<std::size_t> which) {
    cv::Point2f sum;
    for (const auto each : which)
        sum += all[each];
    return sum * (1.0F / static_cast<float>(which.size()));
}

}  // namespace

FivePoints fivePoints(const Landmarks& all) {
    return {meanOf(all, {37, 38, 40, 41}), meanOf(all, {43, 44, 46, 47}), all[30], meanOf(all, {48, 60}),
            meanOf(all, {54, 64})};
}

double Similarity::scale() const {
    return std::hypot(a, b);
}

cv::Point2f Similarity::apply(cv::Point2f point) const {
    return {static_cast<float>(a * point.x - b * point.y + dx),
            static_cast<float>(b * point.x + a * point.y + dy)};
}

Similarity similarityBetween(const FivePoints& from, const FivePoints& to) {
    using Complex = std::complex<double>;
    const auto asComplex = [](cv::Point2f p) { return Complex(p.x, p.y); };
    Complex fromMean, toMean;
    for (std::size_t i = 0; i < from.size(); ++i) {
        fromMean += asComplex(from[i]) / 5.0;
        toMean += asComplex(to[i]) / 5.0;
    }
    Complex cross;
    double spread = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto p = asComplex(from[i]) - fromMean;
        cross += std::conj(p) * (asComplex(to[i]) - toMean);
        spread += std::norm(p);
    }
    const auto turn = spread > 0 ? cross / spread : Complex(0, 0);
    const auto shift = toMean - turn * fromMean;
    Similarity found{turn.real(), turn.imag(), shift.real(), shift.imag(), 0};
    double left = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
        left += std::norm(turn * asComplex(from[i]) + shift - asComplex(to[i]));
    found.residual = std::sqrt(left / 5);
    return found;
}

cv::Mat paddedCrop(const cv::Mat& image, const cv::Rect& box, const cv::Scalar& outside) {
    const cv::Rect inside = box & cv::Rect(0, 0, image.cols, image.rows);
    if (inside == box) return image(box);
    cv::Mat crop(box.size(), image.type(), outside);
    if (!inside.empty()) image(inside).copyTo(crop(inside - box.tl()));
    return crop;
}

cv::Mat alignedCrop(const cv::Mat& image, const Similarity& toAligned, int size) {
    cv::Mat crop;
    const double scale = toAligned.scale();
    if (scale >= 0.6) {
        cv::warpAffine(image, crop, toAligned.matrix(), {size, size}, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
        return crop;
    }
    // Corners of the crop in the image, the region around them, and the same transform from the reduced
    // region.
    const Similarity& t = toAligned;
    const double square = scale * scale;
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const double x : {0.0, double(size)})
        for (const double y : {0.0, double(size)}) {
            const double u = (t.a * (x - t.dx) + t.b * (y - t.dy)) / square;
            const double v = (-t.b * (x - t.dx) + t.a * (y - t.dy)) / square;
            left = std::min(left, u), right = std::max(right, u);
            top = std::min(top, v), bottom = std::max(bottom, v);
        }
    const double margin = 2 / scale;
    const cv::Rect around(cv::Point(int(left - margin), int(top - margin)),
                          cv::Point(int(right + margin), int(bottom + margin)));
    const cv::Rect region = around & cv::Rect(0, 0, image.cols, image.rows);
    if (region.empty()) return cv::Mat::zeros(size, size, image.type());
    const double reduce = 1.25 * scale;
    const cv::Size small(std::max(1, int(std::lround(region.width * reduce))),
                         std::max(1, int(std::lround(region.height * reduce))));
    cv::Mat reduced;
    cv::resize(image(region), reduced, small, 0, 0, cv::INTER_AREA);
    // Pixel centres: x_region = (x_reduced + 0.5) * ratio - 0.5. Both ratios differ by rounding only, so each
    // axis gets its own.
    const double rx = double(region.width) / small.width, ry = double(region.height) / small.height;
    const double ox = region.x + 0.5 * rx - 0.5, oy = region.y + 0.5 * ry - 0.5;
    const cv::Matx23d matrix(t.a * rx, -t.b * ry, t.dx + t.a * ox - t.b * oy, t.b * rx, t.a * ry,
                             t.dy + t.b * ox + t.a * oy);
    cv::warpAffine(reduced, crop, matrix, {size, size}, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
    return crop;
}

}  // namespace cotejo::match
