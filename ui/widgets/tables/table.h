#pragma once

#include <QStyledItemDelegate>
#include <QTableView>
#include <vector>

#include "ui/widgets/badge.h"

namespace cotejo::widgets {

/// Paints a cell's ground (hover, selection with an accent bar at the left edge, hairline below) and its text. Columns of
/// another kind derive and paint on top.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// What a cell has no room for is said whole beside the pointer.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) override;

    /// For derived ones: the ground, then the rectangle left for contents.
    static QRect paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index);
};

/// A cell whose model gives `InkRole` (int of Ink), `WeightRole` (int of Weight), `IconRole` (icon name), `SubTextRole`
/// (quieter words after the text), `MonoRole` (bool).
enum CellRole { InkRole = Qt::UserRole + 900, WeightRole, IconRole, SubTextRole, BadgesRole, MonoRole };

/// Badges from `BadgesRole` (QVariantList of BadgeLook). Those that do not fit are counted.
class BadgesDelegate final : public CellDelegate {
    Q_OBJECT
  public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A table that looks like ours: no grid, no zebra, whole rows, per-pixel scrolling, keyboard J and K.
class TableView : public QTableView {
    Q_OBJECT
  public:
    explicit TableView(QWidget* parent = nullptr);
    void setRowHeight(int height);
    /// Of the whole view with this many rows, header included.
    int heightOfRows(int rows) const;
    /// Widths of the columns as drawn; the last is what it needs at least and takes what is over. Where the table has less, all give of theirs, down
    /// to six tenths, before it scrolls sideways.
    void setWidths(std::vector<int> widths);

  signals:
    /// Return on a row, or a double click.
    void opened(const QModelIndex& index);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void spread();
    std::vector<int> m_widths;
};

/// Digits on cells as wide as a zero, so that numbers stand under each other (Qt 6.4 cannot ask a font for tabular figures).
void drawTabular(QPainter& painter, const QRect& rect, Qt::Alignment align, const QString& text);
int tabularWidth(const QFontMetrics& metrics, const QString& text);

}  // namespace cotejo::widgets

Q_DECLARE_METATYPE(cotejo::widgets::BadgeLook)
