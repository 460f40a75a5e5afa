#include "core/formats/card.h"
#include "core/formats/jsonreader.h"
#include "core/formats/ranking.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// The card as JSON keeps its contract: keys and their order, nothing unknown without a reason, nothing without a trace.
class TestCardJson : public QObject
{
    Q_OBJECT

private:
    std::vector<Card> m_ranked;

    static Json jsonOf(const Card& card)
    {
        return Json::parse(cardToJson(card, u"2026-05-11T00:00:00Z"_s, QLocale::c()).toStdString());
    }
    const Card& cardNamed(const QString& symbol) const { return **plumbline::cardOf(m_ranked, symbol); }
    std::vector<RankingRow> rankingRows() const
    {
        std::vector<RankingRow> all;
        for (const Card& card : m_ranked)
            all.push_back(rankingRow(card));
        return all;
    }
    std::vector<const Card*> ranked() const
    {
        std::vector<const Card*> all;
        for (const Card& card : m_ranked)
            all.push_back(&card);
        return all;
    }

    static QString keys(const Json& object)
    {
        QStringList names;
        for (const auto& [key, value] : object.items())
            names.append(QString::fromStdString(key));
        return names.join(u' ');
    }

    /// Every value of the JSON with its path: members of claims by id, of assumptions by name, else by index.
    template<typename Visit>
    static void walk(const Json& value, const QString& path, const Visit& visit)
    {
        visit(path, value);
        const QString prefix = path.isEmpty() ? QString() : path + u'.';
        if (value.is_object())
            for (const auto& [key, member] : value.items())
                walk(member,
                     key == "claims" && path.isEmpty()        ? u"claim"_s
                     : key == "assumptions" && path.isEmpty() ? u"assumption"_s
                                                              : prefix + QString::fromStdString(key),
                     visit);
        if (value.is_array())
            for (std::size_t i = 0; i < value.size(); ++i) {
                const char* name = path == u"claim" ? "id" : path == u"assumption" ? "name" : nullptr;
                walk(value[i],
                     prefix
                         + (name != nullptr ? QString::fromStdString(value[i].at(name).get<std::string>())
                                            : QString::number(i)),
                     visit);
            }
    }

private slots:
    void initTestCase() { m_ranked = rankedCards(sampleWorkspace(), {}, {}, QLocale::c()).value(); }

    void keysStandInTheirOrder_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* place, const QString& expected) {
            QTest::newRow(place) << QString::fromLatin1(place) << expected;
        };
        row("",
            u"symbol name industry currency market_cap price price_at latest_call prior_call next_report "
            u"as_of scenario conviction enthusiasm base consensus assumptions claims aggregate narrative "
            u"quantifications priced_in coverage news "
            "options confirmation quotes questions changes checks proposals choices scenarios unknown failures made as_read"_s);
        row("/conviction", u"model total measurable rank components"_s);
        row("/conviction/components",
            u"enthusiasm trend quantifies impact under_radar credibility confirmation"_s);
        row("/conviction/components/impact", u"points max measurable known why"_s);
        row("/enthusiasm", u"latest prior trend rationale method"_s);
        row("/base", u"fiscal_year revenue net_income net_margin_percent diluted_eps shares source"_s);
        row("/base/source", u"provider field as_of fetched"_s);
        const QString estimates =
            u"fiscal_year revenue revenue_low revenue_high revenue_growth_percent net_income net_income_growth_percent eps eps_low eps_high eps_growth_percent analysts"_s;
        row("/consensus", estimates + u" source later_years"_s);
        row("/assumptions/0",
            u"name value unit proposed override author low high scope source note review"_s);
        row("/claims/0",
            u"id claim type kind soft soft_reason figure period overlap_group counted_share_percent figures revenue_formula income_formula arithmetic revenue_effect income_effect revenue_percent eps_percent evidence"_s);
        row("/claims/0/figures/0", u"name value low high bound unit sentence_id"_s);
        row("/claims/0/evidence/0", u"call speaker sentence_id text verified"_s);
        row("/aggregate", u"revenue_effect income_effect revenue_uplift_percent eps_uplift_percent "
                          u"versus_analysts priced_in confidence share_of_consensus_revenue_growth_percent "
                          u"share_of_consensus_income_growth_percent arithmetic flags "
                          "drag_percent net_eps_percent"_s);
        row("/narrative", u"assumptions top_line bottom_line consensus method"_s);
        row("/quantifications/0",
            u"metric figure value unit qualifier period line bucket text speaker call verified number_in_quote"_s);
        row("/priced_in",
            u"verdict votes_known votes trailing_pe forward_pe market_cap_to_sales ev_to_sales estimate_revisions synthesis"_s);
        row("/priced_in/votes/0", u"measure value vote why"_s);
        row("/coverage", u"trajectory catalysts price_target grades"_s);
        row("/coverage/trajectory/0", u"call date enthusiasm method"_s);
        row("/coverage/catalysts/0", u"date kind text source sentence_id"_s);
        row("/options",
            u"liquidity liquidity_method atm_iv_percent bid_ask_percent open_interest proxy source note"_s);
        row("/options/proxy", u"dollar_adv beta price"_s);
        row("/confirmation", u"verdict sentence insiders institutions language"_s);
        row("/confirmation/insiders",
            u"direction open_market_buys open_market_sells net_purchase_ratio period source"_s);
        row("/confirmation/institutions",
            u"direction as_of new closed increased reduced ownership_change_pp holders_change signals source"_s);
        row("/confirmation/institutions/signals/0", u"name sign"_s);
        row("/confirmation/language", u"direction score parts source"_s);
        row("/quotes/0", u"text speaker role call verified"_s);
        row("/questions/0", u"call analyst firm question answer about_ai"_s);
        row("/changes/0", u"metric change latest prior latest_said prior_said"_s);
        row("/checks/0", u"check holds detail"_s);
        row("/proposals/0", u"subject field value author reason"_s);
        row("/choices/0", u"scenario subject field value low high based_on note"_s);
        row("/scenarios/0", u"name note"_s);
        row("/failures/0", u"section class reason at"_s);
        row("/made", u"program formula_version scoring_model workspace_time"_s);
    }
    void keysStandInTheirOrder()
    {
        QFETCH(QString, place);
        QTEST(keys(jsonOf(cardNamed(u"AMZN"_s)).at(Json::json_pointer(place.toStdString()))), "expected");
    }

    void laterYearsHaveTheFieldsOfTheFirst()
    {
        const Json consensus = jsonOf(cardNamed(u"VRDT"_s)).at("consensus");
        QVERIFY(!consensus.at("later_years").empty());
        QVERIFY(keys(consensus).startsWith(keys(consensus.at("later_years").at(0))));
        QVERIFY(consensus.at("later_years").at(0).at("fiscal_year") == "FY2027");
    }

    void whatIsNotKnownIsNullWithItsReason()
    {
        // Words that a card may do without: nothing was chosen, noted or grouped. Everything else that is null says why.
        const QStringList mayBeAbsent {
            u"override"_s, u"note"_s,        u"source"_s,          u"soft_reason"_s,    u"overlap_group"_s,
            u"period"_s,   u"sentence_id"_s, u"revenue_formula"_s, u"income_formula"_s, u"provider"_s,
            u"field"_s,    u"as_of"_s,       u"fetched"_s,         u"date"_s,           u"at"_s,
            u"low"_s,      u"high"_s,        u"based_on"_s,        u"industry"_s,       u"holds"_s,
            u"proposed"_s};
        for (const Card& card : m_ranked) {
            const Json json = jsonOf(card);
            walk(json, {}, [&](const QString& path, const Json& value) {
                if (!value.is_null() || path.startsWith(u"unknown.") || path.startsWith(u"choices."))
                    return;
                const bool reasoned = json.at("unknown").contains(path.toStdString())
                                   && !json.at("unknown").at(path.toStdString()).get<std::string>().empty();
                const QString key = path.section(u'.', -1);
                const bool number = path.startsWith(u"claim.") || path.startsWith(u"assumption.")
                                 || path.startsWith(u"consensus.");
                if (!reasoned
                    && (!mayBeAbsent.contains(key) || (number && (key == u"low" || key == u"high"))))
                    QFAIL(qPrintable(
                        u"%1: %2 is null without a reason"_s.arg(card.coverage.dossier.symbol, path)));
            });
        }
    }

    void aReasonStandsOnlyWhereSomethingIsMissing()
    {
        for (const Card& card : m_ranked) {
            const Json json = jsonOf(card);
            QHash<QString, Json> values;
            walk(json, {}, [&](const QString& path, const Json& value) { values.insert(path, value); });
            for (const auto& [path, why] : json.at("unknown").items()) {
                const Json value = values.value(QString::fromStdString(path));
                QVERIFY2(value.is_null() || value.empty(), path.c_str());
                QVERIFY2(values.contains(QString::fromStdString(path)), path.c_str());
            }
        }
    }

    void theSameInputGivesTheSameBytes()
    {
        const auto again = rankedCards(sampleWorkspace(), {}, {}, QLocale::c()).value();
        for (std::size_t i = 0; i < again.size(); ++i)
            QCOMPARE(cardToJson(again[i], u"t"_s, QLocale::c()),
                     cardToJson(m_ranked[i], u"t"_s, QLocale::c()));
        QVERIFY(cardToJson(m_ranked[0], u"t"_s, QLocale::c())
                != cardToJson(m_ranked[0], u"later"_s, QLocale::c()));
        QVERIFY(cardToJson(m_ranked[0], u"t"_s, QLocale::c())
                != cardToJson(m_ranked[1], u"t"_s, QLocale::c()));
    }

    void numbersAreNotRounded()
    {
        const Json json = jsonOf(cardNamed(u"AMZN"_s));
        QCOMPARE(json.at("claims").at(0).at("revenue_percent").get<double>(), 100 * 15e9 / 716.924e9);
        QCOMPARE(json.at("claims").at(0).at("counted_share_percent").get<double>(), 100.0);
        QCOMPARE(json.at("market_cap").get<double>(), 2787.9e9); // not in millions
        QCOMPARE(json.at("confirmation").at("institutions").at("ownership_change_pp").get<double>(), -2.68);
    }

    void everyNumberHasATraceToItsLeaves()
    {
        for (const Card& card : m_ranked) {
            QHash<QString, TraceNode> traces;
            for (const TraceNode& node : allTraces(card, ranked(), QLocale::c()))
                traces.insert(node.path, node);
            int numbers = 0;
            walk(jsonOf(card), {}, [&](const QString& path, const Json& value) {
                if (!value.is_number())
                    return;
                ++numbers;
                QVERIFY2(traces.contains(path), qPrintable(path));
                const TraceNode& node = traces[path];
                const double plain = node.value;
                const double factor =
                    plain == 0 ? 1 : value.get<double>() / plain; // 1, or 100 and 10,000 for shares
                QVERIFY2(qFuzzyCompare(factor, 1) || qFuzzyCompare(factor, 100)
                             || qFuzzyCompare(factor, 10000),
                         qPrintable(path));
                QVERIFY2(!path.endsWith(u"_percent") || plain == 0 || qFuzzyCompare(factor, 100),
                         qPrintable(path));
                QVERIFY2(!node.formula.isEmpty() || node.origin.kind != Origin::Kind::Computed,
                         qPrintable(path)); // a leaf says where it is from
            });
            QVERIFY(numbers > 100);
        }
    }

    void aTraceIsFoundByItsPath()
    {
        const Card& card = cardNamed(u"AMZN"_s);
        const auto at = [&](const QString& path) { return traceAt(card, path, ranked(), QLocale::c()); };
        QCOMPARE(at(u"claim.ai_run_rate.eps_percent"_s).value().shown, u"4.83 %"_s);
        QCOMPARE(at(u"claims.ai_run_rate.eps_percent"_s).value().value,
                 at(u"claim.ai_run_rate.eps_percent"_s).value().value);
        QCOMPARE(at(u"assumption.margin.aws.value"_s).value().value, 0.25);
        QCOMPARE(at(u"conviction.rank"_s).value().value, double(*card.rank));
        QCOMPARE(at(u"claim.aliens.eps_percent"_s).error().kind, Error::Kind::NotFound);
    }

    void theRankingAgreesWithTheCards()
    {
        const Json rows = Json::parse(rankingToJson(rankingRows()).toStdString());
        QCOMPARE(rows.size(), m_ranked.size());
        QCOMPARE(
            keys(rows.at(0)),
            u"rank symbol name conviction measurable components enthusiasm trend revenue_uplift_percent eps_uplift_percent priced_in versus_analysts oldest_input flags"_s);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Json card = jsonOf(m_ranked[i]);
            QCOMPARE(rows[i].at("rank").get<int>(), int(i) + 1);
            for (const char* key : {"symbol", "name"})
                QVERIFY(rows[i].at(key) == card.at(key));
            QVERIFY(rows[i].at("conviction") == card.at("conviction").at("total"));
            QVERIFY(rows[i].at("eps_uplift_percent") == card.at("aggregate").at("eps_uplift_percent"));
            QVERIFY(i == 0
                    || rows[i - 1].at("conviction").get<double>() >= rows[i].at("conviction").get<double>());
        }
    }
};

QTEST_APPLESS_MAIN(TestCardJson)
#include "tst_cardjson.moc"
