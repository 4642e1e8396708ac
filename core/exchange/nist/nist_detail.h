#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/text.h"

namespace cotejo::exchange::nist {

inline constexpr char kFs = '\x1c';  // between records
inline constexpr char kGs = '\x1d';  // between fields
inline constexpr char kRs = '\x1e';  // between subfields
inline constexpr char kUs = '\x1f';  // between items

inline constexpr std::size_t kBinaryHeader = 18;     // types 3 to 7
inline constexpr std::size_t kSignatureHeader = 12;  // type 8
inline constexpr int kDataField = 999;
inline constexpr int kHashField = 996;

constexpr bool isBinaryType(int type) {
    return type >= 3 && type <= 8;
}
/// Types whose field 999 holds bytes that may contain any separator. The standard gives Type-9 none, but some systems put one there.
constexpr bool hasDataField(int type) {
    return type >= 9 && type <= 99;
}
constexpr bool isKnownType(int type) {
    return (type >= 1 && type <= 10) || (type >= 13 && type <= 22) || type == 98 || type == 99;
}

struct Tag {
    int type = 0;
    int number = 0;
    std::size_t length = 0;  // colon included
};

/// "14.013:" at the front of the text; nothing if something else stands there.
std::optional<Tag> tagAt(std::string_view text);

/// "14.013" as validation reports name fields.
std::string fieldName(int type, int number);

}  // namespace cotejo::exchange::nist
