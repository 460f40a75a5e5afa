#include "core/desk/callfiles.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// Transcripts as they are published, one of each kind beside the project: every file gives its turns and sentences, or the
/// refusal it deserves. tests/desk/realfiles.txt says what is expected of each; PLUMBLINE_WRITE_TABLE=file writes it anew.
class TestRealFiles : public QObject
{
    Q_OBJECT

private:
    static QString folder() { return QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/transcripts"); }

    static qsizetype lettersIn(const QString& text)
    {
        return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    }

    /// "FILE<tab>LAYOUT<tab>TURNS<tab>SENTENCES<tab>QUESTIONS TURNS<tab>% of the file's letters that are speech", or
    /// "FILE<tab>refused<tab>why".
    static QString lineFor(const QString& name)
    {
        const QString path = folder() + u'/' + name;
        const auto read = callFileFrom({path, {}});
        if (!read)
            return QStringList {name, u"refused"_s, read.error().message}.join(u'\t');
        const Transcript& call = read->transcript;
        qsizetype speech = 0;
        for (const SpokenSentence& one : call.sentences)
            speech += lettersIn(one.text);
        QFile file(path);
        const bool text = file.open(QIODevice::ReadOnly) && !name.endsWith(u".pdf")
                       && !name.endsWith(u".json") && !name.endsWith(u".nlp");
        const qsizetype all = text ? lettersIn(QString::fromUtf8(file.readAll())) : 0;
        const auto asked = std::count_if(call.turns.begin(), call.turns.end(),
                                         [](const Turn& turn) { return turn.kind == SpeakerKind::Analyst; });
        return QStringList {name,
                            word(call.layout),
                            QString::number(call.turns.size()),
                            QString::number(call.sentences.size()),
                            QString::number(asked),
                            all == 0 ? u"-"_s : QString::number(100 * speech / all)}
            .join(u'\t');
    }

private slots:
    void initTestCase()
    {
        if (!QDir(folder()).exists())
            QSKIP("The transcripts beside the project are not here.");
    }

    void asExpected()
    {
        QFile table(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/desk/realfiles.txt"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QStringList expected = QString::fromUtf8(table.readAll()).split(u'\n', Qt::SkipEmptyParts);
        expected.removeIf([](const QString& line) { return line.startsWith(u'#'); });
        QVERIFY(expected.size() >= 65);
        for (const QString& line : std::as_const(expected))
            QCOMPARE(lineFor(line.section(u'\t', 0, 0)), line);
    }

    void writtenAnew()
    {
        QFile table(qEnvironmentVariable("PLUMBLINE_WRITE_TABLE"));
        if (!table.open(QIODevice::WriteOnly))
            QSKIP("PLUMBLINE_WRITE_TABLE names no file.");
        const QStringList names = QDir(folder()).entryList(QDir::Files, QDir::Name);
        for (const QString& name : names)
            if (name != u"README.md" && name != u"MANIFEST.csv")
                table.write(lineFor(name).toUtf8() + '\n');
    }
};

QTEST_APPLESS_MAIN(TestRealFiles)
#include "tst_realfiles.moc"
