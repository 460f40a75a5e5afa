#include "core/formula/sheet.h"

#include "core/formula/operations.h"
#include "core/formula/parse.h"
#include "core/formula/reasons.h"
#include "core/formula/units.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Sheet)
};

/// The part of a formula below one node, as a formula of its own.
Expression below(const Expression& whole, std::size_t node)
{
    std::vector<std::size_t> wanted {node};
    for (std::size_t k = 0; k < wanted.size(); ++k)
        for (const std::uint16_t child : whole.childrenOf(whole.nodes[wanted[k]]))
            wanted.push_back(child);
    std::sort(wanted.begin(), wanted.end());

    Expression part;
    QHash<std::size_t, std::uint16_t> moved;
    for (const std::size_t old : wanted) {
        Node copy = whole.nodes[old];
        copy.firstChild = static_cast<std::uint16_t>(part.children.size());
        for (const std::uint16_t child : whole.childrenOf(whole.nodes[old]))
            part.children.push_back(moved.value(child));
        moved.insert(old, static_cast<std::uint16_t>(part.nodes.size()));
        part.nodes.push_back(std::move(copy));
    }
    return part;
}

QString nameOf(const Node& node)
{
    return node.period.isEmpty() ? node.text : node.text + u'@' + node.period;
}

} // namespace

Sheet::Id Sheet::add(Cell cell)
{
    if (cell.kind != Cell::Kind::Leaf)
        cell.value = operations::unknown;
    if (const Id known = find(cell.name); known != none) {
        if (known < m_compiled)
            m_written = none; // no longer what was compiled
        m_cells[known] = std::move(cell);
        return known;
    }
    const auto id = static_cast<Id>(m_cells.size());
    m_names.insert(cell.name, id);
    m_cells.push_back(std::move(cell));
    return id;
}

Sheet::Id Sheet::addLeaf(const QString& name, double value, const Unit& unit, Display display, Origin origin,
                         const QString& title)
{
    return add(Cell {.name = name,
                     .title = title,
                     .unit = unit,
                     .display = display,
                     .origin = std::move(origin),
                     .value = value});
}

Sheet::Id Sheet::addUnknown(const QString& name, const Unit& unit, Display display, const QString& reason,
                            Origin origin)
{
    return add(Cell {.name = name,
                     .unit = unit,
                     .display = display,
                     .origin = std::move(origin),
                     .value = operations::unknown,
                     .reason = Error {Error::Kind::Unknown, reason}});
}

Sheet::Id Sheet::addFormula(const QString& name, const QString& text, const Unit& unit, Display display,
                            const QString& title)
{
    return add(Cell {.kind = Cell::Kind::Formula,
                     .name = name,
                     .title = title,
                     .unit = unit,
                     .display = display,
                     .result = true,
                     .text = text});
}

void Sheet::addClaim(const QString& scope, Id share)
{
    m_claims.push_back({scope, share});
}

Sheet::Id Sheet::resolve(const QString& name, const QString& scope) const
{
    if (!scope.isEmpty())
        if (const Id own = find(scope + u'.' + name); own != none)
            return own;
    if (const Id company = find(name); company != none)
        return company;
    return find(QStringLiteral("base.") + name);
}

void Sheet::compile(const Sheet* like)
{
    m_written = m_cells.size();
    if (like != nullptr && isWrittenLike(*like)) {
        takeReading(*like);
        for (const Id id : m_order)
            evaluate(id);
        return;
    }
    const auto written = static_cast<Id>(m_cells.size());
    for (Id id = 0; id < written; ++id)
        if (m_cells[id].kind == Cell::Kind::Formula)
            read(id);
    // Connecting adds cells for totals behind `written`; those are connected as they are made.
    for (Id id = 0; id < written; ++id)
        if (m_cells[id].kind == Cell::Kind::Formula && !m_cells[id].error)
            connect(id);
    sort();
    m_compiled = m_cells.size();
    for (const Id id : m_order)
        evaluate(id);
}

void Sheet::read(Id id)
{
    Cell& cell = m_cells[id];
    if (cell.expression == nullptr) {
        auto expression = parse(cell.text);
        if (!expression) {
            cell.error = expression.error();
            return;
        }
        cell.expression = std::make_shared<const Expression>(std::move(*expression));
    }
    if (cell.guard.isEmpty())
        return;
    auto guard = parseComparison(cell.guard);
    if (!guard)
        cell.error = guard.error();
    else
        cell.guardExpression = std::make_shared<const Expression>(std::move(*guard));
}

Result<Sheet::Id> Sheet::operandFor(Id owner, const Expression& expression, std::size_t index)
{
    const Node& node = expression.nodes[index];
    const bool ofClaim = !m_cells[owner].scope.isEmpty();
    if (node.op == Op::Total) {
        if (ofClaim)
            return failure(
                Error::Kind::Invalid,
                Words::tr("At %1: total() adds up claims and stands only in a formula of the company.")
                    .arg(node.position),
                node.position);
        return totalFor(expression, index);
    }
    const QString name = nameOf(node);
    const Id found = resolve(name, m_cells[owner].scope);
    if (found == none)
        return failure(
            Error::Kind::Invalid,
            Words::tr("At %1: there is no figure or assumption called %2.").arg(node.position).arg(name),
            node.position);
    const bool foreign = m_cells[found].result
                      || (name.startsWith(u"claim.") && !m_cells[found].scope.isEmpty()
                          && m_cells[found].scope != m_cells[owner].scope);
    if (ofClaim && foreign)
        return failure(Error::Kind::Invalid,
                       Words::tr("At %1: a claim's formula cannot use %2: it sees its own figures, the "
                                 "company's facts and assumptions.")
                           .arg(node.position)
                           .arg(name),
                       node.position);
    return found;
}

Result<Sheet::Id> Sheet::totalFor(const Expression& expression, std::size_t index)
{
    const Node& node = expression.nodes[index];
    const std::size_t argument = expression.childrenOf(node)[0];
    const Expression part = below(expression, argument);
    const QString text = print(part);
    const bool simple =
        part.nodes.size() == 1 && part.nodes[0].op == Op::Name && part.nodes[0].period.isEmpty();
    if (const auto known = m_totals.constFind(text); known != m_totals.constEnd())
        return *known;
    const QString suffix = simple ? text : QStringLiteral("expression_%1").arg(m_totals.size() + 1);
    const QString name = QStringLiteral("total.") + suffix;

    Cell sum {
        .kind = Cell::Kind::CountedSum, .name = name, .title = Words::tr("counted claims"), .result = true};
    bool first = true;
    for (const Claim& claim : m_claims) {
        Id value = simple ? find(claim.scope + u'.' + text) : none;
        if (value == none) {
            Cell hidden {.kind = Cell::Kind::Formula,
                         .name =
                             claim.scope + QStringLiteral(".total_") + QString(suffix).replace(u'.', u'_'),
                         .scope = claim.scope,
                         .anyUnit = true,
                         .text = text};
            hidden.expression = std::make_shared<const Expression>(part);
            value = add(std::move(hidden));
            connect(value);
            if (m_cells[value].error)
                return tl::unexpected(*m_cells[value].error);
            for (const Id operand : m_cells[value].operands)
                m_cells[value].absent = m_cells[value].absent || m_cells[operand].absent;
        }
        if (m_cells[value].absent)
            continue;
        if (!first && m_cells[value].unit != sum.unit)
            return failure(Error::Kind::Invalid,
                           Words::tr("At %1: %2 is %3 for one claim and %4 for another.")
                               .arg(node.position)
                               .arg(text, sum.unit.toString(), m_cells[value].unit.toString()),
                           node.position);
        sum.unit = m_cells[value].unit;
        sum.display = m_cells[value].display;
        first = false;
        sum.terms.push_back({claim.share, value});
    }
    if (first) { // no claim has it: the sum is 0 of whatever unit the claims would have
        const Id any = m_claims.empty() ? none : find(m_claims.front().scope + u'.' + text);
        sum.anyUnit = any == none;
        sum.unit = any == none ? Unit {} : m_cells[any].unit;
    }
    const Id id = add(std::move(sum));
    m_totals.insert(text, id);
    return id;
}

void Sheet::connect(Id id)
{
    std::vector<Id> operands;
    std::vector<Id> nodeCells;
    const auto connected = [&](const Expression& expression,
                               const std::optional<Unit>& expected) -> Result<Program> {
        const auto first = operands.size();
        const std::vector<bool> inner = insideTotal(expression);
        nodeCells.assign(expression.nodes.size(), none);
        for (std::size_t i = 0; i < expression.nodes.size(); ++i) {
            const Op op = expression.nodes[i].op;
            if (inner[i] || (op != Op::Name && op != Op::Total))
                continue;
            const auto found = operandFor(id, expression, i);
            if (!found)
                return tl::unexpected(found.error());
            nodeCells[i] = *found;
            if (std::find(operands.begin() + static_cast<std::ptrdiff_t>(first), operands.end(), *found)
                == operands.end())
                operands.push_back(*found);
        }
        const auto unitOf = [&](const Node& node) -> Result<std::optional<Unit>> {
            const Cell& operand =
                m_cells[nodeCells[static_cast<std::size_t>(&node - expression.nodes.data())]];
            const bool fitsAny = operand.kind == Cell::Kind::CountedSum && operand.anyUnit;
            return fitsAny ? std::nullopt : std::optional(operand.unit);
        };
        const auto unit = checkUnits(expression, unitOf, expected);
        if (!unit)
            return tl::unexpected(unit.error());
        if (!expected)
            m_cells[id].unit = *unit;
        return plumbline::compile(expression, [&](std::size_t node) {
            const auto place = std::find(operands.begin() + static_cast<std::ptrdiff_t>(first),
                                         operands.end(), nodeCells[node]);
            return static_cast<std::uint16_t>(place - operands.begin() - static_cast<std::ptrdiff_t>(first));
        });
    };

    // A total's summand takes whatever unit its formula has; every other place has one.
    const bool anyUnit = m_cells[id].anyUnit;
    const auto guardExpression = m_cells[id].guardExpression;
    const auto expression = m_cells[id].expression;
    Result<Program> guard = Program {};
    if (guardExpression != nullptr)
        guard = connected(*guardExpression, std::nullopt);
    std::vector<Id> guardCells = std::exchange(nodeCells, {});
    const Unit place = m_cells[id].unit;
    auto program = guard ? connected(*expression, anyUnit ? std::nullopt : std::optional(place)) : guard;
    Cell& cell = m_cells[id];
    if (!program) {
        cell.error = program.error();
        return;
    }
    cell.program = guardExpression != nullptr ? guarded(*guard, *program) : std::move(*program);
    cell.operands = std::move(operands);
    cell.nodeCells = std::move(nodeCells);
    cell.guardCells = std::move(guardCells);
}

Result<double> Sheet::value(Id id) const
{
    const Cell& found = m_cells[id];
    if (std::isnan(found.value))
        return tl::unexpected(found.reason);
    return found.value;
}

Result<double> Sheet::value(const QString& name) const
{
    const Id id = find(name);
    if (id == none)
        return failure(Error::Kind::NotFound, Words::tr("There is no figure called %1.").arg(name));
    return value(id);
}

QString titleOf(const Cell& cell)
{
    return cell.title.isEmpty() ? cell.name : cell.title;
}

} // namespace plumbline
