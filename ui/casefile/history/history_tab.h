#pragma once

#include "ui/casefile/case_tab.h"

namespace cotejo::widgets {
class Card;
class RowsModel;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

/// Every act of the case, newest first: when, what, who, and whether it took effect.
class HistoryTab final : public CaseTab {
    Q_OBJECT
  public:
    explicit HistoryTab(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file) override;
    void showRefusal(const Error&) override {}

  private:
    widgets::Card* m_card;
    widgets::RowsModel* m_model;
    widgets::TableView* m_table;
};

}  // namespace cotejo::casefile
