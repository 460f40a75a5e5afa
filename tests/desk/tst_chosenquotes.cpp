#include "core/desk/callfiles.h"
#include "core/desk/importcalls.h"
#include "core/store/scale.h"
#include "tests/store/stores.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QString& text)
{
    QString plain;
    for (const QChar c : text.toLower())
        plain += c.isLetterOrNumber() ? c : u' ';
    return plain.split(u' ', Qt::SkipEmptyParts);
}

/// The share of the shorter text's words that stand in runs of four which the other holds too: two spellings of one quote.
double shared(const QString& one, const QString& other)
{
    constexpr int run = 4;
    QStringList shorter = wordsOf(one);
    QStringList longer = wordsOf(other);
    if (shorter.size() > longer.size())
        shorter.swap(longer);
    QSet<QString> runs;
    for (int i = 0; i + run <= longer.size(); ++i)
        runs.insert(longer.mid(i, run).join(u' '));
    QSet<int> held;
    for (int i = 0; i + run <= shorter.size(); ++i)
        if (runs.contains(shorter.mid(i, run).join(u' ')))
            for (int k = i; k < i + run; ++k)
                held.insert(k);
    return shorter.isEmpty() ? 0 : double(held.size()) / double(shorter.size());
}

} // namespace

/// Which quotes the rank chooses of a call that somebody has chosen quotes of by hand.
class TestChosenQuotes : public QObject
{
    Q_OBJECT

private slots:
    void mostOfThoseChosenByHandAreAmongThem()
    {
        const QString file =
            qEnvironmentVariable("PLUMBLINE_TRANSCRIPTS",
                                 QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/transcripts"))
            + u"/AMZN_2025Q4_sa.txt"_s;
        if (!QFile::exists(file))
            QSKIP("the transcripts beside the project are not here");
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"empty.plumbline"_s);
        QVERIFY(
            writeEmpty(path, QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources"), u"2026-05-04T12:00:00Z"_s));
        const auto store = Store::open(path, Store::Access::Write);
        QVERIFY(store.has_value());
        const auto call = callFileFrom({file, {}});
        QVERIFY(call.has_value());
        const auto imported =
            importCalls(**store, {*call}, {.symbol = u"AMZN"_s}, readingRules(), QLocale::c(), 1);
        QVERIFY(imported && imported->calls.size() == 1);
        const std::vector<Quote> chosen = (*store)->coverage(u"AMZN"_s)->reading.quotes;
        QVERIFY(chosen.size() <= 10);
        int byHand = 0;
        int found = 0;
        for (const Coverage& company : WorkspaceFolder::data().companies)
            for (const Quote& quote : company.reading.quotes) {
                if (company.dossier.symbol != u"AMZN" || quote.citation.call != u"Q4 FY2025")
                    continue;
                ++byHand;
                found += std::any_of(chosen.begin(), chosen.end(), [&](const Quote& one) {
                    return shared(quote.citation.text, one.citation.text) >= 0.6;
                });
            }
        qInfo("%d of %d quotes chosen by hand are among the %zu chosen by rule", found, byHand,
              chosen.size());
        QCOMPARE(byHand, 6);
        QVERIFY(found >= 4);
    }
};

QTEST_GUILESS_MAIN(TestChosenQuotes)
#include "tst_chosenquotes.moc"
