#include <gtest/gtest.h>

#include <QApplication>
#include <QLocale>

#include "ui/widgets/style/theme.h"

/// Every ui test program runs off screen with a fixed look, locale and scale.
int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", "1");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication application(argc, argv);
    cotejo::widgets::applyTheme(application, cotejo::widgets::ThemeKind::Light);
    return RUN_ALL_TESTS();
}
