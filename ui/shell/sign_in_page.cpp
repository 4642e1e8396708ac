#include "ui/shell/sign_in_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSvgRenderer>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::shell {

using namespace widgets;

namespace {

constexpr int kFormWidth = 400;

class Mark final : public QWidget {
  public:
    explicit Mark(QWidget* parent) : QWidget(parent) { setFixedSize(44, 44); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        QSvgRenderer(QStringLiteral(":/icons/cotejo.svg")).render(&painter, rect());
    }
};

QHBoxLayout* conditionRow(QWidget* parent, const QString& iconName, Ink ink, const QString& title, Label* detail) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconLabel(iconName, ink, metric::kIcon, parent));
    row->addWidget(new Label(title, TextRole::Body, Ink::T1, Weight::Medium, parent));
    row->addStretch(1);
    detail->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(detail);
    return row;
}

}  // namespace

SignInPage::SignInPage(PostFacts facts, const QString& language, QWidget* parent) : QWidget(parent), m_facts(std::move(facts)) {
    setObjectName(QStringLiteral("signInPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    m_busy = new BusyBar(this);
    outer->addWidget(m_busy);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* middle = new QWidget(scroll);
    scroll->setWidget(middle);
    outer->addWidget(scroll, 1);
    auto* centre = new QHBoxLayout(middle);
    centre->setContentsMargins(24, 24, 24, 24);
    auto* column = new QVBoxLayout;
    column->setSpacing(16);
    centre->addStretch(1);
    centre->addLayout(column);
    centre->addStretch(1);
    column->addStretch(2);

    auto* head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(new Mark(middle));
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* product = new Label(QStringLiteral("Cotejo"), TextRole::Title, Ink::T1, Weight::SemiBold, middle);  // not translated: the program's name
    QFont big = product->font();
    big.setPixelSize(24);
    product->setFont(big);
    names->addWidget(product);
    QStringList place{m_facts.postName, m_facts.deviceName};
    place.removeAll(QString());
    names->addWidget(new Label(place.join(QStringLiteral(" · ")), TextRole::Body, Ink::T3, Weight::Regular, middle));
    head->addLayout(names, 1);
    column->addLayout(head);

    auto* form = new Card({}, {}, middle);
    form->setFixedWidth(kFormWidth);
    form->body()->setContentsMargins(20, 18, 20, 18);
    form->body()->setSpacing(4);
    auto* loginLabel = new Label(tr("Officer"), TextRole::Secondary, Ink::T2, Weight::Medium, form);
    m_login = new QLineEdit(form);
    m_login->setObjectName(QStringLiteral("loginField"));
    m_login->setAccessibleName(tr("Officer"));
    m_login->setMaxLength(64);
    loginLabel->setBuddy(m_login);
    auto* passLabel = new Label(tr("Passphrase"), TextRole::Secondary, Ink::T2, Weight::Medium, form);
    m_passphrase = new QLineEdit(form);
    m_passphrase->setObjectName(QStringLiteral("passphraseField"));
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setMaxLength(256);
    passLabel->setBuddy(m_passphrase);
    auto* reveal = m_passphrase->addAction(icon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setToolTip(tr("Show what is typed"));
    connect(reveal, &QAction::toggled, this, [this, reveal](bool on) {
        m_passphrase->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(icon(on ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    });
    m_enter = new QPushButton(icon(QStringLiteral("key")), tr("Open the shift"), form);
    m_enter->setObjectName(QStringLiteral("signInButton"));
    m_enter->setAccessibleName(m_enter->text());
    m_enter->setDefault(true);
    setLook(m_enter, ButtonKind::Primary, ButtonSize::Large);
    m_notice = new Notice(form);
    m_notice->setObjectName(QStringLiteral("signInNotice"));
    m_notice->hide();
    form->body()->addWidget(loginLabel);
    form->body()->addWidget(m_login);
    form->body()->addSpacing(10);
    form->body()->addWidget(passLabel);
    form->body()->addWidget(m_passphrase);
    form->body()->addSpacing(12);
    form->body()->addWidget(m_enter);
    form->body()->addSpacing(8);
    form->body()->addWidget(m_notice);
    auto* idle = new Label(tr("After 5 minutes without use the screen locks; nothing is lost."), TextRole::Secondary, Ink::T3, Weight::Regular, form);
    idle->setWordWrap(true);
    form->body()->addWidget(idle);
    column->addWidget(form);
    column->addWidget(conditionPanel());
    if (m_facts.demo && !m_facts.demoLogins.empty()) column->addWidget(demoPanel());

    m_languages = new Segmented(middle);
    m_languages->setObjectName(QStringLiteral("languageSwitch"));
    m_languages->setAccessibleName(tr("Language"));
    m_languages->addChoice({}, QStringLiteral("Español"));
    m_languages->addChoice({}, QStringLiteral("English"));
    m_languages->setCurrent(language == QLatin1String("en") ? 1 : 0);
    column->addWidget(m_languages, 0, Qt::AlignHCenter);
    column->addStretch(3);

    auto* foot = new Strip(Strip::Ground::Window, Qt::TopEdge, this);
    foot->setFixedHeight(32);
    auto* footLayout = new QHBoxLayout(foot);
    footLayout->setContentsMargins(16, 1, 16, 0);
    footLayout->addWidget(new Label(m_facts.deviceName, TextRole::Caption, Ink::T3, Weight::Regular, foot));
    footLayout->addStretch(1);
    footLayout->addWidget(new Label(tr("Every access is written to the journal"), TextRole::Caption, Ink::T3, Weight::Regular, foot));
    footLayout->addStretch(1);
    footLayout->addWidget(new Label(QStringLiteral("Cotejo " COTEJO_VERSION), TextRole::Caption, Ink::T3, Weight::Regular, foot));
    outer->addWidget(foot);

    connect(m_enter, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_login, &QLineEdit::returnPressed, m_passphrase, qOverload<>(&QWidget::setFocus));
    connect(m_languages, &Segmented::chosen, this,
            [this](int index) { emit languageChosen(index == 1 ? QStringLiteral("en") : QStringLiteral("es")); });
    m_login->setFocus();
}

QWidget* SignInPage::conditionPanel() {
    auto* panel = new Card({}, {}, this);
    panel->setFixedWidth(kFormWidth);
    panel->setAccessibleName(tr("Condition of the post"));
    panel->body()->setContentsMargins(20, 10, 20, 10);
    panel->body()->setSpacing(8);
    m_syncAge = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, panel);
    m_clockState = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, panel);
    m_syncAge->setObjectName(QStringLiteral("lastSync"));
    m_clockState->setObjectName(QStringLiteral("clockState"));
    panel->body()->addLayout(conditionRow(panel, QStringLiteral("activity"), m_facts.lastSync ? Ink::Ok : Ink::T3, tr("Last synchronisation"), m_syncAge));
    panel->body()->addWidget(new Line(Qt::Horizontal, panel));
    panel->body()->addLayout(conditionRow(panel, QStringLiteral("clock"), Ink::Ok, tr("Clock of this computer"), m_clockState));
    panel->body()->addWidget(new Line(Qt::Horizontal, panel));
    panel->body()->addLayout(conditionRow(panel, QStringLiteral("lock"), Ink::Ok, tr("Data of the post"),
                                          new Label(tr("encrypted, closed"), TextRole::Secondary, Ink::T3, Weight::Regular, panel)));
    return panel;
}

QWidget* SignInPage::demoPanel() {
    auto* panel = new Card({}, {}, this);
    panel->setObjectName(QStringLiteral("demoPanel"));
    panel->setFixedWidth(kFormWidth);
    panel->body()->setContentsMargins(20, 14, 20, 14);
    panel->body()->setSpacing(2);
    auto* title = new Label(tr("Demonstration post: invented people, open passphrases"), TextRole::Secondary, Ink::T1, Weight::SemiBold, panel);
    title->setWordWrap(true);
    panel->body()->addWidget(title);
    for (const auto& each : m_facts.demoLogins) {
        auto* row = new QHBoxLayout;
        auto* pick = new QPushButton(each.name, panel);
        pick->setObjectName(QStringLiteral("demoLogin_") + each.login);
        pick->setAccessibleName(tr("Fill in %1").arg(each.name));
        setLook(pick, ButtonKind::Link, ButtonSize::Small);
        connect(pick, &QPushButton::clicked, this, [this, each] {
            m_login->setText(each.login);
            m_passphrase->setText(each.passphrase);
            m_enter->setFocus();
        });
        row->addWidget(pick);
        row->addStretch(1);
        auto* pass = new Label(each.passphrase, TextRole::MonoSmall, Ink::T2, Weight::Regular, panel);
        pass->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(pass);
        panel->body()->addLayout(row);
    }
    return panel;
}

void SignInPage::setLogin(const QString& login) {
    m_login->setText(login);
    if (!login.isEmpty()) m_passphrase->setFocus();
}

void SignInPage::submit() {
    if (!m_enter->isEnabled()) return;
    if (m_login->text().trimmed().isEmpty()) {
        m_login->setFocus();
        return;
    }
    if (m_passphrase->text().isEmpty()) {
        m_passphrase->setFocus();
        return;
    }
    m_notice->hide();
    emit signInRequested(m_login->text().trimmed(), m_passphrase->text());
}

void SignInPage::setBusy(bool busy) {
    m_busy->setBusy(busy);
    m_enter->setEnabled(!busy && !m_lockedUntil);
    m_login->setEnabled(!busy);
    m_passphrase->setEnabled(!busy);
    m_languages->setEnabled(!busy);
}

void SignInPage::showFailure(const Error& error, UtcTime now) {
    m_lockedUntil.reset();
    for (const auto& [name, value] : error.params)
        if (name == "until" || name == "lockedUntil") m_lockedUntil = fromIso(value);
    setBusy(false);
    m_notice->setContent(Tone::Bad, m_lockedUntil ? QStringLiteral("lock") : QStringLiteral("block"), bridge::noticeText(error));
    m_notice->show();
    m_passphrase->clear();
    m_passphrase->setFocus();
    updateLock(now);
}

void SignInPage::updateLock(UtcTime now) {
    if (!m_lockedUntil) return;
    if (*m_lockedUntil <= now) {
        m_lockedUntil.reset();
        m_notice->hide();
        m_enter->setEnabled(true);
        m_enter->setText(tr("Open the shift"));
        return;
    }
    m_enter->setEnabled(false);
    //: On the button while the account is locked; %1 is minutes and seconds
    m_enter->setText(tr("Available in %1").arg(bridge::remainingText(*m_lockedUntil - now)));
}

void SignInPage::setNow(UtcTime now) {
    updateLock(now);
    m_syncAge->setText(m_facts.lastSync ? bridge::momentText(*m_facts.lastSync, now) : tr("never"));
    // Before anybody signs in the last contact with the server is the one thing to hold the clock against.
    const bool back = m_facts.lastSync && now + std::chrono::minutes(2) < *m_facts.lastSync;
    m_clockState->setText(back ? tr("earlier than the last contact") : bridge::toLocal(now).toString(QStringLiteral("HH:mm")));
    m_clockState->setInk(back ? Ink::Bad : Ink::T3);
    if (back && !m_notice->isVisible()) {
        m_notice->setContent(Tone::Bad, QStringLiteral("clock"),
                             {tr("The clock of this computer is wrong"), tr("It says %1; the last contact was %2.")
                                  .arg(bridge::dateText(now), bridge::dateText(*m_facts.lastSync)),
                              tr("Deadlines and signatures need the right time."), tr("Correct the date in the system settings."), {}, {}});
        m_notice->show();
    }
}

void SignInPage::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokensOf(this).win); }

}  // namespace cotejo::shell
