#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace cotejo {

/// Why something failed, for programs: `code` is stable and listed in the room's errors.h ("E_STORE_BUSY"); windows turn it
/// and `params` into a sentence in the officer's language. `detail` is a plain English sentence for the command line and the
/// log: what failed, where (file, record, field), and what would help. Never secrets, never personal data in `detail`.
struct Error {
    std::string code;
    std::string detail;
    std::vector<std::pair<std::string, std::string>> params;

    bool is(std::string_view other) const { return code == other; }
};

/// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
  public:
    using tl::expected<T, Error>::expected;
};
using Status = Result<void>;

inline tl::unexpected<Error> fail(std::string_view code, std::string detail,
                                  std::vector<std::pair<std::string, std::string>> params = {}) {
    return tl::unexpected<Error>(Error{std::string(code), std::move(detail), std::move(params)});
}

/// The error of something that knew only the bytes of a file, with the file's name before its detail and as param "file".
inline tl::unexpected<Error> inFile(const std::string& file, Error error) {
    error.detail = file + ": " + error.detail;
    error.params.emplace_back("file", file);
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace cotejo

#define COTEJO_CONCAT_(a, b) a##b
#define COTEJO_CONCAT(a, b) COTEJO_CONCAT_(a, b)
/// Returns the error of a Result or Status expression from the enclosing function, if it has one.
#define COTEJO_TRY(expression)                                                                      \
    do {                                                                                            \
        if (auto cotejo_status = (expression); !cotejo_status)                                      \
            return tl::unexpected<::cotejo::Error>(std::move(cotejo_status).error());               \
    } while (false)
/// Declares `variable` from a Result expression, or returns its error.
#define COTEJO_TRY_ASSIGN(variable, expression)                                                     \
    auto COTEJO_CONCAT(cotejo_result_, __LINE__) = (expression);                                    \
    if (!COTEJO_CONCAT(cotejo_result_, __LINE__))                                                   \
        return tl::unexpected<::cotejo::Error>(std::move(COTEJO_CONCAT(cotejo_result_, __LINE__)).error()); \
    variable = std::move(*COTEJO_CONCAT(cotejo_result_, __LINE__))
