#include "ui/queue/queue_delegates.h"

#include <QPainter>

#include "core/record/case.h"
#include "ui/queue/queue_model.h"

namespace cotejo::queue {

using namespace widgets;

void PriorityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.widget);
    painter->save();
    const QRect rect = paintGround(*painter, option, index);
    const auto priority = static_cast<record::Priority>(index.data(QueueModel::PriorityRole).toInt());
    const int filled = priority == record::Priority::Urgent ? 3 : priority == record::Priority::High ? 2 : 1;
    const QColor on = priority == record::Priority::Urgent ? t.bad : priority == record::Priority::High ? t.warn : t.t3;
    const int base = rect.center().y() + 6;
    for (int i = 0; i < 3; ++i) {
        const int h = 5 + i * 4;
        painter->fillRect(QRect(rect.left() + i * 5, base - h, 4, h), i < filled ? on : t.line2);
    }
    painter->setFont(fontOf(TextRole::Body, priority == record::Priority::Urgent ? Weight::SemiBold : Weight::Regular));
    painter->setPen(priority == record::Priority::Urgent ? t.bad : t.t2);
    painter->drawText(rect.adjusted(21, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    painter->restore();
}

void ClockDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.widget);
    painter->save();
    const QRect rect = paintGround(*painter, option, index);
    const auto tone = static_cast<Tone>(index.data(QueueModel::UrgencyRole).toInt());
    painter->setFont(fontOf(TextRole::Body, Weight::SemiBold));
    painter->setPen(tone == Tone::Neutral ? t.t1 : ink(t, tone));
    drawTabular(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    constexpr int kClockWidth = 64;
    const QFont small = fontOf(TextRole::Secondary);
    painter->setFont(small);
    painter->setPen(t.t3);
    const QRect kind = rect.adjusted(kClockWidth, 0, 0, 0);
    if (kind.width() > 24)
        painter->drawText(kind, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(small).elidedText(index.data(QueueModel::ClockKindRole).toString(), Qt::ElideRight, kind.width()));
    painter->restore();
}

}  // namespace cotejo::queue
