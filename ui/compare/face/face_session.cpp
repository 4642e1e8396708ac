#include <cmath>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/compare/face/face_page.h"
#include "ui/compare/protocol/session.h"

namespace cotejo::compare {
namespace {

/// What an examiner should make of it. Empty for what does not matter to a comparison.
QString adviceText(match::quality::Advice advice, double eyeDistance) {
    switch (advice) {
        using enum match::quality::Advice;
        case OnePersonOnly:
            return FaceSession::tr("Several faces: the largest and most central one was taken.");
        case MoveCloser:
            return FaceSession::tr("Only %n pixel(s) between the eyes: fine detail is missing.", nullptr,
                                   int(std::lround(eyeDistance)));
        case MoveBack:
        case LeaveSpace:
            return FaceSession::tr("The head is cut by the edge of the picture.");
        case StraightenHead:
            return FaceSession::tr("The head is tilted: align the eyes.");
        case FaceTheCamera:
            return FaceSession::tr("Turned to the side: compare the half that both show.");
        case LevelChin:
            return FaceSession::tr("Chin up or down: proportions shift.");
        case HoldStillAndFocus:
            return FaceSession::tr("Blurred: do not rely on lines and marks.");
        case MoreLight:
            return FaceSession::tr("Dark: shadows hold little detail.");
        case LessLight:
            return FaceSession::tr("Too bright: light areas hold no detail.");
        case SofterLight:
        case EvenLight:
            return FaceSession::tr("Light from one side: compare the evenly lit half.");
        case CheckColours:
            return FaceSession::tr("Colours are off: do not compare skin tone.");
        case OpenEyes:
            return FaceSession::tr("Eyes not open: their shape cannot be compared.");
        case CloseMouth:
            return FaceSession::tr("Mouth open: chin and cheeks are stretched.");
        case CaptureAgain:
            return FaceSession::tr("The machine sees this face weakly: compare by eye with care.");
        case PlainBackground:
            return {};
    }
    return {};
}

QualityWord qualityOf(const FaceSample& sample) {
    QualityWord word;
    if (sample.problem) {
        word.word = FaceSession::tr("Not measured");
        word.tone = widgets::Tone::Warn;
        word.advice = bridge::errorText(*sample.problem).title;
        return word;
    }
    QStringList advice;
    for (const auto each : sample.advice)
        if (const QString text = adviceText(each, sample.eyeDistance); !text.isEmpty()) advice << text;
    //: How far a face picture carries: enough for comparison
    word.word = advice.isEmpty() ? FaceSession::tr("Sufficient") : FaceSession::tr("Limited");
    word.tone = advice.isEmpty() ? widgets::Tone::Ok : widgets::Tone::Warn;
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

/// What a live face is compared with before any candidate: the portrait of the traveler's own document. A reference, so not
/// before the examiner's analysis is saved, and not for whom the identity is hidden.
const record::Capture* FaceSession::documentPortrait(const record::Capture& probe) const {
    const auto* own = file().own();
    if (probe.kind != record::CaptureKind::Live || file().identityHidden || !own || !own->analysisSaved) return nullptr;
    for (const auto& each : file().view.captures)
        if (each.modality == record::Modality::Face && each.kind == record::CaptureKind::Document && !each.blob.isZero()) return &each;
    return nullptr;
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
    std::optional<record::Capture> reference;
    if (candidate)
        reference = candidate->referenceCapture;
    else if (const auto* portrait = documentPortrait(*probe))
        reference = *portrait;
    if (!reference) {
        m_page.setReference(std::nullopt, {});
        return;
    }
    session().call(
        this,
        [finder = m_finder, id = file().view.id, wanted = *reference](access::Desk& desk, std::stop_token stop) {
            return readFace(desk, *finder, id, wanted, stop);
        },
        [this, showing = showing(), letter = candidate ? bridge::fromText(candidate->letter) : QString(),
         taken = reference->captured](Result<FaceSample> sample) {
            if (showing != this->showing()) return;
            if (!sample) {
                m_page.setReference(std::nullopt, {FaceSession::tr("Not shown"), widgets::Tone::Warn,
                                                   bridge::errorText(sample.error()).title});
                return;
            }
            FaceImage face = imageOf(*sample);
            const bool document = letter.isEmpty();
            face.title = document ? FaceSession::tr("Document") : FaceSession::tr("Candidate %1").arg(letter);
            if (document) {
                face.detail = FaceSession::tr("portrait that the traveler presented");
                m_page.setReference(face, qualityOf(*sample));
                return;
            }
            face.detail = taken > UtcTime{}
                              ? FaceSession::tr("reference · taken %1").arg(bridge::dateText(taken))
                              : FaceSession::tr("reference");
            m_page.setReference(face, qualityOf(*sample));
        });
}

}  // namespace cotejo::compare
