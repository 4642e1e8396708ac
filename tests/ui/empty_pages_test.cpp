#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QTranslator>
#include <functional>

#include "core/decide/rules.h"
#include "tests/ui/window_driver.h"
#include "ui/bridge/case_options.h"
#include "ui/bridge/text.h"
#include "ui/casefile/decision/decision_tab.h"
#include "ui/casefile/decision/disposition_tab.h"
#include "ui/casefile/guard/guard_tab.h"
#include "ui/casefile/history/encounters_tab.h"
#include "ui/casefile/history/history_tab.h"
#include "ui/casefile/overview/overview_tab.h"
#include "ui/casefile/papers/papers_card.h"
#include "ui/widgets/card.h"

/// What the pages of a case say when they have nothing to show, and that it tells a blind reader nothing.
namespace cotejo::casefile::empty_pages {
namespace {

using namespace std::chrono_literals;
using record::CaseState;
using record::Role;

const UtcTime kNow = fromMillis(1'795'428'000'000);
const OfficerId kReader = OfficerId::random(), kOther = OfficerId::random(), kThird = OfficerId::random();

record::CaseView plainCase(CaseState state) {
    record::CaseView view;
    view.id = *CaseId::fromBytes(sha256("plain case").bytes().first(16));
    view.number = "PA-2026-000311";
    view.state = state;
    view.reason = record::ReferralReason::ManualReferral;
    view.legalBasis = "art. 4";
    view.traveler.familyName = "SPECIMEN";
    view.opened = kNow - 40min;
    view.deadline = view.attentionDue = kNow + 30min;
    view.history.push_back({sha256("opened"), "case.open", kOther, view.opened, "", "", false});
    return view;
}

/// The same case after an earlier round: two examiners identified a wanted person, the owner was asked and answered, papers came.
record::CaseView guardedCase(CaseState state) {
    auto view = plainCase(state);
    view.round = {2, {}};
    record::Identification identification;
    identification.entry = WatchlistEntryId::random();
    identification.facts = {"wanted", record::EntryPurpose::Wanted, record::EvidenceGrade::Warrant, "UTO", 312};
    identification.examiners = {kOther, kThird};
    identification.since = kNow - 20min;
    view.identification = identification;
    view.identifications = {identification};
    view.outcome = record::Outcome::Identified;
    view.settledBy = identification.examiners;
    view.holds = {{record::HoldKind::ReleaseGuard, kOther, kNow - 20min, "identification"}};
    record::DossierDocument paper;
    paper.blob = sha256("paper");
    paper.kind = "owner_answer";
    paper.title = "Answer";
    paper.added = kNow - 15min;
    view.documents = {paper};
    view.requests = {{kOther, kNow - 18min, 1, "telephone", {}}};
    view.answers = {{sha256("answer"), identification.entry, "confirmed", "REF-1", "telephone", "Duty officer", kNow - 15min, paper.blob, kOther, {}, false}};
    view.confirmation = "recorded";
    view.remarks = {{"case.return", false, kOther, kNow - 10min, "Another print is needed."}};
    record::Examination exam;
    exam.examiner = kOther;
    exam.round = {};
    exam.number = 1;
    exam.concluded = kNow - 21min;
    exam.outcome = record::Outcome::Identified;
    view.examinations = {exam};
    view.history.push_back({sha256("concluded"), "examination.conclude", kOther, kNow - 21min, "", "", false});
    view.exposure[kOther] = {{record::Shown::Conclusions, {}, false, false}};
    return view;
}

bridge::CaseFile fileOf(const record::CaseView& whole, const std::vector<Role>& roles) {
    bridge::CaseFile file;
    file.officer.id = kReader;
    file.officer.displayName = "R. Quintanar";
    for (const auto role : roles) file.officer.grants.push_back({role, UtcTime::max()});
    file.now = kNow;
    file.names = {{kReader, QStringLiteral("R. Quintanar")}, {kOther, QStringLiteral("M. Aldecoa")}, {kThird, QStringLiteral("I. Salvatierra")}};
    auto visible = review::visibleCase(whole, file.officer, kNow, [](const auto&) { return std::nullopt; });
    file.view = visible.view;
    file.candidates = visible.candidates;
    file.blind = visible.blind;
    file.onHold = visible.onHold;
    file.readsHolds = visible.readsHolds;
    file.revealed = visible.revealed;
    file.mine = visible.mine;
    file.identityHidden = visible.identityHidden;
    decide::Conditions conditions;
    conditions.now = kNow;
    conditions.online = true;
    file.options = bridge::optionsOf(file, whole, conditions);
    return file;
}

struct Page {
    const char* name;
    std::function<QWidget*(const bridge::CaseFile&)> make;
};

template <class Tab>
Page pageOf(const char* name) {
    return {name, [](const bridge::CaseFile& file) -> QWidget* {
                auto* tab = new Tab;
                tab->resize(960, 620);
                tab->show();
                tab->showCase(file);
                if constexpr (std::is_same_v<Tab, EncountersTab>) tab->showEncounters(review::Encounters{{}, file.identityHidden, file.blind, false});
                return tab;
            }};
}

const std::vector<Page> kPages{pageOf<OverviewTab>("overview"), pageOf<EncountersTab>("encounters"), pageOf<DecisionTab>("decision"), pageOf<GuardTab>("guard"),
                               pageOf<DispositionTab>("disposition"), pageOf<HistoryTab>("history"), pageOf<PapersCard>("papers")};

void settle() {
    for (int i = 0; i < 12; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// Everything that a page says: to the eye, to a screen reader, and what it offers.
QStringList words(const QWidget* page) {
    QStringList said;
    for (const auto* each : page->findChildren<QWidget*>()) {
        if (!each->isVisibleTo(page)) continue;
        said << each->accessibleName() << each->accessibleDescription() << each->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(each)) said << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(each)) said << button->objectName() << button->text();
        if (const auto* table = qobject_cast<const QAbstractItemView*>(each); table != nullptr && table->model() != nullptr)
            for (int row = 0; row < table->model()->rowCount(); ++row)
                for (int column = 0; column < table->model()->columnCount(); ++column) said << table->model()->index(row, column).data().toString();
    }
    said.removeAll(QString());
    return said;
}

bool says(const QLayoutItem* item) {
    if (const auto* layout = const_cast<QLayoutItem*>(item)->layout()) {
        for (int i = 0; i < layout->count(); ++i)
            if (says(layout->itemAt(i))) return true;
        return false;
    }
    const auto* widget = const_cast<QLayoutItem*>(item)->widget();
    if (widget == nullptr || widget->isHidden()) return false;
    if (const auto* label = qobject_cast<const QLabel*>(widget)) return !label->text().isEmpty();
    if (const auto* table = qobject_cast<const QAbstractItemView*>(widget)) return table->model() != nullptr && table->model()->rowCount() > 0;
    return widget->layout() != nullptr ? says(widget->layout()) : widget->focusPolicy() != Qt::NoFocus;
}

struct EmptyPages : testing::Test {
    QTranslator translator;
    void speak(const char* language) {
        QCoreApplication::removeTranslator(&translator);
        ASSERT_TRUE(translator.load(QStringLiteral(":/translations/cotejo_%1.qm").arg(QLatin1String(language))));
        QCoreApplication::installTranslator(&translator);
    }
    ~EmptyPages() override { QCoreApplication::removeTranslator(&translator); }
    std::unique_ptr<QWidget> show(const Page& page, const bridge::CaseFile& file) {
        std::unique_ptr<QWidget> made(page.make(file));
        settle();
        return made;
    }
};

TEST_F(EmptyPages, NoCardStandsEmptyAndNoPageIsSilent) {
    for (const char* language : {"en", "es"}) {
        speak(language);
        for (const auto state : {CaseState::Received, CaseState::Triage, CaseState::InReview, CaseState::IdentityResolved, CaseState::Closed, CaseState::Cancelled})
            for (const auto& roles : std::vector<std::vector<Role>>{{Role::Officer}, {Role::Officer, Role::ExaminerFace}, {Role::Supervisor}, {Role::Auditor}})
                for (const auto& page : kPages) {
                    const auto made = show(page, fileOf(plainCase(state), roles));
                    const auto name = std::string(language) + " " + page.name + " in state " + std::string(record::codeOf(state));
                    for (auto* each : made->findChildren<widgets::Card*>())
                        EXPECT_TRUE(!each->isVisibleTo(made.get()) || says(each->body())) << name << ": " << each->accessibleName().toStdString();
                    bool sentence = false;
                    for (const auto* label : made->findChildren<QLabel*>()) sentence = sentence || (label->isVisibleTo(made.get()) && label->text().size() > 20);
                    EXPECT_TRUE(sentence) << name << " says nothing";
                    EXPECT_EQ(ui_test::cutTexts(made.get()).join('\n').toStdString(), "") << name;
                    if (const QString folder = qEnvironmentVariable("COTEJO_PICTURES"); !folder.isEmpty() && roles.size() == 2)
                        made->grab().save(QDir(folder).filePath(QStringLiteral("empty-%1-%2-%3.png").arg(QLatin1String(page.name), QLatin1String(language),
                                                                                                         bridge::fromText(record::codeOf(state)))));
                }
    }
}

TEST_F(EmptyPages, TellABlindReaderNothingOfWhatIsLeftOut) {
    for (const char* language : {"en", "es"}) {
        speak(language);
        for (const auto state : {CaseState::Triage, CaseState::InReview, CaseState::InVerification, CaseState::Panel})
            for (const auto& roles : std::vector<std::vector<Role>>{{Role::Officer}, {Role::Officer, Role::ExaminerFace, Role::ExaminerFinger}, {Role::Supervisor, Role::ExaminerFinger}}) {
                auto nothing = plainCase(state);
                nothing.round.number = 2;  // that there was an earlier round is masked too, but not which papers stay away for it
                const auto without = fileOf(nothing, roles), with = fileOf(guardedCase(state), roles);
                ASSERT_TRUE(without.blind && with.blind);
                const auto offers = [](const bridge::CaseFile& file) {
                    QStringList lines;
                    for (const auto& each : file.options)
                        lines << QStringLiteral("%1:%2:%3:%4").arg(bridge::fromText(each.act), bridge::fromText(each.variant)).arg(each.ever).arg(
                            each.refusal ? bridge::fromText(each.refusal->code) : QString());
                    return lines.join('\n').toStdString();
                };
                EXPECT_EQ(offers(without), offers(with)) << record::codeOf(state) << " with " << roles.size() << " roles";
                for (const auto& page : kPages) {
                    const auto name = std::string(language) + " " + page.name + " in state " + std::string(record::codeOf(state));
                    const auto one = show(page, without), other = show(page, with);
                    EXPECT_EQ(words(one.get()).join('\n').toStdString(), words(other.get()).join('\n').toStdString()) << name;
                    // Nor does a page claim what is not so.
                    const auto said = words(other.get()).join('\n');
                    for (const char* claim : {"Nobody examined", "Nothing has been proposed", "nobody has been identified", "Nadie examinó", "Nada se ha propuesto"})
                        EXPECT_FALSE(said.contains(QString::fromUtf8(claim))) << name << ": " << claim;
                }
            }
    }
}

TEST_F(EmptyPages, TheGuardPageSaysWhyItHasNothing) {
    speak("en");
    const auto guard = [&](const record::CaseView& whole, const std::vector<Role>& roles) { return words(show(kPages[3], fileOf(whole, roles)).get()).join('\n'); };
    const std::vector<Role> supervisor{Role::Supervisor};
    EXPECT_TRUE(guard(plainCase(CaseState::IdentityResolved), supervisor).contains("nobody has been identified"));
    auto registered = guardedCase(CaseState::IdentityResolved);
    registered.identification->facts.purpose = record::EntryPurpose::Identity;
    registered.requests.clear();
    registered.answers.clear();
    registered.holds.clear();
    EXPECT_TRUE(guard(registered, supervisor).contains(bridge::text(record::EntryPurpose::Identity)));
    // To whoever may know, the same case with its guard shows it and no sentence of emptiness.
    const auto shown = guard(guardedCase(CaseState::IdentityResolved), supervisor);
    EXPECT_TRUE(shown.contains("Guard set"));
    EXPECT_FALSE(shown.contains("No release guard"));
    const auto blind = guard(guardedCase(CaseState::InReview), {Role::Officer, Role::ExaminerFace});
    EXPECT_TRUE(blind.contains("No release guard to show."));
    EXPECT_FALSE(blind.contains("Guard set"));
}

TEST_F(EmptyPages, HiddenListsAreNotCalledUnsearched) {
    speak("en");
    auto whole = plainCase(CaseState::InReview);
    record::Coverage coverage;
    coverage.searched = {{"wanted", 12, 12, kNow - 2h}};
    coverage.faces = 1;
    whole.coverage = coverage;
    const auto hidden = words(show(kPages[2], fileOf(whole, {Role::Officer, Role::ExaminerFace})).get()).join('\n');
    EXPECT_TRUE(hidden.contains("Which lists were searched is told once"));
    EXPECT_FALSE(hidden.contains("SEARCHED IN"));
    EXPECT_FALSE(hidden.contains("No list was searched"));
    whole.state = CaseState::IdentityResolved;
    EXPECT_TRUE(words(show(kPages[2], fileOf(whole, {Role::Officer})).get()).join('\n').contains("SEARCHED IN"));
    whole.coverage->searched.clear();
    whole.coverage->notSearched = {{"wanted", "lists_expired"}};
    EXPECT_TRUE(words(show(kPages[2], fileOf(whole, {Role::Officer})).get()).join('\n').contains("No list was searched"));
}

}  // namespace
}  // namespace cotejo::casefile::empty_pages
