#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

#include "core/match/face/face_geometry.h"
#include "core/match/face/face_nets.h"
#include "core/match/face/face_template.h"
#include "core/match/face/model_manifest.h"
#include "core/record/code.h"

namespace cotejo::match {

/// How the face was looked for: each way is tried only when those before it found none.
enum class SearchWay { Whole, Padded, Tiles, Brightened, Turned };
/// Why the chosen face was taken.
enum class FaceChoice { OnlyFace, LargestAndMostCentral };

/// A face in the image, in pixels of the image given. Weight: area times nearness to the centre times
/// confidence.
struct FoundFace {
    cv::Rect2f box;
    float confidence = 0;
    double weight = 0;
    double fit = 0;  ///< distance of the five points from the form of a face, in pixels of the 112-pixel crop
    FivePoints points{};
    std::optional<Landmarks> landmarks;  ///< of sets that find 68 points
};

/// Everything that was found out about an image with a face. Points and boxes are in pixels of the image
/// given.
struct FaceExtraction {
    std::vector<FoundFace> faces;  ///< heaviest first; the first one is the chosen one
    FaceChoice choice = FaceChoice::OnlyFace;
    SearchWay way = SearchWay::Whole;
    int quarterTurns = 0;  ///< clockwise turns after which the face stood upright
    FivePoints points{};   ///< of the chosen face
    cv::Mat aligned;       ///< upright crop that went into the network, BGR
    double strength = 0;   ///< length of the raw embedding
    FaceTemplate faceTemplate;

    const FoundFace& chosen() const { return faces.front(); }
};

/// Finds a face, its landmarks, and its template. Deterministic; uses one thread and belongs to one thread at
/// a time
/// (`clone` gives another thread its own). Loading switches OpenCV to one thread for the whole program:
/// threads are ours.
class FaceEngine {
  public:
    /// Smallest and largest side and most pixels of an image that `extract` takes.
    static constexpr int kLeastSide = 24, kMostSide = 12'000;
    static constexpr std::int64_t kMostPixels = 144'000'000;

    /// Reads the set's files from `modelFolder`, checks their hashes before anything else looks at them, and
    /// runs the self-test. Errors: E_MODEL_HASH, E_MODEL_SHAPE, E_MODEL_SELF_TEST, E_NOT_FOUND,
    /// E_NOT_READABLE.
    static Result<FaceEngine> load(const ModelManifest& manifest, const std::filesystem::path& modelFolder);
    /// The set this site has chosen (see site_set.h), else "ctj-face-1" as it ships (see findShare).
    static Result<FaceEngine> loadDefault();
    Result<FaceEngine> clone() const;

    /// `bgr` is 8-bit with 1, 3 or 4 channels. Errors: E_FACE_NOT_FOUND, E_FACE_IMAGE, E_CANCELLED,
    /// E_MODEL_SHAPE.
    Result<FaceExtraction> extract(const cv::Mat& bgr, std::stop_token stop = {});

    const ModelManifest& manifest() const { return m_files->manifest; }
    const record::Algorithm& algorithm() const { return m_algorithm; }

  private:
    struct Files {
        ModelManifest manifest;
        Bytes detector, embedder;
        std::optional<Bytes> landmarks;
    };
    struct View;
    struct Picture;

    static Result<FaceEngine> assemble(std::shared_ptr<const Files> files);
    Status selfTest();
    static Result<Picture> pictureOf(const cv::Mat& image);
    static Picture brightened(const Picture& picture);
    Result<std::vector<FaceBox>> boxesIn(const cv::Mat& image);
    Result<std::vector<FoundFace>> facesIn(const Picture& picture, SearchWay way);
    Result<std::optional<FaceExtraction>> look(const Picture& picture, SearchWay way);
    Result<std::vector<float>> embed(const cv::Mat& aligned, double& strength);

    std::shared_ptr<const Files> m_files;
    record::Algorithm m_algorithm;
    FivePoints m_alignedPoints{};
    std::variant<BoxNet, YuNet> m_boxes;
    std::optional<LandmarkNet> m_landmarks;
    EmbeddingNet m_embedding;
};

}  // namespace cotejo::match

namespace cotejo::record {
template <>
inline constexpr auto codes<match::SearchWay> =
    std::to_array<Code<match::SearchWay>>({{match::SearchWay::Whole, "whole"},
                                           {match::SearchWay::Padded, "padded"},
                                           {match::SearchWay::Tiles, "tiles"},
                                           {match::SearchWay::Brightened, "brightened"},
                                           {match::SearchWay::Turned, "turned"}});
template <>
inline constexpr auto codes<match::FaceChoice> = std::to_array<Code<match::FaceChoice>>(
    {{match::FaceChoice::OnlyFace, "only_face"},
     {match::FaceChoice::LargestAndMostCentral, "largest_and_most_central"}});
}  // namespace cotejo::record
