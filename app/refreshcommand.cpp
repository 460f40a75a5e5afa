#include "app/refreshcommand.h"

#include "app/console.h"
#include "app/files.h"
#include "app/fmpaccess.h"
#include "core/desk/refreshthread.h"
#include "core/store/storethread.h"

#include <QCoreApplication>
#include <QMutex>
#include <QSemaphore>

#include <map>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RefreshCommand)
};

/// One line of what came.
QString line(const CompanyRefreshed& done)
{
    if (done.asked == 0 && !done.remarks.isEmpty())
        return Words::tr("%1  not asked for\n").arg(done.symbol);
    if (done.asked == 0)
        return Words::tr("%1  everything is recent enough; --again asks all the same\n").arg(done.symbol);
    return Words::tr("%1  %2 of %3 requests answered  calls: %4")
               .arg(done.symbol)
               .arg(done.answered)
               .arg(done.asked)
               .arg(done.calls.isEmpty() ? Words::tr("none new") : done.calls.join(QStringLiteral(", ")))
         + QLatin1Char('\n');
}

/// A sentence for each thing that did not come, and for each thing that is new.
void tell(const CompanyRefreshed& done)
{
    for (const QString& remark : done.remarks)
        say(Words::tr("%1: %2").arg(done.symbol, remark));
    if (done.asked == 0 && !done.failed.isEmpty())
        say(Words::tr("%1: %2").arg(done.symbol, done.failed));
    for (const RefreshChange& change : done.changes)
        say(Words::tr("%1: %2").arg(done.symbol, change.text));
}

/// What came of a refresh, gathered from its thread.
class Listener
{
public:
    explicit Listener(RefreshThread& refresh)
    {
        QObject::connect(
            refresh.run(), &RefreshRun::companyDone, refresh.run(),
            [this](const CompanyRefreshed& done) {
                tell(done);
                const bool came = done.asked > 0 || done.failed.isEmpty();
                m_failed += !came;
                if (came)
                    m_lines[done.symbol] = line(done);
            },
            Qt::DirectConnection);
        QObject::connect(
            refresh.run(), &RefreshRun::progressed, refresh.run(),
            [this, &refresh](const RefreshProgress& progress) {
                if (!progress.paused || progress.why.isEmpty())
                    return;
                m_error =
                    Error {Error::Kind::Busy, progress.why, {}}; // a command does not wait till tomorrow
                refresh.cancel();
            },
            Qt::DirectConnection);
        QObject::connect(
            refresh.run(), &RefreshRun::ended, refresh.run(),
            [this](const std::optional<Error>& error) {
                if (error)
                    m_error = error;
                m_end.release();
            },
            Qt::DirectConnection);
    }

    void wait() { m_end.acquire(); }

    QString table() const
    {
        QString table;
        for (const auto& [symbol, text] : m_lines)
            table += text;
        return table;
    }
    int failed() const { return m_failed; }
    const std::optional<Error>& error() const { return m_error; }

private:
    QSemaphore m_end {};
    std::map<QString, QString> m_lines {};
    int m_failed = 0;
    std::optional<Error> m_error {};
};

/// What is known of the companies asked for, all of the workspace where none is named; they are in the queue then.
Result<std::vector<RefreshKnown>> companiesFor(const Arguments& arguments)
{
    const auto store = writable(arguments.workspace, !arguments.operands.isEmpty());
    if (!store)
        return tl::unexpected(store.error());
    QStringList symbols;
    for (const QString& one : arguments.operands)
        if (!symbols.contains(one.toUpper()))
            symbols += one.toUpper();
    if (symbols.isEmpty()) {
        const auto frame = (*store)->frame();
        if (!frame)
            return tl::unexpected(frame.error());
        symbols = frame->symbols;
    }
    return (*store)->queueRefresh(symbols, QDateTime::currentMSecsSinceEpoch()).and_then([&] {
        return (*store)->refreshKnown(symbols);
    });
}

} // namespace

int refreshCommand(const Arguments& arguments)
{
    auto access = fmpAccess(arguments.fmpUrl);
    if (!access)
        return complain(access.error().message,
                        access.error().kind == Error::Kind::Invalid ? Misused : Failed);
    if (arguments.callsPerMinute > 0)
        access->pace.callsPerMinute = access->pace.mostCallsPerMinute = arguments.callsPerMinute;
    const auto rules = rulesInUse();
    if (!rules)
        return complain(rules.error().message, Failed);
    auto companies = companiesFor(arguments);
    if (!companies)
        return complain(companies.error().message, Failed);
    StoreThread store(arguments.workspace, Store::Access::Write);
    RefreshThread refresh(
        *access, [&store](RefreshRun::Keep keep) { return store.run(std::move(keep)); }, *rules, QLocale());
    Listener listener(refresh);
    refresh.begin(std::move(*companies), arguments.again);
    listener.wait();
    const int delivered = deliver(arguments, listener.table().toUtf8());
    if (listener.error())
        return complain(listener.error()->message, Failed);
    return listener.failed() == 0
             ? delivered
             : complain(Words::tr("Not all companies were refreshed; the reason is named above."), Failed);
}

} // namespace plumbline
