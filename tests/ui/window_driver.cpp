#include "tests/ui/window_driver.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "ui/shell/workspace.h"

namespace cotejo::ui_test {

WindowDriver::WindowDriver(const std::filesystem::path& post, const Clock& clock)
    : m_preferences(m_dir.filePath(QStringLiteral("prefs.ini"))) {
    m_preferences.setLanguage(QStringLiteral("en"));
    m_window = std::make_unique<shell::Window>(post, *access::postFacts(post), m_preferences, clock);
    m_window->resize(1600, 1000);
    m_window->start();
    m_window->show();
}

bool WindowDriver::settle() {
    QElapsedTimer quiet;
    quiet.start();
    return QTest::qWaitFor(
        [&] {
            if (m_window->isBusy()) quiet.restart();
            return quiet.elapsed() > 250;
        },
        30'000);
}

bool WindowDriver::signIn(const QString& login, const QString& passphrase) {
    auto* loginField = find<QLineEdit>(QStringLiteral("loginField"));
    auto* passphraseField = find<QLineEdit>(QStringLiteral("passphraseField"));
    if (loginField == nullptr || passphraseField == nullptr) return false;
    loginField->clear();
    passphraseField->clear();
    QTest::keyClicks(loginField, login);
    QTest::keyClicks(passphraseField, passphrase);
    return click(QStringLiteral("signInButton"));
}

bool WindowDriver::signOut() {
    m_window->signOut();
    return settle() && m_window->workspace() == nullptr;
}

QWidget* WindowDriver::find(const QString& name, const QString& within) const {
    const QWidget* root = within.isEmpty() ? m_window.get() : m_window->findChild<QWidget*>(within);
    if (root == nullptr) return nullptr;
    for (auto* each : root->findChildren<QWidget*>(name))
        if (each->isVisible()) return each;
    return nullptr;
}

bool WindowDriver::click(const QString& name, const QString& within) {
    auto* widget = find(name, within);
    if (widget == nullptr || !widget->isEnabled()) return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    return settle();
}

bool WindowDriver::type(const QString& name, const QString& text, const QString& within) {
    auto* widget = find(name, within);
    if (widget == nullptr || !widget->isEnabled()) return false;
    widget->setFocus();
    QTest::keyClicks(widget, text);
    return settle();
}

bool WindowDriver::shows(const QString& text, const QString& within) const {
    const QWidget* root = within.isEmpty() ? m_window.get() : m_window->findChild<QWidget*>(within);
    if (root == nullptr) return false;
    for (const auto* each : root->findChildren<QLabel*>())
        if (each->isVisible() && each->text().contains(text)) return true;
    for (const auto* each : root->findChildren<QWidget*>())
        if (each->isVisible() && each->accessibleName().contains(text)) return true;
    return false;
}

std::string WindowDriver::refusals() const {
    QStringList found;
    for (const auto* each : m_window->findChildren<QWidget*>())
        if (each->isVisible() && each->accessibleName().contains(QLatin1String("E_"))) found << each->accessibleName();
    return found.join(QLatin1Char('\n')).toStdString();
}

}  // namespace cotejo::ui_test
