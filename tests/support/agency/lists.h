#pragma once

#include <filesystem>

#include "core/partner/message.h"

namespace cotejo::agency {

/// Somebody on a list of the stand-in.
struct Person {
    std::string reference;
    record::Traveler person;
    record::EntryFacts facts;
    std::string reason;
    std::vector<partner::ChosenSample> samples;
};

/// lists.json of the agency's folder:
///   {"persons": [{"reference", "family_name", "given_names", "birth_date", "sex", "nationality", "document": {"type", "issuer", "number", "expiry"},
///                 "purpose", "grade", "reason", "images": [{"file", "mime", "modality", "position", "ppi", "width", "height"}]}],
///    "searched": [{"name", "size"}], "not_searched": ["..."]}
/// Images are named relative to the file.
struct Lists {
    std::vector<Person> persons;
    partner::AnsweredCoverage coverage;

    /// Errors: E_NOT_FOUND, E_MALFORMED.
    static Result<Lists> read(const std::filesystem::path& file, const std::string& country);
    /// Who has the same family name and birth date, or the same document.
    std::vector<const Person*> matching(const record::Traveler& asked) const;
    const Person* byReference(const std::string& reference) const;
};

}  // namespace cotejo::agency
