#pragma once

#include <QIcon>
#include <QString>

#include "ui/widgets/style/theme.h"

class QPainter;

namespace cotejo::widgets {

/// Names of the set in resources/icons, e.g. "check", "face", "finger", "holds". Icons are drawn in the text colour of the
/// control they stand in, or in the colour of `tone`, and follow theme and scale.
QIcon icon(const QString& name);
QIcon icon(const QString& name, Tone tone);

/// The icon in one colour. Main thread. An unknown name draws nothing.
void drawIcon(QPainter& painter, const QString& name, const QRectF& rect, const QColor& color);
/// The same for an icon made by `icon`; any other QIcon is painted as it is.
void drawIcon(QPainter& painter, const QIcon& which, const QRect& rect, const QColor& color);
bool hasIcon(const QString& name);

}  // namespace cotejo::widgets
