#pragma once

#include <QWidget>
#include <functional>

#include "ui/widgets/style/theme.h"

class QPushButton;
class QTimer;

namespace cotejo::widgets {

class Label;
class IconLabel;

/// The designed states of a page beside its contents: empty (one sentence, one action), loading, error. Centred on the page.
class StatusView final : public QWidget {
    Q_OBJECT
  public:
    explicit StatusView(QWidget* parent = nullptr);
    void showLoading(const QString& sentence);
    /// `action` empty: no button.
    void showEmpty(const QString& icon, const QString& sentence, const QString& action = {}, std::function<void()> run = {});
    void showError(const QString& title, const QString& remedy, const QString& code, const QString& action = {},
                   std::function<void()> run = {});

  private:
    void show(const QString& icon, bool bad, const QString& title, const QString& sentence, const QString& code,
              const QString& action, std::function<void()> run);
    IconLabel* m_icon;
    Label* m_title;
    Label* m_sentence;
    Label* m_code;
    QPushButton* m_button;
    std::function<void()> m_run;
};

/// A thin bar at the top of a page that runs while work takes longer than 200 ms.
class BusyBar final : public QWidget {
    Q_OBJECT
  public:
    explicit BusyBar(QWidget* parent = nullptr);
    void setBusy(bool busy);
    QSize sizeHint() const override { return {10, 2}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QTimer* m_delay;
    QTimer* m_tick;
    bool m_shown = false;
    int m_phase = 0;
};

}  // namespace cotejo::widgets
