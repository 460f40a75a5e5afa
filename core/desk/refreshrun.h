#pragma once

#include "core/desk/fmpaccess.h"
#include "core/desk/refresh.h"
#include "core/desk/refreshplan.h"
#include "core/desk/refreshprogress.h"
#include "core/net/fetcher.h"

#include <QFuture>
#include <QHash>
#include <QSet>

#include <deque>
#include <map>

namespace plumbline {

/// One refresh: asks FMP about companies, as many requests at a time as its pace allows, and hands what it finds to a keeper.
/// It lives on a thread with an event loop and does not block it; the keeper's work runs elsewhere. Each company ends exactly
/// once, with `companyDone`, unless the refresh is called off.
class RefreshRun : public QObject
{
    Q_OBJECT

public:
    using Keep = std::function<Result<CompanyRefreshed>(Store&)>;
    /// Runs work on the thread that writes the workspace.
    using Keeper = std::function<QFuture<Result<CompanyRefreshed>>(Keep)>;

    RefreshRun(const FmpAccess& access, Keeper keeper, const ReadingRules& rules, const QLocale& locale);

    /// `again`: asks for what is recent enough, too.
    void begin(std::vector<RefreshKnown> companies, bool again);
    /// These come next: what is on screen.
    void prefer(const QStringList& symbols);
    void pause();
    void resume();
    /// Ends it at once; what is not kept by then is not.
    void cancel();

signals:
    void progressed(const plumbline::RefreshProgress& progress);
    void companyDone(const plumbline::CompanyRefreshed& company);
    /// All companies are through, or it was called off. With an error: why it could not go on.
    void ended(const std::optional<plumbline::Error>& error);

private:
    struct Company
    {
        RefreshKnown known {};
        Findings findings {};
        int open = 0; ///< what it still waits for
        bool callsAsked = false;
        bool ratesAsked = false;
    };
    using Active = std::shared_ptr<Company>;
    /// What became of a request: an answer, or why there is none.
    using Came = std::function<void(const Result<Reply>& reply)>;

    // refreshrun.cpp: the companies
    void next();
    void start(const Active& company);
    void oneLess(const Active& company);
    void keep(const Active& company);
    void leave(const QString& symbol, const QString& why);
    void whenKept(const QString& symbol, const QFuture<Result<CompanyRefreshed>>& kept);
    void finish(const CompanyRefreshed& done);
    void tell();
    void stop(const std::optional<Error>& error);

    // refreshasking.cpp: the questions of one company
    void send(const fmp::Request& request, int urgency, Came came);
    void ask(const Active& company, const fmp::Question& question);
    void askQuote(const Active& company, const fmp::Question& question);
    void askAlone(const Active& company, const fmp::Question& question);
    void askShared(const fmp::Request& request, const Came& came);
    void askRates(const Active& company);
    void askBatch(const QStringList& symbols);
    void takeBatch(const QStringList& symbols, const Result<Reply>& reply);
    QStringList batchWith(const QString& symbol) const;
    void askCalls(const Active& company);
    void takeDates(const Active& company, const fmp::Request& request, const Result<Reply>& reply);
    void askCall(const Active& company, const fmp::CallDate& call);
    bool isSettled(const Result<Reply>& reply, const std::function<void()>& again);

    FmpAccess m_access {};
    Keeper m_keeper {};
    ReadingRules m_rules {};
    QLocale m_locale {};
    Fetcher m_fetcher;
    bool m_again = false;
    bool m_ended = true;
    std::deque<RefreshKnown> m_waiting {};
    std::map<QString, Active> m_active {};
    QHash<QString, fmp::Quote> m_quotes {};              ///< that came in a batch
    QSet<QString> m_batched {};                          ///< asked for in a batch
    QSet<QString> m_batchUnderWay {};                    ///< of them, those whose batch has not come
    QHash<QString, std::function<void()>> m_forBatch {}; ///< what goes on once it has come
    QHash<QString, Reply> m_shared {};                   ///< answers for all companies, by address
    QHash<QString, std::vector<Came>> m_forShared {};    ///< who waits for one
    bool m_batches = true;                               ///< the plan includes them
    int m_unreached = 0;                                 ///< requests in a row that got no answer
    RefreshProgress m_progress {};
    QElapsedTimer m_clock {};
    QTimer* m_telling = nullptr;
};

} // namespace plumbline
