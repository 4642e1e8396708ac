#pragma once

#include <array>
#include <optional>

#include "ui/compare/compare_values.h"
#include "ui/widgets/card.h"

namespace cotejo::widgets {
class Label;
}

namespace cotejo::compare {

class DotArray;

/// What a candidate of such a search means, as natural frequencies: of 1,000 people who are not listed, how many bring one up. It counts
/// the comparisons of the whole search, every probe sample with every reference sample, and not the entries of the list.
class BaseRateCard final : public widgets::Card {
    Q_OBJECT

  public:
    explicit BaseRateCard(QWidget* parent = nullptr);
    /// `score`: of the candidate looked at. Hides itself where no threshold supports a rate.
    void setSearch(qint64 comparisons, const RevealValues::Calibration& calibration, std::optional<double> score);

  private:
    DotArray* m_dots;
    widgets::Label* m_dotsNote;
    std::array<widgets::Label*, 3> m_rates{};
    widgets::Label* m_prior;
};

}  // namespace cotejo::compare
