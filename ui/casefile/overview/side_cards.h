#pragma once

#include <QPointer>
#include <QPushButton>
#include <QWidget>

#include "core/record/act.h"
#include "ui/bridge/case_file.h"

class QVBoxLayout;

namespace cotejo::widgets {
class Card;
class Label;
class Notice;
class ShareBar;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

/// The right column of the overview: the clock, the one next step, and what cannot be done yet with its rule and remedy.
class SideCards final : public QWidget {
    Q_OBJECT
  public:
    explicit SideCards(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);
    void showRefusal(const Error& error);
    void setNow(UtcTime now);
    /// Puts the focus on the next step, where it is one that does no harm.
    void focusNextStep();

  signals:
    void actRequested(const cotejo::record::Act& act);
    void tabRequested(const QString& tab);
    void workRequested(const QString& work);
    /// An act that needs words or a confirmation first, see act_dialogs.h.
    void askRequested(const QString& what);

  private:
    void showNextStep(const bridge::CaseFile& file);
    void showRefusals(const bridge::CaseFile& file);

    UtcTime m_opened{}, m_deadline{};
    std::optional<UtcTime> m_remitBy;
    widgets::Label *m_clockKind, *m_clock, *m_clockNote, *m_remittal;
    widgets::ShareBar* m_bar;
    widgets::Card* m_next;
    QVBoxLayout* m_nextBody;
    QPointer<QPushButton> m_harmless;
    widgets::Notice* m_refusal;
    widgets::Card* m_not;
    QVBoxLayout* m_notBody;
};

}  // namespace cotejo::casefile
