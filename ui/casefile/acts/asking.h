#pragma once

#include <QCoreApplication>

#include "ui/casefile/acts/act_dialogs.h"
#include "ui/widgets/form_dialog.h"

/// What the makers of dialogs share. Private to the room.
namespace cotejo::casefile {

/// Names the translation context of the dialogs.
struct Asks {
    Q_DECLARE_TR_FUNCTIONS(cotejo::casefile::Asks)
};

/// A dialog under construction: the case, and how what was typed becomes an act.
struct Asking {
    const bridge::CaseFile& file;
    QString act, variant;
    QWidget* parent;
    Perform perform;

    widgets::FormDialog* sheet(const QString& icon, const QString& title) const { return new widgets::FormDialog(icon, title, parent); }
    /// `make` is `record::Act()`, called when the button is pressed.
    template <class Make>
    widgets::FormDialog* ready(widgets::FormDialog* dialog, Make make) const {
        QObject::connect(dialog, &widgets::FormDialog::submitted, dialog, [dialog, make, run = perform] {
            dialog->setBusy(true);
            run(dialog, make());
        });
        dialog->show();
        return dialog;
    }
};

/// Null where the act is not theirs.
widgets::FormDialog* askAboutCase(const Asking& asking);
widgets::FormDialog* askAboutHold(const Asking& asking);
widgets::FormDialog* askAboutPapersAndSamples(const Asking& asking);
widgets::FormDialog* askAboutGuard(const Asking& asking);
widgets::FormDialog* askAboutDecision(const Asking& asking);

}  // namespace cotejo::casefile
