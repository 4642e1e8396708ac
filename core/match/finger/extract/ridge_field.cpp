#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {
namespace {

constexpr int kPlanes = 3;
constexpr std::size_t kMostKept = kPlanes * (std::size_t{1} << 20);  // floats

}  // namespace

cv::Size RidgeField::padded(int width, int height) {
    const auto whole = [](int side) { return (side + 2 * kPad + kBlock - 1) / kBlock * kBlock; };
    return {whole(width), whole(height)};
}

void RidgeField::cut(int printWidth, int printHeight, cv::Mat1f& store) {
    width = printWidth;
    height = printHeight;
    const cv::Size size = padded(width, height);
    const int area = size.area();
    if (store.cols < kPlanes * area) store.create(1, kPlanes * area);
    store.colRange(0, kPlanes * area).setTo(0);
    float* at = store[0];
    for (cv::Mat1f* plane : {&normal, &crossed, &enhanced}) {
        *plane = cv::Mat1f(size.height, size.width, at);
        at += area;
    }
}

void RidgeField::create(int printWidth, int printHeight) {
    cut(printWidth, printHeight, m_own);
}

void RidgeField::share(int printWidth, int printHeight) {
    thread_local cv::Mat1f t_kept;
    const auto needed = kPlanes * static_cast<std::size_t>(padded(printWidth, printHeight).area());
    cut(printWidth, printHeight, needed <= kMostKept ? t_kept : m_own);
}

}  // namespace cotejo::match
