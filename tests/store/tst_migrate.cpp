#include "core/store/connection.h"
#include "core/store/migrate.h"
#include "core/store/schema.h"
#include "tests/store/stores.h"

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Steps of a schema, here made-up ones, bring a file forward wholly or leave it as it was.
class TestMigrate : public QObject
{
    Q_OBJECT

private:
    static std::vector<SchemaStep> steps(int count)
    {
        const std::vector<SchemaStep> all {
            {1,
             "CREATE TABLE claim(id INTEGER PRIMARY KEY, text TEXT) STRICT; INSERT INTO claim VALUES(1, "
             "'a;b');",
             {}},
            {2,
             "ALTER TABLE claim ADD COLUMN kind TEXT; CREATE TABLE quote(claim INTEGER REFERENCES claim) "
             "STRICT;",
             {}},
            {3, {}, [](const QSqlDatabase& database) {
                 return run(database, u"UPDATE claim SET text = upper(text)"_s).map([](const Statement&) {});
             }}};
        return {all.begin(), all.begin() + count};
    }

    /// The file of version 1, closed.
    static QString old(const QTemporaryDir& folder)
    {
        QString path = folder.filePath(u"old.plumbline"_s);
        const auto connection = Connection::open(path, Connection::Access::Write).value();
        migrate(connection->database(), steps(1), {}).value();
        return path;
    }
    static std::unique_ptr<Connection> opened(const QString& path)
    {
        return Connection::open(path, Connection::Access::Write).value();
    }
    static QString text(const Connection& connection)
    {
        auto row = run(connection.database(), u"SELECT text FROM claim"_s).value();
        return row.next().value() ? row.text(0) : QString();
    }
    static qint64 version(const Connection& connection)
    {
        return pragma(connection.database(), u"user_version"_s).value();
    }
    static QStringList copies(const QTemporaryDir& folder)
    {
        return QDir(folder.path()).entryList({u"*.before-*"_s});
    }

private slots:
    void scriptsOfSeveralStatementsAndFunctionsRunInOrder()
    {
        const QTemporaryDir folder;
        const QString path = old(folder);
        const auto connection = opened(path);
        QCOMPARE(version(*connection), 1);
        const QStringList notices = migrate(connection->database(), steps(3), path).value();
        QCOMPARE(version(*connection), 3);
        QCOMPARE(text(*connection), u"A;B"_s);
        QCOMPARE(notices.size(), 1);
        QVERIFY2(notices[0].contains(u"old.plumbline.before-v3"), qPrintable(notices[0]));
    }

    void theFileIsCopiedBeforeItIsChanged()
    {
        const QTemporaryDir folder;
        const QString path = old(folder);
        migrate(opened(path)->database(), steps(3), path).value();
        QCOMPARE(copies(folder), {u"old.plumbline.before-v3"_s});
        const auto copy = opened(path + u".before-v3"_s);
        QCOMPARE(version(*copy), 1);
        QCOMPARE(text(*copy), u"a;b"_s);
    }

    void anEarlierCopyIsNotWrittenOver()
    {
        const QTemporaryDir folder;
        const QString path = old(folder);
        writeBytes(path + u".before-v2"_s, "mine");
        migrate(opened(path)->database(), steps(2), path).value();
        QCOMPARE(bytesIn(path + u".before-v2"_s), "mine");
        QCOMPARE(version(*opened(path + u".before-v2-2"_s)), 1);
    }

    void aFileThatIsUpToDateIsLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = old(folder);
        QCOMPARE(migrate(opened(path)->database(), steps(1), path).value(), QStringList());
        QCOMPARE(copies(folder), QStringList());
    }

    void aStepThatFailsLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("not SQL") << QByteArray("DELETE FROM claim; SELECT nonsense(;");
        QTest::newRow("half of it fails") << QByteArray("DROP TABLE claim; DROP TABLE claim;");
        QTest::newRow("orphans") << QByteArray(
            "CREATE TABLE child(claim INTEGER REFERENCES claim) STRICT; INSERT INTO "
            "child VALUES(77); DELETE FROM claim;");
    }
    void aStepThatFailsLeavesTheFileAsItWas()
    {
        QFETCH(QByteArray, script);
        const QTemporaryDir folder;
        const QString path = old(folder);
        const auto connection = opened(path);
        const Error error = migrate(connection->database(), {steps(1)[0], {2, script, {}}}, path).error();
        QVERIFY2(error.message.contains(u"is as it was"), qPrintable(error.message));
        QCOMPARE(version(*connection), 1);
        QCOMPARE(text(*connection), u"a;b"_s);
        QVERIFY(!run(connection->database(), u"SELECT * FROM child"_s));
        QCOMPARE(copies(folder), QStringList());
        QCOMPARE(pragma(connection->database(), u"foreign_keys"_s).value(), 1);
    }

    void whatWentWellBeforeAFailureStays()
    {
        const QTemporaryDir folder;
        const QString path = old(folder);
        const auto connection = opened(path);
        auto failing = steps(3);
        failing[2].work = [](const QSqlDatabase&) -> Result<void> {
            return failure(Error::Kind::BadData, u"A formula could not be rewritten."_s);
        };
        const Error error = migrate(connection->database(), failing, path).error();
        QVERIFY(error.message.contains(u"A formula could not be rewritten."));
        QCOMPARE(version(*connection), 2);
        QCOMPARE(copies(folder).size(), 1); // the way back
        QVERIFY(migrate(connection->database(), steps(3), path));
        QCOMPARE(text(*connection), u"A;B"_s);
    }

    void aNewerFileIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = old(folder);
        const auto connection = opened(path);
        migrate(connection->database(), steps(3), path).value();
        const Error error = migrate(connection->database(), steps(2), path).error();
        QCOMPARE(error.kind, Error::Kind::NotAvailable);
        QVERIFY(error.message.contains(u"newer Plumbline"));
    }

    void theSchemaIsCompiledInWithoutAGap()
    {
        const std::vector<SchemaStep>& all = schemaSteps();
        QVERIFY(!all.empty());
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].number, int(i) + 1);
            QFile file(QStringLiteral(PLUMBLINE_SOURCE_DIR "/core/store/schema/")
                       + QDir(QStringLiteral(PLUMBLINE_SOURCE_DIR "/core/store/schema"))
                             .entryList({u"*.sql"_s})[int(i)]);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(all[i].script, file.readAll());
        }
    }
};

QTEST_GUILESS_MAIN(TestMigrate)
#include "tst_migrate.moc"
