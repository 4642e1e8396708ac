#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/access/desk.h"
#include "core/imaging/quality_tool.h"
#include "core/match/face/face_engine.h"
#include "core/record/sample.h"

namespace cotejo::review {

/// Files of one import whose samples are measured unasked: a person waits for one traveler, not for a thousand.
inline constexpr std::size_t kMostMeasured = 100;

/// An external program that measures samples of one kind, as the organisation settled it.
struct QualityProgram {
    record::Modality modality = record::Modality::Finger;
    imaging::QualityTool tool;
};

/// What measures samples of this post besides its own engines.
struct QualityPolicy {
    std::vector<QualityProgram> programs;
    std::string record;  ///< the decision of the organisation it stands on; empty while there is none
};

/// The post's; without programs while nobody settled one. Error: E_STORE_*.
Result<QualityPolicy> qualityPolicyOf(store::Database& database);
/// By an administrator; written into the journal as admin.policy. Errors: E_ACCESS_NOT_ADMIN, E_INVALID_ARGUMENT (no decision named, a
/// path that is not absolute or no program, no "{image}" among its arguments, no name of an algorithm, a time limit outside 1 to 60 s,
/// more than four programs), E_STORE_*.
Status setQualityPolicy(access::Desk& admin, const QualityPolicy& policy);
std::string qualityPolicyToJson(const QualityPolicy& policy);

/// Measures samples and writes value or failure into them, each with algorithm and version: fingers by the post's own engine ("Cotejo finger
/// quality"), faces by the share of its measures that ask for nothing ("Cotejo face measures"), both by the programs of the policy. Any
/// thread, one sample at a time.
class SampleQuality {
  public:
    SampleQuality(QualityPolicy policy, std::filesystem::path scratch) : m_policy(std::move(policy)), m_scratch(std::move(scratch)) {}
    /// With the policy of the desk's post. Error: E_STORE_*.
    static Result<std::unique_ptr<SampleQuality>> of(access::Desk& desk);

    /// `bytes` are those of the sample. What was measured by the same algorithm and version before is not measured again.
    void measure(record::Capture& capture, ByteView bytes, std::stop_token stop = {});

  private:
    void measureFinger(record::Capture& capture, const cv::Mat& pixels, std::stop_token stop) const;
    void measureFace(record::Capture& capture, const cv::Mat& pixels, std::stop_token stop);

    QualityPolicy m_policy;
    std::filesystem::path m_scratch;
    std::mutex m_mutex;
    std::optional<match::FaceEngine> m_faces;
    bool m_facesTried = false;
};

}  // namespace cotejo::review
