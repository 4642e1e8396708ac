#include "app/cli/partner/partner_text.h"

#include "app/cli/console.h"
#include "core/exchange/envelope/envelope.h"

namespace cotejo::cli {
namespace {

using record::codeOf;

Json timeJson(const std::optional<UtcTime>& at) { return at ? Json(toIso(*at)) : Json(); }

Json idsJson(const std::vector<CaptureId>& ids) {
    Json all = Json::array();
    for (const auto& each : ids) all.push_back(each.text());
    return all;
}

Json fieldsJson(const std::vector<record::PartnerField>& fields) {
    Json all = Json::array();
    for (const auto each : fields) all.push_back(codeOf(each));
    return all;
}

Json termsJson(const record::RequestTerms& terms) {
    return {{"request", terms.id.text()},          {"profile", terms.profile},       {"profile_hash", terms.profileHash.text()},
            {"partner", terms.partner},            {"country", terms.country},       {"basis", terms.legalBasis},
            {"purpose", codeOf(terms.purpose)},    {"samples", idsJson(terms.samples)}, {"fields", fieldsJson(terms.fields)},
            {"created", toIso(terms.created)},     {"expires", toIso(terms.expires)}, {"packet", terms.packet.text()},
            {"bytes", terms.length}};
}

std::string joined(const Json& words) {
    std::string text;
    for (const auto& each : words) text += (text.empty() ? "" : ", ") + each.get<std::string>();
    return text;
}

}  // namespace

Json previewJson(const partner::Preview& preview) {
    auto document = termsJson(preview.terms);
    Json lines = Json::array(), left = Json::array(), refused = Json::array();
    for (const auto& each : preview.packet.lines) lines.push_back({{"depth", each.depth}, {"name", each.name}, {"value", each.value}, {"bytes", each.bytes}});
    for (const auto& each : preview.packet.left) left.push_back({{"what", each.what}, {"why", each.why}});
    for (const auto& each : preview.refused) refused.push_back({{"code", each.code}, {"detail", each.detail}});
    document["lines"] = lines;
    document["left_out"] = left;
    document["refused"] = refused;
    document["needs_supervisor"] = preview.needsSupervisor;
    document["on_the_wire"] = preview.terms.length + exchange::kEnvelopeOverhead;
    return document;
}

std::string previewText(const partner::Preview& preview) {
    std::string plain;
    for (const auto& each : preview.packet.lines) {
        std::string line(static_cast<std::size_t>(each.depth) * 2, ' ');
        line += each.name + (each.value.empty() ? "" : "  " + each.value);
        if (line.size() < 90) line.resize(90, ' ');
        plain += harmless(line) + std::to_string(each.bytes) + "\n";
    }
    plain += "left out:\n";
    for (const auto& each : preview.packet.left) plain += "  " + each.what + ": " + each.why + "\n";
    plain += "to " + harmless(preview.terms.partner) + ", " + std::to_string(preview.terms.length) + " bytes, " + std::to_string(preview.terms.length + exchange::kEnvelopeOverhead) +
             " sealed and signed\nhash " + preview.terms.packet.text() + "\n";
    if (preview.needsSupervisor) plain += "a supervisor who did not draft it authorises it\n";
    for (const auto& each : preview.refused) plain += each.code + ": " + each.detail + "\n";
    return plain;
}

Json requestJson(const partner::ListedRequest& listed) {
    const auto& request = listed.request;
    auto document = termsJson(request.terms);
    document["case"] = listed.caseNumber;
    document["state"] = codeOf(request.state);
    document["drafted"] = toIso(request.draftedAt);
    document["authorised"] = timeJson(request.authorisedAt);
    document["authorised_by"] = request.authorisedBy ? Json(request.authorisedBy->text()) : Json();
    document["sent"] = timeJson(request.sentAt);
    document["sendings"] = request.sendings;
    document["acknowledged"] = timeJson(request.acknowledgedAt);
    document["answered"] = timeJson(request.answeredAt);
    document["reply"] = request.reply ? Json(codeOf(*request.reply)) : Json();
    document["candidates"] = request.candidates;
    document["until"] = timeJson(request.until);
    document["reason"] = request.reason;
    document["not_believed"] = request.quarantined.size();
    return document;
}

std::string requestText(const partner::ListedRequest& listed) {
    const auto& request = listed.request;
    const auto& terms = request.terms;
    std::string plain = terms.id.text().substr(0, 12) + "  " + harmless(listed.caseNumber) + "  " + harmless(terms.partner) + "  " + std::string(codeOf(terms.purpose)) + "  " +
                        std::string(codeOf(request.state)) + "\n";
    plain += "  fields " + joined(fieldsJson(terms.fields)) + "; " + std::to_string(terms.samples.size()) + " samples; " + std::to_string(terms.length) + " bytes; basis " + harmless(terms.legalBasis) + "\n";
    const auto step = [&](const char* name, const std::optional<UtcTime>& at) {
        if (at) plain += std::string("  ") + name + " " + toIso(*at) + "\n";
    };
    step("drafted", request.draftedAt);
    step("authorised", request.authorisedAt);
    step("sent", request.sentAt);
    step("acknowledged", request.acknowledgedAt);
    step("answered", request.answeredAt);
    if (request.reply) plain += "  reply " + std::string(codeOf(*request.reply)) + (request.candidates > 0 ? ": " + std::to_string(request.candidates) : "") + "\n";
    if (request.until) plain += "  until " + toIso(*request.until) + "\n";
    if (!request.reason.empty()) plain += "  reason " + harmless(request.reason) + "\n";
    if (!request.quarantined.empty()) plain += "  messages that were not believed: " + std::to_string(request.quarantined.size()) + "\n";
    return plain;
}

Json answerJson(const partner::Answer& answer) {
    Json candidates = Json::array(), searched = Json::array();
    for (const auto& each : answer.coverage.searched) searched.push_back({{"list", each.name}, {"size", each.size}, {"of", toIso(each.of)}});
    // Who they are is read where candidates are: in the case, after the comparison.
    for (const auto& each : answer.candidates) candidates.push_back({{"samples", each.samples.size()}});
    return {{"request", answer.request.text()}, {"reply", codeOf(answer.reply)}, {"created", toIso(answer.created)}, {"searched", searched},
            {"not_searched", answer.coverage.notSearched}, {"candidates", candidates}, {"until", timeJson(answer.until)}, {"reason", answer.reason}};
}

std::string answerText(const partner::Answer& answer) {
    std::string plain = std::string(codeOf(answer.reply)) + ", " + toIso(answer.created) + "\n";
    for (const auto& each : answer.coverage.searched) plain += "  searched " + harmless(each.name) + ": " + std::to_string(each.size) + " entries of " + toIso(each.of) + "\n";
    for (const auto& each : answer.coverage.notSearched) plain += "  not searched: " + harmless(each) + "\n";
    if (!answer.candidates.empty()) plain += "  candidates: " + std::to_string(answer.candidates.size()) + ", to be examined in the case\n";
    if (answer.until) plain += "  until " + toIso(*answer.until) + "\n";
    if (!answer.reason.empty()) plain += "  reason " + harmless(answer.reason) + "\n";
    return plain;
}

}  // namespace cotejo::cli
