#include "ui/compare/canvas/light_menu.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <cmath>

#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"

namespace cotejo::compare {

using namespace widgets;

LightMenu::LightMenu(QWidget* parent) : QFrame(parent, Qt::Popup) {
    setObjectName("lightMenu");
    setAccessibleName(tr("Light"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    m_side = new Segmented(this);
    m_side->setObjectName("lightSide");
    m_side->addChoice({}, tr("Probe"));
    m_side->addChoice({}, tr("Candidate"));
    grid->addWidget(m_side, 0, 0, 1, 3);
    const std::array<QString, 3> names{tr("Brightness"), tr("Contrast"), tr("Gamma")};
    for (int i = 0; i < 3; ++i) {
        grid->addWidget(new Label(names[std::size_t(i)], TextRole::Secondary, Ink::T2, Weight::Regular, this),
                        i + 1, 0);
        auto* slider = new QSlider(Qt::Horizontal, this);
        slider->setRange(-100, 100);
        slider->setPageStep(10);
        slider->setFixedWidth(180);
        slider->setObjectName(QStringLiteral("light_%1").arg(i));
        slider->setAccessibleName(names[std::size_t(i)]);
        m_sliders[std::size_t(i)] = slider;
        grid->addWidget(slider, i + 1, 1);
        auto* value = new Label(TextRole::Secondary, Ink::T1, Weight::Medium, this);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setMinimumWidth(44);
        m_values[std::size_t(i)] = value;
        grid->addWidget(value, i + 1, 2);
        connect(slider, &QSlider::valueChanged, this, &LightMenu::tell);
    }
    grid->addWidget(new Label(tr("The image itself is not changed; the setting is kept with your notes."),
                              TextRole::Caption, Ink::T3, Weight::Regular, this),
                    4, 0, 1, 3);
    auto* reset = new QPushButton(tr("As captured"), this);
    reset->setObjectName("lightReset");
    setLook(reset, ButtonKind::Normal, ButtonSize::Small);
    grid->addWidget(reset, 5, 0, 1, 3, Qt::AlignRight);
    connect(reset, &QPushButton::clicked, this, [this] {
        const auto side = Side(m_side->current());
        m_lights[std::size_t(side)] = {};
        refill();
        emit changed(side, {});
    });
    connect(m_side, &Segmented::chosen, this, &LightMenu::refill);
    refill();
}

void LightMenu::setLights(const Light& probe, const Light& reference) {
    m_lights = {probe, reference};
    refill();
}

void LightMenu::openBelow(QWidget* anchor) {
    adjustSize();
    move(anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 4)));
    QFrame::show();
    m_sliders[0]->setFocus();
}

void LightMenu::refill() {
    const Light& light = m_lights[std::size_t(m_side->current())];
    m_filling = true;
    m_sliders[0]->setValue(light.brightness);
    m_sliders[1]->setValue(light.contrast);
    m_sliders[2]->setValue(int(std::lround(std::log(light.gamma) / std::log(5.0) * 100)));
    m_filling = false;
    const QLocale locale;
    m_values[0]->setText(locale.toString(light.brightness));
    m_values[1]->setText(locale.toString(light.contrast));
    m_values[2]->setText(locale.toString(light.gamma, 'f', 2));
}

void LightMenu::tell() {
    if (m_filling) return;
    const auto side = Side(m_side->current());
    Light light{m_sliders[0]->value(), m_sliders[1]->value(), 1.0};
    if (m_sliders[2]->value() != 0)
        light.gamma = std::round(std::pow(5.0, m_sliders[2]->value() / 100.0) * 100) / 100;
    m_lights[std::size_t(side)] = light;
    refill();
    emit changed(side, light);
}

void LightMenu::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    painter.fillRect(rect(), tokens.base);
    painter.setPen(tokens.line2);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace cotejo::compare
