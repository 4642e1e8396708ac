#include "ui/casefile/case_tab.h"

namespace cotejo::casefile {

CaseTab::CaseTab(QWidget* parent) : QWidget(parent) {}

}  // namespace cotejo::casefile
