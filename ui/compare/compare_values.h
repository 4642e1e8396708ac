#pragma once

#include <QDateTime>
#include <QImage>
#include <QString>
#include <optional>
#include <vector>

#include "ui/compare/examiner_notes.h"
#include "ui/widgets/style/theme.h"

/// What the comparison pages show: plain values, filled by a session and never by the page itself. Before
/// reveal no value here carries a score, a rank, a list, a reason or a name: the reveal is one optional,
/// empty until then.
namespace cotejo::compare {

/// What a page examines: the candidates of a search (1:N), or the document's own portrait or print against the live sample (1:1).
enum class ReviewKind { Search, Document };

/// Where the protocol stands. Done: concluded. In a 1:1 check Comparison waits for the document to be laid beside the live sample,
/// Provisional for the conclusion, Reveal for the score, and Done has it.
enum class ProtocolStep { Analysis, Comparison, Provisional, Reveal, Conclude, Done };

/// A rule's no in the officer's words, with its code.
struct Refusal {
    QString title;
    QString rule;
    QString remedy;
    QString code;
    bool isEmpty() const { return title.isEmpty() && code.isEmpty(); }
};

struct ProtocolState {
    ProtocolStep step = ProtocolStep::Analysis;
    QString remark;  ///< "2 candidates to see and 3 conclusions are missing", or "Revealed 10:17 by you"
    QString code;    ///< why the next act is shut; empty when it is open
    bool mayWork = false;  ///< the examination is open to this officer
    Refusal shut;          ///< why it is not
    bool reading = false;  ///< somebody else's examination, or one that is over: nothing is offered
};

/// One candidate of the strip, lettered by the examiner's own shuffle.
struct CandidateCard {
    QString key;  ///< opaque: what intents carry
    QString letter;
    QImage thumbnail;
    bool visited = false;
    std::optional<record::ExaminerConclusion> conclusion;  ///< as concluded, else as saved before reveal
};

/// Plain words on how far a sample carries.
struct QualityWord {
    QString word;  ///< "Sufficient", "Limited", "Weak"; empty: not measured
    widgets::Tone tone = widgets::Tone::Neutral;
    QString advice;
    QString facts{};  ///< what the sample's file says of it
};

/// One position of the ten-finger board.
struct FingerCell {
    /// InSequence, Duplicate and Swapped are the machine's word, after reveal only.
    enum class Sequence { NotChecked, InSequence, Duplicate, Swapped, Weak };
    record::FingerPosition position = record::FingerPosition::Unknown;
    QImage probe;
    QImage reference;
    QString missing;  ///< "Bandaged", "Amputated": why there is no probe
    bool hasProbe = false;
    bool hasReference = false;  ///< the entry (or document) has a print of this finger, whether its picture is loaded or not
    Sequence sequence = Sequence::NotChecked;
};

/// What one examiner finally says about one candidate.
struct FinalConclusion {
    QString key;
    record::ExaminerConclusion conclusion = record::ExaminerConclusion::Inconclusive;
    QString reasonForChange;  ///< empty when it did not change
};

/// Scores and what they mean; only ever after reveal.
struct RevealValues {
    struct Row {
        QString key;
        QString letter;
        std::optional<record::ExaminerConclusion> conclusion;   ///< as it stands now
        std::optional<record::ExaminerConclusion> provisional;  ///< before reveal
        double score = 0;
        int rank = 0;
        bool reachesThreshold = false;
    };
    struct Entry {
        QString name, gallery, issuer, reason, grade, reviewBy, status, caveats;
        bool actionable = false;
    };
    struct Calibration {
        QString algorithm;  ///< "ctj-face-1 1.0.0"
        QString report;     ///< empty: there is none, and the panel says so
        std::optional<double> threshold;  ///< of the candidate list; nothing where no report supports one
        double fmrTarget = 0;             ///< of the threshold
        double fnmrTarget = 0;            ///< of the threshold
        double fmr = 1;        ///< of this score
        double fnmr = 0;
        bool atFloor = false;
        long mated = 0, nonMated = 0;
        std::vector<QPointF> nonMatedCurve, matedCurve;  ///< score, relative frequency; may be empty
    };
    struct Searched {
        QString name;
        qint64 size = 0;
        QString age;
    };
    struct NotSearched {
        QString what;
        QString why;
    };

    record::Modality modality = record::Modality::Face;
    ReviewKind kind = ReviewKind::Search;
    QString revealed;       ///< "Revealed 10:17 by you · recorded act"
    std::vector<Row> rows;  ///< by rank
    int current = 0;        ///< row looked at
    Entry entry;            ///< of the current row
    QImage probe, reference;
    Calibration calibration;
    qint64 comparisons = 0;  ///< of the whole search: probe samples times reference samples
    std::vector<Searched> searched;
    std::vector<NotSearched> notSearched;
    QString samples;  ///< "1 live face (sufficient), 9 fingerprints."
    bool coverageRead = false;
    bool concluded = false;
    QString reasonForChange;  ///< as saved
};

}  // namespace cotejo::compare
