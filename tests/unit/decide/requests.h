#pragma once

#include "core/record/act.h"
#include "tests/unit/decide/post.h"

/// Requests to a partner, for tests of the rules: what they would send is a word.
namespace cotejo::decide::testing {

inline constexpr char kRequest[] = "request";

inline RequestId requestIdOf(const std::string& name) { return *RequestId::fromBytes(sha256("request " + name).bytes().first(16)); }

inline RequestTerms termsOf(const std::string& name, PartnerPurpose purpose = PartnerPurpose::BorderInquiry) {
    RequestTerms terms;
    terms.id = requestIdOf(name);
    terms.profile = "UTN-CF-02";
    terms.profileHash = sha256("profile");
    terms.partner = "Utopía Norte";
    terms.country = "UTN";
    terms.legalBasis = "Fronteras 2024/11, art. 6";
    terms.purpose = purpose;
    terms.created = kStart;
    terms.expires = kStart + std::chrono::hours(8);
    terms.fields = {PartnerField::FamilyName};
    terms.packet = sha256("packet");
    terms.length = 6;
    return terms;
}

inline ReportRequest report(const std::string& name, RequestStep step, const Post& post) {
    ReportRequest act;
    act.request = requestIdOf(name);
    act.step = step;
    act.at = post.conditions.now;
    return act;
}

inline ReportRequest answer(const std::string& name, PartnerReply reply, const Post& post, const std::string& message = "answer") {
    auto act = report(name, RequestStep::Answered, post);
    act.reply = reply;
    act.message = sha256(message);
    return act;
}

}  // namespace cotejo::decide::testing
