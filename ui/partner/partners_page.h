#pragma once

#include <QWidget>

#include "ui/bridge/session.h"
#include "ui/partner/partners_view.h"

namespace cotejo::widgets {
class BusyBar;
}

namespace cotejo::partner_ui {

/// Requests, agreements and disclosures of all cases. Reads when it is shown and when the store changed. Main thread.
class PartnersPage final : public QWidget {
    Q_OBJECT
  public:
    explicit PartnersPage(bridge::Session& session, QWidget* parent = nullptr);
    PartnersView* view() const { return m_view; }
    void reload();

  signals:
    void requestOpened(const cotejo::CaseId& id, const cotejo::record::RequestId& request);
    /// Requests that this officer can lead on.
    void waitingChanged(int count);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    bridge::Session& m_session;
    bridge::Request* m_request;
    bool m_isStale = true;
    widgets::BusyBar* m_busy;
    PartnersView* m_view;
};

}  // namespace cotejo::partner_ui
