#include "ui/bridge/worker.h"

#include <algorithm>

namespace cotejo::bridge {

Worker::Worker(QObject* parent) : QObject(parent) {
    // Two lanes at least, so that a long import never keeps an officer's decision waiting.
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 3, 6));
}

Worker::~Worker() {
    m_all.request_stop();
    m_pool.waitForDone();
}

}  // namespace cotejo::bridge
