#include "ui/assumptions/editorrows.h"

#include "core/formula/explain.h"
#include "core/formula/parse.h"
#include "core/text/figures.h"
#include "ui/common/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EditorRows)
};

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString authorWord(const QString& author)
{
    return author == u"analyst" ? Words::tr("you") : author;
}

/// A range's end beside a slider: the value's column has the sign already.
QString shortFigure(double value, const Unit& unit, Display display, const QLocale& locale)
{
    const QString text = figure(value, unit, display, locale);
    const auto space = std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return unit.isPlain() ? text.left(space - text.begin()) : withoutEmptyDecimal(text, locale);
}

/// What a slider covers where no range was given.
std::pair<double, double> stretchAround(double value, Display display)
{
    if (display == Display::Score)
        return {0, 10};
    if (display == Display::Choice)
        return {0, 1};
    if (display == Display::Percent && value >= 0 && value <= 1)
        return {0, 1};
    return value == 0 ? std::pair(-1.0, 1.0) : std::minmax({value / 2, value * 3 / 2});
}

/// Makes the rows of one card; what all rows need is gathered once.
class Rows
{
public:
    Rows(const Card& card, const QLocale& locale)
        : m_card(card)
        , m_locale(locale)
        , m_basis(card.basis())
        , m_proposals(proposalsFor(m_basis))
        , m_company(companySubjects(m_basis))
    {}

    std::vector<AssumptionRow> all()
    {
        for (const QString& name : companyAssumptions(m_basis))
            addAssumption(name, name, m_company);
        for (const QString& name : {u"enthusiasm.latest"_s, u"enthusiasm.prior"_s})
            addEnthusiasm(name);
        for (const Claim& claim : m_card.coverage.reading.claims)
            addCounted(claim);
        for (const Cell& cell : m_card.sheet.cells())
            if (isOfOneClaim(cell))
                addOfClaim(cell);
        std::stable_sort(
            m_rows.begin(), m_rows.end(),
            [](const AssumptionRow& one, const AssumptionRow& other) { return one.group < other.group; });
        return std::move(m_rows);
    }

private:
    /// Under the scope of a claim, neither its counted share nor an end of a range.
    static bool isOfOneClaim(const Cell& cell)
    {
        return !cell.scope.isEmpty() && cell.origin.kind == Origin::Kind::Assumption
            && cell.origin.scope.startsWith(u"claim/") && !cell.name.endsWith(u".counted_share")
            && !cell.name.endsWith(u".low") && !cell.name.endsWith(u".high");
    }

    void addAssumption(const QString& name, const QString& figure, const std::vector<QString>& subjects)
    {
        const Sheet::Id id = m_card.sheet.find(figure);
        if (id == Sheet::none)
            return;
        const Effective inForce = effective(name, subjects, m_proposals, m_basis.choices, m_basis.scenario);
        AssumptionRow row = rowOf(m_card.sheet.cell(id), u"assumption/"_s + name, inForce);
        if (row.subject.isEmpty())
            return;
        row.hides = hidden(name, subjects, row.subject);
        if (row.resettable && row.resetTo.isEmpty())
            row.resetTo = row.hides;
        finish(std::move(row));
    }

    void addOfClaim(const Cell& cell)
    {
        std::vector<QString> subjects = m_company;
        subjects.insert(subjects.begin(), cell.origin.scope);
        addAssumption(cell.name.mid(cell.scope.size() + 1), cell.name, subjects);
    }

    /// How enthusiastic a call was is read from it; the analyst may know better.
    void addEnthusiasm(const QString& name)
    {
        const Sheet::Id id = m_card.sheet.find(name);
        if (id == Sheet::none)
            return;
        const bool latest = name.endsWith(u"latest");
        const Enthusiasm& read = m_card.coverage.reading.enthusiasm;
        const auto& value = latest ? read.latest : read.prior;
        const Assumption proposal {.name = name,
                                   .title = Words::tr("enthusiasm %1")
                                                .arg(latest ? m_card.coverage.dossier.latestCall
                                                            : m_card.coverage.dossier.priorCall),
                                   .subject = m_company.front(),
                                   .value = value ? literal(*value) : QString(),
                                   .display = Display::Score,
                                   .author = read.author,
                                   .note = read.rationale};
        const QString field = u"assumption/"_s + name;
        Effective inForce {choiceFor(m_basis.choices, m_basis.scenario, proposal.subject, field), &proposal};
        AssumptionRow row = rowOf(m_card.sheet.cell(id), field, inForce);
        row.ranged = true;
        row.scale = SliderScale(0, 10, Display::Score);
        finish(std::move(row));
    }

    void addCounted(const Claim& claim)
    {
        const QString scope = u"claim."_s + claim.id;
        const Sheet::Id id = m_card.sheet.find(scope + u".counted_share"_s);
        if (id == Sheet::none || !hasEffect(scope))
            return;
        const QString subject = claimSubject(m_basis.symbol(), claim.id);
        const auto proposal = std::find_if(m_card.shares.begin(), m_card.shares.end(),
                                           [&](const Assumption& share) { return share.subject == subject; });
        const Effective inForce {choiceFor(m_basis.choices, m_basis.scenario, subject, u"counted_share"_s),
                                 proposal == m_card.shares.end() ? nullptr : &*proposal};
        AssumptionRow row = rowOf(m_card.sheet.cell(id), u"counted_share"_s, inForce);
        row.subject = subject;
        row.title = claim.title;
        row.ranged = true;
        row.scale = SliderScale(0, 1, Display::Percent);
        finish(std::move(row));
    }

    bool hasEffect(const QString& scope) const
    {
        for (const QString& effect : {u".revenue_effect"_s, u".income_effect"_s}) {
            const Sheet::Id id = m_card.sheet.find(scope + effect);
            if (id != Sheet::none && !m_card.sheet.cell(id).absent)
                return true;
        }
        return false;
    }

    AssumptionRow rowOf(const Cell& cell, const QString& field, const Effective& inForce) const
    {
        AssumptionRow row {.field = field, .figure = cell.name, .unit = cell.unit, .display = cell.display};
        const Assumption* proposal = inForce.proposal;
        const Choice* choice = inForce.choice;
        row.subject = choice != nullptr   ? choice->subject
                    : proposal != nullptr ? proposal->subject
                                          : QString();
        row.title = capitalised(cell.title.isEmpty() && proposal != nullptr ? proposal->title : cell.title);
        if (row.title.isEmpty())
            row.title = cell.name;
        const Shown own = shown(m_card.sheet, cell.name, m_locale);
        row.text = own.text;
        row.reason = own.reason;
        row.value = own.value;
        row.formula = choice != nullptr ? choice->value : proposal != nullptr ? proposal->value : QString();
        row.overridden = choice != nullptr;
        row.computed = cell.kind == Cell::Kind::Formula && choice == nullptr;
        if (cell.kind == Cell::Kind::Formula && own.value)
            row.arithmetic = explain(m_card.sheet, m_card.sheet.find(cell.name), m_locale).line;
        row.author = authorWord(choice != nullptr     ? u"analyst"_s
                                : proposal != nullptr ? proposal->author
                                                      : cell.origin.author);
        row.note = noteOf(cell, proposal);
        row.ranged = cell.origin.low && cell.origin.high && *cell.origin.low < *cell.origin.high;
        if (row.ranged)
            row.scale = SliderScale(*cell.origin.low, *cell.origin.high, cell.display);
        else if (own.value)
            row.scale = stretch(*own.value, cell.display);
        if (proposal != nullptr && !proposal->value.isEmpty())
            row.proposed = readable(proposal->value, cell);
        if (choice != nullptr)
            describeChoice(row, cell, *choice, proposal);
        return row;
    }

    static SliderScale stretch(double value, Display display)
    {
        const auto [from, to] = stretchAround(value, display);
        return SliderScale(from, to, display);
    }

    QString readable(const QString& canonical, const Cell& cell) const
    {
        return readableText(canonical, cell.unit, cell.display, m_locale);
    }

    static QString noteOf(const Cell& cell, const Assumption* proposal)
    {
        QStringList parts {cell.origin.note};
        if (proposal != nullptr && !proposal->source.isEmpty())
            parts.append(Words::tr("source: %1").arg(proposal->source));
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }

    void describeChoice(AssumptionRow& row, const Cell& cell, const Choice& choice,
                        const Assumption* proposal) const
    {
        row.resettable = choice.scenario == m_basis.scenario;
        const Choice* below = choice.scenario == baseScenario
                                ? nullptr
                                : choiceFor(m_basis.choices, baseScenario, choice.subject, choice.field);
        if (!row.resettable)
            row.resetTo = Words::tr("This was chosen in the scenario %1: go there to take it back.")
                              .arg(choice.scenario);
        else if (below != nullptr)
            row.resetTo = Words::tr("%1, chosen in base").arg(readable(below->value, cell));
        else if (proposal != nullptr)
            row.resetTo = proposal->value.isEmpty()
                            ? Words::tr("not known")
                            : Words::tr("%1, proposed by %2").arg(row.proposed, authorWord(proposal->author));
        if (proposal != nullptr && !choice.basedOn.isEmpty() && choice.basedOn != proposal->value)
            row.review = Words::tr("%1 was proposed when you chose %2; now it is %3.")
                             .arg(readable(choice.basedOn, cell), readable(choice.value, cell),
                                  row.proposed.isEmpty() ? Words::tr("not known") : row.proposed);
    }

    /// What farther scopes say for the same name: this value stands before it.
    QString hidden(const QString& name, const std::vector<QString>& subjects, const QString& decided) const
    {
        auto after = std::find(subjects.begin(), subjects.end(), decided);
        for (after = after == subjects.end() ? after : after + 1; after != subjects.end(); ++after) {
            const Effective there = effective(name, {*after}, m_proposals, m_basis.choices, m_basis.scenario);
            const QString value = there.choice != nullptr   ? there.choice->value
                                : there.proposal != nullptr ? there.proposal->value
                                                            : QString();
            const Assumption* described = there.proposal;
            if (!value.isEmpty())
                return Words::tr("%1 (%2)").arg(
                    described == nullptr ? value
                                         : readableText(value, described->unit, described->display, m_locale),
                    scopeWords(*after));
        }
        return {};
    }

    QString scopeWords(const QString& subject) const
    {
        if (subject.startsWith(u"company/"))
            return Words::tr("%1 only").arg(subject.section(u'/', 1));
        if (subject.startsWith(u"industry/"))
            return Words::tr("industry %1").arg(subject.section(u'/', 1));
        if (!subject.startsWith(u"claim/"))
            return Words::tr("all companies");
        return Words::tr("claim: %1").arg(claimOf(m_card, u"claim.%1.x"_s.arg(subject.section(u'/', 2))));
    }

    static AssumptionRow::Group groupOf(const AssumptionRow& row)
    {
        if (row.field == u"counted_share")
            return AssumptionRow::Group::Counted;
        if (row.subject.startsWith(u"claim/"))
            return AssumptionRow::Group::Claim;
        if (row.subject.startsWith(u"industry/"))
            return AssumptionRow::Group::Industry;
        return row.subject == u"global" ? AssumptionRow::Group::Everywhere : AssumptionRow::Group::Company;
    }

    void finish(AssumptionRow row)
    {
        row.group = groupOf(row);
        row.scope = scopeWords(row.subject);
        row.name = row.group == AssumptionRow::Group::Counted ? Words::tr("Counted: %1").arg(row.title)
                 : row.group == AssumptionRow::Group::Claim
                     ? Words::tr("%1 (%2)").arg(row.title, claimOf(m_card, row.figure))
                     : row.title;
        if (!row.scale.isEmpty()) {
            row.low = shortFigure(row.scale.from(), row.unit, row.display, m_locale);
            row.high = shortFigure(row.scale.to(), row.unit, row.display, m_locale);
        }
        m_rows.push_back(std::move(row));
    }

    const Card& m_card;
    const QLocale& m_locale;
    Basis m_basis;
    std::vector<const Assumption*> m_proposals;
    std::vector<QString> m_company;
    std::vector<AssumptionRow> m_rows {};
};

} // namespace

std::vector<AssumptionRow> editorRows(const Card& card, const QLocale& locale)
{
    return Rows(card, locale).all();
}

QString heading(AssumptionRow::Group group)
{
    switch (group) {
    case AssumptionRow::Group::Company: return Words::tr("This company");
    case AssumptionRow::Group::Counted: return Words::tr("Claims counted");
    case AssumptionRow::Group::Claim: return Words::tr("Single claims");
    case AssumptionRow::Group::Industry: return Words::tr("Industry");
    case AssumptionRow::Group::Everywhere: break;
    }
    return Words::tr("Everywhere");
}

} // namespace plumbline
