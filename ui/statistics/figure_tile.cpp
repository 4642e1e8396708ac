#include "ui/statistics/figure_tile.h"

#include <QVBoxLayout>

#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace cotejo::statistics {

using namespace widgets;

FigureTile::FigureTile(const QString& title, QWidget* parent) : QFrame(parent), m_card(new Card({}, {}, this)), m_title(title) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    auto* name = new Label(title, TextRole::Secondary, Ink::T2, Weight::Medium, m_card);
    name->setWordWrap(true);
    m_value = new Label(TextRole::Title, Ink::T1, Weight::SemiBold, m_card);
    m_words = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, m_card);
    m_words->setWordWrap(true);
    m_card->body()->setSpacing(4);
    for (auto* label : {name, m_value, m_words}) m_card->body()->addWidget(label);
    m_card->body()->addStretch(1);
    setMinimumWidth(150);
}

void FigureTile::setFigure(const QString& value, const QString& words) {
    m_value->setText(value);
    m_words->setText(words);
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(m_title, value, words));
}

QString FigureTile::value() const { return m_value->text(); }
QString FigureTile::words() const { return m_words->text(); }

}  // namespace cotejo::statistics
