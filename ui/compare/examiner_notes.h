#pragma once

#include <QCoreApplication>
#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "core/record/case.h"
#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/canvas/finger_values.h"

namespace cotejo::compare {

/// Facial components of the FISWG feature list for morphological analysis (v2.0, 2018), and a row for
/// anything else.
enum class Feature {
    Skin,
    HeadOutline,
    Composition,
    Hairline,
    Forehead,
    Eyebrows,
    Eyes,
    Cheeks,
    Nose,
    Ears,
    Mouth,
    Chin,
    Neck,
    FacialHair,
    FacialLines,
    Scars,
    FacialMarks,
    Alterations,
    Other
};
inline constexpr int kFeatureCount = 19;
enum class FeatureWord { Similar, Different, NotVisible };

struct FeatureNote {
    std::optional<FeatureWord> word;
    QString note;
    bool operator==(const FeatureNote&) const = default;
};

/// All that an examiner noted about one candidate. Kept as text in the reasons of a conclusion: one line a
/// fact, a stable code in brackets first, so that it reads in any language and comes back as it was; what has
/// no code is the examiner's own prose.
struct ExaminerNotes {
    /// A pair of minutiae of one finger, by their numbers in the two templates, and where they lay in pixels of the two images: another
    /// version of the engine may number them otherwise. Notes of 2026-11 and earlier have no places.
    struct JudgedPair {
        record::FingerPosition position = record::FingerPosition::Unknown;
        int probe = -1, reference = -1;
        Verdict verdict = Verdict::Open;
        std::optional<QPointF> probeAt, referenceAt;
        bool operator==(const JudgedPair&) const = default;
    };
    struct PlacedMark {
        record::FingerPosition position = record::FingerPosition::Unknown;
        ExaminerMark mark;
        bool operator==(const PlacedMark&) const = default;
    };
    std::optional<record::ExaminerConclusion> step;  ///< of the scale; stored in its own field, not in the text. Older texts carry it
    std::map<Feature, FeatureNote> features;
    std::array<Light, 2> lights;
    std::vector<FaceMark> faceMarks;
    std::vector<JudgedPair> pairs;
    std::vector<PlacedMark> fingerMarks;
    QString prose;
    QString counterReason;  ///< stored in its own field, not in the text

    QString toText() const;
    /// Unknown or damaged lines become prose: nothing an examiner wrote is lost.
    static ExaminerNotes fromText(const QString& text);
    int answeredFeatures() const;
};

QString featureText(Feature feature);
QString featureWordText(FeatureWord word);
/// The stored text in words of the window's language, one line a fact; for dossiers and histories.
QString notesInWords(const QString& storedText);

}  // namespace cotejo::compare

Q_DECLARE_METATYPE(cotejo::compare::ExaminerNotes)
