#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/exchange/wsq/wsq.h"
#include "core/exchange/wsq/wsq_huffman.h"
#include "core/exchange/wsq/wsq_wavelet.h"

namespace cotejo::exchange::wsq {

// Markers (IAFIS-IC-0110, table of markers), second byte.
inline constexpr int kSoi = 0xa0;
inline constexpr int kEoi = 0xa1;
inline constexpr int kFrame = 0xa2;
inline constexpr int kBlock = 0xa3;
inline constexpr int kTransform = 0xa4;
inline constexpr int kQuantisation = 0xa5;
inline constexpr int kHuffman = 0xa6;
inline constexpr int kRestart = 0xa7;
inline constexpr int kComment = 0xa8;

struct Frame {
    int width = 0;
    int height = 0;
    float shift = 0;
    float scale = 1;
};

struct Quantiser {
    float centre = 0.44f;
    std::array<float, kBands> bin{};
    std::array<float, kBands> zero{};
};

/// Walks the markers of a stream. Tables are collected; each entropy-coded block is handed out when it comes.
class Stream {
  public:
    Stream(ByteView bytes, const WsqLimits& limits) : m_bytes(bytes), m_limits(limits) {}
    /// Reads on to the next block: its Huffman table and its bytes without stuffing. Nothing at the end of
    /// the image.
    struct Block {
        const HuffmanDecoder* code = nullptr;
        std::size_t offset = 0;  ///< of its first byte in the stream
        bool whole = true;       ///< false when the stream ends inside it, with what there is of it
    };
    Result<std::optional<Block>> nextBlock(Bytes& data);

    const std::optional<Frame>& frame() const { return m_frame; }
    const std::optional<Filters>& analysis() const { return m_analysis; }
    const std::optional<Quantiser>& quantiser() const { return m_quantiser; }
    const std::vector<std::string>& comments() const { return m_comments; }
    record::Ppi ppi() const;
    std::size_t size() const { return m_bytes.size(); }
    /// Reads tables up to the first block or the end.
    Status readToFirstBlock();

  private:
    Result<int> marker();
    Status segment(int marker);
    Status readFrame(ByteReader reader);
    Status readTransform(ByteReader reader);
    Status readQuantisation(ByteReader reader);
    Status readHuffman(ByteReader reader);
    tl::unexpected<Error> malformed(const std::string& what) const;

    ByteView m_bytes;
    const WsqLimits& m_limits;
    std::size_t m_at = 0;
    std::size_t m_segment = 0;  // where the current segment begins, for errors
    bool m_atBlock = false;
    std::optional<Frame> m_frame;
    std::optional<Filters> m_analysis;
    std::optional<Quantiser> m_quantiser;
    std::map<int, HuffmanDecoder> m_codes;
    std::vector<std::string> m_comments;
    std::size_t m_commentBytes = 0;
};

}  // namespace cotejo::exchange::wsq
