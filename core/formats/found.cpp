#include "core/formats/found.h"

#include "core/formats/cardwriter.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FoundFormat)
};

} // namespace

QByteArray foundToJson(const std::vector<Found>& found)
{
    Json out = Json::array();
    for (const Found& one : found)
        out.push_back({{"symbol", toJson(one.symbol)},
                       {"call", toJson(one.call)},
                       {"speaker", toJson(one.speaker)},
                       {"role", toJson(one.role)},
                       {"section", one.answers ? "qa" : "prepared"},
                       {"sentence_id", one.sentence},
                       {"text", toJson(one.text)},
                       {"rank", one.rank}});
    return QByteArray::fromStdString(out.dump(1)) + '\n';
}

QByteArray foundToTable(const std::vector<Found>& found)
{
    QString text;
    for (const Found& one : found)
        text += QStringLiteral("%1 %2  %3%4  (%5)\n    %6\n")
                    .arg(one.symbol, one.call, one.speaker,
                         one.role.isEmpty() ? QString() : QStringLiteral(", ") + one.role)
                    .arg(one.sentence)
                    .arg(one.text);
    text += Words::tr("%n sentences found.", nullptr, static_cast<int>(found.size())) + QLatin1Char('\n');
    return text.toUtf8();
}

} // namespace plumbline
