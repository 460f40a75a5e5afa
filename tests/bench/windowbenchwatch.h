#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <functional>
#include <vector>

namespace plumbline {

/// Samples of one measure, in milliseconds.
struct Samples
{
    std::vector<double> all {};

    double part(double share) const; ///< 0.5: the median; NaN of nothing
    double median() const { return part(0.5); }
};

/// The application, watching its own event loop: how long each event kept the window's thread, and when a widget was
/// last painted. Events handled within others count for the outermost.
class WatchedApplication : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;

    struct Event
    {
        double milliseconds = 0; ///< of this thread's processor time
        QString name {};         ///< receiver, object name, type
    };

    bool notify(QObject* receiver, QEvent* event) override;

    /// What follows is counted under this name, with what was counted under it before; not at all under an empty one.
    void beginPhase(const QString& name);
    void report() const;

    /// Called for each widget that has been painted.
    std::function<void(const QWidget* painted)> painted {};

    /// Runs the event loop until `done`, asked after each event; false after a time without it.
    bool runUntil(const std::function<bool()>& done, int milliseconds = 120'000);

private:
    struct Phase
    {
        QString name {};
        std::vector<Event> worst {};
        std::size_t events = 0;
        std::size_t long8 = 0; ///< of more than 8 ms
    };
    void take(double milliseconds, QString name);

    int m_depth = 0;
    QString m_phase {};
    std::vector<Phase> m_phases {};
};

/// Memory that is this process's own, in megabytes: Private_Dirty of /proc/self/smaps_rollup; -1 where it is not told.
double privateDirty();
/// Bytes allocated and in use, in megabytes.
double heapInUse();

} // namespace plumbline
