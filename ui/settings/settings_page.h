#pragma once

#include <QWidget>

#include "ui/bridge/session.h"
#include "ui/settings/preferences.h"

class QLineEdit;
class QPushButton;

namespace cotejo::widgets {
class Notice;
class Segmented;
}  // namespace cotejo::widgets

namespace cotejo::settings {

/// Language and looks of the window, the post and the person who is signed in, and changing one's passphrase. Main thread.
class SettingsPage final : public QWidget {
    Q_OBJECT
  public:
    SettingsPage(bridge::Session& session, Preferences& preferences, QWidget* parent = nullptr);

  signals:
    void languageChosen(const QString& language);
    void themeChosen(cotejo::widgets::ThemeKind theme);
    void signOutRequested();

  private:
    QWidget* buildLooks();
    QWidget* buildPost();
    QWidget* buildPassphrase();
    void changePassphrase();

    bridge::Session& m_session;
    Preferences& m_preferences;
    QLineEdit *m_old, *m_new, *m_again;
    QPushButton* m_change;
    widgets::Notice* m_notice;
};

}  // namespace cotejo::settings
