#include "core/formats/theme.h"
#include "core/reading/claimscope.h"
#include "tests/examples.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// Which figures of a call may be claims about the theme, and which are the company's or say nothing of their own.
class TestClaimScope : public QObject
{
    Q_OBJECT

private:
    static QStringList figures(const QStringList& said)
    {
        const Theme theme = themeFromJson(examples::fileNamed(u"themes/ai.json"_s)).value();
        std::vector<SaidSentence> call;
        for (const QString& text : said)
            call.push_back({text, u"Ines Okafor"_s, SpeakerKind::Management, 1, false});
        QStringList found;
        for (const ThemeFigure& figure : claimFigures(call, theme, {u"Larkfield Systems"_s, {}}))
            found += figure.said.figureText;
        return found;
    }

private slots:
    void around_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("wanted");
        const QString ai = u"Our AI planner runs in the terminals."_s;
        const QString other = u"The weather was fine in the terminals."_s;
        const QStringList four {u"4 percent"_s};
        QTest::newRow("what it brings")
            << ai << u"We measure 210,000 hours saved there."_s << QStringList {u"210,000 hours"_s};
        QTest::newRow("a noun said before")
            << ai << u"Across the twelve terminals, empty miles are down 4 percent."_s << four;
        QTest::newRow("of something else")
            << other << u"Across the twelve terminals, empty miles are down 4 percent."_s << QStringList {};
        QTest::newRow("turned away") << ai << u"Turning to the terminals, empty miles are down 4 percent."_s
                                     << QStringList {};
        QTest::newRow("announced") << u"Let me turn to our AI planner."_s
                                   << u"Subscriptions were up 90 percent."_s << QStringList {u"90 percent"_s};
        QTest::newRow("a total of the company")
            << ai << u"This saved us, and net income was $55 million."_s << QStringList {};
        QTest::newRow("a total beside the theme")
            << u"Good morning."_s << u"Headcount was 118,000, while AI helps us all."_s << QStringList {};
        QTest::newRow("growth with the theme as reason")
            << u"Good morning."_s << u"Consulting grew 7%, as clients deploy AI."_s << QStringList {};
        QTest::newRow("a part of a whole")
            << ai << u"It is live in 310 of our 410 stores."_s << QStringList {u"310"_s};
        QTest::newRow("a small part")
            << ai << u"It is live in 12 of our 41 terminals."_s << QStringList {u"12"_s};
        QTest::newRow("what it was") << ai << u"It saved $18 million, against $12 million."_s
                                     << QStringList {u"$18 million"_s};
        QTest::newRow("a share of another")
            << ai << u"It saved $18 million, and 30 percent of that falls in this year."_s
            << QStringList {u"$18 million"_s};
        QTest::newRow("a number in a name")
            << ai << u"Fennick 200 uses AI and saves 30 percent of the power."_s
            << QStringList {u"30 percent"_s};
    }
    void around()
    {
        QFETCH(QString, before);
        QFETCH(QString, text);
        QTEST(figures({before, text}), "wanted");
    }

    /// The backlog and capital spending of a company count on calls that speak much of the theme.
    void whatItIsPartOf()
    {
        const QString backlog = u"Our backlog was $5 billion."_s;
        QCOMPARE(figures({u"We use AI."_s, u"Good morning."_s, u"It rains."_s, u"So be it."_s, u"Well."_s,
                          backlog}),
                 QStringList {});
        QStringList call(8, u"We like AI."_s);
        call += {u"Good morning."_s, u"Rain again."_s, u"So be it."_s, u"Well."_s, backlog};
        QCOMPARE(figures(call), QStringList {u"$5 billion"_s});
    }
};

QTEST_APPLESS_MAIN(TestClaimScope)
#include "tst_claimscope.moc"
