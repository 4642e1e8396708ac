#include <iostream>

#include "app/cli/console.h"
#include "app/cli/exchange/csv_mapping.h"
#include "app/cli/post_options.h"
#include "core/base/memory.h"
#include "core/decide/case_projection.h"
#include "core/intake/import.h"

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
    bool quiet = false;
};

Json findingsOf(const exchange::ValidationReport& report) {
    Json findings = Json::array();
    for (const auto& finding : report.findings)
        findings.push_back({{"severity", record::codeOf(finding.severity)}, {"record", finding.record}, {"field", finding.field},
                            {"rule", finding.rule}, {"detail", finding.detail}});
    return findings;
}

Json unitJson(const intake::UnitReport& unit) {
    Json files = Json::array();
    for (const auto& file : unit.files) files.push_back(file.string());
    Json document{{"label", unit.label}, {"files", files}, {"outcome", record::codeOf(unit.outcome)}, {"cases", unit.numbers},
                  {"captures", unit.captures}, {"findings", findingsOf(unit.findings)}};
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
    const auto plan = intake::planImport({call.paths.begin(), call.paths.end()});
    if (!plan) return console.report(plan.error());
    const auto desk = call.post.signIn();
    if (!desk) return console.report(desk.error());
    decide::CaseProjection projection;
    const bool showProgress = !call.quiet && !console.json;
    if (!console.json) options.each = [](intake::UnitReport&& unit) { std::cout << unitText(unit); };
    const auto report = intake::Importer(**desk, projection, options).run(*plan, [&](const intake::ImportProgress& at) {
        if (showProgress && (at.done % 50 == 0 || at.done == at.total))
            std::cerr << at.done << " of " << at.total << "\r" << (at.done == at.total ? "\n" : "") << std::flush;
    });
    if (!report) return console.report(report.error());
    Json units = Json::array();
    for (const auto& unit : report->units) units.push_back(unitJson(unit));
    Json skipped = Json::array();
    for (const auto& file : report->skipped) skipped.push_back(file.string());
    const std::string text = std::to_string(report->imported) + " imported, " + std::to_string(report->duplicates) + " duplicates, " +
            std::to_string(report->refused) + " refused, " + std::to_string(report->skipped.size()) + " files of other kinds";
    console.answer({{"units", units}, {"skipped", skipped}, {"imported", report->imported}, {"duplicates", report->duplicates},
                    {"refused", report->refused}},
                   text);
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
    command->add_flag("--quiet", call->quiet, "No progress on standard error");
    command->callback([call, &console] { run(*call, console); });
}

}  // namespace cotejo::cli
