#pragma once

#include "core/review/encounters.h"
#include "ui/casefile/case_tab.h"

class QScrollArea;
class QVBoxLayout;

namespace cotejo::widgets {
class Card;
class Label;
class Notice;
}  // namespace cotejo::widgets

namespace cotejo::casefile {

/// When this traveler was met: the samples of this case, and other cases of the same record or document, last first.
class EncountersTab final : public CaseTab {
    Q_OBJECT
  public:
    explicit EncountersTab(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file) override;
    void showRefusal(const Error& error) override;
    /// Nothing yet: they are being looked for.
    void showEncounters(std::optional<review::Encounters> encounters);
    int encounterCount() const { return m_encounters ? int(m_encounters->cases.size()) : 0; }

  signals:
    void caseRequested(const cotejo::CaseId& id);

  private:
    void rebuild();
    std::optional<bridge::CaseFile> m_file;
    std::optional<review::Encounters> m_encounters;
    widgets::Notice* m_notice;
    widgets::Card* m_card;
    widgets::Label* m_note;
    QVBoxLayout* m_rows;
};

}  // namespace cotejo::casefile
