#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include "app/cli/cases/case_commands.h"
#include "app/cli/console.h"
#include "app/cli/cases/case_text.h"
#include "core/base/file.h"
#include "core/decide/errors.h"
#include "core/decide/refusal.h"
#include "core/exchange/pdf/pdf_pages.h"
#include "core/imaging/decode.h"

namespace cotejo::cli {
namespace {

using namespace record;

constexpr std::size_t kLinesOfAPage = 60;  // a printed page of text

bool isPlainText(ByteView bytes) {
    if (bytes.empty()) return false;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = bytes[i];
        if (lead < 0x20 && lead != '\n' && lead != '\r' && lead != '\t' && lead != '\f') return false;
        const std::size_t more = lead < 0x80 ? 0 : lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 4;
        if (more > 3 || bytes.size() - i <= more) return false;
        for (std::size_t j = 1; j <= more; ++j)
            if ((bytes[i + j] & 0xC0) != 0x80) return false;
        i += more + 1;
    }
    return true;
}

Error notDrawable(const Error& why) {
    auto error = decide::refusal(decide::kNotDrawable, {{"why", why.code}});
    error.detail += " " + why.detail;
    return error;
}

/// What kind of bytes it is, and how many pages. What could not be shown to whoever approves does not come into the dossier.
Status describe(DossierDocument& document, ByteView bytes) {
    document.pages = 1;
    if (exchange::looksLikePdf(bytes)) {
        document.mime = "application/pdf";
        const auto pages = exchange::countPdfPages(bytes);
        if (!pages) return tl::unexpected<Error>(notDrawable(pages.error()));
        document.pages = *pages;
    } else if (const auto header = imaging::readImageHeader(bytes)) {
        document.mime = imaging::mimeOf(header->format);
        if (const auto drawn = imaging::decodeImage(bytes); !drawn) return tl::unexpected<Error>(notDrawable(drawn.error()));
    } else if (isPlainText(bytes)) {
        document.mime = "text/plain; charset=utf-8";
    } else {
        document.mime = "application/octet-stream";  // refused by the rules: nobody could read it
    }
    return {};
}

Status addPaper(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(auto bytes, readFile(call.file));
    DossierDocument document;
    document.kind = call.kind;
    document.title = call.title.empty() ? std::filesystem::path(call.file).filename().string() : call.title;
    document.until = call.until;
    document.restricted = call.restricted;
    if (!call.until.empty() && (call.until.size() != 10 || !fromIso(call.until + "T00:00:00.000Z")))
        return fail(base::kInvalidArgument, "--until takes a day like 2026-12-14");
    COTEJO_TRY(describe(document, bytes));
    COTEJO_TRY(session.service.addDocument(session.id, std::move(document), std::move(bytes)));
    return {};
}

Status namePaper(Session& session, const CaseCall& call) {
    COTEJO_TRY_ASSIGN(const auto blob, documentOf(session, call.which));
    COTEJO_TRY(session.service.perform(session.id, NameDocument{blob, call.kind}));
    return {};
}

std::vector<std::string> terminalPages(const std::string& text) {
    std::vector<std::string> pages(1);
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size() - 1);
        if (lines++ == kLinesOfAPage) {
            pages.emplace_back();
            lines = 1;
        }
        pages.back() += text.substr(at, end + 1 - at);
        at = end + 1;
    }
    return pages;
}

/// Page after page; whoever reads at a terminal goes on by themselves. Whether all of it was shown.
bool showPages(const std::string& title, const std::vector<std::string>& pages) {
    const bool asks = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::cout << "-- " << harmless(title) << ", " << i + 1 << " of " << pages.size() << " --\n" << pages[i];
        if (pages[i].empty() || pages[i].back() != '\n') std::cout << '\n';
        std::cout << std::flush;
        if (!std::cout) return false;
        std::string line;
        if (asks && i + 1 < pages.size()) {
            std::cout << "-- Return for the next page, q to stop --" << std::flush;
            if (!std::getline(std::cin, line) || line == "q") return false;
        }
    }
    return true;
}

/// Only what can be shown here counts as opened: a text, page by page. Pictures and PDFs are read in the window.
Status readPaper(Session& session, const CaseCall& call, Console& console) {
    COTEJO_TRY_ASSIGN(const auto blob, documentOf(session, call.which));
    COTEJO_TRY_ASSIGN(const auto visible, session.reader.view(session.id));
    const auto& document = *std::ranges::find(visible.view.documents, blob, &DossierDocument::blob);
    if (!document.mime.starts_with("text/plain"))
        return tl::unexpected<Error>([&] {
            auto error = decide::refusal(decide::kNotRead, {{"count", "1"}, {"documents", document.title}, {"blobs", blob.text()}});
            error.detail = "a paper of this kind (" + document.mime + ") is read in the window, page by page: open the case in 'cotejo', Documents";
            return error;
        }());
    COTEJO_TRY_ASSIGN(const auto refused, session.service.refusals(session.id, OpenDocument{blob, document.pages}));
    if (!refused.empty()) return tl::unexpected<Error>(refused.front());
    COTEJO_TRY_ASSIGN(const auto bytes, session.reader.blob(session.id, blob));
    const auto text = harmless(textOf(bytes));
    if (!console.json && !showPages(document.title, terminalPages(text)))
        return fail(base::kCancelled, "the paper was not shown to its end, so it does not count as opened");
    if (console.json) {
        // The answer carries the whole text; it is recorded first, so that nothing is shown that is not known.
        COTEJO_TRY(session.service.perform(session.id, OpenDocument{blob, document.pages}));
        console.answer({{"document", blob.text()}, {"title", document.title}, {"kind", document.kind}, {"pages", document.pages}, {"text", text}}, "");
        return {};
    }
    COTEJO_TRY(session.service.perform(session.id, OpenDocument{blob, document.pages}));
    return {};
}

}  // namespace

void addPaperCommands(CaseCommands& commands) {
    const auto& call = commands.call;
    auto* adding = commands.act("add-document", "Add a paper to the dossier: PDF, picture or plain text", addPaper);
    adding->add_option("--file", call->file)->required();
    adding->add_option("--kind", call->kind, "What paper it is ('cotejo-cli rules show' lists them)")->required();
    adding->add_option("--title", call->title);
    adding->add_option("--until", call->until, "YYYY-MM-DD, for a paper with a term");
    adding->add_flag("--restricted", call->restricted, "For protection alone");
    auto* naming = commands.act("set-kind", "Say which paper a document is", namePaper);
    naming->add_option("--document", call->which, "Title, kind, or the first 8 digits of its hash")->required();
    naming->add_option("--kind", call->kind)->required();
    auto* waiving = commands.simple("waive", "Say why a paper does not apply", [](const CaseCall& with) { return WaivePaper{with.kind, with.reason}; });
    waiving->add_option("--kind", call->kind)->required();
    commands.withReason(waiving);
    commands.custom("open-document", "Read a text of the dossier here, page by page; other papers are read in the window", readPaper)
        ->add_option("--document", call->which, "Title, kind, or the first 8 digits of its hash")->required();
}

}  // namespace cotejo::cli
