#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QAbstractButton>
#include <cmath>

#include "ui/widgets/badge.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/theme.h"

namespace cotejo::widgets {
namespace {

double luminance(const QColor& color) {
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1, 1.4.3.
double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TEST(Theme, TextIsLegibleOnEveryGround) {
    for (const auto kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        const Tokens& t = tokensFor(kind);
        for (const QColor& ground : {t.win, t.base, t.sunk, t.sel})
            for (const QColor& text : {t.t1, t.t2, t.t3, t.ok, t.warn, t.bad, t.protect})
                EXPECT_GE(contrast(text, ground), 4.5) << text.name().toStdString() << " on " << ground.name().toStdString();
        for (const auto tone : {Tone::Neutral, Tone::Accent, Tone::Ok, Tone::Warn, Tone::Bad, Tone::Protect})
            EXPECT_GE(contrast(ink(t, tone), fill(t, tone)), 4.5) << int(kind) << " tone " << int(tone);
        EXPECT_GE(contrast(t.onAccent, t.accent), 4.5);
        EXPECT_GE(contrast(t.selAccent, t.sel), 4.5);
        EXPECT_GE(contrast(t.ctl, t.base), 3.0);
    }
}

TEST(Icons, EachIsTintedInTheColourAsked) {
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    ASSERT_GT(names.size(), 60);
    for (QString name : names) {
        name.chop(4);
        if (name == QLatin1String("cotejo")) continue;
        QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawIcon(painter, name, QRectF(0, 0, 48, 48), QColor(0xD5, 0x5E, 0x00));
        painter.end();
        int solid = 0;
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 48; ++x)
                if (image.pixelColor(x, y).alpha() == 255) {
                    ++solid;
                    EXPECT_EQ(image.pixelColor(x, y), QColor(0xD5, 0x5E, 0x00)) << name.toStdString();
                }
        EXPECT_GT(solid, 4) << name.toStdString();
    }
}

TEST(Badge, SaysItsWordsToScreenReadersAndFits) {
    Badge badge({QStringLiteral("check"), QStringLiteral("Identity resolved"), Tone::Ok, false});
    EXPECT_EQ(badge.accessibleName(), QStringLiteral("Identity resolved"));
    EXPECT_EQ(badge.sizeHint().height(), metric::kBadge);
    const QFontMetrics metrics(fontOf(TextRole::Secondary, Weight::Medium));
    EXPECT_GT(badge.sizeHint().width(), metrics.horizontalAdvance(badge.look().text) + metric::kIconBadge);
}

TEST(Notice, NamesRuleRemedyAndCode) {
    Notice notice(Tone::Bad, QStringLiteral("block"),
                  {QStringLiteral("Not approved"), {}, QStringLiteral("Four eyes."), QStringLiteral("Ask another."),
                   QStringLiteral("E_FOUR_EYES"), {}});
    int pressed = 0;
    notice.addAction(QString(), QStringLiteral("Open"), [&] { ++pressed; });
    notice.findChild<QAbstractButton*>()->click();
    EXPECT_EQ(pressed, 1);
    for (const auto& part : {"Not approved", "Four eyes.", "Ask another.", "E_FOUR_EYES"})
        EXPECT_TRUE(notice.accessibleName().contains(QLatin1String(part))) << part;
}

}  // namespace
}  // namespace cotejo::widgets
