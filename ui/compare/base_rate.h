#pragma once

#include <QtGlobal>

namespace cotejo::compare {

/// What a candidate means in a list of this size, as natural frequencies. Plain arithmetic on the calibrated
/// rates: each of N entries brings up a stranger with probability FMR, so 1 - (1 - FMR)^N of the travelers
/// who are not listed bring up one.
struct BaseRate {
    int anyOf100 = 0;     ///< of 100 travelers who are not listed: bring up at least one candidate
    int asHighOf100 = 0;  ///< of the same: one with this score or more
    qint64 listedCandidates =
        0;  ///< of `travelers`, if one in `oneIn` is listed: candidates who are that person
    qint64 strangerCandidates = 0;  ///< and candidates who are not
};

BaseRate baseRate(qint64 gallerySize, double fmrAtThreshold, double fmrAtScore, double fnmrAtThreshold,
                  qint64 travelers, qint64 oneIn);

}  // namespace cotejo::compare
