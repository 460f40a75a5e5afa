#include "core/formats/extract.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// Files as providers send them, and, where they are at hand, real calls in every layout.
class TestTranscripts : public QObject
{
    Q_OBJECT

private slots:
    void anApisReplyIsUnwrapped_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("one text") << QByteArray(
            R"([{"symbol": "NGSX", "content": "Operator: Good day.\nMara Ellison: It rose."}])");
        QTest::newRow("speakers") << QByteArray(
            R"({"speakers": [{"speaker": "Operator", "text": "Good day."}, {"speaker": "Mara Ellison", "text": "It rose."}]})");
        QTest::newRow("parts") << QByteArray(
            R"({"prepared_remarks": [{"speaker": "Operator", "speech": "Good day."}, {"speaker": "Mara Ellison", "speech": "It rose."}]})");
        QTest::newRow("token table") << QByteArray(
            "token|speaker|ts|endTs|punctuation|prepunctuation|case|tags\n"
            "Good|Operator||||||\nday|Operator|||.|||\n"
            "It|Mara Ellison||||||\nrose|Mara Ellison|||.|||\n");
    }

    void anApisReplyIsUnwrapped()
    {
        QFETCH(const QByteArray, file);
        const auto text = callText(file);
        QVERIFY(text);
        const QString words = QString::fromUtf8(*text).simplified().remove(u"spk"_s);
        QCOMPARE(words, u"Operator: Good day. Mara Ellison: It rose."_s);
    }

    void jsonWithoutACallIsRefused()
    {
        QVERIFY(!callText(R"({"weather": "fine"})"));
        QVERIFY(!callText(R"({"transcript": )"));
    }

    /// Every real call is read, sentence by sentence in order and in place, or refused in one sentence.
    void realCallsAreReadOrRefused()
    {
        const QDir folder(QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/transcripts"));
        QStringList names = folder.entryList({u"*_*.*"_s}, QDir::Files, QDir::Name);
        if (names.isEmpty())
            QSKIP("no real calls at hand");
        qsizetype read = 0;
        qsizetype asked = 0;
        for (const QString& name : std::as_const(names)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto text = callText(file.readAll());
            const auto transcript = text.and_then(readTranscript);
            if (!transcript) {
                qInfo("%-40s %s", qPrintable(name), qPrintable(transcript.error().message));
                QVERIFY(transcript.error().message.endsWith(u'.'));
                continue;
            }
            qsizetype spoken = 0;
            qsizetype last = 0;
            for (const SpokenSentence& one : transcript->sentences) {
                QVERIFY(one.place.first >= last && one.place.last > one.place.first);
                last = one.place.last;
                spoken += one.place.last - one.place.first;
            }
            const auto questions = questionsOf(*transcript).size();
            qInfo("%-40s %-18s %3zu turns %4zu sentences %2zu questions %3lld %% of the text",
                  qPrintable(name), qPrintable(word(transcript->layout)), transcript->turns.size(),
                  transcript->sentences.size(), questions,
                  static_cast<long long>(qsizetype {100} * spoken / QString::fromUtf8(*text).size()));
            ++read;
            asked += questions > 0;
        }
        QVERIFY(read * 10 >= names.size() * 9);
        QVERIFY(asked * 10 >= read * 9);
    }
};

QTEST_APPLESS_MAIN(TestTranscripts)
#include "tst_transcripts.moc"
