#include "core/desk/readcalls.h"
#include "tests/net/wire.h"
#include "tests/store/stores.h"
#include "tests/ui/openwindow.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

/// FMP as it knows one company, Orbiquent.
QByteArray rowsFor(const QByteArray& head)
{
    if (!head.contains("symbol=ORBQ"))
        return "[]";
    if (head.contains("/profile?"))
        return R"([{"symbol": "ORBQ", "companyName": "Orbiquent", "currency": "USD"}])";
    if (head.contains("/quote?"))
        return R"([{"symbol": "ORBQ", "price": 50, "marketCap": 20e9, "timestamp": 1777896000}])";
    if (head.contains("/income-statement?"))
        return R"([{"date": "2025-12-31", "reportedCurrency": "USD", "fiscalYear": "2025", "revenue": 4e9,
                    "netIncome": 8e8, "incomeBeforeTax": 1e9, "epsDiluted": 2}])";
    if (head.contains("/analyst-estimates?"))
        return R"([{"date": "2026-12-31", "revenueAvg": 4.5e9, "netIncomeAvg": 9e8, "epsAvg": 2.3}])";
    return "[]";
}

/// The sample's workspace with one real company of which nothing is known yet.
void makeWorkspace(const QString& path)
{
    makeSample(path);
    const auto store = Store::open(path, Store::Access::Write);
    QVERIFY(store.has_value());
    QVERIFY((*store)->keep(newCompany(u"ORBQ"_s, u"Orbiquent"_s), 1).has_value());
}

FindAccess accessTo(const Wire& wire)
{
    return [base = wire.url(u"/stable"_s).toString()]() -> Result<FmpAccess> {
        return FmpAccess {.base = base,
                          .key = *Key::from("a-key-for-tests-0123456789"),
                          .route = {.kind = Route::Kind::Direct}};
    };
}

QStringList column(const MainWindow& window, int number)
{
    QStringList cells;
    const QAbstractItemModel* rows = child<QTableView>(window, u"refreshTable"_s)->model();
    for (int row = 0; row < rows->rowCount(); ++row)
        cells += rows->index(row, number).data().toString();
    return cells;
}

} // namespace

/// Somebody presses F5, goes on working, and sees what came, what did not, and why.
class TestRefresh : public QObject
{
    Q_OBJECT

private slots:
    void theCardFillsAndTheChangeIsListed()
    {
        const Wire wire(
            [](QTcpSocket& socket, const QByteArray& head) { socket.write(answer(200, rowsFor(head))); });
        OpenWindow at(m_folder.filePath(u"fill.ini"_s));
        makeWorkspace(m_folder.filePath(u"fill.plumbline"_s));
        at.desk.setAccess(accessTo(wire));
        QVERIFY(at.isActive());
        QVERIFY(at.open(m_folder.filePath(u"fill.plumbline"_s)));
        trigger(at.window, u"refresh.all"_s);
        QTRY_VERIFY_WITH_TIMEOUT(labelText(at.window, u"refreshWords"_s).startsWith(u"Companies refreshed"),
                                 20'000);
        QVERIFY(column(at.window, 2).contains(u"New here: Orbiquent"_s));
        QVERIFY(column(at.window, 2).join(u' ').contains(u"fictional company of the sample"_s));
        at.desk.askForCard(u"ORBQ"_s);
        QTRY_VERIFY_WITH_TIMEOUT(at.desk.card(u"ORBQ"_s) != nullptr
                                     && at.desk.card(u"ORBQ"_s)->coverage.dossier.value(u"base.revenue")
                                            == 4e9,
                                 20'000);
    }

    void aWrongKeyEndsItWithItsSentence()
    {
        const Wire wire(answer(401, R"({"Error Message": "Invalid API KEY. Please retry"})"));
        OpenWindow at(m_folder.filePath(u"key.ini"_s));
        makeWorkspace(m_folder.filePath(u"key.plumbline"_s));
        at.desk.setAccess(accessTo(wire));
        QVERIFY(at.open(m_folder.filePath(u"key.plumbline"_s)));
        trigger(at.window, u"refresh.all"_s);
        QTRY_VERIFY_WITH_TIMEOUT(labelText(at.window, u"refreshWords"_s).contains(u"does not accept the key"),
                                 20'000);
        QVERIFY(!at.desk.isRefreshing());
    }

    void withoutAKeyItSaysSo()
    {
        OpenWindow at(m_folder.filePath(u"none.ini"_s));
        makeWorkspace(m_folder.filePath(u"none.plumbline"_s));
        at.desk.setAccess([]() -> Result<FmpAccess> {
            return failure(Error::Kind::NotFound, u"There is no key for FMP."_s);
        });
        QVERIFY(at.open(m_folder.filePath(u"none.plumbline"_s)));
        trigger(at.window, u"refresh.one"_s);
        QTRY_COMPARE(labelText(at.window, u"refreshWords"_s), u"There is no key for FMP."_s);
    }

    /// What failed is listed with its reason, and one button tries it again.
    void whatFailedCanBeTriedAgain()
    {
        std::atomic<bool> isBroken = true;
        const Wire wire([&](QTcpSocket& socket, const QByteArray& head) {
            socket.write(answer(200, isBroken && head.contains("/earnings?") ? QByteArray("[{\"date\": 5}]")
                                                                             : rowsFor(head)));
        });
        OpenWindow at(m_folder.filePath(u"again.ini"_s));
        makeWorkspace(m_folder.filePath(u"again.plumbline"_s));
        at.desk.setAccess(accessTo(wire));
        QVERIFY(at.open(m_folder.filePath(u"again.plumbline"_s)));
        at.desk.refresh({u"ORBQ"_s});
        auto* again = child<QPushButton>(at.window, u"refreshAgain"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!at.desk.isRefreshing() && column(at.window, 1).contains(u"failed"_s),
                                 20'000);
        trigger(at.window, u"view.refresh"_s);
        QTRY_VERIFY(!again->isHidden());
        QVERIFY(column(at.window, 2).join(u' ').contains(u"earnings"_s));
        isBroken = false;
        again->click();
        QTRY_VERIFY_WITH_TIMEOUT(!at.desk.isRefreshing() && !column(at.window, 1).contains(u"failed"_s),
                                 20'000);
        QVERIFY(again->isHidden());
    }

    void cancelEndsItAtOnceAndWhatWaitsLeavesTheQueue()
    {
        const Wire wire([](QTcpSocket&, const QByteArray&) {}); // never answers
        OpenWindow at(m_folder.filePath(u"cancel.ini"_s));
        makeWorkspace(m_folder.filePath(u"cancel.plumbline"_s));
        at.desk.setAccess(accessTo(wire));
        QVERIFY(at.open(m_folder.filePath(u"cancel.plumbline"_s)));
        at.desk.refresh({u"ORBQ"_s});
        auto* cancel = child<QPushButton>(at.window, u"refreshCancel"_s);
        QTRY_VERIFY(!cancel->isHidden());
        QTRY_VERIFY(labelText(at.window, u"refreshWords"_s).contains(u"0 of 1"));
        QTest::qWait(300); // the requests are on their way
        cancel->click();
        QTRY_VERIFY(labelText(at.window, u"refreshWords"_s).startsWith(u"Cancelled"));
        at.desk.close();
        const auto store = Store::open(m_folder.filePath(u"cancel.plumbline"_s), Store::Access::Write);
        QVERIFY((*store)->refreshJobs()->empty());
    }

    void whatWasCutOffIsSaidOnTheNextStart()
    {
        makeWorkspace(m_folder.filePath(u"left.plumbline"_s));
        {
            const auto store = Store::open(m_folder.filePath(u"left.plumbline"_s), Store::Access::Write);
            QVERIFY((*store)->queueRefresh({u"ORBQ"_s}, 1'777'000'000'000).has_value());
        }
        OpenWindow at(m_folder.filePath(u"left.ini"_s));
        QVERIFY(at.open(m_folder.filePath(u"left.plumbline"_s)));
        QTRY_VERIFY(labelText(at.window, u"refreshWords"_s).contains(u"was cut off"));
        QCOMPARE(column(at.window, 0), QStringList(u"ORBQ"_s));
    }

private:
    QTemporaryDir m_folder {};
};

QTEST_MAIN(TestRefresh)
#include "tst_refresh.moc"
