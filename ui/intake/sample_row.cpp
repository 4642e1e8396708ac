#include "ui/intake/sample_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/exchange/read_exchange.h"
#include "core/imaging/decode.h"
#include "core/intake/gather.h"
#include "core/intake/sample_facts.h"
#include "ui/bridge/image.h"
#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::intake_ui {

using namespace widgets;

namespace {

constexpr int kThumbnail = 64;
constexpr int kWidest = 480;
constexpr double kLeastPpi = 50, kMostPpi = 4000;

enum Kind { LiveFace, DocumentFace, Finger };

}  // namespace

Result<ReadSample> readSample(const std::filesystem::path& file) {
    ReadSample read;
    COTEJO_TRY_ASSIGN(read.sample.bytes, readFile(file));
    const auto decoded = imaging::decodeImage(read.sample.bytes);
    if (!decoded) return inFile(file.string(), decoded.error());
    auto& capture = read.sample.capture;
    capture.modality = decoded->pixels.channels() == 1 ? record::Modality::Finger : record::Modality::Face;
    capture.mime = decoded->mime;
    capture.width = decoded->pixels.cols;
    capture.height = decoded->pixels.rows;
    if (decoded->ppi.known() && decoded->ppi.value >= intake::kLeastPrintPpi) capture.ppi = decoded->ppi;
    capture.partial = decoded->missing;
    if (const auto said = exchange::readExchangeFile(read.sample.bytes, file.filename().string(), {}); said && said->images.size() == 1)
        intake::takeFacts(capture, said->images.front());
    capture.original = sha256(read.sample.bytes);
    capture.originalMime = capture.mime;
    read.picture = bridge::toImage(imaging::thumbnail(decoded->pixels, kThumbnail));
    return read;
}

SampleRow::SampleRow(const QString& file, ReadSample read, QWidget* parent) : QWidget(parent), m_file(file), m_sample(std::move(read.sample)) {
    setMaximumWidth(kWidest);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(10);
    auto* picture = new QLabel(this);
    picture->setFixedSize(kThumbnail, kThumbnail);
    picture->setAlignment(Qt::AlignCenter);
    picture->setPixmap(QPixmap::fromImage(read.picture));
    layout->addWidget(picture);
    auto* fields = new QVBoxLayout;
    fields->setSpacing(4);
    auto* name = new Label(QStringLiteral("%1 · %2 × %3").arg(file).arg(m_sample.capture.width).arg(m_sample.capture.height), TextRole::Secondary, Ink::T2,
                           Weight::Regular, this);
    fields->addWidget(name);
    m_advice = new Label(m_sample.capture.partial.empty() ? QString() : tr("A part of this picture is missing: %1").arg(bridge::partialText(m_sample.capture.partial)),
                         TextRole::Secondary, Ink::Warn, Weight::Regular, this);
    m_advice->setWordWrap(true);
    m_advice->setVisible(!m_advice->text().isEmpty());
    fields->addWidget(m_advice);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("sampleKind"));
    m_kind->setAccessibleName(tr("What %1 shows").arg(file));
    m_kind->addItem(tr("Face, taken here"), LiveFace);
    m_kind->addItem(tr("Face of the document"), DocumentFace);
    m_kind->addItem(tr("Finger"), Finger);
    m_kind->setCurrentIndex(m_sample.capture.modality == record::Modality::Finger ? 2 : 0);
    fields->addWidget(m_kind);
    auto* finger = new QHBoxLayout;
    finger->setSpacing(6);
    m_finger = new QComboBox(this);
    m_finger->setObjectName(QStringLiteral("sampleFinger"));
    m_finger->setAccessibleName(tr("Which finger %1 shows").arg(file));
    for (const auto& [position, code] : record::codes<record::FingerPosition>) m_finger->addItem(bridge::text(position), int(position));
    m_ppi = new QLineEdit(this);
    m_ppi->setObjectName(QStringLiteral("samplePpi"));
    m_ppi->setAccessibleName(tr("Resolution of %1 in ppi").arg(file));
    m_ppi->setPlaceholderText(tr("ppi"));
    m_ppi->setToolTip(tr("Pixels per inch. Without it the print cannot be compared."));
    m_ppi->setMaxLength(7);
    m_ppi->setFixedWidth(72);
    if (m_sample.capture.ppi.known()) m_ppi->setText(QLocale::c().toString(m_sample.capture.ppi.value, 'g', 6));
    finger->addWidget(m_finger, 1);
    finger->addWidget(m_ppi);
    fields->addLayout(finger);
    layout->addLayout(fields, 1);
    auto* remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("sampleRemove"));
    remove->setIcon(icon(QStringLiteral("close")));
    remove->setToolTip(tr("Leave %1 out").arg(file));
    remove->setAccessibleName(remove->toolTip());
    setLook(remove, ButtonKind::Quiet, ButtonSize::Small);
    layout->addWidget(remove, 0, Qt::AlignTop);
    connect(remove, &QToolButton::clicked, this, &SampleRow::removeRequested);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SampleRow::kindChanged);
    kindChanged();
}

void SampleRow::kindChanged() {
    const bool finger = m_kind->currentData().toInt() == Finger;
    m_finger->setVisible(finger);
    m_ppi->setVisible(finger);
}

Result<decide::NewCapture> SampleRow::sample() const {
    decide::NewCapture sample = m_sample;
    auto& capture = sample.capture;
    const int kind = m_kind->currentData().toInt();
    capture.modality = kind == Finger ? record::Modality::Finger : record::Modality::Face;
    capture.kind = kind == DocumentFace ? record::CaptureKind::Document : record::CaptureKind::Live;
    if (kind != Finger) {
        capture.ppi = {};
        return sample;
    }
    capture.position = static_cast<record::FingerPosition>(m_finger->currentData().toInt());
    if (m_ppi->text().trimmed().isEmpty()) {
        capture.ppi = {};
        return sample;
    }
    bool number = false;
    const double ppi = QLocale::c().toDouble(m_ppi->text().trimmed(), &number);
    if (!number || ppi < kLeastPpi || ppi > kMostPpi)
        return fail(base::kInvalidArgument, tr("The resolution of %1 is no number from 50 to 4,000.").arg(m_file).toStdString());
    if (!capture.ppi.known() || capture.ppi.value != ppi) capture.ppi = {ppi, record::PpiSource::Declared};
    return sample;
}

}  // namespace cotejo::intake_ui
