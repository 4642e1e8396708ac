#include "ui/casefile/case_strip.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>
#include <set>

#include "ui/bridge/text.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {
constexpr int kNarrowUnder = 1100;
}

CaseStrip::CaseStrip(QWidget* parent) : Strip(Ground::Base, Qt::BottomEdge, parent) {
    setObjectName(QStringLiteral("caseStrip"));
    setFixedHeight(metric::kCaseStrip);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 0, 16, 1);
    layout->setSpacing(10);
    m_back = new QToolButton(this);
    m_back->setObjectName(QStringLiteral("caseBack"));
    m_back->setIcon(icon(QStringLiteral("chevron-left")));
    m_back->setToolTip(tr("Back to the queue (Esc)"));
    m_back->setAccessibleName(tr("Back to the queue"));
    setLook(m_back, ButtonKind::Quiet);
    layout->addWidget(m_back);
    m_portrait = new Portrait(QSize(32, 38), this);
    layout->addWidget(m_portrait);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->setContentsMargins(0, 6, 0, 6);
    auto* first = new QHBoxLayout;
    first->setSpacing(7);
    m_name = new ElidedLabel(TextRole::Section, Ink::T1, Weight::SemiBold, this);
    m_name->setObjectName(QStringLiteral("caseName"));
    m_facts = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, this);
    first->addWidget(m_name);
    first->addWidget(m_facts);
    first->addStretch(1);
    m_case = new ElidedLabel(TextRole::Secondary, Ink::T2, Weight::Regular, this);
    m_case->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    lines->addLayout(first);
    lines->addWidget(m_case);
    layout->addLayout(lines, 1);
    m_badges = new QHBoxLayout;
    m_badges->setSpacing(8);
    layout->addLayout(m_badges);
    m_clock = new Badge(this);
    m_clock->setMayShrink(true);
    layout->addWidget(m_clock);
    m_line = new Line(Qt::Vertical, this);
    m_line->setFixedHeight(20);
    layout->addWidget(m_line);
    m_leaseIcon = new IconLabel(QStringLiteral("key"), Ink::T2, 14, this);
    layout->addWidget(m_leaseIcon);
    m_lease = new Label(TextRole::Secondary, Ink::T1, Weight::Medium, this);
    layout->addWidget(m_lease);
    m_take = new QPushButton(this);
    m_take->setObjectName(QStringLiteral("caseLease"));
    setLook(m_take, ButtonKind::Normal, ButtonSize::Small);
    layout->addWidget(m_take);
    connect(m_back, &QToolButton::clicked, this, &CaseStrip::backRequested);
    connect(m_take, &QPushButton::clicked, this, &CaseStrip::leaseRequested);
}

void CaseStrip::showCase(const bridge::CaseFile& file) {
    const auto& view = file.view;
    m_name->setText(file.identityHidden ? tr("Identity hidden") : bridge::personName(view.traveler));
    m_facts->setText(file.identityHidden ? QString() : bridge::personFacts(view.traveler));
    QStringList parts{tr("Case %1").arg(bridge::fromText(view.number))};
    if (!file.identityHidden && !view.traveler.documents.empty())
        parts << tr("Document %1").arg(bridge::fromText(view.traveler.documents.front().number));
    parts << bridge::text(view.reason);
    m_case->setText(parts.join(QStringLiteral(" · ")));

    clearLayout(m_badges);
    const auto badge = [&](const BadgeLook& look) {
        auto* made = new Badge(look, this);
        made->setMayShrink(true);
        m_badges->addWidget(made);
    };
    badge(bridge::look(view.state));
    QStringList shown;
    for (const auto& hold : view.holds) {
        const auto look = bridge::look(hold.kind, file.readsHolds);
        if (shown.contains(look.text)) continue;
        shown << look.text;
        badge(look);
    }
    if (file.onHold && !shown.contains(bridge::neutralHoldLook().text)) badge(bridge::neutralHoldLook());
    m_deadline = view.deadline;
    m_kind = view.deadlineKind;
    m_mine = file.mine;
    m_leaseUntil.reset();
    m_leaseOwner.clear();
    if (view.lease && view.lease->until > file.now) {
        m_leaseUntil = view.lease->until;
        m_leaseOwner = bridge::fromText(view.lease->officerName);
    }
    m_take->setText(m_mine ? tr("Renew") : tr("Take"));
    m_take->setAccessibleName(m_mine ? tr("Renew the time of this case") : tr("Take this case"));
    m_take->setVisible(file.allows("case.lease"));
    setNow(file.now);
}

/// On a small screen who it is and what the case waits for come before the picture and the birth date, which every page of the case has.
void CaseStrip::resizeEvent(QResizeEvent* event) {
    Strip::resizeEvent(event);
    const bool narrow = event->size().width() < kNarrowUnder;
    m_portrait->setVisible(!narrow);
    m_facts->setVisible(!narrow);
    m_line->setVisible(!narrow);
}

void CaseStrip::setNow(UtcTime now) {
    const auto left = m_deadline - now;
    const Tone tone = bridge::urgency(left);
    m_clock->setLook({QStringLiteral("clock"), QStringLiteral("%1 %2").arg(bridge::text(m_kind), bridge::remainingText(left)), tone, false});
    if (m_leaseUntil && *m_leaseUntil > now) {
        const QString time = bridge::ageText(*m_leaseUntil - now);
        m_lease->setText(m_mine ? tr("Yours · %1").arg(time) : QStringLiteral("%1 · %2").arg(m_leaseOwner, time));
        m_leaseIcon->setIcon(m_mine ? QStringLiteral("key") : QStringLiteral("user"), Ink::T2);
    } else {
        m_lease->setText(tr("free", "nobody has taken the case"));
        m_leaseIcon->setIcon(QStringLiteral("key"), Ink::T3);
    }
}

}  // namespace cotejo::casefile
