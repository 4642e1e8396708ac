#include "core/record/partner.h"

namespace cotejo::record {

WatchlistEntryId answeredEntry(const RequestId& request, std::string_view reference) {
    ByteWriter out;
    out.field("cotejo partner entry 1");
    out.raw(request.bytes());
    out.field(reference);
    return *WatchlistEntryId::fromBytes(sha256(out.bytes()).bytes().first(16));
}

}  // namespace cotejo::record
