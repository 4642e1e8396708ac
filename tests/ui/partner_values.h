#pragma once

#include "ui/partner/partner_values.h"

/// Inquiries made by hand, over invented people and an invented agreement; messages are those that core/partner builds.
namespace cotejo::ui_test {

inline const UtcTime kPartnerNow = fromMillis(1'795'428'000'000);
extern const OfficerId kAsks, kSupervises, kElsewhere;

/// The agreement with the stand-in state, `days` before its end.
partner::Profile agreement(int days = 45);
/// A case with two live faces, a portrait and ten prints; read by `officer`. Nothing was asked yet.
bridge::CaseFile askedCase(const OfficerId& officer, std::initializer_list<record::Role> roles, bool onHold = false);
/// A draft that nobody wrote: the samples that the agreement chooses, or these.
partner_ui::InquiryFile draftOf(bridge::CaseFile file, const partner::Profile& profile, const std::optional<std::vector<CaptureId>>& samples = {});
/// The same, drafted by kAsks and at `state`; `reply` where it was answered. As `reader` sees it, who opened the message.
partner_ui::InquiryFile requestOf(record::RequestState state, std::optional<record::PartnerReply> reply, const OfficerId& reader, std::initializer_list<record::Role> roles);
/// Requests of several people, some under way, some given; two agreements of which one ends soon.
partner_ui::PartnersFile partnersOf(const OfficerId& reader);

}  // namespace cotejo::ui_test
