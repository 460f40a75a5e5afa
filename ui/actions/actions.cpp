#include "ui/actions/actions.h"

#include <QCoreApplication>
#include <QWidget>

namespace plumbline {

using namespace Qt::StringLiterals;

QString titleOf(ActionGroup group)
{
    switch (group) {
    case ActionGroup::File: return Actions::tr("&File");
    case ActionGroup::Edit: return Actions::tr("&Edit");
    case ActionGroup::Scenario: return Actions::tr("&Scenario");
    case ActionGroup::Go: return Actions::tr("&Go");
    case ActionGroup::View: return Actions::tr("&View");
    case ActionGroup::Help:
    case ActionGroup::Count: break;
    }
    return Actions::tr("&Help");
}

Actions::Actions(QWidget* window) : QObject(window), m_window(window) {}

QAction* Actions::make(const ActionInfo& info)
{
    auto* own = new QAction(info.text, this); // lint: action: this is where they stand
    own->setCheckable(info.checkable);
    adopt(own, info);
    return own;
}

void Actions::adopt(QAction* action, const ActionInfo& info)
{
    action->setObjectName(info.id);
    if (!info.text.isEmpty())
        action->setText(info.text);
    QList<QKeySequence> shortcuts {info.shortcut, info.further};
    shortcuts.removeAll(QKeySequence());
    action->setShortcuts(shortcuts);
    const QString keys = keysOf(*action);
    action->setToolTip(keys.isEmpty() ? info.tip : u"%1 (%2)"_s.arg(info.tip, keys));
    action->setStatusTip(info.tip);
    m_window->addAction(action); // a shortcut works where its action is at home
    m_all.push_back(action);
    m_byId.insert(info.id, action);
    m_infos.insert(action, info);
}

QString plainText(const QAction& action)
{
    QString text = action.text();
    return text.replace(u"&&"_s, u"\1"_s).remove(u'&').replace(u'\1', u'&');
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& one : action.shortcuts())
        keys.append(one.toString(QKeySequence::NativeText));
    return keys.join(u", "_s);
}

} // namespace plumbline
