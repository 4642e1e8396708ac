#include "core/match/face/face_template.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/crypto.h"
#include "core/match/errors.h"
#include "core/match/face/errors.h"

namespace cotejo::match {
namespace {

constexpr std::string_view kMagic = "CTJF";
constexpr std::uint16_t kFormat = 1;
constexpr std::size_t kMostSteps = 2048, kTextCap = 64, kChecksum = 8;

std::int64_t dot(const std::vector<std::int16_t>& a, const std::vector<std::int16_t>& b) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::int32_t(a[i]) * std::int32_t(b[i]);
    return sum;
}

}  // namespace

Result<FaceTemplate> FaceTemplate::fromEmbedding(const std::vector<float>& embedding,
                                                 const record::Algorithm& algorithm) {
    float peak = 0;
    bool finite = !embedding.empty() && embedding.size() <= kMostSteps;
    for (const float value : embedding) {
        finite = finite && std::isfinite(value);
        peak = std::max(peak, std::abs(value));
    }
    if (!finite || !(peak > 0))
        return fail(kFaceTemplate, "the network gave no usable embedding (empty, zero or not finite)");
    FaceTemplate made;
    made.m_algorithm = algorithm;
    made.m_steps.reserve(embedding.size());
    for (const float value : embedding)
        made.m_steps.push_back(static_cast<std::int16_t>(std::lround(double(value) / peak * kPeak)));
    made.m_squared = dot(made.m_steps, made.m_steps);
    return made;
}

std::vector<float> FaceTemplate::embedding() const {
    std::vector<float> values;
    values.reserve(m_steps.size());
    const double length = std::sqrt(double(m_squared));
    for (const auto step : m_steps)
        values.push_back(static_cast<float>(step / length));
    return values;
}

Bytes FaceTemplate::encode() const {
    ByteWriter out;
    out.raw(viewOf(kMagic));
    out.u16(kFormat);
    out.field(m_algorithm.name);
    out.field(m_algorithm.version);
    out.raw(m_algorithm.model.bytes());
    out.u16(static_cast<std::uint16_t>(m_steps.size()));
    for (const auto step : m_steps)
        out.u16(static_cast<std::uint16_t>(step));
    const auto sum = sha256(ByteView(out.bytes()));
    out.raw(sum.bytes().first(kChecksum));
    return out.take();
}

Result<FaceTemplate> FaceTemplate::decode(ByteView bytes) {
    ByteReader in(bytes);
    if (textOf(in.raw(kMagic.size())) != kMagic)
        return fail(kFaceTemplate, "these bytes are not a face template");
    if (const auto format = in.u16(); !in.failed() && format != kFormat)
        return fail(kFaceTemplate, "the face template has format " + std::to_string(format) +
                                       "; this program reads format 1");
    FaceTemplate read;
    read.m_algorithm.name = textOf(in.field(kTextCap));
    read.m_algorithm.version = textOf(in.field(kTextCap));
    const auto model = Hash::fromBytes(in.raw(Hash::size));
    const std::size_t count = in.u16();
    bool sound =
        !in.failed() && model && count > 0 && count <= kMostSteps && in.left() == 2 * count + kChecksum;
    if (sound) {
        read.m_algorithm.model = *model;
        read.m_steps.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto step = static_cast<std::int16_t>(in.u16());
            sound = sound && std::abs(int(step)) <= kPeak;
            read.m_steps.push_back(step);
        }
        const auto sum = sha256(bytes.first(in.position()));
        sound = sound && std::ranges::equal(in.raw(kChecksum), sum.bytes().first(kChecksum));
        read.m_squared = dot(read.m_steps, read.m_steps);
    }
    if (!sound || read.m_squared == 0)
        return fail(kFaceTemplate, "the face template is damaged (length, range or checksum)");
    return read;
}

Result<record::Score> compareFaces(const FaceTemplate& probe, const FaceTemplate& reference) {
    if (probe.algorithm() != reference.algorithm() || probe.steps().size() != reference.steps().size() ||
        probe.steps().empty())
        return fail(kScoreIncomparable, "templates of " + probe.algorithm().name + " " +
                                            probe.algorithm().version + " and " + reference.algorithm().name +
                                            " " + reference.algorithm().version +
                                            " do not compare; extract both again with one model set");
    const double product = std::sqrt(double(probe.squared())) * std::sqrt(double(reference.squared()));
    return record::Score{double(dot(probe.steps(), reference.steps())) / product, probe.algorithm()};
}

}  // namespace cotejo::match
