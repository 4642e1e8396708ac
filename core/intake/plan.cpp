#include "core/intake/plan.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/errors.h"

namespace cotejo::intake {
namespace fs = std::filesystem;
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

enum class FileKind { Image, Exchange, Table, Other };

FileKind kindOf(const fs::path& file) {
    static const std::map<std::string, FileKind> kinds{
        {".png", FileKind::Image},     {".jpg", FileKind::Image},     {".jpeg", FileKind::Image},   {".tif", FileKind::Image},
        {".tiff", FileKind::Image},    {".bmp", FileKind::Image},     {".jp2", FileKind::Image},    {".j2k", FileKind::Image},
        {".wsq", FileKind::Image},     {".an2", FileKind::Exchange},  {".an", FileKind::Exchange},  {".eft", FileKind::Exchange},
        {".nist", FileKind::Exchange}, {".nst", FileKind::Exchange},  {".iso", FileKind::Exchange}, {".fmr", FileKind::Exchange},
        {".fir", FileKind::Exchange},  {".fac", FileKind::Exchange},  {".ist", FileKind::Exchange}, {".mrz", FileKind::Exchange},
        {".csv", FileKind::Table},     {".tsv", FileKind::Table}};
    const auto at = kinds.find(lower(file.extension().string()));
    return at == kinds.end() ? FileKind::Other : at->second;
}

record::FingerPosition positionFromName(const std::string& stem) {
    using record::FingerPosition;
    const auto name = lower(stem);
    for (const auto& [position, code] : record::codes<FingerPosition>)
        if (position != FingerPosition::Unknown && name.find(code) != std::string::npos) return position;
    static constexpr std::array<std::pair<std::string_view, int>, 2> hands{{{"r", 0}, {"l", 5}}};
    if (name.size() == 2)
        for (const auto& [hand, base] : hands)
            if (name.substr(0, 1) == hand && name[1] >= '1' && name[1] <= '5')
                return static_cast<FingerPosition>(base + name[1] - '0');
    return FingerPosition::Unknown;
}

bool isNumber(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

/// "101" for "101_3"; empty when the name is not of that form.
std::string groupOf(const std::string& stem) {
    const auto bar = stem.rfind('_');
    if (bar == std::string::npos || bar == 0 || !isNumber(stem.substr(bar + 1))) return {};
    return stem.substr(0, bar);
}

class Planner {
  public:
    explicit Planner(std::stop_token stop) : m_stop(std::move(stop)) {}

    Status add(const fs::path& path, bool fromUser) {
        std::error_code why;
        const auto status = fs::symlink_status(path, why);
        if (!fs::exists(status))
            return fail(base::kNotFound, path.string() + " does not exist", {{"file", path.string()}});
        if (fs::is_directory(status)) return addFolder(path);
        if (!fs::is_regular_file(status)) {
            m_plan.skipped.push_back(path);
            return {};
        }
        if (fromUser && kindOf(path) == FileKind::Other) return addUnit(ImportUnit::Kind::ExchangeFile, path);  // its bytes may tell
        return addFile(path);
    }

    ImportPlan take() {
        std::sort(m_plan.units.begin(), m_plan.units.end(), [](const auto& a, const auto& b) {
            return (a.images.empty() ? a.file : a.images[0].file) < (b.images.empty() ? b.file : b.images[0].file);
        });
        return std::move(m_plan);
    }

  private:
    Status count() {
        if (m_stop.stop_requested()) return fail(base::kCancelled, "the import was stopped while looking for files");
        if (++m_plan.files > kMaxFiles)
            return fail(base::kTooLarge, "more than " + std::to_string(kMaxFiles) + " files; import the folders one by one");
        return {};
    }

    Status addUnit(ImportUnit::Kind kind, const fs::path& path) {
        COTEJO_TRY(count());
        m_plan.units.push_back({kind, path.filename().string(), path, {}});
        return {};
    }

    Status addFile(const fs::path& path) {
        switch (kindOf(path)) {
            case FileKind::Exchange: return addUnit(ImportUnit::Kind::ExchangeFile, path);
            case FileKind::Table: return addUnit(ImportUnit::Kind::TravelerTable, path);
            case FileKind::Image: {
                COTEJO_TRY(count());
                const auto stem = path.stem().string();
                m_plan.units.push_back({ImportUnit::Kind::ImageGroup, stem, {}, {{path, positionFromName(stem)}}});
                return {};
            }
            case FileKind::Other: m_plan.skipped.push_back(path);
        }
        return {};
    }

    Status addFolder(const fs::path& folder) {
        std::vector<fs::path> files;
        std::vector<fs::path> folders;
        std::error_code why;
        for (fs::directory_iterator at(folder, why), end; !why && at != end; at.increment(why)) {
            if (m_stop.stop_requested()) return fail(base::kCancelled, "the import was stopped while looking for files");
            const auto status = at->symlink_status(why);
            if (at->path().filename().string().starts_with("."))
                m_plan.skipped.push_back(at->path());
            else if (fs::is_directory(status))
                folders.push_back(at->path());
            else if (fs::is_regular_file(status))
                files.push_back(at->path());
            else
                m_plan.skipped.push_back(at->path());
        }
        if (why)
            return fail(base::kNotReadable, "folder " + folder.string() + " cannot be read: " + why.message(),
                        {{"file", folder.string()}});
        std::sort(files.begin(), files.end());
        std::sort(folders.begin(), folders.end());
        const bool table = std::any_of(files.begin(), files.end(), [](const auto& f) { return kindOf(f) == FileKind::Table; });
        if (table) {
            // The table names the images that belong to its travelers; they are not travelers of their own.
            for (const auto& file : files)
                if (kindOf(file) != FileKind::Image) COTEJO_TRY(addFile(file));
            return {};
        }
        COTEJO_TRY(groupImages(folder, files));
        for (const auto& file : files)
            if (kindOf(file) != FileKind::Image) COTEJO_TRY(addFile(file));
        for (const auto& sub : folders) COTEJO_TRY(addFolder(sub));
        return {};
    }

    Status groupImages(const fs::path& folder, const std::vector<fs::path>& files) {
        std::map<std::string, ImportUnit> groups;
        for (const auto& file : files) {
            if (kindOf(file) != FileKind::Image) continue;
            COTEJO_TRY(count());
            const auto stem = file.stem().string();
            const auto position = positionFromName(stem);
            auto label = groupOf(stem);
            if (isNumber(stem) || position != record::FingerPosition::Unknown || label == folder.filename().string())
                label = folder.filename().string();  // "Name/1.jpg", "Name/Name_0001.jpg", "Name/right_index.png"
            else if (label.empty())
                label = stem;
            auto& unit = groups[label];
            unit.label = label;
            unit.images.push_back({file, position});
        }
        for (auto& [label, unit] : groups) m_plan.units.push_back(std::move(unit));
        return {};
    }

    ImportPlan m_plan;
    std::stop_token m_stop;
};

}  // namespace

Result<ImportPlan> planImport(const std::vector<fs::path>& paths, std::stop_token stop) {
    Planner planner(std::move(stop));
    for (const auto& path : paths) COTEJO_TRY(planner.add(path, true));
    return planner.take();
}

}  // namespace cotejo::intake
