#!/usr/bin/env python3
"""Proves who may use whom: over the #include lines of core/, ui/ and app/, and over what CMake's targets link.

Debian's include path lets <QtWidgets/QWidget> compile in any target, so the linker alone proves little.

    layers.py [--root FOLDER] [--links BUILD/links.txt]

--links is the file packaging/cmake/Links.cmake writes when configuring; without it only the sources are read.
Prints each violation as file:line: what, and the rule it breaks. Exit 0: none; 1: some; 2: could not check.
"""

import argparse
import functools
import os
import re
import subprocess
import sys
from pathlib import Path

# ── The rules, as data ──────────────────────────────────────────────────────────────────────────────────────────────

# A layer's folders; CMake target names (the first that exists counts); layers, Qt modules and other libraries it may
# use. `private`: what it may use but not pass on: no other layer's source may get it through one of its headers, and
# CMake must link it PRIVATE.
LAYERS = {
    "analysis": dict(
        folders=["core/values", "core/text", "core/formula", "core/company", "core/transcript", "core/reading",
                 "core/uplift", "core/signals", "core/conviction", "core/report"],
        layers=[], qt=["QtCore"], libraries=["expected"], private=[]),
    "formats": dict(
        folders=["core/formats"],
        layers=["analysis"], qt=["QtCore"], libraries=["expected"], private=["json", "xlsxwriter"]),
    "sources": dict(
        folders=["core/net", "core/fmp", "core/edgar", "core/options", "core/llm", "core/store", "core/secrets",
                 "core/poppler"],
        layers=["analysis", "formats"], qt=["QtCore"], libraries=["expected"],
        private=["QtNetwork", "QtSql", "QtConcurrent", "QtDBus", "json", "sqlite", "keychain", "poppler",
                 "zlib", "posix"]),
    "desk": dict(
        folders=["core/desk"],
        layers=["analysis", "sources", "formats"], qt=["QtCore", "QtConcurrent"], libraries=["expected"], private=[]),
    "page": dict(
        folders=["ui/page"],
        layers=["analysis"], qt=["QtCore", "QtGui"], libraries=["expected"], private=["qpdf"]),
    "ui": dict(
        folders=["ui"],  # and what is below it, but for ui/page
        layers=["analysis", "desk", "page", "formats"],
        qt=["QtCore", "QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtSvgWidgets", "QtPrintSupport"],
        libraries=["expected"], private=[]),
    "app": dict(
        folders=["app"],
        layers=["analysis", "formats", "sources", "desk", "page", "ui"], qt=["*"], libraries=["*"], private=[]),
}

# CMake targets of a layer. Whatever else compiles files of a layer is a violation.
TARGETS = {layer: [layer, "plumbline_" + layer] for layer in LAYERS}
TARGETS["app"].append("plumbline")

# Inside analysis only downwards: a folder may include itself and those before it.
ORDER = ["values", "text", "formula", "company", "transcript", "reading", "uplift", "signals", "conviction", "report"]

# Libraries that are neither Qt nor the standard library: how their headers and their CMake targets look.
LIBRARIES = {
    "expected": dict(headers=r"tl/", targets=["tl::expected"]),
    "json": dict(headers=r"nlohmann/", targets=["nlohmann_json::nlohmann_json"]),
    "xlsxwriter": dict(headers=r"xlsxwriter(\.h$|/)", targets=["xlsxwriter", "PkgConfig::xlsxwriter"]),
    "sqlite": dict(headers=r"sqlite3\.h$", targets=["SQLite::SQLite3"]),
    "keychain": dict(headers=r"qt6?keychain/", targets=["qt6keychain", "Qt6Keychain::Qt6Keychain"]),
    "zlib": dict(headers=r"zlib\.h$", targets=["ZLIB::ZLIB"]),
    "poppler": dict(headers=r"poppler", targets=["PkgConfig::poppler", "poppler-cpp"]),
    "qpdf": dict(headers=r"qpdf/", targets=["qpdf::libqpdf", "PkgConfig::qpdf", "qpdf"]),
    "posix": dict(headers=r"(sys|linux)/|(unistd|fcntl|signal|pthread|dlfcn|poll|termios)\.h$", targets=[]),
}

# Links that are no one's business but the compiler's.
HARMLESS_LINKS = ["Threads::Threads"]

# In a layer that may otherwise use QtCore and the standard library, these headers are forbidden, each for its reason.
PURE = "the same input must give the same output: "
FORBIDDEN_HEADERS = {
    "analysis": {
        PURE + "no QObject": ["QObject", "QAbstractItemModel", "QAbstractListModel", "QAbstractTableModel", "QEvent",
                              "QSignalMapper", "QEventLoop", "QPointer", "QTranslator"],
        PURE + "no files": ["QFile", "QFileInfo", "QFileDevice", "QSaveFile", "QTemporaryFile", "QTemporaryDir", "QDir",
                            "QDirIterator", "QIODevice", "QBuffer", "QStandardPaths", "QStorageInfo", "QLockFile",
                            "QFileSystemWatcher", "QResource", "QDataStream", "QLibrary", "QPluginLoader",
                            "filesystem", "fstream", "iostream", "cstdio"],
        PURE + "no settings": ["QSettings", "QProcessEnvironment"],
        PURE + "no other processes": ["QProcess", "QSharedMemory", "QSystemSemaphore"],
        PURE + "no threads": ["QThread", "QThreadPool", "QRunnable", "QMutex", "QMutexLocker", "QReadWriteLock",
                              "QSemaphore", "QWaitCondition", "QFuture", "QFutureWatcher", "QPromise", "QThreadStorage",
                              "thread", "future", "mutex", "shared_mutex", "condition_variable", "semaphore", "latch",
                              "barrier", "stop_token", "atomic"],
        PURE + "no clock": ["QTimer", "QBasicTimer", "QElapsedTimer", "QDeadlineTimer", "ctime"],
        "JSON belongs in core/formats": ["QJsonDocument", "QJsonObject", "QJsonArray", "QJsonValue", "QJsonParseError",
                                         "QCborValue", "QCborMap", "QCborArray", "QCborStreamReader",
                                         "QCborStreamWriter"],
    },
    "formats": {
        "formats turn bytes into values and back; who calls them reads and writes the files":
            ["QFile", "QFileInfo", "QSaveFile", "QTemporaryFile", "QTemporaryDir", "QDir", "QDirIterator",
             "QStandardPaths", "QLockFile", "QFileSystemWatcher", "QSettings", "QProcess", "filesystem", "fstream",
             "iostream"],
    },
    "ui": {
        "JSON belongs in core/formats": ["QJsonDocument", "QJsonObject", "QJsonArray", "QJsonValue"],
    },
}

# Words in the code (comments and strings apart) that do the same without a header of their own.
FORBIDDEN_WORDS = {
    "analysis": {
        PURE + "no clock, an asOf is passed in": [r"\bcurrentDateTime(Utc)?\b", r"\bcurrentDate\b", r"\bcurrentTime\b",
                                                 r"\bcurrentM?SecsSinceEpoch\b",
                                                 r"\b(system|steady|high_resolution)_clock\b"],
        PURE + "no randomness without a seed": [r"\brandom_device\b", r"\bQRandomGenerator::(global|system)\b",
                                                r"\bstd::s?rand\b"],
        PURE + "the locale is an argument": [r"\bQLocale::system\b", r"\bQLocale\s*\(\s*\)", r"\bQLocale\s*\{\s*\}"],
        PURE + "no environment": [r"\bgetenv\b", r"\bqEnvironmentVariable\w*\b", r"\bqgetenv\b"],
        PURE + "no QObject": [r"\bQ_OBJECT\b", r"\bpublic\s+QObject\b", r"\bQCoreApplication::(?!translate\b)",
                              r"\bqApp\b"],
    },
}

# (file without its ending, header): allowed all the same.
EXCEPTIONS = {
    ("core/uplift/simulation", "thread"),  # draws in parallel slices; each slice has a seed of its own
}

# Files that exist only after the build.
GENERATED = re.compile(r"(^|/)(\w+\.moc|moc_\w+\.cpp|ui_\w+\.h|qrc_\w+\.cpp|plumbline_version\.h)$")

# ── Reading the sources ─────────────────────────────────────────────────────────────────────────────────────────────

INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|import)[ \t]*(?:<([^>\n]+)>|"([^"\n]+)")', re.MULTILINE)
COMMENT_OR_TEXT = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\ \n]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z_])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


class CannotCheck(Exception):
    pass


def blanked(text, keep_strings=False):
    """The text with comments (and strings) blanked, line for line."""
    def blank(match):
        found = match.group(0)
        if keep_strings and not found.startswith("/"):
            return found
        return re.sub(r"[^\n]", " ", found)
    return COMMENT_OR_TEXT.sub(blank, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def qt_header_folder():
    for command in (["qmake6", "-query", "QT_INSTALL_HEADERS"], ["qtpaths6", "--query", "QT_INSTALL_HEADERS"],
                    ["pkg-config", "--variable=includedir", "Qt6Core"]):
        try:
            folder = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            continue
        if folder and (Path(folder) / "QtCore").is_dir():
            return Path(folder)
    raise CannotCheck("Qt's headers were not found: neither qmake6, qtpaths6 nor pkg-config names their folder")


@functools.lru_cache(maxsize=None)
def qt_modules():
    """Header name -> module, with class headers (QWidget), file headers (qwidget.h) and whole modules (QtWidgets)."""
    modules = {}
    for folder in sorted(qt_header_folder().glob("Qt*")):
        if not folder.is_dir():
            continue
        modules[folder.name] = folder.name
        for header in folder.iterdir():
            if header.is_file():
                modules.setdefault(header.name, folder.name)
    return modules


def layer_of(path):
    """The layer of a path from the root: the one with the longest folder that holds it."""
    best = None
    for layer, rules in LAYERS.items():
        for folder in rules["folders"]:
            if path.startswith(folder + "/") and (best is None or len(folder) > best[0]):
                best = (len(folder), layer)
    return best[1] if best else None


class Checker:
    def __init__(self, root):
        self.root = Path(root)
        self.modules = qt_modules()
        self.violations = []
        self.includes = {}  # path -> [(line, header, in quotes)]

    def report(self, path, line, what, rule):
        self.violations.append(f"{path}:{line}: {what}\n    rule: {rule}")

    # What a header that is not ours belongs to: ("qt", module), ("library", name), ("standard", name) or None.
    def origin(self, header):
        first, _, rest = header.partition("/")
        if re.fullmatch(r"Qt[A-Z]\w*", first) and self.modules.get(first, first) == first:  # installed here or not
            return ("private", header) if "private/" in rest else ("qt", first)
        if header.startswith("private/"):
            return "private", header
        for name, library in LIBRARIES.items():
            if re.match(library["headers"], header):
                return "library", name
        if header in self.modules and header[0] in "Qq":
            return "qt", self.modules[header]
        if re.fullmatch(r"[a-z_0-9]+", header):
            return "standard", header
        return None

    def allowed(self, rules, name):
        return any(name in rules[kind] or "*" in rules[kind] for kind in ("qt", "libraries", "private"))

    def check_sources(self):
        files = sorted(p for top in ("core", "ui", "app") for p in (self.root / top).rglob("*")
                       if p.suffix in (".h", ".hpp", ".cpp", ".cc", ".inl", ".ipp"))
        for file in files:
            path = file.relative_to(self.root).as_posix()
            layer = layer_of(path)
            if layer is None:
                self.report(path, 1, "this folder belongs to no layer", "each folder is in the table of tests/house/layers.py")
                continue
            text = file.read_text(encoding="utf-8", errors="replace")
            self.includes[path] = []
            for match in INCLUDE.finditer(blanked(text, keep_strings=True)):
                header, quoted = match.group(1) or match.group(2), match.group(1) is None
                line = line_of(text, match.start(1 if match.group(1) else 2))
                self.includes[path].append((line, header))
                self.check_include(path, layer, line, header, quoted)
            code = blanked(text)
            for rule, words in FORBIDDEN_WORDS.get(layer, {}).items():
                for word in words:
                    for match in re.finditer(word, code):
                        self.report(path, line_of(code, match.start()), f"{match.group(0)!r} in layer {layer}", rule)
        self.check_leaks()
        return len(files)

    def check_include(self, path, layer, line, header, quoted):
        top = header.split("/")[0]
        if top in ("core", "ui", "app"):
            self.check_own(path, layer, line, header)
            return
        if GENERATED.search(header):
            return
        found = self.origin(header)
        if quoted and (found is None or "/" not in header and (self.root / path).parent.joinpath(header).exists()
                       or header.startswith(".")):
            self.report(path, line, f'"{header}" is not named from the root',
                        'own headers are written as "core/formula/parse.h"')
            return
        if found is None:
            self.report(path, line, f"<{header}> belongs to no known library",
                        "each library is in the table of tests/house/layers.py")
            return
        kind, name = found
        rules = LAYERS[layer]
        if kind == "private":
            self.report(path, line, f"<{header}> is private to Qt", "only Qt's public interface is used")
            return
        if kind in ("qt", "library") and not self.allowed(rules, name):
            may = ", ".join(rules["qt"] + rules["libraries"] + rules["private"])
            self.report(path, line, f"layer {layer} includes <{header}> of {name}", f"{layer} may use {may}")
            return
        plain = header.split("/")[-1]
        for rule, headers in FORBIDDEN_HEADERS.get(layer, {}).items():
            if any(plain == h or plain == h.lower() + ".h" for h in headers):
                if (os.path.splitext(path)[0], plain) not in EXCEPTIONS:
                    self.report(path, line, f"layer {layer} includes <{header}>", rule)

    def check_own(self, path, layer, line, header):
        target = layer_of(header)
        if target is None:
            self.report(path, line, f'"{header}" lies in no layer', "each folder is in the table of tests/house/layers.py")
            return
        if target != layer:
            if target not in LAYERS[layer]["layers"]:
                may = ", ".join(LAYERS[layer]["layers"]) or "no other layer"
                self.report(path, line, f'layer {layer} includes "{header}" of layer {target}', f"{layer} may include {may}")
            return
        if layer == "analysis":
            own, other = path.split("/")[1], header.split("/")[1]
            if ORDER.index(other) > ORDER.index(own):
                self.report(path, line, f'core/{own} includes "{header}"', "inside analysis: " + " ← ".join(ORDER))

    # A private library must not come to another layer through a header.
    def private_in(self, header, layer, seen):
        if header in seen or header not in self.includes:
            return None
        seen.add(header)
        for _, name in self.includes[header]:
            if name.split("/")[0] in ("core", "ui", "app"):
                if layer_of(name) == layer:
                    through = self.private_in(name, layer, seen)
                    if through:
                        return through
                continue
            found = self.origin(name)
            if found and found[1] in LAYERS[layer]["private"]:
                return f"<{name}> in {header}"
        return None

    def check_leaks(self):
        for path, includes in self.includes.items():
            own = layer_of(path)
            if "*" in LAYERS[own]["libraries"]:
                continue
            for line, header in includes:
                layer = layer_of(header)
                if layer and layer != own:
                    leak = self.private_in(header, layer, set())
                    if leak:
                        self.report(path, line, f'"{header}" brings {leak}',
                                    f"what {layer} uses privately stays in its sources and its own headers")

    # ── Reading the links ───────────────────────────────────────────────────────────────────────────────────────────

    def check_links(self, links_file):
        layer_of_target = {target: layer for layer, targets in TARGETS.items() for target in targets}
        library_of_target = {target: name for name, lib in LIBRARIES.items() for target in lib["targets"]}
        text = Path(links_file).read_text(encoding="utf-8")
        seen = set()
        for line in filter(None, text.split("\n")):
            target, kind, visibility, name = line.split("|", 3)
            where = f"target {target}"
            layer = layer_of_target.get(target)
            seen.add(layer)
            if kind == "source":
                of = layer_of(name)
                if of is not None and of != layer and Path(name).suffix in (".cpp", ".cc", ".c", ".h"):
                    self.report(where, 0, f"compiles {name} of layer {of}", "a target compiles the folders of its own layer")
                continue
            if layer is None:
                continue  # a test, a benchmark
            rules = LAYERS[layer]
            names = re.findall(r"[A-Za-z_][\w-]*(?:::[\w-]+)?", name) if "$<" in name else [name]
            for each in names:
                self.check_link(where, layer, rules, each, visibility, layer_of_target, library_of_target)
        for layer in LAYERS:
            has_code = any(layer_of(path) == layer and path.endswith(".cpp") for path in self.includes)
            if has_code and layer not in seen:
                self.report(links_file, 0, f"no CMake target for layer {layer}",
                            "a layer is a target: " + " or ".join(TARGETS[layer]))

    def check_link(self, where, layer, rules, name, visibility, layer_of_target, library_of_target):
        if name in HARMLESS_LINKS or "*" in rules["libraries"]:
            return
        other = layer_of_target.get(name)
        if other is not None:
            if other != layer and other not in rules["layers"]:
                self.report(where, 0, f"links {name}", f"{layer} may link {', '.join(rules['layers']) or 'no other layer'}")
            return
        qt = re.fullmatch(r"Qt6?::(\w+)", name)
        library = "Qt" + qt.group(1) if qt else library_of_target.get(name)
        if library is None:
            if "::" in name:
                self.report(where, 0, f"links {name}, which is not in the table",
                            "each library is in the table of tests/house/layers.py")
            return  # a target of the build itself, such as resources
        if not self.allowed(rules, library):
            may = ", ".join(rules["qt"] + rules["libraries"] + rules["private"])
            self.report(where, 0, f"links {name}", f"{layer} may use {may}")
        elif library in rules["private"] and visibility == "PUBLIC":
            self.report(where, 0, f"links {name} publicly", f"{layer} uses {library} privately")


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2])
    parser.add_argument("--links")
    arguments = parser.parse_args(arguments)
    try:
        checker = Checker(arguments.root)
        count = checker.check_sources()
        if arguments.links:
            checker.check_links(arguments.links)
    except (CannotCheck, OSError) as problem:
        print(f"could not check: {problem}", file=sys.stderr)
        return 2
    for violation in sorted(set(checker.violations)):
        print(violation)
    links = "links checked" if arguments.links else "links not checked (no --links)"
    print(f"{count} files, {links}: {len(set(checker.violations))} violations")
    return 1 if checker.violations else 0


if __name__ == "__main__":
    sys.exit(main())
