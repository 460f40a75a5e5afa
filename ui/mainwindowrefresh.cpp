#include "ui/actions/actions.h"
#include "ui/mainwindow.h"
#include "ui/refresh/refreshpane.h"
#include "ui/statusline.h"
#include "ui/workbench.h"

#include <QDockWidget>

/// The refresh in the window: what starts it, where it is shown.
namespace plumbline {

using namespace Qt::StringLiterals;

void MainWindow::addRefreshActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& tip,
                            const QKeySequence& keys, auto call) {
        m_actions->add({.id = id, .group = ActionGroup::File, .text = text, .tip = tip, .shortcut = keys},
                       this, call);
    };
    add(u"refresh.one"_s, tr("Refresh the company"),
        tr("Bring what Financial Modeling Prep has of the company shown"), Qt::Key_F5, [this] {
            if (!m_symbol.isEmpty())
                refresh({m_symbol}, false);
        });
    add(u"refresh.again"_s, tr("Refresh the company anew"),
        tr("Ask for everything of the company shown, also for what is recent"), Qt::CTRL | Qt::Key_F5,
        [this] {
            if (!m_symbol.isEmpty())
                refresh({m_symbol}, true);
        });
    add(u"refresh.all"_s, tr("Refresh all"), tr("Bring what is new of all companies the ranking shows"),
        Qt::SHIFT | Qt::Key_F5, [this] { refresh(companiesShown(), false); });
    add(u"refresh.pause"_s, tr("Pause the refresh"), tr("Ask for nothing more until it goes on"), {},
        [this] { m_desk.pauseRefresh(); });
    add(u"refresh.resume"_s, tr("Go on with the refresh"), tr("Go on where the refresh was paused"), {},
        [this] { m_desk.resumeRefresh(); });
    add(u"refresh.cancel"_s, tr("Cancel the refresh"), tr("End the refresh; what came stays"), {},
        [this] { m_desk.cancelRefresh(); });
    showRefreshing(false);
}

void MainWindow::connectRefresh()
{
    connect(m_refresh, &RefreshPane::pauseAsked, &m_desk, &Desk::pauseRefresh);
    connect(m_refresh, &RefreshPane::resumeAsked, &m_desk, &Desk::resumeRefresh);
    connect(m_refresh, &RefreshPane::cancelAsked, &m_desk, &Desk::cancelRefresh);
    connect(m_refresh, &RefreshPane::againAsked, this,
            [this](const QStringList& symbols) { refresh(symbols, false); });
    connect(m_refresh, &RefreshPane::companyChosen, this, &MainWindow::openCompany);
    connect(&m_desk, &Desk::opened, m_refresh, &RefreshPane::clear);
    connect(&m_desk, &Desk::refreshProgressed, m_refresh, &RefreshPane::showProgress);
    connect(&m_desk, &Desk::companyRefreshed, m_refresh, &RefreshPane::add);
    connect(&m_desk, &Desk::refreshEnded, m_refresh, &RefreshPane::showEnd);
    connect(&m_desk, &Desk::refreshLeft, m_refresh, &RefreshPane::showLeft);
    connect(&m_desk, &Desk::refreshProgressed, this, [this](const RefreshProgress& progress) {
        m_status->showRefresh(tr("refresh: %1").arg(progressLine(progress, m_locale)));
    });
    connect(&m_desk, &Desk::refreshEnded, this, [this](const QString& why) {
        m_status->showRefresh({});
        showRefreshing(false);
        m_status->announce(why.isEmpty() ? tr("The refresh has ended.") : why);
    });
    connect(&m_desk, &Desk::refreshLeft, this, [this](const std::vector<RefreshJob>& jobs) {
        m_status->announce(tr("The last refresh left companies (%1); View → Refresh lists them.")
                               .arg(m_locale.toString(qulonglong(jobs.size()))));
    });
}

/// What is on screen comes first: the company shown, then the ranking in its order.
void MainWindow::refresh(const QStringList& symbols, bool again)
{
    QStringList ordered = symbols;
    if (ordered.removeOne(m_symbol))
        ordered.prepend(m_symbol);
    m_desk.refresh(ordered, again);
    showRefreshing(m_desk.isRefreshing());
    openRefresh();
}

void MainWindow::openRefresh()
{
    if (auto* dock = qobject_cast<QDockWidget*>(m_refresh->parentWidget())) {
        dock->show();
        dock->raise();
    }
}

void MainWindow::showRefreshing(bool under)
{
    for (const QString& id : {u"refresh.pause"_s, u"refresh.resume"_s, u"refresh.cancel"_s})
        m_actions->find(id)->setEnabled(under);
    for (const QString& id : {u"refresh.one"_s, u"refresh.again"_s, u"refresh.all"_s})
        m_actions->find(id)->setEnabled(!under);
}

} // namespace plumbline
