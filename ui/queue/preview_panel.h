#pragma once

#include <QImage>
#include <vector>

#include "core/base/time.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/portrait.h"

class QPushButton;
class QVBoxLayout;

namespace cotejo::queue {

/// A case in short, as values. `person` empty: identity hidden.
struct Preview {
    QString person, facts, number;
    QImage portrait;                       ///< null: none, or not loaded yet
    std::vector<widgets::BadgeLook> badges;
    QString clockKind;
    UtcTime opened{}, deadline{};
    QString why;
    struct Line {
        QString icon, label, value;
        widgets::Ink ink = widgets::Ink::T2;
    };
    std::vector<Line> contents;
    std::vector<Line> needs;               ///< conditions to take the case; a cross icon where one is not met
    bool canTake = false;
    bool mine = false;
};

/// Beside the queue: the case of the selected row, and taking it.
class PreviewPanel final : public widgets::Strip {
    Q_OBJECT
  public:
    explicit PreviewPanel(QWidget* parent = nullptr);
    void showNothing();
    void showCase(const Preview& preview, UtcTime now);
    void setNow(UtcTime now);

  signals:
    void takeRequested();
    void returnRequested();
    void openRequested();

  private:
    Preview m_preview;
    QWidget* m_body;
    widgets::Label* m_empty;
    widgets::Portrait* m_portrait;
    widgets::Label *m_name, *m_facts, *m_number;
    QLayout* m_badges;
    widgets::Label *m_clockKind, *m_clock;
    widgets::ShareBar* m_bar;
    widgets::Label* m_why;
    QVBoxLayout *m_contents, *m_needs;
    widgets::Label* m_note;
    QPushButton *m_take, *m_open;
};

}  // namespace cotejo::queue
