#pragma once

#include "ui/bridge/case_file.h"
#include "ui/compare/compare_values.h"

/// From a case as an officer sees it to what a comparison page shows, and back to acts. Decides nothing: what
/// may be done comes with the case from the rules.
namespace cotejo::compare {

/// Examinations that are over and that this officer may read, the latest last.
std::vector<const record::Examination*> readable(const bridge::CaseFile& file);
/// Where this officer's examination stands, and why the next act is shut. `shown`: the examination that is read where it is not a running
/// one of the officer's own; null: none.
ProtocolState protocolState(const bridge::CaseFile& file, const record::Examination* shown = nullptr);
/// A refusal in the officer's language.
Refusal refusalOf(const Error& error);
/// Cards of one modality in the officer's own order, without pictures. `read`: as in this examination, which is over.
std::vector<CandidateCard> cardsOf(const bridge::CaseFile& file, record::Modality modality,
                                   const record::Examination* read = nullptr);
/// What is stored of one candidate. Texts of 2026-11 and earlier carry the step of the scale where the field held three.
ExaminerNotes notesOf(const record::CandidateConclusion& conclusion);
/// The conclusion as it is stored. Without any reason given in words, features or pairs the reasons stay
/// empty, so that the rule about reasons sees it.
record::CandidateConclusion conclusionOf(const CandidateId& candidate, const ExaminerNotes& notes);
/// The act that closes the examination with these conclusions; candidates that are not among them keep their
/// provisional one.
record::Conclude concludeAct(const bridge::CaseFile& file, const std::vector<FinalConclusion>& conclusions);
/// Coverage and conclusions after reveal; scores, entries and pictures are filled in by the session.
RevealValues revealOf(const bridge::CaseFile& file, record::Modality modality, const record::Examination* examination);
/// How many comparisons of samples the search made: as it is recorded with the search, else samples times entries.
qint64 comparisonsOf(const record::Coverage& coverage, record::Modality modality);

/// As concluded, else as saved before reveal; null: neither.
const record::CandidateConclusion* conclusionIn(const record::Examination& examination, const CandidateId& candidate);
std::optional<CandidateId> candidateOf(const QString& key);
QString keyOf(const CandidateId& candidate);

}  // namespace cotejo::compare
