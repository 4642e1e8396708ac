#pragma once

#include "ui/casefile/case_tab.h"

class QBoxLayout;
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

class MrzCard;
class Samples;
class SideCards;

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

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showHistory(const bridge::CaseFile& file);
    void showBase(const bridge::CaseFile& file);
    void askWords(const QString& act);
    void submitWords();

    bridge::CaseFile m_file;
    QBoxLayout* m_columns;
    MrzCard* m_document;
    Samples* m_samples;
    QVBoxLayout* m_base;
    widgets::Card* m_historyCard;
    QVBoxLayout* m_history;
    SideCards* m_side;
    widgets::Card* m_wordsCard;
    widgets::Label* m_wordsLabel;
    QLineEdit* m_words;
    QPushButton* m_wordsSend;
    QString m_wordsAct;
};

}  // namespace cotejo::casefile
