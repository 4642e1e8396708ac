#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include "core/decide/errors.h"
#include "core/decide/refusal.h"
#include "core/exchange/envelope/envelope.h"
#include "tests/ui/partner_values.h"
#include "tests/ui/window_driver.h"
#include "ui/bridge/text.h"
#include "ui/partner/inquiry_dialogs.h"
#include "ui/partner/inquiry_head.h"
#include "ui/partner/inquiry_view.h"
#include "ui/partner/message_views.h"
#include "ui/partner/partner_loader.h"
#include "ui/partner/partner_text.h"
#include "ui/partner/partners_view.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/tables/table.h"

/// The pages of requests to partners over values made by hand: states, refusals, both languages, the sizes of real screens.
namespace cotejo::ui_test {
namespace {

using namespace partner_ui;
using record::PartnerReply;
using record::RequestState;
using record::Role;

/// Of the page in the window: without rail, top bar and status bar.
const std::pair<const char*, QSize> kScreens[] = {{"1600", {1524, 902}}, {"1366", {1290, 670}}, {"200", {884, 457}}};

struct Pages : testing::Test {
    QTranslator translator;
    void SetUp() override { speak("en"); }
    void speak(const char* language) {
        QCoreApplication::removeTranslator(&translator);
        ASSERT_TRUE(translator.load(QStringLiteral(":/translations/cotejo_%1.qm").arg(QLatin1String(language))));
        QCoreApplication::installTranslator(&translator);
    }
    ~Pages() override {
        QCoreApplication::removeTranslator(&translator);
        widgets::applyTheme(*qApp, widgets::ThemeKind::Light);
    }
    static void rest(QWidget& widget) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // what was shown before is not what is asked about
        for (int i = 0; i < 12; ++i) QCoreApplication::processEvents();  // layouts ask again as long as something changed
        for (int turn = 0; turn < 20 && !cutTexts(&widget).isEmpty(); ++turn) QTest::qWait(10);
    }
    static void judge(QWidget& widget, const QString& look, QSize room) {
        EXPECT_EQ(cutTexts(&widget).join('\n').toStdString(), "") << look.toStdString();
        EXPECT_LE(widget.minimumSizeHint().width(), room.width()) << look.toStdString();
        for (const auto* each : widget.findChildren<QScrollArea*>())
            EXPECT_TRUE(!each->isVisible() || each->horizontalScrollBar()->maximum() == 0) << look.toStdString() << ": it scrolls sideways";
        for (const auto* each : widget.findChildren<QWidget*>()) {
            if (!each->isVisible() || !(each->focusPolicy() & Qt::TabFocus) || each->objectName() == QLatin1String("qt_scrollarea_viewport")) continue;
            EXPECT_FALSE(each->accessibleName().isEmpty() && each->property("text").toString().isEmpty())
                << look.toStdString() << ": " << each->metaObject()->className() << " " << each->objectName().toStdString() << " has no name";
        }
        if (const QString folder = qEnvironmentVariable("COTEJO_PICTURES"); !folder.isEmpty()) widget.grab().save(QDir(folder).filePath(look + ".png"));
    }
    /// In both languages and at every size; dark at the largest only for pictures.
    template <class Make>
    void inEveryLook(const QString& name, Make make) {
        for (const char* language : {"en", "es"})
            for (const auto theme : {widgets::ThemeKind::Light, widgets::ThemeKind::Dark})
                for (const auto& [screen, size] : kScreens) {
                    if (theme == widgets::ThemeKind::Dark && (size.width() < 1500 || qEnvironmentVariable("COTEJO_PICTURES").isEmpty())) continue;
                    speak(language);
                    widgets::applyTheme(*qApp, theme);
                    const std::unique_ptr<QWidget> widget(make());
                    widget->resize(size);
                    widget->show();
                    rest(*widget);
                    judge(*widget, QStringLiteral("%1-%2-%3-%4").arg(name, QLatin1String(language), theme == widgets::ThemeKind::Light ? "light" : "dark", QLatin1String(screen)), size);
                }
    }
    static std::unique_ptr<InquiryView> shown(const InquiryFile& file) {
        auto view = std::make_unique<InquiryView>();
        view->showInquiry(file);
        view->resize(1524, 902);
        view->show();
        rest(*view);
        return view;
    }
    static bool has(const QWidget& widget, const char* name) {
        const auto* found = widget.findChild<QWidget*>(QLatin1String(name));
        return found != nullptr && found->isVisible();
    }
    static bool says(const QWidget& widget, const QString& words) {
        for (const auto* label : widget.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }
};

TEST_F(Pages, EveryStateFitsOnEveryScreenInBothLanguages) {
    const auto page = [](InquiryFile file) {
        return [file = std::move(file)]() -> QWidget* {
            auto* view = new InquiryView;
            view->showInquiry(file);
            return view;
        };
    };
    inEveryLook("partner-draft", page(draftOf(askedCase(kAsks, {Role::Officer}), agreement())));
    inEveryLook("partner-hold", page(draftOf(askedCase(kAsks, {Role::Officer}, true), agreement())));
    auto ended = draftOf(askedCase(kAsks, {Role::Officer}), agreement());
    ended.profiles = {agreement(-3)};
    ended.preview.reset();
    ended.mayDraft = false;
    ended.noMessage = Error{"E_NO_TRANSFER_BASIS", "", {{"reason", "expired"}}};
    inEveryLook("partner-ended", page(ended));
    ended.profiles.clear();
    ended.choice.profile.clear();
    ended.noMessage = Error{"E_NO_PROFILE", "", {}};
    inEveryLook("partner-none", page(ended));
    inEveryLook("partner-drafted", page(requestOf(RequestState::Drafted, {}, kAsks, {Role::Officer})));
    inEveryLook("partner-supervisor", page(requestOf(RequestState::Drafted, {}, kSupervises, {Role::Supervisor})));
    inEveryLook("partner-authorised", page(requestOf(RequestState::Authorised, {}, kAsks, {Role::Officer})));
    inEveryLook("partner-needtime", page(requestOf(RequestState::Acknowledged, PartnerReply::NeedTime, kAsks, {Role::Officer})));
    inEveryLook("partner-nobody", page(requestOf(RequestState::Answered, PartnerReply::NoCandidate, kAsks, {Role::Officer})));
    inEveryLook("partner-candidates", page(requestOf(RequestState::Answered, PartnerReply::Candidates, kAsks, {Role::Officer})));
    inEveryLook("partner-confirmed", page(requestOf(RequestState::Answered, PartnerReply::Confirmed, kAsks, {Role::Officer})));
    inEveryLook("partner-refused", page(requestOf(RequestState::Refused, PartnerReply::Refused, kAsks, {Role::Officer})));
    inEveryLook("partner-unanswered", page(requestOf(RequestState::Unanswered, {}, kSupervises, {Role::Supervisor})));
    inEveryLook("partner-cancelled", page(requestOf(RequestState::Cancelled, {}, kAsks, {Role::Officer})));
    auto unread = requestOf(RequestState::Acknowledged, {}, kElsewhere, {Role::Officer});
    unread.packet.reset();
    inEveryLook("partner-unread", page(unread));
}

TEST_F(Pages, EachStateOffersItsOwnNextStep) {
    struct Row {
        RequestState state;
        std::optional<PartnerReply> reply;
        const OfficerId& reader;
        Role role;
        int step;
        const char* next;  ///< the one blue button; nullptr: somebody else's turn
        bool cancel;
    };
    const Row rows[] = {{RequestState::Drafted, {}, kAsks, Role::Officer, 2, nullptr, true},
                        {RequestState::Drafted, {}, kAsks, Role::Supervisor, 2, nullptr, true},
                        {RequestState::Drafted, {}, kSupervises, Role::Supervisor, 2, "inquiryAuthorise", true},
                        {RequestState::Authorised, {}, kAsks, Role::Officer, 3, nullptr, true},
                        {RequestState::Sent, {}, kAsks, Role::Officer, 4, nullptr, false},
                        {RequestState::Acknowledged, {}, kAsks, Role::Officer, 5, nullptr, false},
                        {RequestState::Acknowledged, PartnerReply::NeedTime, kAsks, Role::Officer, 5, nullptr, false},
                        {RequestState::Answered, PartnerReply::NoCandidate, kAsks, Role::Officer, 6, "inquiryClose", false},
                        {RequestState::Refused, PartnerReply::Refused, kAsks, Role::Officer, 6, "inquiryClose", false},
                        {RequestState::Unanswered, {}, kSupervises, Role::Supervisor, 5, "inquiryClose", false},
                        {RequestState::Cancelled, {}, kAsks, Role::Officer, 2, nullptr, false},
                        {RequestState::Closed, PartnerReply::NoCandidate, kAsks, Role::Officer, 6, nullptr, false}};
    for (const auto& row : rows) {
        const auto name = std::string(codeOf(row.state)) + " as " + std::string(codeOf(row.role));
        const auto file = requestOf(row.state, row.reply, row.reader, {row.role});
        EXPECT_EQ(stepOf(file), row.step) << name;
        const auto view = shown(file);
        for (const char* each : {"inquiryDraft", "inquiryAuthorise", "inquiryClose"})
            EXPECT_EQ(has(*view, each), row.next != nullptr && std::string_view(row.next) == each) << name << ": " << each;
        EXPECT_EQ(has(*view, "inquiryCancel"), row.cancel) << name;
        EXPECT_EQ(has(*view, "inquiryAnew"), row.state == RequestState::Cancelled || row.state == RequestState::Closed) << name;
        EXPECT_EQ(has(*view, "answerCard"), row.reply.has_value()) << name;
        view->focusMessage();
        EXPECT_EQ(view->focusWidget(), view->findChild<MessageTree*>()) << name << ": what is read has the focus, never what acts";
    }
}

TEST_F(Pages, ADraftIsAskedForByItsButtonAndByItsKeyAlone) {
    const auto view = shown(draftOf(askedCase(kAsks, {Role::Officer}), agreement()));
    QSignalSpy drafted(view.get(), &InquiryView::draftRequested), authorised(view.get(), &InquiryView::authoriseRequested);
    auto* button = view->findChild<QPushButton*>("inquiryDraft");
    ASSERT_NE(button, nullptr);
    EXPECT_EQ(button->text(), "Ask for authorisation");
    EXPECT_TRUE(says(*view, "first contact with this partner"));
    QTest::keyClick(view->findChild<MessageTree*>(), Qt::Key_Return);
    EXPECT_EQ(drafted.count(), 0);
    button->click();
    view->pressNext();
    EXPECT_EQ(drafted.count(), 2);
    EXPECT_EQ(authorised.count(), 0);
    view->setBusy(true);
    view->pressNext();
    EXPECT_EQ(drafted.count(), 2) << "not while it is under way";
}

TEST_F(Pages, ACaseOnHoldSendsNothingAndSaysNoReason) {
    const auto view = shown(draftOf(askedCase(kAsks, {Role::Officer}, true), agreement()));
    EXPECT_FALSE(has(*view, "inquiryDraft"));
    auto* refusal = view->findChild<widgets::Notice*>("stepRefusal");
    ASSERT_NE(refusal, nullptr);
    ASSERT_TRUE(refusal->isVisible());
    EXPECT_TRUE(refusal->plainText().contains("E_HOLD"));
    EXPECT_TRUE(refusal->plainText().contains("does not say why"));
    for (const char* word : {"protection", "Protection", "medical", "Medical"}) EXPECT_FALSE(says(*view, word)) << word;
    QSignalSpy back(view.get(), &InquiryView::caseRequested);
    view->findChild<QPushButton*>("stepBackToCase")->click();
    EXPECT_EQ(back.count(), 1);
    EXPECT_TRUE(has(*view, "messageTree")) << "what would leave may be read";
}

TEST_F(Pages, TheMessageIsShownWholeInThreeForms) {
    const auto file = draftOf(askedCase(kAsks, {Role::Officer}), agreement());
    const auto& packet = file.preview->packet;
    const auto view = shown(file);
    auto* tree = view->findChild<MessageTree*>();
    QAbstractItemModelTester tester(tree->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<std::string> names, sizes;
    const std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& parent) {
        for (int i = 0; i < tree->model()->rowCount(parent); ++i) {
            const auto at = tree->model()->index(i, 0, parent);
            names.push_back(at.data(MessageModel::NameRole).toString().toStdString());
            sizes.push_back(at.siblingAtColumn(1).data().toString().toStdString());
            EXPECT_TRUE(!tree->model()->hasChildren(at) || tree->isExpanded(at)) << names.back() << " is folded away";
            walk(at);
        }
    };
    walk({});
    ASSERT_EQ(names.size(), packet.lines.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_EQ(names[i], packet.lines[i].name);
        EXPECT_EQ(sizes[i], bridge::countText(std::int64_t(packet.lines[i].bytes)).toStdString());
    }
    const auto* hash = view->findChild<QLabel*>("messageHash");
    EXPECT_EQ(QString(hash->text()).remove(' ').toStdString(), packet.hash.text());
    EXPECT_TRUE(view->findChild<QLabel*>("messageWire")->text().contains(bridge::countText(std::int64_t(packet.bytes.size() + exchange::kEnvelopeOverhead))));

    auto* fields = view->findChild<widgets::TableView*>("messageFields");
    const auto leaves = std::ranges::count_if(packet.lines, [](const auto& each) { return !each.value.empty(); });
    EXPECT_EQ(fields->model()->rowCount(), leaves);
    auto* bytes = view->findChild<widgets::TableView*>("messageBytes");
    QAbstractItemModelTester byteTester(bytes->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(std::size_t(bytes->model()->rowCount()), (packet.bytes.size() + 15) / 16);
    QByteArray read;
    for (int i = 0; i < bytes->model()->rowCount(); ++i) read += QByteArray::fromHex(bytes->model()->index(i, 1).data().toString().toLatin1());
    EXPECT_EQ(ByteView(reinterpret_cast<const std::uint8_t*>(read.constData()), std::size_t(read.size())).size(), packet.bytes.size());
    EXPECT_TRUE(std::ranges::equal(packet.bytes, read, [](auto one, auto other) { return one == std::uint8_t(other); })) << "byte for byte what is authorised";
}

TEST_F(Pages, WhatDoesNotLeaveIsTheSameForEveryCase) {
    const auto lines = [this](bool onHold, const char* family) {
        auto file = askedCase(kAsks, {Role::Officer}, onHold);
        file.view.traveler.familyName = family;
        const auto view = shown(draftOf(std::move(file), agreement()));
        QStringList said;
        for (const auto* label : view->findChild<QWidget*>("leftOutCard")->findChildren<QLabel*>())
            if (label->isVisible()) said << label->text();
        return said.join('\n').toStdString();
    };
    const auto one = lines(false, "Marchetti-Rojo");
    EXPECT_EQ(one, lines(true, "Oyelaran"));
    EXPECT_NE(one.find("Conclusions, notes and scores"), std::string::npos);
    const auto file = draftOf(askedCase(kAsks, {Role::Officer}), agreement());
    for (const auto& each : file.preview->packet.left) {
        EXPECT_NE(leftOutText(each.what).toStdString(), each.what) << each.what << " has no words";
        EXPECT_NE(leftWhyText(each.why).toStdString(), each.why) << each.why << " has no words";
    }
}

TEST_F(Pages, AnotherSampleIsAnotherMessage) {
    const auto caseFile = askedCase(kAsks, {Role::Officer});
    const auto file = draftOf(caseFile, agreement());
    ASSERT_EQ(file.preview->terms.samples.size(), 5u);
    const auto view = shown(file);
    const auto boxOf = [&](std::size_t capture) { return view->findChild<QCheckBox*>("sample_" + QString::fromStdString(caseFile.view.captures[capture].id.text().substr(0, 8))); };
    ASSERT_NE(boxOf(0), nullptr);
    EXPECT_TRUE(boxOf(0)->isChecked() && boxOf(1)->isChecked());
    EXPECT_FALSE(boxOf(2)->isEnabled()) << "a third face is one more than the agreement takes";
    EXPECT_TRUE(says(*view, "2 faces at most"));
    EXPECT_TRUE(says(*view, "7 other fingerprints"));
    std::optional<InquiryChoice> choice;
    QObject::connect(view.get(), &InquiryView::choiceChanged, [&](const InquiryChoice& each) { choice = each; });
    boxOf(1)->click();
    ASSERT_TRUE(choice && choice->samples);
    EXPECT_EQ(choice->samples->size(), 4u);
    const auto again = draftOf(caseFile, agreement(), choice->samples);
    EXPECT_NE(again.preview->packet.hash, file.preview->packet.hash);
    view->showInquiry(again);
    rest(*view);
    EXPECT_TRUE(boxOf(2)->isEnabled()) << "there is room for another face";
    EXPECT_EQ(QString(view->findChild<QLabel*>("messageHash")->text()).remove(' ').toStdString(), again.preview->packet.hash.text());
    // What is drafted is not changed any more.
    auto drafted = requestOf(RequestState::Drafted, {}, kAsks, {Role::Officer});
    const auto fixed = shown(drafted);
    for (const auto* box : fixed->findChildren<QCheckBox*>()) EXPECT_FALSE(box->isEnabled());
}

TEST_F(Pages, PurposesAreThoseThatWeMayAsk) {
    const auto view = shown(draftOf(askedCase(kAsks, {Role::Officer}), agreement()));
    auto* purposes = view->findChild<QComboBox*>("inquiryPurpose");
    ASSERT_EQ(purposes->count(), 2) << "confirmation is only answered under this agreement";
    EXPECT_EQ(purposes->itemText(0), "Border inquiry");
    EXPECT_EQ(purposes->itemText(1), "Nationality");
    std::optional<InquiryChoice> choice;
    QObject::connect(view.get(), &InquiryView::choiceChanged, [&](const InquiryChoice& each) { choice = each; });
    purposes->setCurrentIndex(1);
    emit purposes->activated(1);
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->purpose, record::PartnerPurpose::Nationality);
    EXPECT_FALSE(choice->samples) << "another purpose, the agreement's choice again";
    EXPECT_TRUE(says(*view, "45 days"));
}

TEST_F(Pages, CandidatesAreCountedAndExaminedInTheCase) {
    auto file = requestOf(RequestState::Answered, PartnerReply::Candidates, kAsks, {Role::Officer});
    file.answer->candidates.resize(2);
    file.answer->candidates[0].person.familyName = "SECRETNAME";
    file.answer->candidates[1].reason = "SECRETREASON";
    const auto view = shown(file);
    EXPECT_TRUE(says(*view, "2 persons of their lists"));
    for (const char* secret : {"SECRETNAME", "SECRETREASON"}) EXPECT_FALSE(says(*view, secret)) << "nobody is named before the examination";
    QSignalSpy examine(view.get(), &InquiryView::examineRequested);
    view->findChild<QPushButton*>("answerExamine")->click();
    EXPECT_EQ(examine.count(), 1);
    EXPECT_TRUE(says(*view, "48,210 entries"));
    EXPECT_TRUE(says(*view, "Registro civil: not searched"));
    // Who must be blind reads that there is something, and no more.
    file.answer.reset();
    file.noAnswer = decide::refusal(decide::kKeptBlind);
    file.file.view.partnerRequests.back().reply.reset();
    const auto blind = shown(file);
    EXPECT_FALSE(says(*blind, "2 persons"));
    EXPECT_TRUE(has(*blind, "answerCard"));
}

TEST_F(Pages, WhatLeftIsToldBesideTheNextRequest) {
    auto file = requestOf(RequestState::Closed, PartnerReply::NoCandidate, kAsks, {Role::Officer});
    const auto given = *file.shown;
    auto draft = draftOf(std::move(file.file), agreement());
    EXPECT_FALSE(draft.needsSupervisor) << "the partner was asked in this case";
    const auto view = shown(draft);
    EXPECT_EQ(view->findChild<QPushButton*>("inquiryDraft")->text(), "Draft the request");
    EXPECT_TRUE(says(*view, "Authorised by R. Quintanar"));
    const auto sign = QString::fromStdString(draft.file.view.captures[0].blob.text().substr(0, 8));
    EXPECT_TRUE(says(*view, "face " + sign)) << "samples by the first signs of their hash";
    std::optional<record::RequestId> chosen;
    QObject::connect(view.get(), &InquiryView::requestChosen, [&](const auto& id) { chosen = id; });
    view->findChild<QPushButton*>("given_" + requestName(given))->click();
    EXPECT_EQ(chosen, given);
}

TEST_F(Pages, ASheetAsksForTheReasonAndKeepsItBesideARefusal) {
    QWidget window;
    window.resize(1366, 738);
    window.show();
    auto file = requestOf(RequestState::Drafted, {}, kSupervises, {Role::Supervisor});
    std::vector<std::string> reasons;
    auto* dialog = openAuthorisation(file, &window, [&](widgets::FormDialog* sheet, const std::string& reason) {
        reasons.push_back(reason);
        sheet->showRefusal({"On hold", {}, {}, {}, "E_HOLD", {}});
    });
    ASSERT_NE(dialog, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    auto* why = dialog->findChild<QPlainTextEdit*>("requestReason");
    EXPECT_FALSE(dialog->sendButton()->isEnabled());
    QTest::keyClicks(why, "Entry is to be decided.");
    QTest::keyClick(why, Qt::Key_Return);
    EXPECT_TRUE(reasons.empty()) << "Return alone does nothing";
    dialog->sendButton()->click();
    ASSERT_EQ(reasons, std::vector<std::string>{"Entry is to be decided."});
    EXPECT_TRUE(dialog->findChild<QWidget*>("formRefusal")->isVisible());
    EXPECT_TRUE(why->toPlainText().startsWith("Entry"));
    delete dialog;
    file.needsSupervisor = false;
    dialog = openAuthorisation(file, &window, [&](auto*, const std::string& reason) { reasons.push_back(reason); });
    EXPECT_TRUE(dialog->sendButton()->isEnabled()) << "an officer's own authorisation needs no reason";
    delete dialog;
    for (const char* language : {"en", "es"}) {
        speak(language);
        const auto& request = *file.request();
        for (auto* each : {openAuthorisation(file, &window, [](auto*, const auto&) {}), openCancellation(request, &window, [](auto*, const auto&) {}), openClosing(request, &window, [](auto*, const auto&) {})}) {
            rest(*each);
            EXPECT_EQ(cutTexts(each).join('\n').toStdString(), "") << language;
            EXPECT_LE(each->height(), window.height());
            EXPECT_FALSE(each->sendButton()->hasFocus());
            if (const QString folder = qEnvironmentVariable("COTEJO_PICTURES"); !folder.isEmpty())
                each->grab().save(QDir(folder).filePath(QStringLiteral("partner-sheet-%1-%2.png").arg(QLatin1String(language), each->sendButton()->text().left(6))));
            delete each;
        }
    }
}

TEST_F(Pages, PartnersPageFitsInEveryPartAndLook) {
    for (const auto& [name, part] : {std::pair("partners-requests", PartnersView::Part::Requests), std::pair("partners-agreements", PartnersView::Part::Agreements),
                                     std::pair("partners-given", PartnersView::Part::Disclosures)}) {
        inEveryLook(name, [part = part]() -> QWidget* {
            auto* view = new PartnersView;
            view->showPartners(partnersOf(kAsks));
            view->showPart(part);
            return view;
        });
    }
    inEveryLook("partners-empty", []() -> QWidget* {
        auto* view = new PartnersView;
        view->showPartners({kPartnerNow, {}, {}, {}});
        return view;
    });
}

TEST_F(Pages, RequestsUnderWayStandWithWhoMustAct) {
    PartnersView view;
    view.showPartners(partnersOf(kAsks));
    view.resize(1524, 902);
    view.show();
    EXPECT_EQ(view.shownRows(), 4) << "closed and cancelled ones are not under way";
    auto* table = view.findChild<widgets::TableView*>("partnerRequests");
    EXPECT_EQ(table->model()->index(0, 1).data().toString(), "VASQUEZ, Elio") << "what waits for oneself stands first";
    EXPECT_TRUE(table->model()->index(0, 5).data().toString().startsWith("you:"));
    QSignalSpy opened(&view, &PartnersView::requestOpened);
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_EQ(opened.count(), 1);
    view.setFilter("oyelaran");
    EXPECT_EQ(view.shownRows(), 1);
    view.setFilter("sur candidates");
    EXPECT_EQ(view.shownRows(), 1);
    view.setFilter("nobody of this name");
    EXPECT_EQ(view.shownRows(), 0);
    EXPECT_TRUE(says(view, "Nothing here has these words"));
}

TEST_F(Pages, WhatWasGivenIsToldByTravelerAndByPartner) {
    PartnersView view;
    const auto file = partnersOf(kAsks);
    view.showPartners(file);
    view.resize(1524, 902);
    view.show();
    view.showPart(PartnersView::Part::Disclosures);
    ASSERT_EQ(view.shownRows(), 4) << "what was drafted or cancelled before it left was given to nobody";
    auto* table = view.findChild<widgets::TableView*>("partnerDisclosures");
    const auto column = [&](int at) {
        QStringList all;
        for (int i = 0; i < table->model()->rowCount(); ++i) all << table->model()->index(i, at).data().toString();
        return all;
    };
    view.setOrder(PartnersView::Order::Traveler);
    EXPECT_EQ(column(1), (QStringList{"ABADI, Elio", "ERIKSSON, Elio", "OYELARAN, Elio", "VASQUEZ, Elio"}));
    view.setOrder(PartnersView::Order::Partner);
    EXPECT_EQ(column(2).first(), "Utopía Norte");
    EXPECT_EQ(column(2).last(), "Utopía Sur");
    table->selectRow(0);
    rest(view);
    for (const char* words : {"family name", "R. Quintanar", "Ley de fronteras", "UTN-CF-02"}) EXPECT_TRUE(says(view, QString::fromUtf8(words))) << words;
    const auto& sample = file.requests[1].samples.front();
    EXPECT_TRUE(says(view, QString::fromStdString(sample.sign)));
    view.setFilter(QString::fromStdString(sample.sign));
    EXPECT_GE(view.shownRows(), 1) << "a sample is found by its sign";
    view.setFilter({});
    QSignalSpy opened(&view, &PartnersView::requestOpened);
    view.findChild<QPushButton*>("disclosureOpen")->click();
    EXPECT_EQ(opened.count(), 1);
}

TEST_F(Pages, AgreementsThatEndSoonStandFirstAndSpeakTheLanguage) {
    for (const char* language : {"en", "es"}) {
        speak(language);
        EXPECT_EQ(languageCode(), language);
        PartnersView view;
        view.showPartners(partnersOf(kAsks));
        view.resize(1290, 670);
        view.show();
        view.showPart(PartnersView::Part::Agreements);
        rest(view);
        const auto* soon = view.findChild<QWidget*>("agreement_UTN-CF-02");
        const auto* lasting = view.findChild<QWidget*>("agreement_UTS-CF-01");
        ASSERT_TRUE(soon != nullptr && lasting != nullptr);
        EXPECT_LT(soon->mapTo(&view, QPoint()).y(), lasting->mapTo(&view, QPoint()).y());
        for (const auto& line : partner::inWords(agreement(45), language)) EXPECT_TRUE(says(view, bridge::fromText(line))) << line;
    }
    EXPECT_EQ(agreementState(agreement(60), kPartnerNow), AgreementState::EndsSoon);
    EXPECT_EQ(agreementState(agreement(61), kPartnerNow), AgreementState::InForce);
    EXPECT_EQ(agreementState(agreement(0), kPartnerNow), AgreementState::Ended);
}

TEST_F(Pages, WhoReadsNoCasesReadsAgreementsAlone) {
    auto file = partnersOf(kAsks);
    file.requests.clear();
    file.requestsRefused = decide::refusal(decide::kRole);
    PartnersView view;
    view.showPartners(std::move(file));
    view.resize(1290, 670);
    view.show();
    rest(view);
    EXPECT_TRUE(says(view, "E_ROLE"));
    EXPECT_FALSE(says(view, "No request to a partner is under way"));
    view.showPart(PartnersView::Part::Agreements);
    rest(view);
    EXPECT_TRUE(view.findChild<QWidget*>("agreement_UTN-CF-02")->isVisible());
}

TEST_F(Pages, EveryCodeHasItsWords) {
    for (const char* language : {"en", "es"}) {
        speak(language);
        for (const auto& [value, code] : record::codes<record::PartnerPurpose>) {
            EXPECT_FALSE(text(value).isEmpty() || text(value) == "—") << code;
            EXPECT_FALSE(purposeSentence(agreement(), value).isEmpty()) << code;
        }
        for (const auto& [value, code] : record::codes<record::PartnerField>) EXPECT_NE(text(value), "—") << code;
        for (const auto& [value, code] : record::codes<RequestState>) EXPECT_NE(text(value), "—") << code;
        for (const auto& [value, code] : record::codes<PartnerReply>) EXPECT_NE(text(value), "—") << code;
    }
    EXPECT_EQ(spanText(std::chrono::minutes(240)).toStdString(), "4 horas");
}

}  // namespace
}  // namespace cotejo::ui_test
