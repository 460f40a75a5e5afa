#include "tests/bench/windowbenchscenarios.h"
#include "ui/ranking/rankingmodel.h"

#include <QLineEdit>
#include <QStyledItemDelegate>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct EmptyDelegate : QAbstractItemDelegate
{
    void paint(QPainter*, const QStyleOptionViewItem&, const QModelIndex&) const override {}
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {60, 30}; }
};

std::unique_ptr<BareWindow> besides(OurWindow& window)
{
    double unused = 0;
    return shownBare(window.ranking()->size(), unused);
}

double timedBare(BareWindow& bare, const std::function<void()>& work)
{
    bool seen = false;
    const PaintedBy heard([&](const QWidget* widget) { seen = seen || widget == bare.table->viewport(); });
    return timed(
        [&] {
            seen = false;
            work();
        },
        [&] { return seen; }, "the bare table is painted again");
}

/// Types into the filter of a column, as often as everything is repeated; the fewest rows that were left.
int typeFilter(OurWindow& window, Line& line, RankingColumn column, const QString& keys)
{
    auto* field = window.window().findChild<QLineEdit*>(u"filter%1"_s.arg(static_cast<int>(column)));
    must(field != nullptr, "the filter's field is there");
    int fewest = window.ranking()->model()->rowCount();
    for (int i = 0; i < repeats;) {
        for (const QChar key : keys) {
            const QString before = field->text();
            line.ours.all.push_back(timed(
                [&] {
                    window.expectNothing(); // one more letter need not leave out more rows
                    press(field, key.toUpper().unicode(), key);
                },
                [&] { return field->text() != before && window.rankingSeen(); },
                "the filtered ranking is painted"));
            ++i;
        }
        fewest = std::min(fewest, window.ranking()->model()->rowCount());
        field->clear();
        window.settle();
    }
    return fewest;
}

void sort(OurWindow& window, Line& line, RankingColumn column)
{
    for (int i = 0; i < repeats; ++i)
        line.ours.all.push_back(timed(
            [&] {
                window.forget();
                window.ranking()->sortByColumn(static_cast<int>(column),
                                               i % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
            },
            [&] { return window.rankingSeen(); }, "the sorted ranking is painted"));
}

} // namespace

void measureRepaint(OurWindow& window)
{
    const auto bare = besides(window);
    Line line {"repaint of the ranking", {}, {}, "the default delegate"};
    Line empty {"  … beside it", {}, {}, "a delegate that paints nothing"};
    EmptyDelegate nothing;
    QAbstractItemDelegate* const usual = bare->table->itemDelegate();
    for (int i = 0; i < repeats; ++i) {
        line.ours.all.push_back(repaint(window.ranking()->viewport()));
        line.bare.all.push_back(repaint(bare->table->viewport()));
    }
    bare->table->setItemDelegate(&nothing);
    for (int i = 0; i < repeats; ++i)
        empty.bare.all.push_back(repaint(bare->table->viewport()));
    bare->table->setItemDelegate(usual);
    empty.ours = line.ours;
    print(line);
    print(empty);
}

void measureSort(OurWindow& window)
{
    const auto bare = besides(window);
    Line number {"sort by a number, to repainted", {}, {}, "QSortFilterProxyModel"};
    Line word {"sort by a name, to repainted"};
    const auto top = [&] { return window.ranking()->model()->index(0, 1).data().toString(); };
    const QString before = top();
    application().beginPhase(u"sort"_s);
    sort(window, number, RankingColumn::Eps);
    must(top() != before, "sorting moves rows");
    sort(window, word, RankingColumn::Company);
    window.ranking()->sortByColumn(static_cast<int>(RankingColumn::Rank), Qt::AscendingOrder);
    application().beginPhase({});
    for (int i = 0; i < repeats; ++i)
        number.bare.all.push_back(timedBare(*bare, [&] {
            bare->table->sortByColumn(3, i % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
        }));
    window.settle();
    print(number);
    print(word);
}

void measureFilter(OurWindow& window)
{
    const auto bare = besides(window);
    Line word {"a key in the filter of companies, to repainted", {}, {}, "QSortFilterProxyModel"};
    Line number {"a key in the filter of conviction, to repainted"};
    const int rows = window.ranking()->model()->rowCount();
    const QString name = window.ranking()->model()->index(rows / 2, 2).data().toString();
    application().beginPhase(u"filter"_s);
    int fewest = typeFilter(window, word, RankingColumn::Company, name.left(8));
    fewest = std::min(fewest, typeFilter(window, number, RankingColumn::Conviction, u">55.5"_s));
    application().beginPhase({});
    must(fewest < rows, "a filter leaves rows out");
    must(window.ranking()->model()->rowCount() == rows, "without a filter all rows are there");
    for (int i = 0; i < repeats; ++i)
        word.bare.all.push_back(
            timedBare(*bare, [&] { bare->sorted.setFilterFixedString(i % 2 == 0 ? u"1"_s : u"12"_s); }));
    print(word);
    print(number);
}

} // namespace plumbline
