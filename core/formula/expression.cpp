#include "core/formula/expression.h"

#include <QStringList>

namespace plumbline {

namespace {

bool equalNodes(const Expression& a, std::size_t i, const Expression& b, std::size_t j)
{
    const Node& left = a.nodes[i];
    const Node& right = b.nodes[j];
    if (left.op != right.op || left.childCount != right.childCount || left.text != right.text
        || left.period != right.period)
        return false;
    if (left.op == Op::Literal
        && (left.value != right.value || left.unit != right.unit || left.display != right.display))
        return false;
    return true;
}

QString wrapped(const QString& text, bool inParentheses)
{
    return inParentheses ? u'(' + text + u')' : text;
}

QString printed(const Node& node, const Expression& expression, const std::vector<QString>& done)
{
    const auto children = expression.childrenOf(node);
    const auto child = [&](std::size_t k) { return done[children[k]]; };
    const auto childPrecedence = [&](std::size_t k) { return precedence(expression.nodes[children[k]].op); };
    const int own = precedence(node.op);

    switch (node.op) {
    case Op::Literal: return node.text;
    case Op::Name: return node.period.isEmpty() ? node.text : node.text + u'@' + node.period;
    case Op::Negate: return u'-' + wrapped(child(0), childPrecedence(0) < own);
    case Op::Power: // right-associative: the base must be an atom, the exponent a sign
        return wrapped(child(0), childPrecedence(0) <= own) + u'^'
             + wrapped(child(1), childPrecedence(1) < precedence(Op::Negate));
    default: break;
    }
    if (const QString sign = operatorSign(node.op); !sign.isEmpty()) {
        return wrapped(child(0), childPrecedence(0) < own) + u' ' + sign + u' '
             + wrapped(child(1), childPrecedence(1) <= own);
    }
    QStringList arguments;
    for (std::size_t k = 0; k < children.size(); ++k)
        arguments.append(child(k));
    return functionName(node.op) + u'(' + arguments.join(QStringLiteral(", ")) + u')';
}

} // namespace

bool operator==(const Expression& a, const Expression& b)
{
    if (a.nodes.size() != b.nodes.size() || a.children != b.children)
        return false;
    for (std::size_t i = 0; i < a.nodes.size(); ++i)
        if (!equalNodes(a, i, b, i))
            return false;
    return true;
}

int precedence(Op op)
{
    switch (op) {
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
    case Op::Equal:
    case Op::NotEqual: return 0;
    case Op::Add:
    case Op::Subtract: return 1;
    case Op::Multiply:
    case Op::Divide: return 2;
    case Op::Negate: return 3;
    case Op::Power: return 4;
    default: return 5;
    }
}

QString operatorSign(Op op)
{
    switch (op) {
    case Op::Add: return QStringLiteral("+");
    case Op::Subtract: return QStringLiteral("-");
    case Op::Multiply: return QStringLiteral("*");
    case Op::Divide: return QStringLiteral("/");
    case Op::Power: return QStringLiteral("^");
    case Op::Less: return QStringLiteral("<");
    case Op::LessEqual: return QStringLiteral("<=");
    case Op::Greater: return QStringLiteral(">");
    case Op::GreaterEqual: return QStringLiteral(">=");
    case Op::Equal: return QStringLiteral("=");
    case Op::NotEqual: return QStringLiteral("<>");
    default: return {};
    }
}

QString functionName(Op op)
{
    switch (op) {
    case Op::Min: return QStringLiteral("min");
    case Op::Max: return QStringLiteral("max");
    case Op::Clamp: return QStringLiteral("clamp");
    case Op::If: return QStringLiteral("if");
    case Op::Ln: return QStringLiteral("ln");
    case Op::Log10: return QStringLiteral("log10");
    case Op::Abs: return QStringLiteral("abs");
    case Op::Total: return QStringLiteral("total");
    case Op::PercentOf: return QStringLiteral("percent_of");
    case Op::Growth: return QStringLiteral("growth");
    default: return {};
    }
}

QString print(const Expression& expression)
{
    std::vector<QString> done(expression.nodes.size());
    for (std::size_t i = 0; i < done.size(); ++i) {
        const Node& node = expression.nodes[i];
        done[i] = printed(node, expression, done);
        for (const std::uint16_t child : expression.childrenOf(node))
            done[child].clear(); // each text is used once: keep memory proportional to the formula
    }
    return done.back();
}

QStringList namesIn(const Expression& expression)
{
    QStringList names;
    for (const Node& node : expression.nodes) {
        if (node.op != Op::Name)
            continue;
        const QString name = node.period.isEmpty() ? node.text : node.text + u'@' + node.period;
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace plumbline
