#!/usr/bin/env python3
"""Proves that layers.py catches what it says: each case is a small tree with one fault (or none)."""

import contextlib
import io
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import layers  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]


def run(files, links=None):
    """Writes the files (path -> text), runs layers.py over them, gives its exit code and output."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        arguments = ["--root", folder]
        if links is not None:
            Path(folder, "links.txt").write_text(links, encoding="utf-8")
            arguments += ["--links", str(Path(folder, "links.txt"))]
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            code = layers.main(arguments)
        return code, output.getvalue()


def include(*headers):
    return "#pragma once\n" + "".join(f"#include {h if h[0] in '<' + chr(34) else '<' + h + '>'}\n" for h in headers)


class Sources(unittest.TestCase):
    def caught(self, path, text, words, files=None):
        code, output = run({**(files or {}), path: text})
        self.assertEqual(code, 1, output)
        self.assertIn(path + ":", output)
        self.assertIn(words, output)

    def clean(self, path, text, files=None):
        code, output = run({**(files or {}), path: text})
        self.assertEqual(code, 0, output)

    def test_a_good_tree_passes(self):
        code, output = run({
            "core/values/money.h": include("QString", "tl/expected.hpp", "vector"),
            "core/formula/parse.h": include('"core/values/money.h"', "QtCore/QStringView", "span"),
            "core/formula/parse.cpp": include('"core/formula/parse.h"', "qstring.h", "cmath"),
            "core/formats/card.cpp": include('"core/formula/parse.h"', "nlohmann/json.hpp", "QByteArray"),
            "core/store/store.cpp": include('"core/values/money.h"', "QSqlDatabase", "sqlite3.h", "QFile"),
            "core/desk/desk.cpp": include('"core/formats/card.h"', '"core/store/store.h"', "QObject", "QTimer"),
            "ui/page/page.cpp": include('"core/formula/parse.h"', "QPainter"),
            "ui/ranking/model.cpp": include('"core/desk/desk.h"', '"ui/page/page.h"', "QTableView", "QtCharts", '"model.moc"'),
            "app/main.cpp": include('"ui/ranking/model.h"', '"core/store/store.h"', "QNetworkAccessManager", "unistd.h"),
        })
        self.assertEqual(code, 0, output)
        self.assertIn("9 files", output)

    def test_the_line_is_named(self):
        code, output = run({"core/values/money.h": "#pragma once\n\n// <QFile>\n#include <QFile>\n"})
        self.assertEqual(code, 1)
        self.assertIn("core/values/money.h:4:", output)

    def test_every_spelling_of_a_module_is_known(self):
        for header in ["QtWidgets/QWidget", "QWidget", "qwidget.h", "QtWidgets/qwidget.h", "QtWidgets", "QTableView"]:
            self.caught("core/formula/parse.cpp", include(header), "of QtWidgets")
            self.caught("core/desk/desk.cpp", include(header), "of QtWidgets")
            self.caught("ui/page/page.cpp", include(header), "of QtWidgets")
        self.caught("core/formula/parse.cpp", '#include "QWidget"\n', "of QtWidgets")
        self.caught("core/formula/parse.cpp", "  #  include  <QColor> // a comment\n", "of QtGui")

    def test_analysis_uses_no_outside(self):
        for header in ["QObject", "QtCore/QObject", "qobject.h", "QFile", "qfile.h", "QSettings", "QThread", "QTimer",
                       "QElapsedTimer", "QFuture", "QJsonObject", "filesystem", "fstream", "thread", "mutex", "atomic"]:
            self.caught("core/uplift/claim.cpp", include(header), "layer analysis includes")
        for header, of in [("nlohmann/json.hpp", "json"), ("sqlite3.h", "sqlite"), ("QSqlQuery", "QtSql"),
                           ("QNetworkReply", "QtNetwork"), ("QtConcurrent", "QtConcurrent"), ("QColor", "QtGui")]:
            self.caught("core/report/report.cpp", include(header), "of " + of)

    def test_only_the_simulation_has_threads(self):
        self.clean("core/uplift/simulation.cpp", include("thread"))
        self.caught("core/uplift/simulation.cpp", include("mutex"), "no threads")
        self.caught("core/uplift/aggregate.cpp", include("thread"), "no threads")

    def test_analysis_has_no_clock_no_chance_no_locale(self):
        for code, rule in [("auto t = QDateTime::currentDateTimeUtc();", "no clock"),
                           ("auto d = QDate::currentDate();", "no clock"),
                           ("auto t = std::chrono::system_clock::now();", "no clock"),
                           ("std::random_device seed;", "no randomness"),
                           ("auto l = QLocale::system();", "the locale is an argument"),
                           ("auto l = QLocale();", "the locale is an argument"),
                           ("auto e = qEnvironmentVariable(\"HOME\");", "no environment"),
                           ("class A : public QObject", "no QObject"),
                           ("    Q_OBJECT", "no QObject"),
                           ("QCoreApplication::instance();", "no QObject")]:
            self.caught("core/signals/insiders.cpp", code + "\n", rule)
            self.clean("core/desk/desk.cpp", code + "\n")
        self.clean("core/signals/insiders.cpp", '// QDate::currentDate()\nauto s = "system_clock"; /* random_device\n */\n')
        self.clean("core/signals/insiders.cpp", 'QCoreApplication::translate("a", "b"); f(QLocale(QLocale::C));\n')

    def test_analysis_looks_downwards_only(self):
        order = ["values", "text", "formula", "company", "transcript", "reading", "uplift", "signals", "conviction", "report"]
        for i, own in enumerate(order):
            for j, other in enumerate(order):
                text = include(f'"core/{other}/thing.h"')
                if j <= i:
                    self.clean(f"core/{own}/own.cpp", text)
                else:
                    self.caught(f"core/{own}/own.cpp", text, "inside analysis")

    def test_layers_include_only_what_the_arrows_say(self):
        one = {"analysis": "core/values", "formats": "core/formats", "sources": "core/store", "desk": "core/desk",
               "page": "ui/page", "ui": "ui/card", "app": "app"}
        may = {"analysis": [], "formats": ["analysis"], "sources": ["analysis", "formats"],
               "desk": ["analysis", "formats", "sources"], "page": ["analysis"],
               "ui": ["analysis", "formats", "desk", "page"],
               "app": ["analysis", "formats", "sources", "desk", "page", "ui"]}
        for layer, folder in one.items():
            for other, target in one.items():
                text = include(f'"{target}/thing.h"')
                if other == layer or other in may[layer]:
                    self.clean(f"{folder}/own.cpp", text)
                else:
                    self.caught(f"{folder}/own.cpp", text, f"layer {layer} includes")

    def test_ui_has_no_sql_no_http_no_json(self):
        for header in ["QSqlQuery", "QtSql/QSqlDatabase", "QNetworkAccessManager", "nlohmann/json.hpp", "QJsonObject",
                       "sqlite3.h", "QtConcurrent/QtConcurrentRun"]:
            self.caught("ui/card/pane.cpp", include(header), "layer ui includes")

    def test_formats_touch_no_files(self):
        for header in ["QFile", "QDir", "filesystem", "fstream", "QNetworkReply", "QImage"]:
            self.caught("core/formats/xlsx.cpp", include(header), "layer formats includes")

    def test_private_libraries_do_not_travel_in_headers(self):
        formats = {"core/formats/card.h": include('"core/formats/detail.h"'),
                   "core/formats/detail.h": include("nlohmann/json.hpp")}
        self.caught("core/desk/desk.cpp", include('"core/formats/card.h"'), "brings <nlohmann/json.hpp>", formats)
        self.clean("core/formats/card.cpp", include('"core/formats/card.h"'), formats)
        store = {"core/store/store.h": include("QSqlDatabase")}
        self.caught("core/desk/desk.cpp", include('"core/store/store.h"'), "brings <QSqlDatabase>", store)

    def test_own_headers_are_named_from_the_root(self):
        beside = {"core/formula/parse.h": "#pragma once\n"}
        self.caught("core/formula/parse.cpp", include('"parse.h"'), "not named from the root", beside)
        self.caught("core/formula/parse.cpp", include('"../values/money.h"'), "not named from the root")

    def test_unknown_things_are_not_waved_through(self):
        self.caught("core/misc/thing.cpp", "", "belongs to no layer")
        self.caught("core/thing.cpp", "", "belongs to no layer")
        self.caught("core/desk/desk.cpp", include('"core/misc/thing.h"'), "lies in no layer")
        self.caught("core/desk/desk.cpp", include("boost/any.hpp"), "belongs to no known library")
        self.caught("ui/card/pane.cpp", include("QtWidgets/private/qwidget_p.h"), "private to Qt")
        self.caught("ui/card/pane.cpp", include("private/qwidget_p.h"), "private to Qt")


class Links(unittest.TestCase):
    GOOD = ("analysis|link|PUBLIC|Qt6::Core\nanalysis|link|PUBLIC|tl::expected\nanalysis|source|PRIVATE|core/values/a.cpp\n"
            "formats|link|PUBLIC|analysis\nformats|link|PRIVATE|nlohmann_json::nlohmann_json\n"
            "plumbline|link|PRIVATE|Qt6::Widgets\nplumbline|link|PRIVATE|ui\n"
            "card_test|link|PRIVATE|Qt6::Test\ncard_test|source|PRIVATE|tests/card_test.cpp\n")
    TREE = {"core/values/a.cpp": "\n"}

    def caught(self, line, words):
        code, output = run(self.TREE, self.GOOD + line + "\n")
        self.assertEqual(code, 1, output)
        self.assertIn(words, output)

    def test_good_links_pass(self):
        code, output = run(self.TREE, self.GOOD)
        self.assertEqual(code, 0, output)
        self.assertIn("links checked", output)

    def test_a_layer_links_only_what_it_may(self):
        self.caught("analysis|link|PUBLIC|Qt6::Widgets", "links Qt6::Widgets")
        self.caught("analysis|link|PRIVATE|formats", "links formats")
        self.caught("analysis|link|PRIVATE|nlohmann_json::nlohmann_json", "links nlohmann_json")
        self.caught("desk|link|PRIVATE|ui", "links ui")
        self.caught("page|link|PUBLIC|Qt6::Widgets", "links Qt6::Widgets")
        self.caught("ui|link|PRIVATE|Qt6::Sql", "links Qt6::Sql")
        self.caught("plumbline_ui|link|PRIVATE|plumbline_sources", "links plumbline_sources")
        self.caught("ui|link|PRIVATE|Boost::any", "not in the table")
        self.caught("ui|link|PRIVATE|$<$<CONFIG:Debug>:Qt6::Sql>", "links Qt6::Sql")

    def test_private_means_private(self):
        self.caught("sources|link|PUBLIC|Qt6::Sql", "links Qt6::Sql publicly")
        self.caught("formats|link|PUBLIC|nlohmann_json::nlohmann_json", "publicly")

    def test_a_target_compiles_its_own_layer_only(self):
        self.caught("analysis|source|PRIVATE|core/desk/desk.cpp", "compiles core/desk/desk.cpp")
        self.caught("card_test|source|PRIVATE|core/values/a.cpp", "compiles core/values/a.cpp")

    def test_a_layer_without_a_target_is_seen(self):
        code, output = run({"ui/card/pane.cpp": "\n"}, self.GOOD)
        self.assertEqual(code, 1, output)
        self.assertIn("no CMake target for layer ui", output)

    def test_cmake_writes_what_is_read_here(self):
        """A real configure: Links.cmake must tell public from private, and find targets in subfolders."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "core/values").mkdir(parents=True)
            Path(folder, "core/values/a.cpp").write_text("\n")
            Path(folder, "core/values/CMakeLists.txt").write_text(
                "add_library(analysis STATIC a.cpp)\ntarget_link_libraries(analysis PUBLIC outer PRIVATE inner)\n")
            Path(folder, "CMakeLists.txt").write_text(
                "cmake_minimum_required(VERSION 3.25)\nproject(links LANGUAGES CXX)\n"
                f'include("{(ROOT / "packaging/cmake/Links.cmake").as_posix()}")\n'
                "add_library(outer INTERFACE)\nadd_library(inner INTERFACE)\nadd_subdirectory(core/values)\n"
                "target_link_libraries(analysis PRIVATE later)\nadd_library(later INTERFACE)\n")
            done = subprocess.run(["cmake", "-S", folder, "-B", folder + "/build"], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            lines = Path(folder, "build/links.txt").read_text().split()
        for line in ["analysis|link|PUBLIC|outer", "analysis|link|PRIVATE|inner", "analysis|link|PRIVATE|later",
                     "analysis|source|PRIVATE|core/values/a.cpp"]:
            self.assertIn(line, lines)
        self.assertFalse([line for line in lines if re.search("::@|NOTFOUND", line)])


if __name__ == "__main__":
    unittest.main()
