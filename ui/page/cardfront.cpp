#include "core/formula/explain.h"
#include "core/report/components.h"
#include "core/report/reportwords.h"
#include "core/signals/trend.h"
#include "core/text/figures.h"
#include "ui/page/cardblocks.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardFront)
};

QString verdictWord(QString word)
{
    if (word.isEmpty())
        return Words::tr("unknown");
    word[0] = word[0].toLower();
    return word.replace(u'_', u' ');
}

QRgb colourOf(std::size_t part)
{
    return ink::components[part % ink::components.size()];
}

/// The parts of conviction end to end, on a track as long as all of them at most.
void paintParts(QPainter& painter, const QRectF& place, const ComponentParts& parts)
{
    double whole = 0;
    for (const ComponentPart& part : parts)
        whole += part.maximum;
    const QRectF bar(place.left(), place.top() + 3 * point, place.width(), 8 * point);
    QPainterPath outline;
    outline.addRoundedRect(bar, 2 * point, 2 * point);
    painter.setClipPath(outline);
    painter.fillRect(bar, QColor(ink::track));
    double left = bar.left();
    for (std::size_t i = 0; whole > 0 && i < parts.size(); ++i) {
        const double width = bar.width() * std::max(0.0, parts[i].points) / whole;
        painter.fillRect(QRectF(left, bar.top(), width, bar.height()), QColor(colourOf(i)));
        left += width;
    }
}

PaperText masthead(const Card& card)
{
    const Dossier& dossier = card.coverage.dossier;
    std::vector<TextRun> runs {{.text = dossier.symbol, .points = 24, .bold = true},
                               {.text = u"  "_s + dossier.name, .points = 11.5, .colour = ink::muted}};
    if (dossier.fictional)
        runs.push_back(
            {.text = Words::tr("   fictional, to try things on"), .points = 8, .colour = ink::warning});
    return PaperText(runs);
}

PaperText total(const Card& card, const QLocale& locale)
{
    const auto points = card.sheet.value(u"conviction.total"_s);
    const auto measurable = card.sheet.value(u"conviction.measurable"_s);
    QString under = Words::tr("conviction, of %1 measurable")
                        .arg(measurable ? score(*measurable, locale) : Words::tr("unknown"));
    if (card.rank)
        under += Words::tr(" · rank %1").arg(number(*card.rank, 0, locale));
    return PaperText(
        {{.text = points ? number(*points, 1, locale) : Words::tr("unknown"), .points = 24, .bold = true},
         {.text = u'\n' + under, .points = 8, .colour = ink::muted}},
        Qt::AlignRight);
}

QString about(const Card& card, const QLocale& locale)
{
    const Dossier& dossier = card.coverage.dossier;
    QStringList parts {dossier.industry,
                       Words::tr("market cap %1").arg(figureText(card.sheet, u"market_cap"_s, locale)),
                       figureText(card.sheet, u"price"_s, locale)};
    if (dossier.latestCall.isEmpty())
        parts.append(Words::tr("no call is in the workspace"));
    else
        parts.append(dossier.priorCall.isEmpty()
                         ? Words::tr("call %1, no earlier one").arg(dossier.latestCall)
                         : Words::tr("calls %1 against %2").arg(dossier.latestCall, dossier.priorCall));
    const QString trend = trendWord(trendOf(card.sheet));
    QString said = Words::tr("enthusiasm %1").arg(figureText(card.sheet, u"enthusiasm.latest"_s, locale));
    if (!dossier.priorCall.isEmpty())
        said += Words::tr(", before %1").arg(figureText(card.sheet, u"enthusiasm.prior"_s, locale));
    parts.append(trend.isEmpty() ? said : said + u", "_s + trend);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString when(const Card& card)
{
    const QString day = lastDay(card.coverage.dossier);
    return Words::tr("as of %1 · scenario %2 · score %3")
        .arg(day.isEmpty() ? Words::tr("an unknown day") : day, card.scenario, card.scoringModel.id);
}

void addParts(std::vector<Block>& blocks, const Card& card, const QLocale& locale)
{
    const ComponentParts parts = componentsOf(card);
    TableBlock legend {.columns = {{.share = 10}, {.share = 9}, {.share = 12}, {.share = 9}}, .ruled = false};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ComponentPart& part = parts[i];
        QString outOf = u" / "_s + score(part.maximum, locale);
        if (part.measurable == 0)
            outOf += Words::tr(" (not measured)");
        else if (part.measurable < part.maximum)
            outOf += Words::tr(" (%1 measured)").arg(score(part.measurable, locale));
        PaperText entry({{.text = part.title + u' ', .points = 7.5, .colour = ink::muted},
                         {.text = pointsText(part, locale), .points = 7.5, .bold = true},
                         {.text = outOf, .points = 7.5, .colour = ink::muted}});
        entry.swatch = colourOf(i);
        if (legend.rows.empty() || legend.rows.back().cells.size() == legend.columns.size())
            legend.rows.emplace_back();
        legend.rows.back().cells.push_back(std::move(entry));
    }
    blocks.emplace_back(
        PictureBlock {.height = 15 * point, .paint = [parts](QPainter& painter, const QRectF& place) {
                          paintParts(painter, place, parts);
                      }});
    blocks.emplace_back(std::move(legend));
    blocks.emplace_back(GapBlock {.height = 7 * point});
}

} // namespace

void addFront(std::vector<Block>& blocks, const Card& card, const QLocale& locale)
{
    TableBlock head {.columns = {{.share = 2}, {.share = 1, .align = Qt::AlignRight}}, .ruled = false};
    head.rows.push_back({{masthead(card), total(card, locale)}});
    blocks.emplace_back(head);
    blocks.emplace_back(
        PictureBlock {.height = 7 * point, .paint = [](QPainter& painter, const QRectF& place) {
                          painter.fillRect(QRectF(place.topLeft(), QSizeF(place.width(), 1.2 * point)),
                                           QColor(ink::strongLine));
                      }});
    blocks.emplace_back(ParagraphBlock {
        .text = PaperText({{.text = about(card, locale), .points = 8.5, .colour = ink::muted},
                           {.text = u'\n' + when(card), .points = 8.5, .colour = ink::muted}}),
        .after = 3 * point});
    addParts(blocks, card, locale);
    blocks.emplace_back(TilesBlock {{
        {Words::tr("EPS uplift"), figureText(card.sheet, u"aggregate.eps_uplift_percent"_s, locale)},
        {Words::tr("Revenue uplift"), figureText(card.sheet, u"aggregate.revenue_uplift_percent"_s, locale)},
        {Words::tr("Versus analysts"), verdictWord(card.versusAnalysts)},
        {Words::tr("Priced in"), verdictWord(card.pricedIn)},
        {Words::tr("Confirmation"), verdictWord(card.confirmation.verdict)},
    }});
}

} // namespace plumbline
