#include "core/desk/takeover.h"
#include "core/formats/card.h"
#include "core/store/scale.h"
#include "tests/store/stores.h"

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// What a workspace takes of a card, and how it is taken back.
class TestTakeOver : public QObject
{
    Q_OBJECT

private:
    static CardFile amazon(const std::vector<Choice>& choices)
    {
        WorkspaceData data = WorkspaceFolder::data();
        data.decisions.choices = choices;
        const auto cards = rankedCards(data, {}, {}, QLocale::c()).value();
        const Card& card = **cardOf(cards, u"AMZN"_s);
        return cardFromJson(cardToJson(card, data.made, QLocale::c())).value();
    }
    static Choice taxRate(const QString& value)
    {
        return {.scenario = baseScenario,
                .subject = u"global"_s,
                .field = u"assumption/tax_rate"_s,
                .value = value};
    }
    static std::unique_ptr<Store> empty(const QTemporaryDir& folder)
    {
        const QString path = folder.filePath(u"empty.plumbline"_s);
        if (!writeEmpty(path, resources(), u"2026-05-11T00:00:00Z"_s))
            qFatal("no workspace could be made");
        return std::move(*Store::open(path, Store::Access::Write));
    }

private slots:
    void anEmptyWorkspaceTakesEverything()
    {
        const QTemporaryDir folder;
        const auto store = empty(folder);
        const CardFile card = amazon({choice(u"20%"_s), taxRate(u"28%"_s)});
        QCOMPARE(takeOver(*store, card, 5).value(), QStringList());
        QCOMPARE(store->frame().value().decisions.choices.size(), 2u);
        QCOMPARE(store->frame().value().decisions.scenarios, card.scenarios);
    }

    void choicesAreOneEditThatIsTakenBack()
    {
        const QTemporaryDir folder;
        const auto store = empty(folder);
        QVERIFY(takeOver(*store, amazon({choice(u"20%"_s), taxRate(u"28%"_s)}), 5));
        QCOMPARE(store->frame().value().edits.done.size(), 1u);
        QVERIFY(store->undo());
        QVERIFY(store->frame().value().decisions.choices.empty());
        QVERIFY(store->redo());
        QCOMPARE(chosen(*store), u"20%"_s);
    }

    void choicesThatStandStandAlone()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        QVERIFY(store->commit(choosing(choice(u"28%"_s))));
        const auto before = store->frame().value().decisions;
        const QStringList said =
            takeOver(*store,
                     amazon({choice(u"20%"_s), choice(u"10%"_s, u"assumption/recognised.trainium"_s)}), 5)
                .value();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.constFirst().contains(u"margin.aws=20%, recognised.trainium=10%"),
                 qPrintable(said.constFirst()));
        QVERIFY(store->frame().value().decisions.choices == before.choices);
    }

    void whatWouldChangeOthersIsNotTaken()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        const CardFile card = amazon({taxRate(u"28%"_s)});
        const QStringList said = takeOver(*store, card, 5).value();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.constFirst().contains(u"tax_rate=28%"), qPrintable(said.constFirst()));
        const std::vector<Choice> choices = store->frame().value().decisions.choices;
        for (const Choice& one : choices)
            QVERIFY(one.field != u"assumption/tax_rate");
    }

    void keptScoresAreCurrentUntilSomethingChanges()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        QVERIFY(store->currentScores(baseScenario, u"v1"_s).value().empty());
        QVERIFY(store->keepScores(baseScenario, u"v1"_s,
                                  {{.symbol = u"AMZN"_s, .rank = 1}, {.symbol = u"VRDT"_s, .rank = 2}}, 5));
        QCOMPARE(store->currentScores(baseScenario, u"v1"_s).value().size(), 2u);
        QVERIFY(store->commit(choosing(choice(u"28%"_s))));
        QVERIFY(store->currentScores(baseScenario, u"v1"_s).value().empty());
        QCOMPARE(store->scores(baseScenario, u"v1"_s).value().size(), 2u); // still painted first
        QVERIFY(store->undo());
        QCOMPARE(store->currentScores(baseScenario, u"v1"_s).value().size(), 2u);
    }
};

QTEST_GUILESS_MAIN(TestTakeOver)
#include "tst_takeover.moc"
