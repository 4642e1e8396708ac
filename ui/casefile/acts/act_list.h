#pragma once

#include <QWidget>

#include "ui/bridge/case_file.h"

class QPushButton;
class QVBoxLayout;

namespace cotejo::casefile {

/// Acts under each other: what each does, and its button, or why it is refused now with the next step. An act that can never be this
/// officer's, or has no place in the present state, is not there at all. Main thread.
class ActList final : public QWidget {
    Q_OBJECT
  public:
    explicit ActList(QWidget* parent = nullptr);
    void clear();
    /// False when the act is not offered. `what` is what the button asks for, see act_dialogs.h.
    bool add(const bridge::CaseFile& file, std::string_view act, std::string_view variant, const QString& title, const QString& sentence,
             const QString& button, const QString& icon, const QString& what);
    /// Leads to a page where the rules are told: always open.
    void addWay(const QString& title, const QString& sentence, const QString& button, const QString& icon, const QString& what);
    int count() const { return m_count; }

  signals:
    void asked(const QString& what);

  private:
    QPushButton* press(const QString& button, const QString& icon, const QString& what);
    QVBoxLayout* m_layout;
    int m_count = 0;
};

/// A hint at the way out of a refusal: "-> Save the analysis", as pages show it under the act.
QWidget* remedyLine(const Error& refusal, QWidget* parent);

}  // namespace cotejo::casefile
