#include "core/match/site_set.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <opencv2/imgproc.hpp>

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/share.h"
#include "core/match/calibration.h"
#include "core/match/errors.h"
#include "core/match/face/errors.h"
#include "core/match/face/quality/quality.h"
#include "tests/support/onnx_graph.h"
#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/match/face/face_support.h"

namespace cotejo::match {
namespace {

namespace fs = std::filesystem;
using test::OnnxGraph;

/// What every cell of a stride states about its face, in cells.
struct Cell {
    std::array<float, 4> box{};
    std::array<float, 10> points{};
};

/// A network with YuNet's twelve outputs that takes cells of pure blue for faces, at one of its strides.
Bytes blueCellDetector(int size, int strideThatSees, const Cell& cell, int pointOutputs = 10) {
    OnnxGraph graph;
    graph.input("input", {1, 3, size, size});
    for (const int stride : {8, 16, 32}) {
        const auto s = std::to_string(stride);
        const std::int64_t cells = std::int64_t(size / stride) * (size / stride);
        graph.averages("input", "mean_" + s, stride);
        const float seen = stride == strideThatSees ? 1.0F / 255 : 0;
        const auto head = [&](const std::string& name, const std::vector<std::vector<float>>& weights,
                              const std::vector<float>& constants) {
            const auto width = static_cast<std::int64_t>(weights.size());
            graph.mix("mean_" + s, name + s + "_map", weights, constants);
            graph.node("Transpose", {name + s + "_map"}, name + s + "_last", {{"perm", {0, 2, 3, 1}}});
            graph.integers(name + s + "_shape", {1, -1, width});
            graph.node("Reshape", {name + s + "_last", name + s + "_shape"}, name + s);
            graph.output(name + s, {1, cells, width});
        };
        head("cls_", {{seen, 0, -seen}}, {0});
        head("obj_", {{seen, -seen, 0}}, {0});
        head("bbox_", std::vector<std::vector<float>>(4, {0, 0, 0}), {cell.box.begin(), cell.box.end()});
        const auto points = static_cast<std::size_t>(pointOutputs);
        head("kps_", std::vector<std::vector<float>>(points, {0, 0, 0}),
             {cell.points.begin(), cell.points.begin() + pointOutputs});
    }
    return graph.file();
}

/// 192 numbers: the mean colours of 8 x 8 parts of a 112 x 112 crop.
Bytes colourEmbedder() {
    OnnxGraph graph;
    graph.input("input", {1, 3, 112, 112});
    graph.averages("input", "parts", 14);
    graph.integers("shape", {1, 192});
    graph.node("Reshape", {"parts", "shape"}, "embedding");
    graph.output("embedding", {1, 192});
    return graph.file();
}

TEST(YuNetReader, PutsBoxesAndPointsOfEveryStrideWhereTheHeadsSay) {
    for (const int stride : {8, 16, 32}) {
        Cell cell{{0.5F, 0.25F, std::log(2.0F), std::log(3.0F)},
                  {0.0F, 0.1F, 1.0F, 0.2F, 0.5F, 0.5F, 0.25F, 0.75F, 0.75F, 0.8F}};
        auto net = YuNet::load(blueCellDetector(320, stride, cell), 320, 0.8, 0.3);
        ASSERT_TRUE(net) << net.error().detail;
        // Twice the size of the frame, so that every number comes back doubled.
        cv::Mat image(480, 640, CV_8UC3, cv::Scalar::all(120));
        const int column = 3, row = 2, unit = 2 * stride;
        image(cv::Rect(column * unit, row * unit, unit, unit)) = cv::Scalar(255, 0, 0);
        const auto found = net->find(image);
        ASSERT_TRUE(found) << found.error().detail;
        ASSERT_EQ(found->size(), 1U) << stride;
        const auto& face = found->front();
        EXPECT_NEAR(face.confidence, 1, 0.02);
        EXPECT_NEAR(face.box.x, (column + 0.5 - 1) * unit, 0.01);
        EXPECT_NEAR(face.box.y, (row + 0.25 - 1.5) * unit, 0.01);
        EXPECT_NEAR(face.box.width, 2 * unit, 0.01);
        EXPECT_NEAR(face.box.height, 3 * unit, 0.01);
        ASSERT_TRUE(face.points);
        for (std::size_t i = 0; i < 5; ++i) {
            EXPECT_NEAR((*face.points)[i].x, (column + cell.points[2 * i]) * unit, 0.01) << i;
            EXPECT_NEAR((*face.points)[i].y, (row + cell.points[2 * i + 1]) * unit, 0.01) << i;
        }
    }
}

TEST(YuNetReader, KeepsTheStrongerOfTwoThatOverlapAndDropsBoundlessOnes) {
    const Cell wide{{0.5F, 0.5F, std::log(4.0F), std::log(4.0F)}, {}};
    cv::Mat image(320, 320, CV_8UC3, cv::Scalar::all(120));
    image(cv::Rect(80, 80, 16, 8)) = cv::Scalar(255, 0, 0);
    image(cv::Rect(240, 240, 8, 8)) = cv::Scalar(250, 0, 0);
    auto net = YuNet::load(blueCellDetector(320, 8, wide), 320, 0.8, 0.3);
    ASSERT_TRUE(net);
    EXPECT_EQ(net->find(image)->size(), 2U);
    const Cell boundless{{0, 0, 1e30F, std::nanf("")}, {}};
    net = YuNet::load(blueCellDetector(320, 8, boundless), 320, 0.8, 0.3);
    ASSERT_TRUE(net);
    const auto found = net->find(image);
    ASSERT_TRUE(found) << found.error().detail;
    EXPECT_TRUE(found->empty());
}

TEST(YuNetReader, NamesTheShapeThatIsMissing) {
    auto net = YuNet::load(blueCellDetector(320, 8, {}, 8), 320, 0.8, 0.3);
    ASSERT_TRUE(net);
    const auto found = net->find(cv::Mat(100, 100, CV_8UC3, cv::Scalar::all(9)));
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, kModelShape);
    EXPECT_NE(found.error().detail.find("[1,1600,10]"), std::string::npos) << found.error().detail;
}

/// A folder as a site would bring it: a YuNet-like detector, another embedder, one manifest.
class SiteFolder : public testing::Test {
  protected:
    void SetUp() override { unsetenv("COTEJO_FACE_SET"); }
    void TearDown() override { setenv("COTEJO_FACE_SET", "", 1); }

    Json stated(const std::string& name, const Bytes& bytes) {
        EXPECT_TRUE(writeFileAtomically(m_folder.path() / name, bytes));
        return {{"name", name}, {"bytes", bytes.size()}, {"sha256", sha256(ByteView(bytes)).text()}};
    }
    /// The detector says the points of `face` for the blue cell at the top left of an image of 128 x 128.
    Json manifestFor(const FivePoints& face, const Bytes& embedder, int dimension, double mean,
                     double divisor, bool rgb) {
        const float unit = 8 * 128.0F / 160;
        Cell cell{{5, 5, std::log(10.0F), std::log(10.0F)}, {}};
        for (std::size_t i = 0; i < 5; ++i) {
            cell.points[2 * i] = face[i].x / unit;
            cell.points[2 * i + 1] = face[i].y / unit;
        }
        auto json = Json::parse(textOf(*readFile(COTEJO_SOURCE_DIR "/resources/models/ctj-face-1.json")));
        json["set"] = "site-1";
        json["files"] = {{"detector", stated("yunet.onnx", blueCellDetector(160, 8, cell))},
                         {"embedder", stated("embedder.onnx", embedder)}};
        json["detector"] = {{"kind", "yunet"}, {"size", 160}, {"threshold", 0.9}, {"overlap", 0.3}};
        json["landmarks"] = {{"kind", "detector"}};
        json["embedder"] = {
            {"channels", rgb ? "rgb" : "bgr"}, {"mean", mean},    {"divisor", divisor},
            {"dimension", dimension},          {"mirror", false}, {"strength", {{"least", 0}, {"sure", 0}}}};
        json.erase("selfTest");
        return json;
    }
    Result<FaceEngine> loadAs(const Json& json) {
        m_manifest = m_folder.path() / "site.json";
        EXPECT_TRUE(writeFileAtomically(m_manifest, viewOf(json.dump())));
        const auto manifest = readModelManifest(m_manifest);
        if (!manifest) return tl::unexpected<Error>(manifest.error());
        return FaceEngine::load(*manifest, m_folder.path());
    }
    static std::string codeOf(const Result<FaceEngine>& engine) {
        return engine ? "loaded" : engine.error().code;
    }
    std::string refusal(const Json& json) { return codeOf(loadAs(json)); }
    static cv::Mat markedPortrait() {
        cv::Mat image = portrait(1).clone();
        image(cv::Rect(0, 0, 7, 7)) = cv::Scalar(255, 0, 0);
        return image;
    }
    static Bytes shippedEmbedder() { return *readFile(*findShare() / "models" / "fr_feature.onnx"); }

    test::TempFolder m_folder;
    fs::path m_manifest;
};

TEST_F(SiteFolder, ADetectorsOwnPointsAndAnotherEmbedderMakeAWholeEngine) {
    const auto image = markedPortrait();
    const auto shipped = sharedEngine().extract(image);
    ASSERT_TRUE(shipped) << shipped.error().detail;
    auto engine = loadAs(manifestFor(shipped->points, shippedEmbedder(), 512, 127, 128, false));
    ASSERT_TRUE(engine) << engine.error().detail;
    const auto found = engine->extract(image);
    ASSERT_TRUE(found) << found.error().detail;
    EXPECT_FALSE(found->chosen().landmarks);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_LT(cv::norm(found->points[i] - shipped->points[i]), 0.05) << i;
    const auto a = found->faceTemplate.embedding(), b = shipped->faceTemplate.embedding();
    EXPECT_GT(std::inner_product(a.begin(), a.end(), b.begin(), 0.0), 0.999);
    const auto score = compareFaces(found->faceTemplate, shipped->faceTemplate);
    ASSERT_FALSE(score) << "templates of two sets must never compare, however alike";
    EXPECT_EQ(score.error().code, kScoreIncomparable);
    for (const auto& measure : quality::measureFace(image, *found))
        if (measure.component == quality::Component::EyesOpen ||
            measure.component == quality::Component::Yaw) {
            ASSERT_TRUE(std::holds_alternative<quality::Inapplicable>(measure.outcome));
            EXPECT_EQ(std::get<quality::Inapplicable>(measure.outcome), quality::Inapplicable::NoLandmarks);
        } else if (measure.component == quality::Component::EyeDistance) {
            EXPECT_TRUE(std::holds_alternative<quality::Value>(measure.outcome));
        }
    auto turned = engine->clone();
    ASSERT_TRUE(turned);
    EXPECT_EQ(turned->extract(image)->faceTemplate, found->faceTemplate);
}

TEST_F(SiteFolder, ChannelsMeanAndDivisorOfTheManifestReachTheEmbedder) {
    cv::Mat image(128, 128, CV_8UC3, cv::Scalar(40, 90, 200));
    image(cv::Rect(0, 0, 7, 7)) = cv::Scalar(255, 0, 0);
    FivePoints face;
    for (std::size_t i = 0; i < 5; ++i)
        face[i] = cv::Point2f(sharedEngine().manifest().alignedPoints[i][0],
                              sharedEngine().manifest().alignedPoints[i][1]);
    // Rows of the embedding: 64 means of the first channel, of the second, of the third. At least the middle
    // of the crop is free of its edges.
    for (const bool rgb : {false, true}) {
        auto engine = loadAs(manifestFor(face, colourEmbedder(), 192, 10, 2, rgb));
        ASSERT_TRUE(engine) << engine.error().detail;
        const auto found = engine->extract(image);
        ASSERT_TRUE(found) << found.error().detail;
        const auto values = found->faceTemplate.embedding();
        const double length = found->strength;
        EXPECT_NEAR(values[36] * length, ((rgb ? 200 : 40) - 10) / 2.0, 0.2);
        EXPECT_NEAR(values[64 + 36] * length, (90 - 10) / 2.0, 0.2);
        EXPECT_NEAR(values[128 + 36] * length, ((rgb ? 40 : 200) - 10) / 2.0, 0.2);
    }
}

TEST_F(SiteFolder, RefusesAnotherHashAnotherShapeAndKindsThatDoNotFit) {
    const auto json =
        manifestFor(sharedEngine().extract(portrait(1))->points, colourEmbedder(), 192, 0, 1, true);
    ASSERT_TRUE(loadAs(json));
    auto changed = json;
    changed["embedder"]["dimension"] = 128;
    EXPECT_EQ(refusal(changed), kModelShape);
    changed = json;
    changed["files"]["detector"] = changed["files"]["embedder"];
    EXPECT_EQ(refusal(changed), kModelShape);
    changed = json;
    changed["detector"]["size"] = 170;
    EXPECT_EQ(refusal(changed), kModelManifest);
    changed = json;
    changed["detector"] = {{"kind", "boxes-320x240"}, {"threshold", 0.9}, {"overlap", 0.3}};
    EXPECT_EQ(refusal(changed), kModelManifest);
    changed = json;
    changed["selfTest"] = {{"norm", 1.0}, {"first", {1}}, {"last", {1}}};
    EXPECT_EQ(refusal(changed), kModelSelfTest);
    ASSERT_TRUE(writeFileAtomically(m_folder.path() / "embedder.onnx", shippedEmbedder()));
    EXPECT_EQ(refusal(json), kModelHash);
}

TEST_F(SiteFolder, TheChosenSetIsLoadedUntilItsManifestChanges) {
    setenv("COTEJO_FACE_SET", (m_folder.path() / "choice" / "face-set.json").c_str(), 1);
    EXPECT_FALSE(*siteSet());
    EXPECT_EQ(FaceEngine::loadDefault()->manifest().set, "ctj-face-1");
    ASSERT_TRUE(loadAs(manifestFor({}, colourEmbedder(), 192, 0, 1, true)));
    ASSERT_TRUE(chooseSiteSet(SiteSet{m_manifest, sha256(ByteView(*readFile(m_manifest)))}));
    const auto engine = FaceEngine::loadDefault();
    ASSERT_TRUE(engine) << engine.error().detail;
    EXPECT_EQ(engine->manifest().set, "site-1");
    EXPECT_EQ(Calibrations::readDefault()->find(engine->algorithm()).error().code, kCalibrationMissing);

    std::ofstream(m_manifest, std::ios::app) << " ";
    EXPECT_EQ(codeOf(FaceEngine::loadDefault()), kModelHash);
    fs::remove(m_manifest);
    EXPECT_EQ(codeOf(FaceEngine::loadDefault()), base::kNotFound);
    std::ofstream(siteSetFile()) << "{\"manifest\": \"relative.json\"}";
    EXPECT_EQ(codeOf(FaceEngine::loadDefault()), base::kMalformed);
    ASSERT_TRUE(chooseSiteSet(std::nullopt));
    EXPECT_EQ(FaceEngine::loadDefault()->manifest().set, "ctj-face-1");
}

}  // namespace
}  // namespace cotejo::match
