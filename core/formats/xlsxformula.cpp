#include "core/formats/xlsxformula.h"

#include "core/text/printable.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

constexpr int atom = 5; // what binds strongest, see precedence()

QString legalName(const QString& name)
{
    static const QRegularExpression address(u"^([A-Z]{1,3}[0-9]+|R[0-9]*C?[0-9]*|C[0-9]*|TRUE|FALSE)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QString legal = name.left(100); // what the library takes, with a number behind it
    for (QChar& letter : legal)
        if (letter.unicode() >= 0x80 || !letter.isLetterOrNumber())
            letter = u'_';
    if (legal.isEmpty() || legal.front().isDigit())
        legal.prepend(u'_');
    return address.match(legal).hasMatch() ? legal + u'_' : legal;
}

QString wrapped(const QString& text, bool inParentheses)
{
    return inParentheses ? u'(' + text + u')' : text;
}

/// Signs and powers stand in parentheses of their own: a spreadsheet binds them otherwise than we do.
int writtenPrecedence(Op op)
{
    return op == Op::Negate || op == Op::Power ? atom : precedence(op);
}

QString sign(Op op)
{
    switch (op) {
    case Op::NotEqual: return u"<>"_s;
    case Op::Equal: return u"="_s;
    default: return operatorSign(op);
    }
}

/// One node over its children, which are written already.
class NodeText
{
public:
    NodeText(const Expression& expression, const Node& node, const std::vector<QString>& done)
        : m_expression(expression)
        , m_children(expression.childrenOf(node))
        , m_done(done)
        , m_op(node.op)
    {}

    QString text() const
    {
        switch (m_op) {
        case Op::Negate: return u"(-"_s + child(0, atom) + u')';
        case Op::Power: return u'(' + child(0, atom) + u'^' + child(1, atom) + u')';
        case Op::PercentOf: return u"IF(%1>0,%2/%3,NA())"_s.arg(child(1, 1), child(0, 2), child(1, 3));
        case Op::Growth: return u"IF(%1>0,%2/%3-1,NA())"_s.arg(child(0, 1), child(1, 2), child(0, 3));
        case Op::Clamp:
            return u"IF(%2<=%3,MIN(MAX(%1,%2),%3),NA())"_s.arg(child(0, 1), child(1, 1), child(2, 1));
        case Op::Min: return call(u"MIN"_s);
        case Op::Max: return call(u"MAX"_s);
        case Op::If: return call(u"IF"_s);
        case Op::Ln: return call(u"LN"_s);
        case Op::Log10: return call(u"LOG10"_s);
        case Op::Abs: return call(u"ABS"_s);
        default: break;
        }
        const int own = precedence(m_op);
        return child(0, own) + sign(m_op) + child(1, own + 1);
    }

private:
    QString child(std::size_t which, int least) const
    {
        const std::size_t node = m_children[which];
        return wrapped(m_done[node], writtenPrecedence(m_expression.nodes[node].op) < least);
    }

    QString call(const QString& function) const
    {
        QStringList arguments;
        for (std::size_t k = 0; k < m_children.size(); ++k)
            arguments.append(child(k, 0));
        return function + u'(' + arguments.join(u',') + u')';
    }

    const Expression& m_expression;
    std::span<const std::uint16_t> m_children;
    const std::vector<QString>& m_done;
    Op m_op;
};

QString written(const Expression& expression, const std::vector<Cell::Id>& nodeCells,
                const std::vector<QString>& names)
{
    std::vector<QString> done(expression.nodes.size());
    for (std::size_t i = 0; i < done.size(); ++i) {
        const Node& node = expression.nodes[i];
        if (node.op == Op::Literal)
            done[i] = QString::number(node.value, 'G', QLocale::FloatingPointShortest);
        else if (node.op == Op::Name || node.op == Op::Total)
            done[i] = nodeCells[i] == Sheet::none ? u"NA()"_s : names[nodeCells[i]]; // none: inside a total
        else
            done[i] = NodeText(expression, node, done).text();
    }
    return done[expression.root()];
}

} // namespace

std::vector<QString> spreadsheetNames(const Sheet& sheet)
{
    std::vector<QString> names;
    QSet<QString> taken;
    for (const Cell& cell : sheet.cells()) {
        const QString legal = legalName(cell.name);
        QString name = legal;
        for (int number = 2; taken.contains(name.toLower()); ++number)
            name = u"%1_%2"_s.arg(legal).arg(number);
        taken.insert(name.toLower());
        names.push_back(name);
    }
    return names;
}

QStringList spreadsheetFormula(const Cell& cell, const std::vector<QString>& names)
{
    if (cell.error || cell.kind == Cell::Kind::Leaf)
        return {u"NA()"_s};
    if (cell.kind == Cell::Kind::Formula) {
        const QString text = written(*cell.expression, cell.nodeCells, names);
        if (cell.guardExpression == nullptr)
            return {text};
        return {u"IF(%1,%2,NA())"_s.arg(written(*cell.guardExpression, cell.guardCells, names), text)};
    }
    const QString summand =
        cell.kind == Cell::Kind::CountedSum ? u"IF(%1=0,0,%1*%2)"_s : u"IF(ISERROR(%1),0,%2)"_s;
    QStringList sum;
    for (const Cell::Term& term : cell.terms)
        sum.append(summand.arg(names[term.condition], names[term.value]));
    return sum.isEmpty() ? QStringList {u"0"_s} : sum;
}

QString spreadsheetText(const QString& text)
{
    constexpr qsizetype most = 250; // Excel's limit is 255
    QString shown = printable(text, mostLetters).simplified();
    if (shown.size() > most)
        shown = shown.left(most - 1) + u'…';
    return u'"' + shown.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace plumbline
