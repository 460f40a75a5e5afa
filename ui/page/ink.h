#pragma once

#include <QRgb>

#include <array>

namespace plumbline {

/// Lengths on paper are in tenths of a point: fine enough that whole ones need no care.
constexpr double point = 10;

/// The colours of paper: light, whatever the window wears, and each readable in black and white.
namespace ink {
constexpr QRgb text = 0xff151a21;
constexpr QRgb muted = 0xff55606f;
constexpr QRgb line = 0xffd3dae3;
constexpr QRgb strongLine = 0xff151a21;
constexpr QRgb track = 0xffe4e9f0;
constexpr QRgb band = 0xffc3cddb;
constexpr QRgb accent = 0xff0b5fc0;
constexpr QRgb bar = 0xff2f74e6;
constexpr QRgb above = 0xffa14a00;
constexpr QRgb warning = 0xff775300;
constexpr QRgb quoteBar = 0xffc6d6f2;
constexpr std::array<QRgb, 7> components {0xff2f74e6, 0xff6db5f2, 0xff2e9f7f, 0xffcf9f1f,
                                          0xff9466d6, 0xffd96f45, 0xff7d90ac};
} // namespace ink

} // namespace plumbline
