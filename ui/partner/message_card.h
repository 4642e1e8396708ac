#pragma once

#include "ui/partner/partner_values.h"
#include "ui/widgets/card.h"

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace cotejo::widgets {
class Label;
class Notice;
class RowsModel;
class Segmented;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::partner_ui {

class BytesModel;
class MessageModel;
class MessageTree;

/// Exactly what leaves: its fields, its tree, its bytes; below, the hash that is authorised and what goes over the line. Where the message is not before
/// this person it says why. Main thread.
class MessageCard final : public widgets::Card {
    Q_OBJECT
  public:
    enum class Form { Fields, Tree, Bytes };
    explicit MessageCard(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);
    void setForm(Form form);

  signals:
    /// The bytes of a request that left: reading them is recorded.
    void messageRequested();

  private:
    void addFoot(QVBoxLayout* body);
    void showMissing(const InquiryFile& file);

    widgets::Segmented* m_forms;
    QStackedWidget* m_stack;
    widgets::RowsModel* m_fields;
    widgets::TableView* m_fieldTable;
    MessageModel* m_lines;
    MessageTree* m_tree;
    BytesModel* m_bytes;
    widgets::TableView* m_byteTable;
    QWidget* m_missing;
    widgets::Notice* m_why;
    widgets::Label* m_unread;
    QPushButton* m_open;
    QWidget* m_foot;
    widgets::Label *m_hashName, *m_hash, *m_wire, *m_rule;
    Hash m_shown;
};

/// What does not leave, and why: the same for every case under the agreement. Main thread.
class LeftOutCard final : public widgets::Card {
    Q_OBJECT
  public:
    explicit LeftOutCard(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);

  private:
    QVBoxLayout* m_rows;
};

}  // namespace cotejo::partner_ui
