#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "ui/bridge/session.h"
#include "ui/compare/protocol/sample_reader.h"

namespace cotejo::compare {

class FacePage;

/// Brings two faces of a case to a face page: each is read and analysed alone, off the main thread. Nothing here compares them. Main
/// thread; ends with the page.
class FaceBench final : public QObject {
    Q_OBJECT

  public:
    /// `finder` may serve several pages and outlives them.
    FaceBench(bridge::Session& session, std::shared_ptr<FaceFinder> finder, FacePage& page);
    /// Another case: nothing is shown until it is asked for.
    void open(const CaseId& id);
    /// Nothing: the case has no picture of a face.
    void showProbe(const std::optional<record::Capture>& probe, UtcTime now);
    void showReference(const std::optional<record::Capture>& reference, const QString& title, const QString& detail);

  private:
    void read(const record::Capture& capture, std::function<void(Result<FaceSample>)> then);

    bridge::Session& m_session;
    std::shared_ptr<FaceFinder> m_finder;
    FacePage& m_page;
    CaseId m_case;
    CaptureId m_probe;
    int m_showing = 0;  ///< of references: a late answer of another one is dropped
};

}  // namespace cotejo::compare
