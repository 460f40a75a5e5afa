#include "tests/examples.h"
#include "ui/assumptions/assumptionseditor.h"
#include "ui/assumptions/rangeslider.h"
#include "ui/assumptions/upliftpane.h"
#include "ui/assumptions/valuefield.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

const QString margin = u"company/AMZN:assumption/margin.aws"_s;
const QString silicon = u"claim/AMZN/custom_silicon:counted_share"_s;
const QString tax = u"global:assumption/tax_rate"_s;

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

const std::vector<Card>& sampleCards()
{
    static const std::vector<Card> cards =
        rankedCards(examples::sampleWorkspace(), u"AMZN"_s, {}, english()).value();
    return cards;
}

const Card& sampleCard(const QString& symbol)
{
    return **cardOf(sampleCards(), symbol);
}

/// The card with one more choice of base, or with that choice changed.
Card chosen(const Card& card, Choice choice)
{
    Decisions decisions = card.decisions;
    choice.scenario = baseScenario;
    std::erase_if(decisions.choices, [&](const Choice& one) {
        return one.scenario == choice.scenario && one.subject == choice.subject && one.field == choice.field;
    });
    decisions.choices.push_back(choice);
    return makeCard(card.coverage, card.global, decisions, card.scenario, card.scoringModel, english());
}

AssumptionRow rowOf(const Card& card, const QString& key)
{
    for (const AssumptionRow& row : editorRows(card, english()))
        if (row.key() == key)
            return row;
    return {};
}

} // namespace

/// What may be chosen, as rows.
class AssumptionsEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ColourTheme::Dark); }

    void init()
    {
        m_editor = std::make_unique<AssumptionsEditor>(english());
        m_editor->resize(480, 800);
        m_editor->showCard(sampleCard(u"AMZN"_s));
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    }

    void cleanup() { m_editor.reset(); }

    void aRowSaysValueRangeAuthorAndScope()
    {
        const AssumptionRow row = rowOf(sampleCard(u"AMZN"_s), margin);
        QCOMPARE(row.group, AssumptionRow::Group::Company);
        QCOMPARE(row.title, u"AWS AI incremental net margin"_s);
        QCOMPARE(row.figure, u"margin.aws"_s);
        QCOMPARE(row.text, u"25 %"_s);
        QCOMPARE(row.low, u"20"_s);
        QCOMPARE(row.high, u"30"_s);
        QCOMPARE(row.author, u"card"_s);
        QCOMPARE(row.scope, u"AMZN only"_s);
        QVERIFY(row.computed);
        QVERIFY(!row.overridden);
        QCOMPARE(row.formula, u"operating_margin.aws * (1 - tax_rate) - haircut.aws"_s);
    }

    void aCountedShareIsARowWithWhatWasProposed()
    {
        const AssumptionRow row = rowOf(sampleCard(u"AMZN"_s), silicon);
        QCOMPARE(row.group, AssumptionRow::Group::Counted);
        QCOMPARE(row.text, u"75 %"_s);
        QVERIFY(row.overridden && row.resettable && row.ranged);
        QCOMPARE(row.scale.from(), 0.0);
        QCOMPARE(row.scale.to(), 1.0);
        QCOMPARE(row.proposed, u"0 %"_s);
        QCOMPARE(row.author, u"you"_s);
        QVERIFY(row.resetTo.contains(u"0 %"));
    }

    void onlyClaimsWithAnEffectCanBeCounted()
    {
        const Card& card = sampleCard(u"AMZN"_s);
        QVERIFY(!rowOf(card, u"claim/AMZN/trainium_margin:counted_share"_s).subject.isEmpty()); // soft, sized
        QVERIFY(rowOf(card, u"claim/AMZN/aws_backlog:counted_share"_s).subject.isEmpty());
        QVERIFY(rowOf(card, u"claim/AMZN/rufus_engagement:counted_share"_s).subject.isEmpty());
    }

    void aNearerValueSaysWhatItHides()
    {
        const Card card =
            chosen(sampleCard(u"AMZN"_s),
                   {.subject = u"company/AMZN"_s, .field = u"assumption/tax_rate"_s, .value = u"17%"_s});
        const AssumptionRow row = rowOf(card, u"company/AMZN:assumption/tax_rate"_s);
        QCOMPARE(row.text, u"17 %"_s);
        QVERIFY(row.hides.contains(u"21 %") && row.hides.contains(u"all companies"));
        QCOMPARE(row.resetTo, row.hides);
        QVERIFY(rowOf(card, tax).subject.isEmpty()); // hidden for this company
    }

    void whatABaseChoiceHoldsIsTakenBackInBase()
    {
        const Card& base = sampleCard(u"AMZN"_s);
        const Card bear =
            makeCard(base.coverage, base.global, base.decisions, u"bear"_s, base.scoringModel, english());
        const AssumptionRow own = rowOf(bear, silicon);
        QCOMPARE(own.text, u"25 %"_s);
        QVERIFY(own.resettable);
        QVERIFY(own.resetTo.contains(u"75 %")); // what base says
        const AssumptionRow below = rowOf(bear, u"claim/AMZN/trainium_margin:counted_share"_s);
        QVERIFY(below.overridden && !below.resettable);
        QVERIFY(below.resetTo.contains(u"base"));
    }

    void valuesAreWrittenForTheLanguage_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("display");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, const QString& unit, plumbline::Display display,
                            const QString& text) {
            QTest::newRow(qPrintable(text)) << value << unit << static_cast<int>(display) << text;
        };
        row(0.2, {}, plumbline::Display::Percent, u"20%"_s);
        row(0.1 + 0.2, {}, plumbline::Display::Percent, u"30%"_s);
        row(0.0265, {}, plumbline::Display::Points, u"2.65%"_s);
        row(0.03, {}, plumbline::Display::BasisPoints, u"300bps"_s);
        row(-0.125, {}, plumbline::Display::Years, u"-0.125"_s);
        row(4.22e10, u"USD"_s, plumbline::Display::Plain, u"$42.2B"_s);
        row(300000, u"EUR"_s, plumbline::Display::Plain, u"€300K"_s);
        row(2e6, u"CHF"_s, plumbline::Display::Plain, u"CHF2M"_s);
        row(60, u"USD/h"_s, plumbline::Display::Plain, u"$60/h"_s);
        row(1.56e6, u"h"_s, plumbline::Display::Plain, u"1.56M h"_s);
    }

    void valuesAreWrittenForTheLanguage()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(int, display);
        QFETCH(QString, text);
        const Unit its = Unit::parse(unit).value();
        QCOMPARE(canonicalText(value, its, static_cast<plumbline::Display>(display)), text);
        const auto read = parseLiteral(text);
        QVERIFY(read);
        QCOMPARE(read->value, value);
        QCOMPARE(read->unit, its);
    }

    void aSliderStopsAtRoundPlacesAndBothEnds()
    {
        const SliderScale scale(0.193, 0.281, plumbline::Display::Percent);
        QCOMPARE(scale.valueAt(0), 0.193);
        QCOMPARE(scale.valueAt(scale.last()), 0.281);
        QCOMPARE(canonicalText(scale.valueAt(scale.placeOf(0.25)), {}, plumbline::Display::Percent),
                 u"25%"_s);
        QVERIFY(SliderScale(0.2, 0.2, plumbline::Display::Percent).isEmpty());
        QCOMPARE(SliderScale(0, 1, plumbline::Display::Choice).last(), 1);
    }

    /// As a person drags while each preview brings a new card.
    void draggingPreviewsAndLettingGoCommitsOnce()
    {
        answerPreviews();
        QSignalSpy previewed(m_editor.get(), &AssumptionsEditor::previewed);
        QSignalSpy committed(m_editor.get(), &AssumptionsEditor::committed);
        auto* own = slider(margin);
        QTest::mousePress(own, Qt::LeftButton, {}, own->pointOf(own->value()));
        for (int place = own->value(); place >= 0; place -= 10)
            QTest::mouseMove(own, own->pointOf(place));
        QVERIFY(own->isSliderDown());
        QVERIFY(previewed.size() > 3);
        QCOMPARE(previewed.back().at(2).toString(), u"20%"_s);
        QCOMPARE(field(margin)->text(), u"20 %"_s);
        QCOMPARE(committed.size(), 0);
        QTest::mouseRelease(own, Qt::LeftButton, {}, own->pointOf(0));
        QCOMPARE(committed.size(), 1);
        const QVariantList expected {u"company/AMZN"_s, u"assumption/margin.aws"_s, u"20%"_s,
                                     u"AWS AI incremental net margin 25 % → 20 %"_s};
        QCOMPARE(committed.front(), expected);
        QCOMPARE(slider(margin), own); // the same parts all the while
        QVERIFY(own->accessibleName().contains(u"slider, 20 %"));
    }

    void keysCommitAfterARest()
    {
        answerPreviews();
        QSignalSpy committed(m_editor.get(), &AssumptionsEditor::committed);
        auto* own = slider(silicon);
        own->setFocus();
        QTest::keyClick(own, Qt::Key_Left);
        QTest::keyClick(own, Qt::Key_PageDown);
        QCOMPARE(committed.size(), 0);
        QVERIFY(committed.wait(2000));
        QCOMPARE(committed.size(), 1);
        QCOMPARE(committed.front().at(2).toString(), u"64%"_s);
        QVERIFY(committed.front().at(3).toString().endsWith(u"75 % → 64 %"));
        QVERIFY(own->hasFocus());
    }

    void escapeTakesADragBack()
    {
        QSignalSpy committed(m_editor.get(), &AssumptionsEditor::committed);
        QSignalSpy takenBack(m_editor.get(), &AssumptionsEditor::takenBack);
        auto* own = slider(margin);
        const int before = own->value();
        QTest::mousePress(own, Qt::LeftButton, {}, own->pointOf(0));
        QTest::keyClick(own, Qt::Key_Escape);
        QTest::mouseRelease(own, Qt::LeftButton, {}, own->pointOf(0));
        QCOMPARE(takenBack.size(), 1);
        QCOMPARE(committed.size(), 0);
        QCOMPARE(own->value(), before);
        QCOMPARE(field(margin)->text(), u"25 %"_s);
    }

    void aValueIsWrittenLikeInASpreadsheet_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("percent") << u"20%"_s << u"20%"_s;
        QTest::newRow("as it is read") << u"20 %"_s << u"20%"_s;
        QTest::newRow("plain") << u"0.2"_s << u"0.2"_s;
        QTest::newRow("formula") << u"operating_margin.aws*(1-tax_rate)"_s
                                 << u"operating_margin.aws * (1 - tax_rate)"_s;
    }

    void aValueIsWrittenLikeInASpreadsheet()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        QSignalSpy committed(m_editor.get(), &AssumptionsEditor::committed);
        ValueField* own = field(margin);
        own->setFocus();
        QTest::keyClick(own, Qt::Key_F2);
        QCOMPARE(own->text(), u"operating_margin.aws * (1 - tax_rate) - haircut.aws"_s); // stands selected
        QTest::keyClicks(own, typed);
        QTest::keyClick(own, Qt::Key_Return);
        QCOMPARE(committed.size(), 1);
        QCOMPARE(committed.front().at(2).toString(), kept);
        QVERIFY(!own->isWriting());
    }

    void typingBeginsWithoutF2()
    {
        QSignalSpy committed(m_editor.get(), &AssumptionsEditor::committed);
        ValueField* own = field(tax);
        own->setFocus();
        QTest::keyClicks(own, u"25%"_s);
        QTest::keyClick(own, Qt::Key_Return);
        QCOMPARE(committed.size(), 1);
        QCOMPARE(committed.front().at(0).toString(), u"global"_s);
        QCOMPARE(committed.front().at(3).toString(), u"Tax 21 % → 25 %"_s);
    }

    void whatCannotStandIsSaidBeneath_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::newRow("unit") << margin << u"$5B"_s << u"plain number"_s;
        QTest::newRow("no percent") << margin << u"25"_s << u"25%"_s;
        QTest::newRow("half a formula") << margin << u"tax_rate *"_s << u"At "_s;
        QTest::newRow("a ring") << margin << u"margin.aws + 1%"_s << u"margin"_s;
        QTest::newRow("no such name") << margin << u"margin.moon"_s << u"margin.moon"_s;
        QTest::newRow("more than all") << silicon << u"120%"_s << u"100 %"_s;
        QTest::newRow("nothing") << silicon << u" "_s << u"20%"_s;
    }

    void whatCannotStandIsSaidBeneath()
    {
        QFETCH(QString, key);
        QFETCH(QString, typed);
        QFETCH(QString, word);
        QSignalSpy committed(m_editor.get(), &AssumptionsEditor::committed);
        ValueField* own = field(key);
        const QString before = own->text();
        own->setFocus();
        QTest::keyClick(own, Qt::Key_F2);
        QTest::keyClicks(own, typed);
        QTest::keyClick(own, Qt::Key_Return);
        QCOMPARE(committed.size(), 0);
        const auto* note = m_editor->findChild<QLabel*>(u"note:"_s + key);
        QVERIFY(note != nullptr && note->isVisible());
        QVERIFY2(note->text().contains(word), qPrintable(note->text()));
        QTest::keyClick(own, Qt::Key_Escape);
        QVERIFY(!note->isVisible());
        QCOMPARE(own->text(), before);
    }

    void onlyAnOverrideCanBeReset()
    {
        QSignalSpy reset(m_editor.get(), &AssumptionsEditor::resetAsked);
        QVERIFY(!part<QToolButton>(u"reset:"_s + margin)->isEnabled());
        auto* own = part<QToolButton>(u"reset:"_s + silicon);
        QVERIFY(own->isEnabled());
        QVERIFY(own->toolTip().contains(u"0 %"));
        QTest::mouseClick(own, Qt::LeftButton);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(reset.front().at(0).toString(), u"claim/AMZN/custom_silicon"_s);
        QCOMPARE(reset.front().at(1).toString(), u"counted_share"_s);
        QVERIFY(reset.front().at(2).toString().endsWith(u"75 % → 0 %"));
    }

    void aProposalThatMovedAsksForReview()
    {
        const Card card = chosen(sampleCard(u"AMZN"_s), {.subject = u"claim/AMZN/custom_silicon"_s,
                                                         .field = u"counted_share"_s,
                                                         .value = u"75%"_s,
                                                         .basedOn = u"50%"_s});
        m_editor->showCard(card);
        const QString words = part<QLabel>(u"note:"_s + silicon)->text();
        for (const QString& value : {u"50 %"_s, u"75 %"_s, u"0 %"_s})
            QVERIFY2(words.contains(value), qPrintable(words));
        QSignalSpy committed(m_editor.get(), &AssumptionsEditor::committed);
        QSignalSpy reset(m_editor.get(), &AssumptionsEditor::resetAsked);
        auto* line = part<QWidget>(u"assumption:"_s + silicon);
        QTRY_VERIFY(line->height() > 26); // made room
        QTRY_VERIFY(!part<QToolButton>(u"keep:"_s + silicon)->visibleRegion().isEmpty());
        QTest::mouseClick(part<QToolButton>(u"keep:"_s + silicon), Qt::LeftButton);
        QCOMPARE(committed.size(), 1);
        QCOMPARE(committed.front().at(2).toString(), u"75%"_s);
        QTest::mouseClick(part<QToolButton>(u"take:"_s + silicon), Qt::LeftButton);
        QCOMPARE(reset.size(), 1);
    }

    void aClickAndF3AskForTheTrace()
    {
        QSignalSpy chosenFigure(m_editor.get(), &AssumptionsEditor::figureChosen);
        QTest::mouseClick(field(margin), Qt::LeftButton);
        QTest::keyClick(field(silicon), Qt::Key_F3);
        QTest::keyClick(slider(tax), Qt::Key_F3);
        QCOMPARE(chosenFigure.size(), 3);
        QCOMPARE(chosenFigure.at(0).front().toString(), u"margin.aws"_s);
        QCOMPARE(chosenFigure.at(1).front().toString(), u"claim.custom_silicon.counted_share"_s);
        QCOMPARE(chosenFigure.at(2).front().toString(), u"tax_rate"_s);
    }

    void anotherCardLeavesWritingAndFocusAlone()
    {
        ValueField* own = field(margin);
        own->setFocus();
        QTest::keyClick(own, Qt::Key_F2);
        QTest::keyClicks(own, u"22"_s);
        m_editor->showCard(
            chosen(sampleCard(u"AMZN"_s),
                   {.subject = u"global"_s, .field = u"assumption/tax_rate"_s, .value = u"25%"_s}));
        QCOMPARE(own->text(), u"22"_s);
        QVERIFY(own->hasFocus());
        QCOMPARE(field(tax)->text(), u"25 %"_s);
    }

    void anotherCompanyKeepsWhatHoldsEverywhere()
    {
        auto* own = slider(u"global:assumption/useful_life"_s);
        m_editor->showCard(sampleCard(u"CRSV"_s));
        QCOMPARE(slider(u"global:assumption/useful_life"_s), own);
        QVERIFY(m_editor->findChild<QWidget*>(u"assumption:"_s + margin) == nullptr);
        m_editor->showCard(sampleCard(u"AMZN"_s));
        QCOMPARE(field(margin)->text(), u"25 %"_s);
    }

    void readOnlyChangesNothingAndSaysWhy()
    {
        m_editor->setReadOnly(true, u"another program holds the file"_s);
        QVERIFY(!slider(margin)->isEnabled());
        QVERIFY(!part<QToolButton>(u"reset:"_s + silicon)->isEnabled());
        field(margin)->setFocus();
        QTest::keyClick(field(margin), Qt::Key_F2);
        QVERIFY(!field(margin)->isWriting());
        const auto* banner = part<QLabel>(u"assumptionsReadOnly"_s);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(u"another program"));
        m_editor->setReadOnly(false, {});
        QVERIFY(slider(margin)->isEnabled());
    }

    void tabGoesFromValueToSliderToReset()
    {
        field(silicon)->setFocus();
        QTest::keyClick(field(silicon), Qt::Key_Tab);
        QVERIFY(slider(silicon)->hasFocus());
    }

    void thePaneStandsOneAboveTheOtherWhereItIsNarrow()
    {
        UpliftPane pane(english());
        pane.showCard(std::make_shared<const Card>(sampleCard(u"AMZN"_s)));
        const auto places = [&](int width) {
            pane.resize(width, 800);
            pane.show();
            QTest::qWait(1);
            const QWidget* editor = pane.findChild<QWidget*>(u"assumptionsEditor"_s);
            const QWidget* matters = pane.findChild<QWidget*>(u"whatMatters"_s);
            return matters->mapTo(&pane, QPoint()) - editor->mapTo(&pane, QPoint());
        };
        QVERIFY(places(1000).x() > 0);
        QCOMPARE(places(1000).y(), 0);
        QCOMPARE(places(450).x(), 0);
        QVERIFY(places(450).y() > 0);
    }

private:
    template<typename Part>
    Part* part(const QString& name) const
    {
        auto* found = m_editor->findChild<Part*>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    RangeSlider* slider(const QString& key) const { return part<RangeSlider>(u"slider:"_s + key); }
    ValueField* field(const QString& key) const { return part<ValueField>(u"value:"_s + key); }

    /// As whoever holds the choices would: every preview is a new card.
    void answerPreviews()
    {
        connect(m_editor.get(), &AssumptionsEditor::previewed, m_editor.get(),
                [this](const QString& subject, const QString& field, const QString& value) {
                    m_editor->showCard(
                        chosen(sampleCard(u"AMZN"_s), {.subject = subject, .field = field, .value = value}));
                });
    }

    std::unique_ptr<AssumptionsEditor> m_editor {};
};

QTEST_MAIN(AssumptionsEditorTest)
#include "tst_assumptionseditor.moc"
