#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "core/exchange/minutiae/minutiae_codec.h"
#include "core/exchange/nist/nist_itl.h"
#include "core/exchange/read_exchange.h"
#include "core/exchange/wsq/wsq.h"
#include "tests/unit/exchange/shared_files.h"

/// Every shared file, cut at every byte of its first 4 KiB and last 1 KiB and every 997th between (of WSQ streams a sixty-first
/// of these); at every byte of the file with COTEJO_EXCHANGE_EVERY_CUT=1.
namespace cotejo::exchange {
namespace {

constexpr std::size_t kHead = 4096;
constexpr std::size_t kTail = 1024;

bool everyCut() { return std::getenv("COTEJO_EXCHANGE_EVERY_CUT") != nullptr; }

std::size_t nextCut(std::size_t cut, std::size_t size) {
    static const bool every = everyCut();
    if (every || cut < kHead || cut + kTail >= size) return cut + 1;
    return std::min(cut + 997, size - kTail);
}

// A place an officer can be told: a record, field, byte or block.
bool isLocated(const std::string& detail) {
    return detail.find("byte ") != detail.npos || detail.find("block") != detail.npos || detail.find("ends ") != detail.npos;
}

bool hasLocatedError(const ValidationReport& report) {
    return std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& f) {
        return f.severity == Severity::Error && !f.detail.empty() &&
               (!f.record.empty() || !f.field.empty() || isLocated(f.detail));
    });
}

/// Calls `check` with every `step`th cut of every file.
template <class Check>
void forEachCut(const char* folder, const char* extension, Check check, std::size_t step = 1) {
    const auto files = sharedFiles(folder, extension);
    if (files.empty()) GTEST_SKIP() << "skipped: data set not found";
    std::size_t cuts = 0;
    for (const auto& path : files) {
        const Bytes whole = *readFile(path);
        for (std::size_t cut = 0; cut < whole.size(); cut = nextCut(cut, whole.size()), ++cuts)
            if (cuts % step == 0) {
                ASSERT_NO_FATAL_FAILURE(check(ByteView(whole).first(cut))) << path << " cut at " << cut;
            }
    }
    std::cout << files.size() << " files, " << cuts / step << " cuts\n";
}

TEST(CutFiles, AnsiNistFilesNameTheRecordAndKeepTheirBytes) {
    forEachCut("nist_itl", ".an2", [](ByteView part) {
        auto file = readNistItl(part);
        if (!file) {
            ASSERT_LT(part.size(), 16u) << "a Type-1 record that has begun is read";
            ASSERT_TRUE(isLocated(file.error().detail)) << file.error().detail;
            return;
        }
        file->report.append(validateNistItl(*file));
        ASSERT_TRUE(hasLocatedError(file->report));
        if (part.size() % 7 != 0) return;  // writing is the dear half
        const Bytes kept = *writeNistItl(*file);
        ASSERT_TRUE(std::equal(kept.begin(), kept.end(), part.begin(), part.end()));
    });
}

TEST(CutFiles, MinutiaeTemplatesNameTheView) {
    forEachCut("iso19794_2", ".iso", [](ByteView part) {
        const auto file = readMinutiae(part);
        if (file)
            ASSERT_TRUE(hasLocatedError(file->report));
        else
            ASSERT_FALSE(file.error().detail.empty());
    });
}

TEST(CutFiles, WsqStreamsNameTheByteOrBlock) {
    for (const char* folder : {"wsq", "wsq/encoded"})
        forEachCut(folder, ".wsq", [](ByteView part) {
            const auto image = decodeWsq(part);
            if (image) {
                ASSERT_TRUE(isLocated(image->missing)) << "a cut image is shown only with what it lacks";
                return;
            }
            ASSERT_TRUE(isLocated(image.error().detail) || part.size() < 2) << image.error().detail;
        }, everyCut() ? 1 : 61);  // a cut late in a stream decodes all before it
}

TEST(CutFiles, WhateverTheFormatTheFileIsNamed) {
    const ReadOptions options{*fromIso("2026-11-27T10:00:00Z"), nullptr, nullptr};
    for (const auto& [folder, extension] : {std::pair{"nist_itl", ".an2"}, {"iso19794_2", ".iso"}})
        forEachCut(folder, extension, [&](ByteView part) {
            const auto document = readExchangeFile(part, "part.bin", options);
            if (document)
                ASSERT_TRUE(hasLocatedError(document->report));
            else
                ASSERT_EQ(document.error().detail.find("part.bin: "), 0u) << document.error().detail;
        }, 37);
}

}  // namespace
}  // namespace cotejo::exchange
