#include "ui/compare/finger/finger_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSlider>
#include <QTableView>
#include <algorithm>
#include <cmath>

#include "ui/compare/protocol/candidate_strip.h"
#include "ui/compare/protocol/conclusion_form.h"
#include "ui/compare/finger/finger_board.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/pair_model.h"
#include "ui/compare/canvas/tool_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/segmented.h"

namespace cotejo::compare {

using namespace widgets;

FingerPage::FingerPage(QWidget* parent)
    : ReviewPage(3, parent),
      m_board(new FingerBoard(this)),
      m_canvas(new FingerCanvas(this)),
      m_model(new PairModel(this)) {
    setObjectName("fingerPage");
    auto* bench = new QWidget(this);
    auto* split = new QHBoxLayout(bench);
    split->setContentsMargins(0, 0, 0, 0);
    split->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_board);
    left->addWidget(makeTools());
    left->addWidget(m_canvas, 1);
    auto* below = new Strip(Strip::Ground::Base, Qt::TopEdge, this);
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 0, 0, 0);
    belowLayout->addWidget(strip());
    strip()->setCompact(true);
    left->addWidget(below);
    split->addLayout(left, 1);
    split->addWidget(makeSide());
    setBench(bench);
    connect(m_board, &FingerBoard::chosen, this, &FingerPage::fingerOpened);
    connect(m_canvas, &FingerCanvas::viewChanged, this, &FingerPage::refreshTools);
    connect(m_canvas, &FingerCanvas::layerChanged, this, &FingerPage::refreshTools);
    connect(m_canvas, &FingerCanvas::markingChanged, this, &FingerPage::refreshTools);
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
        noteEdited();
    });
    connect(m_canvas, &FingerCanvas::examinerMarksChanged, this, [this] {
        refreshMarks();
        noteEdited();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid()) m_canvas->choosePair(now.row());
            });
    refreshTools();
    refreshPairs();
    refreshMarks();
}

QWidget* FingerPage::makeTools() {
    auto* strip = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    strip->setObjectName("fingerTools");
    strip->setFixedHeight(metric::kToolBar);
    auto* bar = new QHBoxLayout(strip);
    bar->setContentsMargins(12, 0, 12, 0);
    bar->setSpacing(6);
    m_layers = new Segmented(strip);
    m_layers->setObjectName("fingerLayers");
    m_layers->setAccessibleName(tr("Layer"));
    m_layers->addChoice({}, tr("Original"), tr("The image as captured (T changes the layer)"));
    m_layers->addChoice({}, tr("Enhanced"), tr("Ridges as the machine enhanced them (T changes the layer)"));
    m_layers->addChoice({}, tr("Skeleton"), tr("Ridges one pixel wide (T changes the layer)"));
    connect(m_layers, &Segmented::chosen, this,
            [this](int index) { m_canvas->setLayer(FingerLayer(index)); });
    bar->addWidget(m_layers);
    addGap(bar);
    m_linked = addTool(bar, "linked", "link", tr("Linked"), tr("Both views move together (L)"), true,
                       [this](bool on) { m_canvas->setLinked(on); });
    m_aligned = addTool(bar, "aligned", "target", tr("Reference aligned"),
                        tr("Lay the reference on the probe by the pairs"), true,
                        [this](bool on) { m_canvas->setAligned(on); });
    m_quality = addTool(bar, "qualityMap", "quality", tr("Quality map"),
                        tr("Where ridges are clear and where they are not"), true,
                        [this](bool on) { m_canvas->setQualityShown(on); });
    addGap(bar);
    m_zoom = addZoom(bar, [this](double factor) { m_canvas->zoomBy(factor); });
    addTool(bar, "fit", "fit", {}, tr("Fit (0)"), false, [this](bool) { m_canvas->fit(); });
    bar->addStretch(1);
    m_mark = addTool(bar, "mark", "mark", tr("Mark"), tr("Mark a minutia (M), a core (N) or a delta (D)"),
                     true, [this](bool on) {
                         m_canvas->setMarking(on);
                         m_canvas->setFocus();
                     });
    return strip;
}

QWidget* FingerPage::makeSide() {
    auto* side = new Strip(Strip::Ground::Base, Qt::LeftEdge, this);
    side->setObjectName("fingerSide");
    side->setFixedWidth(metric::kSidePanel);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    m_pairPart = new QWidget(side);
    auto* pairs = new QVBoxLayout(m_pairPart);
    pairs->setContentsMargins(0, 0, 0, 0);
    pairs->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(14, 10, 14, 8);
    top->setSpacing(8);
    auto* title = new QHBoxLayout;
    title->addWidget(new Label(tr("Pairs in view"), TextRole::Body, Ink::T1, Weight::SemiBold, side));
    title->addStretch(1);
    m_shown = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, side);
    m_total = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, side);
    title->addWidget(m_shown);
    title->addWidget(m_total);
    top->addLayout(title);
    auto* slide = new QHBoxLayout;
    addTool(slide, "fewerPairs", "minus", {}, tr("One pair fewer (−)"), false,
            [this](bool) { m_canvas->setShownPairs(m_canvas->shownPairs() - 1); });
    m_slider = new QSlider(Qt::Horizontal, side);
    m_slider->setObjectName("pairSlider");
    m_slider->setAccessibleName(tr("How many pairs are shown"));
    slide->addWidget(m_slider, 1);
    addTool(slide, "morePairs", "plus", {}, tr("One pair more (+)"), false,
            [this](bool) { m_canvas->setShownPairs(m_canvas->shownPairs() + 1); });
    top->addLayout(slide);
    connect(m_slider, &QSlider::valueChanged, m_canvas, &FingerCanvas::setShownPairs);
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
    pairs->addWidget(m_table, 1);
    pairs->addWidget(new Line(Qt::Horizontal, side));
    auto* verdicts = new QVBoxLayout;
    verdicts->setContentsMargins(14, 8, 14, 8);
    verdicts->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_pair = new Label(TextRole::Body, Ink::T1, Weight::SemiBold, side);
    verdicts->addWidget(m_pair);
    const std::array<std::tuple<QString, QString, QString>, 3> words{
        {{"check", tr("Agree"), tr("I see the same minutia in both (A)")},
         {"close", tr("Reject"), tr("Not the same minutia (X)")},
         {"help", tr("Doubt"), tr("Cannot say (Q)")}}};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& [symbol, text, tip] = words[i];
        m_verdicts[i] = new QPushButton(icon(symbol), text, side);
        m_verdicts[i]->setObjectName(QStringLiteral("verdict_%1").arg(i));
        m_verdicts[i]->setToolTip(tip);
        m_verdicts[i]->setAccessibleName(text);
        setLook(m_verdicts[i], ButtonKind::Normal, ButtonSize::Small);
        connect(m_verdicts[i], &QPushButton::clicked, this, [this, i] { judge(Verdict(int(i) + 1)); });
        row->addWidget(m_verdicts[i], 1);
    }
    verdicts->addLayout(row);
    verdicts->addWidget(new Label(tr("Rejecting takes it off the canvas, not out of the record."),
                                  TextRole::Caption, Ink::T3, Weight::Regular, side));
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
    layout->addWidget(m_pairPart, 1000);
    layout->addWidget(form());
    layout->addStretch(1);
    return side;
}

void FingerPage::setBoard(const std::vector<FingerCell>& cells, record::FingerPosition current) {
    m_cells = cells;
    m_position = current;
    m_board->setCells(cells, current, letterOf(currentCandidate()));
}

void FingerPage::setComparison(const FingerComparisonValues& values) {
    auto pairs = values.pairs;
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.deviation < b.deviation; });
    m_filling = true;
    m_probe = values.probe;
    m_canvas->setPrints(values.probe, values.reference);
    if (values.reference) m_canvas->setPairs(pairs, values.alignment);
    m_model->setPairs(m_canvas->pairs(), values.probe.minutiae,
                      values.reference ? values.reference->minutiae : std::vector<Minutia>{});
    m_slider->setRange(0, int(m_canvas->pairs().size()));
    // A calm start: the clearest few, the rest by the slider.
    m_canvas->setShownPairs(std::min<int>(14, int(m_canvas->pairs().size())));
    m_filling = false;
    m_remark->setText(values.remark.isEmpty() ? tr("By deviation. No score until you conclude.")
                                              : values.remark);
    applyVerdicts(m_notes);
    refreshTools();
    refreshPairs();
    refreshMarks();
}

void FingerPage::applyVerdicts(const ExaminerNotes& notes) {
    const auto& pairs = m_canvas->pairs();
    for (int i = 0; i < int(pairs.size()); ++i) {
        Verdict verdict = Verdict::Open;
        for (const auto& judged : notes.pairs)
            if (judged.position == m_position && judged.probe == pairs[std::size_t(i)].probe &&
                judged.reference == pairs[std::size_t(i)].reference)
                verdict = judged.verdict;
        m_canvas->setVerdict(i, verdict);
        m_model->setVerdict(i, verdict);
    }
    std::vector<ExaminerMark> marks;
    for (const auto& placed : notes.fingerMarks)
        if (placed.position == m_position) marks.push_back(placed.mark);
    m_canvas->setExaminerMarks(marks);
}

void FingerPage::showNotes(const ExaminerNotes& notes) {
    m_notes = notes;
    applyVerdicts(notes);
    refreshMarks();
}

void FingerPage::collectNotes(ExaminerNotes& notes) const {
    notes.pairs = m_notes.pairs;
    notes.fingerMarks = m_notes.fingerMarks;
    std::erase_if(notes.pairs, [this](const auto& pair) { return pair.position == m_position; });
    std::erase_if(notes.fingerMarks, [this](const auto& placed) { return placed.position == m_position; });
    for (const auto& pair : m_canvas->pairs())
        if (pair.verdict != Verdict::Open)
            notes.pairs.push_back({m_position, pair.probe, pair.reference, pair.verdict});
    for (const auto& mark : m_canvas->examinerMarks())
        notes.fingerMarks.push_back({m_position, mark});
}

void FingerPage::candidateChanged() {
    m_notes = {};
    // The print of the candidate before must not stand beside this one's letter.
    FingerComparisonValues alone;
    alone.probe = m_probe;
    setComparison(alone);
    m_board->setCells(m_cells, m_position, letterOf(currentCandidate()));
    m_pairPart->setVisible(!currentCandidate().isEmpty());
}

void FingerPage::judge(Verdict verdict) {
    const int pair = m_canvas->chosenPair();
    if (pair < 0 || !mayEdit()) return;
    m_canvas->setVerdict(pair, verdict);
    m_model->setVerdict(pair, verdict);
    noteEdited();
}

void FingerPage::refreshTools() {
    const PairView& view = m_canvas->view();
    m_layers->setCurrent(int(m_canvas->layer()));
    for (int i = 0; i < 3; ++i)
        m_layers->button(i)->setEnabled(m_canvas->hasLayer(FingerLayer(i)));
    m_linked->setChecked(view.isLinked());
    m_linked->setText(view.isLinked() ? tr("Linked") : tr("Unlinked"));
    m_aligned->setChecked(view.isAligned());
    m_aligned->setEnabled(view.canAlign());
    //: %1 is the angle by which the reference was turned, with its sign
    m_aligned->setText(
        view.isAligned() ? tr("Reference aligned %1°")
                               .arg((view.relativeAngle() >= 0 ? QStringLiteral("+") : QStringLiteral("−")) +
                                    QLocale().toString(std::abs(view.relativeAngle()), 'f', 1))
                         : tr("Align reference"));
    m_zoom->setText(view.hasProbe() ? tr("%1 %").arg(std::lround(view.zoom() * 100)) : QStringLiteral("—"));
    m_mark->setChecked(m_canvas->isMarking());
}

void FingerPage::refreshPairs() {
    const int shown = m_canvas->shownPairs();
    if (!m_filling) m_slider->setValue(shown);
    m_shown->setText(QString::number(shown));
    m_total->setText(tr("of %1").arg(m_canvas->pairs().size()));
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_table->setRowHidden(row, row >= shown);
    const int chosen = m_canvas->chosenPair();
    m_pair->setText(chosen >= 0 ? tr("Pair %1").arg(chosen + 1) : tr("No pair chosen"));
    for (auto* button : m_verdicts)
        button->setEnabled(chosen >= 0 && mayEdit());
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
