#include "core/formula/program.h"

#include "core/formula/operations.h"
#include "core/formula/units.h"

#include <algorithm>
#include <array>
#include <bit>

namespace plumbline {

namespace ops = operations;

namespace {

using Step = Program::Step;
using Instruction = Program::Instruction;

/// How many values an operation takes from the stack when it runs; min and max are folded pair by pair.
int taken(Op op)
{
    switch (op) {
    case Op::Negate:
    case Op::Ln:
    case Op::Log10:
    case Op::Abs: return 1;
    case Op::Clamp: return 3;
    default: return 2;
    }
}

/// Counts operands, and how deep the stack gets when every branch is run.
void measure(Program& program)
{
    int depth = 0;
    int most = 0;
    for (const Instruction& instruction : program.code) {
        if (instruction.step == Step::Push || instruction.step == Step::Load)
            ++depth;
        else if (instruction.step == Step::Apply)
            depth += 1 - taken(instruction.op);
        else if (instruction.step == Step::Merge)
            depth -= 2; // condition, yes and no become one
        most = std::max(most, depth);
        if (instruction.step == Step::Load)
            program.operands = std::max<std::uint16_t>(program.operands,
                                                       static_cast<std::uint16_t>(instruction.argument + 1));
    }
    program.depth = static_cast<std::uint16_t>(most);
}

std::uint16_t steps(std::size_t count)
{
    return static_cast<std::uint16_t>(count);
}

/// Writes the code of an `if` from the code of its three parts.
std::vector<Instruction> branched(std::vector<Instruction> condition, const std::vector<Instruction>& yes,
                                  const std::vector<Instruction>& no)
{
    condition.push_back({Step::Branch, Op::If, steps(yes.size() + 1)});
    condition.insert(condition.end(), yes.begin(), yes.end());
    condition.push_back({Step::Else, Op::If, steps(no.size() + 1)});
    condition.insert(condition.end(), no.begin(), no.end());
    condition.push_back({Step::Merge, Op::If});
    return condition;
}

} // namespace

bool operator==(const Program& a, const Program& b)
{
    return std::equal(a.code.begin(), a.code.end(), b.code.begin(), b.code.end(),
                      [](const Instruction& x, const Instruction& y) {
                          return x.step == y.step && x.op == y.op && x.argument == y.argument
                              && std::bit_cast<std::uint64_t>(x.literal)
                                     == std::bit_cast<std::uint64_t>(y.literal);
                      });
}

double apply(Op op, double a, double b, double c)
{
    switch (op) {
    case Op::Negate: return ops::unary<Op::Negate>(a);
    case Op::Abs: return ops::unary<Op::Abs>(a);
    case Op::Ln: return ops::unary<Op::Ln>(a);
    case Op::Log10: return ops::unary<Op::Log10>(a);
    case Op::If: return ops::choose(a, b, c);
    case Op::Clamp: return ops::clamp(a, b, c);
    default: break;
    }
    double result = 0;
    ops::withOperation(op, [&]<Op known>() { result = ops::binary<known>(a, b); });
    return result;
}

Program compile(const Expression& expression, const OperandOf& operandOf)
{
    std::vector<std::vector<Instruction>> code(expression.nodes.size());
    const std::vector<bool> inner = insideTotal(expression);
    for (std::size_t i = 0; i < expression.nodes.size(); ++i) {
        const Node& node = expression.nodes[i];
        const auto children = expression.childrenOf(node);
        if (inner[i])
            continue;
        if (node.op == Op::Literal) {
            code[i].push_back({Step::Push, Op::Literal, 0, node.value});
        } else if (node.op == Op::Name || node.op == Op::Total) {
            code[i].push_back({Step::Load, Op::Name, operandOf(i)});
        } else if (node.op == Op::If) {
            code[i] = branched(std::move(code[children[0]]), code[children[1]], code[children[2]]);
        } else {
            code[i] = std::move(code[children[0]]); // the first child's code grows: a long sum stays linear
            for (std::size_t k = 1; k < children.size(); ++k)
                code[i].insert(code[i].end(), code[children[k]].begin(), code[children[k]].end());
            const bool folded = node.op == Op::Min || node.op == Op::Max;
            for (std::size_t pair = 0; pair < (folded ? children.size() - 1 : 1); ++pair)
                code[i].push_back({Step::Apply, node.op});
        }
        for (const std::uint16_t child : children)
            code[child] = {};
    }
    Program program {.code = std::move(code.back())};
    measure(program);
    return program;
}

Program guarded(const Program& guard, const Program& program)
{
    std::vector<Instruction> inner = program.code;
    for (Instruction& instruction : inner)
        if (instruction.step == Step::Load)
            instruction.argument = static_cast<std::uint16_t>(instruction.argument + guard.operands);
    Program both {.code =
                      branched(guard.code, inner, {Instruction {Step::Push, Op::Literal, 0, ops::unknown}})};
    measure(both);
    return both;
}

double run(const Program& program, std::span<const double> operands)
{
    std::array<double, 16> small {};
    std::vector<double> large;
    double* stack = small.data();
    if (program.depth > small.size()) {
        large.resize(program.depth);
        stack = large.data();
    }
    std::size_t size = 0;
    for (std::size_t at = 0; at < program.code.size(); ++at) {
        const Instruction& instruction = program.code[at];
        switch (instruction.step) {
        case Step::Push: stack[size++] = instruction.literal; break;
        case Step::Load: stack[size++] = operands[instruction.argument]; break;
        case Step::Apply: {
            const auto count = static_cast<std::size_t>(taken(instruction.op));
            const double* first = stack + size - count;
            const double result =
                apply(instruction.op, first[0], count > 1 ? first[1] : 0, count > 2 ? first[2] : 0);
            size -= count;
            stack[size++] = result;
            break;
        }
        case Step::Branch: {
            const double condition = stack[--size];
            if (condition == 1)
                break;
            at += instruction.argument;
            if (condition == 0)
                break;
            stack[size++] = ops::unknown; // neither branch: skip the else too
            at += program.code[at].argument;
            break;
        }
        case Step::Else: at += instruction.argument; break;
        case Step::Merge: break;
        }
    }
    return stack[0];
}

} // namespace plumbline
