#pragma once

#include "ui/partner/partner_values.h"
#include "ui/widgets/card.h"

class QToolButton;

namespace cotejo::widgets {
class Badge;
class ElidedLabel;
class HoldBadge;
class Portrait;
class Stepper;
}  // namespace cotejo::widgets

namespace cotejo::partner_ui {

/// Whose inquiry it is, of which case and request, and how far it is. Never scrolls. Main thread.
class InquiryHead final : public QWidget {
    Q_OBJECT
  public:
    explicit InquiryHead(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);
    void setPortrait(const QImage& image);

  signals:
    void backRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    QToolButton* m_back;
    widgets::Portrait* m_portrait;
    widgets::Label* m_title;
    widgets::ElidedLabel *m_who, *m_what, *m_note;
    widgets::Badge *m_state, *m_holds;
    widgets::Stepper* m_steps;
};

/// 0-based step of a request on the bar; the number of steps when all are done.
int stepOf(const InquiryFile& file);

}  // namespace cotejo::partner_ui
