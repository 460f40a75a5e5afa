#include "core/formats/languagereference.h"
#include "core/formats/theme.h"
#include "core/formats/wordlists.h"
#include "core/reading/ruleenthusiasm.h"
#include "tests/examples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Enthusiasm about a theme, 0 to 10, where no model reads the call.
class TestRuleEnthusiasm : public QObject
{
    Q_OBJECT

private slots:
    void aShareOfTheReferenceLiesBelow()
    {
        const std::vector<double> quantiles {0, 0, 0, 1, 3};
        QCOMPARE(shareBelow(quantiles, -1), 0.0);
        QCOMPARE(shareBelow(quantiles, 0), 0.25); // half of those that are equal
        QCOMPARE(shareBelow(quantiles, 0.5), 0.625);
        QCOMPARE(shareBelow(quantiles, 1), 0.75);
        QCOMPARE(shareBelow(quantiles, 2), 0.875);
        QCOMPARE(shareBelow(quantiles, 3), 1.0);
        QCOMPARE(shareBelow(quantiles, 4), 1.0);
    }

    void threePartsMakeTheWhole()
    {
        const RuleEnthusiasm one = of(call(20, 8, 0.8));
        QCOMPARE(one.about, 20);
        QCOMPARE(one.withFigure, 8);
        QCOMPARE(one.density.value, 20.0 / 80);
        QCOMPARE(one.density.points(), 10 * 0.4 * 0.25);
        QCOMPARE(one.quantified.points(), 10 * 0.3 * 0.4);
        const double sum = one.density.points() + one.tone.points() + one.quantified.points();
        QCOMPARE(one.value.value(), std::round(2 * sum) / 2); // in halves
        QVERIFY(sentenceOf(one, u"AI"_s, QLocale::c())
                    .startsWith(u"By rule: 20 of management's 80 sentences are about AI, more than on 25"_s));
    }

    void fewSentencesCountAsTen() { QCOMPARE(of(call(1, 1, 0.8)).quantified.value, 0.1); }

    void silenceIsNone()
    {
        const RuleEnthusiasm none = of(call(0, 0, 0.8));
        QCOMPARE(none.value.value(), 0.0);
        QCOMPARE(sentenceOf(none, u"AI"_s, QLocale::c()),
                 u"By rule: none of management's 60 sentences is about AI."_s);
    }

    void whatCannotBeToldIsUnknown()
    {
        std::vector<SaidSentence> excerpt = call(20, 8, 0.8);
        excerpt.resize(10);
        QVERIFY(
            of(excerpt).value.error().message.contains(u"words of management are at hand; 300 are needed"_s));
        const auto said = call(20, 8, 0.8);
        const RuleEnthusiasm other = enthusiasmOf(said, readTheme(said, m_theme, {}),
                                                  languageOf(said, m_lists), u"tariffs"_s, m_reference);
        QCOMPARE(other.value.error().message, u"There is no reference of what is usual for this theme."_s);
    }

    void moreOfAnyPartIsNeverLess()
    {
        for (int figures = 0; figures < 20; figures += 5)
            QVERIFY(of(call(20, figures, 0.8)).value.value() <= of(call(20, figures + 5, 0.8)).value.value());
        for (int about = 0; about < 40; about += 10)
            QVERIFY(of(call(about, 0, 0.8)).value.value() <= of(call(about + 10, 0, 0.8)).value.value());
        QVERIFY(of(call(20, 8, 0.3)).value.value() < of(call(20, 8, 0.9)).value.value());
    }

    void theOrderOfImportDoesNotMatter()
    {
        std::vector<RuledCall> calls {
            {u"Q4 FY2025"_s, u"2026-02-05"_s, of(call(10, 4, 0.6))},
            {u"Q1 FY2026"_s, u"2026-04-29"_s, of(call(20, 8, 0.9))},
            {u"Q3 FY2025"_s, u"2025-10-30"_s, of(call(5, 0, 0.6))},
        };
        const Enthusiasm first = enthusiasmByRule(calls, u"AI"_s, QLocale::c());
        QCOMPARE(first.author, u"rule"_s);
        QCOMPARE(first.trajectory.front().call, u"Q1 FY2026"_s);
        QCOMPARE(first.trajectory.front().method, u"rule"_s);
        QCOMPARE(*first.latest, calls[1].enthusiasm.value.value());
        QCOMPARE(*first.prior, calls[0].enthusiasm.value.value());
        std::sort(calls.begin(), calls.end(),
                  [](const RuledCall& one, const RuledCall& other) { return one.call < other.call; });
        do {
            const Enthusiasm again = enthusiasmByRule(calls, u"AI"_s, QLocale::c());
            QCOMPARE(again.latest, first.latest);
            QCOMPARE(again.prior, first.prior);
            QCOMPARE(again.rationale, first.rationale);
            QCOMPARE(again.trajectory.back().call, u"Q3 FY2025"_s);
        } while (std::next_permutation(
            calls.begin(), calls.end(),
            [](const RuledCall& one, const RuledCall& other) { return one.call < other.call; }));
    }

    void aMissingPriorSaysWhy()
    {
        const Enthusiasm alone = enthusiasmByRule({{u"Q1 FY2026"_s, u"2026-04-29"_s, of(call(20, 8, 0.9))}},
                                                  u"AI"_s, QLocale::c());
        QVERIFY(alone.latest && !alone.prior);
        QCOMPARE(alone.priorUnknown, u"There is no call before the latest."_s);
        QVERIFY(!enthusiasmByRule({}, u"AI"_s, QLocale::c()).latest);
    }

    void theShippedReferenceIsRead()
    {
        const auto shipped = languageReferenceFromJson(fileNamed(u"words/reference.json"_s));
        QVERIFY2(shipped, qPrintable(shipped ? QString() : shipped.error().message));
        QCOMPARE(shipped->theme, u"ai"_s);
        QVERIFY(shipped->calls >= 50);
        QCOMPARE(shipped->tone.size(), std::size_t(21));
    }

    void aDamagedReferenceIsRefused()
    {
        QJsonObject json = QJsonDocument::fromJson(fileNamed(u"words/reference.json"_s)).object();
        json[u"tone"] = QJsonArray {0.5, 0.4};
        QCOMPARE(languageReferenceFromJson(QJsonDocument(json).toJson()).error().message,
                 u"tone: quantiles must not fall."_s);
        json.remove(u"tone");
        QCOMPARE(languageReferenceFromJson(QJsonDocument(json).toJson()).error().message,
                 u"tone: at least two quantiles are needed."_s);
        json.remove(u"calls");
        QVERIFY(!languageReferenceFromJson(QJsonDocument(json).toJson()));
    }

private:
    /// Sixty sentences on other things, and some about AI, a number of them with a figure; a share of the words is good.
    static std::vector<SaidSentence> call(int about, int withFigure, double good)
    {
        std::vector<SaidSentence> said;
        const auto add = [&](const QString& text) {
            said.push_back(
                {text, u"Mara Ellison"_s, SpeakerKind::Management, 1 + static_cast<int>(said.size()), false});
        };
        for (int i = 0; i < 60; ++i)
            add(i < 60 * good ? u"Demand in the region of the north was strong."_s
                              : u"Demand in the region of the north was weak."_s);
        for (int i = 0; i < about; ++i)
            add(i < withFigure ? u"Our AI revenue was $4 billion in the quarter."_s
                               : u"We use AI in every store."_s);
        return said;
    }

    RuleEnthusiasm of(const std::vector<SaidSentence>& said) const
    {
        return enthusiasmOf(said, readTheme(said, m_theme, {}), languageOf(said, m_lists), u"ai"_s,
                            m_reference);
    }

    const Theme m_theme = themeFromJson(fileNamed(u"themes/ai.json"_s)).value();
    const WordLists m_lists = wordListsFromJson(fileNamed(u"words/own-lists.json"_s)).value();
    const LanguageReference m_reference {u"ai"_s, 2, {}, {0, 1}, {-1, 1}, {0, 1}};
};

QTEST_APPLESS_MAIN(TestRuleEnthusiasm)
#include "tst_ruleenthusiasm.moc"
