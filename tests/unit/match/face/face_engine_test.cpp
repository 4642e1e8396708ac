#include "core/match/face/face_engine.h"

#include <filesystem>
#include <fstream>
#include <opencv2/imgproc.hpp>

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/share.h"
#include "core/imaging/decode.h"
#include "core/match/calibration.h"
#include "core/match/errors.h"
#include "core/match/face/errors.h"
#include "tests/unit/match/face/face_support.h"

namespace cotejo::match {

cv::Mat portrait(int number) {
    const auto name = std::string(COTEJO_DEPS "/admin-lte/user") + std::to_string(number) +
                      (number == 2 ? "-160x160" : "-128x128");
    const auto bytes = readFile(name + ".jpg");
    if (!bytes) throw std::runtime_error(bytes.error().detail);
    const auto image = imaging::decodeImage(*bytes);
    if (!image) throw std::runtime_error(image.error().detail);
    return image->pixels;
}

cv::Mat parityImage() {
    cv::Mat image(112, 112, CV_8UC3);
    for (int y = 0; y < 112; ++y)
        for (int x = 0; x < 112; ++x)
            for (int c = 0; c < 3; ++c)
                image.at<cv::Vec3b>(y, x)[c] = static_cast<std::uint8_t>((2 * x + y + 40 * c) % 256);
    return image;
}

namespace {

namespace fs = std::filesystem;

double scoreOf(const FaceExtraction& a, const FaceExtraction& b) {
    const auto score = compareFaces(a.faceTemplate, b.faceTemplate);
    return score ? score->value : -2;
}

std::string codeOf(const Result<FaceExtraction>& result) {
    return result ? "found" : result.error().code;
}

TEST(FaceEngine, EmbeddingNetworkMatchesTheParityVector) {
    const auto share = findShare();
    ASSERT_TRUE(share) << share.error().detail;
    const auto bytes = readFile(*share / "models" / "fr_feature.onnx");
    ASSERT_TRUE(bytes) << bytes.error().detail;
    auto net = EmbeddingNet::load(*bytes, 112, 512, false, 127, 128);
    ASSERT_TRUE(net) << net.error().detail;
    const auto raw = net->embed(parityImage());
    ASSERT_TRUE(raw) << raw.error().detail;
    double norm = 0;
    for (const float value : *raw)
        norm += double(value) * value;
    norm = std::sqrt(norm);
    EXPECT_NEAR(norm, 1.50026, 1e-3);
    const double first[] = {0.01694, 0.01177, 0.00980, -0.01277, 0.01626, 0.03970, 0.02398, 0.01085};
    for (std::size_t i = 0; i < std::size(first); ++i)
        EXPECT_NEAR((*raw)[i] / norm, first[i], 1e-3) << i;
    EXPECT_NEAR(raw->back() / norm, -0.01381, 1e-3);
}

TEST(FaceEngine, FindsEveryPortraitAndKeepsPeopleApart) {
    std::vector<FaceExtraction> all;
    for (int i = 1; i <= 8; ++i) {
        auto found = sharedEngine().extract(portrait(i));
        ASSERT_TRUE(found) << i << ": " << found.error().detail;
        EXPECT_EQ(found->quarterTurns, 0) << i;
        EXPECT_EQ(found->aligned.size(), cv::Size(112, 112));
        EXPECT_EQ(found->faceTemplate.steps().size(), 512U);
        EXPECT_LT(found->points[0].x, found->points[1].x) << i;
        EXPECT_LT(found->points[0].y, found->points[3].y) << i;
        all.push_back(*std::move(found));
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            EXPECT_LT(scoreOf(all[i], all[j]), 0.35) << i + 1 << " " << j + 1;
}

TEST(FaceEngine, IsDeterministicAndACloneIsTheSameEngine) {
    auto copy = sharedEngine().clone();
    ASSERT_TRUE(copy) << copy.error().detail;
    const auto first = sharedEngine().extract(portrait(1));
    const auto second = sharedEngine().extract(portrait(1));
    const auto other = copy->extract(portrait(1));
    ASSERT_TRUE(first && second && other);
    EXPECT_EQ(first->faceTemplate, second->faceTemplate);
    EXPECT_EQ(first->faceTemplate, other->faceTemplate);
    EXPECT_EQ(copy->algorithm(), sharedEngine().algorithm());
}

TEST(FaceEngine, FindsFacesThatLieOnTheirSideOrHead) {
    const auto upright = sharedEngine().extract(portrait(1));
    ASSERT_TRUE(upright);
    const std::pair<int, int> turns[] = {
        {cv::ROTATE_90_CLOCKWISE, 3}, {cv::ROTATE_180, 2}, {cv::ROTATE_90_COUNTERCLOCKWISE, 1}};
    for (const auto& [code, back] : turns) {
        cv::Mat turned;
        cv::rotate(portrait(1), turned, code);
        const auto found = sharedEngine().extract(turned);
        ASSERT_TRUE(found) << found.error().detail;
        EXPECT_EQ(found->quarterTurns, back);
        EXPECT_EQ(found->way, SearchWay::Turned);
        EXPECT_GT(scoreOf(*upright, *found), 0.95);
        const auto eye = upright->points[0];
        const cv::Point2f expected = back == 3   ? cv::Point2f(127 - eye.y, eye.x)
                                     : back == 2 ? cv::Point2f(127 - eye.x, 127 - eye.y)
                                                 : cv::Point2f(eye.y, 127 - eye.x);
        EXPECT_LT(cv::norm(found->points[0] - expected), 2.5) << back;
    }
}

TEST(FaceEngine, FindsGrayDarkTightDistantAndVeryLargeFaces) {
    const cv::Mat image = portrait(1);
    const auto plain = sharedEngine().extract(image);
    ASSERT_TRUE(plain);
    const auto expectSame = [&](const cv::Mat& changed, const char* what, double atLeast) {
        const auto found = sharedEngine().extract(changed);
        ASSERT_TRUE(found) << what << ": " << found.error().detail;
        EXPECT_GT(scoreOf(*plain, *found), atLeast) << what;
    };
    cv::Mat gray, alpha, dark, large;
    cv::cvtColor(image, gray, cv::COLOR_BGR2GRAY);
    cv::cvtColor(image, alpha, cv::COLOR_BGR2BGRA);
    image.convertTo(dark, -1, 0.12);
    cv::resize(image, large, {3000, 3000}, 0, 0, cv::INTER_CUBIC);
    expectSame(gray, "gray", 0.7);
    expectSame(alpha, "four channels", 0.999);
    expectSame(dark, "dark", 0.6);
    expectSame(large, "nine megapixels", 0.8);
    const cv::Rect face(plain->chosen().box);
    expectSame(image(face & cv::Rect(0, 0, image.cols, image.rows)).clone(), "cut to the face", 0.7);
    cv::Mat scene(1500, 2000, CV_8UC3, cv::Scalar(150, 160, 140));
    image.copyTo(scene(cv::Rect(1500, 900, image.cols, image.rows)));
    expectSame(scene, "small in a large scene", 0.8);
}

TEST(FaceEngine, ChoosesTheLargestMostCentralOfSeveralAndSaysSo) {
    cv::Mat scene(400, 700, CV_8UC3, cv::Scalar(180, 180, 180));
    cv::Mat large, small = portrait(8);
    cv::resize(portrait(1), large, {360, 360}, 0, 0, cv::INTER_CUBIC);
    large.copyTo(scene(cv::Rect(170, 20, 360, 360)));
    small.copyTo(scene(cv::Rect(560, 40, small.cols, small.rows)));
    const auto found = sharedEngine().extract(scene);
    ASSERT_TRUE(found) << found.error().detail;
    EXPECT_EQ(found->choice, FaceChoice::LargestAndMostCentral);
    ASSERT_GE(found->faces.size(), 2U);
    EXPECT_GT(found->chosen().weight, found->faces[1].weight);
    const auto alone = sharedEngine().extract(portrait(1));
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->choice, FaceChoice::OnlyFace);
    EXPECT_GT(scoreOf(*alone, *found), 0.8);
}

TEST(FaceEngine, DoesNotTakeDrawingsNoiseAndBlankSheetsForFaces) {
    for (const int shade : {0, 128, 255})
        EXPECT_EQ(codeOf(sharedEngine().extract(cv::Mat(200, 300, CV_8UC3, cv::Scalar::all(shade)))),
                  kNoFace);
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        cv::RNG random(seed);
        cv::Mat noise(240, 240, CV_8UC3), clouds;
        random.fill(noise, cv::RNG::UNIFORM, 0, 256);
        EXPECT_EQ(codeOf(sharedEngine().extract(noise)), kNoFace) << seed;
        cv::GaussianBlur(noise, clouds, {}, 4 + 5.0 * double(seed));
        cv::normalize(clouds, clouds, 0, 255, cv::NORM_MINMAX);
        EXPECT_EQ(codeOf(sharedEngine().extract(clouds)), kNoFace) << seed;
        const int x = random.uniform(120, 180), y = random.uniform(120, 180), r = random.uniform(50, 110);
        cv::Mat drawing(300, 300, CV_8UC3, cv::Scalar::all(240));
        cv::circle(drawing, {x, y}, r, cv::Scalar(120, 220, 240), cv::FILLED);
        for (const int side : {-1, 1})
            cv::circle(drawing, {x + side * r * 2 / 5, y - r / 4}, r / 8, cv::Scalar::all(20), cv::FILLED);
        cv::line(drawing, {x, y}, {x, y + r / 5}, cv::Scalar::all(20), 3);
        cv::ellipse(drawing, {x, y + r / 4}, {r / 2, r / 4}, 0, 10, 170, cv::Scalar::all(20), 3);
        EXPECT_EQ(codeOf(sharedEngine().extract(drawing)), kNoFace) << seed;
    }
}

TEST(FaceEngine, RefusesWhatIsNotAnUsableImage) {
    EXPECT_EQ(codeOf(sharedEngine().extract({})), kFaceImageUnusable);
    EXPECT_EQ(codeOf(sharedEngine().extract(cv::Mat(200, 200, CV_16UC3, cv::Scalar::all(9)))),
              kFaceImageUnusable);
    EXPECT_EQ(codeOf(sharedEngine().extract(cv::Mat(200, 200, CV_8UC2, cv::Scalar::all(9)))),
              kFaceImageUnusable);
    EXPECT_EQ(codeOf(sharedEngine().extract(cv::Mat(23, 200, CV_8UC3, cv::Scalar::all(9)))),
              kFaceImageUnusable);
    EXPECT_EQ(codeOf(sharedEngine().extract(cv::Mat(24, 12'001, CV_8UC1, cv::Scalar::all(9)))),
              kFaceImageUnusable);
    EXPECT_EQ(codeOf(sharedEngine().extract(cv::Mat(24, 12'000, CV_8UC1, cv::Scalar::all(9)))), kNoFace);
}

TEST(FaceEngine, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(codeOf(sharedEngine().extract(portrait(1), source.get_token())), base::kCancelled);
}

TEST(FaceEngine, TheShippedSetHasItsCalibrationReport) {
    const auto calibrations = Calibrations::readDefault();
    ASSERT_TRUE(calibrations) << calibrations.error().detail;
    const auto report = calibrations->find(sharedEngine().algorithm());
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_TRUE(report->threshold(1e-3));
    EXPECT_TRUE(report->threshold(1e-4));
}

class ModelFolder : public testing::Test {
  protected:
    void SetUp() override {
        const auto share = findShare();
        ASSERT_TRUE(share) << share.error().detail;
        m_folder = fs::temp_directory_path() / ("cotejo-models-" + CaseId::random().text());
        fs::copy(*share / "models", m_folder, fs::copy_options::recursive);
        auto manifest = readModelManifest(m_folder / "ctj-face-1.json");
        ASSERT_TRUE(manifest) << manifest.error().detail;
        m_manifest = *manifest;
    }
    void TearDown() override { fs::remove_all(m_folder); }
    std::string loadCode() {
        const auto engine = FaceEngine::load(m_manifest, m_folder);
        return engine ? "loaded" : engine.error().code;
    }

    fs::path m_folder;
    ModelManifest m_manifest;
};

TEST_F(ModelFolder, ChangedCutAndMissingFilesAreRefusedBeforeLoading) {
    EXPECT_EQ(loadCode(), "loaded");
    {
        std::fstream file(m_folder / "fr_feature.onnx", std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(1000);
        file.put('\x55');
    }
    EXPECT_EQ(loadCode(), kModelHash);
    fs::resize_file(m_folder / "fr_feature.onnx", 100);
    EXPECT_EQ(loadCode(), kModelHash);
    fs::remove(m_folder / "fr_feature.onnx");
    EXPECT_EQ(loadCode(), base::kNotFound);
}

TEST_F(ModelFolder, NetworksOfAnotherShapeAndBytesThatAreNoneAreNamed) {
    const auto original = m_manifest;
    m_manifest.embedder = *original.landmarks;
    EXPECT_EQ(loadCode(), kModelShape);
    m_manifest = original;
    m_manifest.detector = original.embedder;
    EXPECT_EQ(loadCode(), kModelShape);
    m_manifest = original;
    ASSERT_TRUE(writeFileAtomically(m_folder / "fr_detect.onnx", viewOf("not a network")));
    m_manifest.detector.bytes = 13;
    m_manifest.detector.sha256 = sha256(std::string_view("not a network"));
    EXPECT_EQ(loadCode(), kModelShape);
}

TEST_F(ModelFolder, ASetThatComputesOtherNumbersFailsItsSelfTest) {
    m_manifest.selfTestFirst[3] += 0.002;
    EXPECT_EQ(loadCode(), kModelSelfTest);
}

TEST_F(ModelFolder, AnotherRecipeIsAnotherAlgorithm) {
    const auto before = m_manifest.algorithm();
    m_manifest.mirror = !m_manifest.mirror;
    EXPECT_NE(m_manifest.algorithm(), before);
    auto other = FaceEngine::load(m_manifest, m_folder);
    ASSERT_TRUE(other) << other.error().detail;
    const auto a = sharedEngine().extract(portrait(1));
    const auto b = other->extract(portrait(1));
    ASSERT_TRUE(a && b);
    const auto score = compareFaces(a->faceTemplate, b->faceTemplate);
    ASSERT_FALSE(score);
    EXPECT_EQ(score.error().code, kScoreIncomparable);
}

}  // namespace
}  // namespace cotejo::match
