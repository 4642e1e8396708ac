#include <algorithm>

#include "ui/bridge/error_text.h"
#include "ui/bridge/image.h"
#include "ui/bridge/text.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/protocol/session.h"

namespace cotejo::compare {

using record::FingerPosition;

FingerSession::FingerSession(bridge::Session& session, FingerPage& page)
    : ComparisonSession(session, page, record::Modality::Finger), m_page(page) {
    connect(&page, &FingerPage::fingerOpened, this, &FingerSession::openFinger);
}

void FingerSession::caseOpened() {
    m_samples.clear();
    m_pictures.clear();
    m_key.clear();
    m_referencePicture = {};
    m_position = FingerPosition::Unknown;
    for (const auto& each : file().view.captures) {
        if (each.modality != record::Modality::Finger || each.blob.isZero()) continue;
        session().call(
            this,
            [id = file().view.id, each](access::Desk& desk, std::stop_token) {
                return bridge::loadThumbnail(desk, id, each, 160);
            },
            [this, position = each.position, id = file().view.id](Result<QImage> image) {
                if (!image || file().view.id != id) return;
                m_pictures[position] = *image;
                refreshBoard();
            });
    }
}

const record::Capture* FingerSession::fingerAt(FingerPosition position) const {
    const record::Capture* found = nullptr;
    for (const auto& each : file().view.captures)
        if (each.modality == record::Modality::Finger && each.position == position &&
            (!found || found->blob.isZero()))
            found = &each;
    return found;
}

void FingerSession::refreshBoard() {
    const auto* current = candidate(m_key);
    std::vector<FingerCell> cells;
    for (int number = 1; number <= 10; ++number) {
        FingerCell cell;
        cell.position = FingerPosition(number);
        const auto found = m_pictures.find(cell.position);
        if (found != m_pictures.end()) cell.probe = found->second;
        const auto* sample = fingerAt(cell.position);
        if (sample && sample->missing != record::MissingReason::None)
            cell.missing = bridge::text(sample->missing);
        const bool compared =
            current && current->referenceCapture && current->referenceCapture->position == cell.position;
        if (compared) cell.reference = m_referencePicture;
        cell.sequence = !sample    ? FingerCell::Sequence::Missing
                        : compared ? FingerCell::Sequence::InSequence
                                   : FingerCell::Sequence::NotCompared;
        cells.push_back(std::move(cell));
    }
    m_page.setBoard(cells, m_position);
}

void FingerSession::showProbe() {
    showCandidate(nullptr);
}

void FingerSession::showCandidate(const review::VisibleCandidate* candidate) {
    m_key = candidate ? keyOf(candidate->id) : QString();
    m_referencePicture = {};
    const record::Capture* compared = candidate ? capture(candidate->probe) : nullptr;
    if (compared) {
        m_position = compared->position;
    } else if (m_position == FingerPosition::Unknown) {
        for (int number = 1; number <= 10 && m_position == FingerPosition::Unknown; ++number)
            if (const auto* sample = fingerAt(FingerPosition(number)); sample && !sample->blob.isZero())
                m_position = FingerPosition(number);
    }
    refreshBoard();
    load(m_position, candidate);
}

void FingerSession::openFinger(FingerPosition position) {
    m_position = position;
    const auto* current = candidate(m_key);
    refreshBoard();
    load(position, current);
}

void FingerSession::load(FingerPosition position, const review::VisibleCandidate* candidate) {
    const record::Capture* probe =
        candidate && capture(candidate->probe) && capture(candidate->probe)->position == position
            ? capture(candidate->probe)
            : fingerAt(position);
    std::optional<record::Capture> reference;
    if (candidate && candidate->referenceCapture && probe && candidate->probe == probe->id)
        reference = candidate->referenceCapture;
    if (!probe || probe->blob.isZero()) {
        FingerComparisonValues none;
        none.remark = probe ? bridge::text(probe->missing) : tr("This case has no sample of this finger.");
        m_page.setComparison(none);
        return;
    }
    const auto known = [this](const CaptureId& id) {
        const auto found = m_samples.find(id);
        return found == m_samples.end() ? nullptr : found->second;
    };
    session().call(
        this,
        [id = file().view.id, probe = *probe, reference, probeSample = known(probe->id),
         referenceSample = reference ? known(reference->id) : nullptr](
            access::Desk& desk, std::stop_token stop) mutable -> Result<Shown> {
            Shown shown{std::move(probeSample), std::move(referenceSample), {}};
            if (!shown.probe) {
                COTEJO_TRY_ASSIGN(auto sample, readFinger(desk, id, probe, stop));
                shown.probe = std::make_shared<const FingerSample>(std::move(sample));
            }
            if (reference && !shown.reference) {
                COTEJO_TRY_ASSIGN(auto sample, readFinger(desk, id, *reference, stop));
                shown.reference = std::make_shared<const FingerSample>(std::move(sample));
            }
            if (shown.reference) shown.paired = pairPrints(*shown.probe, *shown.reference);
            return shown;
        },
        [this, showing = showing(), position, probeId = probe->id,
         referenceId = reference ? reference->id : CaptureId(),
         letter = candidate ? bridge::fromText(candidate->letter) : QString()](Result<Shown> shown) {
            if (showing != this->showing() || position != m_position) return;
            if (!shown) {
                FingerComparisonValues none;
                none.remark = bridge::errorText(shown.error()).title;
                m_page.setComparison(none);
                return;
            }
            m_samples[probeId] = shown->probe;
            if (shown->reference) {
                m_samples[referenceId] = shown->reference;
                m_referencePicture = shown->reference->original.scaled(160, 160, Qt::KeepAspectRatio,
                                                                       Qt::SmoothTransformation);
                refreshBoard();
            }
            show(position, *shown, letter);
        });
}

void FingerSession::show(FingerPosition position, const Shown& shown, const QString& letter) {
    const auto imageOf = [](const FingerSample& sample) {
        FingerImage image;
        image.original = sample.original;
        image.enhanced = sample.enhanced;
        image.skeleton = sample.skeleton;
        image.qualityMap = sample.qualityMap;
        image.minutiae = sample.minutiae;
        return image;
    };
    const auto facts = [](const FingerSample& sample) {
        const QString ppi =
            sample.ppi.known()
                ? tr("%1 ppi %2").arg(qRound(sample.ppi.value)).arg(bridge::text(sample.ppi.source))
                : tr("resolution unknown");
        return QStringList{ppi, tr("%n minutia(e)", nullptr, int(sample.minutiae.size()))}.join(
            QStringLiteral(" · "));
    };
    FingerComparisonValues values;
    values.probe = imageOf(*shown.probe);
    values.probe.title = tr("Probe");
    values.probe.detail = bridge::text(position).toLower() + QStringLiteral(" · ") + facts(*shown.probe);
    if (shown.reference) {
        values.reference = imageOf(*shown.reference);
        values.reference->title = tr("Reference %1").arg(letter);
        values.reference->detail = facts(*shown.reference);
    } else if (!letter.isEmpty()) {
        values.remark = tr("Candidate %1 has no reference of this finger.").arg(letter);
    }
    values.pairs = shown.paired.pairs;
    values.alignment = shown.paired.alignment;
    if (shown.paired.problem)
        values.remark = bridge::errorText(*shown.paired.problem).title;
    else if (shown.probe->problem)
        values.remark = bridge::errorText(*shown.probe->problem).title;
    else if (shown.reference && values.pairs.empty())
        values.remark = tr("The machine found no pairs; compare by eye.");
    m_page.setComparison(values);
}

}  // namespace cotejo::compare
