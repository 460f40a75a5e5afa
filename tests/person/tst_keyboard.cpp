#include "tests/ui/openwindow.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSet>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

/// Whatever Tab is to reach: seen, enabled, and willing.
bool wantsTab(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus
        && !widget.visibleRegion().isEmpty() && widget.focusProxy() == nullptr;
}

QString nameOf(const QWidget& widget)
{
    return u"%1 (%2)"_s.arg(widget.objectName(), QString::fromLatin1(widget.metaObject()->className()));
}

} // namespace

/// The window without a mouse.
class KeyboardTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        makeSample(m_folder.filePath(u"sample.plumbline"_s));
        m_at = std::make_unique<OpenWindow>(m_folder.filePath(u"window.ini"_s));
        QVERIFY(m_at->open(m_folder.filePath(u"sample.plumbline"_s)));
        QVERIFY(m_at->isActive());
        goTo(m_at->window, u"AMZN"_s);
    }

    void tabReachesEverythingAndComesBack_data()
    {
        QTest::addColumn<QString>("tab");
        const int tabs = child<QTabWidget>(m_at->window, u"cardTabs"_s)->count();
        for (int i = 1; i <= tabs; ++i)
            QTest::addRow("tab %d", i) << u"tab.%1"_s.arg(i);
    }
    void tabReachesEverythingAndComesBack()
    {
        QFETCH(const QString, tab);
        trigger(m_at->window, tab);
        auto* start = child<QTableView>(m_at->window, u"rankingTable"_s);
        start->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), start);
        QSet<const QWidget*> reached {start};
        for (int step = 0; step < 400; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(QApplication::focusWidget() != nullptr);
            if (QApplication::focusWidget() == start)
                break;
            reached.insert(QApplication::focusWidget());
        }
        QCOMPARE(QApplication::focusWidget(), start); // nothing keeps the focus for itself
        QStringList missed;
        for (const QWidget* widget : m_at->window.findChildren<QWidget*>())
            if (wantsTab(*widget) && !reached.contains(widget))
                missed.append(nameOf(*widget));
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u", ")));
        QVERIFY(reached.size() > 10);
    }

    void shiftTabGoesBack()
    {
        auto* start = child<QTableView>(m_at->window, u"rankingTable"_s);
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget() != start);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), start);
    }

    void cleanupTestCase() { m_at.reset(); }

private:
    QTemporaryDir m_folder {};
    std::unique_ptr<OpenWindow> m_at {};
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
