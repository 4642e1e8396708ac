#include "ui/casefile/case_tab.h"

namespace cotejo::casefile {

CaseTab::CaseTab(QWidget* parent) : QWidget(parent) {}

QString CaseTab::leftOutText() {
    return tr("Until the identity is resolved, or you have concluded yourself, what others found is left out here: the page looks the same whether there is "
              "anything or not.");
}

}  // namespace cotejo::casefile
