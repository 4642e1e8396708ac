#pragma once

#include "ui/partner/facts_grid.h"
#include "ui/partner/partner_values.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"

class QComboBox;

namespace cotejo::partner_ui {

/// Which request, of whom, for what, and the agreement in words. A request that was drafted says its purpose; a draft lets one choose it. Main thread.
class PurposeCard final : public widgets::Card {
    Q_OBJECT
  public:
    explicit PurposeCard(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);

  signals:
    /// Another agreement, purpose or entry; the samples are the agreement's choice again.
    void choiceChanged(const cotejo::partner_ui::InquiryChoice& choice);
    /// Nothing: a new request.
    void requestChosen(const std::optional<cotejo::record::RequestId>& request);

  private:
    QComboBox* addBox(const QString& name, const QString& label);
    void fill(const InquiryFile& file);
    void tell();

    InquiryChoice m_choice;
    bool m_filling = false;
    widgets::Badge* m_state;
    QComboBox *m_request, *m_agreement, *m_purpose, *m_entry;
    widgets::Label *m_fixed, *m_sentence;
    FactsGrid* m_facts;
};

}  // namespace cotejo::partner_ui
