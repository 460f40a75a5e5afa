#include "ui/common/plaintips.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>

namespace plumbline {

PlainTips::PlainTips(QObject* parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool PlainTips::eventFilter(QObject* watched, QEvent* event)
{
    // A tip is polished once, before it is given its words.
    if (event->type() == QEvent::Polish && watched->inherits("QTipLabel"))
        if (auto* tip = qobject_cast<QLabel*>(watched))
            tip->setTextFormat(Qt::PlainText);
    return false;
}

} // namespace plumbline
