#include "core/review/sample_quality.h"

#include <algorithm>
#include <system_error>

#include "core/access/errors.h"
#include "core/base/errors.h"
#include "core/base/json.h"
#include "core/imaging/decode.h"
#include "core/journal/admin_events.h"
#include "core/match/face/quality/quality.h"
#include "core/match/finger/extract/extract.h"
#include "core/store/sync_state.h"

namespace cotejo::review {
namespace {

constexpr char kKey[] = "quality";
constexpr std::size_t kMostPrograms = 4;
constexpr char kOwnFinger[] = "Cotejo finger quality";
constexpr char kOwnFace[] = "Cotejo face measures";
constexpr char kFaceVersion[] = "1";
constexpr char kHere[] = "post";  // whose word it is

bool known(const record::Capture& capture, const std::string& algorithm, const std::string& version) {
    const auto same = [&](const auto& each) { return each.algorithm == algorithm && each.version == version; };
    return std::ranges::any_of(capture.qualities, same) || std::ranges::any_of(capture.unmeasured, same);
}

Status checkProgram(const QualityProgram& program) {
    const auto wrong = [](const char* field, const char* what) { return Status(fail(base::kInvalidArgument, what, {{"field", field}})); };
    const auto& tool = program.tool;
    std::error_code ignored;
    if (!tool.program.is_absolute() || !std::filesystem::is_regular_file(tool.program, ignored)) return wrong("program", "the program is named by the whole path of a file");
    if (std::ranges::none_of(tool.arguments, [](const auto& each) { return each.find("{image}") != std::string::npos; }))
        return wrong("arguments", "one of the arguments is {image}, where the picture's path goes");
    if (tool.algorithm.empty() || tool.algorithm.size() > 64 || tool.version.size() > 64) return wrong("algorithm", "the algorithm has a name, and a version, of at most 64 bytes");
    if (tool.timeLimit < std::chrono::seconds(1) || tool.timeLimit > std::chrono::seconds(60)) return wrong("timeLimit", "a sample is measured within 1 to 60 seconds");
    return {};
}

}  // namespace

std::string qualityPolicyToJson(const QualityPolicy& policy) {
    Json programs = Json::array();
    for (const auto& each : policy.programs)
        programs.push_back({{"modality", record::codeOf(each.modality)}, {"program", each.tool.program.string()}, {"arguments", each.tool.arguments},
                            {"algorithm", each.tool.algorithm}, {"version", each.tool.version}, {"time_limit", each.tool.timeLimit.count()}});
    return canonicalJson(Json{{"quality", programs}, {"record", policy.record}});
}

Result<QualityPolicy> qualityPolicyOf(store::Database& database) {
    QualityPolicy policy;
    COTEJO_TRY_ASSIGN(const auto text, store::MetaTable(database).text(kKey));
    if (!text) return policy;
    COTEJO_TRY_ASSIGN(const auto json, parseJson(*text, "quality policy", 64u << 10));
    policy.record = textAt(json, "record").value_or("");
    const auto programs = json.find("quality");
    if (programs == json.end() || !programs->is_array()) return policy;
    for (const auto& each : *programs) {
        QualityProgram program;
        program.modality = record::fromCode<record::Modality>(textAt(each, "modality").value_or("")).value_or(record::Modality::Finger);
        program.tool.program = textAt(each, "program").value_or("");
        program.tool.algorithm = textAt(each, "algorithm").value_or("");
        program.tool.version = textAt(each, "version").value_or("");
        program.tool.timeLimit = std::chrono::milliseconds(integerAt(each, "time_limit").value_or(10'000));
        if (const auto arguments = each.find("arguments"); arguments != each.end() && arguments->is_array())
            for (const auto& argument : *arguments)
                if (argument.is_string()) program.tool.arguments.push_back(argument.get<std::string>());
        policy.programs.push_back(std::move(program));
    }
    return policy;
}

Status setQualityPolicy(access::Desk& admin, const QualityPolicy& policy) {
    if (!admin.holds(record::Role::Admin)) return fail(access::kNotAdmin, "only an administrator may do this");
    if (policy.record.find_first_not_of(" \t") == std::string::npos)
        return fail(base::kInvalidArgument, "a policy names the decision of the organisation that it stands on", {{"field", "record"}});
    if (policy.programs.size() > kMostPrograms) return fail(base::kInvalidArgument, "at most four programs measure quality", {{"field", "programs"}});
    for (const auto& each : policy.programs) COTEJO_TRY(checkProgram(each));
    return admin.store().write([&](store::Transaction& transaction) -> Status {
        const auto text = qualityPolicyToJson(policy);
        COTEJO_TRY(store::MetaTable(transaction).set(kKey, std::string_view(text)));
        const auto event = admin.journal().append(
            transaction, {journal::kPolicyChanged, bytesOf(text), {}, {}, std::string(record::codeOf(record::Role::Admin)), {}, {}});
        return event ? Status() : Status(tl::unexpected<Error>(event.error()));
    });
}

Result<std::unique_ptr<SampleQuality>> SampleQuality::of(access::Desk& desk) {
    COTEJO_TRY_ASSIGN(auto reader, desk.store().reader());
    COTEJO_TRY_ASSIGN(auto policy, qualityPolicyOf(reader));
    return std::make_unique<SampleQuality>(std::move(policy), desk.folder());
}

void SampleQuality::measure(record::Capture& capture, ByteView bytes, std::stop_token stop) {
    if (capture.missing != record::MissingReason::None || bytes.empty()) return;
    const auto decoded = imaging::decodeImage(bytes);
    if (!decoded) return;  // `undecoded` says so
    const std::scoped_lock one(m_mutex);
    if (capture.modality == record::Modality::Finger)
        measureFinger(capture, decoded->pixels, stop);
    else
        measureFace(capture, decoded->pixels, stop);
    for (const auto& program : m_policy.programs) {
        if (program.modality != capture.modality || known(capture, program.tool.algorithm, program.tool.version)) continue;
        auto answer = imaging::measureQuality(program.tool, decoded->pixels, capture.ppi, m_scratch, stop);
        if (answer.quality)
            capture.qualities.push_back(std::move(*answer.quality));
        else
            capture.unmeasured.push_back({program.tool.algorithm, program.tool.version, std::string(record::codeOf(answer.outcome))});
    }
}

void SampleQuality::measureFinger(record::Capture& capture, const cv::Mat& pixels, std::stop_token stop) const {
    const auto& version = match::fingerAlgorithm().version;
    if (known(capture, kOwnFinger, version)) return;
    const auto found = match::extractFinger({imaging::toGray(pixels), capture.ppi}, {}, std::move(stop));
    if (found)
        capture.qualities.push_back({found->finger.quality, kOwnFinger, version, kHere});
    else
        capture.unmeasured.push_back({kOwnFinger, version, found.error().code});
}

void SampleQuality::measureFace(record::Capture& capture, const cv::Mat& pixels, std::stop_token stop) {
    if (known(capture, kOwnFace, kFaceVersion)) return;
    if (!m_facesTried) {
        m_facesTried = true;
        if (auto engine = match::FaceEngine::loadDefault()) m_faces = std::move(*engine);
    }
    if (!m_faces) return;  // no engine here says nothing of the picture
    const auto found = m_faces->extract(pixels, std::move(stop));
    if (!found) return capture.unmeasured.push_back({kOwnFace, kFaceVersion, found.error().code});
    int measured = 0, fine = 0;
    for (const auto& each : match::quality::measureFace(pixels, *found)) {
        if (!std::holds_alternative<match::quality::Value>(each.outcome)) continue;
        ++measured;
        fine += each.advice ? 0 : 1;
    }
    if (measured == 0)
        capture.unmeasured.push_back({kOwnFace, kFaceVersion, "failed"});
    else
        capture.qualities.push_back({fine * 100 / measured, kOwnFace, kFaceVersion, kHere});
}

}  // namespace cotejo::review
