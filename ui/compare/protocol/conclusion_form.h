#pragma once

#include <QWidget>

#include "ui/compare/compare_values.h"

class QPlainTextEdit;
class QPushButton;

namespace cotejo::widgets {
class Label;
class Notice;
class Segmented;
}  // namespace cotejo::widgets

namespace cotejo::compare {

/// What the examiner concludes about one candidate: scale, reasons, and above Save the strongest reason
/// against. Also the form in which the analysis of the probe is written, before any candidate is seen.
class ConclusionForm final : public QWidget {
    Q_OBJECT

  public:
    explicit ConclusionForm(ReviewKind kind, QWidget* parent = nullptr);

    void showAnalysis(const QString& text, bool saved);
    /// `next`: letter of the candidate that follows, empty for the last one. `afterReveal`: to be read only.
    void showConclusion(const QString& title, const ExaminerNotes& notes, const QString& next, bool saved,
                        bool afterReveal);
    void setEditable(bool editable);
    void setRefusal(const Refusal& refusal);
    void setBusy(bool busy);

    std::optional<record::ExaminerConclusion> step() const;
    QString reasons() const;
    QString counterReason() const;

  signals:
    void saveAnalysisRequested(const QString& text);
    void saveRequested();
    void edited();

  private:
    void press();
    void refreshHints();

    ReviewKind m_kind;
    bool m_analysis = true;
    bool m_filling = false;
    widgets::Label* m_title;
    widgets::Label* m_side;
    widgets::Segmented* m_scale;
    widgets::Label* m_stored;
    widgets::Label* m_reasonsLabel;
    widgets::Label* m_counterLabel;
    widgets::Label* m_counterNeeded;
    QPlainTextEdit* m_reasons;
    QPlainTextEdit* m_counter;
    widgets::Notice* m_notice;
    QPushButton* m_save;
};

}  // namespace cotejo::compare
