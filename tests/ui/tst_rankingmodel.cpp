#include "tests/ui/deskexample.h"
#include "ui/common/roles.h"
#include "ui/ranking/rankingmodel.h"
#include "ui/ranking/rankingview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

RankedCompany company(const QString& symbol, const QString& name, int rank, std::optional<double> eps)
{
    RankedCompany made {.symbol = symbol, .name = name, .rank = rank};
    made.figures.fill(std::nan(""));
    const auto put = [&](RankedFigure figure, double value) {
        made.figures[static_cast<std::size_t>(figure)] = value;
    };
    put(RankedFigure::Conviction, 100.0 - rank);
    put(RankedFigure::Measurable, 97);
    put(RankedFigure::EpsUplift, eps.value_or(std::nan("")));
    return made;
}

std::shared_ptr<const Ranking> ranked(std::vector<RankedCompany> companies)
{
    return std::make_shared<const Ranking>(std::move(companies));
}

std::shared_ptr<const Ranking> many(int companies, int turned)
{
    std::vector<RankedCompany> all;
    for (int i = 0; i < companies; ++i) {
        const int own = (i * 7919 + turned) % companies;
        all.push_back(
            company(u"C%1"_s.arg(own), u"Company %1"_s.arg(own), i + 1, own * 1e-4 + turned * 1e-3));
    }
    return ranked(std::move(all));
}

QStringList symbols(const RankingModel& model)
{
    QStringList all;
    for (int i = 0; i < model.rowCount(); ++i)
        all.append(model.companyAt(i).symbol);
    return all;
}

} // namespace

class RankingModelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_sample.open()); }

    void showsTheSampleAsItIsRanked() const
    {
        RankingModel model(english());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.showRanking(m_sample.desk.ranking());
        QVERIFY(model.rowCount() >= 7);
        const int amazon = model.rowOf(u"AMZN"_s);
        QVERIFY(amazon >= 0);
        QCOMPARE(model.at(amazon, RankingColumn::Conviction).data().toString(), u"67.0"_s);
        QCOMPARE(model.at(amazon, RankingColumn::Conviction).data(NoteRole).toString(), u"of 97"_s);
        QCOMPARE(model.at(amazon, RankingColumn::Revenue).data().toString(), u"4.18"_s);
        QCOMPARE(model.at(amazon, RankingColumn::Eps).data().toString(), u"10.30"_s);
        QCOMPARE(model.at(amazon, RankingColumn::VersusAnalysts).data().toString(), u"inline"_s);
        QCOMPARE(model.at(amazon, RankingColumn::PricedIn).data().toString(), u"medium"_s);
        for (int i = 1; i < model.rowCount(); ++i)
            QVERIFY(model.companyAt(i - 1).rank < model.companyAt(i).rank);
    }

    void whatIsNotKnownSaysWhyWhenAsked()
    {
        RankingModel model(english());
        int asked = 0;
        model.setAnswers({[&](const QString& symbol, RankedFigure figure) {
                              ++asked;
                              return symbol + u' ' + nameOf(figure);
                          },
                          {}});
        model.showRanking(ranked({company(u"CRSV"_s, u"Corsiva"_s, 1, {})}));
        QCOMPARE(asked, 0); // nobody has looked yet
        const QModelIndex eps = model.at(0, RankingColumn::Eps);
        QCOMPARE(eps.data().toString(), u"–"_s);
        QCOMPARE(eps.data(Qt::ToolTipRole).toString(), u"CRSV "_s + nameOf(RankedFigure::EpsUplift));
        QCOMPARE(eps.data(ToneRole).toInt(), static_cast<int>(Tone::Muted));
        QVERIFY(!eps.data(RawRole).isValid());
    }

    void anArrowTellsTheMoveAgainstBase()
    {
        RankingModel model(english());
        model.setAnswers({{}, [](const QString& symbol) { return symbol == u"A" ? 3 : 1; }});
        model.showRanking(ranked({company(u"A"_s, u"Alpha"_s, 1, 0.1), company(u"B"_s, u"Beta"_s, 2, 0.1)}));
        QCOMPARE(model.at(0, RankingColumn::Rank).data(NoteRole).toString(), u"▲2"_s);
        QCOMPARE(model.at(1, RankingColumn::Rank).data(NoteRole).toString(), u"▼1"_s);
    }

    void sortsByTheNumberNotByItsText()
    {
        RankingModel model(english());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.showRanking(
            ranked({company(u"A"_s, u"Alpha"_s, 1, 0.09), company(u"B"_s, u"Beta"_s, 2, {}),
                    company(u"C"_s, u"Gamma"_s, 3, 0.10), company(u"D"_s, u"Delta"_s, 4, -0.02)}));
        const auto sortBy = [&](RankingColumn column, Qt::SortOrder order) {
            model.sort(static_cast<int>(column), order);
        };
        sortBy(RankingColumn::Eps, Qt::DescendingOrder);
        QCOMPARE(symbols(model), QStringList({u"C"_s, u"A"_s, u"D"_s, u"B"_s}));
        sortBy(RankingColumn::Eps, Qt::AscendingOrder);
        QCOMPARE(symbols(model), QStringList({u"D"_s, u"A"_s, u"C"_s, u"B"_s})); // the unknown stays last
        sortBy(RankingColumn::Company, Qt::AscendingOrder);
        QCOMPARE(symbols(model), QStringList({u"A"_s, u"B"_s, u"D"_s, u"C"_s}));
        sortBy(RankingColumn::Company, Qt::DescendingOrder);
        QCOMPARE(symbols(model), QStringList({u"C"_s, u"D"_s, u"B"_s, u"A"_s}));
    }

    void jumpsToATickerBeforeAName()
    {
        RankingModel model(english());
        model.showRanking(ranked({company(u"ZETA"_s, u"Amber Works"_s, 1, 0.1),
                                  company(u"QQQ"_s, u"North Amazonia"_s, 2, 0.1),
                                  company(u"AMZN"_s, u"Amazon.com"_s, 3, 0.1)}));
        QCOMPARE(model.rowFor(u"am"_s), 2);
        QCOMPARE(model.rowFor(u"amb"_s), 0);
        QCOMPARE(model.rowFor(u"amazoni"_s), 1);
        QCOMPARE(model.rowFor(u"xyz"_s), -1);
        QCOMPARE(model.rowFor({}), -1);
    }

    void selectionFollowsItsCompanyWhenTheOrderMoves()
    {
        RankingModel model(english());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.showRanking(ranked({company(u"A"_s, u"Alpha"_s, 1, 0.1), company(u"B"_s, u"Beta"_s, 2, 0.2),
                                  company(u"C"_s, u"Gamma"_s, 3, 0.3)}));
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.at(2, RankingColumn::Symbol),
                                  QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        model.showRanking(ranked({company(u"C"_s, u"Gamma"_s, 1, 0.3), company(u"A"_s, u"Alpha"_s, 2, 0.1),
                                  company(u"D"_s, u"Delta"_s, 3, 0.3)}));
        QCOMPARE(symbols(model), QStringList({u"C"_s, u"A"_s, u"D"_s}));
        QCOMPARE(selection.currentIndex().data(SymbolRole).toString(), u"C"_s);
        QVERIFY(selection.isRowSelected(0));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(moved.size(), 1);
    }

    void whatStaysThePlaceItIsMovesNothing()
    {
        RankingModel model(english());
        model.showRanking(ranked({company(u"A"_s, u"Alpha"_s, 1, 0.1), company(u"B"_s, u"Beta"_s, 2, {}),
                                  company(u"C"_s, u"Gamma"_s, 3, 0.3)}));
        const QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.showRanking(ranked({company(u"A"_s, u"Alpha"_s, 1, 0.1), company(u"B"_s, u"Beta"_s, 2, {}),
                                  company(u"C"_s, u"Gamma"_s, 3, 0.4)}));
        QCOMPARE(moved.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
        model.showRanking(ranked({company(u"A"_s, u"Alpha"_s, 1, 0.1), company(u"B"_s, u"Beta"_s, 2, {}),
                                  company(u"C"_s, u"Gamma"_s, 3, 0.4)}));
        QCOMPARE(changed.size(), 1); // what is not known is not another unknown
    }

    void fiveThousandRowsKeepScrollAndSelection()
    {
        RankingModel model(english());
        RankingView view(model);
        view.resize(700, 900);
        view.show();
        model.showRanking(many(5000, 0));
        view.choose(2500);
        const QString chosen = view.symbol();
        const int scrolled = view.verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        model.showRanking(many(5000, 3));
        QCOMPARE(view.symbol(), chosen);
        QCOMPARE(view.verticalScrollBar()->value(), scrolled);
        QCOMPARE(model.rowCount(), 5000);
    }

    /// How long a frame takes; measured, not judged: run with -callgrind or -tickcounter to look closer.
    void aFrameOfFiveThousandRows()
    {
        RankingModel model(english());
        RankingView view(model);
        view.resize(760, 1000);
        view.show();
        const std::array<std::shared_ptr<const Ranking>, 2> both {many(5000, 0), many(5000, 3)};
        model.showRanking(both[0]);
        QVERIFY(QTest::qWaitForWindowExposed(&view)); // else nothing is painted
        QElapsedTimer clock;
        double painted = 0;
        int frames = 0;
        clock.start();
        for (; frames < 20; ++frames) {
            model.showRanking(both[static_cast<std::size_t>(frames + 1) % 2]);
            QElapsedTimer paint;
            paint.start();
            view.viewport()->repaint();
            painted += static_cast<double>(paint.nsecsElapsed()) / 1e6;
        }
        qInfo("5,000 rows: %.2f ms a frame, of it %.2f ms painting",
              static_cast<double>(clock.nsecsElapsed()) / 1e6 / frames, painted / frames);
        QCOMPARE(model.companyAt(0).symbol, (*both[0])[0].symbol);
    }

    void aFilterLeavesTheUnknownUndecided()
    {
        RankingModel model(english());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.showRanking(ranked({company(u"A"_s, u"Alpha"_s, 1, 0.09), company(u"B"_s, u"Beta"_s, 2, {}),
                                  company(u"C"_s, u"Gamma"_s, 3, 0.12)}));
        model.setFilter(RankingColumn::Eps, u"> 10"_s);
        QCOMPARE(symbols(model), QStringList({u"C"_s}));
        QCOMPARE(model.undecided(), 1);
        model.setFilter(RankingColumn::Eps, u"<= 10"_s);
        QCOMPARE(symbols(model), QStringList({u"A"_s}));
        QCOMPARE(model.undecided(), 1);
        model.setFilter(RankingColumn::Eps, u"?"_s);
        QCOMPARE(symbols(model), QStringList({u"B"_s}));
        model.setFilter(RankingColumn::Eps, u"8~10"_s);
        model.setFilter(RankingColumn::Symbol, u"a"_s);
        QCOMPARE(symbols(model), QStringList({u"A"_s}));
        model.setFilter(RankingColumn::Eps, {});
        model.setFilter(RankingColumn::Symbol, {});
        QCOMPARE(symbols(model), QStringList({u"A"_s, u"B"_s, u"C"_s}));
    }

    /// Views work through every stretch of rows that leaves: hundreds of stretches would be felt at the first letter.
    void whatAFilterLeavesOutLeavesAtOnce()
    {
        RankingModel model(english());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<RankedCompany> companies;
        companies.reserve(40);
        for (int i = 0; i < 40; ++i)
            companies.push_back(company(u"S%1"_s.arg(i), i % 2 == 0 ? u"Even"_s : u"Odd"_s, i + 1, 0.01 * i));
        model.showRanking(ranked(companies));
        const QPersistentModelIndex kept = model.at(7, RankingColumn::Symbol);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setFilter(RankingColumn::Company, u"odd"_s);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowCount(), 20);
        QCOMPARE(kept.row(), 3);
        QCOMPARE(kept.data(SymbolRole).toString(), u"S7"_s);
    }

    /// Another workspace counts its companies anew: rows are still known by their symbol.
    void companiesAreKnownBySymbolWhereNumbersDiffer()
    {
        RankingModel model(english());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto numbered = [](std::vector<RankedCompany> companies) {
            for (std::size_t i = 0; i < companies.size(); ++i)
                companies[i].number = static_cast<std::uint32_t>(i);
            return ranked(std::move(companies));
        };
        model.showRanking(numbered({company(u"A"_s, u"Alpha"_s, 1, 0.09), company(u"B"_s, u"Beta"_s, 2, 0.08),
                                    company(u"C"_s, u"Gamma"_s, 3, 0.07)}));
        const QPersistentModelIndex kept = model.at(2, RankingColumn::Symbol);
        model.showRanking(
            numbered({company(u"C"_s, u"Gamma"_s, 1, 0.2), company(u"A"_s, u"Alpha"_s, 2, 0.09)}));
        QCOMPARE(symbols(model), QStringList({u"C"_s, u"A"_s}));
        QCOMPARE(kept.data(SymbolRole).toString(), u"C"_s);
    }

    void copiesRowsWithWholeNumbers() const
    {
        RankingModel model(english());
        model.showRanking(m_sample.desk.ranking());
        RankingView view(model);
        view.choose(model.rowOf(u"AMZN"_s));
        QTest::keySequence(&view, QKeySequence::Copy);
        const QStringList cells = QGuiApplication::clipboard()->text().trimmed().split(u'\t');
        QCOMPARE(cells.size(), static_cast<qsizetype>(rankingColumns));
        QCOMPARE(cells[static_cast<int>(RankingColumn::Symbol)], u"AMZN"_s);
        const QString& revenue = cells[static_cast<int>(RankingColumn::Revenue)];
        QVERIFY(std::abs(revenue.toDouble() - 100 * 30e9 / 716.924e9) < 1e-9);
        QVERIFY(revenue.size() > 8);
    }

private:
    examples::DeskOnSample m_sample {};
};

QTEST_MAIN(RankingModelTest)
#include "tst_rankingmodel.moc"
