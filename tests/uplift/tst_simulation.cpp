#include "core/uplift/sampler.h"
#include "core/uplift/simulation.h"

#include <QTest>

#include <numbers>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// The uplift as a distribution, on the figures of Amazon's card.
class TestSimulation : public QObject
{
    Q_OBJECT

private:
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    using Shape = Input::Shape;
    static constexpr std::array ranges {Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::LogNormal};

    static Input plain(double low, double base, double high, Shape shape = Shape::Pert)
    {
        return {.name = u"x"_s, .low = low, .base = base, .high = high, .shape = shape};
    }
    static std::vector<Input> card()
    {
        return {{.name = u"revenue"_s, .low = 20, .base = 30, .high = 40, .group = 0},
                {.name = u"margin"_s, .low = 0.19, .base = 0.25, .high = 0.28, .group = 0},
                {.name = u"item"_s, .low = 0, .base = 1, .high = 2.63, .group = 0}};
    }
    static double uplift(std::span<const double> x) { return x[0] * x[1] + x[2]; }
    static double first(std::span<const double> x) { return x[0]; }
    static double second(std::span<const double> x) { return x[1]; }
    static bool isNear(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }
    static CorrelationMatrix three(double a, double b, double c) { return {3, {1, a, b, a, 1, c, b, c, 1}}; }
    /// Spearman's correlation that a correlation of normal scores shows.
    static double ranked(double score) { return 6 / std::numbers::pi * std::asin(score / 2); }

private slots:
    void upliftOfTheCard_data()
    {
        QTest::addColumn<double>("rho");
        QTest::addColumn<QList<double>>("expected"); // mean, sd, 5 %, 95 %, chance above 8.0 and above 8.5
        QTest::newRow("apart") << 0.0 << QList<double> {8.46, 1.16, 6.6, 10.4, 0.64, 0.48};
        QTest::newRow("default") << 0.3 << QList<double> {8.47, 1.43, 6.2, 10.9, 0.61, 0.48};
        QTest::newRow("together") << 0.6 << QList<double> {8.49, 1.65, 5.9, 11.3, 0.60, 0.48};
    }
    void upliftOfTheCard()
    {
        QFETCH(const double, rho);
        QFETCH(const QList<double>, expected);
        const auto found = simulate(card(), uplift, {.count = 400'000, .rhoWithinGroup = rho});
        QVERIFY(isNear(found->mean, expected[0], 0.01));
        QVERIFY(isNear(found->standardDeviation, expected[1], 0.01));
        QVERIFY(isNear(found->p5, expected[2], 0.06)); // printed with one digit
        QVERIFY(isNear(found->p95, expected[3], 0.06));
        QVERIFY(isNear(found->probabilityAbove(8.0), expected[4], 0.01));
        QVERIFY(isNear(found->probabilityAbove(8.5), expected[5], 0.01));
    }

    void correlationWithinAGroupIsTheDefault()
    {
        const auto asIs = simulate(card(), uplift);
        QVERIFY(*asIs == *simulate(card(), uplift, {.rhoWithinGroup = 0.3}));
        std::vector<Input> apart = card();
        for (Input& input : apart)
            input.group = -1;
        QVERIFY(*simulate(apart, uplift) == *simulate(card(), uplift, {.rhoWithinGroup = 0}));
    }

    void theMeanLiesWithinThreeStandardErrors()
    {
        const double expected = 30 * 0.245 + 1.105; // the mean of a product of what moves apart
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto found = simulate(card(), uplift, {.seed = seed, .rhoWithinGroup = 0});
            QVERIFY(isNear(found->mean, expected, 3 * found->standardError));
            QVERIFY(isNear(found->standardError, found->standardDeviation / std::sqrt(20'000.0), 1e-15));
        }
    }

    void drawsFollowEachShape_data()
    {
        QTest::addColumn<Input>("input");
        QTest::newRow("PERT") << plain(0.19, 0.25, 0.28);
        QTest::newRow("PERT, mode at the end") << plain(0, 0, 5);
        QTest::newRow("triangular") << plain(1, 2, 6, Shape::Triangular);
        QTest::newRow("triangular, mode at the end") << plain(-4, 1, 1, Shape::Triangular);
        QTest::newRow("uniform") << plain(-3, 2, 4, Shape::Uniform);
        QTest::newRow("log-normal") << plain(50, 100, 220, Shape::LogNormal);
    }
    void drawsFollowEachShape()
    {
        QFETCH(const Input, input);
        const auto found = simulate(std::vector {input}, first, {.count = 100'000, .seed = 3});
        QVERIFY(isNear(found->mean, meanOf(input), 3 * found->standardError));
        QVERIFY(isNear(found->standardDeviation / standardDeviationOf(input), 1, 0.01));
        if (input.shape == Shape::LogNormal) {
            QVERIFY(isNear(found->p5, 50, 0.5));
            QVERIFY(isNear(found->p95, 220, 2.2));
        } else {
            QVERIFY(found->sorted.front() >= input.low && found->sorted.back() <= input.high);
        }
    }

    void theTableAgreesWithTheBetaDistribution()
    {
        for (const double mode : {0.0, 1e-9, 0.02, 0.25, 0.5, 2.0 / 3, 0.9, 1.0}) {
            const Sampler sampler(plain(0, mode, 1));
            const Beta left(1 + 4 * mode, 5 - 4 * mode);
            const Beta right(left.b, left.a);
            double before = 0;
            for (double z = -8.7; z < 8.7; z += 0.0137) {
                const double tail = std::erfc(std::abs(z) / std::numbers::sqrt2) / 2;
                const double expected = z < 0 ? left.quantile(tail) : 1 - right.quantile(tail);
                const double value = sampler(z);
                QVERIFY(isNear(value, expected, 1e-10));
                QVERIFY(value >= before - 1e-12);
                before = value;
            }
        }
    }

    void theBetaDistributionIsRight()
    {
        const auto polynomial = [](double x) { return x * x * (6 - 8 * x + 3 * x * x); }; // Beta(2, 3)
        for (double x = 0; x <= 1; x += 0.01)
            QVERIFY(isNear(Beta(2, 3).below(x), polynomial(x), 1e-14));
        QVERIFY(isNear(Beta(1, 5).below(1e-12), 5e-12 * (1 - 2e-12), 1e-26));
        QVERIFY(isNear(Beta(0.5, 0.5).below(0.3), 2 / std::numbers::pi * std::asin(std::sqrt(0.3)), 1e-14));
        for (const double p : {0.0, 1e-100, 1e-12, 0.1, 0.5, 0.9, 1.0}) {
            for (const auto& [a, b] : {std::pair {1.0, 5.0}, {5.0, 1.0}, {3.0, 3.0}, {0.5, 0.5}, {40.0, 2.0}})
                QVERIFY(isNear(Beta(a, b).below(Beta(a, b).quantile(p)), p, 1e-12 * p));
        }
    }

    void theCounterGivesTheKnownWords()
    {
        using Words = std::array<std::uint32_t, 4>; // the known answers its authors publish
        const std::uint32_t ones = 0xffffffff;
        QVERIFY(philox({}, {}) == (Words {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QVERIFY(philox({ones, ones, ones, ones}, {ones, ones})
                == (Words {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QVERIFY(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0})
                == (Words {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void anyNumberOfThreadsGivesTheSameBits()
    {
        const Model gaps = [](std::span<const double> x) { return x[1] > 0.27 ? unknown : uplift(x); };
        for (const std::int64_t count : {10, 255, 20'001}) {
            const auto one = simulate(card(), gaps, {.count = count, .seed = 7, .threads = 1});
            for (const unsigned threads : {2U, 3U, 8U, 0U})
                QVERIFY(*one == *simulate(card(), gaps, {.count = count, .seed = 7, .threads = threads}));
        }
    }

    void aDrawDependsOnSeedDrawAndInputOnly()
    {
        const std::vector<Input> one {plain(0, 1, 4)};
        const std::vector<Input> three {plain(0, 1, 4), plain(0, 1, 4), plain(0, 1, 4)};
        const auto few = simulate(one, first, {.count = 1000})->sorted;
        const auto many = simulate(one, first, {.count = 5000})->sorted;
        QVERIFY(std::includes(many.begin(), many.end(), few.begin(), few.end()));
        QVERIFY(simulate(three, first, {.count = 1000})->sorted == few);
        QVERIFY(simulate(three, second, {.count = 1000})->sorted != few);
        QVERIFY(simulate(one, first, {.count = 1000, .seed = 1ULL << 32})->sorted != few);
    }

    void aBatchModelGivesTheSame()
    {
        const BatchModel batch = [](std::span<const std::span<const double>> columns, std::span<double> out) {
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = columns[0][i] * columns[1][i] + columns[2][i];
        };
        QVERIFY(*simulate(card(), batch) == *simulate(card(), uplift));
    }

    void aRangeWithoutWidthIsAConstant()
    {
        for (const Shape shape : ranges) {
            const auto found = simulate(std::vector {plain(3, 3, 3, shape)}, first, {.count = 100});
            QVERIFY(found->sorted.front() == 3 && found->sorted.back() == 3);
            QVERIFY(found->mean == 3 && found->standardDeviation == 0 && found->drivers[0].share == 0);
        }
        QCOMPARE(simulate(std::vector {plain(0, 3, 9, Shape::Constant)}, first)->sorted.back(), 3.0);
    }

    void valuesStayInsideTheirBounds()
    {
        for (const Shape shape : ranges) {
            Input share = plain(0.5, 0.9, 1.5, shape);
            share.lowerBound = 0;
            share.upperBound = 1;
            const auto found = simulate(std::vector {share}, first);
            QVERIFY(found->sorted.front() >= 0 && found->sorted.back() <= 1);
        }
    }

    void unknownDrawsAreCounted()
    {
        const auto half =
            simulate(card(), [](std::span<const double> x) { return x[0] > 30 ? unknown : uplift(x); });
        QVERIFY(half->unknownDraws > 9'000 && half->unknownDraws < 11'000);
        QCOMPARE(std::int64_t(half->sorted.size()) + half->unknownDraws, half->draws);
        QVERIFY(std::isfinite(half->mean) && half->drivers[0].share > 0);
        const auto infinite =
            simulate(card(), [](std::span<const double> x) { return x[2] > 1 ? HUGE_VAL : x[2]; });
        QVERIFY(infinite->unknownDraws > 0 && infinite->sorted.back() <= 1);
        const auto none = simulate(card(), [](std::span<const double>) { return unknown; });
        QCOMPARE(none.error().kind, Error::Kind::Unknown);
    }

    void driversAreSharesOfTheSpread()
    {
        std::vector<Input> inputs = card();
        inputs.push_back({.name = u"idle"_s, .low = 1, .base = 2, .high = 3});
        inputs.push_back({.name = u"drag"_s, .low = 0, .base = 1, .high = 3});
        const auto found = simulate(inputs, [](std::span<const double> x) { return uplift(x) - x[4]; },
                                    {.rhoWithinGroup = 0});
        double sum = 0;
        for (const Driver& driver : found->drivers)
            sum += driver.share;
        QVERIFY(isNear(sum, 1, 1e-12));
        QCOMPARE(found->drivers[0].name, u"revenue"_s);
        QVERIFY(found->drivers[0].share > found->drivers[4].share
                && found->drivers[4].share > found->drivers[2].share);
        QVERIFY(found->drivers[3].share < 0.001);
        QVERIFY(found->drivers[4].rankCorrelation < -0.3);
    }

    void ranksOfTiesAreShared()
    {
        const std::vector<double> values {5, 1, 5, 5, 0};
        QCOMPARE(centredRanks(values, orderOf(values)), (std::vector<double> {1, -1, 1, 1, -2}));
    }

    void correlationsAreFollowed()
    {
        std::vector<Input> inputs = card();
        inputs[2].group = 1;
        const auto groups = simulate(inputs, first, {.count = 100'000, .rhoWithinGroup = 0.6});
        QVERIFY(isNear(groups->drivers[1].rankCorrelation, ranked(0.6), 0.01));
        QVERIFY(isNear(groups->drivers[2].rankCorrelation, 0, 0.01));
        const auto own = simulate(card(), first, {.count = 100'000, .correlation = three(0.5, -0.7, 0)});
        QVERIFY(isNear(own->drivers[1].rankCorrelation, ranked(0.5), 0.01));
        QVERIFY(isNear(own->drivers[2].rankCorrelation, ranked(-0.7), 0.01));
        QVERIFY(!groups->repaired && !own->repaired);
    }

    void impossibleCorrelationsAreRepairedAndSaid()
    {
        // Eigenvalues are 1.9, 1.9 and -0.8: without the last, every correlation is a half.
        const auto found = simulate(card(), second, {.count = 100'000, .correlation = three(0.9, 0.9, -0.9)});
        QVERIFY(found->repaired);
        QVERIFY(isNear(found->drivers[0].rankCorrelation, ranked(0.5), 0.01));
        QVERIFY(isNear(found->drivers[2].rankCorrelation, ranked(-0.5), 0.01));
        QVERIFY(simulate(card(), first, {.rhoWithinGroup = -0.9})->repaired); // three cannot all be opposed
        QVERIFY(!simulate(card(), first, {.rhoWithinGroup = -0.4})->repaired);
        QVERIFY(!simulate(card(), first, {.rhoWithinGroup = 1})->repaired);
        QVERIFY(simulate(card(), first, {.rhoWithinGroup = 1})->drivers[2].rankCorrelation > 0.999999);
    }

    void whatMakesNoSenseIsRefused()
    {
        const auto refuses = [](const std::vector<Input>& inputs, const Draws& draws) {
            const auto found = simulate(inputs, first, draws);
            return !found && found.error().kind == Error::Kind::Invalid
                && found.error().message.endsWith(u'.');
        };
        QVERIFY(refuses(card(), {.count = 0}));
        QVERIFY(refuses(card(), {.count = Draws::most + 1}));
        QVERIFY(refuses(card(), {.rhoWithinGroup = 1.1}));
        QVERIFY(refuses(card(), {.rhoWithinGroup = unknown}));
        QVERIFY(refuses(card(), {.correlation = CorrelationMatrix {2, {1, 0, 0, 1}}}));
        QVERIFY(refuses(card(), {.correlation = CorrelationMatrix {3, {1, 0.5, 0, 0.4, 1, 0, 0, 0, 1}}}));
        QVERIFY(refuses(card(), {.correlation = three(0, 0, 1.5)}));
        QVERIFY(refuses({plain(2, 1, 3)}, {}));
    }

    void readOutsOfAFewDraws()
    {
        Distribution few {.sorted = {1, 2, 3, 4, 5}};
        QCOMPARE(few.percentile(0), 1.0);
        QCOMPARE(few.percentile(0.5), 3.0);
        QCOMPARE(few.percentile(0.9), 4.6);
        QCOMPARE(few.percentile(1), 5.0);
        QCOMPARE(few.probabilityAbove(3), 0.4); // 3 itself is not above 3
        QCOMPARE(few.probabilityAbove(0), 1.0);
        QCOMPARE(few.probabilityAbove(5), 0.0);
        QCOMPARE(few.histogram(1, 5, 2), (std::vector<std::size_t> {2, 3}));
        QCOMPARE(few.histogram(2, 4, 2), (std::vector<std::size_t> {1, 2}));
        const auto single = simulate(card(), uplift, {.count = 1});
        QCOMPARE(single->p5, single->p95);
        QVERIFY(std::isnan(single->standardDeviation));
    }
};

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
