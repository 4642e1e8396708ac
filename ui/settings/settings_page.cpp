#include "ui/settings/settings_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::settings {

using namespace widgets;

SettingsPage::SettingsPage(bridge::Session& session, Preferences& preferences, QWidget* parent)
    : QWidget(parent), m_session(session), m_preferences(preferences) {
    setObjectName(QStringLiteral("settingsPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 14, 16, 13);
    headLayout->addWidget(new Label(tr("Settings"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    headLayout->addStretch(1);
    outer->addWidget(head);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    outer->addWidget(scroll, 1);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(16, 14, 16, 16);
    row->setSpacing(metric::kPanelGap);
    auto* left = new QVBoxLayout;
    left->setSpacing(metric::kPanelGap);
    left->addWidget(buildLooks());
    left->addWidget(buildPost());
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(buildPassphrase());
    right->addStretch(1);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    row->addStretch(1);
}

QWidget* SettingsPage::buildLooks() {
    auto* card = new Card(QStringLiteral("light"), tr("Window"), this);
    const auto line = [&](const QString& name, Segmented* choice) {
        auto* row = new QHBoxLayout;
        auto* label = new Label(name, TextRole::Body, Ink::T2, Weight::Regular, card);
        label->setFixedWidth(150);
        choice->setAccessibleName(name);
        row->addWidget(label);
        row->addWidget(choice);
        row->addStretch(1);
        card->body()->addLayout(row);
    };
    auto* language = new Segmented(card);
    language->setObjectName(QStringLiteral("settingsLanguage"));
    language->addChoice({}, QStringLiteral("Español"));
    language->addChoice({}, QStringLiteral("English"));
    language->setCurrent(m_preferences.language() == QLatin1String("en") ? 1 : 0);
    line(tr("Language"), language);
    auto* theme = new Segmented(card);
    theme->setObjectName(QStringLiteral("settingsTheme"));
    const QString light = QStringLiteral("light"), moon = QStringLiteral("moon"), contrast = QStringLiteral("contrast");
    theme->addChoice(light, tr("Light"));
    theme->addChoice(moon, tr("Dark"));
    theme->addChoice(contrast, tr("High contrast"));
    theme->setCurrent(int(m_preferences.theme()));
    line(tr("Look"), theme);
    connect(language, &Segmented::chosen, this, [this](int index) { emit languageChosen(index == 1 ? QStringLiteral("en") : QStringLiteral("es")); });
    connect(theme, &Segmented::chosen, this, [this](int index) { emit themeChosen(static_cast<ThemeKind>(index)); });
    return card;
}

QWidget* SettingsPage::buildPost() {
    auto* card = new Card(QStringLiteral("pin"), tr("Post and person"), this);
    const auto line = [&](const QString& name, const QString& value, bool mono = false) {
        auto* row = new QHBoxLayout;
        auto* label = new Label(name, TextRole::Body, Ink::T2, Weight::Regular, card);
        label->setFixedWidth(150);
        auto* text = new Label(value, mono ? TextRole::Mono : TextRole::Body, Ink::T1, Weight::Regular, card);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(label, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        card->body()->addLayout(row);
    };
    const auto& status = m_session.status();
    line(tr("Post"), status.postName);
    line(tr("Device"), status.deviceName);
    line(tr("Officer"), status.officerName);
    line(tr("Roles"), bridge::rolesText(m_session.officer(), m_session.now()));
    for (const auto& grant : m_session.officer().grants)
        if (grant.validUntil != UtcTime::max())
            line(bridge::text(grant.role), tr("valid until %1").arg(bridge::dateText(grant.validUntil)));
    line(tr("Folder"), bridge::fromText(m_session.desk().folder().string()), true);
    auto* out = new QPushButton(icon(QStringLiteral("sign-out")), tr("Close the shift"), card);
    out->setObjectName(QStringLiteral("settingsSignOut"));
    out->setAccessibleName(out->text());
    card->body()->addWidget(out, 0, Qt::AlignLeft);
    connect(out, &QPushButton::clicked, this, &SettingsPage::signOutRequested);
    return card;
}

QWidget* SettingsPage::buildPassphrase() {
    auto* card = new Card(QStringLiteral("key"), tr("Your passphrase"), this);
    card->body()->setSpacing(3);
    const auto field = [&](const char* name, const QString& text) {
        auto* label = new Label(text, TextRole::Secondary, Ink::T2, Weight::Medium, card);
        auto* edit = new QLineEdit(card);
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(text);
        edit->setEchoMode(QLineEdit::Password);
        edit->setMaxLength(256);
        label->setBuddy(edit);
        card->body()->addWidget(label);
        card->body()->addWidget(edit);
        card->body()->addSpacing(6);
        return edit;
    };
    m_old = field("oldPassphrase", tr("Present passphrase"));
    m_new = field("newPassphrase", tr("New passphrase"));
    m_again = field("newPassphraseAgain", tr("New passphrase again"));
    m_change = new QPushButton(tr("Change it"), card);
    m_change->setObjectName(QStringLiteral("changePassphrase"));
    m_change->setAccessibleName(tr("Change the passphrase"));
    card->body()->addWidget(m_change, 0, Qt::AlignLeft);
    m_notice = new Notice(card);
    m_notice->setObjectName(QStringLiteral("settingsNotice"));
    m_notice->hide();
    card->body()->addSpacing(6);
    card->body()->addWidget(m_notice);
    connect(m_change, &QPushButton::clicked, this, &SettingsPage::changePassphrase);
    return card;
}

void SettingsPage::changePassphrase() {
    if (m_new->text() != m_again->text()) {
        m_notice->setContent(Tone::Bad, QStringLiteral("block"), {tr("The two new passphrases differ"), {}, {}, tr("Type both again."), {}, {}});
        m_notice->show();
        return;
    }
    m_change->setEnabled(false);
    m_session.call(this,
                   [old = m_old->text().toStdString(), next = m_new->text().toStdString()](access::Desk& desk, std::stop_token) {
                       return access::changePassphrase(desk, old, next);
                   },
                   [this](Status done) {
                       m_change->setEnabled(true);
                       for (auto* edit : {m_old, m_new, m_again}) edit->clear();
                       if (done) m_notice->setContent(Tone::Ok, QStringLiteral("check"), {tr("The passphrase was changed"), {}, {}, {}, {}, {}});
                       else m_notice->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(done.error()));
                       m_notice->show();
                   });
}

}  // namespace cotejo::settings
