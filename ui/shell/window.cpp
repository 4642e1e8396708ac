#include "ui/shell/window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QIcon>
#include <QStackedLayout>
#include <QTimer>

#include "ui/activity/activity_page.h"
#include "ui/bridge/text.h"
#include "ui/intake/import_page.h"

namespace cotejo::shell {

namespace {
constexpr auto kIdleLock = std::chrono::minutes(5);
}

Window::Window(std::filesystem::path folder, access::PostFacts facts, settings::Preferences& preferences, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_folder(std::move(folder)), m_facts(std::move(facts)), m_preferences(preferences), m_clock(clock),
      m_layout(new QStackedLayout(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(720, 480);
    setWindowIcon(QIcon(QStringLiteral(":/icons/cotejo.svg")));
    install(m_preferences.language());
    auto* timer = new QTimer(this);
    timer->setInterval(1000);
    connect(timer, &QTimer::timeout, this, &Window::tick);
    timer->start();
    qApp->installEventFilter(this);
    m_lastUse = m_clock.now();
}

Window::~Window() {
    // Pages hold references to the session: they go first.
    delete m_workspace;
    delete m_signIn;
}

void Window::start() { showSignIn(); }

void Window::install(const QString& language) {
    m_language = language;
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(QStringLiteral(":/translations/cotejo_%1.qm").arg(language))) QCoreApplication::installTranslator(&m_translator);
    QLocale::setDefault(language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(QLocale::Spanish, QLocale::Colombia));
}

void Window::swap(QWidget* page) {
    auto* before = m_layout->currentWidget();
    m_layout->addWidget(page);
    m_layout->setCurrentWidget(page);
    if (before != nullptr && before != page) {
        m_layout->removeWidget(before);
        before->hide();
        before->deleteLater();
    }
}

void Window::showSignIn() {
    PostFacts facts;
    facts.postName = bridge::fromText(m_facts.postName);
    facts.deviceName = bridge::fromText(m_facts.deviceName);
    facts.demo = m_facts.demo;
    for (const auto& each : m_facts.demoLogins)
        facts.demoLogins.push_back({bridge::fromText(each.login), bridge::fromText(each.displayName), bridge::fromText(each.passphrase)});
    facts.lastSync = m_facts.lastSync;
    if (m_locked) facts.demoLogins.clear();
    m_workspace = nullptr;
    m_signIn = new SignInPage(std::move(facts), m_language, this);
    m_signIn->setLogin(!m_login.isEmpty() ? m_login : m_preferences.lastLogin());
    m_signIn->setNow(m_clock.now());
    connect(m_signIn, &SignInPage::signInRequested, this, [this](const QString& login, const QString& passphrase) {
        if (m_locked && m_session && bridge::fromText(m_session->officer().login) == login) unlock(passphrase);
        else signIn(login, passphrase);
    });
    connect(m_signIn, &SignInPage::languageChosen, this, &Window::setLanguage);
    swap(m_signIn);
    //: Title of the window while nobody is signed in
    setWindowTitle(tr("Sign in — Cotejo"));
}

void Window::signIn(const QString& login, const QString& passphrase) {
    if (m_signIn != nullptr) m_signIn->setBusy(true);
    if (m_locked) {
        // Another person at a locked screen: the shift of the one before ends first.
        m_locked = false;
        m_place = {};
        m_session.reset();
    }
    m_worker.run(this,
                 [folder = m_folder, login = login.toStdString(), passphrase = passphrase.toStdString(), clock = &m_clock](std::stop_token) {
                     return access::signIn(folder, login, passphrase, *clock);
                 },
                 [this, login](Result<std::unique_ptr<access::Desk>> desk) {
                     if (!desk) {
                         if (m_signIn != nullptr) m_signIn->showFailure(desk.error(), m_clock.now());
                         emit signInFailed(bridge::fromText(desk.error().code));
                         return;
                     }
                     m_preferences.setLastLogin(login);
                     m_login = login;
                     m_session = std::make_unique<bridge::Session>(std::move(*desk), m_clock);
                     m_lastUse = m_clock.now();
                     showWorkspace({m_preferences.lastPage(), {}, {}});
                     emit signedIn();
                 });
}

void Window::openFiles(std::vector<std::filesystem::path> files) {
    m_files = std::move(files);
    if (m_workspace == nullptr || m_files.empty()) return;
    m_workspace->showPage(QStringLiteral("import"));
    m_workspace->importPage()->plan(std::exchange(m_files, {}));
}

void Window::setSyncPace(const bridge::SyncPace& pace) {
    m_pace = pace;
    if (m_workspace) m_workspace->activityPage()->setPace(pace);
}

void Window::showWorkspace(const Place& place) {
    m_signIn = nullptr;
    m_workspace = new Workspace(*m_session, m_preferences, this);
    if (m_pace) m_workspace->activityPage()->setPace(*m_pace);
    connect(m_workspace, &Workspace::languageChosen, this, &Window::setLanguage, Qt::QueuedConnection);
    connect(m_workspace, &Workspace::themeChosen, this, &Window::setTheme, Qt::QueuedConnection);
    connect(m_workspace, &Workspace::lockRequested, this, &Window::lock, Qt::QueuedConnection);
    connect(m_workspace, &Workspace::signOutRequested, this, &Window::signOut, Qt::QueuedConnection);
    connect(m_workspace, &Workspace::titleChanged, this, [this](const QString& title) { setWindowTitle(tr("%1 — Cotejo").arg(title)); });
    swap(m_workspace);
    //: Title of the window; %1 is the page
    setWindowTitle(tr("%1 — Cotejo").arg(tr("Queue")));
    m_workspace->restore(place);
    openFiles(std::move(m_files));
}

void Window::lock() {
    if (!m_session || m_locked) return;
    m_locked = true;
    m_place = m_workspace->place();
    m_session->call(this, [](access::Desk& desk, std::stop_token) { return desk.noteLock(); }, [](Status) {});
    showSignIn();
}

void Window::unlock(const QString& passphrase) {
    m_signIn->setBusy(true);
    m_session->call(this, [passphrase = passphrase.toStdString()](access::Desk& desk, std::stop_token) { return desk.confirm(passphrase); },
                    [this](Status done) {
                        if (!done) {
                            if (m_signIn != nullptr) m_signIn->showFailure(done.error(), m_clock.now());
                            emit signInFailed(bridge::fromText(done.error().code));
                            return;
                        }
                        m_locked = false;
                        m_lastUse = m_clock.now();
                        showWorkspace(std::exchange(m_place, {}));
                        emit signedIn();
                    });
}

void Window::signOut() {
    m_locked = false;
    m_place = {};
    if (m_workspace != nullptr) {
        auto* old = m_workspace;
        m_workspace = nullptr;
        m_layout->removeWidget(old);
        delete old;
    }
    m_session.reset();
    if (auto facts = access::postFacts(m_folder)) m_facts = std::move(*facts);
    showSignIn();
}

void Window::setLanguage(const QString& language) {
    m_preferences.setLanguage(language);
    install(language);
    if (m_workspace != nullptr) {
        showWorkspace(m_workspace->place());
        m_session->refresh();  // its words are in the language before
    } else {
        showSignIn();
    }
}

void Window::setTheme(widgets::ThemeKind theme) {
    m_preferences.setTheme(theme);
    widgets::applyTheme(*qApp, theme);
}

bool Window::isBusy() const { return m_worker.isBusy() || (m_session && m_session->worker().isBusy()); }

void Window::tick() {
    const UtcTime now = m_clock.now();
    if (m_signIn != nullptr) m_signIn->setNow(now);
    if (m_workspace != nullptr && now - m_lastUse > kIdleLock) lock();
}

bool Window::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel: m_lastUse = m_clock.now(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void Window::closeEvent(QCloseEvent* event) {
    m_preferences.setGeometry(saveGeometry());
    // A case is nobody's to find again by opening the program.
    if (m_workspace != nullptr && !m_workspace->place().caseId) m_preferences.setLastPage(m_workspace->currentPage());
    QWidget::closeEvent(event);
}

}  // namespace cotejo::shell
