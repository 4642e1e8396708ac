#pragma once

#include <cstdint>
#include <opencv2/core.hpp>

namespace cotejo::match {

/// How one generated print differs from its finger.
struct ImpressionOptions {
    int width = 388;  ///< pixels of 500 ppi
    int height = 500;
    double rotation = 0;      ///< degrees, counter-clockwise
    double shiftX = 0;        ///< pixels, finger to the right
    double shiftY = 0;        ///< pixels, finger down
    double distortion = 0.3;  ///< 0 = a rigid finger, 1 = strongly pulled and twisted skin
    double noise = 0.3;       ///< 0 = clean, 1 = hardly usable
    double dryness = 0;       ///< -1 = wet, ridges run together; 1 = dry, ridges break up
    double partial = 1;       ///< share of the finger's height and width that touches, 0.3 to 1
};

/// A finger that never existed: a master ridge pattern from a seed, for the demo, tests and measurements. The
/// same seed gives the same pixels. Built in about a tenth of a second; a value; any thread may read it.
class SyntheticFinger {
  public:
    enum class Pattern { Arch, TentedArch, LeftLoop, RightLoop, Whorl };

    explicit SyntheticFinger(std::uint64_t seed);
    Pattern pattern() const { return m_pattern; }
    /// One print, CV_8UC1 at 500 ppi, ridges dark on light. `seed` makes the chance part of the impression.
    cv::Mat impression(std::uint64_t seed, const ImpressionOptions& options = {}) const;

  private:
    Pattern m_pattern = Pattern::Arch;
    std::uint64_t m_seed = 0;
    cv::Mat1f m_master;  ///< -1 ridge to 1 valley
    cv::Mat1f m_pores;   ///< 0 to 1, on ridges
};

/// Options drawn from a seed, as everyday captures vary: a little rotation, shift, stretch, noise.
ImpressionOptions everydayImpression(std::uint64_t seed);

}  // namespace cotejo::match
