#pragma once

#include "ui/common/roles.h"

#include <QColor>
#include <QPalette>

#include <array>

class QApplication;

namespace plumbline {

enum class ColourTheme { Dark, Light };

/// The colours of a theme that a palette has no place for.
struct Colours
{
    QColor window {}; ///< behind the panes
    QColor pane {};   ///< tables and texts stand on it
    QColor raised {}; ///< headers, chips, fields
    QColor line {};
    QColor text {};
    QColor muted {};
    QColor selection {};
    QColor accent {}; ///< also of figures that go up
    QColor down {};   ///< orange: the other sign
    QColor input {};
    QColor override {};
    QColor warning {};
    QColor track {}; ///< the empty part of a bar
    std::array<QColor, 7> components {};
};

const Colours& coloursOf(ColourTheme theme);
/// The colours that go with a palette of ours.
const Colours& coloursOf(const QPalette& palette);
QColor toneColour(const Colours& colours, Tone tone);

QPalette paletteOf(ColourTheme theme);

/// Style, font, palette and the one style sheet of the program.
void applyTheme(QApplication& application, ColourTheme theme);

/// The contrast of two colours as WCAG defines it, 1 to 21.
double contrast(const QColor& one, const QColor& other);

} // namespace plumbline
