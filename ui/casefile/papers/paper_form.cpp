#include "ui/casefile/papers/paper_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QLineEdit>

#include "core/decide/table.h"
#include "ui/bridge/text.h"
#include "ui/casefile/acts/asking.h"

namespace cotejo::casefile {

using namespace widgets;

FormDialog* openPaperForm(const bridge::CaseFile& file, const QString& title, const bridge::PaperFacts& facts, const QString& kind, QWidget* parent,
                          std::function<void(FormDialog*, record::DossierDocument)> done) {
    auto* dialog = new FormDialog(QStringLiteral("document"), Asks::tr("Add a paper to the dossier"), parent);
    dialog->say(Asks::tr("«%1», %n page(s). It counts as read for each person once every page was on their screen.", nullptr, facts.pages).arg(title));
    auto* choice = dialog->addChoice(QStringLiteral("paperKind"), Asks::tr("What this paper is"));
    choice->addItem(Asks::tr("Choose…"), QString());
    for (const auto& row : decide::paperRows())
        if (row.kind != decide::kUnreadable) choice->addItem(bridge::documentKindText(row.kind), bridge::fromText(row.kind));
    choice->setCurrentIndex(std::max(0, choice->findData(kind)));
    auto* name = dialog->addLine(QStringLiteral("paperTitle"), Asks::tr("Title"));
    name->setMaxLength(120);
    name->setText(title);
    auto* until = dialog->addLine(QStringLiteral("paperUntil"), Asks::tr("Last day of the appeal window"), Asks::tr("year-month-day"));
    auto* restricted = dialog->addCheck(QStringLiteral("paperRestricted"), Asks::tr("Protected content: only the protection role reads it"));
    auto* aside = new Notice(Tone::Protect, QStringLiteral("shield"),
                             {Asks::tr("You will not see it again"),
                              Asks::tr("It leaves the dossier that officers and supervisors read, and nobody of them is told that it exists."), {}, {}, {}, {}},
                             dialog);
    dialog->addWidget(aside);
    dialog->setAct(QStringLiteral("plus"), Asks::tr("Add the paper"));
    const bool protection = file.officer.holds(record::Role::Protection, file.now);
    const auto judge = [=] {
        const auto* row = decide::paperOf(choice->currentData().toString().toStdString());
        const bool term = row != nullptr && row->kind == "appeal_window";
        dialog->showField(until, term);
        if (row != nullptr && row->restricted) restricted->setChecked(true);
        restricted->setEnabled(row == nullptr || !row->restricted);
        aside->setVisible(restricted->isChecked() && !protection);
        const bool dated = !term || QDate::fromString(until->text().trimmed(), Qt::ISODate).isValid();
        dialog->block(row == nullptr ? Asks::tr("Say what this paper is.") : !dated ? Asks::tr("Write the last day as 2026-11-20.") : QString());
    };
    QObject::connect(choice, &QComboBox::currentIndexChanged, dialog, [=] {
        restricted->setChecked(false);
        judge();
    });
    QObject::connect(until, &QLineEdit::textChanged, dialog, judge);
    QObject::connect(restricted, &QCheckBox::toggled, dialog, judge);
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, run = std::move(done)] {
        record::DossierDocument document;
        document.kind = choice->currentData().toString().toStdString();
        document.title = bridge::toText(name->text());
        document.mime = facts.mime;
        document.pages = facts.pages;
        if (document.kind == "appeal_window") document.until = bridge::toText(until->text());
        document.restricted = restricted->isChecked();
        dialog->setBusy(true);
        run(dialog, std::move(document));
    });
    dialog->show();
    judge();
    return dialog;
}

}  // namespace cotejo::casefile
