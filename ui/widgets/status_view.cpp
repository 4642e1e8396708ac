#include "ui/widgets/status_view.h"

#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

StatusView::StatusView(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(8);
    m_icon = new IconLabel(QString(), Ink::T3, 28, this);
    m_title = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, this);
    m_sentence = new Label(TextRole::Body, Ink::T2, Weight::Regular, this);
    m_code = new Label(TextRole::MonoSmall, Ink::T3, Weight::Regular, this);
    for (auto* label : {m_title, m_sentence, m_code}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("statusAction"));
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_run) m_run();
    });
    layout->addStretch(1);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_code);
    layout->addSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(2);
}

void StatusView::show(const QString& icon, bool bad, const QString& title, const QString& sentence, const QString& code,
                      const QString& action, std::function<void()> run) {
    m_icon->setIcon(icon, bad ? Ink::Bad : Ink::T3);
    const auto put = [](Label* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    put(m_title, title);
    put(m_sentence, sentence);
    put(m_code, code);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    m_run = std::move(run);
    setAccessibleName(QStringList{title, sentence, code}.join(QLatin1Char(' ')).trimmed());
}

void StatusView::showLoading(const QString& sentence) { show(QStringLiteral("clock"), false, {}, sentence, {}, {}, {}); }

void StatusView::showEmpty(const QString& icon, const QString& sentence, const QString& action, std::function<void()> run) {
    show(icon, false, {}, sentence, {}, action, std::move(run));
}

void StatusView::showError(const QString& title, const QString& remedy, const QString& code, const QString& action,
                           std::function<void()> run) {
    show(QStringLiteral("warning"), true, title, remedy, code, action, std::move(run));
}

BusyBar::BusyBar(QWidget* parent) : QWidget(parent), m_delay(new QTimer(this)), m_tick(new QTimer(this)) {
    setFixedHeight(2);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_delay->setSingleShot(true);
    m_delay->setInterval(200);
    m_tick->setInterval(40);
    connect(m_delay, &QTimer::timeout, this, [this] {
        m_shown = true;
        m_tick->start();
        update();
    });
    connect(m_tick, &QTimer::timeout, this, [this] {
        m_phase = (m_phase + 3) % 130;
        update();
    });
}

void BusyBar::setBusy(bool busy) {
    if (busy == (m_shown || m_delay->isActive())) return;
    if (busy) {
        m_delay->start();
    } else {
        m_delay->stop();
        m_tick->stop();
        m_shown = false;
        update();
    }
}

void BusyBar::paintEvent(QPaintEvent*) {
    if (!m_shown) return;
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    painter.fillRect(rect(), t.line);
    painter.fillRect(QRectF(width() * (m_phase - 30) / 100.0, 0, width() * 0.3, height()), t.accent);
}

}  // namespace cotejo::widgets
