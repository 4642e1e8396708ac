#include "ui/compare/protocol/review_page.h"

#include <QGridLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/compare/protocol/candidate_strip.h"
#include "ui/compare/protocol/conclusion_form.h"
#include "ui/compare/protocol/protocol_bar.h"
#include "ui/compare/protocol/side_panel.h"
#include "ui/compare/reveal/reveal_panel.h"
#include "ui/widgets/layout/tool_row.h"

namespace cotejo::compare {

using namespace widgets;

namespace {
// Heights and widths of a page, in device-independent pixels: a laptop of 1366 x 768 gives 1290 x 588, 1920 x 1080 at 200 % gives 884 x 366.
constexpr int kLowPage = 800, kFoldedPage = 440, kNarrowPage = 1200;
}  // namespace

ReviewPage::ReviewPage(ReviewKind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new ProtocolBar(kind, this);
    layout->addWidget(m_bar);
    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack, 1);
    m_reveal = new RevealPanel(this);
    m_stack->addWidget(m_reveal);
    m_form = new ConclusionForm(kind, this);
    m_strip = new CandidateStrip(this);
    auto* below = new Strip(Strip::Ground::Base, Qt::TopEdge, this);
    m_below = below;
    (new QVBoxLayout(below))->addWidget(m_strip);
    below->layout()->setContentsMargins(0, 0, 0, 0);
    below->setVisible(kind == ReviewKind::Search);
    m_toolStrip = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    m_tools = new ToolRow(m_toolStrip);
    (new QVBoxLayout(m_toolStrip))->addWidget(m_tools);
    m_toolStrip->layout()->setContentsMargins(0, 0, 0, 1);
    m_side = new SidePanel(this);
    connect(m_bar, &ProtocolBar::documentRequested, this, &ReviewPage::documentAsked);
    connect(m_bar, &ProtocolBar::revealRequested, this, &ReviewPage::revealAsked);
    connect(m_bar, &ProtocolBar::concludeRequested, this,
            [this] { emit concluded(m_reveal->conclusions()); });
    connect(m_bar, &ProtocolBar::viewChosen, this, [this](int index) { showView(View(index)); });
    connect(m_bar, &ProtocolBar::readerChosen, this, &ReviewPage::readerChosen);
    connect(m_bar, &ProtocolBar::sideChosen, this, &ReviewPage::sideChosen);
    connect(m_reveal, &RevealPanel::rowOpened, this, &ReviewPage::revealRowOpened);
    connect(m_reveal, &RevealPanel::coverageRead, this, &ReviewPage::coverageRead);
    connect(m_strip, &CandidateStrip::chosen, this, &ReviewPage::open);
    connect(m_form, &ConclusionForm::saveAnalysisRequested, this, &ReviewPage::analysisSaved);
    connect(m_form, &ConclusionForm::edited, this, &ReviewPage::noteEdited);
    connect(m_form, &ConclusionForm::saveRequested, this, [this] {
        if (!m_current.isEmpty()) emit provisionalSaved(m_current, notesOf(m_current));
    });
}

void ReviewPage::setBench(QWidget* above, QPushButton* abovePick, QWidget* canvas) {
    auto* bench = new QWidget(this);
    m_grid = new QGridLayout(bench);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_grid->setRowStretch(2, 1);
    m_grid->setColumnStretch(0, 1);
    m_above = above;
    m_canvasBox = canvas;
    if (m_kind == ReviewKind::Search) m_picks.push_back(m_strip->makePick(m_tools));
    if (abovePick) m_picks.push_back(abovePick);
    for (auto* pick : m_picks) {
        m_tools->addWidget(pick);
        pick->hide();
    }
    m_sideTool = m_tools->addTool("sideToggle", "side-by-side", {}, tr("Side panel: pairs or features, conclusion, quality (F6)"), true, ToolRow::Use::Often,
                                  [this](bool shown) { foldSide(!shown); });
    m_sideTool->setChecked(true);
    auto* key = new QShortcut(Qt::Key_F6, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this] { foldSide(!m_side->isHidden()); });
    placeBench();
    m_stack->insertWidget(0, bench);
    m_stack->setCurrentIndex(0);
}

/// Where the screen is low the tools run over the whole width, and what stood above and below the canvas is in them.
void ReviewPage::placeBench() {
    if (m_above) m_grid->removeWidget(m_above);
    for (auto* each : {m_toolStrip, m_canvasBox, m_below, static_cast<QWidget*>(m_side)}) m_grid->removeWidget(each);
    if (m_above) m_grid->addWidget(m_above, 0, 0);
    m_grid->addWidget(m_toolStrip, 1, 0, 1, m_folded ? 2 : 1);
    m_grid->addWidget(m_canvasBox, 2, 0);
    m_grid->addWidget(m_below, 3, 0);
    m_grid->addWidget(m_side, m_folded ? 2 : 0, 1, m_folded ? 2 : 4, 1);
    if (m_above) m_above->setVisible(!m_folded);
    m_below->setVisible(!m_folded && m_kind == ReviewKind::Search);
    for (auto* pick : m_picks) pick->setVisible(m_folded);
}

void ReviewPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool low = height() < kLowPage, folded = height() < kFoldedPage;
    m_side->setRoom(low, width() < kNarrowPage);
    if (low == m_low && folded == m_folded) return;
    m_low = low;
    m_folded = folded;
    if (m_grid) placeBench();
    roomChanged();
}

void ReviewPage::foldSide(bool folded) {
    // Who was in the panel goes on at the canvas.
    if (folded && m_side->isAncestorOf(window()->focusWidget())) m_canvasBox->setFocus();
    m_side->setVisible(!folded);
    m_sideTool->setChecked(!folded);
}

bool ReviewPage::mayEdit() const {
    return m_protocol.mayWork && !m_revealed && m_protocol.step < ProtocolStep::Conclude;
}

void ReviewPage::setProtocol(const ProtocolState& state) {
    const bool wasShut = !m_protocol.shut.isEmpty();
    m_protocol = state;
    m_bar->setState(state);
    m_form->setEditable(mayEdit() && (!m_current.isEmpty() || !m_analysed));
    if (wasShut || !state.shut.isEmpty()) m_form->setRefusal(state.shut);
    rightsChanged();
}

void ReviewPage::setAnalysis(const QString& text, bool saved) {
    m_analysis = text;
    m_analysed = saved;
    if (saved) m_analysisDraft.clear();
    refreshForm();
}

void ReviewPage::setCandidates(const std::vector<CandidateCard>& cards, const QString& current) {
    m_cards = cards;
    const bool moved = current != m_current;
    m_current = m_analysed ? current : QString();
    m_side->setComparing(!m_current.isEmpty());
    m_strip->setCandidates(cards, m_current, !m_analysed, m_revealed);
    if (moved) candidateChanged();
    refreshForm();
}

void ReviewPage::setStoredNotes(const QString& key, const ExaminerNotes& notes) {
    m_stored[key] = notes;
    if (key == m_current && !m_drafts.contains(key)) refreshForm();
}

void ReviewPage::setReveal(const std::optional<RevealValues>& values) {
    if (values) m_reveal->setValues(*values, m_protocol.mayWork);
    if (m_revealed != values.has_value()) {
        m_revealed = values.has_value();
        m_view = View::Scores;
        m_strip->setCandidates(m_cards, m_current, !m_analysed, m_revealed);
        refreshForm();
        rightsChanged();
    }
    refreshView();
}

void ReviewPage::showView(View view) {
    m_view = view;
    refreshView();
}

void ReviewPage::refreshView() {
    const bool scores = m_revealed && m_view == View::Scores;
    m_bar->setView(m_revealed, int(m_view));
    m_stack->setCurrentWidget(scores ? static_cast<QWidget*>(m_reveal) : m_stack->widget(0));
}

void ReviewPage::setReaders(const QStringList& names, int current) {
    m_bar->setReaders(names, current);
}

void ReviewPage::setSides(const QStringList& titles, int current) {
    m_bar->setSides(titles, current);
}

void ReviewPage::focusSides() {
    m_bar->focusSides();
}

void ReviewPage::setRefusal(const Refusal& refusal) {
    m_form->setRefusal(refusal);
    m_reveal->setRefusal(refusal);
    if (!refusal.isEmpty() && m_grid) foldSide(false);
}

void ReviewPage::setBusy(bool busy) {
    m_form->setBusy(busy);
}

QString ReviewPage::letterOf(const QString& key) const {
    for (const auto& card : m_cards)
        if (card.key == key) return card.letter;
    return {};
}

void ReviewPage::forgetAll() {
    m_drafts.clear();
    m_stored.clear();
    m_cards.clear();
    m_analysis.clear();
    m_analysisDraft.clear();
    m_current.clear();
    m_side->setComparing(false);
    m_analysed = false;
    m_reveal->forget();
    setReveal(std::nullopt);
    setReaders({}, 0);
    candidateChanged();
}

ReviewPage::Unsaved ReviewPage::unsaved() const {
    Unsaved result{m_drafts, m_analysisDraft, {}, {}};
    m_reveal->unsaved(result.changed, result.whyChanged);
    return result;
}

void ReviewPage::restore(const Unsaved& unsaved) {
    m_drafts = unsaved.notes;
    m_analysisDraft = unsaved.analysis;
    m_reveal->restore(unsaved.changed, unsaved.whyChanged);
    refreshForm();
}

ExaminerNotes ReviewPage::notesOf(const QString& key) const {
    // A draft is what may still be saved: who only reads sees what is stored.
    return mayEdit() && m_drafts.contains(key) ? m_drafts[key] : m_stored.value(key);
}

void ReviewPage::open(const QString& key) {
    if (key.isEmpty() || key == m_current || !m_analysed) return;
    m_current = key;
    m_side->setComparing(true);
    m_strip->setCandidates(m_cards, key, false, m_revealed);
    m_form->setRefusal({});
    candidateChanged();
    refreshForm();
    emit candidateOpened(key);
}

void ReviewPage::goTo(int by) {
    open(m_strip->neighbour(by));
}

void ReviewPage::noteEdited() {
    if (m_filling || !mayEdit()) return;
    if (m_current.isEmpty()) {
        if (!m_analysed) m_analysisDraft = m_form->reasons();
        return;
    }
    ExaminerNotes notes;
    notes.step = m_form->step();
    notes.prose = m_form->reasons();
    notes.counterReason = m_form->counterReason();
    collectNotes(notes);
    m_drafts[m_current] = notes;
}

void ReviewPage::refreshForm() {
    m_filling = true;
    if (m_current.isEmpty()) {
        m_form->showAnalysis(m_analysed ? m_analysis : m_analysisDraft, m_analysed);
        m_form->setEditable(mayEdit() && !m_analysed);
    } else {
        const ExaminerNotes notes = notesOf(m_current);
        const bool stored = m_stored.contains(m_current) && m_stored[m_current].step;
        const QString title = m_kind == ReviewKind::Document ? tr("Conclusion · document")
                              : m_revealed ? tr("Conclusion · %1").arg(letterOf(m_current))
                                           : tr("Provisional conclusion · %1").arg(letterOf(m_current));
        m_form->showConclusion(title, notes, letterOf(m_strip->neighbour(1)),
                               stored && !(mayEdit() && m_drafts.contains(m_current)), m_revealed);
        m_form->setEditable(mayEdit());
        showNotes(notes);
    }
    m_filling = false;
}

}  // namespace cotejo::compare
