#pragma once

namespace cotejo::exchange {

inline constexpr char kUnknownFormat[] =
    "E_EXCHANGE_UNKNOWN_FORMAT";  ///< the bytes are of no format that is read here
inline constexpr char kNotDecoded[] =
    "E_EXCHANGE_NOT_DECODED";  ///< a recognised format without a reader; bytes kept
inline constexpr char kCannotExpress[] =
    "E_EXCHANGE_CANNOT_EXPRESS";  ///< a value has no place in the format to be written

inline constexpr char kEnvelopeSignature[] =
    "E_ENVELOPE_SIGNATURE";  ///< none of the keys that may sign an envelope signed this one
inline constexpr char kEnvelopeSeal[] =
    "E_ENVELOPE_SEAL";  ///< sealed to another key, or changed since

}  // namespace cotejo::exchange
