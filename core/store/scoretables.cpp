#include "core/store/scoretables.h"

#include "core/store/coveragetables.h"
#include "core/store/seals.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QHash>
#include <QIODevice>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Scores)
};

constexpr qsizetype checksumSize = 32;

QByteArray checksumOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString basisKey(const QString& scenario, const QString& model)
{
    return QStringLiteral("scores.%1.%2").arg(model, scenario);
}

/// What a ranking rests on, in one word: the seals of all that is in the file, and the program that counts.
Result<QString> basisNow(const QSqlDatabase& database)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayLiteral(PLUMBLINE_VERSION));
    const auto add = [&](Statement& row) {
        hash.addData(row.text(0).toUtf8() + '\0');
        hash.addData(row.bytes(1));
    };
    return each(database,
                QStringLiteral("SELECT key, value FROM workspace WHERE key LIKE 'checksum.%' ORDER BY key"),
                {}, add)
        .and_then([&] {
            return each(database, QStringLiteral("SELECT symbol, checksum FROM company ORDER BY symbol"), {},
                        add);
        })
        .map([&] { return QString::fromLatin1(hash.result().toHex()); });
}

/// What the ranking paints, behind its checksum.
QByteArray packed(const KeptScore& score)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << score.name << score.fictional << score.rank << qint32(score.figures.size());
    for (const double figure : score.figures)
        out << figure;
    out << score.flags << score.oldestInput;
    return checksumOf(bytes) + bytes;
}

std::optional<KeptScore> unpacked(const QString& symbol, const QByteArray& row)
{
    const QByteArray bytes = row.mid(checksumSize);
    if (checksumOf(bytes) != row.first(std::min(row.size(), checksumSize)))
        return {};
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    KeptScore score {.symbol = symbol};
    qint32 figures = 0;
    in >> score.name >> score.fictional >> score.rank >> figures;
    for (qint32 i = 0; i < figures && in.status() == QDataStream::Ok; ++i)
        in >> score.figures.emplace_back();
    in >> score.flags >> score.oldestInput;
    if (in.status() != QDataStream::Ok)
        return {};
    return score;
}

const auto newestRows = QLatin1String(
    "SELECT c.symbol, s.row FROM score s JOIN company c ON c.id = s.company JOIN scenario n ON n.id = "
    "s.scenario WHERE n.name = ? AND s.model = ? AND s.at = (SELECT max(at) FROM score t WHERE "
    "t.company = s.company AND t.scenario = s.scenario AND t.model = s.model)");

/// Conviction and what of it can be measured stand first; NaN is kept as NULL.
QVariant figureAt(const KeptScore& score, std::size_t place)
{
    return place < score.figures.size() ? QVariant(score.figures[place]) : QVariant();
}

} // namespace

Result<std::vector<KeptScore>> readScores(const QSqlDatabase& database, const QString& scenario,
                                          const QString& model)
{
    std::vector<KeptScore> scores;
    const auto read = each(database, newestRows, {scenario, model}, [&](Statement& row) {
        if (auto score = unpacked(row.text(0), row.bytes(1)))
            scores.push_back(std::move(*score));
    });
    if (!read)
        return tl::unexpected(read.error());
    std::sort(scores.begin(), scores.end(), [](const KeptScore& a, const KeptScore& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.symbol < b.symbol;
    });
    return scores;
}

Result<std::vector<KeptScore>> readCurrentScores(const QSqlDatabase& database, const QString& scenario,
                                                 const QString& model)
{
    const auto then = keyed(database, basisKey(scenario, model));
    if (!then)
        return tl::unexpected(then.error());
    const auto now = basisNow(database);
    if (!now)
        return tl::unexpected(now.error());
    const auto companies = symbolsOf(database);
    if (!companies)
        return tl::unexpected(companies.error());
    if (*then != *now)
        return std::vector<KeptScore> {};
    auto scores = readScores(database, scenario, model);
    if (scores && scores->size() != static_cast<std::size_t>(companies->size()))
        scores->clear();
    return scores;
}

Result<void> writeScores(const QSqlDatabase& database, const QString& scenario, const QString& model,
                         const std::vector<KeptScore>& scores, qint64 at)
{
    QHash<QString, QByteArray> newest;
    auto read = each(database, newestRows, {scenario, model},
                     [&](Statement& row) { newest.insert(row.text(0), row.bytes(1)); });
    if (!read)
        return read;
    auto insert = Statement::prepare(
        database,
        QStringLiteral("INSERT OR REPLACE INTO score(company, scenario, model, at, total, measurable, rank, "
                       "row, inputs) SELECT c.id, s.id, ?, ?, ?, ?, ?, ?, x'' FROM company c, scenario s "
                       "WHERE c.symbol = ? AND s.name = ?"));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const KeptScore& score : scores) {
        const QByteArray row = packed(score);
        if (newest.value(score.symbol) == row)
            continue;
        if (auto written = insert->run(
                {model, at, figureAt(score, 0), figureAt(score, 1), score.rank, row, score.symbol, scenario});
            !written)
            return written;
        if (insert->changed() == 0)
            return failure(Error::Kind::NotFound,
                           Words::tr("There is no company %1 or no scenario %2 to keep a "
                                     "ranking for.")
                               .arg(score.symbol, scenario));
    }
    return basisNow(database).and_then(
        [&](const QString& now) { return setKeyed(database, basisKey(scenario, model), now); });
}

} // namespace plumbline
