"""Altair in JupyterLab: its charts need nothing from elsewhere."""

import os
import subprocess
import sys

from tests.lib.made_up_figures import report as figures_report

SHOWN = (
    "chart = alt.JupyterChart(alt.Chart(alt.Data(values=[])).mark_bar())\n"
    "print(alt.renderers.active, 'esm.sh' in str(chart._esm), len(str(chart._esm)) > 100_000)"
)


def test_charts_are_shown_with_what_is_installed() -> None:
    typed = f"import kit\nfrom importlib.util import find_spec\nfind_spec('altair')\nimport altair as alt\n{SHOWN}"
    lab = {**os.environ, "KIT_LAB": "1"}
    done = subprocess.run([sys.executable, "-c", typed], env=lab, capture_output=True, text=True)
    assert done.stdout.split() == ["svg", "False", "True"], done.stderr


def test_a_chart_can_be_made_interactive_and_its_marks_say_what_they_show() -> None:
    chart = figures_report().chart("reviews_on_time", "occasion")
    assert chart.interactive().to_dict()["params"]
    assert chart.to_dict()["config"]["mark"] == {"tooltip": True}
