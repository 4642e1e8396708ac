#pragma once

#include "ui/partner/partner_values.h"
#include "ui/widgets/card.h"

class QPushButton;
class QVBoxLayout;

namespace cotejo::widgets {
class Label;
class Notice;
}  // namespace cotejo::widgets

namespace cotejo::partner_ui {

/// What leads a request on, as this person can: who must do it, what was checked, one button; or why it cannot be now. Main thread.
class StepCard final : public widgets::Card {
    Q_OBJECT
  public:
    explicit StepCard(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);
    /// An act was refused.
    void showRefusal(const Error& error);
    void setBusy(bool busy);
    /// By key: the one blue button, where there is one.
    void pressNext();

  signals:
    void draftRequested();
    void authoriseRequested();
    void cancelRequested();
    void closeRequested();
    void caseRequested();
    /// Nothing: a new request.
    void requestChosen(const std::optional<cotejo::record::RequestId>& request);

  private:
    void showDraft(const InquiryFile& file);
    void showRequest(const InquiryFile& file, const record::PartnerRequest& request);
    void check(bool good, const QString& sentence);
    void checks(const InquiryFile& file);
    void say(const QString& strong, const QString& rest = {});
    void refuse(const Error& error);
    QPushButton* button(const QString& name, const QString& icon, const QString& text, bool primary, void (StepCard::*signal)());

    QVBoxLayout* m_rows;
    widgets::Notice* m_refusal;
    QVBoxLayout* m_buttons;
    QPushButton* m_next = nullptr;
};

}  // namespace cotejo::partner_ui
