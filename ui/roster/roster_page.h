#pragma once

#include <QWidget>

#include "core/roster/history.h"
#include "core/sync/protocol.h"
#include "ui/bridge/session.h"
#include "ui/roster/roster_forms.h"

class QHBoxLayout;
class QStackedWidget;

namespace cotejo::widgets {
class BusyBar;
class Label;
class Notice;
class RowsModel;
class StatusView;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::roster_ui {

/// People, devices and waiting changes of the organisation's roster, for its administrators. Reads when it is shown and when the store
/// changed. Main thread.
class RosterPage final : public QWidget {
    Q_OBJECT
  public:
    explicit RosterPage(bridge::Session& session, QWidget* parent = nullptr);

    int shownRows() const;
    void selectRow(int row);
    void reload();

  signals:
    /// How many people, devices and changes wait for an administrator.
    void waitingChanged(int count);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    /// What a row stands for.
    struct Row {
        enum Kind { Person, Device, AsksPerson, AsksDevice, Change } kind = Person;
        OfficerId officer;
        DeviceId device;
        std::size_t introduction = 0, place = 0;
    };
    struct Loaded {
        std::shared_ptr<const roster::History> history;
        sync::WaitingReply waiting;
        std::optional<Error> unreached;
    };
    void show(Result<Loaded> loaded);
    void fillRows();
    void showActions();
    void handIn(widgets::FormDialog* dialog, roster::Change change);
    void sign(std::size_t place);
    void told(const sync::RosterAnswer& answer);

    bridge::Session& m_session;
    bridge::Request* m_request;
    Loaded m_loaded;
    std::vector<Row> m_rows;
    bool m_isStale = true;
    widgets::Label* m_subtitle;
    widgets::Notice* m_notice;
    widgets::BusyBar* m_busy;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    widgets::RowsModel* m_model;
    widgets::TableView* m_table;
    QHBoxLayout* m_actions;
};

}  // namespace cotejo::roster_ui
