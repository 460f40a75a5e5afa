#include "core/text/filename.h"

namespace plumbline {

QString fileNameOf(const QString& symbol, const QString& suffix)
{
    QString name = symbol;
    for (QChar& letter : name)
        if (!letter.isLetterOrNumber() && letter != u'-' && letter != u'.')
            letter = u'_';
    while (name.startsWith(u'.'))
        name.replace(0, 1, u'_');
    return name + u'.' + suffix;
}

} // namespace plumbline
