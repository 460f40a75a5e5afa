#include "tests/ui/openwindow.h"
#include "ui/calls/searchpane.h"
#include "ui/common/figuretable.h"
#include "ui/common/roles.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPoint>
#include <QSignalSpy>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

Found sentence(const QString& symbol, const QString& text, int number)
{
    return {.symbol = symbol,
            .call = u"Q1 FY2026"_s,
            .speaker = u"Dana Ivers"_s,
            .role = u"CEO"_s,
            .sentence = number,
            .text = text};
}

QString cell(const FigureTable& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

} // namespace

class SearchPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasFoundStandsInRowsWithItsWordsMarked()
    {
        SearchPane pane((QLocale::c()));
        auto* table = child<FigureTable>(pane, u"searchTable"_s);
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        child<QLineEdit>(pane, u"searchLine"_s)->setText(u"margin"_s);
        Found marked = sentence(u"QLMK"_s, u"Gross margin was 41%."_s, 7);
        marked.places = {{6, 6}};
        pane.showFound({{marked, sentence(u"HLDN"_s, u"Margins rose."_s, 2)}, false});
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(cell(*table, 0, 0), u"QLMK"_s);
        QCOMPARE(cell(*table, 0, 5), u"Gross margin was 41%."_s);
        QCOMPARE(table->model()->index(0, 5).data(MarksRole).value<QList<QPoint>>(),
                 QList<QPoint>({QPoint(6, 6)}));
        QCOMPARE(labelText(pane, u"searchNote"_s), u"2 sentences"_s);
        pane.showRefusal(u"At 1: the quotation mark is not closed."_s);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(labelText(pane, u"searchNote"_s).contains(u"At 1"));
        pane.grab(); // paints the marks
    }

    void theKeyboardLeadsFromTheLineToASentenceAndBack()
    {
        SearchPane pane((QLocale::c()));
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        const QSignalSpy asked(&pane, &SearchPane::asked);
        const QSignalSpy chosen(&pane, &SearchPane::sentenceChosen);
        auto* line = child<QLineEdit>(pane, u"searchLine"_s);
        auto* table = child<FigureTable>(pane, u"searchTable"_s);
        pane.begin();
        QTest::keyClicks(line, u"rose"_s);
        QTest::keyClick(line, Qt::Key_Return); // at once, not after the pause
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), u"rose"_s);
        pane.showFound(
            {{sentence(u"HLDN"_s, u"Margins rose."_s, 2), sentence(u"QLMK"_s, u"Orders rose."_s, 9)}, false});
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), table);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front(), QVariantList({u"QLMK"_s, u"Q1 FY2026"_s, 9}));
        QTest::keyClick(table, Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), line);
    }

    void aLineFindsSentencesOfAllCompaniesAndOpensTheCallThere()
    {
        const DeskOnSample sample;
        OpenWindow opened(sample.folder.filePath(u"window.ini"_s));
        QVERIFY(opened.open(sample.path));
        trigger(opened.window, u"go.search"_s);
        auto* line = child<QLineEdit>(opened.window, u"searchLine"_s);
        auto* table = child<FigureTable>(opened.window, u"searchTable"_s);
        QTRY_COMPARE(QApplication::focusWidget(), line);
        QTest::keyClicks(line, u"revenue"_s);
        QTRY_VERIFY(table->model()->rowCount() > 1);
        QVERIFY(!table->model()->index(0, 5).data(MarksRole).value<QList<QPoint>>().isEmpty());
        const QString before = labelText(opened.window, u"cardSymbol"_s);
        int row = 0;
        while (row < table->model()->rowCount() && cell(*table, row, 0) == before)
            ++row;
        QVERIFY2(row < table->model()->rowCount(), "only the company shown was found");
        const QString symbol = cell(*table, row, 0);
        const QString text = cell(*table, row, 5);
        const QString call = cell(*table, row, 1);
        QTest::keyClick(line, Qt::Key_Down);
        table->setCurrentIndex(table->model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(labelText(opened.window, u"cardSymbol"_s), symbol);
        auto* said = child<FigureTable>(opened.window, u"callTable"_s);
        QTRY_COMPARE(said->currentIndex().siblingAtColumn(2).data().toString(), text);
        QCOMPARE(child<QComboBox>(opened.window, u"callBox"_s)->currentText(), call);
    }

    void aLineThatCannotBeReadSaysWhere()
    {
        const DeskOnSample sample;
        OpenWindow opened(sample.folder.filePath(u"window.ini"_s));
        QVERIFY(opened.open(sample.path));
        trigger(opened.window, u"go.search"_s);
        QVERIFY(labelText(opened.window, u"searchNote"_s).contains(u"NEAR("));
        auto* line = child<QLineEdit>(opened.window, u"searchLine"_s);
        QTest::keyClicks(line, u"growth \"of"_s);
        QTRY_VERIFY(labelText(opened.window, u"searchNote"_s).startsWith(u"At 8: the quotation mark"));
        line->setText(u"zzzunsaid"_s);
        QTRY_VERIFY(labelText(opened.window, u"searchNote"_s).startsWith(u"No sentence"));
        line->setText(u"about:ai has:figure"_s);
        QTRY_VERIFY(child<FigureTable>(opened.window, u"searchTable"_s)->model()->rowCount() > 0);
    }

    void whatIsFoundIsCopiedAsATable()
    {
        SearchPane pane((QLocale::c()));
        pane.show();
        auto* table = child<FigureTable>(pane, u"searchTable"_s);
        pane.showFound({{sentence(u"HLDN"_s, u"Margins rose."_s, 2)}, false});
        table->selectAll();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().trimmed(),
                 u"HLDN\tQ1 FY2026\tDana Ivers\tCEO\tprepared\tMargins rose."_s);
    }

    void onlyTheLineAskedForLastIsAnswered()
    {
        const DeskOnSample sample;
        CallSearch search;
        search.open(sample.path, readingRules().theme);
        QStringList texts;
        int answers = 0;
        connect(&search, &CallSearch::found, this, [&](const CallsFound& found) {
            ++answers;
            for (const Found& one : found.found)
                texts.append(one.text);
        });
        for (const QString& line : {u"revenue"_s, u"cloud"_s, u"zzzunsaid"_s})
            search.ask(line);
        QTRY_COMPARE(answers, 1);
        QCOMPARE(texts, QStringList());
        search.ask(u"revenue"_s);
        QTRY_COMPARE(answers, 2);
        QVERIFY(!texts.isEmpty());
    }
};

QTEST_MAIN(SearchPaneTest)
#include "tst_searchpane.moc"
