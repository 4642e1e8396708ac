#include "ui/partner/inquiry_dialogs.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

#include "ui/bridge/text.h"
#include "ui/partner/partner_text.h"

namespace cotejo::partner_ui {

using namespace widgets;

namespace {

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(cotejo::partner_ui::Sheets)
};

FormDialog* withReason(FormDialog* dialog, const QString& label, bool needed, const QString& icon, const QString& act, RunWithReason run) {
    auto* why = dialog->addText(QStringLiteral("requestReason"), label);
    dialog->setAct(icon, act);
    const auto judge = [=] { dialog->block(needed && why->toPlainText().trimmed().isEmpty() ? Sheets::tr("The reason is missing.") : QString()); };
    QObject::connect(why, &QPlainTextEdit::textChanged, dialog, judge);
    judge();
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, run = std::move(run)] {
        dialog->setBusy(true);
        run(dialog, bridge::toText(why->toPlainText()));
    });
    dialog->show();
    return dialog;
}

}  // namespace

FormDialog* openAuthorisation(const InquiryFile& file, QWidget* parent, RunWithReason run) {
    const auto* request = file.request();
    if (request == nullptr) return nullptr;
    const auto& terms = request->terms;
    auto* dialog = new FormDialog(QStringLiteral("approvals"), Sheets::tr("Authorise the request to %1").arg(bridge::fromText(terms.partner)), parent);
    dialog->say(Sheets::tr("%1: %2. %3 bytes, hash %4…").arg(text(terms.purpose), givenText(terms, samplesOf(terms, file.file.view.captures)), bridge::countText(std::int64_t(terms.length)),
                                                          QString::fromStdString(terms.packet.text().substr(0, 16))));
    dialog->say(Sheets::tr("The central server sends exactly these bytes, once, after it looked at holds and the agreement again. What left is not called back: a correction can follow it."), true);
    return withReason(dialog, file.needsSupervisor ? Sheets::tr("Why it is needed, for those who read the case later") : Sheets::tr("Why it is needed (may stay empty)"), file.needsSupervisor,
                      QStringLiteral("approvals"), Sheets::tr("Authorise"), std::move(run));
}

FormDialog* openCancellation(const record::PartnerRequest& request, QWidget* parent, RunWithReason run) {
    auto* dialog = new FormDialog(QStringLiteral("close"), Sheets::tr("Cancel the request to %1").arg(bridge::fromText(request.terms.partner)), parent);
    dialog->say(request.authorisedBy ? Sheets::tr("It was authorised. If the server sent it before it hears of this, it left: the request then says so.")
                                     : Sheets::tr("Nothing left. What is still to be asked is drafted anew."));
    return withReason(dialog, Sheets::tr("Why it is cancelled"), true, QStringLiteral("close"), Sheets::tr("Cancel the request"), std::move(run));
}

FormDialog* openClosing(const record::PartnerRequest& request, QWidget* parent, RunWithReason run) {
    auto* dialog = new FormDialog(QStringLiteral("archive"), Sheets::tr("Close the request to %1").arg(bridge::fromText(request.terms.partner)), parent);
    dialog->say(Sheets::tr("It came back: %1. Closing says that you read it; what it means for the case is decided there.").arg(outcomeLook(request).text));
    return withReason(dialog, Sheets::tr("What came of it"), true, QStringLiteral("archive"), Sheets::tr("Close the request"), std::move(run));
}

}  // namespace cotejo::partner_ui
