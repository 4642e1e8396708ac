#include "core/base/id.h"

#include <sodium.h>

namespace cotejo {

void fillRandom(std::uint8_t* out, std::size_t count) { randombytes_buf(out, count); }

}  // namespace cotejo
