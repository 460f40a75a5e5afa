#pragma once

#include "core/formula/expression.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace plumbline {

/// A formula made ready to run: stack code over numbered operands. Equal formulas over different names share one
/// program, so that thousands of companies run through it as columns.
///
/// A value that is unknown, or an operation that has no finite answer, is NaN here; whatever touches a NaN is NaN
/// (`if` looks only at the branch it takes). Why it is NaN is found afterwards, from the tree: see Sheet::value.
struct Program
{
    enum class Step : std::uint8_t {
        Push,   ///< the literal
        Load,   ///< operand number `argument`
        Apply,  ///< the operation on what stands on the stack
        Branch, ///< an `if` whose condition stands on the stack; `argument` steps further its else begins
        Else,   ///< the end of the branch for yes; `argument` steps further the `if` ends
        Merge,  ///< the end of the `if`
    };
    struct Instruction
    {
        Step step = Step::Push;
        Op op = Op::Literal;
        std::uint16_t argument = 0;
        double literal = 0;
    };
    std::vector<Instruction> code {};
    std::uint16_t operands = 0; ///< how many operands it reads
    std::uint16_t depth = 0;    ///< how many values the stack holds at most
};

/// Bit for bit the same code: unknown literals are equal to each other.
bool operator==(const Program& a, const Program& b);

/// The operand number for a Name or Total node.
using OperandOf = std::function<std::uint16_t(std::size_t node)>;

/// Translates a checked formula. Arguments of total() are left out; the Total node itself is an operand.
Program compile(const Expression& expression, const OperandOf& operandOf);

/// `if(guard, program, unknown)`: the value of `program` where `guard` holds, NaN where it does not.
Program guarded(const Program& guard, const Program& program);

/// One value from one row of operands.
double run(const Program& program, std::span<const double> operands);

/// A column of operands: contiguous values, one value for all rows, or values picked by an index.
struct Column
{
    const double* values = nullptr;
    const std::uint32_t* index = nullptr; ///< row i is values[index[i]]; null: values[i]
    bool constant = false;                ///< every row is values[0] (of index[0] where there is one)
};

/// The same program over many rows: bit for bit what run() gives for each.
void runColumns(const Program& program, std::span<const Column> operands, std::span<double> out);

/// What one operation gives on its operands (`c` for clamp's high and if's else only).
double apply(Op op, double a, double b = 0, double c = 0);

} // namespace plumbline
