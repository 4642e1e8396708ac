#include "core/exchange/cbeff/cbeff_xml.h"
#include "core/exchange/document_json.h"
#include "core/exchange/nist/nist_xml.h"
#include "tests/fuzz/fuzz_target.h"

using namespace cotejo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const auto& document : {exchange::readCbeffXml({data, size}), exchange::readNistXmlDocument({data, size})})
        if (document) fuzz::require(!exchange::toJson(*document).dump().empty());
    return 0;
}
