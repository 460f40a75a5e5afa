#pragma once

#include "core/reading/reading.h"
#include "core/store/syntheticprofile.h"
#include "core/uplift/assumption.h"
#include "core/uplift/coverage.h"

#include <vector>

namespace plumbline::synthetic {

/// A claim with the sentence that is to be said for it; its citations are set once it has been said.
struct MadeClaim
{
    Claim claim {};
    std::vector<Spoken>
        figures {}; ///< as in the claim; one more where the sentence says what the figure was before
    QString sentence {};
    bool byCeo = false;
    QString metric {};
    QString line {};
    QString bucket {};

    /// Writes the place where its sentence was said into all of it.
    void cite(const Citation& citation);
    /// Its first figure as a figure about AI said on a call.
    Quantification quantification() const;
};

/// About 24 claims, one or more of every kind but where a company has nothing to say; draws from the profile.
std::vector<MadeClaim> claimsOf(Profile& profile);

/// The groups of claims that measure the same money.
std::vector<OverlapGroup> groupsOf(const Profile& profile);

/// What is proposed for the margins, recognised shares and realisations that the claims name; draws from the profile.
std::vector<Assumption> assumptionsOf(Profile& profile, const std::vector<MadeClaim>& claims);

} // namespace plumbline::synthetic
