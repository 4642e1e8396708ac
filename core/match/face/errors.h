#pragma once

/// Codes of the face engine.
namespace cotejo::match {

inline constexpr char kNoFace[] = "E_FACE_NOT_FOUND";  ///< the image shows nothing that passes as a face
inline constexpr char kFaceImageUnusable[] =
    "E_FACE_IMAGE";  ///< empty, too small, too large or of another pixel type
inline constexpr char kModelManifest[] =
    "E_MODEL_MANIFEST";                               ///< a manifest lacks a field or has one out of range
inline constexpr char kModelHash[] = "E_MODEL_HASH";  ///< a model file is not the one its manifest names
inline constexpr char kModelShape[] =
    "E_MODEL_SHAPE";  ///< a model cannot be loaded or answers in another shape
inline constexpr char kModelSelfTest[] =
    "E_MODEL_SELF_TEST";  ///< the set computes other numbers here than it should
inline constexpr char kFaceTemplate[] =
    "E_FACE_TEMPLATE";  ///< stored template bytes are damaged or of a newer version

}  // namespace cotejo::match
