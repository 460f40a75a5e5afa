#include "tests/store/stores.h"
#include "tests/ui/openwindow.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

constexpr char call[] = R"(Quillmark Instruments, Inc. (QLMK)
Q2 FY2026 Earnings Call
May 6, 2026

Operator: Good afternoon, and welcome to the second quarter fiscal 2026 earnings call of Quillmark Instruments.

Dana Ivers, CEO: Thank you. Revenue of our measuring cells grew 12% this quarter, ahead of what we planned in spring.

Dana Ivers, CEO: Our AI inspection line now runs at a rate of 40 million dollars a year, and customers ask for more of it.

Operator: Our first question comes from Lena Brandt with Harbour Street Partners.

Lena Brandt, Analyst: How much of the inspection line is sold to new customers rather than the ones you had before?

Dana Ivers, CEO: About a third comes from customers who had bought nothing from us in the three years before this one.
)";

/// Lets files fall on the window, as from a file manager.
void drop(MainWindow& window, const QStringList& files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent fall(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &fall);
}

QTableView* results(const MainWindow& window)
{
    auto* page = window.findChild<QWidget*>(u"importPage"_s);
    return page == nullptr ? nullptr : child<QTableView>(*page, u"importTable"_s);
}

} // namespace

/// Somebody brings calls into the open workspace and sees the card they fill.
class TestBringCalls : public QObject
{
    Q_OBJECT

private slots:
    void aDroppedCallFillsACard()
    {
        OpenWindow at(m_folder.filePath(u"drop.ini"_s));
        makeSample(m_folder.filePath(u"drop.plumbline"_s));
        QVERIFY(at.isActive());
        QVERIFY(at.open(m_folder.filePath(u"drop.plumbline"_s)));
        const QString folder = m_folder.filePath(u"calls"_s);
        QVERIFY(QDir().mkpath(folder));
        writeBytes(folder + u"/quillmark.txt"_s, call);
        writeBytes(folder + u"/list.txt"_s, "A shopping list\n\neggs\n");
        drop(at.window, {folder});
        QTRY_COMPARE_WITH_TIMEOUT(labelText(at.window, u"cardSymbol"_s), u"QLMK"_s, 20'000);
        QTRY_VERIFY(results(at.window) != nullptr);
        const QAbstractItemModel* rows = results(at.window)->model();
        QCOMPARE(rows->rowCount(), 2);
        QCOMPARE(rows->index(0, 0).data().toString(), u"list.txt"_s);
        QCOMPARE(rows->index(1, 1).data().toString(), u"QLMK"_s);
        QTRY_COMPARE(child<QComboBox>(at.window, u"callBox"_s)->currentText(), u"Q2 FY2026"_s);
        QCOMPARE(at.desk.companies(), std::size_t {10});
        const auto card = at.desk.card(u"QLMK"_s);
        QCOMPARE(card->coverage.reading.quotes.size(), std::size_t {1});
    }

    /// Whose call it is can be said where its text does not.
    void whatThePastedTextDoesNotSayIsAsked()
    {
        OpenWindow at(m_folder.filePath(u"paste.ini"_s));
        makeSample(m_folder.filePath(u"paste.plumbline"_s));
        QVERIFY(at.isActive());
        QVERIFY(at.open(m_folder.filePath(u"paste.plumbline"_s)));
        QApplication::clipboard()->setText(QString::fromUtf8(QByteArray(call).replace(" (QLMK)", "")));
        trigger(at.window, u"file.importPasted"_s);
        QTRY_VERIFY(results(at.window) != nullptr);
        auto* page = at.window.findChild<QWidget*>(u"importPage"_s);
        QVERIFY(labelText(*page, u"importAsks"_s).contains(u"whose call it is"));
        auto* symbol = child<QLineEdit>(*page, u"importSymbol"_s);
        QTRY_VERIFY(symbol->isVisible());
        QTest::keyClicks(symbol, u"qlmk"_s);
        QTest::keyClick(symbol, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(labelText(at.window, u"cardSymbol"_s), u"QLMK"_s, 20'000);
    }

    void anEmptyClipboardIsSaid()
    {
        OpenWindow at(m_folder.filePath(u"empty.ini"_s));
        makeSample(m_folder.filePath(u"empty.plumbline"_s));
        QVERIFY(at.open(m_folder.filePath(u"empty.plumbline"_s)));
        QApplication::clipboard()->clear();
        trigger(at.window, u"file.importPasted"_s);
        QVERIFY(at.window.statusBar()->currentMessage().contains(u"no words"));
        QVERIFY(!at.desk.isImporting());
    }

private:
    QTemporaryDir m_folder {};
};

QTEST_MAIN(TestBringCalls)
#include "tst_bringcalls.moc"
