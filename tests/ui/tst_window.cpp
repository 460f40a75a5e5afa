#include "core/store/workspace.h"
#include "ui/common/chip.h"
#include "ui/common/roles.h"
#include "ui/common/theme.h"
#include "ui/common/tracemodel.h"
#include "ui/mainwindow.h"
#include "ui/ranking/rankingmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const WorkspaceData> sample()
{
    const auto documents = sampleDocuments(QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources"));
    auto workspace = workspaceFromJson(workspaceToJson(*documents, u"2026-01-01T00:00:00Z"_s));
    return workspace ? std::make_shared<const WorkspaceData>(std::move(*workspace)) : nullptr;
}

/// The first cell below `above` that `fits`.
template<typename Fits>
QModelIndex find(const QAbstractItemModel& model, const QModelIndex& above, const Fits& fits)
{
    for (int row = 0; row < model.rowCount(above); ++row) {
        const QModelIndex index = model.index(row, 0, above);
        if (fits(index))
            return index;
        if (const QModelIndex below = find(model, index, fits); below.isValid())
            return below;
    }
    return {};
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"window.ini"_s), QSettings::IniFormat);
        open();
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
    }

    void lettersLeadToACompanyAndItsCard()
    {
        jump();
        QCOMPARE(child<QLabel>(u"cardSymbol"_s)->text(), u"AMZN"_s);
        QCOMPARE(child<Chip>(u"cardConviction"_s)->text(), u"67.0"_s);
        QVERIFY(child<QLabel>(u"cardMeasurable"_s)->text().startsWith(u"of 97 measurable"));
        QVERIFY(child<Chip>(u"revenueChip"_s)->text().contains(u"4.18"));
        QVERIFY(child<Chip>(u"epsChip"_s)->text().contains(u"10.30"));
        QCOMPARE(QApplication::focusWidget(),
                 child<QTableView>(u"rankingTable"_s)); // Enter gave the focus back
    }

    void bracketsStepThroughTheRanking()
    {
        auto* ranking = child<QTableView>(u"rankingTable"_s);
        const QString first = child<QLabel>(u"cardSymbol"_s)->text();
        QTest::keyClick(ranking, Qt::Key_BracketRight);
        const QString second = child<QLabel>(u"cardSymbol"_s)->text();
        QVERIFY(first != second);
        QCOMPARE(second, ranking->model()->index(1, RankingModel::Symbol).data().toString());
        QTest::keyClick(ranking, Qt::Key_BracketLeft);
        QCOMPARE(child<QLabel>(u"cardSymbol"_s)->text(), first);
    }

    void aFigureLeadsToTheSentenceBehindIt()
    {
        jump();
        child<QTabWidget>(u"cardTabs"_s)->setCurrentIndex(1);
        auto* claims = child<QTableView>(u"claimsTable"_s);
        const QAbstractItemModelTester tester(claims->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QModelIndex eps;
        for (int row = 0; row < claims->model()->rowCount() && !eps.isValid(); ++row)
            if (claims->model()->index(row, 6).data().toString() == u"4.83")
                eps = claims->model()->index(row, 6);
        QVERIFY(eps.isValid());
        claims->setCurrentIndex(eps);
        QTest::keyClick(claims, Qt::Key_F3);

        auto* tree = child<QTreeView>(u"traceTree"_s);
        QVERIFY(child<QLabel>(u"traceTitle"_s)->text().contains(u"4.83 %"));
        const QAbstractItemModelTester treeTester(tree->model(),
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto isSentence = [](const QModelIndex& index) {
            return index.siblingAtColumn(TraceModel::From).data().toString().startsWith(u'“')
                && !index.model()->hasChildren(index);
        };
        const QModelIndex leaf = find(*tree->model(), {}, isSentence);
        QVERIFY(leaf.isValid());
        QCOMPARE(leaf.siblingAtColumn(TraceModel::Value).data(SortRole).toDouble(), 15e9);
        const QString from = leaf.siblingAtColumn(TraceModel::From).data().toString();
        QVERIFY2(from.contains(u"15 billion") && from.contains(u"Jassy"), qPrintable(from));
        tree->scrollTo(leaf);
        QVERIFY(tree->visualRect(leaf).isValid());
    }

    void everyFigureOfTheCardHasATrace()
    {
        jump();
        for (const QString& name :
             {u"claimsTable"_s, u"assumptionsTable"_s, u"signalsTable"_s, u"quantificationsTable"_s}) {
            const QAbstractItemModel* model = child<QTableView>(name)->model();
            auto* tree = child<QTreeView>(u"traceTree"_s);
            for (int row = 0; row < model->rowCount(); ++row)
                for (int column = 0; column < model->columnCount(); ++column) {
                    const QModelIndex cell = model->index(row, column);
                    if (cell.data(FigureRole).toString().isEmpty() || !cell.data(SortRole).isValid())
                        continue;
                    child<QTableView>(name)->setCurrentIndex(cell);
                    QVERIFY2(tree->model()->index(0, 0).data(FigureRole) == cell.data(FigureRole),
                             qPrintable(cell.data(FigureRole).toString()));
                }
        }
    }

    void anotherScoringModelMovesTheRanking()
    {
        jump();
        const QAbstractItemModel* model = child<QTableView>(u"rankingTable"_s)->model();
        const auto order = [model] {
            QStringList symbols;
            for (int row = 0; row < model->rowCount(); ++row)
                symbols.append(model->index(row, RankingModel::Symbol).data().toString());
            return symbols;
        };
        const QStringList before = order();
        auto* box = child<QComboBox>(u"scoringModelBox"_s);
        const int other = box->findData(u"v1.1"_s);
        QVERIFY(other >= 0);
        box->setCurrentIndex(other);
        QTRY_VERIFY(order() != before);
        QCOMPARE(child<QLabel>(u"cardSymbol"_s)->text(), u"AMZN"_s); // the card stays with its company
        QCOMPARE(child<Chip>(u"cardConviction"_s)->text(), u"67.0"_s);
        box->setCurrentIndex(box->findData(u"v1"_s));
        QTRY_COMPARE(order(), before);
    }

    void theThemeIsRemembered()
    {
        QCOMPARE(coloursOf(QApplication::palette()).text, coloursOf(Theme::Dark).text);
        m_window->findChild<QAction*>(u"themeAction"_s)->trigger();
        QCOMPARE(coloursOf(QApplication::palette()).text, coloursOf(Theme::Light).text);
        m_window->close();
        open();
        QCOMPARE(coloursOf(QApplication::palette()).text, coloursOf(Theme::Light).text);
    }

    void bothThemesAreReadable()
    {
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            const Colours& own = coloursOf(theme);
            for (const QColor& ground : {own.window, own.pane, own.raised, own.selection})
                for (const QColor& ink :
                     {own.text, own.muted, own.accent, own.down, own.input, own.override, own.warning})
                    QVERIFY2(contrast(ink, ground) >= 4.5,
                             qPrintable(u"%1 on %2"_s.arg(ink.name(), ground.name())));
        }
    }

    void aProblemIsSaidWithWhatToDoNext()
    {
        m_window->showMessage(u"It cannot be opened."_s, u"Open another one."_s);
        QVERIFY(child<QLabel>(u"messageLabel"_s)->isVisible());
        QCOMPARE(child<QLabel>(u"nextLabel"_s)->text(), u"Open another one."_s);
    }

    void everyControlHasAName()
    {
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QAbstractButton*>(widget) != nullptr
                              || qobject_cast<const QComboBox*>(widget) != nullptr
                              || qobject_cast<const QLineEdit*>(widget) != nullptr
                              || qobject_cast<const QAbstractItemView*>(widget) != nullptr;
            if (!control || widget->objectName().startsWith(u"qt_") || widget->focusPolicy() == Qt::NoFocus
                || !widget->isVisible())
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    void open()
    {
        m_window =
            std::make_unique<MainWindow>(*m_settings, QLocale(QLocale::English, QLocale::UnitedStates));
        m_window->openWorkspace(sample(), u"sample.plumbline"_s);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(!child<QLabel>(u"cardSymbol"_s)->text().isEmpty());
    }

    void jump()
    {
        auto* ranking = child<QTableView>(u"rankingTable"_s);
        ranking->setFocus();
        QTest::keyClick(ranking, Qt::Key_A);
        auto* box = child<QLineEdit>(u"jumpBox"_s);
        QCOMPARE(QApplication::focusWidget(), box);
        QTest::keyClicks(box, u"MZN"_s);
        QCOMPARE(box->text().toUpper(), u"AMZN"_s);
        QTest::keyClick(box, Qt::Key_Return);
    }

    template<typename Widget>
    Widget* child(const QString& name) const
    {
        auto* found = m_window->findChild<Widget*>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder {};
    std::unique_ptr<QSettings> m_settings {};
    std::unique_ptr<MainWindow> m_window {};
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
