#include "app/cli/cases/sample_text.h"

#include "core/exchange/country_codes.h"
#include "core/exchange/sample_codes.h"
#include "core/record/safeguards.h"

namespace cotejo::cli {
namespace {

void add(std::vector<std::string>& facts, const char* what, const record::StatedValue& stated) {
    if (stated.known()) facts.push_back(std::string(what) + " " + stated.value + " (" + stated.from + ")");
}

std::string algorithmText(const std::string& algorithm, const std::string& version) {
    return (algorithm.empty() ? "algorithm not told" : algorithm) + (version.empty() ? "" : " " + version);
}

}  // namespace

std::string nationalityText(const std::string& code) { return code.empty() ? "(unknown)" : issuerText(code); }

std::string issuerText(const std::string& code) {
    using Kind = exchange::CodeKind;
    if (code.empty()) return {};
    switch (exchange::kindOfCode(code)) {
    case Kind::Stateless: return code + " (stateless person)";
    case Kind::Refugee: return code + " (refugee, 1951 Convention)";
    case Kind::OtherRefugee: return code + " (refugee, other)";
    case Kind::Unspecified: return code + " (unspecified)";
    case Kind::Kosovo: return code + " (Kosovo)";
    case Kind::UnitedNations: return code + " (United Nations)";
    case Kind::Organisation: return code + " (international organisation)";
    case Kind::BritishOther: return code + " (British, other than citizen)";
    case Kind::Specimen: return code + " (specimen)";
    case Kind::Country:
    case Kind::Unknown: break;
    }
    return code;
}

std::string documentTypeText(const record::Document& document, const std::string& nationality) {
    const std::string kind = record::protectionOfDocument(document.type, document.issuer, nationality);
    if (kind == "RTD") return document.type + " (travel document of a refugee)";
    if (kind == "STD") return document.type + " (travel document of a stateless person)";
    if (kind == "ASY") return document.type + (document.type.starts_with("ME") ? " (proof of arrival of an asylum seeker)" : " (paper of an asylum seeker)");
    constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
        {"P", "passport"}, {"PP", "passport"}, {"PD", "diplomatic passport"}, {"PO", "official passport"}, {"PE", "emergency passport"}, {"PT", "passport of a foreigner"},
        {"PL", "laissez-passer"}, {"V", "visa"}, {"I", "identity card"}, {"ID", "identity card"}, {"IP", "passport card"}, {"AC", "crew certificate"}};
    for (const auto& [code, words] : kTypes)
        if (document.type == code) return document.type + " (" + std::string(words) + ")";
    return document.type;
}

std::string captureText(const record::Capture& capture, UtcTime opened) {
    using record::CaptureOrigin;
    const bool own = capture.origin == CaptureOrigin::Post;
    std::string text = "  " + (own || capture.kind != record::CaptureKind::Live ? std::string(codeOf(capture.kind)) : "imported");
    if (capture.modality == record::Modality::Finger) text += "  " + std::string(codeOf(capture.position));
    if (own) return text;
    if (capture.captured == UtcTime{}) return text + "  day of capture unknown";
    text += "  captured " + toIso(capture.captured).substr(0, 10) + (capture.origin == CaptureOrigin::Record ? ", says its record" : ", says the picture");
    const auto days = std::chrono::floor<std::chrono::days>(opened - capture.captured).count();
    if (const auto years = days * 400 / 146'097; years > 0) text += "; " + std::to_string(years) + (years == 1 ? " year" : " years") + " old when the case was opened";
    return text;
}

std::vector<std::string> captureFacts(const record::Capture& capture) {
    std::vector<std::string> facts;
    add(facts, "captured", capture.capturedOn);
    add(facts, "impression", capture.impression);
    add(facts, "hand", capture.hand);
    add(facts, "position written", capture.positionWritten);
    add(facts, "device", exchange::wordsOf(capture.device));
    for (const auto& each : capture.qualities)
        facts.push_back("quality " + std::to_string(each.value) + ", " + algorithmText(each.algorithm, each.version) + " (" + each.source + ")");
    for (const auto& each : capture.unmeasured) facts.push_back("quality not measured, " + algorithmText(each.algorithm, each.version) + ": " + each.reason);
    if (!capture.original.isZero())
        facts.push_back("came in " + capture.original.text().substr(0, 12) + ", " + capture.originalMime + (capture.originalPlace.empty() ? "" : ", " + capture.originalPlace));
    return facts;
}

}  // namespace cotejo::cli
