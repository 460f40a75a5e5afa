#include "core/store/saidtables.h"

#include "core/store/columns.h"

namespace plumbline {

namespace {

/// One table of a reading: `place` counts the rows, the other columns are named here.
struct SaidTable
{
    QString name {};
    QString columns {};

    Result<void> write(const QSqlDatabase& database, qint64 reading, std::vector<QVariantList> rows) const
    {
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i] = QVariantList {reading, static_cast<qint64>(i)} + rows[i];
        return addRows(database, name, QStringLiteral("reading, place, ") + columns, rows);
    }
    template<typename Work>
    Result<void> read(const QSqlDatabase& database, qint64 reading, const Work& work) const
    {
        return each(database,
                    QStringLiteral("SELECT %1 FROM %2 WHERE reading = ? ORDER BY place").arg(columns, name),
                    {reading}, [&](Statement& row) {
                        Columns in(row);
                        work(in);
                    });
    }
};

template<typename T, typename Row>
std::vector<QVariantList> rowsOf(const std::vector<T>& list, const Row& row)
{
    std::vector<QVariantList> rows;
    rows.reserve(list.size());
    for (const T& one : list)
        rows.push_back(row(one));
    return rows;
}

const SaidTable& quantifications()
{
    static const SaidTable table {
        QStringLiteral("quantification"),
        QStringLiteral("metric, figure, said, unit, qualifier, period, line, bucket, quote, in_quote")};
    return table;
}
const SaidTable& quotes()
{
    static const SaidTable table {QStringLiteral("chosen_quote"), QStringLiteral("quote, role")};
    return table;
}
const SaidTable& questions()
{
    static const SaidTable table {
        QStringLiteral("question"),
        QStringLiteral("call, analyst, firm, question, answer, answered_by, about_ai")};
    return table;
}
const SaidTable& enthusiasmCalls()
{
    static const SaidTable table {QStringLiteral("enthusiasm_call"),
                                  QStringLiteral("call, day, value, method")};
    return table;
}
const SaidTable& catalysts()
{
    static const SaidTable table {QStringLiteral("catalyst"),
                                  QStringLiteral("day, kind, text, source, quote")};
    return table;
}

Result<void> writeEnthusiasm(const QSqlDatabase& database, qint64 id, const Enthusiasm& own)
{
    return addRows(database, QStringLiteral("enthusiasm"),
                   QStringLiteral("reading, latest, prior, prior_unknown, author, rationale"),
                   {{id, column(own.latest), column(own.prior), own.priorUnknown, own.author, own.rationale}})
        .and_then([&] {
            return enthusiasmCalls().write(
                database, id, rowsOf(own.trajectory, [](const auto& one) {
                    return QVariantList {one.call, one.date, column(one.value), one.method};
                }));
        });
}

Result<void> readEnthusiasm(const QSqlDatabase& database, qint64 id, Enthusiasm& own)
{
    return each(database,
                QStringLiteral("SELECT latest, prior, prior_unknown, author, rationale FROM enthusiasm "
                               "WHERE reading = ?"),
                {id},
                [&](Statement& row) {
                    Columns in(row);
                    own = {.latest = in.number(),
                           .prior = in.number(),
                           .priorUnknown = in.text(),
                           .author = in.text(),
                           .rationale = in.text()};
                })
        .and_then([&] {
            return enthusiasmCalls().read(database, id, [&](Columns& in) {
                own.trajectory.push_back({in.text(), in.text(), in.number(), in.text()});
            });
        });
}

Result<void> readQuantifications(const QSqlDatabase& database, qint64 id, const Citations& citations,
                                 std::vector<Quantification>& list)
{
    return quantifications().read(database, id, [&](Columns& in) {
        list.push_back({.metric = in.text(),
                        .figureText = in.text(),
                        .values = in.numbers(),
                        .unit = in.text(),
                        .qualifier = in.text(),
                        .period = in.text(),
                        .line = in.text(),
                        .bucket = in.text(),
                        .citation = citations.at(in.integer()),
                        .numberInQuote = in.flag()});
    });
}

} // namespace

Result<void> writeSaid(const QSqlDatabase& database, qint64 id, const Reading& reading,
                       const Citations& citations)
{
    const auto quantified = [&](const Quantification& q) {
        return QVariantList {q.metric,
                             q.figureText,
                             column(q.values),
                             q.unit,
                             q.qualifier,
                             q.period,
                             q.line,
                             q.bucket,
                             citations.numberOf(q.citation),
                             q.numberInQuote ? 1 : 0};
    };
    const auto chosen = [&](const Quote& quote) {
        return QVariantList {citations.numberOf(quote.citation), quote.role};
    };
    const auto asked = [](const Question& q) {
        return QVariantList {q.call,   q.analyst,    q.firm,           q.question,
                             q.answer, q.answeredBy, q.aboutAi ? 1 : 0};
    };
    const auto dated = [&](const Catalyst& c) {
        return QVariantList {c.date, c.kind, c.text, c.source, citations.numberOf(c.citation)};
    };
    return quantifications()
        .write(database, id, rowsOf(reading.quantifications, quantified))
        .and_then([&] { return quotes().write(database, id, rowsOf(reading.quotes, chosen)); })
        .and_then([&] { return questions().write(database, id, rowsOf(reading.questions, asked)); })
        .and_then([&] { return writeEnthusiasm(database, id, reading.enthusiasm); })
        .and_then([&] { return catalysts().write(database, id, rowsOf(reading.catalysts, dated)); });
}

Result<void> readSaid(const QSqlDatabase& database, qint64 id, const Citations& citations, Reading& reading)
{
    return readQuantifications(database, id, citations, reading.quantifications)
        .and_then([&] {
            return quotes().read(database, id, [&](Columns& in) {
                reading.quotes.push_back({citations.at(in.integer()), in.text()});
            });
        })
        .and_then([&] {
            return questions().read(database, id, [&](Columns& in) {
                reading.questions.push_back(
                    {in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.flag()});
            });
        })
        .and_then([&] { return readEnthusiasm(database, id, reading.enthusiasm); })
        .and_then([&] {
            return catalysts().read(database, id, [&](Columns& in) {
                reading.catalysts.push_back(
                    {in.text(), in.text(), in.text(), in.text(), citations.at(in.integer())});
            });
        });
}

} // namespace plumbline
