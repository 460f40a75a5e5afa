#include "core/formats/card.h"
#include "core/formats/cardreader.h"
#include "core/formats/jsonreader.h"
#include "core/reading/verify.h"
#include "tests/examples.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// A saved card gives its company back: in a workspace of its own it writes the same bytes again.
Q_DECLARE_METATYPE(std::function<void(Json&)>)

class TestCardReader : public QObject
{
    Q_OBJECT

private:
    WorkspaceData m_sample;

    static QByteArray written(const WorkspaceData& workspace, const QString& symbol, const QString& scenario)
    {
        const DeskQuestion question {.scenario = scenario};
        const auto ranked = rankedCards(workspace, {}, question, QLocale::c()).value();
        Card card = **plumbline::cardOf(ranked, symbol);
        card.rank = 1; // a rank depends on the company beside it
        return cardToJson(card, {}, QLocale::c());
    }
    QByteArray written(const QString& symbol) const { return written(m_sample, symbol, baseScenario); }

    /// A workspace with nothing but the card and the defaults.
    WorkspaceData importedFrom(const QByteArray& bytes) const
    {
        auto file = cardFromJson(bytes);
        if (!file)
            qWarning("%s", qPrintable(file.error().message));
        WorkspaceData workspace {.global = m_sample.global, .scoringModels = m_sample.scoringModels};
        for (const Assumption& one : file->global)
            if (one.subject != u"global")
                workspace.global.push_back(one);
        workspace.companies = {std::move(file->coverage)};
        workspace.decisions = {std::move(file->choices), std::move(file->scenarios)};
        return workspace;
    }

    /// The first line in which two cards differ; empty where none does.
    static QString difference(const QByteArray& a, const QByteArray& b)
    {
        const QList<QByteArray> left = a.split('\n');
        const QList<QByteArray> right = b.split('\n');
        for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i)
            if (left[i] != right[i])
                return u"line %1: %2 | %3"_s.arg(i + 1).arg(QString::fromUtf8(left[i]),
                                                            QString::fromUtf8(right[i]));
        return left.size() == right.size() ? QString() : u"one is longer"_s;
    }
    void comesBack(const WorkspaceData& workspace, const QString& symbol) const
    {
        const QByteArray first = written(workspace, symbol, baseScenario);
        const WorkspaceData alone = importedFrom(first);
        QCOMPARE(difference(first, written(alone, symbol, baseScenario)), QString());
        for (const Scenario& scenario : workspace.decisions.scenarios) {
            const auto results = [&](const WorkspaceData& from) {
                return written(from, symbol, scenario.name);
            };
            QCOMPARE(difference(results(workspace), results(alone)), QString());
        }
    }

    Coverage& company(WorkspaceData& workspace, const QString& symbol) const
    {
        return *std::find_if(workspace.companies.begin(), workspace.companies.end(),
                             [&](const Coverage& one) { return one.dossier.symbol == symbol; });
    }

    /// Choices of every sort about one company: formulas, shares, groups, ranges, notes, in base and beside it.
    static void decide(WorkspaceData& workspace, const Coverage& coverage)
    {
        const QString symbol = coverage.dossier.symbol;
        auto& choices = workspace.decisions.choices;
        const auto choose = [&](const QString& scenario, const QString& subject, const QString& field,
                                const QString& value, const QString& low = {}, const QString& high = {},
                                const QString& basedOn = {}, const QString& note = {}) {
            choices.erase(std::remove_if(choices.begin(), choices.end(),
                                         [&](const Choice& one) {
                                             return one.scenario == scenario && one.subject == subject
                                                 && one.field == field;
                                         }),
                          choices.end());
            choices.push_back({scenario, subject, field, value, low, high, basedOn, note});
        };
        workspace.decisions.scenarios.push_back({u"Küste “2”"_s, u"with a note"_s});
        choose(baseScenario, u"global"_s, u"assumption/tax_rate"_s, u"24.5%"_s, u"20%"_s, u"30%"_s, u"21%"_s,
               u"as filed"_s);
        choose(u"Küste “2”"_s, u"global"_s, u"assumption/tax_rate"_s, u"30%"_s);
        choose(baseScenario, companySubject(symbol), u"assumption/useful_life"_s, u"5"_s);
        choose(baseScenario, companySubject(symbol), u"assumption/enthusiasm.latest"_s, u"6.5"_s, {}, {}, {},
               u"heard it otherwise"_s);
        choose(u"Küste “2”"_s, companySubject(symbol), u"assumption/share_change"_s, u"1%"_s);
        for (const Assumption& one : coverage.assumptions)
            choose(one.subject.startsWith(u"claim/") ? u"Küste “2”"_s : baseScenario, one.subject,
                   u"assumption/"_s + one.name, u"("_s + one.value + u") * 0.93"_s, {}, u"77%"_s, u"old"_s,
                   u"lower"_s);
        const auto& claims = coverage.reading.claims;
        for (std::size_t i = 0; i < claims.size(); ++i) {
            const QString subject = claimSubject(symbol, claims[i].id);
            choose(baseScenario, subject, u"counted_share"_s, u"%1%"_s.arg(7 * (i + 1)), u"0%"_s, u"100%"_s,
                   u"0%"_s, u"seen \"twice\"\n"_s);
            if (i % 3 == 0)
                choose(baseScenario, subject, u"soft"_s, i % 2 == 0 ? u"0"_s : u"1"_s);
            if (i % 3 == 1)
                choose(baseScenario, subject, u"revenue_formula"_s, u"3% * revenue"_s);
            if (i % 3 == 2)
                choose(u"Küste “2”"_s, subject, u"income_formula"_s, u"net_income * 1.1%"_s);
            if (i % 4 == 1)
                choose(baseScenario, subject, u"overlap_group"_s, claims.front().group);
        }
    }

    /// A claim without what is computed: its formulas may use facts that no section shows.
    static Json statedIn(Json claim)
    {
        for (const char* key : {"arithmetic", "revenue_effect", "income_effect", "revenue_percent",
                                "eps_percent", "counted_share_percent"})
            claim.erase(key);
        return claim;
    }

private slots:
    void initTestCase() { m_sample = sampleWorkspace(); }

    void aCardComesBack_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<bool>("decided");
        for (const Coverage& one : m_sample.companies)
            for (const bool decided : {false, true})
                QTest::addRow("%s%s", qPrintable(one.dossier.symbol), decided ? ", decided" : "")
                    << one.dossier.symbol << decided;
    }
    void aCardComesBack()
    {
        QFETCH(QString, symbol);
        QFETCH(bool, decided);
        QVERIFY(m_sample.companies.size() >= 9);
        WorkspaceData workspace = m_sample;
        if (decided)
            decide(workspace, company(workspace, symbol));
        comesBack(workspace, symbol);
    }

    void whatTheSectionsDoNotSayComesBackToo()
    {
        WorkspaceData workspace = m_sample;
        Coverage& amazon = company(workspace, u"AMZN"_s);
        amazon.dossier.industry = u"Shops"_s;
        workspace.global.push_back(assume(u"margin.retail"_s, u"4%"_s, u"industry/Shops"_s));
        workspace.global.back().title = u"retail margin"_s;
        amazon.dossier.facts.push_back({.name = u"segment.ads.items"_s,
                                        .value = Quantity {.value = 0.1 + 0.2, .display = Display::Count}});
        amazon.dossier.facts.push_back(
            {.name = u"fx.usdeur"_s, .value = Quantity {.value = 1.0 / 3, .unit = *Unit::parse(u"USD/EUR")}});
        Claim& claim = amazon.reading.claims.front();
        claim.figures.push_back(
            {.name = u"figure.2"_s,
             .quantity = {.value = 1e-7 / 3, .bound = Bound::About, .unit = Unit::of(u"item")}});
        claim.figures.push_back(
            {.name = u"figure.3"_s, .quantity = {.value = 2.0 / 3, .display = Display::Percent}});
        claim.incomeFormula = u"revenue_effect * 11%"_s;
        amazon.reading.enthusiasm.prior = std::nullopt;
        amazon.reading.enthusiasm.priorUnknown = u"the call was held in a storm"_s;
        amazon.failures.push_back({u"options"_s, u"network"_s, u"no answer"_s, u"2026-05-11T00:00:00Z"_s});
        comesBack(workspace, u"AMZN"_s);
        const Coverage back = cardFromJson(written(workspace, u"AMZN"_s, baseScenario)).value().coverage;
        QCOMPARE(back.dossier.facts, amazon.dossier.facts);
        QCOMPARE(back.assumptions, amazon.assumptions);
        QCOMPARE(back.groups, amazon.groups);
        QCOMPARE(back.printed, amazon.printed);
        QCOMPARE(back.failures, amazon.failures);
        for (std::size_t i = 0; i < back.reading.claims.size(); ++i)
            for (std::size_t k = 0; k < back.reading.claims[i].figures.size(); ++k)
                QCOMPARE(back.reading.claims[i].figures[k].quantity,
                         amazon.reading.claims[i].figures[k].quantity);
    }

    void percentagesComeBackBitForBit()
    {
        WorkspaceData workspace = m_sample;
        Coverage& amazon = company(workspace, u"AMZN"_s);
        for (int i = 1; i < 400; ++i) {
            amazon.reading.claims.front().figures.push_back(
                {.name = u"figure.%1"_s.arg(i + 1), .quantity = amount(u"%1.%2%"_s.arg(i % 40).arg(i))});
            amazon.reading.quantifications.front().values.push_back(i * 1.1);
        }
        amazon.reading.quantifications.front().unit = u"percent"_s;
        const Coverage back = cardFromJson(written(workspace, u"AMZN"_s, baseScenario)).value().coverage;
        const auto& figures = amazon.reading.claims.front().figures;
        for (std::size_t i = 0; i < figures.size(); ++i)
            QCOMPARE(back.reading.claims.front().figures[i].quantity, figures[i].quantity);
        comesBack(workspace, u"AMZN"_s);
    }

    void quotesKeepTheClassTheyWereVerifiedWith()
    {
        const CardFile file = cardFromJson(written(u"NRTG"_s)).value();
        const Citation& read = file.coverage.reading.claims.front().evidence.front();
        QCOMPARE(read.verified, u"exact"_s);
        QVERIFY(read.sentence > 0);
        Citation again = read;
        verify(again, {}); // the call is not at hand
        QCOMPARE(again, read);
        verify(again,
               {{.id = read.call, .whole = true, .sentences = {{.id = 1, .turn = 1, .text = u"No."_s}}}});
        QCOMPARE(again.verified, u"not_found"_s);
    }

    void theChoicesOfTheAnalystComeAlong()
    {
        const CardFile file = cardFromJson(written(u"AMZN"_s)).value();
        QCOMPARE(file.scoringModel, u"v1"_s);
        QCOMPARE(file.scenarios, m_sample.decisions.scenarios);
        QVERIFY(!file.choices.empty());
        const auto known = m_sample.decisions.choices;
        for (const Choice& one : file.choices)
            QVERIFY(std::find(known.begin(), known.end(), one) != known.end());
        QVERIFY(std::any_of(file.global.begin(), file.global.end(), [](const Assumption& one) {
            return one.name == u"tax_rate" && one.value == u"21%" && one.low == u"15%";
        }));
    }

    void aCardOfAnotherProgramIsReadAsFarAsItsSectionsSay()
    {
        for (const Coverage& coverage : m_sample.companies) {
            const QString symbol = coverage.dossier.symbol;
            Json json = Json::parse(written(symbol).toStdString());
            json.erase("as_read");
            const WorkspaceData alone = importedFrom(QByteArray::fromStdString(json.dump()));
            Json again = Json::parse(written(alone, symbol, baseScenario).toStdString());
            for (Json* card : {&json, &again})
                for (Json& claim : (*card)["claims"])
                    claim = statedIn(claim);
            for (const char* section : {"base", "consensus", "claims", "quantifications", "quotes",
                                        "questions", "choices", "scenarios", "failures"})
                QVERIFY2(again.at(section) == json.at(section),
                         qPrintable(symbol + u": "_s
                                    + difference(QByteArray::fromStdString(again.at(section).dump(1)),
                                                 QByteArray::fromStdString(json.at(section).dump(1)))));
            for (const char* key : {"revenue_effect", "income_effect", "eps_uplift_percent"})
                QVERIFY2(symbol != u"AMZN" || again.at("aggregate").at(key) == json.at("aggregate").at(key),
                         key);
        }
    }

    void anEditedSectionCounts()
    {
        Json json = Json::parse(written(u"AMZN"_s).toStdString());
        json["base"]["revenue"] = 7e11;
        const CardFile file = cardFromJson(QByteArray::fromStdString(json.dump())).value();
        QCOMPARE(file.coverage.dossier.value(u"base.revenue").value(), 7e11);
        QCOMPARE(file.coverage.dossier.fact(u"base.revenue")->source.provider, u"seed card"_s);
    }

    void aWrongFileSaysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const QByteArray whole = written(u"AMZN"_s);
        QTest::newRow("empty") << QByteArray() << u"not complete JSON"_s;
        QTest::newRow("no JSON") << QByteArray("Dear analyst") << u"not complete JSON"_s;
        QTest::newRow("half") << whole.left(whole.size() / 2) << u"breaks off"_s;
        QTest::newRow("not UTF-8") << QByteArray("{\"symbol\": \"\xff\xfe\"}") << u"not complete JSON"_s;
        QTest::newRow("a ranking") << QByteArray("[{\"rank\": 1}]") << u"a list, as a ranking"_s;
        QTest::newRow("a number") << QByteArray("5") << u"no card"_s;
        QTest::newRow("null") << QByteArray("null") << u"no card"_s;
        QTest::newRow("another object") << QByteArray("{\"path\": \"x\"}") << u"no “symbol”"_s;
        QTest::newRow("a workspace") << QByteArray("{\"kind\": \"plumbline workspace\"}") << u"a workspace"_s;
        QTest::newRow("deep") << QByteArray(2'000'000, '[') << u"nested too deeply"_s;
        const auto row = [&](const char* name, const QString& says,
                             const std::function<void(Json&)>& change) {
            Json json = Json::parse(whole.toStdString());
            change(json);
            QTest::newRow(name) << QByteArray::fromStdString(json.dump()) << says;
        };
        row("no currency", u"currency: a text is missing"_s, [](Json& json) { json.erase("currency"); });
        row("null currency", u"currency: a text is missing"_s,
            [](Json& json) { json["currency"] = nullptr; });
        row("odd currency", u"“dollars” where a currency"_s,
            [](Json& json) { json["currency"] = "dollars"; });
        row("odd symbol", u"where a symbol"_s, [](Json& json) { json["symbol"] = "../AMZN"; });
        row("odd year", u"base.fiscal_year: "_s, [](Json& json) { json["base"]["fiscal_year"] = "2025"; });
        row("text for a number", u"base.revenue: a number was expected"_s,
            [](Json& json) { json["base"]["revenue"] = "much"; });
        row("list for an object", u"base: an object was expected"_s,
            [](Json& json) { json["base"] = Json::array(); });
        row("object for a list", u"claims: a list was expected"_s,
            [](Json& json) { json["claims"] = Json::object(); });
        row("absurd revenue", u"base.revenue: 1e+300 cannot be meant"_s,
            [](Json& json) { json["base"]["revenue"] = 1e300; });
        row("negative price", u"price: -5 cannot be meant"_s, [](Json& json) { json["price"] = -5; });
        row("half an analyst", u"consensus.analysts: "_s,
            [](Json& json) { json["consensus"]["analysts"] = 2.5; });
        row("enthusiasm", u"enthusiasm.latest: "_s, [](Json& json) { json["enthusiasm"]["latest"] = 11; });
        row("kind", u"claims.2.kind: “magic”"_s, [](Json& json) { json["claims"][2]["kind"] = "magic"; });
        row("id twice", u"claims.1.id: "_s,
            [](Json& json) { json["claims"][1]["id"] = json["claims"][0]["id"]; });
        row("class", u"claims.0.evidence.0.verified: "_s,
            [](Json& json) { json["claims"][0]["evidence"][0]["verified"] = "surely"; });
        row("sentence", u"claims.0.evidence.0.sentence_id: “12”"_s,
            [](Json& json) { json["claims"][0]["evidence"][0]["sentence_id"] = "12"; });
        row("unit", u"claims.0.figures.0.unit: “bushels”"_s,
            [](Json& json) { json["claims"][0]["figures"][0]["unit"] = "bushels"; });
        row("another company", u"choices.0.subject: “company/MSFT”"_s,
            [](Json& json) { json["choices"][0]["subject"] = "company/MSFT"; });
        row("no such scenario", u"choices.0.scenario: "_s,
            [](Json& json) { json["choices"][0]["scenario"] = "dream"; });
        row("a fact without value", u"as_read.facts.0.value: "_s,
            [](Json& json) { json["as_read"]["facts"][0].erase("value"); });
        row("as_read", u"as_read: an object was expected"_s, [](Json& json) { json["as_read"] = 5; });
    }
    void aWrongFileSaysWhatIsWrong()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto file = cardFromJson(bytes);
        QVERIFY(!file);
        QVERIFY2(file.error().message.contains(says), qPrintable(file.error().message));
        QVERIFY(file.error().message.endsWith(u'.'));
    }

    void anythingBrokenIsRefusedOrReadButNeverCrashes()
    {
        const Json whole = Json::parse(written(u"AMZN"_s).toStdString());
        for (const auto& [key, value] : whole.items())
            for (const Json& other : {Json(), Json(1), Json("x"), Json(true), Json::array({1}),
                                      Json::array({Json::object()}), Json::object()}) {
                Json json = whole;
                json[key] = other;
                const auto file = cardFromJson(QByteArray::fromStdString(json.dump()));
                QVERIFY(file || !file.error().message.isEmpty());
            }
    }
};

QTEST_APPLESS_MAIN(TestCardReader)
#include "tst_cardreader.moc"
