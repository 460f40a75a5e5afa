#include "core/desk/readcalls.h"
#include "tests/store/stores.h"

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

/// Sentences of calls, found by their words.
class SearchStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void theBestComesFirst()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        keep(*store, u"ZZA"_s, u"Q1 FY2026"_s,
             {u"Turbines are made here, and much else that has little to do with them."_s,
              u"Turbines, turbines."_s, u"Nothing of that."_s});
        const auto found = ask(*store, u"turbines"_s);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].text, u"Turbines, turbines."_s);
        QVERIFY(found[0].rank > found[1].rank && found[1].rank > 0);
        QCOMPARE(found[0].places.size(), std::size_t(2));
        QCOMPARE(found[0].places[1].first, 10);
        QCOMPARE(found[0].places[1].length, 8);
    }

    /// Letters of several bytes stand before the words; words of two parts run into each other.
    void placesAreThoseOfTheLetters()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        keep(*store, u"ZZA"_s, u"Q1 FY2026"_s,
             {u"“Größe” 🛰: éclairs are sold, the éclair price rose."_s});
        const auto found = ask(*store, u"eclair OR \"eclair price\" OR grosse OR ros* company:ZZA"_s);
        QCOMPARE(found.size(), std::size_t(1));
        QStringList words;
        for (const WordPlace& place : found[0].places)
            words.append(found[0].text.sliced(place.first, place.length));
        QCOMPARE(words, QStringList({u"éclairs"_s, u"éclair price"_s, u"rose"_s}));
    }

    void theRarerWordCountsMore()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        keep(*store, u"ZZA"_s, u"Q1 FY2026"_s,
             {u"Plain copper."_s, u"Plain zinc."_s, u"More copper."_s, u"Less copper."_s});
        QCOMPARE(ask(*store, u"copper OR zinc"_s).at(0).text, u"Plain zinc."_s);
    }

    /// Thousands say it: the last that came in are ranked among each other, and a filter still finds those far behind.
    void manyAreRankedInTurn()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        keep(*store, u"ZZOLD"_s, u"Q1 FY2025"_s, {u"Gravel gravel gravel."_s, u"Gravel is $5 million."_s});
        keep(*store, u"ZZNEW"_s, u"Q1 FY2026"_s, QStringList(4501, u"We sell gravel."_s));
        QCOMPARE(ask(*store, u"gravel"_s).at(0).symbol, u"ZZNEW"_s);
        const auto old = ask(*store, u"gravel company:zzold"_s);
        QCOMPARE(old.size(), std::size_t(2));
        QCOMPARE(old[0].text, u"Gravel gravel gravel."_s);
        QCOMPARE(ask(*store, u"gravel period:\"Q1 FY2025\""_s).size(), std::size_t(2));
        const auto query = searchQueryFrom(u"gravel"_s).value();
        const auto money = [](const Found& one) { return one.text.contains(u'$'); };
        QCOMPARE(store->search(query, money, 10).value().size(), std::size_t(1));
        QCOMPARE(store->search(query, {}, 10000).value().size(), std::size_t(4503));
    }

    void withoutWordsTheNewestCallComesFirst()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        keep(*store, u"ZZA"_s, u"Q1 FY2026"_s, {u"Newer."_s}, u"2026-04-30"_s);
        keep(*store, u"ZZB"_s, u"Q4 FY2025"_s, {u"Older."_s}, u"2026-01-30"_s);
        const auto found = ask(*store, u"speaker:quill"_s);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].text, u"Newer."_s);
    }

private:
    static void keep(Store& store, const QString& symbol, const QString& period, const QStringList& said,
                     const QString& day = u"2026-04-30"_s)
    {
        Coverage company = newCompany(symbol);
        Call call {.id = period, .date = day, .whole = true};
        for (const QString& text : said)
            call.sentences.push_back({.id = static_cast<int>(call.sentences.size()) + 1,
                                      .turn = 1,
                                      .speaker = u"Tamsin Quill"_s,
                                      .text = text});
        company.calls.push_back(std::move(call));
        const auto kept = store.keep(company, 1);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
    }

    static std::vector<Found> ask(const Store& store, const QString& line)
    {
        auto query = searchQueryFrom(line).value();
        query.marksWords = true;
        return store.search(query, {}, 50).value();
    }
};

QTEST_GUILESS_MAIN(SearchStoreTest)
#include "tst_searchtables.moc"
