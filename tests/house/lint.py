#!/usr/bin/env python3
"""House rules a compiler cannot see, each with its reason.

    lint.py [--root FOLDER] [FILE…]      all files of the project, or these

A finding is file:line: rule: reason. One line may be excused at its end with `// lint: RULE: why`.
Exit 0: none (warnings do not count); 1: some.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

# ── The rules, as data ──────────────────────────────────────────────────────────────────────────────────────────────

LONG, TOO_LONG = 300, 400
# Files that may be longer, and why.
LONG_FILES = {}

PROGRAM = ("core/", "ui/", "app/")
# Rule, where (path beginnings), pattern in the code without comments and strings, reason.
PATTERNS = [
    ("event-loop", PROGRAM, r"\bprocessEvents\s*\(|\bQEventLoop\b|\bwaitForFinished\s*\(",
     "a loop inside a loop runs slots where nobody expects them; receive a future instead"),
    ("variant-map", ("core/",), r"\bQVariantMap\b|\bQVariantHash\b",
     "values have types; JSON ends in the parser and QVariant begins in the model"),
    ("string-connect", PROGRAM, r"\b(SIGNAL|SLOT)\s*\(",
     "a connection by member pointers is checked by the compiler"),
    ("item-widget", ("ui/",), r"\bnew\s+Q(Table|List|Tree)Widget\b|\bmake_unique<Q(Table|List|Tree)Widget>",
     "a model knows its rows, keeps selection on change and can be tested; an item widget copies them"),
    ("action", ("ui/",), r"\bnew\s+Q(Action|Shortcut)\b|\baddAction\s*\(\s*tr\b",
     "every action stands in ui/actions with an id: menus, the palette and the page of keys are made from there"),
    ("modal-loop", ("ui/", "app/"), r"(\.|->)\s*exec\s*\(\s*\)|\bQ(MessageBox|InputDialog|FileDialog)::(get\w+|question|information|warning|critical)\s*\(",
     "a dialog is opened and answers later; a loop of its own stops tests and saving"),
    ("figure-format", ("ui/", "app/", "core/uplift/", "core/signals/", "core/conviction/", "core/report/"),
     r",\s*'[efgEG]'\s*[,)]",
     "only core/text writes figures, so that one figure looks the same everywhere"),
]

# A control made in ui needs a name for tests and window state, and one for a screen reader.
CONTROL = re.compile(r"\bnew\s+Q(TableView|TreeView|ListView|LineEdit|PushButton|ComboBox|ToolButton|TextBrowser|TextEdit|"
                     r"PlainTextEdit|Slider|SpinBox|DoubleSpinBox|CheckBox|RadioButton|DockWidget|TabWidget|ToolBar|Splitter|"
                     r"ScrollArea|Dialog|DialogButtonBox|InputDialog|MessageBox|FileDialog|ProgressBar|StatusBar|CalendarWidget)\b")
OBJECT_NAME = re.compile(r"\bsetObjectName\s*\(|\bnamed(<[^>;]*>)?\s*\(")
ACCESSIBLE_NAME = re.compile(r"\bsetAccessibleName\s*\(|\bsetBuddy\s*\(|\bnamed(<[^>;]*>)?\s*\(")

# Calls that put their text before the user.
SHOWN = re.compile(r"\b(?:setText|setTitle|setWindowTitle|setToolTip|setStatusTip|setWhatsThis|setPlaceholderText|setPrefix|"
                   r"setSuffix|setSpecialValueText|setAccessibleName|setAccessibleDescription|addAction|addMenu|addTab|addRow|"
                   r"addToolBar|showMessage|setInformativeText|setDetailedText|setLabelText|setHtml|"
                   r"new\s+Q(?:Label|PushButton|CheckBox|RadioButton|GroupBox|Action|DockWidget|ToolButton|Menu))\s*\(")
TRANSLATED = re.compile(r"\b(?:tr|translate|QT_TR_NOOP)\s*\(")
STRING = re.compile(r'"((?:\\.|[^"\\\n])*)"')

# Folders of one machine; written in two pieces so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.$}~-])(?:/" + r"home/\w|/" + r"root/\w|/" + r"work/\w|/" + r"Users/\w|[A-Z]:\\\\?" + r"Users\b)")

TEXT_ENDINGS = {".h", ".cpp", ".py", ".sh", ".cmake", ".txt", ".md", ".json", ".sql", ".qss", ".qrc", ".ui", ".yml", ".in",
                ".desktop", ".xml", ""}
EXCUSE = re.compile(r"//\s*lint:\s*([\w-]+)\s*:\s*\S")

COMMENT_OR_TEXT = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\ \n]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z_])\'"\'', re.DOTALL)


def blanked(text, strings):
    def blank(match):
        found = match.group(0)
        if not strings and not found.startswith(("//", "/*")):
            return found
        return re.sub(r"[^\n]", " ", found)
    return COMMENT_OR_TEXT.sub(blank, text)


def closing(text, position):
    """The place behind the bracket that closes the one just before position; strings are stepped over."""
    depth = 1
    while position < len(text) and depth:
        string = STRING.match(text, position)
        if string:
            position = string.end()
            continue
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        position += 1
    return position


class Lint:
    def __init__(self, root):
        self.root = Path(root)
        self.findings = []
        self.warnings = []
        self.styled = []

    def check(self, path):
        try:
            text = (self.root / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return  # not text
        self.path, self.lines = path, text.split("\n")
        self.machine_paths(text)
        if path.endswith((".h", ".cpp")):
            self.source(path, text)

    def find(self, text, position, rule, reason):
        line = text.count("\n", 0, position) + 1
        excuse = EXCUSE.search(self.lines[line - 1])
        if not excuse or excuse.group(1) != rule:
            self.findings.append(f"{self.path}:{line}: {rule}: {reason}")

    def machine_paths(self, text):
        for match in MACHINE_PATH.finditer(text):
            self.find(text, match.start(), "machine-path", f"{match.group(0)!r}… is a folder of one machine")

    def source(self, path, text):
        code, speech = blanked(text, strings=True), blanked(text, strings=False)
        if path.endswith(".h") and "#pragma once" not in text:
            self.find(text, 0, "pragma-once", "a header is read once")
        if path.endswith(".h"):
            for match in re.finditer(r"^[ \t]*using\s+namespace\s+(?!Qt::(?:Literals|StringLiterals)\b)[\w:]+", code, re.MULTILINE):
                self.find(code, match.start(), "using-in-header", "a header decides for everyone who includes it")
        if not path.startswith(PROGRAM):
            return
        self.length(path)
        for rule, places, pattern, reason in PATTERNS:
            if path.startswith(places):
                for match in re.finditer(pattern, code):
                    self.find(code, match.start(), rule, reason)
        for match in re.finditer(r"(\.|->)\s*setStyleSheet\s*\(", code):
            self.styled.append((path, code.count("\n", 0, match.start()) + 1))
        if path.startswith("ui/"):
            self.names(code)
            self.translations(speech)

    def length(self, path):
        lines = len(self.lines) - 1
        if lines > LONG and path not in LONG_FILES:
            where = self.findings if lines > TOO_LONG else self.warnings
            where.append(f"{path}:{lines}: length: {lines} lines; a file is one idea, {LONG} lines hold it")

    def names(self, code):
        controls = list(CONTROL.finditer(code))
        for rule, pattern, reason in [
                ("object-name", OBJECT_NAME, "tests and window state find a control by its object name"),
                ("accessible-name", ACCESSIBLE_NAME, "a screen reader says a control's accessible name")]:
            named = len(pattern.findall(code))
            if named < len(controls):
                self.find(code, controls[-1].start(), rule, f"{len(controls)} controls, {named} named; {reason}")

    def translations(self, text):
        for call in SHOWN.finditer(text):
            shown = text[call.end():closing(text, call.end())]
            translated = TRANSLATED.search(shown)
            while translated:
                shown = shown[:translated.start()] + shown[closing(shown, translated.end()):]
                translated = TRANSLATED.search(shown)
            for string in STRING.finditer(re.sub(r"connect\s*\(.*", "", shown)):
                words = re.sub(r"<[^>]*>|&\w+;|%L?\d+|\\.", "", string.group(1))
                if re.search(r"[^\W\d_]{2}", words):
                    self.find(text, call.start(), "translation", f'"{string.group(1)}" is shown without tr()')
                    break

    def finish(self):
        if len({path for path, _ in self.styled}) > 1:
            for path, line in self.styled:
                self.findings.append(f"{path}:{line}: style-sheet: one file sets the style sheet of the whole program; here are several")


def project_files(root):
    """What the repository holds or is about to; all files if there is no repository."""
    listed = subprocess.run(["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z"],
                            capture_output=True, text=True)
    if listed.returncode == 0:
        names = filter(None, listed.stdout.split("\0"))
    else:
        names = (p.relative_to(root).as_posix() for p in Path(root).rglob("*") if p.is_file())
    return sorted(n for n in names if Path(n).suffix in TEXT_ENDINGS and (Path(root) / n).is_file()
                  and not n.startswith(("build/", ".git/", "tests/fixtures/")))


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2])
    parser.add_argument("files", nargs="*", metavar="FILE")
    arguments = parser.parse_args(arguments)
    lint = Lint(arguments.root)
    files = arguments.files or project_files(arguments.root)
    for path in files:
        lint.check(path)
    lint.finish()
    for warning in lint.warnings:
        print(warning + " (a warning)")
    for finding in lint.findings:
        print(finding)
    print(f"{len(files)} files: {len(lint.findings)} findings, {len(lint.warnings)} warnings")
    return 1 if lint.findings else 0


if __name__ == "__main__":
    sys.exit(main())
