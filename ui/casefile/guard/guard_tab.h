#pragma once

#include "ui/casefile/case_tab.h"

class QBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace cotejo::widgets {
class Card;
class Label;
class Notice;
class ShareBar;
class StatusView;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

class ActList;

/// The release guard of an identification: its two clocks, what the owner was asked and answered, the entry, what each answer means,
/// and what this officer can do. Its tab is there only where somebody is identified and the officer may know; without, the page says why it
/// has nothing. Main thread.
class GuardTab final : public CaseTab {
    Q_OBJECT
  public:
    explicit GuardTab(QWidget* parent = nullptr);
    /// Whether the tab has something to say to this officer.
    static bool hasContent(const bridge::CaseFile& file);
    void showCase(const bridge::CaseFile& file) override;
    void showRefusal(const Error& error) override;
    void setNow(UtcTime now) override;

  signals:
    /// The paper of an answer is to be read.
    void paperRequested(const cotejo::Hash& blob);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Clock {
        widgets::Card* card;
        widgets::Label *left, *note;
        widgets::ShareBar* bar;
    };
    Clock addClock(const QString& icon, const QString& title, QBoxLayout* into);
    void showClock(const Clock& clock, UtcTime since, UtcTime until, UtcTime now, const QString& after);
    void showStory(const bridge::CaseFile& file);
    void showEntry(const bridge::CaseFile& file);
    void showNothing(const bridge::CaseFile& file);

    QStackedWidget* m_states;
    widgets::StatusView* m_nothing;
    QBoxLayout *m_columns, *m_clocks;
    Clock m_owner, m_maximum;
    std::optional<bridge::GuardClocks> m_times;
    widgets::Label* m_state;
    QVBoxLayout *m_story, *m_entry;
    ActList* m_acts;
    widgets::Card* m_actsCard;
    widgets::Notice* m_refusal;
};

}  // namespace cotejo::casefile
