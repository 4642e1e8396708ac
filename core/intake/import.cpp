#include "core/intake/import.h"

#include "core/intake/errors.h"
#include "core/record/act.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "core/store/import_table.h"

namespace cotejo::intake {
namespace {

std::vector<std::filesystem::path> filesOf(const ImportUnit& unit) {
    if (!unit.file.empty()) return {unit.file};
    std::vector<std::filesystem::path> files;
    for (const auto& image : unit.images) files.push_back(image.file);
    return files;
}

}  // namespace

Importer::Importer(access::Desk& desk, journal::Projection& projection, ImportOptions options)
    : m_desk(desk), m_projection(projection), m_options(std::move(options)) {}

Result<ImportReport> Importer::run(const ImportPlan& plan, const std::function<void(const ImportProgress&)>& progress,
                                   std::stop_token stop) {
    if (!m_desk.holds(record::Role::Officer) && !m_desk.holds(record::Role::Supervisor))
        return fail(kRole, "importing needs the role officer or supervisor", {{"role", "officer"}});
    ImportReport report;
    report.skipped = plan.skipped;
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        if (stop.stop_requested()) {
            report.cancelled = true;
            break;
        }
        if (progress) progress({i, plan.units.size(), plan.units[i].label});
        COTEJO_TRY_ASSIGN(auto unit, importUnit(plan.units[i]));
        switch (unit.outcome) {
            case UnitOutcome::Imported: ++report.imported; break;
            case UnitOutcome::Duplicate: ++report.duplicates; break;
            case UnitOutcome::Refused: ++report.refused; break;
        }
        if (m_options.each)
            m_options.each(std::move(unit));
        else
            report.units.push_back(std::move(unit));
    }
    if (progress) progress({report.imported + report.duplicates + report.refused, plan.units.size(), ""});
    return report;
}

Result<UnitReport> Importer::importUnit(const ImportUnit& unit) {
    UnitReport report;
    report.label = unit.label;
    report.files = filesOf(unit);
    auto gathered = gather(unit, m_options.declared, m_desk.clock().now());
    if (!gathered) {
        report.refusal = std::move(gathered).error();
        return report;
    }
    report.findings = std::move(gathered->report);
    report.outcome = UnitOutcome::Duplicate;
    for (const auto& traveler : gathered->travelers) COTEJO_TRY(write(traveler, report));
    return report;
}

Status Importer::write(const GatheredTraveler& gathered, UnitReport& report) {
    const auto now = m_desk.clock().now();
    return m_desk.store().write([&](store::Transaction& transaction) -> Status {
        store::ImportTable seen(transaction);
        store::CaseTable cases(transaction);
        COTEJO_TRY_ASSIGN(const auto before, seen.find(gathered.fingerprint));
        if (before) {
            COTEJO_TRY_ASSIGN(const auto row, cases.row(*before));
            report.cases.push_back(*before);
            report.numbers.push_back(row ? row->number : "");
            return {};
        }
        const auto id = CaseId::random();
        record::OpenCase open;
        COTEJO_TRY_ASSIGN(open.number, cases.nextNumber(m_desk.postName(), now));
        open.post = m_desk.post();
        open.priority = m_options.priority;
        open.reason = m_options.reason;
        open.legalBasis = m_options.legalBasis;
        open.traveler = gathered.traveler;
        open.traveler.id = TravelerId::random();
        open.deadline = now + m_options.attention;
        open.importedFrom = gathered.source;
        const auto role = std::string(record::codeOf(m_desk.holds(record::Role::Officer) ? record::Role::Officer : record::Role::Supervisor));
        COTEJO_TRY_ASSIGN(auto last, m_desk.journal().append(transaction, journal::Draft::of(open, id, {}, role)));
        store::BlobTable blobs = m_desk.store().blobs(transaction);
        for (const auto& sample : gathered.samples) {
            record::AttachCapture attach{sample.capture};
            attach.capture.id = CaptureId::random();
            attach.capture.captured = now;
            if (!sample.bytes.empty()) {
                COTEJO_TRY_ASSIGN(attach.capture.blob, blobs.put(transaction, sample.bytes, sample.capture.mime));
            }
            COTEJO_TRY_ASSIGN(last, m_desk.journal().append(transaction, journal::Draft::of(attach, id, {record::hashOf(last)}, role)));
        }
        COTEJO_TRY(m_projection.refold(transaction, id));
        COTEJO_TRY(seen.put(transaction, gathered.fingerprint, id, now));
        report.outcome = UnitOutcome::Imported;
        report.cases.push_back(id);
        report.numbers.push_back(open.number);
        report.captures += gathered.samples.size();
        return {};
    });
}

}  // namespace cotejo::intake
