#include "core/match/face/model_manifest.h"

#include <gtest/gtest.h>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/match/face/errors.h"
#include "tests/support/paths.h"

namespace cotejo::match {
namespace {

Json shipped() {
    const auto bytes = readFile(COTEJO_SOURCE_DIR "/resources/models/ctj-face-1.json");
    return Json::parse(bytes->begin(), bytes->end());
}

TEST(ModelManifest, ReadsTheShippedSet) {
    const auto manifest = parseModelManifest(shipped().dump(), "test");
    ASSERT_TRUE(manifest) << manifest.error().detail;
    EXPECT_EQ(manifest->set, "ctj-face-1");
    EXPECT_EQ(manifest->embedder.bytes, 4884269U);
    EXPECT_EQ(manifest->dimension, 512);
    EXPECT_FALSE(manifest->rgb);
    EXPECT_DOUBLE_EQ(manifest->alignedPoints[3][1], 92.3655);
}

TEST(ModelManifest, NamesTheFieldThatIsMissingOrWrong) {
    const std::pair<const char*, Json> changes[] = {{"/set", nullptr},
                                                    {"/set", ""},
                                                    {"/files/detector/sha256", "12"},
                                                    {"/files/landmarks/name", "../etc/passwd"},
                                                    {"/files/embedder/bytes", -1},
                                                    {"/detector/kind", "other"},
                                                    {"/detector/threshold", 7},
                                                    {"/alignment/size", 4},
                                                    {"/alignment/points", Json::array()},
                                                    {"/alignment/points/2", 5},
                                                    {"/alignment/points/2/1", 1e9},
                                                    {"/embedder/channels", "cmyk"},
                                                    {"/embedder/divisor", 0},
                                                    {"/embedder/dimension", "512"},
                                                    {"/embedder/mirror", 1},
                                                    {"/embedder/strength/least", Json::object()},
                                                    {"/selfTest/norm", 0},
                                                    {"/selfTest/first", 3}};
    for (const auto& [at, value] : changes) {
        auto json = shipped();
        json[Json::json_pointer(at)] = value;
        const auto manifest = parseModelManifest(json.dump(), "test.json");
        ASSERT_FALSE(manifest) << at;
        EXPECT_EQ(manifest.error().code, kModelManifest) << at;
        EXPECT_NE(manifest.error().detail.find("test.json"), std::string::npos);
    }
    EXPECT_EQ(parseModelManifest("{", "test").error().code, base::kMalformed);
    EXPECT_EQ(parseModelManifest("[]", "test").error().code, kModelManifest);
}

}  // namespace
}  // namespace cotejo::match
