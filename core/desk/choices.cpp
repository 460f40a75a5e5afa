#include "core/desk/choices.h"

#include "core/formula/parse.h"
#include "core/text/figures.h"
#include "core/uplift/claimkinds.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Desk)
};

const Claim* claimOf(const Coverage& coverage, const QString& id)
{
    const auto& claims = coverage.reading.claims;
    const auto found =
        std::find_if(claims.begin(), claims.end(), [&](const Claim& one) { return one.id == id; });
    return found == claims.end() ? nullptr : &*found;
}

std::optional<QString> proposedForClaim(const Claim& claim, const QString& field)
{
    const ClaimTemplate proposed = templateFor(claim);
    if (field == u"revenue_formula")
        return claim.revenueFormula.isEmpty() ? proposed.revenueFormula : claim.revenueFormula;
    if (field == u"income_formula")
        return claim.incomeFormula.isEmpty() ? proposed.incomeFormula : claim.incomeFormula;
    if (field == u"soft")
        return isHardByRule(claim) ? QStringLiteral("0") : QStringLiteral("1");
    if (field == u"overlap_group")
        return claim.group;
    return std::nullopt;
}

/// A setting on a field of a claim: its counted share, soft or hard, its formulas.
std::optional<Choice> claimChoice(const Coverage& coverage, const Setting& setting)
{
    static const QStringList fields {
        QStringLiteral("counted_share"), QStringLiteral("soft"),
        QStringLiteral("overlap_group"), QStringLiteral("revenue_effect"),
        QStringLiteral("income_effect"), QStringLiteral("counted_share_percent")};
    const QString claim = setting.name.section(u'.', 1, 1);
    QString field = setting.name.section(u'.', 2);
    if (!setting.name.startsWith(u"claim.") || claimOf(coverage, claim) == nullptr)
        return std::nullopt;
    if (field == u"revenue_effect" || field == u"income_effect")
        field = field.section(u'_', 0, 0) + QStringLiteral("_formula");
    else if (field == u"counted_share_percent")
        field = QStringLiteral("counted_share");
    else if (!fields.contains(field))
        field = QStringLiteral("assumption/") + field;
    return Choice {
        .subject = claimSubject(coverage.dossier.symbol, claim), .field = field, .value = setting.value};
}

/// The nearest subject that has a proposal or a choice for the name.
QString nearestSubject(const Proposed& proposed, const std::vector<Choice>& choices, const QString& name)
{
    std::vector<QString> subjects {QStringLiteral("global")};
    if (proposed.coverage != nullptr)
        subjects = companySubjects(Basis {*proposed.coverage, proposed.global, proposed.shares, choices});
    for (const QString& subject : subjects) {
        const Effective here = effective(name, {subject}, proposed.assumptions(), choices, baseScenario);
        if (here.choice != nullptr || here.proposal != nullptr)
            return subject;
    }
    return {};
}

bool isEnthusiasm(const QString& name)
{
    return name == u"enthusiasm.latest" || name == u"enthusiasm.prior";
}

/// Where a figure cannot lie outside: a part of a whole, a margin on revenue, a score. In plain values.
struct Bounds
{
    double low;
    double high;
    QString words;
};

std::optional<Bounds> boundsOf(const Choice& choice, const Assumption* proposal, const QString& assumption)
{
    const QString family = assumption.section(u'.', 0, 0);
    static const QStringList parts {QStringLiteral("tax_rate"), QStringLiteral("recognised"),
                                    QStringLiteral("realisation"), QStringLiteral("conversion"),
                                    QStringLiteral("part_of_year")};
    if (choice.field == u"counted_share" || parts.contains(family))
        return Bounds {0, 1, Words::tr("it lies between 0 % and 100 %.")};
    if (family == u"margin" || family.startsWith(u"operating_margin"))
        return Bounds {-1, 1, Words::tr("it lies between -100 % and 100 %.")};
    if (isEnthusiasm(assumption) || (proposal != nullptr && proposal->display == Display::Score))
        return Bounds {0, 10, Words::tr("it lies between 0 and 10.")};
    return std::nullopt;
}

Result<void> withinBounds(const Choice& choice, double value, const Assumption* proposal,
                          const QString& assumption, const QString& name)
{
    const auto bounds = boundsOf(choice, proposal, assumption);
    if (!bounds || (value >= bounds->low && value <= bounds->high))
        return {};
    return failure(Error::Kind::Invalid,
                   Words::tr("%1=%2: %3").arg(name, choice.value.left(60), bounds->words));
}

Result<void> literalFits(const Choice& choice, const Quantity& literal, const Assumption* proposal,
                         const QString& assumption, const QString& name)
{
    const bool counted = choice.field == u"counted_share";
    const bool score = proposal != nullptr && proposal->display == Display::Score;
    // A plain 25 where a percentage belongs is told to take a percent sign, not that it is too large.
    if (literal.display != Display::Plain || score || isEnthusiasm(assumption))
        if (auto within = withinBounds(choice, literal.value, proposal, assumption, name); !within)
            return within;
    if (proposal == nullptr && !counted)
        return {};
    const auto wrong =
        counted ? misfit(literal, {}, Display::Percent) : misfit(literal, proposal->unit, proposal->display);
    if (wrong)
        return failure(Error::Kind::Invalid, Words::tr("%1=%2: %3").arg(name, choice.value, wrong->message));
    return {};
}

/// A formula that names nothing has its value here and now, for everybody: 1/0 has none, and 300%/2 is no share.
Result<void> constantFits(const Choice& choice, const Assumption* proposal, const QString& assumption,
                          const QString& name)
{
    Sheet alone;
    const Sheet::Id id = alone.addFormula(QStringLiteral("value"), choice.value,
                                          proposal != nullptr ? proposal->unit : Unit {}, Display::Plain);
    alone.compile();
    if (alone.cell(id).error) // it names something, or does not fit: the company's figures know better
        return {};
    const auto value = alone.value(id);
    if (!value)
        return failure(Error::Kind::Invalid,
                       Words::tr("%1=%2: %3").arg(name, choice.value.left(60), value.error().message));
    return withinBounds(choice, *value, proposal, assumption, name);
}

tl::unexpected<Error> nobodyProposes(const Coverage* coverage, const QString& name)
{
    return failure(Error::Kind::NotFound,
                   coverage == nullptr
                       ? Words::tr("No assumption for everybody is called %1.").arg(name)
                       : Words::tr("%1 has no assumption called %2.").arg(coverage->dossier.symbol, name));
}

} // namespace

std::vector<const Assumption*> Proposed::assumptions() const
{
    const std::vector<Choice> none;
    if (coverage != nullptr)
        return proposalsFor(Basis {*coverage, global, shares, none});
    std::vector<const Assumption*> all;
    for (const Assumption& one : global)
        all.push_back(&one);
    return all;
}

std::optional<QString> Proposed::text(const QString& subject, const QString& field) const
{
    const bool share = field == u"counted_share";
    if (coverage != nullptr && subject.startsWith(u"claim/") && !share && !field.startsWith(u"assumption/")) {
        const Claim* claim = claimOf(*coverage, subject.section(u'/', 2));
        return claim != nullptr ? proposedForClaim(*claim, field) : std::nullopt;
    }
    const QString name = share ? field : field.section(u'/', 1);
    if (coverage != nullptr && isEnthusiasm(name) && subject.startsWith(u"company/")) {
        const Enthusiasm& read = coverage->reading.enthusiasm;
        const auto& value = name == u"enthusiasm.latest" ? read.latest : read.prior;
        return value ? std::optional(literal(*value)) : std::nullopt;
    }
    for (const Assumption* one : assumptions())
        if (one->subject == subject && one->name == name)
            return one->value;
    return std::nullopt;
}

QString nameOf(const Choice& choice)
{
    QString name = choice.field.startsWith(u"assumption/") ? choice.field.section(u'/', 1) : choice.field;
    if (name.endsWith(u"_formula"))
        name = name.section(u'_', 0, 0) + QStringLiteral("_effect");
    const bool ofClaim = choice.subject.startsWith(u"claim/");
    return ofClaim ? QStringLiteral("claim.%1.%2").arg(choice.subject.section(u'/', 2), name) : name;
}

Result<void> fitsPlace(const Proposed& proposed, const Choice& choice, const QString& name)
{
    const QString assumption =
        choice.field.startsWith(u"assumption/") ? choice.field.section(u'/', 1) : QString();
    const std::vector<const Assumption*> known = proposed.assumptions();
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Assumption* one) { return one->name == assumption; });
    const Assumption* proposal = assumption.isEmpty() || found == known.end() ? nullptr : *found;
    if (!assumption.isEmpty() && !isEnthusiasm(assumption) && proposal == nullptr)
        return failure(Error::Kind::NotFound,
                       Words::tr("%1 cannot be set: no assumption is called %2.").arg(name, assumption));
    if (choice.field == u"overlap_group")
        return {};
    if (const auto literal = parseLiteral(choice.value))
        return literalFits(choice, *literal, proposal, assumption, name);
    if (const auto formula = parse(choice.value); !formula)
        return failure(Error::Kind::Invalid,
                       Words::tr("%1=%2: %3").arg(name, choice.value.left(60), formula.error().message),
                       formula.error().position);
    return constantFits(choice, proposal, assumption, name);
}

std::optional<Error> refusedBy(const Sheet& sheet, const Choice& choice, const QString& name)
{
    const Sheet::Id id = sheet.find(nameOf(choice));
    if (id == Sheet::none)
        return std::nullopt;
    const auto value = sheet.value(id);
    const bool impossible = !value && value.error().kind == Error::Kind::Arithmetic;
    if (!sheet.cell(id).error && !impossible)
        return std::nullopt;
    return Error {Error::Kind::Invalid,
                  Words::tr("%1=%2: %3").arg(name, choice.value, value.error().message)};
}

Result<Choice> choiceOf(const Proposed& proposed, const std::vector<Choice>& choices, const Setting& setting,
                        const QString& scenario)
{
    std::optional<Choice> choice;
    if (proposed.coverage != nullptr)
        choice = claimChoice(*proposed.coverage, setting);
    if (!choice) {
        QString subject = nearestSubject(proposed, choices, setting.name);
        if (proposed.coverage != nullptr && isEnthusiasm(setting.name))
            subject = companySubject(proposed.coverage->dossier.symbol);
        if (subject.isEmpty())
            return nobodyProposes(proposed.coverage, setting.name);
        choice = Choice {.subject = subject,
                         .field = QStringLiteral("assumption/") + setting.name,
                         .value = setting.value};
    }
    choice->scenario = scenario;
    if (const auto fits = fitsPlace(proposed, *choice, setting.name); !fits)
        return tl::unexpected(fits.error());
    return *choice;
}

} // namespace plumbline
