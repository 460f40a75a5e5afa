#include "core/formats/xlsxformula.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// How figures are named and computed in a spreadsheet.
class TestXlsxFormula : public QObject
{
    Q_OBJECT

private slots:
    void everyFigureHasALegalNameOfItsOwn()
    {
        Sheet sheet;
        for (const QString& name : {u"margin.aws"_s, u"margin_aws"_s, u"MARGIN.aws"_s, u"q1"_s, u"r1c1"_s,
                                    u"c"_s, u"true"_s, u"7up"_s, u"revenue@FY2025"_s, u"grün"_s, u"fy2026"_s})
            sheet.addLeaf(name, 1, {}, Display::Plain, {});
        const std::vector<QString> expected {
            u"margin_aws"_s, u"margin_aws_2"_s, u"MARGIN_aws_3"_s,   u"q1_"_s,  u"r1c1_"_s,  u"c_"_s,
            u"true_"_s,      u"_7up"_s,         u"revenue_FY2025"_s, u"gr_n"_s, u"fy2026_"_s};
        QCOMPARE(spreadsheetNames(sheet), expected);
    }

    void formulasMeanTheSameThere_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::newRow("sums and products") << u"a - (b - a) * 25%"_s << u"a-(b-a)*0.25"_s;
        QTest::newRow("quotients") << u"a / (b / a)"_s << u"a/(b/a)"_s;
        QTest::newRow("a sign binds weaker here") << u"-a^2"_s << u"(-(a^2))"_s;
        QTest::newRow("powers run from the right") << u"a^b^2"_s << u"(a^(b^2))"_s;
        QTest::newRow("a share of nothing") << u"percent_of(a, b - a)"_s << u"IF(b-a>0,a/(b-a),NA())"_s;
        QTest::newRow("growth from nothing") << u"growth(a, b)"_s << u"IF(a>0,b/a-1,NA())"_s;
        QTest::newRow("limits") << u"clamp(a, 0, max(b, 1))"_s
                                << u"IF(0<=MAX(b,1),MIN(MAX(a,0),MAX(b,1)),NA())"_s;
        QTest::newRow("choices") << u"if(a <> b, ln(a), abs(b))"_s << u"IF(a<>b,LN(a),ABS(b))"_s;
    }

    void formulasMeanTheSameThere()
    {
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        Sheet sheet;
        sheet.addLeaf(u"a"_s, 2, {}, Display::Plain, {});
        sheet.addLeaf(u"b"_s, 3, {}, Display::Plain, {});
        const Sheet::Id id = sheet.addFormula(u"out"_s, ours, {}, Display::Plain);
        sheet.compile();
        QVERIFY2(!sheet.cell(id).error, "the formula can be read");
        QCOMPARE(spreadsheetFormula(sheet.cell(id), {u"a"_s, u"b"_s, u"out"_s}), QStringList {theirs});
    }

    void anUnknownIsNoNumber()
    {
        Sheet sheet;
        const Sheet::Id id = sheet.addUnknown(u"a"_s, {}, Display::Plain, u"nobody said"_s);
        sheet.compile();
        QCOMPARE(spreadsheetFormula(sheet.cell(id), {u"a"_s}), QStringList {u"NA()"_s});
    }

    void quotesInAConstantEndNothing()
    {
        QCOMPARE(spreadsheetText(u"say \"no\"\n & go"_s), u"\"say \"\"no\"\" & go\""_s);
        QVERIFY(spreadsheetText(QString(9000, u'w')).size() <= 257);
    }
};

QTEST_GUILESS_MAIN(TestXlsxFormula)
#include "tst_xlsxformula.moc"
