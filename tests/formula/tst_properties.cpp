#include "core/formula/columns.h"
#include "core/formula/parse.h"
#include "core/formula/sheetmodel.h"
#include "tests/formula/randomsheet.h"

#include <QtTest>

using namespace plumbline;
using namespace plumbline::tests;

namespace {

/// Before Qt Test reads it: the long run takes more than its five minutes on a busy machine.
const bool patient = ::setenv("QTEST_FUNCTION_TIMEOUT", "3600000", 1) == 0;

/// 500, or 50,000 where there is time for it.
int rounds()
{
    return patient && qEnvironmentVariableIsSet("PLUMBLINE_LONG") ? 50'000 : 500;
}

/// Columns of operands in every layout a program can read, of values that have every property but infinity.
class RandomColumns
{
public:
    RandomColumns(Seeded& random, std::size_t columns, std::size_t rows)
        : m_values(columns)
        , m_indexes(columns)
    {
        for (std::size_t k = 0; k < columns; ++k) {
            const bool positive = random.once(4); // so that whole blocks take one branch
            const std::size_t pool = rows + random.below(9);
            for (std::size_t i = 0; i < pool; ++i)
                m_values[k].push_back(positive ? std::abs(random.number()) + 1 : random.operand());
            Column column {.values = m_values[k].data(), .constant = random.once(4)};
            if (random.once(3)) {
                for (std::size_t i = 0; i < rows; ++i)
                    m_indexes[k].push_back(static_cast<std::uint32_t>(random.below(pool)));
                column.index = m_indexes[k].data();
            }
            all.push_back(column);
        }
    }

    std::vector<double> row(std::size_t i) const
    {
        std::vector<double> operands;
        for (const Column& column : all) {
            const std::size_t at = column.constant ? 0 : i;
            operands.push_back(column.values[column.index == nullptr ? at : column.index[at]]);
        }
        return operands;
    }

    std::vector<Column> all {};

private:
    std::vector<std::vector<double>> m_values;
    std::vector<std::vector<std::uint32_t>> m_indexes;
};

const QStringList& operandNames()
{
    static const QStringList names {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    return names;
}

Program compiled(const Expression& expression)
{
    return compile(expression, [&](std::size_t node) {
        return static_cast<std::uint16_t>(operandNames().indexOf(expression.nodes[node].text));
    });
}

/// Companies in columns beside the same companies as sheets.
struct Universe
{
    std::vector<RandomCompany> companies {};
    std::vector<QStringList> names {};
    std::vector<std::vector<Columns::Handle>> handles {};
    Columns columns {};

    explicit Universe(Seeded& random)
    {
        const RandomCompany first(random);
        for (std::size_t k = random.below(4) + 2; k > 0; --k) {
            RandomCompany company = first; // the same formulas, other figures
            for (const QString& leaf : company.leaves())
                if (!RandomCompany::shared().contains(leaf) && !random.once(4))
                    company.set(leaf, random.operand());
            if (random.once(3))
                company.rewrite(random, static_cast<int>(random.below(RandomCompany::formulas)));
            const Sheet sheet = company.sheet();
            QStringList all;
            for (const Cell& cell : sheet.cells())
                all.append(cell.name);
            handles.push_back(columns.add(sheet, all));
            names.push_back(all);
            companies.push_back(company);
        }
        columns.build();
        columns.evaluate();
    }

    Columns::Handle handleOf(std::size_t company, const QString& name) const
    {
        return handles[company][static_cast<std::size_t>(names[company].indexOf(name))];
    }

    /// The first figure that differs from its sheet's, or "".
    QString difference() const
    {
        for (std::size_t k = 0; k < companies.size(); ++k) {
            const Sheet sheet = companies[k].sheet();
            for (const QString& name : names[k]) {
                const double alone = sheet.cell(sheet.find(name)).value;
                const double together = columns.value(handleOf(k, name));
                if (!same(alone, together))
                    return u"company %1, %2: %3 alone, %4 in columns"_s.arg(k).arg(name).arg(alone).arg(
                        together);
            }
        }
        return {};
    }
};

} // namespace

class TestProperties : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPrintedReadsAsTheSameFormula()
    {
        Seeded random(1);
        const QStringList names {u"revenue"_s,
                                 u"claim.ai_run_rate.income_effect"_s,
                                 u"figure.2"_s,
                                 u"total(effect)"_s,
                                 u"total(a * (b - 1))"_s,
                                 u"revenue@FY2025"_s,
                                 u"eps@Q1FY2026"_s,
                                 u"x@prior"_s,
                                 u"x@TTM"_s};
        const QStringList literals {u"0"_s,       u"1,234,567.50"_s, u"25%"_s,    u"300bps"_s,
                                    u"$15B"_s,    u"€2.5M"_s,        u"CHF 5B"_s, u"$23.90/item"_s,
                                    u"1.56M h"_s, u"300M item"_s,    u"¥1T"_s,    u"0.125"_s};
        for (int round = 0; round < rounds(); ++round) {
            const QString text = random.formula(names, literals, 1 + round % 5);
            const auto formula = parse(text);
            QVERIFY2(formula, formula ? "" : qPrintable(text + u'\n' + formula.error().message));
            const QString printed = print(*formula);
            const auto again = parse(printed);
            QVERIFY2(again && *again == *formula, qPrintable(text + u'\n' + printed));
            QCOMPARE(print(*again), printed);
        }
    }

    void columnsGiveWhatEachRowGivesAlone()
    {
        Seeded random(2);
        int known = 0;
        for (int round = 0; round < rounds(); ++round) {
            const auto formula =
                parse(random.formula(operandNames(), RandomCompany::literals(), 1 + round % 5));
            QVERIFY(formula);
            Program program = compiled(*formula);
            if (random.once(3))
                program = guarded(compiled(*parseComparison(random.comparison(operandNames(), {u"0"_s}, 1))),
                                  program);

            const std::size_t rows = 1 + random.below(600); // one, two or three blocks
            const RandomColumns operands(random, program.operands, rows);
            std::vector<double> out(rows);
            runColumns(program, operands.all, out);
            for (std::size_t i = 0; i < rows; ++i) {
                const double alone = run(program, operands.row(i));
                QVERIFY(!std::isinf(alone));
                QVERIFY2(same(alone, out[i]), qPrintable(u"row %1 of %2: %3 alone, %4 in columns\n%5"_s.arg(i)
                                                             .arg(rows)
                                                             .arg(alone)
                                                             .arg(out[i])
                                                             .arg(print(*formula))));
                known += !std::isnan(alone);
            }
        }
        QVERIFY(known > rounds()); // not all of it was NaN
    }

    void aModelGivesWhatAChangedSheetGives()
    {
        Seeded random(3);
        int moved = 0;
        for (int round = 0; round < rounds(); ++round) {
            const RandomCompany company(random);
            const Sheet sheet = company.sheet();
            QMap<QString, double> changes;
            for (std::size_t k = random.below(3) + 1; k > 0; --k)
                changes.insert(random.oneOf(company.names()), random.operand());
            std::vector<Sheet::Id> inputs;
            for (auto change = changes.keyBegin(); change != changes.keyEnd(); ++change)
                inputs.push_back(sheet.find(*change));

            const QString name = random.oneOf(company.names() + QStringList {u"known"_s, u"total.effect"_s});
            const Sheet::Id output = sheet.find(name);
            const Sheet changed = company.sheet(changes);
            if (output == Sheet::none || changed.find(name) == Sheet::none)
                continue; // nobody asked for this total
            const SheetModel model(sheet, inputs, output);
            const QList<double> values = changes.values();
            const double expected = changed.cell(changed.find(name)).value;
            const double given = model(std::span(values.data(), static_cast<std::size_t>(values.size())));
            QVERIFY2(same(given, expected),
                     qPrintable(u"round %1, %2: %3, not %4"_s.arg(round).arg(name).arg(given).arg(expected)));

            bool reached = false;
            for (std::size_t k = 0; k < inputs.size(); ++k)
                reached = reached || model.reaches(k);
            QVERIFY2(reached || same(expected, sheet.cell(output).value),
                     qPrintable(name)); // out of reach: unmoved
            moved += !same(expected, sheet.cell(output).value);
        }
        QVERIFY(moved > rounds() / 20);
    }

    void companiesInColumnsAgreeWithTheirSheets()
    {
        Seeded random(4);
        for (int round = 0; round < rounds(); ++round) {
            Universe universe(random);
            QVERIFY2(universe.difference().isEmpty(), qPrintable(universe.difference()));
            const std::vector<RandomCompany> proposed = universe.companies;

            const std::size_t which = random.below(universe.companies.size());
            RandomCompany& company = universe.companies[which];
            const QString own = RandomCompany::claims().constFirst() + u".figure"_s;
            company.set(own, random.number());
            universe.columns.choose(universe.handleOf(which, own), company.leaf(own));
            QVERIFY2(universe.difference().isEmpty(), qPrintable(universe.difference()));

            const QString shared = random.oneOf(RandomCompany::shared());
            const double chosen = random.number();
            for (RandomCompany& each : universe.companies)
                each.set(shared, chosen);
            universe.columns.choose(*universe.columns.shared(u"global"_s, shared), chosen);
            QVERIFY2(universe.difference().isEmpty(), qPrintable(universe.difference()));

            universe.columns.reset(*universe.columns.shared(u"global"_s, shared));
            universe.columns.reset(universe.handleOf(which, own));
            universe.companies = proposed;
            QVERIFY2(universe.difference().isEmpty(), qPrintable(universe.difference()));
        }
    }

    void aSharedAssumptionMovesThousandsOfCompanies()
    {
        const auto companyOf = [](int number, double tax) {
            Sheet sheet;
            sheet.addLeaf(u"tax"_s, tax, {}, Display::Percent,
                          {.kind = Origin::Kind::Assumption, .scope = u"global"_s});
            sheet.addLeaf(u"income"_s, number % 7 - 3, {}, Display::Plain, {});
            sheet.addFormula(u"kept"_s, u"income * (1 - tax)"_s, {}, Display::Plain);
            sheet.addFormula(u"root"_s, u"if(kept < 0, 1 / (income + 2), kept^0.5)"_s, {}, Display::Plain);
            sheet.compile();
            return sheet;
        };
        constexpr int companies = 2500; // more than are computed one by one
        const std::vector<QString> wanted {u"root"_s, u"nobody"_s};
        Columns columns;
        std::vector<std::vector<Columns::Handle>> handles;
        handles.reserve(companies);
        for (int k = 0; k < companies; ++k)
            handles.push_back(columns.add(companyOf(k, 0.21), wanted));
        columns.build();
        columns.evaluate();
        const auto agree = [&](double tax) {
            for (int k = 0; k < companies; ++k) {
                const Sheet sheet = companyOf(k, tax);
                if (!same(columns.value(handles[std::size_t(k)][0]), sheet.cell(sheet.find(u"root"_s)).value))
                    return false;
            }
            return true;
        };
        QVERIFY(agree(0.21));
        columns.choose(*columns.shared(u"global"_s, u"tax"_s), 1.5);
        QVERIFY(agree(1.5));
        QVERIFY(!agree(0.21));
        columns.reset(*columns.shared(u"global"_s, u"tax"_s));
        QVERIFY(agree(0.21));
        QVERIFY(std::isnan(columns.value(handles[7][1]))); // no such figure: unknown, not another one's value
        QVERIFY(!columns.shared(u"global"_s, u"margin"_s));
    }
};

QTEST_APPLESS_MAIN(TestProperties)
#include "tst_properties.moc"
