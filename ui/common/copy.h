#pragma once

class QAbstractItemView;
class QWidget;

namespace plumbline {

enum class CopyHeaders { No, Yes };

/// Puts the selected cells on the clipboard as tab-separated text, with values at full precision.
void copySelection(const QAbstractItemView& view, CopyHeaders headers);

/// Puts a picture of what a widget shows on the clipboard, with twice as many points each way as a plain screen has.
void copyPicture(QWidget& shown);

} // namespace plumbline
