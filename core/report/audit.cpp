#include "core/report/audit.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Audit)
};

void auditFormulas(const Card& card, std::vector<AuditLine>& lines)
{
    const QString& symbol = card.coverage.dossier.symbol;
    int formulas = 0;
    for (const Cell& cell : card.sheet.cells()) {
        formulas += cell.kind == Cell::Kind::Formula;
        if (cell.error)
            lines.push_back({Words::tr("formulas can be read and computed"), symbol + u'.' + cell.name, false,
                             false, cell.error->message});
    }
    lines.push_back({Words::tr("formulas can be read and computed"), symbol, true, false,
                     Words::tr("%1 formulas").arg(formulas)});
}

} // namespace

std::vector<AuditLine> audit(const std::vector<Card>& cards)
{
    std::vector<AuditLine> lines;
    for (const Card& card : cards) {
        auditFormulas(card, lines);
        for (const Check& check : card.checks)
            lines.push_back({check.check, card.coverage.dossier.symbol, check.holds.value_or(true),
                             !check.holds || check.judgement, check.detail});
    }
    return lines;
}

} // namespace plumbline
