#include "core/formula/explain.h"
#include "core/report/reportwriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

constexpr qsizetype consensusLabel = 20;
constexpr qsizetype consensusCell = 13;
constexpr qsizetype consensusYears = 6; // as many as a line holds; sources give fewer
constexpr qsizetype assumptionLabel = 54;

/// The proposal an override hides: at the nearest subject that has one.
const Assumption* nearestProposal(const Basis& basis, const QString& name,
                                  const std::vector<QString>& subjects)
{
    const std::vector<const Assumption*> proposals = proposalsFor(basis);
    for (const QString& subject : subjects)
        for (const Assumption* proposal : proposals)
            if (proposal->name == name && proposal->subject == subject)
                return proposal;
    return nullptr;
}

QString authorWords(const QString& author)
{
    if (author == u"analyst")
        return Words::tr("yours");
    if (author == u"default")
        return Words::tr("the program's default");
    if (author == u"reader")
        return Words::tr("read from the calls");
    return author == u"card" ? Words::tr("from the source card") : Words::tr("by %1").arg(author);
}

QString scopeWords(const QString& scope)
{
    if (scope == u"global")
        return Words::tr("for every company");
    if (scope.startsWith(u"industry/"))
        return Words::tr("for the industry %1").arg(scope.section(u'/', 1));
    return scope.startsWith(u"claim/") ? Words::tr("for this claim") : Words::tr("for this company");
}

/// An assumption of one claim, neither its counted share nor an end of a range.
bool isClaimAssumption(const Cell& cell)
{
    return !cell.scope.isEmpty() && cell.origin.scope.startsWith(u"claim/")
        && cell.origin.kind == Origin::Kind::Assumption && !cell.name.endsWith(u".counted_share")
        && !cell.name.endsWith(u".low") && !cell.name.endsWith(u".high");
}

/// "FY2026" and the years after it.
QString yearAfter(const QString& year, int later)
{
    const int first = QStringView(year).sliced(std::min<qsizetype>(2, year.size())).toInt();
    return QStringLiteral("FY%1").arg(first + later);
}

} // namespace

void ReportWriter::base()
{
    m_page.heading(QStringLiteral("base"), Words::tr("BASE %1").arg(m_dossier.baseYear));
    const auto line = [&](const char16_t* name, const QString& title) {
        const QString full = QStringLiteral("base.") + QString::fromUtf16(name);
        m_page.labelled(title, shown(full, Words::tr("%1 %2").arg(title, m_dossier.baseYear).trimmed()), 16);
    };
    line(u"revenue", Words::tr("revenue"));
    line(u"net_income", Words::tr("net income"));
    line(u"net_margin_percent", Words::tr("net margin"));
    line(u"diluted_eps", Words::tr("diluted EPS"));
    line(u"shares", Words::tr("diluted shares"));
    if (const QString source = sourceOf(QStringLiteral("base.revenue")); !source.isEmpty())
        m_page.labelled(Words::tr("source"), source, 16);
    segments();
}

void ReportWriter::consensusRow(const QString& label, const QString& figure, const QStringList& prefixes,
                                const QStringList& years)
{
    QStringList cells;
    bool any = false;
    for (qsizetype i = 0; i < prefixes.size(); ++i) {
        const QString name = prefixes[i] + figure;
        const QString value = shown(name, label, Words::tr("consensus %1").arg(years[i]).trimmed());
        const Sheet::Id id = m_sheet.find(name);
        const bool known = id != Sheet::none && !std::isnan(m_sheet.cell(id).value);
        const bool misleads = id != Sheet::none && m_sheet.cell(id).reason.kind == Error::Kind::NotMeaningful;
        cells.append(known ? value : misleads ? Words::tr("n.m.") : Words::tr("unknown"));
        any = any || known;
    }
    if (any)
        m_page.row(label, cells, consensusLabel, consensusCell);
}

void ReportWriter::consensus()
{
    QStringList prefixes {QStringLiteral("consensus.")};
    QStringList years {m_dossier.consensusYear};
    for (int later = 0; years.size() < consensusYears; ++later) {
        const QString prefix = QStringLiteral("consensus.later_years.%1.").arg(later);
        if (m_sheet.find(prefix + QStringLiteral("revenue")) == Sheet::none)
            break;
        prefixes.append(prefix);
        years.append(yearAfter(m_dossier.consensusYear, later + 1));
    }
    const std::vector<std::pair<const char16_t*, QString>> rows {
        {u"revenue", Words::tr("revenue")},
        {u"revenue_growth_percent", Words::tr("revenue growth")},
        {u"revenue_low", Words::tr("lowest revenue")},
        {u"revenue_high", Words::tr("highest revenue")},
        {u"net_income", Words::tr("net income")},
        {u"net_income_growth_percent", Words::tr("net income growth")},
        {u"eps", Words::tr("EPS")},
        {u"eps_growth_percent", Words::tr("EPS growth")},
        {u"eps_low", Words::tr("lowest EPS")},
        {u"eps_high", Words::tr("highest EPS")},
        {u"analysts", Words::tr("analysts")},
    };
    m_page.heading(QStringLiteral("consensus"), Words::tr("CONSENSUS"));
    const std::vector<Missing> before = std::exchange(m_missing, {});
    m_page.row({}, years, consensusLabel, consensusCell);
    for (const auto& [figure, title] : rows)
        consensusRow(title, QString::fromUtf16(figure), prefixes, years);
    if (const QString source = sourceOf(QStringLiteral("consensus.revenue")); !source.isEmpty())
        m_page.labelled(Words::tr("source"), source, consensusLabel);
    const std::vector<Missing> here = std::exchange(m_missing, before);
    if (!here.empty())
        m_page.text(Words::tr("Not known, and why:"));
    for (const Missing& one : here) {
        missingLine(one);
        for (const auto& topic : one.topics)
            for (const QString& label : topic.labels)
                missing(topic.name, label, one.reason,
                        one.meaningful ? Error::Kind::Unknown : Error::Kind::NotMeaningful);
    }
}

void ReportWriter::assumption(const QString& cellName, const QString& name,
                              const std::vector<QString>& subjects)
{
    const Basis basis = m_card.basis();
    const Sheet::Id id = m_sheet.find(cellName);
    if (id == Sheet::none)
        return;
    const Cell& cell = m_sheet.cell(id);
    const QString title = cell.title.isEmpty() ? cellName : cell.title;
    QString value = shown(cellName, title);
    if (cell.origin.low && cell.origin.high)
        value += Words::tr(" · range %1 to %2")
                     .arg(shown(cellName + QStringLiteral(".low"), title),
                          shown(cellName + QStringLiteral(".high"), title));
    else
        value += Words::tr(" · no range was given");
    m_page.labelled(title, value, assumptionLabel);
    if (cell.kind == Cell::Kind::Formula && !cell.error
        && name != u"confidence") // its parts stand with the aggregate
        m_page.text(explain(m_sheet, id, m_locale).line, 6);

    const Choice* choice =
        effective(name, subjects, proposalsFor(basis), basis.choices, basis.scenario).choice;
    const Assumption* proposal = nearestProposal(basis, name, subjects);
    QStringList about {cellName, authorWords(cell.origin.author), scopeWords(cell.origin.scope)};
    if (choice != nullptr && name == u"confidence")
        about.append(Words::tr("override; what the rule proposes stands with the aggregate"));
    else if (choice != nullptr && proposal != nullptr)
        about.append(Words::tr("override; proposed %1").arg(proposed(proposal->value)));
    else if (choice != nullptr)
        about.append(Words::tr("override; nothing was proposed"));
    if (choice != nullptr && proposal != nullptr && !choice->basedOn.isEmpty()
        && choice->basedOn != proposal->value)
        about.append(
            Words::tr("REVIEW: the proposal was %1 when it was overridden").arg(proposed(choice->basedOn)));
    if (proposal != nullptr && !proposal->source.isEmpty() && choice == nullptr)
        about.append(Words::tr("source: %1").arg(proposal->source));
    m_page.text(about.join(QStringLiteral(" · ")), 6);
    if (!cell.origin.note.isEmpty())
        m_page.text(cell.origin.note, 6);
}

void ReportWriter::assumptions()
{
    m_page.heading(QStringLiteral("assumptions"), Words::tr("ASSUMPTIONS"));
    const Basis basis = m_card.basis();
    const std::vector<QString> company = companySubjects(basis);
    bool any = false;
    for (const QString& name : companyAssumptions(basis)) {
        assumption(name, name, company);
        any = true;
    }
    for (const Cell& cell : m_sheet.cells()) {
        if (!isClaimAssumption(cell))
            continue;
        std::vector<QString> subjects = company;
        subjects.insert(subjects.begin(), cell.origin.scope);
        assumption(cell.name, cell.name.mid(cell.scope.size() + 1), subjects);
        any = true;
    }
    if (!any)
        m_page.text(Words::tr("None is in force: nobody proposed one for this company."));
}

} // namespace plumbline
