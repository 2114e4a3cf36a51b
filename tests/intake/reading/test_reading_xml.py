"""The return's XML upload gives the same tables as its CSV files."""

from pathlib import Path

import pytest

from tests.lib.made_up_files import read_all, refusals

RETURN = """<?xml version="1.0" encoding="UTF-8"?>
<EXPSSDA903>
 <CHILD>
  <HEADER>
   <CHILDID>0012345</CHILDID><UPN>UN3</UPN><SEX>2</SEX><DOB>24/02/2003</DOB><ETHNIC>BCRB</ETHNIC><UASC>1</UASC>
   <DUC>24/02/2021</DUC>
   <AREVIEW><REVIEW>03/04/2020</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
   <AREVIEW><REVIEW>03/07/2020</REVIEW><REVIEW_CODE /></AREVIEW>
   <MOTHER /><MC_DOB />
   <OC2><SDQ_SCORE>7</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2>
  </HEADER>
  <EPISODE><DECOM>06/01/2017</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><DEC /></EPISODE>
 </CHILD>
 <CHILD>
  <HEADER>
   <CHILDID>0012346</CHILDID><SEX>1</SEX><DOB>16/04/2012</DOB><ETHNIC>WBRI</ETHNIC><UASC /><NEW_ITEM>7</NEW_ITEM>
   <AREVIEW><REVIEW>05/05/2020</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>
  </HEADER>
  <EPISODE><DECOM>29/01/2017</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N6</CIN><PL>U6</PL><DEC>05/01/2021</DEC></EPISODE>
  <EPISODE><DECOM>05/02/2021</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N6</CIN><PL>U6</PL></EPISODE>
 </CHILD>
</EXPSSDA903>
"""


def test_one_file_gives_every_extract_that_it_holds(tmp_path: Path) -> None:
    tables = {e.name: t for e, t in read_all(tmp_path, RETURN, "return.xml")}
    assert list(tables) == ["header", "episodes", "reviews", "uasc", "oc2"]
    assert tables["reviews"].rows.rows() == [
        (1, "0012345", "24/02/2003", "03/04/2020", "PN1"),
        (2, "0012345", "24/02/2003", "03/07/2020", None),
        (3, "0012346", "16/04/2012", "05/05/2020", "PN2"),
    ]
    assert tables["episodes"].rows.select("row", "CHILD", "DECOM", "PLACE", "DEC").rows() == [
        (1, "0012345", "06/01/2017", "U4", None),
        (2, "0012346", "29/01/2017", "U6", "05/01/2021"),
        (3, "0012346", "05/02/2021", "U6", None),
    ]
    assert tables["header"].rows["CHILD"].to_list() == ["0012345", "0012346"]
    assert tables["uasc"].rows.rows() == [(1, "0012345", "2", "24/02/2003", "24/02/2021")]
    assert tables["oc2"].rows["SDQ_SCORE"].to_list() == ["7"]
    assert tables["oc2"].assumed == "XML, row numbers are those of the elements, elements not read: NEW_ITEM"


def test_namespaces_and_encodings_change_nothing(tmp_path: Path) -> None:
    plain = read_all(tmp_path, RETURN, "return.xml")
    spaced = RETURN.replace("<EXPSSDA903>", '<EXPSSDA903 xmlns="urn:x">')
    for content in (
        spaced,
        RETURN.replace("UTF-8", "windows-1252"),
        RETURN.replace("UTF-8", "UTF-16").encode("utf-16"),
    ):
        again = read_all(tmp_path, content, "return.xml")
        assert [t.rows.rows() for _, t in again] == [t.rows.rows() for _, t in plain]


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    assert refusals(tmp_path, RETURN.replace("UTF-8", "klingon"), "return.xml") == [
        "return.xml (2021): its encoding is not known. Export the return again as UTF-8."
    ]


@pytest.mark.parametrize(
    "content, said",
    [
        (RETURN.replace("<EXPSSDA903>", '<!DOCTYPE x [<!ENTITY a "b">]><EXPSSDA903>'), "document type declaration"),
        (RETURN.replace("<EXPSSDA903>", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><EXPSSDA903>'), "document type"),
        (RETURN.replace("UN3", "&a;"), "line 5: is not well-formed XML"),
        (RETURN[:-30], "is not well-formed XML"),
        ("<a/>", "its outermost element is not EXPSSDA903"),
        ("<EXPSSDA903>" + "<CHILD>" * 20, "deeper than the return has"),
        (RETURN.replace("<SEX>2</SEX>", "<SEX>2</SEX><SEX>1</SEX>"), "has SEX twice in one HEADER"),
        (RETURN.replace("<MOTHER />", "stray<MOTHER />"), "has text, but elements belong there"),
        # Both would be the first row, and as one has no day on which it started, neither would be used.
        (RETURN.replace("</SEX>", "</SEX><E><RNE>S</RNE></E>", 1), "has episodes in elements of two names"),
        (RETURN.replace("<MOTHER />", "<ACTIV>F1</ACTIV><O><ACCOM>B</ACCOM></O>"), "has oc3 in elements of two names"),
        (RETURN.replace("UN3", "x" * 40_000), "a value longer than"),
        ("CHILD,DOB\n", "is not well-formed XML"),
    ],
)
def test_what_is_no_return_is_refused_with_line_and_reason(tmp_path: Path, content: str, said: str) -> None:
    [message] = refusals(tmp_path, content, "return.xml")
    assert message.startswith("return.xml (2021), line ") and said in message
