#include "core/formats/card.h"
#include "core/store/connection.h"
#include "core/store/coveragetables.h"
#include "core/store/schema.h"
#include "tests/examples.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;

namespace {

constexpr qint64 monday = 1'778'450'400'000;
constexpr qint64 day = 86'400'000;
constexpr qint64 tuesday = monday + day;
constexpr qint64 wednesday = tuesday + day;

/// An empty workspace in memory, as the store makes it.
class Workspace
{
public:
    Workspace()
        : m_connection(Connection::open(QStringLiteral(":memory:"), Connection::Access::Write).value())
    {
        for (const SchemaStep& step : schemaSteps())
            if (const auto made = runScript(database(), step.script); !made)
                qFatal("%s", qPrintable(made.error().detail));
    }

    const QSqlDatabase& database() const { return m_connection->database(); }

    qint64 count(const QString& query) const
    {
        auto rows = run(database(), query);
        return rows && rows->next().value() ? rows->integer(0) : -1;
    }
    qint64 rows(const QString& table) const { return count(QStringLiteral("SELECT count(*) FROM ") + table); }
    /// All rows of all tables that hold what is known of companies.
    qint64 allRows() const
    {
        qint64 sum = 0;
        for (const char* table :
             {"company",      "calendar",      "fact",           "failure",         "printed",
              "call",         "sentence",      "sentence_words", "reading",         "claim",
              "quote",        "claim_reading", "claim_figure",   "claim_evidence",  "quantification",
              "chosen_quote", "question",      "enthusiasm",     "enthusiasm_call", "catalyst",
              "proposal",     "overlap_group"})
            sum += rows(QString::fromLatin1(table));
        return sum;
    }

    void keep(const Coverage& coverage, qint64 seen) const
    {
        const auto kept = writeCoverage(database(), coverage, seen);
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message + kept.error().detail));
    }
    Coverage read(const QString& symbol, std::optional<qint64> asOf = {}) const
    {
        const auto coverage = readCoverage(database(), symbol, asOf);
        if (!coverage)
            qWarning().noquote() << coverage.error().message << coverage.error().detail;
        return coverage.value_or(Coverage {});
    }

private:
    std::unique_ptr<Connection> m_connection;
};

const Coverage& sampleCompany(const QString& symbol)
{
    static const WorkspaceData sample = sampleWorkspace();
    return *std::find_if(sample.companies.begin(), sample.companies.end(),
                         [&](const Coverage& one) { return one.dossier.symbol == symbol; });
}

Coverage amazon()
{
    return sampleCompany(QStringLiteral("AMZN"));
}
Coverage northridge()
{
    return sampleCompany(QStringLiteral("NRTG"));
}

Fact& factNamed(Coverage& coverage, const QString& name)
{
    return *std::find_if(coverage.dossier.facts.begin(), coverage.dossier.facts.end(),
                         [&](const Fact& fact) { return fact.name == name; });
}

} // namespace

class TestCoverageTables : public QObject
{
    Q_OBJECT

private slots:
    void everySampleCompanyComesBackWhole();
    void cardsOfTheTablesAreCardsOfTheFile();
    void valuesNoSampleHasComeBackToo();
    void companyKeptTwiceAddsNothing();
    void askingASourceAgainAddsNothing();
    void changedFactAddsOneRow();
    void olderFactIsFoundAsOfItsDay();
    void factThatIsGoneStaysInThePast();
    void orderOfFactsIsTheLatest();
    void callsWithOtherWordsSupersede();
    void sentencesAreFoundByTheirWords();
    void claimKeepsItsIdentityAcrossReadings();
    void changedAssumptionKeepsItsPast();
    void changedTextIsNoticed_data();
    void changedTextIsNoticed();
    void damagedCompanyCanBeKeptAnew();
    void globalAssumptionsComeBack();
    void scoringModelsComeBack();
    void unknownCompanySaysSo();
    void bytesTellEverythingButTimes();
};

void TestCoverageTables::everySampleCompanyComesBackWhole()
{
    const WorkspaceData sample = sampleWorkspace();
    QCOMPARE(sample.companies.size(), std::size_t {9});
    const Workspace workspace;
    QStringList symbols;
    for (const Coverage& company : sample.companies) {
        workspace.keep(company, monday);
        symbols.append(company.dossier.symbol);
    }
    for (const Coverage& company : sample.companies) {
        const Coverage read = workspace.read(company.dossier.symbol);
        QVERIFY(read.dossier.facts.size() > 30);
        QVERIFY(read.dossier.facts == company.dossier.facts);
        QVERIFY(read.assumptions == company.assumptions);
        QCOMPARE(read.reading.claims.size(), company.reading.claims.size());
        QCOMPARE(read.calls.front().sentences.size(), company.calls.front().sentences.size());
        QVERIFY(canonicalBytes(read) == canonicalBytes(company));
    }
    symbols.sort();
    QCOMPARE(symbolsOf(workspace.database()).value(), symbols);
}

void TestCoverageTables::cardsOfTheTablesAreCardsOfTheFile()
{
    const WorkspaceData file = sampleWorkspace();
    const Workspace workspace;
    for (const Coverage& company : file.companies)
        workspace.keep(company, monday);
    QVERIFY(writeGlobal(workspace.database(), file.global, monday));
    QVERIFY(writeScoringModels(workspace.database(), file.scoringModels));

    WorkspaceData tables {.made = file.made, .decisions = file.decisions};
    tables.global = readGlobal(workspace.database()).value();
    tables.scoringModels = readScoringModels(workspace.database()).value();
    for (const Coverage& company : file.companies)
        tables.companies.push_back(workspace.read(company.dossier.symbol));

    const auto before = rankedCards(file, {}, {}, QLocale::c());
    const auto after = rankedCards(tables, {}, {}, QLocale::c());
    QVERIFY(before && after);
    QCOMPARE(after->size(), std::size_t {9});
    for (std::size_t i = 0; i < after->size(); ++i)
        QCOMPARE(cardToJson((*after)[i], file.made, QLocale::c()),
                 cardToJson((*before)[i], file.made, QLocale::c()));
}

void TestCoverageTables::valuesNoSampleHasComeBackToo()
{
    Coverage odd = amazon();
    Fact& price = odd.dossier.facts.front();
    price.value = Quantity {.value = -0.1,
                            .low = -1e-300,
                            .high = 1.7976931348623157e308,
                            .bound = Bound::Range,
                            .unit = Unit::of(u"USD") * Unit::of(u"USD") / Unit::of(u"h") / Unit::of(u"h"),
                            .display = Display::BasisPoints};
    price.mention = {QStringLiteral("a, \"b\""), QString(), QStringLiteral("ü")};
    odd.dossier.facts.push_back(price); // twice the same
    odd.dossier.facts.push_back(
        {.name = QStringLiteral("nothing"), .unknown = QStringLiteral("nobody said")});
    odd.reading.claims.front().figures.front().quantity.low = 0.3;
    odd.reading.quantifications.front().values = {0.1, -3, 1e21};
    odd.reading.quantifications.back().values = {};
    odd.calls.front().sentences.front().text = QStringLiteral("𝛼 – “quoted”\nand a second line");
    odd.calls.front().sentences.front().id = 77;
    odd.groups.clear();
    const Workspace workspace;
    workspace.keep(odd, monday);
    const Coverage read = workspace.read(QStringLiteral("AMZN"));
    QVERIFY(read.dossier.facts == odd.dossier.facts);
    QVERIFY(canonicalBytes(read) == canonicalBytes(odd));

    const Coverage empty {.dossier = {.symbol = QStringLiteral("NONE")}};
    workspace.keep(empty, monday);
    QVERIFY(canonicalBytes(workspace.read(QStringLiteral("NONE"))) == canonicalBytes(empty));
}

void TestCoverageTables::companyKeptTwiceAddsNothing()
{
    const Workspace workspace;
    workspace.keep(amazon(), monday);
    const qint64 rows = workspace.allRows();
    QVERIFY(rows > 200);
    workspace.keep(amazon(), tuesday);
    QCOMPARE(workspace.allRows(), rows);
    QCOMPARE(workspace.count(QStringLiteral("SELECT count(*) FROM fact WHERE until IS NOT NULL")), 0);
}

void TestCoverageTables::askingASourceAgainAddsNothing()
{
    const Workspace workspace;
    Coverage company = amazon();
    workspace.keep(company, monday);
    const qint64 rows = workspace.allRows();
    for (Fact& fact : company.dossier.facts)
        fact.source.fetched = QStringLiteral("2026-05-12T06:00:00Z");
    workspace.keep(company, tuesday);
    QCOMPARE(workspace.allRows(), rows);
    QVERIFY(workspace.read(QStringLiteral("AMZN")).dossier.facts == company.dossier.facts);
}

void TestCoverageTables::changedFactAddsOneRow()
{
    const Workspace workspace;
    Coverage company = amazon();
    workspace.keep(company, monday);
    const qint64 rows = workspace.allRows();
    factNamed(company, QStringLiteral("price")).value->value = 300;
    workspace.keep(company, tuesday);
    QCOMPARE(workspace.allRows(), rows + 1);
    QVERIFY(workspace.read(QStringLiteral("AMZN")).dossier.facts == company.dossier.facts);
}

void TestCoverageTables::olderFactIsFoundAsOfItsDay()
{
    const Workspace workspace;
    const Coverage first = amazon();
    Coverage later = first;
    factNamed(later, QStringLiteral("price")).value->value = 300;
    later.dossier.nextReport = QStringLiteral("2026-10-29");
    workspace.keep(first, monday);
    workspace.keep(later, wednesday);
    QVERIFY(canonicalBytes(workspace.read(QStringLiteral("AMZN"), tuesday)) == canonicalBytes(first));
    QVERIFY(canonicalBytes(workspace.read(QStringLiteral("AMZN"), wednesday)) == canonicalBytes(later));
    const auto before = readCoverage(workspace.database(), QStringLiteral("AMZN"), monday - 1);
    QVERIFY(!before);
    QCOMPARE(before.error().kind, Error::Kind::NotFound);
}

void TestCoverageTables::factThatIsGoneStaysInThePast()
{
    const Workspace workspace;
    Coverage company = amazon();
    workspace.keep(company, monday);
    const qint64 rows = workspace.rows(QStringLiteral("fact"));
    const Fact gone = company.dossier.facts.back();
    company.dossier.facts.pop_back();
    workspace.keep(company, wednesday);
    QCOMPARE(workspace.rows(QStringLiteral("fact")), rows);
    QVERIFY(!workspace.read(QStringLiteral("AMZN")).dossier.fact(gone.name));
    QVERIFY(workspace.read(QStringLiteral("AMZN"), tuesday).dossier.fact(gone.name));
}

void TestCoverageTables::orderOfFactsIsTheLatest()
{
    const Workspace workspace;
    Coverage company = amazon();
    workspace.keep(company, monday);
    const qint64 rows = workspace.allRows();
    std::reverse(company.dossier.facts.begin(), company.dossier.facts.end());
    std::reverse(company.assumptions.begin(), company.assumptions.end());
    workspace.keep(company, tuesday);
    QCOMPARE(workspace.allRows(), rows);
    QVERIFY(canonicalBytes(workspace.read(QStringLiteral("AMZN"))) == canonicalBytes(company));
}

void TestCoverageTables::callsWithOtherWordsSupersede()
{
    const Workspace workspace;
    Coverage company = northridge();
    workspace.keep(company, monday);
    const qint64 calls = workspace.rows(QStringLiteral("call"));
    const QString period = company.calls.front().id;
    const QString before = company.calls.front().sentences.front().text;
    company.calls.front().sentences.front().text = QStringLiteral("Corrected.");
    workspace.keep(company, wednesday);

    QCOMPARE(workspace.rows(QStringLiteral("call")), calls + 1);
    QCOMPARE(workspace.count(QStringLiteral("SELECT count(*) FROM call old JOIN call new ON "
                                            "old.superseded_by = new.id AND old.period = new.period")),
             1);
    const Coverage now = workspace.read(QStringLiteral("NRTG"));
    QCOMPARE(now.calls.front().id, period);
    QCOMPARE(now.calls.front().sentences.front().text, QStringLiteral("Corrected."));
    QCOMPARE(workspace.read(QStringLiteral("NRTG"), tuesday).calls.front().sentences.front().text, before);
}

void TestCoverageTables::sentencesAreFoundByTheirWords()
{
    const Workspace workspace;
    Coverage company = northridge();
    company.calls.front().sentences.back().text = QStringLiteral("Our zeppelins were inferring naïvely.");
    workspace.keep(company, monday);
    workspace.keep(amazon(), monday);
    const auto found = [&](const QString& words) {
        return workspace.count(
            QStringLiteral("SELECT s.number FROM sentence_words w JOIN sentence s ON s.id = w.rowid "
                           "WHERE sentence_words MATCH '%1'")
                .arg(words));
    };
    const int number = company.calls.front().sentences.back().id;
    QCOMPARE(found(QStringLiteral("zeppelin")), number);
    QCOMPARE(found(QStringLiteral("naively AND inferred")), number); // stems, and no accents
    QCOMPARE(found(QStringLiteral("zeppelin AND submarine")), -1);
    QVERIFY(run(workspace.database(), QStringLiteral("INSERT INTO sentence_words(sentence_words, rank) "
                                                     "VALUES('integrity-check', 1)")));
}

void TestCoverageTables::claimKeepsItsIdentityAcrossReadings()
{
    const Workspace workspace;
    Coverage company = amazon();
    workspace.keep(company, monday);
    const qint64 claims = workspace.rows(QStringLiteral("claim"));
    QCOMPARE(claims, 24);
    company.reading.claims.front().title = QStringLiteral("Renamed");
    company.reading.claims.pop_back();
    workspace.keep(company, wednesday);
    QCOMPARE(workspace.rows(QStringLiteral("claim")), claims);
    QCOMPARE(workspace.rows(QStringLiteral("reading")), 2);
    QCOMPARE(workspace.rows(QStringLiteral("claim_reading")), 24 + 23);
    QCOMPARE(workspace.read(QStringLiteral("AMZN")).reading.claims.front().title, QStringLiteral("Renamed"));
    QVERIFY(canonicalBytes(workspace.read(QStringLiteral("AMZN"), tuesday)) == canonicalBytes(amazon()));
}

void TestCoverageTables::changedAssumptionKeepsItsPast()
{
    const Workspace workspace;
    std::vector<Assumption> assumptions = defaults();
    QVERIFY(writeGlobal(workspace.database(), assumptions, monday));
    const qint64 rows = workspace.rows(QStringLiteral("proposal"));
    assumptions.front().value = QStringLiteral("12%");
    QVERIFY(writeGlobal(workspace.database(), assumptions, wednesday));
    QVERIFY(writeGlobal(workspace.database(), assumptions, wednesday + day));
    QCOMPARE(workspace.rows(QStringLiteral("proposal")), rows + 1);
    QVERIFY(readGlobal(workspace.database()).value() == assumptions);
    QVERIFY(readGlobal(workspace.database(), tuesday).value() == defaults());
}

void TestCoverageTables::changedTextIsNoticed_data()
{
    QTest::addColumn<QString>("damage");
    const auto damage = [](const char* sql) { QTest::newRow(sql) << QString::fromLatin1(sql); };
    damage("UPDATE sentence SET text = text || '.' WHERE id = 1");
    damage("UPDATE fact SET value = value * 1.0000001 WHERE name = 'price'");
    damage("UPDATE fact SET bound = 'nonsense' WHERE name = 'base.revenue'");
    damage("UPDATE claim_figure SET quote = quote + 1");
    damage("UPDATE claim_figure SET claim_place = claim_place + 100");
    damage("DELETE FROM question");
    damage("DELETE FROM calendar");
    damage("UPDATE reading SET until = 0");
    damage("UPDATE company SET checksum = NULL");
    damage("UPDATE quantification SET said = '[' ");
}

void TestCoverageTables::changedTextIsNoticed()
{
    QFETCH(QString, damage);
    const Workspace workspace;
    Coverage company = amazon();
    factNamed(company, QStringLiteral("base.revenue")).value->bound = Bound::About;
    workspace.keep(company, monday);
    QVERIFY(run(workspace.database(), QStringLiteral("PRAGMA foreign_keys = OFF")));
    auto damaged = run(workspace.database(), damage);
    QVERIFY2(damaged && damaged->changed() > 0, qPrintable(damage));
    const auto read = readCoverage(workspace.database(), QStringLiteral("AMZN"));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::BadData);
    QVERIFY(read.error().message.startsWith(
        QStringLiteral("What this workspace holds about AMZN has been damaged")));
}

void TestCoverageTables::damagedCompanyCanBeKeptAnew()
{
    const Workspace workspace;
    workspace.keep(amazon(), monday);
    for (const char* damage : {"UPDATE sentence SET text = 'x'", "UPDATE quote SET text = 'y'"})
        QVERIFY(run(workspace.database(), QString::fromLatin1(damage)));
    QVERIFY(!readCoverage(workspace.database(), QStringLiteral("AMZN")));
    workspace.keep(amazon(), tuesday);
    QVERIFY(canonicalBytes(workspace.read(QStringLiteral("AMZN"))) == canonicalBytes(amazon()));
}

void TestCoverageTables::globalAssumptionsComeBack()
{
    const Workspace workspace;
    QVERIFY(readGlobal(workspace.database()).value().empty());
    std::vector<Assumption> assumptions = defaults();
    assumptions.push_back(
        assume(QStringLiteral("margin"), QStringLiteral("$3/item"), QStringLiteral("industry/Rail")));
    QVERIFY(writeGlobal(workspace.database(), assumptions, monday));
    workspace.keep(amazon(), monday); // a company's own assumptions stand apart
    QVERIFY(readGlobal(workspace.database()).value() == assumptions);
}

void TestCoverageTables::scoringModelsComeBack()
{
    const std::vector<ScoringModel> models = sampleWorkspace().scoringModels;
    const Workspace workspace;
    QVERIFY(writeScoringModels(workspace.database(), models));
    QVERIFY(writeScoringModels(workspace.database(), models)); // in place of the first
    const std::vector<ScoringModel> read = readScoringModels(workspace.database()).value();
    QVERIFY(!models.empty());
    QVERIFY(read == models);
}

void TestCoverageTables::unknownCompanySaysSo()
{
    const Workspace workspace;
    const auto read = readCoverage(workspace.database(), QStringLiteral("XYZ"));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::NotFound);
    QCOMPARE(read.error().message, QStringLiteral("This workspace holds nothing about XYZ."));
}

void TestCoverageTables::bytesTellEverythingButTimes()
{
    Coverage company = amazon();
    company.dossier.facts.front().source.fetched = QStringLiteral("2026-05-12T06:00:00Z");
    QVERIFY(canonicalBytes(company) != canonicalBytes(amazon()));
    QVERIFY(canonicalBytes(company, Canon::WithoutTimes) == canonicalBytes(amazon(), Canon::WithoutTimes));
    company.calls.back().sentences.back().text += u' ';
    QVERIFY(canonicalBytes(company, Canon::WithoutTimes) != canonicalBytes(amazon(), Canon::WithoutTimes));
}

QTEST_GUILESS_MAIN(TestCoverageTables)
#include "tst_coveragetables.moc"
