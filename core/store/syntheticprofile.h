#pragma once

#include "core/company/dossier.h"
#include "core/store/syntheticdraw.h"
#include "core/store/syntheticwords.h"

#include <QDate>

#include <utility>
#include <vector>

namespace plumbline::synthetic {

/// What a template's places stand for: "{product}" for "Foresight".
using Places = std::vector<std::pair<QStringView, QString>>;

/// What a made-up company is, before it is written down as facts, calls and claims. Money is in its own currency.
struct Profile
{
    int number = 0;
    Draw draw {0}; ///< goes on from here for all else that is drawn for this company
    const IndustryWords* industry = nullptr;
    QString symbol {};
    QString name {};
    QString shortName {};
    QString currency {};
    QString mark {};
    double dollars = 1; ///< for one of its currency
    int taxTenths = 0;  ///< of a percent
    QString product {};
    QString assistant {};
    QString ceo {};
    QString cfo {};
    QDate latestCall {};
    QDate priorCall {};

    double marketCap = 0;
    double price = 0;
    double revenue = 0;
    double income = 0;
    double eps = 0;
    double aiRevenue = 0;
    int segmentGrowth = 0; ///< percents
    int segmentPrior = 0;
    int secondGrowth = 0;
    int quarterGrowth = 0;
    double segmentRevenue = 0;
    double cash = 0;
    double debt = 0;

    int supportShare = 0;    ///< of the support saving that stays, in percent
    int recognisedShare = 0; ///< of commitments recognised in the year, in percent

    int enthusiasm = 0;
    int priorEnthusiasm = 0;
    int substance = 0; ///< how likely, in percent, it puts an amount in money behind a claim

    bool inDollars() const { return currency == u"USD"; }
    /// Money rounded as the calls and the sources give it.
    QString spoken(double value) const { return Rounded(value).spoken(mark); }
    QString written(double value) const { return Rounded(value).written(mark); }
};

Profile profileOf(int number);
/// The places that sentences of one of its calls may have.
Places placesOf(const Profile& profile, bool priorCall);
/// Company and facts; draws from the profile.
Dossier dossierOf(Profile& profile);

/// A made-up name.
QString personOf(Draw& draw);

/// A template with its places filled in; {small}, {large} and {hundreds} draw a number of that size,
/// {site} and {customer} one of theirs.
QString filled(QStringView text, const Places& places, Draw& draw);

} // namespace plumbline::synthetic
