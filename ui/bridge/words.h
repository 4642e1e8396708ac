#pragma once

#include <QCoreApplication>

namespace cotejo::bridge {

/// Names the translation context of the words for core values. Private to the room.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(cotejo::bridge::Words)
};

}  // namespace cotejo::bridge
