#include "ui/partner/inquiry_view.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <array>

#include "ui/partner/inquiry_head.h"
#include "ui/partner/message_card.h"
#include "ui/partner/message_views.h"
#include "ui/partner/purpose_card.h"
#include "ui/partner/request_cards.h"
#include "ui/partner/sample_card.h"
#include "ui/partner/step_card.h"
#include "ui/widgets/layout/scroll_page.h"

namespace cotejo::partner_ui {

using namespace widgets;

namespace {

constexpr int kThree = 1380, kTwo = 860;

QVBoxLayout* column(QWidget* widget) {
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kPanelGap);
    return layout;
}

}  // namespace

InquiryView::InquiryView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("inquiryView"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_head = new InquiryHead(this);
    outer->addWidget(m_head);
    auto* scroll = new ScrollPage(this);
    outer->addWidget(scroll, 1);
    m_page = scroll->page();
    m_grid = new QGridLayout(m_page);
    m_grid->setContentsMargins(16, 14, 16, 16);
    m_grid->setSpacing(metric::kPanelGap);
    m_left = new QWidget(m_page);
    m_middle = new QWidget(m_page);
    m_right = new QWidget(m_page);
    m_leftColumn = column(m_left);
    m_middleColumn = column(m_middle);
    m_rightColumn = column(m_right);
    m_purpose = new PurposeCard(m_left);
    m_samples = new SampleCard(m_left);
    m_answer = new AnswerCard(m_middle);
    m_message = new MessageCard(m_middle);
    m_leftOut = new LeftOutCard(m_middle);
    m_timeline = new TimelineCard(m_right);
    m_given = new GivenCard(m_right);
    m_step = new StepCard(m_right);
    place(3);
    connect(m_head, &InquiryHead::backRequested, this, &InquiryView::backRequested);
    connect(m_purpose, &PurposeCard::choiceChanged, this, &InquiryView::choiceChanged);
    connect(m_purpose, &PurposeCard::requestChosen, this, &InquiryView::requestChosen);
    connect(m_samples, &SampleCard::samplesChanged, this, [this](const std::vector<CaptureId>& samples) {
        auto choice = m_choice;
        choice.samples = samples;
        emit choiceChanged(choice);
    });
    connect(m_message, &MessageCard::messageRequested, this, &InquiryView::messageRequested);
    connect(m_given, &GivenCard::requestChosen, this, &InquiryView::requestChosen);
    connect(m_answer, &AnswerCard::caseRequested, this, &InquiryView::examineRequested);
    connect(m_step, &StepCard::draftRequested, this, &InquiryView::draftRequested);
    connect(m_step, &StepCard::authoriseRequested, this, &InquiryView::authoriseRequested);
    connect(m_step, &StepCard::cancelRequested, this, &InquiryView::cancelRequested);
    connect(m_step, &StepCard::closeRequested, this, &InquiryView::closeRequested);
    connect(m_step, &StepCard::caseRequested, this, &InquiryView::caseRequested);
    connect(m_step, &StepCard::requestChosen, this, &InquiryView::requestChosen);
}

/// In the picture's three columns what is asked, what leaves, what to do. With fewer, what to do stands above what is asked, beside or above the message.
void InquiryView::place(int columns) {
    if (columns == m_columns) return;
    m_columns = columns;
    for (auto* each : {m_leftColumn, m_middleColumn, m_rightColumn})
        while (auto* item = each->takeAt(0)) delete item;
    for (auto* each : {m_left, m_middle, m_right}) m_grid->removeWidget(each);
    const auto fill = [](QVBoxLayout* layout, std::initializer_list<QWidget*> cards) {
        for (auto* card : cards) layout->addWidget(card);
    };
    if (columns == 3) {
        fill(m_leftColumn, {m_purpose, m_samples});
        fill(m_rightColumn, {m_given, m_timeline, m_step});
    } else {
        fill(m_leftColumn, {m_step, m_timeline, m_purpose, m_samples, m_given});
    }
    fill(m_middleColumn, {m_answer, m_message, m_leftOut});
    m_middleColumn->setStretchFactor(m_message, 1);
    m_leftColumn->addStretch(columns > 1 ? 1 : 0);
    m_rightColumn->addStretch(1);
    m_right->setVisible(columns == 3);
    m_grid->addWidget(m_left, columns == 1 ? 0 : 0, 0);
    m_grid->addWidget(m_middle, columns == 1 ? 1 : 0, columns == 1 ? 0 : 1);
    if (columns == 3) m_grid->addWidget(m_right, 0, 2);
    const std::array<int, 3> shares = columns == 3 ? std::array{36, 68, 39} : columns == 2 ? std::array{36, 64, 0} : std::array{1, 0, 0};
    for (int i = 0; i < 3; ++i) m_grid->setColumnStretch(i, shares[std::size_t(i)]);
}

void InquiryView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int width = event->size().width();
    place(width >= kThree ? 3 : width >= kTwo ? 2 : 1);
}

void InquiryView::showInquiry(const InquiryFile& file) {
    m_choice = file.choice;
    if (file.preview && !file.choice.samples) m_choice.samples = file.preview->terms.samples;
    m_head->showInquiry(file);
    m_purpose->showInquiry(file);
    m_samples->showInquiry(file);
    m_answer->showInquiry(file);
    m_message->showInquiry(file);
    m_leftOut->showInquiry(file);
    m_timeline->showInquiry(file);
    m_given->showInquiry(file);
    m_step->showInquiry(file);
}

void InquiryView::setThumbnail(const CaptureId& capture, const QImage& image) { m_samples->setThumbnail(capture, image); }
void InquiryView::setPortrait(const QImage& image) { m_head->setPortrait(image); }
void InquiryView::showRefusal(const Error& error) { m_step->showRefusal(error); }
void InquiryView::pressNext() { m_step->pressNext(); }
void InquiryView::setBusy(bool busy) { m_step->setBusy(busy); }

void InquiryView::focusMessage() {
    if (auto* tree = findChild<MessageTree*>(); tree != nullptr && tree->isVisible()) tree->setFocus();
    else setFocus();
}

}  // namespace cotejo::partner_ui
