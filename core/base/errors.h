#pragma once

/// Codes that any room may return. Every room with codes of its own lists them like this in its errors.h, one constant a
/// line; tests/rules checks that each has a sentence in ui/bridge/error_text.cpp.
namespace cotejo::base {

inline constexpr char kNotFound[] = "E_NOT_FOUND";              ///< file or folder does not exist
inline constexpr char kNotReadable[] = "E_NOT_READABLE";        ///< exists, but cannot be read
inline constexpr char kNotWritable[] = "E_NOT_WRITABLE";        ///< cannot be written, no space included
inline constexpr char kTooLarge[] = "E_TOO_LARGE";              ///< above a stated cap
inline constexpr char kMalformed[] = "E_MALFORMED";             ///< bytes do not follow their format
inline constexpr char kInvalidArgument[] = "E_INVALID_ARGUMENT";///< a value outside its allowed set
inline constexpr char kCancelled[] = "E_CANCELLED";             ///< the caller asked to stop
inline constexpr char kInternal[] = "E_INTERNAL";               ///< a library failed in a way we do not know

}  // namespace cotejo::base
