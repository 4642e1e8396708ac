#pragma once

#include "ui/partner/partner_values.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace cotejo::partner_ui {

/// One disclosure whole: when, to whom, what, by which basis and whose word, and what came back. Main thread.
class DisclosurePanel final : public QWidget {
    Q_OBJECT
  public:
    explicit DisclosurePanel(QWidget* parent = nullptr);
    /// Null: none is chosen.
    void showDisclosure(const ListedInquiry* inquiry, UtcTime now);

  signals:
    void openRequested();

  private:
    QVBoxLayout* m_rows;
};

}  // namespace cotejo::partner_ui
