#include "core/store/connection.h"
#include "core/store/coveragetables.h"
#include "core/store/decisions.h"
#include "core/store/file.h"
#include "core/store/seals.h"
#include "core/store/store.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Salvage)
};

/// What is saved, and the sentences about it.
struct Salvaged
{
    WorkspaceData data {};
    QStringList saved {};
    QStringList lost {};
};

/// The analyst's own rows are saved even where they may have changed: losing all of them for one would be worse.
void saveDecisions(const QSqlDatabase& database, Salvaged& salvaged)
{
    const auto whole = readDecisions(database);
    salvaged.data.decisions = whole ? *whole : decisionsAsTheyStand(database);
    const auto count = int(salvaged.data.decisions.choices.size());
    salvaged.saved += Words::tr("%n choice(s) were saved.", nullptr, count);
    if (!whole)
        salvaged.lost +=
            Words::tr("Scenarios and choices are not what was written: look them over; some may be "
                      "missing or changed.");
}

void saveShared(const QSqlDatabase& database, Salvaged& salvaged)
{
    salvaged.data.made = keyed(database, QStringLiteral("made")).value_or(QString());
    const auto global = readGlobal(database);
    if (global && sealed(database, Seal::Global, fingerprint(*global)))
        salvaged.data.global = *global;
    else
        salvaged.lost += Words::tr("The assumptions that hold for all companies are lost.");
    const auto models = readScoringModels(database);
    if (models && sealed(database, Seal::ScoringModels, fingerprint(*models)))
        salvaged.data.scoringModels = *models;
    else
        salvaged.lost += Words::tr("The scoring models are lost.");
}

Result<void> saveCompanies(const QSqlDatabase& database, Salvaged& salvaged)
{
    const auto symbols = symbolsOf(database);
    if (!symbols)
        return tl::unexpected(symbols.error());
    for (const QString& symbol : *symbols) {
        auto coverage = readCoverage(database, symbol);
        if (coverage)
            salvaged.data.companies.push_back(std::move(*coverage));
        else
            salvaged.lost += Words::tr("%1 is lost: %2").arg(symbol, coverage.error().message);
    }
    salvaged.saved += Words::tr("%n company(s) were saved.", nullptr, int(salvaged.data.companies.size()));
    return {};
}

} // namespace

Result<QStringList> Store::salvage(const QString& damaged, const QString& target)
{
    if (const auto workspace = isWorkspace(damaged); !workspace)
        return tl::unexpected(workspace.error());
    if (realPath(damaged) == realPath(target))
        return failure(
            Error::Kind::Invalid,
            Words::tr("%1 is not written over; name another file for what is saved.").arg(damaged));
    const auto connection = Connection::open(realPath(damaged), Connection::Access::Read);
    if (!connection)
        return tl::unexpected(connection.error());
    const QSqlDatabase& database = (*connection)->database();
    Salvaged salvaged;
    saveShared(database, salvaged);
    saveDecisions(database, salvaged);
    if (const auto companies = saveCompanies(database, salvaged); !companies)
        return tl::unexpected(companies.error());
    if (const auto created = create(target, salvaged.data); !created)
        return tl::unexpected(created.error());
    salvaged.lost +=
        Words::tr("Earlier values, and the edits that could be taken back, stay behind in %1.").arg(damaged);
    return salvaged.saved + salvaged.lost;
}

} // namespace plumbline
