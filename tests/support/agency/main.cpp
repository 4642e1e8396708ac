// The stand-in "Utopía Norte": a partner state with its own keys, lists and clock, for tests and the demo. Never for a real exchange.
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <openssl/ssl.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <thread>

#include "app/server/authority.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/sync/certificate.h"
#include "tests/support/agency/agency.h"

namespace {

using namespace cotejo;
namespace net = Poco::Net;
namespace fs = std::filesystem;

struct Options {
    fs::path folder, authority, spool;
    std::string signing, box;
    std::uint16_t port = 0;
};

constexpr std::string_view kPath = "/cotejo-partner/v1/requests/";
constexpr std::size_t kCap = 16u << 20;

Status init(const Options& options) {
    COTEJO_TRY(server::Authority::create(options.folder, {"localhost", "127.0.0.1"}, SystemClock()));
    COTEJO_TRY_ASSIGN(const auto authority, server::Authority::open(options.folder));
    COTEJO_TRY_ASSIGN(const auto keys, server::PartnerKeys::open(options.folder));
    if (!fs::exists(options.folder / "lists.json")) COTEJO_TRY(writeFileAtomically(options.folder / "lists.json", viewOf("{\"persons\": []}\n")));
    std::cout << Json{{"signing", keys.signing().publicKey().text()},
                      {"box", keys.box().publicKey().text()},
                      {"authority", sync::fingerprintOf(authority.certificate()).text()},
                      {"authority_file", (options.folder / "ca.pem").string()}}
                     .dump()
              << std::endl;
    return {};
}

class Handler final : public net::HTTPRequestHandler {
  public:
    explicit Handler(agency::Agency& agency) : m_agency(agency) {}
    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
        const auto& target = request.getURI();
        const auto id = target.starts_with(kPath) ? record::RequestId::fromText(std::string_view(target).substr(kPath.size())) : std::nullopt;
        agency::Served served{404, {}, 0, false};
        if (id && request.getMethod() == "POST") {
            Bytes body;
            std::array<char, 16 * 1024> piece;
            auto& in = request.stream();
            while (in.good() && body.size() <= kCap) {
                in.read(piece.data(), piece.size());
                body.insert(body.end(), piece.data(), piece.data() + in.gcount());
            }
            // What broke off on its way was never received.
            if (static_cast<Poco::Int64>(body.size()) == request.getContentLength64()) served = m_agency.receive(*id, body);
        } else if (id && request.getMethod() == "GET") {
            served = m_agency.answer(*id);
        }
        if (served.hangMillis > 0) std::this_thread::sleep_for(std::chrono::milliseconds(served.hangMillis));
        if (served.drop) {
            static_cast<net::HTTPServerRequestImpl&>(request).socket().close();
            return;
        }
        response.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(served.status));
        response.setContentType("application/octet-stream");
        response.setKeepAlive(false);
        response.sendBuffer(served.body.data(), served.body.size());
    }

  private:
    agency::Agency& m_agency;
};

class Factory final : public net::HTTPRequestHandlerFactory {
  public:
    explicit Factory(agency::Agency& agency) : m_agency(agency) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override { return new Handler(m_agency); }  // Poco deletes it

  private:
    agency::Agency& m_agency;
};

net::Context::Ptr context(const Options& options) {
    net::Context::Params params;
    params.certificateFile = (options.folder / "server.pem").string();
    params.privateKeyFile = (options.folder / "server.key").string();
    params.caLocation = options.authority.string();
    params.verificationMode = net::Context::VERIFY_STRICT;
    params.loadDefaultCAs = false;
    net::Context::Ptr made(new net::Context(net::Context::TLS_SERVER_USE, params));
    made->enableExtendedCertificateVerification(false);
    made->enableSessionCache(false);
    SSL_CTX_set_min_proto_version(made->sslContext(), TLS1_3_VERSION);
    return made;
}

/// Takes what lies in `out`, and puts acknowledgement and answer into `in`.
void serveFolder(agency::Agency& agency, const fs::path& spool) {
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(spool / "out", problem)) {
        const auto id = record::RequestId::fromText(entry.path().stem().string());
        if (!id || entry.path().extension() != ".request") continue;
        const auto bytes = readFile(entry.path(), kCap);
        if (!bytes) continue;
        if (const auto served = agency.receive(*id, *bytes); served.status == 200 && !served.drop)
            if (!writeFileAtomically(spool / "in" / (id->text() + ".ack"), served.body)) std::cerr << "cannot write into " << spool << '\n';
        fs::remove(entry.path(), problem);
    }
    for (const auto& entry : fs::directory_iterator(spool / "in", problem)) {
        const auto id = record::RequestId::fromText(entry.path().stem().string());
        if (!id || entry.path().extension() != ".ack") continue;
        const auto path = spool / "in" / (id->text() + ".answer");
        if (fs::exists(path)) continue;
        if (const auto served = agency.answer(*id); served.status == 200 && !served.drop)
            if (!writeFileAtomically(path, served.body)) std::cerr << "cannot write into " << spool << '\n';
    }
}

Status run(const Options& options) {
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &stops, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    const auto signing = PublicKey::fromText(options.signing), box = PublicKey::fromText(options.box);
    if (!signing || !box) return fail(base::kInvalidArgument, "--peer-signing and --peer-box are 64 hexadecimal digits");
    COTEJO_TRY_ASSIGN(const auto agency, agency::Agency::open(options.folder, {*signing, *box}));
    if (!options.spool.empty()) {
        std::cout << "serving " << options.spool.string() << std::endl;
        const timespec wait{0, 100'000'000};
        while (::sigtimedwait(&stops, nullptr, &wait) < 0) serveFolder(*agency, options.spool);
        return {};
    }
    try {
        const net::SecureServerSocket socket(net::SocketAddress("127.0.0.1", options.port), 64, context(options));
        net::HTTPServerParams::Ptr params(new net::HTTPServerParams);
        params->setKeepAlive(false);
        net::HTTPServer server(new Factory(*agency), socket, params);
        server.start();
        std::cout << "listening on " << socket.address().port() << std::endl;
        int signal = 0;
        ::sigwait(&stops, &signal);
        server.stopAll(true);
    } catch (const Poco::Exception& error) {
        return fail(base::kInternal, error.displayText());
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    if (!initCrypto()) return 1;
    Options options;
    CLI::App app{"A partner state that is none: the stand-in for tests and the demo.", "cotejo-agency"};
    app.require_subcommand(1);
    auto* make = app.add_subcommand("init", "Make keys, certificates and empty lists; prints what the other side needs");
    make->add_option("--folder", options.folder, "The agency's folder")->required();
    auto* serve = app.add_subcommand("run", "Answer until SIGTERM");
    serve->add_option("--folder", options.folder, "With profile.json (the agreement), lists.json and script.json")->required();
    serve->add_option("--port", options.port, "Port; 0 takes a free one and prints it");
    serve->add_option("--spool", options.spool, "Serve the folders out and in of this one instead of a port");
    serve->add_option("--peer-signing", options.signing, "The other side's signing key, hexadecimal")->required();
    serve->add_option("--peer-box", options.box, "The other side's box key, hexadecimal")->required();
    serve->add_option("--peer-authority", options.authority, "Authority of the other side's certificate, PEM");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const auto done = make->parsed() ? init(options) : run(options);
    if (done) return 0;
    std::cerr << "cotejo-agency: " << done.error().code << ": " << done.error().detail << '\n';
    return 1;
}
