#include "core/match/face/face_nets.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/imgproc.hpp>

#include "core/match/face/errors.h"

namespace cotejo::match {
namespace {

constexpr int kBoxWidth = 320, kBoxHeight = 240, kLandmarkSide = 64;
constexpr std::size_t kMostBoxes = 64;
constexpr int kYuNetStrides[] = {8, 16, 32};
constexpr float kMostLogSide = 10;  ///< no face has more cells a side; keeps exp() finite

Result<cv::dnn::Net> loadNet(const Bytes& onnx, const char* what) {
    try {
        auto net = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(onnx.data()), onnx.size());
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        return net;
    } catch (const cv::Exception& error) {
        return fail(kModelShape, std::string("the ") + what + " network cannot be loaded: " + error.what());
    }
}

tl::unexpected<Error> wrongShape(const char* what, const std::string& why) {
    return fail(kModelShape,
                std::string("the ") + what + " network does not answer as its kind must: " + why);
}

float overlapOf(const cv::Rect2f& a, const cv::Rect2f& b) {
    const float both = (a & b).area();
    return both > 0 ? both / (a.area() + b.area() - both) : 0;
}

}  // namespace

std::vector<FaceBox> withoutOverlaps(std::vector<FaceBox> boxes, double overlap) {
    std::stable_sort(boxes.begin(), boxes.end(),
                     [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
    std::vector<FaceBox> kept;
    for (const auto& each : boxes) {
        const bool taken = std::any_of(kept.begin(), kept.end(), [&](const auto& other) {
            return overlapOf(each.box, other.box) > overlap;
        });
        if (!taken) kept.push_back(each);
        if (kept.size() == kMostBoxes) break;
    }
    return kept;
}

Result<BoxNet> BoxNet::load(const Bytes& onnx, double threshold, double overlap) {
    BoxNet net;
    COTEJO_TRY_ASSIGN(net.m_net, loadNet(onnx, "detector"));
    net.m_threshold = threshold;
    net.m_overlap = overlap;
    return net;
}

Result<std::vector<FaceBox>> BoxNet::find(const cv::Mat& image) try {
    // The image stands in the top left corner of a 4:3 frame; only its own part of the frame is resized.
    const double frameWidth = std::max<double>(image.cols, image.rows * 4 / 3.0);
    const double frameHeight = frameWidth * 3 / 4;
    const cv::Size part(std::clamp(int(std::lround(image.cols * kBoxWidth / frameWidth)), 1, kBoxWidth),
                        std::clamp(int(std::lround(image.rows * kBoxHeight / frameHeight)), 1, kBoxHeight));
    cv::Mat frame(kBoxHeight, kBoxWidth, CV_8UC3, cv::Scalar::all(127));
    cv::Mat content;
    cv::resize(image, content, part, 0, 0, image.cols > 1.5 * part.width ? cv::INTER_AREA : cv::INTER_LINEAR);
    content.copyTo(frame(cv::Rect({0, 0}, part)));

    m_net.setInput(cv::dnn::blobFromImage(frame, 1 / 128.0, {}, cv::Scalar::all(127), true));
    std::vector<cv::Mat> answers;
    m_net.forward(answers, std::vector<cv::String>{"boxes", "scores"});
    if (answers.size() != 2) return wrongShape("detector", "two outputs were expected");
    const auto &boxes = answers[0], &scores = answers[1];
    if (boxes.dims != 3 || scores.dims != 3 || boxes.size[2] != 4 || scores.size[2] != 2 ||
        boxes.size[1] != scores.size[1] || boxes.type() != CV_32F || scores.type() != CV_32F)
        return wrongShape("detector", "boxes [1,n,4] and scores [1,n,2] were expected");

    const float* corner = boxes.ptr<float>();
    const float* score = scores.ptr<float>();
    const auto width = static_cast<float>(frameWidth), height = static_cast<float>(frameHeight);
    std::vector<FaceBox> found;
    for (int i = 0; i < boxes.size[1]; ++i, corner += 4, score += 2) {
        if (!(score[1] > m_threshold)) continue;
        const cv::Rect2f box(cv::Point2f(corner[0] * width, corner[1] * height),
                             cv::Point2f(corner[2] * width, corner[3] * height));
        if (box.width >= 1 && box.height >= 1) found.push_back({box, score[1], {}});
    }
    return withoutOverlaps(std::move(found), m_overlap);
} catch (const cv::Exception& error) {
    return wrongShape("detector", error.what());
}

Result<YuNet> YuNet::load(const Bytes& onnx, int size, double threshold, double overlap) {
    YuNet net;
    COTEJO_TRY_ASSIGN(net.m_net, loadNet(onnx, "detector"));
    net.m_size = size;
    net.m_threshold = threshold;
    net.m_overlap = overlap;
    return net;
}

Result<std::vector<FaceBox>> YuNet::find(const cv::Mat& image) try {
    const double step = double(std::max(image.cols, image.rows)) / m_size;
    const cv::Size part(std::clamp(int(std::lround(image.cols / step)), 1, m_size),
                        std::clamp(int(std::lround(image.rows / step)), 1, m_size));
    cv::Mat frame(m_size, m_size, CV_8UC3, cv::Scalar::all(0)), content;
    cv::resize(image, content, part, 0, 0, step > 1.5 ? cv::INTER_AREA : cv::INTER_LINEAR);
    content.copyTo(frame(cv::Rect({0, 0}, part)));
    m_net.setInput(cv::dnn::blobFromImage(frame));

    // By shape, not by name: importers rename outputs. cls and obj look alike and are only multiplied.
    std::vector<cv::Mat> answers;
    m_net.forward(answers, m_net.getUnconnectedOutLayersNames());
    const auto outputsOf = [&](int cells, int width) {
        std::vector<const float*> all;
        for (const auto& answer : answers)
            if (answer.dims == 3 && answer.size[0] == 1 && answer.size[1] == cells &&
                answer.size[2] == width && answer.type() == CV_32F && answer.isContinuous())
                all.push_back(answer.ptr<float>());
        return all;
    };
    std::vector<FaceBox> found;
    for (const int stride : kYuNetStrides) {
        const int side = m_size / stride, cells = side * side;
        const auto scores = outputsOf(cells, 1), boxes = outputsOf(cells, 4), fives = outputsOf(cells, 10);
        if (scores.size() != 2 || boxes.size() != 1 || fives.size() != 1)
            return wrongShape("detector", "for stride " + std::to_string(stride) + " two outputs [1," +
                                              std::to_string(cells) + ",1], one [1," + std::to_string(cells) +
                                              ",4] and one [1," + std::to_string(cells) +
                                              ",10] were expected");
        const float *cls = scores[0], *obj = scores[1], *box = boxes[0], *points = fives[0];
        const double unit = stride * step;  // pixels of the image in one cell
        for (int cell = 0; cell < cells; ++cell, box += 4, points += 10) {
            const double score =
                std::sqrt(std::clamp<double>(cls[cell], 0, 1) * std::clamp<double>(obj[cell], 0, 1));
            if (!(score > m_threshold)) continue;
            const double column = cell % side,
                         row = cell / side;  // NOLINT(bugprone-integer-division): whole rows
            const double width = std::exp(std::min(box[2], kMostLogSide)) * unit;
            const double height = std::exp(std::min(box[3], kMostLogSide)) * unit;
            FaceBox face{cv::Rect2f(static_cast<float>((column + box[0]) * unit - width / 2),
                                    static_cast<float>((row + box[1]) * unit - height / 2),
                                    static_cast<float>(width), static_cast<float>(height)),
                         static_cast<float>(score), FivePoints{}};
            bool finite = std::isfinite(face.box.x) && std::isfinite(face.box.y) && std::isfinite(height);
            for (std::size_t i = 0; i < face.points->size(); ++i) {
                (*face.points)[i] = {static_cast<float>((points[2 * i] + column) * unit),
                                     static_cast<float>((points[2 * i + 1] + row) * unit)};
                finite = finite && std::isfinite((*face.points)[i].x) && std::isfinite((*face.points)[i].y);
            }
            if (finite && width >= 1 && height >= 1) found.push_back(face);
        }
    }
    return withoutOverlaps(std::move(found), m_overlap);
} catch (const cv::Exception& error) {
    return wrongShape("detector", error.what());
}

Result<LandmarkNet> LandmarkNet::load(const Bytes& onnx) {
    LandmarkNet net;
    COTEJO_TRY_ASSIGN(net.m_net, loadNet(onnx, "landmark"));
    return net;
}

Result<Landmarks> LandmarkNet::find(const cv::Mat& image, const cv::Rect2f& box) try {
    const cv::Rect whole(cv::Point(int(std::floor(box.x)), int(std::floor(box.y))),
                         cv::Point(int(std::ceil(box.br().x)), int(std::ceil(box.br().y))));
    cv::Mat grey, small;
    const cv::Mat crop = paddedCrop(image, whole, cv::Scalar::all(0));
    cv::resize(crop, small, {kLandmarkSide, kLandmarkSide}, 0, 0,
               crop.cols > 2 * kLandmarkSide ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    m_net.setInput(cv::dnn::blobFromImage(grey, 1 / 256.0));
    const cv::Mat answer = m_net.forward();
    Landmarks points;
    if (answer.total() != 2 * points.size() || answer.type() != CV_32F)
        return wrongShape("landmark",
                          "136 numbers were expected, " + std::to_string(answer.total()) + " came");
    const float* value = answer.ptr<float>();
    for (auto& point : points) {
        point.x = static_cast<float>(whole.x) + value[0] * static_cast<float>(whole.width);
        point.y = static_cast<float>(whole.y) + value[1] * static_cast<float>(whole.height);
        value += 2;
    }
    return points;
} catch (const cv::Exception& error) {
    return wrongShape("landmark", error.what());
}

Result<EmbeddingNet> EmbeddingNet::load(const Bytes& onnx, int size, int dimension, bool rgb, double mean,
                                        double divisor) {
    EmbeddingNet net;
    COTEJO_TRY_ASSIGN(net.m_net, loadNet(onnx, "embedding"));
    net.m_size = size;
    net.m_dimension = dimension;
    net.m_rgb = rgb;
    net.m_mean = mean;
    net.m_divisor = divisor;
    return net;
}

Result<std::vector<float>> EmbeddingNet::embed(const cv::Mat& aligned) try {
    m_net.setInput(
        cv::dnn::blobFromImage(aligned, 1 / m_divisor, {m_size, m_size}, cv::Scalar::all(m_mean), m_rgb));
    const cv::Mat answer = m_net.forward();
    if (answer.total() != static_cast<std::size_t>(m_dimension) || answer.type() != CV_32F)
        return wrongShape("embedding", std::to_string(m_dimension) + " numbers were expected, " +
                                           std::to_string(answer.total()) + " came");
    const float* values = answer.ptr<float>();
    if (!std::all_of(values, values + answer.total(), [](float value) { return std::isfinite(value); }))
        return wrongShape("embedding", "a value is not finite");
    return std::vector<float>(values, values + answer.total());
} catch (const cv::Exception& error) {
    return wrongShape("embedding", error.what());
}

}  // namespace cotejo::match
