#include "core/reading/readfigures.h"

#include "core/reading/readline.h"
#include "core/reading/readperiod.h"
#include "core/reading/readtense.h"
#include "core/reading/spoken.h"
#include "core/reading/spokenwords.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

constexpr double smallCount = 100; ///< fewer things are told, not claimed: "3 customer segments"

QString nounOf(const SpokenFigure& figure)
{
    const qsizetype space = figure.noun.indexOf(u' ');
    return space < 0 ? figure.noun : figure.noun.first(space);
}

bool isWork(const SpokenFigure& figure)
{
    return figure.noun.contains(u' '); // "developer years"
}

/// "87 of our 100 largest customers"
bool isPart(const SpokenFigure& figure, const QString& text)
{
    static const QRegularExpression whole(QStringLiteral("^ of (our|the|its|their|these|those|all)? ?\\d"));
    return whole.match(QStringView(text).sliced(figure.last)).hasMatch();
}

/// Whether a figure of the sentence claims something; spans of time, small counts and debt multiples do not.
bool claims(const SpokenFigure& figure, const QString& text, SmallCounts small)
{
    static const QSet<QString> physical {
        QStringLiteral("nm"),      QStringLiteral("nanometer"), QStringLiteral("nanometers"),
        QStringLiteral("degrees"), QStringLiteral("miles"),     QStringLiteral("feet"),
        QStringLiteral("inches"),  QStringLiteral("times"),     QStringLiteral("pounds")};
    if (figure.corrected)
        return false;
    const double value = std::abs(figure.values.front());
    switch (figure.unit) {
    case SpokenUnit::Other:
        if (isWork(figure))
            return true;
        if (isDuration(nounOf(figure)))
            return nounOf(figure).startsWith(u"minute") && value >= 1e5;
        return !physical.contains(nounOf(figure));
    case SpokenUnit::Hours: return value >= 100;
    case SpokenUnit::Count:
        return value >= smallCount || (small == SmallCounts::PartsOfAWhole && isPart(figure, text));
    case SpokenUnit::Ratio:
        return !text.contains(u"leverage", Qt::CaseInsensitive)
            && !text.contains(u"net debt", Qt::CaseInsensitive);
    default: return true;
    }
}

/// A sentence that only plays with numbers, or asks.
bool plays(const QString& text)
{
    for (const QLatin1StringView phrase :
         {QLatin1StringView("let's say"), QLatin1StringView("hypothetical"), QLatin1StringView("imagine"),
          QLatin1StringView("if we were to"), QLatin1StringView("suppose"),
          QLatin1StringView("for every dollar"), QLatin1StringView("how often do you"),
          QLatin1StringView("think of it as if")})
        if (text.contains(phrase, Qt::CaseInsensitive))
            return true;
    return text.endsWith(u'?');
}

/// "not a $5 billion business", "if it saved 10%": what is denied or only supposed is not claimed.
bool denied(const QString& text, const SpokenFigure& figure)
{
    static const QSet<QString> between {
        QStringLiteral("a"),       QStringLiteral("an"),       QStringLiteral("the"),
        QStringLiteral("be"),      QStringLiteral("been"),     QStringLiteral("going"),
        QStringLiteral("to"),      QStringLiteral("getting"),  QStringLiteral("seeing"),
        QStringLiteral("doing"),   QStringLiteral("spending"), QStringLiteral("expect"),
        QStringLiteral("expected")};
    static const QSet<QString> negations {
        QStringLiteral("not"), QStringLiteral("never"), QStringLiteral("nobody"), QStringLiteral("neither"),
        QStringLiteral("nor"), QStringLiteral("if"),    QStringLiteral("whether")};
    const QString lead = text.first(figure.first).toLower().replace(u'’', u'\'');
    const qsizetype clause =
        std::max({lead.lastIndexOf(u','), lead.lastIndexOf(u';'), lead.lastIndexOf(u'.')}) + 1;
    const QStringList before = lead.sliced(clause).split(u' ', Qt::SkipEmptyParts);
    if (before.value(0) == u"if" || before.value(1) == u"if")
        return true;
    qsizetype at = before.size() - 1;
    while (at >= 0 && between.contains(before[at]))
        --at;
    return at >= 0 && (negations.contains(before[at]) || before[at].endsWith(u"n't"));
}

QString wordBefore(const QString& text, qsizetype at)
{
    return text.first(at).trimmed().section(u' ', -1).toLower();
}
QString wordBehind(const QString& text, qsizetype at)
{
    QString word = text.sliced(at).trimmed().section(u' ', 0, 0).toLower();
    while (!word.isEmpty() && word.back().isPunct())
        word.chop(1);
    return word;
}

/// Whether a figure says the same thing of another subject as the one before, or where that one is going.
bool parallel(const QString& text, const SpokenFigure& one, const SpokenFigure& next)
{
    if (one.unit != next.unit || one.currency != next.currency)
        return false;
    if (one.unit == SpokenUnit::Other && !one.noun.isEmpty())
        return one.noun.startsWith(next.noun) || next.noun.startsWith(one.noun); // gigawatts, then a gigawatt
    const QString between = text.sliced(one.last, next.first - one.last);
    if (one.unit == SpokenUnit::Count && between.size() < 40 && between.contains(u" going to "))
        return true;
    return one.unit != SpokenUnit::Count && wordBefore(text, one.first) == wordBefore(text, next.first)
        && wordBehind(text, one.last) == wordBehind(text, next.last);
}

bool sameValue(const SpokenFigure& one, const SpokenFigure& other)
{
    return one.unit == other.unit && one.values == other.values && one.form == other.form;
}

/// A bare "millions of products" beside an exact figure of the same sentence adds nothing.
bool onlyMagnitude(const SpokenFigure& figure)
{
    return figure.unit == SpokenUnit::Count && figure.form == SpokenForm::Fuzzy;
}

using Groups = std::vector<std::vector<SpokenFigure>>;

Groups grouped(const QString& text, const std::vector<SpokenFigure>& figures)
{
    const bool exact = std::any_of(figures.begin(), figures.end(), [](const SpokenFigure& figure) {
        return !onlyMagnitude(figure)
            && (figure.unit == SpokenUnit::Count || figure.unit == SpokenUnit::Other);
    });
    const auto multiples = std::count_if(figures.begin(), figures.end(), [](const SpokenFigure& figure) {
        return figure.unit == SpokenUnit::Ratio && figure.form == SpokenForm::Number;
    });
    Groups groups;
    for (const SpokenFigure& figure : figures) {
        if (exact && onlyMagnitude(figure))
            continue;
        const auto joins = [&](const std::vector<SpokenFigure>& group) {
            const SpokenFigure& last = group.back();
            return parallel(text, last, figure)
                || (multiples >= 3 && last.unit == SpokenUnit::Ratio && figure.unit == SpokenUnit::Ratio);
        };
        const auto said = [&](const std::vector<SpokenFigure>& group) {
            return group.size() == 1 && sameValue(group.front(), figure);
        };
        if (std::any_of(groups.begin(), groups.end(), said) && multiples < 3)
            continue;
        const auto found = std::find_if(groups.begin(), groups.end(), joins);
        if (found == groups.end())
            groups.push_back({figure});
        else
            found->push_back(figure);
    }
    return groups;
}

QString qualifierOf(const SpokenFigure& figure)
{
    if (figure.unit == SpokenUnit::Money && figure.currency != u"USD")
        return figure.currency;
    return word(figure.bound);
}

/// What is measured, in the speaker's words: what is counted, or the words before the figure.
QString metricOf(const QString& text, const SpokenFigure& figure)
{
    static const QSet<QString> hedges {
        QStringLiteral("of"),    QStringLiteral("by"),           QStringLiteral("to"),
        QStringLiteral("over"),  QStringLiteral("was"),          QStringLiteral("is"),
        QStringLiteral("about"), QStringLiteral("up"),           QStringLiteral("at"),
        QStringLiteral("more"),  QStringLiteral("than"),         QStringLiteral("nearly"),
        QStringLiteral("a"),     QStringLiteral("an"),           QStringLiteral("the"),
        QStringLiteral("were"),  QStringLiteral("from"),         QStringLiteral("be"),
        QStringLiteral("least"), QStringLiteral("approximately")};
    if (figure.unit == SpokenUnit::Count && !figure.noun.isEmpty())
        return figure.noun;
    const qsizetype comma = text.lastIndexOf(u", ", figure.first - 1);
    const qsizetype start = figure.first > 0 && comma >= 0 ? comma + 2 : 0;
    QStringList words = text.sliced(start, figure.first - start).split(u' ', Qt::SkipEmptyParts);
    while (!words.isEmpty() && hedges.contains(words.back().toLower()))
        words.removeLast();
    while (words.size() > 7)
        words.removeFirst();
    QStringList behind = text.sliced(figure.last).section(u',', 0, 0).split(u' ', Qt::SkipEmptyParts);
    behind = behind.mid(0, words.size() > 3 ? 2 : 5);
    return (words + behind).join(u' ').remove(u'.').trimmed();
}

} // namespace

std::vector<Quantification> figuresOf(const std::vector<SaidSentence>& sentences, std::size_t at,
                                      const CallFrame& frame, SmallCounts small)
{
    const QString& text = sentences[at].text;
    if (plays(text))
        return {};
    std::vector<SpokenFigure> figures = spokenFigures(text);
    figures.erase(std::remove_if(figures.begin(), figures.end(),
                                 [&](const SpokenFigure& figure) {
                                     return !claims(figure, text, small) || denied(text, figure);
                                 }),
                  figures.end());
    std::vector<Quantification> result;
    for (const std::vector<SpokenFigure>& group : grouped(text, figures)) {
        const SpokenFigure& first = group.front();
        Quantification said {
            .metric = metricOf(text, first), .unit = unitWord(first), .qualifier = qualifierOf(first)};
        QStringList parts;
        for (const SpokenFigure& figure : group) {
            said.values.insert(said.values.end(), figure.values.begin(), figure.values.end());
            parts += text.sliced(figure.first, figure.last - figure.first);
        }
        if (first.unit == SpokenUnit::Points) { // one unit for both
            said.unit = QStringLiteral("bps");
            for (double& value : said.values)
                value *= 100;
        }
        said.figureText = parts.join(QStringLiteral(", "));
        said.bucket = bucketOf(text, group.back());
        said.line = lineOf(text, first);
        said.period = periodOf(sentences, at, first, said.bucket, frame);
        said.citation.speaker = sentences[at].speaker;
        said.citation.text = text;
        result.push_back(std::move(said));
    }
    return result;
}

} // namespace plumbline
