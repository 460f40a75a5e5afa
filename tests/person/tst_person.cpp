#include "core/desk/desk.h"
#include "tests/ui/openwindow.h"
#include "ui/common/chip.h"
#include "ui/common/roles.h"
#include "ui/mainwindow.h"
#include "ui/ranking/rankingmodel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace plumbline;
using plumbline::examples::find;
using namespace Qt::StringLiterals;

namespace {

const char* const margin = "company/AMZN:assumption/margin.aws";
const char* const silicon = "claim/AMZN/custom_silicon:counted_share";

} // namespace

/// An analyst's half hour, in a real window: keys and mouse only, waiting for what is seen, never for a time. The steps
/// follow one another.
class PersonTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        examples::makeSample(workspace());
        start();
    }

    void opensTheSampleAndTypesToAmazon()
    {
        goTo(u"AMZN"_s);
        QTRY_COMPARE(child<QLabel>("cardSymbol")->text(), u"AMZN"_s);
        QTRY_VERIFY(chip("epsChip").contains(u"10.30"));
        QCOMPARE(chip("cardConviction"), u"67.0"_s);
    }

    void dragsTheMarginAndReadsUpliftAndConviction()
    {
        drag(margin, u"20"_s);
        QTRY_VERIFY2(chip("epsChip").contains(u"8.37"), qPrintable(chip("epsChip")));
        QTRY_COMPARE(exactConviction(), u"66.26"_s);
    }

    void undoesTheDrag()
    {
        QTest::keySequence(m_window.get(), QKeySequence(u"Ctrl+Z"_s));
        QTRY_VERIFY2(chip("epsChip").contains(u"10.30"), qPrintable(chip("epsChip")));
        QTRY_COMPARE(chip("cardConviction"), u"67.0"_s);
    }

    void countsSiliconAtAQuarterAndSeesTheVerdictTurn()
    {
        m_rankBefore = rankOfAmazon();
        type(silicon, u"25%"_s);
        QTRY_VERIFY2(chip("epsChip").contains(u"7.08"), qPrintable(chip("epsChip")));
        QTRY_VERIFY2(chip("pricedInChip").contains(u"high"), qPrintable(chip("pricedInChip")));
        QTRY_COMPARE(exactConviction(), u"64.38"_s);
        QTRY_VERIFY(rankOfAmazon() > m_rankBefore);
    }

    void makesAScenarioAndComparesItWithBase()
    {
        act("scenario.new"); // the question is answered with "cautious"
        auto* scenarios = child<QComboBox>("scenarioBox");
        QTRY_COMPARE(m_desk->scenario(), u"cautious"_s);
        QTRY_VERIFY(scenarios->currentText().contains(u"cautious"));
        type(margin, u"20%"_s);
        QTRY_VERIFY2(chip("epsChip").contains(u"7.08"), qPrintable(chip("epsChip"))); // base stands beside
        const QString inScenario = chip("epsChip");
        act("scenario.next");
        while (m_desk->scenario() != baseScenario)
            act("scenario.next");
        QTRY_VERIFY(chip("epsChip") != inScenario);
        QTRY_VERIFY(chip("epsChip").contains(u"7.08"));
        QCOMPARE(exactConviction(), u"64.38"_s);
    }

    void followsTheUpliftDownToASentence()
    {
        auto* eps = child<Chip>("epsChip");
        QTest::mouseClick(eps, Qt::LeftButton);
        auto* tree = child<QTreeView>("traceTree");
        QTRY_VERIFY(tree->model()->rowCount() > 0);
        const auto isSentence = [](const QModelIndex& index) {
            for (int column = 0; column < index.model()->columnCount(index.parent()); ++column)
                if (index.siblingAtColumn(column).data().toString().contains(u"annual"))
                    return index.model()->rowCount(index) == 0;
            return false;
        };
        const QModelIndex sentence = find(*tree->model(), {}, isSentence);
        QVERIFY(sentence.isValid());
        for (QModelIndex above = sentence.parent(); above.isValid(); above = above.parent())
            tree->expand(above);
        tree->scrollTo(sentence);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(sentence).center());
        QTest::keyClick(tree, Qt::Key_Return);
        auto* call = child<QTableView>("callTable");
        QTRY_VERIFY(call->isVisible() && call->model()->rowCount() > 0);
        QVERIFY(find(*call->model(), {}, [](const QModelIndex& index) {
                    return index.siblingAtColumn(index.model()->columnCount() - 1)
                        .data()
                        .toString()
                        .contains(u"annual");
                }).isValid());
    }

    void findsAllAsItWasAfterQuittingAndUndoesTheEditMadeBefore()
    {
        QTRY_COMPARE(m_desk->saving().state, Saving::State::Saved);
        stop();
        start();
        goTo(u"AMZN"_s);
        QTRY_VERIFY2(chip("epsChip").contains(u"7.08"), qPrintable(chip("epsChip")));
        QTRY_COMPARE(exactConviction(), u"64.38"_s);
        // Undone in their order: the scenario's margin, the scenario itself, then silicon's share.
        for (int step = 0; step < 3; ++step) {
            const QString next = m_desk->undoTitle();
            QVERIFY(!next.isEmpty());
            QTest::keySequence(m_window.get(), QKeySequence(u"Ctrl+Z"_s));
            QTRY_VERIFY(m_desk->undoTitle() != next);
        }
        QTRY_VERIFY2(chip("epsChip").contains(u"10.30"), qPrintable(chip("epsChip")));
        QTRY_COMPARE(rankOfAmazon(), m_rankBefore);
        QTest::keySequence(m_window.get(), QKeySequence(u"Ctrl+Shift+Z"_s));
        QTRY_VERIFY2(chip("epsChip").contains(u"7.08"), qPrintable(chip("epsChip")));
    }

    void cleanupTestCase() { stop(); }

private:
    QString workspace() const { return m_folder.filePath(u"person.plumbline"_s); }

    void start()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        m_desk = std::make_unique<Desk>(QLocale(QLocale::English, QLocale::UnitedStates));
        m_window = std::make_unique<MainWindow>(*m_desk, *m_settings,
                                                QLocale(QLocale::English, QLocale::UnitedStates),
                                                examples::agreeing(u"cautious"_s));
        m_window->resize(1600, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), 20000));
        m_desk->open(workspace());
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isComplete() && m_desk->ranking() != nullptr, 20000);
        QTRY_VERIFY(!child<QLabel>("cardSymbol")->text().isEmpty());
    }

    void stop()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        if (m_desk)
            m_desk->close();
        m_desk.reset();
        m_settings.reset();
    }

    template<typename Widget>
    Widget* child(const char* name) const
    {
        return examples::child<Widget>(*m_window, QString::fromLatin1(name));
    }

    QString chip(const char* name) const { return child<Chip>(name)->text(); }

    /// Conviction with two decimals, as the trace of the chip shows it.
    QString exactConviction() const
    {
        const auto card = m_desk->card(u"AMZN"_s);
        const QString shown = chip("cardConviction");
        const auto total = card ? card->sheet.value(u"conviction.total"_s) : Result<double>(0);
        // What is on the screen is the same number, rounded to one decimal.
        if (!total || QLocale::c().toString(*total, 'f', 1) != shown)
            return u"the card shows "_s + shown;
        return QLocale::c().toString(*total, 'f', 2);
    }

    void goTo(const QString& symbol)
    {
        examples::goTo(*m_window, symbol);
        QTest::keySequence(m_window.get(), QKeySequence(u"Alt+2"_s)); // claims and uplift
    }

    void act(const char* id) { examples::trigger(*m_window, QString::fromLatin1(id)); }

    /// Drags the slider of an assumption until its field reads a percentage.
    void drag(const char* key, const QString& percent)
    {
        auto* slider = child<QSlider>((QByteArray("slider:") + key).constData());
        auto* field = child<QLineEdit>((QByteArray("value:") + key).constData());
        QTRY_VERIFY(slider->isVisible());
        const int middle = slider->height() / 2;
        const double part =
            double(slider->value() - slider->minimum()) / (slider->maximum() - slider->minimum());
        int x = int(part * slider->width());
        QTest::mousePress(slider, Qt::LeftButton, {}, {x, middle});
        const auto reads = [&] {
            const QString text = field->text();
            return text.startsWith(percent) && !QStringView(text).mid(percent.size()).startsWith(u'.');
        };
        while (x > 0 && !reads()) {
            --x;
            QTest::mouseMove(slider, {x, middle});
            QCoreApplication::processEvents();
        }
        for (int fine = 0; fine < 400 && !reads(); ++fine)
            QTest::keyClick(slider, Qt::Key_Right);
        QVERIFY2(reads(), qPrintable(field->text()));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {x, middle});
    }

    void type(const char* key, const QString& value)
    {
        examples::typeValue(*m_window, QString::fromLatin1(key), value);
    }

    int rankOfAmazon() const
    {
        const auto ranking = m_desk->ranking();
        for (const RankedCompany& company : *ranking)
            if (company.symbol == u"AMZN")
                return company.rank;
        return 0;
    }

    QTemporaryDir m_folder {};
    std::unique_ptr<QSettings> m_settings {};
    std::unique_ptr<Desk> m_desk {};
    std::unique_ptr<MainWindow> m_window {};
    int m_rankBefore = 0;
};

QTEST_MAIN(PersonTest)
#include "tst_person.moc"
