#pragma once

#include <QSettings>
#include <QString>
#include <optional>

#include "ui/widgets/style/theme.h"

namespace cotejo::settings {

/// What this computer remembers of how its users like the window. Never case data, never a passphrase. Main thread.
class Preferences final {
  public:
    /// Of the user's configuration; a file name for tests and screenshots.
    Preferences();
    explicit Preferences(const QString& file);

    QString language() const;  ///< "es" or "en"
    void setLanguage(const QString& language);
    widgets::ThemeKind theme() const;
    void setTheme(widgets::ThemeKind theme);
    QString lastLogin() const;
    void setLastLogin(const QString& login);
    QString lastPost() const;  ///< folder of the post that was opened last; empty when none was
    void setLastPost(const QString& folder);
    QString lastPage() const;  ///< id of the page that was open when the window closed
    void setLastPage(const QString& id);
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

  private:
    QSettings m_settings;
};

QString themeCode(widgets::ThemeKind theme);
std::optional<widgets::ThemeKind> themeFromCode(const QString& code);

}  // namespace cotejo::settings
