#include "ui/compare/reveal/coverage_card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"

namespace cotejo::compare {

using namespace widgets;

CoverageCard::CoverageCard(QWidget* parent) : Card("flag", tr("Coverage"), parent) {
    m_readBadge = new Badge(this);
    addTrailing(m_readBadge);
    auto* list = new QWidget(this);
    m_list = new QVBoxLayout(list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(6);
    body()->addWidget(list);
    auto* warning = new Notice(Tone::Neutral, "info",
                               {tr("“No candidate” is not clearance."),
                                tr("It only says that nothing reached the threshold in what was searched."),
                                {},
                                {},
                                {},
                                {}},
                               this);
    body()->addWidget(warning);
    auto* tick = new QHBoxLayout;
    m_read = new QCheckBox(tr("I have read the coverage"), this);
    m_read->setObjectName("coverageRead");
    tick->addWidget(m_read);
    tick->addStretch(1);
    tick->addWidget(
        new Label(tr("needed to propose"), TextRole::Secondary, Ink::T3, Weight::Regular, this));
    body()->addLayout(tick);
    connect(m_read, &QCheckBox::clicked, this, [this](bool on) {
        // Reading is recorded, not un-recorded.
        if (on) emit coverageRead();
        m_read->setChecked(on || m_wasRead);
    });
}

void CoverageCard::setCoverage(const RevealValues& values) {
    m_wasRead = values.coverageRead;
    while (auto* item = m_list->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto head = [this](const QString& text) {
        m_list->addWidget(
            new Label(text, TextRole::Caption, Ink::T2, Weight::SemiBold, m_list->parentWidget()));
    };
    const auto line = [this](const QString& symbol, Ink ink, const QString& what, const QString& middle,
                             const QString& end) {
        auto* row = new QWidget(m_list->parentWidget());
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        layout->addWidget(new IconLabel(symbol, ink, 14, row));
        auto* name = new Label(what, TextRole::Body, Ink::T1, Weight::Regular, row);
        name->setWordWrap(true);
        layout->addWidget(name, 3);
        if (!middle.isEmpty())
            layout->addWidget(new Label(middle, TextRole::Body, Ink::T1, Weight::Medium, row));
        auto* last = new Label(end, TextRole::Secondary, Ink::T3, Weight::Regular, row);
        last->setWordWrap(true);
        last->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        layout->addWidget(last, 2);
        m_list->addWidget(row);
    };
    const QLocale locale;
    head(tr("SEARCHED"));
    for (const auto& each : values.searched)
        line("check", Ink::Ok, each.name, locale.toString(each.size), each.age);
    if (values.searched.empty()) line("minus", Ink::Warn, tr("Nothing"), {}, {});
    if (!values.notSearched.empty()) head(tr("NOT SEARCHED"));
    for (const auto& each : values.notSearched)
        line("minus", Ink::Warn, each.what, {}, each.why);
    if (!values.samples.isEmpty()) {
        head(tr("WITH WHICH SAMPLES"));
        auto* samples = new Label(values.samples, TextRole::Secondary, Ink::T2, Weight::Regular,
                                  m_list->parentWidget());
        samples->setWordWrap(true);
        m_list->addWidget(samples);
    }
    m_read->setChecked(values.coverageRead);
    m_readBadge->setLook(values.coverageRead ? BadgeLook{"check", tr("Read"), Tone::Ok, false}
                                               : BadgeLook{"eye", tr("Not read"), Tone::Warn, false});
}

}  // namespace cotejo::compare
