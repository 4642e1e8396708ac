#pragma once

#include <QWidget>
#include <vector>

#include "core/decide/case_service.h"
#include "ui/bridge/session.h"

class QVBoxLayout;

namespace cotejo::widgets {
class Label;
}

namespace cotejo::intake_ui {

class SampleRow;

/// Images on their way into a case, read and decoded off the main thread, each with what it shows. Main thread.
class SampleTray final : public QWidget {
    Q_OBJECT
  public:
    static constexpr int kMost = 40;

    explicit SampleTray(bridge::Session& session, QWidget* parent = nullptr);
    /// Asks for files.
    void choose();
    void addFiles(const QStringList& files);
    void clear();
    /// Takes the first ones out.
    void drop(int count);
    int count() const { return int(m_rows.size()); }
    /// What is in it, as declared, taken at `now`. Errors: of SampleRow::sample.
    Result<std::vector<decide::NewCapture>> samples(UtcTime now) const;

  signals:
    void changed();
    void refused(const cotejo::Error& error);

  private:
    void remove(SampleRow* row);

    bridge::Session& m_session;
    QVBoxLayout* m_layout;
    widgets::Label* m_none;
    std::vector<SampleRow*> m_rows;
    int m_reading = 0;
};

}  // namespace cotejo::intake_ui
