#include "core/formats/card.h"
#include "core/formats/jsonreader.h"
#include "core/formats/workspace.h"
#include "core/store/store.h"
#include "tests/examples.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Files that are not what they claim to be are refused in one sentence that says what is wrong, and where.
Q_DECLARE_METATYPE(std::function<void(Json&)>)

class TestWorkspaceFile : public QObject
{
    Q_OBJECT

private:
    static Result<WorkspaceData> openWorkspace(const QString& path)
    {
        return Store::open(path, Store::Access::Read).and_then([](const std::unique_ptr<Store>& store) {
            return store->everything();
        });
    }
    static Error refused(const QByteArray& bytes)
    {
        const auto data = workspaceFromJson(bytes);
        return data ? Error {Error::Kind::Invalid, u"opened"_s} : data.error();
    }

    /// The sample with one document changed.
    static QByteArray changed(const QString& name, const std::function<void(Json&)>& change)
    {
        Documents documents = sampleDocuments(resources()).value();
        Json json = Json::parse(documents.value(name).toStdString());
        change(json);
        documents.insert(name, QByteArray::fromStdString(json.dump()));
        return workspaceToJson(documents, {});
    }
    static Error refusedCompany(const std::function<void(Json&)>& change)
    {
        return refused(changed(u"companies/AMZN.json"_s, change));
    }

    static QByteArray outer(const std::function<void(Json&)>& change)
    {
        Json json = Json::parse(workspaceToJson(sampleDocuments(resources()).value(), {}).toStdString());
        change(json);
        return QByteArray::fromStdString(json.dump());
    }

private slots:
    void theSampleIsRead()
    {
        const WorkspaceData data = workspaceFromJson(workspaceToJson(sampleDocuments(resources()).value(),
                                                                     u"2026-05-11T00:00:00Z"_s))
                                       .value();
        QCOMPARE(data.made, u"2026-05-11T00:00:00Z"_s);
        QVERIFY(data.companies.size() >= 7);
        QVERIFY(!data.global.empty());
        QCOMPARE(data.scoringModels.size(), 2u);
        QCOMPARE(data.decisions.scenarios.front().name, baseScenario);
        QCOMPARE(workspaceToJson(sampleDocuments(resources()).value(), {}),
                 workspaceToJson(sampleDocuments(resources()).value(), {}));
    }

    void whatIsNoJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = workspaceToJson(sampleDocuments(resources()).value(), {});
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a page") << QByteArray("<!doctype html><html><body>Sign in</body></html>");
        QTest::newRow("half a file") << whole.first(whole.size() / 2);
        QTest::newRow("without its last brace") << whole.first(whole.size() - 2);
        QTest::newRow("not text") << QByteArray("\x00\xff\xfe\x89PNG", 8);
        QTest::newRow("two files") << whole + whole;
    }
    void whatIsNoJsonIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const Error error = refused(bytes);
        QCOMPARE(error.kind, Error::Kind::BadData);
        QVERIFY2(error.message.startsWith(u"The workspace is not complete JSON"), qPrintable(error.message));
    }

    void aNumberBeyondAllNumbersIsRefused()
    {
        QCOMPARE(refused("[1e999]").message, u"The workspace holds a number that is too large to be one."_s);
    }

    void otherJsonIsNoWorkspace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char* text : {"{}", "[]", "null", "42", "\"plumbline workspace\"",
                                 "{\"kind\": \"something else\"}", "{\"kind\": 7}", "{\"kind\": null}"})
            QTest::newRow(text) << QByteArray(text);
    }
    void otherJsonIsNoWorkspace()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(refused(bytes).message, u"This file is not a Plumbline workspace."_s);
    }

    void nestingWithoutEndIsRefusedBeforeItIsRead()
    {
        QCOMPARE(refused(QByteArray(200000, '[')).message,
                 u"The workspace is nested too deeply to be data."_s);
        Documents documents = sampleDocuments(resources()).value();
        documents.insert(u"companies/AMZN.json"_s, QByteArray(200000, '{'));
        QCOMPARE(refused(workspaceToJson(documents, {})).message,
                 u"The company file is nested too deeply to be data."_s);
    }

    void aNewerVersionIsLeftToANewerProgram()
    {
        const Error error = refused(outer([](Json& json) { json["version"] = workspaceVersion + 1; }));
        QCOMPARE(error.kind, Error::Kind::NotAvailable);
        QVERIFY(error.message.contains(u"newer Plumbline"));
    }

    void theOuterFileNamesWhatIsWrong()
    {
        QCOMPARE(refused(outer([](Json& json) { json.erase("documents"); })).message,
                 u"This workspace holds no documents."_s);
        QCOMPARE(refused(outer([](Json& json) { json["documents"] = Json::array(); })).message,
                 u"This workspace holds no documents."_s);
        QCOMPARE(refused(outer([](Json& json) { json["documents"]["defaults.json"] = 7; })).message,
                 u"Document defaults.json of the workspace is not text."_s);
        QCOMPARE(refused(outer([](Json& json) { json["version"] = "one"; })).message,
                 u"version: a number was expected."_s);
    }

    void wrongTypesAreNamedByTheirPath_data()
    {
        using Change = std::function<void(Json&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const Change& change, const QString& message) {
            QTest::newRow(name) << change << message;
        };
        row(
            "no symbol", [](Json& json) { json.erase("symbol"); },
            u"A company file: symbol: a text is missing."_s);
        row(
            "a number for a name", [](Json& json) { json["name"] = 7; },
            u"AMZN: name: a text was expected."_s);
        row(
            "facts are no list", [](Json& json) { json["facts"] = "none"; },
            u"AMZN: facts: a list was expected."_s);
        row(
            "a fact is no object", [](Json& json) { json["facts"][3] = "revenue"; },
            u"AMZN: facts: a list of objects was expected."_s);
        row(
            "a fact without a value", [](Json& json) { json["facts"][2].erase("value"); },
            u"AMZN: facts.2.value: a value, or the reason why there is none under “unknown”, is missing."_s);
        row(
            "an unknown unit", [](Json& json) { json["assumptions"][3]["unit"] = "bananas"; },
            u"AMZN: assumptions.3.unit: “bananas” is not a unit."_s);
        row(
            "an unknown kind", [](Json& json) { json["claims"][3]["kind"] = "promise"; },
            u"AMZN: claims.3.kind: “promise” is not a kind of claim."_s);
        row(
            "an unknown type", [](Json& json) { json["claims"][3]["type"] = "hope"; },
            u"AMZN: claims.3.type: revenue, cost, productivity, engagement or other was expected."_s);
        row(
            "an unknown bound", [](Json& json) { json["claims"][0]["figures"][0]["bound"] = "roughly"; },
            u"AMZN: claims.0.figures.0.bound: exact, at_least, at_most, about or range was expected."_s);
        row(
            "a claim without an id", [](Json& json) { json["claims"][5].erase("id"); },
            u"AMZN: claims.5.id: a text is missing."_s);
        row(
            "two claims of one id", [](Json& json) { json["claims"][5]["id"] = "ai_run_rate"; },
            u"AMZN: claims.5.id: “ai_run_rate” is the id of another claim."_s);
        row(
            "an id no formula could name", [](Json& json) { json["claims"][5]["id"] = "custom silicon"; },
            u"AMZN: claims.5.id: “custom silicon” is not an id: small letters, digits and _ were expected."_s);
        row(
            "a flag that is a text", [](Json& json) { json["claims"][0]["base_disclosed"] = "yes"; },
            u"AMZN: claims.0.base_disclosed: true or false was expected."_s);
        row(
            "values that are texts",
            [](Json& json) { json["quantifications"][1]["value"] = Json::array({"100"}); },
            u"AMZN: quantifications.1.value: a list of numbers was expected."_s);
        row(
            "a quote of another shape", [](Json& json) { json["quotes"][0] = Json::array(); },
            u"AMZN: quotes: a list of objects was expected."_s);
        row(
            "enthusiasm as a text", [](Json& json) { json["enthusiasm"]["latest"] = "ten"; },
            u"AMZN: enthusiasm.latest: a number was expected."_s);
    }
    void wrongTypesAreNamedByTheirPath()
    {
        QFETCH(std::function<void(Json&)>, change);
        QTEST(refusedCompany(change).message, "message");
    }

    void anAmountThatCannotBeReadIsNamed()
    {
        const QString message =
            refusedCompany([](Json& json) { json["facts"][0]["value"] = "about $258"; }).message;
        QVERIFY2(message.startsWith(u"AMZN: facts.0.value: "), qPrintable(message));
    }

    void aMissingCallIsNamed()
    {
        Documents documents = sampleDocuments(resources()).value();
        QVERIFY(documents.remove(u"calls/VRDT-2026Q1.txt"_s));
        QCOMPARE(refused(workspaceToJson(documents, {})).message,
                 u"VRDT: calls.0.file: the call calls/VRDT-2026Q1.txt is missing."_s);
        documents.insert(u"calls/VRDT-2026Q1.txt"_s, "<html>not found</html>");
        QCOMPARE(refused(workspaceToJson(documents, {})).message,
                 u"VRDT: calls.0.file: holds no speech that could be read."_s);
    }

    void otherDocumentsAreReadAsStrictly()
    {
        QVERIFY(refused(changed(u"defaults.json"_s, [](Json& json) {
                    json["assumptions"][0].erase("value");
                })).message.contains(u"assumptions.0.value: a text is missing"));
        QVERIFY(refused(changed(u"scoring/v1.json"_s, [](Json& json) {
                    json["components"][0]["parts"][0]["maximum"] = 50;
                })).message.contains(u"add to 110, not to 100"));
        QVERIFY(refused(changed(u"scoring/v1.json"_s, [](Json& json) {
                    json["components"][0]["parts"][0]["maximum"] = "40";
                })).message.contains(u"components.0.parts.0.maximum: a number was expected"));
    }

    void hostileTextIsTextAndNothingElse()
    {
        const QString hostile =
            u"<script>alert(1)</script> =cmd|' /C calc'!A0 %1 %2 {base.revenue} \u202Eevil \u0000 ../../etc"_s
            + QString(10000, u'x');
        const WorkspaceData data = workspaceFromJson(changed(u"companies/AMZN.json"_s, [&](Json& json) {
                                       json["name"] = hostile.toStdString();
                                       json["claims"][0]["claim"] = hostile.toStdString();
                                       json["quotes"][0]["text"] = hostile.toStdString();
                                   })).value();
        const auto ranked = rankedCards(data, {}, {}, QLocale::c()).value();
        const Card& card = **plumbline::cardOf(ranked, u"AMZN"_s);
        QCOMPARE(card.coverage.dossier.name, hostile);
        const Json json = Json::parse(cardToJson(card, {}, QLocale::c()).toStdString());
        QVERIFY(json.at("name") == hostile.toStdString());
        QVERIFY(json.at("claims").at(0).at("claim") == hostile.toStdString());
        QCOMPARE(percent(card.sheet, u"aggregate.eps_uplift_percent"_s), 10.30);
    }

    void aFileOnDiskIsOpenedOrRefusedByName()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"sample.plumbline"_s);
        QVERIFY(writeSample(path, resources(), u"2026-05-11T00:00:00Z"_s));
        QCOMPARE(openWorkspace(path).value().made, u"2026-05-11T00:00:00Z"_s);
        QCOMPARE(openWorkspace(folder.filePath(u"none"_s)).error().kind, Error::Kind::NotFound);
        QVERIFY(openWorkspace(folder.path()).error().message.contains(u"is a folder"));
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        QVERIFY(broken.write("{") == 1);
        broken.close();
        QVERIFY(openWorkspace(path).error().message.startsWith(path));
        QVERIFY(!writeSample(folder.filePath(u"no/such/folder"_s), resources(), {}));
        QVERIFY(!writeSample(folder.filePath(u"elsewhere"_s), folder.path(), {})); // no documents there
        QVERIFY(!QFile::exists(folder.filePath(u"elsewhere"_s)));
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
