#include "core/formats/theme.h"
#include "core/reading/read.h"
#include "core/reading/readtense.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// From sentences of a call to what it says about a theme. The companies are made up.
class TestRead : public QObject
{
    Q_OBJECT

private:
    const Theme m_ai = themeFromJson(fileNamed(u"themes/ai.json"_s)).value();
    const CallFrame m_frame {u"Larkfield Systems"_s, FiscalPeriod {2031, 2}};

    /// Sentences of one turn by management.
    static std::vector<SaidSentence> turn(const QStringList& texts,
                                          SpeakerKind voice = SpeakerKind::Management, int number = 1)
    {
        std::vector<SaidSentence> sentences;
        for (const QString& text : texts)
            sentences.push_back({.text = text, .speaker = u"Ines Okafor"_s, .voice = voice, .turn = number});
        return sentences;
    }
    ThemeReading read(const std::vector<SaidSentence>& sentences) const
    {
        return readTheme(sentences, m_ai, m_frame);
    }
    Quantification only(const QString& text) const
    {
        const ThemeReading reading = read(turn({text}));
        return reading.figures.size() == 1 ? reading.figures.front().said : Quantification {};
    }
    /// Enough talk of the topic that bare words count.
    static QStringList talk() { return {u"AI helps."_s, u"We like AI."_s, u"AI is early."_s}; }

private slots:
    void aQuoteIsOneSentenceAboutTheTheme()
    {
        const ThemeReading reading = read(turn({u"Good afternoon."_s, u"Our AI planner is live."_s,
                                                u"We buy from NVIDIA."_s, u"Costs fell."_s}));
        QCOMPARE(reading.quotes.size(), std::size_t(2));
        QCOMPARE(reading.quotes[0].sentence, std::size_t(1));
        QCOMPARE(reading.quotes[0].about, Aboutness::Explicit);
        QCOMPARE(reading.quotes[1].sentence, std::size_t(2));
        QCOMPARE(reading.quotes[1].about, Aboutness::Product);
    }

    void aBareWordCountsWhereTheCallSpeaksOfTheTopic()
    {
        QCOMPARE(read(turn({u"Inference is cheaper."_s})).quotes.size(), std::size_t(0));
        QCOMPARE(read(turn(talk() + QStringList {u"Inference is cheaper."_s})).quotes.size(), std::size_t(4));
        const QStringList agents {
            u"Our agents sell homes."_s}; // in a call that never says "agentic" they are people
        QCOMPARE(read(turn(talk() + agents)).quotes.size(), std::size_t(3));
        QCOMPARE(read(turn(talk() + agents + QStringList {u"Agentic work is next."_s})).quotes.size(),
                 std::size_t(5));
    }

    void namesOfCompaniesAndOperatorsAreNoQuotes()
    {
        QCOMPARE(read(turn({u"Welcome to the Brightwell AI earnings call."_s})).quotes.size(),
                 std::size_t(0));
        QCOMPARE(read(turn({u"The next question is about AI."_s}, SpeakerKind::Operator)).quotes.size(),
                 std::size_t(0));
        QCOMPARE(read(turn({u"What does AI do for you?"_s}, SpeakerKind::Analyst)).quotes.size(),
                 std::size_t(1));
    }

    void aFigureHasValueUnitAndHedge()
    {
        const Quantification said = only(u"Our AI revenue run rate is now over $2.4 billion."_s);
        QCOMPARE(said.values, std::vector<double> {2.4e9});
        QCOMPARE(said.unit, u"USD"_s);
        QCOMPARE(said.qualifier, u"at_least"_s);
        QCOMPARE(said.figureText, u"$2.4 billion"_s);
        QCOMPARE(said.line, u"topline"_s);
        QCOMPARE(said.bucket, u"current"_s);
        QCOMPARE(said.period, u"Q2 FY2031"_s);
        QVERIFY(said.metric.contains(u"AI revenue run rate"));
    }

    void linesAndTenses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("bucket");
        const auto row = [](const char* name, const char16_t* text, const char* line, const char* bucket) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromLatin1(line)
                                << QString::fromLatin1(bucket);
        };
        row("revenue grew", u"AI revenue grew 45% year-over-year.", "topline", "past");
        row("bookings to come", u"We expect AI bookings of $300 million next year.", "topline", "forward");
        row("cost of revenue", u"Cost of revenues with AI was $7 billion.", "bottomline", "past");
        row("growth of a business", u"Our AI services grew 57% year over year.", "topline", "past");
        row("growth of use", u"The number of AI users grew 57% year over year.", "none", "past");
        row("two lines", u"AI helped our margins while its revenue was $3 million.", "topline", "past");
        row("customers spend", u"Customer spend on AI grew 60% in Q2.", "topline", "past");
        row("applications being built",
            u"We have over 1,500 AI applications that are in the process of being built.", "none", "past");
        row("CapEx", u"Cash CapEx, mostly for AI, was $1.9 billion in Q2.", "bottomline", "past");
        row("margin to come", u"AI will cost us 50 basis points of gross margin.", "bottomline", "forward");
        row("a price", u"The AI plan costs non-members $7.99 a month, and members pay nothing.", "topline",
            "current");
        row("own work saved", u"With AI we saved 250,000 hours of manual work.", "bottomline", "past");
        row("customers' savings", u"Customers cut review time by 30% with our AI agents.", "none", "current");
        row("users", u"More than 3 million users have tried our AI assistant.", "none", "past");
        row("performance", u"Our AI chip is about 35% more price performant than others.", "none", "current");
        row("purchases", u"Shoppers who use the AI guide are 40% more likely to complete a purchase.",
            "topline", "current");
        row("on track", u"The AI business is on track to deliver over $4 billion in annualized sales.",
            "topline", "forward");
        row("units to come", u"We expect more than 2 million AI chips by year-end.", "none", "forward");
    }
    void linesAndTenses()
    {
        QFETCH(QString, text);
        const Quantification said = only(text);
        QVERIFY2(!said.values.empty(), qPrintable(text));
        QTEST(said.line, "line");
        QTEST(said.bucket, "bucket");
    }

    void periodsAreCountedFromTheCall_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("period");
        QTest::newRow("this year") << u"AI sales were $3 million this year."_s << u"FY2031"_s;
        QTest::newRow("year to date") << u"AI saved us $3 million year-to-date."_s << u"FY2031 to date"_s;
        QTest::newRow("next quarter")
            << u"We expect $3 million of AI sales next quarter."_s << u"Q3 FY2031"_s;
        QTest::newRow("last quarter") << u"AI sales were $3 million last quarter."_s << u"Q1 FY2031"_s;
        QTest::newRow("a quarter behind")
            << u"AI sales were $3 million in the fourth quarter."_s << u"Q4 FY2030"_s;
        QTest::newRow("a quarter ahead")
            << u"We expect AI sales of $3 million in the first quarter."_s << u"Q1 FY2032"_s;
        QTest::newRow("a rate") << u"AI writes 2 million lines of code per month."_s
                                << u"per month, Q2 FY2031"_s;
        QTest::newRow("nothing said") << u"AI sales were $3 million."_s << u"Q2 FY2031"_s;
    }
    void periodsAreCountedFromTheCall()
    {
        QFETCH(QString, text);
        QTEST(only(text).period, "period");
    }

    void aNeighbourOpensThePeriod()
    {
        const ThemeReading reading = read(
            turn({u"For the third quarter, we look at AI first."_s, u"We expect AI sales of $5 million."_s}));
        QCOMPARE(reading.figures.size(), std::size_t(1));
        QCOMPARE(reading.figures.front().said.period, u"Q3 FY2031"_s);
    }

    void whatRefersBackIsContext()
    {
        const ThemeReading reading =
            read(turn({u"We launched an AI clerk for contracts."_s, u"It has processed 40 million pages."_s,
                       u"Now turning to stores, it was $9 million."_s}));
        QCOMPARE(reading.quotes.size(), std::size_t(1));
        QCOMPARE(reading.figures.size(), std::size_t(1));
        QCOMPARE(reading.figures.front().about, Aboutness::Context);
        QCOMPARE(reading.figures.front().said.values, std::vector<double> {4e7});
    }

    void parallelFiguresAreOneEntry()
    {
        const Quantification growth =
            only(u"Our AI guide had users up 120% year-over-year, visits up 180% year-over-year."_s);
        QCOMPARE(growth.values, std::vector<double>({120, 180}));
        const Quantification chips = only(u"The AI cluster has 200,000 chips going to 300,000 soon."_s);
        QCOMPARE(chips.values, std::vector<double>({200000, 300000}));
        const ThemeReading two =
            read(turn({u"AI users get 70% plus time savings and realize 85% plus cost savings."_s}));
        QCOMPARE(two.figures.size(), std::size_t(2));
    }

    void whatClaimsNothingIsLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"AI is a matter of the next 10 to 15 years.", "We see 3 kinds of AI customers.",
              "Let's say AI saves 10% for everybody.", "AI is not a $5 billion business yet.",
              "AI won't be $5 billion soon.", "Nobody expected a $3 billion AI order.",
              "If AI saved 10%, we would say so.", "How often do you have AI at $5 billion?",
              "With AI in mind, net leverage was 2.8x.", "Our AI team meets on July 14 in room 12.",
              "We run AI on Form 10-K and the S&P 500."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void whatClaimsNothingIsLeftOut()
    {
        QFETCH(QString, text);
        const ThemeReading reading = read(turn({text}));
        QCOMPARE(reading.quotes.size(), std::size_t(1)); // it is about AI
        QCOMPARE(reading.figures.size(), std::size_t(0));
    }

    void whatIsNotOnlySoIsSo()
    {
        QCOMPARE(only(u"AI is not only used by 400 banks."_s).values, std::vector<double> {400});
        QCOMPARE(only(u"It isn't hype, AI saved us $5 million."_s).values, std::vector<double> {5e6});
    }

    void numbersOfAnalystsAreNotTheCompanys()
    {
        const QString text = u"AI could be worth $10 billion."_s;
        QCOMPARE(read(turn({text}, SpeakerKind::Analyst)).figures.size(), std::size_t(0));
        QCOMPARE(read(turn({text})).figures.size(), std::size_t(1));
    }

    void guidanceThatWasReachedIsPast()
    {
        QCOMPARE(only(u"AI sales of $80 million came in at the high end of our guidance."_s).bucket,
                 u"past"_s);
        QCOMPARE(only(u"We are forecasting AI sales of $80 million."_s).bucket, u"forward"_s);
        QCOMPARE(only(u"We reaffirmed the $80 million for AI sales."_s).bucket, u"forward"_s);
    }

    void aKeptCallIsReadTheSameWay()
    {
        Call call {.id = u"Q2 FY2031"_s, .whole = true};
        call.sentences = {
            {.id = 1, .turn = 1, .speaker = u"Operator"_s, .role = u"Operator"_s, .text = u"AI is next."_s},
            {.id = 2,
             .turn = 2,
             .speaker = u"Noor Lindqvist"_s,
             .role = u"Analyst"_s,
             .firm = u"Ashgrove"_s,
             .answers = true,
             .text = u"Is AI worth $3 billion?"_s},
            {.id = 3,
             .turn = 3,
             .speaker = u"Ines Okafor"_s,
             .role = u"CEO"_s,
             .answers = true,
             .text = u"AI revenue was $2 billion."_s}};
        const auto said = saidSentences(call);
        QCOMPARE(said.size(), std::size_t(3));
        QCOMPARE(said[1].voice, SpeakerKind::Analyst);
        const ThemeReading reading = read(said);
        QCOMPARE(reading.quotes.size(), std::size_t(2));
        QCOMPARE(reading.figures.size(), std::size_t(1));
        QCOMPARE(reading.figures.front().sentence, std::size_t(2));
    }

    void aTranscriptIsReadSentenceForSentence()
    {
        Transcript transcript {.company = u"Larkfield Systems"_s, .period = u"Q2 FY2031"_s};
        transcript.turns = {{.number = 1, .speaker = u"Operator"_s, .kind = SpeakerKind::Operator},
                            {.number = 2,
                             .speaker = u"Ines Okafor"_s,
                             .kind = SpeakerKind::Management,
                             .section = CallSection::Questions}};
        transcript.sentences = {{.number = 1, .turn = 1, .text = u"AI is next."_s},
                                {.number = 2, .turn = 2, .text = u"AI revenue was $2 billion."_s}};
        const auto said = saidSentences(transcript);
        QCOMPARE(said.size(), transcript.sentences.size());
        QVERIFY(said[1].answers);
        const ThemeReading reading = readTheme(transcript, m_ai);
        QCOMPARE(reading.quotes.size(), std::size_t(1));
        QCOMPARE(reading.quotes.front().sentence, std::size_t(1));
        QCOMPARE(reading.figures.size(), std::size_t(1));
        QCOMPARE(reading.figures.front().said.period, transcript.period);
        QCOMPARE(tenseOf(reading.figures.front().said.bucket), u"realized"_s);
    }

    void anotherThemeReadsAnotherStory()
    {
        const Theme tariffs = themeFromJson(fileNamed(u"themes/tariffs.json"_s)).value();
        const ThemeReading reading = readTheme(
            turn({u"AI grew 20%."_s, u"Tariffs cost us $40 million in the quarter."_s}), tariffs, m_frame);
        QCOMPARE(reading.quotes.size(), std::size_t(1));
        QCOMPARE(reading.figures.size(), std::size_t(1));
        QCOMPARE(reading.figures.front().said.values, std::vector<double> {4e7});
    }
};

QTEST_APPLESS_MAIN(TestRead)
#include "tst_read.moc"
