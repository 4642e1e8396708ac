#include "ui/compare/finger/finger_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QTableView>
#include <algorithm>
#include <cmath>

#include "ui/compare/protocol/candidate_strip.h"
#include "ui/compare/protocol/conclusion_form.h"
#include "ui/compare/protocol/side_panel.h"
#include "ui/compare/finger/finger_board.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/pair_model.h"
#include "ui/compare/canvas/tool_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/layout/tool_row.h"
#include "ui/widgets/style/icon.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

/// The minutia that was numbered so, or the one nearest to where it lay; -1 when the engine finds none there any more.
int placed(const std::vector<Minutia>& minutiae, int number, const std::optional<QPointF>& at) {
    const auto away = [&](const Minutia& minutia) { return std::hypot(minutia.at.x() - at->x(), minutia.at.y() - at->y()); };
    const bool counted = number >= 0 && number < int(minutiae.size());
    if (!at) return counted ? number : -1;
    constexpr double kSame = 3, kNear = 12;  // pixels
    if (counted && away(minutiae[std::size_t(number)]) < kSame) return number;
    const auto nearest = std::min_element(minutiae.begin(), minutiae.end(),
                                          [&](const auto& a, const auto& b) { return away(a) < away(b); });
    return nearest != minutiae.end() && away(*nearest) < kNear ? int(nearest - minutiae.begin()) : -1;
}

}  // namespace

FingerPage::FingerPage(ReviewKind kind, QWidget* parent)
    : ReviewPage(kind, parent),
      m_board(new FingerBoard(this)),
      m_canvas(new FingerCanvas(this)),
      m_model(new PairModel(this)) {
    setObjectName(kind == ReviewKind::Document ? "fingerDocumentPage" : "fingerPage");
    makeTools();
    strip()->setCompact(true);
    side()->setObjectName("fingerSide");
    side()->addPart(tr("Own pairs"), makePairs(), SidePanel::Place::Bottom, true, false);
    const int conclusion = side()->addPart(tr("Conclusion"), form(), SidePanel::Place::Bottom, false, true);
    side()->setLast(conclusion, tr("Go to the conclusion"));
    setBench(m_board, m_board->makePick(tools()), m_canvas);
    connect(m_board, &FingerBoard::chosen, this, &FingerPage::fingerOpened);
    connect(m_canvas, &FingerCanvas::viewChanged, this, &FingerPage::refreshTools);
    connect(m_canvas, &FingerCanvas::layerChanged, this, &FingerPage::refreshTools);
    connect(m_canvas, &FingerCanvas::markingChanged, this, &FingerPage::refreshTools);
    connect(m_canvas, &FingerCanvas::pairingChanged, this, &FingerPage::refreshTools);
    connect(m_canvas, &FingerCanvas::pairsEdited, this, &FingerPage::pairsEdited);
    connect(m_canvas, &FingerCanvas::shownPairsChanged, this, &FingerPage::refreshPairs);
    connect(m_canvas, &FingerCanvas::pairChosen, this, [this](int pair) {
        if (pair >= 0)
            m_table->setCurrentIndex(m_model->index(pair, 0));
        else
            m_table->clearSelection();
        refreshPairs();
    });
    connect(m_canvas, &FingerCanvas::verdictGiven, this, [this](int pair, Verdict verdict) {
        m_model->setVerdict(pair, verdict);
        edited();
    });
    connect(m_canvas, &FingerCanvas::examinerMarksChanged, this, [this] {
        refreshMarks();
        edited();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid()) m_canvas->choosePair(now.row());
            });
    roomChanged();
    refreshTools();
    refreshPairs();
    refreshMarks();
}

void FingerPage::makeTools() {
    using enum ToolRow::Use;
    auto* row = tools();
    row->setObjectName("fingerTools");
    m_layers = new Segmented(row);
    m_layers->setObjectName("fingerLayers");
    m_layers->setAccessibleName(tr("Layer"));
    m_layers->addChoice({}, tr("Original"), tr("The image as captured (T changes the layer)"));
    m_layers->addChoice({}, tr("Enhanced"), tr("Ridges as the machine enhanced them (T changes the layer)"));
    m_layers->addChoice({}, tr("Skeleton"), tr("Ridges one pixel wide (T changes the layer)"));
    connect(m_layers, &Segmented::chosen, this, [this](int index) { m_canvas->setLayer(FingerLayer(index)); });
    row->addChoice(m_layers);
    row->addGap();
    m_linked = row->addTool("linked", "link", tr("Linked"), tr("Both views move together (L)"), true, Often,
                            [this](bool on) { m_canvas->setLinked(on); });
    m_aligned = row->addTool("aligned", "target", tr("Reference aligned"),
                             tr("Lay the reference on the probe: by two or more of your own pairs, after reveal by the machine's"), true, Rare,
                             [this](bool on) { m_canvas->setAligned(on); });
    m_quality = row->addTool("qualityMap", "quality", tr("Quality map"), tr("Where ridges are clear and where they are not"), true, Rare,
                             [this](bool on) { m_canvas->setQualityShown(on); });
    row->addGap();
    m_zoom = addZoom(row, [this](double factor) { m_canvas->zoomBy(factor); });
    row->addTool("fit", "fit", {}, tr("Fit (0)"), false, Rare, [this](bool) { m_canvas->fit(); });
    row->addStretch();
    m_pairing = row->addTool("pairing", "link", tr("Pair"), tr("Pair a minutia of each print (E)"), true, Often, [this](bool on) {
        m_canvas->setPairing(on);
        m_canvas->setFocus();
    });
    m_mark = row->addTool("mark", "mark", tr("Mark"), tr("Mark a minutia (M), a core (N) or a delta (D)"), true, Often, [this](bool on) {
        m_canvas->setMarking(on);
        m_canvas->setFocus();
    });
}

QWidget* FingerPage::makePairs() {
    auto* side = new QWidget(this);
    auto* pairs = new QVBoxLayout(side);
    pairs->setContentsMargins(0, 0, 0, 0);
    pairs->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(14, 10, 14, 8);
    top->setSpacing(8);
    auto* title = new QHBoxLayout;
    title->addWidget(new Label(tr("Own pairs"), TextRole::Body, Ink::T1, Weight::SemiBold, side));
    title->addStretch(1);
    m_shown = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, side);
    m_total = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, side);
    title->addWidget(m_shown);
    title->addWidget(m_total);
    top->addLayout(title);
    m_machineTools = new QWidget(side);
    auto* slide = new QHBoxLayout(m_machineTools);
    slide->setContentsMargins(0, 0, 0, 0);
    addTool(slide, "fewerPairs", "minus", {}, tr("One pair fewer (−)"), false,
            [this](bool) { m_canvas->setShownPairs(m_canvas->shownPairs() - 1); });
    m_slider = new QSlider(Qt::Horizontal, side);
    m_slider->setObjectName("pairSlider");
    m_slider->setAccessibleName(tr("How many of the machine's pairs are shown"));
    slide->addWidget(m_slider, 1);
    addTool(slide, "morePairs", "plus", {}, tr("One pair more (+)"), false,
            [this](bool) { m_canvas->setShownPairs(m_canvas->shownPairs() + 1); });
    top->addWidget(m_machineTools);
    connect(m_slider, &QSlider::valueChanged, this, [this](int machine) { m_canvas->setShownPairs(ownPairs() + machine); });
    auto* lines = new QHBoxLayout;
    lines->setSpacing(10);
    lines->addWidget(new Label(tr("Lines"), TextRole::Secondary, Ink::T2, Weight::Regular, side));
    m_lines = new Segmented(side);
    m_lines->setObjectName("pairLines");
    m_lines->setAccessibleName(tr("Lines between pairs"));
    //: Lines between pairs of minutiae: only that of the chosen pair
    m_lines->addChoice({}, tr("Chosen"));
    //: Lines between pairs of minutiae
    m_lines->addChoice({}, tr("All"));
    //: Lines between pairs of minutiae
    m_lines->addChoice({}, tr("None"));
    m_lines->setCurrent(int(PairLines::All));
    connect(m_lines, &Segmented::chosen, this, [this](int index) { m_canvas->setLines(PairLines(index)); });
    lines->addWidget(m_lines);
    lines->addStretch(1);
    top->addLayout(lines);
    m_remark = new Label(TextRole::Caption, Ink::T3, Weight::Regular, side);
    m_remark->setWordWrap(true);
    top->addWidget(m_remark);
    pairs->addLayout(top);
    pairs->addWidget(new Line(Qt::Horizontal, side));
    m_table = new QTableView(side);
    m_table->setObjectName("pairTable");
    m_table->setAccessibleName(tr("Pairs of minutiae: the finger canvas in words"));
    m_table->setModel(m_model);
    setUpPairTable(m_table);
    // Its height is what the panel has; three pairs at least.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_table->setMinimumHeight(metric::kTableHeader + 3 * metric::kRowCompact + 2);
    pairs->addWidget(m_table, 1);
    pairs->addWidget(new Line(Qt::Horizontal, side));
    auto* verdicts = new QVBoxLayout;
    verdicts->setContentsMargins(14, 8, 14, 8);
    verdicts->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_pair = new Label(TextRole::Body, Ink::T1, Weight::SemiBold, side);
    verdicts->addWidget(m_pair);
    const std::array<std::tuple<QString, QString, QString, Verdict>, 2> words{
        {{"check", tr("Sure"), tr("I see the same minutia in both (A)"), Verdict::Agreed},
         {"help", tr("Doubtful"), tr("Cannot say (Q)"), Verdict::Doubtful}}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& [symbol, text, tip, verdict] = words[i];
        m_verdicts[i] = new QPushButton(icon(symbol), text, side);
        m_verdicts[i]->setObjectName(QStringLiteral("verdict_%1").arg(i));
        m_verdicts[i]->setToolTip(tip);
        m_verdicts[i]->setAccessibleName(text);
        setLook(m_verdicts[i], ButtonKind::Normal, ButtonSize::Small);
        connect(m_verdicts[i], &QPushButton::clicked, this, [this, verdict = verdict] { judge(verdict); });
        row->addWidget(m_verdicts[i], 1);
    }
    m_remove = new QPushButton(icon("undo"), tr("Take back"), side);
    m_remove->setObjectName("removePair");
    m_remove->setToolTip(tr("These two are not a pair (Delete)"));
    m_remove->setAccessibleName(m_remove->text());
    setLook(m_remove, ButtonKind::Normal, ButtonSize::Small);
    connect(m_remove, &QPushButton::clicked, m_canvas, &FingerCanvas::removeChosenPair);
    row->addWidget(m_remove, 1);
    verdicts->addLayout(row);
    auto* marks = new QHBoxLayout;
    marks->setSpacing(6);
    marks->addWidget(new Label(tr("Examiner's marks"), TextRole::Body, Ink::T1, Weight::SemiBold, side));
    m_markCount = new Label(TextRole::Secondary, Ink::T2, Weight::Medium, side);
    marks->addWidget(m_markCount);
    marks->addStretch(1);
    m_own = new QPushButton(tr("Only mine"), side);
    m_own->setObjectName("ownMarks");
    m_own->setAccessibleName(m_own->text());
    m_own->setCheckable(true);
    setLook(m_own, ButtonKind::Quiet, ButtonSize::Small);
    connect(m_own, &QPushButton::toggled, m_canvas, &FingerCanvas::setOwnMarksOnly);
    marks->addWidget(m_own);
    verdicts->addLayout(marks);
    m_markList = new Label(TextRole::Caption, Ink::T2, Weight::Regular, side);
    m_markList->setWordWrap(true);
    verdicts->addWidget(m_markList);
    pairs->addLayout(verdicts);
    pairs->addWidget(new Line(Qt::Horizontal, side));
    return side;
}

void FingerPage::setBoard(const std::vector<FingerCell>& cells, record::FingerPosition current) {
    m_cells = cells;
    m_position = current;
    m_board->setCells(cells, current, letterOf(currentCandidate()));
}

void FingerPage::setComparison(const FingerComparisonValues& values) {
    m_values = values;
    std::stable_sort(m_values.pairs.begin(), m_values.pairs.end(),
                     [](const auto& a, const auto& b) { return a.deviation < b.deviation; });
    m_canvas->setPrints(values.probe, values.reference);
    m_remark->setToolTip(values.probe.facts);
    m_remark->setAccessibleDescription(values.probe.facts);
    m_remark->setText(!values.remark.isEmpty() ? values.remark
                      : isRevealed()           ? tr("Yours, then the machine's by deviation.")
                                               : tr("Only yours; the machine's come with the reveal. E pairs two minutiae."));
    applyNotes();
    refreshTools();
    refreshMarks();
}

/// The examiner's own pairs and marks of this finger, and after reveal the machine's pairs among them.
void FingerPage::applyNotes() {
    std::vector<MinutiaPair> pairs;
    m_unplaced.clear();
    for (const auto& judged : m_notes.pairs) {
        if (judged.position != m_position || !m_values.reference) continue;
        MinutiaPair pair;
        pair.own = true;
        pair.verdict = judged.verdict;
        pair.probe = placed(m_values.probe.minutiae, judged.probe, judged.probeAt);
        pair.reference = placed(m_values.reference->minutiae, judged.reference, judged.referenceAt);
        if (pair.probe < 0 || pair.reference < 0)
            m_unplaced.push_back(judged);
        else
            pairs.push_back(pair);
    }
    const auto own = pairs.size();
    for (const auto& found : m_values.pairs) {
        const auto same = std::find_if(pairs.begin(), pairs.begin() + std::ptrdiff_t(own), [&](const auto& pair) {
            return pair.probe == found.probe && pair.reference == found.reference;
        });
        auto& pair = same == pairs.begin() + std::ptrdiff_t(own) ? pairs.emplace_back(found) : *same;
        pair.machine = true;
        pair.deviation = found.deviation;
    }
    m_filling = true;
    m_canvas->setPairs(pairs, m_values.alignment);
    m_model->setPairs(m_canvas->pairs(), m_values.probe.minutiae,
                      m_values.reference ? m_values.reference->minutiae : std::vector<Minutia>{});
    const int machine = int(m_canvas->pairs().size()) - ownPairs();
    m_slider->setRange(0, machine);
    // A calm start: the clearest few of the machine's, the rest by the slider.
    m_canvas->setShownPairs(ownPairs() + std::min(14, machine));
    m_filling = false;
    std::vector<ExaminerMark> marks;
    for (const auto& mark : m_notes.fingerMarks)
        if (mark.position == m_position) marks.push_back(mark.mark);
    m_canvas->setExaminerMarks(marks);
    refreshPairs();
}

int FingerPage::ownPairs() const {
    return int(std::count_if(m_canvas->pairs().begin(), m_canvas->pairs().end(), [](const auto& pair) { return pair.own; }));
}

void FingerPage::pairsEdited() {
    m_model->setPairs(m_canvas->pairs(), m_values.probe.minutiae,
                      m_values.reference ? m_values.reference->minutiae : std::vector<Minutia>{});
    refreshPairs();
    edited();
}

/// Told on, and remembered: notes that come back as they are leave canvas and view alone.
void FingerPage::edited() {
    noteEdited();
    ExaminerNotes now;
    collectNotes(now);
    m_notes.pairs = now.pairs;
    m_notes.fingerMarks = now.fingerMarks;
}

void FingerPage::showNotes(const ExaminerNotes& notes) {
    const bool same = notes.pairs == m_notes.pairs && notes.fingerMarks == m_notes.fingerMarks;
    m_notes = notes;
    if (same) return;
    applyNotes();
    refreshTools();
    refreshMarks();
}

void FingerPage::collectNotes(ExaminerNotes& notes) const {
    notes.pairs = m_notes.pairs;
    notes.fingerMarks = m_notes.fingerMarks;
    std::erase_if(notes.fingerMarks, [this](const auto& placed) { return placed.position == m_position; });
    for (const auto& mark : m_canvas->examinerMarks())
        notes.fingerMarks.push_back({m_position, mark});
    // While the reference loads the canvas knows no pairs: those that were noted stay.
    if (!m_values.reference) return;
    std::erase_if(notes.pairs, [this](const auto& pair) { return pair.position == m_position; });
    notes.pairs.insert(notes.pairs.end(), m_unplaced.begin(), m_unplaced.end());
    for (const auto& pair : m_canvas->pairs())
        if (pair.own)
            notes.pairs.push_back({m_position, pair.probe, pair.reference, pair.verdict,
                                   m_values.probe.minutiae[std::size_t(pair.probe)].at,
                                   m_values.reference->minutiae[std::size_t(pair.reference)].at});
}

void FingerPage::candidateChanged() {
    m_notes = {};
    // The print of the candidate before must not stand beside this one's letter.
    FingerComparisonValues alone;
    alone.probe = m_values.probe;
    setComparison(alone);
    m_board->setCells(m_cells, m_position, letterOf(currentCandidate()));
    rightsChanged();
}

void FingerPage::rightsChanged() {
    m_canvas->setEditable(mayEdit() && !currentCandidate().isEmpty());
    refreshTools();
    refreshPairs();
}

/// Where the screen is low the board keeps its words only.
void FingerPage::roomChanged() { m_board->setCompact(isLow()); }

void FingerPage::judge(Verdict verdict) {
    const int pair = m_canvas->chosenPair();
    if (pair < 0 || !mayEdit() || !m_canvas->pairs()[std::size_t(pair)].own) return;
    m_canvas->setVerdict(pair, verdict);
    m_model->setVerdict(pair, verdict);
    edited();
}

void FingerPage::refreshTools() {
    const PairView& view = m_canvas->view();
    m_layers->setCurrent(int(m_canvas->layer()));
    for (int i = 0; i < 3; ++i)
        m_layers->button(i)->setEnabled(m_canvas->hasLayer(FingerLayer(i)));
    m_linked->setChecked(view.isLinked());
    tools()->setWords(m_linked, view.isLinked() ? tr("Linked") : tr("Unlinked"));
    m_aligned->setChecked(view.isAligned());
    m_aligned->setEnabled(view.canAlign());
    //: %1 is the angle by which the reference was turned, with its sign
    tools()->setWords(
        m_aligned,
        view.isAligned()        ? tr("Reference aligned %1°")
                                      .arg((view.relativeAngle() >= 0 ? QStringLiteral("+") : QStringLiteral("−")) +
                                           QLocale().toString(std::abs(view.relativeAngle()), 'f', 1))
        : m_values.alignment    ? tr("Align reference")
                                : tr("Align by own pairs"));
    m_zoom->setText(view.hasProbe() ? tr("%1 %").arg(std::lround(view.zoom() * 100)) : QStringLiteral("—"));
    m_mark->setChecked(m_canvas->isMarking());
    m_pairing->setChecked(m_canvas->isPairing());
    const bool edits = mayEdit() && !currentCandidate().isEmpty();
    m_mark->setEnabled(edits);
    m_pairing->setEnabled(edits && m_values.reference.has_value());
}

void FingerPage::refreshPairs() {
    const int shown = m_canvas->shownPairs(), own = ownPairs(), machine = int(m_canvas->pairs().size()) - own;
    if (!m_filling) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(std::max(0, shown - own));
    }
    m_machineTools->setVisible(machine > 0);
    m_shown->setText(QString::number(own));
    m_total->setText(machine > 0 ? tr("+ %1 of %2 of the machine").arg(std::max(0, shown - own)).arg(machine) : QString());
    m_table->setColumnHidden(PairModel::DeviationColumn, machine == 0);
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_table->setRowHidden(row, row >= shown);
    const int chosen = m_canvas->chosenPair();
    m_pair->setText(chosen >= 0 ? tr("Pair %1").arg(chosen + 1) : tr("No pair chosen"));
    const bool mine = chosen >= 0 && m_canvas->pairs()[std::size_t(chosen)].own && mayEdit();
    for (auto* button : m_verdicts)
        button->setEnabled(mine);
    m_remove->setEnabled(mine);
}

void FingerPage::refreshMarks() {
    const auto& marks = m_canvas->examinerMarks();
    m_markCount->setText(QString::number(marks.size()));
    std::map<ExaminerMark::Kind, std::array<int, 2>> counts;
    for (const auto& mark : marks)
        ++counts[mark.kind][std::size_t(mark.side)];
    QStringList words;
    for (const auto& [kind, sides] : counts) {
        const QString name = kind == ExaminerMark::Kind::Core    ? tr("Core")
                             : kind == ExaminerMark::Kind::Delta ? tr("Delta")
                                                                 : tr("Minutia");
        words << tr("%1: %2 on the probe, %3 on the reference").arg(name).arg(sides[0]).arg(sides[1]);
    }
    m_markList->setText(marks.empty() ? tr("None yet. M minutia, N core, D delta.")
                                      : words.join(QLatin1Char('\n')));
}

}  // namespace cotejo::compare
