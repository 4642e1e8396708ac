#include "ui/compare/protocol/session.h"

#include <algorithm>

#include "ui/bridge/image.h"
#include "ui/bridge/text.h"
#include "ui/compare/protocol/calibration_values.h"

namespace cotejo::compare {
namespace {

constexpr int kThumbnail = 180;

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
    connect(&page, &ReviewPage::readerChosen, this, [this](int index) {
        m_reader = index;
        if (m_file) showCase(bridge::CaseFile(*m_file));
    });
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

const record::Examination* ComparisonSession::shown() const {
    const auto* own = m_file->own();
    if (own && !own->concluded) return own;
    const auto all = readable(*m_file);
    if (m_reader && *m_reader < int(all.size())) return all[std::size_t(*m_reader)];
    if (own) return own;
    return all.empty() ? nullptr : all.back();
}

bool ComparisonSession::isReading() const {
    const auto* examination = shown();
    return m_file->revealed && examination && examination->concluded;
}

void ComparisonSession::refreshReaders() {
    QStringList names;
    int current = 0;
    const auto all = readable(*m_file);
    if (isReading())
        for (const auto* each : all) {
            if (each == shown()) current = int(names.size());
            //: An examination that may be read: its number, the examiner, when it was concluded
            names << tr("%1. %2 · %3").arg(each->number).arg(m_file->nameOf(each->examiner), bridge::momentText(*each->concluded, m_file->now));
        }
    m_page.setReaders(names, current);
}

void ComparisonSession::showCase(const bridge::CaseFile& file) {
    const bool another = !m_file || m_file->view.id != file.view.id || m_file->officer.id != file.officer.id;
    if (another && m_file) {
        const std::pair key(m_file->view.id, m_file->officer.id);
        if (auto unsaved = m_page.unsaved(); unsaved.isEmpty())
            m_shelf.erase(key);
        else
            m_shelf[key] = std::move(unsaved);
    }
    m_file = file;
    if (another) {
        m_thumbnails.clear();
        m_shown.clear();
        m_pending.clear();
        m_opened.clear();
        m_revealRow.clear();
        m_reader.reset();
        m_compared = false;
        ++m_showing;
        m_page.forgetAll();
        m_page.setRefusal({});
        if (const auto found = m_shelf.find({file.view.id, file.officer.id}); found != m_shelf.end()) {
            m_page.restore(found->second);
            m_shelf.erase(found);
        }
        caseOpened();
    }
    const auto* examination = shown();
    m_page.setProtocol(protocolState(*m_file, isReading() ? examination : nullptr));
    refreshReaders();
    const bool analysed = examination && examination->analysisSaved;
    m_page.setAnalysis(examination ? bridge::fromText(examination->analysis) : QString(), analysed);
    if (examination)
        for (const auto& each : m_file->candidates)
            if (const auto* stored = each.modality == m_modality ? conclusionIn(*examination, each.id) : nullptr)
                m_page.setStoredNotes(keyOf(each.id), notesOf(*stored));
    // Known before the candidates, so that what is shown of them is shown once.
    if (!m_file->revealed) m_page.setReveal(std::nullopt);
    refreshCards();
    if (another || (analysed != m_analysed && m_shown.isEmpty())) showProbe();
    m_analysed = analysed;
    const QString key = currentKey();
    if ((key != m_shown || (mayCompare() && !m_compared && !key.isEmpty())) && key != m_pending) {
        m_shown = key;
        m_compared = mayCompare();
        ++m_showing;
        showCandidate(key.isEmpty() ? nullptr : candidate(key));
    }
    loadThumbnails();
    refreshReveal();
}

QString ComparisonSession::currentKey() const {
    // A candidate that was not visited is never shown unasked: a visit is an act.
    if (candidate(m_pending)) return m_pending;
    const bool reading = isReading();
    const auto* now = candidate(m_shown);
    if (now && (reading || now->visited || m_opened.contains(m_shown))) return m_shown;
    const auto* examination = shown();
    if (!examination || !examination->analysisSaved) return {};
    for (const bool unjudged : {true, false})
        for (const auto& each : m_file->candidates)
            if (each.modality == m_modality && (reading || each.visited) && (reading || !unjudged || !each.provisional))
                return keyOf(each.id);
    return {};
}

void ComparisonSession::refreshCards() {
    auto cards = cardsOf(*m_file, m_modality, isReading() ? shown() : nullptr);
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
                       otherwise = std::move(otherwise)](const Result<std::string>& done) {
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
        m_compared = mayCompare();
        ++m_showing;
        refreshCards();
        showCandidate(candidate(key));
    };
    if (chosen->visited || isReading()) {
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
    if (!notes.step) {
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
    RevealValues values = revealOf(*m_file, m_modality, shown());
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
        [this, values, id = m_file->view.id](RevealExtras extras) mutable {
            if (m_file->view.id != id || !m_file->revealed) return;
            values.calibration = std::move(extras.calibration);
            values.probe = std::move(extras.probe);
            values.reference = std::move(extras.reference);
            m_page.setReveal(values);
        });
}

}  // namespace cotejo::compare
