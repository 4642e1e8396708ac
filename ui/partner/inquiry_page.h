#pragma once

#include <QWidget>
#include <set>

#include "ui/bridge/session.h"
#include "ui/partner/partner_loader.h"

class QStackedWidget;

namespace cotejo::widgets {
class BusyBar;
class FormDialog;
class StatusView;
}  // namespace cotejo::widgets

namespace cotejo::partner_ui {

class InquiryView;

/// The inquiry of one case: loads it, previews what is chosen, does what the view asks for, and reads it again when it changed. Main thread.
class InquiryPage final : public QWidget {
    Q_OBJECT
  public:
    explicit InquiryPage(bridge::Session& session, QWidget* parent = nullptr);

    /// Without a request: the one that is under way, or a new one.
    void open(const CaseId& id, const std::optional<record::RequestId>& request = {});
    std::optional<CaseId> current() const { return m_id; }
    std::optional<record::RequestId> shown() const { return m_question.shown; }
    const std::optional<InquiryFile>& file() const { return m_file; }
    InquiryView* view() const { return m_view; }

  signals:
    void backRequested();
    void caseRequested(const cotejo::CaseId& id, const QString& tab);

  private:
    using Act = std::function<Result<record::CaseView>(partner::RequestService&)>;
    void reload();
    void show(InquiryFile file);
    void loadPictures();
    void draft();
    void act(widgets::FormDialog* sheet, Act run);
    void closeSheets();

    bridge::Session& m_session;
    bridge::Request* m_load;
    std::optional<CaseId> m_id;
    InquiryQuestion m_question;
    std::optional<InquiryFile> m_file;
    std::set<CaptureId> m_pictured;
    widgets::BusyBar* m_busy;
    QStackedWidget* m_states;
    widgets::StatusView* m_status;
    InquiryView* m_view;
    bool m_toMessage = false;  ///< once it is shown the focus goes to what is to be read
};

}  // namespace cotejo::partner_ui
