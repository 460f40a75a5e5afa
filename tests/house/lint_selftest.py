#!/usr/bin/env python3
"""Proves that lint.py catches what it says, and leaves alone what is right."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import lint  # noqa: E402


def run(files):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            code = lint.main(["--root", folder])
        return code, output.getvalue()


class Rules(unittest.TestCase):
    def caught(self, rule, path, text):
        code, output = run({path: text})
        self.assertEqual(code, 1, output)
        self.assertIn(f": {rule}: ", output)

    def clean(self, path, text):
        code, output = run({path: text})
        self.assertEqual(code, 0, output)
        return output

    def test_length(self):
        self.assertIn("length", self.clean("core/desk/desk.cpp", "\n" * 301))
        self.assertNotIn("length", self.clean("core/desk/desk.cpp", "\n" * 300))
        self.assertNotIn("length", self.clean("tests/desk_test.cpp", "\n" * 900))
        self.caught("length", "ui/card/pane.cpp", "\n" * 401)

    def test_one_style_sheet(self):
        self.clean("ui/common/style.cpp", "app.setStyleSheet(a);\napp.setStyleSheet(b);\n")
        code, output = run({"ui/common/style.cpp": "app.setStyleSheet(a);\n", "ui/card/pane.cpp": "w->setStyleSheet(a);\n"})
        self.assertEqual(code, 1)
        self.assertIn("ui/card/pane.cpp:1: style-sheet", output)

    def test_patterns(self):
        self.caught("event-loop", "core/desk/desk.cpp", "QCoreApplication::processEvents();\n")
        self.caught("event-loop", "app/main.cpp", "QEventLoop loop;\n")
        self.caught("event-loop", "ui/card/pane.cpp", "future.waitForFinished();\n")
        self.clean("tests/desk_test.cpp", "QCoreApplication::processEvents();\n")
        self.clean("ui/card/pane.cpp", "// QEventLoop is not used\n")
        self.caught("variant-map", "core/formats/card.cpp", "QVariantMap map;\n")
        self.clean("ui/card/pane.cpp", "QVariantMap map;\n")
        self.caught("string-connect", "ui/card/pane.cpp", "connect(a, SIGNAL(b()), c, SLOT(d()));\n")
        self.caught("item-widget", "ui/card/pane.cpp", "auto* t = new QTableWidget(this);\n")
        self.caught("action", "ui/card/pane.cpp", "auto* a = new QAction(this);\n")
        self.caught("action", "ui/card/pane.cpp", "new QShortcut(keys, this);\n")
        self.caught("action", "ui/card/pane.cpp", 'menu->addAction(tr("Open"));\n')
        self.clean("ui/card/pane.cpp", "menu->addAction(actions.find(id));\n")
        self.caught("modal-loop", "ui/card/pane.cpp", "if (dialog->exec() == QDialog::Accepted) {\n")
        self.caught("modal-loop", "ui/card/pane.cpp", "QMessageBox::question(this, title, text);\n")
        self.clean("app/window.cpp", "return QApplication::exec();\n")
        self.caught("figure-format", "core/report/report.cpp", "QString::number(x, 'f', 2);\n")
        self.clean("core/text/figures.cpp", "QString::number(x, 'f', 2);\n")

    def test_an_excuse_names_its_rule(self):
        self.clean("ui/card/pane.cpp", "QEventLoop loop; // lint: event-loop: a reason\n")
        self.caught("event-loop", "ui/card/pane.cpp", "QEventLoop loop; // lint: item-widget: a reason\n")
        self.caught("event-loop", "ui/card/pane.cpp", "QEventLoop loop; // lint: event-loop:\n")

    def test_headers(self):
        self.caught("pragma-once", "core/values/money.h", "struct A;\n")
        self.caught("using-in-header", "core/values/money.h", "#pragma once\nusing namespace std;\n")
        self.clean("core/values/money.h", "#pragma once\nusing namespace Qt::StringLiterals;\n")

    def test_machine_paths(self):
        for folder in ["home/someone", "root/x", "work/x", "Users/someone"]:
            for path in ["README.md", "packaging/run.sh", "core/values/a.cpp", "tests/a.json", ".ci/run"]:
                self.caught("machine-path", path, f"see /{folder}/file\n")
        self.clean("README.md", "https://example.org/home/page, ~/work/x, $HOME/x, a/root/b, HOME=/root\n")

    def test_controls_are_named(self):
        bare = "auto* m = new QDoubleSpinBox(this);\n"
        self.caught("object-name", "ui/card/pane.cpp", bare)
        self.caught("accessible-name", "ui/card/pane.cpp", bare + "m->setObjectName(x);\n")
        for made in ["DockWidget(title)", "TabWidget", "Splitter(Qt::Vertical)", "ScrollArea", "MessageBox(over)", "ListView"]:
            self.caught("object-name", "ui/card/pane.cpp", f"auto* w = new Q{made};\n")
            self.clean("ui/card/pane.cpp", f'auto* w = named(new Q{made}, u"name"_s, tr("Name"));\n')
        self.caught("object-name", "ui/card/pane.cpp", bare * 2 + "m->setObjectName(x);\nm->setAccessibleName(tr(\"Margin\"));\n")
        self.clean("ui/card/pane.cpp", bare + "m->setObjectName(x);\nm->setAccessibleName(tr(\"Margin\"));\n")
        self.clean("ui/card/pane.cpp", "auto* m = named(new QLineEdit(this), u\"filter\"_s, tr(\"Filter\"));\n")
        self.clean("core/desk/desk.cpp", bare)

    def test_what_is_shown_is_translated(self):
        for text in ['l->setText("Revenue");', 'l->setText(u"Revenue"_s);', 'l->setToolTip(QStringLiteral("per share"));',
                     'tabs->addTab(page, u"Claims"_s);', 'auto* l = new QLabel(u"Claims"_s, this);',
                     'l->setText(tr("Sum") + u" of claims"_s);', 'l->setText(\n    u"<b>Claims</b>"_s);']:
            self.caught("translation", "ui/card/pane.cpp", text + "\n")
        for text in ['l->setText(tr("Revenue"));', 'l->setText(tr("%1 of %2").arg(a, u"%"_s));', 'l->setText(u"–"_s);',
                     'l->setText(u"<b>%1</b>"_s.arg(x));', 'l->setText(name);', 'l->setObjectName(u"marginSpinBox"_s);',
                     'l->setText(symbol); // setText("x y")', 'l->setText(tr("a (b"));']:
            self.clean("ui/card/pane.cpp", text + "\n")
        self.clean("core/desk/desk.cpp", 'l->setText("Revenue");\n')

    def test_what_is_not_text_is_left_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "image.txt").write_bytes(b"\xff\xfe\x00")
            with contextlib.redirect_stdout(io.StringIO()):
                self.assertEqual(lint.main(["--root", folder]), 0)


if __name__ == "__main__":
    unittest.main()
