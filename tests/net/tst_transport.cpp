#include "core/net/transport.h"
#include "tests/net/wire.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;
using namespace std::chrono_literals;

namespace {

const QByteArray Secret = "made-up-key-0123456789";

/// `[{"symbol": "AAA", "price": 12.5}]`, gzipped.
QByteArray packedQuote()
{
    return QByteArray::fromHex(
        "1f8b08000000000002038bae562aaecc4dcacf51b2525072747454d251502a28ca4c4e05f20d8df4"
        "4c6b63015d3c1c9b22000000");
}

/// 65,536 spaces, gzipped.
QByteArray gzipOfSpaces()
{
    return QByteArray::fromHex(
        "1f8b0800000000000203edc18100000000802095fd2917a90a00000000000000000000000000000000000000"
        "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        "6a94192cb400000100");
}

Request asking(const QUrl& url)
{
    Request request;
    request.url = url;
    request.key = {"apikey", {}, Key::from(Secret).value()};
    request.deadline = 5s;
    request.silence = 5s;
    return request;
}

Result<Reply> fetched(const Request& request)
{
    return WaitingTransport({Route::Kind::Direct}).fetch(request);
}

QString trouble(const Request& request)
{
    const auto reply = fetched(request);
    return reply ? u"answered %1"_s.arg(reply->status) : reply.error().message;
}

} // namespace

/// What a worker sees of a service that behaves, and of one that does not, over a real socket.
class TestTransport : public QObject
{
    Q_OBJECT

private slots:
    void theKeyGoesIntoTheHeaderOnly()
    {
        Wire wire(answer(200, "[]"));
        const auto reply = fetched(asking(wire.url()));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, "[]");
        QCOMPARE(reply->header("content-type"), "application/json");
        QVERIFY(reply->bytesOnWire > 2);
        QVERIFY(qAbs(QDateTime::currentMSecsSinceEpoch() - reply->when) < 60000);
        const QByteArray head = wire.heads().value(0);
        QVERIFY(head.startsWith("GET /stable/quote?symbol=AAA HTTP/1.1"));
        QVERIFY(head.toLower().contains("\r\napikey: " + Secret));
        QVERIFY(head.toLower().contains("accept-encoding: gzip"));
        QCOMPARE(head.count(Secret), 1);
    }

    void aConnectionIsUsedAgain()
    {
        Wire wire(answer(200, "[]"));
        Transport transport({Route::Kind::Direct});
        int answered = 0;
        for (int i = 0; i < 5; ++i) {
            transport.send(asking(wire.url()),
                           [&](const Result<Reply>& reply) { answered += reply.has_value(); });
            QTRY_COMPARE(answered, i + 1);
        }
        QVERIFY(wire.connections() <= 2); // Qt opens one anew now and then
        QCOMPARE(transport.underWay(), 0);
    }

    void questionsThatAreWaitedForShareAConnection()
    {
        Wire wire(answer(200, "[]"));
        WaitingTransport transport({Route::Kind::Direct});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(transport.fetch(asking(wire.url())).value().body, "[]");
        QVERIFY(wire.connections() <= 2); // Qt opens one anew now and then
    }

    void everyStatusIsAnAnswerWithItsBody_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto error = [](const char* text) {
            return QByteArray("{\"Error Message\": \"") + text + "\"}";
        };
        QTest::newRow("nothing for this symbol") << 200 << QByteArray("[]");
        QTest::newRow("limit under 200") << 200 << error("Limit Reach . Please upgrade");
        QTest::newRow("parameter missing")
            << 400 << QByteArray("Query Error: missing query parameter - symbol");
        QTest::newRow("wrong key") << 401 << error("Invalid API KEY.");
        QTest::newRow("not in the plan")
            << 402 << QByteArray("Restricted Endpoint: not under your subscription");
        QTest::newRow("legacy") << 403 << error("Legacy Endpoint : no longer supported");
        QTest::newRow("unknown path") << 404 << QByteArray("[]");
        QTest::newRow("proxy's status from a server") << 418 << QByteArray("<html>");
        QTest::newRow("limit") << 429 << error("Limit Reach .");
        QTest::newRow("down") << 500 << QByteArray("<html>oops</html>");
        QTest::newRow("bad gateway") << 502 << QByteArray("<html>bad</html>");
        QTest::newRow("overloaded") << 503 << QByteArray();
        QTest::newRow("not UTF-8") << 200 << QByteArray("[\"\xff\xfe\x80\"]");
        QTest::newRow("deep") << 200 << QByteArray(200000, '[');
    }
    void everyStatusIsAnAnswerWithItsBody()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Wire wire(answer(status, body));
        const auto reply = fetched(asking(wire.url()));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(reply->status, status);
        QCOMPARE(reply->body, body);
    }

    /// What a service was seen to answer when it says no; the recordings are no part of the project.
    void recordedErrorsArriveAsTheyWere()
    {
        const QDir recordings(QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/fmp-recordings/errors"));
        const QStringList statuses = recordings.entryList({u"*.status"_s});
        if (statuses.isEmpty())
            QSKIP("the recordings are not here");
        for (const QString& name : statuses) {
            const QString stem = name.chopped(int(qstrlen(".status")));
            QFile status(recordings.filePath(name));
            QFile body(
                recordings.filePath(recordings.entryList({stem + u".json"_s, stem + u".txt"_s}).value(0)));
            QVERIFY(status.open(QIODevice::ReadOnly) && body.open(QIODevice::ReadOnly));
            const int number = status.readAll().trimmed().toInt();
            const QByteArray bytes = body.readAll();
            Wire wire(answer(number, bytes));
            const auto reply = fetched(asking(wire.url()));
            QVERIFY2(reply, qPrintable(stem));
            QCOMPARE(reply->status, number);
            QCOMPARE(reply->body, bytes);
        }
    }

    void aServiceThatAsksForAPasswordGivesItsAnswer()
    {
        Wire wire(answer(401, "no", "WWW-Authenticate: Basic realm=\"x\"\r\n"));
        const auto reply = fetched(asking(wire.url()));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(reply->status, 401);
    }

    void gzipIsUnpackedAndCountedAsItCame()
    {
        Wire wire(answer(200, packedQuote(), "Content-Encoding: gzip\r\n"));
        Wire plain(answer(200, packedQuote()));
        const auto reply = fetched(asking(wire.url()));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QVERIFY2(reply->body.startsWith("[{\"symbol\": \"AAA\""), reply->body);
        const auto packed = fetched(asking(plain.url()));
        QCOMPARE(packed->body, packedQuote());
        QCOMPARE(reply->bytesOnWire,
                 packed->bytesOnWire + qsizetype(sizeof "Content-Encoding: gzip\r\n") - 1);
    }

    void whatIsNoGzipIsSaidSo()
    {
        Wire wire(answer(200, "[1, 2, 3, 4, 5, 6, 7, 8]", "Content-Encoding: gzip\r\n"));
        QCOMPARE(trouble(asking(wire.url())), u"What 127.0.0.1 sent cannot be unpacked."_s);
        Wire other(answer(200, "[]", "Content-Encoding: br\r\n"));
        QCOMPARE(trouble(asking(other.url())), u"What 127.0.0.1 sent cannot be unpacked."_s);
    }

    void truncatedGzipIsHalfAnAnswerAndMayBeTriedAgain()
    {
        for (const qsizetype length : {1, 5, 12, 30, int(packedQuote().size()) - 1}) {
            Wire wire(answer(200, packedQuote().left(length), "Content-Encoding: gzip\r\n"));
            const auto reply = fetched(asking(wire.url()));
            QVERIFY(!reply);
            QCOMPARE(reply.error().kind, Error::Kind::Busy);
            QCOMPARE(reply.error().message, u"127.0.0.1 broke off in the middle of its answer."_s);
        }
    }

    void aBodyByteByByteArrivesWhole()
    {
        Wire wire([](QTcpSocket& socket, const QByteArray&) {
            socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            auto* drip = new QTimer(&socket);
            const auto left = std::make_shared<QByteArray>(answer(200, "[{\"price\": 12.5}]"));
            QObject::connect(drip, &QTimer::timeout, &socket, [&socket, drip, left] {
                socket.write(left->left(1));
                left->remove(0, 1);
                if (left->isEmpty())
                    drip->stop();
            });
            drip->start(1);
        });
        const auto reply = fetched(asking(wire.url()));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(reply->body, "[{\"price\": 12.5}]");
    }

    void aLengthThatIsTooLongIsHalfAnAnswer()
    {
        Wire wire([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n[{\"price\"");
            socket.disconnectFromHost();
        });
        const auto reply = fetched(asking(wire.url()));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Busy);
        QCOMPARE(reply.error().message, u"127.0.0.1 broke off in the middle of its answer."_s);
    }

    void bytesBehindTheEndDoNotReachTheNextAnswer()
    {
        Wire wire(
            [](QTcpSocket& socket, const QByteArray&) { socket.write(answer(200, "[1]") + "leftovers"); });
        Transport transport({Route::Kind::Direct});
        for (int i = 0; i < 3; ++i) {
            std::optional<Result<Reply>> came;
            transport.send(asking(wire.url()), [&](const Result<Reply>& reply) { came = reply; });
            QTRY_VERIFY(came);
            if (*came)
                QCOMPARE((*came)->body, "[1]");
        }
    }

    void aResetHalfWayIsHalfAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("of known length") << QByteArray("Content-Length: 500\r\n\r\n[{\"price\"");
        // Qt takes an end between two chunks, at times within one, for the end of all; what was packed says it is not.
        const QByteArray packed = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n";
        QTest::newRow("between packed chunks") << packed + "a\r\n" + packedQuote().left(10) + "\r\n";
        QTest::newRow("within a packed chunk") << packed + "99\r\n" + packedQuote().left(10);
    }
    void aResetHalfWayIsHalfAnAnswer()
    {
        QFETCH(QByteArray, headers);
        Wire wire([headers](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\n" + headers);
            socket.flush();
            QTimer::singleShot(20, &socket, [&socket] { socket.abort(); });
        });
        const auto reply = fetched(asking(wire.url()));
        QVERIFY2(!reply, reply ? reply->body.constData() : "");
        QCOMPARE(reply.error().kind, Error::Kind::Busy);
    }

    void aRefusedConnectionIsSaidSo()
    {
        QUrl url;
        {
            Wire wire(answer(200, "[]"));
            url = wire.url();
        }
        const auto reply = fetched(asking(url));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Busy);
        QCOMPARE(reply.error().message, u"127.0.0.1 does not take connections at the moment."_s);
    }

    void aStalledBodyEndsWithItsSilence()
    {
        Wire wire([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n[{");
        });
        Request request = asking(wire.url());
        request.silence = 150ms;
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(trouble(request), u"127.0.0.1 sent nothing for 0.15 seconds."_s);
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    }

    void theDeadlineHoldsWhileBytesComeOn()
    {
        Wire wire([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n");
            auto* drip = new QTimer(&socket);
            QObject::connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
            drip->start(5);
        });
        Request request = asking(wire.url());
        request.deadline = 200ms;
        QCOMPARE(trouble(request), u"127.0.0.1 did not finish its answer within 0.2 seconds."_s);
    }

    void anAnnounced300MegabytesAreRefusedAtTheHeaders()
    {
        Wire wire([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 314572800\r\n\r\n[");
        });
        QCOMPARE(trouble(asking(wire.url())),
                 u"127.0.0.1 sent more than 64 MB, which no answer should have; it was not read."_s);
    }

    void anUnannouncedFloodIsCutOffAtTheLimit()
    {
        Wire wire([](QTcpSocket& socket, const QByteArray&) {
            const QByteArray piece(1 << 16, ' ');
            socket.write("HTTP/1.1 200 OK\r\n\r\n");
            const auto sent = std::make_shared<int>(0);
            QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, piece, sent] {
                if (++*sent < 4800 && socket.bytesToWrite() < piece.size()) // 300 MB
                    socket.write(piece);
            });
        });
        Request request = asking(wire.url());
        request.maxBytes = 1 << 20;
        QCOMPARE(trouble(request),
                 u"127.0.0.1 sent more than 1 MB, which no answer should have; it was not read."_s);
    }

    void severalPackedMembersAreOneBody()
    {
        Wire wire(answer(200, gzipOfSpaces().repeated(3), "Content-Encoding: gzip\r\n"));
        QCOMPARE(fetched(asking(wire.url())).value().body, QByteArray(3 * 65536, ' '));
    }

    void fewPackedBytesThatUnpackToManyAreRefused()
    {
        // Gzip members, one behind the other: 2 kB that become more than 1 MB.
        const QByteArray megabytes = gzipOfSpaces().repeated(1 + (1 << 20) / 65536);
        QVERIFY(megabytes.size() < 20000);
        Wire wire(answer(200, megabytes, "Content-Encoding: gzip\r\n"));
        Request request = asking(wire.url());
        request.maxBytes = 1 << 20;
        QVERIFY(trouble(request).contains(u"it was not read"));
    }

    void aRedirectToAnotherHostIsNotFollowed()
    {
        Wire elsewhere(answer(200, "[]"));
        Wire wire(answer(302, {}, "Location: " + elsewhere.url().toEncoded() + "\r\n"));
        const auto reply = fetched(asking(wire.url()));
        QVERIFY(!reply);
        QVERIFY2(reply.error().message.contains(u"The key did not go there")
                     || reply.error().message.contains(u"the key did not go there"),
                 qPrintable(reply.error().message));
        QCOMPARE(elsewhere.heads(), QByteArrayList());
        Wire other(answer(301, {}, "Location: https://other.invalid/stable/quote\r\n"));
        QCOMPARE(
            trouble(asking(other.url())),
            u"127.0.0.1 sends the question on to other.invalid. It was not followed, and the key did not go there."_s);
    }

    void aRedirectOnTheSameHostIsFollowedButNotForever()
    {
        Wire wire([](QTcpSocket& socket, const QByteArray& head) {
            socket.write(head.startsWith("GET /there") ? answer(200, "[1]")
                                                       : answer(302, {}, "Location: /there\r\n"));
        });
        QCOMPARE(fetched(asking(wire.url())).value().body, "[1]");
        Wire circle(answer(302, {}, "Location: /again\r\n"));
        QCOMPARE(trouble(asking(circle.url())), u"127.0.0.1 sends the question on again and again."_s);
        QCOMPARE(circle.heads().size(), 6);
    }

    void whatIsNoHttpIsSaidSo()
    {
        Wire wire(QByteArray("SSH-2.0-OpenSSH\r\n\r\n"));
        const auto reply = fetched(asking(wire.url()));
        QVERIFY(!reply);
        QCOMPARE(reply.error().message, u"127.0.0.1 closed the connection without an answer."_s);
        QVERIFY(trouble(asking(QUrl(u"file:///etc/hostname"_s))).startsWith(u"This is not an address"));
        QVERIFY(trouble(asking({})).startsWith(u"This is not an address"));
    }

    void aServerThatCannotProveItselfIsAskedNothing()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("openssl is not installed: no certificate to distrust");
        const QTemporaryDir folder;
        const QString key = folder.filePath(u"key.pem"_s);
        const QString certificate = folder.filePath(u"certificate.pem"_s);
        QProcess made;
        made.start(u"openssl"_s,
                   {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                    u"-subj"_s, u"/CN=127.0.0.1"_s, u"-keyout"_s, key, u"-out"_s, certificate});
        QVERIFY(made.waitForFinished() && made.exitCode() == 0);
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        QSslConfiguration self = QSslConfiguration::defaultConfiguration();
        self.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        self.setLocalCertificate(QSslCertificate::fromPath(certificate).value(0));
        self.setPeerVerifyMode(QSslSocket::VerifyNone);
        QSslServer server;
        server.setSslConfiguration(self);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray came;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = server.nextPendingConnection();
            if (!socket)
                return; // the handshake has failed
            connect(socket, &QTcpSocket::readyRead, socket, [&came, socket] { came += socket->readAll(); });
        });
        Transport transport({Route::Kind::Direct});
        std::optional<Result<Reply>> reply;
        const QUrl url(u"https://127.0.0.1:%1/stable/quote"_s.arg(server.serverPort()));
        transport.send(asking(url), [&](const Result<Reply>& outcome) { reply = outcome; });
        QTRY_VERIFY(reply);
        QVERIFY(!*reply);
        QCOMPARE(reply->error().kind, Error::Kind::NotAvailable); // not tried again
        QCOMPARE(reply->error().message,
                 u"The connection to 127.0.0.1 is not secure, so nothing was asked and no key was sent."_s);
        QVERIFY2(reply->error().detail.contains(u"self", Qt::CaseInsensitive),
                 qPrintable(reply->error().detail));
        QCOMPARE(came, QByteArray());
    }

    void httpsToAServerWithoutTlsAsksNothing()
    {
        Wire wire(QByteArray("HTTP/1.1 400 Bad\r\n\r\n"));
        QUrl url = wire.url();
        url.setScheme(u"https"_s);
        Request request = asking(url);
        request.deadline = 300ms;
        QVERIFY(!fetched(request));
        QCOMPARE(wire.heads(), QByteArrayList()); // the greeting of TLS is no request
    }

    void theKeyIsBlottedOutOfWhatComesBack()
    {
        Wire wire(answer(401, "{\"Error Message\": \"Invalid API KEY " + Secret + "\"}",
                         "X-Echo: " + Secret + "\r\n"));
        const auto reply = fetched(asking(wire.url()));
        QCOMPARE(reply->body, "{\"Error Message\": \"Invalid API KEY ***\"}");
        QCOMPARE(reply->header("X-Echo"), "***");
    }

    void theKeyStandsInNoLogEvenIfQtTellsEverything()
    {
        static QByteArray log;
        log.clear();
        QLoggingCategory::setFilterRules(u"*=true"_s);
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& text) { log += text.toUtf8() + '\n'; });
        qInfo("written");
        Wire wire([](QTcpSocket& socket, const QByteArray&) { socket.abort(); });
        const auto reply = fetched(asking(wire.url()));
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QVERIFY(!reply);
        QVERIFY(log.contains("written"));
        QVERIFY(!log.contains(Secret));
        QVERIFY(!(reply.error().message + reply.error().detail).toUtf8().contains(Secret));
    }

    void aProxyIsUsedWhereOneIsNamed()
    {
        Wire proxy(answer(200, "[\"by proxy\"]"));
        const auto route = routeFrom(u"http://127.0.0.1:%1"_s.arg(proxy.port()));
        const auto reply =
            WaitingTransport(route.value()).fetch(asking(QUrl(u"http://service.invalid/stable/quote"_s)));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(reply->body, "[\"by proxy\"]");
        QVERIFY(proxy.heads().value(0).startsWith("GET http://service.invalid/stable/quote"));
        QCOMPARE(routeFrom({}).value().kind, Route::Kind::System);
        QCOMPARE(routeFrom(u"none"_s).value().kind, Route::Kind::Direct);
        const auto bad = routeFrom(u"ftp://me:secret@host:1"_s);
        QVERIFY(!bad && !bad.error().message.contains(u"secret"));
    }

    void whatIsCancelledIsNeverHeardOf()
    {
        Wire wire([](QTcpSocket&, const QByteArray&) {});
        Transport transport({Route::Kind::Direct});
        bool heard = false;
        Request request = asking(wire.url());
        const auto ticket = transport.send(request, [&](const Result<Reply>&) { heard = true; });
        QTRY_COMPARE(wire.heads().size(), 1);
        transport.cancel(ticket);
        QCOMPARE(transport.underWay(), 0);
        bool other = false;
        request.silence = 50ms;
        transport.send(request, [&](const Result<Reply>&) { other = true; });
        QTRY_VERIFY(other);
        QVERIFY(!heard);
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
