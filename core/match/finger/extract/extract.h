#pragma once

#include <opencv2/core.hpp>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/match/finger/finger_template.h"
#include "core/record/sample.h"
#include "core/record/score.h"

namespace cotejo::match {

/// One print: 8-bit gray, ridges dark, rows from the top, with its resolution.
struct FingerImage {
    cv::Mat pixels;
    record::Ppi ppi;
};

struct FingerOptions {
    bool pictures = false;  ///< also hand back the enhanced image and the skeleton for display
};

/// What an officer can do about a weak print. Codes, in the order of importance.
enum class FingerAdvice { SmallArea, LowContrast, TooDry, TooWet, UnclearRidges, FewMinutiae, AtTheEdge };
}  // namespace cotejo::match

namespace cotejo::record {
template <>
inline constexpr auto codes<match::FingerAdvice> =
    std::to_array<Code<match::FingerAdvice>>({{match::FingerAdvice::SmallArea, "small_area"},
                                              {match::FingerAdvice::LowContrast, "low_contrast"},
                                              {match::FingerAdvice::TooDry, "too_dry"},
                                              {match::FingerAdvice::TooWet, "too_wet"},
                                              {match::FingerAdvice::UnclearRidges, "unclear_ridges"},
                                              {match::FingerAdvice::FewMinutiae, "few_minutiae"},
                                              {match::FingerAdvice::AtTheEdge, "at_the_edge"}});
}  // namespace cotejo::record

namespace cotejo::match {

/// Everything that extraction found. The quality map has one byte (0-100, 0 = no print) per DirectionField
/// cell.
struct FingerExtraction {
    FingerTemplate finger;
    std::vector<FingerAdvice> advice;
    cv::Mat qualityMap;  ///< CV_8UC1, one pixel a cell of DirectionField::kCell pixels of 500 ppi
    cv::Mat foreign;     ///< CV_8UC1 at 500 ppi, 255 on ink that is no ridge (lines, boxes, edges, letters); empty when there is none
    double scale = 1;    ///< pixels of 500 ppi per pixel of the given image
    cv::Mat enhanced;    ///< CV_8UC1 at 500 ppi, ridges dark; empty unless asked for
    cv::Mat skeleton;    ///< CV_8UC1 at 500 ppi, 0 on ridge lines, 255 elsewhere; empty unless asked for
};

/// Identity of this engine: "ctj-finger", version, SHA-256 over its parameters. Templates and scores carry
/// it.
const record::Algorithm& fingerAlgorithm();
/// The same for scores of comparisons from minutiae alone ("ctj-finger-minutiae"), which have their own
/// calibration.
const record::Algorithm& fingerMinutiaeAlgorithm();

/// Finds the print and its minutiae. The same answer on every run and with any number of threads. Any thread.
/// Errors: E_INVALID_ARGUMENT (not 8-bit gray), E_FINGER_PPI_UNKNOWN, E_FINGER_PPI_UNSUPPORTED,
/// E_FINGER_TOO_SMALL, E_FINGER_TOO_LARGE, E_FINGER_BLANK, E_FINGER_NO_RIDGES, E_CANCELLED, E_INTERNAL.
Result<FingerExtraction> extractFinger(const FingerImage& image, const FingerOptions& options = {},
                                       std::stop_token stop = {});

}  // namespace cotejo::match
