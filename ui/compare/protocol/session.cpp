#include "ui/compare/protocol/session.h"

#include <algorithm>

#include "core/match/calibration.h"
#include "core/review/search_service.h"
#include "ui/bridge/image.h"
#include "ui/bridge/text.h"

namespace cotejo::compare {
namespace {

constexpr int kThumbnail = 180;

/// What the calibration report says about one score; without a report, what the score alone tells.
RevealValues::Calibration calibrationOf(const record::Score& score) {
    RevealValues::Calibration result;
    result.algorithm = bridge::fromText(score.algorithm.name + " " + score.algorithm.version);
    const auto reports = match::Calibrations::readDefault();
    if (!reports) return result;
    const auto report = reports->find(score.algorithm);
    if (!report) return result;
    const auto answer = report->answer(score);
    if (!answer) return result;
    result.report = bridge::fromText(report->report);
    result.fmr = answer->fmr;
    result.fnmr = answer->fnmr;
    result.atFloor = answer->atFloor;
    result.mated = report->mated;
    result.nonMated = report->nonMated;
    if (const auto threshold = report->threshold(std::max(review::kSearchFmr, report->claimableFmr()))) {
        result.threshold = threshold->value;
        result.fmrTarget = threshold->fmrTarget;
        if (const auto at = report->answer({threshold->value, score.algorithm})) result.fnmrTarget = at->fnmr;
    }
    double topMated = 0, topNonMated = 0;
    for (const auto& bar : report->bars) {
        topMated = std::max(topMated, bar.mated);
        topNonMated = std::max(topNonMated, bar.nonMated);
    }
    for (const auto& bar : report->bars) {
        if (topMated > 0) result.matedCurve.emplace_back(bar.score, bar.mated / topMated);
        if (topNonMated > 0) result.nonMatedCurve.emplace_back(bar.score, bar.nonMated / topNonMated);
    }
    return result;
}

struct RevealExtras {
    RevealValues::Calibration calibration;
    QImage probe, reference;
};

}  // namespace

ComparisonSession::ComparisonSession(bridge::Session& session, ReviewPage& page, record::Modality modality)
    : QObject(&page),
      m_session(session),
      m_page(page),
      m_modality(modality),
      m_revealing(new bridge::Request(session.worker(), this)) {
    connect(&page, &ReviewPage::analysisSaved, this, &ComparisonSession::saveAnalysis);
    connect(&page, &ReviewPage::candidateOpened, this, &ComparisonSession::openCandidate);
    connect(&page, &ReviewPage::provisionalSaved, this, &ComparisonSession::saveProvisional);
    connect(&page, &ReviewPage::revealAsked, this, [this] { perform(record::Reveal{}); });
    connect(&page, &ReviewPage::concluded, this, &ComparisonSession::conclude);
    connect(&page, &ReviewPage::coverageRead, this, [this] { perform(record::ReadCoverage{}); });
    connect(&page, &ReviewPage::revealRowOpened, this, [this](const QString& key) {
        m_revealRow = key;
        refreshReveal();
    });
}

const review::VisibleCandidate* ComparisonSession::candidate(const QString& key) const {
    const auto found = std::ranges::find_if(m_file->candidates, [&](const auto& each) {
        return each.modality == m_modality && keyOf(each.id) == key;
    });
    return found == m_file->candidates.end() ? nullptr : &*found;
}

const record::Capture* ComparisonSession::capture(const CaptureId& id) const {
    const auto found = std::ranges::find(m_file->view.captures, id, &record::Capture::id);
    return found == m_file->view.captures.end() ? nullptr : &*found;
}

void ComparisonSession::showCase(const bridge::CaseFile& file) {
    const bool another = !m_file || m_file->view.id != file.view.id;
    m_file = file;
    if (another) {
        m_thumbnails.clear();
        m_shown.clear();
        m_pending.clear();
        m_opened.clear();
        m_revealRow.clear();
        ++m_showing;
        m_page.forgetAll();
        m_page.setRefusal({});
        caseOpened();
    }
    const ProtocolState state = protocolState(file);
    m_page.setProtocol(state);
    const auto* own = file.own();
    m_page.setAnalysis(own ? bridge::fromText(own->analysis) : QString(), own && own->analysisSaved);
    for (const auto& each : file.candidates)
        if (each.modality == m_modality && each.provisional)
            m_page.setStoredNotes(keyOf(each.id), notesOf(*each.provisional));
    refreshCards();
    const bool analysed = own && own->analysisSaved;
    if (another || (analysed != m_analysed && m_shown.isEmpty())) showProbe();
    m_analysed = analysed;
    const QString key = currentKey();
    if (key != m_shown && key != m_pending) {
        m_shown = key;
        ++m_showing;
        showCandidate(key.isEmpty() ? nullptr : candidate(key));
    }
    loadThumbnails();
    refreshReveal();
}

QString ComparisonSession::currentKey() const {
    // A candidate that was not visited is never shown unasked: a visit is an act.
    if (candidate(m_pending)) return m_pending;
    const auto* now = candidate(m_shown);
    if (now && (now->visited || m_opened.contains(m_shown))) return m_shown;
    const auto* own = m_file->own();
    if (!own || !own->analysisSaved) return {};
    for (const bool unjudged : {true, false})
        for (const auto& each : m_file->candidates)
            if (each.modality == m_modality && each.visited && (!unjudged || !each.provisional))
                return keyOf(each.id);
    return {};
}

void ComparisonSession::refreshCards() {
    auto cards = cardsOf(*m_file, m_modality);
    for (auto& card : cards)
        card.thumbnail = m_thumbnails.value(card.key);
    m_page.setCandidates(cards, currentKey());
}

void ComparisonSession::loadThumbnails() {
    for (const auto& each : m_file->candidates) {
        const QString key = keyOf(each.id);
        if (each.modality != m_modality || !each.referenceCapture || m_thumbnails.contains(key)) continue;
        m_thumbnails[key] = QImage();
        m_session.call(
            this,
            [id = m_file->view.id, reference = *each.referenceCapture](access::Desk& desk, std::stop_token) {
                return bridge::loadThumbnail(desk, id, reference, kThumbnail);
            },
            [this, key, id = m_file->view.id](Result<QImage> image) {
                if (!image || m_file->view.id != id) return;
                m_thumbnails[key] = *image;
                refreshCards();
            });
    }
}

void ComparisonSession::perform(const record::Act& act, std::function<void()> then,
                                std::function<void()> otherwise) {
    if (!m_file) return;
    m_page.setBusy(true);
    m_page.setRefusal({});
    m_session.perform(this, m_file->view.id, act,
                      [this, then = std::move(then),
                       otherwise = std::move(otherwise)](const Result<record::CaseView>& done) {
                          m_page.setBusy(false);
                          if (!done) m_page.setRefusal(refusalOf(done.error()));
                          if (const auto& next = done ? then : otherwise) next();
                      });
}

void ComparisonSession::saveAnalysis(const QString& text) {
    perform(record::SaveAnalysis{bridge::toText(text)});
}

void ComparisonSession::openCandidate(const QString& key) {
    const auto* chosen = candidate(key);
    if (!chosen) return;
    const auto show = [this, key] {
        m_pending.clear();
        m_opened.insert(key);
        if (!candidate(key)) return;
        m_shown = key;
        ++m_showing;
        refreshCards();
        showCandidate(candidate(key));
    };
    if (chosen->visited) {
        show();
        return;
    }
    // The picture comes once the visit is on record.
    m_pending = key;
    perform(record::VisitCandidate{chosen->id}, show, [this] {
        m_pending.clear();
        refreshCards();
    });
}

void ComparisonSession::saveProvisional(const QString& key, const ExaminerNotes& notes) {
    const auto id = candidateOf(key);
    if (!id) return;
    if (!notes.leaning) {
        m_page.setRefusal({tr("Choose a position on the scale."), {}, {}, {}});
        return;
    }
    perform(record::SaveProvisional{conclusionOf(*id, notes)}, [this, key, notes] {
        m_page.forgetDraft(key);
        m_page.setStoredNotes(key, notes);
        m_page.goTo(1);
    });
}

void ComparisonSession::conclude(const std::vector<FinalConclusion>& conclusions) {
    perform(concludeAct(*m_file, conclusions));
}

void ComparisonSession::refreshReveal() {
    if (!m_file->revealed) {
        m_page.setReveal(std::nullopt);
        return;
    }
    RevealValues values = revealOf(*m_file, m_modality);
    const auto at = std::ranges::find(values.rows, m_revealRow, &RevealValues::Row::key);
    values.current = at == values.rows.end() ? 0 : int(at - values.rows.begin());
    if (values.rows.empty()) {
        m_page.setReveal(values);
        return;
    }
    m_revealRow = values.rows[std::size_t(values.current)].key;
    const auto* shown = candidate(m_revealRow);
    values.entry.name = tr("Entry withdrawn meanwhile");
    if (const auto& entry = shown->revealed->entry) {
        values.entry = {bridge::fromText(entry->name),
                        bridge::galleryText(entry->gallery),
                        bridge::fromText(entry->issuer),
                        bridge::fromText(entry->reason),
                        bridge::text(entry->grade),
                        bridge::dateText(entry->reviewBy),
                        bridge::text(entry->status),
                        bridge::fromText(entry->caveats),
                        entry->status == record::EntryStatus::Active};
    }
    const auto* probe = capture(shown->probe);
    m_revealing->ask(
        [&desk = m_session.desk(), id = m_file->view.id, score = shown->revealed->score,
         reference = shown->referenceCapture,
         taken = probe ? std::optional(*probe) : std::nullopt](std::stop_token) {
            RevealExtras extras;
            extras.calibration = calibrationOf(score);
            if (taken)
                if (auto image = bridge::loadThumbnail(desk, id, *taken, 640)) extras.probe = *image;
            if (reference)
                if (auto image = bridge::loadThumbnail(desk, id, *reference, 640)) extras.reference = *image;
            return extras;
        },
        [this, values](RevealExtras extras) mutable {
            values.calibration = std::move(extras.calibration);
            values.probe = std::move(extras.probe);
            values.reference = std::move(extras.reference);
            m_page.setReveal(values);
        });
}

}  // namespace cotejo::compare
