#pragma once

namespace cotejo {

/// For programs that decode many images: each one's planes are allocated and freed anew, and by default glibc hands their pages back
/// to the kernel every time; fetching them again costs more than decoding. From this call on the process keeps up to 64 MiB of freed
/// memory. Call it once, before threads start. Elsewhere than on glibc it does nothing.
void keepFreedPages();

/// The reverse, for a program that serves many peers at once: what a request took goes back to the system when it is answered, and threads share two heaps.
void returnFreedPages();

/// No core file of this process is written, and no other process of the same user reads its memory: passphrases and keys stand there. For
/// programs, before they read the first of them. Built with sanitizers, which read their own process, only the core file is forbidden.
void keepSecretsInMemory();

}  // namespace cotejo
