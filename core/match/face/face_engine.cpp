#include "core/match/face/face_engine.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <opencv2/imgproc.hpp>

#include "core/base/errors.h"
#include "core/match/face/errors.h"

namespace cotejo::match {
namespace {

constexpr double kWorkingPixels = 24e6;
constexpr std::size_t kMostFaces = 32;  ///< whose landmarks are computed
constexpr double kTurnMargin = 1.1;     ///< by which a turned find must be stronger than the upright one
constexpr double kRetryMargin = 1.1;    ///< more looks give chance more chances, so they must show more
constexpr std::size_t kMostTried = 3;   ///< faces of one look that are tried until one passes

void useOneThread() {
    static std::once_flag once;
    std::call_once(once, [] { cv::setNumThreads(1); });
}

/// Also the input of the published parity vector.
cv::Mat selfTestImage(int size) {
    cv::Mat image(size, size, CV_8UC3);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            for (int c = 0; c < 3; ++c)
                image.at<cv::Vec3b>(y, x)[c] = static_cast<std::uint8_t>((2 * x + y + 40 * c) % 256);
    return image;
}

double lengthOf(const std::vector<float>& values) {
    double sum = 0;
    for (const float value : values)
        sum += double(value) * value;
    return std::sqrt(sum);
}

double weightOf(const FaceBox& face, cv::Size image) {
    const double x = (face.box.x + face.box.width / 2) / image.width - 0.5;
    const double y = (face.box.y + face.box.height / 2) / image.height - 0.5;
    return double(face.box.area()) * std::max(0.1, 1 - 1.2 * std::hypot(x, y)) * face.confidence;
}

/// Pixel coordinates before the clockwise quarter turns; `size` is the size before them.
cv::Point2f turnedBack(cv::Point2f point, cv::Size size, int quarterTurns) {
    const auto right = static_cast<float>(size.width - 1), bottom = static_cast<float>(size.height - 1);
    switch (quarterTurns) {
        case 1:
            return {point.y, bottom - point.x};
        case 2:
            return {right - point.x, bottom - point.y};
        case 3:
            return {right - point.y, point.x};
        default:
            return point;
    }
}

}  // namespace

/// An image to look for boxes in, and where its pixels are in the picture: point = origin + step * pixel.
struct FaceEngine::View {
    cv::Mat image;
    cv::Point2f origin{0, 0};
    float step = 1;
};

/// What is looked at as a whole: the image given, reduced if very large, turned, perhaps brightened.
struct FaceEngine::Picture {
    cv::Mat pixels;
    int quarterTurns = 0;

    std::vector<View> views(SearchWay way) const;
};

std::vector<FaceEngine::View> FaceEngine::Picture::views(SearchWay way) const {
    const int longSide = std::max(pixels.cols, pixels.rows), shortSide = std::min(pixels.cols, pixels.rows);
    std::vector<View> all;
    if (way == SearchWay::Padded) {
        // A face that fills the image is larger than anything the detector knows: show it from further away.
        const double reduce = std::min(1.0, 320.0 / longSide);
        cv::Mat small;
        cv::resize(pixels, small, {}, reduce, reduce, cv::INTER_AREA);
        for (const double border : {0.35, 1.0}) {
            const int width = std::max(8, int(border * std::max(small.cols, small.rows)));
            View view{{}, {}, static_cast<float>(double(pixels.cols) / small.cols)};
            cv::copyMakeBorder(small, view.image, width, width, width, width, cv::BORDER_CONSTANT,
                               cv::Scalar::all(127));
            view.origin =
                cv::Point2f(-static_cast<float>(width) * view.step, -static_cast<float>(width) * view.step);
            all.push_back(view);
        }
    } else if (way == SearchWay::Tiles) {
        // Faces too small at 320x240: overlapping halves, then thirds, as long as a tile holds more than the
        // network sees.
        for (const int parts : {2, 3}) {
            if (shortSide < 240 * parts) break;
            const int width = pixels.cols / parts, height = pixels.rows / parts;
            for (int row = 0; row < 2 * parts - 1; ++row)
                for (int column = 0; column < 2 * parts - 1; ++column) {
                    const cv::Point corner(column * width / 2, row * height / 2);
                    all.push_back({pixels(cv::Rect(corner, cv::Size(width, height))), corner, 1});
                }
        }
    } else {
        all.push_back({pixels, {0, 0}, 1});
    }
    return all;
}

/// Checked, as BGR, and no larger than a face can need.
Result<FaceEngine::Picture> FaceEngine::pictureOf(const cv::Mat& image) {
    if (image.empty() || image.dims != 2 || image.depth() != CV_8U)
        return fail(kFaceImageUnusable, "the image is empty or does not have 8 bits a channel");
    if (std::min(image.cols, image.rows) < kLeastSide || std::max(image.cols, image.rows) > kMostSide ||
        std::int64_t(image.cols) * image.rows > kMostPixels)
        return fail(kFaceImageUnusable,
                    "the image has " + std::to_string(image.cols) + "x" + std::to_string(image.rows) +
                        " pixels; sides of " + std::to_string(kLeastSide) + " to " +
                        std::to_string(kMostSide) + " and at most 144 million pixels are taken",
                    {{"width", std::to_string(image.cols)}, {"height", std::to_string(image.rows)}});
    cv::Mat bgr;
    if (image.channels() == 3)
        bgr = image;
    else if (image.channels() == 1)
        cv::cvtColor(image, bgr, cv::COLOR_GRAY2BGR);
    else if (image.channels() == 4)
        cv::cvtColor(image, bgr, cv::COLOR_BGRA2BGR);
    else
        return fail(kFaceImageUnusable,
                    "the image has " + std::to_string(image.channels()) + " channels; 1, 3 or 4 are taken");
    const double reduce = std::sqrt(kWorkingPixels / (double(bgr.cols) * bgr.rows));
    if (reduce < 1) {
        cv::Mat reduced;
        cv::resize(bgr, reduced, {}, reduce, reduce, cv::INTER_AREA);
        bgr = reduced;
    }
    return Picture{bgr, 0};
}

/// With the mean brightness brought to the middle, if it is far from it.
FaceEngine::Picture FaceEngine::brightened(const Picture& picture) {
    const auto mean = cv::mean(picture.pixels);
    const double level = std::clamp((mean[0] + mean[1] + mean[2]) / 3 / 255, 0.004, 0.996);
    const double gamma = std::clamp(std::log(0.5) / std::log(level), 0.15, 4.0);
    cv::Mat table(1, 256, CV_8U);
    for (int i = 0; i < 256; ++i)
        table.at<std::uint8_t>(i) = cv::saturate_cast<std::uint8_t>(255 * std::pow(i / 255.0, gamma));
    Picture changed{{}, picture.quarterTurns};
    cv::LUT(picture.pixels, table, changed.pixels);
    return changed;
}

Result<FaceEngine> FaceEngine::load(const ModelManifest& manifest, const std::filesystem::path& modelFolder) {
    auto files = std::make_shared<Files>();
    files->manifest = manifest;
    COTEJO_TRY_ASSIGN(files->detector, readModelFile(modelFolder, manifest.detector));
    if (manifest.landmarks) {
        COTEJO_TRY_ASSIGN(files->landmarks, readModelFile(modelFolder, *manifest.landmarks));
    }
    COTEJO_TRY_ASSIGN(files->embedder, readModelFile(modelFolder, manifest.embedder));
    COTEJO_TRY_ASSIGN(FaceEngine engine, assemble(std::move(files)));
    COTEJO_TRY(engine.selfTest());
    return engine;
}

Result<FaceEngine> FaceEngine::loadDefault() {
    COTEJO_TRY_ASSIGN(const auto file, chosenManifest());
    COTEJO_TRY_ASSIGN(const auto manifest, readModelManifest(file));
    return load(manifest, file.parent_path());
}

Result<FaceEngine> FaceEngine::clone() const {
    return assemble(m_files);
}

Result<FaceEngine> FaceEngine::assemble(std::shared_ptr<const Files> files) {
    useOneThread();
    const auto& manifest = files->manifest;
    FaceEngine engine;
    engine.m_algorithm = manifest.algorithm();
    for (std::size_t i = 0; i < engine.m_alignedPoints.size(); ++i)
        engine.m_alignedPoints[i] = {static_cast<float>(manifest.alignedPoints[i][0]),
                                     static_cast<float>(manifest.alignedPoints[i][1])};
    if (manifest.detectorKind == DetectorKind::YuNet) {
        COTEJO_TRY_ASSIGN(engine.m_boxes, YuNet::load(files->detector, manifest.detectorSize,
                                                      manifest.detectorThreshold, manifest.detectorOverlap));
    } else {
        COTEJO_TRY_ASSIGN(engine.m_boxes, BoxNet::load(files->detector, manifest.detectorThreshold,
                                                       manifest.detectorOverlap));
    }
    if (files->landmarks) {
        COTEJO_TRY_ASSIGN(engine.m_landmarks, LandmarkNet::load(*files->landmarks));
    }
    COTEJO_TRY_ASSIGN(engine.m_embedding,
                      EmbeddingNet::load(files->embedder, manifest.alignedSize, manifest.dimension,
                                         manifest.rgb, manifest.mean, manifest.divisor));
    engine.m_files = std::move(files);
    return engine;
}

Status FaceEngine::selfTest() {
    const auto& expected = m_files->manifest;
    const cv::Mat image = selfTestImage(expected.alignedSize);
    COTEJO_TRY(boxesIn(image));
    if (m_landmarks) COTEJO_TRY(m_landmarks->find(image, {0, 0, float(image.cols), float(image.rows)}));
    COTEJO_TRY_ASSIGN(const auto raw, m_embedding.embed(image));
    const double norm = lengthOf(raw);
    double worst = expected.selfTestNorm > 0 ? std::abs(norm - expected.selfTestNorm) : 0;
    const auto& first = expected.selfTestFirst;
    const auto& last = expected.selfTestLast;
    if (!(norm > 0) || first.size() > raw.size() || last.size() > raw.size())
        return fail(kModelSelfTest,
                    "model set " + expected.set + " gives no usable embedding for the test image");
    for (std::size_t i = 0; i < first.size(); ++i)
        worst = std::max(worst, std::abs(raw[i] / norm - first[i]));
    for (std::size_t i = 0; i < last.size(); ++i)
        worst = std::max(worst, std::abs(raw[raw.size() - last.size() + i] / norm - last[i]));
    if (!(worst <= 1e-3))
        return fail(kModelSelfTest,
                    "model set " + expected.set +
                        " computes other numbers on this machine than its manifest states "
                        "(difference " +
                        std::to_string(worst) + "); face comparison stays off",
                    {{"set", expected.set}});
    return {};
}

Result<std::vector<FaceBox>> FaceEngine::boxesIn(const cv::Mat& image) {
    return std::visit([&](auto& detector) { return detector.find(image); }, m_boxes);
}

Result<std::vector<FoundFace>> FaceEngine::facesIn(const Picture& picture, SearchWay way) {
    std::vector<FaceBox> boxes;
    for (const auto& view : picture.views(way)) {
        COTEJO_TRY_ASSIGN(auto found, boxesIn(view.image));
        for (auto& each : found) {
            each.box = {view.origin.x + view.step * each.box.x, view.origin.y + view.step * each.box.y,
                        view.step * each.box.width, view.step * each.box.height};
            if (each.points)
                for (auto& point : *each.points)
                    point = view.origin + view.step * point;
            boxes.push_back(each);
        }
    }
    std::vector<FoundFace> faces;
    for (const auto& each : withoutOverlaps(std::move(boxes), m_files->manifest.detectorOverlap)) {
        FoundFace face{each.box, each.confidence, weightOf(each, picture.pixels.size()), 0, {}, {}};
        if (m_landmarks) {
            COTEJO_TRY_ASSIGN(face.landmarks, m_landmarks->find(picture.pixels, each.box));
            face.points = fivePoints(*face.landmarks);
        } else {
            face.points = *each.points;  // the manifest allows no other detector without landmarks
        }
        face.fit =
            similarityBetween(face.points, m_alignedPoints).residual * 112 / m_files->manifest.alignedSize;
        faces.push_back(face);
        if (faces.size() == kMostFaces) break;
    }
    std::stable_sort(faces.begin(), faces.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    return faces;
}

/// The heaviest face of one look that passes as one, or nothing.
Result<std::optional<FaceExtraction>> FaceEngine::look(const Picture& picture, SearchWay way) {
    COTEJO_TRY_ASSIGN(auto faces, facesIn(picture, way));
    FaceExtraction found;
    found.way = picture.quarterTurns == 0 ? way : SearchWay::Turned;
    found.quarterTurns = picture.quarterTurns;
    for (std::size_t i = 0; i < std::min(faces.size(), kMostTried); ++i) {
        found.points = faces[i].points;
        found.aligned = alignedCrop(picture.pixels, similarityBetween(found.points, m_alignedPoints),
                                    m_files->manifest.alignedSize);
        COTEJO_TRY_ASSIGN(const auto embedding, embed(found.aligned, found.strength));
        const bool first = way == SearchWay::Whole && picture.quarterTurns == 0;
        if (found.strength < (first ? 1 : kRetryMargin) * m_files->manifest.leastStrength) continue;
        COTEJO_TRY_ASSIGN(found.faceTemplate, FaceTemplate::fromEmbedding(embedding, m_algorithm));
        std::rotate(faces.begin(), faces.begin() + static_cast<std::ptrdiff_t>(i),
                    faces.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        if (faces.size() > 1) found.choice = FaceChoice::LargestAndMostCentral;
        found.faces = std::move(faces);
        return std::optional(std::move(found));
    }
    return std::optional<FaceExtraction>();
}

Result<std::vector<float>> FaceEngine::embed(const cv::Mat& aligned, double& strength) {
    COTEJO_TRY_ASSIGN(auto values, m_embedding.embed(aligned));
    strength = lengthOf(values);
    if (!m_files->manifest.mirror) return values;
    cv::Mat mirrored;
    cv::flip(aligned, mirrored, 1);
    COTEJO_TRY_ASSIGN(const auto other, m_embedding.embed(mirrored));
    const double otherStrength = lengthOf(other);
    if (!(strength > 0) || !(otherStrength > 0)) return values;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(values[i] / strength + other[i] / otherStrength);
    return values;
}

Result<FaceExtraction> FaceEngine::extract(const cv::Mat& given, std::stop_token stop) try {
    COTEJO_TRY_ASSIGN(Picture upright, pictureOf(given));
    const cv::Size size = upright.pixels.size();
    const float step = static_cast<float>(given.cols) / static_cast<float>(size.width);
    const double sure = m_files->manifest.sureStrength;
    std::optional<FaceExtraction> best;
    const auto tryLook = [&](const Picture& picture, SearchWay way) -> Status {
        if (stop.stop_requested()) return fail(base::kCancelled, "face extraction was stopped");
        COTEJO_TRY_ASSIGN(auto found, look(picture, way));
        if (found && (!best || found->strength > kTurnMargin * best->strength)) best = std::move(found);
        return {};
    };
    for (const auto way : {SearchWay::Whole, SearchWay::Padded, SearchWay::Tiles, SearchWay::Brightened}) {
        if (best) break;
        COTEJO_TRY(way == SearchWay::Brightened ? tryLook(brightened(upright), way) : tryLook(upright, way));
    }
    // A face that is not sure may be one that lies on its side or head: the strongest turn wins.
    for (int turns = 1; turns <= 3 && !(best && best->strength >= sure); ++turns) {
        Picture turned{{}, turns};
        cv::rotate(upright.pixels, turned.pixels,
                   turns == 1   ? cv::ROTATE_90_CLOCKWISE
                   : turns == 2 ? cv::ROTATE_180
                                : cv::ROTATE_90_COUNTERCLOCKWISE);
        COTEJO_TRY(tryLook(turned, SearchWay::Whole));
        if (!best) COTEJO_TRY(tryLook(turned, SearchWay::Padded));
    }
    if (!best)
        return fail(
            kNoFace,
            "no face was found in the image, neither as it is nor enlarged, reduced, brightened or turned");
    const auto toGiven = [&](cv::Point2f point) {
        return step * turnedBack(point, size, best->quarterTurns);
    };
    for (auto& point : best->points)
        point = toGiven(point);
    for (auto& face : best->faces) {
        for (auto& point : face.points)
            point = toGiven(point);
        if (face.landmarks)
            for (auto& point : *face.landmarks)
                point = toGiven(point);
        face.box = {toGiven(face.box.tl()), toGiven(face.box.br())};
    }
    return *std::move(best);
} catch (const cv::Exception& error) {
    return fail(base::kInternal, std::string("OpenCV failed on the image: ") + error.what());
}

}  // namespace cotejo::match
