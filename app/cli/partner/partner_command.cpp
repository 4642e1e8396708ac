#include <algorithm>

#include "app/cli/codes.h"
#include "app/cli/console.h"
#include "app/cli/partner/partner_text.h"
#include "app/cli/post_options.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/decide/case_door.h"
#include "core/partner/errors.h"
#include "core/partner/request_service.h"
#include "core/sync/roster_client.h"

/// `cotejo-cli partner`: what the organisation asks other states, and what it told them.
namespace cotejo::cli {
namespace {

struct PartnerCall {
    PostOptions post;
    std::string number, request, profile, purpose, entry, reason, language = "en", output, file;
    std::vector<std::string> samples;
};
using Call = std::shared_ptr<PartnerCall>;
using partner::RequestService;

struct PartnerSession {
    explicit PartnerSession(std::unique_ptr<access::Desk> signedIn) : desk(std::move(signedIn)), service(*desk), door(*desk, "cli") {}
    std::unique_ptr<access::Desk> desk;
    RequestService service;
    decide::CaseDoor door;
};

Result<std::unique_ptr<PartnerSession>> begin(const PartnerCall& call) {
    COTEJO_TRY_ASSIGN(auto desk, call.post.signIn());
    return std::make_unique<PartnerSession>(std::move(desk));
}

/// The request that the first 8 digits of its identifier name, with its case.
Result<partner::ListedRequest> requestOf(PartnerSession& session, const std::string& which) {
    COTEJO_TRY_ASSIGN(const auto all, session.service.requests());
    std::vector<partner::ListedRequest> found;
    for (const auto& each : all)
        if (which.size() >= 8 && each.request.terms.id.text().starts_with(which)) found.push_back(each);
    if (found.size() == 1) return found.front();
    return fail(base::kInvalidArgument, "--request: " + which + (found.empty() ? " is no request of a case that you see" : " names several requests") + "; 'partner status' lists them, eight digits or more name one");
}

Status profiles(const PartnerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    COTEJO_TRY_ASSIGN(const auto all, session->service.profiles());
    Json document = Json::array();
    std::string plain = all.empty() ? "The organisation has no agreement with a partner.\n" : "";
    const auto now = session->desk->clock().now();
    for (const auto& each : all) {
        document.push_back(Json::parse(partner::writeProfile(each)));
        plain += each.id + "  " + each.partner + (partner::inForce(each, now) ? "" : "  NOT IN FORCE") + "\n";
        for (const auto& line : partner::inWords(each, call.language)) plain += "  " + line + "\n";
    }
    console.answer({{"profiles", document}}, plain);
    return {};
}

Result<partner::Preview> previewOf(PartnerSession& session, const PartnerCall& call, CaseId& id) {
    COTEJO_TRY_ASSIGN(id, session.door.find(call.number));
    COTEJO_TRY_ASSIGN(const auto purpose, readCode<record::PartnerPurpose>(call.purpose, "--purpose"));
    COTEJO_TRY_ASSIGN(const auto visible, session.door.view(id));
    std::optional<std::vector<CaptureId>> samples;
    if (!call.samples.empty()) samples.emplace();
    for (const auto& which : call.samples) {
        const auto found = std::ranges::find_if(visible.view.captures, [&](const auto& each) { return which.size() >= 8 && each.id.text().starts_with(which); });
        if (found == visible.view.captures.end()) return fail(base::kInvalidArgument, "--sample: the case shows you no sample " + which + " (its identifier, eight digits or more)");
        samples->push_back(found->id);
    }
    std::optional<WatchlistEntryId> entry;
    if (!call.entry.empty()) {
        for (const auto& each : visible.view.identifications)
            if (call.entry.size() >= 8 && each.entry.text().starts_with(call.entry)) entry = each.entry;
        if (!entry) return fail(base::kInvalidArgument, "--entry: the person is not identified as " + call.entry);
    }
    return session.service.preview(id, call.profile, purpose, samples, entry);
}

Status writeBytes(const PartnerCall& call, const partner::Packet& packet) {
    if (call.output.empty()) return {};
    return writeFileAtomically(call.output, packet.bytes);
}

Status preview(const PartnerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    CaseId id;
    COTEJO_TRY_ASSIGN(const auto seen, previewOf(*session, call, id));
    COTEJO_TRY(writeBytes(call, seen.packet));
    console.answer(previewJson(seen), previewText(seen));
    return {};
}

Status draft(const PartnerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    CaseId id;
    COTEJO_TRY_ASSIGN(const auto seen, previewOf(*session, call, id));
    COTEJO_TRY(session->service.draft(id, seen));
    console.answer(previewJson(seen), previewText(seen) + "drafted: " + seen.terms.id.text() + "\n");
    return {};
}

Status open(const PartnerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    COTEJO_TRY_ASSIGN(const auto listed, requestOf(*session, call.request));
    partner::Preview seen;
    seen.terms = listed.request.terms;
    COTEJO_TRY_ASSIGN(seen.packet, session->service.open(listed.caseId, seen.terms.id));
    COTEJO_TRY(writeBytes(call, seen.packet));
    console.answer(previewJson(seen), previewText(seen));
    return {};
}

/// An act on a request, then how it stands.
template <class Act>
Status perform(const PartnerCall& call, Console& console, Act act) {
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    COTEJO_TRY_ASSIGN(auto listed, requestOf(*session, call.request));
    COTEJO_TRY(act(*session, listed));
    COTEJO_TRY_ASSIGN(listed, requestOf(*session, listed.request.terms.id.text()));
    console.answer(requestJson(listed), requestText(listed));
    return {};
}

Status status(const PartnerCall& call, Console& console, bool sentOnly) {
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    COTEJO_TRY_ASSIGN(const auto all, session->service.requests(sentOnly));
    Json document = Json::array();
    std::string plain;
    for (const auto& each : all) {
        if (!call.number.empty() && each.caseNumber != call.number) continue;
        document.push_back(requestJson(each));
        plain += requestText(each);
    }
    if (plain.empty()) plain = sentOnly ? "Nothing was given to a partner, as far as you may see.\n" : "No request to a partner, as far as you may see.\n";
    console.answer({{sentOnly ? "disclosures" : "requests", document}}, plain);
    return {};
}

Status answer(const PartnerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    COTEJO_TRY_ASSIGN(const auto listed, requestOf(*session, call.request));
    COTEJO_TRY_ASSIGN(const auto read, session->service.answer(listed.caseId, listed.request.terms.id));
    console.answer(answerJson(read), answerText(read));
    return {};
}

Status load(const PartnerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto text, readFile(call.file));
    COTEJO_TRY_ASSIGN(const auto agreement, partner::readProfile(textOf(text)));
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    COTEJO_TRY_ASSIGN(const auto done, sync::propose(*session->desk, roster::SetPartner{partner::writeProfile(agreement)}, std::chrono::seconds(30)));
    std::string plain;
    for (const auto& line : partner::inWords(agreement, call.language)) plain += line + "\n";
    console.answer({{"entered", done.entered}, {"version", done.version}, {"profile", agreement.id}, {"hash", partner::hashOf(agreement).text()}},
                   plain + (done.entered ? "entered\n" : "waits for the signature of a second administrator ('officer sign')\n"));
    return {};
}

Status end(const PartnerCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto session, begin(call));
    COTEJO_TRY_ASSIGN(const auto done, sync::propose(*session->desk, roster::EndPartner{call.profile, call.reason}, std::chrono::seconds(30)));
    console.answer({{"entered", done.entered}, {"version", done.version}}, done.entered ? "ended\n" : "waits for the signature of a second administrator ('officer sign')\n");
    return {};
}

}  // namespace

void addPartnerCommand(CLI::App& root, Console& console) {
    auto call = std::make_shared<PartnerCall>();
    auto* group = root.add_subcommand("partner", "Requests to a partner state: what leaves, who allowed it, what came back");
    group->require_subcommand(1);
    group->fallthrough();
    call->post.addTo(*group);
    const auto command = [&, group](const char* name, const char* help, auto work) {
        auto* made = group->add_subcommand(name, help);
        made->callback([=, &console] {
            if (const auto done = work(*call, console); !done) console.report(done.error());
        });
        return made;
    };
    const auto about = [&](CLI::App* made) {
        made->add_option("--case", call->number, "Number of the case")->required();
        made->add_option("--profile", call->profile, "Agreement, e.g. UTN-CF-02")->required();
        made->add_option("--purpose", call->purpose, "border_inquiry, confirmation, nationality, pre_removal or correction")->required();
        made->add_option("--sample", call->samples, "Samples to send, by the first digits of their identifiers; default: those that the agreement asks for, the best");
        made->add_option("--entry", call->entry, "Confirmation: the identified entry it is about");
        made->add_option("--output", call->output, "Write the exact bytes here; personal data in clear");
        return made;
    };
    const auto one = [&](CLI::App* made) {
        made->add_option("--request", call->request, "Identifier of the request, eight digits or more")->required();
        return made;
    };
    command("profiles", "Agreements with partners, in words", profiles)->add_option("--lang", call->language, "es or en");
    about(command("preview", "What would leave, byte for byte; writes nothing", preview));
    about(command("draft", "Draft a request as it is previewed now", draft));
    one(command("open", "What a drafted request would send, shown to you", open))->add_option("--output", call->output, "Write the exact bytes here; personal data in clear");
    one(command("authorise", "Authorise a request that you had before you", [](const PartnerCall& with, Console& to) {
        return perform(with, to, [&](PartnerSession& session, const partner::ListedRequest& listed) -> Status {
            COTEJO_TRY(session.service.authorise(listed.caseId, listed.request.terms.id, with.reason));
            return {};
        });
    }))->add_option("--reason", call->reason, "Why");
    one(command("cancel", "Cancel a request that was not sent", [](const PartnerCall& with, Console& to) {
        return perform(with, to, [&](PartnerSession& session, const partner::ListedRequest& listed) -> Status {
            COTEJO_TRY(session.service.cancel(listed.caseId, listed.request.terms.id, with.reason));
            return {};
        });
    }))->add_option("--reason", call->reason, "Why")->required();
    one(command("close", "Close a request once its end was read", [](const PartnerCall& with, Console& to) {
        return perform(with, to, [&](PartnerSession& session, const partner::ListedRequest& listed) -> Status {
            COTEJO_TRY(session.service.close(listed.caseId, listed.request.terms.id, with.reason));
            return {};
        });
    }))->add_option("--reason", call->reason, "Why")->required();
    one(command("answer", "What the partner answered", answer));
    command("status", "Requests and how far they are", [](const PartnerCall& with, Console& to) { return status(with, to, false); })
        ->add_option("--case", call->number, "Of one case");
    command("disclosures", "What was given to partners: when, what, to whom, on what basis, who authorised, what came back",
            [](const PartnerCall& with, Console& to) { return status(with, to, true); })
        ->add_option("--case", call->number, "Of one case");
    auto* loading = command("load", "Propose an agreement (administrators; two sign)", load);
    loading->add_option("file", call->file, "The agreement, JSON")->required()->check(CLI::ExistingFile);
    loading->add_option("--lang", call->language, "es or en");
    auto* ending = command("end", "End an agreement (administrators)", end);
    ending->add_option("profile", call->profile, "Agreement")->required();
    ending->add_option("--reason", call->reason, "Why")->required();
}

}  // namespace cotejo::cli
