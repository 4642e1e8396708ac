#include "ui/partner/message_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/exchange/envelope/envelope.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/partner/facts_grid.h"
#include "ui/partner/message_views.h"
#include "ui/partner/partner_text.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::partner_ui {

using namespace widgets;

namespace {

constexpr std::size_t kSignature = 64;

/// Only what has a value: "payload / person / surname".
std::vector<TableRow> fieldRows(const std::vector<partner::PreviewLine>& lines) {
    std::vector<TableRow> rows;
    std::vector<QString> path;
    for (const auto& line : lines) {
        const auto depth = std::min(std::size_t(std::max(0, line.depth)), path.size());
        path.resize(depth);
        path.push_back(bridge::fromText(line.name));
        if (line.value.empty()) continue;
        QStringList words;
        for (std::size_t i = 1; i < path.size(); ++i) words << path[i];
        rows.push_back({{Cell(words.join(QStringLiteral(" / ")), Ink::T2), Cell::code(bridge::fromText(line.value)), Cell::number(bridge::countText(std::int64_t(line.bytes)), Ink::T2)}, {}});
    }
    return rows;
}

Label* selectable(TextRole role, Ink ink, QWidget* parent) {
    auto* label = wrapped({}, role, ink, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

MessageCard::MessageCard(QWidget* parent) : Card(QStringLiteral("outbox"), tr("What leaves, exactly"), parent) {
    setObjectName(QStringLiteral("messageCard"));
    setFlush(true);
    m_forms = new Segmented(this);
    m_forms->setObjectName(QStringLiteral("messageForm"));
    m_forms->setAccessibleName(tr("How the message is shown"));
    m_forms->addChoice({}, tr("Fields"));
    m_forms->addChoice({}, tr("Tree"));
    m_forms->addChoice({}, tr("Bytes"));
    addTrailing(m_forms);
    m_stack = new QStackedWidget(this);
    m_fields = new RowsModel({tr("Field"), tr("Value"), tr("Bytes")}, this);
    m_fields->setHeaderRight(2);
    m_fieldTable = new TableView(m_stack);
    m_fieldTable->setObjectName(QStringLiteral("messageFields"));
    m_fieldTable->setAccessibleName(tr("Fields of the message with their values"));
    m_fieldTable->setRowHeight(metric::kRowCompact);
    m_fieldTable->setModel(m_fields);
    m_fieldTable->setWidths({230, 330, 80});
    m_tree = new MessageTree(m_stack);
    m_tree->setObjectName(QStringLiteral("messageTree"));
    m_tree->setAccessibleName(tr("The message as a tree, with the bytes of each line"));
    m_lines = new MessageModel(this);
    m_bytes = new BytesModel(this);
    m_byteTable = new TableView(m_stack);
    m_byteTable->setObjectName(QStringLiteral("messageBytes"));
    m_byteTable->setAccessibleName(tr("The bytes of the message"));
    m_byteTable->setRowHeight(22);
    m_byteTable->setModel(m_bytes);
    m_byteTable->setWidths({80, 430, 160});
    m_missing = new QWidget(m_stack);
    auto* missing = new QVBoxLayout(m_missing);
    missing->setContentsMargins(14, 14, 14, 14);
    missing->setSpacing(10);
    m_why = new Notice(m_missing);
    m_why->setObjectName(QStringLiteral("messageMissing"));
    missing->addWidget(m_why);
    m_unread = wrapped({}, TextRole::Body, Ink::T2, m_missing);
    missing->addWidget(m_unread);
    m_open = new QPushButton(icon(QStringLiteral("eye")), tr("Read the message"), m_missing);
    m_open->setObjectName(QStringLiteral("messageOpen"));
    m_open->setAccessibleName(m_open->text());
    setLook(m_open, ButtonKind::Normal);
    connect(m_open, &QPushButton::clicked, this, &MessageCard::messageRequested);
    missing->addWidget(m_open, 0, Qt::AlignLeft);
    missing->addStretch(1);
    for (auto* each : std::initializer_list<QWidget*>{m_fieldTable, m_tree, m_byteTable, m_missing}) m_stack->addWidget(each);
    m_stack->setMinimumHeight(metric::kTableHeader + 8 * 20);
    body()->addWidget(m_stack, 1);
    addFoot(body());
    connect(m_forms, &Segmented::chosen, this, [this](int index) { setForm(static_cast<Form>(index)); });
    m_forms->setCurrent(int(Form::Tree));
}

void MessageCard::addFoot(QVBoxLayout* body) {
    m_foot = new QWidget(this);
    auto* lines = new QGridLayout(m_foot);
    lines->setContentsMargins(14, 8, 14, 10);
    lines->setHorizontalSpacing(12);
    lines->setVerticalSpacing(4);
    m_hashName = wrapped({}, TextRole::Secondary, Ink::T2, m_foot);
    m_hash = selectable(TextRole::MonoSmall, Ink::T1, m_foot);
    m_hash->setObjectName(QStringLiteral("messageHash"));
    auto* wireName = wrapped(tr("On the line"), TextRole::Secondary, Ink::T2, m_foot);
    m_wire = wrapped({}, TextRole::Secondary, Ink::T1, m_foot);
    m_wire->setObjectName(QStringLiteral("messageWire"));
    m_rule = wrapped(tr("One byte that differs: it does not leave (E_NOT_PREVIEWED)"), TextRole::Secondary, Ink::T2, m_foot);
    lines->addWidget(m_hashName, 0, 0, Qt::AlignTop);
    lines->addWidget(m_hash, 0, 1);
    lines->addWidget(wireName, 1, 0, Qt::AlignTop);
    lines->addWidget(m_wire, 1, 1);
    lines->addWidget(m_rule, 2, 1);
    lines->setColumnStretch(0, 1);
    lines->setColumnStretch(1, 4);
    body->addWidget(new Line(Qt::Horizontal, this));
    body->addWidget(m_foot);
}

void MessageCard::setForm(Form form) {
    m_forms->setCurrent(int(form));
    if (m_forms->isEnabled()) m_stack->setCurrentIndex(int(form));
}

void MessageCard::showInquiry(const InquiryFile& file) {
    const auto* message = file.message();
    m_forms->setEnabled(message != nullptr);
    m_foot->setVisible(file.terms() != nullptr);
    if (const auto* terms = file.terms()) {
        m_hashName->setText(file.shown && file.request()->authorisedBy ? tr("Hash that was authorised") : tr("Hash that is authorised"));
        // Broken where it may wrap: a line of 64 signs is wider than a small screen.
        const QString hash = QString::fromStdString(terms->packet.text());
        m_hash->setText(QStringLiteral("%1 %2 %3 %4").arg(hash.mid(0, 16), hash.mid(16, 16), hash.mid(32, 16), hash.mid(48)));
        m_hash->setAccessibleName(tr("%1: %2").arg(m_hashName->text(), hash));
        const auto sealed = terms->length + exchange::kEnvelopeOverhead - kSignature;
        m_wire->setText(tr("%1 sealed + %2 of signature = %3 bytes")
                            .arg(bridge::countText(std::int64_t(sealed)), bridge::countText(std::int64_t(kSignature)), bridge::countText(std::int64_t(sealed + kSignature))));
    }
    if (message == nullptr) {
        m_shown = {};
        return showMissing(file);
    }
    setCaption(tr("%1 bytes · 1 message").arg(bridge::countText(std::int64_t(message->bytes.size()))));
    m_stack->setCurrentIndex(m_forms->current());
    if (m_shown == message->hash && !m_shown.isZero()) return;  // where somebody reads, they go on reading
    m_shown = message->hash;
    m_fields->setRows(fieldRows(message->lines));
    m_lines->setLines(message->lines);
    m_tree->setModel(m_lines);
    m_bytes->setBytes(message->bytes);
}

void MessageCard::showMissing(const InquiryFile& file) {
    const auto* request = file.request();
    m_stack->setCurrentWidget(m_missing);
    setCaption(request != nullptr ? tr("%1 bytes · 1 message").arg(bridge::countText(std::int64_t(request->terms.length))) : QString());
    m_why->setVisible(file.noMessage.has_value());
    if (file.noMessage) m_why->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(*file.noMessage));
    const bool unread = request != nullptr && !file.noMessage;
    m_unread->setVisible(unread);
    m_open->setVisible(unread);
    if (unread)
        m_unread->setText(tr("It gives: %1. You have not read this message. Reading it is recorded in the case.")
                              .arg(givenText(request->terms, samplesOf(request->terms, file.file.view.captures))));
}

LeftOutCard::LeftOutCard(QWidget* parent) : Card(QStringLiteral("eye-off"), tr("What does not leave, and why"), parent) {
    setObjectName(QStringLiteral("leftOutCard"));
    setCaption(tr("the same in every case under this agreement"));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(6);
    body()->addLayout(m_rows);
}

void LeftOutCard::showInquiry(const InquiryFile& file) {
    const auto* message = file.message();
    setVisible(message != nullptr && !message->left.empty());
    clearLayout(m_rows);
    if (message == nullptr) return;
    // Fields that go with the same reason stand in one line.
    std::vector<std::pair<QString, QString>> lines;
    QStringList unnamed;
    for (const auto& each : message->left) {
        if (each.why == "not_named" && each.what != "samples") unnamed << leftOutText(each.what);
        else lines.emplace_back(leftOutText(each.what), leftWhyText(each.why));
    }
    if (!unnamed.isEmpty()) {
        for (int i = 1; i < unnamed.size(); ++i) unnamed[i] = unnamed[i].left(1).toLower() + unnamed[i].mid(1);
        lines.emplace(lines.begin(), unnamed.join(QStringLiteral(", ")), leftWhyText("not_named"));
    }
    for (const auto& [what, why] : lines) {
        if (m_rows->count() > 0) m_rows->addWidget(new Line(Qt::Horizontal, this));
        auto* row = new QWidget(this);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(12);
        layout->addWidget(wrapped(what, TextRole::Body, Ink::T1, row), 1, Qt::AlignTop);
        layout->addWidget(wrapped(why, TextRole::Body, Ink::T2, row), 1, Qt::AlignTop);
        row->setAccessibleName(QStringLiteral("%1: %2").arg(what, why));
        m_rows->addWidget(row);
    }
}

}  // namespace cotejo::partner_ui
