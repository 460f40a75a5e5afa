#include "core/formula/operations.h"
#include "core/formula/parse.h"
#include "core/uplift/build.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Assumptions)
};

std::optional<double> literalValue(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    const auto literal = parseLiteral(text);
    return literal ? std::optional(literal->value) : std::nullopt;
}

} // namespace

std::optional<Error> misfit(const Quantity& literal, const Unit& unit, Display display)
{
    if (literal.unit != unit && !(literal.value == 0 && literal.unit.isPlain()))
        return Error {Error::Kind::Invalid,
                      Words::tr("%1 where %2 is expected.")
                          .arg(literal.unit.isPlain() ? Words::tr("A plain number") : literal.unit.toString(),
                               unit.isPlain() ? Words::tr("a plain number") : unit.toString())};
    if (display == Display::Percent && literal.display == Display::Plain && literal.value > 1)
        return Error {
            Error::Kind::Invalid,
            Words::tr("%L1 would be %L2 %. Write %L1%.").arg(literal.value).arg(literal.value * 100)};
    return std::nullopt;
}

std::vector<QString> companySubjects(const Basis& basis)
{
    return {companySubject(basis.symbol()), QStringLiteral("industry/") + basis.coverage.dossier.industry,
            QStringLiteral("global")};
}

std::vector<const Assumption*> proposalsFor(const Basis& basis)
{
    std::vector<const Assumption*> all;
    for (const auto* list : {&basis.coverage.assumptions, &basis.global, &basis.shares})
        for (const Assumption& assumption : *list)
            all.push_back(&assumption);
    return all;
}

QStringList companyAssumptions(const Basis& basis)
{
    QStringList names;
    for (const QString& subject : companySubjects(basis))
        for (const Assumption* proposal : proposalsFor(basis))
            if (proposal->subject == subject && !names.contains(proposal->name))
                names.append(proposal->name);
    return names;
}

void addAssumption(Sheet& sheet, const Basis& basis, const QString& cellName, const QString& scope,
                   const QString& name, const std::vector<QString>& subjects)
{
    const std::vector<const Assumption*> proposals = proposalsFor(basis);
    Effective inForce = effective(name, subjects, proposals, basis.choices, basis.scenario);
    const Assumption* described = inForce.proposal;
    for (const Assumption* proposal :
         proposals) // a choice may stand nearer than any proposal: unit and words come from that one
        if (described == nullptr && proposal->name == name)
            described = proposal;
    if (described == nullptr)
        return;

    const QString text = inForce.choice != nullptr ? inForce.choice->value : described->value;
    Origin origin {.kind = Origin::Kind::Assumption,
                   .author = described->author,
                   .scope = described->subject,
                   .note = described->note};
    origin.source = Source {.provider = described->source};
    origin.low = literalValue(
        inForce.choice != nullptr && !inForce.choice->low.isEmpty() ? inForce.choice->low : described->low);
    origin.high =
        literalValue(inForce.choice != nullptr && !inForce.choice->high.isEmpty() ? inForce.choice->high
                                                                                  : described->high);
    if (inForce.choice != nullptr) {
        origin.author = QStringLiteral("analyst");
        origin.scope = inForce.choice->subject;
        if (!inForce.choice->note.isEmpty())
            origin.note = inForce.choice->note;
    }
    for (const auto& [suffix, end] : {std::pair {u".low", origin.low}, {u".high", origin.high}}) {
        const QString endName = cellName + QString::fromUtf16(suffix);
        if (end)
            sheet.addLeaf(endName, *end, described->unit, described->display, origin);
        else
            sheet.addUnknown(endName, described->unit, described->display,
                             Words::tr("no range was given for it"), origin);
    }
    Cell cell {.name = cellName,
               .title = described->title,
               .unit = described->unit,
               .display = described->display,
               .origin = std::move(origin),
               .scope = scope};
    if (const auto literal = parseLiteral(text)) {
        cell.value = literal->value;
        if (auto error = misfit(*literal, cell.unit, cell.display)) {
            cell.value = operations::unknown;
            cell.reason = *error;
            cell.error = std::move(*error);
        }
    } else {
        cell.kind = Cell::Kind::Formula;
        cell.text = text;
    }
    sheet.add(std::move(cell));
}

void addAssumptions(Sheet& sheet, const Basis& basis)
{
    for (const QString& name : companyAssumptions(basis))
        addAssumption(sheet, basis, name, {}, name, companySubjects(basis));
    for (const Assumption& assumption : basis.coverage.assumptions) {
        if (!assumption.subject.startsWith(u"claim/"))
            continue;
        const QString scope = QStringLiteral("claim.") + assumption.subject.section(u'/', 2);
        std::vector<QString> subjects = companySubjects(basis);
        subjects.insert(subjects.begin(), assumption.subject);
        addAssumption(sheet, basis, scope + u'.' + assumption.name, scope, assumption.name, subjects);
    }
    // A choice may give one claim a value of its own for a name that is only proposed for the company.
    for (const Choice& choice : basis.choices) {
        if (!choice.subject.startsWith(QStringLiteral("claim/%1/").arg(basis.symbol()))
            || !choice.field.startsWith(u"assumption/"))
            continue;
        const QString scope = QStringLiteral("claim.") + choice.subject.section(u'/', 2);
        const QString name = choice.field.section(u'/', 1);
        if (sheet.find(scope + u'.' + name) != Sheet::none)
            continue;
        std::vector<QString> subjects = companySubjects(basis);
        subjects.insert(subjects.begin(), choice.subject);
        addAssumption(sheet, basis, scope + u'.' + name, scope, name, subjects);
    }
}

} // namespace plumbline
