#include "app/server/partner/https_carrier.h"

#include <Poco/Crypto/X509Certificate.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/SSLException.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "app/server/errors.h"

namespace cotejo::server {
namespace {

namespace pnet = Poco::Net;
using Steady = std::chrono::steady_clock;

pnet::Context::Ptr clientContext(const HttpsCarrier::Setup& setup) {
    pnet::Context::Ptr context(new pnet::Context(pnet::Context::TLS_CLIENT_USE, "", pnet::Context::VERIFY_STRICT, 4, false));
    auto* ssl = context->sslContext();
    SSL_CTX_set_min_proto_version(ssl, TLS1_3_VERSION);
    auto* rules = SSL_CTX_get0_param(ssl);
    // Beside Poco's own check after the handshake: here a wrong name already fails inside it.
    if (X509_VERIFY_PARAM_set1_ip_asc(rules, setup.server.host.c_str()) != 1)
        X509_VERIFY_PARAM_set1_host(rules, setup.server.host.c_str(), setup.server.host.size());
    ERR_clear_error();
    context->addCertificateAuthority(Poco::Crypto::X509Certificate(setup.authority.string()));
    if (SSL_CTX_use_certificate_chain_file(ssl, setup.certificate.c_str()) != 1 || SSL_CTX_use_PrivateKey_file(ssl, setup.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(ssl) != 1)
        throw pnet::SSLContextException("our own certificate or its key cannot be used: " + setup.certificate.string());
    return context;
}

/// At most kBroughtCap bytes, as they come, so that a dripping peer meets the deadline.
Result<Brought> readBody(std::istream& in, Steady::time_point deadline) {
    Brought brought;
    auto* buffer = in.rdbuf();
    while (buffer->sgetc() != std::char_traits<char>::eof()) {
        if (Steady::now() > deadline) return fail(kPartnerFailed, "the partner answers too slowly");
        const auto before = brought.bytes.size();
        const auto ready = std::min<std::size_t>(static_cast<std::size_t>(std::max<std::streamsize>(1, buffer->in_avail())), kBroughtCap + 1 - before);
        brought.bytes.resize(before + ready);
        const auto got = buffer->sgetn(reinterpret_cast<char*>(brought.bytes.data() + before), static_cast<std::streamsize>(ready));
        brought.bytes.resize(before + static_cast<std::size_t>(std::max<std::streamsize>(0, got)));
        if (brought.bytes.size() <= kBroughtCap) continue;
        brought.cut = true;
        brought.bytes.resize(kBroughtCap);
        break;
    }
    return brought;
}

auto statusProblem(int status) { return fail(kPartnerFailed, "the partner answered with status " + std::to_string(status), {{"status", std::to_string(status)}}); }

}  // namespace

Result<HttpsCarrier::Came> HttpsCarrier::exchange(const std::string& method, const record::RequestId& id, ByteView body) const {
    const auto name = m_setup.server.host + ":" + std::to_string(m_setup.server.port);
    const auto deadline = Steady::now() + m_setup.budget;
    bool left = false;
    try {
        pnet::HTTPSClientSession session(m_setup.server.host, m_setup.server.port, clientContext(m_setup));
        const Poco::Timespan each(static_cast<long>(m_setup.budget.count()), 0);
        session.setTimeout(each, each, each);
        session.setKeepAlive(false);
        pnet::HTTPRequest head(method, "/cotejo-partner/v1/requests/" + id.text(), pnet::HTTPMessage::HTTP_1_1);
        head.setContentType("application/octet-stream");
        if (method == "POST") head.setContentLength64(static_cast<Poco::Int64>(body.size()));
        auto& out = session.sendRequest(head);  // connects, and proves both sides to each other
        left = true;
        out.write(reinterpret_cast<const char*>(body.data()), static_cast<std::streamsize>(body.size()));
        pnet::HTTPResponse response;
        auto& in = session.receiveResponse(response);
        Came came;
        came.status = response.getStatus();
        if (came.status != 200) return came;
        COTEJO_TRY_ASSIGN(came.body, readBody(in, deadline));
        const auto length = response.getContentLength64();
        if (!came.body.cut && length >= 0 && static_cast<std::uint64_t>(length) != came.body.bytes.size()) return fail(kPartnerFailed, name + " broke off its answer");
        return came;
    } catch (const pnet::SSLContextException& error) {
        return fail(kPartnerSetup, error.displayText());
    } catch (const Poco::Exception& error) {
        return fail(left ? kPartnerFailed : kPartnerUnreached, name + ": " + error.displayText());
    } catch (const std::exception& error) {
        return fail(left ? kPartnerFailed : kPartnerUnreached, name + ": " + error.what());
    }
}

Result<std::optional<Brought>> HttpsCarrier::send(const record::RequestId& id, ByteView envelope) {
    COTEJO_TRY_ASSIGN(auto came, exchange("POST", id, envelope));
    if (came.status != 200) return statusProblem(came.status);
    return std::optional(std::move(came.body));
}

Result<std::optional<Brought>> HttpsCarrier::answer(const record::RequestId& id) {
    COTEJO_TRY_ASSIGN(auto came, exchange("GET", id, {}));
    if (came.status == 204) return std::optional<Brought>();
    if (came.status != 200) return statusProblem(came.status);
    return std::optional(std::move(came.body));
}

}  // namespace cotejo::server
