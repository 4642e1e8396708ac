#include "ui/settings/preferences.h"

#include <QLocale>

namespace cotejo::settings {

using widgets::ThemeKind;

Preferences::Preferences() : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("cotejo"), QStringLiteral("desktop")) {}
Preferences::Preferences(const QString& file) : m_settings(file, QSettings::IniFormat) {}

QString themeCode(ThemeKind theme) {
    switch (theme) {
    case ThemeKind::Dark: return QStringLiteral("dark");
    case ThemeKind::HighContrast: return QStringLiteral("contrast");
    case ThemeKind::Light: break;
    }
    return QStringLiteral("light");
}

std::optional<ThemeKind> themeFromCode(const QString& code) {
    for (const auto theme : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast})
        if (themeCode(theme) == code) return theme;
    return std::nullopt;
}

QString Preferences::language() const {
    const QString system = QLocale::system().language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("es");
    const QString stored = m_settings.value(QStringLiteral("language"), system).toString();
    return stored == QLatin1String("en") ? stored : QStringLiteral("es");
}
void Preferences::setLanguage(const QString& language) { m_settings.setValue(QStringLiteral("language"), language); }

ThemeKind Preferences::theme() const {
    return themeFromCode(m_settings.value(QStringLiteral("theme")).toString()).value_or(ThemeKind::Light);
}
void Preferences::setTheme(ThemeKind theme) { m_settings.setValue(QStringLiteral("theme"), themeCode(theme)); }

QString Preferences::lastLogin() const { return m_settings.value(QStringLiteral("lastLogin")).toString(); }
void Preferences::setLastLogin(const QString& login) { m_settings.setValue(QStringLiteral("lastLogin"), login); }
QString Preferences::lastPost() const { return m_settings.value(QStringLiteral("lastPost")).toString(); }
void Preferences::setLastPost(const QString& folder) { m_settings.setValue(QStringLiteral("lastPost"), folder); }
QString Preferences::lastPage() const { return m_settings.value(QStringLiteral("lastPage")).toString(); }
void Preferences::setLastPage(const QString& id) { m_settings.setValue(QStringLiteral("lastPage"), id); }
QByteArray Preferences::geometry() const { return m_settings.value(QStringLiteral("geometry")).toByteArray(); }
void Preferences::setGeometry(const QByteArray& geometry) { m_settings.setValue(QStringLiteral("geometry"), geometry); }

}  // namespace cotejo::settings
