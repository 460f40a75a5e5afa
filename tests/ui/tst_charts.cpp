#include "tests/examples.h"
#include "ui/charts/tornadochart.h"
#include "ui/charts/whatmatters.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

std::shared_ptr<const Card> sampleCard(const QString& symbol)
{
    static const std::vector<Card> cards =
        rankedCards(examples::sampleWorkspace(), u"AMZN"_s, {}, english()).value();
    return std::make_shared<const Card>(**cardOf(cards, symbol));
}

/// Without what keeps a line from breaking.
QString readable(QString caption)
{
    return caption.replace(QChar::Nbsp, u' ').remove(QChar(0x2060));
}

std::shared_ptr<const Card> withoutClaims()
{
    return std::make_shared<const Card>(examples::cardOf(examples::amazonBase()));
}

std::shared_ptr<const Card> withMargin(const QString& value)
{
    const auto card = sampleCard(u"AMZN"_s);
    Decisions decisions = card->decisions;
    decisions.choices.push_back({.scenario = baseScenario,
                                 .subject = u"company/AMZN"_s,
                                 .field = u"assumption/margin.aws"_s,
                                 .value = value});
    return std::make_shared<const Card>(
        makeCard(card->coverage, card->global, decisions, card->scenario, card->scoringModel, english()));
}

} // namespace

class ChartsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ColourTheme::Dark); }

    void theWidestInputStandsOnTop()
    {
        const auto card = sampleCard(u"AMZN"_s);
        const TornadoBars bars = tornadoRows(*card, tornadoOf(*card), english());
        QCOMPARE(bars.base, u"10.30 %"_s);
        QCOMPARE(bars.bars.size(), 6);
        QCOMPARE(bars.bars.front().range, u"0 – 50 %"_s); // how much of the commitments is counted
        for (std::size_t i = 1; i < bars.bars.size(); ++i) {
            const auto swing = [&](std::size_t bar) {
                return std::abs(*bars.bars[bar].atHigh - *bars.bars[bar].atLow);
            };
            QVERIFY(swing(i - 1) >= swing(i));
        }
        QVERIFY(!tornadoWords(bars).constFirst().isEmpty());
    }

    void aBarHasItsNameItsRangeAndBothEnds()
    {
        const auto card = sampleCard(u"AMZN"_s);
        const TornadoBars all = tornadoRows(*card, tornadoOf(*card), english());
        const auto margin = std::find_if(all.bars.begin(), all.bars.end(),
                                         [](const TornadoBar& bar) { return bar.figure == u"margin.aws"; });
        QVERIFY(margin != all.bars.end());
        QCOMPARE(margin->title, u"AWS AI incremental net margin"_s);
        QCOMPARE(margin->range, u"20 – 30 %"_s);
        QCOMPARE(margin->low, u"8.4"_s);
        QCOMPARE(margin->high, u"12.2"_s);
    }

    void aLossIsShownInMoney()
    {
        const auto card = sampleCard(u"CRSV"_s);
        const TornadoBars bars = tornadoRows(*card, tornadoOf(*card), english());
        QVERIFY(!bars.bars.empty());
        QVERIFY(bars.base.startsWith(u'$'));
        QVERIFY(bars.bars.front().low.startsWith(u'$'));
        const DistributionPicture picture = distributionPicture(simulateCard(*card, 500, 1), english());
        QVERIFY(picture.caption.contains(u"$"));
    }

    void withoutClaimsTheReasonStandsThere()
    {
        const auto card = withoutClaims();
        TornadoChart chart;
        chart.showBars(tornadoRows(*card, tornadoOf(*card), english()));
        QVERIFY(chart.bars().bars.empty());
        QVERIFY(!chart.bars().reason.isEmpty());
        QCOMPARE(chart.accessibleDescription(), chart.bars().reason);
        const DistributionPicture picture = distributionPicture(simulateCard(*card, 500, 1), english());
        QVERIFY(picture.bins.empty());
        QVERIFY(!picture.reason.isEmpty());
    }

    void theDrawsAreHeldAgainstConsensus()
    {
        const auto card = sampleCard(u"AMZN"_s);
        const auto simulation = simulateCard(*card, 20000, 1);
        QVERIFY(simulation);
        const DistributionPicture picture = distributionPicture(simulation, english());
        const QString caption = readable(picture.caption);
        QVERIFY2(caption.startsWith(u"20,000 draws · P(above expected +22.0 %) "), qPrintable(caption));
        QVERIFY(caption.contains(u"median ") && caption.contains(u"5–95 % "));
        QCOMPARE(picture.cardWords, u"card 10.3 %"_s);
        const std::size_t drawn = std::accumulate(picture.bins.begin(), picture.bins.end(), std::size_t {0});
        QVERIFY(drawn > 19000 && drawn <= 20000);
        QVERIFY(picture.consensus && *picture.consensus < picture.to);
    }

    void aChanceIsNeverNought()
    {
        CardSimulation simulation;
        simulation.uplift.figure = u"aggregate.eps_uplift_percent"_s;
        simulation.distribution.draws = 3;
        simulation.distribution.sorted = {0.1, 0.11, 0.12};
        simulation.distribution.p50 = 0.11;
        simulation.atCard = 0.11;
        simulation.atConsensus = 0.5;
        QVERIFY(readable(distributionPicture(simulation, english()).caption).contains(u"+50.0 %) < 1 %"));
        simulation.atConsensus.reset();
        QVERIFY(distributionPicture(simulation, english()).consensusWords.isEmpty());
    }

    void theTornadoFollowsAtOnceAndTheDrawsFollow()
    {
        WhatMatters matters(english());
        matters.resize(420, 330);
        matters.show();
        QSignalSpy settled(&matters, &WhatMatters::settled);
        matters.showCard(sampleCard(u"AMZN"_s));
        auto* tornado = matters.findChild<TornadoChart*>(u"tornadoChart"_s);
        auto* distribution = matters.findChild<DistributionChart*>(u"distributionChart"_s);
        QCOMPARE(tornado->bars().base, u"10.30 %"_s);
        QVERIFY(distribution->isStale());
        QVERIFY(settled.wait(20000));
        QVERIFY(!distribution->isStale());
        QVERIFY(!distribution->picture().bins.empty());
        QCOMPARE(matters.findChild<QLabel*>(u"distributionCaption"_s)->text(),
                 distribution->picture().caption);
    }

    void ofManyCardsTheLastIsDrawn()
    {
        WhatMatters matters(english());
        matters.show();
        QSignalSpy settled(&matters, &WhatMatters::settled);
        for (const QString& value : {u"20%"_s, u"21%"_s, u"22%"_s, u"30%"_s})
            matters.showCard(withMargin(value));
        QVERIFY(settled.wait(20000));
        QCOMPARE(settled.size(), 1);
        auto* distribution = matters.findChild<DistributionChart*>(u"distributionChart"_s);
        QCOMPARE(distribution->picture(),
                 distributionPicture(simulateCard(*withMargin(u"30%"_s), WhatMatters::draws, 1), english()));
    }

    void aBarLeadsToItsTrace()
    {
        TornadoChart chart;
        const auto card = sampleCard(u"AMZN"_s);
        chart.showBars(tornadoRows(*card, tornadoOf(*card), english()));
        chart.resize(chart.sizeHint());
        QSignalSpy chosen(&chart, &TornadoChart::figureChosen);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(20, 4));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), chart.bars().bars.front().figure);
    }

    /// Colour marks what lies above consensus, and only that; a stale picture is dimmer.
    void onlyWhatLiesAboveConsensusIsColoured()
    {
        DistributionChart chart;
        chart.resize(200, 120);
        DistributionPicture picture {.from = 0, .to = 1, .bins = {5, 5, 5, 5}, .consensus = 0.5, .card = 0.1};
        const auto pixel = [&](int x) { return chart.grab().toImage().pixelColor(x, 70); };
        chart.showPicture(picture);
        const QColor above = coloursOf(ColourTheme::Dark).components.front();
        QCOMPARE(pixel(175), above);
        QVERIFY(pixel(60) != above);
        chart.setStale(true);
        QVERIFY(pixel(175) != above);
    }
};

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
