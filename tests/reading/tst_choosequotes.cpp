#include "core/formats/theme.h"
#include "core/reading/choosequotes.h"
#include "core/reading/read.h"
#include "tests/examples.h"

#include <QDir>
#include <QTest>

using namespace plumbline;

namespace {

Theme aiTheme()
{
    return themeFromJson(examples::fileNamed(QStringLiteral("themes/ai.json"))).value();
}

struct Read
{
    std::vector<SaidSentence> sentences {};
    QStringList titles {};
    std::vector<ChosenQuote> chosen {};
};

Read chosenOf(const Transcript& transcript, const Theme& theme)
{
    Read read;
    read.sentences = saidSentences(transcript);
    for (const SpokenSentence& sentence : transcript.sentences)
        read.titles += transcript.turnOf(sentence).title;
    read.chosen = chooseQuotes(read.sentences, read.titles, readTheme(transcript, theme));
    return read;
}

} // namespace

class tst_choosequotes : public QObject
{
    Q_OBJECT

private slots:
    void figuresOfChiefsStandFirst();
    void aThoughtIsJoined();
    void whatIsSaidTwiceIsQuotedOnce();
    void everySampleCallIsQuoted_data();
    void everySampleCallIsQuoted();
    void printedCall();
};

void tst_choosequotes::figuresOfChiefsStandFirst()
{
    const std::vector<SaidSentence> said {
        {QStringLiteral("We like AI and we like what our teams do with it every day."), QStringLiteral("Ann"),
         SpeakerKind::Management, 1, false},
        {QStringLiteral("Our AI revenue run rate is now over $15 billion and keeps growing."),
         QStringLiteral("Bo"), SpeakerKind::Management, 2, false},
        {QStringLiteral("How large is your AI revenue of $15 billion really going to be?"),
         QStringLiteral("Cy"), SpeakerKind::Analyst, 3, true}};
    const ThemeReading reading = readTheme(said, aiTheme(), {});
    const std::vector<ChosenQuote> chosen =
        chooseQuotes(said, {QString(), QStringLiteral("CFO"), QString()}, reading, 1);
    QCOMPARE(chosen.size(), std::size_t {1});
    QCOMPARE(chosen.front().first, std::size_t {1});
}

void tst_choosequotes::aThoughtIsJoined()
{
    const std::vector<SaidSentence> said {
        {QStringLiteral("Our AI backlog is $244 billion at the end of the year."), QStringLiteral("Bo"),
         SpeakerKind::Management, 1, false},
        {QStringLiteral("That's up 40% year over year."), QStringLiteral("Bo"), SpeakerKind::Management, 1,
         false},
        {QStringLiteral("That concludes what I have to say."), QStringLiteral("Di"), SpeakerKind::Management,
         2, false}};
    const std::vector<ChosenQuote> chosen = chooseQuotes(said, {}, readTheme(said, aiTheme(), {}));
    QCOMPARE(chosen.size(), std::size_t {1});
    QCOMPARE(textOf(chosen.front(), said),
             QStringLiteral(
                 "Our AI backlog is $244 billion at the end of the year. That's up 40% year over year."));
}

void tst_choosequotes::whatIsSaidTwiceIsQuotedOnce()
{
    const QString text = QStringLiteral("Our AI revenue run rate is now over $15 billion.");
    const std::vector<SaidSentence> said {
        {text, QStringLiteral("Bo"), SpeakerKind::Management, 1, false},
        {QStringLiteral("Again, our AI revenue run rate is now over $15 billion."), QStringLiteral("Ann"),
         SpeakerKind::Management, 2, true}};
    QCOMPARE(chooseQuotes(said, {}, readTheme(said, aiTheme(), {})).size(), std::size_t {1});
}

void tst_choosequotes::everySampleCallIsQuoted_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(examples::resources() + QStringLiteral("/sample/calls"));
    const QStringList names = folder.entryList({QStringLiteral("*.txt")});
    QVERIFY(names.size() >= 16);
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void tst_choosequotes::everySampleCallIsQuoted()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto transcript = readTranscript(file.readAll());
    QVERIFY(transcript.has_value());
    const Read read = chosenOf(*transcript, aiTheme());
    const ThemeReading reading = readTheme(*transcript, aiTheme());
    const bool said = std::any_of(reading.quotes.begin(), reading.quotes.end(), [&](const ThemeQuote& quote) {
        return read.sentences[quote.sentence].voice == SpeakerKind::Management;
    });
    QVERIFY(!said || !read.chosen.empty());
    QVERIFY(read.chosen.size() <= cardQuotes);
    for (const ChosenQuote& quote : read.chosen) {
        QVERIFY(quote.last - quote.first < 3);
        for (std::size_t i = quote.first; i <= quote.last; ++i) {
            QCOMPARE(read.sentences[i].turn, read.sentences[quote.first].turn);
            QVERIFY(read.sentences[i].voice != SpeakerKind::Operator);
            QVERIFY(read.sentences[i].voice != SpeakerKind::Analyst);
        }
    }
}

/// For eyes: PLUMBLINE_CALL=file prints what would stand on the card.
void tst_choosequotes::printedCall()
{
    QFile file(qEnvironmentVariable("PLUMBLINE_CALL"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("PLUMBLINE_CALL names no call to print.");
    const auto transcript = readTranscript(file.readAll());
    QVERIFY(transcript.has_value());
    const Read read = chosenOf(*transcript, aiTheme());
    for (const ChosenQuote& quote : read.chosen)
        qInfo().noquote() << quote.rank << textOf(quote, read.sentences);
}

QTEST_APPLESS_MAIN(tst_choosequotes)
#include "tst_choosequotes.moc"
