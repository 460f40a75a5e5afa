#include "core/reading/readingof.h"
#include "core/reading/verify.h"
#include "tests/examples.h"
#include "tests/reading/samefigure.h"

#include <QSet>
#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

/// The sample's written calls, read two by two as a company's.
class TestReadingOf : public QObject
{
    Q_OBJECT

private:
    static std::vector<Coverage> fictional()
    {
        std::vector<Coverage> companies = sampleWorkspace().companies;
        std::erase_if(companies, [](const Coverage& one) { return !one.dossier.fictional; });
        return companies;
    }
    static Reading read(const Coverage& company)
    {
        return readingOf(company.calls, company.dossier.name, readingRules(), QLocale::c()).reading;
    }

private slots:
    void whatIsReadStandsInItsCall()
    {
        int companies = 0;
        for (const Coverage& company : fictional()) {
            const Reading reading = read(company);
            QVERIFY2(!reading.claims.empty() && !reading.quotes.empty() && !reading.questions.empty(),
                     qPrintable(company.dossier.symbol));
            QSet<QString> ids;
            for (const Claim& claim : reading.claims) {
                QVERIFY2(!ids.contains(claim.id), qPrintable(claim.id));
                ids.insert(claim.id);
                for (Citation citation : claim.evidence) {
                    verify(citation, company.calls);
                    QCOMPARE(citation.verified, u"exact"_s);
                }
            }
            for (const Quote& quote : reading.quotes) {
                Citation citation = quote.citation;
                verify(citation, company.calls);
                QVERIFY2(citation.verified == u"exact" || citation.verified == u"normalised",
                         qPrintable(citation.text));
            }
            QCOMPARE(reading.enthusiasm.author, u"rule"_s);
            ++companies;
        }
        QCOMPARE(companies, 8);
    }

    /// How many of the figures that the sample states by hand are found, those of hard claims apart: a floor under what
    /// is reached today. Any claim of the company with that figure and unit counts.
    void figuresOfTheSampleAreFound()
    {
        int stated = 0;
        int found = 0;
        int hard = 0;
        int hardFound = 0;
        for (const Coverage& company : fictional()) {
            const Reading reading = read(company);
            for (const Claim& claim : company.reading.claims) {
                if (claim.figure() == nullptr)
                    continue;
                const Quantity& said = claim.figure()->quantity;
                const bool is =
                    std::any_of(reading.claims.begin(), reading.claims.end(),
                                [&](const Claim& one) { return sameFigure(one.figure()->quantity, said); });
                const bool sized = claim.kind == ClaimKind::RunRate || claim.kind == ClaimKind::Commitment
                                || claim.kind == ClaimKind::CostSaving;
                ++stated;
                found += is ? 1 : 0;
                hard += sized ? 1 : 0;
                hardFound += sized && is ? 1 : 0;
            }
        }
        qInfo("%d stated, %d found; of %d that bring or save money %d found", stated, found, hard, hardFound);
        QVERIFY(stated > 80);
        QVERIFY(found >= 102);
        QCOMPARE(hardFound, hard);
    }
};

QTEST_APPLESS_MAIN(TestReadingOf)
#include "tst_readingof.moc"
