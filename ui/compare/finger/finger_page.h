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
    std::vector<MinutiaPair> pairs;       ///< the machine's, after reveal only; in any order: the page sorts by deviation
    std::optional<QTransform> alignment;  ///< the machine's: reference pixels to probe pixels
    QString remark;                       ///< what stands in the way of comparing, in words; else empty
};

/// Fingerprints beside each other: of a candidate, or of the document in a 1:1 check. Before reveal it has the minutiae of each print
/// alone and the examiner's own pairs.
class FingerPage final : public ReviewPage {
    Q_OBJECT

  public:
    explicit FingerPage(QWidget* parent = nullptr) : FingerPage(ReviewKind::Search, parent) {}
    explicit FingerPage(ReviewKind kind, QWidget* parent = nullptr);
    void setBoard(const std::vector<FingerCell>& cells, record::FingerPosition current);
    void setComparison(const FingerComparisonValues& values);
    FingerCanvas* canvas() const { return m_canvas; }

  signals:
    void fingerOpened(cotejo::record::FingerPosition position);

  protected:
    void showNotes(const ExaminerNotes& notes) override;
    void collectNotes(ExaminerNotes& notes) const override;
    void candidateChanged() override;
    void rightsChanged() override;
    void roomChanged() override;

  private:
    void makeTools();
    QWidget* makePairs();
    void judge(Verdict verdict);
    void refreshTools();
    void refreshPairs();
    void refreshMarks();
    void applyNotes();
    void pairsEdited();
    void edited();
    int ownPairs() const;

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
    QPushButton* m_pairing;
    QPushButton* m_own;
    std::array<QPushButton*, 2> m_verdicts{};
    QPushButton* m_remove;
    QWidget* m_machineTools;
    widgets::Label* m_zoom;
    widgets::Label* m_shown;
    widgets::Label* m_total;
    widgets::Label* m_remark;
    widgets::Label* m_pair;
    widgets::Label* m_markCount;
    widgets::Label* m_markList;
    FingerComparisonValues m_values;
    std::vector<ExaminerNotes::JudgedPair> m_unplaced;  ///< of this finger, whose minutiae the engine no longer finds
    std::vector<FingerCell> m_cells;
    record::FingerPosition m_position = record::FingerPosition::Unknown;
    ExaminerNotes m_notes;  ///< of the current candidate: what other fingers carry stays in them
    bool m_filling = false;
};

}  // namespace cotejo::compare
