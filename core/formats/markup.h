#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>

namespace plumbline {

/// Text of a workspace as text of a page, never its markup.
QString htmlText(const QString& plain);

/// A whole page that needs nothing else, in the look all pages have. `title` is plain, `body` is markup.
QByteArray htmlPage(const QString& title, const QString& body, const QLocale& locale);

/// On one line, with every letter that Markdown might take for markup behind a backslash.
QString markdownText(const QString& plain);

} // namespace plumbline
