#include "core/formula/operations.h"
#include "core/formula/program.h"

#include <algorithm>
#include <array>

namespace plumbline {

namespace ops = operations;

namespace {

using Step = Program::Step;
using Instruction = Program::Instruction;

constexpr std::size_t blockRows = 256;
using Block = std::array<double, blockRows>;
constexpr std::size_t mostBranches = 72; // formulas nest at most 64 deep

/// The value stack of a column run: each place is a pointer to a block, owned here or lent by an operand's column.
class BlockStack
{
public:
    void reserve(std::size_t depth)
    {
        if (m_blocks.size() >= depth)
            return;
        m_blocks.resize(depth);
        m_places.resize(depth);
    }
    void push(const double* rows) { m_places[m_size++] = rows; }
    void pop() { --m_size; }
    void clear() { m_size = 0; }
    double* pushOwn()
    {
        double* rows = m_blocks[m_size].data();
        push(rows);
        return rows;
    }
    const double* top(std::size_t below = 0) const { return m_places[m_size - 1 - below]; }
    /// Takes `count` values and puts a block of our own in their place.
    double* replace(std::size_t count)
    {
        m_size -= count;
        return pushOwn();
    }

private:
    std::vector<Block> m_blocks {};
    std::vector<const double*> m_places {};
    std::size_t m_size = 0;
};

void load(BlockStack& stack, const Column& column, std::size_t first, std::size_t rows)
{
    if (!column.constant && column.index == nullptr) {
        stack.push(column.values + first);
        return;
    }
    double* out = stack.pushOwn();
    if (column.constant) {
        std::fill_n(out, rows, column.values[column.index != nullptr ? column.index[0] : 0]);
        return;
    }
    const std::uint32_t* index = column.index + first;
    for (std::size_t i = 0; i < rows; ++i)
        out[i] = column.values[index[i]];
}

template<Op op>
void unaryRows(BlockStack& stack, std::size_t rows)
{
    const double* a = stack.top();
    double* out = stack.replace(1);
    for (std::size_t i = 0; i < rows; ++i)
        out[i] = ops::unary<op>(a[i]);
}

void applyRows(BlockStack& stack, Op op, std::size_t rows)
{
    switch (op) {
    case Op::Negate: return unaryRows<Op::Negate>(stack, rows);
    case Op::Abs: return unaryRows<Op::Abs>(stack, rows);
    case Op::Ln: return unaryRows<Op::Ln>(stack, rows);
    case Op::Log10: return unaryRows<Op::Log10>(stack, rows);
    default: break;
    }
    const double* c = stack.top(); // the last pushed
    const double* b = stack.top(1);
    if (op == Op::Clamp) {
        const double* a = stack.top(2);
        double* out = stack.replace(3);
        for (std::size_t i = 0; i < rows; ++i)
            out[i] = ops::clamp(a[i], b[i], c[i]);
        return;
    }
    double* out = stack.replace(2);
    ops::withOperation(op, [=]<Op known>() {
        for (std::size_t i = 0; i < rows; ++i)
            out[i] = ops::binary<known>(b[i], c[i]);
    });
}

/// Which branches of an `if` a block of rows needs: where all rows agree, only one is run.
enum class Taken : std::uint8_t { Yes, No, Both };

Taken takenBy(const double* condition, std::size_t rows)
{
    std::size_t yes = 0;
    std::size_t no = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        yes += condition[i] == 1;
        no += condition[i] == 0;
    }
    return yes == rows ? Taken::Yes : no == rows ? Taken::No : Taken::Both;
}

void runBlock(const Program& program, std::span<const Column> operands, std::size_t first, std::size_t rows,
              BlockStack& stack)
{
    std::array<Taken, mostBranches> branches {};
    std::size_t open = 0;
    for (std::size_t at = 0; at < program.code.size(); ++at) {
        const Instruction& instruction = program.code[at];
        switch (instruction.step) {
        case Step::Push: std::fill_n(stack.pushOwn(), rows, instruction.literal); break;
        case Step::Load: load(stack, operands[instruction.argument], first, rows); break;
        case Step::Apply: applyRows(stack, instruction.op, rows); break;
        case Step::Branch:
            branches[open] = takenBy(stack.top(), rows);
            if (branches[open] != Taken::Both)
                stack.pop();
            if (branches[open] == Taken::No)
                at += instruction.argument;
            ++open;
            break;
        case Step::Else:
            if (branches[open - 1] == Taken::Yes) {
                at += instruction.argument;
                --open;
            }
            break;
        case Step::Merge:
            if (branches[--open] == Taken::Both) {
                const double* no = stack.top();
                const double* yes = stack.top(1);
                const double* condition = stack.top(2);
                double* out = stack.replace(3);
                for (std::size_t i = 0; i < rows; ++i)
                    out[i] = ops::choose(condition[i], yes[i], no[i]);
            }
            break;
        }
    }
}

} // namespace

void runColumns(const Program& program, std::span<const Column> operands, std::span<double> out)
{
    thread_local BlockStack stack; // kept, so that a steady state allocates nothing
    stack.reserve(program.depth);
    for (std::size_t first = 0; first < out.size(); first += blockRows) {
        const std::size_t rows = std::min(blockRows, out.size() - first);
        stack.clear();
        runBlock(program, operands, first, rows, stack);
        std::copy_n(stack.top(), rows, out.data() + first);
    }
}

} // namespace plumbline
