#include "core/formats/audit.h"

#include "core/formats/cardwriter.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AuditFormat)
};

} // namespace

QByteArray auditToJson(const std::vector<AuditLine>& lines)
{
    Json out = Json::array();
    for (const AuditLine& line : lines)
        out.push_back({{"check", toJson(line.check)},
                       {"subject", toJson(line.subject)},
                       {"holds", line.holds},
                       {"detail", toJson(line.detail)}});
    return QByteArray::fromStdString(out.dump(1)) + '\n';
}

QByteArray auditToText(const std::vector<AuditLine>& lines)
{
    QString text;
    qsizetype held = 0;
    const auto print = [&](const QString& mark, const AuditLine& line) {
        text += QStringLiteral("%1 %2: %3 (%4)\n").arg(mark, line.subject, line.check, line.detail);
    };
    for (const AuditLine& line : lines)
        if (!line.holds && !line.note)
            print(Words::tr("FAILS"), line);
    for (const AuditLine& line : lines) {
        if (line.note && !line.holds)
            print(Words::tr("note "), line);
        held += line.holds;
    }
    text += Words::tr("%1 of %2 checks hold or could not be made.\n").arg(held).arg(lines.size());
    return text.toUtf8();
}

} // namespace plumbline
