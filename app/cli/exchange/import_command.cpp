#include <iostream>

#include "app/cli/console.h"
#include "app/cli/exchange/csv_mapping.h"
#include "app/cli/post_options.h"
#include "core/base/memory.h"
#include "core/decide/case_projection.h"
#include "core/exchange/document_json.h"
#include "core/intake/import.h"
#include "core/review/sample_quality.h"

namespace cotejo::cli {
namespace {

struct ImportCall {
    PostOptions post;
    std::vector<std::string> paths;
    std::string as;
    std::string mapping;
    double ppi = 0;
    std::string reason = "manual_referral";
    std::string priority = "normal";
    std::string legalBasis;
    std::string group = "auto";
    std::string quality = "auto";
    bool quiet = false;
};

Json refusedJson(const std::vector<intake::RefusedFile>& refused) {
    Json list = Json::array();
    for (const auto& each : refused) list.push_back({{"file", each.file.string()}, {"code", each.why.code}, {"detail", each.why.detail}});
    return list;
}

Json skippedJson(const std::vector<intake::SkippedFile>& skipped) {
    Json list = Json::array();
    for (const auto& each : skipped) list.push_back({{"file", each.file.string()}, {"reason", record::codeOf(each.reason)}});
    return list;
}

std::string_view reasonText(intake::SkipReason reason) {
    switch (reason) {
        case intake::SkipReason::Hidden: return "hidden";
        case intake::SkipReason::Link: return "a link or no ordinary file";
        case intake::SkipReason::Kind: return "of no kind that is read here";
        case intake::SkipReason::BesideTable: return "beside a table that does not name it";
    }
    return {};
}

// The last lines: files found, and what became of them; failures by their reason.
std::string summaryText(const intake::ImportReport& report) {
    constexpr std::size_t kShown = 20;
    std::string text;
    for (std::size_t i = 0; i < std::min(report.skipped.size(), kShown); ++i)
        text += "skipped  " + report.skipped[i].file.string() + ": " + std::string(reasonText(report.skipped[i].reason)) + "\n";
    if (report.skipped.size() > kShown) text += "and " + std::to_string(report.skipped.size() - kShown) + " skipped files more (all of them with --json)\n";
    text += std::to_string(report.imported) + " imported, " + std::to_string(report.duplicates) + " duplicates, " + std::to_string(report.refused) + " refused\n";
    text += "files: " + std::to_string(report.filesFound) + " found = " + std::to_string(report.filesRead) + " read + " + std::to_string(report.filesRefused) + " refused + " +
            std::to_string(report.skipped.size()) + " skipped" + (report.cancelled ? ", stopped before the end" : "");
    if (report.reasons.empty()) return text;
    std::string reasons;
    for (const auto& [code, count] : report.reasons) reasons += (reasons.empty() ? "" : ", ") + std::to_string(count) + " " + code;
    return text + "\nrefused by reason: " + reasons + " (the whole list with --json)";
}

Json unitJson(const intake::UnitReport& unit) {
    Json files = Json::array();
    for (const auto& file : unit.files) files.push_back(file.string());
    Json document{{"label", unit.label}, {"files", files}, {"outcome", record::codeOf(unit.outcome)}, {"cases", unit.numbers},
                  {"captures", unit.captures}, {"findings", exchange::toJson(unit.findings)["findings"]}, {"refusedFiles", refusedJson(unit.refusedFiles)}};
    if (unit.refusal) document["error"] = {{"code", unit.refusal->code}, {"detail", unit.refusal->detail}};
    return document;
}

std::string unitText(const intake::UnitReport& unit) {
    std::string text = std::string(record::codeOf(unit.outcome)) + "  " + unit.label;
    for (const auto& number : unit.numbers) text += "  " + number;
    if (unit.refusal) text += "\n    " + unit.refusal->code + ": " + unit.refusal->detail;
    for (const auto& finding : unit.findings.findings)
        if (finding.severity != exchange::Severity::Note)
            text += "\n    " + std::string(record::codeOf(finding.severity)) + ": " + finding.record +
                    (finding.field.empty() ? "" : ", " + finding.field) + ": " + finding.detail;
    return text + "\n";
}

void run(const ImportCall& call, Console& console) {
    keepFreedPages();
    intake::ImportOptions options;
    options.legalBasis = call.legalBasis;
    options.reason = *record::fromCode<record::ReferralReason>(call.reason);
    options.priority = *record::fromCode<record::Priority>(call.priority);
    options.declared.modality = record::fromCode<record::Modality>(call.as);
    if (call.ppi > 0) options.declared.ppi = call.ppi;
    if (!call.mapping.empty()) {
        auto mapping = readCsvMapping(call.mapping);
        if (!mapping) return console.report(mapping.error());
        options.declared.mapping = std::move(*mapping);
    }
    intake::PlanOptions grouping;
    grouping.grouping = *record::fromCode<intake::Grouping>(call.group);
    if (options.declared.mapping) grouping.mapping = &*options.declared.mapping;
    const auto plan = intake::planImport({call.paths.begin(), call.paths.end()}, grouping);
    if (!plan) return console.report(plan.error());
    const auto desk = call.post.signIn();
    if (!desk) return console.report(desk.error());
    decide::CaseProjection projection;
    const bool showProgress = !call.quiet && !console.json;
    std::size_t refusals = 0;
    if (!console.json)
        options.each = [&refusals](intake::UnitReport&& unit) {
            constexpr std::size_t kShown = 20;  // 400 unreadable files are one line of the summary, not 400
            if (unit.outcome == intake::UnitOutcome::Refused && ++refusals > kShown) return;
            std::cout << harmless(unitText(unit));
            if (refusals == kShown && unit.outcome == intake::UnitOutcome::Refused) std::cout << "further refusals are counted below and listed with --json\n";
        };
    std::unique_ptr<review::SampleQuality> quality;
    if (call.quality == "always" || (call.quality == "auto" && plan->files <= review::kMostMeasured)) {
        auto made = review::SampleQuality::of(**desk);
        if (!made) return console.report(made.error());
        quality = std::move(*made);
        options.measure = [&quality](record::Capture& capture, ByteView bytes) { quality->measure(capture, bytes); };
    }
    const auto report = intake::Importer(**desk, projection, options).run(*plan, [&](const intake::ImportProgress& at) {
        if (showProgress && (at.done % 50 == 0 || at.done == at.total))
            std::cerr << at.done << " of " << at.total << "\r" << (at.done == at.total ? "\n" : "") << std::flush;
    });
    if (!report) return console.report(report.error());
    Json units = Json::array();
    for (const auto& unit : report->units) units.push_back(unitJson(unit));
    console.answer({{"units", units}, {"skipped", skippedJson(report->skipped)}, {"imported", report->imported}, {"duplicates", report->duplicates},
                    {"refused", report->refused}, {"refusedFiles", refusedJson(report->refusedFiles)}, {"reasons", report->reasons},
                    {"files", {{"found", report->filesFound}, {"read", report->filesRead}, {"refused", report->filesRefused}, {"skipped", report->skipped.size()}}}},
                   summaryText(*report));
    if (report->refused > 0) console.setExitStatus(1);
}

template <class Enum>
std::vector<std::string> codeList() {
    std::vector<std::string> list;
    for (const auto& [value, text] : record::codes<Enum>) list.emplace_back(text);
    return list;
}

}  // namespace

void addImportCommand(CLI::App& root, Console& console) {
    auto* command = root.add_subcommand("import", "Bring travelers in from files, folders and tables; each becomes a case");
    auto call = std::make_shared<ImportCall>();
    call->post.addTo(*command);
    command->add_option("paths", call->paths, "Files and folders")->required();
    command->add_option("--as", call->as, "What the images show")->check(CLI::IsMember(codeList<record::Modality>()));
    command->add_option("--ppi", call->ppi, "Resolution of finger images that do not say it")->check(CLI::Range(50.0, 4000.0));
    command->add_option("--mapping", call->mapping, "Which column of the tables means what (JSON)");
    command->add_option("--reason", call->reason, "Referral reason of the new cases")->check(CLI::IsMember(codeList<record::ReferralReason>()));
    command->add_option("--priority", call->priority, "Priority of the new cases")->check(CLI::IsMember(codeList<record::Priority>()));
    command->add_option("--legal-basis", call->legalBasis, "Legal basis of the new cases");
    command->add_option("--group", call->group, "What makes a traveler: a folder, a file, or what names and contents say")->check(CLI::IsMember(codeList<intake::Grouping>()));
    command->add_option("--quality", call->quality, "Measure the samples: of at most 100 files (auto), always, never")->check(CLI::IsMember({"auto", "always", "never"}));
    command->add_flag("--quiet", call->quiet, "No progress on standard error");
    command->callback([call, &console] { run(*call, console); });
}

}  // namespace cotejo::cli
