#include "core/store/canonical.h"
#include "core/store/fingerprint.h"
#include "tests/store/killed.h"
#include "tests/store/smalldisk.h"
#include "tests/store/stores.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

namespace {

constexpr qsizetype pageSize = 4096;

/// What a window would show of a workspace: one hash a company, and one for the rest.
QHash<QString, QByteArray> shown(const WorkspaceData& data)
{
    QHash<QString, QByteArray> all {{u"global"_s, fingerprint(data.global)},
                                    {u"models"_s, fingerprint(data.scoringModels)},
                                    {u"decisions"_s, fingerprint(data.decisions)}};
    for (const Coverage& one : data.companies)
        all.insert(one.dossier.symbol, canonicalBytes(one));
    return all;
}

bool markedDamaged(const WorkspaceData& data, const QString& symbol)
{
    return std::any_of(data.companies.begin(), data.companies.end(), [&](const Coverage& one) {
        return one.dossier.symbol == symbol && one.dossier.facts.empty() && !one.failures.empty();
    });
}

/// Commits edits with rising numbers and writes each number to stdout once commit() has returned.
int commitForEver(const QString& path, quint32 seed)
{
    const auto store = Store::open(path, Store::Access::Write);
    if (!store || !(*store)->canWrite())
        return 1;
    QRandomGenerator random(seed);
    for (quint32 number = 1;; ++number) {
        Edit edit {.at = number, .author = u"test"_s, .title = QString::number(number)};
        const int changes = 1 + int(random.bounded(4));
        for (int i = 0; i < changes; ++i)
            edit.changes.emplace_back(Change<Choice> {{},
                                                      choice(QString::number(random.bounded(100)) + u'%',
                                                             u"assumption/x%1"_s.arg(random.bounded(20)))});
        const auto kept = (*store)->commit(std::move(edit));
        if (!kept)
            return 2;
        if (!report(kept->id))
            return 3;
    }
}

} // namespace

/// Pages overwritten, processes killed, disks full: the file says what is wrong, and what was reported as kept is kept.
class TestDamage : public QObject
{
    Q_OBJECT

private:
    /// Wrong figures would be: a part that is neither as it was nor marked, in a file that was opened.
    static QString wrongIn(const QString& path, const QHash<QString, QByteArray>& right, int* noticed)
    {
        const QByteArray before = bytesIn(path);
        const auto store = Store::open(path, Store::Access::Write);
        if (!store) {
            ++*noticed;
            return bytesIn(path) == before ? QString() : u"a refused file was written"_s;
        }
        const auto data = (*store)->everything();
        if (!(*store)->canWrite())
            ++*noticed;
        if (!data)
            return (*store)->canWrite() ? u"unreadable, and still written to"_s : QString();
        const auto now = shown(*data);
        for (auto it = right.begin(); it != right.end(); ++it)
            if (now.value(it.key()) != it.value()
                && !(markedDamaged(*data, it.key()) && !(*store)->canWrite()))
                return it.key() + u" is wrong and not marked"_s;
        return {};
    }

private slots:
    void eachPageOverwrittenIsNoticedOrDoesNotMatter_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("zeros") << 0;
        QTest::newRow("noise") << 1;
        QTest::newRow("one byte") << 2;
        QTest::newRow("another page") << 3;
    }
    void eachPageOverwrittenIsNoticedOrDoesNotMatter()
    {
        QFETCH(int, way);
        const WorkspaceFolder at;
        QVERIFY(at.open()->commit(choosing(choice(u"20%"_s))));
        const QByteArray whole = bytesIn(at.path());
        const auto right = shown(at.open()->everything().value());
        QCOMPARE(right.size(), 5);
        QRandomGenerator random(20260511);
        const auto pages = whole.size() / pageSize;
        QVERIFY(pages > 50);
        int noticed = 0;
        for (qsizetype page = 0; page < pages; ++page) {
            QByteArray bytes = whole;
            char* const place = bytes.data() + page * pageSize;
            if (way == 0)
                std::fill_n(place, pageSize, '\0');
            else if (way == 1)
                std::generate_n(place, pageSize, [&] { return char(random.bounded(256)); });
            else if (way == 2)
                place[random.bounded(int(pageSize))] ^= char(1 + random.bounded(255));
            else
                std::copy_n(whole.constData() + random.bounded(int(pages)) * pageSize, pageSize, place);
            writeBytes(at.path(), bytes);
            const QString wrong = wrongIn(at.path(), right, &noticed);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"page %1: %2"_s.arg(page + 1).arg(wrong)));
        }
        qInfo("%d of %d damaged pages were noticed", noticed, int(pages));
        QVERIFY(noticed > pages / 4);
    }

    void aDamagedCompanyIsMarkedAndTheFileNotWrittenAnyMore()
    {
        const WorkspaceFolder at;
        QByteArray bytes = bytesIn(at.path());
        QVERIFY(bytes.contains("AWS")); // in texts, where SQLite cannot notice a change
        bytes.replace("AWS", "AWZ");
        writeBytes(at.path(), bytes);
        const auto store = at.open();
        QVERIFY(!store->canWrite());
        QVERIFY2(store->readOnlyReason().contains(u"two.plumbline is damaged"),
                 qPrintable(store->readOnlyReason()));
        QVERIFY(!store->faults().isEmpty());
        QCOMPARE(store->coverage(u"AMZN"_s).error().kind, Error::Kind::BadData);
        QVERIFY(!store->keep(WorkspaceFolder::data().companies.front(), 5));
        QCOMPARE(bytesIn(at.path()), bytes);
    }

    void whatCanBeReadIsSalvaged()
    {
        const WorkspaceFolder at;
        QVERIFY(at.open()->commit(choosing(choice(u"20%"_s))));
        damage(at.path(), u"VRDT"_s);
        const QByteArray bytes = bytesIn(at.path());
        const QStringList report = Store::salvage(at.path(), at.file(u"saved.plumbline"_s)).value();
        QVERIFY2(report.filter(u"VRDT is lost"_s).size() == 1, qPrintable(report.join(u'\n')));
        QCOMPARE(bytesIn(at.path()), bytes);
        const auto saved = Store::open(at.file(u"saved.plumbline"_s), Store::Access::Write).value();
        QVERIFY(saved->canWrite());
        QCOMPARE(saved->frame().value().symbols, {u"AMZN"_s});
        QCOMPARE(chosen(*saved), u"20%"_s);
        QCOMPARE(saved->faults(), QStringList());
        QVERIFY(!Store::salvage(at.path(), at.path()));
    }

    void aKilledProcessLosesNothingItReported()
    {
        const WorkspaceFolder at;
        QRandomGenerator random(7);
        qint64 reported = 0;
        int survived = 0;
        for (int kill = 0; kill < 100; ++kill) {
            const auto numbers =
                reportedBeforeKill({u"--commit"_s, at.path(), QString::number(random.generate())},
                                   From::FirstReport, int(random.bounded(40)));
            QVERIFY(!numbers.empty());
            reported = numbers.back();
            const auto store = at.open();
            QVERIFY2(store->canWrite(), qPrintable(store->readOnlyReason()));
            const EditLog log = store->frame().value().edits;
            QVERIFY2(log.done.back().id == reported || log.done.back().id == reported + 1,
                     qPrintable(u"kill %1: %2 was reported, %3 is there"_s.arg(kill).arg(reported).arg(
                         log.done.back().id)));
            QCOMPARE(qint64(log.done.size()), log.done.back().id); // none is missing before it
            survived = int(log.done.size());
        }
        QCOMPARE(at.open()->faults(), QStringList());
        qInfo("%d edits were kept over 100 kills", survived);
        QVERIFY(survived > 200);
    }

    void aFullDiskIsSaidAndTheFileStaysUsable()
    {
        SmallDisk disk;
        if (!disk.isMounted())
            QSKIP(SmallDisk::whyNot);
        const QString path = disk.file(u"two.plumbline"_s);
        QVERIFY(Store::create(path, WorkspaceFolder::data()));
        auto store = Store::open(path, Store::Access::Write).value();
        QVERIFY(disk.fill());
        Choice long1 = choice(u"20%"_s);
        long1.note = QString(200000, u'x');
        const Error error = store->commit(choosing(long1)).error();
        QCOMPARE(error.kind, Error::Kind::Storage);
        QCOMPARE(error.message, u"The disk is full: nothing was changed in two.plumbline."_s);
        QVERIFY(store->canWrite());
        QCOMPARE(chosen(*store), u"none"_s);
        QVERIFY(store->frame().value().edits.done.empty());
        const auto none = Store::create(disk.file(u"new.plumbline"_s), WorkspaceFolder::data());
        QVERIFY(!none);
        QVERIFY2(none.error().message.contains(u"is the disk full?"), qPrintable(none.error().message));
        QVERIFY(disk.fill(300000)); // room for a part of it
        const auto half = Store::create(disk.file(u"new.plumbline"_s), WorkspaceFolder::data());
        QVERIFY(!half);
        QCOMPARE(half.error().message, u"The disk is full: nothing was changed in new.plumbline."_s);
        QCOMPARE(QDir(disk.path()).entryList({u"new*"_s}), QStringList());

        QVERIFY(disk.makeRoom());
        QVERIFY(store->commit(choosing(long1)));
        QCOMPARE(chosen(*store), u"20%"_s);
        store.reset();
        QCOMPARE(Store::open(path, Store::Access::Write).value()->faults(), QStringList());
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication program(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--commit") == 0)
        return commitForEver(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toUInt());
    TestDamage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_damage.moc"
