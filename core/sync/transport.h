#pragma once

#include <map>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace cotejo::sync {

/// One HTTP request as the protocol sees it. `target` is path and query; header names are lower case.
struct Request {
    std::string method;
    std::string target;
    std::map<std::string, std::string> headers;
    Bytes body;
};

struct Reply {
    int status = 0;
    std::map<std::string, std::string> headers;
    Bytes body;
};

/// Carries one request to the server and its answer back. Every request of the protocol may be sent twice, so an implementation
/// may repeat one whose answer it did not get. Errors: E_SYNC_OFFLINE, E_SYNC_CERTIFICATE, E_SYNC_CLOCK, E_SYNC_PROTOCOL.
/// Implementations: HttpsTransport, and in tests one that loses and repeats. One thread at a time.
class Transport {
  public:
    virtual ~Transport() = default;
    virtual Result<Reply> send(const Request& request) = 0;
};

}  // namespace cotejo::sync
