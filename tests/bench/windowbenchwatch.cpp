#include "tests/bench/windowbenchwatch.h"

#include <QEvent>
#include <QFile>
#include <QMetaEnum>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <limits>

namespace plumbline {

namespace {

constexpr std::size_t worstKept = 5;
constexpr double tooLong = 8; // milliseconds

double threadTime()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

QString nameOf(const char* className, const QString& objectName, QEvent::Type type)
{
    const char* known = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 “%2” %3")
        .arg(QString::fromLatin1(className), objectName,
             known != nullptr ? QString::fromLatin1(known) : QString::number(type));
}

} // namespace

double Samples::part(double share) const
{
    if (all.empty())
        return std::numeric_limits<double>::quiet_NaN();
    std::vector<double> sorted = all;
    std::sort(sorted.begin(), sorted.end());
    const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    if (QThread::currentThread() != thread()) // a worker's events keep nobody waiting
        return QApplication::notify(receiver, event);
    const QEvent::Type type = event->type();
    if (m_depth > 0) {
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        if (type == QEvent::Paint && painted && receiver->isWidgetType())
            painted(qobject_cast<QWidget*>(receiver));
        return taken;
    }
    const char* const className = receiver->metaObject()->className(); // it may be gone afterwards
    const QString objectName = receiver->objectName();
    ++m_depth;
    const double before = threadTime();
    const bool taken = QApplication::notify(receiver, event);
    const double spent = threadTime() - before;
    --m_depth;
    take(spent, spent > 1 ? nameOf(className, objectName, type) : QString());
    return taken;
}

void WatchedApplication::take(double milliseconds, QString name)
{
    if (m_phase.isEmpty())
        return;
    Phase& phase = *std::find_if(m_phases.begin(), m_phases.end(),
                                 [this](const Phase& one) { return one.name == m_phase; });
    ++phase.events;
    if (milliseconds > tooLong)
        ++phase.long8;
    if (name.isEmpty())
        return;
    phase.worst.push_back({milliseconds, std::move(name)});
    std::sort(phase.worst.begin(), phase.worst.end(),
              [](const Event& a, const Event& b) { return a.milliseconds > b.milliseconds; });
    if (phase.worst.size() > worstKept)
        phase.worst.pop_back();
}

void WatchedApplication::beginPhase(const QString& name)
{
    m_phase = name;
    const bool known =
        std::any_of(m_phases.begin(), m_phases.end(), [&](const Phase& one) { return one.name == name; });
    if (!name.isEmpty() && !known)
        m_phases.push_back({name, {}, 0, 0});
}

void WatchedApplication::report() const
{
    std::printf("\nThe longest events on the window's thread, ms of its processor time\n");
    for (const Phase& phase : m_phases) {
        std::printf("%s: %zu events, %zu over %.0f ms\n", qPrintable(phase.name), phase.events, phase.long8,
                    tooLong);
        for (const Event& one : phase.worst)
            std::printf("  %8.2f  %s\n", one.milliseconds, qPrintable(one.name));
    }
}

bool WatchedApplication::runUntil(const std::function<bool()>& done, int milliseconds)
{
    QElapsedTimer since;
    since.start();
    QTimer waker; // so that waiting for an event ends
    waker.start(1000);
    while (!done()) {
        if (since.elapsed() > milliseconds)
            return false;
        processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

double privateDirty()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith("Private_Dirty:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    return -1;
}

double heapInUse()
{
    const struct mallinfo2 heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1048576;
}

} // namespace plumbline
