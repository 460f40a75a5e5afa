#include "core/report/report.h"

#include "core/formula/explain.h"
#include "core/formula/parse.h"
#include "core/report/reportwords.h"
#include "core/report/reportwriter.h"
#include "core/signals/trend.h"
#include "core/text/figures.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

/// A reason with each of its parts once, without the opening that "unknown" or "n.m." says already.
QString shortReason(const QString& reason, Error::Kind kind)
{
    const bool misleading = kind == Error::Kind::NotMeaningful;
    const QString opening = misleading ? Words::tr("not meaningful: ") : Words::tr("not known: ");
    QStringList parts;
    for (QString part : reason.split(QStringLiteral("; "))) {
        if (part.startsWith(opening))
            part.remove(0, opening.size());
        if (!parts.contains(part))
            parts.append(part);
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace

QString ReportWriter::shown(const QString& name, const QString& label, const QString& topic)
{
    const Sheet::Id id = m_sheet.find(name);
    if (id == Sheet::none) {
        missing(topic, label, Words::tr("no source gave it"));
        return Words::tr("unknown (no source gave it)");
    }
    const Cell& cell = m_sheet.cell(id);
    if (!std::isnan(cell.value))
        return shownValue(cell, m_locale);
    missing(topic, label, cell.reason.message, cell.reason.kind);
    const QString reason = shortReason(cell.reason.message, cell.reason.kind);
    const bool misleading = cell.reason.kind == Error::Kind::NotMeaningful;
    return (misleading ? Words::tr("n.m. (%1)") : Words::tr("unknown (%1)")).arg(reason);
}

QString ReportWriter::wordOr(const QString& word, const QString& reason, const QString& label)
{
    if (!word.isEmpty())
        return word;
    missing({}, label, reason);
    return Words::tr("unknown (%1)").arg(shortReason(reason, Error::Kind::Unknown));
}

void ReportWriter::missing(const QString& topic, const QString& label, const QString& reason,
                           Error::Kind kind)
{
    const bool meaningful = kind != Error::Kind::NotMeaningful;
    const QString why = shortReason(reason, kind);
    const auto same = [&](const Missing& one) { return one.reason == why && one.meaningful == meaningful; };
    auto found = std::find_if(m_missing.begin(), m_missing.end(), same);
    if (found == m_missing.end())
        found = m_missing.insert(m_missing.end(), {why, meaningful, {}});
    auto& topics = found->topics;
    auto place =
        std::find_if(topics.begin(), topics.end(), [&](const auto& one) { return one.name == topic; });
    if (place == topics.end())
        place = topics.insert(topics.end(), {topic, {}});
    if (!place->labels.contains(label))
        place->labels.append(label);
}

QString ReportWriter::failureReason(QStringView section) const
{
    for (const Failure& failure : m_card.coverage.failures)
        if (failure.section == section)
            return failure.reason;
    return {};
}

QString ReportWriter::count(std::size_t value) const
{
    return number(static_cast<double>(value), 0, m_locale);
}

QString ReportWriter::proposed(const QString& text) const
{
    const auto literal = parseLiteral(text);
    return literal ? figure(*literal, m_locale) : text;
}

QString ReportWriter::sourceOf(const QString& name) const
{
    const Fact* fact = m_dossier.fact(name);
    if (fact == nullptr)
        return {};
    QStringList parts {fact->source.provider, fact->source.field};
    if (!fact->source.asOf.isEmpty())
        parts.append(Words::tr("as of %1").arg(fact->source.asOf));
    if (!fact->source.fetched.isEmpty())
        parts.append(Words::tr("fetched %1").arg(fact->source.fetched));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void ReportWriter::header()
{
    constexpr qsizetype label = 14;
    const Fact* price = m_dossier.fact(u"price");
    const QString day = price == nullptr ? QString() : price->source.asOf;
    m_page.text(headline(m_dossier), 0);
    if (m_dossier.fictional)
        m_page.labelled(Words::tr("fictional"), Words::tr("an invented company, to try things on"), label, 0);
    const QString noIndustry = Words::tr("the source names no industry");
    m_page.labelled(Words::tr("industry"), wordOr(m_dossier.industry, noIndustry, Words::tr("industry")),
                    label, 0);
    m_page.labelled(Words::tr("market cap"), shown(QStringLiteral("market_cap"), Words::tr("market cap")),
                    label, 0);
    QString paid = shown(QStringLiteral("price"), Words::tr("price"));
    if (m_dossier.value(u"price"))
        paid += day.isEmpty() ? Words::tr(" (the source gives no day for it)") : Words::tr(" on %1").arg(day);
    m_page.labelled(Words::tr("price"), paid, label, 0);

    const QString latest =
        wordOr(m_dossier.latestCall, Words::tr("no call is in the workspace"), Words::tr("latest call"));
    const QString prior = wordOr(m_dossier.priorCall, Words::tr("no earlier call is in the workspace"),
                                 Words::tr("prior call"));
    m_page.labelled(Words::tr("calls"), Words::tr("%1 against %2").arg(latest, prior), label, 0);
    const QString report =
        wordOr(m_dossier.nextReport, Words::tr("no report date is known"), Words::tr("next report"));
    m_page.labelled(Words::tr("next report"), report, label, 0);
    const QString asOf =
        wordOr(lastDay(m_dossier), Words::tr("no fact carries a day"), Words::tr("day of the newest fact"));
    m_page.labelled(Words::tr("as of"), asOf, label, 0);
    m_page.labelled(Words::tr("scenario"), m_card.scenario, label, 0);
    const QString rank = m_card.rank ? number(*m_card.rank, 0, m_locale) : QString();
    const QString alone = Words::tr("the company was not ranked with others");
    m_page.labelled(Words::tr("rank"), wordOr(rank, alone, Words::tr("rank")), label, 0);
}

void ReportWriter::component(const ComponentPart& part)
{
    const QString most = score(part.maximum, m_locale);
    QString line = Words::tr("%1 of %2").arg(pointsText(part, m_locale), most);
    if (part.measurable == 0)
        line = Words::tr("not measured, of %1").arg(most);
    else if (part.measurable < part.maximum)
        line += Words::tr(" (%1 measurable)").arg(score(part.measurable, m_locale));
    m_page.labelled(part.title, line, 26);
    m_page.text(componentWhy(m_card, part.name, m_locale), 6);
}

void ReportWriter::conviction()
{
    const auto total = m_sheet.value(QStringLiteral("conviction.total"));
    const auto measurable = m_sheet.value(QStringLiteral("conviction.measurable"));
    const QString points = total ? number(*total, 1, m_locale) : Words::tr("unknown");
    const QString most = measurable ? score(*measurable, m_locale) : Words::tr("unknown");
    m_page.heading(QStringLiteral("conviction"),
                   Words::tr("CONVICTION  %1 of %2 measurable").arg(points, most));
    const ComponentParts parts = componentsOf(m_card);
    for (const ComponentPart& part : parts)
        component(part);
    m_page.labelled(Words::tr("scoring model"), m_card.scoringModel.id, 26);
}

void ReportWriter::enthusiasm()
{
    const Enthusiasm& own = m_reading.enthusiasm;
    m_page.heading(QStringLiteral("enthusiasm"), Words::tr("ENTHUSIASM"));
    constexpr qsizetype label = 12;
    const auto line = [&](const QString& name, const QString& title, const QString& call) {
        const QString value = shown(name, Words::tr("enthusiasm, %1 call").arg(title));
        m_page.labelled(title, call.isEmpty() ? value : QStringLiteral("%1: %2").arg(call, value), label);
    };
    line(QStringLiteral("enthusiasm.latest"), Words::tr("latest"), m_dossier.latestCall);
    line(QStringLiteral("enthusiasm.prior"), Words::tr("prior"), m_dossier.priorCall);
    const QString onlyOne = Words::tr("one of the two calls has no reading");
    m_page.labelled(Words::tr("trend"),
                    wordOr(trendWord(trendOf(m_sheet)), onlyOne, Words::tr("trend of enthusiasm")), label);
    m_page.labelled(Words::tr("judged by"),
                    own.author.isEmpty() ? Words::tr("nobody: no call was read") : own.author, label);
    m_page.blank();
    m_page.text(m_card.narratives.rationale.isEmpty() ? Words::tr("No rationale: no call was read.")
                                                      : m_card.narratives.rationale);
}

void ReportWriter::narratives()
{
    const Narratives& own = m_card.narratives;
    const auto paragraph = [&](const QString& id, const QString& title, const QString& text) {
        m_page.heading(id, Words::tr("%1 (by rule)").arg(title));
        m_page.text(text.isEmpty() ? Words::tr("Nothing can be said: no figure behind it is known.") : text);
    };
    paragraph(QStringLiteral("assumptions_in_words"), Words::tr("ASSUMPTIONS IN WORDS"), own.assumptions);
    paragraph(QStringLiteral("top_line"), Words::tr("TOP LINE"), own.topLine);
    paragraph(QStringLiteral("bottom_line"), Words::tr("BOTTOM LINE"), own.bottomLine);
    paragraph(QStringLiteral("against_consensus"), Words::tr("AGAINST CONSENSUS"), own.consensus);
}

std::vector<ReportSection> ReportWriter::write()
{
    m_page.heading(QStringLiteral("head"), {});
    header();
    conviction();
    enthusiasm();
    base();
    consensus();
    claims();
    aggregate();
    assumptions();
    narratives();
    quantifications();
    pricedIn();
    coverage();
    options();
    confirmation();
    quotes();
    questions();
    changes();
    checks();
    failures();
    notKnown();
    return m_page.take();
}

std::vector<ReportSection> reportOf(const Card& card, const QLocale& locale)
{
    return ReportWriter(card, locale).write();
}

QString figuresDigest(const Card& card)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QString& word) {
        hash.addData(word.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    };
    add(card.scenario);
    add(card.scoringModel.id);
    for (const Cell& cell : card.sheet.cells()) {
        add(cell.name);
        add(std::isnan(cell.value) ? cell.reason.message : literal(cell.value));
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace plumbline
