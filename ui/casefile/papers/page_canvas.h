#pragma once

#include <QImage>
#include <QRegion>
#include <QWidget>

namespace cotejo::casefile {

/// One page of a paper, and how much of it has really been on the screen: only what a paint put into the visible part of this widget
/// counts, in thousandths of the page, and only at a width at which it can be read. Main thread.
class PageCanvas final : public QWidget {
    Q_OBJECT
  public:
    static constexpr int kLeastWidth = 420;

    explicit PageCanvas(QWidget* parent = nullptr);
    /// Another page; `known`: was drawn whole before.
    void setPage(const QImage& page, bool known);
    void clear();
    bool isWhole() const { return m_whole; }
    /// Of the page's height over its width; 0 without a page.
    double shape() const;

  signals:
    /// The last missing part of the page was drawn.
    void whole();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void note(const QRect& drawn);
    QImage m_page;
    QRegion m_seen;
    bool m_whole = false;
};

}  // namespace cotejo::casefile
