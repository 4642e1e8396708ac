#include "app/server/partner/partner_commands.h"

#include "app/server/authority.h"
#include "app/server/partner/agreements.h"
#include "app/server/partner/carrier.h"
#include "app/server/partner/partner_keys.h"
#include "app/server/settings.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/partner/profile.h"

namespace cotejo::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kListed = 1000;
constexpr std::size_t kAuthorityFileCap = 64 * 1024;

struct PartnerCall {
    Signers signers;
    std::string id;
    std::string message;
    std::string file;
    std::string why;
};

Status showKeys(const fs::path& folder, const Answer& answer) {
    COTEJO_TRY_ASSIGN(const auto authority, Authority::open(folder));
    COTEJO_TRY_ASSIGN(const auto settings, readSettings(folder));
    COTEJO_TRY_ASSIGN(const auto keys, PartnerKeys::open(folder));
    COTEJO_TRY_ASSIGN(const auto client, clientCertificate(folder, authority, settings.organisation, SystemClock().now()));
    const auto signing = keys.signing().publicKey().text(), box = keys.box().publicKey().text();
    const auto pin = sync::fingerprintOf(authority.certificate()).text();
    answer({{"signing", signing}, {"box", box}, {"authority", pin}, {"authority_file", (folder / "ca.pem").string()}, {"certificate", client.string()}},
           "we sign with       " + signing + "\nseal to us with    " + box + "\nour certificate    " + client.string() + "\nits authority      " + pin + "  (" +
               (folder / "ca.pem").string() + ")\nRead these to the partner by telephone; nothing of them is secret.");
    return {};
}

Status load(RosterDesk& desk, const PartnerCall& call, const Answer& answer) {
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(call.file, partner::kProfileCap));
    const auto read = partner::readProfile(textOf(bytes));
    if (!read) return inFile(call.file, read.error());
    COTEJO_TRY_ASSIGN(const auto done, desk.enter(roster::SetPartner{partner::writeProfile(*read)}));
    tell(answer, done, "agreement " + read->id + " version " + std::to_string(read->version) + ", " + partner::hashOf(*read).text().substr(0, 16));
    return {};
}

Status pin(RosterDesk& desk, const fs::path& folder, const PartnerCall& call, const Answer& answer) {
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(call.file, kAuthorityFileCap));
    COTEJO_TRY_ASSIGN(const auto print, pinAuthority(folder, call.id, bytes));
    COTEJO_TRY_ASSIGN(const auto latest, desk.latest());
    const auto agreement = agreementNow(latest, call.id);
    const bool named = agreement && agreement->authority == print.text();
    answer({{"authority", print.text()}, {"named", named}},
           print.text() + (named ? "\nthe agreement names this authority" : "\nTHE AGREEMENT DOES NOT NAME THIS AUTHORITY: nothing is sent to " + call.id + " until it does"));
    return {};
}

std::string when(const std::optional<UtcTime>& time) { return time ? toIso(*time) : std::string(); }

Status status(RosterDesk& desk, const Answer& answer) {
    COTEJO_TRY_ASSIGN(const auto requests, desk.store().outbox(kListed));
    Json lines = Json::array();
    std::string plain;
    for (const auto& each : requests) {
        COTEJO_TRY_ASSIGN(const auto kept, desk.store().keptMessages(each.id));
        Json messages = Json::array();
        for (const auto& message : kept)
            messages.push_back({{"kind", nameOf(message.kind)}, {"message", message.message.text()}, {"code", message.code}, {"at", toIso(message.at)}});
        lines.push_back({{"request", each.id.text()}, {"case", each.of.text()}, {"state", nameOf(each.state)}, {"sendings", each.sendings}, {"sent", when(each.sentAt)},
                         {"acknowledged", when(each.acknowledgedAt)}, {"until", when(each.until)}, {"replied", each.replied}, {"next", toIso(each.next)}, {"problem", each.problem},
                         {"messages", messages}});
        plain += each.id.text() + "  case " + each.of.text().substr(0, 8) + "  " + std::string(nameOf(each.state)) + (each.sentAt ? "  sent " + toIso(*each.sentAt) : "") +
                 (each.replied ? "  answered" : "") + (each.problem.empty() ? "" : "  " + each.problem) + "\n";
        for (const auto& message : kept)
            if (message.kind == KeptMessage::Kind::Quarantined) plain += "    not believed: " + message.code + "  " + message.message.text() + "  " + toIso(message.at) + "\n";
    }
    answer({{"requests", lines}}, plain.empty() ? "nothing was ever authorised" : plain);
    return {};
}

/// What left as it was sealed in, what came as it came.
Status save(RosterDesk& desk, const PartnerCall& call, const Answer& answer) {
    const auto request = record::RequestId::fromText(call.id);
    const auto message = Hash::fromText(call.message);
    if (!request || !message) return fail(base::kInvalidArgument, "a request is 32 hexadecimal digits and a message 64, as 'partner status' lists them");
    COTEJO_TRY_ASSIGN(const auto kept, desk.store().keptMessage(*request, *message));
    const auto& bytes = kept.kind == KeptMessage::Kind::Quarantined ? kept.came : kept.opened;
    COTEJO_TRY(writeFileAtomically(call.file, bytes, 0600));
    answer({{"kind", nameOf(kept.kind)}, {"code", kept.code}, {"bytes", bytes.size()}}, std::string(nameOf(kept.kind)) + ", " + std::to_string(bytes.size()) + " bytes: " + call.file);
    return {};
}

}  // namespace

void addPartnerCommands(CLI::App& app, const AddCommand& add) {
    const auto call = std::make_shared<PartnerCall>();
    auto* partner = app.add_subcommand("partner", "Agreements with other states, and what is under way to them")->require_subcommand(1);
    add(*partner, "keys", "Our public keys and certificate, for the partners; made at first use", showKeys);
    const auto atDesk = [&](const char* name, const char* about, bool signs, std::function<Status(RosterDesk&, const fs::path&, const Answer&)> run) {
        auto* made = add(*partner, name, about, [call, signs, run](const fs::path& folder, const Answer& answer) -> Status {
            COTEJO_TRY_ASSIGN(const auto desk, RosterDesk::open(folder, call->signers, signs));
            return run(*desk, folder, answer);
        });
        if (signs) addSigners(*made, call->signers);
        return made;
    };
    atDesk("load", "Enter an agreement into the roster, or its next version; signed by two administrators", true,
           [call](RosterDesk& desk, const fs::path&, const Answer& answer) { return load(desk, *call, answer); })
        ->add_option("FILE", call->file, "The agreement, JSON")->required();
    auto* end = atDesk("end", "End an agreement: nothing is asked under it from now on", true, [call](RosterDesk& desk, const fs::path&, const Answer& answer) -> Status {
        COTEJO_TRY_ASSIGN(const auto done, desk.enter(roster::EndPartner{call->id, call->why}));
        tell(answer, done, "ended " + call->id);
        return {};
    });
    end->add_option("ID", call->id, "The agreement")->required();
    end->add_option("--why", call->why, "The reason")->required();
    auto* authority = atDesk("authority", "Store the certificate of a partner's authority, which the agreement names by its SHA-256", false,
                             [call](RosterDesk& desk, const fs::path& folder, const Answer& answer) { return pin(desk, folder, *call, answer); });
    authority->add_option("ID", call->id, "The agreement")->required();
    authority->add_option("PEM", call->file, "The certificate")->required();
    atDesk("status", "Requests under way, and what came and was not believed", false,
           [](RosterDesk& desk, const fs::path&, const Answer& answer) { return status(desk, answer); });
    auto* message = atDesk("message", "Save a message that 'status' lists: as it came, where it was not believed", false,
                           [call](RosterDesk& desk, const fs::path&, const Answer& answer) { return save(desk, *call, answer); });
    message->add_option("REQUEST", call->id, "Its request")->required();
    message->add_option("MESSAGE", call->message, "Its SHA-256")->required();
    message->add_option("FILE", call->file, "Where to")->required();
}

}  // namespace cotejo::server
