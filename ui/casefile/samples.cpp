#include "ui/casefile/samples.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/portrait.h"

namespace cotejo::casefile {

using namespace widgets;

QString captureTitle(const record::Capture& capture) {
    if (capture.modality == record::Modality::Finger) return bridge::text(capture.position);
    switch (capture.kind) {
    case record::CaptureKind::Live: return Samples::tr("Live face");
    case record::CaptureKind::Document: return Samples::tr("Portrait of the document");
    case record::CaptureKind::Reference: return Samples::tr("Reference face");
    }
    return bridge::text(capture.modality);
}

QString captureDetail(const record::Capture& capture) {
    if (capture.missing != record::MissingReason::None) return bridge::text(capture.missing);
    QStringList parts;
    if (capture.width > 0) parts << QStringLiteral("%1 × %2").arg(bridge::countText(capture.width), bridge::countText(capture.height));
    if (capture.modality == record::Modality::Finger)
        parts << (capture.ppi.known() ? Samples::tr("%1 ppi, %2").arg(qRound(capture.ppi.value)).arg(bridge::text(capture.ppi.source))
                                      : Samples::tr("resolution unknown"));
    if (!capture.undecoded.empty()) parts << Samples::tr("not decoded yet");
    if (!capture.partial.empty()) parts << Samples::tr("a part is missing");
    if (capture.kind == record::CaptureKind::Live) parts << bridge::takenText(capture);
    for (const auto& each : capture.qualities)
        if (each.source == "post" || &each == &capture.qualities.back()) {
            parts << Samples::tr("quality %1").arg(each.value);
            break;
        }
    return parts.join(QStringLiteral(" · "));
}

Samples::Samples(QWidget* parent) : QWidget(parent), m_flow(new FlowLayout(this, 12)) {}

void Samples::showCase(const bridge::CaseFile& file) {
    clearLayout(m_flow);
    m_pictures.clear();
    for (const auto& capture : file.view.captures) {
        auto* cell = new QWidget(this);
        cell->setFixedWidth(218);
        auto* row = new QHBoxLayout(cell);
        row->setSpacing(10);
        const bool finger = capture.modality == record::Modality::Finger;
        auto* picture = new Portrait(QSize(44, 54), cell, finger ? Portrait::Fit::Whole : Portrait::Fit::Fill,
                                     capture.missing != record::MissingReason::None ? QStringLiteral("minus")
                                     : finger ? QStringLiteral("finger") : QStringLiteral("face"));
        row->addWidget(picture);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* title = new Label(captureTitle(capture), TextRole::Body, Ink::T1, Weight::Medium, cell);
        const bool unusable = file.view.unusable.contains(capture.id);
        auto* detail = new Label(unusable ? tr("unusable · %1").arg(captureDetail(capture)) : captureDetail(capture), TextRole::Secondary,
                                 unusable || !capture.undecoded.empty() || !capture.partial.empty() ? Ink::Warn : Ink::T3, Weight::Regular, cell);
        detail->setWordWrap(true);
        words->addStretch(1);
        words->addWidget(title);
        words->addWidget(detail);
        words->addStretch(1);
        row->addLayout(words, 1);
        const QString facts = bridge::sampleFacts(capture, file.view.opened).join(QLatin1Char('\n'));
        cell->setToolTip(facts);
        cell->setAccessibleDescription(facts);
        cell->setAccessibleName(QStringLiteral("%1, %2").arg(title->text(), detail->text()));
        m_pictures[capture.id] = picture;
        m_flow->addWidget(cell);
    }
    if (file.portraitHidden)
        m_flow->addWidget(new Label(tr("The document's picture is shown after the live sample was analysed."), TextRole::Secondary, Ink::T3, Weight::Regular, this));
    if (file.view.captures.empty())
        m_flow->addWidget(new Label(tr("No samples yet. Import them, or ask for a capture."), TextRole::Body, Ink::T3, Weight::Regular, this));
    updateGeometry();
}

void Samples::setThumbnail(const CaptureId& capture, const QImage& image) {
    if (const auto found = m_pictures.find(capture); found != m_pictures.end()) found->second->setImage(image);
}

}  // namespace cotejo::casefile
