#pragma once

#include "core/exchange/document.h"
#include "core/exchange/xml_tree.h"

namespace cotejo::exchange {

/// A biometric information record in XML (ISO/IEC 19785-3, as MOSIP's kernel writes it): BIR elements with BDBInfo around base64 of
/// an ISO/IEC 19794 record or a picture, alone or gathered in one BIR. Fingers marked as exceptions come out as missing. Errors: those
/// of readXml, E_MALFORMED when there is no BIR in it, E_TOO_LARGE beyond 10,000 of them.
Result<ExchangeDocument> readCbeffXml(ByteView bytes);

/// The first kilobytes have the element or the namespace.
bool looksLikeCbeffXml(ByteView bytes);

}  // namespace cotejo::exchange
