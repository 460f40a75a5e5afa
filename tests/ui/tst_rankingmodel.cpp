#include "core/desk/desk.h"
#include "core/store/workspace.h"
#include "ui/common/roles.h"
#include "ui/ranking/rankingmodel.h"
#include "ui/ranking/rankingview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

std::vector<RankingRow> sampleRows(const QString& scoringModel = u"v1"_s)
{
    const auto documents = sampleDocuments(QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources"));
    const auto workspace = workspaceFromJson(workspaceToJson(*documents, u"2026-01-01T00:00:00Z"_s));
    DeskQuestion question;
    question.scoringModel = scoringModel;
    return rankingRows(*rankedCards(*workspace, {}, question, english()), {}, english());
}

RankingRow row(const QString& symbol, const QString& name, int rank, std::optional<double> eps)
{
    RankingRow made {.symbol = symbol, .name = name, .rank = rank};
    made.conviction = {u"conviction.total"_s, symbol, {}, 100.0 - rank};
    made.eps = {u"aggregate.eps_uplift_percent"_s, eps ? u"shown"_s : u"n.m."_s,
                eps ? QString() : u"a loss"_s, eps};
    return made;
}

QStringList symbols(const RankingModel& model)
{
    QStringList all;
    for (int i = 0; i < model.rowCount(); ++i)
        all.append(model.rowAt(i).symbol);
    return all;
}

} // namespace

class RankingModelTest : public QObject
{
    Q_OBJECT

private slots:
    void showsTheSampleAsItIsRanked()
    {
        RankingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(sampleRows());
        QVERIFY(model.rowCount() >= 7);
        const int amazon = model.rowOf(u"AMZN"_s);
        QVERIFY(amazon >= 0);
        QCOMPARE(model.index(amazon, RankingModel::Conviction).data().toString(), u"67.0"_s);
        QCOMPARE(model.index(amazon, RankingModel::Conviction).data(NoteRole).toString(), u"of 97"_s);
        QCOMPARE(model.index(amazon, RankingModel::Revenue).data().toString(), u"4.18"_s);
        QCOMPARE(model.index(amazon, RankingModel::Eps).data().toString(), u"10.30"_s);
        for (int i = 1; i < model.rowCount(); ++i)
            QVERIFY(model.rowAt(i - 1).rank < model.rowAt(i).rank);
    }

    void whatIsNotMeaningfulSaysWhy()
    {
        RankingModel model;
        model.setRows(sampleRows());
        const int loss = model.rowOf(u"CRSV"_s);
        QVERIFY(loss >= 0);
        const QModelIndex eps = model.index(loss, RankingModel::Eps);
        QCOMPARE(eps.data().toString(), u"n.m."_s);
        QVERIFY(!eps.data(Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(eps.data(ToneRole).toInt(), static_cast<int>(Tone::Muted));
    }

    void sortsByTheNumberNotByItsText()
    {
        RankingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"A"_s, u"Alpha"_s, 1, 0.09), row(u"B"_s, u"Beta"_s, 2, {}),
                       row(u"C"_s, u"Gamma"_s, 3, 0.10), row(u"D"_s, u"Delta"_s, 4, -0.02)});
        model.sort(RankingModel::Eps, Qt::DescendingOrder);
        QCOMPARE(symbols(model), QStringList({u"C"_s, u"A"_s, u"D"_s, u"B"_s}));
        model.sort(RankingModel::Eps, Qt::AscendingOrder);
        QCOMPARE(symbols(model), QStringList({u"D"_s, u"A"_s, u"C"_s, u"B"_s})); // the unknown stays last
        model.sort(RankingModel::Company, Qt::AscendingOrder);
        QCOMPARE(symbols(model), QStringList({u"A"_s, u"B"_s, u"D"_s, u"C"_s}));
    }

    void jumpsToATickerBeforeAName()
    {
        RankingModel model;
        model.setRows({row(u"ZETA"_s, u"Amber Works"_s, 1, 0.1), row(u"QQQ"_s, u"North Amazonia"_s, 2, 0.1),
                       row(u"AMZN"_s, u"Amazon.com"_s, 3, 0.1)});
        QCOMPARE(model.rowFor(u"am"_s), 2);
        QCOMPARE(model.rowFor(u"amb"_s), 0);
        QCOMPARE(model.rowFor(u"amazoni"_s), 1);
        QCOMPARE(model.rowFor(u"xyz"_s), -1);
        QCOMPARE(model.rowFor({}), -1);
    }

    void selectionFollowsItsCompanyWhenTheOrderMoves()
    {
        RankingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"A"_s, u"Alpha"_s, 1, 0.1), row(u"B"_s, u"Beta"_s, 2, 0.2),
                       row(u"C"_s, u"Gamma"_s, 3, 0.3)});
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.index(2, RankingModel::Symbol),
                                  QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        model.setRows({row(u"C"_s, u"Gamma"_s, 1, 0.3), row(u"A"_s, u"Alpha"_s, 2, 0.1),
                       row(u"D"_s, u"Delta"_s, 3, 0.3)});
        QCOMPARE(symbols(model), QStringList({u"C"_s, u"A"_s, u"D"_s}));
        QCOMPARE(selection.currentIndex().data(SymbolRole).toString(), u"C"_s);
        QVERIFY(selection.isRowSelected(0));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(moved.size(), 1);
        model.setRows({row(u"C"_s, u"Gamma"_s, 1, 0.3), row(u"A"_s, u"Alpha"_s, 2, 0.4),
                       row(u"D"_s, u"Delta"_s, 3, 0.3)});
        QCOMPARE(moved.size(), 1); // the same order: nothing moves
    }

    void anotherScoringModelMovesRowsAndKeepsTheSelection()
    {
        RankingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(sampleRows());
        const QStringList before = symbols(model);
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.index(model.rowOf(u"PRCN"_s), 0),
                                  QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        model.setRows(sampleRows(u"v1.1"_s));
        QVERIFY(symbols(model) != before);
        QCOMPARE(selection.currentIndex().data(SymbolRole).toString(), u"PRCN"_s);
    }

    void aFilterLeavesTheUnknownUndecided()
    {
        RankingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"A"_s, u"Alpha"_s, 1, 0.09), row(u"B"_s, u"Beta"_s, 2, {}),
                       row(u"C"_s, u"Gamma"_s, 3, 0.12)});
        model.setFilter(RankingModel::Eps, u"> 10"_s);
        QCOMPARE(symbols(model), QStringList({u"C"_s}));
        QCOMPARE(model.undecided(), 1);
        model.setFilter(RankingModel::Eps, u"<= 10"_s);
        QCOMPARE(symbols(model), QStringList({u"A"_s}));
        QCOMPARE(model.undecided(), 1);
        model.setFilter(RankingModel::Eps, u"?"_s);
        QCOMPARE(symbols(model), QStringList({u"B"_s}));
        model.setFilter(RankingModel::Eps, u"8~10"_s);
        model.setFilter(RankingModel::Symbol, u"a"_s);
        QCOMPARE(symbols(model), QStringList({u"A"_s}));
        model.setFilter(RankingModel::Eps, {});
        model.setFilter(RankingModel::Symbol, {});
        QCOMPARE(symbols(model), QStringList({u"A"_s, u"B"_s, u"C"_s}));
    }

    void copiesRowsWithWholeNumbers()
    {
        RankingModel model;
        model.setRows(sampleRows());
        RankingView view(model);
        view.choose(model.rowOf(u"AMZN"_s));
        QTest::keySequence(&view, QKeySequence::Copy);
        const QStringList cells = QGuiApplication::clipboard()->text().trimmed().split(u'\t');
        QCOMPARE(cells.size(), static_cast<qsizetype>(RankingModel::ColumnCount));
        QCOMPARE(cells[RankingModel::Symbol], u"AMZN"_s);
        const double revenue = cells[RankingModel::Revenue].toDouble();
        QVERIFY(std::abs(revenue - 100 * 30e9 / 716.924e9) < 1e-9);
        QVERIFY(cells[RankingModel::Revenue].size() > 8);
    }
};

QTEST_MAIN(RankingModelTest)
#include "tst_rankingmodel.moc"
