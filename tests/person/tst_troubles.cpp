#include "tests/store/smalldisk.h"
#include "tests/store/stores.h"
#include "tests/ui/openwindow.h"

#include <QProcess>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

const QString margin = u"company/AMZN:assumption/margin.aws"_s;

QString epsOf(const OpenWindow& at)
{
    return chipText(at.window, u"epsChip"_s);
}

QString savingOf(const OpenWindow& at)
{
    return child<QLabel>(at.window, u"savingLabel"_s)->accessibleDescription();
}

/// Amazon's claims with their assumptions in view.
void showClaims(const OpenWindow& at)
{
    goTo(at.window, u"AMZN"_s);
    trigger(at.window, u"tab.2"_s);
    QTRY_VERIFY(child<QLineEdit>(at.window, u"value:"_s + margin)->isVisible());
}

/// Settings changed one after the other until the disk has refused one; the last value typed, none if it never did.
QString typeUntilRefused(OpenWindow& at)
{
    const auto settled = [&] { return at.desk.saving().state != Saving::State::Pending; };
    for (int percent = 10; percent < 60; ++percent) {
        QString value = QString::number(percent) + u'%';
        const QString before = epsOf(at);
        typeValue(at.window, margin, value);
        if (!QTest::qWaitFor([&] { return epsOf(at) != before && settled(); }, 20'000))
            return {};
        if (at.desk.saving().state == Saving::State::NotSaved)
            return value;
    }
    return {};
}

/// The program on a workspace, in a process of its own.
class OtherProgram
{
public:
    explicit OtherProgram(const QStringList& arguments)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QString::fromLocal8Bit(qgetenv("PLUMBLINE_PROGRAM")), arguments);
    }
    ~OtherProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(OtherProgram)

    qint64 processId() const { return m_process.processId(); }
    void kill() { m_process.kill(); }
    bool ends() { return m_process.waitForFinished(60'000); }
    int exitCode() const { return m_process.exitCode(); }
    QString said() { return QString::fromUtf8(m_process.readAll()); }

private:
    QProcess m_process {};
};

} // namespace

/// What goes wrong on a desk, in a real window: the disk is full, somebody else has the workspace, a file is hostile.
class TroublesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(!qEnvironmentVariableIsEmpty("PLUMBLINE_PROGRAM")); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aFullDiskIsSaidAndTheEditIsSavedOnceThereIsRoom()
    {
        SmallDisk disk;
        if (!disk.isMounted())
            QSKIP(SmallDisk::whyNot);
        const QString path = disk.file(u"sample.plumbline"_s);
        makeSample(path);
        QString typed;
        QString shown;
        {
            OpenWindow at(settings());
            QVERIFY(at.open(path));
            showClaims(at);
            QVERIFY(disk.fill());
            typed = typeUntilRefused(at);
            QVERIFY(!typed.isEmpty());
            shown = epsOf(at);
            QVERIFY2(savingOf(at).startsWith(u"not saved: "), qPrintable(savingOf(at)));
            QVERIFY(disk.makeRoom());
            QTRY_COMPARE_WITH_TIMEOUT(savingOf(at), u"saved"_s, 20'000);
            QCOMPARE(epsOf(at), shown);
            at.window.close();
        }
        OpenWindow again(settings());
        QVERIFY(again.open(path));
        showClaims(again);
        QTRY_COMPARE(epsOf(again), shown);
        again.window.close();
    }

    void aSecondWindowFollowsTheFirstAndChangesNothing()
    {
        const QString path = workspace();
        OpenWindow first(settings());
        QVERIFY(first.open(path));
        showClaims(first);
        OpenWindow second(m_folder->filePath(u"second.ini"_s));
        QVERIFY(second.open(path));
        showClaims(second);
        QTRY_VERIFY2(savingOf(second).startsWith(u"read only: "), qPrintable(savingOf(second)));
        QVERIFY(child<QLineEdit>(second.window, u"value:"_s + margin)->isReadOnly());

        typeValue(first.window, margin, u"20%"_s);
        QTRY_VERIFY(epsOf(first).contains(u"8.37"));
        QTRY_VERIFY2(epsOf(second).contains(u"8.37"), qPrintable(epsOf(second)));
        trigger(first.window, u"edit.undo"_s);
        QTRY_VERIFY2(epsOf(second).contains(u"10.30"), qPrintable(epsOf(second)));

        first.window.close();
        QTRY_COMPARE(savingOf(second), u"saved"_s); // it is the only one now, and may write
        typeValue(second.window, margin, u"20%"_s);
        QTRY_VERIFY(epsOf(second).contains(u"8.37"));
        second.window.close();
    }

    void anotherProcessIsNamedAndItsWorkspaceTakenOverWhenItDies()
    {
        const QString path = workspace();
        OtherProgram other({u"--workspace"_s, path});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path + u".lock"_s), 20'000);
        OpenWindow at(settings());
        QVERIFY(at.open(path));
        showClaims(at);
        QTRY_VERIFY2(savingOf(at).contains(QString::number(other.processId())), qPrintable(savingOf(at)));

        OtherProgram script({u"--workspace"_s, path, u"assume"_s, u"AMZN"_s, u"margin.aws=20%"_s});
        QVERIFY(script.ends());
        QCOMPARE(script.exitCode(), 1); // a script waits its turn as well
        QVERIFY2(script.said().contains(QString::number(other.processId())), qPrintable(script.said()));

        other.kill();
        QTRY_COMPARE_WITH_TIMEOUT(savingOf(at), u"saved"_s, 20'000);
        typeValue(at.window, margin, u"20%"_s);
        QTRY_VERIFY(epsOf(at).contains(u"8.37"));
        QTRY_COMPARE(savingOf(at), u"saved"_s);
        at.window.close();
    }

    void hostileWordsAreShownAsWords()
    {
        const QString path = m_folder->filePath(u"hostile.plumbline"_s);
        const QString markup = u"<h1>Sell</h1><img src='file:///etc/passwd'> &amp; \u202Eevil\u202C"_s;
        const QString name = markup + QString(20'000, u'w');
        WorkspaceData data = sampleWorkspace();
        const auto company = std::find_if(data.companies.begin(), data.companies.end(),
                                          [](const Coverage& one) { return one.dossier.symbol == u"AMZN"; });
        QVERIFY(company != data.companies.end());
        company->dossier.name = name;
        company->dossier.industry = markup;
        for (Claim& claim : company->reading.claims)
            claim.title = markup + claim.title;
        for (Quote& quote : company->reading.quotes)
            quote.citation.text = markup + quote.citation.text;
        for (Assumption& one : company->assumptions)
            one.note = markup;
        data.decisions.scenarios.push_back({.name = markup, .note = name});
        const auto created = Store::create(path, data);
        QVERIFY2(created, qPrintable(created ? QString() : created.error().message));

        OpenWindow at(settings(), {1280, 800});
        QVERIFY(at.open(path));
        showClaims(at);
        const int tabs = child<QTabWidget>(at.window, u"cardTabs"_s)->count();
        for (int tab = 1; tab <= tabs; ++tab) {
            trigger(at.window, u"tab.%1"_s.arg(tab));
            QCoreApplication::processEvents();
            QVERIFY2(at.window.width() <= 1280, qPrintable(QString::number(at.window.width())));
        }
        for (const QLabel* label : at.window.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(u'<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        // A tool tip says it letter by letter.
        QToolTip::showText(at.window.mapToGlobal(QPoint(40, 40)), markup, &at.window);
        const auto tips = QApplication::topLevelWidgets();
        const auto tip = std::find_if(tips.begin(), tips.end(),
                                      [](const QWidget* one) { return one->inherits("QTipLabel"); });
        QVERIFY(tip != tips.end());
        QCOMPARE(qobject_cast<const QLabel*>(*tip)->textFormat(), Qt::PlainText);
        QToolTip::hideText();
        trigger(at.window, u"tab.2"_s);
        typeValue(at.window, margin, u"20%"_s);
        QTRY_VERIFY(epsOf(at).contains(u"8.37"));
        at.window.close();
    }

private:
    QString settings() const { return m_folder->filePath(u"window.ini"_s); }
    QString workspace() const
    {
        QString path = m_folder->filePath(u"sample.plumbline"_s);
        makeSample(path);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder {};
};

QTEST_MAIN(TroublesTest)
#include "tst_troubles.moc"
