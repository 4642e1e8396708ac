#include "core/intake/import.h"

#include <algorithm>

#include "core/intake/errors.h"
#include "core/record/act.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "core/store/import_table.h"

namespace cotejo::intake {
namespace {

bool isOf(const GatheredTraveler& traveler, const Hash& original) {
    return std::ranges::any_of(traveler.originals, [&](const auto& each) { return each.sha256 == original; }) ||
           std::ranges::any_of(traveler.samples, [&](const auto& each) { return each.capture.original == original; });
}

// What became of the unit's files, into the sums of the whole.
void countFiles(ImportReport& report, const ImportUnit& unit, UnitReport& one) {
    const std::size_t files = one.files.size();
    if (one.outcome == UnitOutcome::Refused && one.refusedFiles.size() < files) {
        one.refusedFiles.clear();
        for (const auto& file : one.files) one.refusedFiles.push_back({file, one.refusal.value_or(Error{})});
    }
    // Of a table that is refused as a whole the pictures are not read either.
    const std::size_t unread = one.outcome == UnitOutcome::Refused ? unit.named : 0;
    const std::size_t refused = std::min(one.refusedFiles.size() + unread, files + unit.named);
    one.filesRead = files + unit.named - refused;
    report.filesRead += one.filesRead;
    report.filesRefused += refused;
    if (unread > 0) report.reasons[one.refusal ? one.refusal->code : std::string()] += unread;
    for (const auto& each : one.refusedFiles) {
        ++report.reasons[each.why.code];
        if (report.refusedFiles.size() < kMostRefusedKept) report.refusedFiles.push_back(each);
    }
}

}  // namespace

Importer::Importer(access::Desk& desk, journal::Projection& projection, ImportOptions options)
    : m_desk(desk), m_projection(projection), m_options(std::move(options)) {}

Result<ImportReport> Importer::run(const ImportPlan& plan, const std::function<void(const ImportProgress&)>& progress,
                                   std::stop_token stop) {
    if (!m_desk.holds(record::Role::Officer))
        return fail(kRole, "importing opens cases and needs the role officer; nothing was written", {{"role", "officer"}});
    ImportReport report;
    report.skipped = plan.skipped;
    report.filesFound = plan.found;
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
        countFiles(report, plan.units[i], unit);
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
    report.files = unit.allFiles();
    auto gathered = gather(unit, m_options.declared, m_desk.clock().now());
    if (!gathered) {
        report.refusal = std::move(gathered).error();
        return report;
    }
    report.findings = std::move(gathered->report);
    report.refusedFiles = std::move(gathered->refused);
    report.outcome = UnitOutcome::Duplicate;
    for (auto& traveler : gathered->travelers) {
        if (m_options.measure)
            for (auto& sample : traveler.samples)
                if (!sample.bytes.empty() && sample.capture.undecoded.empty()) m_options.measure(sample.capture, sample.bytes);
        auto written = write(traveler, gathered->originals, report);
        if (!written && written.error().is(kNotOpened)) {
            report.outcome = UnitOutcome::Refused;
            report.refusal = std::move(written).error();
            return report;
        }
        COTEJO_TRY(std::move(written));
    }
    return report;
}

Status Importer::write(const GatheredTraveler& gathered, const std::vector<GatheredOriginal>& originals, UnitReport& report) {
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
        open.date = toIso(now).substr(0, 10);
        open.priority = m_options.priority;
        open.reason = m_options.reason;
        open.legalBasis = m_options.legalBasis;
        open.traveler = gathered.traveler;
        open.traveler.id = TravelerId::random();
        open.deadline = now + m_options.attention;
        open.importedFrom = gathered.source;
        open.originals = gathered.originals;
        store::BlobTable blobs = m_desk.store().blobs(transaction);
        for (const auto& each : originals)
            if (isOf(gathered, each.file.sha256)) COTEJO_TRY(blobs.put(transaction, each.bytes, each.file.mime));
        const auto role = std::string(record::codeOf(record::Role::Officer));
        COTEJO_TRY_ASSIGN(auto last, m_desk.journal().append(transaction, journal::Draft::of(open, id, {}, role)));
        for (const auto& sample : gathered.samples) {
            record::AttachCapture attach{sample.capture};
            attach.capture.id = CaptureId::random();
            if (!sample.bytes.empty()) {
                COTEJO_TRY_ASSIGN(attach.capture.blob, blobs.put(transaction, sample.bytes, sample.capture.mime));
            }
            COTEJO_TRY_ASSIGN(last, m_desk.journal().append(transaction, journal::Draft::of(attach, id, {record::hashOf(last)}, role)));
        }
        COTEJO_TRY(m_projection.refold(transaction, id));
        // "Imported" is said of cases that are there; otherwise the transaction takes everything back.
        COTEJO_TRY_ASSIGN(const auto opened, cases.row(id));
        if (!opened) return fail(kNotOpened, gathered.source + ": the rules open no case from it; nothing of it was written", {{"file", gathered.source}});
        COTEJO_TRY(seen.put(transaction, gathered.fingerprint, id, now));
        report.outcome = UnitOutcome::Imported;
        report.cases.push_back(id);
        report.numbers.push_back(open.number);
        report.captures += gathered.samples.size();
        return {};
    });
}

}  // namespace cotejo::intake
