#include "ui/compare/examiner_notes.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <array>

#include "ui/bridge/text.h"

namespace cotejo::compare {
namespace {

/// As texts of 2026-11 and earlier name the steps.
constexpr std::array<const char*, 5> kOlderSteps{"exclusion", "tends_to_exclusion", "inconclusive",
                                                 "tends_to_identification", "identification"};
constexpr std::array<const char*, kFeatureCount> kFeatures{
    "skin",         "head_outline", "composition",  "hairline",    "forehead", "eyebrows", "eyes",
    "cheeks",       "nose",         "ears",         "mouth",       "chin",     "neck",     "facial_hair",
    "facial_lines", "scars",        "facial_marks", "alterations", "other"};
constexpr std::array<const char*, 3> kWords{"similar", "different", "not_visible"};
constexpr std::array<const char*, 4> kVerdicts{"open", "agreed", "rejected", "doubtful"};
constexpr std::array<const char*, 3> kMarks{"core", "delta", "minutia"};
constexpr std::array<const char*, 2> kSides{"probe", "reference"};

template <std::size_t N>
int indexOf(const std::array<const char*, N>& codes, const QString& text) {
    for (std::size_t i = 0; i < N; ++i)
        if (text == QLatin1String(codes[i])) return int(i);
    return -1;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cotejo::compare::ExaminerNotes)
};

/// "x y" with a tenth of a pixel; "-" for no point.
QString pointText(const std::optional<QPointF>& point) {
    return point ? QStringLiteral("%1 %2").arg(point->x(), 0, 'f', 1).arg(point->y(), 0, 'f', 1)
                 : QStringLiteral("-");
}

/// Takes one point off the front of the fields.
std::optional<QPointF> takePoint(QStringList& fields, bool& good) {
    if (!fields.isEmpty() && fields.front() == QLatin1String("-")) {
        fields.removeFirst();
        return std::nullopt;
    }
    bool x = false, y = false;
    const QPointF point(fields.value(0).toDouble(&x), fields.value(1).toDouble(&y));
    good = good && x && y;
    fields = fields.mid(2);
    return point;
}

bool readLine(ExaminerNotes& notes, const QString& code, const QString& rest) {
    QStringList fields = rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (code == QLatin1String("scale")) {
        const int step = indexOf(kOlderSteps, rest);
        if (step < 0) return false;
        notes.step = record::ExaminerConclusion(step);
        return true;
    }
    if (code == QLatin1String("feature")) {
        const int feature = indexOf(kFeatures, fields.value(0));
        if (feature < 0) return false;
        FeatureNote note;
        const int word = indexOf(kWords, fields.value(1));
        if (word >= 0)
            note.word = FeatureWord(word);
        else if (fields.value(1) != QLatin1String("-"))
            return false;
        note.note = fields.mid(2).join(QLatin1Char(' '));
        notes.features[Feature(feature)] = note;
        return true;
    }
    if (code == QLatin1String("light")) {
        const int side = indexOf(kSides, fields.value(0));
        bool b = false, c = false, g = false;
        const Light light{fields.value(1).toInt(&b), fields.value(2).toInt(&c), fields.value(3).toDouble(&g)};
        if (side < 0 || !b || !c || !g) return false;
        notes.lights[std::size_t(side)] = light;
        return true;
    }
    if (code == QLatin1String("face_mark")) {
        bool good = false;
        FaceMark mark;
        mark.number = fields.value(0).toInt(&good);
        fields = fields.mid(1);
        mark.probe = takePoint(fields, good);
        mark.reference = takePoint(fields, good);
        if (!good) return false;
        notes.faceMarks.push_back(mark);
        return true;
    }
    if (code == QLatin1String("pair")) {
        bool p = false, r = false;
        const auto position = record::fromCode<record::FingerPosition>(fields.value(0).toStdString());
        const int verdict = indexOf(kVerdicts, fields.value(3));
        if (!position || verdict <= 0) return false;
        ExaminerNotes::JudgedPair pair{*position, fields.value(1).toInt(&p), fields.value(2).toInt(&r),
                                       Verdict(verdict), {}, {}};
        if (!p || !r) return false;
        if (fields = fields.mid(4); !fields.isEmpty()) {
            bool good = true;
            pair.probeAt = takePoint(fields, good);
            pair.referenceAt = takePoint(fields, good);
            if (!good) return false;
        }
        notes.pairs.push_back(pair);
        return true;
    }
    if (code == QLatin1String("finger_mark")) {
        const auto position = record::fromCode<record::FingerPosition>(fields.value(0).toStdString());
        const int kind = indexOf(kMarks, fields.value(1)), side = indexOf(kSides, fields.value(2));
        fields = fields.mid(3);
        bool good = position && kind >= 0 && side >= 0;
        const auto at = takePoint(fields, good);
        if (!good || !at) return false;
        notes.fingerMarks.push_back(
            {*position, {ExaminerMark::Kind(kind), Side(side), *at, fields.join(QLatin1Char(' '))}});
        return true;
    }
    return false;
}

}  // namespace

QString ExaminerNotes::toText() const {
    QStringList lines;
    const auto code = [](const char* text) { return QString::fromLatin1(text); };
    for (const auto& [feature, note] : features) {
        if (!note.word && note.note.trimmed().isEmpty()) continue;
        lines << QStringLiteral("[feature] %1 %2 %3")
                     .arg(code(kFeatures[std::size_t(feature)]),
                          note.word ? code(kWords[std::size_t(*note.word)]) : QStringLiteral("-"),
                          note.note.simplified())
                     .trimmed();
    }
    for (const Side side : {Side::Probe, Side::Reference}) {
        const Light& light = lights[std::size_t(side)];
        if (!light.isNeutral())
            lines << QStringLiteral("[light] %1 %2 %3 %4")
                         .arg(code(kSides[std::size_t(side)]))
                         .arg(light.brightness)
                         .arg(light.contrast)
                         .arg(light.gamma, 0, 'f', 2);
    }
    for (const auto& mark : faceMarks)
        lines << QStringLiteral("[face_mark] %1 %2 %3")
                     .arg(mark.number)
                     .arg(pointText(mark.probe), pointText(mark.reference));
    const auto positionCode = [](record::FingerPosition position) {
        return QString::fromStdString(std::string(record::codeOf(position)));
    };
    for (const auto& pair : pairs)
        if (pair.verdict != Verdict::Open)
            lines << QStringLiteral("[pair] %1 %2 %3 %4 %5")
                         .arg(positionCode(pair.position))
                         .arg(pair.probe)
                         .arg(pair.reference)
                         .arg(code(kVerdicts[std::size_t(pair.verdict)]),
                              pair.probeAt && pair.referenceAt
                                  ? pointText(pair.probeAt) + QLatin1Char(' ') + pointText(pair.referenceAt)
                                  : QString())
                         .trimmed();
    for (const auto& [position, mark] : fingerMarks)
        lines << QStringLiteral("[finger_mark] %1 %2 %3 %4 %5")
                     .arg(positionCode(position), code(kMarks[std::size_t(mark.kind)]),
                          code(kSides[std::size_t(mark.side)]), pointText(mark.at), mark.note.simplified())
                     .trimmed();
    if (!prose.trimmed().isEmpty()) lines << prose.trimmed();
    return lines.join(QLatin1Char('\n'));
}

ExaminerNotes ExaminerNotes::fromText(const QString& text) {
    static const QRegularExpression coded(QStringLiteral("^\\[([a-z_]+)\\] (.*)$"));
    ExaminerNotes notes;
    QStringList prose;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const auto match = coded.match(line);
        if (!match.hasMatch() || !readLine(notes, match.captured(1), match.captured(2))) prose << line;
    }
    notes.prose = prose.join(QLatin1Char('\n')).trimmed();
    return notes;
}

int ExaminerNotes::answeredFeatures() const {
    int count = 0;
    for (const auto& [feature, note] : features)
        count += note.word.has_value();
    return count;
}

QString featureText(Feature feature) {
    switch (feature) {
        case Feature::Skin:
            return Words::tr("Skin");
        case Feature::HeadOutline:
            return Words::tr("Outline of face and head");
        case Feature::Composition:
            return Words::tr("Proportions of the face");
        case Feature::Hairline:
            return Words::tr("Hairline");
        case Feature::Forehead:
            return Words::tr("Forehead");
        case Feature::Eyebrows:
            return Words::tr("Eyebrows");
        case Feature::Eyes:
            return Words::tr("Eyes");
        case Feature::Cheeks:
            return Words::tr("Cheeks");
        case Feature::Nose:
            return Words::tr("Nose");
        case Feature::Ears:
            return Words::tr("Ears");
        case Feature::Mouth:
            return Words::tr("Mouth");
        case Feature::Chin:
            return Words::tr("Chin and jaw");
        case Feature::Neck:
            return Words::tr("Neck");
        case Feature::FacialHair:
            return Words::tr("Facial hair");
        case Feature::FacialLines:
            return Words::tr("Facial lines");
        case Feature::Scars:
            return Words::tr("Scars");
        case Feature::FacialMarks:
            return Words::tr("Marks on the skin");
        case Feature::Alterations:
            return Words::tr("Alterations");
        case Feature::Other:
            return Words::tr("Other features");
    }
    return {};
}

QString featureWordText(FeatureWord word) {
    switch (word) {
        case FeatureWord::Similar:
            return Words::tr("Similar");
        case FeatureWord::Different:
            return Words::tr("Different");
        case FeatureWord::NotVisible:
            return Words::tr("Not visible");
    }
    return {};
}

QString notesInWords(const QString& storedText) {
    const ExaminerNotes notes = ExaminerNotes::fromText(storedText);
    const QLocale locale;
    QStringList lines;
    if (notes.step) lines << Words::tr("Position on the scale: %1").arg(bridge::text(*notes.step));
    for (const auto& [feature, note] : notes.features) {
        QString line = featureText(feature) + QStringLiteral(": ") +
                       (note.word ? featureWordText(*note.word) : QStringLiteral("—"));
        if (!note.note.isEmpty()) line += QStringLiteral(" · ") + note.note;
        lines << line;
    }
    const auto sideText = [](Side side) {
        return side == Side::Probe ? Words::tr("probe") : Words::tr("reference");
    };
    for (const Side side : {Side::Probe, Side::Reference}) {
        const Light& light = notes.lights[std::size_t(side)];
        if (!light.isNeutral())
            lines << Words::tr("Light on the %1: brightness %2, contrast %3, gamma %4")
                         .arg(sideText(side))
                         .arg(light.brightness)
                         .arg(light.contrast)
                         .arg(locale.toString(light.gamma, 'f', 2));
    }
    if (!notes.faceMarks.empty())
        lines << Words::tr("%n mark(s) on the faces", nullptr, int(notes.faceMarks.size()));
    std::array<int, 4> verdicts{};
    for (const auto& pair : notes.pairs)
        ++verdicts[std::size_t(pair.verdict)];
    if (!notes.pairs.empty())
        lines << Words::tr("Pairs of minutiae: %1 sure, %2 rejected, %3 doubtful")
                     .arg(verdicts[1])
                     .arg(verdicts[2])
                     .arg(verdicts[3]);
    if (!notes.fingerMarks.empty())
        lines << Words::tr("%n examiner's mark(s) on the prints", nullptr, int(notes.fingerMarks.size()));
    if (!notes.prose.isEmpty()) lines << notes.prose;
    return lines.join(QLatin1Char('\n'));
}

}  // namespace cotejo::compare
