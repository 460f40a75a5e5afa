#include "ui/actions/actions.h"
#include "ui/actions/commandbox.h"
#include "ui/actions/keyspage.h"
#include "ui/askedbar.h"
#include "ui/calls/callimport.h"
#include "ui/card/cardexport.h"
#include "ui/card/cardpane.h"
#include "ui/common/copy.h"
#include "ui/mainwindow.h"
#include "ui/ranking/rankingview.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QTabWidget>

namespace plumbline {

using namespace Qt::StringLiterals;

void MainWindow::makeActions()
{
    addFileActions();
    addEditActions();
    addScenarioActions();
    addGoActions();
    addViewActions();
    makeMenus();
}

void MainWindow::addFileActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& tip,
                            const QKeySequence& keys, auto call) {
        m_actions->add({.id = id, .group = ActionGroup::File, .text = text, .tip = tip, .shortcut = keys},
                       this, call);
    };
    add(u"file.new"_s, tr("New workspace …"), tr("Make an empty workspace and open it"), Qt::CTRL | Qt::Key_N,
        [this] {
            m_questions.fileToMake(
                this, [this](const QString& path) { whenSaved([this, path] { emit newAsked(path); }); });
        });
    add(u"file.open"_s, tr("Open …"), tr("Open another workspace"), Qt::CTRL | Qt::Key_O, [this] {
        m_questions.fileToOpen(
            this, [this](const QString& path) { whenSaved([this, path] { emit openAsked(path); }); });
    });
    add(u"file.sample"_s, tr("Open the sample"),
        tr("Open the sample workspace; it is made where it is missing"), {},
        [this] { whenSaved([this] { emit sampleAsked(); }); });
    add(u"file.import"_s, tr("Import calls …"),
        tr("Read transcripts from files into the workspace; or drop them on the window"),
        Qt::CTRL | Qt::Key_I, [this] {
            m_questions.filesToImport(this,
                                      [this](const QStringList& files) { m_import->beginFiles(files); });
        });
    add(u"file.importFolder"_s, tr("Import a folder of calls …"),
        tr("Read all transcripts of a folder into the workspace"), Qt::CTRL | Qt::SHIFT | Qt::Key_I, [this] {
            m_questions.folderToImport(this,
                                       [this](const QString& folder) { m_import->beginFiles({folder}); });
        });
    add(u"file.importPasted"_s, tr("Import the call copied"),
        tr("Read the transcript that the clipboard holds"), Qt::CTRL | Qt::SHIFT | Qt::Key_V,
        [this] { m_import->beginPasted(); });
    addRefreshActions();
    add(u"file.exportPdf"_s, tr("Export PDF …"), tr("Write the card shown as PDF"), Qt::CTRL | Qt::Key_E,
        [this] { m_export->exportCard(m_desk.card(m_symbol), CardFormat::Pdf); });
    add(u"file.exportSpreadsheet"_s, tr("Export spreadsheet …"),
        tr("Write the card shown as a spreadsheet whose formulas stay alive"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_X,
        [this] { m_export->exportCard(m_desk.card(m_symbol), CardFormat::Spreadsheet); });
    add(u"file.exportHtml"_s, tr("Export HTML …"), tr("Write the card shown as one page for a browser"), {},
        [this] { m_export->exportCard(m_desk.card(m_symbol), CardFormat::Html); });
    add(u"file.exportMarkdown"_s, tr("Export Markdown …"), tr("Write the card shown as Markdown"), {},
        [this] { m_export->exportCard(m_desk.card(m_symbol), CardFormat::Markdown); });
    add(u"file.exportCsv"_s, tr("Export CSV …"),
        tr("Write every figure of the card shown as a table for a spreadsheet"), {},
        [this] { m_export->exportCard(m_desk.card(m_symbol), CardFormat::Csv); });
    add(u"file.exportAll"_s, tr("Export all as PDF …"),
        tr("Write the cards of all companies the ranking shows into a folder"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] { m_export->exportAll(companiesShown()); });
    add(u"file.printPreview"_s, tr("Print preview …"), tr("Show the card as it is on paper"),
        Qt::CTRL | Qt::Key_P, [this] { m_export->preview(m_desk.card(m_symbol)); });
    add(u"file.quit"_s, tr("Quit"), tr("Save what is pending and quit"), Qt::CTRL | Qt::Key_Q,
        [this] { close(); });
}

void MainWindow::addEditActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& tip,
                            const QKeySequence& keys, const QKeySequence& further, auto call) {
        m_actions->add({.id = id,
                        .group = ActionGroup::Edit,
                        .text = text,
                        .tip = tip,
                        .shortcut = keys,
                        .further = further},
                       this, call);
    };
    add(u"edit.undo"_s, tr("Undo"), tr("Take the last edit back"), Qt::CTRL | Qt::Key_Z, {},
        [this] { m_desk.undo(); });
    add(u"edit.redo"_s, tr("Redo"), tr("Do the edit again that was taken back"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y, [this] { m_desk.redo(); });
    add(u"edit.copy"_s, tr("Copy"), tr("Copy the cells chosen, with whole numbers"), Qt::CTRL | Qt::Key_C, {},
        [this] { copy(false); });
    add(u"edit.copyWithHeaders"_s, tr("Copy with headers"), tr("Copy the cells chosen under their titles"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_C, {}, [this] { copy(true); });
    add(u"edit.copyCardPicture"_s, tr("Copy picture of the card"),
        tr("Copy the card as it is shown, as a picture"), {}, {}, [this] { copyPicture(*m_card); });
    add(u"edit.copyRankingPicture"_s, tr("Copy picture of the ranking"),
        tr("Copy the ranking as it is shown, as a picture"), {}, {}, [this] { copyPicture(*m_ranking); });
    add(u"edit.assumption"_s, tr("Edit the assumption"), tr("Write a value for the assumption chosen"),
        Qt::Key_F2, {}, [this] { editAssumption(); });
}

void MainWindow::addScenarioActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& tip,
                            const QKeySequence& keys, auto call) {
        m_actions->add({.id = id, .group = ActionGroup::Scenario, .text = text, .tip = tip, .shortcut = keys},
                       this, call);
    };
    add(u"scenario.new"_s, tr("New scenario …"), tr("Make a scenario over base and show it"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { askNewScenario(); });
    add(u"scenario.remove"_s, tr("Remove the scenario …"), tr("Remove the scenario shown, with its choices"),
        {}, [this] { askRemoveScenario(); });
    add(u"scenario.next"_s, tr("Next scenario"), tr("Show the next scenario"), Qt::Key_F8,
        [this] { m_asked->nextScenario(); });
    add(u"scenario.base"_s, tr("Back to base"), tr("Show scenario base"), Qt::SHIFT | Qt::Key_F8,
        [this] { m_desk.setScenario(baseScenario); });
    add(u"scenario.scoring"_s, tr("Next scoring model"), tr("Rank by the next scoring model"), Qt::Key_F9,
        [this] { m_asked->nextScoringModel(); });
}

void MainWindow::addGoActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& tip,
                            const QKeySequence& keys, const QKeySequence& further, auto call) {
        return m_actions->add({.id = id,
                               .group = ActionGroup::Go,
                               .text = text,
                               .tip = tip,
                               .shortcut = keys,
                               .further = further},
                              this, call);
    };
    add(u"go.command"_s, tr("Company or action …"), tr("Find a company or an action by its letters"),
        Qt::CTRL | Qt::Key_K, {}, [this] {
            m_cameFrom = QApplication::focusWidget();
            m_command->begin({});
        });
    add(u"go.ranking"_s, tr("Ranking"), tr("Go to the ranking"), Qt::CTRL | Qt::Key_R, {},
        [this] { m_ranking->setFocus(Qt::ShortcutFocusReason); });
    add(u"go.search"_s, tr("Search in the calls"), tr("Find sentences in the calls of all companies"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_F, {}, [this] { openSearch(); });
    add(u"go.next"_s, tr("Next company"), tr("The next company in the order shown"), Qt::Key_BracketRight,
        Qt::ALT | Qt::Key_Down, [this] { m_ranking->step(1); });
    add(u"go.previous"_s, tr("Previous company"), tr("The company before in the order shown"),
        Qt::Key_BracketLeft, Qt::ALT | Qt::Key_Up, [this] { m_ranking->step(-1); });
    add(u"go.back"_s, tr("Back"), tr("The company looked at before"), Qt::Key_Backspace,
        Qt::ALT | Qt::Key_Left, [this] { goBack(); })
        ->setEnabled(false);
    add(u"trace.open"_s, tr("Trace the figure"),
        tr("Show what stands behind the figure chosen; on a sentence, its call"), Qt::Key_F3, {},
        [this] { openTrace(); });
    add(u"call.open"_s, tr("Open in the call"), tr("Show the sentence chosen where it was said"), Qt::Key_F4,
        {}, [this] { openCall(); });
    const QTabWidget* tabs = m_card->tabs();
    for (int i = 0; i < std::min(9, tabs->count()); ++i)
        add(u"tab.%1"_s.arg(i + 1), tabs->tabText(i), tr("Show this tab of the card"),
            QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), {}, [this, i] {
                m_card->tabs()->setCurrentIndex(i);
                m_card->focusTab();
            });
}

void MainWindow::addViewActions()
{
    const auto add = [this](const QString& id, ActionGroup group, const QString& text, const QString& tip,
                            const QKeySequence& keys, auto call) {
        m_actions->add({.id = id, .group = group, .text = text, .tip = tip, .shortcut = keys}, this, call);
    };
    add(u"view.reset"_s, ActionGroup::View, tr("Reset layout"),
        tr("Put all panes back where they were at first"), {}, [this] { m_bench->resetLayout(); });
    add(u"view.theme"_s, ActionGroup::View, tr("Light theme"),
        tr("Switch between the dark and the light theme"), Qt::CTRL | Qt::Key_T,
        [this] { setTheme(m_theme == ColourTheme::Dark ? ColourTheme::Light : ColourTheme::Dark); });
    add(u"view.fullScreen"_s, ActionGroup::View, tr("Full screen"),
        tr("Fill the screen with the window, or not"), Qt::Key_F11,
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    add(u"help.keys"_s, ActionGroup::Help, tr("Keys"), tr("Show what every key does"), Qt::Key_F1, [this] {
        auto* page = new KeysPage(*m_actions, this);
        page->setAttribute(Qt::WA_DeleteOnClose);
        page->show();
    });
}

} // namespace plumbline
