#include "tests/store/stores.h"

#include <QProcess>

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Who may write, what is refused, and that nothing is written to what is in doubt.
class TestLock : public QObject
{
    Q_OBJECT

private:
    static QString refusal(const QString& path, Store::Access access = Store::Access::Write)
    {
        const auto store = Store::open(path, access);
        return store ? u"opened"_s : store.error().message;
    }

    /// Another process that opens the workspace for writing and holds it until it is killed.
    static std::unique_ptr<QProcess> holder(const QString& path)
    {
        auto process = std::make_unique<QProcess>();
        process->start(QCoreApplication::applicationFilePath(), {u"--hold"_s, path});
        if (!process->waitForStarted() || !process->waitForReadyRead(20000))
            qFatal("the other process did not open the workspace");
        return process;
    }

private slots:
    void theSecondOpenerReadsAndIsToldWhoWrites()
    {
        const WorkspaceFolder at;
        const auto other = holder(at.path());
        const auto store = at.open();
        QVERIFY(!store->canWrite());
        const QString reason = store->readOnlyReason();
        QVERIFY2(
            reason.startsWith(u"two.plumbline is open in tst_lock (process %1 on "_s.arg(other->processId())),
            qPrintable(reason));
        QVERIFY2(reason.endsWith(u").") && !reason.contains(u"shown"), qPrintable(reason));
        QCOMPARE(store->everything().value().companies.size(), 2u);
        QCOMPARE(store->commit(choosing(choice(u"20%"_s))).error().message, reason);
        QCOMPARE(Store::create(at.path(), WorkspaceFolder::data()).error().kind, Error::Kind::Storage);
        QVERIFY(!store->takeOver());
        QCOMPARE(store->readOnlyReason(), reason);
        other->kill();
        other->waitForFinished();
    }

    void theReaderFollowsTheWriter()
    {
        const WorkspaceFolder at;
        const auto writer = at.open();
        const auto reader = at.open(Store::Access::Read);
        QVERIFY(!reader->canWrite());
        QVERIFY(reader->readOnlyReason().isEmpty());
        const qint64 before = reader->dataVersion();
        QCOMPARE(reader->dataVersion(), before);
        QVERIFY(writer->commit(choosing(choice(u"20%"_s))));
        QVERIFY(reader->dataVersion() != before);
        QCOMPARE(chosen(*reader), u"20%"_s);
    }

    void theLockOfADeadProcessIsTakenOver()
    {
        const WorkspaceFolder at;
        const auto other = holder(at.path());
        ::kill(pid_t(other->processId()), SIGKILL);
        other->waitForFinished();
        QVERIFY(QFile::exists(at.path() + u".lock"_s));
        QVERIFY(at.open()->canWrite());
    }

    void whoReadsTakesOverWhenTheWriterHasDied()
    {
        const WorkspaceFolder at;
        const auto other = holder(at.path());
        const auto store = at.open();
        QVERIFY(!store->canWrite());
        ::kill(pid_t(other->processId()), SIGKILL);
        other->waitForFinished();
        QVERIFY(store->takeOver());
        QVERIFY(store->canWrite());
        QVERIFY(store->commit(choosing(choice(u"20%"_s))));
        QCOMPARE(chosen(*store), u"20%"_s);
        QVERIFY(!at.open()->canWrite()); // the lock is its own now
    }

    void aStoreThatOnlyReadsNeverTakesOver()
    {
        const WorkspaceFolder at;
        const auto store = at.open(Store::Access::Read);
        QVERIFY(!store->takeOver());
        QVERIFY(at.open()->canWrite());
    }

    void aLockThatWasCutOffIsTakenOver()
    {
        const WorkspaceFolder at;
        writeBytes(at.path() + u".lock"_s, {});
        QVERIFY(at.open()->canWrite());
    }

    void theLockGoesWithTheStore()
    {
        const WorkspaceFolder at;
        at.open();
        QCOMPARE(QDir(at.folder()).entryList(QDir::Files), {u"two.plumbline"_s}); // no log is left either
        QVERIFY(at.open()->canWrite());
    }

    void twoNamesOfOneFileAreOneFile()
    {
        const WorkspaceFolder at;
        QVERIFY(QFile::link(at.path(), at.file(u"link.plumbline"_s)));
        const auto first = at.open();
        const auto second = Store::open(at.file(u"link.plumbline"_s), Store::Access::Write).value();
        QVERIFY(!second->canWrite());
    }

    void whatIsNoWorkspaceIsRefusedInASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"is empty, not a workspace."_s;
        QTest::newRow("text") << QByteArray(5000, 'x') << u"is not a Plumbline workspace."_s;
        QTest::newRow("short") << QByteArray("SQLite format 3\0", 16) << u"is not a Plumbline workspace."_s;
        QTest::newRow("other database") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\0')
                                        << u"is not a Plumbline workspace."_s;
        QTest::newRow("earlier") << workspaceToJson({}, {}) << u"was made by an earlier Plumbline"_s;
    }
    void whatIsNoWorkspaceIsRefusedInASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        writeBytes(path, bytes);
        for (const auto access : {Store::Access::Write, Store::Access::Read})
            QVERIFY2(refusal(path, access).contains(says), qPrintable(refusal(path, access)));
        QCOMPARE(bytesIn(path), bytes);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), {u"file"_s});
    }

    void foldersAndDevicesAndNothingAreRefused()
    {
        const QTemporaryDir folder;
        QVERIFY(refusal(folder.path()).contains(u"is a folder"));
        QVERIFY(refusal(folder.filePath(u"none"_s)).startsWith(u"There is no file"));
        QVERIFY(refusal(u"/dev/null"_s).contains(u"is a device"));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aNewerFileIsLeftToANewerProgram()
    {
        const WorkspaceFolder at;
        QByteArray bytes = bytesIn(at.path());
        bytes[63] = char(100); // the last byte of user_version in SQLite's header
        writeBytes(at.path(), bytes);
        for (const auto access : {Store::Access::Write, Store::Access::Read})
            QVERIFY2(refusal(at.path(), access).contains(u"newer Plumbline"),
                     qPrintable(refusal(at.path(), access)));
        QCOMPARE(bytesIn(at.path()), bytes);
    }

    void newFilesReplaceNothingElse()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"thesis.txt"_s);
        writeBytes(path, "my thesis, only copy");
        QVERIFY(Store::create(path, {}).error().message.contains(u"is not replaced"));
        QCOMPARE(bytesIn(path), "my thesis, only copy");
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), {u"thesis.txt"_s});
        QVERIFY(!Store::create(folder.path(), {}));
        QVERIFY(!Store::create(folder.filePath(u"no/such/folder"_s), {}));
        QVERIFY(!Store::create(u"/dev/null"_s, {}));
        struct stat device
        {};
        QCOMPARE(::stat("/dev/null", &device), 0);
        QVERIFY(S_ISCHR(device.st_mode));
    }

    void aWorkspaceIsReplacedOnlyWhenNobodyHasItOpen()
    {
        const WorkspaceFolder at;
        {
            const auto writer = at.open();
            QVERIFY(writer->commit(choosing(choice(u"20%"_s))));
            QVERIFY(!Store::create(at.path(), WorkspaceFolder::data()));
        }
        {
            const auto reader = at.open(Store::Access::Read);
            QCOMPARE(chosen(*reader), u"20%"_s);
            const auto created = Store::create(at.path(), WorkspaceFolder::data());
            QVERIFY(!created);
            QVERIFY2(created.error().message.contains(u"is open in another program"),
                     qPrintable(created.error().message));
        }
        QVERIFY(Store::create(at.path(), WorkspaceFolder::data()));
        QCOMPARE(chosen(*at.open()), u"none"_s);
    }

    void aFileOrFolderThatMayNotBeWrittenIsRead_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::newRow("file") << false;
        QTest::newRow("folder") << true;
    }
    void aFileOrFolderThatMayNotBeWrittenIsRead()
    {
        QFETCH(bool, folder);
        const WorkspaceFolder at;
        const QByteArray before = bytesIn(at.path());
        QVERIFY(::chmod(qPrintable(at.folder()), folder ? 0555 : 0777) == 0);
        QVERIFY(::chmod(qPrintable(at.path()), folder ? 0666 : 0444) == 0);
        const bool mighty = ::geteuid() == 0; // nothing is forbidden to root: become nobody for a while
        QVERIFY(!mighty || ::seteuid(65534) == 0);
        {
            const auto store = Store::open(at.path(), Store::Access::Write);
            QVERIFY2(store, qPrintable(store ? QString() : store.error().message));
            QVERIFY(!(*store)->canWrite());
            QVERIFY2((*store)->readOnlyReason().contains(folder ? u"folder that may not be written"_s
                                                                : u"may not be written to"_s),
                     qPrintable((*store)->readOnlyReason()));
            QCOMPARE((*store)->everything().value().companies.size(), 2u);
            QVERIFY(!(*store)->commit(choosing(choice(u"20%"_s))));
        }
        QVERIFY(!mighty || ::seteuid(0) == 0);
        QVERIFY(::chmod(qPrintable(at.folder()), 0777) == 0);
        QCOMPARE(bytesIn(at.path()), before);
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication program(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--hold") == 0) {
        const auto store = Store::open(QString::fromLocal8Bit(argv[2]), Store::Access::Write);
        if (!store || !(*store)->canWrite() || ::write(STDOUT_FILENO, "open\n", 5) != 5)
            return 1;
        ::pause();
        return 0;
    }
    TestLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_lock.moc"
