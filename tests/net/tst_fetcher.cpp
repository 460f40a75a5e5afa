#include "core/net/fetcher.h"
#include "tests/net/wire.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;
using namespace std::chrono_literals;

namespace {

/// Fast, so that no test waits: thousands a minute, retries after milliseconds.
FetchRule fast(int parallel = 6)
{
    FetchRule rule;
    rule.pace = {100000, 100000, parallel};
    rule.retry = {3, 5ms, 2, 20ms, 0.5};
    rule.route = {Route::Kind::Direct};
    return rule;
}

Request asking(const QUrl& url)
{
    Request request;
    request.url = url;
    request.deadline = 5s;
    return request;
}

} // namespace

/// Many requests to one service, over real sockets.
class TestFetcher : public QObject
{
    Q_OBJECT

private slots:
    void everyRequestGetsItsOwnAnswerOnce()
    {
        Wire wire([](QTcpSocket& socket, const QByteArray& head) {
            socket.write(answer(200, head.left(head.indexOf(" HTTP")))); // what was asked
        });
        Fetcher fetcher(fast());
        std::map<int, int> answers;
        for (int i = 0; i < 200; ++i) {
            fetcher.add(asking(wire.url(u"/%1"_s.arg(i))), [i, &answers](const Result<Reply>& reply) {
                answers[i] += reply && reply->body == "GET /" + QByteArray::number(i);
            });
        }
        QTRY_COMPARE(fetcher.counts().answered, 200);
        QCOMPARE(answers.size(), 200u);
        QVERIFY(std::all_of(answers.begin(), answers.end(), [](const auto& one) { return one.second == 1; }));
        QVERIFY(wire.connections() < 50); // kept and used again; Qt opens one anew now and then
        QCOMPARE(fetcher.counts().calls, 200);
        QVERIFY(fetcher.counts().bytes > 200 * 5);
    }

    void aServiceThatComesBackGivesItsAnswer()
    {
        std::atomic<int> asked = 0;
        Wire wire([&asked](QTcpSocket& socket, const QByteArray&) {
            socket.write(++asked < 3 ? answer(503, "down") : answer(200, "[]"));
        });
        Fetcher fetcher(fast());
        std::optional<Result<Reply>> came;
        fetcher.add(asking(wire.url()), [&](const Result<Reply>& reply) { came = reply; });
        QTRY_VERIFY(came);
        QCOMPARE((*came)->status, 200);
        QCOMPARE(fetcher.counts().calls, 3);
        QCOMPARE(fetcher.counts().retries, 2);
    }

    void aServiceThatStaysDownIsLeftAloneAfterSomeTries()
    {
        Wire wire(answer(500, "<html>"));
        Wire dead([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[");
            socket.disconnectFromHost();
        });
        Fetcher fetcher(fast());
        std::vector<Result<Reply>> came;
        for (Wire* each : {&wire, &dead})
            fetcher.add(asking(each->url()), [&](const Result<Reply>& reply) { came.push_back(reply); });
        QTRY_COMPARE(came.size(), 2u);
        QCOMPARE(wire.heads().size(), 3);
        QCOMPARE(dead.heads().size(), 3);
        QCOMPARE(fetcher.counts().answered, 1); // 500 is an answer
        QCOMPARE(fetcher.counts().failed, 1);
    }

    void whatCannotBeMendedIsAskedOnce()
    {
        Wire wire(answer(402, "Restricted Endpoint"));
        Fetcher fetcher(fast());
        int ended = 0;
        fetcher.add(asking(wire.url()), [&](const Result<Reply>& reply) { ended += reply->status == 402; });
        QTRY_COMPARE(ended, 1);
        QCOMPARE(wire.heads().size(), 1);
    }

    void cancellingEndsAllAtOnce()
    {
        Wire wire([](QTcpSocket&, const QByteArray&) {}); // never answers
        Fetcher fetcher(fast());
        int cancelled = 0;
        for (int i = 0; i < 50; ++i)
            fetcher.add(asking(wire.url()), [&](const Result<Reply>& reply) {
                cancelled += !reply && reply.error().message == u"It was called off.";
            });
        QTRY_COMPARE(fetcher.counts().underWay, 6);
        fetcher.cancelAll();
        QCOMPARE(cancelled, 50);
        QCOMPARE(fetcher.counts().underWay + fetcher.counts().waiting, 0);
    }

    void aPauseBeginsNothingAndLosesNothing()
    {
        Wire wire(answer(200, "[]"));
        Fetcher fetcher(fast());
        fetcher.pause();
        int answered = 0;
        for (int i = 0; i < 10; ++i)
            fetcher.add(asking(wire.url()),
                        [&](const Result<Reply>& reply) { answered += reply.has_value(); });
        QTest::qWait(30);
        QCOMPARE(wire.heads().size(), 0);
        QCOMPARE(fetcher.counts().waiting, 10);
        fetcher.resume();
        QTRY_COMPARE(answered, 10);
    }

    void aSpentQuotaPausesAndTheRestKeepsItsPlace()
    {
        Wire wire(answer(200, "{\"Error Message\": \"Bandwidth Limit Reach .\"}"));
        FetchRule rule = fast(1);
        rule.judge = [](const Reply& reply) {
            return reply.body.contains("Bandwidth Limit") ? Verdict::Spent : verdictByStatus(reply);
        };
        Fetcher fetcher(rule);
        QByteArray said;
        connect(&fetcher, &Fetcher::spent, this, [&](const Reply& reply) { said = reply.body; });
        int ended = 0;
        for (int i = 0; i < 5; ++i)
            fetcher.add(asking(wire.url()), [&](const Result<Reply>&) { ++ended; });
        QTRY_COMPARE(ended, 1);
        QVERIFY(said.contains("Bandwidth"));
        QVERIFY(fetcher.paused());
        QCOMPARE(fetcher.counts().waiting, 4);
        QCOMPARE(wire.heads().size(), 1);
    }

    void aFetcherThatGoesTakesItsRequestsWithIt()
    {
        Wire wire([](QTcpSocket&, const QByteArray&) {});
        bool heard = false;
        {
            Fetcher fetcher(fast());
            fetcher.add(asking(wire.url()), [&](const Result<Reply>&) { heard = true; });
            QTRY_COMPARE(wire.heads().size(), 1);
        }
        QTest::qWait(20);
        QVERIFY(!heard);
    }

    void moreThanSixGoThroughSeveralManagers()
    {
        Wire wire([](QTcpSocket&, const QByteArray&) {}); // never answers
        Fetcher fetcher(fast(18));
        for (int i = 0; i < 40; ++i)
            fetcher.add(asking(wire.url()), {});
        QTRY_COMPARE(wire.heads().size(), 18);
    }
};

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
