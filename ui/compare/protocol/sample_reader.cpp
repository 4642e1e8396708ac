#include "ui/compare/protocol/sample_reader.h"

#include "core/imaging/decode.h"
#include "ui/bridge/image.h"

namespace cotejo::compare {
namespace {

Result<imaging::DecodedImage> decoded(access::Desk& desk, const CaseId& id, const record::Capture& capture) {
    COTEJO_TRY_ASSIGN(const auto bytes, bridge::loadBlob(desk, id, capture.blob));
    return imaging::decodeImage(bytes);
}

}  // namespace

Result<FaceSample> readFace(access::Desk& desk, FaceFinder& finder, const CaseId& id,
                            const record::Capture& capture, std::stop_token stop) {
    COTEJO_TRY_ASSIGN(const auto picture, decoded(desk, id, capture));
    return finder.analyse(picture.pixels, stop);
}

Result<FingerSample> readFinger(access::Desk& desk, const CaseId& id, const record::Capture& capture,
                                std::stop_token stop) {
    COTEJO_TRY_ASSIGN(const auto picture, decoded(desk, id, capture));
    return analyseFinger(imaging::toGray(picture.pixels), capture.ppi.known() ? capture.ppi : picture.ppi,
                         stop);
}

}  // namespace cotejo::compare
