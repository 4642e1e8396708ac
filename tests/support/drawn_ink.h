#pragma once

#include <cmath>
#include <opencv2/imgproc.hpp>
#include <string>
#include <utility>
#include <vector>

/// Ink that is no ridge, drawn over a print as cards, scanners and offices leave it; for tests and measurements.
namespace cotejo::test {

using Draw = void (*)(cv::Mat& print);

inline void drawBox(cv::Mat& print, int inside, int thick, double degrees = 0, int gray = 0) {
    const cv::Point2f middle(static_cast<float>(print.cols) / 2, static_cast<float>(print.rows) / 2);
    const cv::RotatedRect box(middle, cv::Size2f(static_cast<float>(print.cols - 2 * inside), static_cast<float>(print.rows - 2 * inside)),
                              static_cast<float>(degrees));
    cv::Point2f corners[4];
    box.points(corners);
    for (int k = 0; k < 4; ++k)
        cv::line(print, corners[k], corners[(k + 1) % 4], cv::Scalar(gray), thick, degrees == 0 ? cv::LINE_8 : cv::LINE_AA);
}

inline void drawText(cv::Mat& print, const std::string& text, cv::Point at, double scale, int thick, int gray = 0) {
    cv::putText(print, text, at, cv::FONT_HERSHEY_SIMPLEX, scale, cv::Scalar(gray), thick, cv::LINE_AA);
}

/// Name and what is drawn: the same on every print, which is the worst case.
inline const std::vector<std::pair<std::string, Draw>>& drawnInk() {
    static const std::vector<std::pair<std::string, Draw>> kAll{
        {"none", [](cv::Mat&) {}},
        {"box", [](cv::Mat& print) { drawBox(print, 9, 3); }},
        {"fine_box", [](cv::Mat& print) { drawBox(print, 16, 1, 0, 40); }},
        {"double_box", [](cv::Mat& print) { drawBox(print, 6, 2), drawBox(print, 15, 2); }},
        {"frame", [](cv::Mat& print) { drawBox(print, 10, 12); }},
        {"turned_box", [](cv::Mat& print) { drawBox(print, 22, 3, 3.5); }},
        {"edges",
         [](cv::Mat& print) {
             print.colRange(print.cols - 10, print.cols) = 0;
             print.rowRange(print.rows - 10, print.rows) = 0;
         }},
        {"all_edges",
         [](cv::Mat& print) {
             drawBox(print, 0, 36);
         }},
        {"slanted_edge",
         [](cv::Mat& print) {
             const std::vector<cv::Point> wedge{{print.cols - 8, 0}, {print.cols, 0}, {print.cols, print.rows}, {print.cols - 34, print.rows}};
             cv::fillConvexPoly(print, wedge, cv::Scalar(8));
         }},
        {"text",
         [](cv::Mat& print) {
             drawText(print, "R. INDEX  2", {8, 26}, 0.8, 2);
             drawText(print, "SPECIMEN UTO 0417", {8, print.rows - 12}, 0.7, 2, 20);
         }},
        {"small_text",
         [](cv::Mat& print) {
             for (int y = print.rows - 62; y < print.rows; y += 20) drawText(print, "1. leave this space blank 0123", {6, y}, 0.5, 1);
         }},
        {"text_over", [](cv::Mat& print) { drawText(print, "UTO-2291", {print.cols / 6, print.rows / 2}, 1.3, 3); }},
        {"stamp",
         [](cv::Mat& print) {
             const cv::Point at(print.cols - 70, print.rows - 70);
             cv::circle(print, at, 60, cv::Scalar(60), 3, cv::LINE_AA);
             cv::circle(print, at, 50, cv::Scalar(60), 2, cv::LINE_AA);
             drawText(print, "UTO", {at.x - 34, at.y + 12}, 1.1, 3, 60);
         }},
        {"crease",
         [](cv::Mat& print) {
             for (int x = 0; x < print.cols; ++x) {
                 const int y = print.rows * 3 / 4 + static_cast<int>(6 * std::sin(x / 60.0));
                 cv::circle(print, {x, y}, 4, cv::Scalar(245), cv::FILLED);
             }
         }},
        {"ruled",
         [](cv::Mat& print) {
             for (int y = 40; y < print.rows; y += 70) cv::line(print, {0, y}, {print.cols, y}, cv::Scalar(30), 2);
         }},
        {"pen", [](cv::Mat& print) { cv::line(print, {10, print.rows - 20}, {print.cols - 20, 30}, cv::Scalar(20), 4, cv::LINE_AA); }}};
    return kAll;
}

inline Draw drawnInk(const std::string& name) {
    for (const auto& [each, draw] : drawnInk())
        if (each == name) return draw;
    return nullptr;
}

}  // namespace cotejo::test
