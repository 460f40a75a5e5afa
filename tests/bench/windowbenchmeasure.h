#pragma once

#include "tests/bench/windowbenchwatch.h"

#include <QString>

#include <functional>

namespace plumbline {

inline constexpr int starts = 9;
inline constexpr int repeats = 99;

/// Ends the program: what is measured did not happen.
[[noreturn]] void giveUp(const char* what);
void must(bool happened, const char* what);

WatchedApplication& application();

/// What one measure gave, ours beside what bare Qt takes for the like; without samples of bare there is nothing beside it.
struct Line
{
    const char* name = "";
    Samples ours {};
    Samples bare {};
    const char* bareName = "";
};

void printHead();
void print(const Line& line);

/// The time of `work`, done as the user does it, from the event loop, until `done`.
double timed(const std::function<void()>& work, const std::function<bool()>& done, const char* what);

/// The time a widget takes to paint itself.
double repaint(QWidget* widget);

/// Presses a key, as somebody would.
void press(QWidget* widget, int key, const QString& text);

/// While it lives, nobody else hears what is painted.
class PaintedBy
{
public:
    explicit PaintedBy(std::function<void(const QWidget*)> heard);
    ~PaintedBy();
    Q_DISABLE_COPY_MOVE(PaintedBy)

private:
    std::function<void(const QWidget*)> m_before;
};

} // namespace plumbline
