#include "core/text/figures.h"
#include "ui/charts/distributionchart.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Distribution)
};

/// A chance in whole percent that never claims a certainty the draws do not give.
QString chance(double probability, const QLocale& locale)
{
    if (probability < 0.005)
        return Words::tr("< 1 %");
    if (probability > 0.995)
        return Words::tr("> 99 %");
    return Words::tr("%1 %").arg(number(probability * displayFactor(Display::Percent), 0, locale));
}

/// Writes the figure of one simulation: percentages with one decimal, money as money.
class Writer
{
public:
    Writer(const CardSimulation& simulation, const QLocale& locale)
        : m_percent(simulation.uplift.figure.endsWith(u"_percent"))
        , m_unit(simulation.unit)
        , m_locale(locale)
    {}

    QString plain(double value) const
    {
        return m_percent ? number(value * displayFactor(Display::Percent), 1, m_locale)
                         : figure(value, m_unit, Display::Plain, m_locale);
    }
    QString withSign(double value) const
    {
        return m_percent ? Words::tr("%1 %").arg(plain(value)) : plain(value);
    }
    QString asGrowth(double value) const { return (value > 0 ? u"+"_s : QString()) + withSign(value); }
    QString span(double from, double to) const { return plain(from) + u"–"_s + withSign(to); }

private:
    bool m_percent;
    Unit m_unit;
    const QLocale& m_locale;
};

QString captionOf(const CardSimulation& simulation, const Writer& write, const QLocale& locale)
{
    const Distribution& drawn = simulation.distribution;
    QStringList parts {Words::tr("%1 draws").arg(locale.toString(static_cast<qlonglong>(drawn.draws)))};
    if (simulation.atConsensus)
        parts.append(Words::tr("P(above expected %1) %2")
                         .arg(write.asGrowth(*simulation.atConsensus),
                              chance(drawn.probabilityAbove(*simulation.atConsensus), locale)));
    else
        parts.append(Words::tr("expected growth not known"));
    parts.append(Words::tr("median %1").arg(write.withSign(drawn.p50)));
    parts.append(Words::tr("5–95 % %1").arg(write.span(drawn.p5, drawn.p95)));
    if (drawn.unknownDraws > 0)
        parts.append(
            Words::tr("%1 draws not known").arg(locale.toString(static_cast<qlonglong>(drawn.unknownDraws))));
    for (QString& part : parts)
        part.replace(u' ', QChar::Nbsp) // lines break between parts
            .replace(u"–"_s, u"–\u2060"_s)
            .replace(u"+"_s, u"+\u2060"_s);
    return parts.join(u" · "_s);
}

} // namespace

DistributionPicture distributionPicture(const Result<CardSimulation>& simulation, const QLocale& locale,
                                        std::size_t bins)
{
    DistributionPicture picture;
    if (!simulation) {
        picture.reason = simulation.error().message;
        return picture;
    }
    const Distribution& drawn = simulation->distribution;
    const Writer write(*simulation, locale);
    picture.card = simulation->atCard;
    picture.consensus = simulation->atConsensus;
    picture.cardWords = Words::tr("card %1").arg(write.withSign(simulation->atCard));
    if (picture.consensus)
        picture.consensusWords = Words::tr("expected %1").arg(write.asGrowth(*picture.consensus));
    picture.caption = captionOf(*simulation, write, locale);
    picture.from = std::min(drawn.percentile(0.001), picture.card);
    picture.to = std::max(drawn.percentile(0.999), picture.card);
    const double width = picture.to - picture.from;
    if (!(width > 0)) {
        picture.reason = Words::tr("All draws give %1.").arg(write.withSign(drawn.p50));
        return picture;
    }
    if (picture.consensus && *picture.consensus > picture.from - width
        && *picture.consensus < picture.to + width) {
        picture.from = std::min(picture.from, *picture.consensus - width * 0.05);
        picture.to = std::max(picture.to, *picture.consensus + width * 0.05);
    }
    picture.bins = drawn.histogram(picture.from, picture.to, bins);
    return picture;
}

} // namespace plumbline
