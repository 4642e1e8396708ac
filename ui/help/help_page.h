#pragma once

#include <QWidget>

#include "ui/help/handbook.h"

class QListWidget;
class QStackedWidget;
class QTextBrowser;

namespace cotejo::widgets {
class StatusView;
}

namespace cotejo::help {

/// The handbook: contents on the left, one section on the right. Main thread.
class HelpPage final : public QWidget {
    Q_OBJECT
  public:
    explicit HelpPage(const QString& language, QWidget* parent = nullptr);
    /// The section of this id; the first one when there is none.
    void showSection(const QString& id);
    QString currentSection() const;
    int sections() const { return int(m_sections.size()); }

  signals:
    void closed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void show(int row);

    std::vector<Section> m_sections;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    QListWidget* m_contents;
    QTextBrowser* m_text;
};

}  // namespace cotejo::help
