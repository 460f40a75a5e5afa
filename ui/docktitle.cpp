#include "ui/docktitle.h"

#include "ui/common/names.h"
#include "ui/common/theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace plumbline {

using namespace Qt::StringLiterals;

DockTitle::DockTitle(QDockWidget* dock, QWidget* head) : QWidget(dock)
{
    if (head == nullptr) {
        auto* own = new QLabel(dock->windowTitle());
        QFont bold = own->font();
        bold.setBold(true);
        own->setFont(bold);
        head = own;
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(9, 3, 4, 3);
    layout->setSpacing(2);
    layout->addWidget(head, 1);
    const auto button = [&](const QString& name, const QString& tip, QStyle::StandardPixmap icon) {
        auto* own = named(new QToolButton, dock->objectName() + name, tip);
        own->setAutoRaise(true);
        own->setFocusPolicy(Qt::TabFocus);
        own->setToolTip(tip);
        own->setIcon(style()->standardIcon(icon));
        own->setIconSize(QSize(12, 12));
        layout->addWidget(own);
        return own;
    };
    const QToolButton* floats = button(u"Float"_s, tr("Float %1, or put it back").arg(dock->windowTitle()),
                                       QStyle::SP_TitleBarNormalButton);
    connect(floats, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    const QToolButton* closes =
        button(u"Close"_s, tr("Close %1; the View menu opens it again").arg(dock->windowTitle()),
               QStyle::SP_TitleBarCloseButton);
    connect(closes, &QToolButton::clicked, dock, &QDockWidget::close);
}

void DockTitle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(palette());
    painter.fillRect(rect(), colours.pane);
    painter.setPen(colours.line);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace plumbline
