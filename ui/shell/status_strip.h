#pragma once

#include <QList>
#include <QPair>

#include "core/base/time.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

class QHBoxLayout;

namespace cotejo::shell {

/// A key and what it does.
using Hint = QPair<QString, QString>;

/// The status bar: where one is, keys of the page; when the journal was verified, date and time.
class StatusStrip final : public widgets::Strip {
    Q_OBJECT
  public:
    explicit StatusStrip(QWidget* parent = nullptr);
    void setPlace(const QString& text);
    void setHints(const QList<Hint>& hints);
    void setJournal(const QString& text, bool good);
    void setNow(UtcTime now);

  private:
    widgets::Label* m_place;
    QHBoxLayout* m_hints;
    widgets::IconLabel* m_journalIcon;
    widgets::Label* m_journal;
    widgets::Label* m_now;
};

}  // namespace cotejo::shell
