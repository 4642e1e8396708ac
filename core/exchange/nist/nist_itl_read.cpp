#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/nist/nist_detail.h"
#include "core/exchange/nist/nist_itl.h"

namespace cotejo::exchange {

namespace nist {

std::optional<Tag> tagAt(std::string_view text) {
    const auto digits = [&](std::size_t from, std::size_t most) {
        std::size_t count = 0;
        while (count < most && from + count < text.size() && text[from + count] >= '0' &&
               text[from + count] <= '9')
            ++count;
        return count;
    };
    const std::size_t type = digits(0, 2);
    if (type == 0 || type >= text.size() || text[type] != '.') return std::nullopt;
    const std::size_t number = digits(type + 1, 9);
    const std::size_t colon = type + 1 + number;
    if (number == 0 || colon >= text.size() || text[colon] != ':') return std::nullopt;
    return Tag{*wholeNumber(text.substr(0, type)), *wholeNumber(text.substr(type + 1, number)), colon + 1};
}

std::string fieldName(int type, int number) {
    const std::string digits = std::to_string(number);
    return std::to_string(type) + "." + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

}  // namespace nist

namespace {

using namespace nist;

constexpr std::size_t kMaxFields = 500'000;
constexpr std::size_t kMaxBytes = 512u << 20;

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

class Parser {
  public:
    explicit Parser(ByteView bytes) : m_bytes(bytes), m_text(textOf(bytes)) {}
    Result<NistFile> parse();

  private:
    void readHeaderRecord();
    void readRecords(const std::vector<int>& types);
    void readOne(int expected);
    void readTagged(int type);
    void readBinary(int type);
    std::size_t taggedLength(NistRecord& record);
    void splitFields(NistRecord& record, std::string_view body);
    std::vector<int> contents();
    bool startsRecord(std::size_t at) const;
    void finish(NistRecord record, std::size_t length);
    void note(Severity severity, const NistRecord& record, int field, const char* rule, std::string detail) {
        m_file.report.add({severity,
                           record.name(),
                           field > 0 ? fieldName(record.type, field) : "",
                           rule,
                           std::move(detail),
                           {}});
    }
    NistRecord begin(int type) const {
        NistRecord record;
        record.type = type;
        record.index = m_file.records.size() + 1;
        record.offset = m_at;
        return record;
    }

    ByteView m_bytes;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_fields = 0;
    NistFile m_file;
};

void Parser::finish(NistRecord record, std::size_t length) {
    // A binary record's image is kept once, behind its header: large files are mostly images.
    const ByteView kept = m_bytes.subspan(m_at, length - record.image.size());
    record.original.assign(kept.begin(), kept.end());
    m_file.records.push_back(std::move(record));
    m_at += length;
}

bool Parser::startsRecord(std::size_t at) const {
    if (at == m_bytes.size()) return true;
    const auto tag = tagAt(m_text.substr(at, 16));
    return tag && tag->number == 1;
}

// Where the record that begins here ends: by LEN if a separator stands there, otherwise by looking for one.
std::size_t Parser::taggedLength(NistRecord& record) {
    const std::size_t left = m_bytes.size() - m_at;
    const std::string_view rest = m_text.substr(m_at);
    const auto tag = tagAt(rest.substr(0, 16));
    const std::string_view digits =
        rest.substr(tag->length, rest.substr(tag->length, 12).find_first_of("\x1c\x1d\x1e\x1f"));
    const auto declared = tag->number == 1 ? wholeNumber(digits) : std::nullopt;
    const std::size_t length = declared ? static_cast<std::size_t>(*declared) : 0;
    if (length > tag->length && length <= left && rest[length - 1] == kFs) return length;

    const std::size_t separator = rest.find(kFs);
    const std::size_t data =
        hasDataField(record.type) ? rest.find(std::to_string(record.type) + ".999:") : rest.npos;
    const std::string said = declared ? "LEN says " + std::to_string(length) + " bytes"
                                      : std::string("LEN is missing or no number");
    if (separator != rest.npos && separator < data) {
        note(Severity::Error, record, 1, "nist.len",
             said + ", but the record ends after " + std::to_string(separator + 1) + ".");
        return separator + 1;
    }
    if (length > tag->length && length <= left && startsRecord(m_at + length)) {
        note(Severity::Warning, record, 1, "nist.separator",
             "The record does not end with the record separator (FS).");
        return length;
    }
    if (length > left) {
        record.complete = false;
        note(Severity::Error, record, 1, "nist.cut",
             said + ", but the file ends after " + std::to_string(left) +
                 ". The file is cut short; ask for it again.");
        return left;
    }
    for (std::size_t at = separator; at != rest.npos; at = rest.find(kFs, at + 1))
        if (startsRecord(m_at + at + 1)) {
            note(Severity::Error, record, 1, "nist.len",
                 said + ", but the next record begins after " + std::to_string(at + 1) + ".");
            return at + 1;
        }
    record.complete = false;
    note(Severity::Error, record, 1, "nist.cut",
         said + ", and no end of the record was found. The file is damaged or cut short.");
    return left;
}

void Parser::splitFields(NistRecord& record, std::string_view body) {
    while (!body.empty() && m_fields < kMaxFields) {
        NistField field;
        const auto tag = tagAt(body.substr(0, 16));
        if (tag) {
            field.tag = body.substr(0, tag->length - 1);
            // A field of another type keeps its tag and value, but is no field of this record.
            field.number = tag->type == record.type ? tag->number : 0;
            if (tag->type != record.type)
                note(Severity::Error, record, tag->number, "nist.tag",
                     "A field of a Type-" + std::to_string(tag->type) + " record stands here.");
            body.remove_prefix(tag->length);
        } else {
            note(Severity::Error, record, 0, "nist.tag",
                 "No field number at byte " +
                     std::to_string(static_cast<std::size_t>(body.data() - m_text.data())) + ".");
        }
        std::size_t end = body.find(kGs);
        if (tag && tag->number == kDataField && hasDataField(record.type)) {
            // Image bytes may contain any separator, so the data field runs to the end; but some writers put
            // a short text field of the same number before it.
            const std::string again = field.tag + ":";
            if (end == body.npos || end > 64 || body.substr(end + 1, again.size()) != again)
                end = body.npos;
            else
                note(Severity::Warning, record, kDataField, "nist.twice",
                     "The data field stands twice; the last one is the image.");
        }
        const std::string_view value = body.substr(0, end);
        field.value.assign(value.begin(), value.end());
        record.fields.push_back(std::move(field));
        ++m_fields;
        if (end == body.npos) return;
        body.remove_prefix(end + 1);
        if (body.empty())
            note(Severity::Warning, record, 0, "nist.separator",
                 "The record ends with a field separator (GS).");
    }
    if (!body.empty()) {
        note(Severity::Error, record, 0, "nist.cap",
             "The file has more than 500,000 fields; the rest of them is not told apart.");
        record.fields.push_back({"", 0, Bytes(body.begin(), body.end())});
    }
}

void Parser::readTagged(int type) {
    NistRecord record = begin(type);
    const std::size_t length = taggedLength(record);
    std::string_view body = m_text.substr(m_at, length);
    if (!body.empty() && body.back() == kFs) body.remove_suffix(1);
    splitFields(record, body);
    finish(std::move(record), length);
}

void Parser::readBinary(int type) {
    NistRecord record = begin(type);
    ByteReader reader(m_bytes.subspan(m_at));
    const std::size_t left = reader.left();
    const std::size_t header = type == 8 ? kSignatureHeader : kBinaryHeader;
    std::size_t length = reader.u32();
    if (reader.failed() || length < header || length > left) {
        record.complete = false;
        note(Severity::Error, record, 1, "nist.cut",
             reader.failed() ? "The file ends inside the record's length."
             : length < header
                 ? "LEN says " + std::to_string(length) + " bytes, less than the record's own header."
                 : "LEN says " + std::to_string(length) + " bytes, but the file ends after " +
                       std::to_string(left) + ". The file is cut short; ask for it again.");
        length = left;
    }
    if (length >= header) {
        NistBinaryHeader binary;
        binary.idc = reader.u8();
        if (type == 8) {
            binary.signatureType = reader.u8();
            binary.signatureForm = reader.u8();
        } else {
            binary.impression = reader.u8();
            for (int i = 0; i < 6; ++i)
                if (const int position = reader.u8(); position != 255) binary.positions.push_back(position);
        }
        binary.scanResolution = reader.u8();
        binary.width = reader.u16();
        binary.height = reader.u16();
        if (type != 8) binary.compression = reader.u8();
        const ByteView image = reader.raw(length - header);
        record.image.assign(image.begin(), image.end());
        record.binary = std::move(binary);
    }
    finish(std::move(record), length);
}

void Parser::readOne(int expected) {
    const auto tag = tagAt(m_text.substr(m_at, 16));
    const bool tagged = tag && tag->type > 0 && !isBinaryType(tag->type);
    if (tagged && tag->type != expected) {
        NistRecord here = begin(tag->type);
        if (expected != 0)
            note(Severity::Error, here, 0, "nist.cnt",
                 "1.003 announces a Type-" + std::to_string(expected) + " record here.");
    }
    if (tagged) return readTagged(tag->type);
    if (isBinaryType(expected)) return readBinary(expected);
    m_file.report.add(
        {Severity::Error,
         "",
         "",
         "nist.unknown",
         "At byte " + std::to_string(m_at) + " stands " +
             (expected != 0 ? "no Type-" + std::to_string(expected) + " record, though 1.003 announces one"
                            : std::string("no record that can be told apart")) +
             "; the " + std::to_string(m_bytes.size() - m_at) + " bytes from there are kept undecoded.",
         {}});
    m_file.trailing.assign(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_at), m_bytes.end());
    m_at = m_bytes.size();
}

// The types that 1.003 announces after the Type-1 record.
std::vector<int> Parser::contents() {
    std::vector<int> types;
    const NistField* field = m_file.header().field(3);
    if (field == nullptr) return types;
    const auto subfields = split(field->text(), kRs);
    for (std::size_t i = 1; i < subfields.size() && i <= kMaxNistRecords; ++i)
        types.push_back(wholeNumber(split(subfields[i], kUs).front()).value_or(0));
    return types;
}

Result<NistFile> Parser::parse() {
    if (m_bytes.size() > kMaxBytes)
        return fail(base::kTooLarge, "The ANSI/NIST-ITL file has more than 512 MiB.");
    if (!looksLikeNistItl(m_bytes))
        return fail(base::kMalformed,
                    "The file does not begin with an ANSI/NIST-ITL Type-1 record (\"1.001:\" at byte 0).");
    readTagged(1);
    const auto types = contents();
    for (std::size_t i = 0; i < types.size() && m_at < m_bytes.size(); ++i)
        readOne(types[i]);
    while (m_at < m_bytes.size() && m_file.records.size() <= kMaxNistRecords)
        readOne(0);
    if (m_file.records.size() > kMaxNistRecords)
        return fail(base::kTooLarge, "The ANSI/NIST-ITL file has more than 10,000 records.");
    return std::move(m_file);
}

}  // namespace

std::vector<std::vector<std::string_view>> NistField::subfields() const {
    std::vector<std::vector<std::string_view>> result;
    for (const auto subfield : split(text(), kRs))
        result.push_back(split(subfield, kUs));
    return result;
}

const NistField* NistRecord::field(int wanted) const {
    const auto is = [&](const NistField& each) { return each.number == wanted; };
    if (wanted == kDataField) {
        // The last one is the image where the data field stands twice: see splitFields.
        const auto last = std::find_if(fields.rbegin(), fields.rend(), is);
        return last == fields.rend() ? nullptr : &*last;
    }
    const auto first = std::find_if(fields.begin(), fields.end(), is);
    return first == fields.end() ? nullptr : &*first;
}

std::string_view NistRecord::text(int wanted) const {
    const NistField* found = field(wanted);
    return found == nullptr ? std::string_view() : found->text();
}

std::optional<int> NistRecord::number(int wanted) const {
    return wholeNumber(text(wanted));
}

std::optional<int> NistRecord::idc() const {
    if (binary) return binary->idc;
    return type == 1 ? std::nullopt : number(2);
}

std::string NistRecord::name() const {
    std::string result = "Type-" + std::to_string(type);
    if (const auto value = idc())
        result += " IDC " + std::string(*value < 10 ? "0" : "") + std::to_string(*value);
    return result + " (record " + std::to_string(index) + ")";
}

bool looksLikeNistItl(ByteView bytes) {
    const auto tag = nist::tagAt(textOf(bytes).substr(0, 16));
    return tag && tag->type == 1 && tag->number == 1;
}

Result<NistFile> readNistItl(ByteView bytes) {
    return Parser(bytes).parse();
}

}  // namespace cotejo::exchange
