#pragma once

#include <QImage>
#include <QWidget>

#include "ui/widgets/style/theme.h"

namespace cotejo::widgets {

/// A thin bar filled to a share of 0 to 1, e.g. a clock that runs out.
class ShareBar final : public QWidget {
    Q_OBJECT
  public:
    explicit ShareBar(QWidget* parent = nullptr);
    void setShare(double share, Tone tone);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    double m_share = 0;
    Tone m_tone = Tone::Neutral;
};

/// A small picture of evidence in a rounded frame, cut to fill it or shown whole; an icon while there is none.
class Portrait final : public QWidget {
    Q_OBJECT
  public:
    enum class Fit { Fill, Whole };
    explicit Portrait(QSize size, QWidget* parent = nullptr, Fit fit = Fit::Fill, const QString& placeholder = QStringLiteral("user"));
    void setImage(const QImage& image);
    bool hasImage() const { return !m_image.isNull(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage m_image;
    Fit m_fit;
    QString m_placeholder;
};

}  // namespace cotejo::widgets
