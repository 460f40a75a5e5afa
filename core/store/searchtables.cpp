#include "core/store/searchtables.h"

#include "core/store/columns.h"

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

/// Where the words that were looked for stand in a sentence: SQLite sets marks around them.
Result<std::vector<WordPlace>> placesIn(const QSqlDatabase& database, const QString& words, qint64 sentence,
                                        const QString& text)
{
    auto rows =
        run(database,
            QStringLiteral("SELECT highlight(sentence_words, 0, char(2), char(3)) FROM sentence_words "
                           "WHERE rowid = ? AND sentence_words MATCH ?"),
            {sentence, words});
    if (!rows)
        return tl::unexpected(rows.error());
    const auto row = rows->next();
    if (!row)
        return tl::unexpected(row.error());
    std::vector<WordPlace> places;
    if (!*row)
        return places;
    Columns in(*rows);
    const QString marked = in.text();
    if (text.contains(QChar(2)) || text.contains(QChar(3)))
        return places; // marks of its own: none is better than a wrong one
    int at = 0;
    for (const QChar c : marked) {
        if (c == QChar(2))
            places.push_back({at, 0});
        else if (c == QChar(3) && !places.empty())
            places.back().length = at - places.back().first;
        else
            ++at;
    }
    return places;
}

} // namespace

Result<std::vector<Found>> readFound(const QSqlDatabase& database, const SearchQuery& query,
                                     const std::function<bool(const Found&)>& fits, std::size_t most)
{
    const bool ranked = !query.words.isEmpty();
    const Conditions conditions = conditionsOf(query);
    const QString sql =
        QStringLiteral("SELECT company.symbol, call.period, s.speaker, s.role, s.firm, s.answers, s.number, "
                       "s.text, s.id, %1 "
                       "FROM %2 JOIN call ON call.id = s.call JOIN company ON company.id = call.company "
                       "WHERE call.until IS NULL %3 %4 ORDER BY %5")
            .arg(ranked ? QStringLiteral("-bm25(sentence_words)") : QStringLiteral("0.0"),
                 ranked ? QStringLiteral("sentence_words JOIN sentence s ON s.id = sentence_words.rowid")
                        : QStringLiteral("sentence s"),
                 ranked ? QStringLiteral("AND sentence_words MATCH ?") : QString(), conditions.sql,
                 ranked ? QStringLiteral("bm25(sentence_words), s.id")
                        : QStringLiteral("call.day DESC, company.symbol, s.id"));
    QVariantList values;
    if (ranked)
        values.append(query.words);
    values += conditions.values;
    auto rows = run(database, sql, values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Found> found;
    while (found.size() < most) {
        const auto row = rows->next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        Columns in(*rows);
        Found one {.symbol = in.text(),
                   .call = in.text(),
                   .speaker = in.text(),
                   .role = in.text(),
                   .firm = in.text(),
                   .answers = in.flag(),
                   .sentence = in.small(),
                   .text = in.text()};
        const qint64 id = in.integer();
        one.rank = in.real();
        if (fits && !fits(one))
            continue;
        if (ranked && query.marksWords) {
            auto places = placesIn(database, query.words, id, one.text);
            if (!places)
                return tl::unexpected(places.error());
            one.places = std::move(*places);
        }
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace plumbline
