#pragma once

#include <QFrame>

namespace cotejo::widgets {
class Card;
class Label;
}  // namespace cotejo::widgets

namespace cotejo::statistics {

/// One figure: what it is, its value, and what it rests on.
class FigureTile final : public QFrame {
    Q_OBJECT
  public:
    explicit FigureTile(const QString& title, QWidget* parent = nullptr);
    void setFigure(const QString& value, const QString& words);
    QString value() const;
    QString words() const;

  private:
    widgets::Card* m_card;
    QString m_title;
    widgets::Label* m_value;
    widgets::Label* m_words;
};

}  // namespace cotejo::statistics
