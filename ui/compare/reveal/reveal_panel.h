#pragma once

#include <QHash>
#include <QWidget>

#include "ui/compare/compare_values.h"

class QCheckBox;
class QPlainTextEdit;
class QTableView;
class QVBoxLayout;

namespace cotejo::widgets {
class Badge;
class Card;
class Label;
class Notice;
class Segmented;
}  // namespace cotejo::widgets

namespace cotejo::compare {

class DotArray;
class ScoreChart;
class ScoreModel;
struct FinalConclusion;

/// Scores and what they mean, after reveal only: person and conclusions at the left, numbers in the middle,
/// limits at the right.
class RevealPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit RevealPanel(QWidget* parent = nullptr);
    void setValues(const RevealValues& values, bool mayWork);
    void setRefusal(const Refusal& refusal);
    /// Another case: changes made here and not concluded go.
    void forget();
    /// One a candidate: as it was before reveal unless it was changed here.
    std::vector<FinalConclusion> conclusions() const;

  signals:
    void rowOpened(const QString& key);
    void coverageRead();

  private:
    QWidget* makeLeft();
    QWidget* makeMiddle();
    QWidget* makeRight();
    void showPerson();
    void showNumbers();
    void showCoverage();
    void showChange();
    record::ExaminerConclusion conclusionOf(const RevealValues::Row& row) const;
    const RevealValues::Row* current() const;

    RevealValues m_values;
    bool m_mayWork = false;
    QHash<QString, int> m_changed;  ///< key -> conclusion chosen here
    QHash<QString, QString> m_whyChanged;
    ScoreModel* m_model;
    QTableView* m_table;
    widgets::Card* m_changeCard;
    widgets::Label* m_changeTitle;
    widgets::Badge* m_changeFrom;
    widgets::Badge* m_changeTo;
    QPlainTextEdit* m_why;
    QWidget* m_pictures;
    widgets::Label* m_name;
    widgets::Badge* m_status;
    std::array<widgets::Label*, 5> m_facts{};
    std::array<widgets::Label*, 5> m_factNames{};
    widgets::Segmented* m_conclusion;
    widgets::Label* m_conclusionTitle;
    widgets::Label* m_tableNote;
    widgets::Card* m_scoreCard;
    ScoreChart* m_chart;
    std::array<widgets::Label*, 3> m_big{};
    std::array<widgets::Label*, 3> m_small{};
    widgets::Card* m_rateCard;
    DotArray* m_dots;
    std::array<widgets::Label*, 3> m_rates{};
    widgets::Label* m_prior;
    QVBoxLayout* m_coverage;
    widgets::Badge* m_readBadge;
    QCheckBox* m_read;
    widgets::Notice* m_refusal;
};

}  // namespace cotejo::compare
