#pragma once

#include <QStringView>

#include <span>

/// The words that made-up companies are made of. None of it names a company, a product or a person that exists.
namespace plumbline::synthetic {

struct IndustryWords
{
    QStringView name;
    QStringView word; ///< stands in a company's name
    QStringView segment;
    QStringView segmentKey; ///< in the names of figures
    QStringView second;
    QStringView secondKey;
};

/// A question on a call with its answer, and both in short.
struct Exchange
{
    QStringView asked[2];
    QStringView answered[3];
    QStringView question;
    QStringView answer;
    bool byCeo = false;
    bool aboutAi = true;
};

std::span<const IndustryWords> industries();
std::span<const QStringView> adjectives();
std::span<const QStringView> places();
std::span<const QStringView> firstNames();
std::span<const QStringView> lastNames();
std::span<const QStringView> firms();
std::span<const QStringView> sites();
std::span<const QStringView> customers();
std::span<const QStringView> products();
std::span<const QStringView> assistants();

/// Sentences about the ordinary business, with places such as {revenue} to be filled in.
std::span<const QStringView> chiefsBusiness();
std::span<const QStringView> financeBusiness();
/// What a chief executive says about AI who is guarded (0), interested (1) or carried away (2).
std::span<const QStringView> moods(int level);
std::span<const Exchange> exchanges();

} // namespace plumbline::synthetic
