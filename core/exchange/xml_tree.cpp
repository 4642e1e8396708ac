#include "core/exchange/xml_tree.h"

#include <expat.h>

#include <algorithm>

#include "core/base/errors.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

constexpr char kSeparator = '\x01';  // between a namespace and a name; no XML text can hold it
constexpr std::size_t kMaxAttributes = 64;

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class TreeBuilder {
  public:
    TreeBuilder(const XmlLimits& limits, XML_Parser parser) : m_limits(limits), m_parser(parser) {}

    static void XMLCALL start(void* self, const XML_Char* name, const XML_Char** attributes) {
        static_cast<TreeBuilder*>(self)->begin(name, attributes);
    }
    static void XMLCALL end(void* self, const XML_Char*) { static_cast<TreeBuilder*>(self)->finish(); }
    static void XMLCALL characters(void* self, const XML_Char* text, int length) {
        auto& open = static_cast<TreeBuilder*>(self)->m_open;
        if (!open.empty()) open.back().text.append(text, static_cast<std::size_t>(length));
    }
    static void XMLCALL documentType(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        static_cast<TreeBuilder*>(self)->stop("it has a document type, which could define entities; none is read");
    }

    /// The file ended: what is open stays as it is.
    bool closeAll() {
        while (!m_open.empty()) {
            m_open.back().whole = false;
            finish();
        }
        return !root.name.empty();
    }

    XmlElement root;
    std::string refusal;  ///< why it was stopped; empty when it was not

  private:
    void stop(const char* why) {
        if (refusal.empty()) refusal = why;
        XML_StopParser(m_parser, XML_FALSE);
    }
    static void split(std::string_view full, std::string& space, std::string& local) {
        const auto at = full.rfind(kSeparator);
        if (at != full.npos) space = full.substr(0, at);
        local = full.substr(at == full.npos ? 0 : at + 1);
    }
    void begin(const XML_Char* name, const XML_Char** attributes) {
        if (m_open.size() >= static_cast<std::size_t>(m_limits.depth)) return stop("its elements lie too deep in each other");
        if (++m_count > m_limits.elements) return stop("it has too many elements");
        XmlElement element;
        split(name, element.space, element.name);
        element.line = XML_GetCurrentLineNumber(m_parser);
        for (; attributes[0] != nullptr && element.attributes.size() < kMaxAttributes; attributes += 2) {
            XmlAttribute attribute;
            std::string space;
            split(attributes[0], space, attribute.name);
            attribute.value = attributes[1];
            element.attributes.push_back(std::move(attribute));
        }
        m_open.push_back(std::move(element));
    }
    void finish() {
        if (m_open.empty()) return;
        XmlElement done = std::move(m_open.back());
        m_open.pop_back();
        if (m_open.empty())
            root = std::move(done);
        else
            m_open.back().children.push_back(std::move(done));
    }

    const XmlLimits& m_limits;
    XML_Parser m_parser;
    std::vector<XmlElement> m_open;
    std::size_t m_count = 0;
};

}  // namespace

const XmlElement* XmlElement::child(std::string_view wanted) const {
    const auto at = std::find_if(children.begin(), children.end(), [&](const XmlElement& each) { return each.name == wanted; });
    return at == children.end() ? nullptr : &*at;
}

const XmlElement* XmlElement::below(std::string_view wanted) const {
    for (const XmlElement& each : children) {
        if (each.name == wanted) return &each;
        if (const XmlElement* found = each.below(wanted)) return found;
    }
    return nullptr;
}

std::string XmlElement::textOf(std::initializer_list<std::string_view> path) const {
    const XmlElement* at = this;
    for (const auto each : path) {
        at = at->child(each);
        if (at == nullptr) return {};
    }
    return at->trimmed();
}

std::string XmlElement::trimmed() const {
    return std::string(trim(text));
}

bool looksLikeXml(ByteView bytes) {
    auto text = textOf(bytes.first(std::min<std::size_t>(bytes.size(), 512)));
    using std::string_view_literals::operator""sv;
    if (text.starts_with("\xff\xfe<\0"sv) || text.starts_with("\xfe\xff\0<"sv)) return true;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    text = trim(text);
    if (text.size() < 2 || text[0] != '<') return false;
    const char next = text[1];
    return next == '?' || next == '!' || next == '_' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

std::string asciiHead(ByteView bytes) {
    std::string head(textOf(bytes.first(std::min<std::size_t>(bytes.size(), 4096))));
    std::erase_if(head, [](char c) { return c == '\0' || static_cast<unsigned char>(c) >= 0x80; });
    return head;
}

namespace {

Result<XmlElement> parse(ByteView bytes, const XmlLimits& limits, std::string* cut) {
    if (bytes.size() > limits.bytes)
        return fail(base::kTooLarge, "The XML file has more than " + std::to_string(limits.bytes >> 20) + " MiB.");
    auto text = textOf(bytes);
    while (text.starts_with(' ') || text.starts_with('\n') || text.starts_with('\r') || text.starts_with('\t')) text.remove_prefix(1);
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, kSeparator), XML_ParserFree);
    if (!parser) return fail(base::kInternal, "The XML parser cannot be made.");
    TreeBuilder builder(limits, parser.get());
    XML_SetUserData(parser.get(), &builder);
    XML_SetElementHandler(parser.get(), TreeBuilder::start, TreeBuilder::end);
    XML_SetCharacterDataHandler(parser.get(), TreeBuilder::characters);
    XML_SetStartDoctypeDeclHandler(parser.get(), TreeBuilder::documentType);
    // In pieces, so that what a limit stops has not been taken in whole.
    constexpr std::size_t kPiece = 1u << 20;
    bool fine = true;
    do {
        const auto piece = text.substr(0, kPiece);
        text.remove_prefix(piece.size());
        fine = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), text.empty()) == XML_STATUS_OK;
    } while (fine && !text.empty());
    if (fine) return std::move(builder.root);
    const std::string place = "line " + std::to_string(XML_GetCurrentLineNumber(parser.get())) + ", column " +
                              std::to_string(XML_GetCurrentColumnNumber(parser.get()) + 1) + " (byte " +
                              std::to_string(std::max<XML_Index>(XML_GetCurrentByteIndex(parser.get()), 0)) + ")";
    const XML_Error code = XML_GetErrorCode(parser.get());
    const bool early = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN || code == XML_ERROR_PARTIAL_CHAR || code == XML_ERROR_UNCLOSED_CDATA_SECTION;
    if (cut != nullptr && early && text.empty() && builder.refusal.empty() && builder.closeAll()) {
        *cut = place;
        return std::move(builder.root);
    }
    const std::string why = !builder.refusal.empty() ? builder.refusal : XML_ErrorString(code);
    return fail(base::kMalformed, "The XML cannot be read at " + place + ": " + why + ".", {{"format", "XML"}, {"place", place}});
}

}  // namespace

Result<XmlElement> readXml(ByteView bytes, const XmlLimits& limits) {
    return parse(bytes, limits, nullptr);
}

Result<XmlElement> readXmlAsFarAsItGoes(ByteView bytes, std::string& cut, const XmlLimits& limits) {
    return parse(bytes, limits, &cut);
}

}  // namespace cotejo::exchange
