#include "ui/partner/partners_view.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTimer>
#include <algorithm>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/partner/disclosure_panel.h"
#include "ui/partner/facts_grid.h"
#include "ui/partner/partner_text.h"
#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/tables/rows_model.h"

namespace cotejo::partner_ui {

using namespace widgets;

namespace {

constexpr int kPanelBeside = 1000;
enum PageIndex { RequestsPage, AgreementsPage, GivenPage, StatusPage };

QString travelerText(const ListedInquiry& inquiry) { return inquiry.identityHidden ? PartnersView::tr("Identity hidden") : bridge::personName(inquiry.listed.traveler); }
QByteArray keyOf(const ListedInquiry& inquiry) { return QByteArray::fromStdString(inquiry.listed.request.terms.id.text()); }

/// What this person is to do with a request that waits for them.
QString ownStepText(record::RequestState state) {
    switch (state) {
    case record::RequestState::Drafted: return PartnersView::tr("you: read it and authorise");
    case record::RequestState::Unanswered: return PartnersView::tr("you: call the partner, then close it");
    default: return PartnersView::tr("you: read the answer and close it");
    }
}

/// The ones that end soon stand first, then the others in force, then those that are not.
int rankOf(AgreementState state) {
    switch (state) {
    case AgreementState::EndsSoon: return 0;
    case AgreementState::InForce: return 1;
    case AgreementState::NotYet: return 2;
    case AgreementState::Ended: return 3;
    }
    return 4;
}

}  // namespace

PartnersView::PartnersView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("partnersView"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(buildBar());
    m_stack = new QStackedWidget(this);
    m_requestPage = buildRequests();
    auto* agreements = new ScrollPage(m_stack);
    agreements->setObjectName(QStringLiteral("agreementsPage"));
    // Words alone: read with the keys of a page.
    agreements->setFocusPolicy(Qt::StrongFocus);
    agreements->setAccessibleName(tr("Agreements in words"));
    m_agreementPage = agreements;
    m_agreements = new QVBoxLayout(agreements->page());
    m_agreements->setContentsMargins(16, 14, 16, 16);
    m_agreements->setSpacing(metric::kPanelGap);
    m_givenPage = buildDisclosures();
    m_status = new StatusView(m_stack);
    for (auto* each : std::initializer_list<QWidget*>{m_requestPage, m_agreementPage, m_givenPage, m_status}) m_stack->addWidget(each);
    layout->addWidget(m_stack, 1);
    m_status->showLoading(tr("Reading requests and agreements…"));
    m_stack->setCurrentIndex(StatusPage);
}

QWidget* PartnersView::buildHead() {
    auto* head = new Strip(Strip::Ground::Base, {}, this);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(16, 12, 16, 12);
    line->setSpacing(12);
    line->addWidget(new Label(tr("Partners"), TextRole::Title, Ink::T1, Weight::SemiBold, head));
    m_subtitle = new ElidedLabel(TextRole::Secondary, Ink::T3, Weight::Regular, head);
    m_subtitle->setObjectName(QStringLiteral("partnersSubtitle"));
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(m_subtitle, 3);
    m_filter = new QLineEdit(head);
    m_filter->setObjectName(QStringLiteral("partnersFilter"));
    m_filter->setAccessibleName(tr("Filter requests, agreements and disclosures"));
    m_filter->setToolTip(tr("Filter (Ctrl+F)"));
    m_filter->setPlaceholderText(tr("Traveler, case, partner, purpose, officer…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->setMinimumWidth(200);
    line->addWidget(m_filter, 2);
    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(150);
    connect(m_filter, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, &PartnersView::refresh);
    connect(m_filter, &QLineEdit::returnPressed, this, &PartnersView::focusContent);
    return head;
}

QWidget* PartnersView::buildBar() {
    auto* bar = new Strip(Strip::Ground::Window, Qt::TopEdge | Qt::BottomEdge, this);
    bar->setFixedHeight(metric::kToolBar);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(16, 0, 16, 1);
    line->setSpacing(12);
    m_parts = new Segmented(bar);
    m_parts->setObjectName(QStringLiteral("partnersPart"));
    m_parts->setAccessibleName(tr("What is shown"));
    for (const auto& words : {tr("Requests under way"), tr("Agreements"), tr("What was given")}) m_parts->addChoice({}, words);
    line->addWidget(m_parts);
    line->addStretch(1);
    m_orders = new Segmented(bar);
    m_orders->setObjectName(QStringLiteral("partnersOrder"));
    m_orders->setAccessibleName(tr("Order of what was given"));
    for (const auto& words : {tr("By time"), tr("By traveler"), tr("By partner")}) m_orders->addChoice({}, words);
    line->addWidget(m_orders);
    m_orders->hide();
    connect(m_parts, &Segmented::chosen, this, [this](int index) { showPart(static_cast<Part>(index)); });
    connect(m_orders, &Segmented::chosen, this, [this](int index) { setOrder(static_cast<Order>(index)); });
    return bar;
}

QWidget* PartnersView::buildRequests() {
    auto* ground = new Strip(Strip::Ground::Base, {}, m_stack);
    auto* layout = new QVBoxLayout(ground);
    layout->setContentsMargins(0, 0, 0, 0);
    m_requests = new RowsModel({tr("State"), tr("Traveler"), tr("Purpose"), tr("Partner"), tr("Since"), tr("Who must act")}, this);
    m_requestTable = new TableView(ground);
    m_requestTable->setObjectName(QStringLiteral("partnerRequests"));
    m_requestTable->setAccessibleName(tr("Requests to partners that are under way"));
    m_requestTable->setModel(m_requests);
    m_requestTable->setItemDelegateForColumn(0, new BadgesDelegate(m_requestTable));
    m_requestTable->setRowHeight(metric::kRowComfortable);
    m_requestTable->setWidths({180, 330, 190, 190, 150, 300});
    layout->addWidget(m_requestTable);
    connect(m_requestTable, &TableView::opened, this, &PartnersView::openRow);
    return ground;
}

QWidget* PartnersView::buildDisclosures() {
    auto* ground = new Strip(Strip::Ground::Base, {}, m_stack);
    m_givenLayout = new QBoxLayout(QBoxLayout::LeftToRight, ground);
    m_givenLayout->setContentsMargins(0, 0, 0, 0);
    m_givenLayout->setSpacing(0);
    m_given = new RowsModel({tr("When"), tr("Traveler"), tr("Partner"), tr("Purpose"), tr("What was given"), tr("What came back")}, this);
    m_givenTable = new TableView(ground);
    m_givenTable->setObjectName(QStringLiteral("partnerDisclosures"));
    m_givenTable->setAccessibleName(tr("What was given to partners"));
    m_givenTable->setModel(m_given);
    m_givenTable->setItemDelegateForColumn(5, new BadgesDelegate(m_givenTable));
    m_givenTable->setRowHeight(metric::kRowComfortable);
    m_givenTable->setWidths({140, 270, 150, 150, 260, 160});
    m_givenTable->setMinimumHeight(m_givenTable->heightOfRows(3));
    m_panel = new DisclosurePanel(ground);
    m_givenLayout->addWidget(m_givenTable, 5);
    m_givenLayout->addWidget(m_panel, 2);
    connect(m_givenTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PartnersView::chosen);
    connect(m_givenTable, &TableView::opened, this, &PartnersView::openRow);
    connect(m_panel, &DisclosurePanel::openRequested, this, [this] { openRow(m_givenTable->currentIndex()); });
    return ground;
}

void PartnersView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_givenLayout->setDirection(event->size().width() >= kPanelBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

const ListedInquiry* PartnersView::inquiryOf(const QByteArray& key) const {
    const auto found = std::ranges::find_if(m_file.requests, [&](const auto& each) { return keyOf(each) == key; });
    return found == m_file.requests.end() ? nullptr : &*found;
}

void PartnersView::openRow(const QModelIndex& index) {
    if (!index.isValid()) return;
    if (const auto* found = inquiryOf(index.data(RowsModel::KeyRole).toByteArray())) emit requestOpened(found->listed.caseId, found->listed.request.terms.id);
}

void PartnersView::chosen() {
    const auto index = m_givenTable->currentIndex();
    m_panel->showDisclosure(index.isValid() ? inquiryOf(index.data(RowsModel::KeyRole).toByteArray()) : nullptr, m_file.now);
}

QString PartnersView::searchText(const ListedInquiry& inquiry) const {
    const auto& request = inquiry.listed.request;
    QStringList signs;
    for (const auto& sample : inquiry.samples) signs << sampleText(sample);
    return QStringList{travelerText(inquiry), bridge::fromText(inquiry.listed.caseNumber), bridge::fromText(request.terms.partner), bridge::fromText(request.terms.country),
                       bridge::fromText(request.terms.profile), bridge::fromText(request.terms.legalBasis), text(request.terms.purpose), text(request.state), outcomeLook(request).text,
                       inquiry.draftedBy, inquiry.authorisedBy, requestName(request.terms.id), givenText(request.terms, inquiry.samples), signs.join(QLatin1Char(' '))}
        .join(QLatin1Char(' '));
}

/// Every word that was typed stands somewhere.
bool PartnersView::fits(const QString& searched) const {
    const auto words = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString& word) { return searched.contains(word, Qt::CaseInsensitive); });
}

void PartnersView::fillRequests() {
    std::vector<TableRow> rows;
    // What this person can lead on stands first, then by time.
    std::vector<const ListedInquiry*> open;
    for (const auto& each : m_file.requests)
        if (isOpen(each.listed.request) && fits(searchText(each))) open.push_back(&each);
    std::ranges::stable_sort(open, [](const auto* one, const auto* other) { return one->waitsForMe && !other->waitsForMe; });
    for (const auto* each : open) {
        const auto& request = each->listed.request;
        rows.push_back({{Cell::badge(outcomeLook(request)), Cell(travelerText(*each), Ink::T1, Weight::Medium, {}, bridge::fromText(each->listed.caseNumber)),
                         Cell(text(request.terms.purpose)), Cell(bridge::fromText(request.terms.partner)), Cell(bridge::momentText(since(request), m_file.now), Ink::T2),
                         Cell(each->waitsForMe ? ownStepText(request.state) : whoActsText(*each, m_file.now), each->waitsForMe ? Ink::Accent : Ink::T2,
                              each->waitsForMe ? Weight::Medium : Weight::Regular)},
                        keyOf(*each)});
    }
    m_requests->setRows(std::move(rows));
    if (m_requests->rowCount() > 0 && !m_requestTable->currentIndex().isValid()) m_requestTable->selectRow(0);
}

void PartnersView::fillAgreements() {
    clearLayout(m_agreements);
    const auto language = languageCode().toStdString();
    std::vector<const partner::Profile*> sorted;
    for (const auto& each : m_file.profiles) sorted.push_back(&each);
    std::ranges::stable_sort(sorted, [&](const auto* one, const auto* other) {
        return std::pair(rankOf(agreementState(*one, m_file.now)), one->validUntil) < std::pair(rankOf(agreementState(*other, m_file.now)), other->validUntil);
    });
    int shown = 0;
    for (const auto* each : sorted) {
        const auto lines = partner::inWords(*each, language);
        QString all = QStringLiteral("%1 %2").arg(bridge::fromText(each->partner), bridge::fromText(each->id));
        for (const auto& line : lines) all += QLatin1Char(' ') + bridge::fromText(line);
        if (!fits(all)) continue;
        ++shown;
        auto* card = new Card(QStringLiteral("partner"), bridge::fromText(each->partner), this);
        card->setObjectName(QStringLiteral("agreement_") + bridge::fromText(each->id));
        card->setCaption(tr("%1, version %2").arg(bridge::fromText(each->id)).arg(each->version));
        const auto state = agreementState(*each, m_file.now);
        auto badge = look(state);
        if (state == AgreementState::EndsSoon || state == AgreementState::InForce) badge.text = tr("%1 · %2 left").arg(badge.text, daysText(daysLeft(*each, m_file.now)));
        auto* mark = new Badge(badge, card);
        mark->setMayShrink(true);
        card->addTrailing(mark);
        for (const auto& line : lines) card->body()->addWidget(wrapped(bridge::fromText(line), TextRole::Body, Ink::T1, card));
        m_agreements->addWidget(card);
    }
    if (shown == 0 && !m_file.profiles.empty()) m_agreements->addWidget(wrapped(tr("No agreement has these words."), TextRole::Body, Ink::T2, this));
    m_agreements->addStretch(1);
}

void PartnersView::fillDisclosures() {
    std::vector<const ListedInquiry*> given;
    for (const auto& each : m_file.requests)
        if (each.listed.request.left() && fits(searchText(each))) given.push_back(&each);
    std::ranges::stable_sort(given, [this](const auto* one, const auto* other) {
        if (m_order == Order::Traveler)
            if (const int by = QString::localeAwareCompare(travelerText(*one), travelerText(*other)); by != 0) return by < 0;
        if (m_order == Order::Partner)
            if (const int by = QString::localeAwareCompare(bridge::fromText(one->listed.request.terms.partner), bridge::fromText(other->listed.request.terms.partner)); by != 0) return by < 0;
        return *one->listed.request.sentAt > *other->listed.request.sentAt;
    });
    std::vector<TableRow> rows;
    for (const auto* each : given) {
        const auto& request = each->listed.request;
        rows.push_back({{Cell(bridge::momentText(*request.sentAt, m_file.now), Ink::T2), Cell(travelerText(*each), Ink::T1, Weight::Medium, {}, bridge::fromText(each->listed.caseNumber)),
                         Cell(bridge::fromText(request.terms.partner)), Cell(text(request.terms.purpose)), Cell(givenText(request.terms, each->samples), Ink::T2), Cell::badge(outcomeLook(request))},
                        keyOf(*each)});
    }
    m_given->setRows(std::move(rows));
    if (m_given->rowCount() > 0 && !m_givenTable->currentIndex().isValid()) m_givenTable->selectRow(0);
    chosen();
}

void PartnersView::refresh() {
    if (!m_loaded) return;
    const auto filtered = !m_filter->text().trimmed().isEmpty();
    m_orders->setVisible(m_part == Part::Disclosures);
    const auto open = std::ranges::count_if(m_file.requests, [](const auto& each) { return isOpen(each.listed.request); });
    const auto given = std::ranges::count_if(m_file.requests, [](const auto& each) { return each.listed.request.left(); });
    m_subtitle->setText(QStringLiteral("%1 · %2 · %3").arg(tr("%n under way", nullptr, int(open)), tr("%n agreements", nullptr, int(m_file.profiles.size())), tr("%n disclosures", nullptr, int(given))));
    fillRequests();
    fillAgreements();
    fillDisclosures();
    if (m_part == Part::Agreements) {
        if (!m_file.profiles.empty()) return m_stack->setCurrentIndex(AgreementsPage);
        m_status->showEmpty(QStringLiteral("partner"), tr("The organisation's roster, as this post last received it, has no agreement with a partner: nothing can leave. An administrator loads one at the server, and a second one signs it."));
        return m_stack->setCurrentIndex(StatusPage);
    }
    if (m_file.requestsRefused) {
        const auto words = bridge::errorText(*m_file.requestsRefused);
        m_status->showError(words.title, words.remedy, words.code);
        return m_stack->setCurrentIndex(StatusPage);
    }
    const bool requests = m_part == Part::Requests;
    if ((requests ? m_requests : m_given)->rowCount() > 0) return m_stack->setCurrentIndex(requests ? RequestsPage : GivenPage);
    const bool none = (requests ? open : given) == 0;
    if (filtered && !none)
        m_status->showEmpty(QStringLiteral("search"), tr("Nothing here has these words."), tr("Clear the filter"), [this] { setFilter({}); });
    else if (requests)
        m_status->showEmpty(QStringLiteral("partner"), tr("No request to a partner is under way in the cases that this post holds and you may see. One is drafted in its case, under Other acts."));
    else
        m_status->showEmpty(QStringLiteral("partner"), tr("Of the cases that this post holds and you may see, nothing was given to a partner."));
    m_stack->setCurrentIndex(StatusPage);
}

void PartnersView::showPartners(PartnersFile file) {
    m_file = std::move(file);
    m_loaded = true;
    refresh();
}

void PartnersView::showPart(Part part) {
    m_part = part;
    m_parts->setCurrent(int(part));
    refresh();
}

void PartnersView::setOrder(Order order) {
    m_order = order;
    m_orders->setCurrent(int(order));
    refresh();
}

void PartnersView::setFilter(const QString& text) {
    m_filter->setText(text);
    refresh();
}

void PartnersView::showError(const Error& error) {
    const auto words = bridge::errorText(error);
    m_status->showError(words.title, words.remedy, words.code, tr("Try again"), [this] { emit againRequested(); });
    m_stack->setCurrentIndex(StatusPage);
}

int PartnersView::shownRows() const { return m_part == Part::Requests ? m_requests->rowCount() : m_part == Part::Disclosures ? m_given->rowCount() : int(m_file.profiles.size()); }

void PartnersView::focusFilter() {
    m_filter->setFocus();
    m_filter->selectAll();
}

void PartnersView::focusContent() {
    if (m_stack->currentIndex() == RequestsPage) m_requestTable->setFocus();
    else if (m_stack->currentIndex() == GivenPage) m_givenTable->setFocus();
    else if (m_stack->currentIndex() == AgreementsPage) m_agreementPage->setFocus();
    else m_parts->button(m_parts->current())->setFocus();
}

}  // namespace cotejo::partner_ui
