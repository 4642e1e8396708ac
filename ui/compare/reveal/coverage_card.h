#pragma once

#include "ui/compare/compare_values.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QVBoxLayout;

namespace cotejo::widgets {
class Badge;
}

namespace cotejo::compare {

/// What was searched and what was not, and that the examiner read it.
class CoverageCard final : public widgets::Card {
    Q_OBJECT

  public:
    explicit CoverageCard(QWidget* parent = nullptr);
    void setCoverage(const RevealValues& values);

  signals:
    void coverageRead();

  private:
    QVBoxLayout* m_list;
    widgets::Badge* m_readBadge;
    QCheckBox* m_read;
    bool m_wasRead = false;
};

}  // namespace cotejo::compare
