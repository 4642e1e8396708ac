#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QTranslator>

#include "core/decide/rules.h"
#include "tests/ui/window_driver.h"
#include "ui/bridge/case_options.h"
#include "ui/bridge/paper.h"
#include "ui/casefile/acts/act_dialogs.h"
#include "ui/casefile/acts/case_forms.h"
#include "ui/casefile/decision/disposition_tab.h"
#include "ui/casefile/guard/guard_tab.h"
#include "ui/casefile/overview/overview_tab.h"
#include "ui/casefile/papers/paper_form.h"
#include "ui/casefile/papers/papers_card.h"
#include "ui/widgets/form_dialog.h"

/// The sheets of acts and the pages they are opened from, over an invented case that has everything.
namespace cotejo::casefile {
namespace {

using namespace std::chrono_literals;

const UtcTime kNow = fromMillis(1'795'428'000'000);
const OfficerId kOfficer = OfficerId::random(), kOther = OfficerId::random();

/// Identified against a wanted entry, under guard, with differing answers, papers and words of many kinds.
bridge::CaseFile guardedCase(std::initializer_list<record::Role> roles) {
    bridge::CaseFile file;
    file.now = kNow;
    file.officer.id = kOfficer;
    file.officer.displayName = "R. Quintanar";
    for (const auto role : roles) file.officer.grants.push_back({role, UtcTime::max()});
    file.readsHolds = review::readsHoldKinds(file.officer, kNow);
    file.names = {{kOfficer, QStringLiteral("R. Quintanar")}, {kOther, QStringLiteral("M. Aldecoa Irigoyen")}};
    auto& view = file.view;
    view.id = CaseId::random();
    view.number = "PA-2026-004408";
    view.state = record::CaseState::IdentityResolved;
    view.reason = record::ReferralReason::Repatriation;
    view.legalBasis = "Border control act of UTO, art. 12";
    view.traveler.familyName = "Oyelaran";
    view.traveler.givenNames = "Specimen";
    view.traveler.birthDate = "1983-10-04";
    view.traveler.nationality = "UTO";
    view.opened = kNow - 40min;
    view.deadline = kNow + 6min;
    view.outcome = record::Outcome::Identified;
    record::Identification identification;
    identification.event = sha256(bytesOf("identification"));
    identification.entry = WatchlistEntryId::random();
    identification.facts = {"wanted", record::EntryPurpose::Wanted, record::EvidenceGrade::Warrant, "UTO", 312};
    identification.examiners = {kOther, OfficerId::random()};
    identification.since = kNow - 4min;
    view.identification = identification;
    view.identifications = {identification};
    view.settledBy = identification.examiners;
    view.holds = {{record::HoldKind::ReleaseGuard, kOther, kNow - 4min, "identification"}, {record::HoldKind::Medical, kOther, kNow - 30min, ""},
                  {record::HoldKind::Child, kOther, kNow - 30min, "age_unknown"}};
    for (const char* title : {"Nota de llamada a la oficina de guardia", "Segunda nota"}) {
        record::DossierDocument paper;
        paper.blob = sha256(bytesOf(title));
        paper.kind = "owner_answer";
        paper.title = title;
        paper.mime = "text/plain";
        paper.added = kNow - 3min;
        view.documents.push_back(paper);
    }
    view.requests.push_back({kOther, kNow - 4min, 1, "Telephone of the directory", {}});
    record::OwnerAnswer answer{sha256(bytesOf("a")), identification.entry, "confirmed", "UTN-G-88-4471", "Telephone of the directory", "D. Ormaechea, prosecutor",
                               kNow - 2min, view.documents[0].blob, kOther, {}, false};
    view.answers.push_back(answer);
    view.confirmation = "recorded";
    view.remarks = {{"case.return", false, kOther, kNow - 20min, "The second page of the order is missing."}, {"note.add", false, kOfficer, kNow - 5min, "Interpreter on the way."}};
    view.notices.push_back({"entry_suspended", identification.entry, kNow - 1min, {}});
    record::Capture face;
    face.id = CaptureId::random();
    face.modality = record::Modality::Face;
    face.width = 640, face.height = 800;
    view.captures.push_back(face);
    view.waivers.push_back({"child", "born in 1983, verified document", kOther, kNow - 10min});
    record::WatchlistEntry entry;
    entry.id = identification.entry;
    entry.name = "OYELARAN, Specimen Babatunde";
    entry.issuer = "Utopia North, third prosecutor";
    entry.issuerCountry = "UTO";
    entry.reason = "Invented charge";
    entry.caveats = "Invented caveat";
    entry.reviewBy = kNow + 2000h;
    file.entry = entry;
    file.guard = bridge::GuardClocks{kNow - 4min, kNow + 6min, kNow + 351min, "POL-2026-07"};
    file.papersFor = record::Disposition::Repatriate;
    file.papers = bridge::paperNeeds(view, file.papersFor);
    decide::Conditions conditions;
    conditions.now = kNow;
    conditions.online = true;
    conditions.snapshot = record::SnapshotAge::Fresh;
    conditions.entry = entry;
    file.options = bridge::optionsOf(file, view, conditions);
    return file;
}

/// Every sheet there is, with a variant each.
QStringList everySheet(const bridge::CaseFile& file) {
    QStringList sheets{"note.add", "case.legal_basis", "case.recapture", "case.return", "case.reopen", "case.cancel", "case.amend", "examination.order",
                       "hold.lift:medical", "hold.lift:child", "hold.lift:protection", "samples.missing", "biometric.unusable", "document.waive:family_unity",
                       "watchlist.request", "watchlist.confirm", "guard.override:release", "guard.override:hold", "guard.lapse", "decision.manifest", "referral.answer",
                       "case.close", "decision.approve", "decision.reject"};
    for (const char* kind : {"protection", "child", "data_dispute", "medical", "legal_retention"}) sheets << QStringLiteral("hold.place:") + QLatin1String(kind);
    sheets << QStringLiteral("document.kind:") + QString::fromStdString(file.view.documents.front().blob.text());
    for (const char* act : {"watchlist.countersign:", "watchlist.settle:"}) sheets << QLatin1String(act) + QString::fromStdString(file.view.answers.front().event.text());
    return sheets;
}

struct Sheets : testing::Test {
    QTranslator translator;
    void speak(const char* language) {
        QCoreApplication::removeTranslator(&translator);
        ASSERT_TRUE(translator.load(QStringLiteral(":/translations/cotejo_%1.qm").arg(QLatin1String(language))));
        QCoreApplication::installTranslator(&translator);
    }
    ~Sheets() override {
        QCoreApplication::removeTranslator(&translator);
        widgets::applyTheme(*qApp, widgets::ThemeKind::Light);
    }
    /// In both languages and looks; `show` makes the widget, which is looked at and deleted.
    void inEveryLook(const QString& name, const std::function<QWidget*()>& show) {
        for (const char* language : {"en", "es"})
            for (const auto theme : {widgets::ThemeKind::Light, widgets::ThemeKind::Dark}) {
                speak(language);
                widgets::applyTheme(*qApp, theme);
                const std::unique_ptr<QWidget> widget(show());
                for (int i = 0; i < 12; ++i) QCoreApplication::processEvents();  // layouts ask again as long as something changed
                const QString look = QStringLiteral("%1-%2-%3").arg(name, QLatin1String(language), theme == widgets::ThemeKind::Light ? "light" : "dark").replace(':', '-');
                const auto* scroll = widget->findChild<QScrollArea*>();
                EXPECT_EQ(ui_test::cutTexts(widget.get()).join('\n').toStdString(), "")
                    << look.toStdString() << (scroll != nullptr ? ", page " + std::to_string(scroll->widget()->height()) + " high, at least " +
                                                                      std::to_string(scroll->widget()->minimumHeight())
                                                                : std::string());
                if (const QString folder = qEnvironmentVariable("COTEJO_PICTURES"); !folder.isEmpty()) widget->grab().save(QDir(folder).filePath(look + ".png"));
            }
    }
};

TEST_F(Sheets, EveryActHasASheetWhoseWordsFitInBothLanguages) {
    const auto file = guardedCase({record::Role::Supervisor, record::Role::Protection});
    QWidget window;
    window.resize(1366, 768);
    window.show();
    for (const QString& what : everySheet(file)) {
        QString name = what;
        if (name.size() > 40) name.truncate(name.indexOf(':'));
        inEveryLook("sheet-" + name, [&]() -> QWidget* {
            auto* dialog = openActDialog(what, file, &window, [](auto*, const auto&) {});
            if (dialog == nullptr) {
                ADD_FAILURE() << what.toStdString() << " has no sheet";
                return new QWidget;
            }
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            EXPECT_LE(dialog->height(), 768) << what.toStdString();
            EXPECT_FALSE(dialog->sendButton()->text().isEmpty()) << what.toStdString();
            EXPECT_FALSE(dialog->sendButton()->hasFocus()) << what.toStdString() << ": a key pressed at once must not do it";
            return dialog;
        });
    }
    const auto form = [&](const QString& name, const std::function<widgets::FormDialog*()>& open) {
        inEveryLook(name, [&]() -> QWidget* {
            auto* dialog = open();
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            EXPECT_LE(dialog->height(), 768) << name.toStdString();
            EXPECT_FALSE(dialog->sendButton()->isEnabled()) << name.toStdString() << ": nothing was typed";
            return dialog;
        });
    };
    form("sheet-search", [&] { return openSearchForm({"wanted", "identity_register", "refuse_entry"}, &window, [](auto*, const auto&) {}); });
    form("sheet-export", [&] { return openExportForm(&window, [](auto*, const auto&) {}); });
    inEveryLook("sheet-paper", [&]() -> QWidget* {
        auto* dialog = openPaperForm(file, "Acta de temor", {"application/pdf", 3}, "fear_answer", &window, [](auto*, auto) {});
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        return dialog;
    });
}

TEST_F(Sheets, ASearchIsNarrowedOnlyWithAPurpose) {
    speak("en");
    QWidget window;
    window.resize(1366, 768);
    window.show();
    std::optional<record::SearchLimits> asked;
    const std::unique_ptr<widgets::FormDialog> dialog(openSearchForm({"wanted", "refuse_entry"}, &window, [&](auto*, const auto& limits) { asked = limits; }));
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    auto* purpose = dialog->findChild<QLineEdit*>("searchPurpose");
    purpose->setText("a tip names one");
    EXPECT_FALSE(dialog->sendButton()->isEnabled()) << "nothing is narrowed";
    dialog->findChild<QCheckBox*>("searchList_wanted")->setChecked(false);
    EXPECT_TRUE(dialog->sendButton()->isEnabled());
    dialog->findChild<QPlainTextEdit*>("searchPersons")->setPlainText("not an identifier");
    EXPECT_FALSE(dialog->sendButton()->isEnabled());
    dialog->findChild<QPlainTextEdit*>("searchPersons")->setPlainText("5ca5e0000000000000000000000000a1\n");
    purpose->clear();
    EXPECT_FALSE(dialog->sendButton()->isEnabled());
    purpose->setText("a tip names one");
    dialog->sendButton()->click();
    ASSERT_TRUE(asked.has_value());
    EXPECT_EQ(asked->galleries, std::vector<std::string>{"refuse_entry"});
    EXPECT_EQ(asked->persons.size(), 1u);
    EXPECT_EQ(asked->purpose, "a tip names one");
}

TEST_F(Sheets, ASheetKeepsWhatWasTypedBesideARefusalAndSendsItOnce) {
    speak("en");
    const auto file = guardedCase({record::Role::Supervisor});
    QWidget window;
    window.resize(1366, 768);
    window.show();
    std::vector<record::Act> acts;
    auto* dialog = openActDialog("case.return", file, &window, [&](widgets::FormDialog* sheet, const record::Act& act) {
        acts.push_back(act);
        sheet->showRefusal({"Reasons are missing", {}, {}, {}, "E_NO_REASON", {}});
    });
    ASSERT_NE(dialog, nullptr);
    auto* words = dialog->findChild<QPlainTextEdit*>("actWords");
    QTest::keyClicks(words, "The order is missing.");
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(acts.empty()) << "Return alone does nothing";
    QTest::mouseClick(dialog->sendButton(), Qt::LeftButton);
    ASSERT_EQ(acts.size(), 1u);
    EXPECT_EQ(std::get<record::ReturnCase>(acts[0]).reason, "The order is missing.");
    EXPECT_TRUE(dialog->findChild<QWidget*>("formRefusal")->isVisible());
    EXPECT_TRUE(words->toPlainText().startsWith("The order"));
    dialog->close();
}

TEST_F(Sheets, AnAnswerNeedsItsPaperAndACountersignatureItsLook) {
    speak("en");
    auto file = guardedCase({record::Role::Officer});
    QWidget window;
    window.resize(1366, 768);
    window.show();
    std::optional<record::ConfirmEntry> given;
    auto* dialog = openActDialog("watchlist.confirm", file, &window, [&](widgets::FormDialog* sheet, const record::Act& act) {
        given = std::get<record::ConfirmEntry>(act);
        sheet->close();
    });
    QTest::keyClicks(dialog->findChild<QLineEdit*>("guardReference"), "UTN-G-88-4471");
    QTest::keyClicks(dialog->findChild<QLineEdit*>("guardAnsweredBy"), "D. Ormaechea, prosecutor");
    QTest::mouseClick(dialog->sendButton(), Qt::LeftButton);
    ASSERT_TRUE(given);
    EXPECT_EQ(given->answer, "confirmed");
    EXPECT_EQ(given->paper, file.view.documents[0].blob);
    EXPECT_LE(given->answeredAt, kNow);
    EXPECT_GT(given->answeredAt, kNow - 2min);
    file.view.documents.clear();
    dialog = openActDialog("watchlist.confirm", file, &window, [](auto*, const auto&) {});
    EXPECT_FALSE(dialog->sendButton()->isEnabled()) << "no paper says so";
    auto* answer = dialog->findChild<QComboBox*>("guardAnswer");
    answer->setCurrentIndex(answer->findData("no_answer"));
    EXPECT_TRUE(dialog->sendButton()->isEnabled()) << "silence has no paper";
    EXPECT_FALSE(dialog->findChild<QWidget*>("guardReference")->isVisible());
    dialog->close();
    dialog = openActDialog("watchlist.countersign:" + QString::fromStdString(file.view.answers[0].event.text()), file, &window, [](auto*, const auto&) {});
    EXPECT_FALSE(dialog->sendButton()->isEnabled()) << "nobody said that the paper was compared";
    dialog->close();
}

TEST_F(Sheets, OfSeveralEntriesTheActNamesOne) {
    speak("en");
    auto file = guardedCase({record::Role::Supervisor});
    QWidget window;
    window.resize(1366, 768);
    window.show();
    std::optional<record::Act> given;
    const auto take = [&](widgets::FormDialog* sheet, const record::Act& act) {
        given = act;
        sheet->close();
    };
    auto* dialog = openActDialog("watchlist.request", file, &window, take);
    EXPECT_EQ(dialog->findChild<QComboBox*>("guardEntry"), nullptr) << "there is one";
    QTest::mouseClick(dialog->sendButton(), Qt::LeftButton);
    EXPECT_EQ(std::get<record::RequestConfirmation>(*given).entry, file.view.identification->entry);
    auto& other = file.view.identifications.emplace_back(file.view.identifications[0]);
    other.entry = WatchlistEntryId::random();
    other.facts.grade = record::EvidenceGrade::Charge;
    for (const char* act : {"watchlist.request", "watchlist.confirm", "guard.override:release", "guard.lapse"}) {
        given.reset();
        dialog = openActDialog(act, file, &window, take);
        auto* entry = dialog->findChild<QComboBox*>("guardEntry");
        ASSERT_NE(entry, nullptr) << act;
        EXPECT_EQ(entry->currentIndex(), 0) << "the weightiest first";
        EXPECT_TRUE(entry->itemText(1).contains(QString::fromStdString(other.entry.text().substr(0, 8))));
        entry->setCurrentIndex(1);
        for (auto* field : dialog->findChildren<QLineEdit*>())
            if (field->objectName() != "guardAnsweredAt") field->setText("x");
        for (auto* field : dialog->findChildren<QPlainTextEdit*>()) field->setPlainText("x");
        QTest::mouseClick(dialog->sendButton(), Qt::LeftButton);
        ASSERT_TRUE(given) << act;
        std::visit(
            [&](const auto& each) {
                if constexpr (requires { each.entry; }) { EXPECT_EQ(each.entry, other.entry) << act; }
            },
            *given);
    }
    inEveryLook("guard-two-entries", [&] {
        auto* tab = new GuardTab;
        tab->resize(1290, 560);
        tab->show();
        tab->showCase(file);
        return tab;
    });
}

TEST_F(Sheets, PagesFitALaptopAndOfferOnlyWhatCanBeTheOfficers) {
    const auto officer = guardedCase({record::Role::Officer});
    const auto supervisor = guardedCase({record::Role::Supervisor});
    const auto page = [&](CaseTab* tab, const bridge::CaseFile& file) {
        tab->resize(1290, 560);
        tab->show();
        tab->showCase(file);
        return tab;
    };
    inEveryLook("guard-officer", [&] { return page(new GuardTab, officer); });
    inEveryLook("guard-supervisor", [&] { return page(new GuardTab, supervisor); });
    inEveryLook("overview-officer", [&] { return page(new OverviewTab, officer); });
    inEveryLook("overview-supervisor", [&] { return page(new OverviewTab, supervisor); });
    inEveryLook("disposition-officer", [&] { return page(new DispositionTab, officer); });
    inEveryLook("papers-officer", [&]() -> QWidget* {
        auto* card = new PapersCard;
        card->resize(1260, 900);
        card->show();
        card->showCase(officer);
        return card;
    });
    speak("en");
    const std::unique_ptr<CaseTab> guard(page(new GuardTab, officer));
    EXPECT_EQ(guard->findChild<QWidget*>("act_guard.override_release"), nullptr) << "two supervisors override";
    EXPECT_NE(guard->findChild<QWidget*>("act_watchlist.request"), nullptr);
    const std::unique_ptr<CaseTab> overview(page(new OverviewTab, officer));
    EXPECT_EQ(overview->findChild<QWidget*>("act_case.cancel"), nullptr);
    EXPECT_EQ(overview->findChild<QWidget*>("liftHold_release_guard"), nullptr) << "nobody lifts what follows from facts";
    EXPECT_EQ(overview->findChild<QWidget*>("liftHold_medical"), nullptr) << "an officer lifts none";
    const std::unique_ptr<CaseTab> other(page(new OverviewTab, supervisor));
    EXPECT_NE(other->findChild<QWidget*>("liftHold_medical"), nullptr);
    EXPECT_NE(other->findChild<QWidget*>("act_examination.order"), nullptr);
}

TEST_F(Sheets, AFormBelongsToItsCase) {
    speak("en");
    auto one = guardedCase({record::Role::Officer}), two = one;
    two.view.id = CaseId::random();
    DispositionTab tab;
    tab.show();
    tab.showCase(one);
    auto* reasons = tab.findChild<QPlainTextEdit*>("dispositionReasons");
    reasons->setPlainText("Typed for the first case");
    tab.showCase(two);
    EXPECT_EQ(reasons->toPlainText(), QString()) << "it must not stand in another case";
    tab.showCase(one);
    EXPECT_EQ(reasons->toPlainText(), QStringLiteral("Typed for the first case"));
}

TEST(BlindOptions, TellNothingOfWhatOthersFound) {
    auto file = guardedCase({record::Role::Officer, record::Role::ExaminerFace});
    file.blind = true;
    auto before = file.view;
    before.identification.reset();
    before.outcome.reset();
    before.answers.clear();
    before.holds.clear();
    before.requests.clear();
    file.view.holds.clear();
    decide::Conditions conditions;
    conditions.now = kNow;
    conditions.online = true;
    const auto said = [&](const record::CaseView& whole) {
        QStringList lines;
        for (const auto& each : bridge::optionsOf(file, whole, conditions))
            lines << QStringLiteral("%1:%2:%3").arg(QString::fromStdString(each.act), QString::fromStdString(each.variant),
                                                    each.refusal ? QString::fromStdString(each.refusal->code) : QString());
        return lines;
    };
    const auto whole = guardedCase({record::Role::Officer}).view;
    auto guarded = before;
    guarded.identification = whole.identification;
    guarded.outcome = whole.outcome;
    guarded.holds = {whole.holds[0]};
    guarded.answers = whole.answers;
    EXPECT_EQ(said(before).join('\n').toStdString(), said(guarded).join('\n').toStdString());
}

TEST(Papers, ArePagesByTheirContents) {
    const auto pages = [](std::string_view text) {
        const auto facts = bridge::paperFacts(bytesOf(text));
        return facts ? facts->pages : -1;
    };
    EXPECT_EQ(pages("SPECIMEN"), 1);
    std::string lines;
    for (int i = 0; i < 100; ++i) lines += "line " + std::to_string(i) + "\n";
    EXPECT_EQ(pages(lines), 2);
    EXPECT_EQ(pages(std::string(92 * 58 * 3, 'x')), 3) << "long lines are wrapped, not cut";
    EXPECT_EQ(pages(""), -1);
    EXPECT_EQ(pages(std::string("binary\0stuff", 12)), -1);
    EXPECT_EQ(pages("\xff\xfe not utf-8"), -1);
    EXPECT_EQ(pages("%PDF-1.7 and nothing behind it"), -1);
    // Two pictures in one TIFF: only the first would be shown.
    std::string tiff("II*\0\x08\0\0\0\x01\0", 10);
    tiff += std::string("\0\x01\x03\0\x01\0\0\0\x01\0\0\0", 12) + std::string("\x40\0\0\0", 4);
    EXPECT_EQ(pages(tiff), -1);
    const auto first = bridge::paperPage(bytesOf(lines), 0, 600), last = bridge::paperPage(bytesOf(lines), 1, 600);
    ASSERT_TRUE(first && last);
    EXPECT_EQ(first->width(), 600);
    EXPECT_NE(*first, *last);
    EXPECT_FALSE(bridge::paperPage(bytesOf(lines), 2, 600));
}

}  // namespace
}  // namespace cotejo::casefile
