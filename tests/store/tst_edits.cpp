#include "tests/store/stores.h"

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Deeds are kept, taken back and done again, also after the program was closed.
class TestEdits : public QObject
{
    Q_OBJECT

private slots:
    void aCommittedChoiceIsThereWhenTheFileIsOpenedAgain()
    {
        const WorkspaceFolder at;
        const Edit kept = at.open()->commit(choosing(choice(u"20%"_s))).value();
        QVERIFY(kept.id > 0);
        const auto store = at.open();
        QCOMPARE(chosen(*store), u"20%"_s);
        const EditLog log = store->frame().value().edits;
        QCOMPARE(log.done.size(), 1u);
        QCOMPARE(log.done.front().id, kept.id);
        QCOMPARE(log.done.front().title, u"assumption/margin.aws → 20%"_s);
        QCOMPARE(log.done.front().author, u"analyst"_s);
        QCOMPARE(log.done.front().changes, kept.changes);
        QVERIFY(log.undone.empty());
    }

    void undoAndRedoFollowTheLogAcrossRestarts()
    {
        const WorkspaceFolder at;
        for (const QString& value : {u"20%"_s, u"21%"_s, u"22%"_s})
            QVERIFY(at.open()->commit(choosing(choice(value))));
        for (const QString& value : {u"21%"_s, u"20%"_s, u"none"_s}) {
            QVERIFY(at.open()->undo());
            QCOMPARE(chosen(*at.open()), value);
        }
        const auto store = at.open();
        QCOMPARE(store->undo().error().kind, Error::Kind::NotFound);
        const EditLog log = store->frame().value().edits;
        QVERIFY(log.done.empty());
        QCOMPARE(log.undone.size(), 3u);
        QVERIFY(log.undone.back().id < log.undone.front().id); // the back is done again first
        for (const QString& value : {u"20%"_s, u"21%"_s, u"22%"_s}) {
            const qint64 next = store->frame().value().edits.undone.back().id;
            QCOMPARE(store->redo().value().id, next);
            QCOMPARE(chosen(*store), value);
        }
        QCOMPARE(store->redo().error().kind, Error::Kind::NotFound);
    }

    void somethingElseInsteadDropsWhatWasUndone()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        const qint64 first = store->commit(choosing(choice(u"20%"_s))).value().id;
        const qint64 second = store->commit(choosing(choice(u"21%"_s))).value().id;
        QVERIFY(store->undo());
        const qint64 third = store->commit(choosing(choice(u"30%"_s))).value().id;
        QVERIFY(third > second);
        QCOMPARE(store->redo().error().kind, Error::Kind::NotFound);
        QCOMPARE(store->undo().value().id, third);
        QCOMPARE(chosen(*store), u"20%"_s);
        QCOMPARE(store->undo().value().id, first);
        QCOMPARE(store->redo().value().id, first);
        QCOMPARE(store->redo().value().id, third);
        QCOMPARE(chosen(*store), u"30%"_s);
    }

    void whatStoodThereComesBackWhateverTheDeedSaid()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        QVERIFY(store->commit(choosing(choice(u"20%"_s))));
        Edit mistaken = choosing(choice(u"30%"_s));
        std::get<Change<Choice>>(mistaken.changes.front()).before = choice(u"99%"_s);
        const Edit kept = store->commit(mistaken).value();
        QCOMPARE(std::get<Change<Choice>>(kept.changes.front()).before, choice(u"20%"_s));
        QVERIFY(store->undo());
        QCOMPARE(chosen(*store), u"20%"_s);
    }

    void aRemovedScenarioTakesItsChoicesAlongAndBringsThemBack()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        const Decisions before = store->frame().value().decisions;
        const auto inBear = [](const Decisions& decisions) {
            return std::count_if(decisions.choices.begin(), decisions.choices.end(),
                                 [](const Choice& one) { return one.scenario == u"bear"; });
        };
        QCOMPARE(inBear(before), 2);
        QVERIFY(store->keepScores(u"bear"_s, u"v1"_s, {{.symbol = u"AMZN"_s, .rank = 1}}, 5));
        const Edit kept = store
                              ->commit({.title = u"Remove bear"_s,
                                        .changes = {Change<Scenario> {Scenario {u"bear"_s, {}}, {}}}})
                              .value();
        QCOMPARE(kept.changes.size(), 3u);
        const Decisions without = store->frame().value().decisions;
        QCOMPARE(inBear(without), 0);
        QCOMPARE(without.scenarios.size(), before.scenarios.size() - 1);
        Decisions inMemory = before;
        apply(inMemory, kept);
        QCOMPARE(inMemory.choices, without.choices);
        QCOMPARE(inMemory.scenarios, without.scenarios);

        const Edit back = store->undo().value();
        apply(inMemory, reversed(back));
        const Decisions again = store->frame().value().decisions;
        QCOMPARE(inBear(again), 2);
        QCOMPARE(again.scenarios.size(), before.scenarios.size());
        QCOMPARE(inBear(inMemory), 2);
    }

    void aNewScenarioAndItsChoicesAreOneDeed()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        const Edit made {
            .title = u"Add mild"_s,
            .changes = {Change<Choice> {{}, choice(u"24%"_s, u"assumption/margin.aws"_s, u"mild"_s)},
                        Change<Scenario> {{}, Scenario {u"mild"_s, u"between"_s}}}};
        QVERIFY(store->commit(made));
        QCOMPARE(chosen(*store, u"assumption/margin.aws"_s, u"mild"_s), u"24%"_s);
        QVERIFY(store->undo());
        QCOMPARE(chosen(*store, u"assumption/margin.aws"_s, u"mild"_s), u"none"_s);
        QVERIFY(store->redo());
        QCOMPARE(chosen(*store, u"assumption/margin.aws"_s, u"mild"_s), u"24%"_s);
    }

    void aRenamedScenarioKeepsItsChoices()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        Decisions inMemory = store->frame().value().decisions;
        const Edit renamed =
            store
                ->commit({.title = u"Rename bear"_s,
                          .changes = {Change<Scenario> {Scenario {u"bear"_s, {}},
                                                        Scenario {u"grizzly"_s, u"angry"_s}}}})
                .value();
        QCOMPARE(chosen(*store, u"assumption/margin.aws"_s, u"grizzly"_s), u"20%"_s);
        apply(inMemory, renamed);
        QCOMPARE(inMemory.choices, store->frame().value().decisions.choices);
        QCOMPARE(inMemory.scenarios, store->frame().value().decisions.scenarios);
        QVERIFY(store->undo());
        QCOMPARE(chosen(*store, u"assumption/margin.aws"_s, u"bear"_s), u"20%"_s);
    }

    void whatCannotBeKeptChangesNothing()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        const QString before = store->digest().value();
        Edit halfGood = choosing(choice(u"20%"_s));
        halfGood.changes.emplace_back(Change<Choice> {{}, choice(u"1"_s, u"soft"_s, u"nowhere"_s)});
        QCOMPARE(store->commit(halfGood).error().kind, Error::Kind::NotFound);
        const Edit noBase {.title = u"Remove base"_s,
                           .changes = {Change<Scenario> {Scenario {baseScenario, {}}, {}}}};
        QCOMPARE(store->commit(noBase).error().kind, Error::Kind::Invalid);
        QCOMPARE(store->digest().value(), before);
        QVERIFY(store->frame().value().edits.done.empty());
        QVERIFY(store->commit(choosing(choice(u"20%"_s))));
    }

    void hostileTextComesBackAsItWas()
    {
        const WorkspaceFolder at;
        Choice hostile = choice(u"'); DROP TABLE choice; --"_s, u"\u202E\u0000\"{}[],%1 ?"_s);
        hostile.note = QString(100000, u'\U0000FFFD') + u"\n\t😀"_s;
        QVERIFY(at.open()->commit(choosing(hostile)));
        const auto store = at.open();
        QCOMPARE(std::get<Change<Choice>>(store->frame().value().edits.done.front().changes.front()).after,
                 hostile);
        QVERIFY(store->undo());
        QVERIFY(store->redo());
        const Decisions decisions = store->frame().value().decisions;
        QCOMPARE(std::count(decisions.choices.begin(), decisions.choices.end(), hostile), 1);
    }

    void reversedTwiceIsTheSame()
    {
        const Edit edit {.changes = {Change<Choice> {choice(u"1"_s), choice(u"2"_s)},
                                     Change<Scenario> {{}, Scenario {u"x"_s, {}}}}};
        QCOMPARE(reversed(reversed(edit)).changes, edit.changes);
        QVERIFY(reversed(edit).changes != edit.changes);
    }
};

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
