#include "tests/ui/window_driver.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>

#include "ui/casefile/papers/paper_view.h"
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

namespace {

/// Something will happen soon by itself: a pause in typing is waited for, a bar is to appear.
bool isAwaited(const QTimer* timer) { return timer->isActive() && timer->isSingleShot() && timer->interval() < 1000; }

}  // namespace

bool WindowDriver::isCalm() const {
    if (m_window->isBusy() || QThreadPool::globalInstance()->activeThreadCount() > 0) return false;
    const auto timers = m_window->findChildren<QTimer*>();
    return std::none_of(timers.begin(), timers.end(), isAwaited);
}

bool WindowDriver::settle() {
    // A worker posts its answer before it is idle, so a calm look after the posted events were delivered is the end of a chain of
    // questions. Several looks and a few milliseconds are for what the platform itself puts off, such as painting.
    constexpr int kCalmLooks = 4;
    constexpr int kPaintedAfter = 20;
    QElapsedTimer all, quiet;
    all.start();
    quiet.start();
    for (int looks = 0; all.elapsed() < 60'000;) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (!isCalm()) {
            quiet.restart();
            looks = 0;
        } else if (++looks >= kCalmLooks && quiet.elapsed() >= kPaintedAfter) {
            return true;
        }
        QThread::msleep(2);
    }
    return false;
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

bool WindowDriver::choose(const QString& name, const QString& data) {
    auto* box = find<QComboBox>(name);
    if (box == nullptr || box->findData(data) < 0) return false;
    box->setCurrentIndex(box->findData(data));
    return settle();
}

int WindowDriver::readPaper(const QString& within) {
    if (!settle()) return 0;
    auto* view = find<casefile::PaperView>(QStringLiteral("paperView"), within);
    auto* scroll = find<QScrollArea>(QStringLiteral("paperScroll"), within);
    if (view == nullptr || scroll == nullptr) return 0;
    for (int page = 0; page < view->pages(); ++page) {
        if (page > 0 && !click(QStringLiteral("paperNext"), within)) return 0;
        auto* bar = scroll->verticalScrollBar();
        while (bar->value() < bar->maximum()) {
            bar->setValue(bar->value() + bar->pageStep() / 2);
            QTest::qWait(20);
        }
        if (!settle()) return 0;
    }
    return view->pages();
}

void WindowDriver::picture(const QString& name) {
    const QString folder = qEnvironmentVariable("COTEJO_PICTURES");
    if (folder.isEmpty()) return;
    settle();
    m_window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

QStringList cutTexts(const QWidget* root) {
    QStringList cut;
    const auto say = [&](const QWidget* widget, const QString& text) {
        cut << QStringLiteral("%1 '%2' in %3x%4").arg(QLatin1String(widget->metaObject()->className()), text).arg(widget->width()).arg(widget->height());
    };
    for (const auto* label : root->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->inherits("cotejo::widgets::ElidedLabel")) continue;
        const bool tooLow = label->wordWrap() && label->heightForWidth(label->width()) > label->height() + 1;
        const bool tooNarrow = !label->wordWrap() && label->sizeHint().width() > label->width() + 1;
        if (tooLow || tooNarrow) say(label, label->text());
    }
    for (const auto* button : root->findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty() && button->sizeHint().width() > button->width() + 1) say(button, button->text());
    return cut;
}

std::string WindowDriver::refusals() const {
    QStringList found;
    for (const auto* each : m_window->findChildren<QWidget*>())
        if (each->isVisible() && each->accessibleName().contains(QLatin1String("E_"))) found << each->accessibleName();
    for (const auto* each : m_window->findChildren<QLabel*>())
        if (each->isVisible() && each->text().startsWith(QLatin1String("E_"))) found << each->text();
    return found.join(QLatin1Char('\n')).toStdString();
}

}  // namespace cotejo::ui_test
