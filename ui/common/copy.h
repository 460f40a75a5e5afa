#pragma once

class QAbstractItemView;

namespace plumbline {

enum class CopyHeaders { No, Yes };

/// Puts the selected cells on the clipboard as tab-separated text, with values at full precision.
void copySelection(const QAbstractItemView& view, CopyHeaders headers);

} // namespace plumbline
