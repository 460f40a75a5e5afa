#include "tests/bench/windowbenchscenarios.h"
#include "ui/assumptions/editorrows.h"

#include <QAbstractItemModel>
#include <QTabWidget>

#include <cmath>
#include <cstdio>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    QString subject;
    QString field;
    double value = 0;
};

/// The times of one kind of edit: to the ranking painted, and to the card painted too.
struct EditTimes
{
    Line ranked;
    Line carded;
};

QString text(double value)
{
    return QString::number(value * 100, 'f', 3) + u'%';
}

/// A share that is chosen for the company in view and moves its rank's figures.
Place placeThatMoves(OurWindow& window, const QString& symbol)
{
    const auto card = window.desk().card(symbol);
    must(card != nullptr, "the card of the company chosen is at hand");
    for (const AssumptionRow& one : editorRows(*card, english())) {
        if (one.group != AssumptionRow::Group::Company || one.display != Display::Percent || !one.value
            || *one.value <= 0.01 || one.computed)
            continue;
        const auto before = window.row(symbol).figures;
        const auto moved = [&] {
            const auto now = window.row(symbol).figures;
            for (std::size_t i = 0; i < now.size(); ++i)
                if (std::abs(now[i] - before[i]) > 1e-9)
                    return true;
            return false;
        };
        window.desk().preview(one.subject, one.field, text(*one.value * 0.6));
        const bool did = application().runUntil(moved, 2000);
        window.desk().cancelPreview();
        window.settle();
        if (did)
            return {one.subject, one.field, *one.value};
    }
    giveUp("an assumption of the company chosen moves its figures");
}

/// The claims are in view: there sliders are.
QString lookAtClaims(OurWindow& window)
{
    QString symbol = window.ranking()->symbol();
    window.card()->tabs()->setCurrentIndex(1);
    window.settle();
    return symbol;
}

void measureEdit(OurWindow& window, const QString& symbol, const Place& place, EditTimes& times)
{
    for (int i = 0; i < repeats; ++i) {
        const auto rankingBefore = window.desk().ranking();
        const auto cardBefore = window.desk().card(symbol);
        double rankingAt = -1;
        QElapsedTimer since;
        const double all = timed(
            [&] {
                since.start();
                window.forget();
                window.desk().preview(place.subject, place.field,
                                      text(place.value * (i % 2 == 0 ? 0.7 : 0.8)));
            },
            [&] {
                const bool ranking = window.desk().ranking() != rankingBefore && window.rankingSeen();
                if (ranking && rankingAt < 0)
                    rankingAt = static_cast<double>(since.nsecsElapsed()) / 1e6;
                const auto card = window.desk().card(symbol);
                return ranking && card != nullptr && card != cardBefore && window.cardSeen();
            },
            "an edit is seen in the ranking and on the card");
        times.ranked.ours.all.push_back(rankingAt);
        times.carded.ours.all.push_back(all);
    }
    window.desk().cancelPreview();
    window.settle();
}

/// The same gestures on bare Qt, as often.
Samples onBareForm(OurWindow& window, const std::function<void(BareForm&, int)>& gesture)
{
    BareForm bare(window.textsOnCard());
    const PaintedBy heard([&](const QWidget* widget) { bare.take(widget); });
    bare.window().resize(windowSize);
    bare.window().show();
    must(application().runUntil([&] { return bare.seen(); }), "the bare form is painted");
    Samples samples;
    for (int i = 0; i < repeats; ++i)
        samples.all.push_back(timed(
            [&] {
                bare.forget();
                gesture(bare, i);
            },
            [&] { return bare.seen(); }, "the bare form is painted again"));
    return samples;
}

} // namespace

void measureEdits(OurWindow& window)
{
    const QString symbol = lookAtClaims(window);
    const Place own = placeThatMoves(window, symbol);
    std::printf("(edited: %s %s; %d texts on the card)\n", qPrintable(own.subject), qPrintable(own.field),
                window.textsOnCard());
    EditTimes times {{"a company's assumption edited, to the ranking painted"},
                     {"  … to the ranking and the card painted"}};
    application().beginPhase(u"edits of a company"_s);
    measureEdit(window, symbol, own, times);
    application().beginPhase({});
    times.carded.bareName = "a row of numbers and as many labels";
    times.carded.bare = onBareForm(window, [](BareForm& bare, int i) { bare.change(i % 20, i % 20); });
    print(times.ranked);
    print(times.carded);
}

void measureTaxRate(OurWindow& window)
{
    const QString symbol = lookAtClaims(window);
    EditTimes times {{"the tax rate edited, to the ranking painted"},
                     {"  … to the ranking and the card painted"}};
    application().beginPhase(u"edits of the tax rate"_s);
    measureEdit(window, symbol, {u"global"_s, u"assumption/tax_rate"_s, 0.25}, times);
    application().beginPhase({});
    times.carded.bareName = "all rows of numbers and as many labels";
    times.carded.bare = onBareForm(window, [](BareForm& bare, int) { bare.change(0, bareRows - 1); });
    print(times.ranked);
    print(times.carded);
}

void measureCards(OurWindow& window)
{
    lookAtClaims(window);
    Line line {"another card, from its row chosen to painted", {}, {}, "another row and as many labels"};
    application().beginPhase(u"cards opened"_s);
    const int rows = window.ranking()->model()->rowCount();
    for (int i = 0; i < repeats; ++i) {
        const int row = (1 + i * 17) % rows; // never one of those kept
        const QString symbol = window.ranking()->model()->index(row, 1).data().toString();
        line.ours.all.push_back(timed(
            [&] {
                window.forget();
                window.ranking()->choose(row);
            },
            [&] {
                return window.ranking()->symbol() == symbol && window.desk().card(symbol) != nullptr
                    && window.cardSeen() && window.rankingSeen();
            },
            "another card is seen"));
    }
    application().beginPhase({});
    line.bare = onBareForm(window, [](BareForm& bare, int i) { bare.choose((1 + i * 17) % bareRows); });
    print(line);
}

} // namespace plumbline
