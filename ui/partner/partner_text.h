#pragma once

#include "ui/partner/partner_values.h"
#include "ui/widgets/badge.h"

/// Values of requests and agreements in the officer's language. Main thread.
namespace cotejo::partner_ui {

QString text(record::PartnerPurpose purpose);
QString text(record::PartnerField field);
QString text(record::RequestState state);
QString text(record::PartnerReply reply);
/// What the partner may do with what it is told for this purpose.
QString purposeSentence(const partner::Profile& profile, record::PartnerPurpose purpose);
/// A request by the first signs of its identifier: "3F2A09C1".
QString requestName(const record::RequestId& id);
/// "family name, given names, 2 faces": what a request gives.
QString givenText(const record::RequestTerms& terms, const std::vector<GivenSample>& samples);
/// "face c81ca2fb", "right index dd67aa21".
QString sampleText(const GivenSample& sample);
/// What does not leave and why, by the codes of core/partner; unknown codes as they are.
QString leftOutText(std::string_view what);
QString leftWhyText(std::string_view why);
/// Why a request was stopped or refused: codes of errors in words, others as they are.
QString stopText(std::string_view reason);
/// "4 hours", "2 days", "20 minutes".
QString spanText(std::chrono::minutes span);
QString daysText(int days);

/// How an agreement stands at `now`.
enum class AgreementState { InForce, EndsSoon, NotYet, Ended };
AgreementState agreementState(const partner::Profile& profile, UtcTime now);
/// Days until it ends, begun ones count.
int daysLeft(const partner::Profile& profile, UtcTime now);
widgets::BadgeLook look(AgreementState state);
widgets::BadgeLook look(record::RequestState state);
/// Its state; for one that was answered what came back.
widgets::BadgeLook outcomeLook(const record::PartnerRequest& request);

/// Who leads a request on.
QString whoActsText(const ListedInquiry& inquiry, UtcTime now);
/// When it came to where it is.
UtcTime since(const record::PartnerRequest& request);
bool isOpen(const record::PartnerRequest& request);

/// The language of the window as core writes it: "es" or "en".
QString languageCode();
std::vector<GivenSample> samplesOf(const record::RequestTerms& terms, const std::vector<record::Capture>& captures);

}  // namespace cotejo::partner_ui
