#include "ui/casefile/history/encounters_tab.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/history/timeline_row.h"
#include "ui/casefile/samples.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {

/// What was captured at one moment, in words: fingers counted, faces named, what could not be captured apart.
QStringList captureWords(const std::vector<const record::Capture*>& captures) {
    QStringList words;
    int fingers = 0, missing = 0;
    for (const auto* capture : captures) {
        if (capture->missing != record::MissingReason::None) ++missing;
        else if (capture->modality == record::Modality::Finger) ++fingers;
        else words << captureTitle(*capture);
    }
    if (fingers > 0) words << EncountersTab::tr("%n fingerprints", nullptr, fingers);
    if (missing > 0) words << EncountersTab::tr("%n samples could not be taken", nullptr, missing);
    return words;
}

QString tieText(const review::Encounter& encounter) {
    if (encounter.tie == review::EncounterTie::SameTraveler) return EncountersTab::tr("same traveler record");
    return EncountersTab::tr("same document, %1").arg(bridge::fromText(encounter.document));
}

}  // namespace

EncountersTab::EncountersTab(QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("encountersTab"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("encountersScroll"));
    scroll->setAccessibleName(tr("Timeline of the traveler"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    outer->addWidget(scroll);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(14);
    m_notice = new Notice(page);
    m_notice->setObjectName(QStringLiteral("encountersNotice"));
    m_notice->hide();
    layout->addWidget(m_notice);
    m_card = new Card(QStringLiteral("clock"), tr("Encounters"), page);
    m_card->setCaption(tr("A shared record or document is a lead, not an identification."));
    m_note = new Label(TextRole::Body, Ink::T2, Weight::Regular, m_card);
    m_note->setObjectName(QStringLiteral("encountersNote"));
    m_note->setWordWrap(true);
    m_card->body()->addWidget(m_note);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    m_card->body()->addLayout(m_rows);
    layout->addWidget(m_card);
    layout->addStretch(1);
}

void EncountersTab::showCase(const bridge::CaseFile& file) {
    if (!m_file || m_file->view.id != file.view.id) m_encounters.reset();
    m_file = file;
    rebuild();
}

void EncountersTab::showRefusal(const Error& error) {
    m_notice->setContent(Tone::Bad, QStringLiteral("warning"), bridge::noticeText(error));
    m_notice->show();
    m_note->hide();
}

void EncountersTab::showEncounters(std::optional<review::Encounters> encounters) {
    m_encounters = std::move(encounters);
    m_notice->hide();
    rebuild();
}

void EncountersTab::rebuild() {
    clearLayout(m_rows);
    if (!m_file) return;
    struct Moment {
        UtcTime at{};
        TimelineRow* row = nullptr;
    };
    std::vector<Moment> moments;
    const UtcTime now = m_file->now;
    const auto add = [&](UtcTime at, const QString& when, const QString& title, bool own) {
        moments.push_back({at, new TimelineRow(when, title, own, m_card)});
        return moments.back().row;
    };
    const auto& view = m_file->view;
    auto* opened = add(view.opened, bridge::momentText(view.opened, now), tr("This case was opened"), true);
    opened->addWords(bridge::text(view.reason));
    std::map<std::chrono::sys_time<std::chrono::minutes>, std::vector<const record::Capture*>> captures;
    for (const auto& capture : view.captures) captures[std::chrono::floor<std::chrono::minutes>(capture.captured)].push_back(&capture);
    for (const auto& [minute, taken] : captures) {
        const bool known = minute.time_since_epoch().count() != 0;
        auto* row = add(known ? UtcTime(minute) : view.opened, known ? bridge::momentText(minute, now) : tr("time not recorded"),
                        tr("Samples of this case"), true);
        row->addWords(captureWords(taken).join(QStringLiteral(" · ")));
    }
    if (m_encounters)
        for (const auto& each : m_encounters->cases) {
            const QString number = bridge::fromText(each.number);
            auto* row = add(each.opened, bridge::momentText(each.opened, now), number, false);
            row->setObjectName(QStringLiteral("encounter_") + number);
            row->addBehind(new Badge(bridge::look(each.state), row));
            const QString outcome = each.outcome                   ? tr("outcome: %1").arg(bridge::text(*each.outcome))
                                    : m_encounters->outcomesHidden ? tr("outcome after your own conclusion")
                                                                   : tr("no outcome yet");
            const QStringList words{each.postName.empty() ? tr("a post unknown here") : bridge::fromText(each.postName), bridge::text(each.reason),
                                    outcome, tieText(each)};
            row->addWords(words.join(QStringLiteral(" · ")));
            auto* open = new QPushButton(icon(QStringLiteral("document")), tr("Open"), row);
            open->setObjectName(QStringLiteral("openEncounter_") + number);
            open->setAccessibleName(tr("Open case %1").arg(number));
            setLook(open, ButtonKind::Normal, ButtonSize::Small);
            connect(open, &QPushButton::clicked, this, [this, id = each.id] { emit caseRequested(id); });
            row->addTrailing(open);
        }
    std::ranges::stable_sort(moments, [](const Moment& a, const Moment& b) { return a.at > b.at; });
    for (std::size_t i = 0; i < moments.size(); ++i) {
        using Place = TimelineRow::Place;
        const bool first = i == 0, last = i + 1 == moments.size();
        moments[i].row->setPlace(first && last ? Place::Only : first ? Place::First : last ? Place::Last : Place::Middle);
        m_rows->addWidget(moments[i].row);
    }
    QString note;
    if (!m_encounters) note = tr("Looking for other cases of this traveler…");
    else if (m_encounters->identityHidden) note = tr("Who this is stays hidden during the blind examination. Other cases are shown after your conclusion.");
    else if (m_encounters->cases.empty()) note = tr("No other case that you may see shares this traveler's record or documents.");
    else if (m_encounters->capped) note = tr("There are more cases with this name or document than were looked at. Search for them in the queue.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty() && !m_notice->isVisible());
}

}  // namespace cotejo::casefile
