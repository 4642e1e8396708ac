#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/bytes.h"

namespace cotejo::test {

/// Writes small networks as ONNX files, so that readers of networks are tested against real graphs whose
/// answers can be worked out by hand. Only what those tests need: opset 11, float tensors.
class OnnxGraph {
  public:
    using Dims = std::vector<std::int64_t>;

    void input(const std::string& name, const Dims& dims) { m_graph += field(11, value(name, dims)); }
    void output(const std::string& name, const Dims& dims) { m_graph += field(12, value(name, dims)); }
    void floats(const std::string& name, const Dims& dims, const std::vector<float>& values) {
        std::string raw;
        for (const float each : values)
            raw += little(std::bit_cast<std::uint32_t>(each), 4);
        tensor(name, dims, 1, raw);
    }
    void integers(const std::string& name, const Dims& values) {
        std::string raw;
        for (const auto each : values)
            raw += little(static_cast<std::uint64_t>(each), 8);
        tensor(name, {static_cast<std::int64_t>(values.size())}, 7, raw);
    }
    /// `attributes` are lists of whole numbers.
    void node(const std::string& kind, const std::vector<std::string>& inputs, const std::string& output,
              const std::vector<std::pair<std::string, Dims>>& attributes = {}) {
        std::string body;
        for (const auto& each : inputs)
            body += field(1, each);
        body += field(2, output) + field(3, "node_of_" + output) + field(4, kind);
        for (const auto& [name, values] : attributes) {
            std::string attribute = field(1, name);
            for (const auto each : values)
                attribute += number(8, static_cast<std::uint64_t>(each));
            body += field(5, attribute + number(20, 7));
        }
        m_graph += field(1, body);
    }
    /// Channels of `from` mixed at every place: weights [out][in], then a constant for each.
    void mix(const std::string& from, const std::string& to, const std::vector<std::vector<float>>& weights,
             const std::vector<float>& constants) {
        std::vector<float> flat;
        for (const auto& row : weights)
            flat.insert(flat.end(), row.begin(), row.end());
        const auto out = static_cast<std::int64_t>(weights.size());
        floats(to + "_w", {out, static_cast<std::int64_t>(weights.front().size()), 1, 1}, flat);
        floats(to + "_b", {out}, constants);
        node("Conv", {from, to + "_w", to + "_b"}, to, {{"kernel_shape", {1, 1}}});
    }
    void averages(const std::string& from, const std::string& to, std::int64_t side) {
        node("AveragePool", {from}, to, {{"kernel_shape", {side, side}}, {"strides", {side, side}}});
    }
    Bytes file() const {
        const std::string model =
            number(1, 7) + field(7, m_graph + field(2, "graph")) + field(8, number(2, 11));
        return Bytes(model.begin(), model.end());
    }

  private:
    static std::string varint(std::uint64_t value) {
        std::string out;
        for (; value >= 0x80; value >>= 7)
            out += static_cast<char>(value | 0x80);
        return out + static_cast<char>(value);
    }
    static std::string little(std::uint64_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>(value >> (8 * i));
        return out;
    }
    static std::string number(unsigned tag, std::uint64_t value) { return varint(tag << 3) + varint(value); }
    static std::string field(unsigned tag, const std::string& body) {
        return varint(tag << 3 | 2) + varint(body.size()) + body;
    }
    static std::string value(const std::string& name, const Dims& dims) {
        std::string shape;
        for (const auto each : dims)
            shape += field(1, number(1, static_cast<std::uint64_t>(each)));
        return field(1, name) + field(2, field(1, number(1, 1) + field(2, shape)));
    }
    void tensor(const std::string& name, const Dims& dims, unsigned type, const std::string& raw) {
        std::string body;
        for (const auto each : dims)
            body += number(1, static_cast<std::uint64_t>(each));
        m_graph += field(5, body + number(2, type) + field(8, name) + field(9, raw));
    }

    std::string m_graph;
};

}  // namespace cotejo::test
