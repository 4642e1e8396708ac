#include "ui/intake/new_case_page.h"

#include <QComboBox>
#include <QDate>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/base/errors.h"
#include "core/exchange/country_codes.h"
#include "core/review/sample_quality.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/intake/finding_text.h"
#include "ui/intake/sample_tray.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::intake_ui {

using namespace widgets;

namespace {

constexpr int kMostFindings = 4;
constexpr auto kSoon = std::chrono::minutes(30);
constexpr auto kUsual = std::chrono::hours(4);

/// "1974-08-12", "1974-00-00", or 12/08/1974 as it is written by hand; nothing for what is no date.
std::optional<std::string> dateOf(const QString& text) {
    const QString typed = text.trimmed();
    if (typed.isEmpty()) return std::string();
    for (const char* format : {"yyyy-MM-dd", "dd/MM/yyyy", "dd.MM.yyyy"})
        if (const QDate date = QDate::fromString(typed, QLatin1String(format)); date.isValid()) return date.toString(Qt::ISODate).toStdString();
    static const QRegularExpression partly(QStringLiteral("^(\\d{4})-(00|0[1-9]|1[0-2])-00$"));
    if (partly.match(typed).hasMatch()) return typed.toStdString();
    return std::nullopt;
}

QString fieldText(std::string_view field) {
    if (field == "documentNumber") return NewCasePage::tr("Document number");
    if (field == "birthDate") return NewCasePage::tr("Born");
    if (field == "expiry") return NewCasePage::tr("Valid until");
    if (field == "nationality") return NewCasePage::tr("Nationality");
    if (field == "issuer") return NewCasePage::tr("Issued by");
    if (field == "personalNumber") return NewCasePage::tr("Personal number");
    if (field == "composite") return NewCasePage::tr("Whole zone");
    return {};
}

}  // namespace

NewCasePage::NewCasePage(bridge::Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("newCasePage"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    outer->addWidget(buildHead());
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* body = new QWidget(scroll);
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(16, 16, 16, 16);
    columns->setSpacing(metric::kPanelGap);
    auto* left = new QVBoxLayout;
    left->setSpacing(metric::kPanelGap);
    m_refusal = new Notice(body);
    m_refusal->setObjectName(QStringLiteral("newCaseRefusal"));
    m_refusal->hide();
    left->addWidget(m_refusal);
    left->addWidget(buildDocument());
    left->addStretch(1);
    columns->addLayout(left, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(metric::kPanelGap);
    right->addWidget(buildReason());
    right->addWidget(buildImages());
    right->addStretch(1);
    columns->addLayout(right);
    scroll->setWidget(body);
    outer->addWidget(scroll, 1);
}

QWidget* NewCasePage::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 13);
    layout->setSpacing(8);
    layout->addWidget(new Label(tr("New case"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    layout->addSpacing(4);
    layout->addWidget(new Label(tr("Type what is known. Nothing is written until the case is opened."), TextRole::Secondary, Ink::T3, Weight::Regular, head));
    layout->addStretch(1);
    auto* clearButton = new QPushButton(tr("Clear"), head);
    clearButton->setObjectName(QStringLiteral("clearNewCase"));
    clearButton->setAccessibleName(tr("Clear everything that was typed"));
    setLook(clearButton, ButtonKind::Quiet);
    auto* cancel = new QPushButton(tr("Back"), head);
    cancel->setObjectName(QStringLiteral("cancelNewCase"));
    cancel->setAccessibleName(tr("Back without opening a case"));
    m_open = new QPushButton(icon(QStringLiteral("plus")), tr("Open the case"), head);
    m_open->setObjectName(QStringLiteral("openNewCase"));
    m_open->setAccessibleName(tr("Open the case"));
    m_open->setToolTip(tr("Open the case (Ctrl+Return)"));
    m_open->setShortcut(Qt::CTRL | Qt::Key_Return);
    setLook(m_open, ButtonKind::Primary);
    layout->addWidget(clearButton);
    layout->addWidget(cancel);
    layout->addWidget(m_open);
    connect(clearButton, &QPushButton::clicked, this, &NewCasePage::clear);
    connect(cancel, &QPushButton::clicked, this, &NewCasePage::cancelled);
    connect(m_open, &QPushButton::clicked, this, &NewCasePage::open);
    return head;
}

QLineEdit* NewCasePage::addField(QGridLayout* grid, int row, int column, const char* name, const QString& label, const QString& hint, int most) {
    auto* field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    field->setMaxLength(most);
    auto* text = new Label(label, TextRole::Secondary, Ink::T2, Weight::Medium, this);
    text->setBuddy(field);
    grid->addWidget(text, 2 * row, column);
    grid->addWidget(field, 2 * row + 1, column);
    return field;
}

QWidget* NewCasePage::buildDocument() {
    auto* card = new Card(QStringLiteral("document"), tr("Traveler and document"), this);
    m_verdict = new Badge(card);
    m_verdict->hide();
    card->addTrailing(m_verdict);
    auto* body = card->body();
    body->setSpacing(6);
    m_zone = new QPlainTextEdit(card);
    m_zone->setObjectName(QStringLiteral("newCaseZone"));
    m_zone->setAccessibleName(tr("Machine-readable zone"));
    m_zone->setPlaceholderText(tr("The two or three lines of the document's machine-readable zone; a reader types them here"));
    m_zone->setFont(fontOf(TextRole::Mono));
    m_zone->setTabChangesFocus(true);
    m_zone->setFixedHeight(QFontMetrics(m_zone->font()).lineSpacing() * 3 + 22);
    auto* label = new Label(m_zone->accessibleName(), TextRole::Secondary, Ink::T2, Weight::Medium, card);
    label->setBuddy(m_zone);
    body->addWidget(label);
    body->addWidget(m_zone);
    m_zoneNotice = new Notice(card);
    m_zoneNotice->setObjectName(QStringLiteral("newCaseZoneNotice"));
    m_zoneNotice->hide();
    body->addWidget(m_zoneNotice);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    m_family = addField(grid, 0, 0, "newCaseFamily", tr("Family names"), {}, 200);
    m_given = addField(grid, 0, 1, "newCaseGiven", tr("Given names"), {}, 200);
    const QString day = tr("YYYY-MM-DD");
    m_birth = addField(grid, 1, 0, "newCaseBirth", tr("Born"), day, 10);
    m_nationality = addField(grid, 1, 1, "newCaseNationality", tr("Nationality"), tr("three letters, such as COL"), 3);
    m_type = addField(grid, 2, 0, "newCaseType", tr("Kind of document"), tr("P, I, V…"), 2);
    m_issuer = addField(grid, 2, 1, "newCaseIssuer", tr("Issued by"), tr("three letters, such as COL"), 3);
    m_number = addField(grid, 3, 0, "newCaseNumber", tr("Document number"), {}, 40);
    m_expiry = addField(grid, 3, 1, "newCaseExpiry", tr("Valid until"), day, 10);
    m_sex = new QComboBox(card);
    m_sex->setObjectName(QStringLiteral("newCaseSex"));
    m_sex->setAccessibleName(tr("Sex as the document states it"));
    for (const auto sex : {record::Sex::Unspecified, record::Sex::Female, record::Sex::Male}) m_sex->addItem(bridge::text(sex), int(sex));
    auto* sexLabel = new Label(m_sex->accessibleName(), TextRole::Secondary, Ink::T2, Weight::Medium, card);
    sexLabel->setBuddy(m_sex);
    grid->addWidget(sexLabel, 8, 0);
    grid->addWidget(m_sex, 9, 0);
    m_codes = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, card);
    m_codes->setObjectName(QStringLiteral("newCaseCodes"));
    m_codes->setWordWrap(true);
    m_codes->hide();
    grid->addWidget(m_codes, 10, 0, 1, 2);
    for (auto* field : {m_nationality, m_type, m_issuer}) connect(field, &QLineEdit::textChanged, this, &NewCasePage::showCodes);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    body->addLayout(grid);
    connect(m_zone, &QPlainTextEdit::textChanged, this, &NewCasePage::zoneTyped);
    return card;
}

/// What the codes stand for, where they are no country's own: an officer who types XXB sees that it is a refugee's.
void NewCasePage::showCodes() {
    const auto codeOf = [](const QLineEdit* field) { return bridge::toText(field->text().toUpper()); };
    record::Document paper;
    paper.type = codeOf(m_type);
    paper.issuer = codeOf(m_issuer);
    const std::string nationality = codeOf(m_nationality);
    QStringList words;
    if (!bridge::countryWords(nationality).isEmpty()) words << bridge::countryText(nationality);
    if (paper.issuer != nationality && !bridge::countryWords(paper.issuer).isEmpty()) words << bridge::countryText(paper.issuer);
    if (const QString kind = bridge::documentTypeWords(paper, nationality); !kind.isEmpty()) words << QStringLiteral("%1, %2").arg(bridge::fromText(paper.type), kind);
    m_codes->setText(words.join(QStringLiteral(" · ")));
    m_codes->setVisible(!words.isEmpty());
}

QWidget* NewCasePage::buildReason() {
    auto* card = new Card(QStringLiteral("flag"), tr("Why the person is here"), this);
    card->setFixedWidth(380);
    auto* form = card->body();
    form->setSpacing(3);
    const auto field = [&](const QString& text, QWidget* widget) {
        auto* label = new Label(text, TextRole::Secondary, Ink::T2, Weight::Medium, card);
        label->setBuddy(widget);
        widget->setAccessibleName(text);
        form->addWidget(label);
        form->addWidget(widget);
        form->addSpacing(6);
    };
    m_reason = new QComboBox(card);
    m_reason->setObjectName(QStringLiteral("newCaseReason"));
    for (const auto& [reason, code] : record::codes<record::ReferralReason>) m_reason->addItem(bridge::text(reason), int(reason));
    field(tr("Referral reason"), m_reason);
    m_priority = new QComboBox(card);
    m_priority->setObjectName(QStringLiteral("newCasePriority"));
    for (const auto& [priority, code] : record::codes<record::Priority>) m_priority->addItem(bridge::text(priority), int(priority));
    field(tr("Priority"), m_priority);
    chooseUsual();
    m_note = new QLineEdit(card);
    m_note->setObjectName(QStringLiteral("newCaseNote"));
    m_note->setMaxLength(500);
    m_note->setPlaceholderText(tr("what the counter noticed"));
    field(tr("Note"), m_note);
    m_basis = new QLineEdit(card);
    m_basis->setObjectName(QStringLiteral("newCaseBasis"));
    m_basis->setMaxLength(300);
    m_basis->setPlaceholderText(tr("may be set later; triage needs it"));
    field(tr("Legal basis"), m_basis);
    return card;
}

QWidget* NewCasePage::buildImages() {
    m_images = new Card(QStringLiteral("camera"), tr("Face and fingers"), this);
    m_images->setFixedWidth(380);
    auto* add = new QPushButton(icon(QStringLiteral("plus")), tr("Add images…"), m_images);
    add->setObjectName(QStringLiteral("addNewCaseImages"));
    add->setAccessibleName(tr("Add images of face and fingers"));
    setLook(add, ButtonKind::Normal, ButtonSize::Small);
    m_images->addTrailing(add);
    m_tray = new SampleTray(m_session, m_images);
    m_images->body()->addWidget(m_tray);
    connect(add, &QPushButton::clicked, m_tray, &SampleTray::choose);
    connect(m_tray, &SampleTray::refused, this, &NewCasePage::refuse);
    return m_images;
}

void NewCasePage::begin() { m_zone->setFocus(); }

void NewCasePage::addImages(const QStringList& files) { m_tray->addFiles(files); }

void NewCasePage::typeZone(const QString& lines) { m_zone->setPlainText(lines); }

void NewCasePage::clear() {
    m_zone->clear();
    for (auto* field : {m_family, m_given, m_birth, m_nationality, m_type, m_issuer, m_number, m_expiry, m_note, m_basis}) field->clear();
    m_sex->setCurrentIndex(0);
    chooseUsual();
    m_filled.clear();
    m_refusal->hide();
    m_tray->clear();
    begin();
}

void NewCasePage::chooseUsual() {
    m_reason->setCurrentIndex(m_reason->findData(int(record::ReferralReason::ManualReferral)));
    m_priority->setCurrentIndex(m_priority->findData(int(record::Priority::Normal)));
}

void NewCasePage::zoneTyped() {
    m_refusal->hide();
    const std::string typed = bridge::toText(m_zone->toPlainText());
    m_zoneRead.clear();
    m_verdict->hide();
    m_zoneNotice->hide();
    if (typed.empty() || !exchange::looksLikeMrz(typed)) return;
    const auto reading = exchange::parseMrz(typed, m_session.now());
    if (reading) {
        m_zoneRead = reading->traveler().documents.front().mrz;
        fillFrom(*reading);
    }
    showZone(reading);
}

void NewCasePage::fillFrom(const exchange::MrzReading& reading) {
    const auto put = [this](QLineEdit* field, const std::string& value) {
        const QString before = m_filled.contains(field) ? m_filled[field] : QString();
        if (field->text() != before) return;  // somebody typed it
        m_filled[field] = bridge::fromText(value);
        field->setText(m_filled[field]);
    };
    put(m_family, reading.familyName);
    put(m_given, reading.givenNames);
    put(m_birth, reading.birthDate);
    put(m_nationality, reading.nationality);
    put(m_type, reading.documentCode);
    put(m_issuer, reading.issuer);
    put(m_number, reading.documentNumber);
    put(m_expiry, reading.expiry);
    m_sex->setCurrentIndex(m_sex->findData(int(reading.sex)));
}

void NewCasePage::showZone(const Result<exchange::MrzReading>& reading) {
    m_zoneNotice->clearActions();
    if (!reading) {
        const auto text = bridge::errorText(reading.error());
        m_zoneNotice->setContent(Tone::Warn, QStringLiteral("warning"), {text.title, bridge::fromText(reading.error().detail), {}, {}, text.code, {}});
        m_zoneNotice->show();
        return;
    }
    const bool holds = reading->checksHold();
    m_verdict->setLook(holds ? BadgeLook{QStringLiteral("check"), tr("Every digit holds"), Tone::Ok, false}
                             : BadgeLook{QStringLiteral("close"), tr("A digit does not hold"), Tone::Bad, false});
    m_verdict->show();
    if (reading->protection) {
        m_zoneNotice->setContent(Tone::Protect, QStringLiteral("shield"),
                                 {tr("Document of a protected person"), tr("Stateless persons and refugees carry it. Open the case, and press %1 in it if protection is needed.")
                                                                            .arg(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText)),
                                  {}, {}, {}, {}});
        m_zoneNotice->show();
        return;
    }
    if (reading->report.findings.empty()) return;
    QStringList lines;
    for (const auto& finding : reading->report.findings) {
        if (lines.size() >= kMostFindings) break;
        const QString title = findingTitle(finding.rule);
        const QString field = fieldText(finding.field);
        lines << (field.isEmpty() ? placeText(finding.record) : field) + QStringLiteral(": ") + (title.isEmpty() ? bridge::fromText(finding.detail) : title);
    }
    m_zoneNotice->setContent(holds ? Tone::Neutral : Tone::Warn, QStringLiteral("warning"),
                             {tr("Compare with the document in your hand"), lines.join(QLatin1Char('\n')), {}, {}, {}, {}});
    for (const auto& proposal : reading->proposals) {
        QStringList repaired;
        for (const auto& line : proposal.lines) repaired << bridge::fromText(line);
        const QString words =
            proposal.changes.size() > 1
                ? tr("Line %1 is “%2”").arg(proposal.line).arg(bridge::fromText(proposal.lines[std::size_t(proposal.line - 1)]))
                : tr("Line %1, character %2: it is “%3”, not “%4”")
                      .arg(proposal.line).arg(proposal.column).arg(QLatin1Char(proposal.to)).arg(QLatin1Char(proposal.from));
        const QString tick = QStringLiteral("check");
        auto* use = m_zoneNotice->addAction(tick, words, [this, repaired] { m_zone->setPlainText(repaired.join(QLatin1Char('\n'))); });
        use->setObjectName(QStringLiteral("useProposal"));
        use->setAccessibleName(use->text());
    }
    m_zoneNotice->show();
}

Result<record::OpenCase> NewCasePage::act() const {
    record::OpenCase act;
    auto& traveler = act.traveler;
    traveler.familyName = bridge::toText(m_family->text());
    traveler.givenNames = bridge::toText(m_given->text());
    const auto birth = dateOf(m_birth->text()), expiry = dateOf(m_expiry->text());
    if (!birth) return fail(base::kInvalidArgument, tr("The date of birth is not of the form YYYY-MM-DD. Parts that are not known are 00.").toStdString());
    if (!expiry) return fail(base::kInvalidArgument, tr("The date the document is valid until is not of the form YYYY-MM-DD.").toStdString());
    traveler.birthDate = *birth;
    traveler.sex = static_cast<record::Sex>(m_sex->currentData().toInt());
    traveler.nationality = bridge::toText(m_nationality->text().toUpper());
    if (m_zoneRead.empty() && !m_zone->toPlainText().trimmed().isEmpty())
        return fail(base::kInvalidArgument, tr("The machine-readable zone is not whole: its lines have 30, 36 or 44 characters. Correct it, or clear it.").toStdString());
    record::Document paper;
    paper.type = bridge::toText(m_type->text().toUpper());
    paper.issuer = bridge::toText(m_issuer->text().toUpper());
    paper.number = bridge::toText(m_number->text().toUpper());
    paper.expiry = *expiry;
    paper.mrz = m_zoneRead;
    for (const auto& [code, what] : {std::pair{traveler.nationality, tr("nationality")}, {paper.issuer, tr("issuer")}})
        if (!code.empty() && !exchange::isCountryCode(code))
            return fail(base::kInvalidArgument, tr("“%1” is no three-letter code of a country (%2).").arg(bridge::fromText(code), what).toStdString());
    if (!paper.number.empty() || !paper.mrz.empty()) traveler.documents.push_back(paper);
    if (traveler.familyName.empty() && traveler.givenNames.empty() && traveler.documents.empty() && m_tray->count() == 0)
        return fail(base::kInvalidArgument, tr("A case is about somebody: state a name, a document number, or add an image.").toStdString());
    act.reason = static_cast<record::ReferralReason>(m_reason->currentData().toInt());
    act.priority = static_cast<record::Priority>(m_priority->currentData().toInt());
    act.referralNote = bridge::toText(m_note->text());
    act.legalBasis = bridge::toText(m_basis->text());
    act.deadline = m_session.now() + (act.priority == record::Priority::Urgent ? std::chrono::minutes(kSoon) : std::chrono::minutes(kUsual));
    return act;
}

void NewCasePage::open() {
    m_refusal->hide();
    auto made = act();
    if (!made) return refuse(made.error());
    auto samples = m_tray->samples(m_session.now());
    if (!samples) return refuse(samples.error());
    m_open->setEnabled(false);
    m_session.call(this,
                   [act = std::move(*made), samples = std::move(*samples)](access::Desk& desk, std::stop_token stop) mutable -> Result<CaseId> {
                       COTEJO_TRY_ASSIGN(const auto quality, review::SampleQuality::of(desk));
                       for (auto& each : samples) quality->measure(each.capture, each.bytes, stop);
                       return decide::CaseService(desk).open(std::move(act), std::move(samples));
                   },
                   [this](Result<CaseId> id) {
                       m_open->setEnabled(true);
                       if (!id) return refuse(id.error());
                       clear();
                       m_session.announce(*id);
                       emit opened(*id);
                   });
}

void NewCasePage::refuse(const Error& error) {
    const auto text = bridge::errorText(error);
    m_refusal->setContent(Tone::Bad, QStringLiteral("warning"), {text.title, bridge::fromText(error.detail), {}, text.remedy, text.code, {}});
    m_refusal->show();
}

}  // namespace cotejo::intake_ui
