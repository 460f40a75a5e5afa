#pragma once

#include "core/fmp/assemble.h"
#include "core/reading/readingof.h"
#include "core/store/store.h"

#include <QDateTime>

namespace plumbline {

/// What changed for a company by a refresh.
struct RefreshChange
{
    enum class Kind : std::uint8_t { NewCompany, NewCall, Consensus, FiscalYear, NextReport, Insiders };

    Kind kind = Kind::NewCall;
    QString text {}; ///< a sentence in the user's words

    friend bool operator==(const RefreshChange&, const RefreshChange&) = default;
};

/// What a refresh brought for one company.
struct CompanyRefreshed
{
    QString symbol {};
    int asked = 0;    ///< requests
    int answered = 0; ///< of them, those that gave data
    QStringList calls {};
    QStringList remarks {}; ///< sentences: what was not to be had and why
    /// Why the company stays in the queue: everything failed, or a part that another try may bring. Empty where all is well.
    QString failed {};
    bool isNew = false;
    std::vector<RefreshChange> changes {};
};

/// A call as FMP has it.
struct CallFound
{
    QString period {};
    QString date {};
    QString content {};
};

/// What was found out about one company, before it is kept.
struct Findings
{
    QString symbol {};
    fmp::Answers answers {};
    std::vector<CallFound> calls {};
    std::vector<AskedRecord> asked {};
    QStringList remarks {};
    QStringList failed {}; ///< sentences: what another try may bring
    QDateTime at {};
};

/// Brings what was found out into the workspace. What failed leaves what is there and is said in its section. A company that
/// nothing is known of is not added: NotFound.
Result<CompanyRefreshed> keepFindings(Store& store, const Findings& findings, const ReadingRules& rules,
                                      const QLocale& locale);

/// What differs between a company before and after a refresh that an analyst wants to be told of.
std::vector<RefreshChange> changesBetween(const Coverage& before, const Coverage& after,
                                          const QLocale& locale);

} // namespace plumbline
