#pragma once

#include "app/arguments.h"
#include "core/values/result.h"

#include <QByteArray>
#include <QLocale>

namespace plumbline {

/// How a command ends: the exit status a script sees.
enum Status { Done = 0, Failed = 1, Misused = 2 };

/// One sentence on standard error; returns the status.
int complain(const QString& sentence, Status status);

/// What went well or is worth knowing, on standard error: standard output belongs to results.
void say(const QString& sentence);

/// A result to --out or standard output.
int deliver(const Arguments& arguments, const QByteArray& bytes);

/// English figures wherever the words go to a script or a terminal: the same input gives the same bytes everywhere.
QLocale commandLocale();

} // namespace plumbline
