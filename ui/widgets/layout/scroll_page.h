#pragma once

#include <QScrollArea>

namespace cotejo::widgets {

/// A page that scrolls. It is as high as its words need at its width: a plain scroll area lets wrapped labels be cut before it scrolls.
class ScrollPage final : public QScrollArea {
    Q_OBJECT
  public:
    /// Owns `page`; makes a plain one without.
    explicit ScrollPage(QWidget* parent = nullptr, QWidget* page = nullptr);
    QWidget* page() const { return widget(); }

  protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fit();
};

}  // namespace cotejo::widgets
