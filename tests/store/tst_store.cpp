#include "core/store/canonical.h"
#include "core/store/fingerprint.h"
#include "core/store/storethread.h"
#include "tests/store/stores.h"

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// A workspace file gives back what was put in, company by company, and says what it cannot.
class TestStore : public QObject
{
    Q_OBJECT

private:
    static Coverage company(const QString& symbol)
    {
        for (const Coverage& one : WorkspaceFolder::data().companies)
            if (one.dossier.symbol == symbol)
                return one;
        return {};
    }

private slots:
    void theSampleComesBackAsItWasPutIn()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"sample.plumbline"_s);
        const WorkspaceData put = sampleWorkspace();
        QVERIFY(Store::create(path, put));
        const WorkspaceData got = Store::open(path, Store::Access::Read).value()->everything().value();
        QCOMPARE(got.made, put.made);
        QCOMPARE(fingerprint(got.global), fingerprint(put.global));
        QCOMPARE(fingerprint(got.scoringModels), fingerprint(put.scoringModels));
        QCOMPARE(got.decisions.scenarios, put.decisions.scenarios);
        QCOMPARE(got.decisions.choices.size(), put.decisions.choices.size());
        for (const Choice& one : put.decisions.choices)
            QVERIFY(std::find(got.decisions.choices.begin(), got.decisions.choices.end(), one)
                    != got.decisions.choices.end());
        QCOMPARE(got.companies.size(), put.companies.size());
        for (std::size_t i = 0; i < put.companies.size(); ++i)
            QCOMPARE(canonicalBytes(got.companies[i]), canonicalBytes(put.companies[i]));
    }

    void theFrameOpensAWindow()
    {
        const WorkspaceFolder at;
        const WorkspaceFrame frame = at.open()->frame().value();
        QCOMPARE(frame.made, WorkspaceFolder::data().made);
        QCOMPARE(frame.symbols, QStringList({u"AMZN"_s, u"VRDT"_s}));
        QCOMPARE(frame.decisions.scenarios.front().name, baseScenario);
        QCOMPARE(frame.scoringModels.size(), 2u);
        QVERIFY(!frame.global.empty());
        QVERIFY(frame.edits.done.empty());
        QCOMPARE(at.open()->coverage(u"NONE"_s).error().kind, Error::Kind::NotFound);
    }

    void aCompanyThatIsKeptReplacesWhatIsKnownOfIt()
    {
        const WorkspaceFolder at;
        Coverage changed = company(u"AMZN"_s);
        changed.dossier.facts.front().value->value = 42;
        const auto store = at.open();
        QVERIFY(store->keep(changed, 2000));
        QCOMPARE(canonicalBytes(store->coverage(u"AMZN"_s).value()), canonicalBytes(changed));
        QCOMPARE(store->frame().value().symbols.size(), 2);
        Coverage another = changed;
        another.dossier.symbol = u"NEWC"_s;
        QVERIFY(store->keep(another, 3000));
        QCOMPARE(at.open(Store::Access::Read)->frame().value().symbols,
                 QStringList({u"AMZN"_s, u"NEWC"_s, u"VRDT"_s}));
        QCOMPARE(store->faults(), QStringList());
    }

    void anImportIsOneTransactionAndItsChoicesOneDeed()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        const QString before = store->digest().value();
        Coverage another = company(u"VRDT"_s);
        another.dossier.symbol = u"NEWC"_s;
        Decisions decisions {.choices = {choice(u"20%"_s, u"soft"_s, u"nowhere"_s)}};
        QVERIFY(!store->keepAll({another}, decisions, 2000));
        QCOMPARE(store->digest().value(), before);

        decisions.scenarios = {{u"nowhere"_s, {}}};
        QVERIFY(store->keepAll({another}, decisions, 2000));
        QCOMPARE(store->frame().value().symbols.size(), 3);
        QCOMPARE(chosen(*store, u"soft"_s, u"nowhere"_s), u"20%"_s);
        QCOMPARE(store->undo().value().author, u"import"_s);
        QCOMPARE(chosen(*store, u"soft"_s, u"nowhere"_s), u"none"_s);
        QCOMPARE(store->frame().value().symbols.size(), 3); // facts are never taken back
        QVERIFY(store->keepAll({another}, {}, 2000));
        QVERIFY(store->frame().value().edits.done.empty()); // nothing chosen, no deed
    }

    void theDigestNamesWhatIsHeldNotWhenItWasWritten()
    {
        const WorkspaceFolder one;
        const WorkspaceFolder two;
        const QString digest = one.open()->digest().value();
        QCOMPARE(digest.size(), 64);
        QCOMPARE(two.open()->digest().value(), digest);
        QVERIFY(one.open()->commit(choosing(choice(u"20%"_s))));
        QVERIFY(one.open()->digest().value() != digest);
        QVERIFY(one.open()->undo());
        QCOMPARE(one.open()->digest().value(), digest);
        Coverage changed = company(u"AMZN"_s);
        changed.dossier.facts.front().source.fetched = u"2030-01-01T00:00:00Z"_s;
        QVERIFY(one.open()->keep(changed, 5000));
        QCOMPARE(one.open()->digest().value(), digest);
        changed.calls.front().sentences.front().text += u'!';
        QVERIFY(one.open()->keep(changed, 6000));
        QVERIFY(one.open()->digest().value() != digest);
    }

    void rankingsAreKeptForTheNextStart()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        const double unknown = std::numeric_limits<double>::quiet_NaN();
        const std::vector<KeptScore> ranking {
            {u"VRDT"_s, u"Verdant"_s, true, 1, {81.5, 97, unknown}, {u"flag"_s}, u"2026-01-01"_s},
            {u"AMZN"_s, u"Amazon"_s, false, 2, {67, 97, 0.1}, {}, {}}};
        QVERIFY(store->keepScores(baseScenario, u"v1"_s, ranking, 1000));
        const auto kept = at.open(Store::Access::Read)->scores(baseScenario, u"v1"_s).value();
        QCOMPARE(kept.size(), 2u);
        QCOMPARE(kept[0].symbol, u"VRDT"_s);
        QCOMPARE(kept[0].name, u"Verdant"_s);
        QVERIFY(kept[0].fictional);
        QCOMPARE(kept[0].figures[0], 81.5);
        QVERIFY(std::isnan(kept[0].figures[2]));
        QCOMPARE(kept[0].flags, {u"flag"_s});
        QCOMPARE(kept[1].rank, 2);
        QVERIFY(store->scores(baseScenario, u"v1.1"_s).value().empty());
        QVERIFY(store->scores(u"bear"_s, u"v1"_s).value().empty());

        auto later = ranking;
        later[1].rank = 1;
        later[0].rank = 2;
        QVERIFY(store->keepScores(baseScenario, u"v1"_s, later, 2000));
        QCOMPARE(store->scores(baseScenario, u"v1"_s).value().front().symbol, u"AMZN"_s);
        QCOMPARE(store->keepScores(u"nowhere"_s, u"v1"_s, ranking, 1).error().kind, Error::Kind::NotFound);
    }

    void aNameWithEverythingInItIsAName()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"50 % of? my #1 'ideas' & \"plans\" é 株.plumbline"_s);
        QVERIFY(Store::create(path, WorkspaceFolder::data()));
        QVERIFY(Store::open(path, Store::Access::Write).value()->commit(choosing(choice(u"20%"_s))));
        QCOMPARE(chosen(*Store::open(path, Store::Access::Read).value()), u"20%"_s);
    }

    void aThreadOwnsAStoreAndAlwaysAnswers()
    {
        const WorkspaceFolder at;
        QFuture<Result<Edit>> last;
        {
            StoreThread thread(at.path(), Store::Access::Write);
            QVERIFY(thread.opened().result());
            const auto symbols = thread.run([](Store& store) {
                return store.frame().map([](const WorkspaceFrame& frame) { return frame.symbols; });
            });
            QCOMPARE(symbols.result().value(), QStringList({u"AMZN"_s, u"VRDT"_s}));
            for (int i = 0; i < 20; ++i)
                last = thread.run(
                    [i](Store& store) { return store.commit(choosing(choice(QString::number(i)))); });
        } // what was asked for is done before it goes
        QVERIFY(last.isFinished());
        QCOMPARE(last.result().value().id, 20);
        QCOMPARE(chosen(*at.open()), u"19"_s);
        QVERIFY(at.open()->canWrite());

        StoreThread nowhere(at.file(u"none"_s), Store::Access::Write);
        QCOMPARE(nowhere.opened().result().error().kind, Error::Kind::NotFound);
        const auto thrown = [](Store&) -> Result<void> { throw std::runtime_error("no"); };
        QCOMPARE(nowhere.run(thrown).result().error().kind, Error::Kind::NotFound);
        StoreThread thread(at.path(), Store::Access::Read);
        QCOMPARE(thread.run(thrown).result().error().kind, Error::Kind::Storage);
        QVERIFY(thread.opened().result());
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
