#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/record/score.h"

namespace cotejo::match {

/// One file of a model set and the only content it may have.
struct ModelFile {
    std::string name;  ///< file name without folders
    std::size_t bytes = 0;
    Hash sha256;
};

/// Which outputs the detector answers with, and so how they are read.
enum class DetectorKind {
    Boxes,  ///< "boxes-320x240": boxes [1,n,4] and scores [1,n,2]
    YuNet   ///< "yunet": cls, obj, bbox and kps at strides 8, 16 and 32 (OpenCV model zoo, 2023mar)
};
/// Where the five points of the alignment come from.
enum class LandmarkKind {
    Grey68,   ///< "grey-64-68": a network of its own, 68 points
    Detector  ///< "detector": the detector's own five points; there are no 68
};

/// How a model set is to be used: its files, and every number of the recipe around them. Read from a JSON
/// file (resources/models/*.json, or a site's own folder); weights are never part of it.
struct ModelManifest {
    std::string set;  ///< stays with every template, e.g. "ctj-face-1"
    std::string title;
    std::string source;
    std::string licence;
    DetectorKind detectorKind = DetectorKind::Boxes;
    LandmarkKind landmarkKind = LandmarkKind::Grey68;
    int detectorSize = 0;  ///< YuNet only: side of the square it looks at, a multiple of 32
    ModelFile detector, embedder;
    std::optional<ModelFile> landmarks;  ///< none when the detector gives the points
    double detectorThreshold = 0;  ///< confidence from which a box counts, 0..1
    double detectorOverlap = 0;    ///< intersection over union from which the weaker box goes
    int alignedSize = 0;           ///< side of the aligned crop in pixels
    /// Left eye, right eye, nose, left and right corner of the mouth (as seen in the image) in the aligned
    /// crop.
    std::array<std::array<double, 2>, 5> alignedPoints{};
    bool rgb = false;              ///< channel order of the embedder; false = BGR
    double mean = 0, divisor = 1;  ///< pixel x becomes (x - mean) / divisor
    int dimension = 0;
    bool mirror = false;  ///< the embedding is the mean of the crop's and its mirror image's
    /// Length of the raw embedding below which a find is no face, and from which it surely is one that stands
    /// upright.
    double leastStrength = 0, sureStrength = 0;
    /// Start-up self-test: raw length and first and last values of the normalised embedding (no mirror) of
    /// the image I[y,x,c] = (2x + y + 40c) mod 256. Norm 0 = the manifest states none.
    double selfTestNorm = 0;
    std::vector<double> selfTestFirst, selfTestLast;

    /// Identity of everything that shapes a score: set id, version of our code, SHA-256 over file hashes and
    /// recipe.
    record::Algorithm algorithm() const;
    /// The files of the set, in the order detector, landmarks, embedder.
    std::vector<ModelFile> files() const;
};

/// Errors: E_MODEL_MANIFEST naming the field; E_MALFORMED.
Result<ModelManifest> parseModelManifest(std::string_view json, std::string_view what);
/// Also E_NOT_FOUND, E_NOT_READABLE.
Result<ModelManifest> readModelManifest(const std::filesystem::path& file);
/// The manifest in use: that of the site's own set (see site_set.h) if one is chosen and still what was chosen,
/// else that of the shipped set. Errors: E_MODEL_HASH, E_NOT_FOUND, E_NOT_READABLE, E_MALFORMED.
Result<std::filesystem::path> chosenManifest();
/// The file's bytes if size and SHA-256 are as stated. Errors: E_MODEL_HASH, E_NOT_FOUND, E_NOT_READABLE.
Result<Bytes> readModelFile(const std::filesystem::path& folder, const ModelFile& file);

}  // namespace cotejo::match
