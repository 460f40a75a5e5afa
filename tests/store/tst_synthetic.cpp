#include "core/formats/card.h"
#include "core/reading/numbers.h"
#include "core/reading/verify.h"
#include "core/store/synthetic.h"
#include "core/text/figures.h"
#include "core/transcript/split.h"
#include "tests/examples.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Two hundred made-up companies behave as real ones would.
class TestSynthetic : public QObject
{
    Q_OBJECT

private:
    static constexpr int many = 200;
    std::vector<Card> m_cards;

    static QByteArray bytes(int number)
    {
        return cardToJson(examples::cardOf(syntheticCompany(number), syntheticChoices(number)),
                          u"2026-05-11T00:00:00Z"_s, QLocale::c());
    }

    /// All sentences somebody quoted from the calls of a company.
    static std::vector<Citation> citations(const Reading& reading)
    {
        std::vector<Citation> all;
        for (const Claim& claim : reading.claims) {
            all.insert(all.end(), claim.evidence.begin(), claim.evidence.end());
            for (const ClaimFigure& figure : claim.figures)
                all.push_back(figure.citation);
            for (const EarlierFigure& was : claim.was)
                all.push_back(was.citation);
        }
        for (const Quantification& said : reading.quantifications)
            all.push_back(said.citation);
        for (const Quote& quote : reading.quotes)
            all.push_back(quote.citation);
        for (const Catalyst& catalyst : reading.catalysts)
            if (!catalyst.citation.text.isEmpty())
                all.push_back(catalyst.citation);
        return all;
    }

    static bool isLoss(const Card& card)
    {
        return card.coverage.dossier.value(u"base.net_income").value() < 0;
    }

private slots:
    void initTestCase()
    {
        for (int number = 0; number < many; ++number)
            m_cards.push_back(examples::cardOf(syntheticCompany(number), syntheticChoices(number)));
    }

    void sameNumberGivesTheSameCompany()
    {
        for (const int number : {0, 7, 10, 199, 4321})
            QCOMPARE(bytes(number), bytes(number));
        QVERIFY(bytes(1) != bytes(2));
    }

    void numbersAreDrawnAlikeOnEveryMachine()
    {
        const Dossier dossier = syntheticCompany(17).dossier;
        QCOMPARE(dossier.symbol, u"ZQAAR"_s);
        QCOMPARE(dossier.name, u"Russet Orchard Media 17 (made up)"_s);
        QCOMPARE(literal(dossier.value(u"market_cap").value()), u"41400000000"_s);
        QCOMPARE(literal(dossier.value(u"base.revenue").value()), u"25100000000"_s);
    }

    void symbolsAreUnique()
    {
        QSet<QString> symbols;
        for (const Card& card : m_cards)
            symbols.insert(card.coverage.dossier.symbol);
        for (int number = 17570; number < 17580; ++number) // where three letters are used up
            symbols.insert(syntheticCompany(number).dossier.symbol);
        QCOMPARE(symbols.size(), many + 10);
    }

    void everyCompanySaysThatItIsMadeUp()
    {
        for (const Card& card : m_cards) {
            QVERIFY(card.coverage.dossier.fictional);
            QVERIFY(card.coverage.dossier.name.endsWith(u"(made up)"_s));
        }
    }

    void everyTableIsFilled()
    {
        QSet<int> kinds;
        int choices = 0;
        int failures = 0;
        for (int number = 0; number < many; ++number) {
            const Coverage& coverage = m_cards[static_cast<std::size_t>(number)].coverage;
            const Reading& reading = coverage.reading;
            for (const Claim& claim : reading.claims)
                kinds.insert(static_cast<int>(claim.kind));
            QVERIFY(reading.claims.size() >= 10 && reading.claims.size() <= 25);
            QVERIFY(reading.quantifications.size() >= 10);
            QVERIFY(reading.quotes.size() >= 6);
            QCOMPARE(reading.questions.size(), 8U);
            QVERIFY(reading.catalysts.size() >= 2);
            QCOMPARE(reading.enthusiasm.trajectory.size(), 5U);
            QCOMPARE(coverage.calls.size(), 2U);
            for (const Call& call : coverage.calls)
                QVERIFY2(call.sentences.size() >= 50 && call.sentences.size() <= 75,
                         qPrintable(u"%1: %2"_s.arg(call.id).arg(call.sentences.size())));
            choices += static_cast<int>(syntheticChoices(number).size());
            failures += static_cast<int>(coverage.failures.size());
        }
        QCOMPARE(kinds.size(), static_cast<int>(ClaimKind::OneOff) + 1);
        QCOMPARE(choices, many / 10 + many / 20);
        QVERIFY(failures > 0);
    }

    void everyQuoteStandsInItsCall()
    {
        int quotes = 0;
        for (const Card& card : m_cards)
            for (const Citation& citation : citations(card.coverage.reading)) {
                Citation again = citation;
                verify(again, card.coverage.calls);
                QCOMPARE(again.verified, u"exact"_s);
                QCOMPARE(again, citation);
                ++quotes;
            }
        QVERIFY(quotes > many * 40);
    }

    void everyFigureIsSaidInItsSentence()
    {
        for (const Card& card : m_cards) {
            for (const Claim& claim : card.coverage.reading.claims)
                for (const ClaimFigure& figure : claim.figures)
                    QVERIFY2(saysFigure(figure.citation.text, figure.quantity),
                             qPrintable(claim.id + u": "_s + figure.citation.text));
            for (const Quantification& said : card.coverage.reading.quantifications)
                for (const double value : said.values)
                    QVERIFY2(saysFigure(said.citation.text,
                                        {.value = said.unit == u"percent" ? value / 100 : value}),
                             qPrintable(said.metric + u": "_s + said.citation.text));
        }
    }

    void sentencesAreCutAsATranscriptIs()
    {
        for (const Card& card : m_cards)
            for (const Call& call : card.coverage.calls)
                for (const Sentence& sentence : call.sentences) {
                    QCOMPARE(sentencesOf(sentence.text), QStringList {sentence.text});
                    QVERIFY2(!sentence.text.contains(u'{') && !sentence.text.contains(u"  "),
                             qPrintable(sentence.text));
                }
    }

    void allChecksHold()
    {
        int held = 0;
        for (const Card& card : m_cards)
            for (const Check& check : card.checks) {
                QVERIFY2(
                    check.holds.value_or(true) || check.judgement,
                    qPrintable(u"%1: %2: %3"_s.arg(card.coverage.dossier.symbol, check.check, check.detail)));
                held += check.holds == true;
            }
        QVERIFY(held > many * 8);
    }

    void everyNumberIsFiniteOrHasAReason()
    {
        for (const Card& card : m_cards)
            for (const Cell& cell : card.sheet.cells()) {
                QVERIFY2(!cell.error,
                         qPrintable(cell.name + u": "_s + cell.error.value_or(Error {}).message));
                QVERIFY2(std::isfinite(cell.value) || !cell.reason.message.isEmpty(), qPrintable(cell.name));
            }
    }

    void convictionIsSpread()
    {
        double lowest = 100;
        double highest = 0;
        for (const Card& card : m_cards) {
            const double total = card.sheet.value(u"conviction.total"_s).value();
            lowest = std::min(lowest, total);
            highest = std::max(highest, total);
        }
        QVERIFY2(highest - lowest >= 30, qPrintable(u"%1 to %2"_s.arg(lowest).arg(highest)));
    }

    void lossesMakePercentagesOfIncomeNotMeaningful()
    {
        int losses = 0;
        for (const Card& card : m_cards) {
            const auto uplift = card.sheet.value(u"aggregate.eps_uplift_percent"_s);
            if (isLoss(card)) {
                ++losses;
                QVERIFY(!uplift);
                QCOMPARE(uplift.error().kind, Error::Kind::NotMeaningful);
            } else {
                QVERIFY2(uplift, qPrintable(card.coverage.dossier.symbol));
            }
        }
        QVERIFY(losses > many / 20 && losses < many / 4);
    }

    void choicesAreMadeAgainstTodaysProposals()
    {
        for (int number = 0; number < many; number += 20) {
            const Card& card = m_cards[static_cast<std::size_t>(number)];
            const auto choices = syntheticChoices(number);
            const QString commitments = claimSubject(card.coverage.dossier.symbol, u"platform_commitments"_s);
            QCOMPARE(choices.back().subject, commitments);
            const auto share =
                std::find_if(card.shares.begin(), card.shares.end(),
                             [&](const Assumption& one) { return one.subject == commitments; });
            QVERIFY(share != card.shares.end());
            QCOMPARE(share->value, choices.back().basedOn);
            QCOMPARE(card.sheet.value(u"claim.platform_commitments.counted_share"_s).value(), 0.25);
        }
    }

    void aCompanyTakesAMillisecondAtMost()
    {
        if (!qEnvironmentVariableIsSet("PLUMBLINE_LONG"))
            QSKIP("measured by long runs only");
        QBENCHMARK
        {
            for (int number = 0; number < 1000; ++number)
                syntheticCompany(number);
        }
    }
};

QTEST_APPLESS_MAIN(TestSynthetic)
#include "tst_synthetic.moc"
