#pragma once

#include "core/review/watchlist_view.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace cotejo::widgets {
class Badge;
class Label;
}  // namespace cotejo::widgets

namespace cotejo::watchlist {

/// Beside the list: what the officer may read of the selected entry. Main thread.
class EntryPanel final : public widgets::Strip {
    Q_OBJECT
  public:
    explicit EntryPanel(QWidget* parent = nullptr);
    void showNothing();
    void showEntry(const review::VisibleEntry& entry);
    /// Where the shown entry came up, once that is read; for those who decide and never examine.
    void showCases(const std::vector<review::PastCandidate>& cases);

  signals:
    void caseRequested(const cotejo::CaseId& id);

  private:
    void addFact(const QString& icon, const QString& name, const QString& value, bool warn = false);
    void addPassage(const QString& heading, const QString& text);

    widgets::Label* m_empty;
    QWidget* m_body;
    widgets::Label* m_title;
    widgets::Badge* m_status;
    QVBoxLayout* m_facts;
    QVBoxLayout* m_cases;
    widgets::Label* m_id;
};

}  // namespace cotejo::watchlist
