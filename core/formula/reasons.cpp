#include "core/formula/reasons.h"

#include "core/formula/operations.h"
#include "core/formula/program.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Reasons)
};

/// Gathers the reasons below one node of a formula.
class Search
{
public:
    Search(const Sheet& sheet, const Expression& expression, const std::vector<Cell::Id>& nodeCells)
        : m_sheet(sheet)
        , m_expression(expression)
        , m_nodeCells(nodeCells)
        , m_values(nodeValues(sheet, expression, nodeCells))
    {}

    double value() const { return m_values.back(); }

    Error found()
    {
        visit(m_expression.root());
        m_reason.message = m_messages.join(QStringLiteral("; "));
        return m_reason;
    }

private:
    void say(Error::Kind kind, const QString& message)
    {
        if (m_messages.isEmpty())
            m_reason.kind = kind;
        for (const QString& one : message.split(QStringLiteral("; ")))
            if (!m_messages.contains(one))
                m_messages.append(one);
    }

    void visit(std::size_t index)
    {
        if (!std::isnan(m_values[index]))
            return;
        const Node& node = m_expression.nodes[index];
        if (node.op == Op::Name || node.op == Op::Total) {
            const Error& reason = m_sheet.cell(m_nodeCells[index]).reason;
            return say(reason.kind, reason.message);
        }
        const auto children = m_expression.childrenOf(node);
        if (node.op == Op::If) // an undecided one takes no branch
            return visit(std::isnan(m_values[children[0]]) ? children[0]
                         : m_values[children[0]] == 1      ? children[1]
                                                           : children[2]);
        bool below = false;
        for (const std::uint16_t child : children) {
            if (!std::isnan(m_values[child]))
                continue;
            below = true;
            visit(child);
        }
        if (!below)
            sayOperation(node);
    }

    QString titleAt(std::size_t index) const
    {
        const Node& node = m_expression.nodes[index];
        if (node.op == Op::Name || node.op == Op::Total)
            return titleOf(m_sheet.cell(m_nodeCells[index]));
        return Words::tr("the base");
    }

    void sayOperation(const Node& node)
    {
        const auto children = m_expression.childrenOf(node);
        switch (node.op) {
        case Op::PercentOf:
        case Op::Growth: {
            const std::size_t base = children[node.op == Op::Growth ? 0 : 1];
            return say(Error::Kind::NotMeaningful,
                       m_values[base] < 0 ? Words::tr("not meaningful: %1 is negative").arg(titleAt(base))
                                          : Words::tr("not meaningful: %1 is zero").arg(titleAt(base)));
        }
        case Op::Divide:
            if (m_values[children[1]] == 0)
                return say(Error::Kind::Arithmetic, Words::tr("division by zero at %1: %2 is 0")
                                                        .arg(node.position)
                                                        .arg(titleAt(children[1])));
            break;
        case Op::Ln:
        case Op::Log10:
            return say(Error::Kind::Arithmetic, Words::tr("%1 at %2 needs a number above zero")
                                                    .arg(functionName(node.op))
                                                    .arg(node.position));
        case Op::Clamp:
            return say(Error::Kind::Arithmetic,
                       Words::tr("clamp at %1 has its low end above its high end").arg(node.position));
        default: break;
        }
        say(Error::Kind::Arithmetic,
            Words::tr("the result at %1 is too large or not a number").arg(node.position));
    }

    const Sheet& m_sheet;
    const Expression& m_expression;
    const std::vector<Cell::Id>& m_nodeCells;
    std::vector<double> m_values;
    Error m_reason {Error::Kind::Unknown};
    QStringList m_messages;
};

Error reasonOfTerms(const Sheet& sheet, const Cell& cell)
{
    Error reason {Error::Kind::Arithmetic, Words::tr("the sum is too large")};
    QStringList messages;
    for (const Cell::Term& term : cell.terms) {
        for (const Cell::Id id : {term.condition, term.value}) {
            const Cell& part = sheet.cell(id);
            const bool needed = cell.kind == Cell::Kind::CountedSum
                                  ? sheet.cell(term.condition).value != 0
                                  : !std::isnan(sheet.cell(term.condition).value);
            if (!needed || !std::isnan(part.value))
                continue;
            if (messages.isEmpty())
                reason.kind = part.reason.kind;
            const QString message = part.scope.isEmpty()
                                      ? part.reason.message
                                      : QStringLiteral("%1: %2").arg(part.scope.mid(6), part.reason.message);
            if (!messages.contains(message))
                messages.append(message);
        }
    }
    if (!messages.isEmpty())
        reason.message = messages.join(QStringLiteral("; "));
    return reason;
}

} // namespace

std::vector<double> nodeValues(const Sheet& sheet, const Expression& expression,
                               const std::vector<Cell::Id>& nodeCells)
{
    std::vector<double> values(expression.nodes.size(), operations::unknown);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Node& node = expression.nodes[i];
        const auto children = expression.childrenOf(node);
        if (node.op == Op::Literal) {
            values[i] = node.value;
        } else if (node.op == Op::Name || node.op == Op::Total) {
            if (nodeCells.size() == values.size() && nodeCells[i] != Sheet::none)
                values[i] = sheet.cell(nodeCells[i]).value;
        } else if (node.op == Op::Min || node.op == Op::Max) {
            values[i] = values[children.back()];
            for (std::size_t k = children.size() - 1; k-- > 0;)
                values[i] = apply(node.op, values[children[k]], values[i]);
        } else {
            const auto child = [&](std::size_t k) { return k < children.size() ? values[children[k]] : 0.0; };
            values[i] = apply(node.op, child(0), child(1), child(2));
        }
    }
    return values;
}

Error reasonUnknown(const Sheet& sheet, const Cell& cell)
{
    if (cell.kind != Cell::Kind::Formula)
        return reasonOfTerms(sheet, cell);
    if (cell.guardExpression != nullptr) { // where it does not hold, the formula is not looked at
        Search guard(sheet, *cell.guardExpression, cell.guardCells);
        if (std::isnan(guard.value()))
            return guard.found();
        if (guard.value() == 0)
            return Error {Error::Kind::Unknown, cell.guardReason};
    }
    return Search(sheet, *cell.expression, cell.nodeCells).found();
}

} // namespace plumbline
