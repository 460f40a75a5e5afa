#include "core/text/printable.h"
#include "ui/page/layout.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace {

constexpr QSizeF a4 {595.28 * point, 841.89 * point};

PaperText words(const QString& text)
{
    return PaperText(TextRun {.text = text});
}

/// A table of rows of different heights under two titles.
TableBlock tallTable(int rows)
{
    TableBlock table {.columns = {{.title = u"Claim"_s, .share = 1}, {.title = u"Why"_s, .share = 2}}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back(
            {{words(u"row %1"_s.arg(i)), words(u"because it is so; "_s.repeated(1 + i % 40))}});
    return table;
}

std::vector<const Placed*> itemsOf(const PlacedPage& page, Placed::Role role)
{
    std::vector<const Placed*> found;
    for (const Placed& item : page.items)
        if (item.role == role)
            found.push_back(&item);
    return found;
}

} // namespace

/// Where blocks stand on paper.
class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void aRowIsNeverSplitAndTitlesStandOnEveryPage()
    {
        const PaperPages pages = laidOut({HeadingBlock {.title = u"Claims"_s}, tallTable(120)}, a4);
        QVERIFY(pages.pages.size() > 4);
        std::set<int> seen;
        for (const PlacedPage& page : pages.pages) {
            const auto titles = itemsOf(page, Placed::Role::ColumnTitle);
            QCOMPARE(titles.size(), std::size_t(2));
            QCOMPARE(titles.front()->text.text(), u"Claim"_s);
            std::set<int> here;
            for (const Placed* cell : itemsOf(page, Placed::Role::Cell)) {
                QVERIFY(cell->place.top() > titles.front()->place.top());
                QVERIFY2(cell->place.bottom() <= pages.body.bottom(), qPrintable(cell->text.text()));
                QCOMPARE(cell->lastLine, -1); // all of its lines
                here.insert(cell->row);
            }
            QVERIFY(!here.empty());
            for (const int row : here)
                QVERIFY2(seen.insert(row).second, "a row stands on two pages");
        }
        QCOMPARE(seen.size(), std::size_t(120));
    }

    void nothingStandsOnAnythingElse()
    {
        const PaperPages pages = laidOut({tallTable(60)}, a4);
        for (const PlacedPage& page : pages.pages) {
            const auto cells = itemsOf(page, Placed::Role::Cell);
            for (std::size_t i = 0; i < cells.size(); ++i)
                for (std::size_t j = i + 1; j < cells.size(); ++j)
                    QVERIFY(!cells[i]->place.intersects(cells[j]->place));
        }
    }

    void whatBelongsTogetherStandsOnOnePage()
    {
        std::set<std::size_t> pagesOfSplit;
        for (int rows = 1; rows < 40; ++rows) {
            TableBlock head = tallTable(1);
            head.columns = {{.share = 1}, {.share = 2}};
            head.keepWithNext = true;
            TableBlock few = tallTable(8);
            for (const bool together : {true, false}) {
                few.together = together;
                const PaperPages pages =
                    laidOut({tallTable(rows), head, GapBlock {.height = 3 * point}, few}, a4);
                std::set<std::size_t> stands;
                for (std::size_t page = 0; page < pages.pages.size(); ++page)
                    for (const Placed* cell : itemsOf(pages.pages[page], Placed::Role::Cell))
                        if (cell->table == 2 || (together && cell->table == 1))
                            stands.insert(page);
                if (together)
                    QVERIFY2(stands.size() == 1, qPrintable(u"after %1 rows"_s.arg(rows)));
                else
                    pagesOfSplit.insert(stands.size());
            }
        }
        QVERIFY(pagesOfSplit.contains(2)); // what need not stand together was split somewhere
        TableBlock tall = tallTable(120);  // what fits on no page goes on as any other
        tall.together = true;
        QVERIFY(laidOut({tall}, a4).pages.size() > 1);
    }

    void aHeadingIsNeverTheLastOnAPage()
    {
        for (int rows = 1; rows < 60; rows += 3) {
            const PaperPages pages =
                laidOut({tallTable(rows), HeadingBlock {.title = u"Next"_s}, tallTable(2)}, a4);
            QCOMPARE(pages.bookmarks.size(), std::size_t(1));
            const Bookmark& next = pages.bookmarks.front();
            bool below = false;
            for (const Placed* cell :
                 itemsOf(pages.pages[static_cast<std::size_t>(next.page)], Placed::Role::Cell))
                below = below || cell->place.top() > next.top;
            QVERIFY2(below, qPrintable(u"after %1 rows"_s.arg(rows)));
        }
    }

    void aParagraphGoesOnOverPages()
    {
        const PaperPages pages =
            laidOut({ParagraphBlock {.text = words(u"all of it is said once. "_s.repeated(240))}}, a4);
        int lines = 0;
        const ShapedText whole(words(u"all of it is said once. "_s.repeated(240)), pages.body.width());
        for (const PlacedPage& page : pages.pages)
            for (const Placed* part : itemsOf(page, Placed::Role::Text)) {
                QCOMPARE(part->firstLine, lines);
                QVERIFY(part->place.bottom() <= pages.body.bottom() + 1);
                lines = part->lastLine;
            }
        QCOMPARE(lines, whole.lines());
    }

    void aLongTextIsCutAndSaysSo()
    {
        const QString endless = u"again and "_s.repeated(1'000'000); // ten million letters
        const QString shown = printable(endless);
        QVERIFY(shown.size() < mostLetters + 100);
        QVERIFY(shown.contains(u"cut: "_s));
        const PaperPages pages =
            laidOut({TableBlock {.columns = {{.title = u"A"_s, .share = 1}, {.title = u"B"_s, .share = 9}},
                                 .rows = {{{words(endless), words(u"short"_s)}}}}},
                    a4);
        const auto cells = itemsOf(pages.pages.back(), Placed::Role::Cell);
        QCOMPARE(cells.size(), std::size_t(2));
        QVERIFY(cells.front()->place.bottom() <= pages.body.bottom());
        QVERIFY(cells.front()->text.text().endsWith(u"… (the rest is cut)"_s));
    }

    void marksThatTurnTextAreShown()
    {
        QCOMPARE(printable(u"pay \u202E05$\u202C now\u0000"_s), u"pay \uFFFD05$\uFFFD now\uFFFD"_s);
        QCOMPARE(printable(u"one\r\ntwo\tthree"_s), u"one\ntwo three"_s);
        QCOMPARE(printable(u"<b>&amp;</b> 🚀 مرحبا"_s), u"<b>&amp;</b> 🚀 مرحبا"_s);
        QCOMPARE(printable(QString(QChar(0xd83d))), QString(QChar::ReplacementCharacter));
    }

    void figuresStandFlushRight()
    {
        TableBlock table {.columns = {{.title = u"EPS %"_s, .align = Qt::AlignRight}},
                          .rows = {{{words(u"1.11"_s)}}, {{words(u"100.00"_s)}}}};
        QCOMPARE(ShapedText(words(u"1111"_s), 1e6).width(), ShapedText(words(u"8888"_s), 1e6).width());
        const PaperPages pages = laidOut({table}, a4);
        for (const Placed* cell : itemsOf(pages.pages.front(), Placed::Role::Cell))
            QCOMPARE(cell->place.right(), pages.body.right());
    }
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
