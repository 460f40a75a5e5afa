#pragma once

#include "core/report/card.h"

#include <QByteArray>

namespace plumbline {

/// The whole card as text for a terminal: UTF-8, 100 columns, wrapped at words. What is not known says why
/// where it stands, and again at the end. The same card gives the same bytes.
QByteArray cardToText(const Card& card, const QLocale& locale);

} // namespace plumbline
