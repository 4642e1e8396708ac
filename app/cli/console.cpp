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

void Console::answer(const Json& document, std::string_view plain) {
    if (json)
        std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
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
