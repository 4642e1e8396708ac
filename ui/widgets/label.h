#pragma once

#include <QLabel>
#include <optional>

#include "ui/widgets/style/theme.h"

namespace cotejo::widgets {

/// Which text colour: T1 values, T2 labels, T3 captions, or that of a tone.
enum class Ink { T1, T2, T3, Accent, Ok, Warn, Bad, Protect, OnAccent };
QColor inkOf(const Tokens& tokens, Ink ink);

/// A label whose font and colour follow the theme. Plain text unless told otherwise.
class Label : public QLabel {
    Q_OBJECT
  public:
    explicit Label(TextRole role = TextRole::Body, Ink ink = Ink::T1, Weight weight = Weight::Regular, QWidget* parent = nullptr);
    Label(const QString& text, TextRole role, Ink ink = Ink::T1, Weight weight = Weight::Regular, QWidget* parent = nullptr);
    void setInk(Ink ink);
    void setRole(TextRole role, Weight weight);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void apply();
    TextRole m_role;
    Ink m_ink;
    Weight m_weight;
    bool m_applying = false;
};

/// One line that elides at the end instead of asking for room; the whole text is its tooltip and accessible name.
class ElidedLabel final : public Label {
    Q_OBJECT
  public:
    using Label::Label;
    QSize minimumSizeHint() const override { return {24, QLabel::minimumSizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A small icon that follows the theme.
class IconLabel final : public QWidget {
    Q_OBJECT
  public:
    IconLabel(const QString& name, Ink ink, int side = metric::kIcon, QWidget* parent = nullptr);
    void setIcon(const QString& name, Ink ink);
    QSize sizeHint() const override { return {m_side, m_side}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_name;
    Ink m_ink;
    int m_side;
};

/// A keyboard key as a small outlined box, e.g. "Ctrl+F".
class KeyHint final : public QWidget {
    Q_OBJECT
  public:
    explicit KeyHint(const QString& key, QWidget* parent = nullptr);
    void setKey(const QString& key);
    void setInk(Ink ink);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_key;
    Ink m_ink = Ink::T2;
};

/// A horizontal or vertical hairline.
class Line final : public QWidget {
    Q_OBJECT
  public:
    explicit Line(Qt::Orientation orientation, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace cotejo::widgets
