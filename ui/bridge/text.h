#pragma once

#include <QDateTime>
#include <QString>
#include <string_view>

#include "core/record/case.h"
#include "core/record/role.h"
#include "core/record/watchlist.h"
#include "ui/widgets/badge.h"

/// Core values in the officer's language. Any value outside its enum reads as an em dash. Main thread.
namespace cotejo::bridge {

inline QString fromText(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }
inline std::string toText(const QString& text) { return text.trimmed().toStdString(); }

QString text(record::CaseState state);
QString text(record::Priority priority);
QString text(record::ReferralReason reason);
QString text(record::DeadlineKind kind);
QString text(record::ExaminerConclusion conclusion);
QString text(record::Outcome outcome);
QString text(record::Disposition disposition);
QString text(record::EvidenceGrade grade);
QString text(record::EntryStatus status);
QString text(record::EntryPurpose purpose);
QString text(record::SnapshotAge age);
QString text(record::Modality modality);
QString text(record::FingerPosition position);
QString text(record::MissingReason reason);
QString text(record::Role role);
QString text(record::Sex sex);
QString text(record::PpiSource source);
/// What an event of this type says in a history ("decision.approve" -> "Disposition approved"); the code itself when unknown.
QString actText(std::string_view type);
/// Kinds of dossier documents, codes of what was not searched, gallery names: known codes in words, others as they are.
QString documentKindText(std::string_view kind);
/// What stands in the way of an end: codes of holds, "on_hold", "referral", "reexamination".
QString matterText(std::string_view matter);
/// "confirmed", "not_confirmed", "need_time", "no_answer", and what becomes of them: "recorded", "differs".
QString answerText(std::string_view answer);
/// Name of a hold alone, and what it means: what it forbids, who ends it and how.
QString text(record::HoldKind kind);
QString holdSentence(record::HoldKind kind);
/// What a derived hold follows from; empty for one that a person placed.
QString holdBasisText(std::string_view basis);
/// One of several entries that a person is identified as: what it is listed for, its list, country, evidence and the first digits of its id.
QString entryText(const record::Identification& identification);
/// Why the guard of an identification ended: "answer", "entry", "override", "lapse".
QString guardEndText(std::string_view code);
/// "Returned by A. Aldecoa, 10:12: ..." for words that somebody had to write.
QString remarkText(const record::Remark& remark, const QString& who, UtcTime now);
/// "The entry was withdrawn": something that people who acted on the case must know.
QString noticeText(std::string_view code);
QString notSearchedText(std::string_view reason);
QString galleryText(std::string_view gallery);
/// What a coverage statement says was not searched: a gallery, a sample, references, a threshold.
QString notSearchedWhat(std::string_view what);

/// A state is filled. `CaseState` tells icon and tone.
widgets::BadgeLook look(record::CaseState state);
widgets::BadgeLook look(record::EntryStatus status);
/// A hold is outlined. For those who may not know, PROTECTION, MEDICAL and LEGAL_RETENTION give one and the same look.
widgets::BadgeLook look(record::HoldKind kind, bool mayKnow);
/// The neutral "On hold".
widgets::BadgeLook neutralHoldLook();
QString icon(std::string_view eventType);

/// "ERIKSSON, Anna Maria".
QString personName(const record::Traveler& traveler);
QString personName(std::string_view familyName, std::string_view givenNames);
/// "UTO · 12 Aug 1974 · F": what is known of it.
QString personFacts(const record::Traveler& traveler);
/// "1974-08-12" as "12 Aug 1974"; parts unknown stay out.
QString dateText(std::string_view isoDate);
QString dateText(UtcTime time);
/// "today 09:46", or the date with the time.
QString momentText(UtcTime time, UtcTime now);
QString clockText(UtcTime time);
/// Time left: "06:48" under the hour, "1 h 05", "2 d 03 h"; negative ones with a minus sign.
QString remainingText(std::chrono::milliseconds left);
/// Age: "12 s", "14 min", "2 h 14 min", "3 d".
QString ageText(std::chrono::milliseconds age);
QString sizeText(std::uint64_t bytes);
QString countText(std::int64_t count);
QDateTime toLocal(UtcTime time);

/// How pressing a clock is: under 10 minutes Bad, under 60 Warn, else Neutral.
widgets::Tone urgency(std::chrono::milliseconds left);

}  // namespace cotejo::bridge
