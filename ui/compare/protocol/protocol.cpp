#include "ui/compare/protocol/protocol.h"

#include <algorithm>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"

namespace cotejo::compare {
namespace {

struct ProtocolWords {
    Q_DECLARE_TR_FUNCTIONS(cotejo::compare::Protocol)
};

}  // namespace

const record::CandidateConclusion* conclusionIn(const record::Examination& examination, const CandidateId& candidate) {
    for (const auto* from : {&examination.final, &examination.provisional})
        if (const auto found = from->find(candidate); found != from->end()) return &found->second;
    return nullptr;
}

std::optional<CandidateId> candidateOf(const QString& key) {
    return CandidateId::fromText(key.toStdString());
}
QString keyOf(const CandidateId& candidate) {
    return QString::fromStdString(candidate.text());
}

Refusal refusalOf(const Error& error) {
    const auto text = bridge::errorText(error);
    return {text.title, text.rule, text.remedy, text.code};
}

std::vector<const record::Examination*> readable(const bridge::CaseFile& file) {
    std::vector<const record::Examination*> found;
    if (!file.revealed) return found;
    for (const auto& each : file.view.examinations)
        if (each.concluded) found.push_back(&each);
    std::ranges::stable_sort(found, {}, [](const auto* each) { return std::pair(each->round.number, each->number); });
    return found;
}

ProtocolState protocolState(const bridge::CaseFile& file, const record::Examination* shown) {
    ProtocolState state;
    const auto* own = file.own();
    if (shown && shown->concluded) {
        state.step = ProtocolStep::Done;
        state.reading = true;
        state.remark = shown == own
                           ? ProtocolWords::tr("Concluded %1 by you · to be read").arg(bridge::momentText(*shown->concluded, file.now))
                           : ProtocolWords::tr("Concluded %1 by %2 · to be read")
                                 .arg(bridge::momentText(*shown->concluded, file.now), file.nameOf(shown->examiner));
        return state;
    }
    const auto all = file.candidates.size();
    const auto seen = std::size_t(std::ranges::count_if(file.candidates, &review::VisibleCandidate::visited));
    const auto judged = std::size_t(std::ranges::count_if(
        file.candidates, [](const auto& each) { return each.provisional.has_value(); }));
    if (own && own->concluded)
        state.step = ProtocolStep::Done;
    else if (own && own->revealed)
        state.step = ProtocolStep::Conclude;
    else if (!own || !own->analysisSaved)
        state.step = ProtocolStep::Analysis;
    else if (seen < all)
        state.step = ProtocolStep::Comparison;
    else if (judged < all)
        state.step = ProtocolStep::Provisional;
    else
        state.step = ProtocolStep::Reveal;
    if (const auto* analysis = file.option("examination.analysis")) {
        state.mayWork = analysis->allowed() || analysis->refusal->is("E_ANALYSIS_LOCKED");
        if (!state.mayWork && !(own && own->concluded)) state.shut = refusalOf(*analysis->refusal);
    }
    if (state.step == ProtocolStep::Done) {
        state.mayWork = false;
        state.remark = ProtocolWords::tr("Concluded %1").arg(bridge::momentText(*own->concluded, file.now));
        return state;
    }
    if (state.step == ProtocolStep::Conclude) {
        state.remark = ProtocolWords::tr("Revealed %1 by you · recorded act").arg(bridge::clockText(*own->revealed));
        if (!state.mayWork) state.code = state.shut.code;
        return state;
    }
    const auto* reveal = file.option("examination.reveal");
    if (!reveal || reveal->allowed()) {
        if (!state.mayWork) state.code = state.shut.code;
        return state;
    }
    const Error& refusal = *reveal->refusal;
    state.code = QString::fromStdString(refusal.code);
    if (refusal.is("E_NOT_VISITED") || refusal.is("E_PROVISIONAL_MISSING")) {
        QStringList missing;
        if (seen < all) missing << ProtocolWords::tr("%n candidate(s) to see", nullptr, int(all - seen));
        if (judged < all) missing << ProtocolWords::tr("%n conclusion(s) to save", nullptr, int(all - judged));
        state.remark = missing.join(QStringLiteral(" · "));
    } else {
        state.remark = bridge::errorText(refusal).title;
    }
    return state;
}

std::vector<CandidateCard> cardsOf(const bridge::CaseFile& file, record::Modality modality, const record::Examination* read) {
    std::vector<CandidateCard> cards;
    for (const auto& each : file.candidates) {
        if (each.modality != modality) continue;
        CandidateCard card;
        card.key = keyOf(each.id);
        card.letter = bridge::fromText(each.letter);
        const auto* own = read ? conclusionIn(*read, each.id) : each.provisional ? &*each.provisional : nullptr;
        card.visited = read || each.visited;
        if (own) card.conclusion = notesOf(*own).step;
        cards.push_back(std::move(card));
    }
    return cards;
}

ExaminerNotes notesOf(const record::CandidateConclusion& conclusion) {
    ExaminerNotes notes = ExaminerNotes::fromText(bridge::fromText(conclusion.reasons));
    notes.counterReason = bridge::fromText(conclusion.counterReason);
    // The stored value rules; an older text only says which of the middle three it was.
    const bool older = conclusion.conclusion == record::ExaminerConclusion::Inconclusive && notes.step &&
                       record::isInconclusive(*notes.step);
    if (!older) notes.step = conclusion.conclusion;
    return notes;
}

record::CandidateConclusion conclusionOf(const CandidateId& candidate, const ExaminerNotes& notes) {
    record::CandidateConclusion conclusion;
    conclusion.candidate = candidate;
    conclusion.conclusion = notes.step.value_or(record::ExaminerConclusion::Inconclusive);
    const bool reasoned =
        !notes.prose.trimmed().isEmpty() || notes.answeredFeatures() > 0 || !notes.pairs.empty();
    if (reasoned) conclusion.reasons = notes.toText().toStdString();
    conclusion.counterReason = bridge::toText(notes.counterReason);
    return conclusion;
}

record::Conclude concludeAct(const bridge::CaseFile& file, const std::vector<FinalConclusion>& conclusions) {
    record::Conclude act;
    for (const auto& candidate : file.candidates) {
        record::CandidateConclusion conclusion =
            candidate.provisional.value_or(record::CandidateConclusion{});
        conclusion.candidate = candidate.id;
        for (const auto& final : conclusions) {
            if (final.key != keyOf(candidate.id)) continue;
            conclusion.changedAfterReveal =
                candidate.provisional && candidate.provisional->conclusion != final.conclusion;
            if (conclusion.changedAfterReveal) {
                // An unexplained change is refused by the rule about reasons.
                auto notes = notesOf(conclusion);
                notes.step = final.conclusion;
                notes.prose = (notes.prose + QLatin1Char('\n') + final.reasonForChange).trimmed();
                conclusion.reasons =
                    final.reasonForChange.trimmed().isEmpty() ? std::string() : notes.toText().toStdString();
            }
            conclusion.conclusion = final.conclusion;
        }
        act.conclusions.push_back(std::move(conclusion));
    }
    const auto count = [&](record::ExaminerConclusion value) {
        return std::size_t(
            std::ranges::count(act.conclusions, value, &record::CandidateConclusion::conclusion));
    };
    if (act.conclusions.empty()) {
        act.outcome = record::Outcome::NoCandidate;
    } else if (count(record::ExaminerConclusion::Identification) > 0) {
        act.outcome = record::Outcome::Identified;
        act.identified = std::ranges::find(act.conclusions, record::ExaminerConclusion::Identification,
                                           &record::CandidateConclusion::conclusion)
                             ->candidate;
    } else {
        act.outcome = count(record::ExaminerConclusion::Exclusion) == act.conclusions.size()
                          ? record::Outcome::Excluded
                          : record::Outcome::Inconclusive;
    }
    return act;
}

qint64 comparisonsOf(const record::Coverage& coverage, record::Modality modality) {
    if (coverage.comparisons > 0) return coverage.comparisons;
    qint64 entries = 0;
    for (const auto& gallery : coverage.searched)
        entries += gallery.size;
    return entries * std::max(1, modality == record::Modality::Face ? coverage.faces : coverage.fingers);
}

RevealValues revealOf(const bridge::CaseFile& file, record::Modality modality, const record::Examination* examination) {
    RevealValues values;
    values.modality = modality;
    values.concluded = !examination || examination != file.own() || examination->concluded;
    if (examination && examination == file.own() && examination->revealed)
        values.revealed =
            ProtocolWords::tr("Revealed %1 by you · recorded act").arg(bridge::clockText(*examination->revealed));
    for (const auto& each : file.candidates) {
        if (each.modality != modality || !each.revealed) continue;
        RevealValues::Row row;
        row.key = keyOf(each.id);
        row.letter = bridge::fromText(each.letter);
        row.score = each.revealed->score.value;
        row.rank = each.revealed->rank;
        row.reachesThreshold = each.revealed->decision == record::ComparisonDecision::Match;
        const auto of = [&](const std::map<CandidateId, record::CandidateConclusion>& from)
            -> std::optional<record::ExaminerConclusion> {
            const auto found = from.find(each.id);
            return found == from.end() ? std::nullopt : notesOf(found->second).step;
        };
        if (examination) {
            row.provisional = of(examination->provisional);
            row.conclusion = of(examination->final);
        }
        values.rows.push_back(row);
    }
    std::ranges::sort(values.rows, {}, &RevealValues::Row::rank);
    if (const auto& coverage = file.view.coverage) {
        for (const auto& gallery : coverage->searched) {
            values.searched.push_back({bridge::galleryText(gallery.name), gallery.size,
                                       bridge::ageText(file.now - gallery.snapshot)});
        }
        values.comparisons = comparisonsOf(*coverage, modality);
        for (const auto& each : coverage->notSearched) {
            values.notSearched.push_back({bridge::notSearchedWhat(each.what), bridge::notSearchedText(each.reason)});
        }
        QStringList samples;
        if (coverage->faces > 0) samples << ProtocolWords::tr("%n face(s)", nullptr, coverage->faces);
        if (coverage->fingers > 0) samples << ProtocolWords::tr("%n fingerprint(s)", nullptr, coverage->fingers);
        values.samples =
            samples.isEmpty() ? QString() : samples.join(QStringLiteral(", ")) + QLatin1Char('.');
    }
    values.coverageRead = file.view.coverageReadBy.contains(file.officer.id);
    return values;
}

}  // namespace cotejo::compare
