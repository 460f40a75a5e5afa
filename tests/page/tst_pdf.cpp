#include "core/poppler/pdftext.h"
#include "core/report/report.h"
#include "tests/examples.h"
#include "ui/page/pdf.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

PageOptions options(PageOptions::Paper paper = PageOptions::Paper::A4)
{
    return {.paper = paper, .workspaceTime = u"2026-05-11T00:00:00Z"_s, .program = u"Plumbline test"_s};
}

QString textOf(const Card& card)
{
    const auto text = cardToPdf(card, options(), english).and_then(pdfText);
    return text ? QString::fromUtf8(*text) : QString();
}

} // namespace

/// Cards as PDF, read back by poppler.
class TestPdf : public QObject
{
    Q_OBJECT

private:
    std::vector<Card> m_cards;

    const Card& amazon() const { return **cardOf(m_cards, u"AMZN"_s); }

private slots:
    void initTestCase() { m_cards = rankedCards(sampleWorkspace(), {}, {}, english).value(); }

    void theSameCardGivesTheSameBytes()
    {
        const QByteArray first = cardToPdf(amazon(), options(), english).value();
        QVERIFY(first.startsWith("%PDF-"));
        QCOMPARE(cardToPdf(amazon(), options(), english).value(), first);
        QVERIFY(cardToPdf(amazon(), options(PageOptions::Paper::Letter), english).value() != first);
    }

    void everyCardSaysWhatItIsOnEveryPage()
    {
        for (const Card& card : m_cards) {
            const QStringList pages = textOf(card).split(u'\f', Qt::SkipEmptyParts);
            QVERIFY(pages.size() > 5);
            QVERIFY(pages.front().contains(card.coverage.dossier.symbol));
            const auto count = pagesOf(card, options(), english).pages.size();
            for (std::size_t i = 0; i < count; ++i) {
                const QString& page = pages[static_cast<qsizetype>(i)];
                QVERIFY2(page.contains(u"page %1 of %2"_s.arg(i + 1).arg(count)),
                         qPrintable(u"page %1 of %2: "_s.arg(i + 1).arg(count) + page.right(200)));
                QVERIFY(page.contains(u"scenario base"_s));
                QVERIFY(page.contains(figuresDigest(card).first(4) + u'-'));
            }
        }
    }

    void noHeadingIsEmpty()
    {
        for (const Card& card : m_cards) {
            const PaperPages pages = pagesOf(card, options(), english);
            QVERIFY(pages.bookmarks.size() > 20);
            for (std::size_t i = 0; i < pages.bookmarks.size(); ++i) {
                const Bookmark& heading = pages.bookmarks[i];
                const bool last =
                    i + 1 == pages.bookmarks.size() || pages.bookmarks[i + 1].page != heading.page;
                const double end = last ? pages.body.bottom() : pages.bookmarks[i + 1].top;
                bool filled = false;
                for (const Placed& item : pages.pages[static_cast<std::size_t>(heading.page)].items)
                    filled = filled
                          || ((item.role == Placed::Role::Cell || item.role == Placed::Role::Text
                               || item.role == Placed::Role::Picture)
                              && item.place.top() > heading.top && item.place.top() < end);
                QVERIFY2(filled, qPrintable(heading.title));
            }
        }
    }

    /// A company with a loss: percentages of it would mislead, but what is counted stands among what is sized.
    void whatIsCountedStandsAmongTheSizedClaims()
    {
        int counted = 0;
        for (const Card& card : m_cards) {
            const PaperPages pages = pagesOf(card, options(), english);
            QString sized;
            for (const PlacedPage& page : pages.pages)
                for (const Placed& item : page.items)
                    if (item.role == Placed::Role::Cell && item.table == 2)
                        sized += item.text.text() + u'\n';
            for (const Claim& claim : card.coverage.reading.claims) {
                const QString scope = u"claim."_s + claim.id;
                if (card.sheet.value(scope + u".counted_share"_s).value_or(0) <= 0)
                    continue;
                QVERIFY2(sized.contains(claim.title), qPrintable(card.coverage.dossier.symbol + claim.title));
                ++counted;
            }
        }
        QVERIFY(counted > 8);
    }

    void aDigestNamesTheFigures()
    {
        const auto asked = [](const std::vector<Setting>& settings) {
            const auto ranked =
                rankedCards(sampleWorkspace(), u"AMZN"_s, {.settings = settings}, english).value();
            return figuresDigest(**cardOf(ranked, u"AMZN"_s));
        };
        QCOMPARE(asked({}), figuresDigest(amazon()));
        QVERIFY(asked({{u"margin.aws"_s, u"25.01%"_s}}) != figuresDigest(amazon()));
    }

    void hostileTextIsShownAsText()
    {
        Card card = amazon();
        Coverage& coverage = card.coverage;
        coverage.dossier.name = u"<script>alert(1)</script> \u202Eevil\u202C & 🚀 مرحبا"_s;
        coverage.reading.quotes.front().citation.text = u"=HYPERLINK(\"http://x\") (parens \\ and %) "_s;
        coverage.reading.questions.front().question = u"endless words "_s.repeated(800'000);
        coverage.reading.claims.front().title = QString(40'000, u'W');
        coverage.reading.quantifications.front().figureText = u"\n"_s.repeated(3000);
        const QString text = textOf(card);
        QVERIFY(text.contains(u"<script>alert(1)</script>"_s));
        QVERIFY(text.contains(u"=HYPERLINK(\"http://x\") (parens \\ and"_s));
        QVERIFY(text.contains(u"cut"_s));
        QVERIFY(!text.contains(QChar(0x202e)));
    }

    void aSourceWithAnAddressIsALink()
    {
        Card card = amazon();
        card.coverage.dossier.facts.front().source.field = u"10-K, https://www.sec.gov/ix?doc=/a.htm"_s;
        int links = 0;
        for (const PlacedPage& page : pagesOf(card, options(), english).pages)
            for (const Placed& item : page.items)
                if (!item.link.isEmpty()) {
                    QCOMPARE(item.link, u"https://www.sec.gov/ix?doc=/a.htm"_s);
                    ++links;
                }
        QCOMPARE(links, 1);
        QVERIFY(cardToPdf(card, options(), english).value().contains("(https://www.sec.gov/ix?doc=/a.htm)"));
    }

    void aCompanyOfWhichNothingIsKnownIsPrinted()
    {
        Coverage empty;
        empty.dossier.symbol = u"NONE"_s;
        const Card card = makeCard(empty, defaults(), {}, baseScenario, scoringModel(u"v1"_s), english);
        const QString text = textOf(card);
        QVERIFY(text.contains(u"unknown"_s));
        QVERIFY(text.contains(u"None: no claim about AI was found in the calls at hand."_s));
        QVERIFY(text.contains(u"None: no source gave a fact about this company."_s));
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
