#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QString>

#include "ui/widgets/style/theme.h"

/// What is drawn over evidence. Colours come from the canvas tokens, the same in every theme.
namespace cotejo::compare {

using widgets::canvasTokens;

/// Strokes a path twice: a casing first, so the line holds on black, white and canvas alike.
void strokeCased(QPainter& painter, const QPainterPath& path, QColor line, qreal width, QColor casing,
                 qreal casingExtra = 2.6);

enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight, BottomCentre };
/// A dark label in a corner of `area`: bold part, then quiet part. Returns the rectangle it took. Both may be
/// empty: draws nothing.
QRectF drawLabel(QPainter& painter, QRectF area, Corner corner, const QString& bold, const QString& quiet);
/// Open cross of the linked cursor.
void drawCursor(QPainter& painter, QPointF at, qreal arm = 12);
/// Small text with a white casing, its left-bottom near `at`.
void drawNumber(QPainter& painter, QPointF at, const QString& text, QColor colour, const QFont& font);

/// Minutia glyph around the origin, tail along +x: circle for an ending, square for a bifurcation, diamond
/// for unknown types.
enum class Glyph { Ending, Bifurcation, Other };
const QPainterPath& minutiaGlyph(Glyph glyph, qreal radius, qreal tail);
QPainterPath diamondGlyph(qreal radius);

}  // namespace cotejo::compare
