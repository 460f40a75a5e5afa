#include "app/keycommands.h"

#include "app/console.h"
#include "core/secrets/keyring.h"
#include "core/secrets/keys.h"

#include <QCoreApplication>
#include <QFile>

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeyCommands)
};

constexpr qint64 LongestLine = 8192;

/// Keeps a terminal from showing what is typed; nothing where standard input is none.
class Unseen
{
public:
    Unseen() : m_terminal(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_terminal)
            return;
        std::fputs(qUtf8Printable(Words::tr("The key (it is not shown): ")), stderr);
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen()
    {
        if (!m_terminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputs("\n", stderr);
    }
    Q_DISABLE_COPY_MOVE(Unseen)

private:
    termios m_before {};
    bool m_terminal = false;
};

Result<Key> keyOfStandardInput()
{
    const Unseen unseen;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(Error::Kind::Invalid,
                       Words::tr("The key is read from standard input, which is closed."));
    QByteArray line = input.readLine(LongestLine);
    auto key = Key::from(line);
    line.fill('\0');
    return key;
}

int set(Service service)
{
    const auto key = keyOfStandardInput();
    if (!key)
        return complain(key.error().message, Misused);
    const auto kept = keyring::write(wordFor(service), *key);
    if (kept) {
        say(Words::tr("The key for %1 is kept in the keyring.").arg(titleOf(service)));
        return Done;
    }
    return complain(Words::tr("The key was not kept: %1 Scripts can put it into %2.")
                        .arg(kept.error().message, variableOf(service)),
                    Failed);
}

QString place(const FoundKey& found, Service service)
{
    return found.place == FoundKey::Place::Environment ? Words::tr("from %1").arg(variableOf(service))
                                                       : Words::tr("in the keyring");
}

QString status(Service service)
{
    const auto found = findKey(service);
    return wordFor(service) + QStringLiteral(": ")
         + (found ? place(*found, service) : Words::tr("none. %1").arg(found.error().message));
}

int status(const Arguments& arguments, std::optional<Service> service)
{
    QString lines;
    for (const Service each : keyServices())
        if (!service || *service == each)
            lines += status(each) + u'\n';
    return deliver(arguments, lines.toUtf8());
}

int remove(Service service)
{
    const auto removed = deleteKey(service);
    if (!removed)
        return complain(removed.error().message, Failed);
    say(*removed ? Words::tr("The key for %1 is deleted.").arg(titleOf(service))
                 : Words::tr("There was no key for %1.").arg(titleOf(service)));
    return Done;
}

} // namespace

int keysCommand(const Arguments& arguments)
{
    const QString action = arguments.operands.value(0);
    const auto service = serviceOf(arguments.operands.value(1));
    const qsizetype count = arguments.operands.size();
    if (action == u"status" && (count == 1 || (count == 2 && service)))
        return status(arguments, service);
    if (count != 2 || !service || (action != u"set" && action != u"delete"))
        return complain(
            Words::tr("keys takes set, status or delete, and fmp, anthropic or openai; the key itself is "
                      "read from standard input."),
            Misused);
    return action == u"set" ? set(*service) : remove(*service);
}

} // namespace plumbline
