#pragma once

#include "ui/casefile/case_tab.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace cotejo::widgets {
class Card;
class Label;
class Notice;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

class HoldsCard;
class MrzCard;
class OtherActsCard;
class Samples;
class SideCards;
class StoryCard;

/// Evidence left, what happened in the middle, what to do right.
class OverviewTab final : public CaseTab {
    Q_OBJECT
  public:
    explicit OverviewTab(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file) override;
    void showRefusal(const Error& error) override;
    void setNow(UtcTime now) override;
    void setPortrait(const QImage& image);
    void setThumbnail(const CaptureId& capture, const QImage& image);
    /// Puts the focus on the next step, where it is one that does no harm.
    void focusNextStep();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showHistory(const bridge::CaseFile& file);
    void showBase(const bridge::CaseFile& file);

    bridge::CaseFile m_file;
    /// Three columns on a wide screen; on a laptop two, what to do above what happened; on a small one what to do comes first.
    void place(int columns);
    QGridLayout* m_columns;
    QWidget *m_left, *m_middle, *m_right;
    int m_columnCount = 0;
    MrzCard* m_document;
    Samples* m_samples;
    QVBoxLayout* m_base;
    widgets::Card* m_historyCard;
    QVBoxLayout* m_history;
    SideCards* m_side;
    StoryCard* m_story;
    HoldsCard* m_holds;
    OtherActsCard* m_others;
};

}  // namespace cotejo::casefile
