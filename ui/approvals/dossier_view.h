#pragma once

#include <QWidget>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"

class QBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace cotejo::casefile {
class ExaminationCard;
class PaperView;
class StoryCard;
}  // namespace cotejo::casefile

namespace cotejo::widgets {
class Badge;
class Card;
class ElidedLabel;
class Label;
class Notice;
class RowsModel;
class Segmented;
class ShareBar;
class Strip;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::approvals {

/// One case before a supervisor: papers (present, waived because, missing) with who-opened-when left; the proposal with what the
/// examiners wrote, or the paper that is being read, in the middle; conditions and decision right. Approving, returning and rejecting
/// weigh the same, and each says what will happen before it is done.
class DossierView final : public QWidget {
    Q_OBJECT
  public:
    explicit DossierView(bridge::Session& session, QWidget* parent = nullptr);
    void clear();
    void showCase(bridge::CaseFile file);
    const std::optional<bridge::CaseFile>& file() const { return m_file; }
    casefile::PaperView* paperView() const { return m_reader; }

  signals:
    void backRequested();
    void caseRequested(const cotejo::CaseId& id);

  protected:
    /// With the papers folded away: a page that nobody sees would keep the window from getting small otherwise.
    QSize minimumSizeHint() const override { return {800, 380}; }
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* buildHead();
    QWidget* buildPapers();
    QWidget* buildMiddle();
    QWidget* buildDecision();
    void showPapers();
    void showSummary();
    void showChanges();
    void showConditions();
    void selectPaper(int row);
    void turnTo(int which);
    /// On a small screen the papers are a drawer of the middle.
    void foldPapers(bool folded);
    void ask(const char* act, bool refusedNow);
    void perform(const record::Act& act);
    void refuse(const Error& error, bool recorded);

    bridge::Session& m_session;
    std::optional<bridge::CaseFile> m_file;
    widgets::Label *m_title, *m_person;
    widgets::ElidedLabel* m_caption;
    widgets::Badge* m_state;
    widgets::Strip *m_left, *m_right;
    widgets::Label* m_opened;
    widgets::ShareBar* m_share;
    QBoxLayout* m_columns;
    QPushButton* m_drawer;
    bool m_folded = false;
    widgets::RowsModel* m_papers;
    widgets::TableView* m_table;
    widgets::Segmented* m_which;
    QStackedWidget* m_middle;
    QVBoxLayout *m_summary, *m_changes;
    widgets::Card* m_changesCard;
    casefile::ExaminationCard* m_exams;
    casefile::StoryCard* m_story;
    casefile::PaperView* m_reader;
    widgets::Label* m_paperHead;
    QVBoxLayout* m_conditions;
    widgets::Notice* m_refusal;
    QPlainTextEdit* m_reason;
    QPushButton *m_approve, *m_return, *m_reject;
};

}  // namespace cotejo::approvals
