#include "core/fmp/request.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline::fmp;

/// What is asked of FMP, as an address below its base.
class TestRequest : public QObject
{
    Q_OBJECT

private slots:
    void symbolsCannotLeaveTheirPlace()
    {
        QCOMPARE(requestFor(u"quote"_s, u"VOD.L"_s).address(), u"quote?symbol=VOD.L"_s);
        QCOMPARE(requestFor(u"quote"_s, u"^GSPC"_s).address(), u"quote?symbol=%5EGSPC"_s);
        QCOMPARE(requestFor(u"quote"_s, u"A/B&limit=9"_s).address(), u"quote?symbol=A%2FB%26limit%3D9"_s);
        QCOMPARE(requestFor(u"quote"_s, u"../x y"_s).address(), u"quote?symbol=..%2Fx%20y"_s);
    }

    void eachEndpointNamesWhatItIsAskedItsOwnWay()
    {
        QCOMPARE(batchQuote({u"AAPL"_s, u"BRK-B"_s}).address(), u"batch-quote?symbols=AAPL,BRK-B"_s);
        QCOMPARE(newsOf(u"aapl"_s, 20).address(), u"news/stock?symbols=AAPL&limit=20"_s);
        QCOMPARE(transcriptOf(u"AAPL"_s, 2024, 1).address(),
                 u"earning-call-transcript?symbol=AAPL&year=2024&quarter=1"_s);
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
