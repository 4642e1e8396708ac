#pragma once

#include <map>

#include "ui/casefile/case_tab.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace cotejo::widgets {
class Card;
class Label;
class Notice;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

/// What is to happen with the person: proposed by an officer with reasons, approved by somebody else where the rules ask for it,
/// carried out with a receipt. Buttons that a rule refuses stay focusable and say why.
class DispositionTab final : public CaseTab {
    Q_OBJECT
  public:
    explicit DispositionTab(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file) override;
    void showRefusal(const Error& error) override;

  private:
    QWidget* proposalForm();
    QWidget* statusColumn();
    void explain(QPushButton* button, const bridge::CaseFile& file, std::string_view act);
    void propose();
    void showDraft(const bridge::CaseFile& file);
    void showCurrent(const bridge::CaseFile& file);
    /// Why nothing can be proposed here now.
    static QString whyNoForm(const bridge::CaseFile& file);
    void showChoice();

    widgets::Card *m_form, *m_noForm;
    widgets::Label* m_noFormWhy;
    /// What was typed for a case: it never stands in another.
    struct Draft {
        int disposition = 0;
        QString reasons, basis, receipt;
    };
    std::map<CaseId, Draft> m_drafts;
    bridge::CaseFile m_file;
    QComboBox* m_disposition;
    widgets::Label *m_facts, *m_fits;
    QPlainTextEdit* m_reasons;
    QLineEdit* m_basis;
    QPushButton* m_propose;
    widgets::Notice* m_refusal;
    widgets::Card* m_current;
    QVBoxLayout* m_currentBody;
    QPushButton *m_submit, *m_manifest, *m_execute, *m_answer, *m_close, *m_papers;
    widgets::Notice* m_outdated;
    QLineEdit* m_receipt;
    widgets::Label* m_receiptLabel;
    widgets::Label* m_why;
};

}  // namespace cotejo::casefile
