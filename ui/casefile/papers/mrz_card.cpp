#include "ui/casefile/papers/mrz_card.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::casefile {

using namespace widgets;
using exchange::MrzCheckState;

namespace {
constexpr int kPadding = 12;
constexpr int kLine = 26;
}  // namespace

MrzLines::MrzLines(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void MrzLines::setReading(const exchange::MrzReading& reading) {
    m_lines.clear();
    m_marks.clear();
    for (const auto& line : reading.lines) m_lines << bridge::fromText(line);
    int wrong = 0;
    for (const auto& check : reading.checks) {
        if (check.state == MrzCheckState::NotGiven) continue;
        const bool right = check.state == MrzCheckState::Right;
        wrong += right ? 0 : 1;
        m_marks[{check.line - 1, check.column - 1}] = right ? Mark::Right : Mark::Wrong;
    }
    setAccessibleName(tr("Machine-readable zone: %1").arg(m_lines.join(QLatin1Char(' '))));
    setAccessibleDescription(tr("%n check digits do not hold", nullptr, wrong));
    updateGeometry();
    update();
}

void MrzLines::setPlain(const QStringList& lines) {
    m_lines = lines;
    m_marks.clear();
    setAccessibleName(tr("Machine-readable zone: %1").arg(m_lines.join(QLatin1Char(' '))));
    updateGeometry();
    update();
}

QSize MrzLines::sizeHint() const { return {460, static_cast<int>(m_lines.size()) * kLine + 14}; }

QFont MrzLines::lineFont() const {
    // The longest line fits its width: a zone is read as a whole, never scrolled.
    QFont font = fontOf(TextRole::Mono);
    qsizetype longest = 1;
    for (const auto& line : m_lines) longest = std::max(longest, line.size());
    for (int pixels = 14; pixels > 8; --pixels) {
        font.setPixelSize(pixels);
        if (QFontMetricsF(font).horizontalAdvance(QLatin1Char('<')) * double(longest) <= width() - 2 * kPadding) break;
    }
    return font;
}

void MrzLines::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    drawRounded(painter, rect(), metric::kRadiusControl, t.sunk, t.highContrast() ? t.line : QColor());
    const QFont font = lineFont();
    painter.setFont(font);
    const double cell = QFontMetricsF(font).horizontalAdvance(QLatin1Char('<'));
    for (int line = 0; line < m_lines.size(); ++line) {
        for (int i = 0; i < m_lines[line].size(); ++i) {
            const QRectF box(kPadding + i * cell, 7 + line * kLine, cell, kLine);
            const auto mark = m_marks.find({line, i});
            painter.setPen(t.t1);
            if (mark != m_marks.end()) {
                painter.setPen(mark->second == Mark::Right ? t.ok : t.bad);
                if (mark->second == Mark::Wrong)
                    drawRounded(painter, box.adjusted(-1, 3, 1, -3), 3, t.badFill, t.bad);
            }
            painter.drawText(box, Qt::AlignCenter, QString(m_lines[line][i]));
        }
    }
}

MrzCard::MrzCard(QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    m_card = new Card(QStringLiteral("document"), tr("Travel document"), this);
    m_card->setFlush(true);
    m_verdict = new Badge(m_card);
    m_card->addTrailing(m_verdict);
    outer->addWidget(m_card);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(14, 14, 14, 10);
    top->setSpacing(16);
    m_portrait = new Portrait(QSize(104, 132), m_card);
    top->addWidget(m_portrait, 0, Qt::AlignTop);
    auto* zone = new QVBoxLayout;
    zone->setSpacing(10);
    m_lines = new MrzLines(m_card);
    zone->addWidget(m_lines);
    m_proposal = new Notice(m_card);
    m_proposal->setObjectName(QStringLiteral("mrzProposal"));
    zone->addWidget(m_proposal);
    zone->addStretch(1);
    top->addLayout(zone, 1);
    m_card->body()->setSpacing(0);
    m_card->body()->addLayout(top);
    m_fields = new RowsModel({tr("Field"), tr("Read", "as read from the zone"), tr("Means"), tr("Digit read"), tr("Computed"), tr("Result")}, this);
    m_table = new FittingTable(m_card);
    m_table->setObjectName(QStringLiteral("mrzFields"));
    m_table->setAccessibleName(tr("Fields of the machine-readable zone with their checks"));
    m_table->setModel(m_fields);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    // Every value whole: what a field means takes what is left.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_card->body()->addWidget(m_table);
    m_foot = new QVBoxLayout;
    m_foot->setContentsMargins(14, 10, 14, 14);
    m_card->body()->addLayout(m_foot);
}

void MrzCard::setPortrait(const QImage& image) { m_portrait->setImage(image); }

namespace {

QString fieldName(std::string_view field) {
    if (field == "documentNumber") return MrzCard::tr("Document number");
    if (field == "birthDate") return MrzCard::tr("Birth");
    if (field == "expiry") return MrzCard::tr("Expiry");
    if (field == "personalNumber") return MrzCard::tr("Personal number");
    if (field == "composite") return MrzCard::tr("Composite digit");
    return bridge::fromText(field);
}

QString meaning(const exchange::MrzReading& zone, std::string_view field) {
    if (field == "documentNumber") return bridge::fromText(zone.documentNumber);
    if (field == "birthDate") return bridge::dateText(zone.birthDate);
    if (field == "expiry") return bridge::dateText(zone.expiry);
    if (field == "personalNumber") return bridge::fromText(zone.optionalData);
    return {};
}

}  // namespace

void MrzCard::showDocument(const record::Document& document, const exchange::MrzReading* zone, UtcTime now) {
    QStringList caption;
    if (zone != nullptr) caption << bridge::fromText(record::codeOf(zone->format));
    caption << bridge::fromText(document.issuer) << bridge::fromText(document.number);
    caption.removeAll(QString());
    m_card->setCaption(caption.join(QStringLiteral(" · ")));
    m_proposal->hide();
    std::vector<TableRow> rows;
    const QString expiry = zone != nullptr ? bridge::fromText(zone->expiry) : bridge::fromText(document.expiry);
    const QDate expires = QDate::fromString(expiry, Qt::ISODate);
    const bool expired = expires.isValid() && expires < bridge::toLocal(now).date();
    const auto plain = [&](const QString& name, const QString& value, const QString& means, bool bad = false) {
        rows.push_back({{{name, Ink::T2}, Cell::code(value), {means}, {QStringLiteral("—"), Ink::T3},
                         {QStringLiteral("—"), Ink::T3},
                         {bad ? tr("expired") : tr("no digit"), bad ? Ink::Warn : Ink::T3, Weight::Regular, bad ? QStringLiteral("clock") : QString()}},
                        name.toUtf8()});
    };
    const auto kind = [&](const record::Document& paper, std::string_view nationality) {
        const QString words = bridge::documentTypeWords(paper, nationality);
        if (!words.isEmpty()) plain(tr("Kind of document"), bridge::fromText(paper.type), words);
    };
    if (zone == nullptr) {
        m_lines->setPlain(document.mrz.empty() ? QStringList{} : bridge::fromText(document.mrz).split(QLatin1Char('\n')));
        m_lines->setVisible(!document.mrz.empty());
        m_verdict->setLook(document.mrz.empty() ? BadgeLook{QStringLiteral("info"), tr("No machine-readable zone"), Tone::Neutral, false}
                                                : BadgeLook{QStringLiteral("warning"), tr("The zone cannot be read"), Tone::Warn, false});
        plain(tr("Document number"), bridge::fromText(document.number), bridge::fromText(document.number));
        plain(tr("Issuer"), bridge::fromText(document.issuer), bridge::countryText(document.issuer));
        kind(document, {});
        plain(tr("Expiry"), bridge::fromText(document.expiry), bridge::dateText(document.expiry), expired);
        m_fields->setRows(std::move(rows));
        return;
    }
    m_lines->show();
    m_lines->setReading(*zone);
    int wrong = 0;
    for (const auto& check : zone->checks) {
        const bool bad = check.state == MrzCheckState::Wrong;
        wrong += bad ? 1 : 0;
        Cell verdict{tr("holds"), Ink::Ok, Weight::Regular, QStringLiteral("check")};
        if (bad) verdict = {tr("does not hold"), Ink::Bad, Weight::Medium, QStringLiteral("close")};
        else if (check.state == MrzCheckState::NotGiven) verdict = {tr("no digit"), Ink::T3};
        if (!bad && check.field == "expiry" && expired) verdict = {tr("holds · expired"), Ink::Warn, Weight::Regular, QStringLiteral("clock")};
        const bool composite = check.field == "composite";
        rows.push_back({{{fieldName(check.field), Ink::T2}, Cell::code(composite ? QStringLiteral("—") : bridge::fromText(check.covered)),
                         {composite ? QStringLiteral("—") : meaning(*zone, check.field)},
                         Cell::code(check.state == MrzCheckState::NotGiven ? QStringLiteral("—") : QString(QLatin1Char(check.given))),
                         Cell::code(check.state == MrzCheckState::NotGiven ? QStringLiteral("—") : QString(QLatin1Char(check.expected))), verdict},
                        QByteArray::fromStdString(check.field)});
        if (check.field == "documentNumber") {
            plain(tr("Issuer"), bridge::fromText(zone->issuer), bridge::countryText(zone->issuer));
            plain(tr("Nationality"), bridge::fromText(zone->nationality), bridge::countryText(zone->nationality));
            kind(document, zone->nationality);
        } else if (check.field == "birthDate") {
            plain(tr("Sex"), bridge::text(zone->sex), bridge::text(zone->sex));
        }
    }
    m_fields->setRows(std::move(rows));
    if (!zone->checked)
        m_verdict->setLook({QStringLiteral("info"), tr("Not laid out as Doc 9303: not checked"), Tone::Neutral, false});
    else
        m_verdict->setLook(wrong > 0 ? BadgeLook{QStringLiteral("close"), tr("%n digits do not hold", nullptr, wrong), Tone::Bad, false}
                                 : BadgeLook{QStringLiteral("check"), tr("Every digit holds"), Tone::Ok, false});
    if (zone->proposals.empty()) return;
    const auto& proposal = zone->proposals.front();
    m_proposal->clearActions();
    m_proposal->setContent(Tone::Warn, QStringLiteral("warning"),
                           {tr("Possible misreading in %1").arg(fieldName(proposal.field).toLower()),
                            proposal.changes.size() > 1
                                ? tr("If line %1 read «%2», the digits would hold. The original reading is kept.")
                                      .arg(proposal.line).arg(bridge::fromText(proposal.lines[std::size_t(proposal.line - 1)]))
                                : tr("If the «%1» in line %2, place %3 were «%4», the digits would hold. The original reading is kept.")
                                      .arg(QLatin1Char(proposal.from)).arg(proposal.line).arg(proposal.column).arg(QLatin1Char(proposal.to)),
                            {}, {}, {}, {}});
    QStringList lines;
    for (const auto& line : proposal.lines) lines << bridge::fromText(line);
    const QString reason = tr("Misreading in line %1, place %2: «%3» for «%4»")
                               .arg(proposal.line).arg(proposal.column).arg(QLatin1Char(proposal.from)).arg(QLatin1Char(proposal.to));
    const QString tick = QStringLiteral("check");
    m_proposal->addAction(tick, tr("Accept the proposal"), [this, lines, reason] { emit proposalAccepted(lines, reason); })
        ->setObjectName(QStringLiteral("acceptMrzProposal"));
    m_proposal->show();
}

std::optional<record::AmendTraveler> amendFromZone(const record::CaseView& view, std::size_t document, const QStringList& lines,
                                                   const QString& reason) {
    const auto reading = exchange::parseMrz(lines.join(QLatin1Char('\n')).toStdString(), view.opened);
    if (!reading || document >= view.traveler.documents.size()) return std::nullopt;
    record::AmendTraveler amend{view.traveler, bridge::toText(reason)};
    const auto read = reading->traveler();
    amend.traveler.familyName = read.familyName;
    amend.traveler.givenNames = read.givenNames;
    amend.traveler.birthDate = read.birthDate;
    amend.traveler.sex = read.sex;
    amend.traveler.nationality = read.nationality;
    amend.traveler.documents[document].number = reading->documentNumber;
    amend.traveler.documents[document].expiry = reading->expiry;
    return amend;
}

}  // namespace cotejo::casefile
