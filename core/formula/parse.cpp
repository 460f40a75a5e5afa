#include "core/formula/parse.h"

#include "core/formula/lexer.h"

#include <QCoreApplication>

#include <array>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Formula)
};

struct Function
{
    Op op;
    int least;
    int most;
};

std::optional<Function> functionNamed(const QString& name)
{
    static constexpr std::array functions {
        Function {Op::Min, 1, 64},   Function {Op::Max, 1, 64},  Function {Op::Clamp, 3, 3},
        Function {Op::If, 3, 3},     Function {Op::Ln, 1, 1},    Function {Op::Log10, 1, 1},
        Function {Op::Abs, 1, 1},    Function {Op::Total, 1, 1}, Function {Op::PercentOf, 2, 2},
        Function {Op::Growth, 2, 2},
    };
    for (const Function& function : functions)
        if (functionName(function.op) == name)
            return function;
    return std::nullopt;
}

/// A recursive descent whose depth is counted, so no text can exhaust the stack.
class Parser
{
public:
    explicit Parser(QStringView text) : m_text(text) {}

    Result<Expression> formula(bool comparisonWanted)
    {
        if (m_text.size() > FormulaLimits::characters)
            return failure(Error::Kind::Invalid,
                           Words::tr("A formula may have at most %L1 characters; this one has %L2.")
                               .arg(FormulaLimits::characters)
                               .arg(m_text.size()),
                           FormulaLimits::characters + 1);
        advance();
        const std::size_t root = comparisonWanted ? comparison() : sum();
        if (!m_error && m_token.kind != Token::Kind::End)
            expected(Words::tr("an operator or the end"));
        if (!m_error && root + 1 != m_expression.nodes.size())
            fail(Error::Kind::Invalid, Words::tr("the formula is empty"), 1);
        if (m_error)
            return tl::unexpected(*m_error);
        return std::move(m_expression);
    }

private:
    bool isSymbol(QStringView symbol) const
    {
        return m_token.kind == Token::Kind::Symbol && m_token.text == symbol;
    }

    void advance()
    {
        if (m_error)
            return;
        auto token = nextToken(m_text, m_from);
        if (token)
            m_token = *token;
        else
            m_error = token.error();
    }

    void fail(Error::Kind kind, const QString& message, int position)
    {
        if (!m_error)
            m_error = Error {kind, Words::tr("At %1: %2.").arg(position).arg(message), {}, position};
        m_token = Token {.position = position};
    }

    void expected(const QString& what)
    {
        const QString found =
            m_token.kind == Token::Kind::End ? Words::tr("the end") : u'“' + m_token.text + u'”';
        const bool bound = isSymbol(u">") || isSymbol(u"<") || isSymbol(u">=") || isSymbol(u"<=");
        const QString hint =
            bound ? Words::tr(" (a bound belongs to the figure; a comparison stands only first in if())")
                  : QString();
        fail(Error::Kind::Invalid, Words::tr("expected %1, found %2%3").arg(what, found, hint),
             m_token.position);
    }

    std::size_t add(Node node, std::initializer_list<std::size_t> children)
    {
        return add(std::move(node), std::span(children.begin(), children.size()));
    }

    std::size_t add(Node node, std::span<const std::size_t> children)
    {
        if (m_error)
            return 0;
        if (m_expression.nodes.size() >= FormulaLimits::nodes) {
            fail(Error::Kind::Invalid,
                 Words::tr("a formula may have at most %1 parts").arg(FormulaLimits::nodes), node.position);
            return 0;
        }
        node.firstChild = static_cast<std::uint16_t>(m_expression.children.size());
        node.childCount = static_cast<std::uint16_t>(children.size());
        for (const std::size_t child : children)
            m_expression.children.push_back(static_cast<std::uint16_t>(child));
        m_expression.nodes.push_back(std::move(node));
        return m_expression.nodes.size() - 1;
    }

    /// Counts how deep the descent is; false, with the error set, beyond the limit.
    bool enter()
    {
        if (m_error)
            return false;
        if (++m_depth <= FormulaLimits::depth)
            return true;
        fail(Error::Kind::Invalid,
             Words::tr("the formula is nested more than %1 deep").arg(FormulaLimits::depth),
             m_token.position);
        return false;
    }

    std::size_t comparison()
    {
        const std::size_t left = sum();
        for (const Op op :
             {Op::Less, Op::LessEqual, Op::Greater, Op::GreaterEqual, Op::Equal, Op::NotEqual}) {
            if (!isSymbol(operatorSign(op)))
                continue;
            const int position = m_token.position;
            advance();
            const std::size_t right = sum();
            return add(Node {.op = op, .position = position}, {left, right});
        }
        expected(Words::tr("a comparison such as a < b"));
        return 0;
    }

    std::size_t sum()
    {
        std::size_t left = product();
        while (!m_error && (isSymbol(u"+") || isSymbol(u"-"))) {
            const Op op = isSymbol(u"+") ? Op::Add : Op::Subtract;
            const int position = m_token.position;
            advance();
            const std::size_t right = product();
            left = add(Node {.op = op, .position = position}, {left, right});
        }
        return left;
    }

    std::size_t product()
    {
        std::size_t left = sign();
        while (!m_error && (isSymbol(u"*") || isSymbol(u"/"))) {
            const Op op = isSymbol(u"*") ? Op::Multiply : Op::Divide;
            const int position = m_token.position;
            advance();
            const std::size_t right = sign();
            left = add(Node {.op = op, .position = position}, {left, right});
        }
        return left;
    }

    std::size_t sign()
    {
        if (!isSymbol(u"-"))
            return power();
        if (!enter())
            return 0;
        const int position = m_token.position;
        advance();
        const std::size_t child = sign();
        --m_depth;
        return add(Node {.op = Op::Negate, .position = position}, {child});
    }

    std::size_t power()
    {
        const std::size_t base = atom();
        if (m_error || !isSymbol(u"^") || !enter())
            return base;
        const int position = m_token.position;
        advance();
        const std::size_t exponent = sign();
        --m_depth;
        return add(Node {.op = Op::Power, .position = position}, {base, exponent});
    }

    std::size_t atom()
    {
        if (m_token.kind == Token::Kind::Literal) {
            Node node {.op = Op::Literal,
                       .position = m_token.position,
                       .value = m_token.value,
                       .unit = m_token.unit,
                       .display = m_token.display,
                       .text = m_token.text};
            advance();
            return add(std::move(node), {});
        }
        if (m_token.kind == Token::Kind::Name)
            return nameOrCall();
        if (!isSymbol(u"(")) {
            expected(Words::tr("a number, a name or “(”"));
            return 0;
        }
        if (!enter())
            return 0;
        advance();
        const std::size_t inner = sum();
        --m_depth;
        close();
        return inner;
    }

    void close()
    {
        if (m_error)
            return;
        if (!isSymbol(u")"))
            expected(Words::tr("“)”"));
        else
            advance();
    }

    std::size_t nameOrCall()
    {
        const Token name = m_token;
        advance();
        if (isSymbol(u"("))
            return call(name);
        Node node {.op = Op::Name, .position = name.position, .text = name.text};
        if (isSymbol(u"@"))
            node.period = period();
        return add(std::move(node), {});
    }

    /// The period behind "@": FY2025, Q1FY2026, TTM or prior. Upper case, so it is read here and not by the lexer.
    QString period()
    {
        static const QStringList words {QStringLiteral("TTM"), QStringLiteral("prior")};
        const QStringView rest = m_text.sliced(m_from);
        qsizetype length = 0;
        while (length < rest.size() && rest[length].isLetterOrNumber())
            ++length;
        QString word = rest.first(length).toString();
        const auto isYear = [](QStringView text) {
            return text.size() == 6 && text.startsWith(u"FY") && text.sliced(2).toInt() > 0;
        };
        const bool quarter = word.size() == 8 && word.startsWith(u'Q') && word[1] >= u'1' && word[1] <= u'4'
                          && isYear(QStringView(word).sliced(2));
        if (!words.contains(word) && !isYear(word) && !quarter) {
            fail(Error::Kind::Invalid,
                 Words::tr("expected a period such as FY2025, Q1FY2026, TTM or prior after “@”"),
                 static_cast<int>(m_from) + 1);
            return {};
        }
        m_from += length;
        advance();
        return word;
    }

    std::size_t call(const Token& name)
    {
        const auto function = functionNamed(name.text);
        if (!function) {
            fail(Error::Kind::Invalid, Words::tr("there is no function called %1").arg(name.text),
                 name.position);
            return 0;
        }
        if (!enter())
            return 0;
        advance();
        std::vector<std::size_t> arguments;
        arguments.push_back(function->op == Op::If ? comparison() : sum());
        while (!m_error && isSymbol(u",")) {
            advance();
            arguments.push_back(sum());
        }
        --m_depth;
        close();
        const int count = static_cast<int>(arguments.size());
        if (!m_error && (count < function->least || count > function->most))
            fail(Error::Kind::Invalid,
                 Words::tr("%1 takes %2 arguments, not %3")
                     .arg(name.text, function->least == function->most ? QString::number(function->least)
                                                                       : Words::tr("1 to 64"))
                     .arg(count),
                 name.position);
        return add(Node {.op = function->op, .position = name.position}, arguments);
    }

    QStringView m_text;
    qsizetype m_from = 0;
    Token m_token {};
    int m_depth = 0;
    Expression m_expression {};
    std::optional<Error> m_error {};
};

} // namespace

Result<Expression> parse(QStringView text)
{
    return Parser(text).formula(false);
}

Result<Expression> parseComparison(QStringView text)
{
    return Parser(text).formula(true);
}

Result<Quantity> parseLiteral(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const bool negative = trimmed.startsWith(u'-');
    qsizetype from = negative ? 1 : 0;
    const QStringView whole = trimmed;
    const auto token = nextToken(whole, from);
    if (!token)
        return tl::unexpected(token.error());
    if (token->kind != Token::Kind::Literal || !whole.sliced(from).trimmed().isEmpty())
        return failure(Error::Kind::Invalid,
                       Words::tr("“%1” is not a single figure such as $15B or 25%.").arg(text.left(40)));
    return Quantity {
        .value = negative ? -token->value : token->value, .unit = token->unit, .display = token->display};
}

} // namespace plumbline
