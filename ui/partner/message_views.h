#pragma once

#include <QAbstractTableModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>

#include "core/partner/packet.h"

/// A message in the two forms that are not a plain table. Main thread.
namespace cotejo::partner_ui {

/// The lines of a preview as a tree: name and value in the first column, bytes in the second.
class MessageModel final : public QStandardItemModel {
    Q_OBJECT
  public:
    enum Role { NameRole = Qt::UserRole + 1, ValueRole, CaptionRole };
    explicit MessageModel(QObject* parent = nullptr);
    void setLines(const std::vector<partner::PreviewLine>& lines);
};

/// The tree in fixed width on a quiet ground, every branch open.
class MessageTree final : public QTreeView {
    Q_OBJECT
  public:
    explicit MessageTree(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void resizeEvent(QResizeEvent* event) override;
};

/// Bytes as people read them: place, sixteen in hex, the same as text. Only what is on the screen is written out.
class BytesModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    using QAbstractTableModel::QAbstractTableModel;
    void setBytes(Bytes bytes);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 3; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    Bytes m_bytes;
};

}  // namespace cotejo::partner_ui
