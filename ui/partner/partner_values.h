#pragma once

#include <QString>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/partner/request_service.h"
#include "ui/bridge/case_file.h"

/// What the pages of this room show: values, made off the main thread or by hand.
namespace cotejo::partner_ui {

/// What somebody is about to ask.
struct InquiryChoice {
    std::string profile;
    record::PartnerPurpose purpose = record::PartnerPurpose::BorderInquiry;
    std::optional<std::vector<CaptureId>> samples;  ///< nothing: those that the agreement chooses
    std::optional<WatchlistEntryId> entry;          ///< confirmation: of which identification
};

/// One case and what it asks a partner: a draft that nobody wrote yet, or a request of the case.
struct InquiryFile {
    bridge::CaseFile file;
    std::vector<partner::Profile> profiles;     ///< of the organisation, those in force first
    InquiryChoice choice;                       ///< of the draft
    std::optional<partner::Preview> preview;    ///< of the draft
    std::optional<record::RequestId> shown;     ///< the request that is looked at; nothing: the draft
    std::optional<partner::Packet> packet;      ///< bytes of that request, where this person opened them
    std::optional<Error> noMessage;             ///< why there is neither preview nor packet
    std::optional<partner::Answer> answer;      ///< where it came and may be read
    std::optional<Error> noAnswer;
    bool needsSupervisor = false;
    std::vector<Error> authoriseRefused;        ///< by the rules of the case, the most fundamental first
    bool mayDraft = false, mayCancel = false, mayClose = false;
    std::vector<QString> supervisors;           ///< of this post, who could authorise it

    /// Null for a draft that nobody wrote.
    const record::PartnerRequest* request() const {
        if (shown)
            for (const auto& each : file.view.partnerRequests)
                if (each.terms.id == *shown) return &each;
        return nullptr;
    }
    /// Null where there is nothing to be asked.
    const record::RequestTerms* terms() const {
        if (const auto* known = request()) return &known->terms;
        return preview ? &preview->terms : nullptr;
    }
    /// Null where the bytes are not before this person.
    const partner::Packet* message() const { return packet ? &*packet : preview && !shown ? &preview->packet : nullptr; }
    /// The agreement of the request or the draft; null when the roster does not have it any more.
    const partner::Profile* profile() const {
        const auto* known = request();
        const std::string& id = known != nullptr ? known->terms.profile : choice.profile;
        for (const auto& each : profiles)
            if (each.id == id) return &each;
        return nullptr;
    }
    record::PartnerPurpose purpose() const {
        const auto* known = request();
        return known != nullptr ? known->terms.purpose : choice.purpose;
    }
    /// Where the case stands under a hold that lets nothing leave, as this person may read it.
    bool onHold() const;
};

/// A sample that was given, as it is told in lists.
struct GivenSample {
    record::Modality modality = record::Modality::Face;
    record::FingerPosition position = record::FingerPosition::Unknown;
    std::string sign;  ///< first signs of its SHA-256; empty when this person may not see the sample
};

/// A request of some case, for lists.
struct ListedInquiry {
    partner::ListedRequest listed;
    bool needsSupervisor = false;
    bool waitsForMe = false;  ///< this officer can do its next step
    QString draftedBy, authorisedBy;
    std::vector<GivenSample> samples;
    bool identityHidden = false;
};

/// All requests that this person may see, and the agreements.
struct PartnersFile {
    UtcTime now{};
    std::vector<ListedInquiry> requests;
    std::optional<Error> requestsRefused;       ///< whoever reads no cases sees the agreements alone
    std::vector<partner::Profile> profiles;
};

}  // namespace cotejo::partner_ui
