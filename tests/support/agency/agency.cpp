#include "tests/support/agency/agency.h"

#include <iostream>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/exchange/envelope/envelope.h"

namespace cotejo::agency {
namespace {

int numberAtKey(const Json& script, const char* key) { return static_cast<int>(integerAt(script, key).value_or(0)); }
bool has(const Json& script, const char* key) { return boolAt(script, key).value_or(false); }

void say(const Json& line) {
    static std::mutex lock;
    const std::lock_guard held(lock);
    std::cout << line.dump() << std::endl;
}

Bytes deepMessage(int depth) {
    return bytesOf("{\"v\":" + std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']') + "}");
}

}  // namespace

Result<std::unique_ptr<Agency>> Agency::open(std::filesystem::path folder, Counterpart counterpart) {
    COTEJO_TRY_ASSIGN(auto keys, server::PartnerKeys::open(folder));
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(folder / "profile.json", partner::kProfileCap));
    COTEJO_TRY_ASSIGN(auto profile, partner::readProfile(textOf(bytes)));
    std::filesystem::create_directories(folder / "requests");
    return std::unique_ptr<Agency>(new Agency(std::move(folder), counterpart, std::move(keys), std::move(profile)));
}

/// A script that cannot be read is an honest agency: the test that wrote it sees so.
Json Agency::script() const {
    const auto bytes = readFile(m_folder / "script.json", 1u << 20);
    if (!bytes) return Json::object();
    return parseJson(textOf(*bytes), "script").value_or(Json::object());
}

Bytes Agency::seal(ByteView message, const Json& script) const {
    const auto box = has(script, "wrong_box") ? exchange::BoxKey::random().publicKey() : m_counterpart.box;
    const auto stranger = SigningKey::random();
    auto envelope = exchange::sealEnvelope(message, box, has(script, "wrong_key") ? stranger : m_keys.signing());
    if (const auto cut = numberAtKey(script, "cut"); cut > 0) envelope.resize(std::min<std::size_t>(envelope.size(), static_cast<std::size_t>(cut)));
    if (const auto more = numberAtKey(script, "oversized"); more > 0) envelope.resize(envelope.size() + static_cast<std::size_t>(more), 0x41);
    return envelope;
}

Served Agency::receive(const record::RequestId& id, ByteView envelope) {
    const std::lock_guard lock(m_lock);
    const auto rules = script();
    const int times = ++m_posts[id];
    const PublicKey senders[] = {m_counterpart.signing};
    const auto opened = exchange::openEnvelope(envelope, m_keys.box(), senders);
    if (!opened) {
        say({{"event", "refused"}, {"request", id.text()}, {"why", opened.error().code}});
        return {400, {}, 0, false};
    }
    const auto inquiry = partner::readInquiry(*opened);
    if (!inquiry || inquiry->request != id) {
        say({{"event", "refused"}, {"request", id.text()}, {"why", inquiry ? "another id" : inquiry.error().code + ": " + inquiry.error().detail}});
        return {400, {}, 0, false};
    }
    const auto packet = sha256(*opened);
    const auto known = readFile(fileOf(id, "packet"));
    const bool other = known && sha256(*known) != packet;
    say({{"event", "request"}, {"request", id.text()}, {"packet", packet.text()}, {"times", times}, {"bytes", opened->size()}, {"purpose", codeOf(inquiry->purpose)},
         {"new", !known.has_value()}, {"other", other}});
    if (other) return {409, {}, 0, false};
    if (!known)
        if (const auto written = writeFileAtomically(fileOf(id, "packet"), *opened); !written) return {500, {}, 0, false};
    m_first.try_emplace(id, std::chrono::steady_clock::now());
    Served served;
    if (times <= numberAtKey(rules, "fail_posts")) return {numberAtKey(rules, "status") > 0 ? numberAtKey(rules, "status") : 500, {}, 0, false};
    served.drop = times <= numberAtKey(rules, "drop_posts");
    served.hangMillis = times <= numberAtKey(rules, "hang_posts") ? numberAtKey(rules, "hang_ms") : 0;
    partner::Acknowledgement acknowledgement{id, packet, SystemClock().now()};
    const auto lie = textAt(rules, "ack_lie").value_or("");
    if (lie == "packet") acknowledgement.packet = sha256("another");
    if (lie == "request") acknowledgement.request = record::RequestId::random();
    served.body = seal(partner::writeAcknowledgement(acknowledgement), has(rules, "ack_wrong_key") ? Json{{"wrong_key", true}} : Json::object());
    return served;
}

Result<Bytes> Agency::compose(const partner::Inquiry& inquiry, const Json& rules) const {
    if (const auto depth = numberAtKey(rules, "deep"); depth > 0) return deepMessage(depth);
    if (has(rules, "foreign")) return bytesOf("<?xml version=\"1.0\"?><answer><found>yes</found></answer>");
    COTEJO_TRY_ASSIGN(const auto lists, Lists::read(m_folder / "lists.json", m_profile.country));
    const auto rule = m_profile.purposes.find(inquiry.purpose);
    using record::PartnerReply;
    partner::Answer answer;
    answer.profile = inquiry.profile;
    answer.profileHash = inquiry.profileHash;
    answer.request = inquiry.request;
    answer.purpose = inquiry.purpose;
    answer.created = std::chrono::floor<std::chrono::seconds>(SystemClock().now());
    auto found = lists.matching(inquiry.person);
    const bool known = inquiry.purpose == record::PartnerPurpose::Confirmation ? lists.byReference(inquiry.entryReference) != nullptr : !found.empty();
    if (inquiry.purpose == record::PartnerPurpose::BorderInquiry)
        answer.reply = known ? PartnerReply::Candidates : PartnerReply::NoCandidate;
    else
        answer.reply = known ? PartnerReply::Confirmed : PartnerReply::NotConfirmed;
    if (const auto forced = record::fromCode<PartnerReply>(textAt(rules, "reply").value_or(""))) answer.reply = *forced;
    if (rule == m_profile.purposes.end() || partner::hashOf(m_profile) != inquiry.profileHash) {
        answer.reply = PartnerReply::Refused;
        answer.reason = "agreement";
    }
    if (const auto refuses = rules.find("refuse"); refuses != rules.end() && refuses->is_array())
        for (const auto& purpose : *refuses)
            if (purpose == codeOf(inquiry.purpose)) answer.reply = PartnerReply::Refused;
    if (answer.reply == PartnerReply::Refused && answer.reason.empty()) answer.reason = textAt(rules, "reason").value_or("not_competent");
    if (answer.reply == PartnerReply::NeedTime) answer.until = answer.created + std::chrono::minutes(std::max(1, numberAtKey(rules, "until_minutes")));
    if (answer.reply == PartnerReply::Candidates) {
        if (found.empty())
            for (const auto& each : lists.persons) found.push_back(&each);
        std::size_t wanted = std::min<std::size_t>(found.size(), static_cast<std::size_t>(std::max(0, inquiry.candidates)));
        if (const auto forced = numberAtKey(rules, "candidates"); forced > 0) wanted = static_cast<std::size_t>(forced);
        for (std::size_t i = 0; i < wanted && !found.empty(); ++i) {
            const auto& each = *found[i % found.size()];
            partner::AnsweredCandidate candidate;
            candidate.reference = i < found.size() ? each.reference : each.reference + "-" + std::to_string(i);
            candidate.person = each.person;
            candidate.facts = each.facts;
            if (const auto grade = record::fromCode<record::EvidenceGrade>(textAt(rules, "grade").value_or(""))) candidate.facts.grade = *grade;
            candidate.reason = each.reason;
            candidate.samples = each.samples;
            answer.candidates.push_back(std::move(candidate));
        }
    }
    // What was searched belongs to what was found: nobody searched who confirms, refuses, or asks for time.
    const bool oversteps = has(rules, "all_fields") || rules.contains("grade") || rules.contains("candidates");
    if (!oversteps) answer = partner::reduced(std::move(answer), m_profile);
    if (answer.reply == PartnerReply::NoCandidate || answer.reply == PartnerReply::Candidates) answer.coverage = lists.coverage;
    const auto lie = textAt(rules, "lie").value_or("");
    if (lie == "request") answer.request = record::RequestId::random();
    if (lie == "profile") answer.profile = "XXX-00";
    if (lie == "profile_hash") answer.profileHash = sha256("another agreement");
    if (lie == "purpose") answer.purpose = inquiry.purpose == record::PartnerPurpose::Nationality ? record::PartnerPurpose::BorderInquiry : record::PartnerPurpose::Nationality;
    auto message = partner::writeAnswer(answer);
    if (const auto cut = numberAtKey(rules, "cut_inside"); cut > 0) message.resize(std::min<std::size_t>(message.size(), static_cast<std::size_t>(cut)));
    return message;
}

Served Agency::answer(const record::RequestId& id) {
    const std::lock_guard lock(m_lock);
    auto rules = script();
    const int times = ++m_gets[id];
    const auto packet = readFile(fileOf(id, "packet"));
    if (!packet) return {404, {}, 0, false};
    if (times <= numberAtKey(rules, "fail_gets")) return {numberAtKey(rules, "status") > 0 ? numberAtKey(rules, "status") : 500, {}, 0, false};
    if (times <= numberAtKey(rules, "drop_gets")) return {200, {}, 0, true};
    const auto first = m_first.try_emplace(id, std::chrono::steady_clock::now()).first->second;
    const bool waits = std::chrono::steady_clock::now() < first + std::chrono::milliseconds(numberAtKey(rules, "delay_ms"));
    if (has(rules, "silent") || waits) return {204, {}, 0, false};
    if (has(rules, "replay")) {
        for (const auto& [other, envelope] : m_last)
            if (other != id) return {200, envelope, 0, false};
        return {204, {}, 0, false};
    }
    // What it says after it has said something: it needed time, or changes its mind.
    std::string stage = "answer";
    const int given = m_given[id];
    if (rules.contains("then") && given >= std::max(1, numberAtKey(rules, "after"))) {
        rules = rules["then"];
        stage = "answer-then";
    }
    auto message = readFile(fileOf(id, stage));
    if (!message) {
        const auto inquiry = partner::readInquiry(*packet);
        if (!inquiry) return {500, {}, 0, false};
        message = compose(*inquiry, rules);
        if (!message) {
            say({{"event", "broken"}, {"why", message.error().detail}});
            return {500, {}, 0, false};
        }
        if (const auto written = writeFileAtomically(fileOf(id, stage), *message); !written) return {500, {}, 0, false};
    }
    ++m_given[id];
    Served served;
    served.hangMillis = times <= numberAtKey(rules, "hang_gets") ? numberAtKey(rules, "hang_ms") : 0;
    served.body = seal(*message, rules);
    m_last[id] = served.body;
    say({{"event", "answer"}, {"request", id.text()}, {"message", sha256(*message).text()}, {"bytes", served.body.size()}});
    return served;
}

}  // namespace cotejo::agency
