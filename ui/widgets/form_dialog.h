#pragma once

#include <QDialog>

#include "ui/widgets/notice.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace cotejo::widgets {

class Label;

/// One act as a sheet over the window, which stays usable (PROTECTION is one key away from everywhere): what it is and what will happen, the fields it asks for, and the button that does it. Nothing is
/// done by Return alone, and the button never appears under the pointer. Stays open until whoever opened it closes it, so that a
/// refusal stands beside what was typed. Main thread.
class FormDialog final : public QDialog {
    Q_OBJECT
  public:
    FormDialog(const QString& icon, const QString& title, QWidget* parent);

    /// A paragraph; `strong` for what will happen.
    void say(const QString& sentence, bool strong = false);
    /// An aside of its own tone: what cannot be undone, what somebody will no longer see.
    void warn(Tone tone, const QString& icon, const QString& title, const QString& body);
    QLineEdit* addLine(const QString& name, const QString& label, const QString& placeholder = {});
    QPlainTextEdit* addText(const QString& name, const QString& label);
    QComboBox* addChoice(const QString& name, const QString& label);
    QCheckBox* addCheck(const QString& name, const QString& text);
    /// Anything else, under what was added before.
    void addWidget(QWidget* widget);
    /// Shows or hides a field with its label.
    void showField(QWidget* field, bool shown);
    /// The button; `submitted` is emitted when it is pressed.
    void setAct(const QString& icon, const QString& text, bool plain = true);
    /// Not yet: why the button is off; empty switches it on.
    void block(const QString& why);

    void showRefusal(const NoticeText& text);
    void setBusy(bool busy);
    QPushButton* sendButton() const { return m_send; }

  signals:
    void submitted();

  protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QWidget* labelled(QWidget* field, const QString& name, const QString& label);
    void fit();

    QScrollArea* m_scroll;
    QVBoxLayout* m_body;
    Notice* m_refusal;
    Label* m_why;
    QPushButton *m_send, *m_cancel;
    QWidget* m_first = nullptr;
};

}  // namespace cotejo::widgets
