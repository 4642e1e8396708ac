#include "app/server/http/https_server.h"

#include <Poco/ErrorHandler.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerConnection.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/ThreadPool.h>
#include <openssl/ssl.h>

#include "app/server/errors.h"
#include "app/server/http/traffic.h"
#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/sync/gzip.h"

namespace cotejo::server {
namespace {

namespace net = Poco::Net;

constexpr std::size_t kGzipFrom = 1024;
constexpr std::size_t kDrainCap = 1u << 20;
constexpr int kStackBytes = 1 << 20;

/// Connections end in exceptions all the time (peers go away); they are worth a debug line.
class QuietErrors final : public Poco::ErrorHandler {
  public:
    void exception(const Poco::Exception& error) override {
        logLine(LogLevel::Debug, "server", "connection: " + error.displayText());
    }
    void exception(const std::exception& error) override { logLine(LogLevel::Warning, "server", error.what()); }
    void exception() override { logLine(LogLevel::Warning, "server", "unknown exception in a connection"); }
};

net::StreamSocket& socketOf(net::HTTPServerRequest& request) {
    return static_cast<net::HTTPServerRequestImpl&>(request).socket();
}

/// Chunked or not: reads what comes, and stops one byte after the cap. Error besides E_TOO_LARGE: E_SERVER_BUSY.
Result<Bytes> readBody(net::HTTPServerRequest& request, std::size_t cap, Traffic::Held& held) {
    Bytes body;
    if (request.getContentLength64() > static_cast<Poco::Int64>(cap)) return fail(base::kTooLarge, "the body is too large");
    if (request.hasContentLength()) body.reserve(static_cast<std::size_t>(request.getContentLength64()));
    auto& in = request.stream();
    std::array<char, 16 * 1024> piece;
    while (in.good() && body.size() <= cap) {
        in.read(piece.data(), piece.size());
        if (!held.grow(static_cast<std::size_t>(in.gcount()))) return fail(kBusy, "too much is under way");
        body.insert(body.end(), piece.data(), piece.data() + in.gcount());
    }
    if (body.size() > cap) return fail(base::kTooLarge, "the body is too large");
    return body;
}

/// A peer that is still sending would miss the refusal when the connection closes with unread bytes: read some of them.
void drain(net::HTTPServerRequest& request) {
    auto& in = request.stream();
    std::array<char, 16 * 1024> piece;
    for (std::size_t read = 0; in.good() && read < kDrainCap; read += static_cast<std::size_t>(in.gcount()))
        in.read(piece.data(), piece.size());
}

class Handler final : public net::HTTPRequestHandler {
  public:
    Handler(Service& service, ConnectionGuard& guard, Traffic& traffic) : m_service(service), m_guard(guard), m_traffic(traffic) {}

    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
        m_guard.requestBegan(socketOf(request));
        bool whole = true;
        std::optional<Traffic::Held> held;
        const auto reply = answer(request, whole, held);
        if (!whole) response.setKeepAlive(false);
        write(request, response, reply);
        if (!whole) drain(request);
        m_guard.requestEnded(socketOf(request));
    }

  private:
    static sync::Reply refusal(int status, const char* code, const std::string& why) {
        sync::Reply reply{status, {}, sync::encode(sync::Refusal{code, why, {}})};
        if (status == 503) reply.headers["retry-after"] = "5";
        return reply;
    }
    static sync::Reply busy() { return refusal(503, "busy", "this device has too much under way"); }

    /// `held` stays with the answer until it is sent.
    sync::Reply answer(net::HTTPServerRequest& head, bool& whole, std::optional<Traffic::Held>& held) {
        sync::Request request{head.getMethod(), head.getURI(), {}, {}};
        for (const auto& [name, value] : head) request.headers[Poco::toLower(name)] = value;
        const net::SecureStreamSocket socket(socketOf(head));
        sync::Certificate certificate(nullptr, [](x509_st*) {});
        std::optional<net::X509Certificate> shown;
        if (socket.havePeerCertificate()) {
            shown.emplace(socket.peerCertificate());
            certificate.reset(const_cast<x509_st*>(shown->certificate()));
        }
        whole = !head.hasContentLength() && !head.getChunkedTransferEncoding();
        const auto entry = m_service.admit(request, {shown ? &certificate : nullptr});
        if (!entry) return Service::refusalOf(entry.error());
        const auto device = entry->device ? entry->device->id : DeviceId();
        auto room = m_traffic.hold(device);
        if (!room) return busy();
        held.emplace(std::move(*room));
        auto body = readBody(head, entry->bodyCap, *held);
        whole = body.has_value();
        if (!body && body.error().is(kBusy)) return busy();
        const auto turn = m_traffic.turn(device);
        if (!turn) return busy();
        if (body && request.headers.contains("content-encoding")) {
            if (request.headers["content-encoding"] != "gzip")
                body = fail(base::kMalformed, "only gzip is understood as a content encoding");
            else
                body = sync::gunzip(*body, entry->bodyCap);
            if (body && !held->grow(body->size())) return busy();
        }
        if (!body) {
            const bool large = body.error().is(base::kTooLarge);
            return refusal(large ? 413 : 400, large ? "too_large" : "malformed", body.error().detail);
        }
        request.body = std::move(*body);
        auto reply = m_service.handle(request, *entry);
        return held->grow(reply.body.size()) ? reply : busy();
    }

    static void write(const net::HTTPServerRequest& request, net::HTTPServerResponse& response, const sync::Reply& reply) {
        response.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(reply.status));
        response.setContentType("application/json");
        for (const auto& [name, value] : reply.headers) response.set(name, value);
        response.set("Cache-Control", "no-store");
        if (request.getMethod() == "HEAD" || reply.status == 204) {
            response.setContentLength64(0);
            response.send();
            return;
        }
        const bool packs = reply.body.size() >= kGzipFrom && request.get("Accept-Encoding", "").find("gzip") != std::string::npos &&
                           response.getContentType() == "application/json";
        const auto body = packs ? sync::gzip(reply.body) : reply.body;
        if (packs) response.set("Content-Encoding", "gzip");
        response.sendBuffer(body.data(), body.size());
    }

    Service& m_service;
    ConnectionGuard& m_guard;
    Traffic& m_traffic;
};

class HandlerFactory final : public net::HTTPRequestHandlerFactory {
  public:
    HandlerFactory(Service& service, ConnectionGuard& guard, Traffic& traffic) : m_service(service), m_guard(guard), m_traffic(traffic) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return new Handler(m_service, m_guard, m_traffic);  // Poco deletes it
    }

  private:
    Service& m_service;
    ConnectionGuard& m_guard;
    Traffic& m_traffic;
};

class GuardedConnection final : public net::HTTPServerConnection {
  public:
    GuardedConnection(const net::StreamSocket& socket, net::HTTPServerParams::Ptr params,
                      net::HTTPRequestHandlerFactory::Ptr factory, ConnectionGuard& guard)
        : net::HTTPServerConnection(socket, params, factory), m_guard(guard) {
        m_guard.opened(socket);
    }
    ~GuardedConnection() override { m_guard.closed(socket()); }

  private:
    ConnectionGuard& m_guard;
};

class ConnectionFactory final : public net::TCPServerConnectionFactory {
  public:
    ConnectionFactory(net::HTTPServerParams::Ptr params, net::HTTPRequestHandlerFactory::Ptr factory, ConnectionGuard& guard)
        : m_params(std::move(params)), m_factory(std::move(factory)), m_guard(guard) {}
    net::TCPServerConnection* createConnection(const net::StreamSocket& socket) override {
        return new GuardedConnection(socket, m_params, m_factory, m_guard);  // Poco deletes it
    }

  private:
    net::HTTPServerParams::Ptr m_params;
    net::HTTPRequestHandlerFactory::Ptr m_factory;
    ConnectionGuard& m_guard;
};

class Filter final : public net::TCPServerConnectionFilter {
  public:
    explicit Filter(ConnectionGuard& guard) : m_guard(guard) {}
    bool accept(const net::StreamSocket& socket) override { return m_guard.admits(socket); }

  private:
    ConnectionGuard& m_guard;
};

net::Context::Ptr serverContext(const std::filesystem::path& folder) {
    net::Context::Params params;
    params.certificateFile = (folder / "server.pem").string();
    params.privateKeyFile = (folder / "server.key").string();
    params.verificationMode = net::Context::VERIFY_RELAXED;
    params.loadDefaultCAs = false;
    net::Context::Ptr context(new net::Context(net::Context::TLS_SERVER_USE, params));
    // Poco's extended check would compare the client's certificate with the client's address.
    context->enableExtendedCertificateVerification(false);
    context->enableSessionCache(false);
    auto* ssl = context->sslContext();
    SSL_CTX_set_min_proto_version(ssl, TLS1_3_VERSION);
    SSL_CTX_set_options(ssl, SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(ssl, 0);
    // TLS proves that the peer holds the key; Service::identify judges the certificate. A refusal inside the handshake would be
    // lost together with its reason, because the client has sent its request by then.
    SSL_CTX_set_verify(ssl, SSL_VERIFY_PEER, [](int, X509_STORE_CTX*) { return 1; });
    return context;
}

}  // namespace

struct HttpsServer::Running {
    ConnectionGuard guard;
    Traffic traffic;
    Poco::ThreadPool threads;
    std::unique_ptr<net::TCPServer> server;

    explicit Running(const ConnectionLimits& limits)
        : guard(limits), threads("connections", 2, limits.connections + 8, 60, kStackBytes) {}
};

Result<std::unique_ptr<HttpsServer>> HttpsServer::start(Service& service, const std::filesystem::path& folder,
                                                        const Address& address, const ConnectionLimits& limits) {
    static QuietErrors quiet;
    Poco::ErrorHandler::set(&quiet);
    net::Context::Ptr context;
    try {
        context = serverContext(folder);
    } catch (const Poco::Exception& error) {
        return fail(kAuthority, "the server's certificate in " + folder.string() + " cannot be used: " + error.displayText());
    }
    try {
        auto running = std::make_unique<Running>(limits);
        const net::SecureServerSocket socket(net::SocketAddress(address.host, address.port), 128, context);
        net::HTTPServerParams::Ptr params(new net::HTTPServerParams);
        params->setMaxThreads(limits.connections + 4);
        params->setMaxQueued(16);
        params->setKeepAlive(true);
        params->setKeepAliveTimeout(Poco::Timespan(10, 0));
        params->setTimeout(Poco::Timespan(15, 0));
        params->setMaxKeepAliveRequests(10'000);
        const net::HTTPRequestHandlerFactory::Ptr handlers(new HandlerFactory(service, running->guard, running->traffic));
        const net::TCPServerConnectionFactory::Ptr connections(new ConnectionFactory(params, handlers, running->guard));
        running->server = std::make_unique<net::TCPServer>(connections, running->threads, socket, params);
        running->server->setConnectionFilter(new Filter(running->guard));
        running->server->start();
        return std::unique_ptr<HttpsServer>(new HttpsServer(std::move(running)));
    } catch (const Poco::Exception& error) {
        return fail(kListen, "cannot listen on " + address.host + " port " + std::to_string(address.port) + ": " + error.displayText());
    }
}

HttpsServer::HttpsServer(std::unique_ptr<Running> running) : m_running(std::move(running)) {}

HttpsServer::~HttpsServer() {
    m_running->server->stop();
    m_running->threads.stopAll();
}

std::uint16_t HttpsServer::port() const { return m_running->server->port(); }
const ConnectionGuard& HttpsServer::guard() const { return m_running->guard; }

}  // namespace cotejo::server
