#pragma once

#include <QWidget>

class QStackedWidget;

namespace cotejo::compare {

class ReviewPage;

/// A tab of a case file with its two examinations: the candidates of a search, and where the case has both samples, the document against
/// the person. Each page offers the way to the other in its protocol bar.
class CompareTab : public QWidget {
    Q_OBJECT

  public:
    /// 0: the candidates, 1: the document against the person.
    void turnTo(int side);

  protected:
    explicit CompareTab(QWidget* parent);
    void setPages(ReviewPage* search, ReviewPage* document);
    /// `another` case: begins with the candidates.
    void offerDocument(bool there, bool another);

  private:
    QStackedWidget* m_stack;
    ReviewPage* m_pages[2] = {};
    bool m_there = false;
};

}  // namespace cotejo::compare
