#include "core/desk/universe.h"
#include "core/formula/operations.h"
#include "tests/examples.h"

#include <QTest>

#include <bit>
#include <cmath>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// A ranking in columns beside the same ranking from whole cards: equal to the last bit after every change.
class TestUniverse : public QObject
{
    Q_OBJECT

private:
    static Ranking fromCards(const WorkspaceData& data, const DeskQuestion& question = {})
    {
        Ranking ranking;
        const std::vector<Card> cards = rankedCards(data, {}, question, QLocale::c()).value();
        for (const Card& card : cards)
            ranking.push_back(rankedCompany(card));
        return ranking;
    }

    static Card cardFor(const WorkspaceData& data, const QString& symbol, const DeskQuestion& question = {})
    {
        const std::vector<Card> cards = rankedCards(data, {}, question, QLocale::c()).value();
        return **cardOf(cards, symbol);
    }

    static Universe universeOf(const WorkspaceData& data, const DeskQuestion& question = {})
    {
        Universe universe;
        const std::vector<Card> cards = rankedCards(data, {}, question, QLocale::c()).value();
        for (const Card& card : cards)
            universe.add(card);
        universe.build();
        return universe;
    }

    /// The first difference, in words; empty where both are the same.
    static QString difference(const Ranking& columns, const Ranking& cards)
    {
        if (columns.size() != cards.size())
            return u"%1 companies beside %2"_s.arg(columns.size()).arg(cards.size());
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const RankedCompany& one = columns[i];
            const RankedCompany& other = cards[i];
            if (one.symbol != other.symbol || one.rank != other.rank || one.name != other.name
                || one.fictional != other.fictional || one.oldestInput != other.oldestInput)
                return u"place %1: %2 beside %3"_s.arg(i + 1).arg(one.symbol, other.symbol);
            for (std::size_t figure = 0; figure < rankedFigures; ++figure) {
                const bool bothUnknown = std::isnan(one.figures[figure]) && std::isnan(other.figures[figure]);
                if (!bothUnknown
                    && std::bit_cast<std::uint64_t>(one.figures[figure])
                           != std::bit_cast<std::uint64_t>(other.figures[figure]))
                    return u"%1 of %2: %3 beside %4"_s
                        .arg(nameOf(static_cast<RankedFigure>(figure)), one.symbol)
                        .arg(one.figures[figure], 0, 'g', 17)
                        .arg(other.figures[figure], 0, 'g', 17);
            }
        }
        return {};
    }

    static WorkspaceData with(WorkspaceData data, const QString& subject, const QString& field,
                              const QString& value)
    {
        data.decisions.choices.push_back(
            {.scenario = baseScenario, .subject = subject, .field = field, .value = value});
        return data;
    }

    /// Sixty companies with claims of several kinds, each with its own figures; every seventh makes a loss.
    static WorkspaceData madeUp()
    {
        WorkspaceData data = examples::sampleWorkspace();
        data.decisions.choices.clear();
        const std::vector<Coverage> sample = data.companies;
        data.companies.clear();
        for (int number = 0; number < 60; ++number) {
            Coverage coverage = sample[static_cast<std::size_t>(number) % sample.size()];
            const QString was = coverage.dossier.symbol;
            coverage.dossier.symbol = u"M%1"_s.arg(number, 2, 10, QChar(u'0'));
            for (Assumption& one : coverage.assumptions)
                one.subject.replace(u'/' + was, u'/' + coverage.dossier.symbol);
            for (Fact& fact : coverage.dossier.facts)
                if (fact.value && fact.name == u"base.net_income")
                    fact.value->value *= number % 7 == 3 ? -1 : 1 + 0.01 * number;
            data.companies.push_back(std::move(coverage));
        }
        return data;
    }

private slots:
    void ranksLikeCards_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("model");
        const WorkspaceData data = examples::sampleWorkspace();
        for (const Scenario& scenario : data.decisions.scenarios)
            for (const ScoringModel& model : data.scoringModels)
                QTest::addRow("%s, %s", qPrintable(scenario.name), qPrintable(model.id))
                    << scenario.name << model.id;
    }

    void ranksLikeCards()
    {
        QFETCH(QString, scenario);
        QFETCH(QString, model);
        const WorkspaceData data = examples::sampleWorkspace();
        const DeskQuestion question {.scenario = scenario, .scoringModel = model};
        QVERIFY(data.companies.size() >= 9);
        QCOMPARE(difference(*universeOf(data, question).ranking(), fromCards(data, question)), QString());
    }

    void followsAChangedInput()
    {
        const WorkspaceData data = examples::sampleWorkspace();
        Universe universe = universeOf(data);
        const Ranking before = *universe.ranking();
        for (const QString& margin : {u"20%"_s, u"25%"_s, u"31%"_s}) {
            const WorkspaceData changed = with(data, u"company/AMZN"_s, u"assumption/margin.aws"_s, margin);
            QVERIFY(universe.replace(cardFor(changed, u"AMZN"_s)));
            QCOMPARE(difference(*universe.ranking(), fromCards(changed)), QString());
        }
        QVERIFY(universe.replace(cardFor(data, u"AMZN"_s)));
        QCOMPARE(difference(*universe.ranking(), before), QString());
    }

    void followsAChangedFormula()
    {
        const WorkspaceData data = examples::sampleWorkspace();
        Universe universe = universeOf(data);
        const WorkspaceData formula =
            with(data, u"company/AMZN"_s, u"assumption/margin.aws"_s, u"base.net_income / base.revenue"_s);
        QVERIFY(universe.replace(cardFor(formula, u"AMZN"_s)));
        QCOMPARE(difference(*universe.ranking(), fromCards(formula)), QString());

        // it stands apart now, and still follows what everybody shares
        const WorkspaceData taxed = with(formula, u"global"_s, u"assumption/tax_rate"_s, u"30%"_s);
        QVERIFY(universe.choose(u"global"_s, u"tax_rate"_s, 0.3));
        QCOMPARE(difference(*universe.ranking(), fromCards(taxed)), QString());
    }

    /// Two claims that read one margin are not the same as two claims of which one has its own.
    void aClaimsOwnMarginIsAnotherStructure()
    {
        const WorkspaceData data = examples::sampleWorkspace();
        const auto amazon = std::find_if(data.companies.begin(), data.companies.end(),
                                         [](const Coverage& one) { return one.dossier.symbol == u"AMZN"; });
        QVERIFY(amazon != data.companies.end());
        Universe universe = universeOf(data);
        int changedSomething = 0;
        for (const Claim& claim : amazon->reading.claims) {
            const WorkspaceData changed =
                with(data, u"claim/AMZN/"_s + claim.id, u"assumption/margin.aws"_s, u"50%"_s);
            QVERIFY(universe.replace(cardFor(changed, u"AMZN"_s)));
            QCOMPARE(difference(*universe.ranking(), fromCards(changed)), QString());
            changedSomething += difference(fromCards(changed), fromCards(data)).isEmpty() ? 0 : 1;
        }
        QVERIFY(changedSomething > 0);
    }

    void everybodyFollowsAGlobalAssumption()
    {
        const WorkspaceData data = madeUp();
        Universe universe = universeOf(data);
        QCOMPARE(universe.companies(), std::size_t {60});
        QCOMPARE(difference(*universe.ranking(), fromCards(data)), QString());
        for (const auto& [name, text, value] :
             {std::tuple {u"tax_rate"_s, u"35%"_s, 0.35}, {u"tax_rate"_s, u"10%"_s, 0.10}}) {
            const WorkspaceData changed = with(data, u"global"_s, u"assumption/"_s + name, text);
            QVERIFY(universe.choose(u"global"_s, name, value));
            QCOMPARE(difference(*universe.ranking(), fromCards(changed)), QString());
            QVERIFY(!difference(*universe.ranking(), fromCards(data)).isEmpty());
        }
    }

    /// Edits one after another, each ranking held while the next is made, as a window does.
    void companiesThatPassEachOtherStandAsCardsDo()
    {
        WorkspaceData data = madeUp();
        Universe universe = universeOf(data);
        std::shared_ptr<const Ranking> shown;
        int moved = 0;
        for (int step = 0; step < 24; ++step) {
            const QString symbol = u"M%1"_s.arg(step * 17 % 60, 2, 10, QChar(u'0'));
            const QString score = QString::number(step * 7 % 11);
            data = with(data, u"company/"_s + symbol, u"assumption/enthusiasm.latest"_s, score);
            const auto before = universe.ranking();
            QVERIFY(universe.replace(cardFor(data, symbol)));
            shown = universe.ranking();
            QCOMPARE(difference(*shown, fromCards(data)), QString());
            const auto placeIn = [&](const Ranking& ranking) {
                return std::find_if(ranking.begin(), ranking.end(),
                                    [&](const RankedCompany& one) { return one.symbol == symbol; })
                    ->rank;
            };
            moved += placeIn(*before) == placeIn(*shown) ? 0 : 1;
        }
        QVERIFY(moved > 5);
    }

    void aRankingHandedOutNeverChanges()
    {
        const WorkspaceData data = madeUp();
        Universe universe = universeOf(data);
        const auto handedOut = universe.ranking();
        Ranking asItWas; // a copy
        asItWas.assign(handedOut->begin(), handedOut->end());
        for (const double rate : {0.1, 0.2, 0.3}) {
            QVERIFY(universe.choose(u"global"_s, u"tax_rate"_s, rate));
            QVERIFY(universe.ranking() != handedOut);
            QVERIFY(*universe.ranking() != asItWas);
        }
        QVERIFY(*handedOut == asItWas);
    }

    /// Unknown figures are like unknown figures: a card that says nothing new leaves the ranking as it is.
    void aCardThatSaysTheSameLeavesTheRankingAlone()
    {
        const WorkspaceData data = examples::sampleWorkspace();
        Universe universe = universeOf(data);
        const auto before = universe.ranking();
        int unknown = 0;
        for (const RankedCompany& row : *before) {
            unknown += std::any_of(row.figures.begin(), row.figures.end(),
                                   [](double figure) { return std::isnan(figure); });
            QVERIFY(universe.replace(cardFor(data, row.symbol)));
            QCOMPARE(universe.ranking(), before);
        }
        QVERIFY(unknown > 0);
    }

    void aCardMadeUnderAnotherTaxLeavesTheOthersAlone()
    {
        const WorkspaceData data = examples::sampleWorkspace();
        Universe universe = universeOf(data);
        const WorkspaceData taxed = with(data, u"global"_s, u"assumption/tax_rate"_s, u"40%"_s);
        QVERIFY(universe.replace(cardFor(taxed, u"AMZN"_s)));
        Ranking expected = fromCards(data);
        const Ranking other = fromCards(taxed);
        for (const RankedCompany& row : *universe.ranking()) {
            const Ranking& from = row.symbol == u"AMZN" ? other : expected;
            const auto same = std::find_if(
                from.begin(), from.end(), [&](const RankedCompany& one) { return one.symbol == row.symbol; });
            QCOMPARE(row.figure(RankedFigure::EpsUplift), same->figure(RankedFigure::EpsUplift));
        }
    }

    void whatNobodySharesCannotBeChosen()
    {
        Universe universe = universeOf(examples::sampleWorkspace());
        QVERIFY(!universe.choose(u"global"_s, u"margin.nowhere"_s, 0.1));
        QVERIFY(!universe.replace(examples::cardOf(examples::amazonBase())) || universe.contains(u"AMZN"_s));
        Coverage stranger = examples::amazonBase();
        stranger.dossier.symbol = u"XXXX"_s;
        QVERIFY(!universe.replace(examples::cardOf(stranger)));
    }
};

QTEST_GUILESS_MAIN(TestUniverse)
#include "tst_universe.moc"
