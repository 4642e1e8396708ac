#include "core/sync/https_transport.h"

#include <Poco/Crypto/X509Certificate.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <signal.h>

#include <charconv>
#include <sstream>

#include "core/base/errors.h"
#include "core/sync/certificate.h"
#include "core/sync/errors.h"
#include "core/sync/gzip.h"
#include "core/sync/protocol.h"

namespace cotejo::sync {
namespace {

namespace net = Poco::Net;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kGzipFrom = 1024;
constexpr std::size_t kCertificatesCap = 8;

/// What OpenSSL found wrong with the server's certificate during the last handshake of this thread.
thread_local int g_verifyError = X509_V_OK;

int noteVerifyError(int ok, X509_STORE_CTX* context) {
    if (ok == 0) g_verifyError = X509_STORE_CTX_get_error(context);
    return ok;
}

bool isTimeError(int code) {
    return code == X509_V_ERR_CERT_NOT_YET_VALID || code == X509_V_ERR_CERT_HAS_EXPIRED;
}

net::Context::Ptr makeContext(const ServerAddress& server, const Credentials& credentials, bool checkTime) {
    net::Context::Ptr context(new net::Context(net::Context::TLS_CLIENT_USE, "", net::Context::VERIFY_STRICT, 4, false));
    auto* ssl = context->sslContext();
    SSL_CTX_set_min_proto_version(ssl, TLS1_3_VERSION);
    SSL_CTX_set_verify(ssl, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, noteVerifyError);
    auto* rules = SSL_CTX_get0_param(ssl);
    // Beside Poco's own check after the handshake: here a wrong name already fails inside it.
    if (X509_VERIFY_PARAM_set1_ip_asc(rules, server.host.c_str()) != 1)
        X509_VERIFY_PARAM_set1_host(rules, server.host.c_str(), server.host.size());
    ERR_clear_error();
    if (!checkTime) X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_NO_CHECK_TIME);
    std::istringstream authority(credentials.authority);
    context->addCertificateAuthority(Poco::Crypto::X509Certificate(authority));
    if (!credentials.certificate.empty() && credentials.key) {
        std::istringstream own(credentials.certificate);
        context->useCertificate(Poco::Crypto::X509Certificate(own));
        const auto key = tlsKeyOf(*credentials.key);
        if (SSL_CTX_use_PrivateKey(ssl, key.get()) != 1)
            throw net::SSLContextException("the device key does not fit the device certificate");
    }
    return context;
}

/// Reads to the end, at most `cap` bytes, as they come, so that a dripping peer meets the deadline.
Result<Bytes> readBounded(std::istream& in, std::size_t cap, SteadyClock::time_point deadline) {
    Bytes body;
    auto* buffer = in.rdbuf();
    while (buffer->sgetc() != std::char_traits<char>::eof()) {
        const auto ready = std::max<std::streamsize>(1, buffer->in_avail());
        const auto before = body.size();
        if (before + static_cast<std::size_t>(ready) > cap)
            return fail(kProtocol, "the server's answer is longer than " + std::to_string(cap) + " bytes");
        if (SteadyClock::now() > deadline) return fail(kOffline, "the server answers too slowly");
        body.resize(before + static_cast<std::size_t>(ready));
        const auto got = buffer->sgetn(reinterpret_cast<char*>(body.data() + before), ready);
        body.resize(before + static_cast<std::size_t>(std::max<std::streamsize>(0, got)));
    }
    return body;
}

/// OpenSSL writes to sockets that may be closed; the signal for that would end a program that does not ignore it. Blocked for
/// this thread alone, and taken back if it came.
class NoBrokenPipe {
  public:
    NoBrokenPipe() {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    NoBrokenPipe(const NoBrokenPipe&) = delete;
    NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;
    ~NoBrokenPipe() {
        const timespec now{};
        if (sigismember(&m_before, SIGPIPE) == 0)
            while (::sigtimedwait(&m_pipe, nullptr, &now) == SIGPIPE) {
            }
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }

  private:
    sigset_t m_pipe{};
    sigset_t m_before{};
};

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

Result<ServerAddress> readServerAddress(std::string_view text) {
    const auto colon = text.rfind(':');
    auto host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    std::uint16_t port = 0;
    const auto digits = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (host.empty() || host.size() > 253 || error != std::errc() || stop != digits.data() + digits.size() || port == 0)
        return fail(base::kInvalidArgument, "a server address is written HOST:PORT, e.g. registro.example:8443");
    return ServerAddress{std::string(host), port};
}

struct HttpsTransport::Connection {
    ServerAddress server;
    Credentials credentials;
    const Clock& clock;
    std::chrono::seconds budget;
    std::unique_ptr<net::HTTPSClientSession> session;
    bool used = false;  ///< the open session has carried a request before

    void open(bool checkTime) {
        session = std::make_unique<net::HTTPSClientSession>(server.host, server.port,
                                                            makeContext(server, credentials, checkTime));
        const Poco::Timespan each(static_cast<long>(budget.count()) / 3, static_cast<long>(budget.count()) % 3 * 333'000);
        session->setTimeout(each, each, each);
        session->setKeepAlive(true);
        session->setKeepAliveTimeout(Poco::Timespan(8, 0));  // the server keeps 10 s
        used = false;
    }

    /// Throws what Poco throws.
    Result<Reply> exchange(const Request& request) {
        const auto deadline = SteadyClock::now() + 4 * budget;
        net::HTTPRequest head(request.method, request.target, net::HTTPMessage::HTTP_1_1);
        for (const auto& [name, value] : request.headers) head.set(name, value);
        head.set("Accept-Encoding", "gzip");
        const bool packed = request.body.size() >= kGzipFrom && !request.headers.contains("content-encoding") &&
                            !request.headers.contains("upload-offset");
        const auto body = packed ? gzip(request.body) : request.body;
        if (packed) head.set("Content-Encoding", "gzip");
        if (!body.empty() || request.method == "POST" || request.method == "PATCH")
            head.setContentLength64(static_cast<Poco::Int64>(body.size()));
        auto& out = session->sendRequest(head);
        out.write(reinterpret_cast<const char*>(body.data()), static_cast<std::streamsize>(body.size()));
        net::HTTPResponse response;
        auto& in = session->receiveResponse(response);
        used = true;
        Reply reply;
        reply.status = response.getStatus();
        for (const auto& [name, value] : response) reply.headers[Poco::toLower(name)] = value;
        if (request.method == "HEAD") return reply;
        COTEJO_TRY_ASSIGN(reply.body, readBounded(in, kBodyCap, deadline));
        const auto length = response.getContentLength64();
        if (length >= 0 && static_cast<std::uint64_t>(length) != reply.body.size())
            throw net::NoMessageException("the answer was cut off");
        const auto coding = reply.headers.find("content-encoding");
        if (coding == reply.headers.end()) return reply;
        auto plain = coding->second == "gzip" ? gunzip(reply.body, kBodyCap)
                                              : Result<Bytes>(fail(base::kMalformed, "an unknown content encoding"));
        if (!plain) return fail(kProtocol, "the server's answer cannot be unpacked: " + plain.error().detail);
        reply.body = std::move(*plain);
        return reply;
    }

    std::string name() const { return server.host + ":" + std::to_string(server.port); }

    /// Asks the server for its time over a connection whose certificate is checked in all but its dates.
    tl::unexpected<Error> explainTimeError() {
        const auto none = credentials.certificate;
        std::optional<std::int64_t> offset;
        try {
            credentials.certificate.clear();
            open(false);
            const auto reply = exchange({"GET", "/v1/time", {}, {}});
            const auto document = reply ? parseJson(textOf(reply->body), "time", 4096, 4) : Result<Json>(fail(kProtocol, ""));
            const auto theirs = document ? integerAt(*document, "server_time") : std::nullopt;
            if (theirs) offset = *theirs - toMillis(clock.now());
        } catch (const Poco::Exception&) {
            offset.reset();
        }
        credentials.certificate = none;
        session.reset();
        if (offset && std::abs(*offset) > 600'000) {
            const auto minutes = (std::abs(*offset) + 30'000) / 60'000;
            return fail(kClock,
                        "this computer's clock is wrong by about " +
                            (minutes >= 2880 ? std::to_string((minutes + 720) / 1440) + " days" : std::to_string(minutes) + " minutes") +
                            (*offset > 0 ? " (too early)" : " (too late)") + "; set it right and sync again",
                        {{"offset_seconds", std::to_string(*offset / 1000)}});
        }
        return fail(kCertificate, "the certificate of " + name() + " is outside its validity; its administrator must renew it",
                    {{"server", name()}});
    }

    tl::unexpected<Error> explain(const Poco::Exception& error) {
        session.reset();
        const auto why = error.displayText();
        if (isTimeError(g_verifyError)) return explainTimeError();
        if (g_verifyError != X509_V_OK || contains(why, "certificate verify failed"))
            return fail(kCertificate,
                        name() + " does not prove to be the server this post was enrolled with: " +
                            X509_verify_cert_error_string(g_verifyError),
                        {{"server", name()}});
        const auto* tls = dynamic_cast<const net::SSLException*>(&error);
        if (tls && (contains(why, "certificate") || contains(why, "CA") || contains(why, "Certificate")))
            return fail(kCertificate, "the secure connection to " + name() + " was refused: " + why, {{"server", name()}});
        const bool timeout = dynamic_cast<const Poco::TimeoutException*>(&error) != nullptr;
        return fail(kOffline, "the server " + name() + " cannot be reached (" + why + "); work goes on and is sent later",
                    {{"server", name()}, {"why", timeout ? "timeout" : "closed"}});
    }
};

HttpsTransport::HttpsTransport(ServerAddress server, Credentials credentials, const Clock& clock, std::chrono::seconds budget)
    : m_connection(new Connection{std::move(server), std::move(credentials), clock, budget, nullptr, false}) {}

HttpsTransport::~HttpsTransport() {
    const NoBrokenPipe guard;  // closing says good-bye
    m_connection.reset();
}

Result<Reply> HttpsTransport::send(const Request& request) {
    const NoBrokenPipe guard;
    auto& connection = *m_connection;
    while (true) {
        g_verifyError = X509_V_OK;
        try {
            if (!connection.session) connection.open(true);
            auto reply = connection.exchange(request);
            if (!reply || contains(reply->headers["connection"], "lose")) connection.session.reset();
            return reply;
        } catch (const Poco::Exception& error) {
            // A kept connection may have been closed just as we used it; every request may be repeated.
            const bool retry = connection.used && dynamic_cast<const Poco::TimeoutException*>(&error) == nullptr;
            if (!retry) return connection.explain(error);
            connection.session.reset();
        } catch (const std::exception& error) {
            connection.session.reset();
            return fail(base::kInternal, std::string("the HTTPS library failed: ") + error.what());
        }
    }
}

Result<std::string> fetchAuthority(const ServerAddress& server, const Hash& fingerprint, std::chrono::seconds budget) {
    const NoBrokenPipe guard;
    const auto name = server.host + ":" + std::to_string(server.port);
    try {
        net::Context::Ptr context(new net::Context(net::Context::TLS_CLIENT_USE, "", net::Context::VERIFY_NONE, 4, false));
        std::string found;
        struct Search {
            const Hash& wanted;
            std::string& found;
        } search{fingerprint, found};
        // The callback sees every certificate of the chain; it accepts none, so the handshake ends here.
        SSL_CTX_set_min_proto_version(context->sslContext(), TLS1_3_VERSION);
        SSL_CTX_set_verify(context->sslContext(), SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_cert_verify_callback(
            context->sslContext(),
            [](X509_STORE_CTX* check, void* argument) {
                auto& state = *static_cast<Search*>(argument);
                const auto* chain = X509_STORE_CTX_get0_untrusted(check);
                for (int i = 0; i < std::min<int>(sk_X509_num(chain), kCertificatesCap); ++i) {
                    auto* each = sk_X509_value(chain, i);
                    X509_up_ref(each);
                    const Certificate certificate(each, X509_free);
                    if (equalConstantTime(fingerprintOf(certificate).bytes(), state.wanted.bytes())) state.found = toPem(certificate);
                }
                X509_STORE_CTX_set_error(check, X509_V_ERR_APPLICATION_VERIFICATION);
                return 0;
            },
            &search);
        const Poco::Timespan each(static_cast<long>(budget.count()) / 3 + 1, 0);
        net::HTTPSClientSession session(server.host, server.port, context);
        session.setTimeout(each, each, each);
        try {
            net::HTTPRequest head("GET", "/v1/time", net::HTTPMessage::HTTP_1_1);
            session.sendRequest(head);
            net::HTTPResponse response;
            session.receiveResponse(response);
        } catch (const net::SSLException&) {
            if (found.empty())
                return fail(kCertificate, name + " does not present a certificate authority with this fingerprint; compare it again",
                            {{"server", name}});
        }
        if (!found.empty()) return found;
        return fail(kCertificate, name + " did not present its certificates", {{"server", name}});
    } catch (const Poco::Exception& error) {
        return fail(kOffline, "the server " + name + " cannot be reached (" + error.displayText() + ")", {{"server", name}});
    }
}

}  // namespace cotejo::sync
