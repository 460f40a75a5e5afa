#include "core/store/store.h"
#include "tests/store/stores.h"
#include "tests/ui/deskexample.h"
#include "tests/ui/drive.h"
#include "ui/actions/actions.h"
#include "ui/assumptions/upliftpane.h"
#include "ui/calls/callpane.h"
#include "ui/card/cardpane.h"
#include "ui/card/paperpreview.h"
#include "ui/common/chip.h"
#include "ui/common/figuretable.h"
#include "ui/common/roles.h"
#include "ui/common/theme.h"
#include "ui/common/tracemodel.h"
#include "ui/mainwindow.h"
#include "ui/ranking/rankingmodel.h"
#include "ui/ranking/rankingview.h"
#include "ui/statusline.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <sys/resource.h>

#include <csignal>

using namespace plumbline;
using plumbline::examples::find;
using namespace Qt::StringLiterals;

namespace {

constexpr int rankColumn = static_cast<int>(RankingColumn::Rank);
constexpr int symbolColumn = static_cast<int>(RankingColumn::Symbol);

/// Chooses each figure of a table and sees that the trace follows; how many there are.
int eachFigureOf(FigureTable& table, const QTreeView& tree)
{
    int figures = 0;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            const QModelIndex cell = table.model()->index(row, column);
            if (cell.data(FigureRole).toString().isEmpty() || !cell.data(SortRole).isValid())
                continue;
            table.setCurrentIndex(cell);
            const QString traced = tree.model()->index(0, 0).data(FigureRole).toString();
            if (traced != cell.data(FigureRole).toString())
                qFatal("%s traces %s", qPrintable(cell.data(FigureRole).toString()), qPrintable(traced));
            ++figures;
        }
    return figures;
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_sample = std::make_unique<examples::DeskOnSample>();
        m_settings =
            std::make_unique<QSettings>(m_sample->folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        open();
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        m_sample.reset();
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
        const QString second = ranking->model()->index(1, symbolColumn).data().toString();
        QVERIFY(first != second);
        QTRY_COMPARE(child<QLabel>(u"cardSymbol"_s)->text(), second);
        QTest::keyClick(ranking, Qt::Key_BracketLeft);
        QTRY_COMPARE(child<QLabel>(u"cardSymbol"_s)->text(), first);
        QTest::keyClick(ranking, Qt::Key_Backspace); // back to where one was before
        QTRY_COMPARE(child<QLabel>(u"cardSymbol"_s)->text(), second);
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
        auto* tabs = child<QTabWidget>(u"cardTabs"_s);
        auto* tree = child<QTreeView>(u"traceTree"_s);
        int figures = 0;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab); // a tab is filled when it is looked at
            for (FigureTable* table : tabs->widget(tab)->findChildren<FigureTable*>())
                figures += eachFigureOf(*table, *tree);
            if (auto* table = qobject_cast<FigureTable*>(tabs->widget(tab)))
                figures += eachFigureOf(*table, *tree);
        }
        QVERIFY2(figures > 50, qPrintable(QString::number(figures)));
    }

    void anotherScoringModelMovesTheRanking()
    {
        jump();
        const QAbstractItemModel* model = child<QTableView>(u"rankingTable"_s)->model();
        const auto order = [model] {
            QStringList symbols;
            for (int row = 0; row < model->rowCount(); ++row)
                symbols.append(model->index(row, symbolColumn).data().toString());
            return symbols;
        };
        const QStringList before = order();
        auto* box = child<QComboBox>(u"scoringModelBox"_s);
        const int other = box->findData(u"v1.1"_s);
        QVERIFY(other >= 0);
        box->setCurrentIndex(other);
        emit box->activated(other);
        QTRY_VERIFY(order() != before);
        QCOMPARE(child<QLabel>(u"cardSymbol"_s)->text(), u"AMZN"_s); // the card stays with its company
        QCOMPARE(child<Chip>(u"cardConviction"_s)->text(), u"67.0"_s);
        m_window->findChild<QAction*>(u"scenario.scoring"_s)->trigger();
        QTRY_COMPARE(order(), before);
    }

    void whatIsChangedIsShownAndUndone()
    {
        jump();
        auto* uplift = m_window->findChild<UpliftPane*>();
        QVERIFY(uplift != nullptr);
        emit uplift->previewed(u"company/AMZN"_s, u"assumption/margin.aws"_s, u"20%"_s);
        QTRY_VERIFY(child<Chip>(u"epsChip"_s)->text().contains(u"8.37"));
        QVERIFY(!m_window->actions().find(u"edit.undo"_s)->isEnabled()); // nothing is written yet
        emit uplift->committed(u"company/AMZN"_s, u"assumption/margin.aws"_s, u"20%"_s,
                               u"AWS incremental margin 25 % → 20 %"_s);
        QTRY_COMPARE(plainText(*m_window->actions().find(u"edit.undo"_s)),
                     u"Undo: AWS incremental margin 25 % → 20 %"_s);
        QTRY_COMPARE(child<QLabel>(u"savingLabel"_s)->text(), u"saved"_s);
        QVERIFY(child<Chip>(u"epsChip"_s)->text().contains(u"8.37"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(child<Chip>(u"epsChip"_s)->text().contains(u"10.30"));
        QTRY_COMPARE(plainText(*m_window->actions().find(u"edit.redo"_s)),
                     u"Redo: AWS incremental margin 25 % → 20 %"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(child<Chip>(u"epsChip"_s)->text().contains(u"8.37"));
    }

    void aScenarioStandsBesideBase()
    {
        jump();
        QVERIFY(!child<Chip>(u"epsChip"_s)->text().contains(u"base"));
        m_sample->desk.setScenario(u"bull"_s);
        QTRY_VERIFY(child<Chip>(u"epsChip"_s)->text().contains(u"(base 10.30)"));
        QVERIFY(!child<Chip>(u"epsChip"_s)->text().startsWith(u"EPS uplift 10.30"));
        trigger(u"scenario.base"_s);
        QTRY_VERIFY(!child<Chip>(u"epsChip"_s)->text().contains(u"base"));
    }

    void aScenarioIsMadeAndRemoved()
    {
        auto* box = child<QComboBox>(u"scenarioBox"_s);
        const int before = box->count();
        trigger(u"scenario.new"_s);
        QTRY_COMPARE(box->currentData().toString(), u"mine"_s);
        QCOMPARE(box->count(), before + 1);
        trigger(u"scenario.remove"_s);
        QTRY_COMPARE(box->currentData().toString(), baseScenario);
        QTRY_COMPARE(box->count(), before);
        trigger(u"edit.undo"_s);
        QTRY_COMPARE(box->count(), before + 1);
    }

    void theCardShownIsExported()
    {
        jump();
        m_target = m_sample->folder.filePath(u"out.pdf"_s);
        trigger(u"file.exportPdf"_s);
        QTRY_COMPARE(child<StatusLine>(u"statusLine"_s)->currentMessage(), u"out.pdf is written."_s);
        QCOMPARE(m_proposed, u"AMZN.pdf"_s);
        QFile file(m_target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        m_target = m_sample->folder.filePath(u"nowhere/out.pdf"_s);
        trigger(u"file.exportPdf"_s);
        QTRY_VERIFY(child<StatusLine>(u"statusLine"_s)
                        ->currentMessage()
                        .startsWith(u"out.pdf could not be written: "_s));
    }

    void theCardShownIsExportedAsText()
    {
        jump();
        for (const auto& [action, name, begins] :
             {std::tuple {u"file.exportHtml"_s, u"AMZN.html"_s, QByteArray("<!DOCTYPE html>")},
              std::tuple {u"file.exportMarkdown"_s, u"AMZN.md"_s, QByteArray("# AMZN")},
              std::tuple {u"file.exportCsv"_s, u"AMZN.csv"_s, QByteArray("section,id,label,value")}}) {
            m_target = m_sample->folder.filePath(name);
            trigger(action);
            QTRY_COMPARE(child<StatusLine>(u"statusLine"_s)->currentMessage(), name + u" is written."_s);
            QCOMPARE(m_proposed, name);
            QFile file(m_target);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().startsWith(begins));
        }
    }

    void whatIsShownIsCopiedAsAPicture()
    {
        jump();
        trigger(u"edit.copyRankingPicture"_s);
        const QImage ranking = QGuiApplication::clipboard()->image();
        QCOMPARE(ranking.size(), child<RankingView>(u"rankingTable"_s)->size() * 2);
        trigger(u"edit.copyCardPicture"_s);
        const QImage card = QGuiApplication::clipboard()->image();
        QCOMPARE(card.size(), child<CardPane>({})->size() * 2);
        QSet<QRgb> colours;
        for (int x = 0; x < card.width(); ++x)
            for (int y = 0; y < card.height(); ++y)
                colours.insert(card.pixel(x, y));
        QVERIFY(colours.size() > 20); // letters and bars, not an empty sheet
    }

    void theCardShownIsExportedAsASpreadsheet()
    {
        jump();
        m_target = m_sample->folder.filePath(u"out.xlsx"_s);
        trigger(u"file.exportSpreadsheet"_s);
        QTRY_COMPARE(child<StatusLine>(u"statusLine"_s)->currentMessage(), u"out.xlsx is written."_s);
        QCOMPARE(m_proposed, u"AMZN.xlsx"_s);
        QFile file(m_target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("xl/worksheets/sheet8.xml"));
    }

    void allCompaniesShownAreExported()
    {
        m_target = m_sample->folder.filePath(u"cards"_s);
        QVERIFY(QDir().mkpath(m_target));
        trigger(u"file.exportAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(child<StatusLine>(u"statusLine"_s)->currentMessage(),
                                  u"9 of 9 cards are written into cards."_s, 20000);
        QCOMPARE(QDir(m_target).entryList({u"*.pdf"_s}).size(), 9);
        QVERIFY(QDir(m_target).exists(u"AMZN.pdf"_s));
    }

    void anExportOfManyCanBeCancelled()
    {
        m_target = m_sample->folder.filePath(u"few"_s);
        QVERIFY(QDir().mkpath(m_target));
        trigger(u"file.exportAll"_s);
        child<QPushButton>(u"exportCancel"_s)->click();
        QTRY_VERIFY(child<StatusLine>(u"statusLine"_s)
                        ->currentMessage()
                        .endsWith(u"of 9 cards are written into few."_s));
        QVERIFY(QDir(m_target).entryList({u"*.pdf"_s}).size() < 9);
    }

    void theCardShownIsPreviewedOnPaper()
    {
        jump();
        trigger(u"file.printPreview"_s);
        const auto* sheets = child<PaperSheets>(u"paperSheets"_s);
        QVERIFY(sheets->sheets() > 10);
        const QImage picture = child<QWidget>(u"paperPreview"_s)->grab().toImage();
        const QRect first = sheets->sheetAt(0, sheets->width());
        QCOMPARE(sheets->heightForWidth(sheets->width()) > 10 * first.height(), true);
        const QPoint corner = sheets->mapTo(child<QWidget>(u"paperPreview"_s), first.topLeft());
        QCOMPARE(picture.pixelColor((QPointF(corner + QPoint(4, 4)) * picture.devicePixelRatio()).toPoint()),
                 QColor(Qt::white));
        m_target = m_sample->folder.filePath(u"seen.pdf"_s);
        child<QPushButton>(u"paperExport"_s)->click();
        QTRY_COMPARE(child<StatusLine>(u"statusLine"_s)->currentMessage(), u"seen.pdf is written."_s);
        child<QPushButton>(u"paperClose"_s)->click();
        QTRY_VERIFY(m_window->findChild<QWidget*>(u"paperPreview"_s) == nullptr);
    }

    void theBoxLeadsToActionsToo()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* box = child<QLineEdit>(u"jumpBox"_s);
        QCOMPARE(QApplication::focusWidget(), box);
        QVERIFY(child<QListView>(u"palette"_s)->isVisible());
        QTest::keyClicks(box, u"light theme"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(coloursOf(QApplication::palette()).text, coloursOf(ColourTheme::Light).text);
        QVERIFY(!child<QListView>(u"palette"_s)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(QApplication::focusWidget() != box);
    }

    void nothingIsShownBeforeACompanyIsChosen()
    {
        const QString shown = child<QLabel>(u"cardSymbol"_s)->text();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* box = child<QLineEdit>(u"jumpBox"_s);
        QTest::keyClicks(box, u"trvq"_s);
        auto* list = child<QListView>(u"palette"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->currentIndex().data(SymbolRole).toString(), u"TRVQ"_s);
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
        QVERIFY(QApplication::focusWidget() != box);
        QCOMPARE(child<QLabel>(u"cardSymbol"_s)->text(), shown);
        QCOMPARE(child<QTableView>(u"rankingTable"_s)->currentIndex().siblingAtColumn(symbolColumn).data(),
                 shown);
    }

    void theHeaderKeepsItsLinesInASmallWindow()
    {
        jump();
        m_window->resize(900, 600);
        const auto bottomOf = [this](const QString& name) {
            const auto* one = child<QWidget>(name);
            return one->mapTo(m_window.get(), QPoint(0, one->height())).y();
        };
        const auto topOf = [this](const QString& name) {
            return child<QWidget>(name)->mapTo(m_window.get(), QPoint()).y();
        };
        QTRY_VERIFY(bottomOf(u"confirmationChip"_s) <= topOf(u"componentBar"_s));
        QTRY_VERIFY(bottomOf(u"componentBar"_s) <= topOf(u"component0"_s));
        QTRY_VERIFY(bottomOf(u"component6"_s) <= topOf(u"cardTabs"_s));
        const auto* name = child<QWidget>(u"cardName"_s);
        QVERIFY(name->width() >= std::min(name->sizeHint().width(), 220));
    }

    void whatCannotBeSavedIsAskedAboutBeforeLeaving()
    {
        int asked = 0;
        Questions::Agreed again;
        m_answers.unsaved = [&](QWidget*, const QString& question, const QString&,
                                const Questions::Agreed& tryAgain, const Questions::Agreed&) {
            ++asked;
            QVERIFY(question.contains(u'1'));
            again = tryAgain;
        };
        open();                              // with these answers
        const auto limit = [](rlim_t most) { // a file cannot grow any more: a disk that is full
            rlimit now {};
            QCOMPARE(::getrlimit(RLIMIT_FSIZE, &now), 0);
            now.rlim_cur = most;
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &now), 0);
        };
        ::signal(SIGXFSZ, SIG_IGN);
        limit(1);
        m_sample->desk.commit(u"company/AMZN"_s, u"assumption/margin.aws"_s, u"20%"_s, u"margin"_s);
        QTRY_COMPARE(m_sample->desk.saving().state, Saving::State::NotSaved);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QCOMPARE(asked, 1);
        again(); // still no room
        QCOMPARE(asked, 2);
        limit(RLIM_INFINITY);
        again();
        QVERIFY(!m_window->isVisible());
        const auto kept = Store::open(m_sample->path, Store::Access::Read);
        QVERIFY(kept);
        QCOMPARE((*kept)->frame()->edits.done.size(), std::size_t {1});
    }

    void aLeafOpensTheCallAtItsSentence()
    {
        jump();
        auto* tree = child<QTreeView>(u"traceTree"_s);
        trigger(u"tab.2"_s);
        auto* claims = child<QTableView>(u"claimsTable"_s);
        claims->setCurrentIndex(claims->model()->index(0, 6));
        const QModelIndex leaf = find(*tree->model(), {}, [](const QModelIndex& index) {
            return !index.data(CallRole).toString().isEmpty();
        });
        QVERIFY(leaf.isValid());
        tree->setFocus();
        tree->setCurrentIndex(leaf);
        QTest::keyClick(tree, Qt::Key_F3);
        const auto* calls = child<QTableView>(u"callTable"_s);
        QVERIFY(calls->isVisible());
        QCOMPARE(calls->currentIndex().data(SentenceRole), leaf.data(SentenceRole));
        QCOMPARE(calls->currentIndex().data(ToneRole).toInt(), static_cast<int>(Tone::Strong));
        QVERIFY(child<QLabel>(u"callHint"_s)->isVisible()); // of Amazon only excerpts are held
    }

    void aWholeCallSaysWhoSpeaks()
    {
        m_sample->desk.askForCard(u"VRDT"_s);
        QTRY_VERIFY(m_sample->desk.card(u"VRDT"_s) != nullptr);
        CallPane pane;
        const QAbstractItemModelTester tester(pane.findChild<QTableView*>(u"callTable"_s)->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        pane.resize(900, 300);
        pane.show();
        pane.showCard(m_sample->desk.card(u"VRDT"_s));
        const auto* table = pane.findChild<QTableView*>(u"callTable"_s);
        QVERIFY(table->model()->rowCount() > 50);
        QVERIFY(pane.findChild<QLabel*>(u"callHint"_s)->isHidden());
        pane.showSentence(pane.findChild<QComboBox*>(u"callBox"_s)->currentData().toString(), 30);
        QCOMPARE(table->currentIndex().data(SentenceRole).toInt(), 30);
        const int row = table->currentIndex().row();
        for (const int near : {row - 2, row, row + 2}) // its context is in view
            QTRY_VERIFY(
                table->viewport()->rect().intersects(table->visualRect(table->model()->index(near, 2))));
    }

    void aLowWindowLeavesTheCardItsHeight()
    {
        m_window = std::make_unique<MainWindow>(m_sample->desk, *m_settings, m_sample->locale, m_answers);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(m_sample->open());
        auto* trace = child<QDockWidget>(u"traceDock"_s);
        auto* ranking = child<QTableView>(u"rankingTable"_s);
        QTRY_VERIFY(trace->isVisible() && ranking->isVisible());
        const auto topOf = [this](const QWidget* widget) {
            return widget->mapTo(m_window.get(), QPoint()).y();
        };
        QTRY_VERIFY(topOf(trace) > topOf(ranking));
        QCOMPARE(trace->mapTo(m_window.get(), QPoint()).x(),
                 child<QDockWidget>(u"rankingDock"_s)->mapTo(m_window.get(), QPoint()).x());
        trigger(u"tab.2"_s);
        QTRY_VERIFY(child<QTableView>(u"claimsTable"_s)->height() > 200);
    }

    void panesAreHiddenAndComeBack()
    {
        auto* trace = child<QDockWidget>(u"traceDock"_s);
        QVERIFY(!trace->isHidden());
        trigger(u"view.trace"_s);
        QVERIFY(trace->isHidden());
        m_window->close();
        open();
        QVERIFY(child<QDockWidget>(u"traceDock"_s)->isHidden()); // it is remembered
        trigger(u"view.reset"_s);
        QVERIFY(!child<QDockWidget>(u"traceDock"_s)->isHidden());
    }

    void theThemeIsRemembered()
    {
        QCOMPARE(coloursOf(QApplication::palette()).text, coloursOf(ColourTheme::Dark).text);
        m_window->findChild<QAction*>(u"view.theme"_s)->trigger();
        QCOMPARE(coloursOf(QApplication::palette()).text, coloursOf(ColourTheme::Light).text);
        m_window->close();
        open();
        QCOMPARE(coloursOf(QApplication::palette()).text, coloursOf(ColourTheme::Light).text);
    }

    void bothThemesAreReadable()
    {
        for (const ColourTheme theme : {ColourTheme::Dark, ColourTheme::Light}) {
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

    void aWorkspaceThatCannotBeOpenedSaysWhatToDo()
    {
        Desk desk(m_sample->locale);
        const MainWindow window(desk, *m_settings, m_sample->locale, m_answers);
        desk.open(m_sample->folder.filePath(u"missing.plumbline"_s));
        const auto* what = window.findChild<QLabel*>(u"messageLabel"_s);
        QTRY_VERIFY(what->text().contains(u"missing.plumbline"));
        QVERIFY(window.findChild<QLabel*>(u"nextLabel"_s)->text().contains(u"Ctrl+O"));
    }

    void aFailureLeavesTheOpenWorkspaceInSight()
    {
        m_window->showFailure(
            {.kind = Error::Kind::Invalid, .message = u"old.plumbline is there already."_s});
        QVERIFY(child<QLabel>(u"cardSymbol"_s)->isVisible());
        QCOMPARE(child<StatusLine>(u"statusLine"_s)->currentMessage(), u"old.plumbline is there already."_s);
    }

    void anotherWorkspaceShowsItsOwnCard()
    {
        auto* ranking = child<QTableView>(u"rankingTable"_s);
        const QString first = ranking->model()->index(0, symbolColumn).data().toString();
        QCOMPARE(child<QLabel>(u"cardSymbol"_s)->text(), first);
        const QString uplift = child<Chip>(u"epsChip"_s)->text();
        m_sample->desk.commit(u"global"_s, u"assumption/tax_rate"_s, u"30%"_s, u"tax"_s);
        QTRY_VERIFY(child<Chip>(u"epsChip"_s)->text() != uplift);
        const QString another = m_sample->folder.filePath(u"another.plumbline"_s);
        examples::makeSample(another);
        m_sample->desk.open(another); // the same company is its first
        QTRY_COMPARE(m_sample->desk.path(), another);
        QTRY_COMPARE(child<Chip>(u"epsChip"_s)->text(), uplift);
        QCOMPARE(child<QLabel>(u"cardSymbol"_s)->text(), first);
    }

    void aDamagedCompanyHasACardThatSaysSo()
    {
        const QString path = m_sample->folder.filePath(u"damaged.plumbline"_s);
        examples::makeSample(path);
        examples::damage(path, u"VRDT"_s);
        m_sample->desk.open(path);
        QTRY_COMPARE(m_sample->desk.path(), path);
        QTRY_VERIFY(m_sample->desk.isComplete());
        auto* ranking = child<QTableView>(u"rankingTable"_s);
        ranking->setCurrentIndex(ranking->model()->index(ranking->model()->rowCount() - 1, symbolColumn));
        QTRY_COMPARE(child<QLabel>(u"cardSymbol"_s)->text(), u"VRDT"_s);
        QTRY_COMPARE(child<Chip>(u"cardConviction"_s)->text(), u"unknown"_s);
        QCOMPARE(ranking->currentIndex().siblingAtColumn(rankColumn).data().toString(),
                 u"–"_s); // it has no rank
        QVERIFY(ranking->currentIndex()
                    .siblingAtColumn(rankColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"not known"));
        QVERIFY(!examples::labelText(*m_window, u"cardMeasurable"_s).contains(u"rank"));
    }

    void filtersThatLeaveNobodySaySoAndAreTakenAway()
    {
        auto* ranking = child<QTableView>(u"rankingTable"_s);
        const int all = ranking->model()->rowCount();
        auto* field = child<QLineEdit>(u"filter%1"_s.arg(symbolColumn));
        QTest::keyClicks(field, u"nobody"_s);
        auto* why = child<QLabel>(u"noneLabel"_s);
        QTRY_VERIFY(why->isVisible());
        QVERIFY(why->text().contains(u"No company fits"));
        QTest::mouseClick(child<QPushButton>(u"allButton"_s), Qt::LeftButton);
        QTRY_COMPARE(ranking->model()->rowCount(), all);
        QVERIFY(!why->isVisible());
        QVERIFY(field->text().isEmpty());
    }

    void aFilterThatCannotBeReadSaysSo()
    {
        auto* field = child<QLineEdit>(u"filter%1"_s.arg(static_cast<int>(RankingColumn::Conviction)));
        const QAction* mark = field->actions().constFirst();
        QVERIFY(!mark->isVisible());
        QTest::keyClicks(field, u"> abc"_s);
        QTRY_VERIFY(mark->isVisible());
        QVERIFY(mark->toolTip().contains(u"cannot be read"));
        QVERIFY(field->accessibleDescription().contains(u"cannot be read"));
        field->clear();
        QTRY_VERIFY(!mark->isVisible());
    }

    void aPercentageOfALossIsSaidNotToBeMeaningful()
    {
        const auto* model = child<QTableView>(u"rankingTable"_s)->model();
        const QModelIndex loss = find(*model, {}, [](const QModelIndex& index) {
            return index.siblingAtColumn(symbolColumn).data() == u"CRSV"_s;
        });
        QVERIFY(loss.isValid());
        const QModelIndex eps = loss.siblingAtColumn(static_cast<int>(RankingColumn::Eps));
        QCOMPARE(eps.data().toString(), u"n.m."_s);
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
        m_window = std::make_unique<MainWindow>(m_sample->desk, *m_settings, m_sample->locale, m_answers);
        QVERIFY(m_sample->open());
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
        QTRY_COMPARE(child<QLabel>(u"cardSymbol"_s)->text(), u"AMZN"_s);
    }

    void trigger(const QString& id) { examples::trigger(*m_window, id); }

    template<typename Widget>
    Widget* child(const QString& name) const
    {
        return examples::child<Widget>(*m_window, name);
    }

    std::unique_ptr<examples::DeskOnSample> m_sample {};
    Questions m_answers {
        .scenarioName = [](QWidget*, const Questions::Named& then) { then(u"mine"_s); },
        .confirm = [](QWidget*, const QString&, const QString&, const Questions::Agreed& then) { then(); },
        .unsaved = {},
        .fileToOpen = {},
        .fileToMake = {},
        .fileToExport =
            [this](QWidget*, const QString& proposed, const Questions::Named& then) {
                m_proposed = proposed;
                then(m_target);
            },
        .folderToExport = [this](QWidget*, const Questions::Named& then) { then(m_target); }};
    QString m_proposed {}; ///< the name of a file to export to
    QString m_target {};   ///< and what is answered
    std::unique_ptr<QSettings> m_settings {};
    std::unique_ptr<MainWindow> m_window {};
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
