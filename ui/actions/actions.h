#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <vector>

namespace plumbline {

/// Where an action stands in the menus and on the page of keys.
enum class ActionGroup : std::uint8_t { File, Edit, Scenario, Go, View, Help, Count };
QString titleOf(ActionGroup group);

/// One thing the window can do, as data.
struct ActionInfo
{
    QString id {}; ///< "edit.undo": also the object name
    ActionGroup group = ActionGroup::View;
    QString text {};
    QString tip {}; ///< what it does, in one sentence
    QKeySequence shortcut {};
    QKeySequence further {}; ///< a second shortcut for the same
    bool listed = true;      ///< in a menu; else only by key and in the palette
    bool checkable = false;
};

/// All actions of the window, each once: menus, tool bar, the page of keys and the palette are made from here.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget* window);

    /// Makes an action of the window that calls `call` with `receiver` alive.
    template<typename Call>
    QAction* add(const ActionInfo& info, const QObject* receiver, Call call)
    {
        QAction* own = make(info);
        connect(own, &QAction::triggered, receiver, call);
        return own;
    }
    /// Takes in an action somebody else made: a dock's own toggle.
    void adopt(QAction* action, const ActionInfo& info);

    /// The action of an id; null where there is none.
    QAction* find(const QString& id) const { return m_byId.value(id); }
    const std::vector<QAction*>& all() const { return m_all; }
    ActionGroup groupOf(const QAction* action) const { return m_infos.value(action).group; }
    bool isListed(const QAction* action) const { return m_infos.value(action).listed; }

private:
    QAction* make(const ActionInfo& info);

    QWidget* m_window;
    std::vector<QAction*> m_all {};
    QHash<QString, QAction*> m_byId {};
    QHash<const QAction*, ActionInfo> m_infos {};
};

/// An action's text without the mark of its menu key.
QString plainText(const QAction& action);
/// Its shortcuts as they stand on the keyboard: "Ctrl+K", "], Alt+Down".
QString keysOf(const QAction& action);

} // namespace plumbline
