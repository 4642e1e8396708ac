#pragma once

#include "ui/bridge/case_file.h"
#include "ui/compare/protocol/review_page.h"

/// From a case as an officer sees it to what a comparison page shows, and back to acts. Decides nothing: what
/// may be done comes with the case from the rules.
namespace cotejo::compare {

/// Where this officer's examination stands, and why the next act is shut.
ProtocolState protocolState(const bridge::CaseFile& file);
/// A refusal in the officer's language.
Refusal refusalOf(const Error& error);
/// Cards of one modality in the officer's own order, without pictures.
std::vector<CandidateCard> cardsOf(const bridge::CaseFile& file, record::Modality modality);
/// What is stored of one candidate.
ExaminerNotes notesOf(const record::CandidateConclusion& conclusion);
/// The conclusion as it is stored. Without any reason given in words, features or pairs the reasons stay
/// empty, so that the rule about reasons sees it.
record::CandidateConclusion conclusionOf(const CandidateId& candidate, const ExaminerNotes& notes);
/// The act that closes the examination with these conclusions; candidates that are not among them keep their
/// provisional one.
record::Conclude concludeAct(const bridge::CaseFile& file, const std::vector<FinalConclusion>& conclusions);
/// Coverage and conclusions after reveal; scores, entries and pictures are filled in by the session.
RevealValues revealOf(const bridge::CaseFile& file, record::Modality modality);

std::optional<CandidateId> candidateOf(const QString& key);
QString keyOf(const CandidateId& candidate);

}  // namespace cotejo::compare
