#pragma once

#include "core/formats/cardreader.h"
#include "core/store/store.h"

namespace plumbline {

/// Takes a card over into a workspace, in one transaction, and says in sentences what of it was not taken.
///
/// - The company's data replace those that are there, wholly; earlier ones stay in its history.
/// - Choices about the company come from one place: the card's, where the workspace has none about it, else those of the
///   workspace, and none of the card's.
/// - Choices that hold for more than this company are taken only into a workspace without companies: elsewhere they would
///   change the others.
/// - Scenarios that are missing are added. All choices and scenarios taken are one edit, which can be taken back.
Result<QStringList> takeOver(Store& store, const CardFile& card, qint64 seen);

} // namespace plumbline
