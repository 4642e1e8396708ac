#pragma once

#include <QImage>
#include <QTransform>
#include <memory>
#include <vector>

class QPainter;

namespace cotejo::compare {

/// An image made ready for painting: RGB32 once, and a chain of exact 2x2 halvings. Immutable, so it may be
/// built on any thread and shared between threads.
class Pyramid {
  public:
    /// Takes tens of milliseconds for 12 megapixels: call it off the main thread. Null for a null image.
    static std::shared_ptr<const Pyramid> build(const QImage& image);

    QSize size() const { return m_levels.front().size(); }
    const QImage& full() const { return m_levels.front(); }
    /// Bytes held by all levels.
    qsizetype bytes() const;

    /// Paints the image with `toDevice` (image pixels to painter coordinates). Reduced views take the halving
    /// just above the wanted size, so nothing aliases; from six times its size on, pixels are shown as they
    /// are, never smoothed.
    void paint(QPainter& painter, const QTransform& toDevice) const;

  private:
    explicit Pyramid(std::vector<QImage> levels) : m_levels(std::move(levels)) {}
    std::vector<QImage> m_levels;
};

using PyramidPtr = std::shared_ptr<const Pyramid>;

}  // namespace cotejo::compare
