#include <cmath>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/compare/face_page.h"
#include "ui/compare/session.h"

namespace cotejo::compare {
namespace {

/// Portraits for travel documents ask for 90 pixels between the eyes (ICAO 9303-3, ISO/IEC 19794-5).
constexpr double kEyePixels = 90;

QualityWord qualityOf(const FaceSample& sample) {
    QualityWord word;
    if (sample.problem) {
        word.word = FaceSession::tr("Not measured");
        word.tone = widgets::Tone::Warn;
        word.advice = bridge::errorText(*sample.problem).title;
        return word;
    }
    const QPointF between = sample.eyes->second - sample.eyes->first;
    const double pixels = std::hypot(between.x(), between.y());
    const bool enough = pixels >= kEyePixels;
    //: How far a face picture carries: enough for comparison
    word.word = enough ? FaceSession::tr("Sufficient") : FaceSession::tr("Limited");
    word.tone = enough ? widgets::Tone::Ok : widgets::Tone::Warn;
    QStringList advice;
    if (!enough)
        advice << FaceSession::tr("%n pixels between the eyes; 90 are asked for: fine detail may be missing.",
                                  nullptr, int(std::lround(pixels)));
    if (sample.faces > 1)
        advice << FaceSession::tr("%n faces in the picture: the largest and most central one was taken.",
                                  nullptr, sample.faces);
    word.advice = advice.join(QLatin1Char(' '));
    return word;
}

FaceImage imageOf(const FaceSample& sample) {
    FaceImage face;
    face.image = sample.image;
    face.eyes = sample.eyes;
    face.landmarks = sample.landmarks;
    return face;
}

}  // namespace

FaceSession::FaceSession(bridge::Session& session, std::shared_ptr<FaceFinder> finder, FacePage& page)
    : ComparisonSession(session, page, record::Modality::Face), m_page(page), m_finder(std::move(finder)) {}

const record::Capture* FaceSession::probeCapture(const review::VisibleCandidate* candidate) const {
    if (candidate)
        if (const auto* compared = capture(candidate->probe)) return compared;
    const record::Capture* best = nullptr;
    for (const auto& each : file().view.captures) {
        if (each.modality != record::Modality::Face || each.blob.isZero()) continue;
        if (!best || (each.kind == record::CaptureKind::Live && best->kind != record::CaptureKind::Live))
            best = &each;
    }
    return best;
}

void FaceSession::showProbe() {
    showCandidate(nullptr);
}

void FaceSession::showCandidate(const review::VisibleCandidate* candidate) {
    const auto* probe = probeCapture(candidate);
    if (!probe) {
        m_page.setProbe({}, {FaceSession::tr("No face"), widgets::Tone::Neutral,
                             FaceSession::tr("This case has no picture of a face.")});
        m_page.setReference(std::nullopt, {});
        return;
    }
    if (probe->id != m_probe) {
        m_probe = probe->id;
        session().call(
            this,
            [finder = m_finder, id = file().view.id, probe = *probe](access::Desk& desk,
                                                                     std::stop_token stop) {
                return readFace(desk, *finder, id, probe, stop);
            },
            [this, probe = *probe](Result<FaceSample> sample) {
                if (probe.id != m_probe) return;
                if (!sample) {
                    m_page.setProbe({}, {FaceSession::tr("Not shown"), widgets::Tone::Warn,
                                         bridge::errorText(sample.error()).title});
                    return;
                }
                FaceImage face = imageOf(*sample);
                face.title = FaceSession::tr("Probe");
                face.detail =
                    (probe.kind == record::CaptureKind::Document ? FaceSession::tr("from the document · %1")
                                                                 : FaceSession::tr("live · %1"))
                        .arg(bridge::momentText(probe.captured, file().now));
                m_page.setProbe(face, qualityOf(*sample));
            });
    }
    if (!candidate || !candidate->referenceCapture) {
        m_page.setReference(std::nullopt, {});
        return;
    }
    session().call(
        this,
        [finder = m_finder, id = file().view.id, reference = *candidate->referenceCapture](
            access::Desk& desk, std::stop_token stop) {
            return readFace(desk, *finder, id, reference, stop);
        },
        [this, showing = showing(), letter = bridge::fromText(candidate->letter),
         taken = candidate->referenceCapture->captured](Result<FaceSample> sample) {
            if (showing != this->showing()) return;
            if (!sample) {
                m_page.setReference(std::nullopt, {FaceSession::tr("Not shown"), widgets::Tone::Warn,
                                                   bridge::errorText(sample.error()).title});
                return;
            }
            FaceImage face = imageOf(*sample);
            face.title = FaceSession::tr("Candidate %1").arg(letter);
            face.detail = taken > UtcTime{}
                              ? FaceSession::tr("reference · taken %1").arg(bridge::dateText(taken))
                              : FaceSession::tr("reference");
            auto quality = qualityOf(*sample);
            if (!quality.advice.isEmpty()) quality.advice = letter + QStringLiteral(": ") + quality.advice;
            m_page.setReference(face, quality);
        });
}

}  // namespace cotejo::compare
