#pragma once

#include "core/transcript/call.h"
#include "ui/common/figuretablemodel.h"

namespace plumbline {

/// A call as rows: its sentences in order, the speaker where a turn begins, a heading where the questions begin.
/// Pure: the same call gives the same rows.
std::vector<TableRow> callRows(const Call& call, int lit);
/// The row of a sentence among them; -1 where the call does not hold it.
int rowOfSentence(const Call& call, int sentence);
/// Who says a sentence, and as what.
QString speakerOf(const Sentence& sentence);
/// What a call is, in one line: its period, its day, and whether it is whole.
QString callTitle(const Call& call);

} // namespace plumbline
