// How many requests a second the Fetcher gets from a server on this computer, beside a plain loop over
// QNetworkAccessManager, in turns within one run.
//
//     plumbline_net_bench [REQUESTS]
#include "core/net/fetcher.h"
#include "tests/net/wire.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace plumbline;
using namespace plumbline::examples;

namespace {

constexpr int Rounds = 5;
constexpr int Parallel = 6;

struct Measured
{
    double perSecond = 0;
    double cpuMicroseconds = 0; ///< of the asking thread, for one request
};

double threadSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

template<typename Run>
Measured measure(int requests, Run run)
{
    QElapsedTimer clock;
    clock.start();
    const double before = threadSeconds();
    run();
    const double cpu = threadSeconds() - before;
    return {requests / (double(clock.nsecsElapsed()) * 1e-9), cpu / requests * 1e6};
}

void byFetcher(const QUrl& url, int requests)
{
    FetchRule rule;
    rule.pace = {1'000'000'000, 1'000'000'000, Parallel};
    rule.route = {Route::Kind::Direct};
    Fetcher fetcher(rule);
    int left = requests;
    Request request;
    request.url = url;
    request.key = {"apikey", {}, Key::from("made-up-key").value()};
    for (int i = 0; i < requests; ++i)
        fetcher.add(request, [&](const Result<Reply>& reply) {
            if (!reply || reply->status != 200)
                qFatal("a request failed");
            if (--left == 0)
                QCoreApplication::exit();
        });
    QCoreApplication::exec();
}

/// As short as it can be written: as many at a time, each answer starts the next request.
void byPlainLoop(const QUrl& url, int requests)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    int left = requests;
    int toStart = requests;
    const std::function<void()> next = [&] {
        if (toStart-- <= 0)
            return;
        QNetworkRequest request(url);
        request.setRawHeader("apikey", "made-up-key");
        QNetworkReply* reply = manager.get(request);
        QObject::connect(reply, &QNetworkReply::finished, reply, [&, reply] {
            if (reply->error() != QNetworkReply::NoError || reply->readAll().isEmpty())
                qFatal("a request failed");
            reply->deleteLater();
            next();
            if (--left == 0)
                QCoreApplication::exit();
        });
    };
    for (int i = 0; i < Parallel; ++i)
        next();
    QCoreApplication::exec();
}

void print(const char* name, std::vector<Measured> rounds)
{
    std::sort(rounds.begin(), rounds.end(),
              [](const Measured& a, const Measured& b) { return a.perSecond < b.perSecond; });
    const Measured& middle = rounds[rounds.size() / 2];
    std::printf("%-10s %8.0f requests/s (%.0f to %.0f), %6.0f us CPU of its thread a request\n", name,
                middle.perSecond, rounds.front().perSecond, rounds.back().perSecond, middle.cpuMicroseconds);
}

} // namespace

int main(int count, char** words)
{
    QCoreApplication application(count, words);
    const int requests = count > 1 ? std::max(1, std::atoi(words[1])) : 3000;
    const QByteArray row = R"({"symbol": "AAA", "date": "2026-01-02", "price": 12.5},)";
    Wire wire(answer(200, '[' + row.repeated(180) + "{}]")); // 10 kB
    std::vector<Measured> fetcher;
    std::vector<Measured> plain;
    for (int round = 0; round < Rounds; ++round) {
        plain.push_back(measure(requests, [&] { byPlainLoop(wire.url(), requests); }));
        fetcher.push_back(measure(requests, [&] { byFetcher(wire.url(), requests); }));
    }
    std::printf("%d requests of 10 kB, %d at a time, %d rounds each in turns; the median (least to most)\n",
                requests, Parallel, Rounds);
    print("plain loop", plain);
    print("Fetcher", fetcher);
    return 0;
}
