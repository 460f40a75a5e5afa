#pragma once

#include <QWidget>

class QDockWidget;

namespace plumbline {

/// The bar over a dock: what the pane has to say about itself, and buttons to float and to close it.
class DockTitle : public QWidget
{
    Q_OBJECT

public:
    /// `head` stands in the bar; without one, the dock's title does.
    DockTitle(QDockWidget* dock, QWidget* head);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace plumbline
