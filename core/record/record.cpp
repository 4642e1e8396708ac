#include "core/record/sample.h"
#include "core/record/score.h"
