#include "core/formula/units.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Units)
};

/// A unit, or a zero that fits any: the literal 0, a total over no claims, and what either is multiplied with.
struct Known
{
    Unit unit {};
    bool any = false;
};

QString textOf(const Expression& expression, std::size_t node)
{
    Expression part;
    part.children = expression.children;
    part.nodes.assign(expression.nodes.begin(),
                      expression.nodes.begin() + static_cast<std::ptrdiff_t>(node) + 1);
    return print(part);
}

class Checker
{
public:
    Checker(const Expression& expression, const UnitOf& unitOf)
        : m_expression(expression)
        , m_unitOf(unitOf)
        , m_known(expression.nodes.size())
    {}

    Result<Known> run()
    {
        const std::vector<bool> inner = insideTotal(m_expression);
        for (std::size_t i = 0; i < m_known.size(); ++i) {
            if (inner[i])
                continue;
            auto known = unitAt(m_expression.nodes[i]);
            if (!known)
                return tl::unexpected(known.error());
            m_known[i] = *known;
        }
        return m_known.back();
    }

private:
    Result<Known> unitAt(const Node& node)
    {
        const auto children = m_expression.childrenOf(node);
        const auto child = [&](std::size_t k) -> const Known& { return m_known[children[k]]; };
        switch (node.op) {
        case Op::Literal: return Known {node.unit, node.value == 0 && node.unit.isPlain()};
        case Op::Name:
        case Op::Total:
            return m_unitOf(node).map([](const std::optional<Unit>& unit) {
                return Known {unit.value_or(Unit {}), !unit};
            });
        case Op::Negate:
        case Op::Abs: return child(0);
        case Op::Multiply: return Known {child(0).unit * child(1).unit, child(0).any || child(1).any};
        case Op::Divide: return Known {child(0).unit / child(1).unit, child(0).any};
        case Op::Power:
        case Op::Ln:
        case Op::Log10: return plainOnly(node);
        case Op::PercentOf:
        case Op::Growth: return equal(node, 0).map([](const Known&) { return Known {}; });
        case Op::If: return equal(node, 1);
        default: return equal(node, 0);
        }
    }

    Result<Known> plainOnly(const Node& node)
    {
        for (const std::uint16_t child : m_expression.childrenOf(node))
            if (!m_known[child].unit.isPlain())
                return failure(Error::Kind::Invalid,
                               Words::tr("At %1: %2 needs a plain number, and %3 is %4. Divide it by an "
                                         "amount of the same unit first.")
                                   .arg(node.position)
                                   .arg(node.op == Op::Power ? QStringLiteral("^") : functionName(node.op),
                                        textOf(m_expression, child), unitWords(m_known[child].unit)),
                               node.position);
        return Known {};
    }

    /// All children from `first` on must have one unit; that unit is the answer.
    Result<Known> equal(const Node& node, std::size_t first)
    {
        const auto children = m_expression.childrenOf(node).subspan(first);
        Known common {{}, true};
        std::size_t from = children.front();
        for (const std::uint16_t child : children) {
            const Known& known = m_known[child];
            if (known.any)
                continue;
            if (common.any) {
                common = known;
                from = child;
            } else if (common.unit != known.unit) {
                return mismatch(node, from, child);
            }
        }
        return common;
    }

    tl::unexpected<Error> mismatch(const Node& node, std::size_t left, std::size_t right)
    {
        QString message = Words::tr("At %1: %2 is %3, %4 %5.")
                              .arg(node.position)
                              .arg(textOf(m_expression, left), unitWords(m_known[left].unit),
                                   textOf(m_expression, right), unitWords(m_known[right].unit));
        const Node& literal = m_expression.nodes[right];
        const QString sign = operatorSign(node.op);
        if ((node.op == Op::Add || node.op == Op::Subtract) && literal.op == Op::Literal
            && literal.display == Display::Percent)
            message +=
                Words::tr(" Write %1 * (1 %2 %3).").arg(textOf(m_expression, left), sign, literal.text);
        else if (!m_known[left].unit.leadingCurrency().isEmpty()
                 && !m_known[right].unit.leadingCurrency().isEmpty())
            message += Words::tr(" Two currencies meet only through an exchange rate such as fx.eurusd.");
        return failure(Error::Kind::Invalid, message, node.position);
    }

    const Expression& m_expression;
    const UnitOf& m_unitOf;
    std::vector<Known> m_known;
};

QString mendFor(const Expression& expression, const Unit& found, const Unit& expected)
{
    const QString wanted = expected.currency();
    if (wanted.isEmpty())
        return {};
    if (const QString other = found.currency(); !other.isEmpty())
        return Words::tr(" Write * fx.%1%2.").arg(other.toLower(), wanted.toLower());
    for (const Node& node : expression.nodes)
        if (node.op == Op::Literal && node.unit.isPlain() && node.value >= 1000 && wanted == u"USD")
            return Words::tr(" Write $%1, or use figure.").arg(node.text);
    return {};
}

} // namespace

QString unitWords(const Unit& unit)
{
    return unit.isPlain() ? Words::tr("a plain number") : unit.toString();
}

std::vector<bool> insideTotal(const Expression& expression)
{
    std::vector<bool> inside(expression.nodes.size(), false);
    for (std::size_t i = expression.nodes.size(); i-- > 0;) {
        const Node& node = expression.nodes[i];
        for (const std::uint16_t child : expression.childrenOf(node))
            inside[child] = inside[i] || node.op == Op::Total;
    }
    return inside;
}

Result<Unit> checkUnits(const Expression& expression, const UnitOf& unitOf,
                        const std::optional<Unit>& expected)
{
    const auto known = Checker(expression, unitOf).run();
    if (!known)
        return tl::unexpected(known.error());
    if (!expected || known->any)
        return expected.value_or(known->unit);
    if (known->unit != *expected) {
        const QString message =
            Words::tr("%1 where %2 is expected.").arg(unitWords(known->unit), unitWords(*expected));
        return failure(Error::Kind::Invalid,
                       message.left(1).toUpper() + message.mid(1)
                           + mendFor(expression, known->unit, *expected),
                       expression.nodes.back().position);
    }
    return known->unit;
}

} // namespace plumbline
