"""Files for the council's own words, with what the IRO Handbook asks for as prompts."""

from pathlib import Path

from kit.chapters.own_words.compose import LONGEST_FOR_THEM, PROMPT, YOUNG_PEOPLE, words_folder
from kit.files.disk_errors import writing
from kit.notebooks.chapters import chapter_name, chapter_names, own_chapters
from kit.paths import Places
from kit.years import ReportingYear

HOW = (
    "A line that begins with ? is for whoever writes here: it is never in the report. Nor is an empty heading.",
    "Figures are references, so that they stay right and protected: {{reviews_on_time.2021}} is the value,",
    "{{reviews_on_time.2021|of}} the numbers behind it, {{reviews_on_time.2021.occasion.First}} that of a category.",
)
# The first words are the headings that `params/handbook.yml` looks for (IRO Handbook, 7.11).
PROMPTS = (
    ("Good practice", "What went well, for whom, and what should be done so again elsewhere?"),
    ("Issues for development", "What has to become better, and what is planned for it?"),
    ("Urgent action", "What cannot wait, and who must act?"),
    ("Resources at risk", "Does any lack of staff, money or time put the quality of the service at risk?"),
)


FOR_THEM = (
    f"This is the page for children and young people: sentences of at most {LONGEST_FOR_THEM} words, and words that "
    "they use.",
    "What you write here takes the place of the kit's own page, which is made as long as nothing is written.",
)


# What the report puts first, or where it belongs, by chapter.
OF_CHAPTER = {
    "start_here": (
        ("Summary", "What should the board know of this year, in three sentences?"),
        ("What we ask of the Board", "What should the board note, agree, ask or challenge?"),
    ),
    YOUNG_PEOPLE: (
        ("What you told us", "What did children say at their reviews, and how many said it?"),
        ("What has changed", "What is done in another way now, because children asked for it?"),
        ("What comes next", "What will be done in the next year, and whom can they ask?"),
    ),
    "childrens_voice": (("In children's words", "What did a child say? Quote it, with nothing that names the child."),),
}


def make_files(places: Places, year: ReportingYear) -> list[Path]:
    """Make the files of words that a year lacks, one a chapter, and return them; none that exists is touched."""
    folder = words_folder(places, year)
    made = []
    with writing(folder, otherwise=""):
        folder.mkdir(parents=True, exist_ok=True)
        names = (*chapter_names(), *(chapter_name(path.stem) for path in own_chapters(places)), YOUNG_PEOPLE)
        for path in (folder / f"{name}.md" for name in names):
            if not path.exists():
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    file.write(blank_file(year.year, path.stem))
                made.append(path)
    return made


def blank_file(year: int, chapter: str = "") -> str:
    """Return a chapter's file of prompts for a year; nothing of it is in a report."""
    lines = (*HOW, *(FOR_THEM if chapter == YOUNG_PEOPLE else ()))
    how = "\n".join(f"{PROMPT} {line.replace('2021', str(year))}" for line in lines)
    prompts = (*OF_CHAPTER.get(chapter, ()), *(PROMPTS if chapter != YOUNG_PEOPLE else ()))
    asked = "\n".join(f"## {heading}\n{PROMPT} {question}\n" for heading, question in prompts)
    return f"{how}\n\n{asked}"
