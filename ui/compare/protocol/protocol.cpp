#include "ui/compare/protocol/protocol.h"

#include <algorithm>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"

namespace cotejo::compare {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cotejo::compare::Protocol)
};

/// The examination whose conclusions are shown: one's own, else the last that was concluded.
const record::Examination* shownExamination(const bridge::CaseFile& file) {
    if (const auto* own = file.own()) return own;
    const record::Examination* found = nullptr;
    for (const auto& each : file.view.examinations)
        if (each.round == file.view.round && each.concluded) found = &each;
    return found;
}

}  // namespace

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

ProtocolState protocolState(const bridge::CaseFile& file) {
    ProtocolState state;
    const auto* own = file.own();
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
        state.remark = Words::tr("Concluded %1").arg(bridge::momentText(*own->concluded, file.now));
        return state;
    }
    if (state.step == ProtocolStep::Conclude) {
        state.remark = Words::tr("Revealed %1 by you · recorded act").arg(bridge::clockText(*own->revealed));
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
        if (seen < all) missing << Words::tr("%n candidate(s) to see", nullptr, int(all - seen));
        if (judged < all) missing << Words::tr("%n conclusion(s) to save", nullptr, int(all - judged));
        state.remark = missing.join(QStringLiteral(" · "));
    } else {
        state.remark = bridge::errorText(refusal).title;
    }
    return state;
}

std::vector<CandidateCard> cardsOf(const bridge::CaseFile& file, record::Modality modality) {
    std::vector<CandidateCard> cards;
    for (const auto& each : file.candidates) {
        if (each.modality != modality) continue;
        CandidateCard card;
        card.key = keyOf(each.id);
        card.letter = bridge::fromText(each.letter);
        card.visited = each.visited;
        if (each.provisional) card.provisional = notesOf(*each.provisional).leaning;
        cards.push_back(std::move(card));
    }
    return cards;
}

ExaminerNotes notesOf(const record::CandidateConclusion& conclusion) {
    ExaminerNotes notes = ExaminerNotes::fromText(bridge::fromText(conclusion.reasons));
    notes.counterReason = bridge::fromText(conclusion.counterReason);
    // The stored value rules; the position only says which of the middle three it was.
    if (!notes.leaning || storedAs(*notes.leaning) != conclusion.conclusion)
        notes.leaning = leaningOf(conclusion.conclusion);
    return notes;
}

record::CandidateConclusion conclusionOf(const CandidateId& candidate, const ExaminerNotes& notes) {
    record::CandidateConclusion conclusion;
    conclusion.candidate = candidate;
    conclusion.conclusion = storedAs(notes.leaning.value_or(Leaning::Inconclusive));
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
                notes.leaning = leaningOf(final.conclusion);
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

RevealValues revealOf(const bridge::CaseFile& file, record::Modality modality) {
    RevealValues values;
    values.modality = modality;
    const auto* examination = shownExamination(file);
    values.concluded = !file.own() || file.own()->concluded.has_value();
    if (examination && examination->revealed)
        values.revealed =
            Words::tr("Revealed %1 by you · recorded act").arg(bridge::clockText(*examination->revealed));
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
            return found == from.end() ? std::nullopt : std::optional(found->second.conclusion);
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
            values.gallerySize += gallery.size;
        }
        for (const auto& each : coverage->notSearched) {
            values.notSearched.push_back({bridge::notSearchedWhat(each.what), bridge::notSearchedText(each.reason)});
        }
        QStringList samples;
        if (coverage->faces > 0) samples << Words::tr("%n face(s)", nullptr, coverage->faces);
        if (coverage->fingers > 0) samples << Words::tr("%n fingerprint(s)", nullptr, coverage->fingers);
        values.samples =
            samples.isEmpty() ? QString() : samples.join(QStringLiteral(", ")) + QLatin1Char('.');
    }
    values.coverageRead = file.view.coverageReadBy.contains(file.officer.id);
    return values;
}

}  // namespace cotejo::compare
