#include "ui/widgets/style/icon.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <cmath>
#include <optional>

namespace cotejo::widgets {

namespace {

QString pathOf(const QString& name) { return QStringLiteral(":/icons/%1.svg").arg(name); }

QPixmap rendered(const QString& name, int pixels, const QColor& color) {
    const QString key = QStringLiteral("cotejo-icon/%1/%2/%3").arg(name).arg(pixels).arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws one SVG of the set, tinted when it is painted, so that a theme switch needs no new icons.
class TintedIconEngine final : public QIconEngine {
  public:
    TintedIconEngine(QString name, std::optional<Tone> tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        drawIcon(*painter, m_name, rect, color(mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return rendered(m_name, std::min(size.width(), size.height()), color(mode));
    }
    QIconEngine* clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return QStringLiteral("cotejo-tinted"); }
    /// "check", or "check#2" for one with a tone of its own.
    QString iconName() override { return m_tone ? QStringLiteral("%1#%2").arg(m_name).arg(int(*m_tone)) : m_name; }

  private:
    QColor color(QIcon::Mode mode) const {
        const Tokens& tokens = tokensOf(nullptr);
        if (m_tone) return ink(tokens, *m_tone);
        return mode == QIcon::Disabled ? tokens.t3 : mode == QIcon::Selected ? tokens.selAccent : tokens.t2;
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

}  // namespace

QIcon icon(const QString& name) { return QIcon(new TintedIconEngine(name, std::nullopt)); }
QIcon icon(const QString& name, Tone tone) { return QIcon(new TintedIconEngine(name, tone)); }

void drawIcon(QPainter& painter, const QString& name, const QRectF& rect, const QColor& color) {
    const double ratio = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1.0;
    const int pixels = std::max(1, int(std::lround(std::min(rect.width(), rect.height()) * ratio)));
    const QPixmap pixmap = rendered(name, pixels, color);
    if (pixmap.isNull()) return;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()));
    painter.restore();
}

void drawIcon(QPainter& painter, const QIcon& which, const QRect& rect, const QColor& color) {
    const QStringList parts = which.name().split(QLatin1Char('#'));
    if (!hasIcon(parts.value(0))) {
        which.paint(&painter, rect);
        return;
    }
    const QColor own = parts.size() > 1 ? ink(tokensOf(nullptr), static_cast<Tone>(parts[1].toInt())) : color;
    drawIcon(painter, parts[0], rect, own);
}

bool hasIcon(const QString& name) { return QFile::exists(pathOf(name)); }

}  // namespace cotejo::widgets
