#include "core/fmp/assembleviews.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

constexpr std::size_t newsShown = 20;
constexpr std::size_t changesShown = 20;

template<typename Row>
const Row* only(const Answer<std::vector<Row>>& answer)
{
    return answer && !answer->empty() ? &answer->front() : nullptr;
}

/// The currency targets are in: that of the price, which the profile names; of a company known before, its price's.
PriceCurrency targetCurrency(const Dossier& dossier, const Answers& answers)
{
    if (answers.profile && !answers.profile->empty() && !answers.profile->front().currency.isEmpty())
        return priceCurrency(answers.profile->front().currency);
    const Fact* price = dossier.fact(u"price");
    const QString code = price != nullptr && price->value ? price->value->unit.leadingCurrency() : QString();
    const bool inParts = code == u"GBP" || code == u"ZAR" || code == u"ILS"; // whole or in parts: not known
    return {inParts ? QString() : code, 1};
}

/// The targets as they were before results were reported: those at hand, before they give way to newer ones.
void keepBefore(Dossier& dossier, const QDate& reported)
{
    const Fact* now = dossier.fact(u"targets.consensus");
    if (now == nullptr || !now->value || !reported.isValid())
        return;
    const QDate seen = QDate::fromString(now->source.asOf, Qt::ISODate);
    if (!seen.isValid() || seen >= reported)
        return;
    Fact before = *now;
    before.name = u"targets.before"_s;
    before.title = Words::tr("price target of %1").arg(now->source.asOf);
    std::erase_if(dossier.facts, [&](const Fact& one) { return one.name == before.name; });
    dossier.facts.push_back(std::move(before));
}

void writeTargets(FactWriter& facts, Dossier& dossier, const PriceTargets& row, const PriceCurrency& currency,
                  const Days& days)
{
    facts.from(u"price-target-consensus"_s, days.today);
    if (currency.code.isEmpty())
        return facts.unknown(u"targets.consensus"_s, u"targetConsensus"_s,
                             Words::tr("FMP did not say which currency the price targets are in"));
    keepBefore(dossier, days.reported);
    const auto write = [&](const QString& name, const QString& field, Number value, const QString& title) {
        if (measured(value))
            facts.perShare(u"targets."_s + name, field, *value / currency.parts, currency.code, title);
    };
    write(u"consensus"_s, u"targetConsensus"_s, row.consensus, Words::tr("price target, mean"));
    write(u"median"_s, u"targetMedian"_s, row.median, Words::tr("price target, median"));
    write(u"low"_s, u"targetLow"_s, row.low, Words::tr("lowest price target"));
    write(u"high"_s, u"targetHigh"_s, row.high, Words::tr("highest price target"));
}

void writeTargetSummary(FactWriter& facts, const PriceTargetSummary& row, const PriceCurrency& currency,
                        const QDate& today)
{
    facts.from(u"price-target-summary"_s, today);
    if (currency.code.isEmpty() || row.lastQuarterCount.value_or(0) <= 0)
        return;
    facts.number(u"targets.last_quarter_count"_s, u"lastQuarterCount"_s, row.lastQuarterCount, Display::Count,
                 Words::tr("price targets of the last quarter"));
    if (measured(row.lastQuarterAverage))
        facts.perShare(u"targets.last_quarter"_s, u"lastQuarterAvgPriceTarget"_s,
                       *row.lastQuarterAverage / currency.parts, currency.code,
                       Words::tr("mean price target of the last quarter"));
    if (measured(row.lastYearAverage))
        facts.perShare(u"targets.last_year"_s, u"lastYearAvgPriceTarget"_s,
                       *row.lastYearAverage / currency.parts, currency.code,
                       Words::tr("mean price target of the last year"));
}

void writeGradesNow(FactWriter& facts, const GradesNow& row, const QDate& today)
{
    facts.from(u"grades-consensus"_s, today);
    facts.noting(row.consensus);
    const auto write = [&](const QString& name, const QString& field, Number value, const QString& title) {
        facts.number(u"grades."_s + name, field, value, Display::Count, title);
    };
    write(u"strong_buy"_s, u"strongBuy"_s, row.strongBuy, Words::tr("strong buy"));
    write(u"buy"_s, u"buy"_s, row.buy, Words::tr("buy"));
    write(u"hold"_s, u"hold"_s, row.hold, Words::tr("hold"));
    write(u"sell"_s, u"sell"_s, row.sell, Words::tr("sell"));
    write(u"strong_sell"_s, u"strongSell"_s, row.strongSell, Words::tr("strong sell"));
    facts.noting({});
}

/// Up, down, or neither: by FMP's own word, because every house has its own grades.
int directionOf(const Grade& one)
{
    return one.action == u"upgrade" ? 1 : one.action == u"downgrade" ? -1 : 0;
}

void writeGradeChanges(FactWriter& facts, std::vector<Grade> rows, const Days& days)
{
    const QDate since = days.reported.isValid() ? days.reported : days.today.addDays(-newsDays);
    std::erase_if(rows, [&](const Grade& one) {
        return !one.date.isValid() || one.date < since || one.date > days.today.addDays(1);
    });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Grade& a, const Grade& b) { return b.date < a.date; });
    QSet<QString> seen;
    std::erase_if(rows, [&](const Grade& one) {
        const QString key =
            QStringList {one.date.toString(Qt::ISODate), one.gradingCompany, one.newGrade}.join(u'|');
        const bool twice = seen.contains(key);
        seen.insert(key);
        return twice;
    });
    facts.clear(u"grades.change"_s);
    facts.from(u"grades since %1"_s.arg(since.toString(Qt::ISODate)), days.today);
    const auto count = [&](int direction) {
        return double(std::count_if(rows.begin(), rows.end(),
                                    [&](const Grade& one) { return directionOf(one) == direction; }));
    };
    facts.number(u"grades.changed.up"_s, u"action upgrade"_s, count(1), Display::Count,
                 Words::tr("upgrades since %1").arg(since.toString(Qt::ISODate)));
    facts.number(u"grades.changed.down"_s, u"action downgrade"_s, count(-1), Display::Count,
                 Words::tr("downgrades since %1").arg(since.toString(Qt::ISODate)));
    facts.number(u"grades.changed.kept"_s, u"other actions"_s, count(0), Display::Count,
                 Words::tr("grades kept or begun since %1").arg(since.toString(Qt::ISODate)));
    std::erase_if(rows, [](const Grade& one) { return directionOf(one) == 0; });
    for (std::size_t i = 0; i < std::min(rows.size(), changesShown); ++i) {
        const Grade& one = rows[i];
        facts.from(u"grades"_s, one.date);
        facts.number(u"grades.changes.%1"_s.arg(i), one.action, directionOf(one), Display::Count,
                     Words::tr("%1: %2 to %3").arg(one.gradingCompany, one.previousGrade, one.newGrade));
    }
}

/// Two agencies pass on one headline: letters and digits decide.
QString headlineKey(const QString& title)
{
    QString key;
    for (const QChar one : title.toCaseFolded())
        if (one.isLetterOrNumber())
            key += one;
    return key;
}

void writeNews(FactWriter& facts, const Dossier& dossier, std::vector<News> rows, const Theme& theme,
               const QDate& today)
{
    const QDateTime from(today.addDays(-newsDays), QTime(0, 0), Qt::UTC);
    const QDateTime to(today.addDays(2), QTime(0, 0), Qt::UTC);
    std::erase_if(rows, [&](const News& one) {
        const bool other =
            !one.symbol.isEmpty() && one.symbol.compare(dossier.symbol, Qt::CaseInsensitive) != 0;
        return other || one.title.trimmed().isEmpty() || !one.published.isValid() || one.published < from
            || one.published > to;
    });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const News& a, const News& b) { return b.published < a.published; });
    QSet<QString> seen;
    std::erase_if(rows, [&](const News& one) {
        const QString key = headlineKey(one.title);
        const bool twice = seen.contains(key) || (!one.url.isEmpty() && seen.contains(one.url));
        seen.insert(key);
        seen.insert(one.url);
        return twice;
    });
    facts.clear(u"news."_s);
    facts.from(u"news/stock"_s, today);
    facts.number(u"news.searched"_s, u"items of %1 days, each once"_s.arg(newsDays), double(rows.size()),
                 Display::Count, Words::tr("news looked through"));
    const ThemeMatcher matcher(theme, dossier.name);
    std::size_t kept = 0;
    for (const News& one : rows) {
        const QString text = one.title + u". "_s + one.text;
        if (kept == newsShown || !matcher.names(text))
            continue;
        facts.from(one.published.toString(u"yyyy-MM-dd HH:mm 'UTC'"_s), one.published.date());
        facts.noting(one.url);
        facts.number(u"news.%1"_s.arg(kept++), one.publisher.isEmpty() ? one.site : one.publisher,
                     double(matcher.matches(text).size()), Display::Count, one.title.simplified());
    }
    facts.noting({});
}

} // namespace

void writeViews(FactWriter& facts, Dossier& dossier, const Answers& answers, const Theme& theme,
                const Days& days)
{
    const PriceCurrency currency = targetCurrency(dossier, answers);
    if (const PriceTargets* targets = only(answers.targets))
        writeTargets(facts, dossier, *targets, currency, days);
    if (const PriceTargetSummary* summary = only(answers.targetSummary))
        writeTargetSummary(facts, *summary, currency, days.today);
    if (const GradesNow* now = only(answers.gradesNow))
        writeGradesNow(facts, *now, days.today);
    if (answers.grades && !answers.grades->empty())
        writeGradeChanges(facts, *answers.grades, days);
    std::vector<News> news;
    for (const auto* answer : {&answers.releases, &answers.news})
        if (*answer)
            news.insert(news.end(), (*answer)->begin(), (*answer)->end());
    if (answers.news || answers.releases)
        writeNews(facts, dossier, std::move(news), theme, days.today);
}

} // namespace plumbline::fmp
