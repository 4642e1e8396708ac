#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QtConcurrentRun>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace cotejo::bridge {

/// Runs core calls off the main thread and delivers what they return on it. Jobs are plain functions of values; they must not
/// touch a QObject. The answer is dropped when the receiver is gone. Main thread.
class Worker final : public QObject {
    Q_OBJECT
  public:
    explicit Worker(QObject* parent = nullptr);
    /// Asks every running job to stop and waits for it: what jobs use must outlive the worker.
    ~Worker() override;

    /// `job` is `T(std::stop_token)`; `deliver` is `void(T)`.
    template <class Job, class Deliver>
    void run(QObject* receiver, std::stop_token stop, Job job, Deliver deliver) {
        using Value = std::invoke_result_t<Job, std::stop_token>;
        auto* watcher = new QFutureWatcher<Value>(receiver);
        QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                         [watcher, deliver = std::move(deliver)]() mutable {
                             watcher->deleteLater();
                             if (watcher->future().isResultReadyAt(0)) deliver(watcher->future().takeResult());
                         });
        auto linked = std::make_shared<std::stop_source>();
        auto forward = std::make_shared<std::stop_callback<std::function<void()>>>(
            stop, std::function<void()>([linked] { linked->request_stop(); }));
        auto forwardAll = std::make_shared<std::stop_callback<std::function<void()>>>(
            m_all.get_token(), std::function<void()>([linked] { linked->request_stop(); }));
        watcher->setFuture(QtConcurrent::run(&m_pool, [job = std::move(job), linked, forward, forwardAll]() mutable {
            return job(linked->get_token());
        }));
    }
    template <class Job, class Deliver>
    void run(QObject* receiver, Job job, Deliver deliver) {
        run(receiver, std::stop_token(), std::move(job), std::move(deliver));
    }

    /// Jobs that run or wait.
    bool isBusy() const { return m_pool.activeThreadCount() > 0; }

  private:
    QThreadPool m_pool;
    std::stop_source m_all;
};

/// One question asked again and again, e.g. a search while somebody types: asking cancels the one before, and only the answer
/// to the newest is delivered. Main thread; lives as long as its receiver.
class Request final : public QObject {
    Q_OBJECT
  public:
    Request(Worker& worker, QObject* receiver) : QObject(receiver), m_worker(worker) {}
    ~Request() override { cancel(); }

    template <class Job, class Deliver>
    void ask(Job job, Deliver deliver) {
        cancel();
        m_stop = std::stop_source();
        const quint64 id = ++m_id;
        m_running = true;
        m_worker.run(this, m_stop.get_token(), std::move(job), [this, id, deliver = std::move(deliver)](auto value) mutable {
            if (id != m_id) return;
            m_running = false;
            deliver(std::move(value));
        });
    }
    /// Stops the running job; its answer will not come.
    void cancel() {
        m_stop.request_stop();
        ++m_id;
        m_running = false;
    }
    bool isRunning() const { return m_running; }

  private:
    Worker& m_worker;
    std::stop_source m_stop;
    quint64 m_id = 0;
    bool m_running = false;
};

}  // namespace cotejo::bridge
