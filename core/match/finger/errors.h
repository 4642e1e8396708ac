#pragma once

/// Codes of the fingerprint engine; see core/base/errors.h for the general ones.
namespace cotejo::match {

inline constexpr char kFingerPpiUnknown[] =
    "E_FINGER_PPI_UNKNOWN";  ///< the resolution of the image is not known
inline constexpr char kFingerPpiUnsupported[] = "E_FINGER_PPI_UNSUPPORTED";  ///< outside 200 to 2000 ppi
inline constexpr char kFingerTooSmall[] = "E_FINGER_TOO_SMALL";  ///< less than about 4 mm of finger
inline constexpr char kFingerTooLarge[] = "E_FINGER_TOO_LARGE";  ///< more than one finger can fill
inline constexpr char kFingerBlank[] = "E_FINGER_BLANK";         ///< no contrast anywhere
inline constexpr char kFingerNoRidges[] = "E_FINGER_NO_RIDGES";  ///< contrast, but no ridge pattern
inline constexpr char kFingerTemplateVersion[] =
    "E_FINGER_TEMPLATE_VERSION";  ///< template of another version
inline constexpr char kFingerTemplateDamaged[] =
    "E_FINGER_TEMPLATE_DAMAGED";  ///< checksum or content is wrong
inline constexpr char kFingerTooFewMinutiae[] = "E_FINGER_TOO_FEW_MINUTIAE";  ///< nothing to compare with
inline constexpr char kFingerSelfTest[] = "E_FINGER_SELF_TEST";  ///< the start-up test of the engine failed

}  // namespace cotejo::match
