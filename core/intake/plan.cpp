#include "core/intake/plan.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/errors.h"
#include "core/base/file.h"
#include "core/exchange/read_exchange.h"
#include "core/intake/inspect.h"
#include "core/record/name_key.h"

namespace cotejo::intake {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostLookedInto = 64u << 20;  // bytes of a file whose name says nothing
constexpr std::size_t kMostTableRead = 64u << 20;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

enum class FileKind { Image, Transaction, Record, Table, Other };

FileKind kindOf(const fs::path& file) {
    static const std::map<std::string, FileKind> kinds{
        {".png", FileKind::Image},        {".jpg", FileKind::Image},        {".jpeg", FileKind::Image},       {".tif", FileKind::Image},
        {".tiff", FileKind::Image},       {".bmp", FileKind::Image},        {".jp2", FileKind::Image},        {".j2k", FileKind::Image},
        {".wsq", FileKind::Image},        {".an2", FileKind::Transaction},  {".an", FileKind::Transaction},   {".eft", FileKind::Transaction},
        {".nist", FileKind::Transaction}, {".nst", FileKind::Transaction},  {".iso", FileKind::Record},       {".fmr", FileKind::Record},
        {".fir", FileKind::Record},       {".fac", FileKind::Record},       {".ist", FileKind::Record},       {".mrz", FileKind::Record},
        {".csv", FileKind::Table},        {".tsv", FileKind::Table}};
    const auto at = kinds.find(lower(file.extension().string()));
    return at == kinds.end() ? FileKind::Other : at->second;
}

// What the bytes of a file say whose name says nothing (.json, .txt, .xml, none).
FileKind kindOfBytes(const fs::path& file) {
    const auto bytes = readFile(file, kMostLookedInto);
    if (!bytes) return FileKind::Other;
    using exchange::ExchangeFormat;
    const auto format = exchange::recogniseFormat(*bytes, file.filename().string());
    if (!format) return FileKind::Other;
    switch (*format) {
        case ExchangeFormat::Image:
        case ExchangeFormat::Wsq: return FileKind::Image;
        case ExchangeFormat::NistItl:
        case ExchangeFormat::NistItlXml:
        case ExchangeFormat::Osia:
        case ExchangeFormat::MosipRequest:
        case ExchangeFormat::MosipResponse: return FileKind::Transaction;
        case ExchangeFormat::TravelerCsv: return FileKind::Table;
        default: return FileKind::Record;
    }
}

// By its name, or by its bytes where the name says nothing.
bool isZone(const fs::path& file) {
    if (kindOf(file) != FileKind::Other) return lower(file.extension().string()) == ".mrz";
    const auto bytes = readFile(file, kMostLookedInto);
    return bytes && exchange::recogniseFormat(*bytes, file.filename().string()) == exchange::ExchangeFormat::Mrz;
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

// The pictures that a table names, by their paths.
std::vector<fs::path> picturesOf(const fs::path& table, const exchange::CsvMapping* mapping) {
    std::vector<fs::path> pictures;
    const auto bytes = readFile(table, kMostTableRead);
    if (!bytes) return pictures;
    const auto document = exchange::readExchangeFile(*bytes, table.filename().string(), {{}, nullptr, mapping});
    if (!document) return pictures;  // its unit says why
    for (const auto& person : document->persons)
        for (const auto& named : person.imageFiles)
            if (!leavesFolder(named.path)) pictures.push_back((table.parent_path() / named.path).lexically_normal());
    return pictures;
}

/// The files of one folder, by what they are.
struct Contents {
    std::vector<fs::path> folders, images, records, transactions, tables;
    std::size_t size() const { return images.size() + records.size() + transactions.size(); }
    void take(const Contents& other) {
        const auto append = [](std::vector<fs::path>& to, const std::vector<fs::path>& from) { to.insert(to.end(), from.begin(), from.end()); };
        append(images, other.images);
        append(records, other.records);
        append(transactions, other.transactions);
    }
};

// "fotos", "Huellas", "left hand": a folder that is called after what lies in it is nobody's name.
bool isNamedAfterItsContents(const fs::path& folder) {
    static const std::set<std::string> words{
        "FOTO", "FOTOS", "FOTOGRAFIA", "FOTOGRAFIAS", "PHOTO", "PHOTOS", "IMAGE", "IMAGES", "IMAGEN", "IMAGENES", "IMAGEM", "IMAGENS", "IMG", "PICTURES", "MEDIA",
        "FACE", "FACES", "CARA", "ROSTRO", "ROSTROS", "ROSTO", "FACIAL", "VISAGE", "RETRATO", "RETRATOS", "PORTRAIT", "PORTRAITS", "SELFIE", "SELFIES",
        "HUELLA", "HUELLAS", "DACTILARES", "DEDO", "DEDOS", "DIGITAIS", "FINGER", "FINGERS", "FINGERPRINT", "FINGERPRINTS", "PRINTS", "TENPRINT", "EMPREINTES", "SLAPS", "ROLLED",
        "MANO", "HAND", "HANDS", "MANOS", "LEFT", "RIGHT", "IZQUIERDA", "DERECHA", "IZQ", "DER", "THUMBS", "PULGARES", "IRIS", "IRISES",
        "BIOMETRIA", "BIOMETRIC", "BIOMETRICS", "BIOMETRICOS", "DATOS", "DATA", "DOC", "DOCS", "DOCUMENTO", "DOCUMENTOS", "DOCUMENT", "DOCUMENTS",
        "PASAPORTE", "PASSAPORTE", "PASSPORT", "PASSEPORT", "MRZ", "SCAN", "SCANS", "ESCANEOS", "CAPTURAS", "CAPTURES", "MUESTRAS", "SAMPLES", "ADJUNTOS", "ANEXOS", "ATTACHMENTS",
        "FILES", "ARCHIVOS"};
    std::string word;
    bool any = false;
    const std::string name = record::normaliseName(folder.filename().string()) + " ";
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            word += c;
            continue;
        }
        if (word.empty()) continue;  // numbers and signs say nothing
        if (!words.contains(word)) return false;
        any = true;
        word.clear();
    }
    return any;
}

class Planner {
  public:
    explicit Planner(const PlanOptions& options) : m_options(options) {}

    Status add(const fs::path& path) {
        std::error_code why;
        const auto status = fs::symlink_status(path, why);
        if (!fs::exists(status))
            return fail(base::kNotFound, path.string() + " does not exist", {{"file", path.string()}});
        if (fs::is_directory(status)) return addFolder(path, true, false);
        if (!fs::is_regular_file(status)) {
            skip(path, SkipReason::Link);
            return {};
        }
        const FileKind named = kindOf(path);
        switch (named == FileKind::Other ? kindOfBytes(path) : named) {
            case FileKind::Table: return addUnit(ImportUnit::Kind::TravelerTable, path);
            case FileKind::Image: return addImage(path);
            default: return addUnit(ImportUnit::Kind::ExchangeFile, path);  // its bytes may tell
        }
    }

    ImportPlan take() {
        const auto first = [](const ImportUnit& unit) -> const fs::path& {
            return !unit.file.empty() ? unit.file : !unit.images.empty() ? unit.images.front().file : unit.files.front();
        };
        std::sort(m_plan.units.begin(), m_plan.units.end(), [&](const auto& a, const auto& b) { return first(a) < first(b); });
        m_plan.found = m_plan.files + m_plan.skipped.size();
        return std::move(m_plan);
    }

  private:
    void skip(const fs::path& path, SkipReason reason) { m_plan.skipped.push_back({path, reason}); }

    Status count() {
        if (m_options.stop.stop_requested()) return fail(base::kCancelled, "the import was stopped while looking for files");
        if (++m_plan.files > kMaxFiles)
            return fail(base::kTooLarge, "more than " + std::to_string(kMaxFiles) + " files; import the folders one by one");
        return {};
    }

    Status addUnit(ImportUnit::Kind kind, const fs::path& path) {
        COTEJO_TRY(count());
        m_plan.units.push_back({kind, path.filename().string(), path, {}});
        return {};
    }

    Status addImage(const fs::path& path) {
        COTEJO_TRY(count());
        const auto stem = path.stem().string();
        m_plan.units.push_back({ImportUnit::Kind::ImageGroup, stem, {}, {{path, positionFromName(stem)}}});
        return {};
    }

    Status addTable(const fs::path& path) {
        COTEJO_TRY(addUnit(ImportUnit::Kind::TravelerTable, path));
        const std::size_t unit = m_plan.units.size() - 1;
        for (auto& picture : picturesOf(path, m_options.mapping)) {
            m_pictureFolders.insert(picture.parent_path());
            std::error_code why;
            if (!m_pictures.insert(picture).second || !fs::is_regular_file(fs::symlink_status(picture, why))) continue;
            COTEJO_TRY(count());  // read with its row
            ++m_plan.units[unit].named;
        }
        return {};
    }

    void sortIn(const fs::path& file, Contents& contents) {
        if (m_pictures.contains(file.lexically_normal())) return;
        FileKind kind = kindOf(file);
        if (kind == FileKind::Other) kind = kindOfBytes(file);
        switch (kind) {
            case FileKind::Image: return contents.images.push_back(file);
            case FileKind::Record: return contents.records.push_back(file);
            case FileKind::Transaction: return contents.transactions.push_back(file);
            case FileKind::Table: return contents.tables.push_back(file);
            case FileKind::Other: skip(file, SkipReason::Kind);
        }
    }

    Result<Contents> look(const fs::path& folder) {
        Contents contents;
        std::vector<fs::path> files;
        std::error_code why;
        for (fs::directory_iterator at(folder, why), end; !why && at != end; at.increment(why)) {
            if (m_options.stop.stop_requested()) return fail(base::kCancelled, "the import was stopped while looking for files");
            const auto status = at->symlink_status(why);
            if (at->path().filename().string().starts_with("."))
                skip(at->path(), SkipReason::Hidden);
            else if (fs::is_directory(status))
                contents.folders.push_back(at->path());
            else if (fs::is_regular_file(status))
                files.push_back(at->path());
            else
                skip(at->path(), SkipReason::Link);
        }
        if (why)
            return fail(base::kNotReadable, "folder " + folder.string() + " cannot be read: " + why.message(),
                        {{"file", folder.string()}});
        std::sort(files.begin(), files.end());
        std::sort(contents.folders.begin(), contents.folders.end());
        // Tables first: they say which pictures are theirs.
        for (const auto& file : files)
            if (kindOf(file) == FileKind::Table) COTEJO_TRY(addTable(file));
        for (const auto& file : files)
            if (kindOf(file) != FileKind::Table) sortIn(file, contents);
        for (const auto& file : contents.tables) COTEJO_TRY(addTable(file));
        contents.tables.clear();
        return contents;
    }

    // The images of a person: named by finger, numbered, or of one NAME_NUMBER; otherwise each name is somebody's.
    bool areOfOnePerson(const fs::path& folder, const std::vector<fs::path>& images) const {
        std::set<std::string> groups;
        for (const auto& image : images) groups.insert(groupOf(image.stem().string()));
        groups.erase("");
        groups.erase(folder.filename().string());
        return groups.size() <= 1 || images.size() <= 1;
    }

    bool isPerson(const fs::path& folder, const Contents& contents, bool chosen) const {
        if (m_options.grouping != Grouping::Auto) return m_options.grouping == Grouping::Folder && contents.size() > 0;
        if (contents.size() == 0 || contents.size() > kMostOfAPerson || contents.transactions.size() > 1 || !areOfOnePerson(folder, contents.images)) return false;
        const auto zones = std::count_if(contents.records.begin(), contents.records.end(), isZone);
        if (zones > 1) return false;
        return !chosen || (static_cast<std::size_t>(zones) + contents.transactions.size() == 1 && contents.size() > 1 && contents.folders.empty());
    }

    Status addFolder(const fs::path& folder, bool chosen, bool belowTable) {
        const std::size_t unitsBefore = m_plan.units.size();
        COTEJO_TRY_ASSIGN(Contents contents, look(folder));
        const bool hasTable = m_plan.units.size() > unitsBefore;
        // Ana/fotos and Ana/huellas are Ana's.
        std::vector<Looked> parts;
        if (m_options.grouping == Grouping::Auto && !hasTable && !belowTable) {
            COTEJO_TRY_ASSIGN(parts, lookIntoParts(contents));
            Contents whole = contents;
            for (const Looked& part : parts)
                if (part.contents.folders.empty() && !part.hasTable) whole.take(part.contents);
            if (whole.size() > contents.size() && isPerson(folder, whole, chosen)) {
                std::erase_if(parts, [](const Looked& part) { return part.contents.folders.empty() && !part.hasTable; });
                contents = std::move(whole);
            }
        }
        COTEJO_TRY(addLooked({folder, contents, hasTable}, chosen, belowTable));
        for (const Looked& part : parts) {
            // What nobody above claims is a list: one name, one person.
            COTEJO_TRY(addLooked(part, true, false));
            for (const auto& sub : part.contents.folders) COTEJO_TRY(addFolder(sub, false, part.hasTable));
        }
        for (const auto& sub : contents.folders) COTEJO_TRY(addFolder(sub, false, belowTable || hasTable));
        return {};
    }

    struct Looked {
        fs::path folder;
        Contents contents;
        bool hasTable = false;
    };

    // Takes the folders named after their contents out of `contents`, looked into.
    Result<std::vector<Looked>> lookIntoParts(Contents& contents) {
        std::vector<Looked> parts;
        for (const auto& sub : contents.folders) {
            if (!isNamedAfterItsContents(sub)) continue;
            const std::size_t unitsBefore = m_plan.units.size();
            COTEJO_TRY_ASSIGN(auto found, look(sub));
            parts.push_back({sub, std::move(found), m_plan.units.size() > unitsBefore});
        }
        std::erase_if(contents.folders, isNamedAfterItsContents);
        return parts;
    }

    Status addLooked(const Looked& looked, bool chosen, bool belowTable) {
        const auto& [folder, contents, hasTable] = looked;
        const bool holdsPicturesOfATable = m_pictureFolders.contains(folder.lexically_normal());
        if (hasTable || (belowTable && holdsPicturesOfATable)) {
            // What the table does not name is nobody's that can be told; it is said by name.
            for (const auto& image : contents.images) skip(image, SkipReason::BesideTable);
            for (const auto* files : {&contents.records, &contents.transactions})
                for (const auto& file : *files) COTEJO_TRY(addUnit(ImportUnit::Kind::ExchangeFile, file));
        } else if (isPerson(folder, contents, chosen)) {
            COTEJO_TRY(addPerson(folder, contents));
        } else {
            COTEJO_TRY(groupImages(folder, contents.images));
            for (const auto* files : {&contents.records, &contents.transactions})
                for (const auto& file : *files) COTEJO_TRY(addUnit(ImportUnit::Kind::ExchangeFile, file));
        }
        return {};
    }

    Status addPerson(const fs::path& folder, const Contents& contents) {
        ImportUnit unit;
        unit.label = folder.filename().string();
        if (unit.label.empty()) unit.label = folder.parent_path().filename().string();
        for (const auto& image : contents.images) {
            COTEJO_TRY(count());
            unit.images.push_back({image, positionFromName(image.stem().string())});
        }
        for (const auto* files : {&contents.transactions, &contents.records})
            for (const auto& file : *files) {
                COTEJO_TRY(count());
                unit.files.push_back(file);
            }
        std::sort(unit.files.begin(), unit.files.end());
        if (unit.images.empty() && unit.files.size() == 1) {
            unit.kind = ImportUnit::Kind::ExchangeFile;  // it may bring several people
            unit.file = unit.files.front();
            unit.label = unit.file.filename().string();
            unit.files.clear();
        } else {
            unit.kind = unit.files.empty() ? ImportUnit::Kind::ImageGroup : ImportUnit::Kind::PersonFolder;
        }
        m_plan.units.push_back(std::move(unit));
        return {};
    }

    Status groupImages(const fs::path& folder, const std::vector<fs::path>& files) {
        std::map<std::string, ImportUnit> groups;
        for (const auto& file : files) {
            COTEJO_TRY(count());
            const auto stem = file.stem().string();
            const auto position = positionFromName(stem);
            auto label = groupOf(stem);
            if (isNumber(stem) || position != record::FingerPosition::Unknown || label == folder.filename().string())
                label = folder.filename().string();  // "Name/1.jpg", "Name/Name_0001.jpg", "Name/right_index.png"
            else if (label.empty() || m_options.grouping == Grouping::File)
                label = stem;
            auto& unit = groups[label];
            unit.label = label;
            unit.images.push_back({file, position});
        }
        for (auto& [label, unit] : groups) m_plan.units.push_back(std::move(unit));
        return {};
    }

    const PlanOptions& m_options;
    ImportPlan m_plan;
    std::set<fs::path> m_pictures, m_pictureFolders;  // of tables
};

}  // namespace

std::vector<fs::path> ImportUnit::allFiles() const {
    std::vector<fs::path> all;
    if (!file.empty()) all.push_back(file);
    for (const auto& image : images) all.push_back(image.file);
    all.insert(all.end(), files.begin(), files.end());
    return all;
}

Result<ImportPlan> planImport(const std::vector<fs::path>& paths, const PlanOptions& options) {
    Planner planner(options);
    for (const auto& path : paths) COTEJO_TRY(planner.add(path));
    return planner.take();
}

Result<ImportPlan> planImport(const std::vector<fs::path>& paths, std::stop_token stop) {
    return planImport(paths, PlanOptions{Grouping::Auto, nullptr, std::move(stop)});
}

bool moveFile(ImportPlan& plan, std::size_t from, const fs::path& file, std::size_t to) {
    if (from >= plan.units.size() || to >= plan.units.size() || from == to) return false;
    ImportUnit &source = plan.units[from], &target = plan.units[to];
    if (source.kind == ImportUnit::Kind::TravelerTable || target.kind == ImportUnit::Kind::TravelerTable) return false;
    const auto image = std::find_if(source.images.begin(), source.images.end(), [&](const PlannedImage& each) { return each.file == file; });
    if (image != source.images.end()) {
        target.images.push_back(*image);
        source.images.erase(image);
    } else if (source.file == file) {
        target.files.push_back(file);
        source.file.clear();
    } else if (std::erase(source.files, file) > 0) {
        target.files.push_back(file);
    } else {
        return false;
    }
    for (ImportUnit* unit : {&source, &target}) {
        if (!unit->file.empty() && unit->allFiles().size() > 1) {
            unit->files.push_back(unit->file);
            unit->file.clear();
        }
        std::sort(unit->files.begin(), unit->files.end());
        if (!unit->file.empty()) continue;
        if (unit->images.empty() && unit->files.size() == 1) {
            unit->kind = ImportUnit::Kind::ExchangeFile;
            unit->file = unit->files.front();
            unit->files.clear();
        } else {
            unit->kind = unit->files.empty() ? ImportUnit::Kind::ImageGroup : ImportUnit::Kind::PersonFolder;
        }
    }
    if (source.allFiles().empty()) plan.units.erase(plan.units.begin() + static_cast<std::ptrdiff_t>(from));
    return true;
}

}  // namespace cotejo::intake
