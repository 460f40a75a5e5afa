#pragma once

#include "core/values/unit.h"

#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/// The operations of the formula language. Comparisons appear only as the first argument of If.
enum class Op : std::uint8_t {
    Literal,
    Name,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    Min,
    Max,
    Clamp,
    If,
    Ln,
    Log10,
    Abs,
    Total,
    PercentOf,
    Growth,
};

/// One node of a formula. Children stand before their parent, so a loop from front to back evaluates without recursion.
struct Node
{
    Op op = Op::Literal;
    std::uint16_t firstChild = 0; ///< index into Expression::children
    std::uint16_t childCount = 0;
    int position = 0; ///< 1-based place in the text: of the operator, or of the first character

    double value = 0;                 ///< Literal: in base units, so 25 % is 0.25
    Unit unit {};                     ///< Literal
    Display display = Display::Plain; ///< Literal
    QString text {};   ///< Literal: as written, without thousands commas. Name: the dotted name
    QString period {}; ///< Name: what stands behind "@", else empty
};

/// A formula as a tree, kept flat. Made only by parse(); the last node is the root.
struct Expression
{
    std::vector<Node> nodes {};
    std::vector<std::uint16_t> children {};

    std::size_t root() const { return nodes.size() - 1; }
    std::span<const std::uint16_t> childrenOf(const Node& node) const
    {
        return std::span(children).subspan(node.firstChild, node.childCount);
    }
};

/// Two formulas are equal when their trees are: position and white space do not count.
bool operator==(const Expression& a, const Expression& b);

/// Canonical text with the fewest parentheses; parse(print(f)) equals f.
QString print(const Expression& expression);

/// The names a formula mentions, each once, in order of appearance; with "@period" where one stands.
QStringList namesIn(const Expression& expression);

/// The written word of a function, or "" for what is no function.
QString functionName(Op op);

/// Binding strength of an operation when written: 1 sum, 2 product, 3 sign, 4 power, 5 atom; 0 comparison.
int precedence(Op op);
/// "+", "-", "*", "/", "^", "<" …; "" for what is written as a function or an atom.
QString operatorSign(Op op);

} // namespace plumbline
