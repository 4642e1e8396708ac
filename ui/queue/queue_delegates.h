#pragma once

#include "ui/widgets/tables/table.h"

namespace cotejo::queue {

/// Three bars and the word; urgent in red and bold, high in amber bars.
class PriorityDelegate final : public widgets::CellDelegate {
    Q_OBJECT
  public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Time left in tabular figures, then what it counts down to.
class ClockDelegate final : public widgets::CellDelegate {
    Q_OBJECT
  public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace cotejo::queue
