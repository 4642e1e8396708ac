#pragma once

#include <QTranslator>
#include <QWidget>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/access/desk.h"
#include "ui/bridge/session.h"
#include "ui/bridge/sync_job.h"
#include "ui/settings/preferences.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"

class QStackedLayout;

namespace cotejo::shell {

/// The one window of the program. Signs in, opens the workspace, locks it, and rebuilds what is shown when language or look
/// change. Owns the session. Main thread.
class Window final : public QWidget {
    Q_OBJECT
  public:
    Window(std::filesystem::path folder, access::PostFacts facts, settings::Preferences& preferences, const Clock& clock,
           QWidget* parent = nullptr);
    ~Window() override;

    void setLogin(const QString& login) { m_login = login; }
    /// Shows sign-in; call once before show().
    void start();
    void signIn(const QString& login, const QString& passphrase);
    void signOut();
    /// Shows what these files hold on the import page; before sign-in they wait for it. Nothing is written.
    void openFiles(std::vector<std::filesystem::path> files);
    void setLanguage(const QString& language);
    void setTheme(widgets::ThemeKind theme);
    /// The post synchronises by itself after every sign-in from now on.
    void setSyncPace(const bridge::SyncPace& pace);

    SignInPage* signInPage() const { return m_signIn; }
    Workspace* workspace() const { return m_workspace; }
    bridge::Session* session() const { return m_session.get(); }
    bool isBusy() const;

  signals:
    void signedIn();
    void signInFailed(const QString& code);

  protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void showSignIn();
    void showWorkspace(const Place& place = {});
    void lock();
    void unlock(const QString& passphrase);
    void install(const QString& language);
    void swap(QWidget* page);
    void tick();

    std::filesystem::path m_folder;
    access::PostFacts m_facts;
    settings::Preferences& m_preferences;
    const Clock& m_clock;
    QTranslator m_translator;
    QString m_language;
    QString m_login;
    std::optional<bridge::SyncPace> m_pace;
    QStackedLayout* m_layout;
    SignInPage* m_signIn = nullptr;
    Workspace* m_workspace = nullptr;
    bool m_locked = false;
    Place m_place;  ///< where the locked session was
    std::vector<std::filesystem::path> m_files;
    UtcTime m_lastUse{};
    std::unique_ptr<bridge::Session> m_session;
    bridge::Worker m_worker;
};

}  // namespace cotejo::shell
