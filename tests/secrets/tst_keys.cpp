#include "core/secrets/keys.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace {

QString said(const Result<void>& outcome)
{
    return outcome ? u"done"_s : outcome.error().message;
}

/// What this program does when it is started inside a session of its own: each step's outcome on a line.
void talkToTheKeyring(const QStringList& steps)
{
    for (const QString& step : steps) {
        QString outcome;
        const Service service = serviceOf(step.section(u':', 1)).value_or(Service::Fmp);
        if (step.startsWith(u"keep")) {
            outcome = said(keepKey(service, Key::from("made-up-" + wordFor(service).toLatin1()).value()));
        } else if (step.startsWith(u"find")) {
            const auto found = findKey(service);
            outcome = found
                        ? u"%1 from %2"_s.arg(QString::fromLatin1(found->key.reveal())).arg(int(found->place))
                        : found.error().message;
        } else if (step.startsWith(u"delete")) {
            const auto removed = deleteKey(service);
            outcome = removed ? (*removed ? u"deleted"_s : u"none"_s) : removed.error().message;
        } else {
            outcome = u"?"_s;
        }
        std::puts(qUtf8Printable(outcome));
    }
}

/// The lines this program prints when it runs the steps, one process a group, in a D-Bus session made for it. `before`:
/// what the session's shell does first, with $HOME a folder made for it.
QStringList inASession(const QString& before, const QStringList& groups, const QString& between = {})
{
    const QTemporaryDir home;
    QString script = u"exec 2>/dev/null; "_s + before + u"; "_s;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (i > 0 && !between.isEmpty())
            script += between + u"; "_s;
        script += u"\"$0\" --steps "_s + groups[i] + u"; "_s;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.remove(u"PLUMBLINE_FMP_KEY"_s);
    QProcess session;
    session.setProcessEnvironment(environment);
    session.start(u"dbus-run-session"_s,
                  {u"--"_s, u"sh"_s, u"-c"_s, script, QCoreApplication::applicationFilePath()});
    if (!session.waitForFinished(60000))
        session.kill();
    QStringList lines = QString::fromUtf8(session.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    if (QProcess::execute(u"grep"_s, {u"-rqs"_s, u"made-up-"_s, home.path()}) == 0)
        lines.append(u"a key stands in a plain file"_s);
    return lines;
}

const QString WithKeyring =
    u"printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null"_s;

/// Whether a child that does this and then crashes would have left a core dump.
template<typename Work>
bool dumpsCore(Work work)
{
    const QTemporaryDir folder;
    const pid_t child = fork();
    if (child == 0) {
        const rlimit all {RLIM_INFINITY, RLIM_INFINITY};
        setrlimit(RLIMIT_CORE, &all);
        if (chdir(qPrintable(folder.path())) != 0)
            _exit(1);
        work();
        std::signal(SIGABRT, SIG_DFL);
        std::abort();
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WCOREDUMP(status);
}

bool hasKeyring()
{
    return !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty();
}

} // namespace

/// Keys: what is one, where it is found, and that it stays where it belongs.
class TestKeys : public QObject
{
    Q_OBJECT

private slots:
    // First: a limit that was lowered is lowered for good.
    void aCrashLeavesNoCoreDumpWhileAKeyIsHeld()
    {
        const bool dumps = dumpsCore([] {});
        QVERIFY(!dumpsCore([] { static_cast<void>(Key::from("made-up-key")); }));
        const Key key = Key::from("made-up-key").value();
        rlimit limit {};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QVERIFY(limit.rlim_cur <= 1);
        if (!dumps)
            qInfo("this computer writes no core dumps, so only the limit was looked at");
    }

    void whatIsPastedIsAKeyOrIsRefused()
    {
        QCOMPARE(Key::from("  made-up-key\r\n").value().reveal(), "made-up-key");
        for (const QByteArray& bad :
             {QByteArray(), QByteArray("  \n"), QByteArray("two words"), QByteArray("a\r\nX-Header: b"),
              QByteArray("caf\xc3\xa9"), QByteArray(5000, 'a')})
            QCOMPARE(Key::from(bad).error().kind, Error::Kind::Invalid);
        QVERIFY(!Key::from("two secret").error().message.contains(u"secret"));
        QVERIFY(Key().isEmpty() && Key().reveal().isEmpty());
    }

    void aKeyIsBlottedOut()
    {
        QByteArray text = "no made-up-key, made-up-key";
        Key::from("made-up-key").value().blotOut(text);
        QCOMPARE(text, "no ***, ***");
        Key().blotOut(text);
        QCOMPARE(text, "no ***, ***");
    }

    void theEnvironmentComesFirst()
    {
        qputenv("PLUMBLINE_OPENAI_KEY", " given-by-script ");
        const auto found = findKey(Service::OpenAi);
        QCOMPARE(found->key.reveal(), "given-by-script");
        QCOMPARE(found->place, FoundKey::Place::Environment);
        qputenv("PLUMBLINE_OPENAI_KEY", "a secret word");
        const auto bad = findKey(Service::OpenAi);
        QCOMPARE(bad.error().message, u"What PLUMBLINE_OPENAI_KEY holds is not a key."_s);
        qunsetenv("PLUMBLINE_OPENAI_KEY");
    }

    void servicesHaveTheirWords()
    {
        for (const Service service : keyServices())
            QCOMPARE(serviceOf(wordFor(service)), service);
        QVERIFY(!serviceOf(u"other"_s));
        QCOMPARE(variableOf(Service::Fmp), u"PLUMBLINE_FMP_KEY"_s);
        QCOMPARE(variableOf(Service::Anthropic), u"PLUMBLINE_ANTHROPIC_KEY"_s);
    }

    void aRealKeyringKeepsAKeyFromOneRunToTheNext()
    {
        if (!hasKeyring())
            QSKIP("gnome-keyring or dbus-run-session is not installed");
        const QStringList lines =
            inASession(WithKeyring, {u"keep:fmp keep:openai"_s, u"find:fmp find:openai find:anthropic"_s,
                                     u"delete:fmp delete:fmp find:fmp find:openai"_s});
        const QStringList expected {u"done"_s,
                                    u"done"_s,
                                    u"made-up-fmp from 2"_s,
                                    u"made-up-openai from 2"_s,
                                    u"There is no key for Anthropic."_s,
                                    u"deleted"_s,
                                    u"none"_s,
                                    u"There is no key for Financial Modeling Prep."_s,
                                    u"made-up-openai from 2"_s};
        QCOMPARE(lines, expected);
    }

    void aLockedKeyringIsNotAMissingKey()
    {
        if (!hasKeyring())
            QSKIP("gnome-keyring or dbus-run-session is not installed");
        const QString lock = u"dbus-send --session --print-reply --dest=org.freedesktop.secrets "
                             "/org/freedesktop/secrets org.freedesktop.Secret.Service.Lock "
                             "array:objpath:/org/freedesktop/secrets/collection/login >/dev/null"_s;
        const QStringList lines = inASession(WithKeyring, {u"keep:fmp"_s, u"find:fmp"_s}, lock);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], u"done"_s);
        QVERIFY2(lines[1].startsWith(u"The keyring is locked."), qPrintable(lines[1]));
    }

    void withoutAKeyringAKeyHoldsForTheSessionOnly()
    {
        if (QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty())
            QSKIP("dbus-run-session is not installed");
        const QString noBus = u"export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"_s;
        const QStringList lines =
            inASession(noBus, {u"keep:fmp find:fmp delete:fmp find:fmp"_s, u"find:fmp"_s});
        const QStringList expected {
            u"There is no keyring service on this computer. The key holds for this session only."_s,
            u"made-up-fmp from 1"_s, u"deleted"_s, u"There is no keyring service on this computer."_s,
            u"There is no keyring service on this computer."_s};
        QCOMPARE(lines, expected);
    }
};

int main(int count, char** words)
{
    QCoreApplication application(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--steps") {
        talkToTheKeyring(arguments.mid(2));
        return 0;
    }
    TestKeys test;
    return QTest::qExec(&test, count, words);
}

#include "tst_keys.moc"
