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

void Console::report(const Error& error) {
    if (json) {
        Json params = Json::object();
        for (const auto& [key, value] : error.params) params[key] = value;
        answer({{"error", {{"code", error.code}, {"detail", error.detail}, {"params", params}}}}, "");
    }
    std::cerr << "cotejo-cli: " << error.code << ": " << error.detail << '\n';
    m_exitStatus = error.is(base::kInvalidArgument) ? 2 : 1;
}

}  // namespace cotejo::cli
