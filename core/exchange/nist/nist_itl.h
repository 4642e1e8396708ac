#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/exchange/report.h"

/// ANSI/NIST-ITL, traditional encoding, versions 0200 (1993) to 0502 (2015).
namespace cotejo::exchange {

inline constexpr std::size_t kMaxNistRecords = 10'000;

/// One tagged field, "14.013:...". The value keeps every byte, separators of subfields (RS) and items (US)
/// included.
struct NistField {
    std::string tag;  ///< as written: "1.01" and "1.001" both occur
    int number = 0;   ///< 13 for "14.013"
    Bytes value;

    std::string_view text() const { return textOf(value); }
    /// Subfields of items; at least one of each.
    std::vector<std::vector<std::string_view>> subfields() const;
};

/// Fixed header of the binary records, types 3 to 8.
struct NistBinaryHeader {
    int idc = 0;
    int impression = 0;          ///< IMP; types 3 to 7
    std::vector<int> positions;  ///< FGP without the 255 that mean "none"; types 3 to 7
    int scanResolution = 0;      ///< ISR: 0 as transmitted (1.012), 1 as scanned (1.011)
    int width = 0;               ///< HLL
    int height = 0;              ///< VLL
    int compression = 0;         ///< GCA or BCA; types 3 to 7
    int signatureType = 0;       ///< SIG, SRT: type 8
    int signatureForm = 0;
};

/// One logical record. Untouched records are written back byte for byte.
struct NistRecord {
    int type = 0;
    std::size_t index = 0;                   ///< 1 for the Type-1 record
    std::size_t offset = 0;                  ///< of its first byte in the file
    std::vector<NistField> fields;           ///< tagged types
    std::optional<NistBinaryHeader> binary;  ///< types 3 to 8 whose header is complete
    Bytes image;                             ///< binary types: the bytes after the header
    Bytes original;        ///< exactly as read, separators included, of binary types what stands before `image`; empty for a
                           ///< record made here or changed
    bool complete = true;  ///< false when the file ends inside the record

    const NistField* field(int number) const;
    /// "" where the field is missing.
    std::string_view text(int number) const;
    std::optional<int> number(int fieldNumber) const;
    /// Sets or adds a field in order of numbers; the record is then written anew, LEN included.
    void set(int number, ByteView value);
    void set(int number, std::string_view value) { set(number, viewOf(value)); }
    /// IDC as a number; nothing for Type-1 or where it is not written.
    std::optional<int> idc() const;
    /// "Type-14 IDC 03 (record 5)".
    std::string name() const;
};

/// A parsed transaction. `report` has what the parser itself met; validateNistItl adds the rules of the
/// standard.
struct NistFile {
    std::vector<NistRecord> records;  ///< Type-1 first
    Bytes trailing;                   ///< bytes after the last record that could be told apart
    ValidationReport report;

    const NistRecord& header() const { return records.front(); }
    std::string version() const { return std::string(header().text(2)); }
};

/// True when the bytes begin like a Type-1 record.
bool looksLikeNistItl(ByteView bytes);

/// Lenient parse: whatever can be told apart is kept, damage becomes findings with record and byte. A file
/// cut anywhere gives a finding of severity Error. Errors: E_MALFORMED when there is no Type-1 record at all,
/// E_TOO_LARGE above 512 MiB or 10,000 records.
Result<NistFile> readNistItl(ByteView bytes);

/// The rules: LEN, CNT, IDC, mandatory fields, allowed codes, image sizes against the image's own header,
/// xx.996 hashes.
ValidationReport validateNistItl(const NistFile& file);

/// The bytes of the transaction. Untouched records come out as they came in; changed and new ones are
/// composed with LEN; CNT of a changed file is composed anew. Errors: E_EXCHANGE_CANNOT_EXPRESS naming the
/// record.
Result<Bytes> writeNistItl(const NistFile& file);

/// As writeNistItl, but every tagged or binary record is composed from its parsed fields, LEN and CNT
/// included.
Result<Bytes> rewriteNistItl(const NistFile& file);

/// A new, empty transaction of version 0502. `tot` is 1.004; date is "YYYYMMDD"; the agencies are 1.007
/// and 1.008.
NistFile makeNistItl(std::string_view tot, std::string_view date, std::string_view destination,
                     std::string_view originator, std::string_view controlNumber);
/// Adds a record with IDC; `type` is one of 2, 4, 9, 10, 14. Type-4 takes its header in `binary` and its
/// pixels in `image`.
NistRecord& addNistRecord(NistFile& file, int type, int idc);

}  // namespace cotejo::exchange
