#pragma once

#include "core/net/request.h"
#include "core/reading/readingof.h"
#include "core/store/store.h"

#include <QDateTime>

namespace plumbline {

/// Asks one thing and waits for what becomes of it.
using Ask = std::function<Result<Reply>(const Request&)>;

/// Where FMP is, and the key for it.
struct FmpAccess
{
    QString base = QStringLiteral("https://financialmodelingprep.com/stable");
    Key key {};
    Ask ask {};
};

/// What a refresh brought for one company.
struct CompanyRefreshed
{
    QString symbol {};
    int asked = 0;    ///< requests
    int answered = 0; ///< of them, those that gave data
    QStringList calls {};
    QStringList remarks {}; ///< sentences: what failed and why
};

/// Brings what FMP has of a company into the workspace: its market data, statements, estimates, insiders, institutions,
/// next report, and the two latest calls that are not there whole. What fails leaves what is there and is said in its
/// section. A wrong key or a used-up plan ends it with an error; what came before stays. A company that FMP does not know
/// is not added: NotFound.
Result<CompanyRefreshed> refreshCompany(Store& store, const QString& symbol, const FmpAccess& access,
                                        const ReadingRules& rules, const QLocale& locale,
                                        const QDateTime& now);

} // namespace plumbline
