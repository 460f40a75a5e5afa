#include "core/uplift/sensitivity.h"

#include <QTest>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// One and two assumptions at a time, on the figures of Amazon's card: revenue counted once (billions), its
/// margin, and the item that reaches income directly.
class TestSensitivity : public QObject
{
    Q_OBJECT

private:
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    static constexpr double incomeGrowth = 17.07; // what analysts expect, billions
    static constexpr double income = 77.67;

    static std::vector<Input> card()
    {
        return {{.name = u"revenue"_s, .low = 20, .base = 30, .high = 40},
                {.name = u"margin"_s, .low = 0.19, .base = 0.25, .high = 0.28},
                {.name = u"item"_s, .low = 0, .base = 1, .high = 2.63}};
    }
    static double uplift(std::span<const double> x) { return x[0] * x[1] + x[2]; }
    static double halfTheItem(std::span<const double> x) { return x[0] * x[1] + 0.5 * x[2]; }
    static double withoutTheItem(std::span<const double> x) { return x[0] * x[1]; }

    static Input plain(double low, double base, double high, Input::Shape shape = Input::Shape::Pert)
    {
        return {.name = u"x"_s, .low = low, .base = base, .high = high, .shape = shape};
    }
    /// The break-even of f(x) with a single input.
    template<typename Function>
    static Result<double> solve(Function f, double target, double from, double to)
    {
        const std::vector<Input> one {plain(0, 0, 0)};
        return breakEven(
            one, [f](std::span<const double> x) { return f(x[0]); }, 0, target, from, to);
    }
    template<typename Function>
    static TornadoRow rowOf(const Input& input, Function f)
    {
        const std::vector<Input> one {input};
        return tornado(one, [f](std::span<const double> x) { return f(x[0]); })->rows.front();
    }
    static bool isNear(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

private slots:
    void eachAssumptionAloneMovesTheUplift()
    {
        const auto all = tornado(card(), uplift);
        QVERIFY(all.has_value());
        QCOMPARE(all->base, 8.5);
        QCOMPARE(all->rows.size(), 3U);
        const std::array<QString, 3> names {u"revenue"_s, u"margin"_s, u"item"_s}; // the widest swing first
        const double expected[3][4] = {{20, 40, 6.0, 11.0}, {0.19, 0.28, 6.7, 9.4}, {0, 2.63, 7.5, 10.13}};
        for (std::size_t i = 0; i < 3; ++i) {
            const TornadoRow& row = all->rows[i];
            QCOMPARE(row.name, names[i]);
            QCOMPARE(row.input, i);
            QCOMPARE(row.low, expected[i][0]);
            QCOMPARE(row.high, expected[i][1]);
            QCOMPARE(row.atLow, expected[i][2]);
            QCOMPARE(row.atHigh, expected[i][3]);
            QVERIFY(!row.nonMonotone);
        }
    }

    void theWidestSwingComesFirst()
    {
        std::vector<Input> inputs = card();
        std::reverse(inputs.begin(), inputs.end());
        const auto all = tornado(inputs, [](std::span<const double> x) { return x[2] * x[1] + x[0]; });
        QCOMPARE(all->rows[0].input, 2U);
        QCOMPARE(all->rows[1].input, 1U);
        QCOMPARE(all->rows[2].input, 0U);
    }

    void anUnknownEndIsKeptAndComesLast()
    {
        const auto all =
            tornado(card(), [](std::span<const double> x) { return x[0] > 35 ? unknown : uplift(x); });
        QCOMPARE(all->rows[2].name, u"revenue"_s);
        QCOMPARE(all->rows[2].atLow, 6.0);
        QVERIFY(std::isnan(all->rows[2].atHigh));
        QVERIFY(!all->rows[2].nonMonotone);
    }

    void theLowEndMayGiveTheHighFigure()
    {
        const TornadoRow row = rowOf(plain(1, 2, 4), [](double x) { return 1 / x; });
        QCOMPARE(row.atLow, 1.0);
        QCOMPARE(row.atHigh, 0.25);
        QCOMPARE(row.swing(), 0.75);
        QVERIFY(!row.nonMonotone);
    }

    void anInputThatTurnsIsMarked()
    {
        QVERIFY(rowOf(plain(0, 0.5, 1), [](double x) { return x * (1 - x); }).nonMonotone);
        QVERIFY(rowOf(plain(0, 0.03, 1), [](double x) {
                    return std::abs(x - 0.03);
                }).nonMonotone); // turns at base
        QVERIFY(!rowOf(plain(0, 0.5, 1), [](double x) {
                     return std::max(x, 0.4);
                 }).nonMonotone); // a floor does not turn
        QVERIFY(!rowOf(plain(0, 0.5, 1), [](double) { return 0.1 + 0.2; }).nonMonotone);
    }

    void sharesStayInsideTheirBounds()
    {
        Input share = plain(-0.2, 0.8, 1.4);
        share.lowerBound = 0;
        share.upperBound = 1;
        const TornadoRow row = rowOf(share, [](double x) { return 10 * x; });
        QCOMPARE(row.low, 0.0);
        QCOMPARE(row.high, 1.0);
        QCOMPARE(row.swing(), 10.0);
        QCOMPARE(meanOf(share), (0 + 4 * 0.8 + 1) / 6);
    }

    void aConstantDoesNotSwing()
    {
        const TornadoRow row = rowOf(plain(0, 3, 9, Input::Shape::Constant), [](double x) { return x; });
        QCOMPARE(row.low, 3.0);
        QCOMPARE(row.high, 3.0);
        QCOMPARE(row.swing(), 0.0);
    }

    void twoWayTableOfRevenueAndMargin()
    {
        const std::array<double, 5> revenue {20, 25, 30, 35, 40};
        const std::array<double, 4> margin {0.15, 0.20, 0.25, 0.30};
        const auto percent = [](std::span<const double> x) { return 100 * x[0] * x[1] / income; };
        const auto table = twoWay(card(), percent, 0, revenue, 1, margin);
        const double expected[5][4] = {{3.86, 5.15, 6.44, 7.72},
                                       {4.83, 6.44, 8.05, 9.66},
                                       {5.79, 7.72, 9.66, 11.59},
                                       {6.76, 9.01, 11.27, 13.52},
                                       {7.72, 10.30, 12.87, 15.45}};
        QVERIFY(table.has_value());
        for (std::size_t row = 0; row < 5; ++row) {
            for (std::size_t column = 0; column < 4; ++column)
                QVERIFY(isNear(table->at(row, column), expected[row][column], 0.005));
        }
        QCOMPARE(twoWay(card(), percent, 1, margin, 0, revenue)->at(3, 4), table->at(4, 3));
    }

    void aTableNeedsTwoInputs()
    {
        const std::array<double, 1> one {1};
        QCOMPARE(twoWay(card(), uplift, 1, one, 1, one).error().kind, Error::Kind::Invalid);
        QCOMPARE(twoWay(card(), uplift, 0, one, 3, one).error().kind, Error::Kind::Invalid);
    }

    void breakEvenOfTheCard()
    {
        const auto revenue = [](const Model& model) {
            return breakEven(card(), model, 0, incomeGrowth, 0, 200).value();
        };
        const auto margin = [](const Model& model) {
            return breakEven(card(), model, 1, incomeGrowth, 0, 1).value();
        };
        QVERIFY(isNear(revenue(withoutTheItem), 17.07 / 0.25, 1e-10));
        QVERIFY(isNear(revenue(withoutTheItem), 68.3, 0.05));
        QVERIFY(isNear(margin(withoutTheItem), 0.569, 1e-12));
        QVERIFY(isNear(revenue(halfTheItem), 66.3, 0.05));
        QVERIFY(isNear(margin(halfTheItem), 0.552, 0.0005));
    }

    void breakEvenHoldsToTwelveDigits()
    {
        QVERIFY(isNear(*solve([](double x) { return x * x * x; }, 2, 0, 10), std::cbrt(2.0), 2e-12));
        QVERIFY(isNear(*solve([](double x) { return -std::exp(x); }, -1e6, -5, 50), std::log(1e6), 2e-11));
        QCOMPARE(*solve([](double x) { return x; }, 0, -3, 8) + 1, 1.0); // no width is small beside zero
    }

    void theTargetMayLieAtAnEnd()
    {
        const auto line = [](double x) { return 2 * x; };
        QCOMPARE(*solve(line, 2, 1, 5), 1.0);
        QCOMPARE(*solve(line, 10, 1, 5), 5.0);
        QCOMPARE(*solve(line, 6, 3, 3), 3.0);
    }

    void noSolutionInTheRangeIsAnAnswer()
    {
        const auto beyond = breakEven(card(), uplift, 0, incomeGrowth, 20, 40);
        QCOMPARE(beyond.error().kind, Error::Kind::NotAvailable);
        QVERIFY(beyond.error().message.contains(u"revenue"_s));
        QCOMPARE(solve([](double x) { return x < 1 ? -1.0 : 1.0; }, 0, 0, 3).error().kind,
                 Error::Kind::NotAvailable); // jumps
        QCOMPARE(solve([](double x) { return 1 / (x - 1); }, 0, 0, 3).error().kind,
                 Error::Kind::NotAvailable);
    }

    void aFigureThatTurnsIsSearchedInside()
    {
        const auto hill = [](double x) { return x * (10 - x); };
        QVERIFY(isNear(*solve(hill, 9, 0, 10), 1, 1e-11)); // the first of two
        QCOMPARE(solve(hill, 26, 0, 10).error().kind, Error::Kind::NotAvailable);
    }

    void anUnknownFigureHasNoBreakEven()
    {
        QCOMPARE(solve([](double x) { return x > 4 ? unknown : x; }, 3, 0, 5).error().kind,
                 Error::Kind::Unknown);
        QCOMPARE(solve([](double x) { return x > 2 && x < 3 ? unknown : x; }, 2.4, 0, 5).error().kind,
                 Error::Kind::Unknown);
    }

    void aBreakEvenNeedsInputAndRange()
    {
        QCOMPARE(breakEven(card(), uplift, 3, 1, 0, 1).error().kind, Error::Kind::Invalid);
        QCOMPARE(breakEven(card(), uplift, 0, 1, 2, 1).error().kind, Error::Kind::Invalid);
        QCOMPARE(breakEven(card(), uplift, 0, unknown, 0, 1).error().kind, Error::Kind::Invalid);
    }

    void thresholdsOfEachInput()
    {
        const auto within = thresholds(card(), uplift, 9);
        QCOMPARE(within.size(), 3U);
        QVERIFY(isNear(*within[0], 32, 1e-10));
        QVERIFY(isNear(*within[1], 8.0 / 30, 1e-12));
        QVERIFY(isNear(*within[2], 1.5, 1e-11));
        QVERIFY(!thresholds(card(), uplift, incomeGrowth)[0]);
        QVERIFY(isNear(*thresholds(card(), uplift, incomeGrowth, 2)[0], 64.28, 1e-10)); // up to 80
        std::vector<Input> bounded = card();
        bounded[0].upperBound = 50;
        QVERIFY(!thresholds(bounded, uplift, incomeGrowth, 2)[0]);
    }

    void meanAndSpreadOfEachShape()
    {
        using Shape = Input::Shape;
        QCOMPARE(meanOf(plain(20, 30, 40)), 30.0);
        QCOMPARE(standardDeviationOf(plain(20, 30, 40)), 10 / std::sqrt(7.0));
        QCOMPARE(meanOf(plain(0.19, 0.25, 0.28)), 0.245);
        QCOMPARE(standardDeviationOf(plain(0.19, 0.25, 0.28)), std::sqrt(0.055 * 0.035 / 7));
        QCOMPARE(meanOf(plain(1, 2, 6, Shape::Triangular)), 3.0);
        QCOMPARE(standardDeviationOf(plain(1, 2, 6, Shape::Triangular)),
                 std::sqrt((1 + 4 + 36 - 2 - 6 - 12) / 18.0));
        QCOMPARE(meanOf(plain(1, 2, 6, Shape::Uniform)), 3.5);
        QCOMPARE(standardDeviationOf(plain(1, 2, 6, Shape::Uniform)), 5 / std::sqrt(12.0));
        QCOMPARE(meanOf(plain(1, 2, 6, Shape::Constant)), 2.0);
        QCOMPARE(standardDeviationOf(plain(1, 2, 6, Shape::Constant)), 0.0);
        for (const Shape shape : {Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::LogNormal}) {
            QCOMPARE(meanOf(plain(3, 3, 3, shape)), 3.0);
            QCOMPARE(standardDeviationOf(plain(3, 3, 3, shape)), 0.0);
        }
    }

    void crossedRangesAreRefused()
    {
        const auto refuses = [](const Input& input) {
            const auto checked = checkInputs(std::vector {input});
            return !checked && checked.error().kind == Error::Kind::Invalid
                && checked.error().message.contains(u'x');
        };
        QVERIFY(refuses(plain(2, 1, 3)));
        QVERIFY(refuses(plain(0, 4, 3)));
        QVERIFY(refuses(plain(unknown, 1, 2)));
        QVERIFY(refuses(plain(0, unknown, 2)));
        QVERIFY(refuses(plain(0, 1, std::numeric_limits<double>::infinity())));
        QVERIFY(refuses(plain(0, 1, 2, Input::Shape::LogNormal)));
        Input outside = plain(0, 1.1, 2);
        outside.upperBound = 1;
        QVERIFY(refuses(outside));
        QVERIFY(!refuses(plain(2, 1, 0, Input::Shape::Constant)));
        QVERIFY(!refuses(plain(1, 1, 1)));
        QCOMPARE(tornado(std::vector {plain(2, 1, 3)}, uplift).error().kind, Error::Kind::Invalid);
        QVERIFY(!thresholds(std::vector {plain(2, 1, 3)}, uplift, 0)[0]);
    }
};

QTEST_APPLESS_MAIN(TestSensitivity)
#include "tst_sensitivity.moc"
