#include "ui/approvals/dossier_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/acts/act_dialogs.h"
#include "ui/casefile/decision/examination_card.h"
#include "ui/casefile/overview/case_cards.h"
#include "ui/casefile/papers/paper_view.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::approvals {

using namespace widgets;

namespace {
constexpr int kPapersWidth = 348, kPapersNarrow = 296, kDecisionNarrow = 364, kNarrowUnder = 1400;
constexpr int kDecisionFolded = 344, kFoldedUnder = 1100, kOpenedColumn = 118;
enum Middle { Proposal, Paper, Papers };
}  // namespace

DossierView::DossierView(bridge::Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("dossierView"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    outer->addWidget(buildHead());
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(0);
    m_columns->addWidget(buildPapers());
    m_columns->addWidget(buildMiddle(), 1);
    m_columns->addWidget(buildDecision());
    outer->addLayout(m_columns, 1);
}

QWidget* DossierView::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    head->setFixedHeight(metric::kCaseStrip + 6);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(14, 0, 16, 1);
    layout->setSpacing(10);
    auto* back = new QToolButton(head);
    back->setObjectName(QStringLiteral("dossierBack"));
    back->setIcon(icon(QStringLiteral("chevron-left")));
    back->setAccessibleName(tr("Back to the list"));
    back->setToolTip(tr("Back to the list"));
    setLook(back, ButtonKind::Quiet);
    layout->addWidget(back);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->setContentsMargins(0, 8, 0, 8);
    auto* first = new QHBoxLayout;
    first->setSpacing(7);
    m_title = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, head);
    m_person = new ElidedLabel(TextRole::Secondary, Ink::T2, Weight::Regular, head);
    first->addWidget(m_title);
    first->addWidget(m_person);
    first->addStretch(1);
    m_caption = new ElidedLabel(TextRole::Secondary, Ink::T2, Weight::Regular, head);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    lines->addLayout(first);
    lines->addWidget(m_caption);
    layout->addLayout(lines, 1);
    m_state = new Badge(head);
    layout->addWidget(m_state);
    auto* whole = new QPushButton(icon(QStringLiteral("document")), tr("Whole case"), head);
    whole->setObjectName(QStringLiteral("dossierCase"));
    whole->setAccessibleName(tr("Open the whole case"));
    setLook(whole, ButtonKind::Normal, ButtonSize::Small);
    layout->addWidget(whole);
    connect(back, &QToolButton::clicked, this, &DossierView::backRequested);
    connect(whole, &QPushButton::clicked, this, [this] {
        if (m_file) emit caseRequested(m_file->view.id);
    });
    return head;
}

QWidget* DossierView::buildPapers() {
    auto* side = m_left = new Strip(Strip::Ground::Base, Qt::RightEdge, this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 10);
    head->addWidget(new Label(tr("Dossier"), TextRole::Body, Ink::T1, Weight::SemiBold, side), 1);
    m_opened = new Label(TextRole::Secondary, Ink::T2, Weight::Medium, side);
    m_opened->setObjectName(QStringLiteral("openedCount"));
    head->addWidget(m_opened);
    layout->addLayout(head);
    m_share = new ShareBar(side);
    layout->addWidget(m_share);
    m_papers = new RowsModel({tr("Paper"), tr("Opened")}, this);
    m_table = new TableView(side);
    m_table->setObjectName(QStringLiteral("dossierPapers"));
    m_table->setAccessibleName(tr("Papers of the dossier"));
    m_table->setModel(m_papers);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, kOpenedColumn);
    m_table->setRowHeight(metric::kRowComfortable);
    layout->addWidget(m_table, 1);
    auto* note = new Label(tr("A paper counts as opened once every page of it was on your screen. Nothing is marked by hand or in bulk."), TextRole::Secondary, Ink::T3,
                           Weight::Regular, side);
    note->setWordWrap(true);
    note->setContentsMargins(16, 10, 16, 14);
    layout->addWidget(note);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) { selectPaper(now.row()); });
    // Out of the drawer, the paper that was open is chosen again.
    const auto again = [this](const QModelIndex& index) {
        if (m_middle->currentIndex() == Papers) selectPaper(index.row());
    };
    connect(m_table, &QTableView::clicked, this, again);
    connect(m_table, &TableView::opened, this, again);
    return side;
}

QWidget* DossierView::buildMiddle() {
    auto* whole = new QWidget(this);
    auto* outer = new QVBoxLayout(whole);
    outer->setSpacing(0);
    auto* bar = new Strip(Strip::Ground::Base, Qt::BottomEdge, whole);
    auto* barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(16, 7, 16, 8);
    barLayout->setSpacing(12);
    m_which = new Segmented(bar);
    m_which->setObjectName(QStringLiteral("dossierWhich"));
    m_which->setAccessibleName(tr("What is shown"));
    m_which->addChoice(QStringLiteral("send"), tr("Proposal"));
    m_which->addChoice(QStringLiteral("document"), tr("Paper"));
    m_drawer = new QPushButton(bar);
    m_drawer->setObjectName(QStringLiteral("dossierDrawer"));
    m_drawer->setIcon(icon(QStringLiteral("folder")));
    setLook(m_drawer, ButtonKind::Normal, ButtonSize::Small);
    m_drawer->hide();
    connect(m_drawer, &QPushButton::clicked, this, [this] { turnTo(Papers); });
    barLayout->addWidget(m_drawer);
    barLayout->addWidget(m_which);
    m_paperHead = new ElidedLabel(TextRole::Secondary, Ink::T2, Weight::Regular, bar);
    m_paperHead->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    barLayout->addWidget(m_paperHead, 1);
    outer->addWidget(bar);
    m_middle = new QStackedWidget(whole);
    outer->addWidget(m_middle, 1);
    auto* scroll = new ScrollPage(m_middle);
    auto* page = scroll->page();
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(metric::kPanelGap);
    m_changesCard = new Card(QStringLiteral("history"), tr("What changed since the approval"), page);
    m_changesCard->setObjectName(QStringLiteral("dossierChanges"));
    m_changes = new QVBoxLayout;
    m_changes->setSpacing(6);
    m_changesCard->body()->addLayout(m_changes);
    layout->addWidget(m_changesCard);
    auto* summary = new Card(QStringLiteral("send"), tr("What is proposed"), page);
    m_summary = new QVBoxLayout;
    m_summary->setSpacing(6);
    summary->body()->addLayout(m_summary);
    layout->addWidget(summary);
    m_exams = new casefile::ExaminationCard(page);
    layout->addWidget(m_exams);
    m_story = new casefile::StoryCard(page);
    layout->addWidget(m_story);
    layout->addStretch(1);
    m_reader = new casefile::PaperView(m_session, m_middle);
    m_middle->addWidget(scroll);
    m_middle->addWidget(m_reader);
    connect(m_which, &Segmented::chosen, this, &DossierView::turnTo);
    connect(m_story, &casefile::StoryCard::asked, this, [this](const QString& what) { ask(qPrintable(what), false); });
    connect(m_reader, &casefile::PaperView::refused, this, [this](const Error& error) { refuse(error, false); });
    return whole;
}

QWidget* DossierView::buildDecision() {
    auto* side = m_right = new Strip(Strip::Ground::Base, Qt::LeftEdge, this);
    auto* outer = new QVBoxLayout(side);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->setSpacing(0);
    auto* ground = new Strip(Strip::Ground::Base, {}, side);
    auto* scroll = new ScrollPage(side, ground);
    auto* body = new QVBoxLayout(ground);
    body->setContentsMargins(16, 12, 16, 12);
    body->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Conditions"), TextRole::Body, Ink::T1, Weight::SemiBold, ground), 1);
    head->addWidget(new Label(tr("checked now"), TextRole::Secondary, Ink::T3, Weight::Regular, ground));
    body->addLayout(head);
    // In a widget of its own: rows that are made anew deep in the page's layout keep the heights of before they were shown.
    auto* conditions = new QWidget(ground);
    m_conditions = new QVBoxLayout(conditions);
    m_conditions->setContentsMargins(0, 0, 0, 0);
    m_conditions->setSpacing(7);
    body->addWidget(conditions);
    m_refusal = new Notice(ground);
    m_refusal->setObjectName(QStringLiteral("approvalRefusal"));
    m_refusal->hide();
    body->addSpacing(4);
    body->addWidget(m_refusal);
    body->addStretch(1);
    outer->addWidget(scroll, 1);

    auto* foot = new Strip(Strip::Ground::Base, Qt::TopEdge, side);
    auto* decision = new QVBoxLayout(foot);
    decision->setContentsMargins(16, 12, 16, 14);
    decision->setSpacing(6);
    auto* label = new Label(tr("Reason of your decision"), TextRole::Secondary, Ink::T1, Weight::Medium, foot);
    m_reason = new QPlainTextEdit(foot);
    m_reason->setObjectName(QStringLiteral("approvalReason"));
    m_reason->setAccessibleName(label->text());
    m_reason->setPlaceholderText(tr("Required to return or reject"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(64);
    label->setBuddy(m_reason);
    decision->addWidget(label);
    decision->addWidget(m_reason);
    auto* buttons = new QHBoxLayout;
    const auto button = [&](const char* name, const QString& iconName, const QString& text) {
        auto* made = new QPushButton(icon(iconName), text, foot);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(text);
        setLook(made, ButtonKind::Normal, ButtonSize::Small);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(made, 1);
        return made;
    };
    m_approve = button("approveButton", QStringLiteral("approvals"), tr("Approve…"));
    m_return = button("returnButton", QStringLiteral("return"), tr("Return…"));
    m_reject = button("rejectButton", QStringLiteral("close"), tr("Reject…"));
    decision->addLayout(buttons);
    auto* note = new Label(tr("An approval is valid as long as the policy says. Holds are checked again when it is carried out."), TextRole::Secondary, Ink::T3,
                           Weight::Regular, foot);
    note->setWordWrap(true);
    decision->addWidget(note);
    outer->addWidget(foot);
    connect(m_approve, &QPushButton::clicked, this, [this] { ask("decision.approve", m_file && !m_file->approvalRefusals.empty()); });
    connect(m_return, &QPushButton::clicked, this, [this] { ask("case.return", false); });
    connect(m_reject, &QPushButton::clicked, this, [this] { ask("decision.reject", false); });
    return side;
}

void DossierView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = event->size().width() < kNarrowUnder;
    const bool folded = event->size().width() < kFoldedUnder;
    if (folded != m_folded) foldPapers(folded);
    if (!folded) m_left->setFixedWidth(narrow ? kPapersNarrow : kPapersWidth);
    m_approve->parentWidget()->layout()->setContentsMargins(folded ? 7 : 16, 12, folded ? 7 : 16, 14);  // three buttons in a row
    m_right->setFixedWidth(folded ? kDecisionFolded : narrow ? kDecisionNarrow : metric::kSidePanel);
}

void DossierView::foldPapers(bool folded) {
    m_folded = folded;
    if (folded) {
        m_columns->removeWidget(m_left);
        m_left->setMinimumWidth(0);
        m_left->setMaximumWidth(QWIDGETSIZE_MAX);
        m_middle->addWidget(m_left);
    } else {
        const bool open = m_middle->currentIndex() == Papers;
        m_middle->removeWidget(m_left);
        m_columns->insertWidget(0, m_left);
        m_left->show();
        if (open) turnTo(Proposal);
    }
    m_drawer->setVisible(folded);
}

void DossierView::clear() {
    m_file.reset();
    m_reader->clear();
    m_refusal->hide();
    m_reason->clear();
    m_papers->setRows({});
    turnTo(Proposal);
    for (auto* dialog : findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly)) dialog->close();
}

void DossierView::turnTo(int which) {
    m_middle->setCurrentIndex(which);
    m_which->setCurrent(which == Papers ? -1 : which);
}

/// What will happen is said before it is done. An approval that a rule refuses now is tried all the same: the attempt is recorded.
void DossierView::ask(const char* act, bool refusedNow) {
    if (!m_file) return;
    m_refusal->hide();
    if (refusedNow) return perform(record::Approve{bridge::toText(m_reason->toPlainText()), m_file->dossier});
    auto* dialog = casefile::openActDialog(QLatin1String(act), *m_file, this, [this, id = m_file->view.id](FormDialog* sheet, const record::Act& what) {
        const bool note = std::holds_alternative<record::AddNote>(what);
        m_session.perform(this, id, what, [this, note, over = QPointer(sheet)](const Result<std::string>& done) {
            if (over == nullptr) return;
            if (!done) return over->showRefusal(bridge::noticeText(done.error()));
            over->close();
            if (note) return;
            m_reason->clear();
            emit backRequested();
        });
    });
    if (dialog == nullptr) return;
    // What was written on the page goes into the sheet.
    if (auto* words = dialog->findChild<QPlainTextEdit*>(QStringLiteral("actWords")); words != nullptr && QLatin1String(act) != QLatin1String("note.add"))
        words->setPlainText(m_reason->toPlainText());
}

void DossierView::perform(const record::Act& act) {
    m_session.perform(this, m_file->view.id, act, [this](const Result<std::string>& done) {
        if (!done) return refuse(done.error(), true);
        m_reason->clear();
        emit backRequested();
    });
}

void DossierView::refuse(const Error& error, bool recorded) {
    auto text = bridge::noticeText(error);
    if (recorded) text.footnote = tr("The attempt was recorded at %1.").arg(bridge::clockText(m_session.now()));
    m_refusal->clearActions();
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), text);
    if (error.is("E_NOT_READ") && m_file) {
        for (const auto& each : m_file->view.documents) {
            if (each.openedBy.contains(m_file->officer.id)) continue;
            const int row = m_papers->rowOf(QByteArray::fromStdString(each.blob.text()));
            m_refusal->addAction(QStringLiteral("document"), each.title.empty() ? bridge::documentKindText(each.kind) : bridge::fromText(each.title), // not translated: the paper's own title
                                 [this, row] { m_table->setCurrentIndex(m_papers->index(row, 0)); });
        }
    }
    m_refusal->show();
}

}  // namespace cotejo::approvals
