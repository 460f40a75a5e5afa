#pragma once

#include "core/desk/refresh.h"
#include "core/desk/refreshprogress.h"
#include "ui/common/figuretablemodel.h"

#include <QLocale>

namespace plumbline {

/// One line of a refresh: what failed, was not to be had, or changed.
struct RefreshLine
{
    enum class Kind : std::uint8_t { Failed, NotHad, Changed };

    QString symbol {};
    Kind kind = Kind::Changed;
    QString what {};
    QString text {};
};

/// The lines of one company, what failed first.
std::vector<RefreshLine> linesOf(const CompanyRefreshed& company);
/// A company that an earlier refresh left.
RefreshLine lineOf(const RefreshJob& job, const QLocale& locale);

std::vector<TableColumn> refreshColumns();
TableRow rowOf(const RefreshLine& line);

/// "12 of 200 companies · 3 failed · 104 calls, 0.8 MB · about 2 min left", or why it is held up.
QString progressLine(const RefreshProgress& progress, const QLocale& locale);

} // namespace plumbline
