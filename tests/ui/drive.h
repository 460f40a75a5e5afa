#pragma once

#include "ui/actions/actions.h"
#include "ui/common/chip.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

/// The window driven as its user does: what is in it by name, keys, and states that are waited for.
namespace plumbline::examples {

/// The first cell below `above` that `fits`.
template<typename Fits>
QModelIndex find(const QAbstractItemModel& model, const QModelIndex& above, const Fits& fits)
{
    for (int row = 0; row < model.rowCount(above); ++row) {
        const QModelIndex index = model.index(row, 0, above);
        if (fits(index))
            return index;
        if (const QModelIndex below = find(model, index, fits); below.isValid())
            return below;
    }
    return {};
}

/// What has this name in the window; a test that names what is not there ends.
template<typename Object>
Object* child(const QWidget& window, const QString& name)
{
    auto* found = window.findChild<Object*>(name);
    if (found == nullptr)
        qFatal("there is no %s in the window", qPrintable(name));
    return found;
}

inline QString chipText(const QWidget& window, const QString& name)
{
    return child<Chip>(window, name)->text();
}

inline QString labelText(const QWidget& window, const QString& name)
{
    return child<QLabel>(window, name)->text();
}

inline void trigger(const MainWindow& window, const QString& id)
{
    QAction* action = window.actions().find(id);
    if (action == nullptr)
        qFatal("there is no action %s", qPrintable(id));
    action->trigger();
}

/// Types a ticker in the ranking and opens what it leads to.
inline void goTo(const MainWindow& window, const QString& symbol)
{
    auto* ranking = child<QTableView>(window, QStringLiteral("rankingTable"));
    ranking->setFocus();
    auto* box = child<QLineEdit>(window, QStringLiteral("jumpBox"));
    QTest::keyClick(ranking, symbol.front().toLatin1());
    QTRY_COMPARE(QApplication::focusWidget(), box);
    QTest::keyClicks(box, symbol.mid(1));
    QCOMPARE(box->text().toUpper(), symbol);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(labelText(window, QStringLiteral("cardSymbol")), symbol);
}

/// Writes a value into the field of an assumption, named by its key.
inline void typeValue(const MainWindow& window, const QString& key, const QString& value)
{
    auto* field = child<QLineEdit>(window, QStringLiteral("value:") + key);
    QTRY_VERIFY(field->isVisible());
    QTest::mouseClick(field, Qt::LeftButton);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, value);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace plumbline::examples
