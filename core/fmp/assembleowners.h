#pragma once

#include "core/fmp/factwriter.h"

namespace plumbline::fmp {

/// Open-market trades of the two latest calendar quarters at hand (six months), and what is usual in the half-years before.
void writeInsiders(FactWriter& facts, std::vector<InsiderQuarter> quarters, const QDate& today);

/// The latest quarter of 13F filings; one whose filings still arrive is said to, and not shown as if it were whole. There
/// is at least one row.
void writeInstitutions(FactWriter& facts, const std::vector<InstitutionalQuarter>& rows, const QDate& today);

} // namespace plumbline::fmp
