#pragma once

#include "ui/partner/partner_values.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace cotejo::partner_ui {

/// What partners were already given about this traveler: requests of this case that left, the latest first. Main thread.
class GivenCard final : public widgets::Card {
    Q_OBJECT
  public:
    explicit GivenCard(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);

  signals:
    void requestChosen(const std::optional<cotejo::record::RequestId>& request);

  private:
    QVBoxLayout* m_rows;
};

/// What happened to a request, step by step, with who and when. Main thread.
class TimelineCard final : public widgets::Card {
    Q_OBJECT
  public:
    explicit TimelineCard(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);

  private:
    QVBoxLayout* m_rows;
};

/// What the partner answered, in words; candidates by their number only: they are examined in the case. Main thread.
class AnswerCard final : public widgets::Card {
    Q_OBJECT
  public:
    explicit AnswerCard(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);

  signals:
    void caseRequested();

  private:
    void tell(const InquiryFile& file, const record::PartnerRequest& request);
    QVBoxLayout* m_rows;
};

}  // namespace cotejo::partner_ui
