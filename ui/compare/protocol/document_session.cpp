#include "ui/compare/protocol/document_session.h"

#include <algorithm>

#include "core/decide/portrait_service.h"
#include "ui/bridge/image.h"
#include "ui/bridge/text.h"
#include "ui/compare/protocol/calibration_values.h"
#include "ui/compare/protocol/protocol.h"

namespace cotejo::compare {
namespace {

const QString kKey = QStringLiteral("document");

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(cotejo::compare::DocumentSession)
};

ExaminerNotes notesOf(const record::PortraitCheck& check) {
    ExaminerNotes notes = ExaminerNotes::fromText(bridge::fromText(check.reasons));
    notes.counterReason = bridge::fromText(check.counterReason);
    notes.step = check.conclusion;
    return notes;
}

struct CheckExtras {
    RevealValues::Calibration calibration;
    QImage live, document;
};

}  // namespace

ProtocolState documentState(const bridge::CaseFile& file, record::Modality modality, const record::PortraitCheck* own) {
    ProtocolState state;
    const auto check = file.portraitChecks.find(modality);
    state.mayWork = check != file.portraitChecks.end() && !check->second;
    if (check != file.portraitChecks.end() && check->second) state.shut = refusalOf(*check->second);
    if (!own || own->analysis.empty()) {
        state.step = ProtocolStep::Analysis;
        state.remark = CheckWords::tr("The document's sample comes once the live one is analysed");
        state.code = state.mayWork ? QStringLiteral("E_ANALYSIS_MISSING") : state.shut.code;
    } else if (!own->opened) {
        state.step = ProtocolStep::Comparison;
        state.remark = CheckWords::tr("Analysis saved");
    } else if (!own->conclusion) {
        state.step = ProtocolStep::Provisional;
        state.remark = CheckWords::tr("The score comes once you have concluded");
        state.code = state.mayWork ? QStringLiteral("E_PROVISIONAL_MISSING") : state.shut.code;
    } else if (!own->score) {
        state.step = ProtocolStep::Reveal;
        state.remark = CheckWords::tr("Concluded %1 by you").arg(bridge::momentText(own->at, file.now));
    } else {
        state.step = ProtocolStep::Done;
        state.remark = CheckWords::tr("Concluded %1 by you · to be read").arg(bridge::momentText(own->at, file.now));
        state.mayWork = false;
    }
    if (!state.mayWork && state.step != ProtocolStep::Done) state.code = state.shut.code;
    return state;
}

DocumentSession::DocumentSession(bridge::Session& session, ReviewPage& page, record::Modality modality)
    : QObject(&page),
      m_session(session),
      m_page(page),
      m_modality(modality),
      m_revealing(new bridge::Request(session.worker(), this)) {
    connect(&page, &ReviewPage::analysisSaved, this, [this](const QString& text) {
        perform(record::SavePortraitAnalysis{m_modality, bridge::toText(text)});
        m_openNext = true;
    });
    connect(&page, &ReviewPage::documentAsked, this, &DocumentSession::openDocument);
    connect(&page, &ReviewPage::provisionalSaved, this,
            [this](const QString&, const ExaminerNotes& notes) { conclude(notes); });
    connect(&page, &ReviewPage::revealAsked, this, &DocumentSession::reveal);
    connect(&page, &ReviewPage::readerChosen, this, [this](int index) {
        m_reader = index;
        if (m_file) showCase(bridge::CaseFile(*m_file));
    });
}

bool DocumentSession::isThere(const bridge::CaseFile& file, record::Modality modality) {
    return file.portraitChecks.contains(modality) ||
           std::ranges::any_of(file.view.portraits, [&](const auto& each) { return each.modality == modality && each.conclusion; });
}

const record::PortraitCheck* DocumentSession::own() const {
    for (const auto& each : m_file->view.portraits)
        if (each.modality == m_modality && each.examiner == m_file->officer.id) return &each;
    return nullptr;
}

std::vector<const record::PortraitCheck*> DocumentSession::readableChecks() const {
    std::vector<const record::PortraitCheck*> found;
    for (const auto& each : m_file->view.portraits)
        if (each.modality == m_modality && each.conclusion) found.push_back(&each);
    return found;
}

bool DocumentSession::isReading() const {
    const auto* mine = own();
    // Others' checks are read once one's own is over, or by who cannot make one.
    if (mine ? !mine->score : documentState(*m_file, m_modality, nullptr).mayWork) return false;
    return !readableChecks().empty();
}

const record::PortraitCheck* DocumentSession::shown() const {
    const auto* mine = own();
    if (!isReading()) return mine;
    const auto all = readableChecks();
    if (m_reader && *m_reader < int(all.size())) return all[std::size_t(*m_reader)];
    return mine ? mine : all.back();
}

bool DocumentSession::mayCompare() const {
    const auto* check = shown();
    return check && check->score && (isReading() || check == own());
}

std::vector<record::Capture> DocumentSession::samples(bool document) const {
    std::vector<record::Capture> found;
    for (const auto& each : m_file->view.captures)
        if (each.modality == m_modality && !each.blob.isZero() && !m_file->view.unusable.contains(each.id) &&
            (each.kind == record::CaptureKind::Document) == document)
            found.push_back(each);
    return found;
}

DocumentSession::Pair DocumentSession::pairOf(const record::PortraitCheck* check) const {
    Pair pair;
    const auto live = samples(false), documents = samples(true);
    if (check && check->opened) {
        for (const auto& each : live)
            if (each.id == check->live) pair.live = each;
        for (const auto& each : documents)
            if (each.id == check->document) pair.document = each;
        if (pair.live && pair.document) return pair;
    }
    if (!live.empty()) pair.live = live.front();
    for (const auto& one : live)
        for (const auto& other : documents)
            if (!pair.document && one.position == other.position) {
                pair.live = one;
                pair.document = other;
            }
    // A face has no position; prints of other fingers are no pair.
    if (!pair.document && !documents.empty() && m_modality == record::Modality::Face) pair.document = documents.front();
    return pair;
}

void DocumentSession::showCase(const bridge::CaseFile& file) {
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
        m_showing.clear();
        m_reader.reset();
        m_openNext = false;
        m_page.forgetAll();
        m_page.setRefusal({});
        if (const auto found = m_shelf.find({file.view.id, file.officer.id}); found != m_shelf.end()) {
            m_page.restore(found->second);
            m_shelf.erase(found);
        }
        caseOpened();
    }
    const auto* check = shown();
    const bool reading = isReading();
    ProtocolState state = documentState(*m_file, m_modality, own());
    if (reading) {
        state = {};
        state.step = ProtocolStep::Done;
        state.reading = true;
        state.remark = check == own() ? tr("Concluded %1 by you · to be read").arg(bridge::momentText(check->at, m_file->now))
                                      : tr("Concluded %1 by %2 · to be read")
                                            .arg(bridge::momentText(check->at, m_file->now), m_file->nameOf(check->examiner));
    }
    m_page.setProtocol(state);
    QStringList names;
    int current = 0;
    if (reading)
        for (const auto* each : readableChecks()) {
            if (each == check) current = int(names.size());
            names << tr("%1 · %2").arg(m_file->nameOf(each->examiner), bridge::momentText(each->at, m_file->now));
        }
    m_page.setReaders(names, current);
    const bool opened = check && check->opened;
    m_page.setAnalysis(check ? bridge::fromText(check->analysis) : QString(), check && !check->analysis.empty());
    if (check && check->conclusion) m_page.setStoredNotes(kKey, notesOf(*check));
    if (!mayCompare()) m_page.setReveal(std::nullopt);
    std::vector<CandidateCard> cards;
    if (opened) {
        CandidateCard card;
        card.key = kKey;
        card.letter = tr("Document");
        card.visited = true;
        card.conclusion = check->conclusion;
        cards.push_back(card);
    }
    m_page.setCandidates(cards, opened ? kKey : QString());
    const auto pair = pairOf(check);
    const QString showing = QStringLiteral("%1 %2 %3").arg(pair.live ? QString::fromStdString(pair.live->id.text()) : QString(),
                                                           opened && pair.document ? QString::fromStdString(pair.document->id.text()) : QString())
                                .arg(mayCompare());
    if (showing != m_showing) {
        m_showing = showing;
        show(pair.live ? &*pair.live : nullptr, opened && pair.document ? &*pair.document : nullptr);
    }
    refreshReveal();
    if (m_openNext && check == own() && check && !check->analysis.empty()) {
        m_openNext = false;
        if (!check->opened) openDocument();
    }
}

void DocumentSession::perform(const record::Act& act, std::function<void()> then) {
    if (!m_file) return;
    m_page.setBusy(true);
    m_page.setRefusal({});
    m_session.perform(this, m_file->view.id, act, [this, then = std::move(then)](const Result<std::string>& done) {
        m_page.setBusy(false);
        if (!done) {
            m_openNext = false;
            m_page.setRefusal(refusalOf(done.error()));
        } else if (then) {
            then();
        }
    });
}

void DocumentSession::openDocument() {
    const auto pair = pairOf(nullptr);
    if (!pair.live || !pair.document) {
        m_page.setRefusal({tr("The document has no sample that can be laid beside this one."), {}, {}, {}});
        return;
    }
    perform(record::OpenPortrait{pair.live->id, pair.document->id});
}

void DocumentSession::openPair(const record::Capture& live, const record::Capture& document) {
    const auto* mine = own();
    if (!isReading() && mine && mine->opened && !mine->conclusion)
        perform(record::OpenPortrait{live.id, document.id});
    else if (mine || isReading())
        show(&live, &document);
}

void DocumentSession::conclude(const ExaminerNotes& notes) {
    const auto* mine = own();
    if (!mine) return;
    if (!notes.step) {
        m_page.setRefusal({tr("Choose a position on the scale."), {}, {}, {}});
        return;
    }
    const auto stored = conclusionOf({}, notes);
    perform(record::ConcludePortrait{mine->live, mine->document, stored.conclusion, stored.reasons, stored.counterReason},
            [this, notes] {
                m_page.forgetDraft(kKey);
                m_page.setStoredNotes(kKey, notes);
            });
}

void DocumentSession::reveal() {
    const auto pair = pairOf(own());
    if (!pair.live || !pair.document) return;
    m_page.setBusy(true);
    m_page.setRefusal({});
    m_session.call(
        this,
        [id = m_file->view.id, live = *pair.live, document = *pair.document](access::Desk& desk, std::stop_token stop) {
            return decide::revealPortrait(desk, id, live, document, stop);
        },
        [this, id = m_file->view.id](const Result<record::CaseView>& done) {
            m_page.setBusy(false);
            if (!done)
                m_page.setRefusal(refusalOf(done.error()));
            else
                m_session.announce(id);
        });
}

void DocumentSession::refreshReveal() {
    const auto* check = shown();
    if (!mayCompare()) return;
    RevealValues values;
    values.kind = ReviewKind::Document;
    values.modality = m_modality;
    values.concluded = true;
    values.revealed = tr("Concluded %1").arg(bridge::momentText(check->at, m_file->now));
    RevealValues::Row row;
    row.key = kKey;
    row.letter = tr("Document");
    row.conclusion = row.provisional = check->conclusion;
    row.score = check->score->value;
    row.rank = 1;
    values.rows.push_back(row);
    values.entry.name = m_modality == record::Modality::Face ? tr("Portrait of the document") : tr("Print of the document");
    const auto pair = pairOf(check);
    m_revealing->ask(
        [&desk = m_session.desk(), id = m_file->view.id, score = *check->score, pair](std::stop_token) {
            CheckExtras extras;
            extras.calibration = calibrationOf(score);
            if (pair.live)
                if (auto image = bridge::loadThumbnail(desk, id, *pair.live, 640)) extras.live = *image;
            if (pair.document)
                if (auto image = bridge::loadThumbnail(desk, id, *pair.document, 640)) extras.document = *image;
            return extras;
        },
        [this, values, id = m_file->view.id](CheckExtras extras) mutable {
            if (m_file->view.id != id || !mayCompare()) return;
            values.calibration = std::move(extras.calibration);
            values.probe = std::move(extras.live);
            values.reference = std::move(extras.document);
            m_page.setReveal(values);
        });
}

}  // namespace cotejo::compare
