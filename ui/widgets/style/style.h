#pragma once

#include <QProxyStyle>

#include "ui/widgets/style/theme.h"

class QAbstractButton;

namespace cotejo::widgets {

/// How much a button asks for. One Primary a view. Quiet has no border until hovered; Link reads as text.
enum class ButtonKind { Normal, Primary, Quiet, Link, Protect };
/// Small 26, Normal 32, Large 36 px high.
enum class ButtonSize { Small, Normal, Large };
void setLook(QAbstractButton* button, ButtonKind kind, ButtonSize size = ButtonSize::Normal);

/// Fusion with our heights, radii and focus. Flat, hairlines, no shadows. One object per theme, owned by the application.
class Style final : public QProxyStyle {
    Q_OBJECT
  public:
    explicit Style(const Tokens& tokens);

    const Tokens& tokens() const { return m_tokens; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

  private:
    void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawInput(const QRect& rect, bool focused, bool enabled, QPainter* painter) const;
    void drawCheck(PrimitiveElement element, const QStyleOption* option, QPainter* painter) const;
    void drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawCombo(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawSlider(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawHeader(const QStyleOption* option, QPainter* painter) const;
    void drawMenuItem(const QStyleOption* option, QPainter* painter) const;

    Tokens m_tokens;
};

/// Rounded rectangle on pixel centres: a hairline that stays one pixel wide at every scale.
void drawRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border,
                 double width = 1);

}  // namespace cotejo::widgets
