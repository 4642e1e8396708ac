#include "ui/compare/finger/print_bench.h"

#include <algorithm>

#include "core/match/calibration.h"
#include "core/match/finger/finger_template.h"
#include "core/review/search_service.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/image.h"
#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/compare/finger/finger_page.h"

namespace cotejo::compare {

using record::FingerPosition;

namespace {

constexpr int kPicture = 160;

const record::Capture* at(const std::vector<record::Capture>& prints, FingerPosition position) {
    const record::Capture* found = nullptr;
    for (const auto& each : prints)
        if (each.position == position && (!found || found->blob.isZero())) found = &each;
    return found;
}

/// Of finger scores, at the FMR of a search; nothing where no report supports one.
std::optional<double> threshold() {
    const auto reports = match::Calibrations::readDefault();
    if (!reports) return std::nullopt;
    const auto report = reports->find(match::fingerAlgorithm());
    if (!report) return std::nullopt;
    const auto found = report->threshold(std::max(review::kSearchFmr, report->claimableFmr()));
    return found ? std::optional(found->value) : std::nullopt;
}

FingerImage imageOf(const FingerSample& sample) {
    FingerImage image;
    image.original = sample.original;
    image.enhanced = sample.enhanced;
    image.skeleton = sample.skeleton;
    image.qualityMap = sample.qualityMap;
    image.minutiae = sample.minutiae;
    return image;
}

QString facts(const FingerSample& sample) {
    const QString ppi = sample.ppi.known()
                            ? PrintBench::tr("%1 ppi %2").arg(qRound(sample.ppi.value)).arg(bridge::text(sample.ppi.source))
                            : PrintBench::tr("resolution unknown");
    return QStringList{ppi, PrintBench::tr("%n minutia(e)", nullptr, int(sample.minutiae.size()))}.join(QStringLiteral(" · "));
}

}  // namespace

PrintBench::PrintBench(bridge::Session& session, FingerPage& page, PrintPairing pairing)
    : QObject(&page), m_session(session), m_page(page), m_pairing(std::move(pairing)) {}

void PrintBench::open(const CaseId& id) {
    m_case = id;
    m_prints = {};
    m_position = FingerPosition::Unknown;
    m_samples.clear();
    m_pictures.clear();
    m_sequence.clear();
    ++m_showing;
    ++m_set;
    m_page.setComparison({});
}

PrintBench::Sample PrintBench::known(const CaptureId& id) const {
    const auto found = m_samples.find(id);
    return found == m_samples.end() ? nullptr : found->second;
}

const record::Capture* PrintBench::probeAt(FingerPosition position) const {
    if (m_prints.given)
        for (const auto& each : m_prints.probes)
            if (each.id == m_prints.given->first && each.position == position) return &each;
    return at(m_prints.probes, position);
}

std::optional<record::Capture> PrintBench::referenceAt(FingerPosition position) const {
    const auto* probe = probeAt(position);
    if (m_prints.given && probe && probe->id == m_prints.given->first) {
        for (const auto& each : m_prints.references)
            if (each.id == m_prints.given->second) return each;
        return std::nullopt;
    }
    const auto* found = position == FingerPosition::Unknown ? nullptr : at(m_prints.references, position);
    return found && !found->blob.isZero() ? std::optional(*found) : std::nullopt;
}

void PrintBench::show(Prints prints) {
    m_prints = std::move(prints);
    m_sequence.clear();
    ++m_set;
    if (m_prints.given) {
        for (const auto& each : m_prints.probes)
            if (each.id == m_prints.given->first) m_position = each.position;
    } else if (const auto* now = probeAt(m_position); !now || now->blob.isZero()) {
        const auto first = std::ranges::find_if(m_prints.probes, [](const auto& each) { return !each.blob.isZero(); });
        m_position = first == m_prints.probes.end() ? FingerPosition::Unknown : first->position;
    }
    loadPictures(m_prints.probes);
    loadPictures(m_prints.references);
    load();
    checkOrder();
}

void PrintBench::openFinger(FingerPosition position) {
    m_position = position;
    load();
}

void PrintBench::loadPictures(const std::vector<record::Capture>& captures) {
    for (const auto& each : captures) {
        if (each.blob.isZero() || m_pictures.contains(each.id)) continue;
        m_pictures[each.id] = QImage();
        m_session.call(
            this, [id = m_case, each](access::Desk& desk, std::stop_token) { return bridge::loadThumbnail(desk, id, each, kPicture); },
            [this, capture = each.id, id = m_case](Result<QImage> image) {
                if (!image || m_case != id) return;
                m_pictures[capture] = *image;
                refreshBoard();
            });
    }
}

void PrintBench::refreshBoard() {
    std::vector<FingerCell> cells;
    for (int number = 1; number <= 10; ++number) {
        FingerCell cell;
        cell.position = FingerPosition(number);
        if (const auto* probe = probeAt(cell.position)) {
            cell.hasProbe = !probe->blob.isZero();
            if (const auto found = m_pictures.find(probe->id); found != m_pictures.end()) cell.probe = found->second;
            if (probe->missing != record::MissingReason::None) cell.missing = bridge::text(probe->missing);
            if (const auto sample = known(probe->id); sample && !sample->advice.empty()) cell.sequence = FingerCell::Sequence::Weak;
        }
        // Of an entry all is shown that it has, of a probe that is missing too.
        auto reference = referenceAt(cell.position);
        if (!reference)
            if (const auto* other = at(m_prints.references, cell.position)) reference = *other;
        if (reference && !m_prints.letter.isEmpty()) {
            cell.hasReference = !reference->blob.isZero();
            if (const auto found = m_pictures.find(reference->id); found != m_pictures.end()) cell.reference = found->second;
        }
        if (const auto found = m_sequence.find(cell.position); found != m_sequence.end()) cell.sequence = found->second;
        cells.push_back(std::move(cell));
    }
    m_page.setBoard(cells, m_position);
}

void PrintBench::say(const QString& remark) {
    FingerComparisonValues none;
    none.remark = remark;
    m_page.setComparison(none);
}

void PrintBench::load() {
    const int showing = ++m_showing;
    refreshBoard();
    const auto* probe = probeAt(m_position);
    const auto reference = m_prints.letter.isEmpty() ? std::nullopt : referenceAt(m_position);
    if (!probe || probe->blob.isZero()) {
        say(probe ? bridge::text(probe->missing) : tr("This case has no sample of this finger."));
        return;
    }
    m_session.call(
        this,
        [id = m_case, probe = *probe, reference, probeSample = known(probe->id),
         referenceSample = reference ? known(reference->id) : nullptr,
         pairing = m_prints.compare ? m_pairing : PrintPairing()](access::Desk& desk, std::stop_token stop) mutable -> Result<Shown> {
            Shown shown{std::move(probeSample), std::move(referenceSample), {}};
            if (!shown.probe) {
                COTEJO_TRY_ASSIGN(auto sample, readFinger(desk, id, probe, stop));
                shown.probe = std::make_shared<const FingerSample>(std::move(sample));
            }
            if (reference && !shown.reference) {
                COTEJO_TRY_ASSIGN(auto sample, readFinger(desk, id, *reference, stop));
                shown.reference = std::make_shared<const FingerSample>(std::move(sample));
            }
            if (shown.reference && pairing) shown.paired = pairing(*shown.probe, *shown.reference);
            return shown;
        },
        [this, showing, probeId = probe->id, referenceId = reference ? reference->id : CaptureId()](Result<Shown> shown) {
            if (showing != m_showing) return;
            if (!shown) {
                say(bridge::errorText(shown.error()).title);
                return;
            }
            m_samples[probeId] = shown->probe;
            if (shown->reference) m_samples[referenceId] = shown->reference;
            refreshBoard();
            put(*shown);
        });
}

void PrintBench::put(const Shown& shown) {
    FingerComparisonValues values;
    values.probe = imageOf(*shown.probe);
    values.probe.title = tr("Probe");
    values.probe.detail = bridge::text(m_position).toLower() + QStringLiteral(" · ") + facts(*shown.probe);
    if (const auto* probe = probeAt(m_position)) {
        const QStringList said = bridge::sampleFacts(*probe, UtcTime{});
        values.probe.detail += QStringLiteral(" · ") + said.front();
        values.probe.facts = said.join(QLatin1Char('\n'));
    }
    if (shown.reference) {
        values.reference = imageOf(*shown.reference);
        values.reference->title = m_prints.title;
        values.reference->detail = facts(*shown.reference);
    } else if (!m_prints.letter.isEmpty()) {
        values.remark = tr("%1 has no print of this finger.").arg(m_prints.title);
    }
    values.pairs = shown.paired.pairs;
    values.alignment = shown.paired.alignment;
    if (shown.probe->problem)
        values.remark = bridge::errorText(*shown.probe->problem).title;
    else if (shown.reference && shown.reference->problem)
        values.remark = bridge::errorText(*shown.reference->problem).title;
    else if (shown.paired.problem)
        values.remark = bridge::errorText(*shown.paired.problem).title;
    else if (m_prints.compare && shown.reference && values.pairs.empty())
        values.remark = tr("The machine found no pairs.");
    m_page.setComparison(values);
}

/// The order of the fingers is the machine's word: after reveal, and only where a threshold supports it.
void PrintBench::checkOrder() {
    if (!m_prints.compare || m_prints.letter.isEmpty() || m_prints.references.empty()) return;
    std::map<FingerPosition, std::pair<record::Capture, Sample>> probes, references;
    for (int number = 1; number <= 10; ++number) {
        const auto position = FingerPosition(number);
        if (const auto* probe = at(m_prints.probes, position); probe && !probe->blob.isZero())
            probes.emplace(position, std::pair(*probe, known(probe->id)));
        if (const auto* reference = at(m_prints.references, position); reference && !reference->blob.isZero())
            references.emplace(position, std::pair(*reference, known(reference->id)));
    }
    struct Checked {
        std::map<FingerPosition, FingerCell::Sequence> sequence;
        std::map<CaptureId, Sample> samples;
    };
    m_session.call(
        this,
        [id = m_case, probes, references, pairing = m_pairing](access::Desk& desk, std::stop_token stop) {
            Checked checked;
            const auto limit = threshold();
            if (!limit) return checked;
            const auto read = [&](const auto& captures) {
                PrintsByFinger prints;
                for (const auto& [position, one] : captures) {
                    auto sample = one.second;
                    if (!sample && !stop.stop_requested())
                        if (auto made = readFinger(desk, id, one.first, stop))
                            sample = std::make_shared<const FingerSample>(std::move(*made));
                    if (!sample) continue;
                    checked.samples[one.first.id] = sample;
                    prints[position] = sample;
                }
                return prints;
            };
            const auto given = read(probes), listed = read(references);
            if (!stop.stop_requested()) checked.sequence = checkSequence(given, listed, *limit, pairing);
            return checked;
        },
        [this, set = m_set](Checked checked) {
            if (set != m_set) return;
            m_samples.merge(checked.samples);
            m_sequence = std::move(checked.sequence);
            refreshBoard();
        });
}

}  // namespace cotejo::compare
