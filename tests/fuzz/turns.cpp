#include "core/transcript/transcript.h"
#include "tests/fuzz/holds.h"

using namespace plumbline;

/// Reading any bytes as a call: refused with a sentence, or turns and sentences in order that stand where they say.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto read = readTranscript(bytes);
    if (!read) {
        holds(!read.error().message.isEmpty(), "what is refused is told why");
        return 0;
    }
    const qsizetype points = QString::fromUtf8(bytes).toUcs4().size() + 1; // a byte order mark counts too
    qsizetype before = 0;
    int turn = 1;
    for (const SpokenSentence& one : read->sentences) {
        holds(one.turn >= turn && static_cast<std::size_t>(one.turn) <= read->turns.size(),
              "turns follow each other");
        holds(one.place.first >= before && one.place.last > one.place.first, "sentences follow each other");
        holds(one.place.last <= points, "sentences stand in the text");
        holds(!one.text.isEmpty(), "a sentence has words");
        before = one.place.last;
        turn = one.turn;
    }
    return 0;
}
