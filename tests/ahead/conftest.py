"""The sample council's files in a folder of their own, as what is made of them is written beside them."""

import shutil

import pytest

from kit.paths import CHECKOUT, Places


@pytest.fixture(scope="package")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Places:
    data = tmp_path_factory.mktemp("ahead")
    shutil.copytree(CHECKOUT / "data" / "sample" / "raw", data / "sample" / "raw")
    return Places("sample", data, CHECKOUT / "params", data / "reports")
