#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

class QLineEdit;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace cotejo::widgets {
class Label;
class Notice;
class Segmented;
class BusyBar;
}  // namespace cotejo::widgets

namespace cotejo::shell {

/// What is known of a post before anybody unlocks it.
struct PostFacts {
    QString postName;
    QString deviceName;
    bool demo = false;
    struct Login {
        QString login, name, passphrase;
    };
    std::vector<Login> demoLogins;  ///< of a demo store, and only of one
    std::optional<UtcTime> lastSync;
};

/// Officer and passphrase, the condition of the post, the language. Emits intents; knows no core service.
class SignInPage final : public QWidget {
    Q_OBJECT
  public:
    SignInPage(PostFacts facts, const QString& language, QWidget* parent = nullptr);

    void setLogin(const QString& login);
    /// After `signInRequested`: the form is busy until a failure is shown or the window moves on.
    void setBusy(bool busy);
    void showFailure(const Error& error, UtcTime now);
    void setNow(UtcTime now);

  signals:
    void signInRequested(const QString& login, const QString& passphrase);
    void languageChosen(const QString& language);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QWidget* conditionPanel();
    QWidget* demoPanel();
    void submit();
    void updateLock(UtcTime now);

    PostFacts m_facts;
    QLineEdit* m_login;
    QLineEdit* m_passphrase;
    QPushButton* m_enter;
    widgets::Notice* m_notice;
    widgets::Segmented* m_languages;
    widgets::BusyBar* m_busy;
    widgets::Label* m_syncAge = nullptr;
    widgets::Label* m_clockState = nullptr;
    std::optional<UtcTime> m_lockedUntil;
};

}  // namespace cotejo::shell
