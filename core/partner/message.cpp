#include "core/partner/message.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/partner/errors.h"
#include "core/partner/members.h"
#include "core/partner/payload.h"

namespace cotejo::partner {

namespace {

using record::PartnerPurpose;
using record::PartnerReply;

constexpr int kMessageDepth = 32;
constexpr std::size_t kMessageValues = 20'000;
constexpr std::size_t kListCap = 200;
constexpr std::size_t kCandidatesCap = 100;  ///< as many as an agreement can let come

tl::unexpected<Error> malformed(const std::string& problem) {
    return fail(kAnswerMalformed, "the message cannot be read: " + problem, {{"place", problem.substr(0, problem.find(' '))}});
}

Status done(Members& in) {
    const auto problem = in.problem();
    if (!problem.empty()) return malformed(problem);
    return {};
}

/// Counted before anything is parsed, so that depth has its own answer.
bool isDeeper(std::string_view text, int most) {
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText && c == '\\') ++i;
        if (c == '"') inText = !inText;
        if (inText) continue;
        if ((c == '{' || c == '[') && ++depth > most) return true;
        if (c == '}' || c == ']') --depth;
    }
    return false;
}

Result<Json> open(ByteView message) {
    if (message.size() > kPacketCap)
        return fail(kAnswerExcess, "the message is " + std::to_string(message.size()) + " bytes; at most " + std::to_string(kPacketCap) + " are read");
    if (isDeeper(textOf(message), kMessageDepth)) return fail(kAnswerExcess, "the message is nested deeper than " + std::to_string(kMessageDepth) + " levels");
    auto json = parseJson(textOf(message), "the message", kPacketCap, kMessageDepth, kMessageValues);
    if (!json) return fail(kAnswerMalformed, json.error().detail, {{"place", "/"}});
    return std::move(*json);
}

void version(Members& in) { static_cast<void>(in.integer("v", 1, 1)); }

std::string listText(Members& in, const Json& each, std::string_view key) {
    if (each.is_string() && isLine(each.get_ref<const std::string&>(), 1, 200)) return each.get<std::string>();
    in.wrong(key, "has something that is no text of one line");
    return {};
}

Json jsonOf(const AnsweredCoverage& coverage) {
    Json searched = Json::array();
    for (const auto& each : coverage.searched) searched.push_back({{"name", each.name}, {"size", each.size}, {"of", isoText(each.of)}});
    return {{"searched", std::move(searched)}, {"not_searched", coverage.notSearched}};
}

Result<AnsweredCoverage> coverageOf(const Json& json) {
    Members in(json, "/coverage");
    AnsweredCoverage coverage;
    std::size_t index = 0;
    for (const auto& each : in.list("searched", 0, kListCap)) {
        Members line(each, "/coverage/searched/" + std::to_string(index++));
        coverage.searched.push_back({line.text("name", 1, 200), line.integer("size", 0, 1'000'000'000'000), line.time("of")});
        COTEJO_TRY(done(line));
    }
    for (const auto& each : in.list("not_searched", 0, kListCap)) coverage.notSearched.push_back(listText(in, each, "not_searched"));
    COTEJO_TRY(done(in));
    return coverage;
}

Json jsonOf(const Answer& answer, const AnsweredCandidate& candidate) {
    std::vector<ChosenSample> samples;
    for (const auto& each : candidate.samples)
        if (auto clean = reduced(each)) samples.push_back(std::move(*clean));
    record::Traveler person = reduced(candidate.person, {record::PartnerField::FamilyName, record::PartnerField::GivenNames, record::PartnerField::BirthDate, record::PartnerField::Sex,
                                                         record::PartnerField::Nationality, record::PartnerField::Document});
    // OSIA takes every sample that could be cleaned.
    auto payload = payloadOf(Format::Osia, {std::string(record::codeOf(answer.purpose)), "", answer.request.text(), answer.created}, person, samples);
    return {{"reference", candidate.reference},
            {"reason", candidate.reason},
            {"entry", {{"purpose", record::codeOf(candidate.facts.purpose)}, {"grade", record::codeOf(candidate.facts.grade)}, {"issuer_country", candidate.facts.issuerCountry}}},
            {"payload", payload ? std::move(payload->json) : Json::object()}};
}

Result<AnsweredCandidate> candidateOf(const Json& json, const std::string& at) {
    Members in(json, at);
    AnsweredCandidate candidate;
    candidate.reference = in.text("reference", 1, 100);
    candidate.reason = in.text("reason", 0, 400);
    Members entry(in.object("entry"), at + "/entry");
    candidate.facts.purpose = entry.code<record::EntryPurpose>("purpose");
    candidate.facts.grade = entry.code<record::EvidenceGrade>("grade");
    candidate.facts.issuerCountry = entry.text("issuer_country", 0, 3);
    COTEJO_TRY(done(entry));
    const auto& payload = in.any("payload");
    COTEJO_TRY(done(in));
    COTEJO_TRY_ASSIGN(auto content, readPayload(payload, record::CaptureKind::Reference, at + "/payload"));
    candidate.person = std::move(content.person);
    candidate.samples = std::move(content.samples);
    return candidate;
}

bool isReplyTo(PartnerPurpose purpose, PartnerReply reply) {
    if (reply == PartnerReply::NeedTime || reply == PartnerReply::Refused) return true;
    const bool search = reply == PartnerReply::NoCandidate || reply == PartnerReply::Candidates;
    return search == (purpose == PartnerPurpose::BorderInquiry);
}

/// An answer has what its reply tells, and nothing else.
std::string contradiction(const Answer& answer) {
    if (answer.candidates.empty() != (answer.reply != PartnerReply::Candidates)) return "/candidates and the reply do not agree";
    if (answer.until.has_value() != (answer.reply == PartnerReply::NeedTime)) return "/until and the reply do not agree";
    if (answer.reason.empty() != (answer.reply != PartnerReply::Refused)) return "/reason and the reply do not agree";
    const bool searched = answer.reply == PartnerReply::NoCandidate || answer.reply == PartnerReply::Candidates;
    if (searched && answer.coverage.searched.empty()) return "/coverage/searched names nothing, so that the reply tells nothing";
    if (!searched && (!answer.coverage.searched.empty() || !answer.coverage.notSearched.empty())) return "/coverage stands where nothing is said to be searched";
    for (std::size_t i = 0; i < answer.candidates.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (answer.candidates[i].reference == answer.candidates[k].reference) return "/candidates name one reference twice";
    return "";
}

std::string excessOf(const PurposeRule& rule, const AnsweredCandidate& candidate) {
    if (!rule.grades.contains(candidate.facts.grade)) return "a candidate of a grade that the agreement does not name";
    for (const auto field : fieldsOf(candidate.person, candidate.samples))
        if (!rule.fields.contains(field)) return "a candidate with the field " + std::string(record::codeOf(field)) + ", which the agreement does not name";
    int faces = 0;
    std::set<record::FingerPosition> fingers;
    for (const auto& [capture, bytes] : candidate.samples) {
        if (capture.modality == record::Modality::Face && ++faces > rule.faces) return "a candidate with more faces than the agreement names";
        if (capture.modality == record::Modality::Finger && (std::ranges::find(rule.fingers, capture.position) == rule.fingers.end() || !fingers.insert(capture.position).second))
            return "a candidate with a print that the agreement does not name";
    }
    return "";
}

}  // namespace

Result<Inquiry> readInquiry(ByteView message) {
    COTEJO_TRY_ASSIGN(const auto json, open(message));
    Members in(json, "");
    version(in);
    Inquiry inquiry;
    inquiry.profile = in.text("profile", 1, 40);
    inquiry.profileHash = in.id<Hash>("profile_hash");
    inquiry.request = in.id<record::RequestId>("request");
    inquiry.purpose = in.code<PartnerPurpose>("purpose");
    inquiry.created = in.time("created");
    inquiry.expires = in.time("expires");
    if (inquiry.expires <= inquiry.created) in.wrong("expires", "is not after created");
    inquiry.candidates = static_cast<int>(in.integer("max_candidates", 0, static_cast<std::int64_t>(kCandidatesCap)));
    if (inquiry.purpose == PartnerPurpose::Confirmation) inquiry.entryReference = in.text("entry", 1, 100);
    Members caveat(in.object("caveat"), "/caveat");
    for (const auto* language : {"es", "en"}) static_cast<void>(caveat.text(language, 1, 400));
    const auto& payload = in.any("payload");
    COTEJO_TRY(done(in));
    COTEJO_TRY(done(caveat));
    COTEJO_TRY_ASSIGN(auto content, readPayload(payload, record::CaptureKind::Live, "/payload"));
    inquiry.person = std::move(content.person);
    inquiry.samples = std::move(content.samples);
    return inquiry;
}

Bytes writeAnswer(const Answer& answer) {
    Json candidates = Json::array();
    for (const auto& each : answer.candidates) candidates.push_back(jsonOf(answer, each));
    Json message{{"v", 1},
                 {"profile", answer.profile},
                 {"profile_hash", answer.profileHash.text()},
                 {"request", answer.request.text()},
                 {"purpose", record::codeOf(answer.purpose)},
                 {"created", isoText(answer.created)},
                 {"reply", record::codeOf(answer.reply)},
                 {"coverage", jsonOf(answer.coverage)},
                 {"candidates", std::move(candidates)},
                 {"reason", answer.reason}};
    if (answer.until) message["until"] = isoText(*answer.until);
    return bytesOf(canonicalJson(message));
}

Result<Answer> readAnswer(ByteView message) {
    COTEJO_TRY_ASSIGN(const auto json, open(message));
    Members in(json, "");
    version(in);
    Answer answer;
    answer.profile = in.text("profile", 1, 40);
    answer.profileHash = in.id<Hash>("profile_hash");
    answer.request = in.id<record::RequestId>("request");
    answer.purpose = in.code<PartnerPurpose>("purpose");
    answer.created = in.time("created");
    answer.reply = in.code<PartnerReply>("reply");
    answer.reason = in.text("reason", 0, 400);
    if (in.has("until")) answer.until = in.time("until");
    const auto& coverage = in.object("coverage");
    const auto& candidates = in.list("candidates", 0, SIZE_MAX);
    COTEJO_TRY(done(in));
    COTEJO_TRY_ASSIGN(answer.coverage, coverageOf(coverage));
    if (candidates.size() > kCandidatesCap)
        return fail(kAnswerExcess, "the answer has " + std::to_string(candidates.size()) + " candidates; no agreement lets more than " + std::to_string(kCandidatesCap) + " come");
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        COTEJO_TRY_ASSIGN(auto candidate, candidateOf(candidates[i], "/candidates/" + std::to_string(i)));
        answer.candidates.push_back(std::move(candidate));
    }
    if (const auto wrong = contradiction(answer); !wrong.empty()) return malformed(wrong);
    return answer;
}

Bytes writeAcknowledgement(const Acknowledgement& acknowledgement) {
    return bytesOf(canonicalJson({{"v", 1}, {"acknowledged", acknowledgement.request.text()}, {"packet", acknowledgement.packet.text()}, {"at", isoText(acknowledgement.at)}}));
}

Result<Acknowledgement> readAcknowledgement(ByteView message) {
    COTEJO_TRY_ASSIGN(const auto json, open(message));
    Members in(json, "");
    version(in);
    const Acknowledgement read{in.id<record::RequestId>("acknowledged"), in.id<Hash>("packet"), in.time("at")};
    COTEJO_TRY(done(in));
    return read;
}

Answer reduced(Answer answer, const Profile& profile) {
    const auto found = profile.purposes.find(answer.purpose);
    const auto rule = found == profile.purposes.end() ? PurposeRule{} : found->second;
    std::erase_if(answer.candidates, [&](const auto& each) { return !rule.grades.contains(each.facts.grade); });
    if (answer.candidates.size() > static_cast<std::size_t>(rule.candidates)) answer.candidates.resize(static_cast<std::size_t>(rule.candidates));
    for (auto& each : answer.candidates) {
        each.person = reduced(each.person, rule.fields);
        AnsweredCandidate kept = each;
        kept.samples.clear();
        for (auto& sample : each.samples) {
            kept.samples.push_back(std::move(sample));
            if (!excessOf(rule, kept).empty()) kept.samples.pop_back();
        }
        each.samples = std::move(kept.samples);
    }
    if (answer.reply == PartnerReply::Candidates && answer.candidates.empty()) answer.reply = PartnerReply::NoCandidate;
    return answer;
}

Status fits(const Answer& answer, const record::RequestTerms& asked, const Profile& profile, UtcTime now) {
    if (answer.request != asked.id) return fail(kAnswerStray, "the answer is to another request than this one");
    if (answer.profile != asked.profile || answer.profileHash != asked.profileHash || profile.id != asked.profile || hashOf(profile) != asked.profileHash)
        return fail(kAnswerStray, "the answer is under another agreement than the request");
    if (answer.purpose != asked.purpose || !isReplyTo(answer.purpose, answer.reply)) return fail(kAnswerStray, "the answer is to another purpose than was asked");
    if (answer.created < asked.created) return fail(kAnswerStray, "the answer is older than the request");
    if (now > asked.expires) return fail(kAnswerLate, "the answer came after the time in which it was awaited");
    const auto found = profile.purposes.find(asked.purpose);
    if (found == profile.purposes.end()) return fail(kAnswerStray, "the agreement does not know the purpose that was asked");
    const auto& rule = found->second;
    if (answer.candidates.size() > static_cast<std::size_t>(rule.candidates))
        return fail(kAnswerExcess, "the answer has " + std::to_string(answer.candidates.size()) + " candidates; " + std::to_string(rule.candidates) + " were asked at most");
    for (const auto& each : answer.candidates)
        if (const auto excess = excessOf(rule, each); !excess.empty()) return fail(kAnswerExcess, "the answer has " + excess);
    return {};
}

}  // namespace cotejo::partner
