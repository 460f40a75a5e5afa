#include "core/report/narratives.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// The paragraphs written by rule: together they say what the printed prose says in figures, and every figure follows.
class TestNarratives : public QObject
{
    Q_OBJECT

private:
    static Card asked(const QString& symbol, const std::vector<Setting>& settings = {})
    {
        const auto ranked =
            rankedCards(sampleWorkspace(), symbol, {.settings = settings}, QLocale::c()).value();
        return **plumbline::cardOf(ranked, symbol);
    }

    static QString all(const Card& card)
    {
        const Narratives& own = card.narratives;
        return QStringList {own.rationale, own.assumptions, own.topLine, own.bottomLine, own.consensus}.join(
            u'\n');
    }

private slots:
    // The figures of the printed card's prose that follow from facts and assumptions, paragraph by paragraph.
    void theProseSaysItsFigures_data()
    {
        QTest::addColumn<QString>("figure");
        const auto of = [](const char* paragraph, const QStringList& figures) {
            for (const QString& figure : figures)
                QTest::newRow(qPrintable(QString::fromLatin1(paragraph) + figure)) << figure;
        };
        of("rationale: ", {u"24 %"_s, u"28 %"_s, u">$15B"_s, u"$244.0B"_s, u"$364.0B"_s, u">$225B"_s,
                           u"5 people/65 days"_s, u"$43.2B"_s, u"$200.0B"_s, u"top 3"_s});
        of("assumptions: ",
           {u"tax 21 %"_s, u"= 25 %"_s, u"35 %"_s, u"10.83 %"_s, u"15 %"_s, u"(5 % to 30 %)"_s, u"$30.0B"_s,
            u"$2.63B"_s, u"$15.0B"_s, u"$20.0B"_s, u"$225.0B"_s, u"$364.0B"_s});
        of("top line: ", {u"14.92 %"_s, u"$107.0B"_s, u"2.09 %"_s, u"$716.9B"_s, u"2.79 %"_s, u"4.18 %"_s,
                          u"28.04 %"_s, u"49.18 %"_s, u"$100.0B"_s, u"13 %"_s});
        of("bottom line: ", {u"$7.5B"_s, u"9.66 %"_s, u"$77.67B"_s, u"300 bps"_s, u"$1.0B"_s, u"$8.0B"_s,
                             u"10.30 %"_s, u"46.87 %"_s, u"21.98 %"_s, u"27.9"_s, u"30-40%"_s});
        of("consensus: ", {u"$823.9B"_s, u"$94.74B"_s, u"$17.07B"_s, u"$7.17"_s, u"$8.79"_s, u"22.59 %"_s,
                           u"14 %"_s, u"(inline)"_s, u"priced in: medium"_s});
    }
    void theProseSaysItsFigures()
    {
        static const QString prose = all(asked(u"AMZN"_s));
        QFETCH(QString, figure);
        QVERIFY2(prose.contains(figure), qPrintable(prose));
    }

    void aSettingMovesTheWords()
    {
        const QString before = all(asked(u"AMZN"_s));
        const QString after = all(asked(u"AMZN"_s, {{u"margin.aws"_s, u"20%"_s}}));
        QVERIFY(before.contains(u"10.30 %") && !after.contains(u"10.30 %"));
        QVERIFY(after.contains(u"8.37 %") && !before.contains(u"8.37 %"));
        const QString counted = all(asked(u"AMZN"_s, {{u"claim.custom_silicon.counted_share"_s, u"25%"_s}}));
        QVERIFY(counted.contains(u"priced in: high"));
    }

    void everyCompanyHasAllParagraphsAndNoGaps()
    {
        const auto ranked = rankedCards(sampleWorkspace(), {}, {}, QLocale::c()).value();
        for (const Card& card : ranked) {
            for (const QString& text :
                 {card.narratives.rationale, card.narratives.assumptions, card.narratives.topLine,
                  card.narratives.bottomLine, card.narratives.consensus}) {
                QVERIFY2(text.size() > 60, qPrintable(text));
                for (const char16_t* gap : {u"{", u"}", u"nan", u"inf", u"%1", u"%2", u"  ", u"()", u" ."})
                    QVERIFY2(!text.contains(QStringView(gap)),
                             qPrintable(card.coverage.dossier.symbol + u": "_s + text));
            }
        }
    }

    void aNameInBracesBecomesItsFigure()
    {
        const Sheet sheet = examples::cardOf(amazonBase()).sheet;
        QCOMPARE(fill(sheet, u"Revenue is {base.revenue}, margin {base.net_margin_percent}."_s, QLocale::c()),
                 u"Revenue is $716.9B, margin 10.83 %."_s);
        QCOMPARE(fill(sheet, u"Debt is {total_debt}."_s, QLocale::c()),
                 u"Debt is unknown (not known: no source gave it)."_s);
        QCOMPARE(fill(sheet, u"{no.such.name} stays unknown."_s, QLocale::c()), u"unknown stays unknown."_s);
        QCOMPARE(fill(sheet, u"No braces."_s, QLocale::c()), u"No braces."_s);
    }
};

QTEST_APPLESS_MAIN(TestNarratives)
#include "tst_narratives.moc"
