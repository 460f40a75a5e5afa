#include "core/desk/cards.h"
#include "core/store/workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// What may be tried with --set, and what is refused instead of being passed over.
class TestSettings : public QObject
{
    Q_OBJECT

private:
    static const WorkspaceData& workspace()
    {
        static const WorkspaceData data =
            workspaceFromJson(
                workspaceToJson(sampleDocuments(QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources")).value(),
                                {}))
                .value();
        return data;
    }

    static Result<std::vector<Card>> cardsWith(const QString& name, const QString& value)
    {
        DeskQuestion question;
        question.settings = {{name, value}};
        return rankedCards(workspace(), u"AMZN"_s, question, QLocale::c());
    }

private slots:
    void refusesWhatNoFormulaWouldUse_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown name") << u"margin.nowhere"_s << u"20%"_s << u"no assumption called"_s;
        QTest::newRow("unknown name of a claim")
            << u"claim.ai_run_rate.foo"_s << u"5%"_s << u"cannot be set"_s;
        QTest::newRow("a figure that was said")
            << u"claim.ai_run_rate.figure"_s << u"$5B"_s << u"cannot be set"_s;
        QTest::newRow("confidence") << u"confidence"_s << u"30"_s << u"between 0 and 10"_s;
        QTest::newRow("tax") << u"tax_rate"_s << u"150%"_s << u"between 0 % and 100 %"_s;
        QTest::newRow("share") << u"claim.ai_run_rate.counted_share"_s << u"-50%"_s
                               << u"between 0 % and 100 %"_s;
    }

    void refusesWhatNoFormulaWouldUse()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, says);
        const auto cards = cardsWith(name, value);
        QVERIFY(!cards);
        QVERIFY2(cards.error().message.contains(says), qPrintable(cards.error().message));
    }

    void aValueOfTheClaimsOwnIsTaken()
    {
        const auto cards = cardsWith(u"claim.ai_run_rate.margin.aws"_s, u"20%"_s);
        QVERIFY(cards);
        const Card* amazon = cardOf(*cards, u"AMZN"_s).value();
        QCOMPARE(amazon->sheet.value(u"claim.ai_run_rate.income_effect"_s).value(), 3e9);
        QCOMPARE(amazon->sheet.value(u"claim.custom_silicon.income_effect"_s).value() > 4.9e9, true);
    }

    void aPipeIsWrittenNotReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"pipe"_s);
        QCOMPARE(mkfifo(path.toUtf8().constData(), 0600), 0);
        QFile reader(path);
        QVERIFY(
            reader.open(QIODevice::ReadWrite | QIODevice::Unbuffered)); // so that the writer need not wait
        QVERIFY(writeWhole(path, "card"));
        QCOMPARE(reader.read(4), QByteArray("card"));
        struct stat status = {};
        QCOMPARE(stat(path.toUtf8().constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
