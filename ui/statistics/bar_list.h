#pragma once

#include <QWidget>
#include <optional>
#include <vector>

namespace cotejo::statistics {

/// One line: a name, how much of the whole width its bar takes, and the figure in words.
struct Bar {
    QString name;
    std::optional<double> fraction;  ///< 0 to 1; nothing: suppressed, no bar
    QString figure;
};

/// Names, bars and figures under each other. What it shows stands in its accessible description too; names that are cut short have
/// their whole text as a tooltip.
class BarList final : public QWidget {
    Q_OBJECT
  public:
    explicit BarList(const QString& accessibleName, QWidget* parent = nullptr);
    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const { return m_bars; }
    /// Lists of one card: their bars begin and end under each other, so that they can be compared.
    static void align(const std::vector<BarList*>& lists);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    int nameWidth() const;
    std::vector<Bar> m_bars;
    int m_names = 0;    ///< what the names need
    int m_figures = 0;  ///< what the figures need
};

}  // namespace cotejo::statistics
