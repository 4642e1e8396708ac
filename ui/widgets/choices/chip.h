#pragma once

#include <QAbstractButton>

#include "ui/widgets/style/theme.h"

namespace cotejo::widgets {

/// A filter. Set: "Post **Paso Alto** x" on the selection colour, a click removes it (`clicked`). Unset: "+ Hold", a click
/// asks for a value.
class Chip final : public QAbstractButton {
    Q_OBJECT
  public:
    explicit Chip(QWidget* parent = nullptr);
    /// `value` empty: the chip offers to add a filter.
    void setContent(const QString& label, const QString& value, const QString& leadingIcon = {});
    bool isSet() const { return !m_value.isEmpty(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_label, m_value, m_icon;
};

}  // namespace cotejo::widgets
