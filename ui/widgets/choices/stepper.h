#pragma once

#include <QStringList>
#include <QWidget>

#include "ui/widgets/style/theme.h"

namespace cotejo::widgets {

/// Steps in a row: done (check), the current one, those to come. Its accessible text says the same in words.
class Stepper final : public QWidget {
    Q_OBJECT
  public:
    explicit Stepper(QWidget* parent = nullptr);
    /// `current` is 0-based; steps.size() means that all are done.
    void setSteps(const QStringList& steps, int current);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Every step with its name; every step, the current one named; the current one alone, "2 of 5" and its name.
    enum class Form { Whole, Numbers, Current };
    /// The widest form that fits is painted.
    int widthOf(Form form) const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString ordinal() const;
    QStringList m_steps;
    int m_current = 0;
};

}  // namespace cotejo::widgets
