#include "core/reading/spoken.h"
#include "tests/fuzz/holds.h"

#include <cmath>

using namespace plumbline;

/// Reading figures in any text: each is finite and stands in the text, one behind the other.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    qsizetype before = 0;
    for (const SpokenFigure& one : spokenFigures(text)) {
        holds(one.first >= before && one.last > one.first, "figures follow each other");
        holds(one.last <= text.size(), "figures stand in the text");
        holds(!one.values.empty() && one.values.size() <= 2, "a figure has one value or two");
        for (const double value : one.values)
            holds(std::isfinite(value), "a value is finite");
        holds(!one.low || !one.high || *one.low <= *one.high, "an interval rises");
        before = one.first;
    }
    return 0;
}
