#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace cotejo::exchange {

struct XmlAttribute {
    std::string name;  ///< without its prefix
    std::string value;
};

/// An element of a foreign XML file. Names are without prefixes: which namespace a prefix stands for is left to the reader that needs
/// it. All text is UTF-8.
struct XmlElement {
    std::string name;
    std::string space;  ///< the namespace; empty for none
    std::string text;   ///< its own characters, without those of its children, blanks kept
    std::size_t line = 0;
    bool whole = true;  ///< false when the file ends inside of it: then something of it may be missing
    std::vector<XmlAttribute> attributes;
    std::vector<XmlElement> children;

    /// The first child of this name; null when there is none.
    const XmlElement* child(std::string_view wanted) const;
    /// The first of this name in or below its children, in order of the file; null when there is none.
    const XmlElement* below(std::string_view wanted) const;
    /// Text of the path of children, trimmed; "" when one is missing.
    std::string textOf(std::initializer_list<std::string_view> path) const;
    std::string trimmed() const;
};

struct XmlLimits {
    std::size_t bytes = 256u << 20;
    int depth = 64;
    std::size_t elements = 200'000;
};

/// The first bytes begin like XML: a byte order mark and blanks apart, "<?xml" or an element. UTF-16 too.
bool looksLikeXml(ByteView bytes);

/// The characters of the first 4 KiB that are of one byte, to look for names in; of UTF-16 every second byte.
std::string asciiHead(ByteView bytes);

/// The root element. expat, which stands below Poco::XML too, reads; a document type is refused, so that there are no entities
/// but XML's own five and nothing is ever fetched. Errors: E_MALFORMED with line, column and what is wrong; E_TOO_LARGE.
Result<XmlElement> readXml(ByteView bytes, const XmlLimits& limits = {});

/// The same; of a file that ends before its root does what there is, with the place where it ends in `cut`. Errors as before.
Result<XmlElement> readXmlAsFarAsItGoes(ByteView bytes, std::string& cut, const XmlLimits& limits = {});

}  // namespace cotejo::exchange
