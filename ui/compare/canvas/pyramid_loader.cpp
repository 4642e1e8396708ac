#include "ui/compare/canvas/pyramid_loader.h"

#include <QtConcurrent>

namespace cotejo::compare {

void PyramidLoader::load(int slot, const QImage& image) {
    const int request = ++m_request;
    m_newest[slot] = request;
    if (image.isNull()) {
        emit ready(slot, nullptr);
        return;
    }
    ++m_running;
    auto* watcher = new QFutureWatcher<PyramidPtr>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, slot, request] {
        watcher->deleteLater();
        --m_running;
        if (m_newest.value(slot) == request) emit ready(slot, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([image] { return Pyramid::build(image); }));
}

}  // namespace cotejo::compare
