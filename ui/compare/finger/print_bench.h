#pragma once

#include <QHash>
#include <QObject>
#include <map>
#include <memory>
#include <optional>

#include "ui/bridge/session.h"
#include "ui/compare/finger/print_sequence.h"
#include "ui/compare/protocol/sample_reader.h"

namespace cotejo::compare {

class FingerPage;

/// Brings the prints of a case to a finger page: board, the finger under examination, and where the officer may know it, what the engine
/// says of the pair. Main thread; ends with the page.
class PrintBench final : public QObject {
    Q_OBJECT

  public:
    /// Two sets of prints. `given`: the pair that was compared, whatever fingers it is said to be of.
    struct Prints {
        std::vector<record::Capture> probes, references;
        std::optional<std::pair<CaptureId, CaptureId>> given;
        QString letter;        ///< of the reference; empty: the probes alone
        QString title;         ///< "Reference C"
        bool compare = false;  ///< the engine may be asked to compare
    };

    PrintBench(bridge::Session& session, FingerPage& page, PrintPairing pairing);
    void open(const CaseId& id);
    /// Stays at the finger it was at, but goes to the pair that is given.
    void show(Prints prints);
    void openFinger(record::FingerPosition position);
    record::FingerPosition position() const { return m_position; }
    const record::Capture* probeAt(record::FingerPosition position) const;
    std::optional<record::Capture> referenceAt(record::FingerPosition position) const;

  private:
    using Sample = std::shared_ptr<const FingerSample>;
    struct Shown {
        Sample probe, reference;
        PairedPrints paired;
    };
    void load();
    void put(const Shown& shown);
    void say(const QString& remark);
    void loadPictures(const std::vector<record::Capture>& captures);
    void checkOrder();
    void refreshBoard();
    Sample known(const CaptureId& id) const;

    bridge::Session& m_session;
    FingerPage& m_page;
    PrintPairing m_pairing;
    CaseId m_case;
    Prints m_prints;
    record::FingerPosition m_position = record::FingerPosition::Unknown;
    std::map<CaptureId, Sample> m_samples;
    std::map<CaptureId, QImage> m_pictures;
    std::map<record::FingerPosition, FingerCell::Sequence> m_sequence;
    int m_showing = 0;  ///< a late answer of other prints or another finger is dropped
    int m_set = 0;      ///< counts sets of prints
};

}  // namespace cotejo::compare
