#include "core/formula/explain.h"
#include "core/report/reportwriter.h"
#include "core/text/figures.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

constexpr qsizetype claimIndent = 6;
constexpr qsizetype claimLabel = 14;

QString scopeOf(const Claim& claim)
{
    return QStringLiteral("claim.") + claim.id;
}

QString spaced(QString word)
{
    return word.replace(u'_', u' ');
}

} // namespace

void ReportWriter::legend()
{
    const std::vector<std::pair<QString, QString>> classes {
        {QStringLiteral("exact"), Words::tr("word for word in the transcript")},
        {QStringLiteral("normalised"),
         Words::tr("in the transcript but for spaces, quotation marks and dashes")},
        {QStringLiteral("elided"),
         Words::tr("its parts stand in the transcript in this order, by one speaker")},
        {QStringLiteral("cited"),
         Words::tr("the transcript is held only as excerpts, so it could not be checked")},
        {QStringLiteral("near"), Words::tr("some words differ from the transcript")},
        {QStringLiteral("not_found"), Words::tr("not in the transcript")},
    };
    QSet<QString> used;
    for (const Claim& one : m_reading.claims)
        for (const Citation& citation : one.evidence)
            used.insert(citation.verified);
    for (const Quantification& one : m_reading.quantifications)
        used.insert(one.citation.verified);
    for (const Quote& one : m_reading.quotes)
        used.insert(one.citation.verified);
    QStringList words;
    for (const auto& [name, meaning] : classes)
        if (used.contains(name))
            words.append(QStringLiteral("%1: %2").arg(spaced(name), meaning));
    if (!words.isEmpty())
        m_page.text(Words::tr("Quotes are marked %1.").arg(words.join(QStringLiteral("; "))));
}

QString ReportWriter::countedShare(const Claim& claim) const
{
    const Sheet::Id id = m_sheet.find(scopeOf(claim) + QStringLiteral(".counted_share"));
    if (id == Sheet::none)
        return Words::tr("nothing: no share was proposed");
    const Cell& cell = m_sheet.cell(id);
    const Basis basis = m_card.basis();
    const QString subject = claimSubject(m_dossier.symbol, claim.id);
    const Choice* choice = choiceFor(basis.choices, basis.scenario, subject, QStringLiteral("counted_share"));
    QStringList line {shownValue(cell, m_locale)};
    if (choice == nullptr)
        line.append(Words::tr("by %1").arg(cell.origin.author));
    for (const Assumption& share : m_card.shares) {
        if (choice == nullptr || share.subject != subject)
            continue;
        line.append(Words::tr("override; proposed %1").arg(proposed(share.value)));
        if (!choice->basedOn.isEmpty() && choice->basedOn != share.value)
            line.append(Words::tr("REVIEW: the proposal was %1 when it was overridden")
                            .arg(proposed(choice->basedOn)));
    }
    const bool plain =
        choice == nullptr && m_sheet.value(scopeOf(claim) + QStringLiteral(".soft")).value_or(0) != 0;
    if (!plain && !cell.origin.note.isEmpty()) // every soft claim counts nothing for being soft
        line.append(cell.origin.note);
    return line.join(QStringLiteral(" · "));
}

void ReportWriter::overrides(const Claim& claim)
{
    const Basis basis = m_card.basis();
    const QString subject = claimSubject(m_dossier.symbol, claim.id);
    for (const char16_t* field : {u"soft", u"overlap_group", u"revenue_formula", u"income_formula"}) {
        const QString name = QString::fromUtf16(field);
        const Choice* choice = choiceFor(basis.choices, basis.scenario, subject, name);
        if (choice == nullptr)
            continue;
        QString line = Words::tr("%1 is %2").arg(spaced(name), choice->value);
        if (!choice->basedOn.isEmpty())
            line += Words::tr(", proposed %1").arg(choice->basedOn);
        if (!choice->note.isEmpty())
            line += QStringLiteral(" · ") + choice->note;
        m_page.labelled(Words::tr("override"), line, claimLabel, claimIndent);
    }
}

QString ReportWriter::effects(const Claim& claim, std::size_t place)
{
    const QString scope = scopeOf(claim);
    const auto absent = [&](const char16_t* effect) {
        const Sheet::Id id = m_sheet.find(scope + QString::fromUtf16(effect));
        return id == Sheet::none || m_sheet.cell(id).absent;
    };
    const bool noRevenue = absent(u".revenue_effect");
    const bool noIncome = absent(u".income_effect");
    if (noRevenue && noIncome) {
        missing(Words::tr("effect of claims"), count(place),
                Words::tr("not sized, for the reason that makes each of them soft"));
        return Words::tr("revenue and EPS not sized");
    }
    const auto percent = [&](const char16_t* name, const QString& topic) {
        return shown(scope + QString::fromUtf16(name), count(place), topic);
    };
    const QString revenue =
        noRevenue ? Words::tr("none, it reaches income only")
                  : percent(u".revenue_percent", Words::tr("revenue effect in percent of claims"));
    const QString eps = noIncome ? Words::tr("not sized")
                                 : percent(u".eps_percent", Words::tr("EPS effect in percent of claims"));
    return Words::tr("revenue %1 · EPS %2").arg(revenue, eps);
}

void ReportWriter::claim(const Claim& claim, std::size_t place)
{
    const Basis basis = m_card.basis();
    const Cell& soft = m_sheet.cell(m_sheet.find(scopeOf(claim) + QStringLiteral(".soft")));
    const auto line = [&](const QString& what, const QString& text) {
        m_page.labelled(what, text, claimLabel, claimIndent);
    };
    m_page.blank();
    m_page.labelled(count(place) + u'.', claim.title, 4);
    QStringList about {spaced(word(claim.type)), soft.value != 0 ? Words::tr("soft") : Words::tr("hard"),
                       spaced(word(claim.kind))};
    if (const QString group = claimField(basis, claim, QStringLiteral("overlap_group"), claim.group);
        !group.isEmpty())
        about.append(Words::tr("overlap group %1").arg(groupTitle(group)));
    m_page.text(about.join(QStringLiteral(" · ")), claimIndent);
    QString figure = claim.figureText.isEmpty() ? Words::tr("none: no figure was said") : claim.figureText;
    if (!claim.period.isEmpty())
        figure += QStringLiteral(" · ") + claim.period;
    line(Words::tr("figure"), figure);
    QString title = Words::tr("arithmetic");
    for (const QString& step :
         claimArithmetic(m_card, claim, m_locale).split(QStringLiteral(" · "), Qt::SkipEmptyParts)) {
        line(title, step);
        title.clear();
    }
    line(Words::tr("effect"), effects(claim, place));
    line(Words::tr("counted"), countedShare(claim));
    overrides(claim);
    if (soft.value != 0)
        line(Words::tr("soft because"),
             soft.origin.note.isEmpty() ? Words::tr("it was overridden") : soft.origin.note);
    if (!claim.note.isEmpty())
        line(Words::tr("note"), claim.note);
    for (const ClaimFigure& one : claim.figures)
        if (!one.inQuote)
            line(Words::tr("attention"),
                 Words::tr("the quote does not say %1").arg(plumbline::figure(one.quantity, m_locale)));
    if (claim.evidence.empty())
        line(Words::tr("evidence"), Words::tr("none: no quote is held for this claim"));
    for (const Citation& one : claim.evidence)
        citation(one, claimIndent);
}

void ReportWriter::claims()
{
    m_page.heading(QStringLiteral("claims"), Words::tr("CLAIMS"));
    if (m_reading.claims.empty()) {
        m_page.text(Words::tr("None: no claim about AI was found in the calls at hand."));
        return;
    }
    const QString hard = shown(QStringLiteral("claims.hard"), Words::tr("hard claims"));
    const QString soft = shown(QStringLiteral("claims.soft"), Words::tr("soft claims"));
    m_page.text(Words::tr("%1 claims, with a quote that holds: %2 hard, %3 soft.")
                    .arg(count(m_reading.claims.size()), hard, soft));
    legend();
    for (std::size_t i = 0; i < m_reading.claims.size(); ++i)
        claim(m_reading.claims[i], i + 1);
}

} // namespace plumbline
