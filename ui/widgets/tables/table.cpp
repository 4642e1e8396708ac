#include "ui/widgets/tables/table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <numeric>

#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"

namespace cotejo::widgets {

namespace {
constexpr int kCellPadding = 10;
}

QRect CellDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const Tokens& t = tokensOf(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) painter.fillRect(option.rect, t.sel);
    else if (option.state & QStyle::State_MouseOver) painter.fillRect(option.rect, t.sunk);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    if (selected) {
        const auto* view = qobject_cast<const QTableView*>(option.widget);
        const int first = view != nullptr ? view->horizontalHeader()->logicalIndexAt(0) : 0;
        if (index.column() == first) painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
        if (view != nullptr && view->hasFocus() && t.highContrast()) {
            painter.setPen(QPen(t.accent, 2));
            painter.drawLine(option.rect.topLeft(), option.rect.topRight());
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        }
    }
    return option.rect.adjusted(kCellPadding, 0, -kCellPadding, -1);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.widget);
    painter->save();
    QRect rect = paintGround(*painter, option, index);
    const QVariant inkValue = index.data(InkRole), weightValue = index.data(WeightRole);
    QColor color = inkValue.isValid() ? inkOf(t, static_cast<Ink>(inkValue.toInt())) : t.t1;
    if (option.state & QStyle::State_Selected && inkValue.toInt() == int(Ink::Accent)) color = t.selAccent;
    const QFont font = fontOf(index.data(MonoRole).toBool() ? TextRole::Mono : TextRole::Body,
                              weightValue.isValid() ? static_cast<Weight>(weightValue.toInt()) : Weight::Regular);
    painter->setFont(font);
    painter->setPen(color);
    if (const QString name = index.data(IconRole).toString(); !name.isEmpty()) {
        drawIcon(*painter, name, QRectF(rect.left(), rect.center().y() - 6, 14, 14), color);
        rect.setLeft(rect.left() + 20);
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString sub = index.data(SubTextRole).toString();
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    if (align & Qt::AlignRight) {
        drawTabular(*painter, rect, Qt::AlignRight | Qt::AlignVCenter, text);
    } else {
        const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        if (!sub.isEmpty()) {
            const int used = QFontMetrics(font).horizontalAdvance(shown) + 8;
            const QFont small = fontOf(TextRole::Secondary);
            painter->setFont(small);
            painter->setPen(t.t3);
            if (rect.width() - used > 30)
                painter->drawText(rect.adjusted(used, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                                  QFontMetrics(small).elidedText(sub, Qt::ElideRight, rect.width() - used));
        }
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QVariant weight = index.data(WeightRole);
    const QFontMetrics metrics(fontOf(index.data(MonoRole).toBool() ? TextRole::Mono : TextRole::Body,
                                      weight.isValid() ? static_cast<Weight>(weight.toInt()) : Weight::Regular));
    const int icon = index.data(IconRole).toString().isEmpty() ? 0 : 20;
    return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + icon + 2 * kCellPadding, metric::kRow};
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid()) return QStyledItemDelegate::helpEvent(event, view, option, index);
    int needs = sizeHint(option, index).width();
    QStringList words{index.data(Qt::DisplayRole).toString()};
    if (const QString sub = index.data(SubTextRole).toString(); !sub.isEmpty()) {
        words << sub;
        needs += 8 + QFontMetrics(fontOf(TextRole::Secondary)).horizontalAdvance(sub);
    }
    const auto looks = index.data(BadgesRole).toList();
    for (const auto& each : looks) {
        words << each.value<BadgeLook>().text;
        needs += badgeSize(each.value<BadgeLook>()).width() + 5;
    }
    words.removeAll(QString());
    const bool cut = needs > option.rect.width();
    QToolTip::showText(event->globalPos(), cut ? words.join(QStringLiteral(" · ")) : QString(), view, option.rect);
    return cut;
}

void BadgesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    QRect rect = paintGround(*painter, option, index);
    const Tokens& t = tokensOf(option.widget);
    const QVariantList looks = index.data(BadgesRole).toList();
    for (qsizetype i = 0; i < looks.size(); ++i) {
        const auto look = looks[i].value<BadgeLook>();
        const bool fits = badgeSize(look).width() + (i + 1 < looks.size() ? 34 : 0) <= rect.width();
        if (!fits && i > 0) {
            //: How many badges are not shown for lack of room
            painter->setFont(fontOf(TextRole::Secondary, Weight::Medium));
            painter->setPen(t.t2);
            painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("+%1").arg(looks.size() - i));
            break;
        }
        rect.setLeft(rect.left() + paintBadge(*painter, rect, look, t) + 5);
    }
    painter->restore();
}

TableView::TableView(QWidget* parent) : QTableView(parent) {
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setItemDelegate(new CellDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(20);
    setRowHeight(metric::kRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFixedHeight(metric::kTableHeader);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setSectionsClickable(false);
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
}

void TableView::setRowHeight(int height) {
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(height);
}

void TableView::setWidths(std::vector<int> widths) {
    m_widths = std::move(widths);
    spread();
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    spread();
}

void TableView::spread() {
    if (m_widths.empty()) return;
    constexpr double kLeast = 0.6;
    const int wanted = std::accumulate(m_widths.begin(), m_widths.end(), 0);
    const double scale = std::clamp(double(viewport()->width()) / wanted, kLeast, 1.0);
    for (std::size_t i = 0; i + 1 < m_widths.size(); ++i) setColumnWidth(int(i), int(m_widths[i] * scale));
}

int TableView::heightOfRows(int rows) const {
    return horizontalHeader()->height() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth();
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() == Qt::NoModifier && model() != nullptr) {
        const int row = currentIndex().row();
        if (event->key() == Qt::Key_J || event->key() == Qt::Key_K) {
            const int next = std::clamp(row + (event->key() == Qt::Key_J ? 1 : -1), 0, std::max(0, model()->rowCount() - 1));
            if (next < model()->rowCount()) setCurrentIndex(model()->index(next, 0));
            return;
        }
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
            emit opened(currentIndex());
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) viewport()->update();
}

int tabularWidth(const QFontMetrics& metrics, const QString& text) {
    const int zero = metrics.horizontalAdvance(QLatin1Char('0'));
    int width = 0;
    for (const QChar c : text) width += c.isDigit() ? zero : metrics.horizontalAdvance(c);
    return width;
}

void drawTabular(QPainter& painter, const QRect& rect, Qt::Alignment align, const QString& text) {
    const QFontMetrics metrics(painter.font());
    const int zero = metrics.horizontalAdvance(QLatin1Char('0'));
    int x = align & Qt::AlignRight ? rect.right() + 1 - tabularWidth(metrics, text) : rect.left();
    const int base = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    for (const QChar c : text) {
        const int own = metrics.horizontalAdvance(c);
        const int cell = c.isDigit() ? zero : own;
        painter.drawText(QPoint(x + (cell - own) / 2, base), QString(c));
        x += cell;
    }
}

}  // namespace cotejo::widgets
