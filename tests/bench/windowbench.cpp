#include "tests/bench/windowbenchscenarios.h"

#include <array>
#include <cstdio>

/// Measures the window in a real event loop, on a workspace of thousands of companies, each time beside bare Qt in the same
/// run. Times are told, not judged: the program fails only if what it measures did not happen.
namespace plumbline {
namespace {

using namespace Qt::StringLiterals;

struct Part
{
    const char* name;
    void (*measure)(OurWindow& window);
};

constexpr std::array parts {
    Part {"edit", measureEdits},      Part {"tax", measureTaxRate}, Part {"cards", measureCards},
    Part {"repaint", measureRepaint}, Part {"sort", measureSort},   Part {"filter", measureFilter},
};

/// `wanted` names what is measured; empty: all.
int measure(const QString& workspace, const QStringList& wanted)
{
    const auto wants = [&](const char* name) {
        return wanted.isEmpty() || wanted.contains(QLatin1StringView(name));
    };
    if (wants("refresh"))
        measureRefresh();
    if (wanted == QStringList(u"refresh"_s)) {
        application().report();
        return 0;
    }
    if (wants("memory"))
        measureMemory(workspace);
    printHead();
    auto window = wants("start") ? measureStart(workspace) : std::make_unique<OurWindow>(workspace);
    window->waitForRanking();
    application().beginPhase(u"cards made in the background"_s);
    window->waitUntilComplete();
    application().beginPhase({});
    for (const Part& part : parts)
        if (wants(part.name))
            part.measure(*window);
    application().report();
    return 0;
}

} // namespace
} // namespace plumbline

int main(int count, char** words)
{
    const plumbline::WatchedApplication application(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--memory"))
        return plumbline::tellMemory(arguments.value(2));
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: plumbline_window_bench WORKSPACE [memory] [start] [edit] [tax] [cards] "
                             "[repaint] [sort] [filter] [refresh]\n");
        return 2;
    }
    return plumbline::measure(arguments[1], arguments.mid(2));
}
