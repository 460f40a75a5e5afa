#include "ui/workbench.h"

#include "ui/common/names.h"
#include "ui/docktitle.h"

#include <QDockWidget>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int layoutVersion = 1; ///< one more whenever panes come or go

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

/// The ranking has two fifths of the width, what lies below the card a fifth of the height.
void Workbench::shareOut()
{
    m_shared = true;
    QList<QDockWidget*> left;
    QList<QDockWidget*> below;
    for (QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dockWidgetArea(dock) == Qt::LeftDockWidgetArea)
            left.append(dock);
        else if (dockWidgetArea(dock) == Qt::BottomDockWidgetArea)
            below.append(dock);
    }
    resizeDocks(left, QList<int>(left.size(), std::clamp(width() * 2 / 5, 420, 900)), Qt::Horizontal);
    resizeDocks(below, QList<int>(below.size(), std::clamp(height() / 5, 120, 320)), Qt::Vertical);
}

} // namespace plumbline
