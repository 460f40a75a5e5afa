#include "app/arguments.h"
#include "app/commands.h"
#include "app/window.h"

#include <QGuiApplication>

#include <cstdio>

int main(int count, char** words)
{
    using namespace plumbline;
    QCoreApplication::setApplicationName(QStringLiteral("Plumbline"));
    QCoreApplication::setOrganizationDomain(QStringLiteral("plumbline.app"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    QStringList given;
    for (int i = 1; i < count; ++i)
        given.append(QString::fromLocal8Bit(words[i]));
    const Arguments arguments = argumentsFrom(given);
    if (!arguments.problem.isEmpty()) {
        std::fprintf(stderr, "plumbline: %s\n", qUtf8Printable(arguments.problem));
        return 2;
    }
    if (arguments.help || arguments.version) {
        std::fputs(
            qUtf8Printable(arguments.help ? usage() : QStringLiteral("plumbline " PLUMBLINE_VERSION "\n")),
            stdout);
        return 0;
    }
    if (!isCommand(arguments.command))
        return openWindow(count, words, arguments.workspace);
    if (arguments.format == u"pdf") { // printing needs fonts, and fonts need Qt Gui; no screen is asked for
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(count, words);
        return runCommand(arguments);
    }
    const QCoreApplication application(count, words);
    return runCommand(arguments);
}
