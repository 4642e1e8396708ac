#include "ui/partner/message_views.h"

#include <QHeaderView>
#include <QPainter>
#include <algorithm>
#include <functional>

#include "ui/bridge/text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/theme.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::partner_ui {

using namespace widgets;

namespace {

constexpr int kLine = 20, kBytesColumn = 96, kPad = 14;
constexpr std::size_t kBytesInRow = 16;

/// Name in the accent, value plain, what it holds quieter; bytes to the right.
class LineDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {120, kLine}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& t = tokensOf(option.widget);
        painter->save();
        const QRect rect = option.rect.adjusted(4, 0, -kPad, 0);
        if (index.column() == 1) {
            painter->setFont(fontOf(TextRole::Secondary));
            painter->setPen(t.t2);
            drawTabular(*painter, rect, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
            return painter->restore();
        }
        int x = rect.left();
        const auto word = [&](const QString& text, const QFont& font, const QColor& color) {
            if (text.isEmpty() || x >= rect.right()) return;
            painter->setFont(font);
            painter->setPen(color);
            const QFontMetrics metrics(font);
            const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.right() - x);
            painter->drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
            x += metrics.horizontalAdvance(shown) + 8;
        };
        const bool root = !index.parent().isValid();
        word(index.data(MessageModel::NameRole).toString(), fontOf(TextRole::MonoSmall, root ? Weight::SemiBold : Weight::Regular), root ? t.t1 : t.accent);
        word(index.data(MessageModel::ValueRole).toString(), fontOf(TextRole::MonoSmall), t.t1);
        word(index.data(MessageModel::CaptionRole).toString(), fontOf(TextRole::Secondary), t.t2);
        painter->restore();
    }
};

QString hexOf(ByteView bytes) {
    QString hex;
    for (std::size_t i = 0; i < bytes.size(); ++i) hex += QStringLiteral("%1%2").arg(i == 0 ? QString() : i % 8 == 0 ? QStringLiteral("  ") : QStringLiteral(" ")).arg(bytes[i], 2, 16, QLatin1Char('0'));
    return hex;
}

QString asciiOf(ByteView bytes) {
    QString text;
    for (const auto each : bytes) text += each >= 0x20 && each < 0x7F ? QLatin1Char(char(each)) : QLatin1Char('.');
    return text;
}

}  // namespace

MessageModel::MessageModel(QObject* parent) : QStandardItemModel(parent) {}

void MessageModel::setLines(const std::vector<partner::PreviewLine>& lines) {
    clear();
    setHorizontalHeaderLabels({tr("Field and value"), tr("Bytes")});
    horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    std::vector<QStandardItem*> above;  // the last item of each depth
    for (const auto& line : lines) {
        const auto depth = std::min(std::size_t(std::max(0, line.depth)), above.size());
        auto* item = new QStandardItem;
        const QString name = depth == 0 ? tr("message") : bridge::fromText(line.name), value = bridge::fromText(line.value), bytes = bridge::countText(std::int64_t(line.bytes));
        item->setData(name, NameRole);
        item->setData(value, ValueRole);
        item->setText(value.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, value));
        auto* size = new QStandardItem(bytes);
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        size->setData(tr("%1: %2 bytes").arg(name, bytes), Qt::AccessibleTextRole);
        for (auto* each : {item, size}) each->setEditable(false);
        (depth == 0 ? invisibleRootItem() : above[depth - 1])->appendRow({item, size});
        above.resize(depth);
        above.push_back(item);
    }
    // What has lines below it says how many.
    const std::function<void(QStandardItem*)> tell = [&](QStandardItem* item) {
        const int below = item->rowCount();
        if (below > 0 && item->data(ValueRole).toString().isEmpty())
            item->setData(item->child(0)->data(NameRole).toString().startsWith(QLatin1Char('[')) ? tr("%n samples", nullptr, below) : tr("%n fields", nullptr, below), CaptionRole);
        const QString caption = item->data(CaptionRole).toString();
        item->setData(caption.isEmpty() ? item->text() : QStringLiteral("%1, %2").arg(item->text(), caption), Qt::AccessibleTextRole);
        item->setToolTip(item->text());
        for (int i = 0; i < item->rowCount(); ++i) tell(item->child(i));
    };
    for (int i = 0; i < rowCount(); ++i) tell(item(i));
}

MessageTree::MessageTree(QWidget* parent) : QTreeView(parent) {
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new LineDelegate(this));
    setUniformRowHeights(true);
    setIndentation(18);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionsClickable(false);
    header()->setStretchLastSection(false);
    header()->setFixedHeight(metric::kTableHeader);
    setMinimumHeight(metric::kTableHeader + 8 * kLine);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MessageTree::setModel(QAbstractItemModel* model) {
    QTreeView::setModel(model);
    expandAll();
    if (header()->count() == 2) {
        header()->setSectionResizeMode(0, QHeaderView::Stretch);
        header()->setSectionResizeMode(1, QHeaderView::Fixed);
        header()->resizeSection(1, kBytesColumn);
    }
    updateGeometry();
}

QSize MessageTree::sizeHint() const {
    constexpr int kMostLines = 32;
    int rows = 0;
    const std::function<void(const QModelIndex&)> count = [&](const QModelIndex& at) {
        for (int i = 0; i < model()->rowCount(at) && rows < kMostLines; ++i) {
            ++rows;
            count(model()->index(i, 0, at));
        }
    };
    if (model() != nullptr) count({});
    return {320, metric::kTableHeader + std::max(8, rows) * kLine + 8};
}

void MessageTree::paintEvent(QPaintEvent* event) {
    QPainter(viewport()).fillRect(viewport()->rect(), tokensOf(this).sunk);
    QTreeView::paintEvent(event);
}

void MessageTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(this);
    const bool selected = selectionModel() != nullptr && selectionModel()->isRowSelected(index.row(), index.parent());
    if (selected) {
        painter->fillRect(option.rect, t.sel);
        if (hasFocus()) painter->fillRect(QRect(0, option.rect.top(), 3, option.rect.height()), t.accent);
    }
    for (const int column : {0, 1}) {
        QStyleOptionViewItem cell = option;
        const auto at = index.siblingAtColumn(column);
        cell.rect = visualRect(at);
        itemDelegate()->paint(painter, cell, at);
    }
    drawBranches(painter, QRect(0, option.rect.top(), visualRect(index.siblingAtColumn(0)).left(), option.rect.height()), index);
}

void MessageTree::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
    if (!model()->hasChildren(index)) return;
    const QRectF box(rect.right() - 12, rect.center().y() - 5, 11, 11);
    drawIcon(*painter, isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), box, tokensOf(this).t2);
}

void MessageTree::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    if (header()->count() == 2) header()->resizeSection(1, kBytesColumn);
}

void BytesModel::setBytes(Bytes bytes) {
    beginResetModel();
    m_bytes = std::move(bytes);
    endResetModel();
}

int BytesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int((m_bytes.size() + kBytesInRow - 1) / kBytesInRow); }

QVariant BytesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == MonoRole) return true;
    if (role == InkRole) return int(index.column() == 0 ? Ink::T3 : Ink::T1);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const auto from = std::size_t(index.row()) * kBytesInRow;
    const auto row = ByteView(m_bytes).subspan(from, std::min(kBytesInRow, m_bytes.size() - from));
    if (index.column() == 0) return QStringLiteral("%1").arg(from, 6, 16, QLatin1Char('0'));
    return index.column() == 1 ? hexOf(row) : asciiOf(row);
}

QVariant BytesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == 0 ? tr("Place") : section == 1 ? tr("Bytes") : tr("As text");
}

}  // namespace cotejo::partner_ui
