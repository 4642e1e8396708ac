#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/queue/preview_panel.h"
#include "ui/queue/queue_delegates.h"
#include "ui/queue/queue_model.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::queue {
namespace {

using namespace std::chrono_literals;

const UtcTime kNow = fromMillis(1'795'428'000'000);

QueueRow rowNumber(int i) {
    QueueRow row;
    row.id = CaseId::random();
    row.number = QStringLiteral("PA-2026-%1").arg(i, 6, 10, QLatin1Char('0'));
    row.person = QStringLiteral("SPECIMEN, Number %1").arg(i);
    row.deadline = kNow + std::chrono::minutes(i);
    return row;
}

QueuePageOfRows pageOf(int first, int count, bool more) {
    QueuePageOfRows page;
    for (int i = 0; i < count; ++i) page.rows.push_back(rowNumber(first + i));
    if (more) page.next = store::QueueCursor{0, first + count, 0};
    return page;
}

/// Answers every page at once, as many as asked for, up to `total`.
struct Feeder {
    Feeder(QueueModel& model, int total) {
        QObject::connect(&model, &QueueModel::pageWanted, &model, [&model, total, this](quint64 generation, auto after) {
            ++pages;
            const int first = after ? int(after->second) : 0;
            const int count = std::min(100, total - first);
            model.append(generation, pageOf(first, count, first + count < total));
        });
    }
    int pages = 0;
};

TEST(QueueModel, KeepsTheContractOfItemModels) {
    QueueModel model;
    Feeder feeder(model, 250);
    model.restart();
    EXPECT_EQ(model.rowCount(), 100);
    ASSERT_TRUE(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});
    EXPECT_EQ(model.rowCount(), 250);
    EXPECT_FALSE(model.canFetchMore({}));
    EXPECT_TRUE(model.isComplete());
    // The tester fetches by itself after a reset.
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setNow(kNow + 1min);
    model.restart();
    model.setNow(kNow + 2min);
    EXPECT_GE(model.rowCount(), 100);
}

TEST(QueueModel, AnswersOfAnOlderQuestionAreDropped) {
    QueueModel model;
    QList<quint64> asked;
    QObject::connect(&model, &QueueModel::pageWanted, &model, [&](quint64 generation, auto) { asked << generation; });
    model.restart();
    model.restart();
    ASSERT_EQ(asked.size(), 2);
    model.append(asked[0], pageOf(0, 5, false));
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_TRUE(model.isLoading());
    model.append(asked[1], pageOf(0, 3, false));
    EXPECT_EQ(model.rowCount(), 3);
}

TEST(QueueModel, ABlindCaseShowsNoIdentity) {
    QueueModel model;
    QObject::connect(&model, &QueueModel::pageWanted, &model, [&](quint64 generation, auto) {
        QueuePageOfRows page;
        page.rows.push_back(rowNumber(1));
        page.rows[0].person.clear();
        page.rows[0].document.clear();
        model.append(generation, std::move(page));
    });
    model.restart();
    const auto person = model.index(0, QueueModel::Person);
    EXPECT_FALSE(person.data().toString().contains(QLatin1String("SPECIMEN")));
    EXPECT_FALSE(person.data(Qt::AccessibleTextRole).toString().isEmpty());
}

TEST(QueueModel, RefreshKeepsTheOrder) {
    QueueModel model;
    Feeder feeder(model, 10);
    model.restart();
    QueueRow changed = *model.rowAt(4);
    changed.state = record::CaseState::Triage;
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved), reset(&model, &QAbstractItemModel::modelReset);
    model.refresh({changed});
    EXPECT_EQ(model.rowAt(4)->state, record::CaseState::Triage);
    EXPECT_EQ(moved.count() + reset.count(), 0);
}

TEST(QueueModel, AMillionRowsScrollWithoutLoadingMoreThanIsSeen) {
    QueueModel model;
    Feeder feeder(model, 1'000'000);
    widgets::TableView view;
    view.setModel(&model);
    view.setItemDelegateForColumn(QueueModel::Priority, new PriorityDelegate(&view));
    view.setItemDelegateForColumn(QueueModel::Deadline, new ClockDelegate(&view));
    view.resize(1200, 700);
    view.show();
    model.restart();
    QTest::qWait(1);
    EXPECT_LE(feeder.pages, 2);
    for (int i = 0; i < 20; ++i) {
        view.scrollToBottom();
        QCoreApplication::processEvents();
    }
    EXPECT_GE(model.rowCount(), 1000);
    EXPECT_LE(model.rowCount(), 4000);
}

TEST(PreviewPanel, OffersWhatTheCaseAllows) {
    PreviewPanel panel;
    Preview preview;
    preview.person = QStringLiteral("SPECIMEN, Anna");
    preview.canTake = true;
    preview.opened = kNow - 10min;
    preview.deadline = kNow + 5min;
    panel.showCase(preview, kNow);
    panel.show();
    QSignalSpy take(&panel, &PreviewPanel::takeRequested), back(&panel, &PreviewPanel::returnRequested);
    panel.findChild<QPushButton*>(QStringLiteral("takeCase"))->click();
    EXPECT_EQ(take.count(), 1);
    preview.canTake = false;
    panel.showCase(preview, kNow);
    EXPECT_FALSE(panel.findChild<QPushButton*>(QStringLiteral("takeCase"))->isVisible());
    preview.mine = true;
    panel.showCase(preview, kNow);
    panel.findChild<QPushButton*>(QStringLiteral("openCase"))->click();
    EXPECT_EQ(back.count(), 1);
}

}  // namespace
}  // namespace cotejo::queue
