#pragma once

/// Codes of comparison in general; the engines' own are in face/errors.h and finger/errors.h.
namespace cotejo::match {

inline constexpr char kScoreIncomparable[] =
    "E_SCORE_INCOMPARABLE";  ///< templates or scores of different algorithms or models
inline constexpr char kCalibrationMissing[] =
    "E_CALIBRATION_MISSING";  ///< no calibration report for this algorithm and model
inline constexpr char kCalibrationBad[] =
    "E_CALIBRATION_BAD";  ///< a report breaks its own rules, or has too little evidence

}  // namespace cotejo::match
