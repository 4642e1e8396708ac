#include "tests/ui/partner_values.h"

#include <QBuffer>
#include <QImage>
#include <algorithm>

#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/decide/refusal.h"
#include "ui/bridge/text.h"
#include "ui/partner/partner_text.h"

namespace cotejo::ui_test {

using namespace std::chrono_literals;
using record::PartnerPurpose;
using record::PartnerReply;
using record::RequestState;

const OfficerId kAsks = OfficerId::random(), kSupervises = OfficerId::random(), kElsewhere = OfficerId::random();

namespace {

/// A picture of a few lines: what is in it does not matter, its bytes do.
Bytes pictureOf(int seed) {
    QImage image(64, 80, QImage::Format_Grayscale8);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) image.scanLine(y)[x] = uchar((x * (seed + 3) + y * 7) % 251);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.constData());
    return {data, data + bytes.size()};
}

record::Capture captureOf(int seed, record::Modality modality, record::CaptureKind kind, record::FingerPosition position) {
    record::Capture capture;
    capture.id = CaptureId::random();
    capture.modality = modality;
    capture.kind = kind;
    capture.position = position;
    capture.blob = sha256(pictureOf(seed));
    capture.mime = "image/png";
    capture.width = 64, capture.height = 80;
    if (modality == record::Modality::Finger) capture.ppi = {500, record::PpiSource::Header};
    capture.captured = kPartnerNow - std::chrono::minutes(25 - seed);
    return capture;
}

void build(partner_ui::InquiryFile& file, const partner::Profile& profile, record::RequestTerms& terms, partner::Packet& packet) {
    std::vector<partner::ChosenSample> chosen;
    for (std::size_t i = 0; i < file.file.view.captures.size(); ++i) {
        const auto& capture = file.file.view.captures[i];
        if (std::ranges::find(terms.samples, capture.id) != terms.samples.end()) chosen.push_back({capture, pictureOf(int(i))});
    }
    auto built = partner::buildPacket(profile, terms, file.file.view.traveler, chosen);
    if (!built) throw std::runtime_error(built.error().code + ": " + built.error().detail);
    packet = std::move(*built);
    terms.fields = packet.fields;
    terms.packet = packet.hash;
    terms.length = packet.bytes.size();
}

record::RequestTerms termsOf(const partner::Profile& profile, PartnerPurpose purpose, std::vector<CaptureId> samples) {
    record::RequestTerms terms;
    terms.id = record::RequestId::random();
    terms.profile = profile.id;
    terms.profileHash = partner::hashOf(profile);
    terms.partner = profile.partner;
    terms.country = profile.country;
    terms.legalBasis = profile.legalBasis;
    terms.purpose = purpose;
    terms.samples = std::move(samples);
    std::ranges::sort(terms.samples);
    terms.created = kPartnerNow - 5min;
    terms.expires = kPartnerNow + 8h;
    terms.bySupervisor = profile.purposes.at(purpose).bySupervisor;
    return terms;
}

bool isAt(RequestState state, std::initializer_list<RequestState> states) { return std::ranges::find(states, state) != states.end(); }

/// As the acts up to this state leave it.
record::PartnerRequest requestAt(RequestState state, std::optional<PartnerReply> reply, record::RequestTerms terms) {
    record::PartnerRequest request;
    request.terms = std::move(terms);
    request.state = state;
    request.draftedBy = kAsks;
    request.draftedAt = kPartnerNow - 5min;
    request.previewedBy = {kAsks};
    if (state == RequestState::Drafted) return request;
    if (state == RequestState::Cancelled) {
        request.reason = "E_HOLD";
        return request;
    }
    request.previewedBy.push_back(kSupervises);
    request.authorisedBy = kSupervises;
    request.authorisedAt = kPartnerNow - 4min;
    if (state == RequestState::Authorised) return request;
    request.sentAt = kPartnerNow - 3min;
    request.sendings = state == RequestState::Unanswered ? 2 : 1;
    if (state == RequestState::Sent) return request;
    request.acknowledgedAt = kPartnerNow - 3min;
    request.reply = reply;
    if (reply) {
        request.answeredAt = kPartnerNow - 1min;
        request.message = sha256(bytesOf("answer"));
    }
    if (reply == PartnerReply::Candidates) request.candidates = 2;
    if (reply == PartnerReply::NeedTime) request.until = kPartnerNow + 20h;
    if (reply == PartnerReply::Refused) request.reason = "E_NO_TRANSFER_BASIS";
    if (state == RequestState::Unanswered) request.quarantined = {sha256(bytesOf("not theirs"))};
    return request;
}

}  // namespace

partner::Profile agreement(int days) {
    partner::Profile profile;
    profile.id = "UTN-CF-02";
    profile.version = 3;
    profile.partner = "Utopía Norte";
    profile.country = "UTN";
    profile.contact = "Oficina de enlace, +00 555 0102";
    profile.agreement = "Fronteras 2024/11, art. 6";
    profile.legalBasis = "Ley de fronteras de UTO, art. 12";
    profile.transferBasis = "Decisión de adecuación 12/2023";
    profile.validFrom = kPartnerNow - std::chrono::hours(24 * 300);
    profile.validUntil = kPartnerNow + std::chrono::hours(24 * days);
    profile.address = "utn.example:8443";
    profile.authority = std::string(64, 'a');
    profile.caveat = {{"es", "Sin cesión a terceros. Solo frontera. Destruir a los 30 días."}, {"en", "No onward transfer. Border control only. Destroy after 30 days."}};
    profile.theirRetentionDays = 30;
    partner::PartnerKey key;
    key.from = profile.validFrom;
    key.until = profile.validUntil;
    profile.keys = {key};
    partner::PurposeRule inquiry;
    inquiry.fields = {record::PartnerField::FamilyName, record::PartnerField::GivenNames, record::PartnerField::BirthDate, record::PartnerField::Sex,
                      record::PartnerField::Document,   record::PartnerField::Faces,      record::PartnerField::Fingers};
    inquiry.faces = 2;
    inquiry.fingers = {record::FingerPosition::RightThumb, record::FingerPosition::RightIndex, record::FingerPosition::LeftIndex};
    inquiry.candidates = 5;
    profile.purposes[PartnerPurpose::BorderInquiry] = inquiry;
    partner::PurposeRule nationality;
    nationality.fields = {record::PartnerField::FamilyName, record::PartnerField::GivenNames, record::PartnerField::BirthDate, record::PartnerField::Document};
    nationality.clock = std::chrono::hours(72);
    profile.purposes[PartnerPurpose::Nationality] = nationality;
    partner::PurposeRule notices = nationality;
    notices.direction = partner::Direction::Answer;
    profile.purposes[PartnerPurpose::Confirmation] = notices;
    return profile;
}

bridge::CaseFile askedCase(const OfficerId& officer, std::initializer_list<record::Role> roles, bool onHold) {
    bridge::CaseFile file;
    file.now = kPartnerNow;
    file.officer.id = officer;
    for (const auto role : roles) file.officer.grants.push_back({role, UtcTime::max()});
    file.names = {{kAsks, QStringLiteral("N. Iriarte")}, {kSupervises, QStringLiteral("R. Quintanar")}};
    file.onHold = onHold;
    auto& view = file.view;
    view.id = CaseId::random();
    view.number = "PA-2026-004431";
    view.state = record::CaseState::IdentityResolved;
    view.traveler.familyName = "Marchetti-Rojo";
    view.traveler.givenNames = "Elio";
    view.traveler.birthDate = "1979-05-30";
    view.traveler.sex = record::Sex::Male;
    view.traveler.nationality = "UTO";
    view.traveler.documents.push_back({"P", "UTO", "K2209317", "2031-04-02", ""});
    using record::CaptureKind, record::FingerPosition, record::Modality;
    int seed = 0;
    for (const auto kind : {CaptureKind::Live, CaptureKind::Live, CaptureKind::Document}) view.captures.push_back(captureOf(seed++, Modality::Face, kind, FingerPosition::Unknown));
    for (const auto& [position, code] : record::codes<FingerPosition>)
        if (position != FingerPosition::Unknown && view.captures.size() < 13) view.captures.push_back(captureOf(seed++, Modality::Finger, CaptureKind::Live, position));
    return file;
}

partner_ui::InquiryFile draftOf(bridge::CaseFile caseFile, const partner::Profile& profile, const std::optional<std::vector<CaptureId>>& samples) {
    partner_ui::InquiryFile file;
    file.file = std::move(caseFile);
    file.profiles = {profile};
    file.choice.profile = profile.id;
    file.choice.samples = samples;
    const auto& rule = profile.purposes.at(file.choice.purpose);
    partner::Preview preview;
    preview.terms = termsOf(profile, file.choice.purpose, samples ? *samples : partner::chooseSamples(rule, file.file.view));
    build(file, profile, preview.terms, preview.packet);
    record::PartnerRequest drafted;
    drafted.terms = preview.terms;
    preview.needsSupervisor = decide::needsSupervisor(file.file.view, drafted);
    file.needsSupervisor = preview.needsSupervisor;
    file.preview = std::move(preview);
    file.mayDraft = true;
    file.supervisors = {QStringLiteral("L. Abascal"), QStringLiteral("R. Quintanar")};
    if (file.file.onHold) file.authoriseRefused = {decide::refusal(decide::kOnHold)};
    return file;
}

partner_ui::InquiryFile requestOf(RequestState state, std::optional<PartnerReply> reply, const OfficerId& reader, std::initializer_list<record::Role> roles) {
    auto file = draftOf(askedCase(reader, roles), agreement());
    auto request = requestAt(state, reply, file.preview->terms);
    const bool supervises = file.file.officer.holds(record::Role::Supervisor, kPartnerNow);
    file.packet = file.preview->packet;
    file.preview.reset();
    file.mayDraft = false;
    file.shown = request.terms.id;
    if (reader == kSupervises && std::ranges::find(request.previewedBy, reader) == request.previewedBy.end()) request.previewedBy.push_back(reader);
    file.authoriseRefused.clear();
    if (state == RequestState::Drafted && !supervises) file.authoriseRefused = {decide::refusal(decide::kRole)};
    if (state == RequestState::Drafted && supervises) file.authoriseRefused = reader == kAsks ? std::vector<Error>{decide::refusal(decide::kFourEyes)} : std::vector<Error>{decide::refusal(decide::kNoReason)};
    file.mayCancel = isAt(state, {RequestState::Drafted, RequestState::Authorised});
    file.mayClose = isAt(state, {RequestState::Answered, RequestState::Refused, RequestState::Unanswered});
    if (reply == PartnerReply::NoCandidate || reply == PartnerReply::Candidates) {
        partner::Answer answer;
        answer.request = request.terms.id;
        answer.reply = *reply;
        answer.coverage.searched = {{"Personas buscadas", 48210, kPartnerNow - 2h}, {"Denegaciones de entrada", 1204, kPartnerNow - 26h}};
        answer.coverage.notSearched = {"Registro civil"};
        file.answer = std::move(answer);
    }
    file.file.view.partnerRequests.push_back(std::move(request));
    return file;
}

partner_ui::PartnersFile partnersOf(const OfficerId& reader) {
    partner_ui::PartnersFile file;
    file.now = kPartnerNow;
    auto lasting = agreement(700);
    lasting.id = "UTS-CF-01";
    lasting.partner = "Utopía Sur";
    file.profiles = {lasting, agreement(45)};
    const auto add = [&](RequestState state, std::optional<PartnerReply> reply, const char* family, const char* number, const partner::Profile& profile) {
        auto inquiry = requestOf(state, reply, reader, {record::Role::Officer});
        partner_ui::ListedInquiry listed;
        listed.listed.caseId = inquiry.file.view.id;
        listed.listed.caseNumber = number;
        listed.listed.traveler = inquiry.file.view.traveler;
        listed.listed.traveler.familyName = family;
        listed.listed.request = *inquiry.request();
        listed.listed.request.terms.partner = profile.partner;
        listed.listed.request.terms.profile = profile.id;
        listed.needsSupervisor = true;
        listed.waitsForMe = state == RequestState::Answered && reader == kAsks;
        listed.draftedBy = QStringLiteral("N. Iriarte");
        if (listed.listed.request.authorisedBy) listed.authorisedBy = QStringLiteral("R. Quintanar");
        listed.samples = partner_ui::samplesOf(listed.listed.request.terms, inquiry.file.view.captures);
        file.requests.push_back(std::move(listed));
    };
    add(RequestState::Drafted, {}, "Marchetti-Rojo", "PA-2026-004431", file.profiles[1]);
    add(RequestState::Acknowledged, {}, "Oyelaran", "PA-2026-004408", file.profiles[1]);
    add(RequestState::Answered, PartnerReply::Candidates, "Vasquez", "PA-2026-004377", file.profiles[0]);
    add(RequestState::Unanswered, {}, "Eriksson", "PA-2026-004301", file.profiles[1]);
    add(RequestState::Closed, PartnerReply::NoCandidate, "Abadi", "PA-2026-004188", file.profiles[0]);
    add(RequestState::Cancelled, {}, "Nakamura", "PA-2026-004102", file.profiles[0]);
    return file;
}

}  // namespace cotejo::ui_test
