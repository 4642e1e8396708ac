#pragma once

#include "core/access/desk.h"
#include "ui/partner/partner_values.h"

/// Jobs that make what the pages show. Any thread.
namespace cotejo::partner_ui {

/// What is asked of a case.
struct InquiryQuestion {
    InquiryChoice choice;                    ///< of the draft; an empty profile: the first that may be asked
    std::optional<record::RequestId> shown;  ///< a request of the case
    bool whatIsOpen = false;                 ///< without `shown`: the latest request that is under way, if there is one
    bool openMessage = false;                ///< of a request that left: its bytes too, which records that this person read them
};

/// Reads the case, previews the draft or opens the request. A request that waits to be authorised is opened for whoever looks at it, which records that they
/// had exactly these bytes before them. Errors: those of reading a case; what keeps only the message away stands in the file.
Result<InquiryFile> loadInquiry(access::Desk& desk, const CaseId& id, const InquiryQuestion& question);

/// Requests of all cases that this person may see, and the agreements. Errors: E_STORE_*.
Result<PartnersFile> loadPartners(access::Desk& desk);

/// Purposes of an agreement that a case can ask for, in the order of the enumeration.
std::vector<record::PartnerPurpose> askable(const partner::Profile& profile);

}  // namespace cotejo::partner_ui
