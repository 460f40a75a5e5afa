#pragma once

#include "core/store/edit.h"
#include "core/values/result.h"

namespace plumbline {

/// A changed row as it stands in the log: which table, which place, and the row before and after, as JSON.
struct EditRow
{
    QString target {};
    QString key {};
    QString before {}; ///< empty: there was none
    QString after {};
};

EditRow rowOf(const OwnChange& change);
/// Nothing where the row is none that this program writes.
std::optional<OwnChange> changeOf(const EditRow& row);

} // namespace plumbline
