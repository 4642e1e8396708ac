#pragma once

#include <QFutureWatcher>
#include <QHash>
#include <QImage>
#include <QObject>

#include "ui/compare/canvas/pyramid.h"

namespace cotejo::compare {

/// Prepares images for painting off the main thread, one slot each; the newest request of a slot wins, and
/// nothing is delivered to a loader that is gone. Main thread.
class PyramidLoader : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    /// Delivers ready(slot, pyramid) later; a null image delivers a null pyramid at once.
    void load(int slot, const QImage& image);
    bool isBusy() const { return m_running > 0; }

  signals:
    void ready(int slot, cotejo::compare::PyramidPtr image);

  private:
    QHash<int, int> m_newest;
    int m_request = 0;
    int m_running = 0;
};

}  // namespace cotejo::compare
