#include "app/window.h"

#include "app/files.h"
#include "app/fmpaccess.h"
#include "core/desk/background.h"
#include "core/desk/desk.h"
#include "core/store/scale.h"
#include "core/store/workspace.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

QString resources()
{
    return QStringLiteral(":");
}

QString samplePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
         + QStringLiteral("/plumbline/sample.plumbline");
}

/// The sample workspace, made in the user's data folder if it is not there yet.
Result<QString> sampleMade()
{
    const QString path = samplePath();
    if (QFileInfo::exists(path))
        return path;
    if (!QDir().mkpath(QFileInfo(path).path()))
        return failure(Error::Kind::Storage,
                       Words::tr("The folder %1 cannot be made.").arg(QFileInfo(path).path()));
    const auto made = writeSample(path, resources(), now());
    if (!made)
        return tl::unexpected(made.error());
    return path;
}

/// A workspace with what every workspace starts from, and no company. Somebody's work is never replaced by nothing.
Result<QString> emptyMade(const QString& path)
{
    if (QFileInfo::exists(path))
        return failure(Error::Kind::Invalid,
                       Words::tr("%1 is there already: open it, or give the new workspace another name.")
                           .arg(QFileInfo(path).fileName()));
    return writeEmpty(path, resources(), now()).map([&] { return path; });
}

/// The user's locale; a system that names none gets English figures with their separators.
QLocale windowLocale()
{
    const QLocale own;
    return own.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : own;
}

/// Makes a file beside the window and opens what was made.
template<typename Make>
void openMade(MainWindow& window, Desk& desk, Make make)
{
    if (desk.path().isEmpty())
        window.showMessage(Words::tr("Making the workspace …"), {});
    whenGiven(inBackground(make), &window, [&window, &desk](const Result<QString>& path) {
        if (path)
            desk.open(*path);
        else
            window.showFailure(path.error());
    });
}

} // namespace

int openWindow(int count, char** words, const QString& workspace)
{
    const QApplication application(count, words);
    const QLocale locale = windowLocale();
    QSettings settings;
    const QString lastKey = QStringLiteral("window/workspace");
    Desk desk(locale);
    auto rules = rulesInUse();
    if (!rules)
        qFatal("%s", qPrintable(rules.error().message)); // it comes with the program
    desk.setRules(std::move(*rules));
    desk.setAccess([] { return fmpAccess({}); });
    MainWindow window(desk, settings, locale);
    QObject::connect(&desk, &Desk::opened, &window,
                     [&settings, &desk, lastKey] { settings.setValue(lastKey, desk.path()); });
    QObject::connect(&window, &MainWindow::openAsked, &desk, &Desk::open);
    QObject::connect(&window, &MainWindow::newAsked, &window, [&window, &desk](const QString& path) {
        openMade(window, desk, [path] { return emptyMade(path); });
    });
    QObject::connect(&window, &MainWindow::sampleAsked, &window,
                     [&window, &desk] { openMade(window, desk, sampleMade); });
    window.show();
    const QString last = settings.value(lastKey).toString();
    if (!workspace.isEmpty())
        desk.open(workspace);
    else if (!last.isEmpty() && QFileInfo::exists(last))
        desk.open(last);
    else
        openMade(window, desk, sampleMade);
    return QApplication::exec();
}

} // namespace plumbline
