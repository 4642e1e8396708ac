#pragma once

#include <functional>

#include "ui/bridge/case_file.h"
#include "ui/bridge/paper.h"

class QComboBox;
class QWidget;

namespace cotejo::widgets {
class FormDialog;
}

namespace cotejo::casefile {

/// Asks what a file is before it becomes a paper of the dossier: kind, title, term, protected content. `done` gets everything but the
/// bytes. `kind`: the one that is wanted, or empty.
widgets::FormDialog* openPaperForm(const bridge::CaseFile& file, const QString& title, const bridge::PaperFacts& facts, const QString& kind, QWidget* parent,
                                   std::function<void(widgets::FormDialog*, record::DossierDocument)> done);

}  // namespace cotejo::casefile
