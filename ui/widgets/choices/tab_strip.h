#pragma once

#include <QTabBar>

#include "ui/widgets/style/theme.h"

namespace cotejo::widgets {

/// Tabs as words with an accent underline and an optional count. Ctrl+1..9 is the page's business.
class TabStrip final : public QTabBar {
    Q_OBJECT
  public:
    explicit TabStrip(QWidget* parent = nullptr);
    /// Empty text: no count.
    void setCount(int index, const QString& count);

  protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace cotejo::widgets
