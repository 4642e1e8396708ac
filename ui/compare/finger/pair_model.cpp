#include "ui/compare/finger/pair_model.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <cmath>

#include "ui/widgets/style/theme.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

class PairDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Tokens& t = tokensOf(option.widget);
        const bool selected = option.state & QStyle::State_Selected;
        const auto verdict = Verdict(index.data(PairModel::VerdictRole).toInt());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(option.rect, selected                                 ? t.sel
                                       : option.state & QStyle::State_MouseOver ? t.sunk
                                                                                : t.base);
        painter->setPen(t.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect box = option.rect.adjusted(8, 0, -8, 0);
        const QString text = index.data(Qt::DisplayRole).toString();
        const QColor ink = verdict == Verdict::Rejected ? t.t3 : t.t1;
        QFont font = fontOf(TextRole::Secondary);
        if (index.column() == PairModel::NumberColumn) {
            if (selected)
                painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
            font = fontOf(TextRole::Secondary, Weight::SemiBold);
            font.setStrikeOut(verdict == Verdict::Rejected);
            painter->setFont(font);
            painter->setPen(selected ? t.dark() ? QColor(t.warn) : canvasTokens().chosen : ink);
            painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft, text);
        } else if (index.column() == PairModel::ProbeColumn || index.column() == PairModel::ReferenceColumn) {
            const auto kind =
                Glyph(index
                          .data(index.column() == PairModel::ProbeColumn ? PairModel::ProbeKindRole
                                                                         : PairModel::ReferenceKindRole)
                          .toInt());
            painter->save();
            painter->translate(box.left() + 5, box.center().y() + 0.5);
            painter->strokePath(minutiaGlyph(kind, 3.6, 0), QPen(t.t2, 1.3));
            painter->restore();
            painter->setFont(font);
            painter->setPen(ink);
            const QStringList parts = text.split(QLatin1Char('\t'));
            // Where both have no room the shape says the kind; the angle stays.
            const QFontMetrics metrics(font);
            if (16 + metrics.horizontalAdvance(parts.value(0)) + 6 + metrics.horizontalAdvance(parts.value(1)) <= box.width())
                painter->drawText(box.adjusted(16, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, parts.value(0));
            painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, parts.value(1));
        } else if (index.column() == PairModel::JudgementColumn) {
            painter->setFont(font);
            painter->setPen(verdict == Verdict::Doubtful ? t.warn : verdict == Verdict::Open ? t.t3 : ink);
            painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
        } else {
            painter->setFont(font);
            painter->setPen(ink);
            painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, text);
        }
        painter->restore();
    }
};

}  // namespace

void PairModel::setPairs(const std::vector<MinutiaPair>& pairs, const std::vector<Minutia>& probe,
                         const std::vector<Minutia>& reference) {
    beginResetModel();
    m_pairs = pairs;
    m_probe = probe;
    m_reference = reference;
    endResetModel();
}

void PairModel::setVerdict(int row, Verdict verdict) {
    if (row < 0 || row >= rowCount()) return;
    m_pairs[std::size_t(row)].verdict = verdict;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

QString PairModel::minutiaText(const Minutia& minutia) const {
    //: Kinds of minutiae, short forms in a table: ridge ending, bifurcation, other
    const QString kind = minutia.kind == Glyph::Ending        ? tr("end.")
                         : minutia.kind == Glyph::Bifurcation ? tr("bif.")
                                                              : tr("other");
    return kind + QLatin1Char('\t') +
           QStringLiteral("%1°").arg(std::lround(std::fmod(minutia.angle + 360, 360)));
}

QString PairModel::judgementText(const MinutiaPair& pair, bool whole) {
    //: Who holds two minutiae for the same one: the machine alone
    if (!pair.own) return tr("machine");
    //: The examiner's judgement of an own pair
    const QString own = pair.verdict == Verdict::Doubtful   ? tr("doubtful")
                        : pair.verdict == Verdict::Rejected ? tr("rejected")
                                                            : tr("sure");
    //: %1 is the examiner's judgement of a pair that the machine found too
    return whole && pair.machine ? tr("%1, machine too").arg(own) : own;
}

QVariant PairModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& pair = m_pairs[std::size_t(index.row())];
    const auto& probe = m_probe[std::size_t(pair.probe)];
    const auto& reference = m_reference[std::size_t(pair.reference)];
    const QLocale locale;
    switch (role) {
        case Qt::DisplayRole:
            switch (index.column()) {
                case NumberColumn:
                    return QString::number(index.row() + 1);
                case ProbeColumn:
                    return minutiaText(probe);
                case ReferenceColumn:
                    return minutiaText(reference);
                case JudgementColumn:
                    // That the machine found it too, its deviation says.
                    return judgementText(pair, false);
                case DeviationColumn:
                    return pair.machine ? locale.toString(pair.deviation, 'f', 1) : QString();
                default:
                    return {};
            }
        case VerdictRole:
            return int(pair.verdict);
        case ProbeKindRole:
            return int(probe.kind);
        case ReferenceKindRole:
            return int(reference.kind);
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter |
                       (index.column() == DeviationColumn ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::AccessibleTextRole: {
            const auto words = [this](const Minutia& minutia) {
                const QString kind = minutia.kind == Glyph::Ending        ? tr("ending")
                                     : minutia.kind == Glyph::Bifurcation ? tr("bifurcation")
                                                                          : tr("other kind");
                return tr("%1 at %2 degrees").arg(kind).arg(std::lround(minutia.angle));
            };
            const QString text = tr("Pair %1: probe %2, reference %3, %4")
                                     .arg(index.row() + 1)
                                     .arg(words(probe), words(reference), judgementText(pair, true));
            return pair.machine
                       ? text + QStringLiteral(", ") + tr("deviation %1 pixels").arg(locale.toString(pair.deviation, 'f', 1))
                       : text;
        }
        default:
            return {};
    }
}

QVariant PairModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == DeviationColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        //: Number of a pair
        case NumberColumn:
            return tr("No.");
        case ProbeColumn:
            return tr("Probe");
        case ReferenceColumn:
            return tr("Reference");
        //: Deviation in pixels
        case DeviationColumn:
            return tr("Dev. px");
        case JudgementColumn:
            return tr("Judgement");
        default:
            return {};
    }
}

void setUpPairTable(QTableView* table) {
    table->setItemDelegate(new PairDelegate(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setMouseTracking(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metric::kRowCompact);
    table->verticalHeader()->setMinimumSectionSize(metric::kRowCompact);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(30);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setSectionResizeMode(PairModel::ProbeColumn, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(PairModel::ReferenceColumn, QHeaderView::Stretch);
    table->setColumnWidth(PairModel::NumberColumn, 40);
    table->setColumnWidth(PairModel::DeviationColumn, 66);
    table->setColumnWidth(PairModel::JudgementColumn, 86);
}

}  // namespace cotejo::compare
