#include "ui/compare/face/feature_list.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"

namespace cotejo::compare {

using namespace widgets;

namespace {

constexpr int kRowHeight = 29;
constexpr std::array<int, 3> kWidths{54, 42, 52};

/// Rectangle of a word's segment in the cell.
QRect segmentRect(const QRect& cell, int word) {
    int x = cell.right() - 10 - (kWidths[0] + kWidths[1] + kWidths[2]);
    for (int i = 0; i < word; ++i)
        x += kWidths[std::size_t(i)];
    return {x, cell.top() + 3, kWidths[std::size_t(word)], cell.height() - 7};
}

class FeatureDelegate final : public QStyledItemDelegate {
    Q_DECLARE_TR_FUNCTIONS(cotejo::compare::FeatureList)

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Tokens& t = tokensOf(option.widget);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(option.rect, selected ? t.sel : t.base);
        painter->setPen(t.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (selected && index.column() == FeatureModel::NameColumn)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
        if (index.column() == FeatureModel::NameColumn)
            paintName(*painter, option.rect.adjusted(14, 0, -4, 0), index, t);
        else
            paintWords(*painter, option.rect, index, t);
        painter->restore();
    }

    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override {
        if (event->type() == QEvent::MouseButtonRelease && index.column() == FeatureModel::WordColumn)
            for (int word = 0; word < 3; ++word)
                if (segmentRect(option.rect, word)
                        .contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
                    static_cast<FeatureModel*>(model)->setWord(index.row(), FeatureWord(word));
                    return true;
                }
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&,
                          const QModelIndex& index) const override {
        auto* edit = new QLineEdit(parent);
        edit->setObjectName("featureNote");
        edit->setMaxLength(200);
        edit->setPlaceholderText(tr("Note"));
        edit->setAccessibleName(tr("Note on %1").arg(featureText(Feature(index.row()))));
        return edit;
    }

  private:
    void paintName(QPainter& painter, const QRect& rect, const QModelIndex& index, const Tokens& t) const {
        const QFont font = fontOf(TextRole::Body);
        const QFontMetrics metrics(font);
        const QString name =
            metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rect.width());
        painter.setFont(font);
        painter.setPen(t.t1);
        painter.drawText(rect, Qt::AlignVCenter, name);
        const QString note = index.data(FeatureModel::NoteRole).toString();
        if (note.isEmpty()) return;
        const QRect rest = rect.adjusted(metrics.horizontalAdvance(name) + 8, 0, 0, 0);
        const QFont small = fontOf(TextRole::Caption);
        painter.setFont(small);
        painter.setPen(t.t2);
        painter.drawText(rest, Qt::AlignVCenter,
                         QFontMetrics(small).elidedText(note, Qt::ElideRight, rest.width()));
    }

    void paintWords(QPainter& painter, const QRect& rect, const QModelIndex& index, const Tokens& t) const {
        const std::array<QString, 3> words{
            //: Facial feature looks alike in both images; short form in a narrow button
            tr("Similar"),
            //: Facial feature differs; short form in a narrow button
            tr("Differ."),
            //: Facial feature cannot be seen; short form in a narrow button
            tr("Not vis.")};
        const int chosen = index.data(FeatureModel::WordRole).toInt();
        const QRect all = segmentRect(rect, 0).united(segmentRect(rect, 2));
        painter.setRenderHint(QPainter::Antialiasing);
        drawRounded(painter, all, metric::kRadiusBadge, t.base, t.line2, t.highContrast() ? 2 : 1);
        for (int word = 0; word < 3; ++word) {
            const QRect box = segmentRect(rect, word);
            if (word == chosen) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(t.sel2);
                painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 3, 3);
            } else if (word > 0 && word - 1 != chosen) {
                painter.setPen(t.line2);
                painter.drawLine(box.topLeft(), box.bottomLeft());
            }
            painter.setFont(fontOf(TextRole::Caption, word == chosen ? Weight::SemiBold : Weight::Regular));
            painter.setPen(word == chosen ? t.selAccent : t.t2);
            painter.drawText(box, Qt::AlignCenter, words[std::size_t(word)]);
        }
    }
};

}  // namespace

void FeatureModel::setNotes(const std::map<Feature, FeatureNote>& notes) {
    m_notes = notes;
    emit dataChanged(index(0, 0), index(kFeatureCount - 1, ColumnCount - 1));
}

void FeatureModel::setWord(int row, FeatureWord word) {
    if (!m_editable) return;
    auto& note = m_notes[Feature(row)];
    note.word = note.word == word ? std::nullopt : std::optional(word);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit edited();
}

int FeatureModel::answered() const {
    int count = 0;
    for (const auto& [feature, note] : m_notes)
        count += note.word.has_value();
    return count;
}

QVariant FeatureModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto found = m_notes.find(Feature(index.row()));
    const FeatureNote note = found == m_notes.end() ? FeatureNote{} : found->second;
    switch (role) {
        case Qt::DisplayRole:
            return index.column() == NameColumn ? featureText(Feature(index.row()))
                   : note.word                  ? featureWordText(*note.word)
                                                : QString();
        case Qt::EditRole:
        case NoteRole:
            return note.note;
        case WordRole:
            return note.word ? int(*note.word) : -1;
        case Qt::ToolTipRole:
            return note.note;
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2 %3")
                .arg(featureText(Feature(index.row())),
                     note.word ? featureWordText(*note.word) : tr("no answer yet"), note.note);
        default:
            return {};
    }
}

bool FeatureModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::EditRole || !m_editable) return false;
    m_notes[Feature(index.row())].note = value.toString().simplified();
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    emit edited();
    return true;
}

QVariant FeatureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == NameColumn ? tr("Feature") : tr("Answer");
}

Qt::ItemFlags FeatureModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    if (m_editable && index.column() == NameColumn) flags |= Qt::ItemIsEditable;
    return flags;
}

FeatureList::FeatureList(QWidget* parent) : QWidget(parent), m_model(new FeatureModel(this)) {
    setObjectName("featureList");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(14, 4, 14, 4);
    head->setSpacing(metric::kGrid);
    head->addWidget(new Label(tr("Features"), TextRole::Body, Ink::T1, Weight::SemiBold, this));
    m_count = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, this);
    head->addWidget(m_count);
    head->addStretch(1);
    m_pending = new QPushButton(tr("Only pending"), this);
    m_pending->setObjectName("onlyPending");
    m_pending->setCheckable(true);
    setLook(m_pending, ButtonKind::Quiet, ButtonSize::Small);
    head->addWidget(m_pending);
    layout->addLayout(head);
    layout->addWidget(new Line(Qt::Horizontal, this));
    m_table = new QTableView(this);
    m_table->setObjectName("featureTable");
    m_table->setAccessibleName(
        tr("Facial features: 1 similar, 2 different, 3 not visible, Enter writes a note"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FeatureDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setMinimumSectionSize(20);
    m_table->horizontalHeader()->setSectionResizeMode(FeatureModel::NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(FeatureModel::WordColumn, QHeaderView::Fixed);
    m_table->setColumnWidth(FeatureModel::WordColumn, 168);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setMinimumSectionSize(kRowHeight);
    m_table->installEventFilter(this);
    // Its height is what the panel has; three rows at least.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_table->setMinimumHeight(3 * kRowHeight);
    layout->addWidget(m_table, 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    connect(m_pending, &QPushButton::toggled, this, &FeatureList::refresh);
    connect(m_model, &FeatureModel::edited, this, &FeatureList::edited);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FeatureList::refresh);
    refresh();
}

void FeatureList::setEditable(bool editable) {
    m_editable = editable;
    m_model->setEditable(editable);
}

void FeatureList::refresh() {
    //: FISWG is the name of a working group; %1 of %2 rows answered
    m_count->setText(tr("FISWG · %1 of %2").arg(m_model->answered()).arg(kFeatureCount));
    for (int row = 0; row < kFeatureCount; ++row)
        m_table->setRowHidden(row, m_pending->isChecked() &&
                                       m_model->index(row, 0).data(FeatureModel::WordRole).toInt() >= 0 &&
                                       row != m_table->currentIndex().row());
}

bool FeatureList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int row = m_table->currentIndex().row();
        if (key >= Qt::Key_1 && key <= Qt::Key_3 && row >= 0) {
            m_model->setWord(row, FeatureWord(key - Qt::Key_1));
            for (int next = row + 1; next < kFeatureCount; ++next) {
                if (m_table->isRowHidden(next)) continue;
                m_table->setCurrentIndex(m_model->index(next, 0));
                break;
            }
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && row >= 0 && m_editable) {
            m_table->edit(m_model->index(row, FeatureModel::NameColumn));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace cotejo::compare
