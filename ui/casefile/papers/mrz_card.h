#pragma once

#include "ui/bridge/case_file.h"
#include "ui/widgets/card.h"
#include "ui/widgets/portrait.h"

class QVBoxLayout;

namespace cotejo::widgets {
class Badge;
class FittingTable;
class Notice;
class RowsModel;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

/// The lines of a machine-readable zone in mono, check digits green where they hold and boxed red where they do not. The lines
/// and the verdicts are its accessible text.
class MrzLines final : public QWidget {
    Q_OBJECT
  public:
    explicit MrzLines(QWidget* parent = nullptr);
    void setReading(const exchange::MrzReading& reading);
    void setPlain(const QStringList& lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    enum class Mark { None, Right, Wrong };
    QFont lineFont() const;
    QStringList m_lines;
    std::map<std::pair<int, int>, Mark> m_marks;
};

/// A travel document: portrait, zone, proposals to repair it, every field with its check.
class MrzCard final : public QWidget {
    Q_OBJECT
  public:
    explicit MrzCard(QWidget* parent = nullptr);
    void showDocument(const record::Document& document, const exchange::MrzReading* zone, UtcTime now);
    void setPortrait(const QImage& image);
    /// Things that stand at the foot of the card.
    QVBoxLayout* foot() const { return m_foot; }

  signals:
    /// The officer holds the proposal for right: to be recorded as an amendment with its reason. Never applied to the zone.
    void proposalAccepted(const QStringList& lines, const QString& reason);

  private:
    widgets::Card* m_card;
    widgets::Badge* m_verdict;
    widgets::Portrait* m_portrait;
    MrzLines* m_lines;
    widgets::Notice* m_proposal;
    widgets::RowsModel* m_fields;
    widgets::FittingTable* m_table;
    QVBoxLayout* m_foot;
};

/// What the officer holds for right becomes the traveler's data; the zone as read stays as it is. Nothing when the lines make no
/// zone or there is no such document.
std::optional<record::AmendTraveler> amendFromZone(const record::CaseView& view, std::size_t document, const QStringList& lines,
                                                   const QString& reason);

}  // namespace cotejo::casefile
