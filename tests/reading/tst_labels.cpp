#include "core/formats/wordlists.h"
#include "core/reading/language.h"
#include "core/reading/readtense.h"
#include "core/reading/wordmatcher.h"
#include "core/transcript/split.h"
#include "tests/examples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// The measures of language against answers and sentences that people labelled, where those are at hand; they are no part
/// of the product. What is measured here stands in core/reading/README.md.
class TestLabels : public QObject
{
    Q_OBJECT

private:
    using Row = QHash<QString, QString>;

    static QString folder() { return QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/transcripts/labels/"); }

    /// Rows of a table by the names in its first line; fields may be quoted and run over lines.
    static std::vector<Row> rowsOf(const QString& name)
    {
        QFile file(folder() + name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(file.readAll());
        std::vector<QStringList> lines(1);
        QString field;
        bool quoted = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (c == u'"' && quoted && i + 1 < text.size() && text[i + 1] == u'"')
                field += text[++i];
            else if (c == u'"')
                quoted = !quoted;
            else if (quoted || (c != u',' && c != u'\n' && c != u'\r'))
                field += c;
            else if (c != u'\r')
                lines.back().append(std::exchange(field, QString()));
            if (c == u'\n' && !quoted)
                lines.emplace_back();
        }
        std::vector<Row> rows;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            Row row;
            for (qsizetype at = 0; at < std::min(lines[i].size(), lines[0].size()); ++at)
                row.insert(lines[0][at], lines[i][at]);
            if (row.size() == lines[0].size())
                rows.push_back(std::move(row));
        }
        return rows;
    }

    static std::vector<Row> answers()
    {
        QFile file(folder() + u"../../language-labels/subjective-qa.json"_s);
        std::vector<Row> rows;
        if (!file.open(QIODevice::ReadOnly))
            return rows;
        const QJsonArray list = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue& one : std::vector<QJsonValue>(list.begin(), list.end())) {
            Row row;
            for (const QString& key : {u"QUESTION"_s, u"ANSWER"_s, u"CLEAR"_s, u"CAUTIOUS"_s, u"OPTIMISTIC"_s,
                                       u"SPECIFIC"_s, u"RELEVANT"_s})
                row.insert(key, one[key].toVariant().toString());
            rows.push_back(std::move(row));
        }
        return rows;
    }

    /// The area under the ROC curve: how often a positive lies above a negative; 0.5 is chance.
    static double area(const std::vector<std::pair<double, bool>>& scored)
    {
        double above = 0;
        double pairs = 0;
        for (const auto& [one, positive] : scored)
            for (const auto& [other, alsoPositive] : scored) {
                if (!positive || alsoPositive)
                    continue;
                above += one > other ? 1 : one == other ? 0.5 : 0;
                pairs += 1;
            }
        return above / pairs;
    }

    struct Tally
    {
        int right = 0;
        int given = 0;
        int wanted = 0;

        double f1() const { return 2.0 * right / (given + wanted); }
    };

    /// The area of a measure of answers for one label's `high` against `low`.
    double areaOf(const std::vector<Row>& rows, const QString& label, const QStringList& low,
                  const QStringList& high, const std::function<double(const Row&)>& measure) const
    {
        std::vector<std::pair<double, bool>> scored;
        for (const Row& row : rows)
            if (low.contains(row[label]) || high.contains(row[label]))
                scored.emplace_back(measure(row), high.contains(row[label]));
        return area(scored);
    }

    LanguageCounts countsOfText(const QString& text) const
    {
        LanguageCounts counts;
        for (const QString& sentence : sentencesOf(text.simplified()))
            counts += countsOf(sentence, m_matcher);
        return counts;
    }

    /// One question and its answer as a call of their own.
    SectionLanguage asked(const QString& question, const QString& answer) const
    {
        std::vector<SaidSentence> said;
        for (const QString& one : sentencesOf(question.simplified()))
            said.push_back({one, u"A"_s, SpeakerKind::Analyst, 1, true});
        said.push_back(
            {u"And what about that, would you say so right now?"_s, u"A"_s, SpeakerKind::Analyst, 1, true});
        for (const QString& one : sentencesOf(answer.simplified()))
            said.push_back({one, u"B"_s, SpeakerKind::Management, 2, true});
        return languageOf(said, m_lists).answers;
    }

    /// A claim with a number: one of its figures is looked forward to.
    static bool isClaim(const QString& sentence)
    {
        const auto figures = spokenFigures(sentence);
        return std::any_of(figures.begin(), figures.end(), [&](const SpokenFigure& figure) {
            return bucketOf(sentence, figure) == u"forward";
        });
    }

    static Tally claimsIn(const std::vector<Row>& rows)
    {
        Tally tally;
        for (const Row& row : rows) {
            const bool wanted = row[u"label"_s] == u"1";
            const bool given = isClaim(row[u"text"_s]);
            tally.right += wanted && given ? 1 : 0;
            tally.given += given ? 1 : 0;
            tally.wanted += wanted ? 1 : 0;
        }
        return tally;
    }

    /// Direct 0, intermediate 1, fully evasive 2: a non-answer is evasive; of the others those that take up less than a tenth
    /// of the question are in between.
    static std::size_t evasion(const LanguageCounts& counts)
    {
        if (counts.nonAnswers > 0)
            return 2;
        return rawMeasure(LanguageMeasure::Directness, counts) < 0.1 ? 1 : 0;
    }

private slots:
    void initTestCase()
    {
        if (!QFile::exists(folder() + u"subjectiveqa_dev.csv"_s))
            QSKIP("no labelled answers are at hand");
    }

    void claimsWithNumbers()
    {
        for (const auto& [name, least] : {std::pair(u"numclaim_earningscall_train.csv"_s, 0.78),
                                          std::pair(u"numclaim_analystreport_train.csv"_s, 0.74)}) {
            const std::vector<Row> rows = rowsOf(name);
            QVERIFY(rows.size() > 300);
            const Tally tally = claimsIn(rows);
            qInfo("%s: %zu sentences, F1 %.3f, precision %.3f, recall %.3f", qPrintable(name), rows.size(),
                  tally.f1(), double(tally.right) / tally.given, double(tally.right) / tally.wanted);
            QVERIFY(tally.f1() > least);
        }
    }

    void qualitiesOfAnswers()
    {
        const std::vector<Row> rows = answers();
        QVERIFY(rows.size() > 60);
        const auto show = [&](const char* what, const QString& label, const QStringList& low,
                              const QStringList& high, const std::function<double(const Row&)>& measure) {
            const double value = areaOf(rows, label, low, high, measure);
            qInfo("%s by %s: %.2f", qPrintable(label), what, value);
            return value;
        };
        const auto counts = [&](const Row& row) { return countsOfText(row[u"ANSWER"_s]); };
        const auto exchange = [&](const Row& row) {
            return asked(row[u"QUESTION"_s], row[u"ANSWER"_s]).counts;
        };
        const QStringList no {u"0"_s};
        const QStringList yes {u"2"_s};
        const double tone = show("tone", u"OPTIMISTIC"_s, no, yes, [&](const Row& row) {
            const LanguageCounts c = counts(row);
            return double(c.positive - c.negative) / std::max(c.positive + c.negative, 1);
        });
        const double figures =
            show("figures", u"SPECIFIC"_s, no, yes, [&](const Row& row) { return counts(row).figures; });
        show("all numbers", u"SPECIFIC"_s, no, yes,
             [&](const Row& row) { return double(spokenFigures(row[u"ANSWER"_s]).size()); });
        show("figures per word", u"SPECIFIC"_s, no, yes,
             [&](const Row& row) { return rawMeasure(LanguageMeasure::Specificity, counts(row)); });
        show("length alone", u"SPECIFIC"_s, no, yes, [&](const Row& row) { return counts(row).words; });
        show("hedging", u"CAUTIOUS"_s, no, yes,
             [&](const Row& row) { return rawMeasure(LanguageMeasure::Hedging, counts(row)); });
        show("not non-answers", u"CLEAR"_s, {u"0"_s, u"1"_s}, yes,
             [&](const Row& row) { return -exchange(row).nonAnswers; });
        show("directness", u"RELEVANT"_s, {u"0"_s, u"1"_s}, yes, [&](const Row& row) {
            return measured(LanguageMeasure::Directness, exchange(row)).value_or(0);
        });
        // the others rest on a handful of answers and lie where chance does: shown, not held
        QVERIFY(tone > 0.58);
        QVERIFY(figures > 0.5);
    }

    void evasiveAnswers()
    {
        const std::vector<Row> rows = rowsOf(u"evasionbench_modellabels_sample.csv"_s);
        QCOMPARE(rows.size(), std::size_t(150));
        const QString label = u"eva4b_label"_s;
        QHash<QString, LanguageCounts> counts;
        for (const Row& row : rows)
            counts.insert(row[u"uid"_s], asked(row[u"question"_s], row[u"answer"_s]).counts);
        const auto show = [&](const char* what, const std::function<double(const LanguageCounts&)>& measure) {
            const double value = areaOf(rows, label, {u"direct"_s}, {u"fully_evasive"_s},
                                        [&](const Row& row) { return measure(counts[row[u"uid"_s]]); });
            qInfo("fully evasive against direct, by %s: %.3f", what, value);
            return value;
        };
        const double patterns = show("non-answers", [](const LanguageCounts& one) { return one.nonAnswers; });
        show("lack of directness",
             [](const LanguageCounts& one) { return -rawMeasure(LanguageMeasure::Directness, one); });
        show("lack of figures", [](const LanguageCounts& one) { return -one.figures; });
        show("shortness alone", [](const LanguageCounts& one) { return -one.answerWords; });
        QVERIFY(patterns > 0.74);
        const QStringList classes {u"direct"_s, u"intermediate"_s, u"fully_evasive"_s};
        std::array<Tally, 3> tallies;
        int right = 0;
        for (const Row& row : rows) {
            const auto wanted = static_cast<std::size_t>(classes.indexOf(row[label]));
            const std::size_t given = evasion(counts[row[u"uid"_s]]);
            ++tallies[wanted].wanted;
            ++tallies[given].given;
            tallies[wanted].right += given == wanted ? 1 : 0;
            right += given == wanted ? 1 : 0;
        }
        const double macro = (tallies[0].f1() + tallies[1].f1() + tallies[2].f1()) / 3;
        qInfo("three classes: macro-F1 %.3f (%.2f, %.2f, %.2f), right %.2f", macro, tallies[0].f1(),
              tallies[1].f1(), tallies[2].f1(), right / 150.0);
        QVERIFY(macro > 0.45);
    }

private:
    const WordLists m_lists = wordListsFromJson(fileNamed(u"words/own-lists.json"_s)).value();
    const WordMatcher m_matcher {m_lists};
};

QTEST_APPLESS_MAIN(TestLabels)
#include "tst_labels.moc"
