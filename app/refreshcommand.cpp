#include "app/refreshcommand.h"

#include "app/console.h"
#include "app/files.h"
#include "core/desk/refresh.h"
#include "core/net/retry.h"
#include "core/net/transport.h"
#include "core/secrets/keys.h"

#include <QCoreApplication>
#include <QThread>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RefreshCommand)
};

/// Asks over connections that are kept, and again where a bad moment may be over; a command can wait.
Ask patiently(const Route& route)
{
    return [transport = std::make_shared<WaitingTransport>(route),
            chance = std::make_shared<std::mt19937_64>(std::random_device {}())](const Request& request) {
        const RetryRule rule;
        for (int attempts = 1;; ++attempts) {
            auto reply = transport->fetch(request);
            const Verdict verdict = reply ? verdictByStatus(*reply) : Verdict::Final;
            const bool again =
                reply ? verdict == Verdict::Again || verdict == Verdict::Limit : mayGoAway(reply.error());
            const auto wait =
                waitBeforeRetry(rule, attempts, reply ? retryAfter(*reply) : std::nullopt, *chance);
            if (!again || !wait)
                return reply;
            QThread::msleep(static_cast<unsigned long>(wait->count()));
        }
    };
}

Result<FmpAccess> accessOf(const Arguments& arguments)
{
    auto route = routeOfEnvironment();
    if (!route)
        return tl::unexpected(route.error());
    auto key = findKey(Service::Fmp);
    if (!key)
        return failure(key.error().kind,
                       Words::tr("There is no key for FMP. %1 Put it into %2, or give it to “keys set fmp”.")
                           .arg(key.error().message, variableOf(Service::Fmp)));
    FmpAccess access {.key = key->key, .ask = patiently(*route)};
    if (!arguments.fmpUrl.isEmpty())
        access.base = arguments.fmpUrl;
    while (access.base.endsWith(QLatin1Char('/')))
        access.base.chop(1);
    const QUrl url(access.base, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"https" && url.scheme() != u"http") || url.host().isEmpty())
        return failure(Error::Kind::Invalid,
                       Words::tr("“%1” is no web address; write https://….").arg(access.base));
    return access;
}

/// One line of what came, and a sentence for each thing that did not.
void tell(const CompanyRefreshed& done)
{
    for (const QString& remark : done.remarks)
        say(Words::tr("%1: %2").arg(done.symbol, remark));
}

QString line(const CompanyRefreshed& done)
{
    return Words::tr("%1  %2 of %3 requests answered  calls: %4")
               .arg(done.symbol)
               .arg(done.answered)
               .arg(done.asked)
               .arg(done.calls.isEmpty() ? Words::tr("none new") : done.calls.join(QStringLiteral(", ")))
         + QLatin1Char('\n');
}

} // namespace

int refreshCommand(const Arguments& arguments)
{
    const auto access = accessOf(arguments);
    if (!access)
        return complain(access.error().message,
                        access.error().kind == Error::Kind::Invalid ? Misused : Failed);
    const auto rules = rulesInUse();
    if (!rules)
        return complain(rules.error().message, Failed);
    const auto store = writable(arguments.workspace, !arguments.operands.isEmpty());
    if (!store)
        return complain(store.error().message, Failed);
    QStringList symbols = arguments.operands;
    if (symbols.isEmpty()) {
        const auto frame = (*store)->frame();
        if (!frame)
            return complain(frame.error().message, Failed);
        symbols = frame->symbols;
    }
    QString table;
    int failed = 0;
    for (const QString& symbol : std::as_const(symbols)) {
        const auto done = refreshCompany(**store, symbol.toUpper(), *access, *rules, QLocale(),
                                         QDateTime::currentDateTimeUtc());
        if (done) {
            tell(*done);
            table += line(*done);
            continue;
        }
        ++failed;
        say(Words::tr("%1: %2").arg(symbol.toUpper(), done.error().message));
        if (done.error().kind != Error::Kind::NotFound && done.error().kind != Error::Kind::NotAvailable)
            break;
    }
    const int delivered = deliver(arguments, table.toUtf8());
    return failed == 0
             ? delivered
             : complain(Words::tr("Not all companies were refreshed; the reason is named above."), Failed);
}

} // namespace plumbline
