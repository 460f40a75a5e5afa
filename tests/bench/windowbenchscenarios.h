#pragma once

#include "tests/bench/windowbenchbare.h"
#include "tests/bench/windowbenchours.h"

namespace plumbline {

// What is measured, each beside its bare counterpart. Memory and starts make windows of their own.

/// Memory of whole processes; it also leaves the scores kept in the workspace, so that starts are warm.
void measureMemory(const QString& workspace);
/// What a process started by measureMemory does.
int tellMemory(const QString& workspace);
/// Nine starts; the last window stays.
std::unique_ptr<OurWindow> measureStart(const QString& workspace);

/// A company's edit, an edit of the tax rate, cards opened.
void measureEdits(OurWindow& window);
void measureTaxRate(OurWindow& window);
void measureCards(OurWindow& window);

/// A refresh of 2,000 companies against a server on this computer, in a workspace of its own.
void measureRefresh();

void measureRepaint(OurWindow& window);
void measureSort(OurWindow& window);
void measureFilter(OurWindow& window);

/// The bare table, painted once; in how many milliseconds.
std::unique_ptr<BareWindow> shownBare(QSize size, double& milliseconds);

} // namespace plumbline
