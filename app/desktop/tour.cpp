#include "app/desktop/tour.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPainter>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>
#include <cstdio>
#include <filesystem>
#include <functional>

#include "ui/activity/activity_page.h"
#include "ui/approvals/approvals_page.h"
#include "ui/bridge/text.h"
#include "ui/casefile/case_page.h"
#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/face/face_page.h"
#include "ui/compare/face/face_tab.h"
#include "ui/compare/canvas/finger_canvas.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/intake/import_page.h"
#include "ui/intake/new_case_page.h"
#include "ui/partner/partners_page.h"
#include "ui/partner/partners_view.h"
#include "ui/queue/queue_page.h"
#include "ui/search/search_page.h"
#include "ui/shell/window.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::desktop {

namespace {

constexpr int kWidth = 1600, kHeight = 1000;
constexpr char kReviewed[] = "ERIKSSON";  // of the demo's cast: searched, nobody has examined it
constexpr char kAsked[] = "QUILLAY";    // a partner could be asked about him
constexpr char kGuarded[] = "OYELARAN";  // of the demo's cast: identified, the owner asked, one answer countersigned and one not
constexpr char kSearched[] = "PA-2026";       // how every case number of the demo's post begins
// The specimen of Doc 9303 with a letter O where a digit stands: the check says so and proposes.
constexpr char kSpecimenZone[] = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8989O2C36UTO7408122F1204159ZE184226B<<<<<10";

class Tour {
    Q_DECLARE_TR_FUNCTIONS(cotejo::desktop::Tour)
  public:
    Tour(shell::Window& window, QString folder, bool blurFaces) : m_window(window), m_folder(std::move(folder)), m_blurFaces(blurFaces) {}

    /// Lets jobs finish and the page settle.
    void settle() {
        QElapsedTimer whole, quiet;
        whole.start();
        quiet.start();
        while (whole.elapsed() < 20'000 && quiet.elapsed() < 250) {
            QEventLoop loop;
            QTimer::singleShot(20, &loop, &QEventLoop::quit);
            loop.exec();
            // Pictures are decoded and halved on the pool: a canvas without its picture is not what an officer sees.
            if (m_window.isBusy() || QThreadPool::globalInstance()->activeThreadCount() > 0) quiet.restart();
        }
    }
    bool take(const QString& name) {
        settle();
        const double ratio = m_window.devicePixelRatioF();
        QImage picture(m_window.size() * ratio, QImage::Format_RGB32);
        picture.setDevicePixelRatio(ratio);
        m_window.render(&picture);
        if (m_blurFaces) blurFaces(picture);
        const QString path = QDir(m_folder).filePath(QStringLiteral("%1-%2.png").arg(++m_number, 2, 10, QLatin1Char('0')).arg(name));
        if (!picture.save(path)) {
            std::fprintf(stderr, "cotejo: cannot write %s\n", qPrintable(path));
            return false;
        }
        std::printf("%s\n", qPrintable(path));
        return true;
    }
    bool signIn(const access::PostFacts::DemoLogin& login) {
        bool done = false, good = false;
        QObject context;
        QObject::connect(&m_window, &shell::Window::signedIn, &context, [&] { done = good = true; });
        QObject::connect(&m_window, &shell::Window::signInFailed, &context, [&] { done = true; });
        m_window.signIn(bridge::fromText(login.login), bridge::fromText(login.passphrase));
        QElapsedTimer waited;
        waited.start();
        while (!done && waited.elapsed() < 30'000) QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
        settle();
        return good;
    }

  private:
    void blurFaces(QImage& picture) const {
        QList<const QWidget*> faces;
        for (const auto* each : m_window.findChildren<widgets::Portrait*>()) faces << each;
        for (const auto* each : m_window.findChildren<compare::FaceCanvas*>()) faces << each;
        const double ratio = picture.devicePixelRatio();
        QPainter painter(&picture);
        for (const auto* face : faces) {
            if (!face->isVisible()) continue;
            const QRect place(face->mapTo(&m_window, QPoint(0, 0)), face->size());
            const QImage part = picture.copy(QRect(place.topLeft() * ratio, place.size() * ratio));
            const int across = 5;
            painter.drawImage(place, part.scaled(across, across * place.height() / std::max(1, place.width()) + 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        }
    }

    shell::Window& m_window;
    QString m_folder;
    bool m_blurFaces;
    int m_number = 0;
};

/// The case in review: analysis, the document against the person in the ways of looking, a candidate's fingers, what the reveal shows.
bool review(Tour& tour, shell::Window& window, const std::function<bool(const QString&)>& take) {
    auto* workspace = window.workspace();
    auto* page = workspace->casePage();
    const auto id = *page->current();
    QObject context;
    const auto perform = [&](const record::Act& act) {
        bool good = false;
        window.session()->perform(&context, id, act, [&](const Result<std::string>& done) {
            good = done.has_value();
            if (!done) std::fprintf(stderr, "cotejo: %s (%s)\n", done.error().detail.c_str(), done.error().code.c_str());
        });
        tour.settle();
        return good;
    };
    window.session()->take(&context, id, [](const Result<std::string>&) {});
    tour.settle();
    auto* tab = page->findChild<compare::FaceTab*>();
    auto* face = page->findChild<compare::FacePage*>(QStringLiteral("faceDocumentPage"));
    auto* fingers = page->findChild<compare::FingerPage*>(QStringLiteral("fingerPage"));
    page->showTab(QStringLiteral("face"));
    if (!take(QStringLiteral("face-analysis"))) return false;
    if (!perform(record::SaveAnalysis{bridge::toText(Tour::tr("Frontal, even light; both prints clear, cores and deltas visible."))})) return false;
    // 1:1, the document's portrait against the live face: its own analysis first, then the two beside each other.
    tab->turnTo(1);
    if (!take(QStringLiteral("document-analysis"))) return false;
    const auto faceOf = [&](bool document) -> std::optional<CaptureId> {
        for (const auto& each : page->file()->view.captures)
            if (each.modality == record::Modality::Face && !each.blob.isZero() && (each.kind == record::CaptureKind::Document) == document) return each.id;
        return std::nullopt;
    };
    const auto live = faceOf(false);
    if (!live || !perform(record::SavePortraitAnalysis{record::Modality::Face, bridge::toText(Tour::tr("Frontal, even light, sharp."))})) return false;
    const auto portrait = faceOf(true);
    if (!portrait || !perform(record::OpenPortrait{*live, *portrait})) return false;
    face->canvas()->setLandmarksShown(true);
    if (!take(QStringLiteral("face-landmarks"))) return false;
    face->canvas()->setLandmarksShown(false);
    for (const auto& [mode, name] : {std::pair(compare::FaceMode::SideBySide, "face-side-by-side"), std::pair(compare::FaceMode::Overlay, "face-overlay"),
                                     std::pair(compare::FaceMode::Swipe, "face-swipe")}) {
        face->canvas()->setMode(mode);
        if (!take(QLatin1String(name))) return false;
    }
    tab->turnTo(0);
    page->showTab(QStringLiteral("fingers"));
    const auto candidates = page->file()->candidates;
    if (candidates.empty()) return true;
    fingers->open(QString::fromStdString(candidates.front().id.text()));
    if (!take(QStringLiteral("fingers"))) return false;
    fingers->canvas()->setLayer(compare::FingerLayer::Enhanced);
    if (!take(QStringLiteral("fingers-enhanced"))) return false;
    for (const auto& candidate : candidates) {
        record::CandidateConclusion conclusion;
        conclusion.candidate = candidate.id;
        conclusion.conclusion = record::ExaminerConclusion::Inconclusive;
        conclusion.reasons = bridge::toText(Tour::tr("Twelve points agree; the lower third is smudged."));
        conclusion.counterReason = bridge::toText(Tour::tr("The delta of the reference is blurred."));
        if (!perform(record::VisitCandidate{candidate.id}) || !perform(record::SaveProvisional{conclusion})) return false;
    }
    return perform(record::Reveal{}) && take(QStringLiteral("reveal"));
}

/// One language and look: sign-in, then the pages as each demo login sees them.
bool walk(const std::filesystem::path& post, const access::PostFacts& facts, settings::Preferences& preferences, const QString& folder,
          const QString& language, const QString& theme, bool blurFaces) {
    const SystemClock clock;
    preferences.setLanguage(language);
    shell::Window window(post, facts, preferences, clock);
    window.setTheme(settings::themeFromCode(theme).value_or(widgets::ThemeKind::Light));
    window.resize(kWidth, kHeight);
    window.start();
    window.show();
    Tour tour(window, folder, blurFaces);
    const QString suffix = QStringLiteral("-%1-%2").arg(language, theme);
    const auto take = [&](const QString& name) { return tour.take(name + suffix); };
    if (!take(QStringLiteral("sign-in"))) return false;
    bool approvals = false, cases = false, roster = false;
    for (const auto& login : facts.demoLogins) {
        if (!tour.signIn(login)) {
            std::fprintf(stderr, "cotejo: the demo login %s does not open this post\n", login.login.c_str());
            return false;
        }
        auto* workspace = window.workspace();
        if (!cases && !window.session()->holds(record::Role::Supervisor) && window.session()->holds(record::Role::Officer)) {
            cases = true;
            if (!take(QStringLiteral("queue"))) return false;
            if (workspace->queuePage()->shownRows() > 0) {
                workspace->queuePage()->selectRow(0);
                tour.settle();
                if (const auto id = workspace->queuePage()->selected()) {
                    workspace->openCase(*id);
                    tour.settle();
                    for (const QString& tab : workspace->casePage()->tabNames()) {
                        if (!workspace->casePage()->showsTab(tab)) continue;
                        workspace->casePage()->showTab(tab);
                        if (!take(QStringLiteral("case-") + tab)) return false;
                    }
                }
            }
            if (const auto id = workspace->queuePage()->rowWith(QLatin1String(kReviewed))) {
                workspace->openCase(*id);
                tour.settle();
                if (!take(QStringLiteral("case")) || !review(tour, window, take)) return false;
            }
            if (const auto id = workspace->queuePage()->rowWith(QLatin1String(kGuarded))) {
                workspace->openCase(*id);
                tour.settle();
                if (!workspace->casePage()->showsTab(QStringLiteral("guard"))) {
                    std::fprintf(stderr, "cotejo: the case of %s has no guard that %s may see\n", kGuarded, login.login.c_str());
                    return false;
                }
                for (const char* tab : {"overview", "guard", "decision", "disposition"}) {
                    workspace->casePage()->showTab(QLatin1String(tab));
                    if (!take(QStringLiteral("guarded-") + QLatin1String(tab))) return false;
                }
            }
            if (const auto id = workspace->queuePage()->rowWith(QLatin1String(kAsked))) {
                workspace->openInquiry(*id);
                if (!take(QStringLiteral("inquiry-new"))) return false;
            }
            workspace->showPage(QStringLiteral("import"));
            if (!take(QStringLiteral("import"))) return false;
            workspace->showPage(QStringLiteral("newCase"));
            workspace->newCasePage()->typeZone(QLatin1String(kSpecimenZone));
            if (!take(QStringLiteral("new-case"))) return false;
            workspace->newCasePage()->clear();
            workspace->showHelp();
            if (!take(QStringLiteral("help"))) return false;
            workspace->showPage(QStringLiteral("search"));
            workspace->searchPage()->search(QLatin1String(kSearched));
            if (!take(QStringLiteral("search"))) return false;
            workspace->showPage(QStringLiteral("watchlist"));
            if (!take(QStringLiteral("watchlist"))) return false;
            workspace->showPage(QStringLiteral("settings"));
            if (!take(QStringLiteral("settings"))) return false;
        }
        if (!approvals && workspace->approvalsPage() != nullptr) {
            approvals = true;
            workspace->showPage(QStringLiteral("approvals"));
            if (!take(QStringLiteral("approvals"))) return false;
            if (workspace->approvalsPage()->rows() > 0) {
                workspace->approvalsPage()->openRow(0);
                if (!take(QStringLiteral("dossier"))) return false;
            }
            workspace->showPage(QStringLiteral("watchlist"));
            if (!take(QStringLiteral("watchlist-supervisor"))) return false;
            workspace->showPage(QStringLiteral("activity"));
            workspace->activityPage()->verifyJournal();
            if (!take(QStringLiteral("activity"))) return false;
            workspace->showPage(QStringLiteral("statistics"));
            if (!take(QStringLiteral("statistics"))) return false;
            workspace->showPage(QStringLiteral("partners"));
            if (!take(QStringLiteral("partners"))) return false;
            auto* partners = workspace->partnersPage()->view();
            for (const auto& [part, name] : {std::pair(partner_ui::PartnersView::Part::Agreements, "partners-agreements"),
                                             std::pair(partner_ui::PartnersView::Part::Disclosures, "partners-given")}) {
                partners->showPart(part);
                if (!take(QLatin1String(name))) return false;
            }
            // Each request of the demo as the supervisor reads it: with its answer.
            partners->showPart(partner_ui::PartnersView::Part::Requests);
            if (auto* table = partners->findChild<widgets::TableView*>(QStringLiteral("partnerRequests")))
                for (int row = 0; row < table->model()->rowCount(); ++row) {
                    workspace->showPage(QStringLiteral("partners"));
                    tour.settle();
                    emit table->opened(table->model()->index(row, 0));
                    if (!take(QStringLiteral("inquiry-%1").arg(row + 1))) return false;
                }
        }
        const bool administers = window.session()->holds(record::Role::Admin);
        if (administers && !roster) {
            roster = true;
            workspace->showPage(QStringLiteral("roster"));
            if (!take(QStringLiteral("roster"))) return false;
        }
        window.signOut();
        tour.settle();
        if (cases && approvals && roster) break;
    }
    return true;
}

}  // namespace

int runTour(const std::filesystem::path& post, const access::PostFacts& facts, const QString& folder, const QStringList& languages,
            const QStringList& themes, bool blurFaces) {
    if (!facts.demo || facts.demoLogins.empty()) {
        std::fprintf(stderr, "cotejo: --screenshots needs a demo post ('cotejo-cli demo make'); this one has no demo logins\n");
        return 2;
    }
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "cotejo: cannot make the folder %s\n", qPrintable(folder));
        return 2;
    }
    QTemporaryDir scratch;
    settings::Preferences preferences(scratch.filePath(QStringLiteral("tour.ini")));
    for (const QString& language : languages)
        for (const QString& theme : themes)
        {
            QTemporaryDir copy;
            const std::filesystem::path mine = std::filesystem::path(copy.path().toStdString()) / "post";
            std::error_code why;
            std::filesystem::copy(post, mine, std::filesystem::copy_options::recursive, why);
            if (why) {
                std::fprintf(stderr, "cotejo: cannot copy %s: %s\n", post.c_str(), why.message().c_str());
                return 1;
            }
            if (!walk(mine, facts, preferences, folder, language, theme, blurFaces)) return 1;
        }
    return 0;
}

}  // namespace cotejo::desktop
