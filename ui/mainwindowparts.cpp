#include "ui/actions/actions.h"
#include "ui/actions/commandbox.h"
#include "ui/askedbar.h"
#include "ui/calls/callpane.h"
#include "ui/calls/searchpane.h"
#include "ui/card/cardpane.h"
#include "ui/common/names.h"
#include "ui/common/tracepane.h"
#include "ui/mainwindow.h"
#include "ui/messagepage.h"
#include "ui/ranking/rankingview.h"
#include "ui/refresh/refreshpane.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

/// Whether an action begins another kind of thing within its menu.
bool beginsAnother(const QString& action)
{
    return action == u"file.import" || action == u"refresh.one" || action == u"file.exportPdf"
        || action == u"file.quit" || action == u"edit.copy";
}

} // namespace

void MainWindow::makePanes()
{
    m_bench = new Workbench(m_card);
    QDockWidget* ranking = m_bench->addPane(
        m_ranking, {.objectName = u"rankingDock"_s, .title = tr("Ranking"), .area = Qt::LeftDockWidgetArea});
    QDockWidget* trace = m_bench->addPane(
        m_trace, {.objectName = u"traceDock"_s, .title = tr("Trace"), .head = m_trace->head()});
    QDockWidget* calls = m_bench->addPane(
        m_calls,
        {.objectName = u"callsDock"_s, .title = tr("Calls"), .head = m_calls->head(), .besides = trace});
    QDockWidget* search = m_bench->addPane(
        m_search,
        {.objectName = u"searchDock"_s, .title = tr("Search"), .head = m_search->head(), .besides = calls});
    QDockWidget* refresh = m_bench->addPane(m_refresh, {.objectName = u"refreshDock"_s,
                                                        .title = tr("Refresh"),
                                                        .head = m_refresh->head(),
                                                        .besides = search});
    trace->raise();
    m_bench->settle();
    const auto toggle = [this](QDockWidget* dock, const QString& id, const QString& tip) {
        m_actions->adopt(dock->toggleViewAction(),
                         {.id = id, .group = ActionGroup::View, .text = dock->windowTitle(), .tip = tip});
    };
    toggle(ranking, u"view.ranking"_s, tr("Show or hide the ranking"));
    toggle(trace, u"view.trace"_s, tr("Show or hide what stands behind a figure"));
    toggle(calls, u"view.calls"_s, tr("Show or hide the calls"));
    toggle(search, u"view.search"_s, tr("Show or hide the search in all calls"));
    toggle(refresh, u"view.refresh"_s, tr("Show or hide what a refresh brought and what failed"));
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_bench);
    setCentralWidget(m_pages);
}

void MainWindow::makeToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    named(bar, u"toolBar"_s, tr("Tools"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_workspaceName = named(new QLabel, u"workspaceLabel"_s, tr("Workspace"));
    m_workspaceName->setForegroundRole(QPalette::PlaceholderText);
    m_workspaceName->setContentsMargins(4, 0, 8, 0);
    m_command = named(new CommandBox(*m_palette), u"jumpBox"_s, tr("Company or action"));
    m_command->setPlaceholderText(tr("Type a ticker, a name or an action (Ctrl+K)"));
    m_command->setMinimumWidth(150);
    m_command->setMaximumWidth(560);
    m_asked = new AskedBar(m_desk);
    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(m_workspaceName);
    bar->addWidget(m_command);
    bar->addWidget(gap);
    bar->addWidget(m_asked);
}

void MainWindow::makeMenus()
{
    named(menuBar(), u"menuBar"_s, tr("Menu"));
    for (std::size_t i = 0; i < static_cast<std::size_t>(ActionGroup::Count); ++i) {
        const auto group = static_cast<ActionGroup>(i);
        QMenu* menu = menuBar()->addMenu(titleOf(group));
        named(menu, u"menu%1"_s.arg(i), titleOf(group).remove(u'&'));
        menu->setToolTipsVisible(true);
        for (QAction* action : m_actions->all()) {
            if (m_actions->groupOf(action) != group || !m_actions->isListed(action))
                continue;
            if (beginsAnother(action->objectName()))
                menu->addSeparator();
            menu->addAction(action);
        }
    }
    auto* bar = findChild<QToolBar*>(u"toolBar"_s);
    const QList<QAction*> placed = bar->actions();
    QAction* before = placed.last();
    for (const QString& id : {u"edit.undo"_s, u"edit.redo"_s, u"view.theme"_s}) {
        QAction* action = m_actions->find(id);
        bar->insertAction(id == u"view.theme"_s ? nullptr : before, action);
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        named(button, id + u".button"_s, plainText(*action));
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void MainWindow::setTheme(ColourTheme theme)
{
    auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
    if (application != nullptr
        && theme != m_theme) // the first is on since before the parts were made: again is slow
        applyTheme(*application, theme);
    m_theme = theme;
    m_actions->find(u"view.theme"_s)
        ->setText(theme == ColourTheme::Dark ? tr("Light theme") : tr("Dark theme"));
    m_settings.setValue(u"window/theme"_s, theme == ColourTheme::Dark ? u"dark"_s : u"light"_s);
}

void MainWindow::restore()
{
    setTheme(m_theme);
    resize(1600, 900);
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    m_bench->restoreLayout(m_settings.value(u"window/panes"_s).toByteArray());
    m_card->restoreLayout(m_settings.value(u"window/claims"_s).toByteArray());
}

} // namespace plumbline
