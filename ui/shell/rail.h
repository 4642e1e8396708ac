#pragma once

#include <QMap>
#include <QToolButton>

#include "ui/widgets/card.h"

class QButtonGroup;
class QVBoxLayout;

namespace cotejo::shell {

/// The left rail: pages as icon over word, with counts. Ctrl+PageUp and Ctrl+PageDown are the window's.
class Rail final : public widgets::Strip {
    Q_OBJECT
  public:
    explicit Rail(QWidget* parent = nullptr);
    /// `id` is the page's name ("queue") and part of the button's objectName ("rail_queue").
    void addPage(const QString& id, const QString& icon, const QString& word);
    /// At the bottom of the rail.
    void addFootPage(const QString& id, const QString& icon, const QString& word);
    void setCurrent(const QString& id);
    QString current() const { return m_current; }
    /// 0 hides the count.
    void setCount(const QString& id, int count);
    QStringList ids() const { return m_order; }

  signals:
    void chosen(const QString& id);

  private:
    QToolButton* add(const QString& id, const QString& icon, const QString& word);
    QButtonGroup* m_group;
    QVBoxLayout* m_pages;
    QVBoxLayout* m_foot;
    QMap<QString, QToolButton*> m_buttons;
    QStringList m_order;
    QString m_current;
};

}  // namespace cotejo::shell
