#include "ui/charts/tornadobars.h"

#include "core/text/figures.h"
#include "ui/assumptions/valuetext.h"
#include "ui/common/shown.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tornado)
};

/// What the tornado moves: the percentage, or for a loss the amount; the rule of uncertainUplift.
const Cell* moved(const Card& card)
{
    const QString percent = u"aggregate.eps_uplift_percent"_s;
    const Sheet::Id id = card.sheet.find(card.sheet.value(percent) ? percent : u"aggregate.income_effect"_s);
    return id == Sheet::none ? nullptr : &card.sheet.cell(id);
}

/// "20 – 30 %", "$200.0K – $400.0K".
QString rangeWords(const TornadoRow& row, const Cell& cell, const QLocale& locale)
{
    const auto end = [&](double value) {
        const QString words = figure(value, cell.unit, cell.display, locale);
        return cell.unit.isPlain() ? words : withoutEmptyDecimal(words, locale);
    };
    const QString low = end(row.low);
    const QString high = end(row.high);
    const QString sign = u" %"_s;
    return (low.endsWith(sign) && high.endsWith(sign) ? low.chopped(sign.size()) : low) + u" – "_s + high;
}

QString barTitle(const Card& card, const Cell& cell)
{
    const QString claim = claimOf(card, cell.name);
    if (cell.name.endsWith(u".counted_share"))
        return Words::tr("Counted: %1").arg(claim);
    if (claim.isEmpty()) {
        QString title = titleFor(card, cell.name);
        if (!title.isEmpty())
            title[0] = title[0].toUpper();
        return title;
    }
    return cell.origin.kind == Origin::Kind::Sentence
             ? claim
             : Words::tr("%1: %2").arg(claim, titleFor(card, cell.name));
}

} // namespace

TornadoBars tornadoRows(const Card& card, const Result<Tornado>& tornado, const QLocale& locale,
                        std::size_t most)
{
    TornadoBars made;
    const Cell* output = moved(card);
    const bool percent = output != nullptr && output->name.endsWith(u"_percent");
    made.figure = percent ? Words::tr("EPS uplift") : Words::tr("net income effect");
    if (output != nullptr)
        made.base = shown(card.sheet, output->name, locale).text;
    if (!tornado || output == nullptr) {
        made.reason = tornado ? Words::tr("The uplift is not known.") : tornado.error().message;
        return made;
    }
    if (!std::isnan(tornado->base))
        made.atBase = tornado->base;
    const auto words = [&](double value) {
        if (std::isnan(value))
            return Words::tr("not known");
        return percent ? number(value * displayFactor(Display::Percent), 1, locale)
                       : figure(value, output->unit, output->display, locale);
    };
    for (const TornadoRow& row : tornado->rows) {
        const Sheet::Id id = card.sheet.find(row.name);
        if (id == Sheet::none)
            continue;
        if (made.bars.size() == most) {
            ++made.left;
            continue;
        }
        const Cell& cell = card.sheet.cell(id);
        TornadoBar bar {.title = barTitle(card, cell),
                        .range = rangeWords(row, cell, locale),
                        .figure = row.name,
                        .low = words(row.atLow),
                        .high = words(row.atHigh),
                        .turns = row.nonMonotone};
        if (!std::isnan(row.atLow))
            bar.atLow = row.atLow;
        if (!std::isnan(row.atHigh))
            bar.atHigh = row.atHigh;
        made.bars.push_back(std::move(bar));
    }
    if (made.bars.empty())
        made.reason = Words::tr("Nothing that is counted has a range.");
    return made;
}

QStringList tornadoWords(const TornadoBars& bars)
{
    if (bars.bars.empty())
        return {bars.reason};
    QStringList lines;
    for (const TornadoBar& bar : bars.bars) {
        QString line =
            Words::tr("%1, %2: %3 from %4 to %5").arg(bar.title, bar.range, bars.figure, bar.low, bar.high);
        if (bar.turns)
            line += Words::tr("; it turns between the ends");
        lines.append(line);
    }
    if (bars.left > 0)
        lines.append(Words::tr("%n narrower not shown", nullptr, static_cast<int>(bars.left)));
    return lines;
}

} // namespace plumbline
