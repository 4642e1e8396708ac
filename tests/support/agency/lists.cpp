#include "tests/support/agency/lists.h"

#include <algorithm>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace cotejo::agency {
namespace {

template <class Enum>
Enum codeAt(const Json& object, const char* key, Enum otherwise) {
    return record::fromCode<Enum>(textAt(object, key).value_or("")).value_or(otherwise);
}

Result<partner::ChosenSample> imageOf(const Json& item, const std::filesystem::path& folder) {
    partner::ChosenSample sample;
    COTEJO_TRY_ASSIGN(sample.bytes, readFile(folder / textAt(item, "file").value_or("")));
    auto& capture = sample.capture;
    capture.id = *CaptureId::fromBytes(sha256(sample.bytes).bytes().first(16));
    capture.modality = codeAt(item, "modality", record::Modality::Face);
    capture.kind = record::CaptureKind::Reference;
    capture.position = codeAt(item, "position", record::FingerPosition::Unknown);
    capture.blob = sha256(sample.bytes);
    capture.mime = textAt(item, "mime").value_or("image/png");
    capture.width = static_cast<int>(integerAt(item, "width").value_or(0));
    capture.height = static_cast<int>(integerAt(item, "height").value_or(0));
    if (const auto ppi = numberAt(item, "ppi")) capture.ppi = {*ppi, record::PpiSource::Declared};
    return sample;
}

Result<Person> personOf(const Json& item, const std::filesystem::path& folder, const std::string& country) {
    Person each;
    each.reference = textAt(item, "reference").value_or("");
    if (each.reference.empty()) return fail(base::kMalformed, "a person of the list lacks \"reference\"");
    each.person.familyName = textAt(item, "family_name").value_or("");
    each.person.givenNames = textAt(item, "given_names").value_or("");
    each.person.birthDate = textAt(item, "birth_date").value_or("");
    each.person.sex = codeAt(item, "sex", record::Sex::Unspecified);
    each.person.nationality = textAt(item, "nationality").value_or("");
    if (item.contains("document")) {
        const auto& paper = item["document"];
        each.person.documents.push_back({textAt(paper, "type").value_or("P"), textAt(paper, "issuer").value_or(""), textAt(paper, "number").value_or(""),
                                         textAt(paper, "expiry").value_or(""), ""});
    }
    each.facts.purpose = codeAt(item, "purpose", record::EntryPurpose::Unspecified);
    each.facts.grade = codeAt(item, "grade", record::EvidenceGrade::Unknown);
    each.facts.issuerCountry = country;
    each.reason = textAt(item, "reason").value_or("");
    if (!item.contains("images")) return each;
    for (const auto& image : item["images"]) {
        COTEJO_TRY_ASSIGN(auto sample, imageOf(image, folder));
        each.samples.push_back(std::move(sample));
    }
    return each;
}

}  // namespace

Result<Lists> Lists::read(const std::filesystem::path& file, const std::string& country) {
    COTEJO_TRY_ASSIGN(const auto bytes, readFile(file));
    COTEJO_TRY_ASSIGN(const auto document, parseJson(textOf(bytes), file.string()));
    Lists lists;
    if (document.contains("persons")) {
        for (const auto& item : document["persons"]) {
            COTEJO_TRY_ASSIGN(auto person, personOf(item, file.parent_path(), country));
            lists.persons.push_back(std::move(person));
        }
    }
    if (document.contains("searched"))
        for (const auto& item : document["searched"])
            lists.coverage.searched.push_back({textAt(item, "name").value_or(""), integerAt(item, "size").value_or(0), fromMillis(1'790'000'000'000)});
    if (document.contains("not_searched"))
        for (const auto& item : document["not_searched"]) lists.coverage.notSearched.push_back(item.get<std::string>());
    return lists;
}

std::vector<const Person*> Lists::matching(const record::Traveler& asked) const {
    std::vector<const Person*> found;
    for (const auto& each : persons) {
        const bool named = !asked.familyName.empty() && asked.familyName == each.person.familyName && (asked.birthDate.empty() || asked.birthDate == each.person.birthDate);
        const bool papers = std::ranges::any_of(asked.documents, [&](const auto& one) {
            return std::ranges::any_of(each.person.documents, [&](const auto& other) { return one.issuer == other.issuer && one.number == other.number; });
        });
        if (named || papers) found.push_back(&each);
    }
    return found;
}

const Person* Lists::byReference(const std::string& reference) const {
    const auto found = std::ranges::find(persons, reference, &Person::reference);
    return found == persons.end() ? nullptr : &*found;
}

}  // namespace cotejo::agency
