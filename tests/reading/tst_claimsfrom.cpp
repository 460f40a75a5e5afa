#include "core/formats/theme.h"
#include "core/reading/claimkindof.h"
#include "core/reading/claimsfrom.h"
#include "core/uplift/claimkinds.h"
#include "tests/examples.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// What a call says in figures becomes claims an analyst can size.
class TestClaimsFrom : public QObject
{
    Q_OBJECT

private:
    static std::vector<Claim> claimsOf(const QString& text, const QString& call = u"Q1 FY2026"_s)
    {
        const Theme theme = themeFromJson(examples::fileNamed(u"themes/ai.json"_s)).value();
        const std::vector<SaidSentence> said {{text, u"Ann"_s, SpeakerKind::Management, 1, false}};
        return claimsFrom(readTheme(said, theme, {}).figures, call, ThemeMatcher(theme));
    }

private slots:
    void aRunRateIsHard()
    {
        const std::vector<Claim> claims = claimsOf(u"Our AI revenue run rate is over $15 billion."_s);
        QCOMPARE(claims.size(), std::size_t {1});
        const Claim& claim = claims.front();
        QCOMPARE(word(claim.kind), u"run_rate"_s);
        QCOMPARE(claim.figure()->quantity.value, 15e9);
        QCOMPARE(claim.figure()->quantity.bound, Bound::AtLeast);
        QCOMPARE(claim.figure()->quantity.unit, Unit::of(u"USD"));
        QCOMPARE(claim.evidence.front().text, u"Our AI revenue run rate is over $15 billion."_s);
        QVERIFY(isHardByRule(claim));
    }

    void kinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::newRow("commitment") << u"Customers signed AI commitments of $225 billion."_s
                                    << u"commitment"_s;
        QTest::newRow("backlog") << u"Our AI backlog is $244 billion."_s << u"backlog_total"_s;
        QTest::newRow("spend") << u"Capital expenditures for AI were $43 billion."_s << u"capex_spend"_s;
        QTest::newRow("saving") << u"AI savings were about $60 million a year in support."_s
                                << u"cost_saving"_s;
        QTest::newRow("growth") << u"Our AI revenue grew 90 percent."_s << u"growth_only"_s;
        QTest::newRow("technical") << u"Our AI chip is 40 percent faster."_s << u"technical"_s;
        QTest::newRow("money beside users")
            << u"AI users bring an annualized run rate of $3 billion."_s << u"run_rate"_s;
        QTest::newRow("money used") << u"Customers used AI credits worth $3 million."_s << u"count"_s;
        // Words of the table are words of the sentence, not letters within others.
        QTest::newRow("no arr in carry") << u"AI customers carry credits of $5 million."_s << u"count"_s;
        QTest::newRow("no rpo in purpose") << u"AI credits for this purpose are $5 million."_s << u"count"_s;
        QTest::newRow("no awards in towards")
            << u"AI partners put $5 million towards training."_s << u"count"_s;
        QTest::newRow("no signed in designed")
            << u"AI credits designed for schools are $5 million."_s << u"count"_s;
        QTest::newRow("arr") << u"Our AI ARR is $5 million."_s << u"run_rate"_s;
        QTest::newRow("forms of a word")
            << u"Our AI tools saved us costs of $5 million."_s << u"cost_saving"_s;
        QTest::newRow("once") << u"We had a one-time AI credit of $9 million."_s << u"one_off"_s;
    }
    void kinds()
    {
        QFETCH(QString, text);
        const std::vector<Claim> claims = claimsOf(text);
        QCOMPARE(claims.size(), std::size_t {1});
        QTEST(word(claims.front().kind), "kind");
    }

    void aShareIsAPlainNumber()
    {
        const std::vector<Claim> claims = claimsOf(u"Our AI chip is 30% to 40% faster."_s);
        QCOMPARE(claims.size(), std::size_t {1});
        const Quantity& quantity = claims.front().figure()->quantity;
        QCOMPARE(quantity.value, 0.35);
        QCOMPARE(quantity.low.value_or(0), 0.3);
        QCOMPARE(quantity.high.value_or(0), 0.4);
        QCOMPARE(quantity.display, Display::Percent);
    }

    void aBareMagnitudeClaimsNothing()
    {
        QVERIFY(claimsOf(u"With AI it can shop tens of millions of items."_s).empty());
        QCOMPARE(claimsOf(u"With AI it can shop 20 million items."_s).size(), std::size_t {1});
    }

    void aLaterCallReplacesTheFigure()
    {
        const std::vector<Claim> claims =
            withEarlier(claimsOf(u"Our AI backlog is $364 billion."_s),
                        claimsOf(u"Our AI backlog is $244 billion."_s, u"Q4 FY2025"_s));
        QCOMPARE(claims.size(), std::size_t {2});
        QCOMPARE(claims[0].supersedes, claims[1].id);
        QVERIFY(claims[0].id != claims[1].id);
        QCOMPARE(claims[1].kind, ClaimKind::Superseded);
    }

    /// What the figure is said of decides, not what else the sentence speaks of.
    void moneyThatIsNotTheThemesOwnIsSoft()
    {
        const std::vector<Claim> claims = claimsOf(
            u"Cloud is a $142 billion annualized run rate business, and AI brings customers to it."_s);
        QCOMPARE(claims.size(), std::size_t {1});
        QVERIFY(claims[0].softReason.contains(u"do not say"));
        QVERIFY(!isHardByRule(claims[0]));
    }

    void titlesAreWordsOfTheSentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::newRow("subject and verb") << u"Our AI infrastructure revenue was $4.1 billion this quarter."_s
                                          << u"AI infrastructure revenue: $4.1 billion"_s;
        QTest::newRow("behind the figure") << u"With AI we delivered 40,000 inspection robots this quarter."_s
                                           << u"Inspection robots: 40,000"_s;
        QTest::newRow("what is measured") << u"Our AI assistant is at an annualized run rate of $3 billion."_s
                                          << u"AI assistant run rate: $3 billion"_s;
    }
    void titlesAreWordsOfTheSentence()
    {
        QFETCH(QString, text);
        const std::vector<Claim> claims = claimsOf(text);
        QCOMPARE(claims.size(), std::size_t {1});
        QTEST(claims[0].title, "title");
    }

    /// The size of a fall is told like that of a rise; the title says which it is.
    void aFallIsNoGrowth()
    {
        const auto claims = claimsOf(u"AI licences were up 12%, while AI services revenue declined 4%."_s);
        QCOMPARE(claims.size(), std::size_t {2});
        QCOMPARE(claims[1].title, u"AI services revenue fall: 4%"_s);
    }

    /// An ellipsis speaks of what came before it.
    void upAndDownTakeTheSubjectBefore()
    {
        const std::vector<Claim> claims = claimsOf(u"AI revenue was $4.1 billion, up 66% from a year ago."_s);
        QCOMPARE(claims.size(), std::size_t {2});
        QCOMPARE(claims[0].title, u"AI revenue: $4.1 billion"_s);
        QCOMPARE(claims[1].title, u"AI revenue growth: 66%"_s);
    }
};

QTEST_APPLESS_MAIN(TestClaimsFrom)
#include "tst_claimsfrom.moc"
