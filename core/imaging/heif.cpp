#include "core/imaging/heif.h"

#include <dlfcn.h>
#include <libheif/heif.h>

#include <memory>
#include <opencv2/imgproc.hpp>

#include "core/base/errors.h"
#include "core/imaging/alpha.h"
#include "core/imaging/errors.h"

namespace cotejo::imaging::detail {

namespace {

struct Heif {
    decltype(&heif_context_alloc) allocate;
    decltype(&heif_context_free) freeContext;
    decltype(&heif_context_read_from_memory_without_copy) read;
    decltype(&heif_context_set_maximum_image_size_limit) limitSize;
    decltype(&heif_context_set_max_decoding_threads) limitThreads;
    decltype(&heif_context_get_primary_image_handle) primary;
    decltype(&heif_context_get_number_of_top_level_images) count;
    decltype(&heif_image_handle_get_width) width;
    decltype(&heif_image_handle_get_height) height;
    decltype(&heif_image_handle_has_alpha_channel) hasAlpha;
    decltype(&heif_image_handle_get_luma_bits_per_pixel) bits;
    decltype(&heif_image_handle_release) freeHandle;
    decltype(&heif_decode_image) decode;
    decltype(&heif_image_get_width) planeWidth;
    decltype(&heif_image_get_height) planeHeight;
    decltype(&heif_image_get_plane_readonly) plane;
    decltype(&heif_image_release) freeImage;
};

Result<Heif> loadHeif() {
    void* library = dlopen(COTEJO_LIBHEIF, RTLD_NOW | RTLD_LOCAL);  // never closed: its plugins register once
    Heif heif{};
    bool whole = library != nullptr;
    const auto find = [&](auto& function, const char* name) {
        void* found = whole ? dlsym(library, name) : nullptr;
        whole = found != nullptr;
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(found);
    };
    find(heif.allocate, "heif_context_alloc");
    find(heif.freeContext, "heif_context_free");
    find(heif.read, "heif_context_read_from_memory_without_copy");
    find(heif.limitSize, "heif_context_set_maximum_image_size_limit");
    find(heif.limitThreads, "heif_context_set_max_decoding_threads");
    find(heif.primary, "heif_context_get_primary_image_handle");
    find(heif.count, "heif_context_get_number_of_top_level_images");
    find(heif.width, "heif_image_handle_get_width");
    find(heif.height, "heif_image_handle_get_height");
    find(heif.hasAlpha, "heif_image_handle_has_alpha_channel");
    find(heif.bits, "heif_image_handle_get_luma_bits_per_pixel");
    find(heif.freeHandle, "heif_image_handle_release");
    find(heif.decode, "heif_decode_image");
    find(heif.planeWidth, "heif_image_get_width");
    find(heif.planeHeight, "heif_image_get_height");
    find(heif.plane, "heif_image_get_plane_readonly");
    find(heif.freeImage, "heif_image_release");
    if (!whole) {
        const char* why = dlerror();
        return fail(kCodecsMissing, std::string("The HEIC codec ") + COTEJO_LIBHEIF + " cannot be loaded: " + (why != nullptr ? why : "unknown version"));
    }
    return heif;
}

const Result<Heif>& library() {
    static const Result<Heif> kLoaded = loadHeif();
    return kLoaded;
}

tl::unexpected<Error> malformed(const std::string& what) {
    return fail(base::kMalformed, "The HEIC image is damaged or cut short: " + what + ".", {{"format", "HEIC"}});
}

std::string said(const heif_error& error) {
    return error.message != nullptr ? std::string(error.message).substr(0, 200) : "code " + std::to_string(error.code);
}

// Every box of the file's top level is whole, which the library does not ask for.
Status checkBoxes(ByteView bytes) {
    ByteReader reader(bytes);
    while (reader.left() > 0) {
        const std::size_t at = reader.position();
        std::uint64_t length = reader.u32(), head = 8;
        reader.u32();
        if (length == 1) {
            length = reader.u64();
            head = 16;
        }
        if (length == 0 && !reader.failed()) return {};  // to the end of the file
        if (reader.failed() || length < head || length - head > reader.left())
            return malformed("the box at byte " + std::to_string(at) + " is not complete");
        reader.raw(static_cast<std::size_t>(length - head));
    }
    return {};
}

/// One open picture.
class HeifPicture {
  public:
    explicit HeifPicture(const Heif& heif)
        : m_heif(heif), m_context(heif.allocate(), heif.freeContext), m_handle(nullptr, heif.freeHandle) {}
    Status open(ByteView bytes) {
        COTEJO_TRY(checkBoxes(bytes));
        m_size = bytes.size();
        m_heif.limitSize(m_context.get(), kLargestSide);  // what may be decoded is asked of the header
        m_heif.limitThreads(m_context.get(), 0);  // in the caller's thread
        if (const auto error = m_heif.read(m_context.get(), bytes.data(), bytes.size(), nullptr); error.code != heif_error_Ok)
            return malformed(said(error) + ", in a file of " + std::to_string(bytes.size()) + " bytes that ends there");
        heif_image_handle* handle = nullptr;
        if (const auto error = m_heif.primary(m_context.get(), &handle); error.code != heif_error_Ok)
            return malformed(said(error) + ", in a file that ends at byte " + std::to_string(m_size));
        m_handle.reset(handle);
        return {};
    }
    ImageHeader header() const {
        ImageHeader header;
        header.format = ImageFormat::Heic;
        header.width = m_heif.width(m_handle.get());
        header.height = m_heif.height(m_handle.get());
        header.bitDepth = std::max(m_heif.bits(m_handle.get()), 1);
        header.channels = m_heif.hasAlpha(m_handle.get()) != 0 ? 4 : 3;
        header.pictures = std::max(m_heif.count(m_context.get()), 1);
        return header;
    }
    Result<cv::Mat> pixels(const ImageHeader& header) const {
        const bool alpha = header.channels == 4;
        heif_image* raw = nullptr;
        const auto error = m_heif.decode(m_handle.get(), &raw, heif_colorspace_RGB,
                                         alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
        const std::unique_ptr<heif_image, decltype(m_heif.freeImage)> image(raw, m_heif.freeImage);
        if (error.code != heif_error_Ok || !image) return malformed(said(error) + ", in a file that ends at byte " + std::to_string(m_size));
        int stride = 0;
        const std::uint8_t* plane = m_heif.plane(image.get(), heif_channel_interleaved, &stride);
        const int width = m_heif.planeWidth(image.get(), heif_channel_interleaved), height = m_heif.planeHeight(image.get(), heif_channel_interleaved);
        if (plane == nullptr || width != header.width || height != header.height) return malformed("its pixels have another size than its header");
        const cv::Mat rgb(height, width, alpha ? CV_8UC4 : CV_8UC3, const_cast<std::uint8_t*>(plane), static_cast<std::size_t>(stride));
        cv::Mat bgr;
        cv::cvtColor(rgb, bgr, alpha ? cv::COLOR_RGBA2BGRA : cv::COLOR_RGB2BGR);
        return alpha ? onWhite(bgr) : bgr;
    }

  private:
    static constexpr int kLargestSide = 65'535;
    const Heif& m_heif;
    std::size_t m_size = 0;
    std::unique_ptr<heif_context, decltype(Heif::freeContext)> m_context;
    std::unique_ptr<heif_image_handle, decltype(Heif::freeHandle)> m_handle;
};

}  // namespace

bool looksLikeHeif(ByteView bytes) {
    const auto text = textOf(bytes);
    if (text.size() < 12 || text.substr(4, 4) != "ftyp") return false;
    constexpr std::string_view kBrands[] = {"heic", "heix", "heim", "heis", "mif1"};
    for (const auto brand : kBrands)
        if (text.substr(8, 4) == brand) return true;
    return false;
}

Result<ImageHeader> readHeifHeader(ByteView bytes) {
    const auto& heif = library();
    if (!heif) return tl::unexpected<Error>(heif.error());
    HeifPicture picture(*heif);
    COTEJO_TRY(picture.open(bytes));
    return picture.header();
}

Result<DecodedImage> decodeHeif(ByteView bytes) {
    const auto& heif = library();
    if (!heif) return tl::unexpected<Error>(heif.error());
    HeifPicture picture(*heif);
    COTEJO_TRY(picture.open(bytes));
    const ImageHeader header = picture.header();
    COTEJO_TRY_ASSIGN(cv::Mat pixels, picture.pixels(header));
    DecodedImage image;
    image.pixels = std::move(pixels);
    image.mime = mimeOf(ImageFormat::Heic);
    image.bitDepth = header.bitDepth;
    return image;
}

}  // namespace cotejo::imaging::detail
