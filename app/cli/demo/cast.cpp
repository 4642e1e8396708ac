#include "app/cli/demo/cast.h"

#include <cstdlib>
#include <map>

#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/share.h"
#include "core/exchange/tables/csv.h"
#include "core/exchange/mrz/mrz.h"
#include "core/imaging/encode.h"
#include "core/match/finger/synthetic.h"
#include "core/record/name_key.h"

namespace cotejo::cli::demo {
namespace {

using Row = std::map<std::string, std::string>;

Result<std::vector<Row>> readRows(const char* name) {
    COTEJO_TRY_ASSIGN(const auto share, findShare());
    const auto file = share / "demo" / name;
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(file));
    COTEJO_TRY_ASSIGN(const auto table, exchange::readCsv(bytes));
    if (table.report.hasErrors()) return fail(base::kMalformed, file.string() + ": " + table.report.findings.front().detail);
    std::vector<Row> rows;
    for (const auto& cells : table.rows) {
        Row row;
        for (std::size_t i = 0; i < table.header.size(); ++i) row[table.header[i]] = cells.cells[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

template <class Enum>
Result<Enum> code(const Row& row, const char* column) {
    const auto value = record::fromCode<Enum>(row.at(column));
    if (!value) return fail(base::kMalformed, std::string("demo: column ") + column + " has no code " + row.at(column));
    return *value;
}

std::string padded(std::string text, std::size_t width) {
    text.resize(width, '<');
    return text;
}

/// A correct TD3 zone for the traveler's passport; for the reason "mrz_check_digit" with one digit read wrong.
std::string zoneOf(const record::Traveler& traveler, const record::Document& document, bool misread) {
    const auto mrzName = [](const std::string& text) {
        auto name = record::normaliseNameAsMrz(text);
        std::replace(name.begin(), name.end(), ' ', '<');
        return name;
    };
    const auto shortDate = [](const std::string& iso) {  // ICAO 9303-3, 4.7: what is unknown is filled
        return iso.empty() ? std::string("<<<<<<") : iso.substr(2, 2) + iso.substr(5, 2) + iso.substr(8, 2);
    };
    const auto checked = [](const std::string& field) { return field + exchange::mrzCheckDigit(field); };
    const auto first = padded("P<" + document.issuer + mrzName(traveler.familyName) + "<<" + mrzName(traveler.givenNames), 44);
    const auto number = checked(padded(document.number, 9));
    const auto birth = checked(shortDate(traveler.birthDate));
    const auto expiry = checked(shortDate(document.expiry));
    const std::string personal = "<<<<<<<<<<<<<<0";
    auto second = number + padded(traveler.nationality, 3) + birth + std::string(record::codeOf(traveler.sex)) + expiry + personal;
    second.push_back(exchange::mrzCheckDigit(number + birth + expiry + personal));
    if (misread) {
        const auto digit = number.find_first_of("0123456789");
        second[digit] = second[digit] == '9' ? '8' : static_cast<char>(second[digit] + 1);
    }
    return first + "\n" + second;
}

}  // namespace

std::uint64_t numberOf(const std::string& text) {
    const auto hash = sha256(text);
    return ByteReader(hash.bytes()).u64();
}

Result<std::vector<CastMember>> readCast() {
    COTEJO_TRY_ASSIGN(const auto rows, readRows("travelers.csv"));
    std::vector<CastMember> cast;
    for (const auto& row : rows) {
        CastMember member;
        auto& traveler = member.traveler;
        traveler.id = *TravelerId::fromBytes(sha256("traveler " + row.at("document_number")).bytes().first(16));
        traveler.familyName = row.at("family_name");
        traveler.givenNames = row.at("given_names");
        traveler.birthDate = row.at("birth_date");
        COTEJO_TRY_ASSIGN(traveler.sex, code<record::Sex>(row, "sex"));
        traveler.nationality = row.at("nationality");
        COTEJO_TRY_ASSIGN(member.reason, code<record::ReferralReason>(row, "reason"));
        COTEJO_TRY_ASSIGN(member.priority, code<record::Priority>(row, "priority"));
        record::Document document{row.at("document_type"), row.at("document_issuer"), row.at("document_number"),
                                  row.at("document_expiry"), ""};
        if (document.type == "P") document.mrz = zoneOf(traveler, document, member.reason == record::ReferralReason::MrzCheckDigit);
        traveler.documents.push_back(std::move(document));
        member.deadline = std::chrono::minutes(std::atoi(row.at("deadline_minutes").c_str()));
        member.portrait = std::atoi(row.at("portrait").c_str());
        member.fingers = std::atoi(row.at("fingers").c_str());
        member.flow = row.at("flow");
        cast.push_back(std::move(member));
    }
    return cast;
}

Result<std::vector<WantedPerson>> readWanted(UtcTime now) {
    COTEJO_TRY_ASSIGN(const auto rows, readRows("entries.csv"));
    std::vector<WantedPerson> wanted;
    for (const auto& row : rows) {
        WantedPerson person;
        auto& entry = person.entry;
        entry.id = *WatchlistEntryId::fromBytes(sha256("wanted " + row.at("name")).bytes().first(16));
        entry.gallery = row.at("gallery");
        entry.name = row.at("name");
        entry.issuer = row.at("issuer");
        entry.issuerCountry = row.at("issuer_country");
        entry.reason = row.at("reason");
        COTEJO_TRY_ASSIGN(entry.status, code<record::EntryStatus>(row, "status"));
        COTEJO_TRY_ASSIGN(entry.grade, code<record::EvidenceGrade>(row, "grade"));
        entry.reviewBy = now + std::chrono::days(90);
        entry.caveats = "MUESTRA: persona inventada.";
        person.fingers = std::atoi(row.at("fingers").c_str());
        person.owner = row.at("traveler").empty() ? entry.name : row.at("traveler");
        wanted.push_back(std::move(person));
    }
    return wanted;
}

Result<Bytes> portraitBytes(int number) {
    COTEJO_TRY_ASSIGN(const auto share, findShare());
    return readFile(share / "demo" / ("portrait-" + std::to_string(number) + ".jpg"));
}

Result<Bytes> fingerBytes(const std::string& owner, record::FingerPosition position, int impression) {
    const match::SyntheticFinger finger(numberOf(owner + "/" + std::string(record::codeOf(position))));
    const auto seed = numberOf(owner + "/" + std::to_string(impression)) + static_cast<std::uint64_t>(position);
    return imaging::encodePng(finger.impression(seed, match::everydayImpression(seed)), {500, record::PpiSource::Header});
}

std::vector<record::FingerPosition> fingersInOrder(int count) {
    using enum record::FingerPosition;
    std::vector<record::FingerPosition> order{RightIndex, LeftIndex, RightThumb, LeftThumb, RightMiddle,
                                              LeftMiddle, RightRing, LeftRing, RightLittle, LeftLittle};
    order.resize(std::min<std::size_t>(order.size(), static_cast<std::size_t>(std::max(count, 0))));
    return order;
}

}  // namespace cotejo::cli::demo
