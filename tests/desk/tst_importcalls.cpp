#include "core/desk/importcalls.h"
#include "core/desk/readcalls.h"
#include "core/formats/card.h"
#include "tests/store/stores.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

/// A short call of a company we made up, in the plainest layout.
constexpr char call[] = R"(Quillmark Instruments, Inc. (QLMK)
Q2 FY2026 Earnings Call
May 6, 2026

Operator: Good afternoon, and welcome to the second quarter fiscal 2026 earnings call of Quillmark Instruments.

Dana Ivers, CEO: Thank you. Revenue of our measuring cells grew 12% this quarter, ahead of what we planned in spring.

Dana Ivers, CEO: Our AI inspection line now runs at a rate of 40 million dollars a year, and customers ask for more of it.

Theo Marr, CFO: Gross margin was 41%, up from 39% a year ago, helped by the mix of services and lower freight.

Operator: Our first question comes from Lena Brandt with Harbour Street Partners.

Lena Brandt, Analyst: How much of the inspection line is sold to new customers rather than the ones you had before?

Dana Ivers, CEO: About a third comes from customers who had bought nothing from us in the three years before this one.
)";

CallFile fileOf(const QByteArray& bytes)
{
    auto read = readTranscript(bytes);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return {u"call.txt"_s, std::move(*read)};
}

std::vector<ImportedCall> imported(Store& store, const CallFile& file, const CallGiven& given = {})
{
    auto done = importCalls(store, {file}, given, readingRules(), QLocale::c(), 1000);
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return done->calls;
}

QString refusal(Store& store, const CallFile& file, const CallGiven& given = {})
{
    const auto done = importCalls(store, {file}, given, readingRules(), QLocale::c(), 1000);
    return !done ? done.error().message : done->refused.empty() ? QString() : done->refused.front().sentence;
}

} // namespace

class ImportCallsTest : public QObject
{
    Q_OBJECT

private slots:
    void aCallOfANewCompanyComesInWithItsSpeakers()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        const auto done = imported(*store, fileOf(call), {.symbol = u"QLMK"_s});
        QCOMPARE(done.size(), std::size_t {1});
        QCOMPARE(done[0].outcome, ImportedCall::Outcome::Added);
        QCOMPARE(done[0].period, u"Q2 FY2026"_s);
        const auto coverage = store->coverage(u"QLMK"_s);
        QVERIFY(coverage);
        QCOMPARE(coverage->dossier.latestCall, u"Q2 FY2026"_s);
        QCOMPARE(coverage->calls.size(), std::size_t {1});
        const Call& kept = coverage->calls.front();
        QVERIFY(kept.whole);
        const auto answer =
            std::find_if(kept.sentences.begin(), kept.sentences.end(),
                         [](const Sentence& one) { return one.text.startsWith(u"About a third"); });
        QVERIFY(answer != kept.sentences.end());
        QCOMPARE(answer->speaker, u"Dana Ivers"_s);
        QVERIFY(answer->answers);
    }

    void aCompanyIsKnownByItsNameWhereOneAloneHasIt()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        CallFile file = fileOf(call);
        file.transcript.symbol.clear();
        QVERIFY(store->keep(newCompany(u"QLMK"_s, u"The Quillmark Instruments Corp."_s), 1));
        const auto done = imported(*store, file);
        QCOMPARE(done.size(), std::size_t {1});
        QCOMPARE(done[0].symbol, u"QLMK"_s);

        QVERIFY(store->keep(newCompany(u"QLMB"_s, u"Quillmark Instruments"_s), 2));
        QVERIFY(refusal(*store, file).contains(u"whose symbol is not known here"_s));
    }

    void theSameCallAgainChangesNothing()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        imported(*store, fileOf(call), {.symbol = u"QLMK"_s});
        const auto before = store->digest();
        const auto again = imported(*store, fileOf(call), {.symbol = u"QLMK"_s});
        QCOMPARE(again[0].outcome, ImportedCall::Outcome::Kept);
        QVERIFY(again[0].remarks.join(u' ').contains(u"already"));
        QCOMPARE(*store->digest(), *before);
    }

    void theSameCallInAnotherTextIsNoticedAndTheFullerOneStays()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        QByteArray less = call;
        less.replace(", helped by the mix of services and lower freight", "");
        imported(*store, fileOf(less), {.symbol = u"QLMK"_s});
        const auto fuller = imported(*store, fileOf(call), {.symbol = u"QLMK"_s});
        QCOMPARE(fuller[0].outcome, ImportedCall::Outcome::Replaced);
        QVERIFY(fuller[0].remarks.join(u' ').contains(u"another text"));
        const auto poorer = imported(*store, fileOf(less), {.symbol = u"QLMK"_s});
        QCOMPARE(poorer[0].outcome, ImportedCall::Outcome::Kept);
        QCOMPARE(store->coverage(u"QLMK"_s)->calls.size(), std::size_t {1});
    }

    void anotherCallOfTheSamePeriodIsAskedAbout()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        imported(*store, fileOf(call), {.symbol = u"QLMK"_s});
        QByteArray other = call;
        other.replace("measuring", "weighing")
            .replace("Gross margin was", "The tax rate fell to")
            .replace("grew 12%", "fell 3%");
        other.replace("About a third comes", "Nearly all of it comes").replace("How much of", "What part of");
        other.replace("runs at a rate of", "has been sold at")
            .replace("Good afternoon, and welcome", "Hello all and welcome");
        const QString said = refusal(*store, fileOf(other), {.symbol = u"QLMK"_s});
        QVERIFY2(said.contains(u"says other things"), qPrintable(said));
    }

    void theCompanyIsFoundByItsNameOrAskedFor()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        CallFile file = fileOf(call);
        file.transcript.symbol.clear();
        QVERIFY(refusal(*store, file).contains(u"symbol is not known"));
        imported(*store, file, {.symbol = u"QLMK"_s});
        QCOMPARE(imported(*store, file)[0].symbol, u"QLMK"_s); // by the name it came in with
    }

    /// Of a company that nobody has read yet the built-in reader fills the card, from whatever calls there are.
    void theCardOfANewCompanyIsFilled()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        const auto done = imported(*store, fileOf(call), {.symbol = u"QLMK"_s});
        QVERIFY(done[0].remarks.join(u' ').contains(u"Read by rule: 1 claims, 1 quotes"));
        const auto one = store->coverage(u"QLMK"_s);
        QCOMPARE(one->reading.quotes.size(), std::size_t {1});
        QVERIFY(one->reading.quotes[0].citation.text.startsWith(u"Our AI inspection line"));
        QCOMPARE(one->reading.quotes[0].citation.verified, u"exact"_s);
        QCOMPARE(one->reading.quotes[0].citation.speaker, u"Dana Ivers"_s);
        QCOMPARE(one->reading.quantifications.size(), std::size_t {1});
        QCOMPARE(one->reading.quantifications[0].values, std::vector<double> {40e6});
        QCOMPARE(one->reading.questions.size(), std::size_t {1});
        QCOMPARE(one->reading.questions[0].analyst, u"Lena Brandt"_s);
        QCOMPARE(one->reading.questions[0].firm, u"Harbour Street Partners"_s);
        QCOMPARE(one->reading.enthusiasm.author, u"rule"_s);
        const Card card = cardOf(*one, {}); // too little was said to tell, and the card says so once
        const auto latest = card.sheet.value(u"enthusiasm.latest"_s);
        QVERIFY(!latest && latest.error().message.contains(u"words of management"));
        QCOMPARE(card.narratives.rationale.count(latest.error().message), 1);
        const Fact* language = one->dossier.fact(u"confirmation.language.direction"_s);
        QVERIFY(language != nullptr && !language->value);
        QVERIFY(language->unknown.contains(u"one call"));
    }

    /// The calls tell the money of a company nobody has read about; what is said in another is not sized.
    void theMoneyOfANewCompanyIsTheOneItSpeaksIn()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        imported(
            *store,
            fileOf(QByteArray(call).replace("40 million dollars a year",
                                            "40 million euros a year, and our AI saving is 5 million euros")),
            {.symbol = u"QLMK"_s});
        const auto coverage = store->coverage(u"QLMK"_s);
        QCOMPARE(coverage->dossier.currency, u"EUR"_s);
        QVERIFY(!coverage->reading.claims.empty());
        const Card card = cardOf(*coverage, {}); // no rate brings it into dollars, and the card says so
        const auto dollars = card.sheet.value(u"market_cap_usd"_s);
        QVERIFY(!dollars && dollars.error().kind == Error::Kind::Unknown);
        QVERIFY(!card.sheet.cell(card.sheet.find(u"market_cap_usd"_s)).error);
    }

    /// A commitment needs the share of it that a year sees: by rule where nobody said how long it runs.
    void aCommitmentBringsItsShareOfAYear()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        imported(*store,
                 fileOf(QByteArray(call).replace("now runs at a rate of 40 million dollars a year",
                                                 "has signed AI commitments of 40 million dollars")),
                 {.symbol = u"QLMK"_s});
        const auto coverage = store->coverage(u"QLMK"_s);
        QVERIFY(!coverage->reading.claims.empty());
        const Card card = cardOf(*coverage, {});
        const QString effect = u"claim.%1.revenue_effect"_s.arg(coverage->reading.claims[0].id);
        QCOMPARE(card.sheet.value(effect).value_or(0), 0.15 * 40e6);
    }

    void theReadingIsTheSameInWhateverOrderCallsCome()
    {
        const auto readAfter = [](bool latestFirst) {
            const WorkspaceFolder folder;
            const auto store = folder.open();
            const CallFile latest = fileOf(call);
            const CallFile prior = fileOf(QByteArray(call)
                                              .replace("Q2 FY2026", "Q1 FY2026")
                                              .replace("second quarter", "first quarter")
                                              .replace("May 6", "February 4")
                                              .replace("40 million", "30 million"));
            for (const CallFile& file :
                 latestFirst ? std::vector {latest, prior} : std::vector {prior, latest})
                imported(*store, file, {.symbol = u"QLMK"_s});
            return *store->coverage(u"QLMK"_s);
        };
        const Coverage one = readAfter(true);
        const Coverage other = readAfter(false);
        QCOMPARE(one.dossier.latestCall, u"Q2 FY2026"_s);
        QCOMPARE(one.dossier.priorCall, u"Q1 FY2026"_s);
        QCOMPARE(other.dossier.latestCall, one.dossier.latestCall);
        QCOMPARE(one.reading.quotes.size(), std::size_t {2});
        for (std::size_t i = 0; i < 2; ++i)
            QCOMPARE(one.reading.quotes[i].citation, other.reading.quotes[i].citation);
        QCOMPARE(one.reading.enthusiasm.trajectory.size(), std::size_t {2});
        QCOMPARE(one.reading.enthusiasm.trajectory[1].call, u"Q1 FY2026"_s);
    }

    /// What only the oldest of three calls said (a commitment, another money, a fuller name) leaves nothing behind that
    /// depends on when it came in.
    void theCardIsTheSameInWhateverOrderThreeCallsCome()
    {
        const CallFile latest =
            fileOf(QByteArray(call).replace("40 million dollars a year", "40 cells a day"));
        const CallFile prior = fileOf(QByteArray(call)
                                          .replace("Q2 FY2026", "Q1 FY2026")
                                          .replace("May 6", "February 4")
                                          .replace("second quarter", "first quarter")
                                          .replace("40 million dollars a year", "30 cells a day"));
        const CallFile oldest =
            fileOf(QByteArray(call)
                       .replace("Q2 FY2026", "Q4 FY2025")
                       .replace("May 6, 2026", "November 5, 2025")
                       .replace("second quarter fiscal 2026", "fourth quarter fiscal 2025")
                       .replace("Quillmark Instruments, Inc.", "Quillmark Instruments Incorporated")
                       .replace("now runs at a rate of 40 million dollars a year",
                                "has signed AI commitments of 40 million euros"));
        const std::vector<CallFile> files {latest, prior, oldest};
        std::vector<std::size_t> order {0, 1, 2};
        QStringList first;
        do {
            const WorkspaceFolder folder;
            const auto store = folder.open();
            for (const std::size_t which : order)
                imported(*store, files[which], {.symbol = u"QLMK"_s});
            const auto coverage = store->coverage(u"QLMK"_s);
            QCOMPARE(coverage->calls.size(), std::size_t {3});
            const QStringList card =
                QString::fromUtf8(cardToJson(cardOf(*coverage, {}), u"2026-11-23T00:00:00Z"_s, QLocale::c()))
                    .split(u'\n');
            QVERIFY(!card.filter(u"inspection line"_s).isEmpty());
            QVERIFY(card.filter(u"commitments of 40"_s).isEmpty()); // of the two latest alone
            if (first.isEmpty())
                first = card;
            QCOMPARE(card, first);
        } while (std::next_permutation(order.begin(), order.end()));
    }

    /// What came with a card is not read over by rules.
    void whatCameWithACardStays()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        const Reading before = store->coverage(u"AMZN"_s)->reading;
        const auto done =
            imported(*store, fileOf(QByteArray(call).replace("QLMK", "AMZN")), {.symbol = u"AMZN"_s});
        QVERIFY(done[0].remarks.join(u' ').contains(u"came with the card"));
        const Reading after = store->coverage(u"AMZN"_s)->reading;
        QCOMPARE(after.claims.size(), before.claims.size());
        QCOMPARE(after.quotes.size(), before.quotes.size());
    }

    void oneThatIsRefusedDoesNotKeepTheOthersOut()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        CallFile nobodys = fileOf(call);
        nobodys.name = u"nobody.txt"_s;
        nobodys.transcript.symbol.clear();
        nobodys.transcript.company = u"Nobody We Know"_s;
        const auto done =
            importCalls(*store, {nobodys, fileOf(call)}, {}, readingRules(), QLocale::c(), 1000);
        QCOMPARE(done->calls.size(), std::size_t {1});
        QCOMPARE(done->refused.size(), std::size_t {1});
        QCOMPARE(done->refused[0].file, u"nobody.txt"_s);
        QVERIFY(done->refused[0].needs == Refusal::Needs::Symbol);
        QVERIFY(store->coverage(u"QLMK"_s));
    }

    void whatTheTextContradictsIsRefused()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        const auto before = store->digest();
        CallFile file = fileOf(call);
        QVERIFY(
            refusal(*store, file, {.symbol = u"QLMK"_s, .period = u"Q3 FY2026"_s}).contains(u"Q2 FY2026"));
        QVERIFY(refusal(*store, file, {.symbol = u"QLMK"_s, .period = u"spring"_s})
                    .contains(u"no fiscal period"));
        QVERIFY(refusal(*store, file, {.symbol = u"QLMK"_s, .date = u"soon"_s}).contains(u"no day"));
        file.transcript.symbol = u"QLMK"_s;
        QVERIFY(refusal(*store, file, {.symbol = u"AMZN"_s}).contains(u"QLMK"));
        file.transcript.period.clear();
        QVERIFY(refusal(*store, file).contains(u"which quarter"));
        QCOMPARE(*store->digest(), *before);
    }

    void aWholeCallTakesThePlaceOfExcerptsAndQuotesAreHeldAgainstIt()
    {
        const WorkspaceFolder folder;
        const auto store = folder.open();
        const auto before = store->coverage(u"AMZN"_s);
        const auto excerpt = std::find_if(before->calls.begin(), before->calls.end(),
                                          [](const Call& one) { return one.id == u"Q4 FY2025"; });
        QVERIFY(excerpt != before->calls.end() && !excerpt->whole);
        CallFile whole {u"whole.txt"_s,
                        {.symbol = u"AMZN"_s, .period = u"Q4 FY2025"_s, .date = u"2026-02-05"_s}};
        for (const Sentence& one : excerpt->sentences) {
            const int number = static_cast<int>(whole.transcript.turns.size()) + 1;
            whole.transcript.turns.push_back({.number = number,
                                              .speaker = one.speaker,
                                              .title = one.role,
                                              .kind = SpeakerKind::Management});
            whole.transcript.sentences.push_back({.number = number, .turn = number, .text = one.text});
        }
        const auto done = imported(*store, whole);
        QCOMPARE(done[0].outcome, ImportedCall::Outcome::Replaced);
        const auto after = store->coverage(u"AMZN"_s);
        int held = 0;
        for (const Quote& quote : after->reading.quotes)
            if (quote.citation.call == u"Q4 FY2025") {
                QVERIFY2(quote.citation.verified != u"cited", qPrintable(quote.citation.text));
                ++held;
            }
        QVERIFY(held > 0);
        QCOMPARE(after->dossier.latestCall, before->dossier.latestCall);
    }
};

QTEST_APPLESS_MAIN(ImportCallsTest)
#include "tst_importcalls.moc"
