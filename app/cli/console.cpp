#include "app/cli/console.h"

#include <iostream>

#include "core/base/errors.h"

namespace cotejo::cli {

void Console::answer(const Json& document, std::string_view plain) {
    if (json)
        std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else if (!plain.empty())
        std::cout << plain << (plain.back() == '\n' ? "" : "\n");
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
    std::cerr << "cotejo-cli: " << error.code << ": " << error.detail << '\n';
    m_exitStatus = error.is(base::kInvalidArgument) ? 2 : 1;
}

}  // namespace cotejo::cli
