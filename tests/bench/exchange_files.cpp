#include <cmath>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>

#include "core/base/file.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/wsq/wsq.h"

/// bench_exchange_files FOLDER COUNT carried|wsq: writes COUNT different ANSI/NIST-ITL files of about 64 KB, to measure
/// cotejo-cli import with. "carried": one image that no program here decodes (lossless JPEG); "wsq": four fingers.
using namespace cotejo;
namespace fs = std::filesystem;

namespace {

constexpr int kSide = 480;

/// Waves of a random direction, as WSQ of about 16 KB.
Bytes wsqPrint(std::mt19937& random) {
    const double turn = static_cast<double>(random() % 360) * 0.01745;
    Bytes pixels;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            pixels.push_back(static_cast<std::uint8_t>(
                120 + 80 * std::sin(0.7 * (x * std::cos(turn) + y * std::sin(turn)) + 6 * std::sin(y * 0.01)) + random() % 40));
    return *exchange::encodeWsq(pixels, kSide, kSide, 0.56, {500, record::PpiSource::Declared});
}

/// The same stream with a comment of its own behind the start marker, so that no two files share a byte string.
Bytes numbered(const Bytes& stream, const std::string& comment) {
    ByteWriter writer;
    writer.raw(ByteView(stream).first(2));
    writer.u16(0xffa8);
    writer.u16(static_cast<std::uint16_t>(2 + comment.size()));
    writer.raw(viewOf(comment));
    writer.raw(ByteView(stream).subspan(2));
    return writer.take();
}

Bytes losslessJpeg(std::mt19937& random, std::size_t size) {
    Bytes bytes = {0xff, 0xd8, 0xff, 0xc3, 0, 11, 8, 1, 0xe0, 1, 0xe0, 1, 1, 0x11, 0};
    while (bytes.size() < size) bytes.push_back(static_cast<std::uint8_t>(random()));
    return bytes;
}

void addFinger(exchange::NistFile& file, int number, const char* coding, ByteView image) {
    auto& record = exchange::addNistRecord(file, 14, number);
    const std::pair<int, std::string> fields[] = {{3, "0"}, {4, "B"}, {5, "20261127"}, {6, "480"}, {7, "480"}, {8, "1"}, {9, "500"},
                                                  {10, "500"}, {11, coding}, {12, "8"}, {13, std::to_string(number)}};
    for (const auto& [field, value] : fields) record.set(field, value);
    record.set(999, image);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string kind = argc == 4 ? argv[3] : "";
    if (kind != "carried" && kind != "wsq") {
        std::cerr << "usage: bench_exchange_files FOLDER COUNT carried|wsq\n";
        return 2;
    }
    std::mt19937 random(1);
    std::vector<Bytes> prints;
    for (int i = 0; kind == "wsq" && i < 40; ++i) prints.push_back(wsqPrint(random));
    fs::create_directories(argv[1]);
    const int count = std::stoi(argv[2]);
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(1'000'000 + i);
        auto file = exchange::makeNistItl("CAR", "20261127", "UTO0000001", "UTO0000002", number);
        auto& person = exchange::addNistRecord(file, 2, 0);
        person.set(18, "SPECIMEN" + number + ",ANA");
        person.set(22, "19840403");
        person.set(24, "F");
        if (kind == "carried") addFinger(file, 2, "JPEGL", losslessJpeg(random, 65'000));
        for (int finger = 1; kind == "wsq" && finger <= 4; ++finger)
            addFinger(file, finger, "WSQ20", numbered(prints[random() % prints.size()], number + " " + std::to_string(finger)));
        if (!writeFileAtomically(fs::path(argv[1]) / (number + ".an2"), *exchange::writeNistItl(file))) return 1;
    }
    return 0;
}
