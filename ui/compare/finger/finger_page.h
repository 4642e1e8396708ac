#pragma once

#include "ui/compare/protocol/review_page.h"

class QPushButton;
class QSlider;
class QTableView;

namespace cotejo::widgets {
class Label;
class Segmented;
}  // namespace cotejo::widgets

namespace cotejo::compare {

class FingerBoard;
class FingerCanvas;
class PairModel;

/// What the finger page shows of one finger against the current candidate.
struct FingerComparisonValues {
    FingerImage probe;
    std::optional<FingerImage> reference;
    std::vector<MinutiaPair> pairs;       ///< in any order: the page sorts by deviation
    std::optional<QTransform> alignment;  ///< reference pixels to probe pixels
    QString remark;                       ///< why there are no pairs, in words; empty when there are
};

/// The Fingerprints tab of a case file.
class FingerPage final : public ReviewPage {
    Q_OBJECT

  public:
    explicit FingerPage(QWidget* parent = nullptr);
    void setBoard(const std::vector<FingerCell>& cells, record::FingerPosition current);
    void setComparison(const FingerComparisonValues& values);
    FingerCanvas* canvas() const { return m_canvas; }

  signals:
    void fingerOpened(cotejo::record::FingerPosition position);

  protected:
    void showNotes(const ExaminerNotes& notes) override;
    void collectNotes(ExaminerNotes& notes) const override;
    void candidateChanged() override;

  private:
    QWidget* makeTools();
    QWidget* makeSide();
    void judge(Verdict verdict);
    void refreshTools();
    void refreshPairs();
    void refreshMarks();
    void applyVerdicts(const ExaminerNotes& notes);

    FingerBoard* m_board;
    FingerCanvas* m_canvas;
    PairModel* m_model;
    QTableView* m_table;
    QSlider* m_slider;
    widgets::Segmented* m_layers;
    widgets::Segmented* m_lines;
    QPushButton* m_linked;
    QPushButton* m_aligned;
    QPushButton* m_quality;
    QPushButton* m_mark;
    QPushButton* m_own;
    std::array<QPushButton*, 3> m_verdicts{};
    widgets::Label* m_zoom;
    widgets::Label* m_shown;
    widgets::Label* m_total;
    widgets::Label* m_remark;
    widgets::Label* m_pair;
    widgets::Label* m_markCount;
    widgets::Label* m_markList;
    QWidget* m_pairPart;
    FingerImage m_probe;
    std::vector<FingerCell> m_cells;
    record::FingerPosition m_position = record::FingerPosition::Unknown;
    ExaminerNotes m_notes;  ///< of the current candidate: what other fingers carry stays in them
    bool m_filling = false;
};

}  // namespace cotejo::compare
