#pragma once

#include <QPushButton>

#include "core/base/time.h"
#include "ui/bridge/post_status.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

class QToolButton;

namespace cotejo::shell {

/// Icon, a strong word and a quiet one; the quiet one goes first when room is short.
class StatusItem final : public QWidget {
    Q_OBJECT
  public:
    explicit StatusItem(QWidget* parent = nullptr);
    void setContent(const QString& icon, widgets::Ink iconInk, const QString& lead, const QString& strong, const QString& quiet);
    void setQuietShown(bool shown);

  private:
    widgets::IconLabel* m_icon;
    widgets::Label* m_lead;
    widgets::Label* m_strong;
    widgets::Label* m_quiet;
    bool m_quietShown = true;
};

/// Places a PROTECTION hold at one press. Never disabled.
class ProtectionButton final : public QPushButton {
    Q_OBJECT
  public:
    explicit ProtectionButton(QWidget* parent = nullptr);
    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_word, m_key;
    bool m_compact = false;
};

/// Post, connectivity, outbox, lists, clock; protection; who is signed in.
class TopBar final : public widgets::Strip {
    Q_OBJECT
  public:
    explicit TopBar(QWidget* parent = nullptr);
    void setStatus(const bridge::PostStatus& status, UtcTime now);
    QSize minimumSizeHint() const override;

  signals:
    void protectionExpressed();
    void helpRequested();
    void lockRequested();
    void signOutRequested();
    void settingsRequested();

  protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// Gives up, as far as it must: ages and how lists stand, roles, the device, the key of protection, the clock, who, where, the lists.
    /// Protection keeps its words.
    void arrange();
    int needs() const;
    StatusItem *m_post, *m_link, *m_outbox, *m_lists, *m_clock, *m_user;
    ProtectionButton* m_protection;
    QToolButton *m_help, *m_menu;
    int m_arrangedFor = 0;  ///< what was needed after a measure last asked for another arrangement
};

}  // namespace cotejo::shell
