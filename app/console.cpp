#include "app/console.h"

#include "core/store/workspace.h"

#include <QCoreApplication>

#include <cstdio>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

} // namespace

void say(const QString& sentence)
{
    const QByteArray text = QByteArray("plumbline: ") + sentence.toUtf8() + "\n";
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

int complain(const QString& sentence, Status status)
{
    say(sentence);
    return status;
}

int deliver(const Arguments& arguments, const QByteArray& bytes)
{
    if (!arguments.out.isEmpty()) {
        const auto written = writeWhole(arguments.out, bytes);
        return written ? Done : complain(written.error().message, Failed);
    }
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool written = std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    return written ? Done
                   : complain(Words::tr("The result could not be written to standard output."), Failed);
}

QLocale commandLocale()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace plumbline
