#pragma once

#include <QFrame>

#include "ui/widgets/style/theme.h"

class QHBoxLayout;
class QVBoxLayout;

namespace cotejo::widgets {

class Label;

/// A panel on `base` with a hairline round it: header (icon, title, caption, what stands at its end), then the body.
class Card : public QFrame {
    Q_OBJECT
  public:
    /// `title` empty: no header.
    explicit Card(const QString& icon, const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setCaption(const QString& caption);
    /// Widgets at the end of the header.
    void addTrailing(QWidget* widget);
    QVBoxLayout* body() const { return m_body; }
    /// No padding round the body, for tables.
    void setFlush(bool flush);
    /// The one card that says what to do next has an accent border.
    void setEmphasized(bool emphasized);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Label* m_title = nullptr;
    Label* m_caption = nullptr;
    QWidget* m_head = nullptr;
    QHBoxLayout* m_headLayout = nullptr;
    QVBoxLayout* m_body;
    bool m_emphasized = false;
};

/// A flat strip of one token colour with an optional hairline at one edge: top bar, tool bars, side panels.
class Strip : public QWidget {
    Q_OBJECT
  public:
    enum class Ground { Window, Base, Sunk };
    explicit Strip(Ground ground, Qt::Edges edges = {}, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Ground m_ground;
    Qt::Edges m_edges;
};

}  // namespace cotejo::widgets
