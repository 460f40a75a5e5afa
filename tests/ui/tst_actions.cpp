#include "tests/ui/deskexample.h"
#include "ui/actions/actions.h"
#include "ui/actions/palettemodel.h"
#include "ui/common/roles.h"
#include "ui/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// The registry that menus, tool bar, the page of keys and the palette are made from.
class ActionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_sample.open());
        m_settings =
            std::make_unique<QSettings>(m_sample.folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        m_window = std::make_unique<MainWindow>(m_sample.desk, *m_settings, m_sample.locale);
    }

    void everyActionHasIdTextAndMeaning()
    {
        QVERIFY(m_window->actions().all().size() > 25);
        for (const QAction* action : m_window->actions().all()) {
            QVERIFY2(action->objectName().contains(u'.'), qPrintable(action->text()));
            QVERIFY2(!plainText(*action).isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(action->statusTip().size() > 5, qPrintable(action->objectName()));
            QCOMPARE(m_window->actions().find(action->objectName()), action);
        }
    }

    void noTwoActionsShareAShortcut()
    {
        QHash<QString, QString> owners;
        for (const QAction* action : m_window->actions().all())
            for (const QKeySequence& keys : action->shortcuts()) {
                const QString spoken = keys.toString();
                QVERIFY2(!owners.contains(spoken), qPrintable(u"%1: %2 and %3"_s.arg(
                                                       spoken, owners.value(spoken), action->objectName())));
                owners.insert(spoken, action->objectName());
            }
        for (const QString& known :
             {u"Ctrl+K"_s, u"Ctrl+Z"_s, u"Ctrl+Shift+Z"_s, u"F1"_s, u"F2"_s, u"F3"_s, u"["_s, u"]"_s,
              u"Backspace"_s, u"Alt+1"_s, u"Ctrl+C"_s, u"Ctrl+Shift+C"_s})
            QVERIFY2(owners.contains(known), qPrintable(known));
    }

    void thePaletteListsCompaniesBeforeActions()
    {
        PaletteModel palette(m_window->actions());
        const QAbstractItemModelTester tester(&palette,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        palette.setCompanies(m_sample.desk.ranking());
        palette.suggest(u"amz"_s);
        QCOMPARE(palette.symbolAt(0), u"AMZN"_s);
        palette.suggest(u"theme"_s);
        QCOMPARE(palette.actionAt(0), u"view.theme"_s);
        QCOMPARE(palette.index(0).data(NoteRole).toString(), u"Ctrl+T"_s);
        palette.suggest(u"view reset"_s);
        QCOMPARE(palette.actionAt(0), u"view.reset"_s);
        palette.suggest({});
        QCOMPARE(palette.rowCount(), static_cast<int>(m_window->actions().all().size()));
        palette.suggest(u"qqqqq"_s);
        QCOMPARE(palette.rowCount(), 0);
    }

private:
    examples::DeskOnSample m_sample {};
    std::unique_ptr<QSettings> m_settings {};
    std::unique_ptr<MainWindow> m_window {};
};

QTEST_MAIN(ActionsTest)
#include "tst_actions.moc"
