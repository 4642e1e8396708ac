#pragma once

#include "ui/casefile/case_tab.h"

class QPushButton;
class QVBoxLayout;

namespace cotejo::widgets {
class Badge;
class Card;
class FittingTable;
class Label;
class Notice;
class RowsModel;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

class ExaminationCard;

/// What was searched and what was not, who examined, and what came of it. Before the identity is resolved an examiner sees the
/// own examination only.
class DecisionTab final : public CaseTab {
    Q_OBJECT
  public:
    explicit DecisionTab(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file) override;
    void showRefusal(const Error& error) override;
    void setBusy(bool busy);

  private:
    void showCoverage(const bridge::CaseFile& file);
    void showExaminations(const bridge::CaseFile& file);

    widgets::Notice* m_refusal;
    widgets::Card* m_coverage;
    widgets::Badge* m_read;
    QVBoxLayout* m_coverageBody;
    QPushButton* m_readButton;
    QPushButton* m_searchButton;
    QPushButton* m_noSearch;
    QPushButton* m_narrowSearch;
    ExaminationCard* m_words;
    widgets::Card* m_exams;
    widgets::RowsModel* m_model;
    widgets::FittingTable* m_table;
    widgets::Label* m_examNote;
    widgets::Label* m_outcome;
    widgets::Label* m_outcomeNote;
};

}  // namespace cotejo::casefile
