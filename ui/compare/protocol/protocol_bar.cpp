#include "ui/compare/protocol/protocol_bar.h"

#include <QAccessible>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <algorithm>

#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/choices/stepper.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::compare {

using namespace widgets;

ProtocolBar::ProtocolBar(ReviewKind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
    setObjectName("protocolBar");
    setFixedHeight(metric::kToolBar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kPanelPadding, 0, metric::kPanelPadding, 0);
    layout->setSpacing(metric::kGrid);
    m_sides = new Segmented(this);
    m_sides->setObjectName("examinationSides");
    m_sides->setAccessibleName(tr("Which examination"));
    m_sides->hide();
    m_steps = new Stepper(this);
    m_icon = new IconLabel("eye-off", Ink::T2, metric::kIcon, this);
    m_remark = new ElidedLabel(TextRole::Secondary, Ink::T2, Weight::Regular, this);
    m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_code = new Label(TextRole::MonoSmall, Ink::T2, Weight::Regular, this);
    m_readers = new QComboBox(this);
    m_readers->setObjectName("whoseNotes");
    m_readers->setAccessibleName(tr("Whose notes are shown"));
    m_readers->hide();
    m_views = new Segmented(this);
    m_views->setObjectName("revealViews");
    m_views->setAccessibleName(tr("What is shown"));
    m_views->addChoice("side-by-side", tr("Comparison"), tr("The samples with marks and pairs, as examined"));
    m_views->addChoice("eye", kind == ReviewKind::Document ? tr("Score") : tr("Scores"),
                       tr("What the machine says, after the reveal"));
    m_views->hide();
    m_button = new QPushButton(this);
    m_button->setObjectName("protocolAct");
    layout->addWidget(m_sides);
    layout->addWidget(m_steps);
    layout->addStretch(1);
    layout->addWidget(m_icon);
    layout->addWidget(m_remark);
    layout->addWidget(m_code);
    layout->addWidget(m_readers);
    layout->addWidget(m_views);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &ProtocolBar::press);
    connect(m_sides, &Segmented::chosen, this, &ProtocolBar::sideChosen);
    connect(m_views, &Segmented::chosen, this, &ProtocolBar::viewChosen);
    connect(m_readers, &QComboBox::activated, this, &ProtocolBar::readerChosen);
    setState({});
}

void ProtocolBar::setSides(const QStringList& titles, int current) {
    while (m_sides->count() < titles.size())
        m_sides->addChoice({}, titles[m_sides->count()]);
    for (int i = 0; i < titles.size(); ++i)
        m_sides->setChoiceText(i, titles[i]);
    m_sides->setVisible(titles.size() > 1);
    m_sides->setCurrent(current);
    arrange();
}

void ProtocolBar::focusSides() {
    if (auto* button = m_sides->button(m_sides->current())) button->setFocus(Qt::OtherFocusReason);
}

void ProtocolBar::setView(bool shown, int current) {
    m_views->setVisible(shown);
    m_views->setCurrent(current);
    arrange();
}

void ProtocolBar::setReaders(const QStringList& names, int current) {
    QStringList now;
    for (int i = 0; i < m_readers->count(); ++i)
        now << m_readers->itemText(i);
    if (now != names) {
        m_readers->clear();
        m_readers->addItems(names);
    }
    m_readers->setCurrentIndex(names.isEmpty() ? -1 : current);
    m_readers->setVisible(names.size() > 1);
    arrange();
}

bool ProtocolBar::isOpen() const {
    if (!m_state.code.isEmpty() || !m_state.mayWork) return false;
    return m_state.step == ProtocolStep::Reveal || m_state.step == ProtocolStep::Conclude ||
           (m_kind == ReviewKind::Document && m_state.step == ProtocolStep::Comparison);
}

void ProtocolBar::setState(const ProtocolState& state) {
    m_state = state;
    const bool document = m_kind == ReviewKind::Document;
    m_steps->setSteps(document ? QStringList{tr("Analysis of the live sample"), tr("Document beside it"),
                                             tr("Conclusion"), tr("Score")}
                               : QStringList{tr("Analysis of the probe"), tr("Comparison of candidates"),
                                             tr("Provisional conclusions"), tr("Reveal"), tr("Conclude")},
                      int(state.step));
    // Who only reads needs no steps.
    m_steps->setVisible(!state.reading);
    m_remark->setText(state.remark);
    m_code->setText(state.code);
    const bool concluding = state.step >= ProtocolStep::Conclude;
    m_icon->setIcon(concluding ? "eye" : "eye-off", Ink::T2);
    const bool open = isOpen();
    m_button->setVisible(state.step != ProtocolStep::Done && !state.reading);
    if (document)
        m_button->setText(state.step <= ProtocolStep::Comparison ? tr("Show the document's sample")
                                                                 : tr("Reveal the score"));
    else
        m_button->setText(concluding ? tr("Conclude and send to verification") : tr("Reveal scores"));
    m_button->setIcon(icon(concluding ? "arrow-right" : "eye"));
    setLook(m_button, open ? ButtonKind::Primary : ButtonKind::Normal);
    m_button->setProperty("refused", !open);
    m_button->setAccessibleName(m_button->text());
    m_button->setAccessibleDescription(open ? QString() : state.remark + QLatin1Char(' ') + state.code);
    m_button->setToolTip(open ? QString() : QStringLiteral("%1 %2").arg(state.remark, state.code).trimmed());
    m_button->update();
    arrange();
}

namespace {
constexpr int kNumbers = 1, kNoCode = 2, kShortRemark = 3, kFolded = 4, kCurrentStep = 5, kNoRemark = 6, kLevels = 7;
constexpr int kLeastRemark = 150, kLeastStep = 140;
}  // namespace

int ProtocolBar::needs(int level) const {
    int width = 2 * metric::kPanelPadding, count = 0;
    const auto add = [&](const QWidget* widget, int each) {
        if (widget->isHidden()) return;
        width += each;
        ++count;
    };
    const auto choices = level >= kFolded ? Segmented::Form::Folded : Segmented::Form::Whole;
    add(m_sides, m_sides->widthOf(choices));
    add(m_views, m_views->widthOf(choices));
    add(m_readers, m_readers->minimumSizeHint().width());
    add(m_button, m_button->sizeHint().width());
    add(m_steps, level >= kCurrentStep ? kLeastStep : m_steps->widthOf(level >= kNumbers ? Stepper::Form::Numbers : Stepper::Form::Whole));
    if (!m_state.remark.isEmpty() && level < kNoRemark) {
        const int whole = m_remark->sizeHint().width();
        width += metric::kIcon + metric::kGrid + (level >= kShortRemark ? std::min(whole, kLeastRemark) : whole);
        ++count;
        if (!m_state.code.isEmpty() && level < kNoCode) width += m_code->sizeHint().width() + metric::kGrid;
    }
    return width + metric::kGrid * (count + 1);
}

void ProtocolBar::arrange() {
    int level = 0;
    while (level < kLevels - 1 && needs(level) > width()) ++level;
    const bool said = !m_state.remark.isEmpty() && level < kNoRemark;
    m_icon->setVisible(said);
    m_remark->setVisible(said);
    m_code->setVisible(said && !m_state.code.isEmpty() && level < kNoCode);
    for (auto* each : {m_sides, m_views}) each->setForm(level >= kFolded ? Segmented::Form::Folded : Segmented::Form::Whole);
    const auto form = level >= kCurrentStep ? Stepper::Form::Current : level >= kNumbers ? Stepper::Form::Numbers : Stepper::Form::Whole;
    const int steps = level >= kCurrentStep ? std::min(m_steps->widthOf(form), kLeastStep + std::max(0, width() - needs(level))) : m_steps->widthOf(form);
    if (m_steps->maximumWidth() != steps || m_steps->minimumWidth() != steps) m_steps->setFixedWidth(steps);
}

QSize ProtocolBar::minimumSizeHint() const { return {needs(kLevels - 1), height()}; }

void ProtocolBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

bool ProtocolBar::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) arrange();
    return QWidget::event(event);
}

void ProtocolBar::press() {
    if (!isOpen()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
        return;
    }
    if (m_state.step == ProtocolStep::Comparison) emit documentRequested();
    if (m_state.step == ProtocolStep::Reveal) emit revealRequested();
    if (m_state.step == ProtocolStep::Conclude) emit concludeRequested();
}

void ProtocolBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    painter.fillRect(rect(), tokens.base);
    painter.setPen(tokens.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace cotejo::compare
