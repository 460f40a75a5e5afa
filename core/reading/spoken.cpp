#include "core/reading/spoken.h"

#include "core/reading/spokenhedges.h"
#include "core/reading/spokenwords.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

constexpr double garbledSpan = 50; ///< "$6 to $750 million": no range reaches so far

class FigureReader
{
public:
    explicit FigureReader(const QString& text) : m_tokens(spokenTokens(text)) {}

    std::vector<SpokenFigure> figures()
    {
        for (std::size_t at = 0; at < m_tokens.size();) {
            if (takesBack(m_tokens, at) && !m_figures.empty())
                m_takenBack = at;
            const std::size_t end = figureAt(at);
            at = std::max(end, at + 1);
        }
        return std::move(m_figures);
    }

private:
    std::optional<SpokenAmount> partAt(std::size_t at) const
    {
        if (auto fuzzy = fuzzyAt(m_tokens, at))
            return fuzzy;
        return amountAt(m_tokens, at);
    }

    /// Reads the figure that begins at a token; the place behind it, or the place itself.
    std::size_t figureAt(std::size_t at)
    {
        if (m_tokens[at].kind == SpokenToken::Kind::Word && !opensFigure(m_tokens[at].word))
            return at;
        if (const auto multiple = multipleAt(m_tokens, at)) {
            SpokenFigure figure = figureOf(*multiple);
            figure.form =
                multiple->low >= 2 || multiple->low == 0.5 ? SpokenForm::Multiple : SpokenForm::Number;
            return keep(std::move(figure), multiple->first, multiple->end);
        }
        auto first = partAt(at);
        if (!first)
            return at;
        if (const auto range = rangeFrom(*first))
            return *range;
        SpokenFigure figure = figureOf(*first);
        const std::size_t end = tolerance(figure, *first);
        return keep(std::move(figure), first->first, end);
    }

    static SpokenFigure figureOf(const SpokenAmount& amount)
    {
        SpokenFigure figure {.unit = amount.unit.value_or(SpokenUnit::Count),
                             .currency = amount.currency,
                             .noun = amount.noun};
        figure.values = {amount.low * amount.scale};
        if (!amount.fuzzy)
            return figure;
        figure.form = SpokenForm::Fuzzy;
        figure.low = amount.low * amount.scale;
        const bool endless = amount.open && figure.unit == SpokenUnit::Percent && amount.low >= 100;
        if (!endless)
            figure.high = amount.high * amount.scale;
        const bool digits = amount.open && figure.unit == SpokenUnit::Percent;
        figure.bound = digits || (amount.open && amount.low == 1) ? Bound::AtLeast : Bound::About;
        if (!amount.open && !amount.bare) { // "mid-teens": both ends are meant
            figure.values.push_back(*figure.high);
            figure.bound = Bound::Range;
        }
        return figure;
    }

    /// What joins two ends; its length in tokens, 0 for none.
    std::size_t jointAt(std::size_t at) const
    {
        const QString& word = wordAt(m_tokens, at);
        const bool dash = word == u"-" || word == u"–" || word == u"—" || word == u"\u2212";
        if (dash && (wordAt(m_tokens, at + 1) == word || wordAt(m_tokens, at - 1) == word))
            return 0; // a break in the speech
        return dash || word == u"to" || word == u"through" || word == u"and" || word == u"or" ? 1 : 0;
    }

    /// "12% and 16%, respectively"; "16% and 15% in constant currency": two figures.
    bool respectively(std::size_t at) const
    {
        for (std::size_t ahead = 0; ahead < 6; ++ahead)
            if (const QString& word = wordAt(m_tokens, at + ahead);
                word == u"respectively" || word == u"constant")
                return true;
        return false;
    }

    /// Whether two amounts may be the ends of one range; carries scale and unit to the one that lacks them.
    bool agree(SpokenAmount& a, SpokenAmount& b, bool loose) const
    {
        if (!a.currency.isEmpty() && b.currency.isEmpty() && !b.unit)
            b.currency = a.currency, b.unit = SpokenUnit::Money;
        const bool carried = !a.unit && !a.scaled && a.noun.isEmpty();
        if (!a.currency.isEmpty() && !b.currency.isEmpty() && a.currency != b.currency)
            return false;
        if (a.unit != b.unit && !carried && !(a.fuzzy && !a.unit))
            return false;
        if (a.unit == SpokenUnit::Other && a.noun != b.noun && !carried)
            return false; // "600 MW to 2.9 GW"
        if (a.scaled && !b.scaled && b.unit != SpokenUnit::Percent)
            return false;
        if (loose && a.unit != SpokenUnit::Percent && (!b.scaled || a.scaled))
            return false; // "$2 billion and $3 billion" are two figures
        a.unit = b.unit;
        a.currency = b.currency;
        if (a.noun.isEmpty())
            a.noun = b.noun;
        if (!a.scaled && b.scaled) {
            a.scale = b.scale;
            a.scaled = true;
        } else if (!a.scaled) {
            a.scale = b.scale; // cents
        }
        return true;
    }

    std::optional<std::size_t> rangeFrom(SpokenAmount a)
    {
        const std::size_t joint = jointAt(a.end);
        if (joint == 0)
            return std::nullopt;
        const QString& word = wordAt(m_tokens, a.end);
        auto b = partAt(a.end + joint);
        if (!b || (word == u"and" && respectively(b->end)))
            return std::nullopt;
        const bool loose = word == u"and" && !pairedBefore(m_tokens, a.first);
        const bool wasScaled = a.scaled;
        if (!agree(a, *b, loose))
            return std::nullopt;
        const double low = a.low * a.scale;
        const double high = (b->fuzzy ? b->high : b->low) * b->scale;
        const bool moves = movesFrom(m_tokens, a.first);
        if (loose && high <= low)
            return std::nullopt;
        if (!wasScaled && b->scaled && low > 0 && high > garbledSpan * low && word == u"to") {
            SpokenFigure alone = figureOf(*b);
            return keep(std::move(alone), b->first, b->end);
        }
        SpokenFigure figure = figureOf(*b);
        figure.values = {low, high};
        figure.form = moves || high < low ? SpokenForm::Change
                    : a.fuzzy || b->fuzzy ? SpokenForm::Fuzzy
                                          : SpokenForm::Number;
        if (figure.form != SpokenForm::Change) {
            figure.low = low;
            figure.high = high;
            figure.bound = Bound::Range;
        }
        return keep(std::move(figure), a.first, b->end);
    }

    /// "plus or minus 2%": the ends around the value. The place behind it.
    std::size_t tolerance(SpokenFigure& figure, const SpokenAmount& amount) const
    {
        std::size_t at = amount.end;
        while (wordAt(m_tokens, at) == u"," || wordAt(m_tokens, at) == u"(")
            ++at;
        if (wordAt(m_tokens, at) == u"±")
            at += 1;
        else if ((wordAt(m_tokens, at) == u"plus" && wordAt(m_tokens, at + 1) == u"or"
                  && wordAt(m_tokens, at + 2) == u"minus")
                 || (wordAt(m_tokens, at) == u"+" && wordAt(m_tokens, at + 1) == u"/"))
            at += 3;
        else
            return amount.end;
        const auto width = amountAt(m_tokens, at);
        if (!width)
            return amount.end;
        const double size = std::abs(width->low * width->scale);
        const double value = figure.values.front();
        double half = size;
        if (figure.unit == SpokenUnit::Percent && width->unit == SpokenUnit::BasisPoints)
            half = size / 100;
        else if (figure.unit != SpokenUnit::Percent && width->unit == SpokenUnit::Percent)
            half = std::abs(value) * size / 100;
        figure.low = value - half;
        figure.high = value + half;
        figure.bound = Bound::Range;
        return width->end;
    }

    /// "$300 million" people: some edited texts put a currency before an audience.
    void mendSpuriousMoney(SpokenFigure& figure, std::size_t first) const
    {
        if (figure.unit != SpokenUnit::Money)
            return;
        for (std::size_t back = 1; back <= 6 && back <= first; ++back) {
            const QString& word = wordAt(m_tokens, first - back);
            if (word == u"audience" || word == u"viewers" || word == u"viewership") {
                figure.unit = SpokenUnit::Count;
                figure.currency.clear();
                return;
            }
            if (word == u"." || word == u",")
                return;
        }
    }

    /// 523.3 times a billion is 523,300,000,000, not the nearest sum of binary fractions.
    static double decimal(double value) { return QString::number(value, 'g', 14).toDouble(); }

    std::size_t keep(SpokenFigure figure, std::size_t first, std::size_t end)
    {
        if (figure.unit != SpokenUnit::Ratio) // a third stays a third
            for (double& value : figure.values)
                value = decimal(value);
        for (std::optional<double>* limit : {&figure.low, &figure.high})
            if (*limit)
                *limit = decimal(**limit);
        const SpokenHedge hedge = hedgeOf(m_tokens, first, end);
        if (figure.bound == Bound::Exact
            || (figure.form == SpokenForm::Fuzzy && hedge.bound != Bound::Exact && figure.values.size() == 1))
            figure.bound = hedge.bound;
        figure.falls = fallsBefore(m_tokens, first);
        figure.per = perOf(m_tokens, hedge.end);
        mendSpuriousMoney(figure, first);
        figure.first = m_tokens[first].first;
        figure.last = m_tokens[hedge.end - 1].last;
        const std::size_t behind = hedge.end;
        if (m_takenBack > 0 && first <= m_takenBack + 8 && correct(figure)) {
            m_takenBack = 0;
            m_lastEnd = behind;
            return behind;
        }
        m_lastEnd = behind;
        m_figures.push_back(std::move(figure));
        return behind;
    }

    /// Puts a correction in the place of what was said before; true where it went into the end of a range.
    bool correct(const SpokenFigure& figure)
    {
        SpokenFigure& last = m_figures.back();
        const bool near = m_takenBack <= m_lastEnd + 4;
        if (m_takenBack > m_lastEnd + 12 || (last.unit != figure.unit && !near))
            return false;
        if (last.unit == figure.unit && last.values.size() == 2 && figure.values.size() == 1
            && last.form == SpokenForm::Number && figure.values.front() > last.values.front()) {
            last.values.back() = figure.values.front();
            last.high = figure.values.front();
            last.last = figure.last;
            return true;
        }
        last.corrected = true;
        m_takenBack = 0;
        return false;
    }

    SpokenTokens m_tokens;
    std::vector<SpokenFigure> m_figures {};
    std::size_t m_takenBack = 0; ///< token of the latest "excuse me"
    std::size_t m_lastEnd = 0;
};

} // namespace

std::vector<SpokenFigure> spokenFigures(const QString& text)
{
    return FigureReader(text).figures();
}

QString unitWord(const SpokenFigure& figure)
{
    switch (figure.unit) {
    case SpokenUnit::Money: return figure.currency == u"USD" ? figure.currency : QStringLiteral("other");
    case SpokenUnit::Percent: return QStringLiteral("percent");
    case SpokenUnit::Points: return QStringLiteral("points");
    case SpokenUnit::BasisPoints: return QStringLiteral("bps");
    case SpokenUnit::Ratio: return QStringLiteral("ratio");
    case SpokenUnit::Count: return QStringLiteral("count");
    case SpokenUnit::Hours: return QStringLiteral("hours");
    case SpokenUnit::Other: break;
    }
    return QStringLiteral("other");
}

} // namespace plumbline
