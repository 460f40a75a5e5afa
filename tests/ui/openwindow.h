#pragma once

#include "core/desk/desk.h"
#include "tests/ui/deskexample.h"
#include "tests/ui/drive.h"
#include "ui/actions/questions.h"
#include "ui/mainwindow.h"

#include <QSettings>

/// A window with its desk and settings on a workspace, as the program opens it.
namespace plumbline::examples {

/// Whatever is asked is agreed to; a new scenario is called `scenario`.
inline Questions agreeing(const QString& scenario)
{
    return {
        .scenarioName = [scenario](QWidget*, const Questions::Named& then) { then(scenario); },
        .confirm = [](QWidget*, const QString&, const QString&, const Questions::Agreed& then) { then(); },
        .fileToOpen = {},
        .fileToMake = {},
        .fileToExport = {},
        .folderToExport = {},
        .filesToImport = {},
        .folderToImport = {}};
}

class OpenWindow
{
public:
    /// Settings are read from and kept in the file `settingsPath`.
    explicit OpenWindow(const QString& settingsPath, QSize size = {1600, 900})
        : settings(settingsPath, QSettings::IniFormat)
        , desk(QLocale(QLocale::English, QLocale::UnitedStates))
        , window(desk, settings, QLocale(QLocale::English, QLocale::UnitedStates),
                 agreeing(QStringLiteral("cautious")))
    {
        desk.setRules(readingRules());
        window.resize(size);
        window.show();
    }

    bool isActive() { return QTest::qWaitForWindowActive(&window, 20'000); }

    /// Opens a workspace and waits until its companies are ranked and the first card is shown.
    bool open(const QString& path)
    {
        desk.open(path);
        return QTest::qWaitFor([&] { return desk.path() == path && isSettled(); }, 20'000);
    }

    bool isSettled() const
    {
        return desk.isComplete() && desk.companies() > 0 && !desk.ranking()->empty()
            && desk.card(labelText(window, QStringLiteral("cardSymbol"))) != nullptr;
    }

    QSettings settings;
    Desk desk;
    MainWindow window;
};

} // namespace plumbline::examples
