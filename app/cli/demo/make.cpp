#include "app/cli/demo/make.h"

#include "app/cli/demo/flows.h"
#include "app/cli/demo/partner.h"
#include "app/cli/demo/posts.h"
#include "core/base/errors.h"
#include "core/decide/case_projection.h"
#include "core/decide/case_service.h"
#include "core/review/search_service.h"
#include "core/sync/sync_client.h"

namespace cotejo::cli::demo {
namespace {

Status enrolPost(const std::filesystem::path& folder, const std::string& post, const DemoServer& server, const std::string& code,
                 const Clock& clock) {
    COTEJO_TRY_ASSIGN(const auto desk, signIn(folder, post, "admin", clock));
    sync::EnrolOptions options;
    options.server = {server.host, server.port};
    options.code = code;
    options.authority = server.authority;
    return sync::enrol(*desk, options);
}

Status syncPost(const std::filesystem::path& folder, const std::string& post, const Clock& clock) {
    COTEJO_TRY_ASSIGN(const auto desk, signIn(folder, post, "admin", clock));
    decide::CaseProjection projection;
    COTEJO_TRY(sync::SyncClient(*desk, projection).run());
    return {};
}

Result<Search> makeSearch() {
    COTEJO_TRY_ASSIGN(auto thresholds, review::shippedThresholds());
    return Search([thresholds = std::move(thresholds)](access::Desk& desk, const CaseId& id) -> Status {
        review::SearchService engine(desk, thresholds);
        COTEJO_TRY(decide::CaseService(desk).search(id, engine));
        return {};
    });
}

}  // namespace

Status enrolDemo(const std::filesystem::path& folder, const DemoServer& server, const Clock& clock, const Say& say) {
    if (server.codes.size() < 2) return fail(base::kInvalidArgument, "two enrolment codes are needed, one for each post");
    say("two posts and their officers");
    COTEJO_TRY(makePosts(folder, clock));
    COTEJO_TRY(enrolPost(folder, kFirstPost, server, server.codes[0], clock));
    return enrolPost(folder, kSecondPost, server, server.codes[1], clock);
}

Status makeDemo(const std::filesystem::path& folder, const Clock& clock, const Say& say) {
    COTEJO_TRY_ASSIGN(const auto cast, readCast());
    COTEJO_TRY_ASSIGN(const auto search, makeSearch());
    for (const auto* post : {kFirstPost, kSecondPost, kFirstPost}) COTEJO_TRY(syncPost(folder, post, clock));
    say(std::to_string(cast.size()) + " travelers, their captures and their cases");
    COTEJO_TRY(playFirstPost(folder, cast, search, clock));
    for (const auto* post : {kFirstPost, kSecondPost}) COTEJO_TRY(syncPost(folder, post, clock));
    say("a case that two posts decide apart, and a repatriation for the supervisor");
    for (const auto* post : {kFirstPost, kSecondPost}) COTEJO_TRY(playConflict(folder, post, clock));
    COTEJO_TRY(playRepatriation(folder, clock));
    {
        // Somebody who asks, so that the administrator's page has what it is for.
        COTEJO_TRY_ASSIGN(const auto desk, signIn(folder, kSecondPost, "admin", clock));
        COTEJO_TRY(access::addOfficer(*desk, {"tamayo", "G. Tamayo", {{record::Role::Officer}}}, "demo nueva rio norte"));
    }
    for (const auto* post : {kFirstPost, kSecondPost, kFirstPost}) COTEJO_TRY(syncPost(folder, post, clock));
    return {};
}

Status askDemo(const std::filesystem::path& folder, const Clock& clock, const Say& say) {
    say("four requests to Utopía Norte, and its answers");
    return askPartner(folder, clock, [&](const std::string& post) { return syncPost(folder, post, clock); });
}

Status makeCrowd(const std::filesystem::path& folder, std::size_t cases, const Clock& clock, const Say& say) {
    COTEJO_TRY_ASSIGN(const auto cast, readCast());
    COTEJO_TRY(makePosts(folder, clock));
    COTEJO_TRY_ASSIGN(const auto desk, signIn(folder, kFirstPost, "salvatierra", clock));
    decide::CaseService service(*desk);
    const auto now = clock.now();
    const auto openOne = [&](store::Transaction& transaction, std::size_t i) -> Status {
        const auto& member = cast[i % cast.size()];
        record::OpenCase open;
        char number[32];
        std::snprintf(number, sizeof number, "PA-2026-%06zu", i + 1);
        open.number = number;
        open.priority = static_cast<record::Priority>(i % 3);
        open.reason = member.reason;
        open.legalBasis = "MUESTRA";
        open.traveler = member.traveler;
        open.traveler.id = TravelerId::random();
        open.traveler.documents.front().number = "L" + std::to_string(1'000'000 + i);
        open.deadline = now + std::chrono::minutes(i % 10'000);
        COTEJO_TRY(service.openWithin(transaction, std::move(open), {}));
        if ((i + 1) % 10'000 == 0) say(std::to_string(i + 1) + " cases");
        return {};
    };
    COTEJO_TRY(desk->store().writeMany(cases, 500, openOne));
    return {};
}

}  // namespace cotejo::cli::demo
