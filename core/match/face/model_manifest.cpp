#include "core/match/face/model_manifest.h"

#include <cmath>

#include "core/base/crypto.h"
#include "core/base/file.h"
#include "core/base/share.h"
#include "core/match/face/errors.h"
#include "core/match/site_set.h"

namespace cotejo::match {
namespace {

/// Of the code around the networks; part of every score's identity.
constexpr char kFaceCodeVersion[] = "1.0.0";
constexpr std::size_t kManifestCap = 1u << 20;
constexpr std::size_t kModelCap = 1u << 30;

/// Collects the first problem, so that reading stays a plain list of fields.
class Fields {
  public:
    explicit Fields(const Json& root) : m_root(root) {}

    const Json* at(std::string_view path) {
        const Json* node = &m_root;
        for (std::size_t begin = 0; node && begin <= path.size();) {
            const auto end = std::min(path.find('.', begin), path.size());
            const auto key = path.substr(begin, end - begin);
            const auto found = node->is_object() ? node->find(key) : node->end();
            node = node->is_object() && found != node->end() ? &*found : nullptr;
            begin = end + 1;
        }
        if (!node) refuse(path, "is missing");
        return node;
    }
    std::string text(std::string_view path, std::size_t cap = 200) {
        const auto* node = at(path);
        if (!node) return {};
        if (!node->is_string() || node->get_ref<const std::string&>().empty() ||
            node->get_ref<const std::string&>().size() > cap) {
            refuse(path, "must be a text of 1 to " + std::to_string(cap) + " bytes");
            return {};
        }
        return node->get<std::string>();
    }
    /// Which of the two words stands there: 0 or 1.
    int choice(std::string_view path, std::string_view first, std::string_view second) {
        const auto value = text(path);
        if (!value.empty() && value != first && value != second)
            refuse(path, "is \"" + value + "\"; this version knows \"" + std::string(first) + "\" and \"" +
                             std::string(second) + "\"");
        return value == second ? 1 : 0;
    }
    double number(std::string_view path, double low, double high) {
        const auto* node = at(path);
        return node ? number(*node, path, low, high) : 0;
    }
    double number(const Json& node, std::string_view path, double low, double high) {
        const double value = node.is_number() ? node.get<double>() : std::nan("");
        if (!(value >= low && value <= high)) {
            refuse(path, "must be a number from " + std::to_string(low) + " to " + std::to_string(high));
            return 0;
        }
        return value;
    }
    std::vector<double> numbers(std::string_view path, double low, double high, std::size_t cap) {
        std::vector<double> values;
        const auto* node = at(path);
        if (!node) return values;
        if (!node->is_array() || node->size() > cap) {
            refuse(path, "must be a list of at most " + std::to_string(cap) + " numbers");
            return values;
        }
        for (const auto& each : *node)
            values.push_back(number(each, path, low, high));
        return values;
    }
    bool flag(std::string_view path) {
        const auto* node = at(path);
        if (node && !node->is_boolean()) refuse(path, "must be true or false");
        return node && node->is_boolean() && node->get<bool>();
    }
    ModelFile file(const std::string& path) {
        ModelFile value;
        value.name = text(path + ".name");
        if (value.name.find('/') != std::string::npos || value.name.starts_with('.'))
            refuse(path + ".name", "must be a file name without folders");
        value.bytes = static_cast<std::size_t>(number(path + ".bytes", 1, kModelCap));
        const auto hash = Hash::fromText(text(path + ".sha256"));
        if (hash)
            value.sha256 = *hash;
        else
            refuse(path + ".sha256", "must be 64 hexadecimal digits");
        return value;
    }
    void refuse(std::string_view path, const std::string& why) {
        if (m_problem.empty()) m_problem = std::string(path) + " " + why;
    }
    const std::string& problem() const { return m_problem; }

  private:
    const Json& m_root;
    std::string m_problem;
};

}  // namespace

record::Algorithm ModelManifest::algorithm() const {
    Json hashes = Json::array();
    for (const auto& file : files())
        hashes.push_back(file.sha256.text());
    Json recipe{{"files", hashes},
                {"detector", {detectorThreshold, detectorOverlap}},
                {"alignment", {alignedSize, alignedPoints}},
                {"embedder", {rgb, mean, divisor, dimension, mirror, leastStrength, sureStrength}}};
    // Absent for the first kinds, so that identities made before the others existed stay what they were.
    if (detectorKind == DetectorKind::YuNet) recipe["yunet"] = detectorSize;
    if (landmarkKind == LandmarkKind::Detector) recipe["points"] = "detector";
    return {set, kFaceCodeVersion, sha256(canonicalJson(recipe))};
}

std::vector<ModelFile> ModelManifest::files() const {
    std::vector<ModelFile> all{detector};
    if (landmarks) all.push_back(*landmarks);
    all.push_back(embedder);
    return all;
}

Result<ModelManifest> parseModelManifest(std::string_view json, std::string_view what) {
    COTEJO_TRY_ASSIGN(const Json root, parseJson(json, what, kManifestCap, 8));
    Fields fields(root);
    ModelManifest manifest;
    manifest.set = fields.text("set", 64);
    manifest.title = fields.text("title");
    manifest.source = fields.text("source");
    manifest.licence = fields.text("licence");
    manifest.detector = fields.file("files.detector");
    manifest.embedder = fields.file("files.embedder");
    manifest.detectorKind =
        fields.choice("detector.kind", "boxes-320x240", "yunet") ? DetectorKind::YuNet : DetectorKind::Boxes;
    if (manifest.detectorKind == DetectorKind::YuNet) {
        manifest.detectorSize = static_cast<int>(fields.number("detector.size", 160, 1280));
        if (manifest.detectorSize % 32 != 0) fields.refuse("detector.size", "must be a multiple of 32");
    }
    manifest.detectorThreshold = fields.number("detector.threshold", 0.3, 0.99);
    manifest.detectorOverlap = fields.number("detector.overlap", 0.1, 0.9);
    manifest.landmarkKind = fields.choice("landmarks.kind", "grey-64-68", "detector") ? LandmarkKind::Detector
                                                                                      : LandmarkKind::Grey68;
    if (manifest.landmarkKind == LandmarkKind::Grey68)
        manifest.landmarks = fields.file("files.landmarks");
    else if (manifest.detectorKind != DetectorKind::YuNet)
        fields.refuse("landmarks.kind",
                      "is \"detector\", but only a detector of kind \"yunet\" gives points");
    manifest.alignedSize = static_cast<int>(fields.number("alignment.size", 64, 512));
    const auto* points = fields.at("alignment.points");
    if (points && points->is_array() && points->size() == 5) {
        for (std::size_t i = 0; i < 5; ++i) {
            const auto& point = (*points)[i];
            if (!point.is_array() || point.size() != 2) {
                fields.refuse("alignment.points", "must be five pairs of numbers");
                continue;
            }
            for (std::size_t axis = 0; axis < 2; ++axis)
                manifest.alignedPoints[i][axis] =
                    fields.number(point[axis], "alignment.points", 0, manifest.alignedSize);
        }
    } else {
        fields.refuse("alignment.points", "must be five pairs of numbers");
    }
    const auto channels = fields.text("embedder.channels");
    manifest.rgb = channels == "rgb";
    if (channels != "rgb" && channels != "bgr") fields.refuse("embedder.channels", "must be rgb or bgr");
    manifest.mean = fields.number("embedder.mean", 0, 255);
    manifest.divisor = fields.number("embedder.divisor", 0.001, 1000);
    manifest.dimension = static_cast<int>(fields.number("embedder.dimension", 64, 2048));
    manifest.mirror = fields.flag("embedder.mirror");
    manifest.leastStrength = fields.number("embedder.strength.least", 0, 1e6);
    manifest.sureStrength = fields.number("embedder.strength.sure", manifest.leastStrength, 1e6);
    if (root.contains("selfTest")) {
        manifest.selfTestNorm = fields.number("selfTest.norm", 1e-6, 1e6);
        manifest.selfTestFirst = fields.numbers("selfTest.first", -1, 1, 64);
        manifest.selfTestLast = fields.numbers("selfTest.last", -1, 1, 64);
    }
    if (!fields.problem().empty())
        return fail(kModelManifest, std::string(what) + ": " + fields.problem(),
                    {{"file", std::string(what)}});
    return manifest;
}

Result<ModelManifest> readModelManifest(const std::filesystem::path& file) {
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(file, kManifestCap));
    return parseModelManifest(textOf(bytes), file.string());
}

Result<std::filesystem::path> chosenManifest() {
    COTEJO_TRY_ASSIGN(const auto site, siteSet());
    if (!site) {
        COTEJO_TRY_ASSIGN(const auto share, findShare());
        return share / "models" / "ctj-face-1.json";
    }
    COTEJO_TRY_ASSIGN(const Bytes bytes, readFile(site->manifest, kManifestCap));
    if (sha256(ByteView(bytes)) != site->sha256)
        return fail(kModelHash,
                    site->manifest.string() + " has changed since it was chosen in " +
                        siteSetFile().string() +
                        "; nothing is loaded. Review it, then choose it again with cotejo-cli model use.",
                    {{"file", site->manifest.string()}});
    return site->manifest;
}

Result<Bytes> readModelFile(const std::filesystem::path& folder, const ModelFile& file) {
    const auto path = folder / file.name;
    COTEJO_TRY_ASSIGN(Bytes bytes, readFile(path, kModelCap));
    const auto got = sha256(ByteView(bytes));
    if (bytes.size() != file.bytes || got != file.sha256)
        return fail(kModelHash,
                    path.string() + " has SHA-256 " + got.text() + " and " + std::to_string(bytes.size()) +
                        " bytes, its manifest names " + file.sha256.text() + " and " +
                        std::to_string(file.bytes) +
                        "; it is not loaded. Put the right file there or change the manifest.",
                    {{"file", path.string()}});
    return bytes;
}

}  // namespace cotejo::match
