#pragma once

#include <QMainWindow>

namespace plumbline {

/// The panes as docks around the card: movable, floating, tabbed, closed and opened again, and all of it remembered.
class Workbench : public QMainWindow
{
    Q_OBJECT

public:
    explicit Workbench(QWidget* card, QWidget* parent = nullptr);

    /// How a pane comes in: the dock's name and title, what stands in its bar instead of the title, and where.
    struct Place
    {
        QString objectName {};
        QString title {};
        QWidget* head = nullptr;
        Qt::DockWidgetArea area = Qt::BottomDockWidgetArea;
        QDockWidget* besides = nullptr; ///< another dock to share tabs with
    };
    QDockWidget* addPane(QWidget* pane, const Place& place);
    /// Gives a dock at least this height, where the others leave it room.
    void giveHeight(QDockWidget* dock, int height);
    /// After the last addPane(): this is the layout a reset goes back to.
    void settle();
    QByteArray layoutState() const;
    bool restoreLayout(const QByteArray& state);
    void resetLayout();

protected:
    void showEvent(QShowEvent* event) override;
    void childEvent(QChildEvent* event) override;

private:
    void shareOut();
    void stackWhereLow();
    void nameTabs();

    QList<QDockWidget*> m_docks {}; ///< in the order they were added
    QByteArray m_initial {};
    bool m_shared = false; ///< sizes are given once, when there is room to share
};

} // namespace plumbline
