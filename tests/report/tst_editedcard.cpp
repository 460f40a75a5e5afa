#include "core/report/card.h"
#include "tests/examples.h"

#include <QTest>

#include <bit>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// A card made after an edit, like the one before it, is the card that is made from nothing: to the last bit.
class TestEditedCard : public QObject
{
    Q_OBJECT

private:
    static Card made(const Coverage& coverage, const std::vector<Choice>& choices,
                     const Sheet* like = nullptr)
    {
        Decisions decisions;
        decisions.choices = choices;
        return makeCard(coverage, defaults(), decisions, baseScenario, scoringModel(u"v1"_s), QLocale::c(),
                        like);
    }

    /// The first cell that differs, in words; empty where the sheets are the same.
    static QString difference(const Sheet& a, const Sheet& b)
    {
        if (a.cells().size() != b.cells().size())
            return u"%1 cells beside %2"_s.arg(a.cells().size()).arg(b.cells().size());
        for (std::size_t i = 0; i < a.cells().size(); ++i) {
            const Cell& one = a.cells()[i];
            const Cell& other = b.cells()[i];
            const bool sameValue =
                (std::isnan(one.value) && std::isnan(other.value))
                || std::bit_cast<std::uint64_t>(one.value) == std::bit_cast<std::uint64_t>(other.value);
            if (one.name != other.name || one.kind != other.kind || !sameValue || one.unit != other.unit
                || one.reason != other.reason || one.error != other.error || one.origin != other.origin
                || one.operands != other.operands || one.nodeCells != other.nodeCells)
                return u"%1: %2 beside %3"_s.arg(one.name).arg(one.value).arg(other.value);
            if (a.find(one.name) != b.find(one.name))
                return one.name + u" is found elsewhere"_s;
        }
        return a.order() == b.order() ? QString() : u"the order"_s;
    }

private slots:
    void everyEditOfTheSample_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("another number") << u"11%"_s;
        QTest::newRow("in a unit that is not its own") << u"$1"_s;
        QTest::newRow("a formula in its place") << u"tax_rate / 2"_s;
        QTest::newRow("a formula nobody can read") << u"tax_rate /"_s;
    }

    void everyEditOfTheSample()
    {
        QFETCH(QString, value);
        int edits = 0;
        const std::vector<Coverage> companies = sampleWorkspace().companies;
        for (const Coverage& company : companies) {
            const Card before = made(company, {});
            for (const Assumption& one : company.assumptions) {
                const std::vector<Choice> choices {
                    {.subject = one.subject, .field = u"assumption/"_s + one.name, .value = value}};
                const Card anew = made(company, choices);
                const Card like = made(company, choices, &before.sheet);
                QCOMPARE(difference(like.sheet, anew.sheet), QString());
                QCOMPARE(like.narratives.rationale, anew.narratives.rationale);
                const Card back = made(company, {}, &like.sheet);
                QCOMPARE(difference(back.sheet, before.sheet), QString());
                ++edits;
            }
        }
        QVERIFY2(edits > 50, qPrintable(QString::number(edits)));
    }

    /// A sheet that nothing like it was written before is read anew.
    void anotherCompany()
    {
        const std::vector<Coverage> companies = sampleWorkspace().companies;
        const Card first = made(companies[0], {});
        QCOMPARE(difference(made(companies[1], {}, &first.sheet).sheet, made(companies[1], {}).sheet),
                 QString());
    }

    /// What was read is shared, not read again.
    void nothingIsReadAgain()
    {
        const Coverage amazon = sampleWorkspace().companies.front();
        const Card before = made(amazon, {});
        const Card after = made(amazon,
                                {{.subject = amazon.assumptions.front().subject,
                                  .field = u"assumption/"_s + amazon.assumptions.front().name,
                                  .value = u"11%"_s}},
                                &before.sheet);
        const Sheet::Id total = before.sheet.find(u"aggregate.eps_uplift_percent"_s);
        QVERIFY(before.sheet.cell(total).expression != nullptr);
        QCOMPARE(after.sheet.cell(total).expression, before.sheet.cell(total).expression);
    }
};

QTEST_APPLESS_MAIN(TestEditedCard)
#include "tst_editedcard.moc"
