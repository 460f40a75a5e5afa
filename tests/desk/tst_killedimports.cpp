#include "core/desk/takeover.h"
#include "core/formats/card.h"
#include "core/store/canonical.h"
#include "core/store/scale.h"
#include "tests/store/killed.h"
#include "tests/store/stores.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

namespace {

QString mark(qint64 number)
{
    return u"import %1"_s.arg(number);
}

std::vector<Card> allCards()
{
    return rankedCards(WorkspaceFolder::data(), {}, {}, QLocale::c()).value();
}

/// A card whose company, facts and scenario all carry the number of its import: half of it would show.
QByteArray cardNumber(qint64 number, const std::vector<Card>& cards)
{
    Card card = cards[std::size_t(number) % cards.size()];
    card.coverage.dossier.name = mark(number);
    for (Fact& fact : card.coverage.dossier.facts)
        fact.note = mark(number);
    for (Assumption& one : card.coverage.assumptions)
        one.note = mark(number);
    card.decisions = {.choices = {}, .scenarios = {{baseScenario, {}}, {mark(number), {}}}};
    return cardToJson(card, u"2026-05-11T00:00:00Z"_s, QLocale::c());
}

/// Imports card after card, as many calls of `import card` do, and reports each that is done.
int importForEver(const QString& path, qint64 number)
{
    const auto cards = allCards();
    for (;; ++number) {
        if (!QFile::exists(path) && !writeEmpty(path, resources(), u"2026-05-11T00:00:00Z"_s))
            return 1;
        const auto card = cardFromJson(cardNumber(number, cards));
        const auto store = Store::open(path, Store::Access::Write);
        if (!card || !store || !(*store)->canWrite() || !takeOver(**store, *card, number))
            return 2;
        if (!report(number))
            return 3;
    }
}

/// The import a company is of, read from its name; nothing where it is not, byte for byte, what that card holds.
std::optional<qint64> wholeImport(const Coverage& company, const Decisions& decisions,
                                  const std::vector<Card>& cards)
{
    const QString name = company.dossier.name;
    const qint64 number = name.section(u' ', 1).toLongLong();
    const CardFile card = cardFromJson(cardNumber(number, cards)).value();
    const bool hasScenario = std::any_of(decisions.scenarios.begin(), decisions.scenarios.end(),
                                         [&](const Scenario& one) { return one.name == name; });
    const bool whole = hasScenario && canonicalBytes(card.coverage) == canonicalBytes(company);
    return whole ? std::optional(number) : std::nullopt;
}

} // namespace

/// `import card` is killed at seeded moments, while a workspace is made and while cards are taken over.
class TestKilledImports : public QObject
{
    Q_OBJECT

private slots:
    void everyImportReportedIsWhollyThereAndNoneIsHalf()
    {
        const int kills = qEnvironmentVariableIsSet("PLUMBLINE_LONG") ? 100 : 12;
        const auto cards = allCards();
        const QTemporaryDir folder;
        QRandomGenerator random(20260511);
        QString path;
        qint64 next = 1;
        qint64 reported = 0; // of this workspace
        int imports = 0;
        for (int kill = 0; kill < kills; ++kill) {
            if (kill % 4 == 0) { // a workspace that is still to be made
                path = folder.filePath(u"%1.plumbline"_s.arg(kill));
                reported = 0;
            }
            const auto numbers = reportedBeforeKill({u"--import"_s, path, QString::number(next)}, From::Start,
                                                    int(random.bounded(1500)));
            imports += int(numbers.size());
            if (!numbers.empty())
                reported = numbers.back();
            const qint64 last =
                numbers.empty() ? next : numbers.back() + 1; // may have been kept, not yet reported
            next = last + 1;
            if (!QFile::exists(path)) {
                QCOMPARE(reported, 0);
                continue;
            }
            const auto store = Store::open(path, Store::Access::Write).value();
            QVERIFY2(store->canWrite(), qPrintable(store->readOnlyReason()));
            QCOMPARE(store->faults(), QStringList());
            const WorkspaceData data = store->everything().value();
            qint64 newest = 0;
            for (const Coverage& one : data.companies) {
                const auto import = wholeImport(one, data.decisions, cards);
                QVERIFY2(import, qPrintable(u"kill %1 left half of an import of %2"_s.arg(kill).arg(
                                     one.dossier.symbol)));
                newest = std::max(newest, *import);
            }
            QVERIFY2(
                newest >= reported && newest <= last,
                qPrintable(u"kill %1: %2 was reported, %3 is there"_s.arg(kill).arg(reported).arg(newest)));
            QCOMPARE(QDir(folder.path()).entryList({QFileInfo(path).fileName() + u".new-*"_s}),
                     QStringList());
        }
        qInfo("%d imports were reported over %d kills", imports, kills);
        QVERIFY(imports > 0); // how many there are between kills depends on the machine
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication program(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--import") == 0)
        return importForEver(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toLongLong());
    TestKilledImports test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killedimports.moc"
