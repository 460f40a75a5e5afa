#include "tests/store/smalldisk.h"
#include "tests/store/stores.h"
#include "tests/ui/openwindow.h"
#include "ui/assumptions/assumptionseditor.h"
#include "ui/assumptions/upliftpane.h"
#include "ui/calls/callpane.h"
#include "ui/card/cardpane.h"
#include "ui/charts/distributionchart.h"
#include "ui/charts/whatmatters.h"
#include "ui/common/figuretable.h"
#include "ui/common/roles.h"
#include "ui/common/tracepane.h"
#include "ui/workbench.h"

#include <QClipboard>
#include <QDockWidget>
#include <QListView>
#include <QMimeData>
#include <QScrollArea>
#include <QTabWidget>
#include <QTreeView>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

const QString margin = u"company/AMZN:assumption/margin.aws"_s;
const QString silicon = u"claim/AMZN/custom_silicon:counted_share"_s;

/// What a tab is called in a file's name: "Claims && uplift" is "claims-uplift".
QString inFileName(const QString& title)
{
    QString name;
    const QString small = title.toLower();
    for (const QChar one : small)
        if (one.isLetterOrNumber())
            name += one;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    return name;
}

} // namespace

/// Makes a picture of every pane and state of the window, for eyes. packaging/screenshots.sh runs it and says how.
///
///     pictures FOLDER [ARGUMENT OF QTEST…]
class Pictures : public QObject
{
    Q_OBJECT

public:
    explicit Pictures(QString folder) : m_folder(std::move(folder)) {}

private slots:
    void everyPane_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const QString& theme : {u"dark"_s, u"light"_s})
            for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(1920, 1080)}) {
                const QString name = u"%1-%2x%3"_s.arg(theme).arg(size.width()).arg(size.height());
                QTest::newRow(qPrintable(name)) << theme << size;
            }
    }
    void everyPane()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        m_kind = QString::fromLatin1(QTest::currentDataTag());
        m_number = 0;
        m_work = std::make_unique<QTemporaryDir>();
        QSettings(m_work->filePath(u"window.ini"_s), QSettings::IniFormat).setValue(u"window/theme"_s, theme);
        m_size = size;
        newWindow();
        for (const auto step :
             {&Pictures::messages, &Pictures::tabs, &Pictures::docks, &Pictures::ranking, &Pictures::boxes,
              &Pictures::imports, &Pictures::searches, &Pictures::edits, &Pictures::scenario,
              &Pictures::secondWindow, &Pictures::damagedCompany, &Pictures::fullDisk}) {
            (this->*step)();
            if (QTest::currentTestFailed())
                break;
        }
        m_at.reset();
    }

private:
    /// A window in which nothing was open yet.
    void newWindow()
    {
        m_at.reset();
        m_at = std::make_unique<OpenWindow>(file(u"window.ini"_s), m_size);
        QVERIFY(m_at->isActive());
        m_at->window.resize(m_size);
        QTRY_COMPARE(m_at->window.size(), m_size);
    }

    MainWindow& window() const { return m_at->window; }
    QString file(const QString& name) const { return m_work->filePath(name); }

    /// Keeps a picture of a window under the next number, once nothing in it is being drawn any more.
    void keep(QWidget& shown, const QString& name)
    {
        const auto* chart = shown.findChild<DistributionChart*>();
        QTRY_VERIFY_WITH_TIMEOUT(chart == nullptr || !chart->isVisible() || !chart->isStale(), 20'000);
        for (const FigureTable* table : shown.findChildren<FigureTable*>())
            QTRY_VERIFY(table->isFitted());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // a card may just have come
        const QString path =
            u"%1/%2-%3-%4.png"_s.arg(m_folder).arg(++m_number, 2, 10, QChar(u'0')).arg(name, m_kind);
        QVERIFY2(shown.grab().save(path), qPrintable(path));
    }
    void keep(const QString& name) { keep(window(), name); }

    /// Opens what cannot be shown and waits for the page that says so.
    void message(const QString& path, const QString& says, const QString& name)
    {
        m_at->desk.open(path);
        QTRY_VERIFY2(labelText(window(), u"messageLabel"_s).contains(says),
                     qPrintable(labelText(window(), u"messageLabel"_s)));
        keep(name);
    }

    void messages()
    {
        keep(u"opening"_s);
        message(file(u"missing.plumbline"_s), u"missing.plumbline"_s, u"no-workspace"_s);
        writeBytes(file(u"torn.plumbline"_s), QByteArray(5000, 'x'));
        message(file(u"torn.plumbline"_s), u"not a Plumbline workspace"_s, u"damaged-file"_s);
        WorkspaceData empty = sampleWorkspace();
        empty.companies.clear();
        empty.decisions = {.choices = {}, .scenarios = {{.name = baseScenario}}};
        QVERIFY(Store::create(file(u"empty.plumbline"_s), empty));
        message(file(u"empty.plumbline"_s), u"no company"_s, u"empty-workspace"_s);
    }

    void tabs()
    {
        makeSample(file(u"sample.plumbline"_s));
        QVERIFY(m_at->open(file(u"sample.plumbline"_s)));
        goTo(window(), u"AMZN"_s);
        auto* tabs = child<QTabWidget>(window(), u"cardTabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            keep(u"tab-"_s + inFileName(tabs->tabText(i)));
        }
    }

    /// Brings a part of the claims' page into view, as on a low screen one has to.
    void scrollTo(QWidget& part)
    {
        auto* page = child<QScrollArea>(window(), u"claimsPage"_s);
        QCoreApplication::processEvents();
        page->ensureWidgetVisible(&part, 0, part.height());
    }

    QDockWidget& raised(const QString& name)
    {
        auto* dock = child<QDockWidget>(window(), name);
        dock->show();
        dock->raise();
        return *dock;
    }

    void docks()
    {
        trigger(window(), u"tab.2"_s);
        auto* claims = child<QTableView>(window(), u"claimsTable"_s);
        claims->setCurrentIndex(claims->model()->index(0, 6));
        trigger(window(), u"trace.open"_s);
        keep(u"claims"_s);
        scrollTo(*window().findChild<AssumptionsEditor*>());
        keep(u"assumptions"_s);
        scrollTo(*window().findChild<WhatMatters*>());
        keep(u"what-matters"_s);
        auto* bench = child<Workbench>(window(), u"workbench"_s);
        bench->giveHeight(&raised(u"traceDock"_s), 300);
        child<QTreeView>(window(), u"traceTree"_s)->expandAll();
        keep(u"trace"_s);
        auto* tree = child<QTreeView>(window(), u"traceTree"_s);
        const QModelIndex leaf = find(*tree->model(), {}, [](const QModelIndex& index) {
            return !index.data(CallRole).toString().isEmpty();
        });
        QVERIFY(leaf.isValid());
        tree->setFocus();
        tree->setCurrentIndex(leaf);
        trigger(window(), u"call.open"_s);
        QTRY_VERIFY(child<QTableView>(window(), u"callTable"_s)->isVisible());
        keep(u"calls-excerpts"_s);
        goTo(window(), u"VRDT"_s);
        raised(u"callsDock"_s);
        keep(u"calls-whole"_s);
        trigger(window(), u"view.reset"_s);
        goTo(window(), u"CRSV"_s); // makes a loss
        trigger(window(), u"tab.2"_s);
        keep(u"claims-of-a-loss"_s);
        goTo(window(), u"AMZN"_s);
    }

    void ranking()
    {
        auto* field = child<QLineEdit>(window(), u"filter3"_s);
        const auto filter = [&](const QString& text, const QString& name) {
            field->setFocus();
            field->setText(text);
            keep(name);
        };
        filter(u"> 50"_s, u"ranking-filtered"_s);
        filter(u"> 1000"_s, u"ranking-none-left"_s);
        filter(u"abc >"_s, u"ranking-broken-filter"_s);
        field->clear();
        child<QTableView>(window(), u"rankingTable"_s)->setFocus();
    }

    void boxes()
    {
        trigger(window(), u"go.command"_s);
        QTRY_VERIFY(child<QListView>(window(), u"palette"_s)->isVisible());
        keep(u"palette"_s);
        auto* box = child<QLineEdit>(window(), u"jumpBox"_s);
        QTest::keyClicks(box, u"theme"_s);
        keep(u"palette-typed"_s);
        QTest::keyClick(box, Qt::Key_Escape);
        trigger(window(), u"help.keys"_s);
        auto* keys = child<QWidget>(window(), u"keysPage"_s);
        QTRY_VERIFY(keys->isVisible());
        keep(*keys, u"keys-page"_s);
        keys->close();
    }

    void imports()
    {
        const QByteArray words = fileNamed(u"sample/calls/VRDT-2026Q1.txt"_s);
        writeBytes(file(u"somebody.txt"_s),
                   QByteArray(words).replace("VRDT", "").replace("Veridata Systems", "Somebody"));
        writeBytes(file(u"list.txt"_s), "A shopping list\n\neggs\n");
        writeBytes(file(u"veridata-q1.txt"_s), words);
        QApplication::clipboard()->setMimeData([&] {
            auto* files = new QMimeData;
            files->setUrls({QUrl::fromLocalFile(file(u"veridata-q1.txt"_s)),
                            QUrl::fromLocalFile(file(u"list.txt"_s)),
                            QUrl::fromLocalFile(file(u"somebody.txt"_s))});
            return files;
        }());
        trigger(window(), u"file.importPasted"_s);
        QTRY_VERIFY(window().findChild<QWidget*>(u"importPage"_s) != nullptr);
        auto* page = child<QWidget>(window(), u"importPage"_s);
        QTRY_VERIFY(page->isVisible());
        keep(*page, u"imported-calls"_s);
        page->close();
        QTRY_COMPARE(labelText(window(), u"cardSymbol"_s), u"VRDT"_s);
    }

    void searches()
    {
        trigger(window(), u"go.search"_s);
        keep(u"search-empty"_s);
        child<QLineEdit>(window(), u"searchLine"_s)->setText(u"customers has:figure"_s);
        QTRY_VERIFY(child<QTableView>(window(), u"searchTable"_s)->model()->rowCount() > 2);
        keep(u"search-found"_s);
        child<QLineEdit>(window(), u"searchLine"_s)->setText(u"margin spoke:her"_s);
        QTRY_VERIFY(labelText(window(), u"searchNote"_s).contains(u"At "));
        keep(u"search-refused"_s);
        child<QLineEdit>(window(), u"searchLine"_s)->clear();
    }

    void edits()
    {
        goTo(window(), u"AMZN"_s);
        trigger(window(), u"tab.2"_s);
        typeValue(window(), silicon, u"25%"_s);
        QTRY_VERIFY2(chipText(window(), u"epsChip"_s).contains(u"7.08"),
                     qPrintable(chipText(window(), u"epsChip"_s)));
        QTRY_COMPARE(labelText(window(), u"savingLabel"_s), u"saved"_s);
        scrollTo(*child<QLineEdit>(window(), u"value:"_s + silicon));
        keep(u"override"_s);
        typeValue(window(), margin, u"lots"_s);
        scrollTo(*child<QLineEdit>(window(), u"value:"_s + margin));
        keep(u"refused-value"_s);
        QTest::keyClick(child<QLineEdit>(window(), u"value:"_s + margin), Qt::Key_Escape);
    }

    void scenario()
    {
        m_at->desk.setScenario(u"bull"_s);
        QTRY_VERIFY(chipText(window(), u"epsChip"_s).contains(u"base"));
        QTRY_VERIFY_WITH_TIMEOUT(m_at->desk.isComplete(), 20'000); // the ranking is of the scenario too
        keep(u"scenario-beside-base"_s);
        trigger(window(), u"scenario.base"_s);
        QTRY_VERIFY(!chipText(window(), u"epsChip"_s).contains(u"base"));
    }

    /// The workspace is open in the first window, so the second can only read.
    void secondWindow()
    {
        OpenWindow second(m_work->filePath(u"window.ini"_s), window().size());
        QVERIFY(second.isActive());
        QVERIFY(second.open(file(u"sample.plumbline"_s)));
        QCOMPARE(second.desk.saving().state, Saving::State::ReadOnly);
        goTo(second.window, u"AMZN"_s);
        trigger(second.window, u"tab.2"_s);
        keep(second.window, u"read-only"_s);
    }

    void damagedCompany()
    {
        const QString path = file(u"damaged.plumbline"_s);
        makeSample(path);
        damage(path, u"VRDT"_s);
        newWindow();
        QVERIFY(m_at->open(path));
        child<QTableView>(window(), u"rankingTable"_s)
            ->selectRow(int(m_at->desk.companies()) - 1); // the last
        QTRY_COMPARE(labelText(window(), u"cardSymbol"_s), u"VRDT"_s);
        keep(u"damaged-company"_s);
    }

    void fullDisk()
    {
        SmallDisk disk;
        if (!disk.isMounted()) {
            qInfo("no picture of a full disk: %s", SmallDisk::whyNot);
            return;
        }
        const QString path = disk.file(u"sample.plumbline"_s);
        makeSample(path);
        newWindow();
        QVERIFY(m_at->open(path));
        goTo(window(), u"AMZN"_s);
        trigger(window(), u"tab.2"_s);
        QVERIFY(disk.fill());
        const auto isKept = [this] { return m_at->desk.saving().state == Saving::State::Saved; };
        const auto isRefused = [this] { return m_at->desk.saving().state == Saving::State::NotSaved; };
        for (int percent = 10; percent < 60 && !isRefused();
             ++percent) { // what is left of the log fills up first
            const QString before = m_at->desk.undoTitle();
            typeValue(window(), margin, QString::number(percent) + u'%');
            QTRY_VERIFY(m_at->desk.undoTitle() != before);
            QTRY_VERIFY_WITH_TIMEOUT(isKept() || isRefused(), 20'000);
        }
        QVERIFY(isRefused());
        keep(u"not-saved"_s);
        QVERIFY(disk.makeRoom());
        QTRY_COMPARE_WITH_TIMEOUT(m_at->desk.saving().state, Saving::State::Saved, 20'000);
        m_at.reset(); // the workspace goes before its disk
    }

    QString m_folder;
    QSize m_size {};
    QString m_kind {}; ///< theme and size, in file names
    int m_number = 0;
    std::unique_ptr<QTemporaryDir> m_work {};
    std::unique_ptr<OpenWindow> m_at {};
};

int main(int argc, char** argv)
{
    const QApplication program(argc, argv);
    QStringList words = QApplication::arguments();
    if (words.size() < 2) {
        qCritical("usage: pictures FOLDER");
        return 2;
    }
    Pictures pictures(words.takeAt(1));
    return QTest::qExec(&pictures, words);
}
#include "pictures.moc"
