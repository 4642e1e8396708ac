#include "ui/compare/protocol/candidate_strip.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include "ui/bridge/text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

constexpr int kCardHeight = 88;
constexpr int kCompactHeight = 40;

class CandidateButton final : public QAbstractButton {
    Q_DECLARE_TR_FUNCTIONS(cotejo::compare::CandidateStrip)

  public:
    CandidateButton(bool compact, QWidget* parent) : QAbstractButton(parent), m_compact(compact) {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(compact ? kCompactHeight : kCardHeight);
        setMinimumWidth(150);
        setMaximumWidth(200);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setCard(const CandidateCard& card, bool locked) {
        m_card = card;
        m_locked = locked;
        setObjectName("candidate_" + m_card.letter);
        setAccessibleName(tr("Candidate %1, %2").arg(m_card.letter, seen()));
        setAccessibleDescription(m_card.conclusion ? bridge::text(*m_card.conclusion) : QString());
        setToolTip(accessibleDescription());
        setEnabled(!locked);
        update();
    }
    const QString& key() const { return m_card.key; }
    QSize sizeHint() const override { return {178, m_compact ? kCompactHeight : kCardHeight}; }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const bool high = t.highContrast();
        drawRounded(painter, rect(), metric::kRadiusPanel,
                    isChecked()    ? t.sel
                    : underMouse() ? t.sunk
                                   : t.base,
                    isChecked() ? t.accent : t.line, isChecked() || high ? 2 : 1);
        if (m_compact) {
            paintCompact(painter, t);
            return;
        }
        const QRectF picture(7, 7, 56, kCardHeight - 14);
        QPainterPath frame;
        frame.addRoundedRect(picture, 4, 4);
        painter.save();
        painter.setClipPath(frame);
        painter.fillRect(picture, m_locked ? canvasTokens().canvas : t.sunk);
        if (m_locked || m_card.thumbnail.isNull()) {
            drawIcon(painter, "eye-off", QRectF(picture.center() - QPointF(10, 10), QSizeF(20, 20)),
                     canvasTokens().labelQuiet);
        } else {
            const QSizeF size =
                QSizeF(m_card.thumbnail.size()).scaled(picture.size(), Qt::KeepAspectRatioByExpanding);
            QRectF target(QPointF(), size);
            target.moveCenter(picture.center());
            painter.setOpacity(m_card.visited ? 1.0 : 0.55);
            painter.drawImage(target, m_card.thumbnail);
        }
        painter.restore();
        const int x = 74;
        painter.setPen(t.t1);
        painter.setFont(fontOf(TextRole::Section, Weight::SemiBold));
        painter.drawText(QRect(x, 10, width() - x - 8, 22), Qt::AlignVCenter, m_card.letter);
        const QColor quiet = isChecked() ? t.t2 : t.t3;
        drawIcon(painter, m_card.visited ? "eye" : "eye-off", QRectF(x, 38, 14, 14), quiet);
        painter.setFont(fontOf(TextRole::Secondary));
        painter.setPen(quiet);
        painter.drawText(QRect(x + 19, 35, width() - x - 23, 20), Qt::AlignVCenter, seen());
        const QFont strong = fontOf(TextRole::Secondary, Weight::Medium);
        painter.setFont(strong);
        painter.setPen(isChecked() && !m_card.conclusion ? t.selAccent : t.t1);
        painter.drawText(QRect(x, 57, width() - x - 6, 20), Qt::AlignVCenter,
                         QFontMetrics(strong).elidedText(state(), Qt::ElideRight, width() - x - 6));
    }

  private:
    QString state() const {
        return m_card.conclusion ? bridge::text(*m_card.conclusion)
               : isChecked()      ? tr("Under examination")
                                  : QStringLiteral("—");
    }
    void paintCompact(QPainter& painter, const Tokens& t) const {
        painter.setPen(t.t1);
        painter.setFont(fontOf(TextRole::Section, Weight::SemiBold));
        painter.drawText(QRect(12, 0, 20, height()), Qt::AlignVCenter, m_card.letter);
        drawIcon(painter, m_card.visited ? "eye" : "eye-off", QRectF(34, height() / 2.0 - 7, 14, 14),
                 isChecked() ? t.t2 : t.t3);
        const QFont font = fontOf(TextRole::Secondary, Weight::Medium);
        painter.setFont(font);
        painter.setPen(isChecked() && !m_card.conclusion ? t.selAccent : t.t1);
        const QString text = m_card.conclusion || isChecked() ? state() : seen();
        painter.drawText(QRect(55, 0, width() - 61, height()), Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, width() - 61));
    }
    QString seen() const { return m_card.visited ? tr("Visited") : tr("Not seen"); }
    CandidateCard m_card;
    bool m_locked = false;
    bool m_compact;
};

}  // namespace

CandidateStrip::CandidateStrip(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    setObjectName("candidateStrip");
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(12, 8, 12, 10);
    outer->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(metric::kGrid);
    head->addWidget(new Label(tr("Candidates"), TextRole::Body, Ink::T1, Weight::SemiBold, this));
    m_hint = new ElidedLabel(tr("order shuffled for you · no score, position, list or name"),
                             TextRole::Secondary, Ink::T3, Weight::Regular, this);
    head->addWidget(m_hint, 1);
    m_visited = new Label(TextRole::Secondary, Ink::T2, Weight::Medium, this);
    head->addWidget(m_visited);
    outer->addLayout(head);
    m_row = new QWidget(this);
    m_layout = new QHBoxLayout(m_row);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metric::kGrid);
    m_layout->addStretch(0);
    m_area = new QScrollArea(this);
    m_area->setObjectName("candidateCards");
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setWidget(m_row);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_row->setAutoFillBackground(false);
    m_area->setFixedHeight(kCardHeight + 4);
    outer->addWidget(m_area);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton* button) { emit chosen(static_cast<CandidateButton*>(button)->key()); });
}

void CandidateStrip::setCandidates(const std::vector<CandidateCard>& cards, const QString& current,
                                   bool locked, bool revealed) {
    m_cards = cards;
    m_current = current;
    // Cards are kept and refilled: the one that was clicked may be asking, and the focus stays where it was.
    while (m_buttons.size() > cards.size()) {
        m_group->removeButton(m_buttons.back());
        m_buttons.back()->hide();
        m_buttons.back()->deleteLater();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < cards.size()) {
        m_buttons.push_back(new CandidateButton(m_compact, m_row));
        m_group->addButton(m_buttons.back());
        m_layout->insertWidget(int(m_buttons.size()) - 1, m_buttons.back(), 1);
        m_buttons.back()->show();
    }
    int visited = 0;
    QAbstractButton* shown = nullptr;
    m_group->setExclusive(false);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        visited += cards[i].visited;
        static_cast<CandidateButton*>(m_buttons[i])->setCard(cards[i], locked);
        m_buttons[i]->setChecked(cards[i].key == current);
        if (cards[i].key == current) shown = m_buttons[i];
    }
    m_group->setExclusive(true);
    m_area->setFixedHeight((m_compact ? kCompactHeight : kCardHeight) + (cards.size() > 6 ? 14 : 4));
    m_visited->setText(cards.empty() ? tr("No candidate")
                                     : tr("Visited %1 of %2").arg(visited).arg(cards.size()));
    m_hint->setText(locked     ? tr("shown once the analysis of the probe is saved")
                    : revealed ? tr("as they were examined, in the order of the examination")
                           : tr("order shuffled for you · no score, position, list or name"));
    if (shown) m_area->ensureWidgetVisible(shown);
    m_locked = locked;
    refreshPick();
}

QPushButton* CandidateStrip::makePick(QWidget* parent) {
    m_pick = new QPushButton(parent);
    m_pick->setObjectName("candidatePick");
    setLook(m_pick, ButtonKind::Normal, ButtonSize::Small);
    auto* menu = new QMenu(m_pick);
    m_pick->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const auto& card : m_cards) {
            const QString said = card.conclusion ? bridge::text(*card.conclusion) : card.visited ? tr("Visited") : tr("Not seen");
            auto* action = menu->addAction(tr("Candidate %1, %2").arg(card.letter, said), this, [this, key = card.key] { emit chosen(key); });
            action->setCheckable(true);
            action->setChecked(card.key == m_current);
        }
    });
    refreshPick();
    return m_pick;
}

void CandidateStrip::refreshPick() {
    if (!m_pick) return;
    QString text = m_cards.empty() ? tr("No candidate") : tr("Candidates");
    for (const auto& card : m_cards)
        if (card.key == m_current) text = tr("Candidate %1").arg(card.letter);
    m_pick->setText(text);
    m_pick->setAccessibleName(text);
    m_pick->setToolTip(m_hint->text());
    m_pick->setEnabled(!m_locked && !m_cards.empty());
}

void CandidateStrip::setCompact(bool compact) {
    m_compact = compact;
    m_area->setFixedHeight((compact ? kCompactHeight : kCardHeight) + 4);
}

QString CandidateStrip::neighbour(int by) const {
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (m_cards[i].key != m_current) continue;
        const auto next = std::ptrdiff_t(i) + by;
        return next >= 0 && next < std::ptrdiff_t(m_cards.size()) ? m_cards[std::size_t(next)].key
                                                                  : QString();
    }
    return m_cards.empty() ? QString() : m_cards.front().key;
}

}  // namespace cotejo::compare
