#include "core/formats/theme.h"
#include "core/reading/read.h"
#include "core/reading/readtense.h"
#include "core/transcript/split.h"
#include "tests/examples.h"

#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// The reader against calls labelled by hand, where they are at hand; they are not part of the product.
class TestGold : public QObject
{
    Q_OBJECT

private:
    struct Tally
    {
        int given = 0;
        int right = 0;
        int wanted = 0;
        int found = 0;

        double precision() const { return given ? double(right) / given : 1; }
        double recall() const { return wanted ? double(found) / wanted : 1; }
        double f1() const { return 2 * precision() * recall() / (precision() + recall()); }
    };
    struct Scores
    {
        Tally quotes {};
        Tally figures {};
        Tally lines {};
        Tally tenses {};
    };

    static QString folder() { return QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/transcripts"); }

    /// A list of the labels; a copy, so that a loop neither detaches nor converts.
    static std::vector<QJsonValue> list(const QJsonValue& value)
    {
        const QJsonArray array = value.toArray();
        return {array.begin(), array.end()};
    }

    static QByteArray bytes(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Who speaks, from the names the labels know.
    static QHash<QString, SpeakerKind> voices(const QJsonObject& gold)
    {
        QHash<QString, SpeakerKind> known {{u"Operator"_s, SpeakerKind::Operator}};
        for (const QJsonValue& quote : list(gold[u"ai_quotes"]))
            known.insert(quote[u"speaker"].toString(), quote[u"speaker_type"] == u"analyst"_s
                                                           ? SpeakerKind::Analyst
                                                           : SpeakerKind::Management);
        for (const QJsonValue& question : list(gold[u"questions"]))
            known.insert(question[u"analyst"].toString(), SpeakerKind::Analyst);
        return known;
    }

    /// A plain cut: a line that is or begins with a known name, or a title alone, opens a turn.
    static std::vector<SaidSentence> cut(const QString& text, const QHash<QString, SpeakerKind>& known)
    {
        std::vector<SaidSentence> sentences;
        SpeakerKind voice = SpeakerKind::Management;
        int turn = 0;
        for (QString line : text.split(u'\n')) {
            line = line.trimmed();
            const qsizetype colon = line.indexOf(u": ");
            const QString label = colon > 0 ? line.first(colon) : line;
            if (known.contains(label)) {
                voice = known.value(label);
                ++turn;
                line = colon > 0 ? line.sliced(colon + 2) : QString();
            }
            const bool title =
                line.size() < 90
                && (line.contains(u"President") || line.contains(u"Chief") || line.contains(u"CEO"));
            if (title
                && voice == SpeakerKind::Operator) { // the name was left at the end of the paragraph before
                voice = SpeakerKind::Management;
                ++turn;
                continue;
            }
            for (const QString& sentence : sentencesOf(line))
                sentences.push_back({.text = sentence, .voice = voice, .turn = turn});
        }
        return sentences;
    }

    static bool same(const QString& one, const QString& other)
    {
        const QString a = one.simplified();
        const QString b = other.simplified();
        return a == b || (a.size() > 30 && b.contains(a)) || (b.size() > 30 && a.contains(b));
    }

    static bool sameFigure(const QJsonValue& wanted, const Quantification& said, const QString& text)
    {
        std::vector<double> values;
        for (const QJsonValue& value : list(wanted[u"value"]))
            values.push_back(value.toDouble());
        return wanted[u"unit"].toString() == said.unit && values == said.values
            && same(wanted[u"text"].toString(), text);
    }

    static void scoreQuotes(const std::vector<QJsonValue>& wanted, const std::vector<SaidSentence>& sentences,
                            const ThemeReading& reading, Tally& tally)
    {
        for (const ThemeQuote& quote : reading.quotes) {
            ++tally.given;
            tally.right += std::any_of(wanted.begin(), wanted.end(), [&](const QJsonValue& one) {
                return same(one[u"text"].toString(), sentences[quote.sentence].text);
            });
        }
        for (const QJsonValue& one : wanted) {
            if (one[u"ai"].toString() == u"context")
                continue;
            ++tally.wanted;
            tally.found +=
                std::any_of(reading.quotes.begin(), reading.quotes.end(), [&](const ThemeQuote& quote) {
                    return same(one[u"text"].toString(), sentences[quote.sentence].text);
                });
        }
    }

    static void scoreFigures(const std::vector<QJsonValue>& wanted,
                             const std::vector<SaidSentence>& sentences, const ThemeReading& reading,
                             Scores& scores)
    {
        std::vector<bool> used(reading.figures.size(), false);
        scores.figures.given += static_cast<int>(reading.figures.size());
        scores.figures.wanted += static_cast<int>(wanted.size());
        for (const QJsonValue& one : wanted)
            for (std::size_t i = 0; i < reading.figures.size(); ++i) {
                const ThemeFigure& figure = reading.figures[i];
                if (used[i] || !sameFigure(one, figure.said, sentences[figure.sentence].text))
                    continue;
                used[i] = true;
                ++scores.figures.found;
                ++scores.figures.right;
                ++scores.lines.wanted;
                scores.lines.found += one[u"line"].toString() == figure.said.line;
                ++scores.tenses.wanted;
                scores.tenses.found += one[u"tense"].toString() == tenseOf(figure.said.bucket);
                break;
            }
    }

private slots:
    void theLabelledCallsAreReadAsTheyWereLabelled()
    {
        const QStringList files = QDir(folder() + u"/gold"_s).entryList({u"*.json"_s}, QDir::Files);
        if (files.isEmpty())
            QSKIP("no labelled calls are at hand");
        const Theme theme = themeFromJson(fileNamed(u"themes/ai.json"_s)).value();
        Scores scores;
        for (const QString& name : files) {
            const QJsonObject gold = QJsonDocument::fromJson(bytes(folder() + u"/gold/"_s + name)).object();
            const QString text = QString::fromUtf8(bytes(folder() + u'/' + gold[u"file"].toString()));
            QVERIFY2(!text.isEmpty(), qPrintable(name));
            const auto sentences = cut(text, voices(gold));
            const ThemeReading reading =
                readTheme(sentences, theme, {.company = gold[u"company"].toString()});
            scoreQuotes(list(gold[u"ai_quotes"]), sentences, reading, scores.quotes);
            scoreFigures(list(gold[u"quantifications"]), sentences, reading, scores);
        }
        qInfo("quotes F1 %.3f, figures precision %.3f recall %.3f, line %.3f, tense %.3f", scores.quotes.f1(),
              scores.figures.precision(), scores.figures.recall(), scores.lines.recall(),
              scores.tenses.recall());
        QVERIFY(scores.quotes.f1() >= 0.95);
        QVERIFY(scores.figures.precision() >= 0.80);
        QVERIFY(scores.figures.recall() >= 0.85);
        QVERIFY(scores.lines.recall() >= 0.85);
        QVERIFY(scores.tenses.recall() >= 0.85);
    }
};

QTEST_APPLESS_MAIN(TestGold)
#include "tst_gold.moc"
