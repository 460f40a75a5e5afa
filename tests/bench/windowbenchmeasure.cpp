#include "tests/bench/windowbenchmeasure.h"

#include <QKeyEvent>
#include <QWidget>

#include <cstdio>
#include <cstdlib>

namespace plumbline {

void giveUp(const char* what)
{
    std::fprintf(stderr, "This did not happen: %s\n", what);
    std::exit(1);
}

void must(bool happened, const char* what)
{
    if (!happened)
        giveUp(what);
}

WatchedApplication& application()
{
    return *static_cast<WatchedApplication*>(QCoreApplication::instance());
}

void printHead()
{
    std::printf("%-58s %9s %9s %9s %9s\n", "ms", "median", "p95", "bare", "p95");
}

void print(const Line& line)
{
    std::printf("%-58s %9.2f %9.2f", line.name, line.ours.median(), line.ours.part(0.95));
    if (!line.bare.all.empty())
        std::printf(" %9.2f %9.2f  %s", line.bare.median(), line.bare.part(0.95), line.bareName);
    std::printf("\n");
    std::fflush(stdout);
}

double timed(const std::function<void()>& work, const std::function<bool()>& done, const char* what)
{
    QElapsedTimer since;
    const auto begin = [&] {
        since.start();
        work();
    };
    QMetaObject::invokeMethod(&application(), begin, Qt::QueuedConnection);
    must(application().runUntil([&] { return since.isValid() && done(); }, 10'000), what);
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

double repaint(QWidget* widget)
{
    QElapsedTimer since;
    since.start();
    widget->repaint();
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

void press(QWidget* widget, int key, const QString& text)
{
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier, text));
}

PaintedBy::PaintedBy(std::function<void(const QWidget*)> heard)
    : m_before(std::exchange(application().painted, std::move(heard)))
{}

PaintedBy::~PaintedBy()
{
    application().painted = std::move(m_before);
}

} // namespace plumbline
