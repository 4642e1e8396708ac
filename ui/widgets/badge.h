#pragma once

#include <QString>
#include <QWidget>

#include "ui/widgets/style/theme.h"

class QPainter;

namespace cotejo::widgets {

/// What a badge says: icon, word and tone. States are filled, holds are outlined, so the two never read as one list.
struct BadgeLook {
    QString icon;  ///< may be empty
    QString text;
    Tone tone = Tone::Neutral;
    bool outlined = false;
    bool operator==(const BadgeLook&) const = default;
};

/// For delegates: width and height a badge takes, and its picture with the left edge at `rect.left()`, centred vertically and
/// elided to `rect`. Returns the width painted.
QSize badgeSize(const BadgeLook& look);
int paintBadge(QPainter& painter, const QRect& rect, const BadgeLook& look, const Tokens& tokens);

/// A state or a hold as a small widget; its text is its accessible name.
class Badge : public QWidget {
    Q_OBJECT
  public:
    explicit Badge(QWidget* parent = nullptr);
    Badge(const BadgeLook& look, QWidget* parent = nullptr);
    void setLook(const BadgeLook& look);
    const BadgeLook& look() const { return m_look; }
    QSize sizeHint() const override { return badgeSize(m_look); }
    QSize minimumSizeHint() const override;
    /// Where the line has too little room it gives up the end of its word, which its tool tip keeps. Otherwise it never does.
    void setMayShrink(bool may);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    BadgeLook m_look;
    bool m_mayShrink = false;
};

/// An outlined badge.
class HoldBadge final : public Badge {
    Q_OBJECT
  public:
    HoldBadge(const QString& icon, const QString& text, Tone tone, QWidget* parent = nullptr)
        : Badge({icon, text, tone, true}, parent) {}
};

/// A count beside a word, e.g. on a tab: width it takes and its picture.
QSize countSize(const QString& text);
void paintCount(QPainter& painter, const QRect& rect, const QString& text, const Tokens& tokens, bool strong = false);

}  // namespace cotejo::widgets
