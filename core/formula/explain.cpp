#include "core/formula/explain.h"

#include "core/text/figures.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Explain)
};

bool isResult(const Cell& cell)
{
    return cell.kind != Cell::Kind::Leaf && cell.display == Display::Percent
        && cell.origin.kind == Origin::Kind::Computed;
}

ShownFigure shownFigure(const Cell& cell, const QLocale& locale)
{
    ShownFigure shown {
        .value = cell.value, .unit = cell.unit, .display = cell.display, .result = isResult(cell)};
    shown.text = shownValue(cell, locale);
    return shown;
}

/// How strongly the written form binds: a share is written as a quotient, a growth as a quotient less one.
int writtenPrecedence(Op op)
{
    return op == Op::Growth ? precedence(Op::Subtract) : precedence(op == Op::PercentOf ? Op::Divide : op);
}

/// Writes a formula with figures in place of names.
class Writer
{
public:
    Writer(const Sheet& sheet, const Cell& cell, const QLocale& locale, std::vector<ShownFigure>& shown)
        : m_sheet(sheet)
        , m_cell(cell)
        , m_expression(*cell.expression)
        , m_values(nodeValues(sheet, *cell.expression, cell.nodeCells))
        , m_locale(locale)
        , m_shown(shown)
    {}

    /// `continued`: a cell whose figure already stands at the end of the line, so that it is not written again.
    QString write(Cell::Id continued)
    {
        m_continued = beginsWith(continued) ? continued : Sheet::none;
        return text(effective(m_expression.root())).trimmed();
    }

    /// Whether the first thing written is the figure of this cell, outside any parentheses.
    bool beginsWith(Cell::Id id) const
    {
        std::size_t index = effective(m_expression.root());
        while (m_expression.nodes[index].op != Op::Name && m_expression.nodes[index].op != Op::Total) {
            const Node& node = m_expression.nodes[index];
            const int own = writtenPrecedence(node.op);
            if (own < precedence(Op::Add) || own > precedence(Op::Multiply))
                return false;
            index = effective(m_expression.childrenOf(node)[node.op == Op::Growth ? 1 : 0]);
            const int needed = node.op == Op::Growth ? precedence(Op::Divide) : own;
            if (writtenPrecedence(m_expression.nodes[index].op) < needed)
                return false;
        }
        return id != Sheet::none && m_cell.nodeCells[index] == id;
    }

private:
    /// The node that counts: of an `if` whose condition is known, the branch taken.
    std::size_t effective(std::size_t index) const
    {
        const Node* node = &m_expression.nodes[index];
        while (node->op == Op::If && !std::isnan(m_values[m_expression.childrenOf(*node)[0]])) {
            index = m_expression.childrenOf(*node)[m_values[m_expression.childrenOf(*node)[0]] == 1 ? 1 : 2];
            node = &m_expression.nodes[index];
        }
        return index;
    }

    QString name(std::size_t index)
    {
        const Cell::Id id = m_cell.nodeCells[index];
        if (id == m_continued) {
            m_continued = Sheet::none;
            return {};
        }
        const Cell& cell = m_sheet.cell(id);
        m_shown.push_back(shownFigure(cell, m_locale));
        return cell.title.isEmpty() ? m_shown.back().text : m_shown.back().text + u' ' + cell.title;
    }

    QString side(std::size_t index, int above)
    {
        index = effective(index);
        const QString inner = text(index);
        const bool signedBase = above > precedence(Op::Power) && m_values[index] < 0;
        return signedBase || writtenPrecedence(m_expression.nodes[index].op) < above ? u'(' + inner + u')'
                                                                                     : inner;
    }

    QString text(std::size_t index)
    {
        const Node& node = m_expression.nodes[index];
        const auto children = m_expression.childrenOf(node);
        const int own = precedence(node.op);
        const auto pair = [&](std::size_t first, int least, const QString& sign, std::size_t second,
                              int more) {
            const QString left =
                side(children[first], least); // before the other: figures are kept in their order
            return left + sign + side(children[second], more);
        };
        switch (node.op) {
        case Op::Name:
        case Op::Total: return name(index);
        case Op::Literal:
            m_shown.push_back({.value = node.value, .unit = node.unit, .display = node.display});
            m_shown.back().text = figure(node.value, node.unit, node.display, m_locale);
            return m_shown.back().text;
        case Op::Negate: return QChar(0x2212) + side(children[0], own);
        case Op::PercentOf: return pair(0, 2, QStringLiteral(" ÷ "), 1, 3);
        case Op::Growth: return pair(1, 2, QStringLiteral(" ÷ "), 0, 3) + QStringLiteral(" − 1");
        case Op::Power: return pair(0, own + 1, QStringLiteral("^"), 1, 3);
        default: break;
        }
        if (operatorSign(node.op).isEmpty()) {
            QStringList arguments;
            for (const std::uint16_t child : children)
                arguments.append(text(effective(child)));
            return functionName(node.op) + u'(' + arguments.join(QStringLiteral(", ")) + u')';
        }
        static const QHash<Op, QString> signs {{Op::Add, QStringLiteral("+")},
                                               {Op::Subtract, QStringLiteral("−")},
                                               {Op::Multiply, QStringLiteral("×")},
                                               {Op::Divide, QStringLiteral("÷")}};
        const QString sign = signs.value(node.op, operatorSign(node.op));
        return pair(0, own, u' ' + sign + u' ', 1, own + 1);
    }

    const Sheet& m_sheet;
    const Cell& m_cell;
    const Expression& m_expression;
    std::vector<double> m_values;
    const QLocale& m_locale;
    std::vector<ShownFigure>& m_shown;
    Cell::Id m_continued = Sheet::none;
};

QString termsText(const Sheet& sheet, const Cell& cell, const QLocale& locale,
                  std::vector<ShownFigure>& shown)
{
    QStringList parts;
    for (const Cell::Term& term : cell.terms) {
        const Cell& condition = sheet.cell(term.condition);
        const Cell& value = sheet.cell(term.value);
        if (std::isnan(condition.value) || std::isnan(value.value))
            continue;
        shown.push_back(shownFigure(value, locale));
        QString part = shown.back().text;
        if (cell.kind == Cell::Kind::CountedSum) {
            shown.push_back(shownFigure(condition, locale));
            part += QStringLiteral(" × ") + shown.back().text;
        }
        parts.append(part);
    }
    return parts.isEmpty() ? Words::tr("nothing is counted") : parts.join(QStringLiteral(" + "));
}

/// Whether the explanation of a cell can go on from the figure of another that stands at the end of the line.
bool continues(const Sheet& sheet, const Cell& cell, Cell::Id before, const QLocale& locale)
{
    std::vector<ShownFigure> none;
    return before != Sheet::none && cell.kind == Cell::Kind::Formula && cell.expression != nullptr
        && !cell.error && Writer(sheet, cell, locale, none).beginsWith(before);
}

QString body(const Sheet& sheet, const Cell& cell, const QLocale& locale, std::vector<ShownFigure>& shown,
             Cell::Id continued)
{
    if (cell.kind == Cell::Kind::Formula)
        return cell.expression == nullptr || cell.error ? QString()
                                                        : Writer(sheet, cell, locale, shown).write(continued);
    return cell.kind == Cell::Kind::Leaf ? QString() : termsText(sheet, cell, locale, shown);
}

/// A formula that is one name, as `total(income_effect)` is: what it gives is what the name has.
bool isOneName(const Cell& cell)
{
    if (cell.kind != Cell::Kind::Formula || cell.expression == nullptr)
        return false;
    const Op root = cell.expression->nodes.back().op;
    return root == Op::Name || root == Op::Total;
}

} // namespace

QString shownValue(const Cell& cell, const QLocale& locale)
{
    if (std::isnan(cell.value))
        return cell.reason.message;
    return figure(cell.value, cell.unit, cell.display, locale,
                  isResult(cell) ? PercentStyle::Result : PercentStyle::Input);
}

QString figureText(const Sheet& sheet, const QString& name, const QLocale& locale)
{
    const Sheet::Id id = sheet.find(name);
    if (id == Sheet::none)
        return Words::tr("unknown");
    const Cell& cell = sheet.cell(id);
    if (!std::isnan(cell.value))
        return shownValue(cell, locale);
    return cell.reason.kind == Error::Kind::NotMeaningful ? Words::tr("n.m.") : Words::tr("unknown");
}

QString reasonOf(const Sheet& sheet, const QString& name)
{
    const auto value = sheet.value(name);
    return value ? QString() : value.error().message;
}

Explanation explainChain(const Sheet& sheet, const std::vector<Cell::Id>& chain, const QLocale& locale)
{
    Explanation explanation;
    Cell::Id before = Sheet::none;
    for (const Cell::Id id : chain) {
        const Cell& cell = sheet.cell(id);
        const bool goesOn = continues(sheet, cell, before, locale);
        const QString text = body(sheet, cell, locale, explanation.shown, goesOn ? before : Sheet::none);
        const bool repeats = goesOn && text.isEmpty(); // the figure that already stands there
        if (!explanation.line.isEmpty() && !repeats)
            explanation.line += goesOn ? QStringLiteral(" ") : QStringLiteral("; ");
        explanation.line += text;
        if (std::isnan(cell.value)) {
            explanation.line += (text.isEmpty() ? QString() : QStringLiteral(": ")) + cell.reason.message;
            return explanation;
        }
        // A formula that only repeats one figure needs no "= the same".
        if (const ShownFigure value = shownFigure(cell, locale);
            !repeats && text != value.text && !isOneName(cell)) {
            explanation.shown.push_back(value);
            explanation.line += (text.isEmpty() ? QString() : QStringLiteral(" = ")) + value.text;
        }
        before = id;
    }
    return explanation;
}

Explanation explain(const Sheet& sheet, Cell::Id id, const QLocale& locale)
{
    return explainChain(sheet, {id}, locale);
}

QString fullText(const Sheet& sheet, const Cell& cell)
{
    if (cell.kind == Cell::Kind::Formula) {
        if (cell.expression == nullptr || cell.nodeCells.size() != cell.expression->nodes.size())
            return cell.text;
        Expression full = *cell.expression;
        for (std::size_t i = 0; i < full.nodes.size(); ++i)
            if (cell.nodeCells[i] != Sheet::none) {
                full.nodes[i].op = Op::Name; // a total becomes the name of its sum
                full.nodes[i].childCount = 0;
                full.nodes[i].text = sheet.cell(cell.nodeCells[i]).name;
                full.nodes[i].period.clear();
            }
        return print(full);
    }
    QStringList parts;
    for (const Cell::Term& term : cell.terms) {
        const Cell& condition = sheet.cell(term.condition);
        const Cell& value = sheet.cell(term.value);
        if (std::isnan(condition.value) || std::isnan(value.value))
            continue;
        parts.append(cell.kind == Cell::Kind::CountedSum ? condition.name + QStringLiteral(" * ") + value.name
                                                         : value.name);
    }
    return parts.isEmpty() ? QStringLiteral("0") : parts.join(QStringLiteral(" + "));
}

namespace {

TraceNode traceWithin(const Sheet& sheet, Cell::Id id, const QLocale& locale, int& room)
{
    const Cell& cell = sheet.cell(id);
    TraceNode node {.path = cell.name,
                    .value = cell.value,
                    .unit = cell.unit,
                    .shown = shownValue(cell, locale),
                    .origin = cell.origin};
    if (std::isnan(cell.value)) {
        node.reason = cell.reason.message;
        node.shown.clear();
    }
    if (cell.kind == Cell::Kind::Leaf)
        return node;
    if (--room < 0) {
        node.reason = Words::tr("the trace is too large to be written out; ask for this figure by itself");
        return node;
    }
    node.formula = fullText(sheet, cell);
    if (cell.error)
        return node;
    std::vector<Cell::Id> inputs;
    const auto want = [&inputs](Cell::Id input) {
        if (std::find(inputs.begin(), inputs.end(), input) == inputs.end())
            inputs.push_back(input);
    };
    for (const Cell::Id input : cell.nodeCells)
        if (input != Sheet::none)
            want(input);
    for (const Cell::Term& term : cell.terms) {
        if (std::isnan(sheet.cell(term.condition).value) || std::isnan(sheet.cell(term.value).value))
            continue;
        if (cell.kind == Cell::Kind::CountedSum)
            want(term.condition);
        want(term.value);
    }
    for (const Cell::Id input : inputs)
        node.inputs.push_back(traceWithin(sheet, input, locale, room));
    return node;
}

} // namespace

TraceNode trace(const Sheet& sheet, Cell::Id id, const QLocale& locale)
{
    int room = mostTraceNodes;
    return traceWithin(sheet, id, locale, room);
}

} // namespace plumbline
