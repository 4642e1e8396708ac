#include "app/server/partner/https_carrier.h"

#include <Poco/Crypto/X509Certificate.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/server/errors.h"

namespace cotejo::server {
namespace {

namespace pnet = Poco::Net;

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

/// Ends what happens on a socket once its time is over: a peer that drips a byte at a time meets no time-out. Outlived by the socket.
class Deadline {
  public:
    Deadline(int socket, std::chrono::seconds budget) : m_thread([this, socket, budget](const std::stop_token& stop) {
        std::unique_lock lock(m_lock);
        if (m_wake.wait_for(lock, stop, budget, [&] { return stop.stop_requested(); }) || stop.stop_requested()) return;
        ::shutdown(socket, SHUT_RDWR);
    }) {}

  private:
    std::mutex m_lock;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

/// At most kBroughtCap bytes.
Brought readBrought(std::istream& in) {
    Brought brought;
    std::array<char, 16 * 1024> piece;
    while (in.good() && brought.bytes.size() <= kBroughtCap) {
        in.read(piece.data(), piece.size());
        brought.bytes.insert(brought.bytes.end(), piece.data(), piece.data() + in.gcount());
    }
    brought.cut = brought.bytes.size() > kBroughtCap;
    if (brought.cut) brought.bytes.resize(kBroughtCap);
    return brought;
}

auto statusProblem(int status) { return fail(kPartnerFailed, "the partner answered with status " + std::to_string(status), {{"status", std::to_string(status)}}); }

}  // namespace

Result<HttpsCarrier::Came> HttpsCarrier::exchange(const std::string& method, const record::RequestId& id, ByteView body) const {
    const auto name = m_setup.server.host + ":" + std::to_string(m_setup.server.port);
    bool left = false;
    try {
        const auto context = clientContext(m_setup);
        const Poco::Timespan each(static_cast<long>(m_setup.budget.count()), 0);
        pnet::StreamSocket plain;
        plain.connect(pnet::SocketAddress(m_setup.server.host, m_setup.server.port), each);
        plain.setReceiveTimeout(each);
        plain.setSendTimeout(each);
        std::optional<pnet::HTTPClientSession> session;
        const Deadline deadline(plain.impl()->sockfd(), m_setup.budget);  // ends before the session closes the socket
        // Both sides prove themselves to each other here.
        // Not HTTPSClientSession: it sets its port, which a connected one refuses.
        session.emplace(pnet::SecureStreamSocket::attach(plain, m_setup.server.host, context));
        session->setKeepAlive(true);  // so that Poco takes the socket it was given
        pnet::HTTPRequest head(method, "/cotejo-partner/v1/requests/" + id.text(), pnet::HTTPMessage::HTTP_1_1);
        head.setContentType("application/octet-stream");
        if (method == "POST") head.setContentLength64(static_cast<Poco::Int64>(body.size()));
        head.setHost(m_setup.server.host, m_setup.server.port);
        left = true;
        auto& out = session->sendRequest(head);
        out.write(reinterpret_cast<const char*>(body.data()), static_cast<std::streamsize>(body.size()));
        pnet::HTTPResponse response;
        auto& in = session->receiveResponse(response);
        Came came;
        came.status = response.getStatus();
        if (came.status != 200) return came;
        came.body = readBrought(in);
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
