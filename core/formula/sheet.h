#pragma once

#include "core/formula/expression.h"
#include "core/formula/program.h"
#include "core/values/origin.h"
#include "core/values/result.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace plumbline {

/// One figure under one name: a leaf with its origin, a formula over other cells, or a sum over claims.
struct Cell
{
    using Id = std::uint32_t;

    enum class Kind {
        Leaf,
        Formula,
        CountedSum, ///< what total() stands for: each claim's counted share times its value; a share of 0 leaves the claim out
        KnownSum, ///< adds the values whose condition cell is known: scores over what is measured
    };
    /// One summand: CountedSum adds condition * value, KnownSum adds value where condition is known.
    struct Term
    {
        Id condition;
        Id value;

        friend bool operator==(const Term&, const Term&) = default;
    };

    Kind kind = Kind::Leaf;
    QString name {};
    QString
        title {}; ///< words for explanations: "revenue", "AWS margin"; empty where the number speaks for itself
    Unit unit {};
    Display display = Display::Plain;
    Origin origin {};
    QString scope {};    ///< "claim.ai_run_rate": where names are looked up first; empty for the company
    bool result = false; ///< a result of the company: claims may not use it
    bool anyUnit =
        false; ///< takes the unit its formula has, instead of `unit` being required; a sum: fits any place
    bool absent = false; ///< a claim without such an effect: totals leave it out

    double value = 0; ///< NaN where unknown; `reason` says why
    Error reason {};

    QString text {};  ///< Formula: as written
    QString guard {}; ///< Formula: a comparison that must hold, else unknown with `guardReason`
    QString guardReason {};
    std::shared_ptr<const Expression> expression {}; ///< null where the text could not be read
    std::shared_ptr<const Expression> guardExpression {};
    std::vector<Id> operands {};   ///< of the program, guard first
    std::vector<Id> nodeCells {};  ///< Formula: the cell behind each Name or Total node of `expression`
    std::vector<Id> guardCells {}; ///< the same for `guardExpression`
    std::vector<Term> terms {};
    Program program {};
    std::optional<Error> error {}; ///< the text does not parse, fit its units, or runs in a ring
};

/// All figures of one company, each under one name. Cells are added in any order; compile() reads the formulas, finds
/// what each name means, checks units, orders and evaluates. An error stays with its cell and what depends on it.
class Sheet
{
public:
    using Id = Cell::Id;
    static constexpr Id none = ~Id {0};

    /// Adds a cell; a name that is taken already is replaced, so that nearer scopes may be added later.
    Id add(Cell cell);
    /// A leaf whose value is known.
    Id addLeaf(const QString& name, double value, const Unit& unit, Display display, Origin origin,
               const QString& title = {});
    /// A leaf whose value is not known, with the reason.
    Id addUnknown(const QString& name, const Unit& unit, Display display, const QString& reason,
                  Origin origin = {});
    /// A formula of the company level.
    Id addFormula(const QString& name, const QString& text, const Unit& unit, Display display,
                  const QString& title = {});
    /// A claim whose counted share is `share`; total(x) runs over claims in the order they were added.
    void addClaim(const QString& scope, Id share);

    /// `like` may be a compiled sheet, such as the one before an edit: where all cells are written as they are there
    /// (numbers and origins aside), what reading and ordering gave is taken from it and only values are computed anew.
    /// The outcome is the same either way.
    void compile(const Sheet* like = nullptr);

    Id find(const QString& name) const { return m_names.value(name, none); }
    /// What `name` means inside `scope`: the scope's own, else the company's, else the base year's.
    Id resolve(const QString& name, const QString& scope) const;

    const Cell& cell(Id id) const { return m_cells[id]; }
    const std::vector<Cell>& cells() const { return m_cells; }
    const std::vector<Id>& order() const { return m_order; }
    /// Value by name: NotFound for no such name, else the value or why there is none.
    Result<double> value(const QString& name) const;
    Result<double> value(Id id) const;

private:
    struct Claim
    {
        QString scope;
        Id share;

        friend bool operator==(const Claim&, const Claim&) = default;
    };
    bool isWrittenLike(const Sheet& like) const;
    void takeReading(const Sheet& like);
    void read(Id id);
    Result<Id> operandFor(Id owner, const Expression& expression, std::size_t index);
    Result<Id> totalFor(const Expression& expression, std::size_t index);
    void connect(Id id);
    void sort();
    void evaluate(Id id);

    std::vector<Cell> m_cells;
    QHash<QString, Id> m_names;
    std::vector<Claim> m_claims;
    QHash<QString, Id> m_totals; ///< by the text of total()'s argument
    std::vector<Id> m_order;
    std::size_t m_written = 0;  ///< how many cells stood before compile(); it adds totals behind them
    std::size_t m_compiled = 0; ///< how many it left
};

/// Evaluates every node of a formula over its sheet: what explain() shows and where an unknown comes from. `nodeCells`
/// are the cells behind its names. The Total node carries the sum; what stands inside a total() means nothing.
std::vector<double> nodeValues(const Sheet& sheet, const Expression& expression,
                               const std::vector<Cell::Id>& nodeCells);

/// The kind of places a unit was expected in, for the title of errors and reasons: the cell's title, else its name.
QString titleOf(const Cell& cell);

} // namespace plumbline
