#include "app/cli/cases/case_commands.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/decide/export_service.h"

namespace cotejo::cli {
namespace {

/// The act is in the journal before a byte is written: what the journal names may be missing outside, never the other way round.
Status sendOut(Session& session, const CaseCall& call, Console& console) {
    decide::Departure departure;
    if (call.original == !call.format.empty() && !(call.original && call.format == "original"))
        return fail(base::kInvalidArgument, "say in which format (--as), or that the files go out as they came in (--original)");
    COTEJO_TRY_ASSIGN(departure.format, readCode<exchange::CaseFormat>(call.original ? "original" : call.format, "--as"));
    departure.recipient = call.recipient;
    departure.recipientCountry = call.country;
    departure.originator = call.originator;
    COTEJO_TRY_ASSIGN(const auto content, decide::exportCase(*session.desk, session.id, departure));
    Json files = Json::array();
    std::string plain;
    for (const auto& file : content.files) {
        COTEJO_TRY(writeFileAtomically(std::filesystem::path(call.folder) / file.name, file.bytes));
        files.push_back({{"name", file.name}, {"bytes", file.bytes.size()}, {"sha256", sha256(file.bytes).text()}});
        plain += file.name + "\t" + std::to_string(file.bytes.size()) + " bytes\n";
    }
    for (const auto& each : content.left) plain += "left out: " + each + "\n";
    console.answer({{"output", call.folder}, {"files", files}, {"left", content.left}, {"recipient", call.recipient}}, plain);
    return {};
}

}  // namespace

void addExportCommand(CaseCommands& commands) {
    const auto& call = commands.call;
    auto* sending = commands.custom("export", "Write the traveler's data and samples for another organisation; recorded with its hash", sendOut);
    sending->add_option("--as", call->format, "nist_itl, osia, minutiae, finger_images, images or original");
    sending->add_flag("--original", call->original, "The files that the case came in, byte for byte");
    sending->add_option("--recipient", call->recipient, "Organisation that receives it")->required();
    sending->add_option("--country", call->country, "ICAO code of its country");
    sending->add_option("--originator", call->originator, "Who sends, as the recipient knows us (ANSI/NIST-ITL); default: the post");
    sending->add_option("--output", call->folder, "Folder; personal data in clear")->required()->check(CLI::ExistingDirectory);
}

}  // namespace cotejo::cli
