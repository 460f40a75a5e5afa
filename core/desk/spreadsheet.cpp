#include "core/desk/spreadsheet.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

} // namespace

Result<QByteArray> cardToXlsx(const Card& card, const WorkbookOptions& options, const QLocale& locale)
{
    // The library writes files only, and is done with this one before anybody sees it.
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"card.xlsx"_s));
    if (!folder.isValid())
        return failure(Error::Kind::Storage,
                       Words::tr("No temporary folder could be made: %1.").arg(folder.errorString()));
    return writeXlsx(card, options, file.fileName(), locale).and_then([&]() -> Result<QByteArray> {
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::Storage,
                           Words::tr("The spreadsheet could not be read back: %1.").arg(file.errorString()));
        return file.readAll();
    });
}

} // namespace plumbline
