#pragma once

#include <vector>

#include "ui/widgets/card.h"

class QPushButton;
class QVBoxLayout;

namespace cotejo::widgets {
class Segmented;
}

namespace cotejo::compare {

/// The panel beside a canvas: pairs or features, the conclusion, the quality. On a high screen its parts stand under each other; on a low
/// one they take turns. It scrolls where a part needs more height, and folds away (F6).
class SidePanel final : public widgets::Strip {
    Q_OBJECT
  public:
    explicit SidePanel(QWidget* parent = nullptr);
    enum class Place { Top, Bottom };
    /// In the order of the turns. `fills`: takes the height that is left. `early`: shown before anything is compared, too.
    int addPart(const QString& title, QWidget* part, Place place, bool fills, bool early);
    /// Before there is anything to compare, only the early parts are there.
    void setComparing(bool comparing);
    /// `low`: the parts take turns. `narrow`: a panel of less width.
    void setRoom(bool low, bool narrow);
    void showPart(int index);
    /// The part that a finished one leads to; it is offered below the others where they take turns. -1 for none.
    void setLast(int index, const QString& words);

  signals:
    /// The parts that are seen have changed.
    void partsChanged();

  private:
    struct Part {
        QWidget* widget;
        bool early;
    };
    void refresh();

    QWidget* m_bar;
    widgets::Segmented* m_turns;
    QVBoxLayout* m_column;
    QPushButton* m_onward;
    std::vector<Part> m_parts;
    int m_last = -1;
    bool m_comparing = false, m_low = false;
};

}  // namespace cotejo::compare
