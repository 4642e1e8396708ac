#include <algorithm>
#include <cstdio>

#include "core/exchange/errors.h"
#include "core/exchange/nist/nist_detail.h"
#include "core/exchange/nist/nist_itl.h"

namespace cotejo::exchange {

namespace {

using namespace nist;

tl::unexpected<Error> cannot(const NistRecord& record, const std::string& why) {
    return fail(kCannotExpress, record.name() + " cannot be written: " + why + ".",
                {{"record", record.name()}});
}

void append(Bytes& bytes, std::string_view text) {
    bytes.insert(bytes.end(), text.begin(), text.end());
}

// The fields after LEN, each with its separator in front, FS at the end.
Bytes tailOf(const NistRecord& record, const NistField* len) {
    Bytes tail;
    for (const NistField& field : record.fields) {
        if (&field == len) continue;
        tail.push_back(static_cast<std::uint8_t>(kGs));
        if (!field.tag.empty()) append(tail, field.tag + ":");
        tail.insert(tail.end(), field.value.begin(), field.value.end());
    }
    tail.push_back(static_cast<std::uint8_t>(kFs));
    return tail;
}

Result<Bytes> composeTagged(const NistRecord& record) {
    const NistField* len = record.field(1);
    const std::string front = (len != nullptr ? len->tag : fieldName(record.type, 1)) + ":";
    const Bytes tail = tailOf(record, len);
    // LEN counts its own digits; keep the width it was written with where the number fits.
    const std::size_t width = len != nullptr ? len->value.size() : 0;
    std::string digits;
    for (std::size_t previous = 0, total = front.size() + tail.size() + std::max<std::size_t>(width, 1);
         total != previous;) {
        previous = total;
        digits = std::to_string(total);
        if (digits.size() < width && width <= 9) digits.insert(0, width - digits.size(), '0');
        total = front.size() + digits.size() + tail.size();
    }
    if (digits.size() > 9) return cannot(record, "it is larger than its length field can say");
    Bytes bytes;
    append(bytes, front + digits);
    bytes.insert(bytes.end(), tail.begin(), tail.end());
    return bytes;
}

Result<Bytes> composeBinary(const NistRecord& record) {
    if (!record.binary) return cannot(record, "it has no header");
    const NistBinaryHeader& binary = *record.binary;
    if (binary.positions.size() > 6) return cannot(record, "it names more than six finger positions");
    if (binary.width < 0 || binary.width > 65'535 || binary.height < 0 || binary.height > 65'535)
        return cannot(record, "its size does not fit 16 bits");
    ByteWriter writer;
    writer.u32(static_cast<std::uint32_t>((record.type == 8 ? kSignatureHeader : kBinaryHeader) +
                                          record.image.size()));
    writer.u8(static_cast<std::uint8_t>(binary.idc));
    if (record.type == 8) {
        writer.u8(static_cast<std::uint8_t>(binary.signatureType));
        writer.u8(static_cast<std::uint8_t>(binary.signatureForm));
    } else {
        writer.u8(static_cast<std::uint8_t>(binary.impression));
        for (std::size_t i = 0; i < 6; ++i)
            writer.u8(i < binary.positions.size() ? static_cast<std::uint8_t>(binary.positions[i]) : 255);
    }
    writer.u8(static_cast<std::uint8_t>(binary.scanResolution));
    writer.u16(static_cast<std::uint16_t>(binary.width));
    writer.u16(static_cast<std::uint16_t>(binary.height));
    if (record.type != 8) writer.u8(static_cast<std::uint8_t>(binary.compression));
    writer.raw(record.image);
    return writer.take();
}

Result<Bytes> compose(const NistRecord& record) {
    if (!isBinaryType(record.type)) return composeTagged(record);
    return composeBinary(record);
}

std::string twoDigits(int value) {
    return std::string(value < 10 ? "0" : "") + std::to_string(value);
}

// 1.003 for the records as they are now.
std::string contentsOf(const NistFile& file) {
    std::string text = std::string("1") + kUs + std::to_string(file.records.size() - 1);
    for (std::size_t i = 1; i < file.records.size(); ++i)
        text += std::string(1, kRs) + std::to_string(file.records[i].type) + kUs +
                twoDigits(file.records[i].idc().value_or(0));
    return text;
}

bool sameContents(const NistFile& file) {
    const NistField* field = file.header().field(3);
    if (field == nullptr) return false;
    const auto announced = field->subfields();
    if (announced.size() != file.records.size() || announced[0].size() < 2 ||
        wholeNumber(announced[0][1]) != static_cast<int>(file.records.size()) - 1)
        return false;
    for (std::size_t i = 1; i < announced.size(); ++i)
        if (announced[i].size() < 2 || wholeNumber(announced[i][0]) != file.records[i].type ||
            wholeNumber(announced[i][1]) != file.records[i].idc())
            return false;
    return true;
}

Result<Bytes> write(const NistFile& file, bool anew) {
    if (file.records.empty() || file.header().type != 1)
        return fail(kCannotExpress, "The transaction has no Type-1 record.");
    const bool changed = std::any_of(file.records.begin(), file.records.end(),
                                     [](const NistRecord& r) { return r.original.empty(); });
    Bytes bytes;
    for (const NistRecord& record : file.records) {
        // A record that was not understood to its end has nothing but its bytes, and what the header of a
        // Type-7 means is agreed between its users.
        const bool verbatim = !record.original.empty() && (!anew || !record.complete || record.type == 7);
        if (record.type == 1 && (changed || anew) && record.complete && !sameContents(file)) {
            NistRecord header = record;
            header.set(3, contentsOf(file));
            COTEJO_TRY_ASSIGN(const Bytes composed, compose(header));
            bytes.insert(bytes.end(), composed.begin(), composed.end());
        } else if (verbatim) {
            bytes.insert(bytes.end(), record.original.begin(), record.original.end());
            bytes.insert(bytes.end(), record.image.begin(), record.image.end());
        } else {
            COTEJO_TRY_ASSIGN(const Bytes composed, compose(record));
            bytes.insert(bytes.end(), composed.begin(), composed.end());
        }
    }
    bytes.insert(bytes.end(), file.trailing.begin(), file.trailing.end());
    return bytes;
}

}  // namespace

void NistRecord::set(int wanted, ByteView value) {
    original.clear();
    if (const NistField* found = field(wanted)) {
        const_cast<NistField*>(found)->value.assign(value.begin(), value.end());
        return;
    }
    const auto after = std::find_if(fields.begin(), fields.end(),
                                    [&](const NistField& each) { return each.number > wanted; });
    fields.insert(after, {fieldName(type, wanted), wanted, Bytes(value.begin(), value.end())});
}

Result<Bytes> writeNistItl(const NistFile& file) {
    return write(file, false);
}

Result<Bytes> rewriteNistItl(const NistFile& file) {
    return write(file, true);
}

NistFile makeNistItl(std::string_view tot, std::string_view date, std::string_view destination,
                     std::string_view originator, std::string_view controlNumber) {
    NistFile file;
    NistRecord& header = file.records.emplace_back();
    header.type = 1;
    header.index = 1;
    header.set(2, "0502");
    header.set(3, std::string("1") + kUs + "0");
    header.set(4, tot);
    header.set(5, date);
    header.set(7, destination);
    header.set(8, originator);
    header.set(9, controlNumber);
    header.set(11, "00.00");
    header.set(12, "00.00");
    header.set(15, std::string("003") + kUs + "UTF-8");
    return file;
}

NistRecord& addNistRecord(NistFile& file, int type, int idc) {
    NistRecord record;
    record.type = type;
    record.index = file.records.size() + 1;
    if (isBinaryType(type)) {
        record.binary.emplace();
        record.binary->idc = idc;
    } else {
        record.set(2, twoDigits(idc));
    }
    file.records.push_back(std::move(record));
    return file.records.back();
}

}  // namespace cotejo::exchange
