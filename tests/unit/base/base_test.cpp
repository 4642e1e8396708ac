#include <gtest/gtest.h>

#include <filesystem>

#include "core/base/bytes.h"
#include "core/base/crypto.h"
#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/time.h"

namespace cotejo {
namespace {

TEST(Bytes, HexAndBase64GoBothWaysAndRefuseRubbish) {
    const Bytes bytes{0x00, 0x7f, 0x80, 0xff, 0x10};
    EXPECT_EQ(toHex(bytes), "007f80ff10");
    EXPECT_EQ(fromHex("007F80ff10"), bytes);
    EXPECT_FALSE(fromHex("0"));
    EXPECT_FALSE(fromHex("0g"));
    EXPECT_EQ(fromBase64(toBase64(bytes)), bytes);
    EXPECT_EQ(toBase64(viewOf("Cotejo")), "Q290ZWpv");
    EXPECT_FALSE(fromBase64("Q29!"));
}

TEST(Bytes, AReaderPastTheEndFailsForGood) {
    ByteWriter writer;
    writer.u16(0x0102);
    writer.field("abc");
    const auto bytes = writer.bytes();
    ByteReader reader(bytes);
    EXPECT_EQ(reader.u16(), 0x0102);
    EXPECT_EQ(textOf(reader.field()), "abc");
    EXPECT_FALSE(reader.failed());
    EXPECT_EQ(reader.u32(), 0u);
    EXPECT_TRUE(reader.failed());
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        ByteReader shorter(ByteView(bytes).first(cut));
        shorter.u16();
        shorter.field();
        EXPECT_TRUE(shorter.failed()) << cut;
    }
}

TEST(Time, IsoTextGoesBothWaysAndKnowsTheCalendar) {
    EXPECT_EQ(toIso(fromMillis(0)), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(fromIso("2026-11-16T10:14:22.031Z"), fromMillis(1794824062031));
    EXPECT_EQ(fromIso("2026-11-16T10:14:22Z"), fromMillis(1794824062000));
    for (const char* bad : {"", "2026-02-30T00:00:00Z", "2026-11-16T24:00:00Z", "2026-11-16 10:14:22Z", "2026-11-16T10:14:22Zx"})
        EXPECT_FALSE(fromIso(bad)) << bad;
}

TEST(Json, ForeignTextIsBounded) {
    EXPECT_TRUE(parseJson(R"({"a":[1,{"b":null}]})", "test"));
    EXPECT_EQ(parseJson(R"({"a":1,"a":2})", "test").error().code, base::kMalformed);
    EXPECT_EQ(parseJson(R"([{"b":{"a":[{},{"c":1,"d":[],"c":2}]}}])", "test").error().detail, "test has a key twice in one object");
    EXPECT_EQ(parseJson(R"({"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]})", "test").value().dump(), R"({"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]})");
    EXPECT_EQ(parseJson(R"([-1, 18446744073709551615, 0.5, "\u00f1", true, null, [[]], {}])", "test").value().dump(),
              "[-1,18446744073709551615,0.5,\"\xC3\xB1\",true,null,[[]],{}]");
    EXPECT_EQ(parseJson("[[1]]", "test", 100, 2).value().dump(), "[[1]]");
    EXPECT_EQ(parseJson("[[[1]]]", "test", 100, 2).error().detail, "test is nested deeper than 2 levels");
    EXPECT_EQ(parseJson("\"only a string\"", "test").value(), "only a string");
    for (const char* bad : {"", "[1] 2", "{\"a\":\xFF\xFE}", "[\"\xC3\"]", "[1,]", "nul", "[1e999]"})
        EXPECT_EQ(parseJson(bad, "test").error().code, base::kMalformed) << bad;
    EXPECT_EQ(parseJson("{", "test").error().code, base::kMalformed);
    EXPECT_EQ(parseJson("[1]", "test", 2).error().code, base::kTooLarge);
    EXPECT_EQ(parseJson(std::string(100'000, '['), "test").error().code, base::kMalformed);
    EXPECT_EQ(canonicalJson(*parseJson(R"({ "b":1, "a":"\u00f1" })", "test")), "{\"a\":\"ñ\",\"b\":1}");
}

TEST(Crypto, SealedBytesOpenOnlyWithTheirKeyAndTheirContext) {
    ASSERT_TRUE(initCrypto());
    const auto key = Secret::random(32);
    auto sealed = seal(key, viewOf("specimen"), viewOf("slot 1"));
    ASSERT_TRUE(unseal(key, sealed, viewOf("slot 1")));
    EXPECT_EQ(textOf(unseal(key, sealed, viewOf("slot 1"))->view()), "specimen");
    EXPECT_FALSE(unseal(key, sealed, viewOf("slot 2")));
    EXPECT_FALSE(unseal(Secret::random(32), sealed, viewOf("slot 1")));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        sealed[i] ^= 1;
        EXPECT_FALSE(unseal(key, sealed, viewOf("slot 1"))) << i;
        sealed[i] ^= 1;
    }
    EXPECT_FALSE(unseal(key, ByteView(sealed).first(10), viewOf("slot 1")));
}

TEST(Crypto, KnownAnswers) {
    EXPECT_EQ(sha256("abc").text(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const auto key = SigningKey::fromSeed(*fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));  // RFC 8032, 7.1
    ASSERT_TRUE(key);
    EXPECT_EQ(key->publicKey().text(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    const auto signature = key->sign({});
    EXPECT_TRUE(verifySignature(key->publicKey(), {}, signature));
    EXPECT_FALSE(verifySignature(key->publicKey(), viewOf("x"), signature));
}

TEST(File, WritesAreWholeAndReadsAreCapped) {
    const auto folder = std::filesystem::temp_directory_path() / ("cotejo-base-" + Id<struct T>::random().text());
    std::filesystem::create_directories(folder);
    const auto path = folder / "a";
    EXPECT_EQ(readFile(path).error().code, base::kNotFound);
    ASSERT_TRUE(writeFileAtomically(path, viewOf("one")));
    ASSERT_TRUE(writeFileAtomically(path, viewOf("three")));
    EXPECT_EQ(textOf(*readFile(path)), "three");
    EXPECT_EQ(readFile(path, 4).error().code, base::kTooLarge);
    EXPECT_EQ(readFile(folder).error().code, base::kNotReadable);
    EXPECT_EQ(writeFileAtomically(folder / "none" / "a", viewOf("x")).error().code, base::kNotWritable);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace cotejo
