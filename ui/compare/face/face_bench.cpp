#include "ui/compare/face/face_bench.h"

#include <cmath>

#include "ui/bridge/error_text.h"
#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/compare/face/face_page.h"

namespace cotejo::compare {
namespace {

/// What an examiner should make of it. Empty for what does not matter to a comparison.
QString adviceText(match::quality::Advice advice, double eyeDistance) {
    switch (advice) {
        using enum match::quality::Advice;
        case OnePersonOnly:
            return FaceBench::tr("Several faces: the largest and most central one was taken.");
        case MoveCloser:
            return FaceBench::tr("Only %n pixel(s) between the eyes: fine detail is missing.", nullptr,
                                   int(std::lround(eyeDistance)));
        case MoveBack:
        case LeaveSpace:
            return FaceBench::tr("The head is cut by the edge of the picture.");
        case StraightenHead:
            return FaceBench::tr("The head is tilted: align the eyes.");
        case FaceTheCamera:
            return FaceBench::tr("Turned to the side: compare the half that both show.");
        case LevelChin:
            return FaceBench::tr("Chin up or down: proportions shift.");
        case HoldStillAndFocus:
            return FaceBench::tr("Blurred: do not rely on lines and marks.");
        case MoreLight:
            return FaceBench::tr("Dark: shadows hold little detail.");
        case LessLight:
            return FaceBench::tr("Too bright: light areas hold no detail.");
        case SofterLight:
        case EvenLight:
            return FaceBench::tr("Light from one side: compare the evenly lit half.");
        case CheckColours:
            return FaceBench::tr("Colours are off: do not compare skin tone.");
        case OpenEyes:
            return FaceBench::tr("Eyes not open: their shape cannot be compared.");
        case CloseMouth:
            return FaceBench::tr("Mouth open: chin and cheeks are stretched.");
        case CaptureAgain:
            return FaceBench::tr("The machine sees this face weakly: compare by eye with care.");
        case PlainBackground:
            return {};
    }
    return {};
}

QualityWord qualityOf(const FaceSample& sample) {
    QualityWord word;
    if (sample.problem) {
        word.word = FaceBench::tr("Not measured");
        word.tone = widgets::Tone::Warn;
        word.advice = bridge::errorText(*sample.problem).title;
        return word;
    }
    QStringList advice;
    for (const auto each : sample.advice)
        if (const QString text = adviceText(each, sample.eyeDistance); !text.isEmpty()) advice << text;
    //: How far a face picture carries: enough for comparison
    word.word = advice.isEmpty() ? FaceBench::tr("Sufficient") : FaceBench::tr("Limited");
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

QualityWord notShown(const Error& error) {
    return {FaceBench::tr("Not shown"), widgets::Tone::Warn, bridge::errorText(error).title};
}

}  // namespace

FaceBench::FaceBench(bridge::Session& session, std::shared_ptr<FaceFinder> finder, FacePage& page)
    : QObject(&page), m_session(session), m_finder(std::move(finder)), m_page(page) {}

void FaceBench::open(const CaseId& id) {
    m_case = id;
    m_probe = {};
    ++m_showing;
    m_page.setProbe({}, {});
    m_page.setReference(std::nullopt, {});
}

void FaceBench::read(const record::Capture& capture, std::function<void(Result<FaceSample>)> then) {
    m_session.call(
        this,
        [finder = m_finder, id = m_case, capture](access::Desk& desk, std::stop_token stop) {
            return readFace(desk, *finder, id, capture, stop);
        },
        std::move(then));
}

void FaceBench::showProbe(const std::optional<record::Capture>& probe, UtcTime now) {
    if (!probe) {
        m_probe = {};
        m_page.setProbe({}, {tr("No face"), widgets::Tone::Neutral, tr("This case has no picture of a face.")});
        return;
    }
    if (probe->id == m_probe) return;
    m_probe = probe->id;
    read(*probe, [this, probe = *probe, id = m_case, now](Result<FaceSample> sample) {
        if (probe.id != m_probe || id != m_case) return;
        if (!sample) {
            m_page.setProbe({}, notShown(sample.error()));
            return;
        }
        FaceImage face = imageOf(*sample);
        face.title = tr("Probe");
        // Only what the post took itself has a moment; what was imported has the day that its file states, or none.
        face.detail = probe.origin == record::CaptureOrigin::Post ? QStringLiteral("%1 · %2").arg(bridge::takenText(probe), bridge::momentText(probe.captured, now))
                                                                  : bridge::takenText(probe);
        auto quality = qualityOf(*sample);
        quality.facts = bridge::sampleFacts(probe, now).join(QStringLiteral(" · "));
        m_page.setProbe(face, quality);
    });
}

void FaceBench::showReference(const std::optional<record::Capture>& reference, const QString& title,
                              const QString& detail) {
    const int showing = ++m_showing;
    if (!reference) {
        m_page.setReference(std::nullopt, {});
        return;
    }
    read(*reference, [this, showing, title, detail](Result<FaceSample> sample) {
        if (showing != m_showing) return;
        if (!sample) {
            m_page.setReference(std::nullopt, notShown(sample.error()));
            return;
        }
        FaceImage face = imageOf(*sample);
        face.title = title;
        face.detail = detail;
        m_page.setReference(face, qualityOf(*sample));
    });
}

}  // namespace cotejo::compare
