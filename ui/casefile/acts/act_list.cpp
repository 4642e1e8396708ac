#include "ui/casefile/acts/act_list.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

QWidget* remedyLine(const Error& refusal, QWidget* parent) {
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new IconLabel(QStringLiteral("arrow-right"), Ink::Accent, 13, line), 0, Qt::AlignTop);
    auto* way = new Label(bridge::errorText(refusal).remedy, TextRole::Secondary, Ink::Accent, Weight::Regular, line);
    way->setWordWrap(true);
    row->addWidget(way, 1);
    return line;
}

ActList::ActList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(10);
}

void ActList::clear() {
    clearLayout(m_layout);
    m_count = 0;
}

QPushButton* ActList::press(const QString& button, const QString& iconName, const QString& what) {
    auto* made = new QPushButton(icon(iconName), button, this);
    made->setObjectName(QStringLiteral("act_") + QString(what).replace(QLatin1Char(':'), QLatin1Char('_')));
    made->setAccessibleName(button);
    setLook(made, ButtonKind::Normal, ButtonSize::Small);
    connect(made, &QPushButton::clicked, this, [this, what] { emit asked(what); });
    return made;
}

void ActList::addWay(const QString& title, const QString& sentence, const QString& button, const QString& iconName, const QString& what) {
    if (m_count++ > 0) m_layout->addWidget(new Line(Qt::Horizontal, this));
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* name = new Label(title, TextRole::Body, Ink::T1, Weight::SemiBold, this);
    name->setWordWrap(true);
    head->addWidget(name, 1);
    head->addWidget(press(button, iconName, what), 0, Qt::AlignTop);
    words->addLayout(head);
    auto* text = new Label(sentence, TextRole::Secondary, Ink::T2, Weight::Regular, this);
    text->setWordWrap(true);
    words->addWidget(text);
    m_layout->addLayout(words);
}

bool ActList::add(const bridge::CaseFile& file, std::string_view act, std::string_view variant, const QString& title, const QString& sentence,
                  const QString& button, const QString& iconName, const QString& what) {
    const auto* option = file.option(act, variant);
    if (option == nullptr || !option->offered()) return false;
    if (m_count++ > 0) m_layout->addWidget(new Line(Qt::Horizontal, this));
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* name = new Label(title, TextRole::Body, Ink::T1, Weight::SemiBold, this);
    name->setWordWrap(true);
    head->addWidget(name, 1);
    if (option->allowed()) {
        head->addWidget(press(button, iconName, what), 0, Qt::AlignTop);
    } else {
        head->addWidget(new Label(bridge::fromText(option->refusal->code), TextRole::MonoSmall, Ink::T3, Weight::Regular, this), 0, Qt::AlignTop);
    }
    words->addLayout(head);
    const auto refused = option->allowed() ? bridge::ErrorText{} : bridge::errorText(*option->refusal);
    const QString below = option->allowed() ? sentence : refused.rule.isEmpty() ? refused.title : refused.rule;
    if (!below.isEmpty()) {
        auto* text = new Label(below, TextRole::Secondary, Ink::T2, Weight::Regular, this);
        text->setWordWrap(true);
        words->addWidget(text);
    }
    if (!option->allowed()) words->addWidget(remedyLine(*option->refusal, this));
    m_layout->addLayout(words);
    return true;
}

}  // namespace cotejo::casefile
