#pragma once

#include <QImage>
#include <QWidget>

#include "ui/partner/partner_values.h"

class QGridLayout;
class QVBoxLayout;

namespace cotejo::partner_ui {

class AnswerCard;
class GivenCard;
class InquiryHead;
class LeftOutCard;
class MessageCard;
class PurposeCard;
class SampleCard;
class StepCard;
class TimelineCard;

/// The inquiry of a case as a value shows it: what is asked and by which agreement, exactly what leaves, what was given before, and the next step. Asks for
/// what it cannot do itself. Three columns where there is room, two on a laptop, one in large text. Main thread.
class InquiryView final : public QWidget {
    Q_OBJECT
  public:
    explicit InquiryView(QWidget* parent = nullptr);
    void showInquiry(const InquiryFile& file);
    void setThumbnail(const CaptureId& capture, const QImage& image);
    void setPortrait(const QImage& image);
    void showRefusal(const Error& error);
    void setBusy(bool busy);
    /// Reading comes first: the focus goes to the message, never to what acts.
    void focusMessage();
    /// By key: the next step, where this person has one.
    void pressNext();

  signals:
    void backRequested();
    void choiceChanged(const cotejo::partner_ui::InquiryChoice& choice);
    void requestChosen(const std::optional<cotejo::record::RequestId>& request);
    void messageRequested();
    void draftRequested();
    void authoriseRequested();
    void cancelRequested();
    void closeRequested();
    void caseRequested();
    /// The answer's candidates are examined in the case.
    void examineRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void place(int columns);

    InquiryChoice m_choice;
    InquiryHead* m_head;
    QWidget* m_page;
    QGridLayout* m_grid;
    QWidget *m_left, *m_middle, *m_right;
    QVBoxLayout *m_leftColumn, *m_middleColumn, *m_rightColumn;
    PurposeCard* m_purpose;
    SampleCard* m_samples;
    AnswerCard* m_answer;
    MessageCard* m_message;
    LeftOutCard* m_leftOut;
    TimelineCard* m_timeline;
    GivenCard* m_given;
    StepCard* m_step;
    int m_columns = 0;
};

}  // namespace cotejo::partner_ui
