#include "core/formula/explain.h"
#include "core/formula/parse.h"
#include "tests/formula/amazon.h"
#include "tests/formula/byhand.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace plumbline;
using namespace plumbline::tests;

namespace {

const Unit plain {};

/// "" where a figure shows its value rounded to the digits it prints, else what is wrong.
QString fault(const ShownFigure& shown)
{
    const auto read = readBack(shown.text);
    if (!read)
        return u"cannot read “%1”"_s.arg(shown.text);
    const bool rounded = std::abs(read->value - shown.value) <= read->half * (1 + 1e-9);
    return rounded ? QString() : u"“%1” for %2"_s.arg(shown.text).arg(shown.value, 0, 'g', 17);
}

QString fault(const Explanation& explanation)
{
    qsizetype from = 0;
    for (const ShownFigure& shown : explanation.shown) {
        if (QString wrong = fault(shown); !wrong.isEmpty())
            return wrong;
        from = explanation.line.indexOf(shown.text, from); // every figure stands in the line, in this order
        if (from < 0)
            return u"“%1” is not where it belongs in “%2”"_s.arg(shown.text, explanation.line);
        from += shown.text.size();
    }
    return {};
}

/// Computes a trace once more from its leaves and the formulas it states, by nothing else.
double fromItsLeaves(const TraceNode& node)
{
    if (node.formula.isEmpty())
        return node.value;
    const auto formula = parse(node.formula);
    if (!formula)
        return std::numeric_limits<double>::infinity(); // differs from every figure
    std::vector<double> operands;
    const Program program = compile(*formula, [&](std::size_t i) {
        const Node& name = formula->nodes[i];
        const QString path = name.period.isEmpty() ? name.text : name.text + u'@' + name.period;
        const auto input = std::find_if(node.inputs.begin(), node.inputs.end(),
                                        [&](const TraceNode& one) { return one.path == path; });
        operands.push_back(input == node.inputs.end() ? std::numeric_limits<double>::infinity()
                                                      : fromItsLeaves(*input));
        return static_cast<std::uint16_t>(operands.size() - 1);
    });
    return run(program, operands);
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

    const QLocale m_english {QLocale::English, QLocale::UnitedStates};

    QString lineOf(const QString& formula, const QHash<QString, double>& figures)
    {
        Sheet sheet;
        for (auto figure = figures.begin(); figure != figures.end(); ++figure)
            sheet.addLeaf(figure.key(), figure.value(), plain, Display::Plain, {});
        const Sheet::Id answer = sheet.addFormula(u"answer"_s, formula, plain, Display::Plain);
        sheet.compile();
        return explain(sheet, answer, m_english).line;
    }

private slots:
    void aChainIsOneLineOfArithmetic()
    {
        Sheet sheet = amazon();
        said(sheet, u"c"_s, 225e9);
        const auto effect =
            claimFormula(sheet, u"c"_s, u"revenue_effect"_s, u"figure * recognised.trainium"_s);
        const auto share = claimFormula(sheet, u"c"_s, u"revenue_percent"_s,
                                        u"percent_of(revenue_effect, revenue)"_s, plain, Display::Percent);
        sheet.compile();
        const Explanation chain = explainChain(sheet, {effect, share}, m_english);
        QCOMPARE(chain.line, u"$225.0B × 15 % recognised in FY2026 = $33.75B ÷ $716.9B revenue = 4.71 %"_s);
        QCOMPARE(fault(chain), QString());
        QCOMPARE(chain.shown.size(), std::size_t(5));
        QCOMPARE(explain(sheet, share, m_english).line, u"$33.75B ÷ $716.9B revenue = 4.71 %"_s);
        QCOMPARE(explain(sheet, sheet.find(u"base.revenue"_s), m_english).line, u"$716.9B"_s);
    }

    void aChainGoesOnOnlyWhereTheNextLineBeginsWithIt_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("first * 3") << u"2 + 3 = 5 × 3 = 15"_s;
        QTest::newRow("growth(a, first)") << u"2 + 3 = 5 ÷ 2 − 1 = 1.5"_s;
        QTest::newRow("first") << u"2 + 3 = 5"_s;
        QTest::newRow("10 - first") << u"2 + 3 = 5; 10 − 5 = 5"_s;
        QTest::newRow("(first + 1) * 3") << u"2 + 3 = 5; (5 + 1) × 3 = 18"_s;
        QTest::newRow("if(first > 1, a, 0)") << u"2 + 3 = 5; 2"_s;
        QTest::newRow("a * 2") << u"2 + 3 = 5; 2 × 2 = 4"_s;
        QTest::newRow("first^2") << u"2 + 3 = 5; 5^2 = 25"_s;
        QTest::newRow("-first") << u"2 + 3 = 5; −5"_s;
    }

    void aChainGoesOnOnlyWhereTheNextLineBeginsWithIt()
    {
        Sheet sheet;
        sheet.addLeaf(u"a"_s, 2, plain, Display::Plain, {});
        const auto first = sheet.addFormula(u"first"_s, u"a + 3"_s, plain, Display::Plain);
        const auto next =
            sheet.addFormula(u"next"_s, QString::fromLatin1(QTest::currentDataTag()), plain, Display::Plain);
        sheet.compile();
        QTEST(explainChain(sheet, {first, next}, m_english).line, "line");
    }

    void theLineIsTheArithmetic_data()
    {
        QTest::addColumn<QString>("formula");
        for (const char* formula : {"a + b * c",
                                    "(a + b) * c",
                                    "a - (b - c)",
                                    "a / (b / c)",
                                    "a / percent_of(b, c)",
                                    "1 - growth(a, b)",
                                    "growth(a, b) * 2",
                                    "percent_of(a, b)^2",
                                    "growth(a + b, c)^-a",
                                    "percent_of(a, percent_of(b, c))",
                                    "growth(growth(a, b), growth(b, c))",
                                    "-(a + b) * c",
                                    "2^3^a",
                                    "(2^3)^a",
                                    "d^2 - -d",
                                    "-d^2",
                                    "a * -d",
                                    "if(a < b, a + b, c) * if(a > b, 1, b - a)",
                                    "(if(a = a, b - a, 0))^2",
                                    "1,234.5 * a"})
            QTest::newRow(formula) << QString::fromLatin1(formula);
    }

    void theLineIsTheArithmetic()
    {
        QFETCH(QString, formula);
        const QString line = lineOf(formula, {{u"a"_s, 2}, {u"b"_s, 5}, {u"c"_s, 8}, {u"d"_s, -4}});
        const QStringList sides = line.split(u" = "_s);
        QCOMPARE(sides.size(), 2);
        const auto answer = readBack(sides[1]);
        QVERIFY2(answer, qPrintable(line));
        QVERIFY2(std::abs(ByHand(sides[0]).sum() - answer->value) <= answer->half * (1 + 1e-9),
                 qPrintable(line));
    }

    void ifShowsTheBranchTaken()
    {
        const QString formula = u"if(a < b, a * 2, b * 3) + 1"_s;
        QCOMPARE(lineOf(formula, {{u"a"_s, 4}, {u"b"_s, 5}}), u"4 × 2 + 1 = 9"_s);
        QCOMPARE(lineOf(formula, {{u"a"_s, 6}, {u"b"_s, 5}}), u"5 × 3 + 1 = 16"_s);
    }

    void anUnknownIsItsReason()
    {
        Sheet sheet = amazon();
        sheet.addUnknown(u"margin.eu"_s, plain, Display::Percent, u"the margin is not disclosed"_s);
        const auto income = sheet.addFormula(u"income"_s, u"revenue * margin.eu"_s, usd(), Display::Plain);
        sheet.compile();
        QVERIFY(explain(sheet, income, m_english).line.endsWith(u": the margin is not disclosed"_s));
        QCOMPARE(shownValue(sheet.cell(income), m_english), u"the margin is not disclosed"_s);
        QCOMPARE(trace(sheet, income, m_english).reason, u"the margin is not disclosed"_s);
        QCOMPARE(trace(sheet, income, m_english).shown, QString());
    }

    void everyShownFigureIsItsValueRounded()
    {
        std::mt19937_64 random(11);
        std::uniform_real_distribution<double> mantissa(-10, 10);
        const std::vector<std::pair<Unit, Display>> kinds {{usd(), Display::Plain},
                                                           {Unit::of(u"EUR"), Display::Plain},
                                                           {usd() / Unit::of(u"share"), Display::Plain},
                                                           {Unit::of(u"CHF"), Display::Plain},
                                                           {Unit::of(u"item"), Display::Plain},
                                                           {Unit::of(u"h"), Display::Plain},
                                                           {plain, Display::Percent},
                                                           {plain, Display::Points},
                                                           {plain, Display::BasisPoints},
                                                           {plain, Display::Years},
                                                           {plain, Display::Times},
                                                           {plain, Display::Count},
                                                           {plain, Display::Plain}};
        for (int round = 0; round < 3000; ++round) {
            const auto& [unit, display] = kinds[random() % kinds.size()];
            const int top = unit.isPlain() ? 4 : 13;
            const double value =
                mantissa(random) * std::pow(10.0, static_cast<double>(random() % unsigned(top)) - 1);
            Sheet sheet;
            sheet.addLeaf(u"leaf"_s, value, unit, display, {});
            const auto answer = sheet.addFormula(u"answer"_s, u"leaf * 25% + leaf / 7"_s, unit, display);
            sheet.compile();
            const Explanation explanation = explain(sheet, answer, m_english);
            QCOMPARE(explanation.shown.size(), std::size_t(5));
            QVERIFY2(fault(explanation).isEmpty(),
                     qPrintable(fault(explanation) + u" in "_s + explanation.line));
        }
    }

    void aTraceLeadsToItsLeavesAndBack()
    {
        Sheet sheet = amazon();
        for (const auto& [claim, figure, share] :
             {std::tuple {u"a"_s, 5e9, 1.0}, {u"b"_s, 4e9, 0.75}, {u"c"_s, 90e9, 0.0}}) {
            said(sheet, claim, figure);
            claimFormula(sheet, claim, u"income_effect"_s, u"figure * if(margin.aws > 0, margin.aws, 1)"_s);
            counted(sheet, claim, share);
        }
        const auto eps = sheet.addFormula(
            u"eps"_s, u"total(income_effect) / shares + total(figure * 2) / (base.shares * 3)"_s,
            usd() / Unit::of(u"share"), Display::Plain);
        sheet.compile();
        QVERIFY(sheet.value(eps));
        const TraceNode root = trace(sheet, eps, m_english);
        QCOMPARE(root.formula,
                 u"total.income_effect / base.shares + total.expression_2 / (base.shares * 3)"_s);
        QCOMPARE(fromItsLeaves(root), *sheet.value(eps));

        QSet<QString> leaves;
        const std::function<void(const TraceNode&)> visit = [&](const TraceNode& node) {
            if (node.formula.isEmpty()) {
                leaves.insert(node.path);
                QVERIFY2(node.inputs.empty() && !node.shown.isEmpty(), qPrintable(node.path));
            }
            QCOMPARE(node.value, *sheet.value(node.path));
            for (const TraceNode& input : node.inputs)
                visit(input);
        };
        visit(root);
        for (const QString& leaf :
             {u"claim.a.figure"_s, u"claim.b.counted_share"_s, u"margin.aws"_s, u"base.shares"_s})
            QVERIFY2(leaves.contains(leaf), qPrintable(leaf));
        QCOMPARE(trace(sheet, sheet.find(u"claim.a.figure"_s), m_english).origin.citation.sentence, 12);
        QCOMPARE(trace(sheet, sheet.find(u"base.shares"_s), m_english).origin.source.provider, u"FMP"_s);
    }
};

QTEST_APPLESS_MAIN(TestExplain)
#include "tst_explain.moc"
