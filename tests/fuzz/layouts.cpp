#include "core/transcript/layouts/layouts.h"

#include "tests/fuzz/holds.h"

using namespace plumbline;

/// Telling the layout of any bytes: the marks stand in the text, one behind the other.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Source source = sourceOf(bytes);
    const Marks found = marksOf(source, listedPeople(source));
    qsizetype before = 0;
    for (const Mark& mark : found.marks) {
        holds(mark.line < source.lines.size(), "a label stands on a line");
        holds(mark.labelStart >= before, "labels follow each other");
        holds(mark.textStart >= mark.labelStart, "words follow their label");
        holds(mark.textStart <= source.text.size(), "words begin in the text");
        before = mark.labelStart;
    }
    return 0;
}
