#include "core/desk/assume.h"
#include "core/desk/desk.h"
#include "core/store/store.h"
#include "tests/examples.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// A workspace on disk and a desk over it: what is previewed, kept, undone and found again.
class TestDesk : public QObject
{
    Q_OBJECT

private:
    const QString amazon = u"AMZN"_s;
    const QString subject = u"company/AMZN"_s;
    const QString margin = u"assumption/margin.aws"_s;
    std::unique_ptr<QTemporaryDir> m_folder {};
    std::unique_ptr<Desk> m_desk {};

    QString path() const { return m_folder->filePath(u"sample.plumbline"_s); }

    /// Opens the workspace and waits until all cards are made and Amazon's is at hand.
    std::unique_ptr<Desk> opened()
    {
        auto desk = std::make_unique<Desk>(QLocale::c());
        desk->open(path());
        [&] { QTRY_VERIFY_WITH_TIMEOUT(desk->isComplete(), 60000); }();
        desk->askForCard(amazon);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(desk->card(amazon) != nullptr, 60000); }();
        return desk;
    }

    double uplift() const
    {
        return examples::percent(m_desk->card(amazon)->sheet, u"aggregate.eps_uplift_percent"_s);
    }
    double conviction() const
    {
        return examples::printed(m_desk->card(amazon)->sheet, u"conviction.total"_s, 2);
    }
    /// What the ranking says of Amazon.
    RankedCompany row() const
    {
        for (const RankedCompany& one : *m_desk->ranking())
            if (one.symbol == amazon)
                return one;
        return {};
    }
    bool isSaved() const { return m_desk->saving().state == Saving::State::Saved; }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        const auto made = Store::create(path(), examples::sampleWorkspace());
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        m_desk = opened();
        QCOMPARE(m_desk->companies(), std::size_t {9});
        QVERIFY(m_desk->card(amazon) != nullptr);
    }

    void cleanup() { m_desk.reset(); }

    void ranksAsTheCommandLineDoes()
    {
        const std::vector<Card> cards =
            rankedCards(examples::sampleWorkspace(), {}, {}, QLocale::c()).value();
        QCOMPARE(m_desk->ranking()->size(), cards.size());
        for (std::size_t i = 0; i < cards.size(); ++i) {
            QCOMPARE((*m_desk->ranking())[i].symbol, cards[i].coverage.dossier.symbol);
            QCOMPARE(m_desk->rankBefore(cards[i].coverage.dossier.symbol), static_cast<int>(i) + 1);
        }
        QCOMPARE(uplift(), 10.30);
    }

    void aPreviewMovesCardAndRankingAndWritesNothing()
    {
        QSignalSpy ranked(m_desk.get(), &Desk::rankingChanged);
        m_desk->preview(subject, margin, u"22%"_s);
        m_desk->preview(subject, margin, u"20%"_s);
        QTRY_COMPARE(uplift(), 8.37);
        QCOMPARE(conviction(), 66.26);
        QTRY_COMPARE(std::round(row().figure(RankedFigure::EpsUplift) * 1e4) / 100, 8.37);
        QVERIFY(!ranked.isEmpty());
        QVERIFY(m_desk->undoTitle().isEmpty());
        QVERIFY(isSaved());

        m_desk->cancelPreview();
        QTRY_COMPARE(uplift(), 10.30);
    }

    void anEditIsKeptAndTakenBack()
    {
        m_desk->preview(subject, margin, u"20%"_s);
        m_desk->commit(subject, margin, u"20%"_s, u"AWS margin 25 % → 20 %"_s);
        QCOMPARE(m_desk->undoTitle(), u"AWS margin 25 % → 20 %"_s);
        QTRY_COMPARE(uplift(), 8.37);
        QCOMPARE(m_desk->card(amazon)->decisions.choices.back().basedOn,
                 u"operating_margin.aws * (1 - tax_rate) - haircut.aws"_s);
        QTRY_VERIFY(isSaved());

        m_desk->undo();
        QTRY_COMPARE(uplift(), 10.30);
        QVERIFY(m_desk->undoTitle().isEmpty());
        QCOMPARE(m_desk->redoTitle(), u"AWS margin 25 % → 20 %"_s);
        m_desk->redo();
        QTRY_COMPARE(uplift(), 8.37);
        m_desk->reset(subject, margin, u"AWS margin as proposed"_s);
        QTRY_COMPARE(uplift(), 10.30);
        QTRY_VERIFY(isSaved());
    }

    void whatStandsAlreadyIsNotWritten()
    {
        m_desk->commit(u"claim/AMZN/custom_silicon"_s, u"counted_share"_s, u"75.0%"_s, u"nothing"_s);
        m_desk->commit(subject, margin, u"operating_margin.aws * (1 - tax_rate) - haircut.aws"_s,
                       u"nothing"_s);
        m_desk->reset(subject, margin, u"nothing"_s);
        QVERIFY(m_desk->undoTitle().isEmpty());
        QVERIFY(isSaved());
    }

    void aCountedShareMovesTheRank()
    {
        const int before = row().rank;
        m_desk->commit(u"claim/AMZN/custom_silicon"_s, u"counted_share"_s, u"25%"_s, u"Silicon 25 %"_s);
        QTRY_COMPARE(m_desk->card(amazon)->pricedIn, u"high"_s);
        QTRY_VERIFY(row().rank != before);
        QCOMPARE(row().figure(RankedFigure::PricedIn), 3.0);
    }

    void everybodyFollowsTheTaxRate()
    {
        const double before = uplift();
        const Ranking was = *m_desk->ranking();
        m_desk->preview(u"global"_s, u"assumption/tax_rate"_s, u"35%"_s);
        QTRY_VERIFY(uplift() != before);
        const WorkspaceData data = examples::sampleWorkspace();
        DeskQuestion question;
        question.settings = {{u"tax_rate"_s, u"35%"_s}};
        const std::vector<Card> cards = rankedCards(data, amazon, question, QLocale::c()).value();
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const RankedCompany& one = (*m_desk->ranking())[i];
            QCOMPARE(one.symbol, cards[i].coverage.dossier.symbol);
            const auto expected = cards[i].sheet.value(nameOf(RankedFigure::EpsUplift));
            QVERIFY(std::isnan(one.figure(RankedFigure::EpsUplift))
                    || one.figure(RankedFigure::EpsUplift) == *expected);
        }
        m_desk->cancelPreview();
        QTRY_COMPARE(uplift(), before);
        QTRY_COMPARE((*m_desk->ranking())[0].figures[0], was[0].figures[0]);
    }

    /// A formula for everybody is no number in a column: all cards are made again.
    void aGlobalFormulaIsFollowedToo()
    {
        const double before = uplift();
        m_desk->commit(u"global"_s, u"assumption/tax_rate"_s, u"30% + 5%"_s, u"Tax"_s);
        QTRY_VERIFY(uplift() != before && m_desk->isComplete());
        QTRY_COMPARE(std::round(row().figure(RankedFigure::EpsUplift) * 1e4) / 100, uplift());
    }

    void aScenarioHasItsOwnChoices()
    {
        m_desk->setScenario(u"bear"_s);
        QCOMPARE(m_desk->scenario(), u"bear"_s);
        QTRY_COMPARE(m_desk->card(amazon)->scenario, u"bear"_s);
        QTRY_VERIFY(m_desk->isComplete());
        const double bear = uplift();
        QVERIFY(bear < 10.30);
        m_desk->commit(subject, margin, u"12.5%"_s, u"bear margin"_s);
        QTRY_VERIFY(uplift() < bear);
        QVERIFY(m_desk->rankBefore(amazon) > 0);
        m_desk->setScenario(baseScenario);
        QTRY_COMPARE(m_desk->card(amazon)->scenario, baseScenario);
        QTRY_COMPARE(uplift(), 10.30);
    }

    void scenariosComeAndGoAsEdits()
    {
        QSignalSpy changed(m_desk.get(), &Desk::scenariosChanged);
        QSignalSpy refused(m_desk.get(), &Desk::refused);
        const std::size_t before = m_desk->scenarios().size();
        m_desk->addScenario(u"crash"_s, u"everything falls"_s);
        QCOMPARE(m_desk->scenarios().size(), before + 1);
        m_desk->addScenario(u"Crash"_s, {});
        QCOMPARE(refused.size(), 1);
        m_desk->setScenario(u"crash"_s);
        m_desk->commit(subject, margin, u"5%"_s, u"crash margin"_s);
        m_desk->removeScenario(u"crash"_s);
        QCOMPARE(m_desk->scenario(), baseScenario);
        QCOMPARE(m_desk->scenarios().size(), before);
        m_desk->removeScenario(baseScenario);
        QCOMPARE(refused.size(), 2);
        m_desk->undo();
        QCOMPARE(m_desk->scenarios().size(), before + 1);
        m_desk->setScenario(u"crash"_s);
        QTRY_VERIFY(m_desk->card(amazon)->scenario == u"crash" && uplift() < 5);
        QVERIFY(changed.size() >= 3);
        QTRY_VERIFY(isSaved());
    }

    void refusesWhatCannotStand_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("no formula") << u"assumption/margin.aws"_s << u"20% +"_s;
        QTest::newRow("no percent sign") << u"assumption/margin.aws"_s << u"20"_s;
        QTest::newRow("another unit") << u"assumption/margin.aws"_s << u"$3B"_s;
        QTest::newRow("a formula of another unit") << u"assumption/margin.aws"_s << u"revenue * 2"_s;
        QTest::newRow("no such name") << u"assumption/margin.nowhere"_s << u"20%"_s;
        QTest::newRow("tax") << u"assumption/tax_rate"_s << u"150%"_s;
        QTest::newRow("ring") << u"assumption/margin.aws"_s << u"margin.aws * 2"_s;
    }

    void refusesWhatCannotStand()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QSignalSpy refused(m_desk.get(), &Desk::refused);
        m_desk->preview(subject, field, value);
        m_desk->commit(subject, field, value, u"nonsense"_s);
        QCOMPARE(refused.size(), 1);
        QVERIFY(!refused.first().first().toString().isEmpty());
        QVERIFY(m_desk->undoTitle().isEmpty());
        QTRY_COMPARE(uplift(), 10.30);
    }

    void allIsThereAfterARestart()
    {
        m_desk->commit(subject, margin, u"20%"_s, u"first"_s);
        m_desk->commit(subject, margin, u"15%"_s, u"second"_s);
        m_desk->close();
        m_desk = opened();
        QVERIFY(uplift() < 8);
        QCOMPARE(m_desk->undoTitle(), u"second"_s);
        m_desk->undo();
        QTRY_COMPARE(uplift(), 8.37);
        m_desk->undo();
        QTRY_COMPARE(uplift(), 10.30);
        m_desk->close();
        m_desk = opened();
        QCOMPARE(uplift(), 10.30);
        QCOMPARE(m_desk->redoTitle(), u"first"_s);
    }

    void theLastRankingIsPaintedFirst()
    {
        const Ranking was = *m_desk->ranking();
        m_desk->close();
        m_desk = std::make_unique<Desk>(QLocale::c());
        const auto painted = std::make_shared<bool>(false);
        connect(m_desk.get(), &Desk::rankingChanged, this, [this, was, painted] {
            if (!m_desk->isComplete() && !m_desk->ranking()->empty())
                *painted = m_desk->ranking()->size() == was.size()
                        && m_desk->ranking()->front().symbol == was.front().symbol;
        });
        m_desk->open(path());
        QTRY_VERIFY(m_desk->isComplete());
        QVERIFY(*painted);
    }

    void whatCannotBeWrittenIsTriedAgain()
    {
        {
            auto other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(path());
            QVERIFY(other.open());
            QSqlQuery hold(other);
            QVERIFY2(hold.exec(u"BEGIN IMMEDIATE"_s), qPrintable(hold.lastError().text()));
            m_desk->commit(subject, margin, u"20%"_s, u"held up"_s);
            QCOMPARE(m_desk->saving().state, Saving::State::Pending);
            QTRY_VERIFY_WITH_TIMEOUT(m_desk->saving().state == Saving::State::NotSaved, 60000);
            QVERIFY(!m_desk->saving().reason.isEmpty());
            QTRY_COMPARE(uplift(), 8.37);
            QVERIFY(hold.exec(u"ROLLBACK"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        m_desk->commit(subject, margin, u"15%"_s, u"and on"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isSaved(), 60000);
        m_desk->close();
        const auto store = Store::open(path(), Store::Access::Read);
        QVERIFY(store);
        QCOMPARE((*store)->frame()->edits.done.size(), std::size_t {2});
    }

    void aSecondDeskReadsAndFollows()
    {
        const auto second = opened();
        QCOMPARE(second->saving().state, Saving::State::ReadOnly);
        QVERIFY(!second->saving().reason.isEmpty());
        QSignalSpy refused(second.get(), &Desk::refused);
        second->commit(subject, margin, u"10%"_s, u"not mine"_s);
        QCOMPARE(refused.size(), 1);
        second->preview(subject, margin, u"10%"_s);
        const auto shown = [&] {
            return examples::percent(second->card(amazon)->sheet, u"aggregate.eps_uplift_percent"_s);
        };
        QTRY_VERIFY(shown() < 8);
        second->cancelPreview();
        QTRY_COMPARE(shown(), 10.30);

        m_desk->commit(subject, margin, u"20%"_s, u"AWS margin"_s);
        QTRY_COMPARE(shown(), 8.37);
        QCOMPARE(second->undoTitle(), u"AWS margin"_s);
    }

    void aSecondDeskWritesOnceTheFirstHasGone()
    {
        const auto second = opened();
        QCOMPARE(second->saving().state, Saving::State::ReadOnly);
        QSignalSpy noticed(second.get(), &Desk::noticed);
        m_desk->commit(subject, margin, u"20%"_s, u"AWS margin"_s);
        m_desk->close();

        QTRY_COMPARE(second->saving().state, Saving::State::Saved);
        QCOMPARE(noticed.size(), 1);
        QCOMPARE(second->undoTitle(), u"AWS margin"_s); // the last thing the first one wrote
        second->undo();
        second->commit(subject, margin, u"15%"_s, u"own"_s);
        second->close();
        const auto store = Store::open(path(), Store::Access::Read);
        QVERIFY(store);
        QCOMPARE((*store)->frame()->edits.done.size(), std::size_t {1});
        QCOMPARE((*store)->frame()->edits.done.back().title, u"own"_s);
    }

    void aFileThatIsNoneLeavesTheOpenOneAlone()
    {
        QSignalSpy failed(m_desk.get(), &Desk::failed);
        m_desk->open(m_folder->filePath(u"nowhere.plumbline"_s));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_desk->path(), path());
        QCOMPARE(uplift(), 10.30);
    }

    void aScriptsSettingsBecomeOneEdit()
    {
        const WorkspaceData data = examples::sampleWorkspace();
        const auto edit =
            editFor(data, u"amzn"_s, baseScenario,
                    {{u"margin.aws"_s, u"20%"_s}, {u"claim.custom_silicon.counted_share"_s, u"25%"_s}});
        QVERIFY2(edit, qPrintable(edit ? QString() : edit.error().message));
        QCOMPARE(edit->changes.size(), std::size_t {2});
        QVERIFY2(edit->title.startsWith(u"margin.aws 25% → 20%"), qPrintable(edit->title));
        const auto* choice = std::get_if<Change<Choice>>(&edit->changes.front());
        QVERIFY(choice != nullptr && choice->after);
        QCOMPARE(choice->after->basedOn, u"operating_margin.aws * (1 - tax_rate) - haircut.aws"_s);
        QVERIFY(editFor(data, {}, baseScenario, {{u"tax_rate"_s, u"25%"_s}}));
        QVERIFY(!editFor(data, {}, baseScenario, {{u"margin.aws"_s, u"25%"_s}}));
        QVERIFY(!editFor(data, amazon, u"nowhere"_s, {{u"margin.aws"_s, u"20%"_s}}));
        QVERIFY(!editFor(data, amazon, baseScenario, {{u"margin.aws"_s, u"margin.aws + 1%"_s}}));
        const auto nothing =
            editFor(data, amazon, baseScenario, {{u"claim.custom_silicon.counted_share"_s, u"75%"_s}});
        QVERIFY(nothing && nothing->changes.empty());
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
