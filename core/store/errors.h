#pragma once

namespace cotejo::store {

inline constexpr char kBusy[] = "E_STORE_BUSY";              ///< another program holds the database; try again
inline constexpr char kFull[] = "E_STORE_FULL";              ///< no space left where the database lives
inline constexpr char kReadOnly[] = "E_STORE_READ_ONLY";     ///< file or folder may not be written
inline constexpr char kIo[] = "E_STORE_IO";                  ///< the disk failed while reading or writing
inline constexpr char kCorrupt[] = "E_STORE_CORRUPT";        ///< a page or file is damaged; nothing was changed
inline constexpr char kKey[] = "E_STORE_KEY";                ///< the key does not open this database
inline constexpr char kVersion[] = "E_STORE_VERSION";        ///< written by a newer Cotejo, or the wrong SQLite is linked
inline constexpr char kConstraint[] = "E_STORE_CONSTRAINT";  ///< a rule of the database refused the change; param "rule"
inline constexpr char kMissing[] = "E_STORE_MISSING";        ///< an attachment has not arrived, or has been erased

}  // namespace cotejo::store
