#include "ui/casefile/acts/case_forms.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "ui/bridge/text.h"
#include "ui/widgets/form_dialog.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(cotejo::casefile::Forms)
};

/// The policy's rate first, then rarer and more frequent chance.
constexpr double kRates[] = {0, 1e-5, 1e-3, 1e-2};

QString formatText(exchange::CaseFormat format) {
    switch (format) {
    case exchange::CaseFormat::NistItl: return Forms::tr("ANSI/NIST-ITL transaction");
    case exchange::CaseFormat::Osia: return Forms::tr("OSIA person");
    case exchange::CaseFormat::Minutiae: return Forms::tr("Fingerprint templates (ISO/IEC 19794-2)");
    case exchange::CaseFormat::FingerImages: return Forms::tr("Fingerprint images (ISO/IEC 19794-4)");
    case exchange::CaseFormat::Images: return Forms::tr("Images as they are stored");
    case exchange::CaseFormat::Original: return Forms::tr("The files as they came in");
    }
    return {};
}

}  // namespace

FormDialog* openSearchForm(const std::vector<std::string>& galleries, QWidget* parent,
                           std::function<void(FormDialog*, const record::SearchLimits&)> run) {
    auto* dialog = new FormDialog(QStringLiteral("search"), Forms::tr("Search narrowed down"), parent);
    dialog->say(Forms::tr("What is left out stands in the coverage for everybody who comes after. Letting the person go after a narrowed search needs a "
                          "supervisor's approval. Whoever narrows it down knows more than the list shows and does not examine this case."));
    std::vector<std::pair<QCheckBox*, std::string>> lists;
    for (const auto& gallery : galleries) {
        auto* list = dialog->addCheck(QStringLiteral("searchList_") + bridge::fromText(gallery), bridge::galleryText(gallery));
        list->setChecked(true);
        lists.emplace_back(list, gallery);
    }
    auto* most = dialog->addChoice(QStringLiteral("searchMost"), Forms::tr("Candidates at most"));
    most->addItem(Forms::tr("as always"), 0);
    for (const int count : {1, 3, 5, 10}) most->addItem(QString::number(count), count);
    auto* rate = dialog->addChoice(QStringLiteral("searchRate"), Forms::tr("How often chance alone may bring somebody up"));
    for (const double each : kRates)
        rate->addItem(each == 0 ? Forms::tr("as always") : Forms::tr("once in %1 comparisons").arg(bridge::countText(std::int64_t(1 / each + 0.5))), each);
    auto* people = dialog->addText(QStringLiteral("searchPersons"), Forms::tr("Only these entries: their identifiers, one a line (may stay empty)"));
    auto* purpose = dialog->addLine(QStringLiteral("searchPurpose"), Forms::tr("Why it is narrowed down"));
    dialog->setAct(QStringLiteral("search"), Forms::tr("Search"));
    const auto read = [=]() -> std::optional<record::SearchLimits> {
        record::SearchLimits limits;
        limits.purpose = bridge::toText(purpose->text().trimmed());
        std::size_t chosen = 0;
        for (const auto& [list, gallery] : lists)
            if (list->isChecked()) {
                ++chosen;
                limits.galleries.push_back(gallery);
            }
        if (chosen == lists.size()) limits.galleries.clear();
        if (!lists.empty() && chosen == 0) return std::nullopt;
        limits.atMost = most->currentData().toInt();
        if (const double asked = rate->currentData().toDouble(); asked > 0) limits.fmrTarget = asked;
        for (const auto& line : people->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            const auto id = WatchlistEntryId::fromText(bridge::toText(line.trimmed()));
            if (!id) return std::nullopt;
            limits.persons.push_back(*id);
        }
        return limits;
    };
    const auto judge = [=] {
        const auto limits = read();
        dialog->block(!limits                    ? Forms::tr("Choose at least one list; an identifier of an entry has 32 digits.")
                      : !limits->narrows()       ? Forms::tr("Nothing is narrowed down: use «Search the lists».")
                      : limits->purpose.empty()  ? Forms::tr("Say why it is narrowed down.")
                                                 : QString());
    };
    for (const auto& [list, gallery] : lists) QObject::connect(list, &QCheckBox::toggled, dialog, judge);
    QObject::connect(most, &QComboBox::currentIndexChanged, dialog, judge);
    QObject::connect(rate, &QComboBox::currentIndexChanged, dialog, judge);
    QObject::connect(people, &QPlainTextEdit::textChanged, dialog, judge);
    QObject::connect(purpose, &QLineEdit::textChanged, dialog, judge);
    judge();
    QObject::connect(dialog, &FormDialog::submitted, dialog, [dialog, read, run = std::move(run)] {
        const auto limits = read();
        if (!limits) return;
        dialog->setBusy(true);
        run(dialog, *limits);
    });
    dialog->show();
    return dialog;
}

FormDialog* openExportForm(QWidget* parent, std::function<void(FormDialog*, const decide::Departure&)> run) {
    auto* dialog = new FormDialog(QStringLiteral("send"), Forms::tr("Send data of the case out"), parent);
    dialog->say(Forms::tr("The traveler's data and samples, as you see them, are written into a folder that you choose. Who received what, when and from whom "
                          "stays in the case, with a hash of every byte."),
                true);
    dialog->say(Forms::tr("Conclusions, scores, holds and papers never leave this way."));
    auto* format = dialog->addChoice(QStringLiteral("exportFormat"), Forms::tr("As"));
    for (const auto& [value, code] : record::codes<exchange::CaseFormat>) format->addItem(formatText(value), int(value));
    auto* recipient = dialog->addLine(QStringLiteral("exportRecipient"), Forms::tr("Organisation that receives it"));
    auto* country = dialog->addLine(QStringLiteral("exportCountry"), Forms::tr("Its country (three letters; empty for an organisation of no country)"));
    country->setMaxLength(3);
    dialog->setAct(QStringLiteral("send"), Forms::tr("Choose the folder…"), false);
    const auto judge = [=] { dialog->block(recipient->text().trimmed().isEmpty() ? Forms::tr("Say who receives it.") : QString()); };
    QObject::connect(recipient, &QLineEdit::textChanged, dialog, judge);
    judge();
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, run = std::move(run)] {
        decide::Departure departure;
        departure.format = static_cast<exchange::CaseFormat>(format->currentData().toInt());
        departure.recipient = bridge::toText(recipient->text().trimmed());
        departure.recipientCountry = bridge::toText(country->text().trimmed().toUpper());
        run(dialog, departure);
    });
    dialog->show();
    return dialog;
}

}  // namespace cotejo::casefile
