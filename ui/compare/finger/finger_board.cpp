#include "ui/compare/finger/finger_board.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::compare {

using namespace widgets;
using record::FingerPosition;

namespace {

constexpr int kCellHeight = 100, kLowCell = 42;

/// "Thumb"... without the hand.
QString shortText(FingerPosition position) {
    switch (position) {
        case FingerPosition::RightThumb:
        case FingerPosition::LeftThumb:
            return FingerBoard::tr("Thumb");
        case FingerPosition::RightIndex:
        case FingerPosition::LeftIndex:
            return FingerBoard::tr("Index");
        case FingerPosition::RightMiddle:
        case FingerPosition::LeftMiddle:
            return FingerBoard::tr("Middle");
        case FingerPosition::RightRing:
        case FingerPosition::LeftRing:
            return FingerBoard::tr("Ring");
        case FingerPosition::RightLittle:
        case FingerPosition::LeftLittle:
            return FingerBoard::tr("Little");
        case FingerPosition::Unknown:
            break;
    }
    return FingerBoard::tr("Unknown");
}

struct Word {
    QString text, icon;
    Ink ink;
};

/// `against`: a reference stands beside the probe.
Word wordOf(const FingerCell& cell, bool current, bool against) {
    if (!cell.missing.isEmpty()) return {cell.missing, "block", Ink::T1};
    switch (cell.sequence) {
        case FingerCell::Sequence::Duplicate:
            return {FingerBoard::tr("Repeated?"), "warning", Ink::Bad};
        case FingerCell::Sequence::Swapped:
            return {FingerBoard::tr("Swapped?"), "warning", Ink::Bad};
        default:
            break;
    }
    if (current) return {FingerBoard::tr("Under examination"), "target", Ink::Accent};
    if (!cell.hasProbe) return {FingerBoard::tr("No sample"), "minus", Ink::T2};
    if (against && !cell.hasReference) return {FingerBoard::tr("No reference"), "minus", Ink::T2};
    switch (cell.sequence) {
        case FingerCell::Sequence::InSequence:
            return {FingerBoard::tr("In sequence"), "check", Ink::Ok};
        case FingerCell::Sequence::Weak:
            return {FingerBoard::tr("Weak"), "warning", Ink::Warn};
        default:
            break;
    }
    return against ? Word{FingerBoard::tr("Both there"), "side-by-side", Ink::T2} : Word{FingerBoard::tr("Sample"), "finger", Ink::T2};
}

class Cell final : public QAbstractButton {
  public:
    explicit Cell(QWidget* parent) : QAbstractButton(parent) {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(kCellHeight);
        setMinimumWidth(72);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setCell(const FingerCell& cell, bool against) {
        m_cell = cell;
        m_against = against;
        setObjectName(QStringLiteral("finger_%1").arg(int(m_cell.position)));
        setAccessibleName(bridge::text(m_cell.position) + QStringLiteral(": ") + wordOf(m_cell, false, against).text);
        setToolTip(accessibleName());
        update();
    }
    void setCompact(bool compact) {
        m_compact = compact;
        setFixedHeight(compact ? kLowCell : kCellHeight);
    }
    FingerPosition position() const { return m_cell.position; }
    QSize sizeHint() const override { return {102, m_compact ? kLowCell : kCellHeight}; }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        drawRounded(painter, rect(), metric::kRadiusPanel,
                    isChecked()    ? t.sel
                    : underMouse() ? t.sunk
                                   : t.base,
                    isChecked() ? t.accent : t.line, isChecked() || t.highContrast() ? 2 : 1);
        if (!m_compact) {
            const QRect pictures(6, 6, width() - 12, 56);
            const int half = pictures.width() / 2 - 2;
            picture(painter, QRect(pictures.left(), pictures.top(), half, pictures.height()), m_cell.probe, t);
            picture(painter, QRect(pictures.center().x() + 2, pictures.top(), half, pictures.height()), m_cell.reference, t);
        }
        const int top = m_compact ? 6 : 65;
        painter.setPen(t.t1);
        painter.setFont(fontOf(TextRole::Caption, Weight::SemiBold));
        painter.drawText(QRect(6, top, width() - 12, 14), Qt::AlignVCenter, shortText(m_cell.position));
        const Word word = wordOf(m_cell, isChecked(), m_against);
        const QColor colour = inkOf(t, word.ink);
        drawIcon(painter, word.icon, QRectF(6, top + 16, 12, 12), colour);
        const QFont font = fontOf(TextRole::Caption);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRect(21, top + 15, width() - 26, 14), Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(word.text, Qt::ElideRight, width() - 26));
    }

  private:
    static void picture(QPainter& painter, const QRect& box, const QImage& image, const Tokens& t) {
        if (image.isNull()) {
            painter.setPen(QPen(t.ctl, 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5));
            painter.drawText(box, Qt::AlignCenter, QStringLiteral("–"));
            return;
        }
        painter.fillRect(box, Qt::white);
        QSize size = image.size().scaled(box.size(), Qt::KeepAspectRatio);
        QRect target(QPoint(), size);
        target.moveCenter(box.center());
        painter.drawImage(target, image);
    }
    FingerCell m_cell;
    bool m_against = false;
    bool m_compact = false;
};

}  // namespace

FingerBoard::FingerBoard(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    setObjectName("fingerBoard");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(14);
    const std::array<QString, 2> hands{tr("Right hand"), tr("Left hand")};
    for (std::size_t hand = 0; hand < 2; ++hand) {
        auto* column = new QVBoxLayout;
        column->setSpacing(5);
        auto* head = new QHBoxLayout;
        head->setSpacing(metric::kGrid);
        head->addWidget(new Label(hands[hand], TextRole::Secondary, Ink::T1, Weight::SemiBold, this));
        m_captions[hand] = new Label(TextRole::Caption, Ink::T3, Weight::Regular, this);
        head->addWidget(m_captions[hand]);
        head->addStretch(1);
        if (hand == 0) {
            m_warningIcon = new IconLabel("warning", Ink::Bad, metric::kIconBadge, this);
            m_warning = new ElidedLabel(TextRole::Caption, Ink::Bad, Weight::Regular, this);
            head->addWidget(m_warningIcon);
            head->addWidget(m_warning, 1);
        }
        column->addLayout(head);
        m_rows[hand] = new QHBoxLayout;
        m_rows[hand]->setSpacing(7);
        column->addLayout(m_rows[hand]);
        layout->addLayout(column, 1);
    }
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton* button) { emit chosen(static_cast<Cell*>(button)->position()); });
}

void FingerBoard::setCells(const std::vector<FingerCell>& cells, FingerPosition current,
                           const QString& letter) {
    // Positions come in their order; cells are kept and refilled, so that the focus stays where it was.
    while (m_cells.size() > cells.size()) {
        m_group->removeButton(m_cells.back());
        m_cells.back()->hide();
        m_cells.back()->deleteLater();
        m_cells.pop_back();
    }
    while (m_cells.size() < cells.size()) {
        m_cells.push_back(new Cell(this));
        static_cast<Cell*>(m_cells.back())->setCompact(m_compact);
        m_group->addButton(m_cells.back());
        m_rows[int(cells[m_cells.size() - 1].position) > 5 ? 1 : 0]->addWidget(m_cells.back());
        m_cells.back()->show();
    }
    QString warning;
    m_group->setExclusive(false);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& cell = cells[i];
        static_cast<Cell*>(m_cells[i])->setCell(cell, !letter.isEmpty());
        m_cells[i]->setChecked(cell.position == current);
        if (cell.sequence == FingerCell::Sequence::Duplicate)
            warning = tr("%1 looks like another finger: check the sequence").arg(bridge::text(cell.position));
        if (cell.sequence == FingerCell::Sequence::Swapped)
            warning = tr("%1 seems to be swapped: check the sequence").arg(bridge::text(cell.position));
    }
    m_group->setExclusive(true);
    for (auto* caption : m_captions)
        caption->setText(letter.isEmpty() ? tr("probe") : tr("probe | reference %1").arg(letter));
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    m_warningIcon->setVisible(!warning.isEmpty());
    if (m_pick) {
        m_pick->setText(bridge::text(current));
        m_pick->setAccessibleName(m_pick->text());
        m_pick->setToolTip(warning);
        m_pick->setEnabled(!cells.empty());
    }
}

QPushButton* FingerBoard::makePick(QWidget* parent) {
    m_pick = new QPushButton(parent);
    m_pick->setObjectName("fingerPick");
    setLook(m_pick, ButtonKind::Normal, ButtonSize::Small);
    auto* menu = new QMenu(m_pick);
    m_pick->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (auto* cell : m_cells) {
            auto* action = menu->addAction(cell->accessibleName(), cell, &QAbstractButton::click);
            action->setCheckable(true);
            action->setChecked(cell->isChecked());
        }
    });
    return m_pick;
}

void FingerBoard::setCompact(bool compact) {
    if (compact == m_compact) return;
    m_compact = compact;
    for (auto* cell : m_cells)
        static_cast<Cell*>(cell)->setCompact(compact);
}

void FingerBoard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    painter.fillRect(rect(), tokens.base);
    painter.setPen(tokens.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace cotejo::compare
