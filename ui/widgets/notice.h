#pragma once

#include <QFrame>
#include <functional>

#include "ui/widgets/style/theme.h"

class QPushButton;
class QVBoxLayout;

namespace cotejo::widgets {

class Label;

/// What a refusal or a remark says: what, under which rule, what would satisfy it, and the code in small mono.
struct NoticeText {
    QString title;
    QString body;    ///< optional
    QString rule;    ///< optional: shown after "Rule."
    QString remedy;  ///< optional: shown after "To satisfy it."
    QString code;    ///< optional
    QString footnote;
};

/// An inline frame; never a message box. Appearing raises an accessibility alert. Buttons for the remedy stand below.
class Notice final : public QFrame {
    Q_OBJECT
  public:
    QSize sizeHint() const override;
    explicit Notice(QWidget* parent = nullptr);
    Notice(Tone tone, const QString& icon, const NoticeText& text, QWidget* parent = nullptr);

    void setContent(Tone tone, const QString& icon, const NoticeText& text);
    /// A button that satisfies or leads to the remedy. Returned for its objectName; the notice owns it.
    QPushButton* addAction(const QString& icon, const QString& text, std::function<void()> run);
    void clearActions();
    QString plainText() const;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void rebuild();

    Tone m_tone = Tone::Neutral;
    QString m_icon;
    NoticeText m_text;
    Label* m_title;
    Label* m_code;
    Label* m_body;
    Label* m_rule;
    Label* m_remedy;
    Label* m_footnote;
    QVBoxLayout* m_actions;
};

}  // namespace cotejo::widgets
