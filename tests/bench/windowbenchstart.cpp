#include "tests/bench/windowbenchscenarios.h"

#include <QAbstractItemModel>
#include <QProcess>

#include <cstdio>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

QString memoryOf(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    must(process.waitForFinished(900'000) && process.exitStatus() == QProcess::NormalExit
             && process.exitCode() == 0,
         "a window tells its memory");
    return QString::fromLatin1(process.readAllStandardOutput()).trimmed();
}

} // namespace

std::unique_ptr<BareWindow> shownBare(QSize size, double& milliseconds)
{
    bool seen = false;
    QElapsedTimer since;
    since.start();
    auto bare = std::make_unique<BareWindow>();
    const PaintedBy heard([&](const QWidget* widget) { seen = seen || widget == bare->table->viewport(); });
    bare->window.resize(size);
    bare->window.show();
    must(application().runUntil([&] { return seen; }), "the bare table is painted");
    milliseconds = static_cast<double>(since.nsecsElapsed()) / 1e6;
    return bare;
}

int tellMemory(const QString& workspace)
{
    std::unique_ptr<BareWindow> bare;
    std::unique_ptr<OurWindow> window;
    if (workspace.isEmpty()) {
        double unused = 0;
        bare = shownBare(windowSize, unused);
    } else {
        window = std::make_unique<OurWindow>(workspace);
        window->waitForRanking();
        window->waitUntilComplete();
        must(application().runUntil([&] { return window->desk().saving().state != Saving::State::Pending; }),
             "scores are kept");
    }
    std::printf("%.1f %.1f\n", privateDirty(), heapInUse());
    return 0;
}

void measureMemory(const QString& workspace)
{
    const QString ours = memoryOf({u"--memory"_s, workspace});
    const QString bare = memoryOf({u"--memory"_s});
    const auto first = [](const QString& pair) { return pair.section(u' ', 0, 0).toDouble(); };
    const auto second = [](const QString& pair) { return pair.section(u' ', 1, 1).toDouble(); };
    std::printf("private dirty memory when complete: %.1f MB, bare %.1f MB, above it %.1f MB"
                " (allocated: %.1f MB, bare %.1f MB)\n\n",
                first(ours), first(bare), first(ours) - first(bare), second(ours), second(bare));
}

std::unique_ptr<OurWindow> measureStart(const QString& workspace)
{
    Line start {"start to the first ranking painted", {}, {}, "window and table of 5,000 x 9 items"};
    Line made {"  … window made and shown (no event yet)"};
    Line opened {"  … workspace opened"};
    Line ranked {"  … ranking in the table's model"};
    std::unique_ptr<OurWindow> window;
    for (int i = 0; i <= starts; ++i) {
        window.reset();
        application().beginPhase(i == 0 ? QString() : u"nine starts"_s);
        window = std::make_unique<OurWindow>(workspace);
        window->waitForRanking();
        const double seen = window->elapsed();
        application().beginPhase({});
        if (i == 0)
            continue; // warms up
        start.ours.all.push_back(seen);
        made.ours.all.push_back(window->madeAt);
        opened.ours.all.push_back(window->openedAt);
        ranked.ours.all.push_back(window->rankedAt);
    }
    for (int i = 0; i <= starts; ++i) {
        double milliseconds = 0;
        shownBare(windowSize, milliseconds);
        if (i > 0)
            start.bare.all.push_back(milliseconds);
    }
    for (const Line& line : {start, made, opened, ranked})
        print(line);
    return window;
}

} // namespace plumbline
