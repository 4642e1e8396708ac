#include <QFileDialog>
#include <filesystem>

#include "core/base/file.h"
#include "core/review/watchlist_view.h"
#include "ui/bridge/error_text.h"
#include "ui/casefile/acts/case_forms.h"
#include "ui/casefile/case_page.h"
#include "ui/casefile/decision/decision_tab.h"
#include "ui/widgets/form_dialog.h"

/// Work of a case page that asks for more than one act.
namespace cotejo::casefile {

void CasePage::askExport() {
    openExportForm(this, [this, id = *m_id](widgets::FormDialog* sheet, const decide::Departure& departure) {
        auto* chooser = new QFileDialog(this, tr("Folder for what leaves the post"));
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        chooser->setFileMode(QFileDialog::Directory);
        connect(chooser, &QFileDialog::fileSelected, this, [this, id, departure, sheet = QPointer(sheet)](const QString& folder) { writeExport(id, departure, folder, sheet); });
        chooser->open();
    });
}

/// Recorded before a byte is written: what the journal names may be missing outside, never the other way round.
void CasePage::writeExport(const CaseId& id, const decide::Departure& departure, const QString& folder, QPointer<widgets::FormDialog> sheet) {
    if (sheet != nullptr) sheet->setBusy(true);
    m_session.call(
        this,
        [id, departure, folder = std::filesystem::path(folder.toStdString())](access::Desk& desk, std::stop_token) -> Result<std::vector<std::string>> {
            COTEJO_TRY_ASSIGN(const auto content, decide::exportCase(desk, id, departure));
            for (const auto& file : content.files) COTEJO_TRY(writeFileAtomically(folder / file.name, file.bytes));
            return content.left;
        },
        [this, id, sheet](const Result<std::vector<std::string>>& left) {
            m_session.announce(id);
            if (sheet == nullptr) return;
            sheet->setBusy(false);
            if (!left) return sheet->showRefusal(bridge::noticeText(left.error()));
            sheet->close();
        });
}

/// The lists first: what can be left out is what there is.
void CasePage::askNarrowSearch() {
    m_session.call(this, [](access::Desk& desk, std::stop_token) { return review::WatchlistView(desk).state(); },
                   [this, id = *m_id](const Result<review::ListState>& lists) {
                       if (m_id != id) return;
                       if (!lists) return m_decision->showRefusal(lists.error());
                       std::vector<std::string> names;
                       for (const auto& each : lists->galleries)
                           if (each.active > 0) names.push_back(each.name);
                       closeDialogs();
                       openSearchForm(names, this, [this, id](widgets::FormDialog* sheet, const record::SearchLimits& limits) {
                           m_decision->setBusy(true);
                           m_session.search(this, id,
                                            [this, sheet = QPointer(sheet)](const Result<std::string>& done) {
                                                m_decision->setBusy(false);
                                                if (sheet == nullptr) return;
                                                if (!done) return sheet->showRefusal(bridge::noticeText(done.error()));
                                                m_toNextStep = true;
                                                sheet->close();
                                            },
                                            limits);
                       });
                   });
}

}  // namespace cotejo::casefile
