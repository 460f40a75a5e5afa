#pragma once

#include "core/store/migrate.h"

namespace plumbline {

/// The steps of the workspace's schema: the files core/store/schema/NNNN_name.sql, compiled in, in their order.
const std::vector<SchemaStep>& schemaSteps();

} // namespace plumbline
