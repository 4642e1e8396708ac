#include "ui/intake/contents_card.h"

#include <QCoreApplication>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include "core/imaging/decode.h"
#include "core/intake/sample_facts.h"
#include "ui/bridge/image.h"
#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/intake/finding_text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::intake_ui {

using namespace widgets;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cotejo::intake_ui::Contents)
};

constexpr int kPictureSide = 96;
constexpr std::size_t kMostRows = 2000;

QString undecodedText(const std::string& reason) {
    if (reason == "cut") return Words::tr("cut off: cannot be shown");
    if (reason == "jpeg_lossless") return Words::tr("lossless JPEG: cannot be shown");
    if (reason == "unknown_coding") return Words::tr("unknown coding: cannot be shown");
    return Words::tr("cannot be shown (%1)").arg(bridge::fromText(reason));
}

QString subjectText(const exchange::ExchangeImage& image) {
    if (image.position != record::FingerPosition::Unknown) return bridge::text(image.position);
    switch (image.subject) {
    case exchange::ImageSubject::Face: return Words::tr("Face");
    case exchange::ImageSubject::Finger: return Words::tr("Finger, position not told");
    case exchange::ImageSubject::FingerGroup: return Words::tr("Several fingers");
    case exchange::ImageSubject::Palm: return Words::tr("Palm");
    case exchange::ImageSubject::Latent: return Words::tr("Latent print");
    case exchange::ImageSubject::Iris: return Words::tr("Iris");
    case exchange::ImageSubject::Signature: return Words::tr("Signature");
    case exchange::ImageSubject::Unknown: return Words::tr("Image");
    }
    return {};
}

/// As far as there is room below a small picture.
QString pictureText(const exchange::ExchangeImage& image) {
    const bool unknown = image.subject == exchange::ImageSubject::Finger && image.position == record::FingerPosition::Unknown;
    return unknown ? Words::tr("Finger") : subjectText(image);
}

/// Pixels and resolution, as far as they are known.
QStringList sizeParts(int width, int height, const record::Ppi& ppi) {
    QStringList parts;
    if (width > 0 && height > 0) parts << Words::tr("%1 × %2 pixels").arg(width).arg(height);
    parts << (ppi.known() ? Words::tr("%1 ppi").arg(QLocale().toString(ppi.value, 'g', 6)) : Words::tr("resolution unknown"));
    return parts;
}

QString imageText(const exchange::ExchangeImage& image) {
    if (image.missing != record::MissingReason::None) return bridge::text(image.missing);
    QStringList parts = sizeParts(image.width, image.height, image.ppi);
    parts << bridge::fromText(image.mime) << QLocale().formattedDataSize(qint64(image.bytes.size()));
    record::Capture said;
    intake::takeFacts(said, image);
    said.originalPlace.clear();
    said.origin = record::CaptureOrigin::Unknown;
    if (!image.captured.empty()) parts << Words::tr("taken %1 (says %2)").arg(bridge::dateText(image.captured), bridge::fromText(image.capturedFrom));
    parts << bridge::sampleFacts(said, {}).mid(1);
    if (!image.undecoded.empty()) parts << undecodedText(image.undecoded);
    return parts.join(QStringLiteral(" · "));
}

QString personText(const exchange::ExchangePerson& person) {
    const auto& traveler = person.traveler;
    QStringList parts;
    QString name = bridge::fromText(traveler.familyName);
    if (!traveler.givenNames.empty()) name += (name.isEmpty() ? QString() : QStringLiteral(", ")) + bridge::fromText(traveler.givenNames);
    parts << (name.isEmpty() ? Words::tr("no name") : name);
    if (!traveler.birthDate.empty()) parts << Words::tr("born %1").arg(bridge::fromText(traveler.birthDate));
    if (traveler.sex != record::Sex::Unspecified) parts << bridge::text(traveler.sex);
    if (!traveler.nationality.empty()) parts << bridge::countryText(traveler.nationality);
    for (const auto& paper : traveler.documents) {
        const QString kind = bridge::documentTypeWords(paper, traveler.nationality), issuer = bridge::countryWords(paper.issuer);
        parts << (kind.isEmpty() ? Words::tr("document %1").arg(bridge::fromText(paper.number)) : QStringLiteral("%1 %2").arg(kind, bridge::fromText(paper.number)));
        if (!issuer.isEmpty() && paper.issuer != traveler.nationality) parts << Words::tr("issued by %1").arg(bridge::countryText(paper.issuer));
    }
    for (const auto& alias : person.aliases) parts << Words::tr("also %1").arg(bridge::fromText(alias));
    return parts.join(QStringLiteral(" · "));
}

QString zoneText(const exchange::MrzReading& zone) {
    QStringList parts{bridge::fromText(record::codeOf(zone.format)).toUpper()};
    qsizetype wrong = 0;
    for (const auto& check : zone.checks) wrong += check.state == exchange::MrzCheckState::Wrong ? 1 : 0;
    parts << (!zone.checked ? Words::tr("not checked") : wrong > 0 ? Words::tr("%n check digit(s) wrong", nullptr, int(wrong)) : Words::tr("check digits hold"));
    if (!zone.proposals.empty()) parts << Words::tr("%n repair(s) proposed", nullptr, int(zone.proposals.size()));
    if (zone.protection) parts << Words::tr("protection document");
    return parts.join(QStringLiteral(" · "));
}

class Rows {
  public:
    void add(const QString& what, const std::string& where, const QString& detail) {
        if (m_rows.size() < kMostRows)
            m_rows.push_back({{Cell(what, Ink::T1, Weight::Medium), Cell(placeText(where), Ink::T3), Cell(detail, Ink::T1)}, {}});
    }
    /// Every field of one place, under its name.
    void add(const std::string& where, const std::vector<exchange::ExchangeFact>& facts) {
        if (!facts.empty()) add(Words::tr("Fields"), where, {});
        for (const auto& fact : facts) {
            if (m_rows.size() >= kMostRows) return;
            m_rows.push_back({{Cell::code(bridge::fromText(fact.field), Ink::T2), Cell(bridge::fromText(fact.label), Ink::T3),
                               Cell(bridge::fromText(fact.value).left(300), Ink::T2)},
                              {}});
        }
    }
    void append(Rows& others) {
        for (auto& row : others.m_rows)
            if (m_rows.size() < kMostRows) m_rows.push_back(std::move(row));
    }
    std::vector<TableRow> take() { return std::move(m_rows); }

  private:
    std::vector<TableRow> m_rows;
};

}  // namespace

Result<Contents> readContents(const intake::ImportUnit& unit, const intake::Declared& declared, UtcTime now, std::stop_token stop) {
    Contents contents;
    COTEJO_TRY_ASSIGN(contents.document, intake::inspectUnit(unit, declared, now, stop));
    for (const auto& image : contents.document.images) {
        QImage picture;
        if (image.missing == record::MissingReason::None && image.undecoded.empty() && !stop.stop_requested())
            if (const auto decoded = imaging::decodeImage(image.bytes)) picture = bridge::toImage(imaging::thumbnail(decoded->pixels, kPictureSide));
        contents.pictures.push_back(std::move(picture));
    }
    return contents;
}

ContentsCard::ContentsCard(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_card = new Card(QStringLiteral("document"), tr("Contents"), this);
    m_card->setFlush(true);
    m_pictures = new QListWidget(m_card);
    m_pictures->setObjectName(QStringLiteral("contentPictures"));
    m_pictures->setAccessibleName(tr("Images of the chosen file"));
    m_pictures->setViewMode(QListView::IconMode);
    m_pictures->setFlow(QListView::LeftToRight);
    m_pictures->setWrapping(false);
    m_pictures->setMovement(QListView::Static);
    m_pictures->setSelectionMode(QAbstractItemView::NoSelection);
    m_pictures->setIconSize({kPictureSide, kPictureSide});
    m_pictures->setGridSize({kPictureSide + 40, kPictureSide + 32});
    m_pictures->setFixedHeight(kPictureSide + 52);
    m_pictures->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pictures->setFrameShape(QFrame::NoFrame);
    m_model = new RowsModel({tr("What"), tr("Where"), tr("Details")}, this);
    m_table = new TableView(m_card);
    m_table->setObjectName(QStringLiteral("contentsTable"));
    m_table->setAccessibleName(tr("Contents of the chosen file"));
    m_table->setModel(m_model);
    m_table->setRowHeight(metric::kRowCompact);
    m_table->setColumnWidth(0, 200);
    m_table->setColumnWidth(1, 240);
    m_card->body()->addWidget(m_pictures);
    m_card->body()->addWidget(m_table);
    layout->addWidget(m_card);
}

void ContentsCard::setContents(const Contents& contents) {
    const auto& document = contents.document;
    // What there is first; every field of it as it came after that.
    Rows rows;
    Rows fields;
    for (const auto& person : document.persons) {
        rows.add(tr("Person"), person.source, personText(person));
        fields.add(person.source, person.facts);
    }
    m_pictures->clear();
    for (std::size_t k = 0; k < document.images.size(); ++k) {
        const auto& image = document.images[k];
        rows.add(subjectText(image), image.source, imageText(image));
        fields.add(image.source, image.facts);
        if (k < contents.pictures.size() && !contents.pictures[k].isNull())
            new QListWidgetItem(QIcon(QPixmap::fromImage(contents.pictures[k])), pictureText(image), m_pictures);
    }
    m_pictures->setVisible(m_pictures->count() > 0);
    for (const auto& view : document.minutiae) {
        QStringList parts;
        if (view.position != record::FingerPosition::Unknown) parts << bridge::text(view.position);
        parts << tr("%n minutiae", nullptr, int(view.minutiae.size())) << sizeParts(view.width, view.height, view.ppi()) << bridge::fromText(view.format);
        rows.add(tr("Minutiae"), view.source, parts.join(QStringLiteral(" · ")));
        fields.add(view.source, view.facts);
    }
    for (const auto& zone : document.zones) rows.add(tr("Machine-readable zone"), {}, zoneText(zone));
    fields.add({}, document.facts);
    rows.append(fields);
    const auto findings = document.report.findings.size() + document.report.dropped;
    m_card->setCaption(bridge::fromText(document.formatName) + QStringLiteral(" · ") +
                       (findings == 0 ? tr("checked: nothing to object to") : tr("%n finding(s)", nullptr, int(findings))));
    m_model->setRows(rows.take());
}

}  // namespace cotejo::intake_ui
