#pragma once

#include "ui/bridge/case_file.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/portrait.h"

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace cotejo::casefile {

/// Who, which case, in which state, under which holds, until when, and who has it. Never scrolls.
class CaseStrip final : public widgets::Strip {
    Q_OBJECT
  public:
    explicit CaseStrip(QWidget* parent = nullptr);
    void showCase(const bridge::CaseFile& file);
    void setPortrait(const QImage& image) { m_portrait->setImage(image); }
    void setNow(UtcTime now);

  signals:
    void backRequested();
    void leaseRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    UtcTime m_deadline{};
    std::optional<UtcTime> m_leaseUntil;
    QString m_leaseOwner;
    bool m_mine = false;
    record::DeadlineKind m_kind = record::DeadlineKind::Attention;
    QToolButton* m_back;
    widgets::Portrait* m_portrait;
    widgets::Label *m_name, *m_facts;
    widgets::ElidedLabel* m_case;
    widgets::Line* m_line;
    QHBoxLayout* m_badges;
    widgets::Badge* m_clock;
    widgets::Label* m_lease;
    widgets::IconLabel* m_leaseIcon;
    QPushButton* m_take;
};

}  // namespace cotejo::casefile
