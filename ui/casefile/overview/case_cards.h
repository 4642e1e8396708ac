#pragma once

#include <QWidget>

#include "ui/bridge/case_file.h"

class QVBoxLayout;

namespace cotejo::widgets {
class Card;
}

namespace cotejo::casefile {

class ActList;

/// Every hold with what it means, what it follows from, who ends it and how; placing and lifting where it is this officer's. Main thread.
class HoldsCard final : public QWidget {
    Q_OBJECT
  public:
    explicit HoldsCard(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);

  signals:
    void asked(const QString& what);

  private:
    widgets::Card* m_card;
    QVBoxLayout* m_holds;
    QVBoxLayout* m_place;
};

/// The words that people had to write, newest first, as sentences, and what the lists told of the case since. Main thread.
class StoryCard final : public QWidget {
    Q_OBJECT
  public:
    explicit StoryCard(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);

  signals:
    void asked(const QString& what);

  private:
    widgets::Card* m_card;
    QVBoxLayout* m_lines;
};

/// What else can be done with the case, beside its next step. Main thread.
class OtherActsCard final : public QWidget {
    Q_OBJECT
  public:
    explicit OtherActsCard(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);

  signals:
    void asked(const QString& what);

  private:
    widgets::Card* m_card;
    ActList* m_acts;
};

}  // namespace cotejo::casefile
