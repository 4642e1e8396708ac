#pragma once

#include <QWidget>

#include "core/review/statistics.h"
#include "ui/bridge/session.h"

class QBoxLayout;
class QGridLayout;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace cotejo::widgets {
class BusyBar;
class Card;
class Label;
class Notice;
class Segmented;
class StatusView;
}  // namespace cotejo::widgets

namespace cotejo::statistics {

class BarList;
class FigureTile;

/// How much was done, how long it took, and how often searches list a candidate and reviews overturn; small cells are not shown. Read
/// when it is looked at, again when the store changed. Main thread.
class StatisticsPage final : public QWidget {
    Q_OBJECT
  public:
    explicit StatisticsPage(bridge::Session& session, QWidget* parent = nullptr);
    void setSpan(review::StatisticsSpan span);
    const std::optional<review::Statistics>& figures() const { return m_figures; }
    /// Writes what is shown as a table.
    void exportTo(const QString& path);

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* buildHead();
    QWidget* buildTiles(QWidget* parent);
    widgets::Card* buildRate(const QString& icon, const QString& title, const QString& meaning, QVBoxLayout** groups, QWidget* parent);
    void reload();
    void showFigures(review::Statistics figures);
    void showRate(widgets::Card* card, QVBoxLayout* groups, const review::BrokenDownRate& rate, const QString& few);
    void showError(const Error& error);
    void chooseFile();

    bridge::Session& m_session;
    bridge::Request* m_request;
    bool m_stale = true;
    review::StatisticsSpan m_span = review::StatisticsSpan::Month;
    std::optional<review::Statistics> m_figures;
    widgets::Label* m_subtitle;
    widgets::Segmented* m_spans;
    QPushButton* m_export;
    widgets::BusyBar* m_busy;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    widgets::Notice* m_notice;
    /// So many tiles beside each other.
    void placeTiles(int across);
    QGridLayout* m_grid;
    std::vector<FigureTile*> m_tiles;
    QBoxLayout *m_rates, *m_open;
    bool m_narrow = false;
    FigureTile *m_opened, *m_decided, *m_closed, *m_time, *m_candidates, *m_overturned;
    BarList *m_states, *m_reasons;
    widgets::Card *m_candidateCard, *m_overturnCard;
    QVBoxLayout *m_candidateGroups = nullptr, *m_overturnGroups = nullptr;
};

}  // namespace cotejo::statistics
