#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <unistd.h>

#include <csignal>

/// Processes that are killed while they write, for tests of what survives.
namespace plumbline::examples {

/// Said by the other process once something is done: a number on a line of its own.
inline bool report(qint64 number)
{
    const QByteArray line = QByteArray::number(number) + '\n';
    return ::write(STDOUT_FILENO, line.constData(), std::size_t(line.size())) == line.size();
}

enum class From { Start, FirstReport };

/// Runs this program with other arguments, kills it so many milliseconds after its start or its first report, and gives
/// the numbers it reported.
inline std::vector<qint64> reportedBeforeKill(const QStringList& arguments, From from, int milliseconds)
{
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), arguments);
    if (from == From::Start ? !other.waitForStarted() : !other.waitForReadyRead(20000))
        qFatal("the other process did not begin");
    QTest::qSleep(milliseconds);
    ::kill(pid_t(other.processId()), SIGKILL);
    if (!other.waitForFinished() || other.exitStatus() != QProcess::CrashExit)
        qFatal("the other process ended by itself: %s", other.readAllStandardError().constData());
    QList<QByteArray> lines = other.readAllStandardOutput().split('\n');
    lines.removeLast(); // behind the last line break stands nothing, or half a line
    std::vector<qint64> numbers;
    for (const QByteArray& line : std::as_const(lines))
        numbers.push_back(line.toLongLong());
    return numbers;
}

} // namespace plumbline::examples
