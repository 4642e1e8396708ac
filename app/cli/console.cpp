#include "app/cli/console.h"

#include <iostream>

#include "core/base/errors.h"

namespace cotejo::cli {

std::string harmless(std::string_view text) {
    std::string safe;
    for (const char each : text) {
        const auto code = static_cast<unsigned char>(each);
        if (each == '\r') continue;
        const bool control = (code < 0x20 && each != '\n' && each != '\t') || code == 0x7F;
        safe += control ? "\uFFFD" : std::string(1, each);
    }
    // C1 controls (U+0080 to U+009F) are two bytes in UTF-8.
    for (std::size_t at = 0; (at = safe.find('\xC2', at)) != std::string::npos; ++at)
        if (at + 1 < safe.size() && static_cast<unsigned char>(safe[at + 1]) < 0xA0) safe.replace(at, 2, "\uFFFD");
    return safe;
}

namespace {

/// JSON escapes the controls below a blank by itself; a terminal obeys DEL and the C1 controls as well.
std::string jsonText(const Json& document) {
    const auto text = document.dump(2, ' ', false, Json::error_handler_t::replace);
    std::string safe;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto code = static_cast<unsigned char>(text[at]), next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
        const bool c1 = code == 0xC2 && next >= 0x80 && next < 0xA0;
        if (code != 0x7F && !c1) {
            safe += text[at];
            continue;
        }
        constexpr char kDigits[] = "0123456789abcdef";
        const auto control = c1 ? next : code;
        safe += "\\u00";
        safe += kDigits[control >> 4];
        safe += kDigits[control & 15];
        at += c1 ? 1 : 0;
    }
    return safe;
}

}  // namespace

void Console::answer(const Json& document, std::string_view plain) {
    if (json)
        std::cout << jsonText(document) << '\n';
    else if (!plain.empty())
        std::cout << harmless(plain) << (plain.back() == '\n' ? "" : "\n");
}

namespace {

Json errorJson(const Error& error) {
    Json params = Json::object();
    for (const auto& [key, value] : error.params) params[key] = value;
    return {{"code", error.code}, {"detail", error.detail}, {"params", params}};
}

}  // namespace

void Console::report(const Error& error) {
    if (json) answer({{"error", errorJson(error)}}, "");
    tell(error);
}

void Console::answerAndReport(const Error& error, std::string_view name, const Json& document, std::string_view plain) {
    answer({{"error", errorJson(error)}, {std::string(name), document}}, plain);
    tell(error);
}

void Console::tell(const Error& error) {
    std::cerr << "cotejo-cli: " << error.code << ": " << harmless(error.detail) << '\n';
    m_exitStatus = error.is(base::kInvalidArgument) ? 2 : 1;
}

}  // namespace cotejo::cli
