#pragma once

#include <opencv2/core.hpp>
#include <vector>

/// Inner steps of extraction on a padded float image; not part of the engine's public face.
namespace cotejo::match {

/// Working state of one print. All planes are padded by kPad on each side and a multiple of kBlock large;
/// grids have one cell per kBlock x kBlock pixels of the padded plane.
struct RidgeField {
    static constexpr int kPad = 24;
    static constexpr int kBlock = 8;
    int width = 0;  ///< of the print without padding
    int height = 0;
    cv::Mat1f normal;      ///< local mean 0, local deviation about 1, 0 outside the print
    cv::Mat1f contrast;    ///< per cell: local standard deviation of gray
    cv::Mat1b mask;        ///< per cell: 1 = print
    cv::Mat1b blocked;     ///< per cell: 1 = other ink hides the print; may be empty
    cv::Mat1b foreign;     ///< per pixel without padding: 255 = other ink, filled up; may be empty
    cv::Mat1f cos2, sin2;  ///< per cell: unit vector of twice the ridge angle (image axes, y down)
    cv::Mat1f coherence;   ///< per cell: 0-1
    cv::Mat1f period;      ///< per cell: ridge distance in pixels
    cv::Mat1f crossed;     ///< filtered across the ridges: half way to `enhanced`
    cv::Mat1f enhanced;    ///< band-passed along the ridges, amplitude about 1, ridges negative
    cv::Mat1f agreement;   ///< per cell: correlation of enhanced and normal, -1 to 1

    /// Size of a plane with its padding.
    static cv::Size padded(int width, int height);
    /// Planes of zeros for a print of this size. Fresh pages cost more than the sums on them, so a thread keeps the
    /// memory of its last print (at most 12 MB): no two fields that share() may live at once on one thread.
    void share(int width, int height);
    /// The same in memory of its own.
    void create(int width, int height);

  private:
    void cut(int printWidth, int printHeight, cv::Mat1f& store);
    cv::Mat1f m_own;
};

/// Fills normal and contrast from 8-bit pixels at 500 ppi; the field must have planes of this size.
void normalise(const cv::Mat& pixels, RidgeField& field);
/// First mask: where there is contrast and a direction. False if the print is blank (no contrast anywhere).
bool segment(RidgeField& field);
/// Drops cells where the enhanced pattern does not explain the image, closes holes, keeps the large parts.
void refineSegment(RidgeField& field);

/// Ridge direction from the gradients of `source` (normal or enhanced); `spread` is the smoothing in cells.
void estimateDirection(const cv::Mat1f& source, double spread, RidgeField& field);
/// Ridge distance across the direction, from `normal`.
void estimatePeriod(RidgeField& field);
/// Filters `normal` along and across the ridges into `enhanced`, and measures `agreement`. The mask must be the
/// same in every call: nothing is cleared.
void enhance(RidgeField& field, double sigmaAlong);

/// One-pixel ridge lines of `enhanced`, cleaned: 1 on the line. Padded like the planes.
cv::Mat1b skeletonise(const RidgeField& field);

}  // namespace cotejo::match
