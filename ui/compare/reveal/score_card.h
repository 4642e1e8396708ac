#pragma once

#include <array>

#include "ui/compare/compare_values.h"
#include "ui/widgets/card.h"

namespace cotejo::widgets {
class Label;
}

namespace cotejo::compare {

class ScoreChart;

/// "1 in 34,000": rounded to two digits, as no calibration carries more. Empty for a rate of nothing.
QString oneIn(double rate);

/// One score in its calibration: the chart, and below it what the score means in three numbers.
class ScoreCard final : public widgets::Card {
    Q_OBJECT

  public:
    explicit ScoreCard(QWidget* parent = nullptr);
    void setScore(double score, const RevealValues::Calibration& calibration, record::Modality modality);

  private:
    ScoreChart* m_chart;
    std::array<widgets::Label*, 3> m_big{};
    std::array<widgets::Label*, 3> m_small{};
};

}  // namespace cotejo::compare
