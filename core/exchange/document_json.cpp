#include "core/exchange/document_json.h"

#include "core/base/crypto.h"
#include "core/exchange/sample_codes.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

Json toJson(const std::vector<ExchangeFact>& facts) {
    Json list = Json::array();
    for (const auto& fact : facts) {
        Json each = {{"field", fact.field}, {"value", fact.value}};
        if (!fact.label.empty()) each["label"] = fact.label;
        list.push_back(std::move(each));
    }
    return list;
}

Json toJson(const record::Ppi& ppi) {
    return {{"value", ppi.known() ? Json(ppi.value) : Json(nullptr)}, {"source", record::codeOf(ppi.source)}};
}

Json toJson(const record::Traveler& traveler) {
    Json documents = Json::array();
    for (const auto& paper : traveler.documents)
        documents.push_back({{"type", paper.type},
                             {"issuer", paper.issuer},
                             {"number", paper.number},
                             {"expiry", paper.expiry},
                             {"mrz", paper.mrz}});
    return {{"familyName", traveler.familyName},   {"givenNames", traveler.givenNames},
            {"birthDate", traveler.birthDate},     {"sex", record::codeOf(traveler.sex)},
            {"nationality", traveler.nationality}, {"documents", documents}};
}

Json toJson(const ExchangePerson& person) {
    Json result = toJson(person.traveler);
    result["source"] = person.source;
    result["aliases"] = person.aliases;
    result["facts"] = toJson(person.facts);
    if (!person.imageFiles.empty()) {
        Json files = Json::array();
        for (const auto& file : person.imageFiles)
            files.push_back({{"path", file.path},
                             {"subject", record::codeOf(file.subject)},
                             {"position", record::codeOf(file.position)}});
        result["imageFiles"] = files;
    }
    return result;
}

Json toJson(const std::vector<record::Quality>& qualities) {
    Json list = Json::array();
    for (const auto& each : qualities)
        list.push_back({{"value", each.value}, {"algorithm", each.algorithm}, {"version", each.version}, {"source", each.source}});
    return list;
}

void putStated(Json& object, const char* key, const StatedValue& stated) {
    if (!stated.value.empty()) object[key] = {{"value", stated.value}, {"from", stated.from}};
}

Json toJson(const ExchangeImage& image) {
    Json result = {{"source", image.source},
                   {"person", image.person},
                   {"subject", record::codeOf(image.subject)},
                   {"position", record::codeOf(image.position)},
                   {"positionCode", image.positionCode}};
    if (image.missing != record::MissingReason::None) {
        result["missing"] = record::codeOf(image.missing);
        return result;
    }
    result.update({{"mime", image.mime},
                   {"bytes", image.bytes.size()},
                   {"sha256", sha256(image.bytes).text()},
                   {"width", image.width},
                   {"height", image.height},
                   {"ppi", toJson(image.ppi)},
                   {"captured", image.captured},
                   {"facts", toJson(image.facts)}});
    if (!image.undecoded.empty()) result["undecoded"] = image.undecoded;
    if (!image.captured.empty()) result["capturedFrom"] = image.capturedFrom;
    putStated(result, "impression", image.impression);
    putStated(result, "hand", image.hand);
    putStated(result, "positionWritten", image.positionWritten);
    putStated(result, "device", wordsOf(image.device));
    if (image.device.known()) {
        putStated(result["device"], "make", image.device.make);
        putStated(result["device"], "model", image.device.model);
        putStated(result["device"], "serial", image.device.serial);
    }
    if (!image.qualities.empty()) result["qualities"] = toJson(image.qualities);
    return result;
}

Json optional(const std::optional<int>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json toJson(const MinutiaeRecord& record) {
    Json list = Json::array();
    for (const auto& m : record.minutiae)
        list.push_back({{"x", m.x},
                        {"y", m.y},
                        {"angle", m.angle},
                        {"type", record::codeOf(m.type)},
                        {"quality", optional(m.quality)}});
    return {{"format", record.format},
            {"source", record.source},
            {"width", record.width},
            {"height", record.height},
            {"xPpcm", record.xPpcm},
            {"yPpcm", record.yPpcm},
            {"yUpward", record.yUpward},
            {"position", record::codeOf(record.position)},
            {"positionCode", record.positionCode},
            {"view", record.view},
            {"impression", record.impression},
            {"quality", optional(record.quality)},
            {"minutiae", list},
            {"facts", toJson(record.facts)}};
}

Json toJson(const MrzReading& reading) {
    Json checks = Json::array();
    for (const auto& check : reading.checks)
        checks.push_back({{"field", check.field},
                          {"given", std::string(1, check.given)},
                          {"expected", std::string(1, check.expected)},
                          {"state", record::codeOf(check.state)}});
    Json proposals = Json::array();
    for (const auto& each : reading.proposals) {
        Json changes = Json::array();
        for (const auto& change : each.changes)
            changes.push_back({{"line", change.line}, {"column", change.column}, {"from", std::string(1, change.from)}, {"to", std::string(1, change.to)}});
        proposals.push_back({{"field", each.field},
                             {"line", each.line},
                             {"column", each.column},
                             {"from", std::string(1, each.from)},
                             {"to", std::string(1, each.to)},
                             {"changes", changes},
                             {"lines", each.lines}});
    }
    return {{"format", record::codeOf(reading.format)},
            {"lines", reading.lines},
            {"checks", checks},
            {"proposals", proposals},
            {"nameTruncated", reading.nameTruncated},
            {"optionalData", reading.optionalData},
            {"protection", reading.protection},
            {"checked", reading.checked},
            {"otherBirthDate", reading.otherBirthDate},
            {"traveler", toJson(reading.traveler())}};
}

template <class T>
Json listOf(const std::vector<T>& values) {
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(toJson(value));
    return list;
}

/// Foreign bytes end up in values and in what is said of them; JSON takes UTF-8 alone.
Json inUtf8(Json json) {
    if (json.is_string()) return toUtf8(json.get_ref<const std::string&>());
    if (json.is_structured())
        for (auto& each : json) each = inUtf8(std::move(each));
    return json;
}

}  // namespace

Json toJson(const ValidationReport& report) {
    Json findings = Json::array();
    for (const auto& finding : report.findings) {
        Json params = Json::object();
        for (const auto& [key, value] : finding.params) params[key] = value;
        findings.push_back({{"severity", record::codeOf(finding.severity)},
                            {"record", finding.record},
                            {"field", finding.field},
                            {"rule", finding.rule},
                            {"detail", finding.detail},
                            {"params", params}});
    }
    return inUtf8({{"findings", findings}, {"dropped", report.dropped}, {"errors", report.hasErrors()}});
}

Json toJson(const ExchangeDocument& document) {
    return inUtf8({{"format", record::codeOf(document.format)}, {"formatName", document.formatName},
            {"facts", toJson(document.facts)},           {"persons", listOf(document.persons)},
            {"images", listOf(document.images)},         {"minutiae", listOf(document.minutiae)},
            {"zones", listOf(document.zones)},           {"report", toJson(document.report)}});
}

}  // namespace cotejo::exchange
