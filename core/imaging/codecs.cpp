#include "core/imaging/codecs.h"

#include <dlfcn.h>

#include "core/imaging/errors.h"

namespace cotejo::imaging {
namespace {

Result<Codecs> load() {
    void* library = dlopen(COTEJO_IMGCODECS, RTLD_NOW | RTLD_LOCAL);  // never closed: OpenCV keeps state of its own in it
    // The names that g++ gives to what opencv2/imgcodecs.hpp declares.
    void* decode = library == nullptr ? nullptr : dlsym(library, "_ZN2cv8imdecodeERKNS_11_InputArrayEi");
    void* encode = library == nullptr ? nullptr
                                      : dlsym(library,
                                              "_ZN2cv8imencodeERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEERKNS_11_"
                                              "InputArrayERSt6vectorIhSaIhEERKSB_IiSaIiEE");
    if (decode == nullptr || encode == nullptr) {
        const char* why = dlerror();
        return fail(kCodecsMissing,
                    std::string("The image codecs ") + COTEJO_IMGCODECS + " cannot be loaded: " + (why ? why : "unknown version"));
    }
    return Codecs{reinterpret_cast<decltype(Codecs::decode)>(decode), reinterpret_cast<decltype(Codecs::encode)>(encode)};
}

}  // namespace

Result<Codecs> codecs() {
    static const Result<Codecs> kLoaded = load();
    return kLoaded;
}

}  // namespace cotejo::imaging
