#pragma once

#include "core/formats/card.h"
#include "core/formats/jsonreader.h"

namespace plumbline {

/// Writes a card's JSON part by part. Every number goes through number(), so that none lacks a trace and none that is
/// unknown lacks its reason.
class CardWriter
{
public:
    CardWriter(const Card& card, const QLocale& locale) : m_card(card), m_locale(locale) {}

    Json write(const QString& workspaceTime);
    const std::vector<CardNumber>& numbers() const { return m_numbers; }

private:
    Json header();
    Json conviction();
    Json enthusiasm();
    Json base();
    Json consensusRow(const QString& prefix, const QString& year);
    Json consensus();
    Json assumptions();
    Json assumption(const QString& path, const QString& cellName, const QString& name,
                    const std::vector<QString>& subjects);
    Json claims();
    Json claim(const Claim& claim);
    Json aggregate();
    Json narrative() const;
    Json quantifications();
    Json pricedIn();
    Json coverage();
    // cardviews.cpp
    Json priceTarget();
    Json grades();
    Json news();
    /// Why a section that a source was asked for is empty.
    QString whyNot(const QString& section) const;
    Json options();
    Json confirmation();
    Json language();
    Json quotes() const;
    Json questions() const;
    Json changes() const;
    Json checks() const;
    void decisions(Json& out) const;
    Json failures() const;

    /// The number at `path`, made from the figure `cell`, multiplied by `factor`; null with its reason where unknown.
    Json number(const QString& path, const QString& name, double factor = 1);
    /// null, with the reason.
    Json unknown(const QString& path, const QString& reason);
    /// A text, or null with the reason where it is empty.
    Json textOr(const QString& path, const QString& text, const QString& reason);
    Json source(const QString& name) const;

    const Card& m_card;
    const QLocale& m_locale;
    std::vector<CardNumber> m_numbers;
    Json m_unknown = Json::object();
};

/// Gives every null below `json` that has no reason yet one under its path: what is simply not there says so too.
void sayNulls(const Json& json, const QString& path, Json& unknown);

/// What a card is made from and none of its sections says: facts with their sources, proposals hidden by choices, what a
/// claim's formulas name. Numbers are texts: they are inputs, and results stand in the sections.
Json asRead(const Card& card);

Json toJson(const QString& text);
Json toJson(const Source& source);
/// The word for a figure's unit: "USD", "percent", "bps", "hours", "count", "ratio".
QString unitWord(const Unit& unit, Display display);

} // namespace plumbline
