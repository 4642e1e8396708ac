#pragma once

#include <QWidget>

#include "core/record/act.h"
#include "ui/bridge/case_file.h"

namespace cotejo::casefile {

/// One tab of a case file. Shows a value, asks for acts; whoever owns it does them and comes back with a new value or a
/// refusal, which the tab shows where the officer asked.
class CaseTab : public QWidget {
    Q_OBJECT
  public:
    explicit CaseTab(QWidget* parent = nullptr);
    virtual void showCase(const bridge::CaseFile& file) = 0;
    virtual void showRefusal(const Error& error) = 0;
    virtual void setNow(UtcTime) {}
    /// Why a page has nothing for somebody who is kept blind: the same words whether anything is left out or not.
    static QString leftOutText();

  signals:
    void actRequested(const cotejo::record::Act& act);
    /// Another tab by name: "face", "fingers", "decision", "disposition", "documents".
    void tabRequested(const QString& tab);
    /// An act that needs words or a confirmation first, see act_dialogs.h.
    void askRequested(const QString& what);
    /// Work that is more than one act: "search".
    void workRequested(const QString& work);
};

}  // namespace cotejo::casefile
