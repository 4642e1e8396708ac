#include "core/exchange/images/pages.h"

#include <algorithm>
#include <set>

#include "core/exchange/images/pnm.h"
#include "core/exchange/images/tiff_directory.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::uint32_t kLong = 4;

void find(ValidationReport& report, Severity severity, const std::string& place, const char* rule, std::string detail) {
    report.add({severity, "", place, rule, std::move(detail), {}});
}

std::string atByte(std::size_t at) {
    return "byte " + std::to_string(at);
}

// Numbers the pages and says how many there are.
void numberPages(PicturePages& result, const char* what) {
    const std::string count = std::to_string(result.pages.size());
    for (std::size_t i = 0; i < result.pages.size(); ++i)
        result.pages[i].source = std::string(what) + " " + std::to_string(i + 1) + " of " + count;
    if (result.pages.size() > 1)
        find(result.report, Severity::Note, "", "image.pages", "The file holds " + count + " pictures; each is an image of its own.");
}

// A TIFF that has one directory of another one, with its pixels.
class TiffPage {
  public:
    explicit TiffPage(const TiffView& file) : m_file(file) {}
    /// Nothing when strips lie outside of the file or are not told.
    std::optional<Bytes> write(const TiffDirectory& directory, std::size_t fileSize, ByteView bytes);

  private:
    void u16(std::uint32_t value) {
        const auto high = static_cast<std::uint8_t>(value >> 8), low = static_cast<std::uint8_t>(value);
        m_out.push_back(m_file.bigEndian() ? high : low);
        m_out.push_back(m_file.bigEndian() ? low : high);
    }
    void u32(std::uint32_t value) {
        u16(m_file.bigEndian() ? value >> 16 : value & 0xffff);
        u16(m_file.bigEndian() ? value & 0xffff : value >> 16);
    }
    std::uint32_t append(ByteView data) {
        if (m_out.size() % 2 != 0) m_out.push_back(0);
        const auto at = static_cast<std::uint32_t>(m_out.size());
        m_out.insert(m_out.end(), data.begin(), data.end());
        return at;
    }

    const TiffView& m_file;
    Bytes m_out;
};

// Directories of their own that a page points to; the tables of the JPEG of TIFF 6.0, which lie anywhere.
bool pointsElsewhere(std::uint32_t tag) {
    return tag == 330 || tag == 34665 || tag == 34853 || tag == 40965 || (tag >= 512 && tag <= 521);
}

std::optional<Bytes> TiffPage::write(const TiffDirectory& directory, std::size_t fileSize, ByteView bytes) {
    const bool tiled = directory.entry(324) != nullptr;
    const TiffEntry* offsets = directory.entry(tiled ? 324 : 273);
    const TiffEntry* lengths = directory.entry(tiled ? 325 : 279);
    if (offsets == nullptr || lengths == nullptr || offsets->count != lengths->count || offsets->count > (1u << 20)) return std::nullopt;
    std::vector<std::uint32_t> moved;
    m_out.clear();
    m_out.insert(m_out.end(), bytes.begin(), bytes.begin() + 4);
    u32(0);  // where the directory begins, set at the end
    for (std::uint32_t i = 0; i < offsets->count; ++i) {
        const std::size_t at = m_file.number(*offsets, i), length = m_file.number(*lengths, i);
        if (at > fileSize || length > fileSize - at || m_out.size() + length > fileSize + 4096) return std::nullopt;
        moved.push_back(append(bytes.subspan(at, length)));
    }
    std::vector<std::pair<TiffEntry, std::uint32_t>> rows;  // with the place of a value that is not inline
    for (const TiffEntry& entry : directory.entries) {
        if (pointsElsewhere(entry.tag)) continue;
        if (&entry == offsets) {
            rows.push_back({{entry.tag, kLong, entry.count, 0, 4 * std::size_t{entry.count}}, moved.empty() ? 0 : moved.front()});
            if (moved.size() > 1) {
                if (m_out.size() % 2 != 0) m_out.push_back(0);
                rows.back().second = static_cast<std::uint32_t>(m_out.size());
                for (const std::uint32_t each : moved) u32(each);
            }
        } else {
            rows.push_back({entry, entry.size > 4 ? append(m_file.value(entry)) : 0});
        }
    }
    if (m_out.size() % 2 != 0) m_out.push_back(0);
    const auto begin = static_cast<std::uint32_t>(m_out.size());
    u16(static_cast<std::uint32_t>(rows.size()));
    for (const auto& [entry, place] : rows) {
        u16(entry.tag);
        u16(entry.type);
        u32(entry.count);
        if (entry.tag == offsets->tag || entry.size > 4) {
            u32(place);
        } else {
            const ByteView value = m_file.value(entry);
            m_out.insert(m_out.end(), value.begin(), value.end());
            m_out.resize(m_out.size() + 4 - entry.size);
        }
    }
    u32(0);
    Bytes head;
    std::swap(head, m_out);
    u32(begin);
    std::copy(m_out.begin(), m_out.end(), head.begin() + 4);
    return head;
}

PicturePages tiffPages(ByteView bytes) {
    PicturePages result;
    const auto file = TiffView::open(bytes);
    if (!file) return result;
    std::vector<TiffDirectory> directories;
    std::set<std::size_t> visited;
    std::size_t previews = 0, at = file->first(), number = 0;
    while (at != 0) {
        ++number;
        const std::string page = "page " + std::to_string(number);
        auto directory = visited.insert(at).second ? file->directory(at) : std::nullopt;
        if (!directory) {
            if (number > 1)
                find(result.report, Severity::Warning, atByte(at), "image.page",
                     "The directory of " + page + " is not whole or is that of another page; this page and those behind it cannot be read.");
            break;
        }
        const TiffEntry *kind = directory->entry(254), *oldKind = directory->entry(255);
        const bool preview = (kind != nullptr && (file->number(*kind) & 5) != 0) || (oldKind != nullptr && file->number(*oldKind) == 2);
        if (const std::size_t end = at + 2 + 12 * std::size_t{file->u16(at)}; end + 4 > bytes.size())
            find(result.report, Severity::Warning, atByte(end), "image.page", "The file ends where " + page + " says whether another one follows.");
        at = directory->next;
        if (preview)
            ++previews;
        else
            directories.push_back(std::move(*directory));
        if (directories.size() + previews > kMaxPages) {
            find(result.report, Severity::Warning, "", "image.cap", "Only the first 1,000 pages are read.");
            break;
        }
    }
    if (previews > 0)
        find(result.report, Severity::Note, "", "image.preview", std::to_string(previews) + " of the pictures are previews or masks of others; they are not read.");
    if (directories.size() + previews < 2) return result;
    for (std::size_t i = 0; i < directories.size(); ++i) {
        const TiffDirectory& directory = directories[i];
        auto page = TiffPage(*file).write(directory, bytes.size(), bytes);
        if (!page) {
            find(result.report, Severity::Warning, "page " + std::to_string(i + 1), "image.page",
                 "The pixels of page " + std::to_string(i + 1) + " of " + std::to_string(directories.size()) +
                     " lie past the end of the file or are not told; the page is not read. Ask for the file again.");
            continue;
        }
        PicturePage picture{std::move(*page), "", {}};
        constexpr std::pair<std::uint32_t, const char*> kTexts[] = {{269, "DocumentName"}, {270, "ImageDescription"}, {285, "PageName"}};
        for (const auto& [tag, name] : kTexts)
            if (const TiffEntry* text = directory.entry(tag))
                if (std::string value = file->text(*text); !value.empty()) picture.facts.push_back({name, "", std::move(value)});
        result.pages.push_back(std::move(picture));
    }
    numberPages(result, "page");
    return result;
}

// The MP index of a JPEG: the bytes of its header to the end of the segment, and where it begins in the file.
std::optional<std::pair<ByteView, std::size_t>> mpIndex(ByteView bytes) {
    for (std::size_t at = 2; at + 4 < bytes.size() && bytes[at] == 0xff;) {
        const int marker = bytes[at + 1];
        if (marker == 0xda || marker == 0xd9) break;
        const std::size_t length = static_cast<std::size_t>(bytes[at + 2]) << 8 | bytes[at + 3];
        if (length < 2 || length > bytes.size() - at - 2) break;
        const ByteView body = bytes.subspan(at + 4, length - 2);
        if (marker == 0xe2 && textOf(body).starts_with("MPF\0"sv)) return std::pair(body.subspan(4), at + 8);
        at += 2 + length;
    }
    return std::nullopt;
}

PicturePages mpoPages(ByteView bytes) {
    PicturePages result;
    const auto index = mpIndex(bytes);
    const auto file = index ? TiffView::open(index->first) : std::nullopt;
    const auto directory = file ? file->directory(file->first()) : std::nullopt;
    const TiffEntry* list = directory ? directory->entry(0xb002) : nullptr;
    constexpr std::size_t kEntry = 16;
    if (list == nullptr || list->size < 2 * kEntry) return result;
    const std::size_t count = std::min(list->size / kEntry, kMaxPages);
    std::size_t previews = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = list->at + i * kEntry;
        const std::uint32_t type = file->u32(at) & 0xffffff;
        const std::size_t size = file->u32(at + 4), from = i == 0 ? 0 : index->second + file->u32(at + 8);
        if (type == 0x010001 || type == 0x010002) {
            ++previews;
            continue;
        }
        if (from > bytes.size() || size > bytes.size() - from || !textOf(bytes.subspan(from, size)).starts_with("\xff\xd8\xff"sv)) {
            find(result.report, Severity::Warning, atByte(from), "image.page",
                 "Picture " + std::to_string(i + 1) + " of " + std::to_string(count) + " does not lie where the file's index says; it is not read. Ask for the file again.");
            continue;
        }
        const ByteView part = bytes.subspan(from, size);
        result.pages.push_back({Bytes(part.begin(), part.end()), "", {}});
    }
    if (previews > 0)
        find(result.report, Severity::Note, "", "image.preview", std::to_string(previews) + " of the pictures are previews of others; they are not read.");
    numberPages(result, "picture");
    return result;
}

PicturePages pnmPages(ByteView bytes) {
    PicturePages result;
    std::size_t at = 0;
    while (result.pages.size() < kMaxPages) {
        const ByteView rest = bytes.subspan(at);
        const auto end = endOfPnm(rest);
        if (!end) {
            if (at == 0) return result;
            const auto wrong = readPnmHeader(rest);
            find(result.report, Severity::Warning, atByte(at), "image.page",
                 "Picture " + std::to_string(result.pages.size() + 1) + " begins here and cannot be read: " +
                     (wrong ? std::string("its samples are not all there.") : wrong.error().detail));
            break;
        }
        const ByteView part = rest.first(*end);
        result.pages.push_back({Bytes(part.begin(), part.end()), "", {}});
        at += *end;
        std::size_t next = at;
        while (next < bytes.size() && (bytes[next] == ' ' || (bytes[next] >= '\t' && bytes[next] <= '\r'))) ++next;
        if (next == bytes.size()) break;
        if (bytes[next] != 'P') {
            find(result.report, Severity::Warning, atByte(at), "image.trailing",
                 std::to_string(bytes.size() - at) + " bytes follow the picture and are no other one.");
            break;
        }
        at = next;
    }
    if (result.pages.size() == 1) result.pages.clear();
    numberPages(result, "picture");
    return result;
}

}  // namespace

PicturePages pagesOf(ByteView bytes, std::string_view mime) {
    if (mime == "image/tiff") return tiffPages(bytes);
    if (mime == "image/jpeg") return mpoPages(bytes);
    if (mime == "image/x-portable-anymap") return pnmPages(bytes);
    return {};
}

}  // namespace cotejo::exchange
