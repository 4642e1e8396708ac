#include "ui/partner/partner_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "core/decide/facts.h"
#include "core/review/visible_case.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"

namespace cotejo::partner_ui {

using namespace widgets;
using record::PartnerField;
using record::PartnerPurpose;
using record::PartnerReply;
using record::RequestState;

namespace {

struct Partners {
    Q_DECLARE_TR_FUNCTIONS(cotejo::partner_ui::Partners)
};

constexpr int kEndsSoonDays = 60, kSigns = 8;
const QString kDash = QStringLiteral("—");

}  // namespace

bool InquiryFile::onHold() const {
    return file.onHold || std::ranges::any_of(file.view.holds, [](const auto& each) { return review::isNeutral(each.kind) || each.kind == record::HoldKind::Conflict; });
}

QString text(PartnerPurpose purpose) {
    switch (purpose) {
    case PartnerPurpose::BorderInquiry: return Partners::tr("Border inquiry");
    case PartnerPurpose::FugitiveNotice: return Partners::tr("Notice of a fugitive");
    case PartnerPurpose::Confirmation: return Partners::tr("Confirmation of an entry");
    case PartnerPurpose::Nationality: return Partners::tr("Nationality");
    case PartnerPurpose::PreRemoval: return Partners::tr("Notice before a return");
    case PartnerPurpose::Correction: return Partners::tr("Correction of what was given");
    }
    return kDash;
}

QString text(PartnerField field) {
    switch (field) {
    case PartnerField::FamilyName: return Partners::tr("family name");
    case PartnerField::GivenNames: return Partners::tr("given names");
    case PartnerField::BirthDate: return Partners::tr("date of birth");
    case PartnerField::Sex: return Partners::tr("sex");
    case PartnerField::Nationality: return Partners::tr("nationality");
    case PartnerField::Document: return Partners::tr("document");
    case PartnerField::Faces: return Partners::tr("faces");
    case PartnerField::Fingers: return Partners::tr("fingerprints");
    }
    return kDash;
}

QString text(RequestState state) {
    switch (state) {
    case RequestState::Drafted: return Partners::tr("Drafted", "request");
    case RequestState::Authorised: return Partners::tr("Authorised", "request");
    case RequestState::Sent: return Partners::tr("Sent", "request");
    case RequestState::Acknowledged: return Partners::tr("Acknowledged", "request");
    case RequestState::Answered: return Partners::tr("Answered", "request");
    case RequestState::Refused: return Partners::tr("Refused by the partner");
    case RequestState::Unanswered: return Partners::tr("Without an answer");
    case RequestState::Cancelled: return Partners::tr("Cancelled", "request");
    case RequestState::Closed: return Partners::tr("Closed", "request");
    }
    return kDash;
}

QString text(PartnerReply reply) {
    switch (reply) {
    case PartnerReply::NoCandidate: return Partners::tr("No candidate");
    case PartnerReply::Candidates: return Partners::tr("Candidates");
    case PartnerReply::Confirmed: return Partners::tr("Confirmed");
    case PartnerReply::NotConfirmed: return Partners::tr("Not confirmed");
    case PartnerReply::NeedTime: return Partners::tr("Needs time");
    case PartnerReply::Refused: return Partners::tr("Refused by the partner");
    }
    return kDash;
}

QString purposeSentence(const partner::Profile& profile, PartnerPurpose purpose) {
    const QString who = bridge::fromText(profile.partner);
    const auto rule = profile.purposes.find(purpose);
    switch (purpose) {
    case PartnerPurpose::BorderInquiry: {
        const int most = rule != profile.purposes.end() ? rule->second.candidates : 0;
        return Partners::tr("%1 may search for this traveler in its lists, only to decide on the entry here, and answer with %n candidates at most.", nullptr, most).arg(who);
    }
    case PartnerPurpose::Confirmation: return Partners::tr("%1 is asked whether its own entry, as whom the person was identified, still stands. It may use what it reads for this answer only.").arg(who);
    case PartnerPurpose::Nationality: return Partners::tr("%1 is asked whether the person is its national. It may use what it reads for this answer only.").arg(who);
    case PartnerPurpose::PreRemoval: return Partners::tr("%1 is told of an approved return before it takes place. It says nothing of how the decision came about.").arg(who);
    case PartnerPurpose::Correction: return Partners::tr("%1 is told that what it was given was wrong, and stays asked until it says that it corrected it.").arg(who);
    case PartnerPurpose::FugitiveNotice: return Partners::tr("%1 is told of somebody looked for. It is not asked in a case.").arg(who);
    }
    return {};
}

QString requestName(const record::RequestId& id) { return QString::fromStdString(id.text().substr(0, kSigns)).toUpper(); }

QString sampleText(const GivenSample& sample) {
    const QString what = sample.modality == record::Modality::Face ? Partners::tr("face", "a sample in a list") : bridge::text(sample.position).toLower();
    return sample.sign.empty() ? Partners::tr("%1 (you may not see it)").arg(what) : QStringLiteral("%1 %2").arg(what, QString::fromStdString(sample.sign));
}

QString givenText(const record::RequestTerms& terms, const std::vector<GivenSample>& samples) {
    QStringList parts;
    const auto faces = std::ranges::count(samples, record::Modality::Face, &GivenSample::modality);
    const auto fingers = std::ranges::count(samples, record::Modality::Finger, &GivenSample::modality);
    for (const auto field : terms.fields) {
        if (field == PartnerField::Faces) parts << Partners::tr("%n faces", nullptr, int(faces));
        else if (field == PartnerField::Fingers) parts << Partners::tr("%n fingerprints", nullptr, int(fingers));
        else parts << text(field);
    }
    return parts.isEmpty() ? Partners::tr("nothing of the person") : parts.join(QStringLiteral(", "));
}

QString leftOutText(std::string_view what) {
    if (const auto field = record::fromCode<PartnerField>(what)) {
        const QString word = text(*field);
        return word.left(1).toUpper() + word.mid(1);
    }
    if (what == "birth_place_address_phone") return Partners::tr("Place of birth, address, telephone");
    if (what == "conclusions_notes_scores") return Partners::tr("Conclusions, notes and scores");
    if (what == "other_cases") return Partners::tr("Other cases, encounters and links");
    if (what == "health_family_holds") return Partners::tr("Health, family, holds and their reasons");
    if (what == "officer_names") return Partners::tr("Names of officers");
    if (what == "samples") return Partners::tr("Other samples of the case");
    if (what == "document_lines") return Partners::tr("Machine-readable lines of the document");
    if (what == "devices_files_metadata") return Partners::tr("Devices, operators and file names of samples");
    return bridge::fromText(what);
}

QString leftWhyText(std::string_view why) {
    if (why == "not_named") return Partners::tr("the agreement does not name it");
    if (why == "never") return Partners::tr("never leaves in an inquiry");
    if (why == "built_without") return Partners::tr("the message is built without looking at it, whether there is any or not");
    if (why == "number_of_request") return Partners::tr("the post answers, by the number of the request");
    return bridge::fromText(why);
}

QString stopText(std::string_view reason) {
    if (bridge::hasErrorText(reason)) return bridge::errorText({std::string(reason), {}, {}}).title;
    return bridge::fromText(reason);
}

QString spanText(std::chrono::minutes span) {
    const auto minutes = int(span.count());
    if (minutes % (24 * 60) == 0 && minutes > 0) return daysText(minutes / (24 * 60));
    if (minutes % 60 == 0 && minutes > 0) return Partners::tr("%n hours", nullptr, minutes / 60);
    return Partners::tr("%n minutes", nullptr, minutes);
}

QString daysText(int days) { return Partners::tr("%n days", nullptr, days); }

AgreementState agreementState(const partner::Profile& profile, UtcTime now) {
    if (now < profile.validFrom) return AgreementState::NotYet;
    if (now >= profile.validUntil) return AgreementState::Ended;
    return daysLeft(profile, now) <= kEndsSoonDays ? AgreementState::EndsSoon : AgreementState::InForce;
}

int daysLeft(const partner::Profile& profile, UtcTime now) { return std::max(0, int(std::chrono::ceil<std::chrono::days>(profile.validUntil - now).count())); }

BadgeLook look(AgreementState state) {
    switch (state) {
    case AgreementState::InForce: return {QStringLiteral("check"), Partners::tr("In force", "agreement"), Tone::Ok};
    case AgreementState::EndsSoon: return {QStringLiteral("clock"), Partners::tr("Ends soon", "agreement"), Tone::Warn};
    case AgreementState::NotYet: return {QStringLiteral("clock"), Partners::tr("Not yet in force", "agreement"), Tone::Neutral};
    case AgreementState::Ended: return {QStringLiteral("block"), Partners::tr("Ended: nothing leaves", "agreement"), Tone::Bad};
    }
    return {};
}

BadgeLook look(RequestState state) {
    switch (state) {
    case RequestState::Drafted: return {QStringLiteral("mark"), text(state), Tone::Accent};
    case RequestState::Authorised: return {QStringLiteral("approvals"), text(state), Tone::Accent};
    case RequestState::Sent: return {QStringLiteral("send"), text(state), Tone::Neutral};
    case RequestState::Acknowledged: return {QStringLiteral("receipt"), text(state), Tone::Neutral};
    case RequestState::Answered: return {QStringLiteral("return"), text(state), Tone::Ok};
    case RequestState::Refused: return {QStringLiteral("block"), text(state), Tone::Warn};
    case RequestState::Unanswered: return {QStringLiteral("clock"), text(state), Tone::Warn};
    case RequestState::Cancelled: return {QStringLiteral("close"), text(state), Tone::Neutral};
    case RequestState::Closed: return {QStringLiteral("archive"), text(state), Tone::Neutral};
    }
    return {{}, kDash, Tone::Neutral};
}

BadgeLook outcomeLook(const record::PartnerRequest& request) {
    if (!request.reply) return look(request.state);
    switch (*request.reply) {
    case PartnerReply::NoCandidate: return {QStringLiteral("check"), text(*request.reply), Tone::Neutral};
    case PartnerReply::Candidates: return {QStringLiteral("layers"), Partners::tr("%n candidates", nullptr, request.candidates), Tone::Accent};
    case PartnerReply::Confirmed: return {QStringLiteral("check"), text(*request.reply), Tone::Ok};
    case PartnerReply::NotConfirmed: return {QStringLiteral("close"), text(*request.reply), Tone::Warn};
    case PartnerReply::NeedTime: return {QStringLiteral("clock"), text(*request.reply), Tone::Warn};
    case PartnerReply::Refused: return {QStringLiteral("block"), text(*request.reply), Tone::Warn};
    }
    return look(request.state);
}

QString whoActsText(const ListedInquiry& inquiry, UtcTime now) {
    const auto& request = inquiry.listed.request;
    switch (request.state) {
    case RequestState::Drafted:
        return inquiry.needsSupervisor ? Partners::tr("a supervisor reads it and authorises") : Partners::tr("an officer of the case authorises");
    case RequestState::Authorised: return Partners::tr("the central server sends it");
    case RequestState::Sent:
    case RequestState::Acknowledged: {
        const UtcTime until = request.until.value_or(request.terms.expires);
        return Partners::tr("the partner answers, until %1").arg(bridge::momentText(until, now));
    }
    case RequestState::Answered:
    case RequestState::Refused: return Partners::tr("%1 reads it and closes", "a person's name").arg(inquiry.draftedBy.isEmpty() ? Partners::tr("who asked") : inquiry.draftedBy);
    case RequestState::Unanswered: return Partners::tr("a supervisor calls the partner");
    case RequestState::Cancelled:
    case RequestState::Closed: return Partners::tr("nobody: it ended");
    }
    return kDash;
}

UtcTime since(const record::PartnerRequest& request) {
    UtcTime at = request.draftedAt;
    for (const auto& each : {request.authorisedAt, request.sentAt, request.acknowledgedAt, request.answeredAt})
        if (each && *each > at) at = *each;
    return at;
}

bool isOpen(const record::PartnerRequest& request) { return request.state != RequestState::Cancelled && request.state != RequestState::Closed; }

QString languageCode() {
    //: Write here the code of the language that you translate into: the words of agreements are asked for in it
    return Partners::tr("en", "code of this language");
}

std::vector<GivenSample> samplesOf(const record::RequestTerms& terms, const std::vector<record::Capture>& captures) {
    std::vector<GivenSample> given;
    for (const auto& id : terms.samples) {
        GivenSample sample;
        const auto found = std::ranges::find(captures, id, &record::Capture::id);
        if (found != captures.end()) {
            sample.modality = found->modality;
            sample.position = found->position;
            sample.sign = found->blob.text().substr(0, kSigns);
        }
        given.push_back(std::move(sample));
    }
    return given;
}

}  // namespace cotejo::partner_ui
