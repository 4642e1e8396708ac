#include "ui/widgets/style/focus_ring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSlider>

namespace cotejo::widgets {

FocusRing::FocusRing(QObject* parent) : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    follow(QApplication::focusWidget());
}

FocusRing::~FocusRing() { delete m_frame; }

void FocusRing::follow(QWidget* now) {
    const bool ringed = qobject_cast<QAbstractButton*>(now) != nullptr;
    if (!ringed) {
        if (m_frame != nullptr) m_frame->setWidget(nullptr);
        return;
    }
    if (m_frame == nullptr) m_frame = new QFocusFrame;
    m_frame->setWidget(now);
}

}  // namespace cotejo::widgets
