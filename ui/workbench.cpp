#include "ui/workbench.h"

#include "ui/common/names.h"
#include "ui/docktitle.h"

#include <QChildEvent>
#include <QDockWidget>
#include <QTabBar>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int layoutVersion = 2; ///< one more whenever panes come or go

} // namespace

Workbench::Workbench(QWidget* card, QWidget* parent) : QMainWindow(parent)
{
    named(this, u"workbench"_s, tr("Panes"));
    setWindowFlags(Qt::Widget);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContentsMargins(6, 6, 6, 6);
    setCentralWidget(card);
}

QDockWidget* Workbench::addPane(QWidget* pane, const Place& place)
{
    auto* dock = named(new QDockWidget(place.title, this), place.objectName, place.title);
    dock->setWidget(pane);
    dock->setTitleBarWidget(new DockTitle(dock, place.head));
    if (place.besides == nullptr)
        addDockWidget(place.area, dock);
    else
        tabifyDockWidget(place.besides, dock);
    m_docks.append(dock);
    return dock;
}

void Workbench::giveHeight(QDockWidget* dock, int height)
{
    if (!dock->isFloating() && dock->height() < height)
        resizeDocks({dock}, {std::min(height, this->height() / 2)}, Qt::Vertical);
}

void Workbench::settle()
{
    m_initial = saveState(layoutVersion);
}

QByteArray Workbench::layoutState() const
{
    return saveState(layoutVersion);
}

bool Workbench::restoreLayout(const QByteArray& state)
{
    m_shared = restoreState(state, layoutVersion);
    return m_shared;
}

void Workbench::resetLayout()
{
    restoreState(m_initial, layoutVersion);
    shareOut();
}

void Workbench::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!m_shared)
        shareOut();
}

/// Qt makes a bar for the tabs of docks whenever it needs one, and gives it no name.
void Workbench::nameTabs()
{
    for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        named(tabs, u"paneTabs"_s, tr("Panes that share a place"));
}

void Workbench::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    if (event->type() == QEvent::ChildPolished)
        nameTabs();
}

/// In a low window the card needs its height: what lies below it goes under the ranking, where that is wide enough.
void Workbench::stackWhereLow()
{
    constexpr int lowHeight = 820;
    constexpr int leastWidth = 1100;
    QDockWidget* above = nullptr;
    QList<QDockWidget*> below;
    for (QDockWidget* dock : std::as_const(m_docks)) {
        if (dockWidgetArea(dock) == Qt::BottomDockWidgetArea)
            below.append(dock);
        else if (above == nullptr)
            above = dock;
    }
    if (height() >= lowHeight || width() < leastWidth || above == nullptr || below.isEmpty())
        return;
    splitDockWidget(above, below.constFirst(), Qt::Vertical);
    for (qsizetype i = 1; i < below.size(); ++i)
        tabifyDockWidget(below.constFirst(), below[i]);
    below.constFirst()->raise();
    resizeDocks({above, below.constFirst()}, {height() * 3 / 5, height() * 2 / 5}, Qt::Vertical);
}

/// The ranking has two fifths of the width, what lies below the card a fifth of the height.
void Workbench::shareOut()
{
    m_shared = true;
    stackWhereLow();
    QList<QDockWidget*> left;
    QList<QDockWidget*> below;
    for (QDockWidget* dock : std::as_const(m_docks)) {
        if (dockWidgetArea(dock) == Qt::LeftDockWidgetArea)
            left.append(dock);
        else if (dockWidgetArea(dock) == Qt::BottomDockWidgetArea)
            below.append(dock);
    }
    resizeDocks(left, QList<int>(left.size(), std::clamp(width() * 2 / 5, 420, 900)), Qt::Horizontal);
    resizeDocks(below, QList<int>(below.size(), std::clamp(height() / 5, 120, 320)), Qt::Vertical);
}

} // namespace plumbline
