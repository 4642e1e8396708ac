#include "ui/approvals/dossier_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

#include "ui/bridge/error_text.h"
#include "ui/bridge/image.h"
#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/style.h"

namespace cotejo::approvals {

using namespace widgets;

namespace {
constexpr int kPapersWidth = 348;
enum Contents { Closed, Text, Picture };
}  // namespace

DossierView::DossierView(bridge::Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("dossierView"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    outer->addWidget(buildHead());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(buildPapers());
    columns->addWidget(buildMiddle(), 1);
    columns->addWidget(buildDecision());
    outer->addLayout(columns, 1);
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
    m_person = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, head);
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
    auto* side = new Strip(Strip::Ground::Base, Qt::RightEdge, this);
    side->setFixedWidth(kPapersWidth);
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
    m_table->setRowHeight(metric::kRowComfortable);
    m_table->setColumnWidth(0, kPapersWidth - 112);
    layout->addWidget(m_table, 1);
    auto* note = new Label(tr("Whoever opens a paper marks it, each for oneself. Nothing is marked by hand or in bulk."), TextRole::Secondary, Ink::T3,
                           Weight::Regular, side);
    note->setWordWrap(true);
    note->setContentsMargins(16, 10, 16, 14);
    layout->addWidget(note);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) { selectPaper(now.row()); });
    connect(m_table, &TableView::opened, this, &DossierView::openPaper);
    return side;
}

QWidget* DossierView::buildMiddle() {
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(metric::kPanelGap);
    auto* summary = new Card(QStringLiteral("send"), tr("What is proposed"), page);
    m_summary = new QVBoxLayout;
    m_summary->setSpacing(6);
    summary->body()->addLayout(m_summary);
    layout->addWidget(summary);
    m_reader = new Card(QStringLiteral("document"), tr("Paper"), page);
    m_open = new QPushButton(tr("Open the paper"), m_reader);
    m_open->setObjectName(QStringLiteral("openPaper"));
    m_open->setAccessibleName(m_open->text());
    setLook(m_open, ButtonKind::Primary, ButtonSize::Small);
    m_reader->addTrailing(m_open);
    m_contents = new QStackedWidget(m_reader);
    m_closed = new Label(TextRole::Body, Ink::T2, Weight::Regular, m_contents);
    m_closed->setWordWrap(true);
    m_closed->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text = new QPlainTextEdit(m_contents);
    m_text->setObjectName(QStringLiteral("paperText"));
    m_text->setAccessibleName(tr("Text of the paper"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    auto* pictureScroll = new QScrollArea(m_contents);
    pictureScroll->setFrameShape(QFrame::NoFrame);
    pictureScroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_picture = new QLabel(pictureScroll);
    m_picture->setAccessibleName(tr("Picture of the paper"));
    pictureScroll->setWidget(m_picture);
    m_contents->addWidget(m_closed);
    m_contents->addWidget(m_text);
    m_contents->addWidget(pictureScroll);
    m_contents->setMinimumHeight(260);
    m_reader->body()->addWidget(m_contents, 1);
    layout->addWidget(m_reader, 1);
    connect(m_open, &QPushButton::clicked, this, &DossierView::openPaper);
    return scroll;
}

QWidget* DossierView::buildDecision() {
    auto* side = new Strip(Strip::Ground::Base, Qt::LeftEdge, this);
    side->setFixedWidth(metric::kSidePanel);
    auto* outer = new QVBoxLayout(side);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->setSpacing(0);
    auto* scroll = new QScrollArea(side);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* ground = new Strip(Strip::Ground::Base, {}, scroll);
    scroll->setWidget(ground);
    auto* body = new QVBoxLayout(ground);
    body->setContentsMargins(16, 12, 16, 12);
    body->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Conditions"), TextRole::Body, Ink::T1, Weight::SemiBold, ground), 1);
    head->addWidget(new Label(tr("checked now"), TextRole::Secondary, Ink::T3, Weight::Regular, ground));
    body->addLayout(head);
    m_conditions = new QVBoxLayout;
    m_conditions->setSpacing(7);
    body->addLayout(m_conditions);
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
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(made, 1);
        return made;
    };
    m_approve = button("approveButton", QStringLiteral("approvals"), tr("Approve"));
    m_return = button("returnButton", QStringLiteral("return"), tr("Return"));
    m_reject = button("rejectButton", QStringLiteral("close"), tr("Reject"));
    decision->addLayout(buttons);
    auto* note = new Label(tr("An approval is valid for 72 hours. Holds are checked again when it is carried out."), TextRole::Secondary, Ink::T3,
                           Weight::Regular, foot);
    note->setWordWrap(true);
    decision->addWidget(note);
    outer->addWidget(foot);
    const auto reason = [this] { return bridge::toText(m_reason->toPlainText()); };
    connect(m_approve, &QPushButton::clicked, this, [this, reason] { decide(record::Approve{reason(), m_file ? m_file->dossier : Hash{}}); });
    connect(m_return, &QPushButton::clicked, this, [this, reason] { decide(record::ReturnCase{reason()}); });
    connect(m_reject, &QPushButton::clicked, this, [this, reason] { decide(record::Reject{reason()}); });
    return side;
}

void DossierView::clear() {
    m_file.reset();
    m_paper.reset();
    m_refusal->hide();
    m_reason->clear();
    m_papers->setRows({});
}

const record::DossierDocument* DossierView::paper() const {
    if (!m_file || !m_paper) return nullptr;
    const auto found = std::ranges::find(m_file->view.documents, *m_paper, &record::DossierDocument::blob);
    return found != m_file->view.documents.end() ? &*found : nullptr;
}

void DossierView::showCase(bridge::CaseFile file) {
    const bool other = !m_file || m_file->view.id != file.view.id;
    m_file = std::move(file);
    const auto& view = m_file->view;
    const auto& disposition = view.disposition;
    m_title->setText(disposition ? bridge::text(disposition->disposition) : tr("No disposition"));
    m_person->setText(QStringLiteral("%1 · %2").arg(bridge::personName(view.traveler), bridge::personFacts(view.traveler)));
    m_caption->setText(disposition ? tr("Case %1 · proposed by %2, %3")
                                         .arg(bridge::fromText(view.number), m_file->nameOf(disposition->proposedBy),
                                              bridge::momentText(disposition->proposedAt, m_file->now))
                                   : tr("Case %1").arg(bridge::fromText(view.number)));
    m_state->setLook(bridge::look(view.state));
    if (other) m_refusal->hide();
    showPapers();
    showSummary();
    showConditions();
}

void DossierView::showPapers() {
    const auto me = m_file->officer.id;
    std::vector<TableRow> rows;
    int opened = 0;
    int firstClosed = -1;
    for (const auto& each : m_file->view.documents) {
        const auto mark = each.openedBy.find(me);
        const bool done = mark != each.openedBy.end();
        opened += done ? 1 : 0;
        if (!done && firstClosed < 0) firstClosed = int(rows.size());
        rows.push_back({{Cell(each.title.empty() ? bridge::documentKindText(each.kind) : bridge::fromText(each.title), Ink::T1, done ? Weight::Regular : Weight::SemiBold,
                              done ? QStringLiteral("check") : QStringLiteral("eye-off")),
                         Cell(done ? tr("opened %1").arg(bridge::clockText(mark->second)) : tr("not opened"), done ? Ink::T3 : Ink::Warn,
                              done ? Weight::Regular : Weight::SemiBold)},
                        QByteArray::fromStdString(each.blob.text())});
    }
    const int total = int(rows.size());
    m_opened->setText(tr("%1 of %2 opened").arg(opened).arg(total));
    m_share->setShare(total > 0 ? double(opened) / total : 1.0, Tone::Accent);
    m_papers->setRows(std::move(rows));
    if (paper() == nullptr && total > 0) m_table->setCurrentIndex(m_papers->index(std::max(0, firstClosed), 0));
    else if (total == 0) selectPaper(-1);
    else selectPaper(m_table->currentIndex().row());
}

void DossierView::showSummary() {
    clearLayout(m_summary);
    const auto line = [&](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        auto* row = new QHBoxLayout;
        auto* label = new Label(name, TextRole::Body, Ink::T2, Weight::Regular, this);
        label->setFixedWidth(150);
        auto* text = new Label(value, TextRole::Body, Ink::T1, Weight::Regular, this);
        text->setWordWrap(true);
        row->addWidget(label, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_summary->addLayout(row);
    };
    const auto& view = m_file->view;
    if (view.disposition) {
        line(tr("Disposition"), bridge::text(view.disposition->disposition));
        line(tr("Evidence"), bridge::text(view.disposition->grade));
        line(tr("Legal basis"), bridge::fromText(view.disposition->legalBasis));
        line(tr("Reasons"), bridge::fromText(view.disposition->reasons));
    }
    line(tr("Identity"), view.outcome ? bridge::text(*view.outcome) : tr("None yet"));
    QStringList examiners;
    for (const auto& exam : view.examinations)
        if (exam.round == view.round && exam.outcome)
            examiners << QStringLiteral("%1: %2").arg(m_file->nameOf(exam.examiner), bridge::text(*exam.outcome));
    line(tr("Examiners"), examiners.join(QStringLiteral("; ")));
    if (view.coverage)
        for (const auto& gallery : view.coverage->searched)
            line(tr("Searched in"), tr("%1, %2 entries").arg(bridge::galleryText(gallery.name), bridge::countText(gallery.size)));
}

void DossierView::showConditions() {
    clearLayout(m_conditions);
    const auto refused = [this](std::initializer_list<std::string_view> codes, bool prefix = false) -> const Error* {
        for (const auto& error : m_file->approvalRefusals)
            for (const auto code : codes)
                if (error.code == code || (prefix && std::string_view(error.code).starts_with(code))) return &error;
        return nullptr;
    };
    const auto condition = [&](const QString& text, const QString& detail, const Error* why) {
        auto* row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(new IconLabel(why == nullptr ? QStringLiteral("check") : QStringLiteral("close"), why == nullptr ? Ink::Ok : Ink::Bad, 16, this), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new Label(text, TextRole::Body, Ink::T1, why == nullptr ? Weight::Regular : Weight::SemiBold, this));
        const QString below = why == nullptr ? detail : bridge::errorText(*why).title;
        if (!below.isEmpty()) {
            auto* small = new Label(below, TextRole::Secondary, why == nullptr ? Ink::T3 : Ink::Bad, Weight::Regular, this);
            small->setWordWrap(true);
            words->addWidget(small);
        }
        row->addLayout(words, 1);
        if (why != nullptr) row->addWidget(new Label(bridge::fromText(why->code), TextRole::MonoSmall, Ink::T3, Weight::Regular, this), 0, Qt::AlignTop);
        m_conditions->addLayout(row);
        m_conditions->addWidget(new Line(Qt::Horizontal, this));
    };
    condition(tr("You took no part"), tr("neither in comparisons nor in the proposal"), refused({"E_FOUR_EYES"}));
    condition(tr("You may approve"), bridge::rolesText(m_file->officer, m_file->now), refused({"E_ROLE"}));
    condition(tr("Waits for a decision"), bridge::text(m_file->view.state), refused({"E_STATE"}));
    condition(tr("In contact with the server"), {}, refused({"E_OFFLINE_NOT_ALLOWED"}));
    condition(tr("No hold forbids it"), tr("checked again when it is carried out"), refused({"E_HOLD", "E_RELEASE_GUARD"}, true));
    condition(tr("Every paper opened"), {}, refused({"E_NOT_READ"}));
    for (const auto& error : m_file->approvalRefusals) {
        const std::string_view code = error.code;
        if (code == "E_FOUR_EYES" || code == "E_ROLE" || code == "E_STATE" || code == "E_OFFLINE_NOT_ALLOWED" || code.starts_with("E_HOLD") ||
            code == "E_RELEASE_GUARD" || code == "E_NOT_READ")
            continue;
        condition(bridge::errorText(error).title, {}, &error);
    }
}

void DossierView::selectPaper(int row) {
    const auto* at = m_papers->rowAt(row);
    const auto before = m_paper;
    m_paper = at != nullptr ? Hash::fromText(at->key.toStdString()) : std::nullopt;
    const auto* shown = paper();
    m_open->setVisible(shown != nullptr);
    if (shown == nullptr) {
        m_reader->setTitle(tr("Paper"));
        m_reader->setCaption({});
        m_closed->setText(tr("The dossier has no papers."));
        m_contents->setCurrentIndex(Closed);
        return;
    }
    m_reader->setTitle(shown->title.empty() ? bridge::documentKindText(shown->kind) : bridge::fromText(shown->title));
    m_reader->setCaption(QStringLiteral("%1 · %2").arg(bridge::documentKindText(shown->kind), bridge::momentText(shown->added, m_file->now)));
    if (before == m_paper && m_contents->currentIndex() != Closed) return;
    m_closed->setText(tr("The contents are shown when you open it; that is written to the journal with your name and the time. If it expresses fear, "
                         "use «Protection need expressed»: that stops everything at once, without asking for a reason."));
    m_contents->setCurrentIndex(Closed);
}

void DossierView::openPaper() {
    const auto* shown = paper();
    if (shown == nullptr) return;
    const CaseId id = m_file->view.id;
    const Hash blob = shown->blob;
    m_session.call(this,
                   [id, blob](access::Desk& desk, std::stop_token) { return bridge::loadBlob(desk, id, blob); },
                   [this, id, blob, mime = shown->mime](Result<Bytes> bytes) {
                       if (!bytes) {
                           refuse(bytes.error());
                           return;
                       }
                       if (m_paper != blob) return;
                       showPaper(*bytes, mime);
                       m_session.perform(this, id, record::OpenDocument{blob, 1}, [this](const Result<record::CaseView>& done) {
                           if (!done) refuse(done.error());
                       });
                   });
}

void DossierView::showPaper(const Bytes& bytes, const std::string& mime) {
    if (mime.starts_with("text/") || mime == "application/json") {
        m_text->setPlainText(QString::fromUtf8(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())));
        m_contents->setCurrentIndex(Text);
        return;
    }
    if (!mime.starts_with("image/")) {
        m_closed->setText(tr("This kind of file (%1) is not shown here. It was opened and its hash is in the journal.").arg(bridge::fromText(mime)));
        m_contents->setCurrentIndex(Closed);
        return;
    }
    m_session.call(this, [bytes](access::Desk&, std::stop_token) { return bridge::decodeImage(bytes); }, [this](Result<QImage> image) {
        if (!image) {
            refuse(image.error());
            return;
        }
        const QImage fitted = image->width() > 900 ? image->scaledToWidth(900, Qt::SmoothTransformation) : *image;
        m_picture->setPixmap(QPixmap::fromImage(fitted));
        m_picture->adjustSize();
        m_contents->setCurrentIndex(Picture);
    });
}

void DossierView::decide(const record::Act& act) {
    if (!m_file) return;
    m_refusal->hide();
    m_session.perform(this, m_file->view.id, act, [this](const Result<record::CaseView>& done) {
        if (!done) {
            refuse(done.error());
            return;
        }
        m_reason->clear();
        emit backRequested();
    });
}

void DossierView::refuse(const Error& error) {
    auto text = bridge::noticeText(error);
    text.footnote = tr("The attempt was recorded at %1.").arg(bridge::clockText(m_session.now()));
    m_refusal->clearActions();
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), text);
    if (error.is("E_NOT_READ") && m_file) {
        int row = -1;
        for (const auto& each : m_file->view.documents) {
            ++row;
            if (each.openedBy.contains(m_file->officer.id)) continue;
            m_refusal->addAction(QStringLiteral("document"), each.title.empty() ? bridge::documentKindText(each.kind) : bridge::fromText(each.title), // not translated: the paper's own title
                                 [this, row] { m_table->setCurrentIndex(m_papers->index(row, 0)); });
        }
    }
    m_refusal->show();
}

}  // namespace cotejo::approvals
