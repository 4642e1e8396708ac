#pragma once

#include <QWidget>

#include "ui/bridge/case_file.h"

class QVBoxLayout;

namespace cotejo::widgets {
class Card;
}

namespace cotejo::casefile {

/// What examiners wrote: analysis, conclusion on the five-step scale, reasons, the strongest reason against; comparisons with the
/// document too. Only what `bridge::CaseFile` shows to this officer. Main thread.
class ExaminationCard final : public QWidget {
    Q_OBJECT
  public:
    explicit ExaminationCard(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);

  private:
    widgets::Card* m_card;
    QVBoxLayout* m_body;
};

}  // namespace cotejo::casefile
