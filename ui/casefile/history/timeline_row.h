#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace cotejo::casefile {

/// One moment of a timeline: when, a dot on the line that joins the moments, and what happened.
class TimelineRow final : public QWidget {
    Q_OBJECT
  public:
    enum class Place { Only, First, Middle, Last };
    /// `own`: of the case that is open; its dot is filled.
    TimelineRow(const QString& when, const QString& title, bool own, QWidget* parent = nullptr);
    void setPlace(Place place);
    /// What stands behind the title.
    void addBehind(QWidget* widget);
    /// At the end of the line, e.g. a button.
    void addTrailing(QWidget* widget);
    void addWords(const QString& words);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_spoken;
    bool m_own;
    Place m_place = Place::Middle;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
    int m_behind = 1;
};

}  // namespace cotejo::casefile
