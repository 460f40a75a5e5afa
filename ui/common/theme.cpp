#include "ui/common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

/// Names of the form @line are replaced by the theme's colours.
constexpr const char16_t* styleSheet = uR"(
QMainWindow, QSplitter { background: @window; }
QToolBar { background: @window; border: 0; border-bottom: 1px solid @line; padding: 5px 8px; spacing: 8px; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: @window; }
QFrame#pane { background: @pane; border: 1px solid @line; border-radius: 5px; }
QTableView, QTreeView, QScrollArea { border: 0; }
QHeaderView { background: @raised; border: 0; }
QHeaderView::section { background: @raised; color: @muted; border: 0; border-bottom: 1px solid @line; padding: 4px 6px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: padding; subcontrol-position: bottom center; width: 9px; height: 5px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; padding: 7px 11px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover, QTabBar::tab:focus { color: @text; background: @raised; }
QLineEdit { background: @raised; border: 1px solid @line; border-radius: 4px; padding: 3px 6px; selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus { border-color: @accent; }
plumbline--ValueField { padding: 1px 4px; }
plumbline--ValueField:read-only { background: transparent; border-color: transparent; }
plumbline--ValueField:read-only:hover { border-color: @line; }
plumbline--ValueField:focus { border-color: @accent; }
QMenuBar { background: @window; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 3px; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @raised; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 12px; border-radius: 3px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px; }
QToolBar QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 3px 8px; }
QToolBar QToolButton:hover, QToolBar QToolButton:focus { background: @raised; border-color: @line; }
QToolBar QToolButton:disabled { color: @muted; }
QMainWindow::separator { background: @window; width: 6px; height: 6px; }
QDockWidget { color: @text; font-weight: bold; }
QDockWidget::title { background: @window; padding: 4px 8px; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
)";

QColor colour(const char* name)
{
    return QColor(QLatin1String(name));
}

Colours dark()
{
    return {
        .window = colour("#12161b"),
        .pane = colour("#191e25"),
        .raised = colour("#212832"),
        .line = colour("#2e3743"),
        .text = colour("#e7ebf0"),
        .muted = colour("#9ba7b6"),
        .selection = colour("#20375b"),
        .accent = colour("#62a8ff"),
        .down = colour("#f2a25c"),
        .input = colour("#7db7ff"),
        .override = colour("#f495dc"),
        .warning = colour("#e8bd57"),
        .track = colour("#2a323d"),
        .components = {colour("#4b8df8"), colour("#7cc7ff"), colour("#4fc0a0"), colour("#dcb545"),
                       colour("#b58dea"), colour("#ef8d6a"), colour("#93a7c3")},
    };
}

Colours light()
{
    return {
        .window = colour("#eef1f5"),
        .pane = colour("#ffffff"),
        .raised = colour("#f3f5f9"),
        .line = colour("#d3dae3"),
        .text = colour("#151a21"),
        .muted = colour("#55606f"),
        .selection = colour("#d5e5fc"),
        .accent = colour("#0b5fc0"),
        .down = colour("#a14a00"),
        .input = colour("#0a58a8"),
        .override = colour("#a01a88"),
        .warning = colour("#775300"),
        .track = colour("#e4e9f0"),
        .components = {colour("#2f74e6"), colour("#6db5f2"), colour("#2e9f7f"), colour("#cf9f1f"),
                       colour("#9466d6"), colour("#d96f45"), colour("#7d90ac")},
    };
}

/// A channel of a colour as light, as WCAG defines it.
double light(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * light(colour.redF()) + 0.7152 * light(colour.greenF()) + 0.0722 * light(colour.blueF());
}

QString filledStyleSheet(const Colours& colours)
{
    QString sheet = QString::fromUtf16(styleSheet);
    for (const auto& [name, value] : {std::pair {u"@window"_s, colours.window},
                                      {u"@pane"_s, colours.pane},
                                      {u"@raised"_s, colours.raised},
                                      {u"@line"_s, colours.line},
                                      {u"@text"_s, colours.text},
                                      {u"@muted"_s, colours.muted},
                                      {u"@selection"_s, colours.selection},
                                      {u"@accent"_s, colours.accent}})
        sheet.replace(name, value.name());
    return sheet;
}

} // namespace

const Colours& coloursOf(ColourTheme theme)
{
    static const Colours darkColours = dark();
    static const Colours lightColours = light();
    return theme == ColourTheme::Dark ? darkColours : lightColours;
}

const Colours& coloursOf(const QPalette& palette)
{
    return coloursOf(palette.color(QPalette::Window).lightness() < 128 ? ColourTheme::Dark
                                                                       : ColourTheme::Light);
}

QColor toneColour(const Colours& colours, Tone tone)
{
    switch (tone) {
    case Tone::Muted: return colours.muted;
    case Tone::Input: return colours.input;
    case Tone::Override: return colours.override;
    case Tone::Warning: return colours.warning;
    case Tone::Up: return colours.accent;
    case Tone::Down: return colours.down;
    case Tone::Plain:
    case Tone::Strong:
    case Tone::Heading: break;
    }
    return colours.text;
}

QPalette paletteOf(ColourTheme theme)
{
    const Colours& own = coloursOf(theme);
    QPalette palette(own.raised, own.window);
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const bool disabled = group == QPalette::Disabled;
        const QColor text = disabled ? own.muted : own.text;
        palette.setColor(group, QPalette::WindowText, text);
        palette.setColor(group, QPalette::Text, text);
        palette.setColor(group, QPalette::ButtonText, text);
        palette.setColor(group, QPalette::BrightText, own.warning);
        palette.setColor(group, QPalette::ToolTipText, own.text);
        palette.setColor(group, QPalette::PlaceholderText, own.muted);
        palette.setColor(group, QPalette::Base, own.pane);
        palette.setColor(group, QPalette::AlternateBase, own.raised);
        palette.setColor(group, QPalette::ToolTipBase, own.raised);
        palette.setColor(group, QPalette::Button, own.raised);
        palette.setColor(group, QPalette::Highlight, own.selection);
        palette.setColor(group, QPalette::HighlightedText, own.text);
        palette.setColor(group, QPalette::Link, own.accent);
        palette.setColor(group, QPalette::LinkVisited, own.accent);
        palette.setColor(group, QPalette::Mid, own.line);
    }
    return palette;
}

void applyTheme(QApplication& application, ColourTheme theme)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    if (QFontDatabase::hasFamily(u"Noto Sans"_s)) // its digits are as wide as each other
        QApplication::setFont(QFont(u"Noto Sans"_s, 10));
    QApplication::setPalette(paletteOf(theme));
    application.setStyleSheet(filledStyleSheet(coloursOf(theme)));
}

double contrast(const QColor& one, const QColor& other)
{
    const double lighter = std::max(luminance(one), luminance(other));
    const double darker = std::min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace plumbline
