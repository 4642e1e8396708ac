#include "app/cli/post/quality_command.h"

#include <algorithm>

#include "app/cli/post_options.h"
#include "core/review/sample_quality.h"

namespace cotejo::cli {
namespace {

struct QualityCall {
    PostOptions post;
    std::string record, modality = "finger", program, algorithm, version;
    std::vector<std::string> arguments;
    int seconds = 10;
    bool none = false;
};

std::string policyText(const review::QualityPolicy& policy) {
    std::string text;
    for (const auto& each : policy.programs) {
        text += std::string(record::codeOf(each.modality)) + "  " + each.tool.algorithm + (each.tool.version.empty() ? "" : " " + each.tool.version) + "  " + each.tool.program.string();
        for (const auto& argument : each.tool.arguments) text += " " + argument;
        text += "  at most " + std::to_string(each.tool.timeLimit.count() / 1000) + " s\n";
    }
    if (text.empty()) text = "no external program measures quality\n";
    return text + "decision  " + (policy.record.empty() ? std::string("none") : policy.record) + "\n";
}

Status settle(const QualityCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto desk, call.post.signIn());
    std::optional<review::QualityPolicy> policy;
    {
        COTEJO_TRY_ASSIGN(auto reader, desk->store().reader());
        COTEJO_TRY_ASSIGN(policy, review::qualityPolicyOf(reader));
    }
    if (!call.record.empty()) {
        policy->record = call.record;
        if (call.none) policy->programs.clear();
        if (!call.program.empty()) {
            review::QualityProgram program;
            program.modality = *record::fromCode<record::Modality>(call.modality);
            program.tool.program = call.program;
            program.tool.arguments = call.arguments;
            program.tool.algorithm = call.algorithm;
            program.tool.version = call.version;
            program.tool.timeLimit = std::chrono::seconds(call.seconds);
            std::erase_if(policy->programs, [&](const auto& each) { return each.modality == program.modality && each.tool.algorithm == program.tool.algorithm; });
            policy->programs.push_back(std::move(program));
        }
        COTEJO_TRY(review::setQualityPolicy(*desk, *policy));
    }
    console.answer(Json::parse(review::qualityPolicyToJson(*policy)), policyText(*policy));
    return {};
}

}  // namespace

void addQualityCommand(CLI::App& policy, Console& console) {
    auto call = std::make_shared<QualityCall>();
    auto* quality = policy.add_subcommand("quality", "External programs that measure the quality of samples, NFIQ 2 or OFIQ; without --record they are shown");
    call->post.addTo(*quality);
    quality->add_option("--record", call->record, "The decision of the organisation, with its number and date (administrators)");
    quality->add_option("--modality", call->modality, "What it measures: finger or face")->check(CLI::IsMember({"finger", "face"}));
    quality->add_option("--program", call->program, "Whole path of the program; no shell reads it");
    quality->add_option("--argument", call->arguments, "One of its arguments, in order; {image} is where the picture's path goes");
    quality->add_option("--algorithm", call->algorithm, "Name that its values are stored under, such as NFIQ 2");
    quality->add_option("--algorithm-version", call->version, "Version of the program and its model");
    quality->add_option("--seconds", call->seconds, "How long it may take for one sample");
    quality->add_flag("--none", call->none, "No external program any more");
    quality->callback([=, &console] {
        if (const auto done = settle(*call, console); !done) console.report(done.error());
    });
}

}  // namespace cotejo::cli
