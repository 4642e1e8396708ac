#pragma once

#include <QHash>
#include <QWidget>

#include "ui/compare/compare_values.h"

class QGridLayout;
class QPlainTextEdit;
class QTableView;

namespace cotejo::widgets {
class Badge;
class Card;
class Label;
class Notice;
class Segmented;
}  // namespace cotejo::widgets

namespace cotejo::compare {

class BaseRateCard;
class CoverageCard;
class ScoreCard;
class ScoreModel;
struct FinalConclusion;

/// Scores and what they mean, after reveal only: person and conclusions at the left, numbers in the middle,
/// limits at the right. Of a 1:1 check the pictures, the conclusion and the score alone.
class RevealPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit RevealPanel(QWidget* parent = nullptr);
    void setValues(const RevealValues& values, bool mayWork);
    void setRefusal(const Refusal& refusal);
    /// Another case: changes made here and not concluded go.
    void forget();
    /// Conclusions chosen here and not concluded, and why they changed, by candidate.
    void unsaved(QHash<QString, int>& changed, QHash<QString, QString>& why) const;
    void restore(const QHash<QString, int>& changed, const QHash<QString, QString>& why);
    /// One a candidate: as it was before reveal unless it was changed here.
    std::vector<FinalConclusion> conclusions() const;

  signals:
    void rowOpened(const QString& key);
    void coverageRead();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void placeColumns(int columns);
    QWidget* makeLeft();
    QWidget* makeMiddle();
    QWidget* makeRight();
    void showPerson();
    void showNumbers();
    void showChange();
    record::ExaminerConclusion conclusionOf(const RevealValues::Row& row) const;
    const RevealValues::Row* current() const;

    QGridLayout* m_columns;
    std::array<QWidget*, 3> m_parts{};  ///< person and conclusion, numbers, limits
    int m_columnCount = 0;
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
    widgets::Label* m_step;
    QWidget* m_caution;
    ScoreCard* m_score;
    BaseRateCard* m_rate;
    CoverageCard* m_coverage;
    widgets::Card* m_next;
    widgets::Notice* m_different;
    widgets::Notice* m_refusal;
};

}  // namespace cotejo::compare
