#include "core/desk/importcalls.h"
#include "tests/store/killed.h"
#include "tests/store/stores.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

/// The call of a quarter long ago, one for each number from 1 on.
CallFile callNumber(int number)
{
    Transcript transcript {.symbol = u"QLMK"_s,
                           .period = u"Q%1 FY%2"_s.arg(number % 4 + 1).arg(2000 + number / 4)};
    for (int i = 1; i <= 40; ++i) {
        transcript.turns.push_back(
            {.number = i, .speaker = u"Dana Ivers"_s, .title = u"CEO"_s, .kind = SpeakerKind::Management});
        transcript.sentences.push_back(
            {.number = i,
             .turn = i,
             .text = u"Our AI line number %1 brings %2 million dollars a year now."_s.arg(number).arg(i)});
    }
    return {u"%1.txt"_s.arg(number), transcript};
}

/// Brings one call after the other in and reports each that is kept, until it is killed.
int importForEver(const QString& path)
{
    const auto store = Store::open(path, Store::Access::Write);
    if (!store)
        return 1;
    const ReadingRules rules = readingRules();
    const auto coverage = (*store)->coverage(u"QLMK"_s);
    for (int number = coverage ? static_cast<int>(coverage->calls.size()) + 1 : 1;; ++number) {
        const auto done = importCalls(**store, {callNumber(number)}, {}, rules, QLocale::c(), number);
        if (!done || done->calls.size() != 1 || !report(number))
            return 1;
    }
}

} // namespace

/// A program that is killed while it imports loses no call that it said was kept, and leaves none half.
class TestKilledImport : public QObject
{
    Q_OBJECT

private slots:
    void everyCallThatWasKeptIsWhole()
    {
        const WorkspaceFolder at;
        QRandomGenerator random(11);
        std::size_t kept = 0;
        for (int kill = 0; kill < 40; ++kill) {
            const auto numbers = reportedBeforeKill({u"--import"_s, at.path()}, From::FirstReport,
                                                    static_cast<int>(random.bounded(60)));
            QVERIFY(!numbers.empty());
            const auto store = at.open();
            QVERIFY2(store->canWrite(), qPrintable(store->readOnlyReason()));
            const auto coverage = store->coverage(u"QLMK"_s);
            QVERIFY(coverage.has_value());
            const auto reported = static_cast<std::size_t>(numbers.back());
            kept = coverage->calls.size();
            QVERIFY2(kept == reported || kept == reported + 1,
                     qPrintable(u"kill %1: %2 reported, %3 there"_s.arg(kill).arg(reported).arg(kept)));
            for (const Call& call : coverage->calls)
                QVERIFY(call.whole && call.sentences.size() == 40);
        }
        QCOMPARE(at.open()->faults(), QStringList());
        qInfo("%zu calls were kept over 40 kills", kept);
        QVERIFY(kept >= 40);
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication program(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--import") == 0)
        return importForEver(QString::fromLocal8Bit(argv[2]));
    TestKilledImport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killedimport.moc"
