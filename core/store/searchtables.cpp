#include "core/store/searchtables.h"

#include "core/store/columns.h"
#include "core/store/searchrank.h"

#include <limits>

namespace plumbline {

namespace {

/// A part of a name, whatever letters are large, with nothing in it that LIKE would read as a pattern.
QString partOf(QString text)
{
    for (const QChar c : {u'\\', u'%', u'_'})
        text.replace(c, QString(u'\\') + c);
    return u'%' + text + u'%';
}

struct Conditions
{
    QString sql {};
    QVariantList values {};

    void add(const QString& condition, const QVariant& value)
    {
        sql += QStringLiteral(" AND ") + condition;
        values.append(value);
    }
};

Conditions conditionsOf(const SearchQuery& query)
{
    Conditions all;
    const auto part = [&](const QString& column, const QString& text) {
        if (!text.isEmpty())
            all.add(QStringLiteral("s.%1 LIKE ? ESCAPE '\\'").arg(column), partOf(text));
    };
    part(QStringLiteral("speaker"), query.speaker);
    part(QStringLiteral("role"), query.role);
    part(QStringLiteral("firm"), query.firm);
    if (!query.company.isEmpty())
        all.add(QStringLiteral("company.symbol = ? COLLATE NOCASE"), query.company);
    if (!query.period.isEmpty())
        all.add(QStringLiteral("call.period = ? COLLATE NOCASE"), query.period);
    if (query.section != SearchQuery::Section::Any)
        all.add(QStringLiteral("s.answers = ?"), query.section == SearchQuery::Section::Answers ? 1 : 0);
    return all;
}

constexpr char joins[] = "JOIN call ON call.id = s.call JOIN company ON company.id = call.company "
                         "WHERE call.until IS NULL";

/// A stretch of sentences in the order they came in, both ends with it.
struct Stretch
{
    qint64 first = 0;
    qint64 last = std::numeric_limits<qint64>::max();
};

/// Where to look: of one company in its calls alone, else everywhere.
Result<std::vector<Stretch>> stretchesOf(const QSqlDatabase& database, const SearchQuery& query)
{
    if (query.company.isEmpty())
        return std::vector<Stretch> {Stretch {}};
    std::vector<Stretch> stretches;
    const auto read =
        each(database,
             QStringLiteral("SELECT (SELECT min(id) FROM sentence WHERE call = call.id), "
                            "(SELECT max(id) FROM sentence WHERE call = call.id) FROM call "
                            "JOIN company ON company.id = call.company "
                            "WHERE call.until IS NULL AND company.symbol = ? COLLATE NOCASE ORDER BY 1 DESC"),
             {query.company}, [&](const Statement& row) {
                 if (!row.isNull(0))
                     stretches.push_back({row.integer(0), row.integer(1)});
             });
    if (!read)
        return tl::unexpected(read.error());
    return stretches;
}

/// Sentences that say the words, the last that came in first, and where to go on.
class Saying
{
public:
    static constexpr std::size_t together = 2000; ///< ranked among each other

    Saying(const QSqlDatabase& database, const SearchQuery& query, Conditions conditions,
           std::vector<Stretch> stretches)
        : m_database(database)
        , m_query(query)
        , m_conditions(std::move(conditions))
        , m_stretches(std::move(stretches))
    {}

    /// The next of them, the best first; none at the end.
    Result<std::vector<RankedSentence>> next()
    {
        std::vector<RankedSentence> sentences;
        while (sentences.size() < together && !m_stretches.empty()) {
            const std::size_t before = sentences.size();
            const std::size_t wanted = together - before;
            if (const auto done = read(m_stretches.front(), wanted, sentences); !done)
                return tl::unexpected(done.error());
            if (sentences.size() - before < wanted)
                m_stretches.erase(m_stretches.begin());
            else
                m_stretches.front().last = sentences.back().id - 1;
        }
        rankSentences(sentences);
        return sentences;
    }

private:
    Result<void> read(const Stretch& stretch, std::size_t wanted,
                      std::vector<RankedSentence>& sentences) const
    {
        QVariantList values {m_query.words, stretch.first, stretch.last};
        QString sql =
            QStringLiteral("SELECT sentence_words.rowid, word_counts(sentence_words) FROM sentence_words ");
        const QString found =
            QStringLiteral("sentence_words MATCH ? AND sentence_words.rowid BETWEEN ? AND ?");
        if (m_conditions.sql.isEmpty()) { // then what no longer counts is left out when it is looked at
            sql += QStringLiteral("WHERE ") + found;
        } else {
            sql += QStringLiteral("CROSS JOIN sentence s ON s.id = sentence_words.rowid ")
                 + QLatin1StringView(joins) + QStringLiteral(" AND ") + found + m_conditions.sql;
            values += m_conditions.values;
        }
        sql += QStringLiteral(" ORDER BY sentence_words.rowid DESC LIMIT ?");
        values.append(static_cast<qint64>(wanted));
        return each(m_database, sql, values, [&](const Statement& row) {
            sentences.push_back({.id = row.integer(0), .counts = WordCounts::from(row.bytes(1))});
        });
    }

    const QSqlDatabase& m_database;
    const SearchQuery& m_query;
    Conditions m_conditions;
    std::vector<Stretch> m_stretches;
};

constexpr char fields[] =
    "SELECT company.symbol, call.period, s.speaker, s.role, s.firm, s.answers, s.number, s.text "
    "FROM sentence s ";

Found foundIn(const Statement& row)
{
    Columns in(row);
    return {.symbol = in.text(),
            .call = in.text(),
            .speaker = in.text(),
            .role = in.text(),
            .firm = in.text(),
            .answers = in.flag(),
            .sentence = in.small(),
            .text = in.text()};
}

using Fits = std::function<bool(const Found&)>;

Result<std::vector<Found>> readRanked(const QSqlDatabase& database, const SearchQuery& query,
                                      const Fits& fits, std::size_t most)
{
    auto stretches = stretchesOf(database, query);
    if (!stretches)
        return tl::unexpected(stretches.error());
    auto sentence = Statement::prepare(database, QLatin1StringView(fields) + QLatin1StringView(joins)
                                                     + QStringLiteral(" AND s.id = ?"));
    const auto places = WordPlaces::of(database);
    if (!sentence || !places)
        return tl::unexpected(sentence ? places.error() : sentence.error());
    Saying saying(database, query, conditionsOf(query), std::move(*stretches));
    std::vector<Found> found;
    while (found.size() < most) {
        const auto ranked = saying.next();
        if (!ranked)
            return tl::unexpected(ranked.error());
        if (ranked->empty())
            break;
        for (const RankedSentence& candidate : *ranked) {
            if (found.size() == most)
                break;
            const auto row = sentence->run({candidate.id}).and_then([&] { return sentence->next(); });
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                continue;
            Found one = foundIn(*sentence);
            one.rank = candidate.rank;
            if (fits && !fits(one))
                continue;
            if (query.marksWords)
                one.places = places->in(one.text, candidate.counts);
            found.push_back(std::move(one));
        }
    }
    return found;
}

/// Without words: whatever the filters leave, the newest call first.
Result<std::vector<Found>> readFiltered(const QSqlDatabase& database, const SearchQuery& query,
                                        const Fits& fits, std::size_t most)
{
    const Conditions conditions = conditionsOf(query);
    auto calls =
        run(database, QStringLiteral("SELECT call.id FROM call JOIN company ON company.id = call.company "
                                     "WHERE call.until IS NULL ORDER BY call.day DESC, company.symbol"));
    if (!calls)
        return tl::unexpected(calls.error());
    auto sentences = Statement::prepare(database, QLatin1StringView(fields) + QLatin1StringView(joins)
                                                      + QStringLiteral(" AND s.call = ?") + conditions.sql
                                                      + QStringLiteral(" ORDER BY s.id"));
    if (!sentences)
        return tl::unexpected(sentences.error());
    std::vector<Found> found;
    while (found.size() < most) {
        const auto call = calls->next();
        if (!call)
            return tl::unexpected(call.error());
        if (!*call)
            break;
        const auto read =
            sentences->each(QVariantList {calls->integer(0)} + conditions.values, [&](const Statement& row) {
                Found one = foundIn(row);
                if (found.size() < most && (!fits || fits(one)))
                    found.push_back(std::move(one));
            });
        if (!read)
            return tl::unexpected(read.error());
    }
    return found;
}

} // namespace

Result<std::vector<Found>> readFound(const QSqlDatabase& database, const SearchQuery& query, const Fits& fits,
                                     std::size_t most)
{
    return query.words.isEmpty() ? readFiltered(database, query, fits, most)
                                 : readRanked(database, query, fits, most);
}

} // namespace plumbline
