#pragma once

#include <QWidget>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace cotejo::widgets {
class Badge;
class Card;
class ElidedLabel;
class Label;
class Notice;
class RowsModel;
class ShareBar;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::approvals {

/// One case before a supervisor: papers with who-opened-when left, the paper that is open in the middle, conditions and decision
/// right. Approving, returning and rejecting weigh the same.
class DossierView final : public QWidget {
    Q_OBJECT
  public:
    explicit DossierView(bridge::Session& session, QWidget* parent = nullptr);
    void clear();
    void showCase(bridge::CaseFile file);
    const std::optional<bridge::CaseFile>& file() const { return m_file; }

  signals:
    void backRequested();
    void caseRequested(const cotejo::CaseId& id);

  private:
    QWidget* buildHead();
    QWidget* buildPapers();
    QWidget* buildMiddle();
    QWidget* buildDecision();
    void showPapers();
    void showSummary();
    void showConditions();
    void selectPaper(int row);
    void openPaper();
    void showPaper(const Bytes& bytes, const std::string& mime);
    void decide(const record::Act& act);
    void refuse(const Error& error);
    const record::DossierDocument* paper() const;

    bridge::Session& m_session;
    std::optional<bridge::CaseFile> m_file;
    std::optional<Hash> m_paper;
    widgets::Label *m_title, *m_person;
    widgets::ElidedLabel* m_caption;
    widgets::Badge* m_state;
    widgets::Label* m_opened;
    widgets::ShareBar* m_share;
    widgets::RowsModel* m_papers;
    widgets::TableView* m_table;
    QVBoxLayout* m_summary;
    widgets::Card* m_reader;
    QStackedWidget* m_contents;
    QPushButton* m_open;
    widgets::Label* m_closed;
    QPlainTextEdit* m_text;
    QLabel* m_picture;
    QVBoxLayout* m_conditions;
    widgets::Notice* m_refusal;
    QPlainTextEdit* m_reason;
    QPushButton *m_approve, *m_return, *m_reject;
};

}  // namespace cotejo::approvals
