#pragma once

#include <QGridLayout>
#include <QWidget>

#include "ui/widgets/label.h"

namespace cotejo::partner_ui {

/// "Agreement  Fronteras 2024/11, art. 6" line by line; values wrap. Main thread.
class FactsGrid final : public QWidget {
    Q_OBJECT
  public:
    explicit FactsGrid(QWidget* parent = nullptr);
    void clear();
    /// Nothing where there is no value.
    void add(const QString& name, const QString& value, widgets::Ink ink = widgets::Ink::T1);

  private:
    QGridLayout* m_grid;
    int m_rows = 0;
};

/// A paragraph that wraps.
widgets::Label* wrapped(const QString& text, widgets::TextRole role, widgets::Ink ink, QWidget* parent, widgets::Weight weight = widgets::Weight::Regular);
/// An icon and a sentence beside it.
QWidget* markedLine(const QString& icon, widgets::Ink ink, const QString& sentence, QWidget* parent, const QString& below = {});

}  // namespace cotejo::partner_ui
