#include "core/formula/explain.h"
#include "core/text/figures.h"
#include "ui/page/cardblocks.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <optional>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardClaims)
};

QString scopeOf(const Claim& claim)
{
    return u"claim."_s + claim.id + u'.';
}

/// Whether a claim has an effect in money: it may be counted, even where a percentage would mislead.
bool isSized(const Card& card, const Claim& claim)
{
    const auto has = [&](const QString& effect) {
        const Sheet::Id id = card.sheet.find(scopeOf(claim) + effect);
        return id != Sheet::none && !card.sheet.cell(id).absent && card.sheet.value(id).has_value();
    };
    return has(u"revenue_effect"_s) || has(u"income_effect"_s);
}

/// A percentage under a header that has the sign; a dash where the claim has no such effect.
QString percent(const Card& card, const QString& name, const QLocale& locale)
{
    const auto value = card.sheet.value(name);
    if (value)
        return number(*value * displayFactor(Display::Percent), 2, locale);
    return value.error().kind == Error::Kind::NotMeaningful ? Words::tr("n.m.") : u"–"_s;
}

/// A claim's name, and under it what was said.
PaperText named(const Claim& claim)
{
    const QString said = claim.figureText.isEmpty() ? Words::tr("no figure was said") : claim.figureText;
    return PaperText({{.text = claim.title, .points = 8.5, .bold = true},
                      {.text = u'\n' + said, .points = 7.5, .colour = ink::muted}});
}

PaperRow sizedRow(const Card& card, const Claim& claim, const QLocale& locale)
{
    const bool soft = card.sheet.value(scopeOf(claim) + u"soft"_s).value_or(0) != 0;
    PaperText title = named(claim);
    if (soft)
        title.runs.push_back({.text = Words::tr(" · soft"), .points = 7.5, .colour = ink::warning});
    const QString arithmetic = unbroken(claimArithmetic(card, claim, locale)).replace(u" · "_s, u"\n"_s);
    const auto cell = [](const QString& text, bool bold = false) {
        return PaperText(TextRun {.text = text, .bold = bold});
    };
    return {{title, PaperText(TextRun {.text = arithmetic, .points = 7.5}),
             cell(figureText(card.sheet, scopeOf(claim) + u"counted_share"_s, locale)),
             cell(percent(card, scopeOf(claim) + u"revenue_percent"_s, locale)),
             cell(percent(card, scopeOf(claim) + u"eps_percent"_s, locale), true)}};
}

PaperRow totalRow(const Card& card, const QLocale& locale)
{
    PaperText whole(TextRun {.text = Words::tr("Counted once: %1 revenue, %2 net income")
                                         .arg(figureText(card.sheet, u"aggregate.revenue_effect"_s, locale),
                                              figureText(card.sheet, u"aggregate.income_effect"_s, locale)),
                             .bold = true});
    if (!card.flags.isEmpty())
        whole.runs.push_back({.text = u'\n' + card.flags.join(u'\n'), .points = 7.5, .colour = ink::warning});
    const auto cell = [&](const QString& name) {
        return PaperText(TextRun {.text = percent(card, name, locale), .bold = true});
    };
    return {.cells = {whole,
                      {},
                      {},
                      cell(u"aggregate.revenue_uplift_percent"_s),
                      cell(u"aggregate.eps_uplift_percent"_s)},
            .total = true,
            .span = 3};
}

/// One bar of the chart: the uplift on a track that is marked where analysts expect the growth to end.
struct UpliftBar
{
    QString title {};
    QString words {};
    std::optional<double> uplift {};
    std::optional<double> mean {};
    std::optional<double> low {};
    std::optional<double> high {};
};

std::optional<double> known(const Card& card, const QString& name)
{
    const auto value = card.sheet.value(name);
    return value ? std::optional(*value) : std::nullopt;
}

/// Where an estimate lies as growth over the base year; only a place on the axis, no figure of its own.
std::optional<double> placeOf(const Card& card, const QString& estimate, const QString& base)
{
    const auto value = known(card, estimate);
    const auto before = known(card, base);
    return value && before && *before > 0 ? std::optional(*value / *before - 1) : std::nullopt;
}

UpliftBar barOf(const Card& card, const QString& title, const QString& uplift, const QString& growth,
                const QString& share, const QLocale& locale)
{
    UpliftBar bar {.title = title, .uplift = known(card, uplift), .mean = known(card, growth)};
    if (!bar.mean && known(card, share)) // over a loss: in money it can be told
        bar.words = Words::tr("%1 of expected growth").arg(figureText(card.sheet, share, locale));
    else if (!bar.mean)
        bar.words = Words::tr("%1; expected growth %2")
                        .arg(figureText(card.sheet, uplift, locale), figureText(card.sheet, growth, locale));
    else
        bar.words = Words::tr("%1 of %2 expected: %3")
                        .arg(figureText(card.sheet, uplift, locale), figureText(card.sheet, growth, locale),
                             figureText(card.sheet, share, locale));
    return bar;
}

void paintBar(QPainter& painter, const QRectF& row, const UpliftBar& bar, double most)
{
    const ShapedText title(PaperText(TextRun {.text = bar.title}), 70 * point);
    const ShapedText words(PaperText(TextRun {.text = bar.words, .bold = true}, Qt::AlignRight), 165 * point);
    title.draw(painter, {row.left(), row.top() + 2 * point});
    words.draw(painter, {row.right() - 165 * point, row.top() + 2 * point});
    const QRectF track(row.left() + 75 * point, row.top() + 3 * point, row.width() - 250 * point, 10 * point);
    const auto at = [&](double value) {
        return track.left() + track.width() * std::clamp(value / most, 0.0, 1.0);
    };
    painter.fillRect(track, QColor(ink::track));
    if (bar.low && bar.high)
        painter.fillRect(QRectF(QPointF(at(*bar.low), track.top()), QPointF(at(*bar.high), track.bottom())),
                         QColor(ink::band));
    if (bar.uplift && *bar.uplift > 0)
        painter.fillRect(QRectF(track.topLeft(), QPointF(at(*bar.uplift), track.bottom())),
                         QColor(bar.mean && *bar.uplift > *bar.mean ? ink::above : ink::bar));
    if (bar.mean)
        painter.fillRect(QRectF(at(*bar.mean) - 0.8 * point, track.top() - 2 * point, 1.6 * point,
                                track.height() + 4 * point),
                         QColor(ink::text));
}

} // namespace

void addSizedClaims(std::vector<Block>& blocks, const Card& card, const QLocale& locale)
{
    const Dossier& dossier = card.coverage.dossier;
    blocks.emplace_back(HeadingBlock {
        .title = Words::tr("Claims that are sized"),
        .note = Words::tr("base %1: revenue %2, net income %3, diluted EPS %4")
                    .arg(dossier.baseYear.isEmpty() ? Words::tr("year unknown") : dossier.baseYear,
                         figureText(card.sheet, u"base.revenue"_s, locale),
                         figureText(card.sheet, u"base.net_income"_s, locale),
                         figureText(card.sheet, u"base.diluted_eps"_s, locale))});
    TableBlock table {.columns = {{.title = Words::tr("Claim"), .share = 31},
                                  {.title = Words::tr("Arithmetic"), .share = 42},
                                  {.title = Words::tr("Counted"), .share = 9, .align = Qt::AlignRight},
                                  {.title = Words::tr("Rev %"), .share = 8, .align = Qt::AlignRight},
                                  {.title = Words::tr("EPS %"), .share = 8, .align = Qt::AlignRight}}};
    for (const Claim& claim : card.coverage.reading.claims)
        if (isSized(card, claim))
            table.rows.push_back(sizedRow(card, claim, locale));
    if (table.rows.empty()) {
        blocks.emplace_back(
            ParagraphBlock {.text = PaperText(TextRun {
                                .text = Words::tr("None: no claim of the calls at hand could be sized.")})});
        return;
    }
    table.rows.push_back(totalRow(card, locale));
    blocks.emplace_back(std::move(table));
}

void addOtherClaims(std::vector<Block>& blocks, const Card& card)
{
    TableBlock table {.columns = {{.title = Words::tr("Claim"), .share = 48},
                                  {.title = Words::tr("Figure"), .share = 28},
                                  {.title = Words::tr("Why"), .share = 42}}};
    for (const Claim& claim : card.coverage.reading.claims) {
        if (isSized(card, claim))
            continue;
        const Sheet::Id soft = card.sheet.find(scopeOf(claim) + u"soft"_s);
        QString why = soft == Sheet::none ? QString() : card.sheet.cell(soft).origin.note;
        if (why.isEmpty())
            why = reasonOf(card.sheet, scopeOf(claim) + u"revenue_effect"_s);
        table.rows.push_back(
            {{PaperText(TextRun {.text = claim.title, .points = 8}),
              PaperText(
                  TextRun {.text = claim.figureText.isEmpty() ? u"–"_s : claim.figureText, .points = 8}),
              PaperText(TextRun {.text = why, .points = 8, .colour = ink::muted})}});
    }
    blocks.emplace_back(HeadingBlock {
        .title = Words::tr("Claims that are not sized"),
        .note = Words::tr("%n, none of them counted", nullptr, static_cast<int>(table.rows.size()))});
    if (table.rows.empty())
        blocks.emplace_back(ParagraphBlock {
            .text = PaperText(
                TextRun {.text = card.coverage.reading.claims.empty()
                                   ? Words::tr("None: no claim about AI was found in the calls at hand.")
                                   : Words::tr("None: every claim is sized.")})});
    else
        blocks.emplace_back(std::move(table));
}

void addConsensusChart(std::vector<Block>& blocks, const Card& card, const QLocale& locale)
{
    UpliftBar revenue = barOf(card, Words::tr("Revenue"), u"aggregate.revenue_uplift_percent"_s,
                              u"consensus.revenue_growth_percent"_s,
                              u"aggregate.share_of_consensus_revenue_growth_percent"_s, locale);
    revenue.low = placeOf(card, u"consensus.revenue_low"_s, u"base.revenue"_s);
    revenue.high = placeOf(card, u"consensus.revenue_high"_s, u"base.revenue"_s);
    const UpliftBar income = barOf(card, Words::tr("Net income"), u"aggregate.eps_uplift_percent"_s,
                                   u"consensus.net_income_growth_percent"_s,
                                   u"aggregate.share_of_consensus_income_growth_percent"_s, locale);
    blocks.emplace_back(HeadingBlock {
        .title = Words::tr("Against consensus %1").arg(card.coverage.dossier.consensusYear).trimmed(),
        .note = Words::tr("the uplift, on what analysts expect to be added; the black line is their mean")});
    double most = 0.01;
    for (const UpliftBar& bar : {revenue, income})
        for (const auto& value : {bar.uplift, bar.mean, bar.high})
            most = std::max(most, value.value_or(0));
    most *= 1.05;
    blocks.emplace_back(PictureBlock {
        .height = 34 * point, .paint = [revenue, income, most](QPainter& painter, const QRectF& place) {
            const double step = place.height() / 2;
            paintBar(painter, QRectF(place.left(), place.top(), place.width(), step), revenue, most);
            paintBar(painter, QRectF(place.left(), place.top() + step, place.width(), step), income, most);
        }});
}

} // namespace plumbline
