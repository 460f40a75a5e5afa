#include "ui/common/shown.h"

#include "core/formula/explain.h"
#include "core/text/figures.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Shown)
};

QString fieldWords(const Source& source)
{
    QStringList parts {source.provider, source.field};
    if (!source.asOf.isEmpty())
        parts.append(Words::tr("as of %1").arg(source.asOf));
    if (!source.fetched.isEmpty())
        parts.append(Words::tr("fetched %1").arg(source.fetched));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString sentenceWords(const Citation& said)
{
    const QString speaker = said.speaker.isEmpty() ? Words::tr("speaker not named") : said.speaker;
    const QString place =
        said.sentence == 0 ? said.call : Words::tr("%1, sentence %2").arg(said.call).arg(said.sentence);
    return u"“%1” — %2, %3"_s.arg(said.text, speaker, place);
}

QString assumptionWords(const Cell& cell, const QLocale& locale)
{
    const Origin& origin = cell.origin;
    QStringList parts {origin.author.isEmpty() ? Words::tr("assumed")
                                               : Words::tr("assumed by %1").arg(origin.author)};
    if (origin.low && origin.high)
        parts.append(Words::tr("range %1 to %2")
                         .arg(figure(*origin.low, cell.unit, cell.display, locale),
                              figure(*origin.high, cell.unit, cell.display, locale)));
    parts.append(origin.scope);
    parts.append(origin.note);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString spaced(QString name)
{
    return name.replace(u'_', u' ').replace(u'.', u' ');
}

QString partOfClaim(const QString& part)
{
    static const QHash<QString, QString> words {{u"figure"_s, Words::tr("figure said")},
                                                {u"revenue_effect"_s, Words::tr("revenue effect")},
                                                {u"income_effect"_s, Words::tr("net income effect")},
                                                {u"revenue_percent"_s, Words::tr("revenue uplift")},
                                                {u"eps_percent"_s, Words::tr("EPS uplift")},
                                                {u"counted_share"_s, Words::tr("counted share")}};
    return words.value(part, spaced(part));
}

/// "conviction.impact" is "Impact", "conviction.impact.measurable" is "Impact measurable".
QString partOfConviction(const ScoringModel& model, const QString& name)
{
    if (name == u"conviction.total")
        return Words::tr("Conviction");
    for (const ScoringComponent& component : model.components)
        if (name.section(u'.', 1, 1) == component.name)
            return spaced(component.title + u' ' + name.section(u'.', 2)).trimmed();
    return spaced(name);
}

} // namespace

Shown shown(const Sheet& sheet, const QString& name, const QLocale& locale)
{
    const QString text = figureText(sheet, name, locale);
    const Sheet::Id id = sheet.find(name);
    if (id == Sheet::none)
        return {name, text, Words::tr("no source gave it"), {}};
    const Cell& cell = sheet.cell(id);
    return std::isnan(cell.value) ? Shown {name, text, cell.reason.message, {}}
                                  : Shown {name, text, {}, cell.value};
}

QString titleFor(const Card& card, const QString& name)
{
    const Sheet::Id id = card.sheet.find(name);
    if (id == Sheet::none || !card.sheet.cell(id).title.isEmpty())
        return id == Sheet::none ? name : card.sheet.cell(id).title;
    if (name.startsWith(u"claim."))
        return partOfClaim(name.section(u'.', 2));
    if (name.startsWith(u"conviction."))
        return partOfConviction(card.scoringModel, name);
    return name.section(u'.', 1).isEmpty() ? spaced(name) : spaced(name.section(u'.', 1));
}

QString claimOf(const Card& card, const QString& name)
{
    if (!name.startsWith(u"claim."))
        return {};
    for (const Claim& claim : card.coverage.reading.claims)
        if (name.startsWith(u"claim."_s + claim.id + u'.'))
            return claim.title;
    return {};
}

QString versusAnalystsWord(const QString& verdict)
{
    static const QHash<QString, QString> words {{u"above"_s, Words::tr("above")},
                                                {u"inline"_s, Words::tr("inline")},
                                                {u"immaterial"_s, Words::tr("immaterial")},
                                                {u"below"_s, Words::tr("below")}};
    return words.value(verdict, Words::tr("unknown"));
}

QString pricedInWord(const QString& verdict)
{
    static const QHash<QString, QString> words {{u"low"_s, Words::tr("low")},
                                                {u"medium"_s, Words::tr("medium")},
                                                {u"high"_s, Words::tr("high")},
                                                {u"not_applicable"_s, Words::tr("n/a")}};
    return words.value(verdict, Words::tr("unknown"));
}

QString verifiedWord(const QString& verified)
{
    if (verified == u"exact")
        return Words::tr("✓ exact in the transcript");
    if (verified == u"normalised")
        return Words::tr("✓ but for spaces and marks");
    if (verified == u"elided")
        return Words::tr("✓ with words left out");
    if (verified == u"cited")
        return Words::tr("cited, no transcript at hand");
    if (verified == u"near")
        return Words::tr("✗ some words differ");
    return verified == u"not_found" ? Words::tr("✗ not in the transcript") : Words::tr("not checked");
}

QString originWords(const Cell& cell, const QLocale& locale)
{
    switch (cell.origin.kind) {
    case Origin::Kind::Sentence: return sentenceWords(cell.origin.citation);
    case Origin::Kind::Field: return fieldWords(cell.origin.source);
    case Origin::Kind::Assumption: return assumptionWords(cell, locale);
    case Origin::Kind::Computed: break;
    }
    return cell.origin.note;
}

} // namespace plumbline
