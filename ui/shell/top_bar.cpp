#include "ui/shell/top_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QToolButton>

#include "core/record/watchlist.h"
#include "ui/bridge/text.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::shell {

using namespace widgets;

StatusItem::StatusItem(QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setSpacing(5);
    m_icon = new IconLabel(QString(), Ink::T2, metric::kIcon, this);
    m_lead = new Label(TextRole::Secondary, Ink::T1, Weight::Regular, this);
    m_strong = new Label(TextRole::Secondary, Ink::T1, Weight::SemiBold, this);
    m_quiet = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, this);
    layout->addWidget(m_icon);
    layout->addSpacing(1);
    layout->addWidget(m_lead);
    layout->addWidget(m_strong);
    layout->addWidget(m_quiet);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StatusItem::setContent(const QString& iconName, Ink iconInk, const QString& lead, const QString& strong, const QString& quiet) {
    m_icon->setIcon(iconName, iconInk);
    m_icon->setVisible(true);  // what was never shown has no width yet, and the bar is arranged before it is shown
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
    m_strong->setText(strong);
    m_strong->setVisible(!strong.isEmpty());
    m_quiet->setText(quiet);
    m_quiet->setVisible(m_quietShown && !quiet.isEmpty());
    const QString all = QStringList{lead, strong, quiet}.join(QLatin1Char(' ')).simplified();
    setAccessibleName(all);
    setToolTip(all);
}

void StatusItem::setQuietShown(bool shown) {
    m_quietShown = shown;
    m_quiet->setVisible(shown && !m_quiet->text().isEmpty());
}

ProtectionButton::ProtectionButton(QWidget* parent) : QPushButton(parent) {
    setObjectName(QStringLiteral("protectionButton"));
    setLook(this, ButtonKind::Protect);
    setFocusPolicy(Qt::TabFocus);
    //: The button that stops everything for a person who asks for protection. No reason is asked for.
    m_word = tr("Protection need expressed");
    m_key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText);
    setAccessibleName(m_word);
    setAccessibleDescription(tr("Places a protection hold on the case at once. No reason is asked for. %1").arg(m_key));
    setToolTip(accessibleDescription());
}

void ProtectionButton::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    update();
}

QSize ProtectionButton::sizeHint() const {
    const int word = QFontMetrics(font()).horizontalAdvance(m_word);
    const int key = m_compact ? 0 : QFontMetrics(fontOf(TextRole::Caption, Weight::Medium)).horizontalAdvance(m_key) + 18;
    return {12 + metric::kIcon + 8 + word + key + 14, metric::kControl};
}

void ProtectionButton::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    drawRounded(painter, rect(), metric::kRadiusControl, underMouse() || isDown() ? t.protectFill : t.base, t.protect,
                t.highContrast() ? 2 : 1);
    int x = 12;
    drawIcon(painter, QStringLiteral("shield"), QRectF(x, (height() - 16) / 2.0, 16, 16), t.protect);
    x += 24;
    painter.setFont(font());
    painter.setPen(t.protect);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_word);
    if (m_compact) return;
    x += QFontMetrics(font()).horizontalAdvance(m_word) + 8;
    painter.setFont(fontOf(TextRole::Caption, Weight::Medium));
    const QRect key(x, (height() - 18) / 2, QFontMetrics(painter.font()).horizontalAdvance(m_key) + 10, 18);
    drawRounded(painter, key, 4, {}, t.protect);
    painter.drawText(key, Qt::AlignCenter, m_key);
}

namespace {
constexpr int kSpacing = 18, kMargins = 28;
QToolButton* iconButton(const QString& name, const QString& iconName, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    setLook(button, ButtonKind::Quiet);
    return button;
}
Line* separator(QWidget* parent) {
    auto* line = new Line(Qt::Vertical, parent);
    line->setFixedHeight(20);
    return line;
}
}  // namespace

TopBar::TopBar(QWidget* parent) : Strip(Ground::Base, Qt::BottomEdge, parent) {
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(metric::kTopBar + 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, kMargins - 16, 1);
    layout->setSpacing(kSpacing);
    const auto item = [&](const char* name) {
        auto* status = new StatusItem(this);
        status->setObjectName(QLatin1String(name));
        layout->addWidget(status);
        return status;
    };
    m_post = item("statusPost");
    layout->addWidget(separator(this));
    m_link = item("statusLink");
    m_outbox = item("statusOutbox");
    m_lists = item("statusLists");
    m_clock = item("statusClock");
    layout->addStretch(1);
    m_protection = new ProtectionButton(this);
    layout->addWidget(m_protection);
    layout->addWidget(separator(this));
    m_user = item("statusUser");
    auto* tail = new QHBoxLayout;
    tail->setSpacing(0);
    m_help = iconButton(QStringLiteral("helpButton"), QStringLiteral("help"), tr("Shortcuts and help (F1)"), this);
    m_menu = iconButton(QStringLiteral("menuButton"), QStringLiteral("menu"), tr("Menu"), this);
    tail->addWidget(m_help);
    tail->addWidget(m_menu);
    layout->addLayout(tail);
    auto* menu = new QMenu(this);
    menu->addAction(icon(QStringLiteral("settings")), tr("Settings"), this, &TopBar::settingsRequested);
    menu->addAction(icon(QStringLiteral("lock")), tr("Lock the screen"), this, &TopBar::lockRequested);
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("sign-out")), tr("Close the shift"), this, &TopBar::signOutRequested);
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    connect(m_help, &QToolButton::clicked, this, &TopBar::helpRequested);
    connect(m_protection, &QPushButton::clicked, this, &TopBar::protectionExpressed);
}

void TopBar::setStatus(const bridge::PostStatus& s, UtcTime now) {
    m_post->setContent(QStringLiteral("pin"), Ink::T2, {}, s.postName, s.deviceName);
    if (!s.enrolled) {
        m_link->setContent(QStringLiteral("offline"), Ink::T3, {}, tr("No server"), tr("this post works alone"));
    } else if (s.online) {
        m_link->setContent(QStringLiteral("online"), Ink::Ok, {}, tr("Online"),
                           //: How long since the server answered
                           s.lastContact ? tr("%1 ago").arg(bridge::ageText(now - *s.lastContact)) : QString());
    } else {
        m_link->setContent(QStringLiteral("offline"), Ink::Warn, {}, tr("Offline"),
                           s.lastContact ? tr("since %1").arg(bridge::momentText(*s.lastContact, now)) : tr("no contact yet"));
    }
    m_outbox->setContent(QStringLiteral("outbox"), Ink::T2, tr("To send"), bridge::countText(s.outbox), {});
    if (s.listsIssued) {
        const auto age = record::snapshotAge(*s.listsIssued, now);
        const Ink ink = age == record::SnapshotAge::Fresh ? Ink::Ok : age == record::SnapshotAge::Stale ? Ink::Warn : Ink::Bad;
        m_lists->setContent(QStringLiteral("flag"), ink, tr("Lists"), bridge::ageText(now - *s.listsIssued), bridge::text(age));
    } else {
        m_lists->setContent(QStringLiteral("flag"), Ink::Warn, tr("Lists"), tr("none"), {});
    }
    if (!s.clockOffset) {
        m_clock->setContent(QStringLiteral("clock"), Ink::T2, tr("Clock"), tr("not compared"), {});
    } else {
        const auto off = std::chrono::abs(*s.clockOffset);
        const bool wrong = off > std::chrono::minutes(2);
        const QString amount = QStringLiteral("±%1").arg(bridge::ageText(std::max<std::chrono::milliseconds>(off, std::chrono::seconds(1))));
        m_clock->setContent(wrong ? QStringLiteral("warning") : QStringLiteral("clock"), wrong ? Ink::Bad : Ink::T2, tr("Clock"), amount,
                            wrong ? tr("wrong: correct the date") : QString());
    }
    m_user->setContent(QStringLiteral("user"), Ink::T2, {}, s.officerName, s.officerRoles);
    arrange();
}

int TopBar::needs() const {
    int width = kMargins;
    for (const QWidget* each : {static_cast<QWidget*>(m_post), static_cast<QWidget*>(m_link), static_cast<QWidget*>(m_outbox), static_cast<QWidget*>(m_lists),
                                static_cast<QWidget*>(m_clock), static_cast<QWidget*>(m_user)})
        if (!each->isHidden()) width += each->layout()->totalSizeHint().width() + kSpacing;
    // Two separators, protection, and the two buttons at the end.
    return width + 2 * (1 + kSpacing) + m_protection->sizeHint().width() + kSpacing + m_help->sizeHint().width() + m_menu->sizeHint().width();
}

void TopBar::arrange() {
    constexpr int kLevels = 9;
    for (int level = 0; level < kLevels; ++level) {
        for (auto* status : {m_link, m_lists}) status->setQuietShown(level < 1);
        m_user->setQuietShown(level < 2);
        m_post->setQuietShown(level < 3);
        m_protection->setCompact(level >= 4);
        m_clock->setVisible(level < 5);
        m_user->setVisible(level < 6);
        m_post->setVisible(level < 7);
        m_lists->setVisible(level < 8);
        if (needs() <= width()) break;
    }
}

QSize TopBar::minimumSizeHint() const {
    // Link, outbox, protection and the two buttons, with room for the longest words of both.
    return {560, height()};
}

bool TopBar::event(QEvent* event) {
    // A word that was replaced while its label was hidden is measured only now.
    if (event->type() == QEvent::LayoutRequest && needs() > width() && needs() != m_arrangedFor) {
        arrange();
        m_arrangedFor = needs();  // as it came out: what cannot fit is not tried for ever
    }
    return Strip::event(event);
}

void TopBar::resizeEvent(QResizeEvent* event) {
    Strip::resizeEvent(event);
    m_arrangedFor = 0;
    arrange();
}

}  // namespace cotejo::shell
